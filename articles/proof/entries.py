"""What search reads against what the texts and facts say now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Final

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from psycopg import sql

from articles.actions.index import article_vectors, quote_vectors, statistic_vectors
from articles.models import Article, ArticleEntry, Quote, QuoteEntry, Statistic, StatisticEntry
from articles.models.entry import Entry
from articles.proof.walking import NOTHING, Walk, between, bytes_of

Vectors = Callable[[Iterable[int]], dict[int, str]]
_COMPARED = """
    SELECT fresh.key, entry.vector IS NULL
    FROM unnest(%s::bigint[], %s::text[]) AS fresh (key, vector)
    LEFT JOIN {table} entry ON entry.{column} = fresh.key
    WHERE entry.vector IS DISTINCT FROM fresh.vector::tsvector
    ORDER BY fresh.key
"""


def entry_problems(keys: Sequence[int], *, table: type[Entry], vectors: Vectors) -> Iterator[str]:
    """Yield what search does not find, or finds by words that it does not have; `keys` are of articles or facts."""
    fresh = vectors(keys)
    column: Any = table._meta.pk
    name = f"{column.name} {{}}"
    statement = sql.SQL(_COMPARED).format(
        table=sql.Identifier(table._meta.db_table), column=sql.Identifier(column.column)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(fresh), list(fresh.values())])
        for key, missing in cursor.fetchall():
            yield (
                f"{name.format(key)}: search has no entry of it"
                if missing
                else (f"{name.format(key)}: its search entry holds other words than it has")
            )


def orphan_problems(keys: Sequence[int], *, table: type[Entry], owners: Callable[[], Any]) -> Iterator[str]:
    """Yield entries of what is not there, or has no text."""
    owner = Exists(owners().filter(pk=OuterRef("pk")))
    for key in table._default_manager.filter(~owner, **between(keys)).order_by("pk").values_list("pk", flat=True):
        yield f"{table._meta.verbose_name} {key}: there is nothing that it is of"


def _vectors_of_articles(keys: Iterable[int]) -> dict[int, str]:
    return {key: vector for key, (vector, _lead) in article_vectors(keys).items()}


def _with_text() -> QuerySet[Any]:
    return Article.objects.filter(current__isnull=False)


_KINDS: Final[tuple[tuple[type[Entry], Callable[[], QuerySet[Any]], Vectors, Any], ...]] = (
    (ArticleEntry, _with_text, _vectors_of_articles, bytes_of("current__body")),
    (QuoteEntry, Quote.objects.all, quote_vectors, NOTHING),
    (StatisticEntry, Statistic.objects.all, statistic_vectors, NOTHING),
)

WALKS = (
    *(
        Walk(rows=owners, problems=partial(entry_problems, table=table, vectors=vectors), size=size)
        for table, owners, vectors, size in _KINDS
    ),
    *(
        Walk(
            rows=table._default_manager.all,
            problems=partial(orphan_problems, table=table, owners=owners),
            called=f"entries of {owners().model._meta.verbose_name_plural}",
        )
        for table, owners, _vectors, _size in _KINDS
    ),
)
