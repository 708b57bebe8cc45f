"""The families of words that search lets meet: "menawarkan" and "tawarkan", "evacuated" and "evacuation".

A text stores each word as printed, and beside it the lexeme of its family where that differs. These lexemes begin
with a mark that no word has, so that none is ever taken for a printed word, nor Indonesian for English. A question
has no language: it asks for the families of its word in both.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Protocol

from articles.text.stemming import english, indonesian


class _Language(Protocol):
    def small(self, word: str) -> bool: ...
    def knows(self, word: str) -> bool: ...
    def root(self, word: str) -> str: ...
    def stands_alone(self, word: str) -> bool: ...


_LANGUAGES: Final[dict[str, _Language]] = {"id": indonesian, "en": english}
_MARKS: Final = {"id": "i:", "en": "e:"}
_CACHED: Final = 2**17  # words; those of a language are finite, its names are not


@lru_cache(maxsize=_CACHED)
def stored(word: str, language: str) -> tuple[str, ...]:
    """Return the lexemes that a text in `language` ("" is unknown) stores beside a casefolded word.

    A word that its own language does not know is looked up in the other: papers quote English in Indonesian.
    """
    language = language.partition("-")[0]
    if language not in _LANGUAGES and language:
        return ()
    for code in dict.fromkeys((language or "id", *_LANGUAGES)):
        spoken = _LANGUAGES[code]
        if spoken.small(word):
            return ()
        root = spoken.root(word)
        if root != word or spoken.stands_alone(word):
            return (_MARKS[code] + root,)
        if spoken.knows(word):
            return ()
    return ()


@lru_cache(maxsize=_CACHED)
def asked(word: str) -> tuple[str, ...]:
    """Return the lexemes beside itself by which a casefolded word is found: all that its families are stored as."""
    found: dict[str, None] = {}
    for code, spoken in _LANGUAGES.items():
        root = spoken.root(word)
        if spoken.small(word) or (root == word and not spoken.knows(word)):
            continue
        found[_MARKS[code] + root] = None
        if root != word and not spoken.small(root) and not spoken.stands_alone(root):
            found[root] = None  # a text stores nothing beside a word that is its own root
    if not found and indonesian.may_be_name(word) and not english.small(word):
        return (_MARKS["id"] + word,)  # what "Prabowonya" is stored as
    return tuple(found)


def doubled(word: str) -> bool:
    """Whether the word, printed twice with a hyphen, is another one: "undang-undang" is a law, "undang" invites."""
    return indonesian.stands_alone(word)
