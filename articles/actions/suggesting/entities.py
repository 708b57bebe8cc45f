"""People, bodies and places that the archive does not have: suggested as new, and gone when nothing is left of them.

What the rules add is logged as "suggest", by nobody. Entities have no status of their own: a name that only the rules
have found shows on a page through its mentions, and those are marked as unreviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.actions import log
from articles.actions.entities import SLUG_LENGTH, Written, hold_names, write_names
from articles.actions.references import references
from articles.actions.snapshots import snapshot, snapshot_of_new
from articles.actions.suggesting.directory import Directory, Linked, Links, owners_of
from articles.actions.suggesting.linking import Seek
from articles.actions.suggesting.name_forms import is_acronym, is_part_of_a_name, longer_forms, section_of
from articles.actions.suggesting.offices import are_of_one
from articles.actions.suggesting.standing import ADDED, only_by_rules
from articles.extraction.findings import Named
from articles.models import Entity, EntityName
from articles.text.names import name_key, slugify_name

GONE: Final = "withdraw"
_SURE: Final = 0.6  # a name found with less than this is left alone
_SURE_IF_SILENT: Final = 0.75  # one of a person who does not speak
_LONGEST: Final = 300  # code points of a name
_NUMBERED: Final = 20  # addresses tried with a number before the key of the name is asked alone


def plan_new(
    names: Iterable[Named],
    *,
    links: Links,
    directory: Directory,
    offices: Mapping[Named, str],
    seek: Seek,
    public: bool,
) -> None:
    """Link those of `names` that are linked to nobody with entities that are to be added, as far as they are sure.

    `offices`: what those who speak are (`offices_of`); who has one word and no office is somebody of this text alone.
    What an editor said is no name is not added. `public`: readers see the text.
    """
    for named in names:
        office = offices.get(named, "")
        if named in links or (name_key(named.name), section_of(named.kind)) in directory.refused:
            continue
        if _may_be_new(named) or (named in offices and not _is_elsewhere(named, directory)):
            # Another cluster of the same text may have the name.
            linked = seek(named, office, ())
            links[named] = linked or Linked(
                entity=directory.add(
                    named, [one.name for one in _written(named, public=public)], office, hidden=not public
                ),
                weight=1.0,
                known=False,
            )


def add_planned(directory: Directory, links: Sequence[Links], *, reason: str) -> int:
    """Add who is new and let `links` name them by their keys; return how many.

    The caller is a writer in a transaction. Whoever adds the same names at this moment is waited for, and what they
    added is taken. The number of statements is fixed.
    """
    _show(directory, reason)
    if not directory.new:
        return 0
    hold_names(named.name for named in directory.new.values())
    found = _just_added(directory)
    added = _add(directory, [entity for entity in directory.new if entity not in found], reason=reason)
    settled = {**found, **added}
    for own in links:
        for named, linked in own.items():
            if linked.entity < 0:
                own[named] = replace(linked, entity=settled[linked.entity])
    return len(added)


def _may_be_new(named: Named) -> bool:
    """Whether a cluster is sure enough: a person of two words or more, or a body or place of a known kind."""
    key = name_key(named.name)
    fits = len(key) > 1 and len(named.name) <= _LONGEST
    least = _SURE_IF_SILENT if named.kind == "person" else _SURE
    return fits and not is_part_of_a_name(named) and named.confidence >= least


def _is_elsewhere(named: Named, directory: Directory) -> bool:
    """Whether a place or a body has the one word that somebody is called by."""
    key = name_key(named.name)
    return any((key, section) in directory.owners for section in Entity.SECTIONS if section != section_of(named.kind))


def _just_added(directory: Directory) -> dict[int, int]:
    """Return which of those that are to be added are there by now: key below 0 to the key of the entity."""
    owners = owners_of({name_key(named.name) for named in directory.new.values()})
    found = {}
    for entity, named in directory.new.items():
        same = owners.get((name_key(named.name), section_of(named.kind)), [])
        if is_part_of_a_name(named):
            hidden = frozenset[int]() if entity in directory.hidden else directory.hidden
            same = [owner for owner in same if are_of_one(owner.office, directory.offices[entity])]
            same = [owner for owner in same if owner.entity not in hidden]
        if same:
            found[entity] = same[0].entity
    return found


def _add(directory: Directory, wanted: Sequence[int], *, reason: str) -> dict[int, int]:
    new = [directory.new[key] for key in wanted]
    entities = [
        Entity(kind=named.kind, name=named.name, gloss=directory.offices[key], slug=slug, sort_key=name_key(named.name))
        for key, named, slug in zip(wanted, new, slugs_for([named.name for named in new]), strict=True)
    ]
    Entity.objects.bulk_create(entities)
    names = {
        entity: [_name(entity, written) for written in _written(named, public=key not in directory.hidden)]
        for key, entity, named in zip(wanted, entities, new, strict=True)
    }
    EntityName.objects.bulk_create(row for rows in names.values() for row in rows)
    changes: list[tuple[Entity, log.State, log.State]] = [
        (entity, {}, snapshot_of_new(entity, names=names[entity])) for entity in entities
    ]
    log.record_all(changes, ADDED, by=None, reason=reason)
    return {key: entity.pk for key, entity in zip(wanted, entities, strict=True)}


def _show(directory: Directory, reason: str) -> None:
    """Give those whom only drafts named the names that a text has for them which readers see."""
    if not directory.shown:
        return
    rows = Entity.objects.filter(pk__in=directory.shown).order_by("pk").select_for_update(no_key=True)
    for entity in rows:
        before = snapshot(entity)
        if write_names(entity, _others(directory.shown[entity.pk], entity)):
            log.record(entity, ADDED, by=None, before=before, after=snapshot(entity), reason=reason)


def _others(named: Named, entity: Entity) -> list[Written]:
    return [one for one in _written(named, public=True) if name_key(one.name) != name_key(entity.name)]


def _written(named: Named, *, public: bool) -> list[Written]:
    """Return the names of a new entity. A part of its name ("Budi") tells nobody apart, and is none of them.

    Of a text that readers do not see it is the one name by which others find it again.
    """
    basis = EntityName.Basis.TEXT
    names = [Written(name=named.name, kind=EntityName.Kind.PREFERRED, basis=basis)]
    if not public:
        return names
    known = {name_key(named.name)}
    parts = set(name_key(named.name).split())
    telling = longer_forms(named)
    for form in named.variants:
        key = name_key(form)
        if key and key not in known and (form in telling or key not in parts) and len(form) <= _LONGEST:
            kind = EntityName.Kind.ACRONYM if is_acronym(form) else EntityName.Kind.ALIAS
            names.append(Written(name=form, kind=kind, basis=basis))
            known.add(key)
    return names


def names_of(entity: Entity, named: Named) -> list[EntityName]:
    """Return the rows of names that `entity` has by a text which readers see; none is stored."""
    return [_name(entity, written) for written in _written(named, public=True)]


def _name(entity: Entity, written: Written) -> EntityName:
    key = name_key(written.name)
    return EntityName(entity=entity, name=written.name, kind=written.kind, basis=written.basis, key=key)


def slugs_for(names: Sequence[str]) -> list[str]:
    """Return an address for each name that no entity has, numbered from 2 where it is taken."""
    stems = [slugify_name(name)[:SLUG_LENGTH].strip("-") or "entity" for name in names]
    tried = {f"{stem}{end}" for stem in stems for end in ("", *(f"-{number}" for number in range(2, _NUMBERED)))}
    taken = set(Entity.objects.filter(slug__in=tried).values_list("slug", flat=True))
    crowded = [stem for stem in stems if f"{stem}-{_NUMBERED - 1}" in taken]
    for stem in crowded:
        taken.update(Entity.objects.filter(slug__startswith=f"{stem}-").values_list("slug", flat=True))
    found = []
    for stem in stems:
        free = next(slug for number in count(1) if (slug := f"{stem}-{number}" if number > 1 else stem) not in taken)
        taken.add(free)
        found.append(free)
    return found


def unused() -> QuerySet[Entity]:
    """Return the entities that the rules added, that nobody decided about and that nothing names any more."""
    return only_by_rules().filter(*_nothing_names_it())


def forget_unused(keys: Iterable[int] | None = None) -> int:
    """Remove entities that the rules added, that nobody decided about and that nothing names any more.

    `keys` None looks at all of them. The caller is the only writer (`log.write(alone=True)`): so nobody is about to
    name one. An entity whose page somebody may have linked keeps its address as long as it has a fact.
    """
    found = unused() if keys is None else unused().filter(pk__in=list(keys))
    gone = list(found.order_by("pk"))
    log.record_all([(entity, snapshot(entity), {}) for entity in gone], GONE, by=None, reason="Nothing names it.")
    EntityName.objects.filter(entity__in=gone).delete()
    Entity.objects.filter(pk__in=[entity.pk for entity in gone]).delete()
    return len(gone)


def _nothing_names_it() -> list[Q]:
    return [
        Q(~Exists(column.table._default_manager.filter(**{column.name: OuterRef("pk")}))) for column in references()
    ]
