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


@dataclass(slots=True, kw_only=True)
class Budget:
    """Seconds that statements may take together; what the page does between them costs nothing."""

    left: float
    of: Budget | None = None  # the larger one, which pays too

    @classmethod
    def seconds(cls, seconds: float) -> Self:
        return cls(left=seconds)

    @property
    def left_ms(self) -> int:
        own = max(int(self.left * 1000), 0)
        return min(own, self.of.left_ms) if self.of else own

    def part(self, share: float) -> Budget:
        """Return a budget of a share of what is left, 0 to 1, which is spent of this one too."""
        return Budget(left=self.left * share, of=self)

    def spend(self, seconds: float) -> None:
        """Take off what a statement took."""
        self.left -= seconds
        if self.of:
            self.of.spend(seconds)

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
        began = time.monotonic()
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
        finally:
            self.spend(time.monotonic() - began)
        return list(rows)
