"""Counts of what stands beside a list: they may be missing, but they never hold the list up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import QuerySet

from articles.search.budget import Budget, OutOfTime, Statement
from articles.search.counts import MOST, Count

# Seconds of one request: for the conditions of its list, and as many for its other kinds. Most need a part of it.
BESIDE_LIST: Final = 0.1
IN_ITS_PLACE: Final = 1.0  # where nothing was found, these counts are what the page has to say
TOGETHER: Final = 0.6  # of the time: for one statement that counts everything


def beside_list() -> Budget:
    """Return the time for counts that a page can do without."""
    return Budget.seconds(BESIDE_LIST)


def in_its_place() -> Budget:
    """Return the time for what is told in place of results."""
    return Budget.seconds(IN_ITS_PLACE)


def counted(rows: QuerySet[Any], budget: Budget, *, most: int = MOST) -> Count | None:
    """Count rows up to `most`; None where the time of the page does not last for it."""
    return _together([rows], budget, most=most)[0]


def counted_each(lists: Sequence[QuerySet[Any]], budget: Budget, *, most: int = MOST) -> list[Count | None]:
    """Count several lists: together, and if one of them takes too long, each in its share of the time."""
    found = _together(lists, budget.part(TOGETHER), most=most)
    if len(lists) < 2 or None not in found:
        return found
    return [counted(rows, budget.part(1 / (len(lists) - number)), most=most) for number, rows in enumerate(lists)]


def _together(lists: Sequence[QuerySet[Any]], budget: Budget, *, most: int) -> list[Count | None]:
    told = [Statement.of(rows.order_by().values("pk")[: most + 1]) for rows in lists]
    asked = [one for one in told if one is not None]
    if not asked:
        return [Count(0) for _rows in lists]
    sql = ", ".join(f"(SELECT count(*) FROM ({one.sql}) found)" for one in asked)  # noqa: S608 - our own queries
    params = tuple(value for one in asked for value in one.params)
    try:
        (row,) = budget.fetch(Statement(f"SELECT {sql}", params))
    except OutOfTime:
        return [None if one else Count(0) for one in told]
    seen = iter(row)
    return [Count.of(next(seen), most=most) if one else Count(0) for one in told]
