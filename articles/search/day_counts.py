"""How many rows of a list lie in each year, month or day: counted by the database, whatever their number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, TypeAlias

from django.db.models import F, QuerySet, Value
from django.db.models.functions import NullIf

from articles.models import Anchor, Event, Quote, fuzzy
from articles.search.budget import Statement
from articles.search.sampling import Reckoning

MOST_YEARS: Final = 60

Unit: TypeAlias = Literal["year", "month", "day"]

# Days as numbers of years, months or days, so that those of one bar have one number.
_NUMBERS: Final[dict[Unit, str]] = {
    "year": "extract(year FROM {day})::int",
    "month": "(extract(year FROM {day}) * 12 + extract(month FROM {day}) - 1)::int",
    "day": "({day} - DATE '0001-01-01' + 1)",
}
_SPANS: Final = """
WITH days AS (
    SELECT {whose} AS whose, first_day, last_day, count(*) AS number
    FROM ({rows}) AS found (pk, first_day, last_day) WHERE first_day IS NOT NULL GROUP BY 1, 2, 3
), spans AS (
    SELECT whose, {first} AS first, {last} AS last, sum(number) AS number FROM days GROUP BY 1, 2, 3
), edges AS (
    SELECT coalesce(%s, greatest(max(coalesce(last, first)) - %s, min(first))) AS low,
        coalesce(%s, max(coalesce(last, first))) AS high
    FROM spans
)
"""
_BARS: Final = """
SELECT bar, coalesce(sum(number) FILTER (WHERE sure), 0)::bigint,
    coalesce(sum(number) FILTER (WHERE NOT sure), 0)::bigint, low, high
FROM ({touched}) AS touched GROUP BY bar, low, high ORDER BY bar
"""
_TOUCHED: Final = """
SELECT bar, coalesce(first = last, false) AS sure, number, low, high
FROM edges, spans, generate_series(greatest(first, low), least(coalesce(last, high), high)) AS bar
"""
# A row with several days lies once in each bar that one of them touches.
_TOUCHED_ONCE: Final = """
SELECT bar, bool_or(coalesce(first = last, false)) AS sure, 1 AS number, low, high
FROM edges, spans, generate_series(greatest(first, low), least(coalesce(last, high), high)) AS bar
GROUP BY whose, bar, low, high
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCounts:
    """By the number of a year, month or day: how many rows lie in it for certain, and how many more may."""

    counts: dict[int, tuple[int, int]]
    low: int  # the first and the last number that is shown; the last lies before the first where there is none
    high: int
    about: bool  # told from a sample


def number_of(day: date, unit: Unit) -> int:
    """Return the number of the year, month or day that a day lies in; each is one more than the one before it."""
    if unit == "year":
        return day.year
    return day.year * 12 + day.month - 1 if unit == "month" else day.toordinal()


def start_of(number: int, unit: Unit) -> date:
    """Return the first day of the year, month or day of that number."""
    if unit == "year":
        return date(number, 1, 1)
    return date(number // 12, number % 12 + 1, 1) if unit == "month" else date.fromordinal(number)


def count(reckoning: Reckoning, days: str, unit: Unit, within: tuple[date, date] | None) -> DayCounts | None:
    """Count rows by the bars that their dates touch; None when time ran out.

    `days` is a kind of date. `within`: the first and last day shown; None means the last sixty years that there are.
    """
    edges = tuple(number_of(day, unit) for day in within) if within else (None, None)

    def ask(rows: QuerySet[Any]) -> Statement | None:
        found = Statement.of(_with_days(rows, days, within))
        return found and _statement(found, unit, edges, once=_has_several(rows, days))

    answer = reckoning.answer(ask)
    if answer is None:
        return None
    low, high = answer.rows[0][3:] if answer.rows else (edges if within else (0, -1))
    counts = {bar: (answer.number(sure), answer.number(unsure)) for bar, sure, unsure, *_ in answer.rows}
    return DayCounts(counts=counts, low=low, high=high, about=answer.about)


def _has_several(rows: QuerySet[Any], days: str) -> bool:
    """Return whether a row may have several dates of this kind: an article has many quotes."""
    return days in {"said", "happened"} and rows.model is not Quote


def _statement(found: Statement, unit: Unit, edges: tuple[int | None, ...], *, once: bool) -> Statement:
    number = _NUMBERS[unit]
    spans = _SPANS.format(
        whose="pk" if once else "0",
        first=number.format(day="first_day"),
        last=number.format(day="last_day"),
        rows=found.sql,
    )
    low, high = edges
    bars = _BARS.format(touched=_TOUCHED_ONCE if once else _TOUCHED)
    return Statement(spans + bars, (*found.params, low, MOST_YEARS - 1, high))


def _with_days(rows: QuerySet[Any], days: str, within: tuple[date, date] | None) -> QuerySet[Any]:
    """Return the key of each row with the first and last possible day of its date, None for no end."""
    plain: Any = rows.order_by()
    if days == "published":
        if within:
            plain = plain.filter(oldest__lte=within[1], newest__gte=within[0])
        dated: QuerySet[Any] = plain.annotate(last_day=NullIf("newest", Value(fuzzy.LAST_DAY)))
        return dated.values_list("pk", "oldest", "last_day")
    if _has_several(rows, days):
        keys = plain.values("pk")
        if days == "said":
            plain = Quote.objects.shown().filter(article__in=keys).annotate(counted_pk=F("article"))
        else:
            anchors = Anchor.objects.filter(event__in=Event.objects.shown(), block__version__article__in=keys)
            plain = anchors.annotate(counted_pk=F("block__version__article"))
            days = "event__happened"
    else:
        plain = plain.annotate(counted_pk=F("pk"))
    first, last = within or (None, None)
    dated = plain.filter(fuzzy.overlapping(days, first, last))
    return dated.values_list("counted_pk", f"{days}_earliest", f"{days}_latest")
