"""Questions about the rows of a page, whose SQL is written once.

What readers may see of twenty articles PostgreSQL tells sooner than Django writes down the question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from articles.search.budget import Row, Statement

_MOST_KEPT: Final = 256  # statements, of some 2 kB: one for each number of rows that was asked about


class Prepared:
    """A query that depends on keys and on the setting of what is shown, and on nothing else.

    `rows` makes it of a list of keys; it gives values that need no conversion: numbers and words.
    """

    def __init__(self, rows: Callable[[Sequence[int]], QuerySet[Any, Any]]) -> None:
        self._rows = rows

    def of(self, keys: Sequence[int]) -> list[Row]:
        """Return what is found for some keys."""
        statement = _written(self._rows, len(keys), settings.NEWSARCHIVE_SHOW_UNREVIEWED) if keys else None
        if statement is None:
            return []
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, [keys[one] if _is_mark(one) else one for one in statement.params])
            return list(cursor.fetchall())


@lru_cache(_MOST_KEPT)
def _written(
    rows: Callable[[Sequence[int]], QuerySet[Any, Any]],
    number: int,
    _shows_unreviewed: bool,  # noqa: FBT001 - which of two statements it is
) -> Statement | None:
    """Write the SQL with marks in place of keys: -1 for the last of them, -2 for that before, as a sequence counts."""
    return Statement.of(rows(range(-number, 0)))


def _is_mark(value: object) -> bool:
    """Whether it stands for a key; nothing else that we ask of rows is less than zero."""
    return isinstance(value, int) and not isinstance(value, bool) and value < 0
