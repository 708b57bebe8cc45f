"""Time that the statements of one request may take together: what is only useful must not hold up what is asked."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.core.exceptions import EmptyResultSet
from django.db import OperationalError, connection, transaction
from django.db.models import QuerySet
from psycopg import errors

from articles.search import remembered

Row = tuple[Any, ...]


class OutOfTime(Exception):
    """A statement had no time left, or took more than it had."""


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with its parameters; None stands for one that can find nothing."""

    sql: str
    params: tuple[Any, ...] = ()

    @classmethod
    def of(cls, rows: QuerySet[Any]) -> Self | None:
        """Return what a query would ask; None where it is known before that nothing can be found."""
        try:
            sql, params = rows.query.sql_with_params()
        except EmptyResultSet:
            return None
        return cls(sql, tuple(params))

    def __str__(self) -> str:
        return f"{self.sql} {self.params!r}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Seconds on a clock that only goes forward; several may run out at different times of one request."""

    ends: float

    @classmethod
    def seconds(cls, seconds: float) -> Self:
        return cls(ends=time.monotonic() + seconds)

    @property
    def left_ms(self) -> int:
        return max(int((self.ends - time.monotonic()) * 1000), 0)

    def part(self, share: float) -> Budget:
        """Return a budget of a share of what is left, 0 to 1."""
        return Budget(ends=time.monotonic() + self.left_ms / 1000 * share)

    def fetch(self, statement: Statement) -> list[Row]:
        """Return all rows of a statement that only reads; what was found for it before is not looked for again.

        Raises:
            OutOfTime: it takes more than is left. Nothing of the surrounding transaction is lost.
        """
        return remembered.value(str(statement), lambda: self._fetch(statement))

    def _fetch(self, statement: Statement) -> list[Row]:
        limit = self.left_ms
        if not limit:  # which PostgreSQL would take for no limit at all
            raise OutOfTime
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(limit)])
                cursor.execute(statement.sql, statement.params)
                rows: Sequence[Row] = cursor.fetchall()
                # Back to what was set before: with the end of a block inside of another it would stay.
                transaction.set_rollback(True)
        except OperationalError as error:
            if isinstance(error.__cause__, errors.QueryCanceled):
                raise OutOfTime from error
            raise
        return list(rows)
