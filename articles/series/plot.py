"""What a drawing of figures consists of: what is asked to be drawn, and where each part of it came to stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from articles.series.labels import Label, Line
from articles.series.scale import middle

Bound: TypeAlias = Literal["", "up", "down"]
DOT, RING = 5.5, 11.0  # radii, in units


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure to be drawn."""

    key: int  # tells it from the others
    value: float
    value_to: float | None = None  # the upper end of a range
    first: date  # the days that it may stand for
    last: date | None  # None: no end is known
    about_day: bool = False
    about: bool = False
    bound: Bound = ""  # more is meant, or less
    unreviewed: bool = False
    past: bool = False  # a newer figure has taken its place
    joined: bool = True  # may be joined to its neighbours
    lines: tuple[str, ...]  # its label: the value in words, then what is said smaller
    url: str = ""  # where it leads

    @property
    def day(self) -> date:
        """The day that its dot stands at: the middle of those that it may be."""
        return middle(self.first, self.last) if self.last else self.first

    @property
    def uncertain(self) -> bool:
        return self.about_day or self.first != self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The size of a drawing; `value_size` is that of the figures in it. All in units."""

    name: str  # of its class
    width: float
    height: float
    value_size: float
    before: float  # room between the axis and the first day
    after: float  # and behind the last, for the words of the newest figure
    notes: bool = True  # room for words about time


WIDE: Final = Frame(name="plot-wide", width=900, height=390, value_size=20, before=60, after=190)
MID: Final = Frame(name="plot-mid", width=704, height=350, value_size=20, before=48, after=180)
NARROW: Final = Frame(name="plot-narrow", width=328, height=340, value_size=20, before=24, after=24)
SMALL: Final = Frame(name="", width=340, height=220, value_size=17, before=30, after=44, notes=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How the drawing speaks: the reader's language is not known here."""

    value: Callable[[float], str]
    day: Callable[[date], str]  # without its year
    gap: Callable[[int, bool], str]  # so many days without a figure; whether that is only about so
    since: Callable[[date], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    at: float  # x of a day, y of a value
    text: str
    year: str = ""  # where it is another than at the tick before


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    figure: Figure
    x: float
    y: float
    days: Line | None  # the days that it may be
    range: Line | None
    arrow: str  # the path of the arrow; "" without one
    label: Label | None  # None where there is no room

    @property
    def ring(self) -> float:
        return RING

    @property
    def dot(self) -> float:
        return DOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words about time, just above the axis."""

    text: str
    x: float
    y: float
    anchor: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    frame: Frame
    left: float
    right: float
    bottom: float
    values: tuple[Tick, ...]
    days: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    joins: tuple[Line, ...]
    notes: tuple[Note, ...]
