"""Quotation marks one by one, and how far each looks as if it opened or closed something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MARKS: Final = '"“”„‟«»″＂〝〞'
SINGLE_MARKS: Final = "'’‘‚‛`´"
# Characters without a width, which scrapes leave beside marks.
UNSEEN: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"

_SIGN: Final = re.compile(rf"''|``|´´|‘‘|’’|<<|>>|[{MARKS}]")
_SHAPE: Final = dict.fromkeys(("“", "„", "«", "〝", "‘‘", "``", "<<"), 1) | dict.fromkeys(
    ("”", "»", "〞", "’’", "´´", ">>"), -1
)
_BEFORE_OPENING: Final = "([{-–—/:|>" + UNSEEN
_AFTER_CLOSING: Final = ".,;:!?…)]}-–—/|<" + UNSEEN


@dataclass(frozen=True, slots=True)
class Sign:
    """One quotation mark; two that stand together and open as one are one."""

    start: int
    end: int
    lean: int  # 3 surely opens ... -3 surely closes
    inches: bool  # a closing mark that stands after a figure may measure a screen


def signs(body: str) -> Iterator[Sign]:
    """Yield the double marks of a text, in order."""
    taken = 0
    for found in _SIGN.finditer(body):
        start, end = found.span()
        if start < taken:
            continue
        left, right = _beside(body, start - 1, -1), _beside(body, end, 1)
        after = _beside(body, end + 1, 1)
        if right == found[0] and _side(left, _BEFORE_OPENING) > 0 > _side(after, _AFTER_CLOSING):
            end, right = end + 1, after  # ""doubled, as tables write them""
        lean = _SHAPE.get(found[0], 0) + _side(left, _BEFORE_OPENING) - _side(right, _AFTER_CLOSING)
        taken = end
        inches = left.isdigit() and found[0] in "\"″”''"
        if not (inches and found[0] == "″"):
            yield Sign(start, end, lean, inches)


def _beside(body: str, at: int, step: int) -> str:
    """Return the character at a place, the one behind it if it is a single mark; a space outside of the text."""
    if 0 <= at < len(body) and body[at] in SINGLE_MARKS:
        at += step
    return body[at] if 0 <= at < len(body) else " "


def _side(character: str, punctuation: str) -> int:
    """Return 1 for a space or `punctuation`, -1 for a letter or figure, 0 for another mark."""
    if character in MARKS:
        return 0
    return 1 if character.isspace() or character in punctuation else -1
