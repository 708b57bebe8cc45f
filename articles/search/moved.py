"""Conditions that name somebody or something by a former address: the same list, asked by the present one."""

from __future__ import annotations

from typing import Final

from django.http import QueryDict

from articles.models import Entity, Topic
from articles.search.topics import Tree, is_known, labels
from articles.text.names import name_key

_OF_ENTITIES: Final = frozenset(
    {
        *("actor", "not_actor", "place", "not_place", "publisher", "not_publisher"),
        *("said_by", "about", "to_whom", "relay", "stated_by"),
    }
)
_OF_TOPICS: Final = frozenset({"topic", "not_topic"})
_MOST: Final = 50  # values that are looked at


def moved(params: QueryDict) -> str | None:
    """Return the query of the same list with every merged slug replaced, and every label of a topic by its slug.

    None where there is nothing to replace. Ask only once a list has refused its parameters: it looks at all topics.
    """
    present = _entities(_values(params, _OF_ENTITIES)), _topics(_values(params, _OF_TOPICS))
    answer, changed = params.copy(), False
    for name, values in params.lists():
        known = present[0] if name in _OF_ENTITIES else present[1] if name in _OF_TOPICS else {}
        new = list(dict.fromkeys(known.get(value, value) for value in values))
        if new != values:
            answer.setlist(name, new)
            changed = True
    return f"?{answer.urlencode()}" if changed else None


def _values(params: QueryDict, names: frozenset[str]) -> list[str]:
    found = [value for name, values in params.lists() if name in names for value in values if value]
    return list(dict.fromkeys(found))[:_MOST]


def _entities(slugs: list[str]) -> dict[str, str]:
    """Return the present slug of each that was merged into one whom readers may see."""
    merged = Entity.objects.filter(slug__in=slugs).exclude(merged_into=None).select_related("merged_into")
    kept = {row.slug: _kept(row) for row in merged} if slugs else {}
    public = set(Entity.objects.public().filter(pk__in=[row.pk for row in kept.values()]).values_list("pk", flat=True))
    return {slug: row.slug for slug, row in kept.items() if row.pk in public}


def _kept(row: Entity) -> Entity:
    while row.merged_into is not None:  # the database refuses circles
        row = row.merged_into
    return row


def _topics(asked: list[str]) -> dict[str, str]:
    """Return the present slug of each merged topic, and of each that is asked for by one of its labels."""
    if not asked:
        return {}
    tree, rows = Tree.load(), {row.pk: row for row in Topic.objects.all()}
    by_slug = {row.slug: row for row in rows.values()}
    by_label = {name_key(label): row for row in rows.values() if row.merged_into_id is None for label in labels(row)}
    found = {}
    for one in asked:
        row = by_slug.get(one) or by_label.get(name_key(one))
        while row is not None and row.merged_into_id is not None:
            row = rows[row.merged_into_id]
        if row is not None and row.slug != one and is_known(tree.branch(row)):
            found[one] = row.slug
    return found
