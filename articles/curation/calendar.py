"""The years, months and days that the rows of a list may lie in, counted by overlap."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from django.db.models import Count, QuerySet
from django.db.models.functions import Trunc
from django.utils.dateformat import format as format_day

from articles.models import fuzzy
from articles.text.dates import FuzzyDate

MOST_YEARS: Final = 40  # the newest of them
Unit = Literal["year", "month", "day"]
_DIGITS: Final[dict[Unit, int]] = {"year": 4, "month": 7, "day": 10}  # of 2023-12-06
_FORMATS: Final[dict[Unit, str]] = {"year": "Y", "month": "F Y", "day": "j F Y"}
_Group = tuple[date, date | None, int]  # rows that begin in one unit and end in another; None: no end is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One year, month or day; rows that only may lie in it count too."""

    edtf: str
    label: str
    count: int


def stretches(rows: QuerySet[Any], name: str, chosen: FuzzyDate | None) -> list[Stretch]:
    """Return the way from the year down to `chosen` (a year, month or day), then the parts of it that hold rows.

    Beside a day stand the other days of its month. `name` is the rows' fuzzy date.
    """
    if chosen is None:
        groups = _groups(rows, name, "year")
        return [stretch for year in _years(groups) if (stretch := _count(groups, date(year, 1, 1), "year")).count]
    first = chosen.earliest
    groups = _groups(rows.filter(fuzzy.overlapping(name, *_ends(first, "year"))), name, "day")
    way = [_count(groups, first, "year")]
    if len(chosen.edtf) == _DIGITS["year"]:
        parts = [_count(groups, date(first.year, month, 1), "month") for month in range(1, 13)]
    else:
        way.append(_count(groups, first, "month"))
        parts = [_count(groups, day, "day") for day in _days(first)]
    return [*way, *(part for part in parts if part.count or part.edtf == chosen.edtf)]


def _groups(rows: QuerySet[Any], name: str, unit: Unit) -> list[_Group]:
    """Count rows by where they begin and end, in whole units: as few groups as there are such pairs."""
    return list(
        rows.order_by()
        .filter(**{f"{name}_earliest__isnull": False})
        .values_list(Trunc(f"{name}_earliest", unit), Trunc(f"{name}_latest", unit))
        .annotate(number=Count("pk", distinct=True))
    )


def _years(groups: list[_Group]) -> Iterator[int]:
    """Yield the years from the newest back; what has no end only counts in years that others reach."""
    if groups:
        newest = max((last or first).year for first, last, _number in groups)
        oldest = min(first.year for first, _last, _number in groups)
        yield from range(newest, max(oldest, newest - MOST_YEARS + 1) - 1, -1)


def _count(groups: list[_Group], day: date, unit: Unit) -> Stretch:
    """Count the rows that may lie in the year, month or day around `day`."""
    start, end = _ends(day, unit)
    return Stretch(
        edtf=day.isoformat()[: _DIGITS[unit]],
        label=format_day(day, _FORMATS[unit]),
        count=sum(number for first, last, number in groups if first <= end and (last is None or last >= start)),
    )


def _ends(day: date, unit: Unit) -> tuple[date, date]:
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if unit == "month":
        return day.replace(day=1), _days(day)[-1]
    return day, day


def _days(day: date) -> list[date]:
    return [day.replace(day=number) for number in range(1, calendar.monthrange(day.year, day.month)[1] + 1)]
