"""Counts that are exact while there is time, then told from a part of the rows, drawn evenly over all keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any, Final

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, Func, QuerySet, Value

from articles.search import remembered
from articles.search.budget import Budget, OutOfTime, Row, Statement

MOST_DRAWN: Final = 6_000  # keys; of what 1 % of all rows have, 60 are drawn: one in eight more or less
LEAST_STEP: Final = 5  # keys of which one is drawn; a larger part would take as long as the whole
EXACT_SHARE: Final = 0.5  # of a budget; the rest is for samples
ENOUGH_MS: Final = 250  # what takes longer than this is not tried again soon

Ask = Callable[[QuerySet[Any]], Statement | None]


class Among(Func):
    """Match rows whose column is one of many numbers, which are sent as one value."""

    arg_joiner = " = ANY ("
    template = "(%(expressions)s))"
    output_field = BooleanField()

    def __init__(self, column: str, numbers: list[int]) -> None:
        super().__init__(column, Value(numbers, output_field=ArrayField(BigIntegerField())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    rows: list[Row]
    each: float = 1.0  # how many rows of the list each row counted stands for; 1 is exact

    @property
    def about(self) -> bool:
        return self.each > 1

    def number(self, counted: int) -> int:
        """Return how many rows a count stands for, with no more digits than a sample can tell."""
        if not self.about:
            return counted
        number = round(counted * self.each)
        return round(number, 2 - len(str(number))) if number > 99 else number


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """The time for all that one page counts beside its list."""

    exact: Budget
    all: Budget

    @classmethod
    def of_facets(cls) -> Patience:
        """Return what all facets and bars of one page have together."""
        budget = Budget.seconds(settings.FACETS_SECONDS)
        return cls(exact=budget.part(EXACT_SHARE), all=budget)


class Reckoning:
    """Counts the rows of one list in several ways."""

    def __init__(self, rows: QuerySet[Any], patience: Patience, *, among: QuerySet[Any]) -> None:
        """`among` is all that readers may see of this kind: samples are drawn between its first and its last key."""
        self._rows, self._patience, self._among = rows, patience, among

    def answer(self, ask: Ask) -> Answer | None:
        """Return what a statement about the rows finds; None when time ran out before even a sample was counted."""
        try:
            return Answer(rows=_exact(self._patience.exact, ask(self._rows)))
        except OutOfTime:
            pass
        try:
            if self._drawn is None:
                return None
            rows, each = self._drawn
            return Answer(rows=_fetched(self._patience.all, ask(rows)), each=each)
        except OutOfTime:
            return None

    @cached_property
    def _drawn(self) -> tuple[QuerySet[Any], float] | None:
        """The rows of the list that are in the sample, and how many each stands for; None where there are too few."""
        key = str(self._rows.model._meta.pk.attname)
        # Each end is the first row of an index; both at once would be a look at every row.
        ends = [
            _fetched(self._patience.all, Statement.of(self._among.order_by(order).values_list(key)[:1]))
            for order in (key, f"-{key}")
        ]
        if not ends[0] or not ends[1]:
            return None
        first, last = ends[0][0][0], ends[1][0][0]
        step = max((last - first + 1) / MOST_DRAWN, LEAST_STEP)
        drawn = _spread(first, last, step)
        matching = Statement.of(self._rows.order_by().filter(Among(key, drawn)).values_list(key))
        keys = [row[0] for row in _fetched(self._patience.all, matching)]
        # Their words are not compared again.
        return self._rows.model._default_manager.filter(Among(key, keys)), step


def _exact(budget: Budget, statement: Statement | None) -> list[Row]:
    """Fetch what takes all rows; not again what took too long a short time ago, so that the sample has its time."""
    if remembered.was_late(str(statement)):
        raise OutOfTime
    enough = budget.left_ms > ENOUGH_MS
    try:
        return _fetched(budget, statement)
    except OutOfTime:
        if enough:
            remembered.note_late(str(statement))
        raise


def _fetched(budget: Budget, statement: Statement | None) -> list[Row]:
    return budget.fetch(statement) if statement else []


def _spread(first: int, last: int, step: float) -> list[int]:
    """Return one number of each stretch of `step`, by chance, but the same ones each time."""
    chance = Random(first)  # noqa: S311 - nothing is kept secret by it
    starts = range(int((last - first) / step) + 1)
    drawn = (first + int((start + chance.random()) * step) for start in starts)
    return [number for number in drawn if number <= last]
