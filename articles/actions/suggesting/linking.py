"""Whom the names of a text mean: entities that the archive has.

What editors decided in the article itself comes first, then the whole name, then longer forms of it, then a spelling
much like it. Two people of one name cannot be told apart here; the link is the less sure, and an editor parts them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.db import connection

from articles.actions.suggesting.remembered import Shelf, much_alike
from articles.extraction.findings import Named
from articles.extraction.known import Known
from articles.models import Entity, EntityName, Mention
from articles.text.names import name_key

# How sure a link is, beside the rule's own confidence in the name.
_DECIDED_HERE: Final = 1.0
_ONE_OF_THE_NAME: Final = 1.0
_BY_ANOTHER_FORM: Final = 0.85
_CONFIRMED_AMONG_SEVERAL: Final = 0.85
_FIRST_OF_SEVERAL: Final = 0.6
_SPELT_ALIKE: Final = 0.7
_ALIKE: Final = 0.75  # trigram similarity of two spellings of one name
_SECTION: Final[Mapping[str, str]] = {kind: section for section, kinds in Entity.SECTIONS.items() for kind in kinds}
_POINTING: Final = (Mention.Form.PRONOUN, Mention.Form.CLITIC)  # "dia" is nobody's name
# The setting lets the index leave out what is less alike; it lasts as long as the transaction.
_ALIKE_ONLY: Final = "SELECT set_config('pg_trgm.similarity_threshold', %s, true)"
_SPELT: Final = """
    SELECT asked.key, name.key, entity.id
    FROM unnest(%s::text[]) asked (key)
    JOIN articles_entityname name ON name.key %% asked.key
    JOIN articles_entity entity ON entity.id = name.entity_id
    WHERE entity.kind = 'person' AND entity.merged_into_id IS NULL
    ORDER BY asked.key, similarity(name.key, asked.key) DESC, entity.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Who is meant."""

    entity: int
    weight: float  # 0 to 1: how sure that is
    known: bool  # an editor has confirmed this entity somewhere


class _Owner(NamedTuple):
    entity: int
    kind: str
    name: str  # the preferred one


Links = dict[Named, Linked]


def link(names: Sequence[Named], *, mentions: Shelf, known: Known) -> Links:
    """Return whom `names` mean of those whom the archive has; who is new, or cannot be told, is left out.

    At most three statements, however many names there are.
    """
    links = {named: linked for named in names if (linked := _decided_here(named, mentions))}
    open_names = [named for named in names if named not in links]
    owners = _owners({key for named in open_names for key in _keys(named)})
    for named in open_names:
        if linked := _by_name(named, owners, known):
            links[named] = linked
    unknown = {name_key(named.name): named for named in open_names if named not in links and _is_whole_person(named)}
    for key, entity in _spelt_alike(unknown).items():
        links[unknown[key]] = Linked(entity=entity, weight=_SPELT_ALIKE, known=False)
    return links


def section_of(kind: str) -> str:
    """Return the part of the site in which entities of a kind stand."""
    return _SECTION[kind]


def is_part_of_a_name(named: Named) -> bool:
    """Whether a person is printed in one word alone: too little to tell who it is."""
    return named.kind == "person" and len(name_key(named.name).split()) < 2


def longer_forms(named: Named) -> list[str]:
    """Return the other forms that tell who it is as the name does: of two words and more, or acronyms of bodies."""
    return [form for form in named.variants if len(form.split()) > 1 or (_is_acronym(form) and named.kind != "person")]


def _is_acronym(form: str) -> bool:
    return len(form) > 1 and form.isalpha() and form.isupper()


def _is_whole_person(named: Named) -> bool:
    return named.kind == "person" and not is_part_of_a_name(named)


def _keys(named: Named) -> set[str]:
    return {name_key(form) for form in (named.name, *longer_forms(named))} - {""}


def _decided_here(named: Named, mentions: Shelf) -> Linked | None:
    """Return whom editors say the same words of this text mean."""
    told = Counter(
        standing.row.entity_id
        for printed in named.printed
        if not printed.nested
        for standing in mentions.near((printed.span,))
        if standing.taken and not standing.rejected and standing.row.form not in _POINTING
        if not standing.row.nested and much_alike((printed.span,), standing.words)
    )
    (entity, _count), *_others = told.most_common(1) or [(None, 0)]
    return Linked(entity=entity, weight=_DECIDED_HERE, known=True) if entity else None


def _owners(keys: Collection[str]) -> dict[tuple[str, str], list[_Owner]]:
    """Return who has names, by key and part of the site, each once."""
    rows = EntityName.objects.filter(key__in=keys, entity__merged_into=None) if keys else EntityName.objects.none()
    found: dict[tuple[str, str], list[_Owner]] = defaultdict(list)
    columns = ("key", "entity", "entity__kind", "entity__name")
    for key, entity, kind, name in rows.order_by("entity", "pk").values_list(*columns):
        owners = found[key, _SECTION[kind]]
        if all(owner.entity != entity for owner in owners):
            owners.append(_Owner(entity, kind, name))
    return found


def _by_name(named: Named, owners: Mapping[tuple[str, str], list[_Owner]], known: Known) -> Linked | None:
    section, key = _SECTION[named.kind], name_key(named.name)
    whole = owners.get((key, section), [])
    if is_part_of_a_name(named):
        # One word means somebody only where editors know exactly one of that name.
        sure = [owner for owner in whole if _is_known(owner, named.name, known)]
        return Linked(entity=sure[0].entity, weight=_BY_ANOTHER_FORM, known=True) if len(sure) == 1 else None
    if whole:
        return _among(whole, named.name, known)
    return next(_by_forms(named, owners, known), None)


def _among(owners: Sequence[_Owner], written: str, known: Known) -> Linked:
    sure = [owner for owner in owners if _is_known(owner, written, known)]
    if len(owners) == 1:
        return Linked(entity=owners[0].entity, weight=_ONE_OF_THE_NAME, known=bool(sure))
    if len(sure) == 1:
        return Linked(entity=sure[0].entity, weight=_CONFIRMED_AMONG_SEVERAL, known=True)
    return Linked(entity=(sure or owners)[0].entity, weight=_FIRST_OF_SEVERAL, known=bool(sure))


def _by_forms(named: Named, owners: Mapping[tuple[str, str], list[_Owner]], known: Known) -> Iterator[Linked]:
    for form in longer_forms(named):
        found = owners.get((name_key(form), _SECTION[named.kind]), [])
        if _is_acronym(form):
            # Two bodies may share their letters: only who is called by them alone is surely this one.
            found = [owner for owner in found if name_key(owner.name) == name_key(form)]
        if len(found) == 1:
            sure = _is_known(found[0], form, known)
            yield Linked(entity=found[0].entity, weight=_BY_ANOTHER_FORM, known=sure)


def _is_known(owner: _Owner, written: str, known: Known) -> bool:
    return any(name.name == owner.name and name.kind == owner.kind for name in known.find(written))


def _spelt_alike(keys: Iterable[str]) -> dict[str, int]:
    """Return who is spelt much like each key, the nearest. Of people alone: "Komisi II" and "Komisi III" are two."""
    asked = sorted(keys)
    found: dict[str, int] = {}
    if not asked:
        return found
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE_ONLY, [str(_ALIKE)])
        cursor.execute(_SPELT, [asked])
        for key, spelt, entity in cursor.fetchall():
            if _word_for_word(key, spelt):
                found.setdefault(key, entity)
    return found


def _word_for_word(key: str, other: str) -> bool:
    words, others = key.split(), other.split()
    return len(words) == len(others) and all(one[0] == two[0] for one, two in zip(words, others, strict=True))
