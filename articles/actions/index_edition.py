"""By which edition of the analysis the search entries were written; kept with each table, so with every backup."""

from __future__ import annotations

from typing import Final

from django.db import OperationalError, connection, transaction
from psycopg import errors, sql

from articles.models import ArticleEntry, QuoteEntry, StatisticEntry
from articles.models.entry import Entry
from articles.text import analysis, leads

EDITION: Final = f"{analysis.EDITION}, {leads.EDITION}"
TABLES: Final[tuple[type[Entry], ...]] = (ArticleEntry, QuoteEntry, StatisticEntry)
_UP_TO: Final = "; up to "  # key of the last one that was written
_PATIENCE: Final = "100ms"  # a server that cleans the table gives way to whoever waits for a second


def is_current() -> bool:
    """Whether all entries were written by the analysis of now."""
    return all(_noted(table) == EDITION for table in TABLES)


def reached(table: type[Entry]) -> int:
    """Return the key up to which a run that was broken off has written a table by the analysis of now; 0: none."""
    edition, _, last = _noted(table).partition(_UP_TO)
    return int(last) if edition == EDITION and last else 0


def note(table: type[Entry]) -> None:
    """Write down that all entries of a table are of the analysis of now."""
    _write(table, EDITION)


def note_reached(table: type[Entry], last: int) -> None:
    """Write down how far a run is, unless somebody holds the table just now: it is only less to do again."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [_PATIENCE])
            _write(table, f"{EDITION}{_UP_TO}{last}")
    except OperationalError as error:
        if not isinstance(error.__cause__, errors.LockNotAvailable):
            raise


def _noted(table: type[Entry]) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(%s::regclass, 'pg_class')", [table._meta.db_table])
        return cursor.fetchone()[0] or ""


def _write(table: type[Entry], text: str) -> None:
    statement = sql.SQL("COMMENT ON TABLE {} IS {}").format(sql.Identifier(table._meta.db_table), sql.Literal(text))
    with connection.cursor() as cursor:
        cursor.execute(statement)
