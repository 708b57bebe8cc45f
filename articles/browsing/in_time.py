"""The newest months of the archive as four lanes, and its newest years: each in work bounded by what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.browsing.bounded import along
from articles.browsing.kinds import KINDS, Kind
from articles.browsing.lanes import Plot, Row, plots
from articles.search.budget import Budget, OutOfTime, Statement

MONTHS: Final = 3  # of the drawing, up to the last day with anything certain
YEARS: Final = 6

# From year to year along an index, not through all that lies in them.
_YEARS: Final = """
WITH RECURSIVE years (began) AS (
    SELECT (SELECT date_trunc('year', day)::date FROM ({rows}) AS found (day) ORDER BY day DESC LIMIT 1)
    UNION ALL
    SELECT (
        SELECT date_trunc('year', day)::date FROM ({rows}) AS found (day) WHERE day < began ORDER BY day DESC LIMIT 1
    ) FROM years WHERE began IS NOT NULL
)
SELECT began FROM years WHERE began IS NOT NULL LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One lane in words: days with how much is certain of them, days with how much is doubted, and the rest."""

    kind: Kind
    certain: list[tuple[date, int]]
    doubted: list[tuple[date, int]]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InTime:
    """The newest months of the archive, drawn; `days` says the same in words."""

    first: date
    last: date
    plots: list[Plot]
    days: list[Told]


def in_time(budget: Budget) -> InTime | None:
    """Return the drawing; None while nothing is certain of its day, and where time runs out before it is whole."""
    try:
        last = _last_day(budget)
        if last is None:
            return None
        last_month = last.year * 12 + last.month - 1
        first = date((last_month - MONTHS + 1) // 12, (last_month - MONTHS + 1) % 12 + 1, 1)
        end = date((last_month + 1) // 12, (last_month + 1) % 12 + 1, 1)
        told = [_told(kind, first, end, budget) for kind in KINDS]
    except OutOfTime:
        return None
    rows = [
        Row(title=str(lane.kind.title), counts=dict(lane.certain), doubted=dict(lane.doubted), rest=lane.rest)
        for lane in told
    ]
    return InTime(first=first, last=end, plots=plots(rows, first, end), days=told)


def newest_years(budget: Budget) -> list[int]:
    """Return the newest years in which something begins, the newest first; none where time runs out."""
    try:
        return sorted({year for kind in KINDS for year in _years(kind, budget)}, reverse=True)[:YEARS]
    except OutOfTime:
        return []


def _last_day(budget: Budget) -> date | None:
    statements = [Statement.of(kind.last_days()) for kind in KINDS]
    days = [day for statement in statements if statement for (day,) in along(statement, budget)]
    return max(days, default=None)


def _told(kind: Kind, first: date, end: date, budget: Budget) -> Told:
    statement = Statement.of(kind.told_days(first, end))
    found = budget.fetch(statement) if statement else []
    return Told(
        kind=kind,
        certain=sorted((day, n) for day, doubted, n in found if day and not doubted),
        doubted=sorted((day, n) for day, doubted, n in found if day and doubted),
        rest=sum(n for day, _doubted, n in found if not day),
    )


def _years(kind: Kind, budget: Budget) -> list[int]:
    rows = Statement.of(kind.first_days())
    if rows is None:
        return []
    statement = Statement(_YEARS.format(rows=rows.sql), (*rows.params, *rows.params, YEARS))
    return [began.year for (began,) in along(statement, budget)]
