"""Who has the names of some texts: read at once for all of them, with those whom the texts themselves add."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from django.db import connection

from articles.actions.suggesting.name_forms import is_one_word, is_part_of_a_name, keys_of, section_of
from articles.actions.suggesting.standing import no_names, unseen
from articles.extraction.findings import Named
from articles.models import EntityName
from articles.text.names import name_key

NameKey = tuple[str, str]  # of a name, and the part of the site
_ALIKE: Final = 0.75  # trigram similarity of two spellings of one name
# The setting lets the operator leave out what is less alike; it lasts as long as the transaction. Comparing two names
# is dear, so only those are compared whose first three words begin alike, which an index tells (entity_name_initials).
_ALIKE_ONLY: Final = "SELECT set_config('pg_trgm.similarity_threshold', %s, true)"
_SPELT: Final = """
    SELECT asked.key, name.key, entity.id
    FROM unnest(%s::text[]) asked (key)
    JOIN articles_entityname name
        ON left(name.key, 1) = left(asked.key, 1)
        AND left(split_part(name.key, ' ', 2), 1) = left(split_part(asked.key, ' ', 2), 1)
        AND left(split_part(name.key, ' ', 3), 1) = left(split_part(asked.key, ' ', 3), 1)
        AND name.key %% asked.key
    JOIN articles_entity entity ON entity.id = name.entity_id
    WHERE entity.kind = 'person' AND entity.merged_into_id IS NULL
    ORDER BY asked.key, similarity(name.key, asked.key) DESC, entity.id
"""


class Owner(NamedTuple):
    entity: int  # its key; below 0 for one that is to be added
    kind: str
    name: str  # the preferred one
    office: str = ""  # that a text printed beside a name of one word


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Who is meant."""

    entity: int  # its key; below 0 until it is added
    weight: float  # 0 to 1: how sure that is
    known: bool  # an editor has confirmed this entity somewhere


Links = dict[Named, Linked]


@dataclass(slots=True, kw_only=True)
class Directory:
    """The owners of names by key, each once, the oldest entity first."""

    owners: defaultdict[NameKey, list[Owner]]
    spelt: dict[str, int]  # key of a person's name that nobody has -> who is spelt nearly so
    new: dict[int, Named] = field(default_factory=dict)  # key below 0 -> who is to be added
    offices: dict[int, str] = field(default_factory=dict)  # key below 0 -> office of a name of one word, or ""
    hidden: set[int] = field(default_factory=set)  # keys of those whom no text names that readers see
    shown: dict[int, Named] = field(default_factory=dict)  # of these, who is named so by one that they see now
    refused: set[NameKey] = field(default_factory=set)  # what an editor said is no name

    @classmethod
    def of(cls, names: Sequence[Named]) -> Directory:
        """Read who has `names`: five statements at most, however many there are."""
        owners = owners_of({key for named in names for key in keys_of(named)})
        people = [named for named in names if named.kind == "person" and not is_part_of_a_name(named)]
        unknown = {
            name_key(named.name) for named in people if not any((key, "people") in owners for key in keys_of(named))
        }
        spelt = _spelt_alike(unknown)
        found = {owner.entity for several in owners.values() for owner in several} | set(spelt.values())
        directory = cls(owners=owners, spelt=spelt)
        if found:
            directory.hidden = unseen(found)
            directory._refuse(no_names(found))
        return directory

    def _refuse(self, entities: Collection[int]) -> None:
        """Let nobody be linked with these."""
        self.spelt = {key: entity for key, entity in self.spelt.items() if entity not in entities}
        for key, owners in self.owners.items():
            if any(owner.entity in entities for owner in owners):
                self.refused.add(key)
                owners[:] = [owner for owner in owners if owner.entity not in entities]

    def show(self, links: Mapping[Named, Linked]) -> None:
        """Tell whom a text names that readers see: who was named by drafts alone is so no more."""
        for named, linked in links.items():
            if linked.entity in self.hidden:
                self.hidden.discard(linked.entity)
                kept = self.new if linked.entity in self.new else self.shown
                kept[linked.entity] = named

    def add(self, named: Named, written: Iterable[str], office: str = "", *, hidden: bool = False) -> int:
        """Let texts that are read after this one find who is new, by all names that it will have."""
        entity = -1 - len(self.new)
        self.new[entity] = named
        self.offices[entity] = office
        if hidden:
            self.hidden.add(entity)
        for form in written:
            owner = Owner(entity, named.kind, named.name, office)
            self.owners[name_key(form), section_of(named.kind)].append(owner)
        return entity


def owners_of(keys: Collection[str]) -> defaultdict[NameKey, list[Owner]]:
    """Return who has names of these keys, each once, the oldest entity first."""
    rows = EntityName.objects.filter(key__in=keys, entity__merged_into=None) if keys else EntityName.objects.none()
    found: defaultdict[NameKey, list[Owner]] = defaultdict(list)
    columns = ("key", "entity", "entity__kind", "entity__name", "entity__gloss", "basis")
    for key, entity, kind, name, gloss, basis in rows.order_by("entity", "pk").values_list(*columns):
        owners = found[key, section_of(kind)]
        if all(owner.entity != entity for owner in owners):
            told = basis == EntityName.Basis.TEXT and is_one_word(name)
            owners.append(Owner(entity, kind, name, gloss if told else ""))
    return found


def _spelt_alike(keys: Collection[str]) -> dict[str, int]:
    """Return who is spelt much like each key, the nearest. Of people alone: "Komisi II" and "Komisi III" are two."""
    found: dict[str, int] = {}
    if not keys:
        return found
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE_ONLY, [str(_ALIKE)])
        cursor.execute(_SPELT, [sorted(keys)])
        for key, spelt, entity in cursor.fetchall():
            if _word_for_word(key, spelt):
                found.setdefault(key, entity)
    return found


def _word_for_word(key: str, other: str) -> bool:
    words, others = key.split(), other.split()
    return len(words) == len(others) and all(one[0] == two[0] for one, two in zip(words, others, strict=True))
