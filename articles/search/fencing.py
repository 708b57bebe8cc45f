"""Statements that find first and order afterwards, by plans whose work is bounded by what is found.

Of "the first twenty by day" PostgreSQL may think that it meets them soon on a walk along the days. Where few rows
match, that walk reads the whole archive. What is materialised is found by its own conditions alone. And PostgreSQL
takes reading a row for cheap even where a vector of its words must be fetched for it, which is the cost of search.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import OperationalError, connections, transaction
from django.db.models import F, QuerySet
from psycopg import errors

from articles.search.counts import Count
from articles.search.orders import Order

PATIENCE_MS: Final = 1000  # to find and count all rows; who waits longer is shown the first that are met on a walk
UNKNOWN: Final = Count(0, more=True)

# A hash of a table reads all of it, for however few rows it is asked. Loops read what they need.
_LOOPS: Final = {"enable_hashjoin": "off", "enable_mergejoin": "off", "max_parallel_workers_per_gather": "0"}
# The index of words tells which rows match; a walk through rows would read the words of each.
_WORDS: Final = {"enable_seqscan": "off", "enable_indexscan": "off"}

_TAKE: Final = """
WITH found AS MATERIALIZED ({found})
SELECT (SELECT count(*) FROM found), ARRAY(SELECT found_key FROM found ORDER BY {order} LIMIT %s OFFSET %s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    count: Count  # of all rows; UNKNOWN where time ran out
    keys: list[int]  # where there are `more`, of any that were met first


@contextmanager
def planned(alias: str, *, by_words: bool, patience_ms: int = 0) -> Iterator[Any]:
    """Give a cursor whose statements are planned for bounded work; what they write is undone.

    `by_words`: rows are found by the index of words. 0 ms leaves the time that a connection allows.
    """
    settings = {**_LOOPS, **(_WORDS if by_words else {})}
    if patience_ms:
        settings["statement_timeout"] = str(patience_ms)
    calls = ", ".join("set_config(%s, %s, true)" for _ in settings)
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute(f"SELECT {calls}", [part for pair in settings.items() for part in pair])
        yield cursor
        # Back to what was set before: with the end of a block inside of another it would stay.
        transaction.set_rollback(True, using=alias)


def take(
    rows: QuerySet[Any], order: Order, *, start: int, size: int, most: int | None, by_words: bool = False
) -> Taken:
    """Find all rows up to `most`, count them, and return the keys of those from `start` on in their order."""
    columns = {column.name: column.value for column in order.columns}
    told = rows.order_by().values(found_key=F("pk"), **columns)
    try:
        found, parameters = (told if most is None else told[: most + 1]).query.sql_with_params()
    except EmptyResultSet:
        return Taken(count=Count(0), keys=[])
    ordering = ", ".join(
        f"{column.name} {'DESC' if column.descending else 'ASC'} NULLS {'FIRST' if column.empty_first else 'LAST'}"
        for column in order.columns
    )
    try:
        with planned(rows.db, by_words=by_words, patience_ms=PATIENCE_MS) as cursor:
            cursor.execute(_TAKE.format(found=found, order=ordering), [*parameters, size, start])
            seen, keys = cursor.fetchone()
    except OperationalError as error:
        if isinstance(error.__cause__, errors.QueryCanceled):
            return Taken(count=UNKNOWN, keys=[])
        raise
    return Taken(count=Count(seen) if most is None else Count.of(seen, most=most), keys=keys)


def first(rows: QuerySet[Any], start: int, size: int) -> list[int]:
    """Return the keys of rows that are in order: a walk along the index of that order, which meets them soon."""
    try:
        sql, parameters = rows.values_list("pk", flat=True)[start : start + size].query.sql_with_params()
    except EmptyResultSet:
        return []
    with planned(rows.db, by_words=False) as cursor:
        cursor.execute(sql, parameters)
        return [row[0] for row in cursor.fetchall()]


def guessed(rows: QuerySet[Any]) -> int:
    """Return how many rows PostgreSQL expects, by its statistics alone: at least 1."""
    try:
        sql, parameters = rows.order_by().values_list("pk").query.sql_with_params()
    except EmptyResultSet:
        return 1
    with connections[rows.db].cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", parameters)
        told = cursor.fetchone()[0]
    plan = json.loads(told) if isinstance(told, str) else told
    return max(int(plan[0]["Plan"]["Plan Rows"]), 1)
