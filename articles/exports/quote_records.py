"""Records of quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from django.db.models import Prefetch

from articles.exports.parts import (
    At,
    block_address,
    day_of,
    named,
    newest,
    source,
    tell_publishers,
    text_came_in,
    words,
)
from articles.exports.records import Hop, Printed, QuoteRecord
from articles.models import Anchor, Entity, Mention, Quote
from articles.reading.quotations import anchors_of, lost_since, speaker_words, words_of
from articles.text.sentences import around, shortened
from articles.text.spans import Span

_Roles: TypeAlias = Mapping[tuple[int, int], list[Mention]]  # by keys of article and entity


def quote_records(keys: Sequence[int], at: At) -> list[QuoteRecord]:
    """Return records in the order of the keys, fixed in queries; what readers may not see any more is left out."""
    found = Quote.objects.public().for_cards().defer("article__current__body").in_bulk(keys)
    quotes = [found[key] for key in keys if key in found]
    Entity.objects.tell_pages([*quotes, *(hop for quote in quotes for hop in quote.hops.all())])
    tell_publishers(quote.article for quote in quotes)
    roles = _roles(quotes)
    return [_record(quote, roles, at) for quote in quotes]


def _record(quote: Quote, roles: _Roles, at: At) -> QuoteRecord:
    anchors = anchors_of(quote)
    return QuoteRecord(
        id=quote.pk,
        url=at(quote.get_absolute_url()),
        number=quote.number,
        words=words(words_of(quote)),
        type=quote.type,
        language=quote.language,
        speaker=named(quote.speaker, at),
        speaker_as_printed=list(speaker_words(quote)),
        role_as_printed=_nearest(roles.get((quote.article_id, quote.speaker_id or 0), []), anchors),
        on_behalf_of=named(quote.on_behalf_of, at),
        to_whom=named(quote.addressee, at),
        said=day_of(quote.said_on),
        occasion=quote.occasion,
        relay=[Hop(role=hop.role, agent=named(hop.agent, at), stated=hop.stated) for hop in quote.hops.all()],
        fidelity=quote.fidelity,
        status=quote.status,
        found_by=quote.method,
        sentences=list(_sentences(quote, anchors, at)),
        words_gone_since=lost_since(anchors[0], quote.article) if anchors else None,
        article=source(quote.article, at),
        updated=newest(quote.decided_at, text_came_in(quote.article)),
    )


def _sentences(quote: Quote, anchors: Iterable[Anchor], at: At) -> Iterator[Printed]:
    """Yield of each block with words of the quote the sentences that hold them."""
    own = [anchor for anchor in anchors if anchor.role == Anchor.Role.CONTENT]
    for _position, together in groupby(own, key=lambda anchor: anchor.block.position):
        inside = list(together)
        text = inside[0].block.text
        held = Span(inside[0].start, max(anchor.end for anchor in inside))
        sentence = around(text, held)
        # A text without full stops is one sentence; what surrounds the words is then cut, never the words.
        part = shortened(text, sentence, held)
        yield Printed(
            text="… " * (part.start > sentence.start) + part.of(text) + " …" * (part.end < sentence.end),
            url=block_address(inside[0], quote.article, at),
        )


def _roles(quotes: Sequence[Quote]) -> _Roles:
    """Return where the articles of the quotes print a role of their speakers."""
    printed = Mention.objects.public().with_role()
    wanted = printed.filter(
        article__in={quote.article_id for quote in quotes}, entity__in={quote.speaker_id for quote in quotes} - {None}
    )
    where = Prefetch("anchors", Anchor.objects.as_shown("mention").with_places())
    found: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in wanted.prefetch_related(where).order_by("pk"):
        found[mention.article_id, mention.entity_id].append(mention)
    return found


def _nearest(mentions: Iterable[Mention], words: Sequence[Anchor]) -> str:
    """Return the role printed nearest to a quote; "" where none is."""
    if not words:
        return ""
    here = words[0]
    places = [
        (
            there.block.version_id != here.block.version_id,
            abs(there.block.position - here.block.position),
            abs(there.start - here.start),
            mention.pk,
            mention.printed_role,
        )
        for mention in mentions
        for there in anchors_of(mention)
    ]
    return min(places)[-1] if places else ""
