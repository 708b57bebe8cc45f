"""Many new articles at once: their keys are taken beforehand, their rows go in by COPY, one table after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Model
from psycopg import sql

from articles.actions.add import article_row, source_columns
from articles.actions.import_known import Held
from articles.actions.import_records import Ready
from articles.actions.index_words import add_words
from articles.models import Article, ArticleEntry, Block, Decision, Entity, ImportRun, Source, Version

_OF_BLOCK: Final = (
    *("version_id", "position", "type", "text", "source_start", "source_end", "body_start", "body_end", "reason"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A record that becomes an article."""

    record: Ready
    held: Held  # is given its key
    publisher: Entity | None


def write_new(planned: Sequence[New], run: ImportRun, *, publish: bool) -> None:
    """Write the articles with their first versions, all that stands on these and what search reads."""
    if not planned:
        return
    sources = _sources(planned, run)
    articles = _articles(planned, publish=publish)
    versions = _versions(planned, sources, articles)
    _copy(Source, sources)
    # A version may wait for its article until the end of the transaction, an article not for the text it shows.
    _copy(Version, versions)
    _copy(Article, articles)
    blocks = (_blocks(new, version) for new, version in zip(planned, versions, strict=True))
    _copy_rows(Block, _OF_BLOCK, chain.from_iterable(blocks))
    entries = ((article.pk, new.record.vector, new.record.lead) for new, article in zip(planned, articles, strict=True))
    _copy_rows(ArticleEntry, ("article_id", "vector", "lead"), entries)  # the database writes what else they hold
    add_words(new.record.vector for new in planned)
    _copy(Decision, _decisions(sources, articles, run))


def _sources(planned: Sequence[New], run: ImportRun) -> list[Source]:
    keys = _keys(Source, len(planned))
    return [
        Source(pk=key, run=run, sha256=new.record.sha256, **source_columns(new.record.raw))
        for key, new in zip(keys, planned, strict=True)
    ]


def _articles(planned: Sequence[New], *, publish: bool) -> list[Article]:
    articles = [article_row(new.record.raw, new.publisher) for new in planned]
    for key, article, new in zip(_keys(Article, len(planned)), articles, planned, strict=True):
        article.pk = new.held.key = key
        article.state = Article.State.PUBLISHED if publish else Article.State.DRAFT
    return articles


def _versions(planned: Sequence[New], sources: Sequence[Source], articles: Sequence[Article]) -> list[Version]:
    versions = []
    for key, new, source, article in zip(_keys(Version, len(planned)), planned, sources, articles, strict=True):
        record = new.record
        version = Version(
            pk=key,
            article=article,
            number=1,
            headline=record.headline,
            deck=record.deck,
            body=record.body,
            body_sha256=record.body_sha256,
            source=source,
        )
        article.current = version
        versions.append(version)
    return versions


def _blocks(new: New, version: Version) -> Iterable[tuple[Any, ...]]:
    raw = new.record.raw
    for position, (block, place) in enumerate(zip(raw.blocks, raw.body_places, strict=True)):
        start, end = place or (None, None)
        yield (
            *(version.pk, position, block.type.value, block.text),
            *(block.source_start, block.source_end, start, end, block.reason),
        )


def _decisions(sources: Sequence[Source], articles: Sequence[Article], run: ImportRun) -> list[Decision]:
    kind = ContentType.objects.get_for_model(Article)
    return [
        Decision(
            pk=key,
            subject_type=kind,
            subject_id=article.pk,
            action="import",
            after={"version": 1, "state": article.state, "source": source.sha256},
            by=run.by,
            reason=f"Read from {source.place}.",
        )
        for key, source, article in zip(_keys(Decision, len(sources)), sources, articles, strict=True)
    ]


def _keys(table: type[Model], count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _copy(table: type[Model], rows: Sequence[Model]) -> None:
    fields = table._meta.concrete_fields
    here = connections[DEFAULT_DB_ALIAS]  # each field of each row would ask `connection` which one is meant
    values = ([field.get_db_prep_save(field.pre_save(row, add=True), here) for field in fields] for row in rows)
    _copy_rows(table, [field.column for field in fields], values)


def _copy_rows(table: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    # Errors come while rows are sent, past the cursor that would make Django's of them.
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
