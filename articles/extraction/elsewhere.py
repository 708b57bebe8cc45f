"""Lines that lead to other articles: the numbers in their headlines are not this text's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from articles.extraction.figure_reader import WORD, Reader
from articles.text.spans import Span, merge

_LINE: Final = re.compile(r"[^\n]++")
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s)")
_MOST_HEADLINES: Final = 4  # below "Baca Juga" on a line of its own
_LONGEST_HEADLINE: Final = 140
_FEWEST_WORDS: Final = 4
_LONGEST_SMALL: Final = 3  # letters of words that headlines leave small
_LONGEST_CALL: Final = 30  # "Baca Juga:" and nothing else


def leading_elsewhere(body: str, read: Reader) -> list[Span]:
    """Return the stretches that lead elsewhere, in order: "Baca Juga: ..." and the headlines below it."""
    return merge(span for found in read.elsewhere.finditer(body) for span in _from(body, Span(*found.span()), read))


def any_holds(spans: Sequence[Span], place: int) -> bool:
    """Return whether one of `spans`, which are in order and apart, holds the character at `place`."""
    at = bisect_right(spans, place, key=lambda span: span.start) - 1
    return at >= 0 and place < spans[at].end


def _from(body: str, line: Span, read: Reader) -> Iterator[Span]:
    begins_line = line.start == 0 or body[line.start - 1] == "\n"
    if not begins_line:
        yield Span(line.start, _headline_end(body, line, read))
        return
    yield line
    if len(line) > _LONGEST_CALL:
        return
    place = line.end
    for _ in range(_MOST_HEADLINES):
        below = _LINE.search(body, place, place + _LONGEST_HEADLINE + 10)
        if below is None or not _is_headline(below[0]):
            return
        yield Span(*below.span())
        place = below.end()


def _headline_end(body: str, line: Span, read: Reader) -> int:
    """Return where a headline in the middle of a paragraph ends: with its sentence, or its capitals."""
    stop = _SENTENCE_END.search(body, line.start + 1, line.end)
    end = stop.end() if stop else line.end
    for word in WORD.finditer(body, line.start + _LONGEST_CALL // 2, end):
        small = word[0]
        if small.islower() and len(small) > _LONGEST_SMALL and small not in read.words.no_nouns:
            return word.start()
    return end


def _is_headline(line: str) -> bool:
    words = [word for word in line.split() if word[0].isalpha()]
    if len(words) < _FEWEST_WORDS or len(line) > _LONGEST_HEADLINE or line.rstrip()[-1:] in '.!?"”,':
        return False
    return 4 * sum(word[0].isupper() or len(word) < 4 for word in words) >= 3 * len(words)
