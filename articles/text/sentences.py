"""Where sentences end and begin, as far as full stops tell, and the sentences round words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articles.text.spans import Span

# A full stop and its closing marks, when what follows the white space begins as sentences do. Nothing is given
# back and no run of stops is tried twice: the work grows with the text, whatever it is made of.
_BREAK: Final = re.compile(r"(?<![.!?…])[.!?…]++[”’»\"')\]]*+(\s++)(?=[“‘«„\"'(\[]*+[^\W_a-z])")
LONGEST: Final = 420  # characters of a sentence that is shown whole beside its number


def breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence but the last ends, and where the one after it begins."""
    for found in _BREAK.finditer(text):
        yield found.span(1)


def around(text: str, words: Span, *, more: int = 0) -> Span:
    """Return the sentences that hold `words`, with `more` of them before and after."""
    bounds = [0, *(end for end, _ in breaks(text)), len(text)]
    first = max(number for number, start in enumerate(bounds[:-1]) if start <= words.start)
    last = min(number for number, end in enumerate(bounds) if end >= min(words.end, len(text)))
    start, end = bounds[max(first - more, 0)], bounds[min(last + more, len(bounds) - 1)]
    return Span(end - len(text[start:end].lstrip()), end)


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
