"""What search reads against what the texts and facts say now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from psycopg import sql

from articles.actions.index import article_vectors, quote_vectors, statistic_vectors
from articles.models import Article, ArticleEntry, Quote, QuoteEntry, Statistic, StatisticEntry
from articles.models.entry import Entry
from articles.proof.entry_keys import key_problems
from articles.proof.walking import NOTHING, Problems, Walk, between, bytes_of

Vectors = Callable[[Iterable[int]], dict[int, str]]
_MISSING: Final = "search has no entry of it"
_OTHER_WORDS: Final = "its search entry holds other words than it has"
_COMPARED = """
    SELECT fresh.key, entry.{words} IS NULL
    FROM unnest(%s::bigint[], %s::text[]) AS fresh (key, words)
    LEFT JOIN {table} entry ON entry.{column} = fresh.key
    WHERE entry.{words} IS DISTINCT FROM fresh.words::tsvector
    ORDER BY fresh.key
"""


def entry_problems(keys: Sequence[int], *, table: type[Entry], vectors: Vectors) -> Iterator[str]:
    """Yield what search does not find, or finds by words that it does not have; `keys` are of facts."""
    name = str(table._meta.pk and table._meta.pk.name)
    for key, missing in _differing(table, "vector", vectors(keys)):
        yield f"{name} {key}: {_MISSING if missing else _OTHER_WORDS}"


def article_entry_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield the same of articles, and what else their entries tell wrongly."""
    found = article_vectors(keys)
    for key, missing in _differing(ArticleEntry, "vector", {key: vector for key, (vector, _) in found.items()}):
        yield f"article {key}: {_MISSING if missing else _OTHER_WORDS}"
    for key, missing in _differing(ArticleEntry, "lead", {key: lead for key, (_, lead) in found.items()}):
        if not missing:
            yield f"article {key}: search weighs it by other words than those that lead it"
    yield from key_problems(keys)


def _differing(table: type[Entry], words: str, fresh: Mapping[int, str]) -> list[tuple[int, bool]]:
    """Return the keys of what differs from its entry, rising, and whether it has none."""
    column: Any = table._meta.pk
    names = {"table": table._meta.db_table, "column": column.column, "words": words}
    statement = sql.SQL(_COMPARED).format(**{name: sql.Identifier(value) for name, value in names.items()})
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(fresh), list(fresh.values())])
        return list(cursor.fetchall())


def orphan_problems(keys: Sequence[int], *, table: type[Entry], owners: Callable[[], Any]) -> Iterator[str]:
    """Yield entries of what is not there, or has no text."""
    owner = Exists(owners().filter(pk=OuterRef("pk")))
    for key in table._default_manager.filter(~owner, **between(keys)).order_by("pk").values_list("pk", flat=True):
        yield f"{table._meta.verbose_name} {key}: there is nothing that it is of"


def _with_text() -> QuerySet[Any]:
    return Article.objects.filter(current__isnull=False)


_KINDS: Final[tuple[tuple[type[Entry], Callable[[], QuerySet[Any]], Problems, Any], ...]] = (
    (ArticleEntry, _with_text, article_entry_problems, bytes_of("current__body")),
    (QuoteEntry, Quote.objects.all, partial(entry_problems, table=QuoteEntry, vectors=quote_vectors), NOTHING),
    (
        *(StatisticEntry, Statistic.objects.all),
        *(partial(entry_problems, table=StatisticEntry, vectors=statistic_vectors), NOTHING),
    ),
)

WALKS = (
    *(Walk(rows=owners, problems=problems, size=size) for _table, owners, problems, size in _KINDS),
    *(
        Walk(
            rows=table._default_manager.all,
            problems=partial(orphan_problems, table=table, owners=owners),
            called=f"entries of {owners().model._meta.verbose_name_plural}",
        )
        for table, owners, _problems, _size in _KINDS
    ),
)
