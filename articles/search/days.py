"""Years as bars that zoom to months and days. Counts go by overlap: a date of several days fills several bars."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal, Self

from django.db.models import Count
from django.db.models.functions import Trunc
from django.utils.dateformat import format as format_day
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _

from articles.models import fuzzy
from articles.search.address import Address
from articles.search.list_filter import ListFilter

MOST_YEARS: Final = 60
MOST_LABELS: Final = 8  # years that fit side by side under their bars
HEIGHT: Final = 51.0  # of the highest bar, in units of the drawing

Unit = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    label: str  # short, under the bar
    title: str  # long
    sure: int  # rows that lie in it for certain
    unsure: int  # rows that may
    url: str
    chosen: bool
    unit_height: float  # of one row, in units of the drawing

    @property
    def total(self) -> int:
        return self.sure + self.unsure

    @property
    def in_words(self) -> str:
        """What the bar shows, for those who cannot see it."""
        counts = {"title": self.title, "count": self.total, "unsure": self.unsure}
        if not self.total:
            return _("%(title)s: none") % counts
        return (
            _("%(title)s: %(count)d, %(unsure)d of them uncertain") if self.unsure else _("%(title)s: %(count)d")
        ) % counts

    # Attributes of SVG, as text: a number would be written with the reader's decimal comma.
    @property
    def sure_top(self) -> str:
        return f"{HEIGHT - self.sure * self.unit_height:.1f}"

    @property
    def sure_height(self) -> str:
        return f"{self.sure * self.unit_height:.1f}"

    @property
    def unsure_top(self) -> str:
        return f"{HEIGHT - self.total * self.unit_height:.1f}"

    @property
    def unsure_height(self) -> str:
        return f"{self.unsure * self.unit_height:.1f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the way back from days to all years; the last has no address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    label: str  # the kind of date
    bars: list[Bar]
    way: list[Step]

    @property
    def uncertain(self) -> bool:
        return any(bar.unsure for bar in self.bars)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Rows whose dates begin in one stretch and end in another; `last` None is open."""

    first: date
    last: date | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """What the bars part, and the rows in it."""

    unit: Unit
    within: date | None  # first day of the year or month that the bars part; None means all years
    groups: list[_Group]
    stretches: list[tuple[date, date]]  # first and last day of each bar

    @classmethod
    def read(cls, rows: Any, days: str, unit: Unit, within: date | None) -> Self:
        groups = _groups(rows, days, unit, within)
        return cls(unit=unit, within=within, groups=groups, stretches=list(_stretches(unit, within, groups)))

    def parts(self, first: date | None, last: date | None) -> bool:
        """Return whether the days asked for are some of the bars; not when they are all of them."""
        if first is None or last is None or not self.stretches:
            return False
        return self.stretches[0][0] < first or last < self.stretches[-1][1]


def bars(filters: ListFilter, address: Address) -> Bars | None:
    """Count the rows of a valid list by year; by month or day once the days asked for lie in one year or month.

    Where all rows lie in one year its months are shown at once. None where the list has no dates of its own, or
    was asked for dates of another kind.
    """
    values = filters.form.cleaned_data
    if not filters.days or filters.days_asked != filters.days:
        return None
    first, last = values["from"] and values["from"].earliest, values["to"] and values["to"].latest
    scale = _scale(filters.found({"from": None, "to": None}), filters.days, first, last)
    counts = [_count(scale.groups, start, end) for start, end in scale.stretches]
    highest = max((sure + unsure for sure, unsure in counts), default=0)
    return Bars(
        label=_label(filters.days),
        bars=[
            Bar(
                label=label,
                title=_title(start, scale.unit),
                sure=sure,
                unsure=unsure,
                url=_url(address, _edtf(start, scale.unit)),
                chosen=scale.parts(first, last) and first <= start and end <= last,
                unit_height=HEIGHT / highest if highest else 0.0,
            )
            for (start, end), label, (sure, unsure) in zip(scale.stretches, _labels(scale), counts, strict=True)
        ],
        way=_way(scale.unit, scale.within, address),
    )


def _scale(rows: Any, days: str, first: date | None, last: date | None) -> _Scale:
    scale = _Scale.read(rows, days, *_zoom(first, last))
    if scale.unit == "year" and len(scale.stretches) == 1:  # one bar says nothing
        return _Scale.read(rows, days, "month", scale.stretches[0][0])
    return scale


def _zoom(first: date | None, last: date | None) -> tuple[Unit, date | None]:
    """Return the unit of the bars, and the first day of the year or month that they part; None means all years."""
    if first is None or last is None or first.year != last.year:
        return "year", None
    if first.month != last.month:
        return "month", date(first.year, 1, 1)
    return "day", date(first.year, first.month, 1)


def _bounds(unit: Unit, within: date | None) -> tuple[date | None, date | None]:
    if within is None:
        return None, None
    return within, _end(within, "year" if unit == "month" else "month")


def _groups(rows: Any, days: str, unit: Unit, within: date | None) -> list[_Group]:
    """Count rows by where their dates begin and end, in whole units: as few rows as there are such pairs."""
    grouped = (
        rows.filter(fuzzy.overlapping(days, *_bounds(unit, within)))
        .order_by()
        .annotate(bar_first=Trunc(f"{days}_earliest", unit), bar_last=Trunc(f"{days}_latest", unit))
        .values_list("bar_first", "bar_last")
        .annotate(bar_count=Count("pk"))
        .order_by("bar_first", "bar_last")
    )
    return [_Group(first=first, last=last, count=count) for first, last, count in grouped]


def _stretches(unit: Unit, within: date | None, groups: list[_Group]) -> Iterator[tuple[date, date]]:
    """Yield first and last day of each bar."""
    first, last = _bounds(unit, within)
    if first is None or last is None:
        if not groups:
            return
        last = max(group.last or group.first for group in groups)
        first = max(min(group.first for group in groups), date(max(last.year - MOST_YEARS + 1, 1), 1, 1))
    while first <= last:
        yield first, _end(first, unit)
        first = _end(first, unit) + timedelta(days=1)


def _end(start: date, unit: Unit) -> date:
    if unit == "year":
        return date(start.year, 12, 31)
    if unit == "month":
        return start.replace(day=calendar.monthrange(start.year, start.month)[1])
    return start


def _count(groups: list[_Group], start: date, end: date) -> tuple[int, int]:
    """Return how many rows lie in a stretch, and how many more may."""
    sure = sum(group.count for group in groups if group.first == group.last == start)
    touching = sum(
        group.count for group in groups if group.first <= end and (group.last is None or start <= group.last)
    )
    return sure, touching - sure


def _label(days: str) -> str:
    return {"published": _("Published"), "said": _("Said"), "as_of": _("As of")}[days]


def _labels(scale: _Scale) -> list[str]:
    """Return what stands under each bar; where there are many, under every fifth."""
    starts = [start for start, _end in scale.stretches]
    if scale.unit == "month":
        return [str(MONTHS_3[start.month])[0].upper() for start in starts]
    numbers = [start.year if scale.unit == "year" else start.day for start in starts]
    return [str(number) if len(numbers) <= MOST_LABELS or number % 5 == 0 else "" for number in numbers]


def _title(start: date, unit: Unit) -> str:
    if unit == "year":
        return str(start.year)
    return format_day(start, "F Y" if unit == "month" else "j F Y")


def _edtf(start: date, unit: Unit) -> str:
    return start.isoformat()[: {"year": 4, "month": 7, "day": 10}[unit]]


def _url(address: Address, days: str) -> str:
    return str(address.replacing("from", days).replacing("to", days))


def _way(unit: Unit, within: date | None, address: Address) -> list[Step]:
    if within is None:
        return []
    steps = [Step(label=_("All years"), url=str(address.without("from", "to")))]
    if unit == "month":
        return [*steps, Step(label=str(within.year), url="")]
    year = Step(label=str(within.year), url=_url(address, str(within.year)))
    return [*steps, year, Step(label=str(MONTHS[within.month]), url="")]
