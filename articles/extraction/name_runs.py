"""How far the name of a person or a place reaches from its first word on."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.name_lexicon import Is
from articles.extraction.name_words import Words

_LONGEST_PERSON: Final = 6
_LONGEST_PLACE: Final = 4
_SHORTEST_WORD: Final = 3  # shorter ones are acronyms: "AS" is a country, "As" is none
_HEADS: Final = Is.GOVERNMENT_HEAD | Is.BODY_HEAD
_NOT_IN_PERSONS: Final = (
    Is.OFFICE | Is.DESCRIPTION | Is.DETAIL | Is.PLAIN | Is.CALENDAR | Is.THING | Is.PLACE_HEAD | Is.NO_BODY | Is.TITLE
) | _HEADS
_NO_LAST_NAME: Final = Is.OFFICE | Is.TITLE | Is.CALENDAR | Is.PLACE_HEAD | Is.DESCRIPTION | Is.DERIVED | _HEADS
_NOT_ORDINARY: Final = (
    Is.ACT | Is.SAID_BY | Is.ADVERB | Is.WITHIN_BODIES | Is.BEFORE_PEOPLE | Is.BEFORE_PLACES | Is.THING
)
_ADDRESS: Final = re.compile(r"\.[a-zA-Z]{2,3}$")
_ROMAN: Final = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "IX", "XII", "XIV", "XVI"))
AREAS: Final[frozenset[Kind]] = frozenset(("place", "country"))


def phrase_at(words: Words, at: int) -> tuple[int, Kind] | None:
    """Return where the longest listed phrase from `at` on ends, and what it names."""
    if not (words.flags[at] & Is.PHRASE and words.capital[at]):
        return None
    for phrase, kind in words.lexicon.phrases[words.lower[at]]:
        after = at + len(phrase)
        if len(phrase) == 1 and len(phrase[0]) <= _SHORTEST_WORD and not words.text[at].isupper():
            continue
        if tuple(words.lower[at:after]) == phrase and all(words.joined[at + 1 : after]):
            return (_with_direction(words, after) if kind in AREAS else after), kind
    return None


def _with_direction(words: Words, after: int) -> int:
    """Return the end of a place with what follows: "Bekasi Utara"."""
    goes_on = words.joins(after) and words.capital[after] and words.flags[after] & Is.DIRECTION
    return after + 1 if goes_on else after


def person_run(words: Words, first: int) -> int:
    """Return where a person's name from `first` on would end; `first` itself when none can begin there."""
    at = first
    while at < min(len(words), first + _LONGEST_PERSON) and (at == first or words.joined[at]):
        flags = words.flags[at]
        if not words.capital[at]:
            if not (flags & Is.WITHIN_NAMES and at > first and _names_go_on(words, at + 1)):
                break
        elif not (_in_person(words, first, at) or _ends_alone(words, first, at)):
            break
        at += 1
    while at > first and words.flags[at - 1] & Is.DEGREE and at - 1 > first and not words.flags[at - 1] & Is.NAME:
        at -= 1
    return at


def _ends_alone(words: Words, first: int, at: int) -> bool:
    """Return whether an ordinary word ends the name of one who speaks by its first word: "Hotman Paris"."""
    if at != first + 1 or not words.flags[first] & Is.SPEAKS or (words.joins(at + 1) and words.capital[at + 1]):
        return False
    found, text = phrase_at(words, at), words.text[at]
    fits = text.isalpha() and text[1:].islower() and not words.flags[at] & _NO_LAST_NAME
    return fits and (found is None or found[0] == at + 1)


def _names_go_on(words: Words, at: int) -> bool:
    """Return whether a word in capitals follows, behind one more small one at most: "van der Berg"."""
    if words.joins(at) and words.flags[at] & Is.WITHIN_NAMES and not words.capital[at]:
        at += 1
    return words.joins(at) and words.capital[at]


def _in_person(words: Words, first: int, at: int) -> bool:
    flags, text = words.flags[at], words.text[at]
    if flags & Is.NAME:
        return at > first or not _phrase_goes_on(words, at)
    if flags & Is.DEGREE and at == first:
        return False
    if at > first and text in _ROMAN:
        return True
    if len(text) == 1 and words.joins(at + 1) and words.capital[at + 1]:
        return text.isalpha()
    if flags & _NOT_IN_PERSONS:
        return at > first and (_formed(words, at) or _between_names(words, first, at))
    return _unknown_in_person(words, first, at)


def _formed(words: Words, at: int) -> bool:
    """Return whether a word that is formed as no name is may be one; "D. Mendorong" is an item of a list."""
    if words.lower[at].endswith("kan"):
        return False  # a verb of a headline: "Budi Perintahkan"
    unknown = bool(words.flags[at] & Is.DERIVED) and words.lower[at] not in words.small
    return unknown and len(words.text[at - 1].rstrip(".")) > 1


def _between_names(words: Words, first: int, at: int) -> bool:
    """Return whether an ordinary word is one of the names behind a rank or a title: "Kompol Raka Kita Purba"."""
    titled = first > 0 and words.joined[first] and words.flags[first - 1] & Is.TITLE
    ordinary = not words.flags[at] & (_NOT_ORDINARY | _NO_LAST_NAME)
    return bool(titled and ordinary and words.joins(at + 1) and words.capital[at + 1] and _is_name(words, at + 1))


def _is_name(words: Words, at: int) -> bool:
    return bool(words.flags[at] & Is.NAME and not words.flags[at] & Is.TITLE)


def _unknown_in_person(words: Words, first: int, at: int) -> bool:
    flags, text = words.flags[at], words.text[at]
    if any(map(str.isdigit, text)) or _ADDRESS.search(text):
        return False
    if "-" in text and (text.rpartition("-")[2].lower(),) in words.lexicon.areas:
        return False  # "Pandaan-Malang"
    if flags & Is.PHRASE and phrase_at(words, at):
        return False
    if text.isupper() and len(text) > 1 and "." not in text:
        return (len(text) == 2 and words.joins(at + 1) and words.capital[at + 1]) or (at > first and len(text) < 4)
    return True


def _phrase_goes_on(words: Words, at: int) -> bool:
    """Return whether what might be a given name opens a longer listed phrase: "Bank", "Gunung Kidul"."""
    found = phrase_at(words, at)
    return found is not None and found[0] > at + 1


def place_at(words: Words, first: int) -> tuple[int, int, Kind] | None:
    """Return where the name of a place that begins with its kind begins and ends: "Desa Sukamaju".

    A listed place stands without its kind: "Kabupaten Ponorogo" is Ponorogo.
    """
    at = first + 1
    if words.joins(at) and words.flags[at] & Is.SHORTENED:
        at += 1  # "Jalan dr. Soetomo"
    if not (words.joins(at) and words.capital[at]):
        return None
    listed = phrase_at(words, at)
    if listed and listed[1] in AREAS and words.flags[first] & Is.AREA_HEAD:
        return at, listed[0], listed[1]
    while at < first + _LONGEST_PLACE and words.joins(at) and words.capital[at] and _in_place(words, at):
        at += 1
    return (first, at, "place") if at > first + 1 else None


def _in_place(words: Words, at: int) -> bool:
    return not words.flags[at] & (Is.OFFICE | Is.CALENDAR | Is.DESCRIPTION) or bool(
        words.flags[at] & (Is.NAME | Is.PHRASE | Is.RANK)
    )
