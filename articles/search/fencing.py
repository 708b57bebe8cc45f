"""One statement that finds and counts first and orders afterwards.

Of "the first twenty by day" PostgreSQL may think that it meets them soon on a walk along the days. Where few rows
match, that walk reads the whole archive. What is materialised is found by its own conditions alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import F, QuerySet

from articles.search.counts import MOST, Count
from articles.search.orders import Order

_TAKE: Final = """
WITH found AS MATERIALIZED ({found})
SELECT (SELECT count(*) FROM found), ARRAY(SELECT found_key FROM found ORDER BY {order} LIMIT %s OFFSET %s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    count: Count  # of all rows; where there are `more`, the keys are any that were met, and of no use
    keys: list[int]


def take(rows: QuerySet[Any], order: Order, *, start: int, size: int, most: int = MOST) -> Taken:
    """Find all rows up to `most`, count them, and return the keys of those from `start` on in their order."""
    columns = {column.name: column.value for column in order.columns}
    told = rows.order_by().values(found_key=F("pk"), **columns)[: most + 1]
    try:
        found, parameters = told.query.sql_with_params()
    except EmptyResultSet:
        return Taken(count=Count(0), keys=[])
    ordering = ", ".join(
        f"{column.name} {'DESC' if column.descending else 'ASC'} NULLS LAST" for column in order.columns
    )
    with connections[rows.db].cursor() as cursor:
        cursor.execute(_TAKE.format(found=found, order=ordering), [*parameters, size, start])
        seen, keys = cursor.fetchone()
    return Taken(count=Count.of(seen, most=most), keys=keys)
