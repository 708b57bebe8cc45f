"""The words of one quote with their marks, for lists and pages outside the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from django.urls import reverse

from articles.models import Anchor, Article, DateMention, Mention, Printing, Quote
from articles.models.anchor import LEADING_ROLES
from articles.models.fact import shown_statuses
from articles.reading.segments import Mark, Node, nest
from articles.text.spans import Span

# The facts of an article that rest on words of its text.
Worded: TypeAlias = Quote | Printing | Mention | DateMention

OPENING: Final = "“‘«„‟\"'"
CLOSING: Final = "”’»\"'"
GAP: Final = " … "  # between words of one quote that do not stand together


def anchors_of(fact: Worded) -> list[Anchor]:
    """Return the words by which a fact is shown, in the order of their text.

    Needs `anchors` loaded by AnchorQuerySet.as_shown() and with_places(): all stand in one text.
    """
    return sorted(fact.anchors.all(), key=lambda anchor: (anchor.block.position, anchor.start, -anchor.end, anchor.pk))


def leading_anchor(fact: Worded) -> Anchor | None:
    """Return the anchor of the fact's own words, before those of its cue, speaker and circumstances."""
    places = {role: place for place, role in enumerate(LEADING_ROLES)}
    return min(anchors_of(fact), key=lambda anchor: places.get(Anchor.Role(anchor.role), len(places)), default=None)


def speaker_words(quote: Quote) -> tuple[str, ...]:
    """Return the words that name the speaker of a quote where it stands, in the order of the text, each once."""
    return tuple(dict.fromkeys(anchor.exact for anchor in anchors_of(quote) if anchor.role == Anchor.Role.SPEAKER))


def lost_since(anchor: Anchor, article: Article) -> int | None:
    """Return the number of the first text without these words; None where they stand in the current one."""
    return None if anchor.block.version_id == article.current_id else anchor.block.version.number + 1


def address_of(anchor: Anchor, article: Article) -> str:
    """Return the address of words: in the article, or in the last text of it that had them."""
    if lost_since(anchor, article) is None:
        return f"{article.get_absolute_url()}#{anchor.fragment}"
    text = reverse("articles:article_version", args=[article.pk, anchor.block.version.number])
    return f"{text}#{anchor.fragment}"


def successor(anchor: Anchor, among: Iterable[Anchor]) -> Anchor | None:
    """Return the anchor that took another's place in a later text; `among` are the fact's anchors there.

    It is the one of its role, or where there are several, the first with the same words; None where none is left.
    """
    of_role = [other for other in among if other.role == anchor.role]
    same = [other for other in of_role if other.exact == anchor.exact]
    return of_role[0] if len(of_role) == 1 else next(iter(same), None)


def words_of(quote: Quote) -> list[Node]:
    """Return the words of a quote loaded with for_cards(), direct ones with the marks that the paper prints.

    Figures inside are links to their pages; in a told quote the words that stand in marks are set apart.
    """
    anchors = anchors_of(quote)
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
