"""Years as bars that zoom to months and days. Counts go by overlap: a date of several days fills several bars."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from django.utils.dateformat import format as format_day
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _

from articles.search.address import Address
from articles.search.day_counts import DayCounts, Unit, count, start_of
from articles.search.list_filter import ListFilter
from articles.search.sampling import Patience, Reckoning

MOST_LABELS: Final = 8  # years that fit side by side under their bars
MOST_BY_FIVE: Final = 35  # years of which every fifth fits; of more, every tenth
HEIGHT: Final = 51.0  # of the highest bar, in units of the drawing


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
    about: bool = False  # counts are told from a sample
    late: bool = False  # time ran out before anything was counted

    @property
    def uncertain(self) -> bool:
        return any(bar.unsure for bar in self.bars)


def bars(filters: ListFilter, address: Address, *, patience: Patience | None = None) -> Bars | None:
    """Count the rows of a valid list by year; by month or day once the days asked for lie in one year or month.

    Where all rows lie in one year its months are shown at once. None where the list has no dates.
    """
    if not filters.days:
        return None
    values = filters.form.cleaned_data
    first, last = values["from"] and values["from"].earliest, values["to"] and values["to"].latest
    reckoning = Reckoning(
        filters.found({"from": None, "to": None}),
        patience or Patience.of_facets(),
        among=filters.queryset,
    )
    scale = _scale(reckoning, filters.days_asked, first, last)
    return Bars(
        label=_label(filters.days_asked),
        bars=list(_bars(scale, address, first, last)),
        way=_way(scale.unit, scale.within, address),
        about=scale.counts.about if scale.counts else False,
        late=scale.counts is None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """What the bars part, and how many rows lie in each."""

    unit: Unit
    within: date | None  # first day of the year or month that the bars part; None means all years
    counts: DayCounts | None  # None when time ran out

    @classmethod
    def read(cls, reckoning: Reckoning, days: str, unit: Unit, within: date | None) -> Self:
        bounds = (within, _end(within, "year" if unit == "month" else "month")) if within else None
        return cls(unit=unit, within=within, counts=count(reckoning, days, unit, bounds))

    @property
    def numbers(self) -> range:
        return range(self.counts.low, self.counts.high + 1) if self.counts else range(0)

    def parts(self, first: date | None, last: date | None) -> bool:
        """Return whether the days asked for are some of the bars; not when they are all of them."""
        if first is None or last is None or not self.numbers:
            return False
        return start_of(self.numbers[0], self.unit) < first or last < start_of(self.numbers[-1], self.unit)


def _scale(reckoning: Reckoning, days: str, first: date | None, last: date | None) -> _Scale:
    scale = _Scale.read(reckoning, days, *_zoom(first, last))
    if scale.unit == "year" and len(scale.numbers) == 1:  # one bar says nothing
        return _Scale.read(reckoning, days, "month", date(scale.numbers[0], 1, 1))
    return scale


def _zoom(first: date | None, last: date | None) -> tuple[Unit, date | None]:
    """Return the unit of the bars, and the first day of the year or month that they part; None means all years."""
    if first is None or last is None or first.year != last.year:
        return "year", None
    if first.month != last.month:
        return "month", date(first.year, 1, 1)
    return "day", date(first.year, first.month, 1)


def _bars(scale: _Scale, address: Address, first: date | None, last: date | None) -> Iterator[Bar]:
    counts = scale.counts.counts if scale.counts else {}
    highest = max((sure + unsure for sure, unsure in counts.values()), default=0)
    parted = scale.parts(first, last)
    for number, label in zip(scale.numbers, _labels(scale), strict=True):
        start, (sure, unsure) = start_of(number, scale.unit), counts.get(number, (0, 0))
        yield Bar(
            label=label,
            title=_title(start, scale.unit),
            sure=sure,
            unsure=unsure,
            url=_url(address, _edtf(start, scale.unit)),
            chosen=bool(parted and first and last and first <= start and _end(start, scale.unit) <= last),
            unit_height=HEIGHT / highest if highest else 0.0,
        )


def _end(start: date, unit: Unit) -> date:
    if unit == "year":
        return date(start.year, 12, 31)
    if unit == "month":
        return start.replace(day=calendar.monthrange(start.year, start.month)[1])
    return start


def _label(days: str) -> str:
    return {"published": _("Published"), "said": _("Said"), "happened": _("Happened"), "as_of": _("As of")}[days]


def _labels(scale: _Scale) -> list[str]:
    """Return what stands under each bar; where there are many, under every fifth or tenth."""
    starts = [start_of(number, scale.unit) for number in scale.numbers]
    if scale.unit == "month":
        return [str(MONTHS_3[start.month])[0].upper() for start in starts]
    numbers = [start.year if scale.unit == "year" else start.day for start in starts]
    step = 1 if len(numbers) <= MOST_LABELS else 5 if len(numbers) <= MOST_BY_FIVE else 10
    return [str(number) if number % step == 0 else "" for number in numbers]


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
    everything = address.without("from", "to")
    # A list of one year shows its months although nobody asked for days: there is no way back then.
    steps = [] if everything == address else [Step(label=_("All years"), url=str(everything))]
    if unit == "month":
        return [*steps, Step(label=str(within.year), url="")]
    year = Step(label=str(within.year), url=_url(address, str(within.year)))
    return [*steps, year, Step(label=str(MONTHS[within.month]), url="")]
