"""The archive in time as four lanes of dots: pure geometry, drawn by a template, told in words beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

HEIGHT_OF_LANE = 46
TOP, BOTTOM = 34, 26
SMALLEST, LARGEST = 4.75, 11.0  # radius of one, and of as many as there may be
MOST_DOTS_LABELLED = 12  # per lane; more numbers than that hide each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    x: float
    y: float
    radius: float
    day: date
    count: int
    labelled: bool
    open: bool  # the day is doubted

    @property
    def label_y(self) -> float:
        return round(self.y - self.radius - 5, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One kind of date. `rest` counts what may lie in this time but has no certain day in it."""

    title: str
    y: int
    dots: list[Dot]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    x: float
    first: date
    shown: bool  # is there room for its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """One drawing, in units of the viewBox; `name` is the class that shows it at its width."""

    name: str
    width: int
    height: int
    left: int
    lanes: list[Lane]
    ticks: list[Tick]

    @property
    def right(self) -> int:
        return self.width - 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a lane is drawn from."""

    title: str
    counts: Mapping[date, int]
    doubted: Mapping[date, int]
    rest: int


# Narrow ones name the lane above its line, so their drawing begins at the edge.
# There the numbers would hide each other too; the list beside the drawing has them.
NARROW = "plot-narrow"
WIDTHS = (("plot-wide", 1120, 118), ("plot-mid", 704, 118), (NARROW, 328, 8))
ROOM_FOR_A_NAME = 64  # units that the name of a month needs


def plots(rows: Sequence[Row], first: date, last: date) -> list[Plot]:
    """Return the drawing for each width. `first` and `last` are both shown; `last` is after `first`."""
    return [_plot(rows, first, last, name=name, width=width, left=left) for name, width, left in WIDTHS]


def _plot(rows: Sequence[Row], first: date, last: date, *, name: str, width: int, left: int) -> Plot:
    def place(day: date) -> float:
        return round(left + (day - first).days / max((last - first).days, 1) * (width - 20 - left) + 5, 1)

    most = max((count for row in rows for count in (*row.counts.values(), *row.doubted.values())), default=1)
    lanes = []
    for number, row in enumerate(rows):
        y = TOP + number * HEIGHT_OF_LANE
        few = name != NARROW and len(row.counts) + len(row.doubted) <= MOST_DOTS_LABELLED
        days = [(day, count, False) for day, count in row.counts.items()]
        days += [(day, count, True) for day, count in row.doubted.items()]
        dots = [
            Dot(
                x=place(day),
                y=y,
                radius=_radius(count, most),
                day=day,
                count=count,
                labelled=few and count > 1,
                open=doubted,
            )
            for day, count, doubted in sorted(days)
        ]
        lanes.append(Lane(title=row.title, y=y, dots=dots, rest=row.rest))
    height = TOP + len(rows) * HEIGHT_OF_LANE - HEIGHT_OF_LANE + TOP + BOTTOM
    return Plot(name=name, width=width, height=height, left=left, lanes=lanes, ticks=_ticks(first, last, place, width))


def _radius(count: int, most: int) -> float:
    """Let the area grow with the count; the most of any day is as large as a dot may be, or less when it is few."""
    scale = min(1.0, (LARGEST / SMALLEST) ** 2 / most)
    return round(max(SMALLEST, SMALLEST * sqrt(count * scale)), 2)


def _ticks(first: date, last: date, place: Callable[[date], float], width: int) -> list[Tick]:
    months = [first] if first.day == 1 else []
    day = _next_month(first)
    while day < last:
        months.append(day)
        day = _next_month(day)
    places = [place(month) for month in months]
    ends = [*places[1:], width]
    return [
        Tick(x=x, first=month, shown=end - x >= ROOM_FOR_A_NAME)
        for month, x, end in zip(months, places, ends, strict=True)
    ]


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
