"""Names of one word that hardly mean another than one of several words in the same text: misprinted, or shortened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from articles.extraction.name_lexicon import Is, Lexicon

_DOUBLED: Final = re.compile(r"([a-z])\1")
_SHORTEST: Final = 4  # letters of a shortened name
_SHORTEST_MISPRINTED: Final = 6


class Near:
    """The unlisted names of one word that a text prints."""

    def __init__(self, lexicon: Lexicon, keys: Iterable[tuple[str, ...]]) -> None:
        self._by_beginning: defaultdict[str, list[str]] = defaultdict(list)
        self._by_letters: defaultdict[str, list[str]] = defaultdict(list)
        for word, *more in keys:
            if not more and len(word) >= _SHORTEST and not lexicon.flags.get(word, 0) & Is.NAME:
                self._by_beginning[word[:_SHORTEST]].append(word)
                if len(word) >= _SHORTEST_MISPRINTED:
                    self._by_letters[_single_letters(word)].append(word)

    def to(self, key: tuple[str, ...]) -> Iterator[str]:
        """Yield the words near a name of several words: "Pras" of Prasetyo Hadi, "Affifudin" of Mochammad Afifuddin."""
        if len(key) == 1:
            return
        for word in self._by_beginning.get(key[0][:_SHORTEST], ()):
            if key[0].startswith(word) and len(key[0]) > len(word) + 1:
                yield word
        for part in key:
            yield from (word for word in self._by_letters.get(_single_letters(part), ()) if word != part)


@lru_cache(maxsize=2048)
def _single_letters(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)
