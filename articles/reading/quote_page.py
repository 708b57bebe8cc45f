"""The page of one quote: its words, the way that they came, the sentences round them, and what bears on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.db.models import Prefetch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import (
    Anchor,
    Article,
    Block,
    Entity,
    Event,
    Mention,
    NoteLink,
    Printing,
    Quote,
    QuoteLink,
    RelayHop,
    Statistic,
)
from articles.reading.quotations import anchors_of, lost_since, speaker_words, successor, with_marks
from articles.reading.segments import Mark, Node, nest
from articles.search.wording import language_name
from articles.series.build import for_figures
from articles.text.sentences import around
from articles.text.spans import Span

Role = Anchor.Role
LONG: Final = 280  # characters; longer words are read, not shown
# What another quote does to this one, where the link is told from the other's side.
_FROM_THE_OTHER_SIDE: Final[dict[str, Promise]] = {
    QuoteLink.Type.REPEATS: _("repeated by"),
    QuoteLink.Type.CONTINUES: _("continued by"),
    QuoteLink.Type.PARAPHRASE_OF: _("said in other words by"),
    QuoteLink.Type.SUPPORTS: _("supported by"),
    QuoteLink.Type.CONTRADICTS: _("contradicted by"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The sentences of one block that hold words of the quote, and one more on either side."""

    block: Block
    nodes: tuple[Node, ...]
    begins: bool  # with the block itself
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedQuote:
    """Another quote and what joins the two, told from the side of this one."""

    relation: str | Promise
    quote: Quote
    link: QuoteLink


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePage:
    quote: Quote  # as for_cards() loads it
    role: Mention | None  # where the article prints the speaker's role, nearest to the quote
    event: Event | None
    speaker_words: tuple[str, ...]  # as the article names the speaker here
    hops: list[RelayHop]
    contexts: list[Context]
    lost_since: int | None  # number of the first text without its words; None where the current one has them
    figures: list[Statistic]
    links: list[LinkedQuote]
    notes: list[NoteLink]
    language: str
    original_language: str
    long: bool


def quote_page(pk: int) -> QuotePage | None:
    """Load what the page of a quote shows; None when readers may not see it. The number of queries is fixed."""
    printings = Printing.objects.public().prefetch_related("anchors").select_related("statistic")
    hops = RelayHop.objects.select_related("agent", "evidence__block__version").defer("evidence__block__version__body")
    words = Anchor.objects.as_shown("quote").with_places()
    quote = (
        Quote.objects.public()
        .for_cards()
        .prefetch_related(None)
        .prefetch_related(Prefetch("anchors", words), Prefetch("hops", hops), Prefetch("printings", printings))
        .filter(pk=pk)
        .first()
    )
    if quote is None:
        return None
    anchors, figures, links = anchors_of(quote), _figures(quote), _links(quote)
    told = [quote, *(linked.quote for linked in links)]
    Entity.objects.tell_pages([*told, *figures, *(hop for each in told for hop in each.hops.all())])
    return QuotePage(
        quote=quote,
        role=_role(quote, anchors),
        event=Event.objects.public().filter(pk=quote.event_id).first(),
        speaker_words=speaker_words(quote),
        hops=_hops(quote, anchors),
        contexts=list(_contexts(quote, anchors)),
        lost_since=lost_since(anchors[0], quote.article) if anchors else None,
        figures=figures,
        links=links,
        notes=list(NoteLink.objects.public().filter(quote=quote).for_tables().order_by("article_id")),
        language=language_name(quote.language) if quote.language else "",
        original_language=language_name(quote.original_language) if quote.original_language else "",
        long=sum(len(anchor.exact) for anchor in anchors if anchor.role == Role.CONTENT) > LONG,
    )


def _hops(quote: Quote, anchors: list[Anchor]) -> list[RelayHop]:
    """Return the way of the words; its evidence stands in the text that shows them."""
    hops = list(quote.hops.all())
    for hop in hops:
        if hop.evidence and anchors and hop.evidence.block.version_id != anchors[0].block.version_id:
            hop.evidence = successor(hop.evidence, anchors)
    return hops


def _role(quote: Quote, anchors: list[Anchor]) -> Mention | None:
    """Return the mention of the speaker with a printed role that stands nearest to the quote."""
    mentions = Mention.objects.public().with_role().filter(article=quote.article_id, entity=quote.speaker_id)
    if quote.speaker_id is None or not anchors:
        return None
    words = Prefetch("anchors", Anchor.objects.as_shown("mention").with_places())
    there = [
        ((*_distance(anchors[0], anchor), mention.pk), mention)
        for mention in mentions.select_related("article__current", "role_at").prefetch_related(words)
        for anchor in anchors_of(mention)
    ]
    return min(there, key=lambda found: found[0])[1] if there else None


def _distance(here: Anchor, there: Anchor) -> tuple[bool, int, int]:
    """Return how far words stand from others: in another text, in another block, further on."""
    apart = there.block.version_id != here.block.version_id
    return (apart, abs(there.block.position - here.block.position), abs(there.start - here.start))


def _figures(quote: Quote) -> list[Statistic]:
    inside = Statistic.objects.public().filter(printings__in=Printing.objects.public().filter(quote=quote))
    return list(for_figures(inside.distinct()).order_by("pk"))


def _links(quote: Quote) -> list[LinkedQuote]:
    cards = Quote.objects.for_cards()
    links = QuoteLink.objects.public()
    told = links.filter(from_quote=quote).prefetch_related(Prefetch("to_quote", cards)).order_by("pk")
    heard = links.filter(to_quote=quote).prefetch_related(Prefetch("from_quote", cards)).order_by("pk")
    return [
        *(LinkedQuote(relation=link.get_type_display(), quote=link.to_quote, link=link) for link in told),
        *(LinkedQuote(relation=_FROM_THE_OTHER_SIDE[link.type], quote=link.from_quote, link=link) for link in heard),
    ]


def _contexts(quote: Quote, anchors: list[Anchor]) -> Iterator[Context]:
    """Cut the sentences round the quote out of each block that it stands in."""
    words = [anchor for anchor in anchors if anchor.role == Role.CONTENT]
    for _position, together in groupby(words, key=lambda anchor: anchor.block.position):
        inside = list(together)
        block = inside[0].block
        # Of an article that may only be excerpted, the sentence itself is what may be shown.
        more = 1 if quote.article.rights == Article.Rights.FULL_TEXT else 0
        shown = around(block.text, Span(inside[0].start, max(anchor.end for anchor in inside)), more=more)
        yield Context(
            block=block,
            nodes=nest(block.text, _marks(quote, inside, anchors), within=shown),
            begins=shown.start == 0,
            ends=shown.end == len(block.text),
        )


def _marks(quote: Quote, inside: list[Anchor], anchors: list[Anchor]) -> Iterator[Mark]:
    for anchor in inside:
        span = Span(anchor.start, anchor.end)
        if quote.type == Quote.Type.DIRECT:
            yield Mark(span=with_marks(anchor), css="q q-direct")
        else:
            yield Mark(span=span, css="q q-indirect")
    for anchor in anchors:
        if anchor.role == Role.MARKED and anchor.block_id == inside[0].block_id:
            yield Mark(span=with_marks(anchor), rank=1, css="q q-direct q-part")
