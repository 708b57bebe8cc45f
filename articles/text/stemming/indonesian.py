"""The roots of Indonesian words: cut only where a known root comes out, so that names and unknown words stay whole.

Besides the roots there are small words, names that look as if they were built (Bekasi is not bekas-i), words that
the rules would cut wrongly, and older spellings of roots (ijin, izin).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from articles.text.stemming.affixes import endings, readings
from articles.text.stemming.lists import pairs, words

_SHORTEST: Final = 4  # letters of a word that may be cut
_LONGEST: Final = 30
_WORD: Final = re.compile("[a-z]+")
_LOAN: Final = re.compile("(?!n[gy]|m[bp])[a-z]{3,}(?:isasi|ifikasi)")  # roots that are coined every day
_OF_A_NAME: Final = re.compile("[^aeiou]*[aeiou]+[^aeiou]+[aeiou].*")  # two syllables
_SHORTEST_NAME: Final = 5


def small(word: str) -> bool:
    """Whether a word only binds others (yang, dalam, atas): as it stands it belongs to no family."""
    return word in words("indonesian-small-words")


def knows(word: str) -> bool:
    """Whether the language has this word as it stands."""
    return _whole(word)


def stands_alone(word: str) -> bool:
    """Whether this root, doubled, is a word of another meaning: tiba arrives, tiba-tiba is all of a sudden."""
    return word in words("indonesian-doubled")


def may_be_name(word: str) -> bool:
    """Whether -nya is cut from this word though the language does not know it."""
    return len(word) >= _SHORTEST_NAME and _OF_A_NAME.fullmatch(word) is not None and not _whole(word)


def _known(word: str) -> bool:
    return word in words("indonesian-roots")


def _loan(word: str) -> bool:
    return _LOAN.fullmatch(word) is not None


@lru_cache(maxsize=2**15)
def root(word: str) -> str:
    """Return the root of a casefolded word, in its present spelling; a small or unknown word is its own."""
    found = _cut(word)
    return pairs("indonesian-spellings").get(found, found)


def _cut(word: str) -> str:
    if not _SHORTEST <= len(word) <= _LONGEST or not _WORD.fullmatch(word) or _whole(word):
        return word
    exceptions = pairs("indonesian-exceptions")
    for ending in endings(word):
        if ending.base in exceptions:
            return exceptions[ending.base]
    found = [(reading.cost, -len(reading.root), reading.root) for reading in readings(word)]
    for is_root in (_known, _loan):
        if fitting := [reading for reading in found if is_root(reading[-1])]:
            return min(fitting)[-1]
    return _named(word)


def _whole(word: str) -> bool:
    return small(word) or word in words("indonesian-roots") or word in words("names")


def _named(word: str) -> str:
    """Cut -nya from an unknown word, which is most often a name (Prabowonya); no other ending is cut from those."""
    name = word.removesuffix("nya")
    return name if name != word and may_be_name(name) else word
