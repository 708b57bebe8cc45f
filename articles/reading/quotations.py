"""The words of one quote with their marks, for lists and pages outside the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from articles.models import Anchor, DateMention, Mention, Printing, Quote
from articles.models.anchor import LEADING_ROLES
from articles.models.fact import shown_statuses
from articles.reading.segments import Mark, Node, nest
from articles.text.spans import Span

# The facts of an article that rest on words of its text.
Worded: TypeAlias = Quote | Printing | Mention | DateMention

OPENING: Final = "“‘«„‟\"'"
CLOSING: Final = "”’»\"'"
GAP: Final = " … "  # between words of one quote that do not stand together


def anchors_now(fact: Worded) -> list[Anchor]:
    """Return the fact's anchors in the article's current text, in order; needs anchors__block and article."""
    anchors = [anchor for anchor in fact.anchors.all() if anchor.block.version_id == fact.article.current_id]
    return sorted(anchors, key=lambda anchor: (anchor.block.position, anchor.start, -anchor.end, anchor.pk))


def leading_anchor(fact: Worded) -> Anchor | None:
    """Return the anchor of the fact's own words, before those of its cue, speaker and circumstances."""
    places = {role: place for place, role in enumerate(LEADING_ROLES)}
    return min(anchors_now(fact), key=lambda anchor: places.get(Anchor.Role(anchor.role), len(places)), default=None)


def words_of(quote: Quote) -> list[Node]:
    """Return the words of a quote loaded with for_cards(), direct ones with the marks that the paper prints.

    Figures inside are links to their pages; in a told quote the words that stand in marks are set apart.
    """
    anchors = anchors_now(quote)
    printed = [anchor for anchor in anchors if anchor.role == Anchor.Role.PRINTED]
    if quote.type != Quote.Type.DIRECT or not printed:
        printed = [anchor for anchor in anchors if anchor.role == Anchor.Role.CONTENT]
    nodes: list[Node] = []
    before: Anchor | None = None
    for anchor in printed:
        if before is not None:
            nodes.append(_between(before, anchor))
        marks = [*_figures(quote, anchor), *_parts_in_marks(quote, anchors, anchor)]
        words, closing = _standing_alone(anchor)
        nodes.extend(nest(anchor.block.text, marks, within=words))
        nodes.append(closing)
        before = anchor
    return [node for node in nodes if node]


def _standing_alone(anchor: Anchor) -> tuple[Span, str]:
    """Return the words without the comma of the sentence round them ("...," said X), and the mark that closes them."""
    words = Span(anchor.start, anchor.end)
    closing = anchor.exact[-1]
    if anchor.role == Anchor.Role.PRINTED and anchor.exact[-2:-1] == "," and closing in CLOSING:
        return Span(anchor.start, anchor.end - 2), closing
    return words, ""


def _between(before: Anchor, after: Anchor) -> str:
    together = before.block_id == after.block_id and not before.block.text[before.end : after.start].strip()
    return " " if together else GAP


def _figures(quote: Quote, words: Anchor) -> Iterator[Mark]:
    for printing in quote.printings.all():
        if {printing.status, printing.statistic.status} <= set(shown_statuses()):
            for anchor in printing.anchors.all():
                if anchor.role == Anchor.Role.NUMBER and anchor.block_id == words.block_id:
                    yield Mark(
                        span=Span(anchor.start, anchor.end), css="fig", href=printing.statistic.get_absolute_url()
                    )


def _parts_in_marks(quote: Quote, anchors: list[Anchor], words: Anchor) -> Iterator[Mark]:
    if quote.type == Quote.Type.DIRECT:
        return
    for anchor in anchors:
        if anchor.role == Anchor.Role.MARKED and anchor.block_id == words.block_id:
            yield Mark(span=with_marks(anchor), rank=-1, css="q q-direct q-part")


def with_marks(anchor: Anchor) -> Span:
    """Return the place of an anchor with the quotation marks that stand right around it."""
    text = anchor.block.text
    opened = anchor.start > 0 and text[anchor.start - 1] in OPENING
    closed = anchor.end < len(text) and text[anchor.end] in CLOSING
    return Span(anchor.start - opened, anchor.end + closed)
