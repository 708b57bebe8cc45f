"""Whom the names of a text mean: entities that the archive has.

What editors decided in the article itself comes first, then the whole name, then longer forms of it, then a spelling
much like it. Two people of one name cannot be told apart here; the link is the less sure, and an editor parts them.
One word means somebody of another article only with an office beside it, or where editors know just one who is called
so; else who had it in the same article before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from articles.actions.suggesting.directory import Directory, Linked, Links, Owner
from articles.actions.suggesting.name_forms import is_acronym, is_part_of_a_name, longer_forms, section_of
from articles.actions.suggesting.offices import are_of_one, tell_apart
from articles.actions.suggesting.remembered import Shelf, much_alike
from articles.extraction.findings import Named
from articles.extraction.known import Known
from articles.models import Mention
from articles.text.names import name_key

# How sure a link is, beside the rule's own confidence in the name.
_DECIDED_HERE: Final = 1.0
_ONE_OF_THE_NAME: Final = 1.0
_BY_ANOTHER_FORM: Final = 0.85
_CONFIRMED_AMONG_SEVERAL: Final = 0.85
_FIRST_OF_SEVERAL: Final = 0.6
_SPELT_ALIKE: Final = 0.7
_BY_OFFICE: Final = 0.8
_POINTING: Final = (Mention.Form.PRONOUN, Mention.Form.CLITIC)  # "dia" is nobody's name


# Who is meant by a name, with the office beside it, and the keys of those whom the same places named before.
Seek = Callable[[Named, str, Collection[int]], Linked | None]


def link(
    names: Sequence[Named],
    *,
    mentions: Shelf,
    offices: Mapping[Named, str],
    seek: Seek,
) -> Links:
    """Return whom `names` mean of those whom the archive has; who is new, or cannot be told, is left out."""
    links = {}
    for named in names:
        office = offices.get(named, "")
        if linked := _decided_here(named, mentions) or seek(named, office, _named_here(named, mentions)):
            links[named] = linked
    return links


def linked_by_name(
    named: Named, office: str, before: Collection[int], *, directory: Directory, known: Known, public: bool
) -> Linked | None:
    """Return whom a name alone means, or one word with the office beside it.

    `before`: keys of those whom the same places of the text named until now. A text that readers see (`public`) means
    nobody whom only drafts name by anything that it does not print itself.
    """
    hidden = directory.hidden if public else frozenset[int]()
    whole = directory.owners.get((name_key(named.name), section_of(named.kind)), [])
    if is_part_of_a_name(named):
        mine = next((owner for owner in whole if owner.entity in before), None)
        others = [owner for owner in whole if owner.entity not in hidden]
        return _of_one_word(others, named.name, known, office) or (_mine(mine) if mine else None)
    if whole:
        return _among(whole, named.name, known)
    if linked := next(_by_forms(named, directory, known), None):
        return linked
    alike = directory.spelt.get(name_key(named.name)) if named.kind == "person" else None
    return Linked(entity=alike, weight=_SPELT_ALIKE, known=False) if alike and alike not in hidden else None


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


def _named_here(named: Named, mentions: Shelf) -> set[int]:
    """Return whom suggestions nobody has looked at find in the places of a name."""
    places = [(printed.span,) for printed in named.printed if not printed.nested]
    return {
        standing.row.entity_id
        for words in places
        for standing in mentions.near(words)
        if not standing.taken and standing.words == words
    }


def _mine(owner: Owner) -> Linked:
    return Linked(entity=owner.entity, weight=_ONE_OF_THE_NAME, known=False)


def _of_one_word(owners: Sequence[Owner], written: str, known: Known, office: str) -> Linked | None:
    sure = [owner for owner in owners if _is_known(owner, written, known)]
    if len(sure) == 1 and not tell_apart(sure[0].office, office):
        return Linked(entity=sure[0].entity, weight=_BY_ANOTHER_FORM, known=True)
    same = next((owner for owner in owners if are_of_one(owner.office, office)), None)
    return Linked(entity=same.entity, weight=_BY_OFFICE, known=same in sure) if same else None


def _among(owners: Sequence[Owner], written: str, known: Known) -> Linked:
    sure = [owner for owner in owners if _is_known(owner, written, known)]
    if len(owners) == 1:
        return Linked(entity=owners[0].entity, weight=_ONE_OF_THE_NAME, known=bool(sure))
    if len(sure) == 1:
        return Linked(entity=sure[0].entity, weight=_CONFIRMED_AMONG_SEVERAL, known=True)
    return Linked(entity=(sure or owners)[0].entity, weight=_FIRST_OF_SEVERAL, known=bool(sure))


def _by_forms(named: Named, directory: Directory, known: Known) -> Iterator[Linked]:
    for form in longer_forms(named):
        found = directory.owners.get((name_key(form), section_of(named.kind)), [])
        if is_acronym(form):
            # Two bodies may share their letters: only who is called by them alone is surely this one.
            found = [owner for owner in found if name_key(owner.name) == name_key(form)]
        if len(found) == 1:
            sure = _is_known(found[0], form, known)
            yield Linked(entity=found[0].entity, weight=_BY_ANOTHER_FORM, known=sure)


def _is_known(owner: Owner, written: str, known: Known) -> bool:
    return any(name.name == owner.name and name.kind == owner.kind for name in known.find(written))
