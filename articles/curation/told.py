"""What the sources of an article tell beside its text that the archive has not taken up: names and tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.actions.import_told import tag_key, tags_of
from articles.models import Article, EntityName, Source, Topic
from articles.text.names import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Names and tags as the sources write them, each once, in the order in which they came."""

    known: tuple[str, ...]  # of people, bodies and places that the archive has, but the article does not
    unknown: tuple[str, ...]
    tags: tuple[str, ...]


def left_over(article: Article) -> Told:
    """Return what all texts of the article came with, without whom and what it has, rejected ones too."""
    sources = Source.objects.filter(versions__article=article).order_by("versions")
    told = list(sources.values_list("told", flat=True))
    actors = {name_key(name): name for one in told for name in one.get("actors", ())}
    tags = {tag_key(tag): tag for one in told for tag in one.get("topics", ())}
    known = actors.keys() & _names(EntityName.objects.filter(key__in=actors)) if actors else set()
    had = _names(EntityName.objects.filter(entity__mentions__article=article)) if actors else set()
    given = set(_given(article)) if tags else set()
    return Told(
        known=tuple(name for key, name in actors.items() if key in known - had),
        unknown=tuple(name for key, name in actors.items() if key not in known | had),
        tags=tuple(tag for key, tag in tags.items() if key not in given),
    )


def _names(rows: QuerySet[EntityName]) -> set[str]:
    return set(rows.values_list("key", flat=True))


def _given(article: Article) -> Iterator[str]:
    topics = Topic.objects.filter(article_topics__article=article)
    for labels, alternatives in topics.values_list("labels", "alternatives"):
        yield from tags_of(labels, alternatives)
