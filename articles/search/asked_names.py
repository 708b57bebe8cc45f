"""Whom and what the names in a query mean, as far as readers may see it."""

from __future__ import annotations

import re
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Article, Entity, Topic
from articles.models.entity import EntityName
from articles.search.asked_fields import Named
from articles.search.topics import Tree
from articles.text.names import name_key

MOST: Final = 10_000  # entities of one name; more would only cost
_SLUG: Final = re.compile("[a-z0-9]+(?:-[a-z0-9]+)+")  # of several words: one word is a name like others


class Names:
    """Looks the names of one query up, each once."""

    def __init__(self) -> None:
        self._known: dict[Named, frozenset[int]] = {}

    def keys(self, asked: Named) -> frozenset[int]:
        """Return the keys of all entities so named, or of all topics with those narrower; none when it is unknown."""
        if asked not in self._known:
            self._known[asked] = _topics(asked) if asked.name == "topic" else _entities(asked)
        return self._known[asked]


def _entities(asked: Named) -> frozenset[int]:
    rows: QuerySet[Any] = Entity.objects.public()
    if asked.name == "place":
        rows = rows.filter(kind__in=Entity.SECTIONS["places"])
    if asked.name == "publisher":
        rows = rows.filter(Exists(Article.objects.public().filter(publisher=OuterRef("pk"))))
    if _SLUG.fullmatch(asked.printed) and (exact := rows.filter(slug=_kept_slug(asked.printed)).values_list("pk")):
        return frozenset(key for (key,) in exact)
    named = EntityName.objects.filter(key__regex=_pattern(asked)).values("entity")
    return frozenset(rows.filter(pk__in=named).order_by("pk").values_list("pk", flat=True)[:MOST])


def _kept_slug(slug: str) -> str:
    """Return the slug of the one into whom the one of this slug was merged, if so: addresses keep the old."""
    merged = Entity.objects.filter(slug=slug, merged_into__isnull=False).values_list("merged_into__slug", flat=True)
    return merged.first() or slug


def _pattern(asked: Named) -> str:
    """Return what finds the words in a folded name, which has no signs: whole words, one after another."""
    return rf"(^| ){name_key(asked.printed)}" + ("" if asked.prefix else "( |$)")


def _topics(asked: Named) -> frozenset[int]:
    tree = Tree.load()
    known = tree.known()
    pattern = re.compile(_pattern(asked))
    named = [
        key
        for key, slug, labels, others in _topic_rows()
        if key in known
        and (slug == asked.printed or any(pattern.search(name_key(label)) for label in [*labels.values(), *others]))
    ]
    return frozenset().union(*(tree.narrower(key) for key in named))


def _topic_rows() -> QuerySet[Any, Any]:
    return Topic.objects.filter(merged_into=None).values_list("pk", "slug", "labels", "alternatives")
