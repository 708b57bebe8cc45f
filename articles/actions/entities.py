"""Adding entities and the names that they are written under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from articles.models import Entity, EntityName
from articles.text.names import name_key, slugify_name

SLUG_LENGTH = 100  # leaves room for a number after it


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
    gloss: str = "",
    wikidata: str = "",
    listed: bool = True,
    names: Iterable[Written] = (),
) -> Entity:
    """Return the entity of that name in the same part of the site, or add it; either way it gets `names`.

    Found by any of its names, folded. Two people of one name are told apart by an editor, not here.
    """
    entity = _find(kind, name)
    if entity is None:
        entity = Entity.objects.create(
            kind=kind,
            name=name,
            gloss=gloss,
            slug=free_slug(name),
            sort_key=name_key(name),
            wikidata=wikidata,
            listed=listed,
        )
        add_name(entity, Written(name=name, kind=EntityName.Kind.PREFERRED, basis=EntityName.Basis.TEXT))
    for written in names:
        add_name(entity, written)
    return entity


def _find(kind: Entity.Kind, name: str) -> Entity | None:
    section = next(kinds for kinds in Entity.SECTIONS.values() if kind in kinds)
    known = EntityName.objects.filter(key=name_key(name), entity__kind__in=section, entity__merged_into=None)
    first = known.select_related("entity").order_by("pk").first()
    return first.entity if first else None


def add_name(entity: Entity, written: Written) -> None:
    """Add a name unless the entity has it in that language; the preferred name in no language counts too."""
    languages = {written.language, ""}
    if entity.names.filter(name=written.name, language__in=languages).exists():
        return
    EntityName.objects.create(
        entity=entity,
        name=written.name,
        language=written.language,
        kind=written.kind,
        basis=written.basis,
        key=name_key(written.name),
    )


def free_slug(name: str) -> str:
    """Return a slug that no entity has: the name's own, numbered from 2 when it is taken."""
    stem = slugify_name(name)[:SLUG_LENGTH].strip("-") or "entity"
    taken = set(Entity.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    return next(slug for number in count(2) if (slug := f"{stem}-{number}") not in taken)
