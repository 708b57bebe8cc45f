"""The sentences round words of a text, as far as full stops tell them."""

from __future__ import annotations

import re
from typing import Final

from articles.text.spans import Span

# A full stop and its closing marks, when what follows the white space begins as sentences do.
_ENDS: Final = re.compile(r"[.!?…]+[”’»\"')\]]*(?=\s+[“‘«„\"'(\[]*[^\W_a-z])")


def around(text: str, words: Span, *, more: int = 0) -> Span:
    """Return the sentences that hold `words`, with `more` of them before and after."""
    bounds = [0, *(found.end() for found in _ENDS.finditer(text)), len(text)]
    first = max(number for number, start in enumerate(bounds[:-1]) if start <= words.start)
    last = min(number for number, end in enumerate(bounds) if end >= min(words.end, len(text)))
    start, end = bounds[max(first - more, 0)], bounds[min(last + more, len(bounds) - 1)]
    return Span(end - len(text[start:end].lstrip()), end)
