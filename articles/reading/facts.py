"""All that readers may see of one text of an article, read in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Prefetch, Q, QuerySet

from articles.models import (
    Anchor,
    Article,
    Block,
    DateMention,
    Entity,
    Event,
    Mention,
    Printing,
    Quote,
    QuoteLink,
    RelayHop,
    Statistic,
    Version,
)
from articles.models.anchor import FACTS, LEADING_ROLES
from articles.reading.quotations import successor

Row = Mention | Quote | Printing | DateMention | Event
_Printed = TypeVar("_Printed", bound=Row)
_Words = Mapping[tuple[str, int], list[Anchor]]  # by kind of fact, as the anchor's column names it, and its key
_OWN = {Anchor.Role.CONTENT, Anchor.Role.NUMBER, Anchor.Role.NAME}  # a phrase only holds a number, or tells an event
_COLUMNS: Mapping[type[Model], str] = dict(zip((Mention, Quote, Printing, DateMention, Event), FACTS, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts without words in this text are left out. Lists are in the order of the text."""

    article: Article
    version: Version
    blocks: list[Block]
    words: _Words  # anchors in the order of the text, each with its block
    mentions: list[Mention]
    quotes: list[Quote]
    printings: list[Printing]
    dates: list[DateMention]
    events: list[Event]
    quote_links: Mapping[int, list[QuoteLink]]  # by the key of either quote
    known_events: Mapping[int, Event]  # by key: these, the occasions of the quotes, and the events before them

    def of(self, row: Row) -> list[Anchor]:
        """Return the words that a fact rests on, in the order of the text."""
        return self.words.get((_COLUMNS[type(row)], row.pk), [])

    def beginning(self, quote: Quote) -> Anchor:
        """Return where a quote begins; one that is told of without its words, where the text tells of it."""
        return (self.in_role(quote, Anchor.Role.PRINTED, Anchor.Role.CONTENT) or self.of(quote))[0]

    def in_role(self, row: Row, *roles: Anchor.Role) -> list[Anchor]:
        return [anchor for anchor in self.of(row) if anchor.role in roles]

    @property
    def statistics(self) -> list[Statistic]:
        """The figures, each once, in the order in which they are first printed."""
        return list({printing.statistic_id: printing.statistic for printing in self.printings}.values())


def read(article: Article, version: Version) -> Facts:
    """Read the blocks of a version and the facts anchored in it."""
    blocks = list(version.blocks.order_by("position"))
    words = _words(version, blocks)
    quotes = _printed(_quotes(article), words)
    _rest_here(quotes, words)
    dates = _printed(DateMention.objects.public().filter(article=article), words)
    events = _events(words, [*quotes, *dates])
    Entity.objects.tell_pages([*quotes, *(hop for quote in quotes for hop in quote.hops.all())])
    return Facts(
        article=article,
        version=version,
        blocks=blocks,
        words=words,
        mentions=_printed(Mention.objects.public().filter(article=article).select_related("entity"), words),
        quotes=sorted(quotes, key=lambda quote: (quote.number, quote.pk)),
        printings=_printed(_printings(article), words),
        dates=dates,
        events=_printed(events, words),
        quote_links=_quote_links(article),
        known_events={event.pk: event for event in [*events, *_before(events)]},
    )


def _words(version: Version, blocks: Iterable[Block]) -> _Words:
    by_key = {block.pk: block for block in blocks}
    words = defaultdict(list)
    for anchor in Anchor.objects.public().of_version(version).in_order():
        anchor.block = by_key[anchor.block_id]
        words[_fact_of(anchor)].append(anchor)
    lost = _lost_before(version, words) if version.number > 1 else set()
    return {fact: anchors for fact, anchors in words.items() if fact not in lost}


def _fact_of(anchor: Anchor) -> tuple[str, int]:
    kind = next(name for name in FACTS if getattr(anchor, f"{name}_id"))
    return (kind, getattr(anchor, f"{kind}_id"))


def _lost_before(version: Version, words: _Words) -> set[tuple[str, int]]:
    """Return the facts of which only a cue or a day is left here, and whose own words an earlier text had."""
    roles = {fact: {anchor.role for anchor in anchors} for fact, anchors in words.items()}
    left = {fact for fact, here in roles.items() if here.isdisjoint(_OWN)}
    keys = {f"{kind}__in": [key for name, key in left if name == kind] for kind in FACTS}
    earlier = Anchor.objects.filter(
        Q(*keys.items(), _connector=Q.OR),
        role__in=LEADING_ROLES,
        block__version__article=version.article_id,
        block__version__number__lt=version.number,
    )
    return {
        fact
        for anchor in earlier
        if (fact := _fact_of(anchor)) in left and (anchor.role in _OWN or Anchor.Role.PHRASE not in roles[fact])
    }


def _rest_here(quotes: Iterable[Quote], words: _Words) -> None:
    """Let the evidence of each hop be the words of this text, where an earlier or later one had them first."""
    here = {anchor.pk for anchors in words.values() for anchor in anchors}
    for quote in quotes:
        for hop in quote.hops.all():
            if hop.evidence and hop.evidence_id not in here:
                hop.evidence = successor(hop.evidence, words["quote", quote.pk])


def _printed(rows: Iterable[_Printed], words: _Words) -> list[_Printed]:
    """Keep the facts that have words in this text, in its order."""

    def place(row: _Printed) -> tuple[int, int, int]:
        first = words[_COLUMNS[type(row)], row.pk][0]
        return (first.block.position, first.start, row.pk)

    return sorted((row for row in rows if (_COLUMNS[type(row)], row.pk) in words), key=place)


def _quotes(article: Article) -> QuerySet[Quote]:
    hops = Prefetch("hops", queryset=RelayHop.objects.select_related("agent", "evidence").order_by("position"))
    quotes = Quote.objects.public().filter(article=article)
    return quotes.select_related("speaker", "on_behalf_of", "addressee").prefetch_related(hops)


def _quote_links(article: Article) -> dict[int, list[QuoteLink]]:
    here = Q(from_quote__article=article) | Q(to_quote__article=article)
    articles = (f"{side}__article__{name}" for side in ("from_quote", "to_quote") for name in ("publisher", "current"))
    links: dict[int, list[QuoteLink]] = defaultdict(list)
    for link in QuoteLink.objects.public().filter(here).select_related(*articles).order_by("pk"):
        links[link.from_quote_id].append(link)
        links[link.to_quote_id].append(link)
    return links


def _printings(article: Article) -> QuerySet[Printing]:
    printings = Printing.objects.public().filter(article=article)
    statistics = Prefetch("statistic", queryset=Statistic.objects.for_cards())
    return printings.prefetch_related(statistics, Prefetch("quote", queryset=Quote.objects.public()))


def _events(words: _Words, told: Iterable[Quote | DateMention]) -> list[Event]:
    """Read the events printed here, and those that quotes and dates of this text belong to."""
    keys = {key for kind, key in words if kind == "event"} | {row.event_id for row in told if row.event_id}
    return list(Event.objects.public().filter(pk__in=keys))


def _before(events: Iterable[Event]) -> QuerySet[Event]:
    return Event.objects.public().filter(pk__in={event.previous_id for event in events if event.previous_id})
