"""All that an archive holds, so that two of them can be compared: without the keys and moments that differ by nature.

What the tables and their columns are is asked of the database: a new one is compared without anybody telling.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from psycopg import Connection, sql

Contents = Mapping[str, Counter[str]]  # table: its rows, as the beginning and the digest of each

_TABLES: Final = (
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'articles\\_%' ORDER BY 1"
)
_COLUMNS: Final = """
SELECT attname, coalesce(confrelid::regclass::text, '')
FROM pg_attribute LEFT JOIN pg_constraint ON contype = 'f' AND conrelid = attrelid AND conkey = ARRAY[attnum]
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('id', 'seconds')
    AND (atttypid <> 'timestamptz'::regtype OR attname = 'retrieved_at')
ORDER BY attname
"""
# What tells a row of another table, instead of its key.
_AT: Final = "(SELECT url FROM articles_article WHERE id = {})"
_TEXT: Final = (
    "(SELECT url || number FROM articles_version v JOIN articles_article a ON a.id = article_id WHERE v.id = {})"
)
_NAMES: Final = {
    "articles_article": _AT,
    "articles_version": _TEXT,
    "articles_source": "(SELECT sha256 FROM articles_source WHERE id = {})",
    "articles_entity": "(SELECT slug FROM articles_entity WHERE id = {})",
    "articles_importrun": "(SELECT container FROM articles_importrun WHERE id = {})",
    "articles_batch": "(SELECT number FROM articles_batch WHERE id = {})",
    "django_content_type": "(SELECT model FROM django_content_type WHERE id = {})",
}
_KNOWN_BY_KEY: Final = "({} IS NOT NULL)"  # of tables that no import fills
_OF_DECISION: Final = """
CASE (SELECT model FROM django_content_type WHERE id = subject_type_id)
WHEN 'article' THEN (SELECT url FROM articles_article WHERE id = subject_id)
WHEN 'entity' THEN (SELECT slug FROM articles_entity WHERE id = subject_id) END
"""
_SHOWN: Final = 200  # characters of a row


def contents(connection: Connection[Any]) -> Contents:
    """Return the rows of all tables of the archive. Articles are told by their addresses: each needs one."""
    tables = [table for (table,) in connection.execute(_TABLES).fetchall()]
    return {table: _rows(connection, table) for table in tables}


def differences(found: Contents, wanted: Contents) -> list[str]:
    """Return a line for each table whose rows are not the same, with one row that is missing, or one too many."""
    lines = []
    for table in sorted(found.keys() | wanted.keys()):
        missing = wanted.get(table, Counter()) - found.get(table, Counter())
        surplus = found.get(table, Counter()) - wanted.get(table, Counter())
        if missing or surplus:
            example = next(iter(missing or surplus))
            lines.append(f"{table}: {missing.total():,} rows missing, {surplus.total():,} too many, such as {example}")
    return lines


def _rows(connection: Connection[Any], table: str) -> Counter[str]:
    columns = connection.execute(_COLUMNS, [table]).fetchall()
    told = sql.SQL(", ").join(_told(table, column, referred) for column, referred in columns)
    query = sql.SQL(
        "SELECT left(row, {shown}) || ' ' || md5(row) FROM (SELECT ROW({told})::text AS row FROM {table}) t"
    )
    rows = connection.execute(query.format(shown=_SHOWN, told=told, table=sql.Identifier(table)))
    return Counter(row for (row,) in rows)


def _told(table: str, column: str, referred: str) -> sql.Composable:
    if (table, column) == ("articles_decision", "subject_id"):
        return sql.SQL(_OF_DECISION)
    own = sql.Identifier(table, column)
    return sql.SQL(_NAMES.get(referred, _KNOWN_BY_KEY)).format(own) if referred else own
