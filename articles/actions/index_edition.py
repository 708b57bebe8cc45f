"""By which edition of the analysis the search entries were written; kept with the table, so with every backup."""

from __future__ import annotations

from typing import Final

from django.db import connection
from psycopg import sql

from articles.models import ArticleEntry
from articles.text import analysis, leads

EDITION: Final = f"{analysis.EDITION}, {leads.EDITION}"
_TABLE = ArticleEntry._meta.db_table


def is_current() -> bool:
    """Whether all entries were written by the analysis of now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(%s::regclass, 'pg_class')", [_TABLE])
        return bool(cursor.fetchone()[0] == EDITION)


def note() -> None:
    """Write down that all entries are of the analysis of now."""
    statement = sql.SQL("COMMENT ON TABLE {} IS {}").format(sql.Identifier(_TABLE), sql.Literal(EDITION))
    with connection.cursor() as cursor:
        cursor.execute(statement)
