"""The sentences round words of a text."""

from __future__ import annotations

from typing import Final

from articles.text.sentences import breaks
from articles.text.spans import Span


def around(text: str, words: Span, *, more: int = 0) -> Span:
    """Return the sentences that hold `words`, with `more` of them before and after."""
    bounds = [0, *(end for end, _ in breaks(text)), len(text)]
    first = max(number for number, start in enumerate(bounds[:-1]) if start <= words.start)
    last = min(number for number, end in enumerate(bounds) if end >= min(words.end, len(text)))
    start, end = bounds[max(first - more, 0)], bounds[min(last + more, len(bounds) - 1)]
    return Span(end - len(text[start:end].lstrip()), end)


LONGEST: Final = 420  # characters of a sentence that is shown whole beside its number


def shortened(text: str, sentence: Span, words: Span, *, most: int = LONGEST) -> Span:
    """Return `sentence`, or where it is longer than `most` the part of it round `words`, cut between words.

    Texts without full stops are one sentence: of them only the near words are shown.
    """
    if sentence.end - sentence.start <= most:
        return sentence
    room = max(most - (words.end - words.start), 0) // 2
    start, end = max(words.start - room, sentence.start), min(words.end + room, sentence.end)
    if start > sentence.start:
        gap = text.find(" ", start, words.start)
        start = gap + 1 if gap >= 0 else start
    if end < sentence.end:
        gap = text.rfind(" ", words.end, end)
        end = gap if gap >= 0 else end
    return Span(start, end)
