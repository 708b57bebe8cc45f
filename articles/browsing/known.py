"""Whom an editor knows, and whom nothing but suggestions names."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from articles.models import Article, Entity, EntityName, Mention, Quote


def unreviewed(entities: Iterable[int]) -> set[int]:
    """Return the keys of those that no editor has confirmed anywhere or given a name, and that publish nothing."""
    keys = set(entities)
    known = (
        Exists(Mention.objects.reviewed().of_outer_entity())
        | Exists(Quote.objects.reviewed().filter(speaker=OuterRef("pk")))
        | Exists(EntityName.objects.filter(entity=OuterRef("pk"), basis__in=EntityName.BY_HAND))
        | Exists(Article.objects.filter(publisher=OuterRef("pk")))
    )
    return keys - set(Entity.objects.filter(known, pk__in=keys).values_list("pk", flat=True))
