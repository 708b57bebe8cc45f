"""The sentences round words of a text."""

from __future__ import annotations

from articles.text.sentences import breaks
from articles.text.spans import Span


def around(text: str, words: Span, *, more: int = 0) -> Span:
    """Return the sentences that hold `words`, with `more` of them before and after."""
    bounds = [0, *(end for end, _ in breaks(text)), len(text)]
    first = max(number for number, start in enumerate(bounds[:-1]) if start <= words.start)
    last = min(number for number, end in enumerate(bounds) if end >= min(words.end, len(text)))
    start, end = bounds[max(first - more, 0)], bounds[min(last + more, len(bounds) - 1)]
    return Span(end - len(text[start:end].lstrip()), end)
