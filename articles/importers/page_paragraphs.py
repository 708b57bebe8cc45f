"""A second opinion on where a page's text is: the part of it that holds most of its sentences.

It shares no rule with the extractor that reads the body, so what both find is seldom wrong.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from articles.importers.page_lines import lines_of

_LEFT_OUT: Final = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea", "nav"}
    | {"aside", "footer", "figcaption"}
)
_AROUND: Final = re.compile(
    r"(?:^|[-_\s])(?:comments?|disqus|related|sidebar|promo|newsletter|share|sharing|social|footer|nav|menu|terkait"
    r"|populer|breadcrumbs?|caption|tags?)(?:$|[-_\s])",
    re.IGNORECASE,
)
_FEWEST_WORDS: Final = 8  # of a line that counts when the part is chosen
_MOST_LINKED: Final = 0.4  # share of a line's characters that stand in links
_ENOUGH: Final = 0.7  # share of the sentences that a part must hold to be gone into
_SHINGLE: Final = 4  # words
_WORD: Final = re.compile(r"\w+")


def longest_part(tree: _Element) -> str:
    """Return the lines of the part that holds most of the page's sentences, one under the other."""
    own = [(line.within, line.text) for line in lines_of(tree, left_out=_LEFT_OUT) if line.share_linked <= _MOST_LINKED]
    weights: dict[_Element, int] = defaultdict(int)
    for within, text in own:
        if text.count(" ") + 1 >= _FEWEST_WORDS:
            weights[within] += len(text)
            for above in within.iterancestors():
                weights[above] += len(text)
    part = tree
    while (inner := max(part, key=lambda element: weights.get(element, 0), default=None)) is not None:
        if weights.get(inner, 0) < _ENOUGH * weights.get(part, 1):
            break
        part = inner
    inside = set(_without_surroundings(part))
    return "\n".join(text for within, text in own if text and within in inside)


def agreement(one: str, other: str) -> float:
    """Return how much of two texts is the same, from 0 to 1: F1 of their shingles of four words."""
    mine, theirs = _shingles(one), _shingles(other)
    both = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / both if both else 1.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    size = min(_SHINGLE, len(words)) or 1
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _without_surroundings(part: _Element) -> Iterator[_Element]:
    """Yield the part's elements without those whose names say that they stand around a text."""
    stack = [part]
    while stack:
        element = stack.pop()
        yield element
        stack.extend(child for child in element if not _AROUND.search(f"{child.get('class')} {child.get('id')}"))
