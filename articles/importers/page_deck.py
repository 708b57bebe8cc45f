"""The deck of a page: its description, when the page prints it over the text and not in it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from articles.importers.page_body import Body
from articles.importers.page_fields import Fields, Found
from articles.importers.page_lines import Printed


def printed_deck(fields: Fields, body: Body, page: Sequence[Printed]) -> Found:
    """Return the description and where it stands; "" when it is for machines only, or the text's first paragraph."""
    text, found = fields.description
    if not text or text == fields.headline[0]:
        return "", ""
    own = [line for line in page if line.text == text and not line.is_in("figcaption")]
    if not own:
        return "", ""
    lines = [line.text for line in body.lines]
    if text in lines:
        printed = {line.text: line.within for line in page}
        after = (printed[line] for line in lines[lines.index(text) + 1 :] if line in printed)
        # The paragraphs of a text stand in one element; what the extractor took along from outside is the deck.
        if _parent(own[-1].within) is _parent(next(after, None)):
            return "", ""
    return text, found


def _parent(element: _Element | None) -> _Element | None:
    return None if element is None else element.getparent()
