"""Years, months and days: what was published, said, happened and counted then, each kind apart."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from articles.browsing.kinds import EXACT, GOING, KINDS, POSSIBLY, Kind
from articles.models import Entity
from articles.models.fuzzy import FIRST_DAY, LAST_DAY

MOST = 25  # items of one kind on a page; the list of that kind has them all
MOST_WITHOUT_LIST = 200  # where there is no such list


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One kind of date on a page."""

    kind: Kind
    exact: list[Any]
    going: list[Any]  # stretches of time that the day lies in
    possibly: list[Any]  # what may be of this day: the date is uncertain
    more: str  # address of the full list; "" when all stand here, or no list has them
    total: int  # where a list has more, those shown here

    @property
    def rows(self) -> list[Any]:
        return [*self.exact, *self.going, *self.possibly]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day in a calendar."""

    day: date
    counts: list[tuple[Kind, int]]  # all four kinds, zeros too: each sign has its place

    @property
    def kinds(self) -> list[Kind]:
        return [kind for kind, count in self.counts if count]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month with its counts; `weeks` are rows of seven, None for days of other months."""

    first: date
    weeks: list[list[Cell | None]]

    @property
    def weekdays(self) -> list[date]:
        """Any seven days from Monday to Sunday, to be named."""
        return [date(2024, 1, day) for day in range(1, 8)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much of each kind lies in a year or a month: certain of its day, and uncertain."""

    first: date
    counts: list[tuple[Kind, int, int]]

    @property
    def empty(self) -> bool:
        return not any(sure or unsure for _, sure, unsure in self.counts)


def possible(year: int, month: int = 1, day: int = 1) -> date | None:
    """Return the day, None when there is no such day or it is out of the archive's years."""
    try:
        asked = date(year, month, day)
    except ValueError:
        return None
    return asked if FIRST_DAY <= asked <= LAST_DAY else None


def parts(first: date, last: date, *, notes: bool = False, most: int = MOST) -> list[Part]:
    """Return what lies between two days, one part a kind, in the order of KINDS."""
    found = [_part(kind, first, last, notes=notes, most=most) for kind in KINDS]
    Entity.objects.tell_pages(row for part in found for row in part.rows)
    return found


def _part(kind: Kind, first: date, last: date, *, notes: bool, most: int) -> Part:
    most = most if kind.list_url else MOST_WITHOUT_LIST
    rows = kind.on(first, last, notes=notes)
    found = list(kind.load(rows)[: most + 1])
    more, total = "", len(found)
    if total > most and kind.list_url:
        more, total = _list_of(kind, first, last, notes=notes), most
    elif total > most:
        total = rows.count()
    by_certainty = {name: [row for row in found[:most] if row.certainty == name] for name in (EXACT, GOING, POSSIBLY)}
    return Part(kind=kind, more=more, total=total, **by_certainty)


def _list_of(kind: Kind, first: date, last: date, *, notes: bool) -> str:
    asked = {"from": first.isoformat(), "to": last.isoformat(), **({"notes": "1"} if notes else {})}
    return f"{reverse(kind.list_url)}?{urlencode(asked)}"


def month_of(first: date, *, notes: bool = False) -> Month:
    """Return the calendar of the month that begins on `first`, weeks beginning on Monday."""
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    counts = [(kind, kind.counts_by_day(first, last, notes=notes)) for kind in KINDS]
    weeks = [
        [
            Cell(day=day, counts=[(kind, days.get(day, 0)) for kind, days in counts])
            if day.month == first.month
            else None
            for day in week
        ]
        for week in calendar.Calendar().monthdatescalendar(first.year, first.month)
    ]
    return Month(first=first, weeks=weeks)


def months_of(year: int, *, notes: bool = False) -> list[Tally]:
    """Return the twelve months of a year; what may lie in several counts as uncertain in each."""
    found = [(kind, kind.counts_by_month(year, notes=notes)) for kind in KINDS]
    return [
        Tally(first=date(year, month, 1), counts=[(kind, *_in(groups, month)) for kind, groups in found])
        for month in range(1, 13)
    ]


def years(*, notes: bool = False) -> list[Tally]:
    """Return every year that has something, the newest first."""
    found = [(kind, kind.counts_by_year(notes=notes)) for kind in KINDS]
    groups = [group for _, groups in found for group in groups]
    some = {year for begins, ends, _, _ in groups for year in range(begins, ends + 1)}
    return [
        Tally(first=date(year, 1, 1), counts=[(kind, *_in(groups, year)) for kind, groups in found])
        for year in sorted(some, reverse=True)
    ]


def _in(groups: list[tuple[int, int, bool, int]], place: int) -> tuple[int, int]:
    """Add up what lies in one month or year, certain and uncertain apart."""
    sure = sum(count for begins, _, certain, count in groups if certain and begins == place)
    unsure = sum(count for begins, ends, certain, count in groups if not certain and begins <= place <= ends)
    return sure, unsure


def neighbours(day: date) -> tuple[date | None, date | None]:
    """Return the nearest days before and after with anything certain of them."""
    found = [kind.neighbours(day) for kind in KINDS]
    return (
        max((before for before, _ in found if before), default=None),
        min((after for _, after in found if after), default=None),
    )
