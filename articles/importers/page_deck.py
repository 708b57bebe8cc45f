"""The deck of a page: its description, when the page prints it over the text and not in it."""

from __future__ import annotations

from typing import Final

from lxml.etree import _Element

from articles.importers.page_body import Body
from articles.importers.page_fields import Fields, Found
from articles.importers.page_lines import lines_of

_UNSEEN: Final = frozenset({"head", "script", "style", "noscript", "template", "figcaption"})


def printed_deck(fields: Fields, body: Body) -> Found:
    """Return the description and where it stands; "" when it is for machines only, or the text's first paragraph."""
    text, found = fields.description
    if not text or text == fields.headline[0]:
        return "", ""
    printed = {line.text: line.within for line in lines_of(fields.marks.tree, left_out=_UNSEEN)}
    if text not in printed:
        return "", ""
    lines = [line.text for line in body.lines]
    if text in lines:
        after = (printed[line] for line in lines[lines.index(text) + 1 :] if line in printed)
        # The paragraphs of a text stand in one element; what the extractor took along from outside is the deck.
        if _parent(printed[text]) is _parent(next(after, None)):
            return "", ""
    return text, found


def _parent(element: _Element | None) -> _Element | None:
    return None if element is None else element.getparent()
