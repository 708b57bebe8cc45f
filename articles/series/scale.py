"""Scales of a drawing: values that a reader can count in, and days from left to right."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

# How willingly a step is taken: people count in ones, twos and fives before they count in threes.
_STEPS: Final = {1.0: 0.0, 2.0: 0.0, 5.0: 0.0, 2.5: 0.05, 3.0: 0.05, 4.0: 0.1}
_FEWEST, _BEST, _MOST = 3, 4, 6  # steps from the lowest to the highest line


def nice_values(low: float, high: float) -> tuple[float, ...]:
    """Return the values to draw lines at, upwards, evenly apart: zero among them, none of `low` to `high` outside.

    A drawing that begins above zero makes a small rise look like a great one.
    """
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return (0.0, 1.0)
    magnitude = math.floor(math.log10(high - low))
    ladders = [
        (_cost(mantissa, below, above, step, high - low), step, below, above)
        for exponent in (magnitude - 1, magnitude)
        for mantissa in _STEPS
        for step in (_power(mantissa, exponent),)
        for below, above in ((math.floor(_steps(low, step)), math.ceil(_steps(high, step))),)
        if _FEWEST <= above - below <= _MOST
    ]
    _, step, below, above = min(ladders)
    return tuple(round(number * step, 9) for number in range(below, above + 1))


def _power(mantissa: float, exponent: int) -> float:
    # 3 / 10 is the nearest number to 0.3; 3 * 0.1 is not.
    return mantissa * 10.0**exponent if exponent >= 0 else mantissa / 10.0**-exponent


def _steps(value: float, step: float) -> float:
    # 0.3 / 0.1 is a little less than 3.
    return round(value / step, 9)


def _cost(mantissa: float, below: int, above: int, step: float, reach: float) -> float:
    empty = (above - below) * step / reach - 1
    return empty + _STEPS[mantissa] + 0.05 * abs(above - below - _BEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What the two axes must hold."""

    low: float
    high: float
    first: date
    last: date

    def __or__(self, other: Reach) -> Reach:
        return Reach(
            low=min(self.low, other.low),
            high=max(self.high, other.high),
            first=min(self.first, other.first),
            last=max(self.last, other.last),
        )

    def including(self, days: Iterable[date]) -> Reach:
        every = [self.first, self.last, *days]
        return Reach(low=self.low, high=self.high, first=min(every), last=max(every))


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueScale:
    """Upwards: the highest value stands at `top`, the lowest at `bottom`."""

    values: tuple[float, ...]  # as nice_values() gives them
    top: float
    bottom: float

    def y(self, value: float) -> float:
        low, high = self.values[0], self.values[-1]
        return round(self.bottom - (value - low) / (high - low) * (self.bottom - self.top), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayScale:
    """From left to right, one day as wide as any other. A single day stands in the middle."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        days = (self.last - self.first).days
        if not days:
            return round((self.left + self.right) / 2, 1)
        return round(self.left + (day - self.first).days / days * (self.right - self.left), 1)


def middle(first: date, last: date) -> date:
    """Return the day halfway between two, the earlier of two such days."""
    return first + timedelta(days=(last - first).days // 2)
