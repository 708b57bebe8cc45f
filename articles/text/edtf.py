"""Dates that say how much they know: the part of EDTF (ISO 8601-2) that a news archive needs.

Forms: `2023`, `2023-11`, `2023-12-06`, each with a suffix `?` (questioned) or `~` (approximate);
`a/b` from a to b, `a/..` from a on; `[a..b]` one day in a to b, `[a,b]` one of these.
Import what is here from `articles.text.dates`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Self

from articles.text.normalise import shown

FIRST_YEAR: Final = 1400  # printed news is younger; the database holds the same bounds
LAST_YEAR: Final = 2200
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PART: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~]?")


class BadDate(ValueError):
    """A text that is no date; the message is a sentence for the one who wrote it."""


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A day, or what is known of one: the EDTF text and the days that it may be, both included."""

    edtf: str
    earliest: date
    latest: date | None  # None: no end is known

    def __post_init__(self) -> None:
        if self.latest is not None and self.latest < self.earliest:
            raise ValueError(f"{self.edtf} ends before it begins.")

    @classmethod
    def from_day(cls, day: date) -> Self:
        return cls(day.isoformat(), day, day)

    @property
    def is_day(self) -> bool:
        """Whether it is one day, and certain."""
        return self.earliest == self.latest and not self.uncertain

    @property
    def questioned(self) -> bool:
        return "?" in self.edtf

    @property
    def approximate(self) -> bool:
        return "~" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether the source leaves the day open: marked so, or somewhere within a stretch of days."""
        somewhere = self.edtf.startswith("[") and self.earliest != self.latest
        return self.questioned or self.approximate or somewhere

    def overlaps(self, first: date, last: date | None) -> bool:
        """Return whether it may be a day from `first` to `last`, both included; None means no end."""
        begins_in_time = last is None or self.earliest <= last
        return begins_in_time and (self.latest is None or self.latest >= first)

    def not_after(self, day: date) -> FuzzyDate | None:
        """Return what is left of it when `day` is the last one possible; None when nothing is.

        A year or a month that goes on after it becomes one day from its first to `day`, its doubt kept.
        """
        if self.earliest > day:
            return None
        if self.latest is not None and self.latest <= day:
            return self
        sign = "?" if self.questioned else "~" if self.approximate else ""
        first, last = f"{self.earliest.isoformat()}{sign}", day.isoformat()
        if "/" in self.edtf:
            return FuzzyDate(f"{first}/{last}", self.earliest, day)
        return FuzzyDate(first if self.earliest == day else f"[{first}..{last}]", self.earliest, day)


def parse_edtf(text: str) -> FuzzyDate:
    """Read one date in the forms named above.

    Raises:
        BadDate: it is none of them, or no such day, or outside the years 1400 to 2200.
    """
    edtf = text.strip()
    if edtf.startswith("[") and edtf.endswith("]"):
        inside = edtf[1:-1]
        parts = inside.split("..") if ".." in inside else inside.split(",")
        if len(parts) < 2 or (".." in inside and len(parts) > 2):
            raise _unreadable(text)
        return _stretch(edtf, [part.strip() for part in parts])
    if edtf.endswith("/.."):
        earliest, _ = _bounds(edtf.removesuffix("/.."), whole=text)
        return FuzzyDate(edtf, earliest, None)
    return _stretch(edtf, edtf.split("/")) if edtf.count("/") == 1 else FuzzyDate(edtf, *_bounds(edtf, whole=text))


def _stretch(edtf: str, parts: list[str]) -> FuzzyDate:
    bounds = [_bounds(part, whole=edtf) for part in parts]
    for (earliest, _), (_, latest) in pairwise(bounds):
        if latest < earliest:
            raise BadDate(f"{shown(edtf)} ends before it begins.")
    return FuzzyDate(edtf, bounds[0][0], bounds[-1][1])


def _bounds(part: str, *, whole: str) -> tuple[date, date]:
    found = _PART.fullmatch(part)
    if found is None:
        raise _unreadable(whole)
    year, month, day = found.groups()
    return day_bounds(int(year), int(month) if month else None, int(day) if day else None, printed=part)


def day_bounds(year: int, month: int | None, day: int | None, *, printed: str) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day.

    Raises:
        BadDate: there is no such day; the message repeats `printed`.
    """
    name = shown(printed)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadDate(f"{name} is outside the years {FIRST_YEAR} to {LAST_YEAR}.")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise BadDate(f"{name} is not a date: there is no month {month}.")
    days = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, days)
    if not 1 <= day <= days:
        raise BadDate(f"{name} is not a day: {_MONTHS[month - 1]} {year} has {days} days.")
    return date(year, month, day), date(year, month, day)


def _unreadable(text: str) -> BadDate:
    return BadDate(f"“{shown(text)}” is not a date. Write 2023, 2023-12, 2023-12-06 or 2023-12-01/2023-12-06.")
