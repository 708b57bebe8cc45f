"""Texts as the words and marks that they are made of, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

# Numbers are one word; scripts that put no space between words count by the character.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_TOKEN: Final = re.compile(rf"[0-9]+(?:[.,][0-9]+)*|[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one block: the block's index, then code points from 0, the end exclusive."""

    block: int
    start: int
    end: int


class Token(NamedTuple):
    """A word, a number or a mark."""

    block: int
    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


class Text:
    """Blocks and, counted through all of them, their tokens."""

    def __init__(self, blocks: Sequence[str]) -> None:
        self.blocks = blocks
        self.tokens = [
            Token(number, *found.span(), found[0])
            for number, block in enumerate(blocks)
            for found in _TOKEN.finditer(block)
        ]
        lengths = [0] * len(blocks)
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        for index, token in enumerate(self.tokens):
            lengths[token.block] += 1
            self._where[token.text].append(index)
        self._firsts = [0, *accumulate(lengths)]  # of each block, and one more for the end

    def words(self, place: Place) -> str:
        return self.blocks[place.block][place.start : place.end]

    def block(self, at: int) -> range:
        """Return the tokens of the block that the token `at` stands in."""
        number = self.tokens[at].block
        return range(self._firsts[number], self._firsts[number + 1])

    def under(self, place: Place) -> range:
        """Return the tokens that a place holds or cuts."""
        low, high = self._firsts[place.block], self._firsts[place.block + 1]
        first = bisect_right(self.tokens, place.start, low, high, key=lambda token: token.end)
        return range(first, bisect_left(self.tokens, place.end, first, high, key=lambda token: token.start))

    def around(self, tokens: range, by: int) -> range:
        """Return `tokens` with up to `by` more on each side, none of another block."""
        block = self.block(tokens[0])
        return range(max(block.start, tokens.start - by), min(block.stop, tokens.stop + by))

    def find(self, words: Sequence[str]) -> Iterator[range]:
        """Yield where `words` follow one another in one block."""
        rarest = min(range(len(words)), key=lambda at: len(self._where.get(words[at], ())))
        for at in self._where.get(words[rarest], ()):
            found = range(at - rarest, at - rarest + len(words))
            within = self.block(at)
            if within.start <= found.start and found.stop <= within.stop and self.texts(found) == words:
                yield found

    def texts(self, tokens: range) -> list[str]:
        return [self.tokens[at].text for at in tokens]
