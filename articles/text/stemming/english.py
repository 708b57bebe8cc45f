"""The base forms of English words: inflections and a few regular derivations, cut only where a known word comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from articles.text.stemming.lists import pairs, words

_LONGEST: Final = 30
_WORD: Final = re.compile("[a-z]+")
_DOUBLED: Final = re.compile("([bdfgklmnprtvz])\\1$")
_SHORTEST: Final = 3  # letters of a base that an ending may leave
# An ending, and what may have stood in its place; the first that makes a known word counts.
_ENDINGS: Final = (
    ("men", ("man",)),
    ("ies", ("y", "ie")),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ied", ("y", "ie")),
    ("ed", ("e", "")),
    ("ying", ("y", "ie")),
    ("ing", ("e", "")),
    ("iest", ("y",)),
    ("est", ("e", "")),
    ("ier", ("y",)),
    ("er", ("e", "")),
    ("or", ("e", "")),
    ("ee", ("e", "", "ate")),
    ("ation", ("ate", "e", "")),
    ("ition", ("e", "")),
    ("tion", ("te", "t")),
    ("ment", ("",)),
    ("ness", ("",)),
    ("iness", ("y",)),
    ("ily", ("y",)),
    ("ally", ("", "al")),
    ("ly", ("", "le")),
)
_UNDOUBLED: Final = frozenset({"ed", "ing", "er", "est"})


def small(word: str) -> bool:
    """Whether a word only binds others (the, of, was): it belongs to no family."""
    return word in words("english-small-words")


def knows(word: str) -> bool:
    """Whether the language has this word as it stands."""
    return small(word) or word in words("english-roots")


def stands_alone(_word: str) -> bool:
    """Whether this root, doubled, is a word of another meaning; none in English."""
    return False


@lru_cache(maxsize=2**15)
def root(word: str) -> str:
    """Return the base form of a casefolded word; the word itself when it is one, is small or unknown."""
    if len(word) > _LONGEST or not _WORD.fullmatch(word) or small(word) or word in words("names"):
        return word
    return _base(word) or word


def _base(word: str) -> str:
    """Return the base form; "" for an unknown word."""
    if irregular := pairs("english-irregular").get(word):
        return irregular
    if word in words("english-roots"):
        return word
    return next(filter(None, map(_base, _cut(word))), "")


def _cut(word: str) -> Iterator[str]:
    for ending, before in _ENDINGS:
        base = word.removesuffix(ending)
        if base == word or len(base) < _SHORTEST - 1:
            continue
        if ending in _UNDOUBLED and _DOUBLED.search(base):
            yield from (base, base[:-1])
        yield from (base + letters for letters in before if len(base + letters) >= _SHORTEST)
