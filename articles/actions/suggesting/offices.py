"""Names of one word: many Indonesians have no other name, and an office printed beside it tells who is meant.

Two people of one such name are one only when their offices share a word that tells of them: a body, a place, letters.
"Kepala" and "Ketua" tell of nobody. Without an office, who has such a name is somebody of one article alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from articles.actions.suggesting.name_forms import is_part_of_a_name
from articles.actions.suggesting.texts import Text
from articles.extraction.english import offices as english
from articles.extraction.findings import Named
from articles.extraction.indonesian import offices as indonesian
from articles.extraction.name_lexicon import LEXICONS, Is
from articles.text.names import name_key

SURE: Final = 0.8  # a name of one word with an office that was found with less than this is left alone
SURE_WITHOUT: Final = 0.6  # one without an office
SURE_IF_SPEAKING: Final = 0.5  # a name of several words, of one who speaks
_SHORTEST: Final = 4  # letters: shorter ones are initials, or parts of a name
_SHORTEST_LISTED: Final = 3  # of given names
_FEWEST: Final = 3  # letters of a word that tells of an office
_WORD: Final = re.compile(r"\w[\w'’-]*+")
_OF_ONE: Final = indonesian.OF_ONE | english.OF_ONE
_BY_FIELD: Final = indonesian.BY_FIELD | english.BY_FIELD
_OF_FIRMS: Final = indonesian.OF_FIRMS | english.OF_FIRMS
_EVERYWHERE: Final = indonesian.EVERYWHERE | english.EVERYWHERE
_HELD: Final = Is.OFFICE | Is.RANK
_COMMON: Final = (
    *(Is.OFFICE, Is.RANK, Is.TITLE, Is.DEGREE, Is.DESCRIPTION, Is.DETAIL, Is.GOVERNMENT_HEAD, Is.BODY_HEAD),
    *(Is.PLACE_HEAD, Is.AREA_HEAD, Is.DIRECTION, Is.BETWEEN, Is.ACTING_AS, Is.WITHIN_BODIES, Is.OF_OFFICE),
    *(Is.ARTICLE, Is.PLAIN, Is.CALENDAR),
)
_COMMON_FLAGS: Final = sum(_COMMON)


def offices_of(names: Iterable[Named], text: Text) -> dict[Named, str]:
    """Return what each person is who needs to speak to be somebody: those of one word, and those hardly surely found.

    That is the office that tells of one called by one word, else the first words printed beside it, or ""; "" for the
    others. Who may be no person is left out.
    """
    found = {}
    for named in names:
        if named.kind == "person" and not is_part_of_a_name(named) and named.confidence >= SURE_IF_SPEAKING:
            found[named] = ""
        if is_part_of_a_name(named) and _may_name(name_key(named.name), named.name):
            printed = [text.words(one.role) for one in named.printed if one.role]
            office = next((words for words in printed if telling(words)), "")
            if named.confidence >= (SURE if office else SURE_WITHOUT):
                found[named] = office or next(iter(printed), "")
    return found


def are_of_one(office: str, other: str) -> bool:
    """Whether two offices, held by people of one name, are hardly those of two."""
    return bool(telling(office) & telling(other))


def tell_apart(office: str, other: str) -> bool:
    """Whether both tell of somebody, and have nothing in common."""
    one, two = telling(office), telling(other)
    return bool(one and two) and not one & two


@lru_cache(maxsize=4096)
def telling(office: str) -> frozenset[str]:
    """Return the words of an office that tell who holds it, in small letters; none of what is no office."""
    if not _is_office(office):
        return frozenset()
    words = [word[0] for word in _WORD.finditer(office)]
    by_field = any(word.lower() in _BY_FIELD for word in words)
    told = frozenset(word.lower() for word in words if _tells(word, by_field=by_field))
    return told - _OF_ONE if any(word.lower() in _OF_FIRMS for word in words) else told


def _tells(word: str, *, by_field: bool) -> bool:
    small = word.lower()
    if small in _EVERYWHERE or small in _BY_FIELD or len(small) < _FEWEST:
        return False
    flags = _flags(small)
    if small in _OF_ONE or (by_field and flags & Is.DETAIL and not flags & _HELD):
        return True
    known = any((small,) in lexicon.whole for lexicon in LEXICONS.values())
    return word[0].isupper() and (known or not (flags & _COMMON_FLAGS or _is_formed(small)))


def _is_office(words: str) -> bool:
    return any(_flags(word[0].lower()) & _HELD for word in _WORD.finditer(words))


def _flags(word: str) -> int:
    """Return what a word may be in either language."""
    flags = 0
    for lexicon in LEXICONS.values():
        flags |= lexicon.flags.get(word, 0)
    return flags


def _may_name(key: str, printed: str) -> bool:
    """Whether one word may be all of somebody's name: no initials, no ordinary word, no place or body."""
    flags = _flags(key)
    shortest = _SHORTEST_LISTED if flags & Is.NAME else _SHORTEST
    if len(key) < shortest or not key.isalpha() or printed.isupper():
        return False
    if flags & Is.NAME:
        return True
    if any((key,) in lexicon.whole for lexicon in LEXICONS.values()):
        return False
    return not _is_formed(key) and not flags & (_COMMON_FLAGS | Is.THING | Is.ACT | Is.SAID_BY | Is.DEMONYM)


def _is_formed(word: str) -> bool:
    """Whether it is formed as no name is: "pengembangan", "sosialisasi"."""
    return any(lexicon.derived.fullmatch(word) for lexicon in LEXICONS.values())
