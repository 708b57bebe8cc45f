"""What an editor decides by: the sentence that prints a fact, parted round its words, and the words of saying."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from articles.models import Anchor
from articles.models.anchor import LEADING_ROLES
from articles.text.sentences import around, shortened
from articles.text.spans import Span

MOST: Final = 200  # code points of a sentence; of a longer one the part round the words
_SAYING: Final = (Anchor.Role.CUE, Anchor.Role.SPEAKER)
_BESIDE: Final = re.compile(r"\W{0,3}")  # between words that stand side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A sentence, or the part of it that is near; in `words` are those of the fact."""

    before: str
    words: str
    after: str


def excerpt_of(anchors: Iterable[Anchor], *, most: int = MOST) -> Excerpt | None:
    """Return the sentence round the words of a fact, in the newest text that has them; None without any.

    Needs `anchors` loaded with their blocks.
    """
    leading = leading_anchor(anchors)
    if leading is None:
        return None
    text, words = leading.block.text, Span(leading.start, leading.end)
    whole = _sentence(text, words, most=most)
    part = shortened(text, whole, words, most=most)
    return Excerpt(
        before=("… " if part.start > whole.start else "") + text[part.start : words.start],
        words=leading.exact,
        after=text[words.end : part.end] + (" …" if part.end < whole.end else ""),
    )


def _sentence(text: str, words: Span, *, most: int) -> Span:
    """Return the sentence round words as far as it may be shown: of a long text only what is near is looked at."""
    start = max(words.start - 2 * most, 0)  # beyond it nothing is shown, wherever the sentence begins or ends
    near = around(text[start : words.end + 2 * most], Span(words.start - start, words.end - start))
    return Span(near.start + start, near.end + start)


def leading_anchor(anchors: Iterable[Anchor]) -> Anchor | None:
    """Return the words that a reader wants to see first, of the newest text that has them."""
    return min(anchors, key=_place, default=None)


def saying_of(anchors: Iterable[Anchor]) -> str:
    """Return the words that tell who said it, as printed: "kata Ana"; "" where there are none."""
    rows = list(anchors)
    newest = max((one.block.version_id for one in rows), default=0)
    told = [one for one in rows if one.role in _SAYING and one.block.version_id == newest]
    words, before = "", None
    for one in sorted(told, key=lambda one: (one.block.position, one.start, -one.end)):
        if before is None:
            words = one.exact
        elif before.block_id == one.block_id and one.start < before.end:
            continue  # the one is a part of the other
        elif before.block_id == one.block_id and _BESIDE.fullmatch(before.block.text, before.end, one.start):
            words += before.block.text[before.end : one.end]
        else:
            words += f" … {one.exact}"
        before = one
    return words


def _place(anchor: Anchor) -> tuple[Any, ...]:
    role = LEADING_ROLES.index(Anchor.Role(anchor.role)) if anchor.role in LEADING_ROLES else len(LEADING_ROLES)
    return (-anchor.block.version_id, role, anchor.block.position, anchor.start)
