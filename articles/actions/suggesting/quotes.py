"""What was said: suggested quotes, with the way that the words took as far as the text tells it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from articles.actions.suggesting.directory import Linked
from articles.actions.suggesting.remembered import Standing, Words, much_alike
from articles.actions.suggesting.rows import Hop, Marked, Suggestion, Work, all_marked, dated
from articles.extraction.findings import Named
from articles.extraction.findings import Quote as Found
from articles.models import Anchor, Entity, Quote, RelayHop
from articles.text.dates import FuzzyDate
from articles.text.spans import Span

Role = Anchor.Role
COLUMNS: Final = (
    *("type", "speaker_id", "resolved", "addressee_id", "said", "said_earliest", "said_latest", "said_basis"),
    *("occasion", "medium", "language", "tool", "confidence"),
)


@dataclass(slots=True, kw_only=True)
class Said:
    """The quotes of a text by their words: those that stand, and those that are suggested."""

    quotes: Sequence[tuple[Words, Quote]] = ()
    _in_order: list[tuple[Span, int]] = field(init=False)  # words, and which of the quotes has them
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        self._in_order = sorted((span, at) for at, (words, _) in enumerate(self.quotes) for span in words)
        self._longest = max((len(span) for span, _ in self._in_order), default=0)

    def at(self, span: Span) -> Quote | None:
        """Return the quote that the words stand in, the shorter of two."""
        first = bisect_left(self._in_order, span.end - self._longest, key=_start)
        last = bisect_right(self._in_order, span.start, key=_start)
        around = {at for at in range(first, last) if self._in_order[at][0].contains(span)}
        found = [self.quotes[at] for at in sorted({self._in_order[at][1] for at in around})]
        return min(found, key=lambda pair: sum(map(len, pair[0])))[1] if found else None


def _start(pair: tuple[Span, int]) -> int:
    return pair[0].start


def people_in(quotes: Iterable[Found]) -> set[Named]:
    """Return all whom quotes name: who spoke, to whom, and who passed the words on."""
    found = set()
    for quote in quotes:
        told = quote.circumstances
        found |= {quote.speaker.named, told.addressee, *(hop.named for hop in told.hops)}
    return {named for named in found if named}


def to_be_quoted(quotes: Iterable[Found], work: Work) -> list[Found]:
    """Return those about whose words nobody has decided."""
    shelf = work.remembered.shelves["quote"]
    return [
        quote
        for quote in quotes
        if work.text.places(quote.content)
        and not any(_says_no(quote, one, work) for one in shelf.taken((quote.content,)))
        and not shelf.lost_as(work.text.story.words(quote.content), quote.content)
    ]


def quotes_of(quotes: Iterable[Found], work: Work) -> Iterator[Suggestion]:
    """Yield a quote for each; who takes them up numbers them (`numbered`)."""
    for quote in quotes:
        told = quote.circumstances
        speaker = _linked(quote.speaker.named, work)
        addressee = _linked(told.addressee, work)
        row = Quote(
            article_id=work.text.article,
            type=quote.type,
            speaker_id=speaker.entity if speaker else None,
            resolved=quote.speaker.resolved,
            addressee_id=addressee.entity if addressee else None,
            said_basis=_said_basis(quote, work),
            occasion=work.text.words(told.venue),
            medium=work.text.words(told.medium),
            language=work.text.language,
            **dated("said", said_by(told.said, work.text.story.published)),
            **work.stamp(quote.rule, quote.confidence, weight=speaker.weight if speaker else 1.0),
        )
        hops = list(_hops(quote, speaker, work))
        yield Suggestion(row=row, words=(quote.content,), marked=_marked(quote), hops=hops)


def said_by(said: FuzzyDate | None, published: FuzzyDate | None) -> FuzzyDate | None:
    """Return the day of saying up to the day of print: what is printed has been said by then."""
    if said is None or published is None or published.latest is None:
        return said
    return said.not_after(published.latest)


def numbered(suggestions: Iterable[Suggestion], standing: Sequence[Standing]) -> None:
    """Give new quotes the numbers after the greatest that the article has.

    The number of a withdrawn quote may be given again: an address holds the key, not the number.
    """
    number = max((one.row.number for one in standing), default=0)
    for suggestion in suggestions:
        if suggestion.before is None:
            number += 1
            suggestion.row.number = number


def _says_no(quote: Found, standing: Standing, work: Work) -> bool:
    """Whether a decision about these words leaves no room.

    A rejected quote leaves room for longer or shorter words, and for another speaker whom editors know.
    """
    if not standing.rejected:
        return True
    speaker = _linked(quote.speaker.named, work)
    another = speaker is not None and speaker.known and standing.row.speaker_id not in (None, speaker.entity)
    return much_alike((quote.content,), standing.words) and not another


def _linked(named: Named | None, work: Work) -> Linked | None:
    """Return who is meant; nobody whose every mention in the article was rejected."""
    linked = work.links.get(named) if named else None
    return linked if linked and linked.entity not in work.unnamed else None


def _said_basis(quote: Found, work: Work) -> str:
    told = quote.circumstances
    if said_by(told.said, work.text.story.published) is None:
        return ""
    if told.said_basis:
        return told.said_basis
    words = work.text.words(told.said_words)
    return f"printed “{words}”" if words else ""


def _marked(quote: Found) -> list[Marked]:
    told = quote.circumstances
    marked = all_marked(
        (Role.CONTENT, quote.content),
        (Role.PRINTED, quote.printed),
        (Role.CUE, quote.cue),
        (Role.SPEAKER, quote.speaker.words),
        (Role.ADDRESSEE, told.addressee_words),
        (Role.SAID_ON, told.said_words),
        (Role.VENUE, told.venue),
        (Role.MEDIUM, told.medium),
    )
    marked += [(Role.MARKED, span) for span in quote.marked]
    return marked + [(Role.RELAY, hop.words) for hop in told.hops]


def _hops(quote: Found, speaker: Linked | None, work: Work) -> Iterator[Hop]:
    """Yield the way from the mouth to the page; a body that speaks for itself issues its words."""
    named = quote.speaker.named
    spoke = named is None or named.kind in Entity.SECTIONS["people"]
    mouth = speaker.entity if speaker else None
    passed = {mouth} - {None}
    yield Hop(role=RelayHop.Role.SPEAKER if spoke else RelayHop.Role.ISSUER, agent=mouth, stated=mouth is not None)
    for hop in quote.circumstances.hops:
        agent = _linked(hop.named, work)
        # Words that lead to nobody are marked in the text, but are no step: a step that is stated names who it is.
        if agent and agent.entity not in passed and hop.role != "publisher":
            passed.add(agent.entity)
            yield Hop(role=hop.role, agent=agent.entity, stated=True, words=hop.words)
    publisher = work.text.publisher
    yield Hop(role=RelayHop.Role.PUBLISHER, agent=publisher, stated=publisher is not None)
