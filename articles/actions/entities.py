"""Adding entities and the names that they are written under; keeping the two in step."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import QuerySet

from articles.actions import log
from articles.actions.snapshots import difference, snapshot
from articles.models import Entity, EntityName
from articles.text.names import name_key, slugify_name

SLUG_LENGTH = 100  # leaves room for a number after it
# Whoever adds a name holds its lock until the transaction ends; few locks, so that a long list does not need more
# than the server has. Always in one order, so that two lists wait for each other and never in a circle.
_NAMES: Final = 0x6E616D65
_LOCKS: Final = 512
_HOLD: Final = """
    SELECT pg_advisory_xact_lock(%s, lock)
    FROM (SELECT DISTINCT abs(hashtext(key) %% %s) AS lock FROM unnest(%s::text[]) key ORDER BY lock) held
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A way in which an entity is written."""

    name: str
    kind: EntityName.Kind = EntityName.Kind.ALIAS
    language: str = ""
    basis: EntityName.Basis = EntityName.Basis.EDITOR


def find_or_add(
    *,
    kind: Entity.Kind,
    name: str,
    names: Iterable[Written] = (),
    by: User | None = None,
    **fields: Any,
) -> Entity:
    """Return the entity of that name in the same part of the site, or add it with `fields`; either way it gets `names`.

    Found by any of its names, folded. Two people of one name are told apart by an editor, not here. What is
    added is logged once: a new entity with its names, or the names that a known one lacked.
    """
    entity = _find(kind, name)
    if entity is None:
        hold_names([name])
        entity = _find(kind, name)  # another one may just have added it
    if entity is not None:
        add_names(entity, names, by=by)
        return entity
    entity = Entity.objects.create(kind=kind, name=name, slug=free_slug(name), sort_key=name_key(name), **fields)
    preferred = Written(name=name, kind=EntityName.Kind.PREFERRED, basis=EntityName.Basis.TEXT)
    write_names(entity, [preferred, *names])
    log.record(entity, "add", by=by, after=snapshot(entity))
    return entity


def hold_names(names: Iterable[str]) -> None:
    """Let nobody else add an entity of these names until the caller's transaction ends. Asked again after that."""
    keys: Collection[str] = {name_key(name) for name in names}
    if keys and connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(_HOLD, [_NAMES, _LOCKS, sorted(keys)])


def _find(kind: Entity.Kind, name: str) -> Entity | None:
    first = known_as(name, kind=kind).select_related("entity").order_by("pk").first()
    return first.entity if first else None


def known_as(name: str, *, kind: str) -> QuerySet[EntityName]:
    """Return the names, folded the same as `name`, of entities in the part of the site that `kind` stands in."""
    section = next(kinds for kinds in Entity.SECTIONS.values() if kind in kinds)
    return EntityName.objects.filter(key=name_key(name), entity__kind__in=section, entity__merged_into=None)


def add_names(entity: Entity, names: Iterable[Written], *, by: User | None = None) -> None:
    """Add and log, as one change, the names that the entity lacks."""
    names = list(names)
    lacked = lacking(entity, names) if names else []
    if not lacked:
        return
    # The row is held from before it is read until the log tells of it: what `editing.edited` promises for forms.
    Entity.objects.select_for_update(no_key=True).get(pk=entity.pk)
    before = snapshot(entity)
    if write_names(entity, lacked):
        was, became = difference(before, snapshot(entity))
        log.record(entity, "change", by=by, before=was, after=became)


def write_names(entity: Entity, names: Iterable[Written]) -> list[EntityName]:
    """Add the names that the entity lacks and return their rows; the caller logs."""
    return EntityName.objects.bulk_create(
        EntityName(
            entity=entity,
            name=written.name,
            language=written.language,
            kind=written.kind,
            basis=written.basis,
            key=name_key(written.name),
        )
        for written in lacking(entity, names)
    )


def lacking(entity: Entity, names: Iterable[Written]) -> list[Written]:
    """Return those of `names` that the entity has not in that language; one in no language counts for every one."""
    had = set(entity.names.values_list("name", "language"))
    lacked = []
    for written in names:
        if had.isdisjoint({(written.name, written.language), (written.name, "")}):
            had.add((written.name, written.language))
            lacked.append(written)
    return lacked


def settle_names(entity: Entity) -> None:
    """Bring in step what follows from an entity's name and from its rows of names; the caller saved both and logs.

    The preferred row takes the entity's name; what that row said before stays as an alias, because texts and
    later imports may write it. Every key is its name folded.
    """
    _prefer(entity)
    if entity.sort_key != name_key(entity.name):
        entity.sort_key = name_key(entity.name)
        entity.save(update_fields=["sort_key"])
    for row in entity.names.order_by("pk"):  # not .all(): the caller may have read them before they were changed
        if row.key != name_key(row.name):
            row.key = name_key(row.name)
            row.save(update_fields=["key"])


def _prefer(entity: Entity) -> None:
    preferred = entity.names.filter(kind=EntityName.Kind.PREFERRED).first()
    if preferred and preferred.name == entity.name:
        return
    same = entity.names.filter(name=entity.name).first()
    if preferred and not same and preferred.key == name_key(entity.name):
        preferred.name = entity.name  # only its accents or capitals: nobody needs it as it was
        preferred.save(update_fields=["name"])
        return
    entity.names.filter(kind=EntityName.Kind.PREFERRED).update(kind=EntityName.Kind.ALIAS)
    if same:
        entity.names.filter(pk=same.pk).update(kind=EntityName.Kind.PREFERRED)
    else:
        write_names(entity, [Written(name=entity.name, kind=EntityName.Kind.PREFERRED)])


def free_slug(name: str) -> str:
    """Return a slug that no entity has: the name's own, numbered from 2 when it is taken."""
    stem = slugify_name(name)[:SLUG_LENGTH].strip("-") or "entity"
    taken = set(Entity.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    return next(slug for number in count(2) if (slug := f"{stem}-{number}") not in taken)
