"""Where a text comes nearest to words that it does not have: one word is another, one is missing, one is too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from articles.text.normalise import fold

FEWEST_WORDS: Final = 3  # of two words, one that is another leaves nothing to go by
MOST_WORDS: Final = 400
_SHARE: Final = 2 / 3  # of the words that must agree
_COMPARED: Final = 5  # paragraphs, those that share the most words
_WORD: Final = re.compile(r"\w+(?:[.,'’\-]\w+)*")

_Word = tuple[str, int, int]  # folded, its start and its end


def nearest(words: str, paragraphs: Sequence[str]) -> tuple[int, int, int] | None:
    """Return the paragraph (its index) and the stretch in it that come nearest to `words`; None where nothing is near.

    The stretch begins and ends with whole words.
    """
    wanted = [word for word, _start, _end in _words(words)]
    if not FEWEST_WORDS <= len(wanted) <= MOST_WORDS:
        return None
    found = max(_stretches(wanted, paragraphs), key=lambda one: one[0], default=None)
    if found is None or found[0] < _SHARE * len(wanted):
        return None
    return found[1:]


def _stretches(wanted: Sequence[str], paragraphs: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield how many words agree, the paragraph, and the stretch, of the paragraphs that share most words."""
    known = {*wanted}
    shared: list[tuple[int, int, list[_Word]]] = []
    for index, paragraph in enumerate(paragraphs):
        there = list(_words(paragraph))
        if count := len(known & {word for word, _start, _end in there}):
            shared.append((-count, index, there))
    for _count, index, there in sorted(shared)[:_COMPARED]:
        first, last, agreeing = _window(wanted, [word for word, _start, _end in there])
        yield agreeing, index, there[first][1], there[last][2]


def _window(wanted: Sequence[str], there: Sequence[str]) -> tuple[int, int, int]:
    """Return the first and the last word of the stretch around the longest run of equal words, and how many agree."""
    run = SequenceMatcher(None, wanted, there, autojunk=False).find_longest_match()
    # One word more on each side, for one that was left out.
    first = max(0, run.b - run.a - 1)
    window = there[first : run.b - run.a + len(wanted) + 1]
    blocks = [
        block for block in SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks() if block.size
    ]
    start, end = blocks[0], blocks[-1]
    # Words that differ at either end belong to it too.
    begin = max(0, start.b - start.a)
    until = min(len(window), end.b + end.size + len(wanted) - end.a - end.size)
    return first + begin, first + until - 1, sum(block.size for block in blocks)


def _words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        yield fold(found[0]), found.start(), found.end()
