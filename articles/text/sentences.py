"""Where sentences end and begin, as far as full stops tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# A full stop and its closing marks, when what follows the white space begins as sentences do. Nothing is given
# back and no run of stops is tried twice: the work grows with the text, whatever it is made of.
_BREAK: Final = re.compile(r"(?<![.!?…])[.!?…]++[”’»\"')\]]*+(\s++)(?=[“‘«„\"'(\[]*+[^\W_a-z])")


def breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence but the last ends, and where the one after it begins."""
    for found in _BREAK.finditer(text):
        yield found.span(1)
