"""How many rows a list has: counted up to ten thousand, and all of them only for who asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db import OperationalError, connections, transaction
from django.db.models import QuerySet
from django.utils.formats import number_format
from psycopg import errors

MOST: Final = 10_000  # rows that a page counts before it says "more than this"
MOST_READ: Final = 2_000  # the same, where the words of each have to be read to be sure of it
PATIENCE_MS: Final = 1500  # of an exact count, below the limit of every statement


@dataclass(frozen=True, slots=True)
class Count:
    """False where there is nothing. As text: "1,100", or "10,000+" where there are more than were counted."""

    number: int
    more: bool = False  # there are more than `number`

    def __bool__(self) -> bool:
        return self.number > 0

    def __str__(self) -> str:
        return number_format(self.number, force_grouping=True) + ("+" if self.more else "")

    @classmethod
    def of(cls, seen: int, *, most: int) -> Count:
        """Return the count of which `seen` rows are known, where nobody looked beyond `most` and one more."""
        return cls(min(seen, most), more=seen > most)


def exact(rows: QuerySet[Any]) -> Count | None:
    """Count all rows; None where that takes longer than a reader should wait."""
    try:
        with transaction.atomic(using=rows.db):
            _limit(rows.db)
            number = rows.order_by().count()
            transaction.set_rollback(True, using=rows.db)  # gives the limit back, inside of another transaction too
            return Count(number)
    except OperationalError as error:
        if isinstance(error.__cause__, errors.QueryCanceled):
            return None
        raise


def _limit(alias: str) -> None:
    """Give the statements of this transaction less time, not more than the connection allows them."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('statement_timeout', least(nullif(setting::int, 0), %s)::text, true)"
            " FROM pg_settings WHERE name = 'statement_timeout'",
            [PATIENCE_MS],
        )
