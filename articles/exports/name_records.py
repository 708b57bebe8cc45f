"""Records of persons, organisations and places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max

from articles.exports.parts import At
from articles.exports.records import EntityRecord, OtherName
from articles.models import Article, Entity, EntityName, Mention


def entity_records(keys: Sequence[int], at: At) -> list[EntityRecord]:
    """Return records in the order of the keys, fixed in queries; who has no page any more is left out."""
    found = Entity.objects.public().with_article_counts().prefetch_related("names").in_bulk(keys)
    entities = [found[key] for key in keys if key in found]
    moments = _newest_articles([entity.pk for entity in entities])
    return [_record(entity, moments, at) for entity in entities]


def _record(entity: Entity, moments: dict[int, datetime], at: At) -> EntityRecord:
    others = [name for name in entity.names.all() if name.kind != EntityName.Kind.PREFERRED]
    return EntityRecord(
        id=entity.pk,
        url=at(entity.get_absolute_url()),
        kind=entity.kind,
        name=entity.name,
        about=entity.gloss,
        wikidata=entity.wikidata,
        other_names=[OtherName(name=name.name, language=name.language, kind=name.kind) for name in others],
        articles=entity.article_count,  # type: ignore[attr-defined] # with_article_counts()
        updated=moments.get(entity.pk),
    )


def _newest_articles(entities: list[int]) -> dict[int, datetime]:
    """Return when the newest public article came in that names each of them, or that it published."""
    named = Mention.objects.public().filter(entity__in=entities).values_list("entity")
    published = Article.objects.public().filter(publisher__in=entities).values_list("publisher")
    moments = dict(published.annotate(Max("added_at")))
    for entity, moment in named.annotate(Max("article__added_at")):
        moments[entity] = max(moment, moments.get(entity, moment))
    return moments
