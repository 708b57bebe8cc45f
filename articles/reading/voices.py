"""Who said what in a passage: the margin's voices, each with the ways that its words took to the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Anchor, DateMention, Entity, Event, Mention, Quote
from articles.reading.cast import role_of
from articles.reading.facts import Facts
from articles.reading.links import Link, links_of
from articles.text.dates import FuzzyDate

Role = Anchor.Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day that a quote names in other words: "kemarin" is 5 December."""

    words: Anchor
    date: FuzzyDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is to be said of one quote beside its words."""

    quote: Quote
    words: Anchor  # where it begins
    in_marks: list[Anchor]  # of a told quote, the words that stand in quotation marks
    speaker_as: Anchor | None  # how the speaker is printed where it is not by name
    days: list[Day]
    links: list[Link]

    @property
    def fragment(self) -> str:
        """Its name inside the page."""
        return f"q{self.quote.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """When it was said, and what that rests on."""

    date: FuzzyDate | None
    words: Anchor | None  # the printed day
    number: int  # of the quote that it is printed with
    weekday_fits: bool | None  # None when no weekday is printed
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Quotes of one speaker that were said on one day and took one way, as stated or inferred."""

    said: SaidOn
    occasion: Event | None  # where no other voice of the article speaks at it; else it stands among the events
    remarks: list[Remark]
    continued: bool  # same day and addressee as the statement before it; only the way differs

    @property
    def quote(self) -> Quote:
        """The first of its quotes: the others have the same way, day and addressee."""
        return self.remarks[0].quote

    @property
    def brief(self) -> bool:
        """Whether its way can be drawn in a line: the roles stand above it, and no words name a hop."""
        return self.continued and not any(hop.evidence_id for hop in self.quote.hops.all())

    @property
    def medium(self) -> str:
        return next((remark.quote.medium for remark in self.remarks if remark.quote.medium), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    speaker: Entity | None  # None when not known
    printed_as: str  # how the text names a speaker who is not known; "" where it does not
    role: Mention | None  # the mention that prints a role
    statements: list[Statement]


def voices_of(facts: Facts, quotes: Iterable[Quote], told_with_voice: set[int]) -> list[Voice]:
    """Return the voices of `quotes`, in the order in which each is first heard.

    `told_with_voice` holds the keys of events that have no place among the events beside the text.
    """
    heard: dict[tuple[int | None, str], list[Quote]] = {}
    for quote in quotes:
        heard.setdefault((quote.speaker_id, _printed_as(facts, quote)), []).append(quote)
    return [
        Voice(
            speaker=said[0].speaker,
            printed_as=printed_as,
            role=role_of(facts, said[0].speaker_id),
            statements=list(_statements(facts, said, told_with_voice)),
        )
        for (_speaker, printed_as), said in heard.items()
    ]


def _printed_as(facts: Facts, quote: Quote) -> str:
    """Return the words for a speaker who is not known: whom a text names in two ways it may mean two by."""
    if quote.speaker_id is not None:
        return ""
    return ", ".join(dict.fromkeys(anchor.exact for anchor in facts.in_role(quote, Role.SPEAKER)))


def _statements(facts: Facts, quotes: Iterable[Quote], told_with_voice: set[int]) -> Iterator[Statement]:
    ways: dict[tuple[object, ...], list[Quote]] = {}
    for quote in quotes:
        ways.setdefault((_day_and_ear(quote), _way(quote)), []).append(quote)
    before: tuple[object, ...] | None = None
    for together in ways.values():
        now = _day_and_ear(together[0])
        yield Statement(
            said=_said_on(facts, together),
            occasion=facts.known_events.get(event) if (event := together[0].event_id) in told_with_voice else None,
            remarks=[_remark(facts, quote) for quote in together],
            continued=now == before,
        )
        before = now


def _day_and_ear(quote: Quote) -> tuple[object, ...]:
    return (quote.said, quote.addressee_id, quote.event_id)


def _way(quote: Quote) -> tuple[object, ...]:
    return tuple((hop.role, hop.agent_id, hop.stated) for hop in quote.hops.all())


def _said_on(facts: Facts, quotes: list[Quote]) -> SaidOn:
    printed = [(quote, anchor) for quote in quotes for anchor in facts.in_role(quote, Role.SAID_ON)]
    quote, words = printed[0] if printed else (quotes[0], None)
    mention = _date_in(facts, words) if words else None
    return SaidOn(
        date=quote.said_on,
        words=words,
        number=quote.number,
        weekday_fits=mention.weekday_fits if mention else None,
        basis="" if words else next((one.said_basis for one in quotes if one.said_basis), ""),
    )


def _date_in(facts: Facts, words: Anchor) -> DateMention | None:
    for date in facts.dates:
        for anchor in facts.of(date):
            if anchor.block_id == words.block_id and words.start <= anchor.start and anchor.end <= words.end:
                return date
    return None


def single_voiced(facts: Facts) -> set[int]:
    """Return the keys of events at which one voice alone speaks: they are told with that voice."""
    speakers: dict[int, set[int | None]] = {}
    for quote in facts.quotes:
        if quote.event_id is not None:
            speakers.setdefault(quote.event_id, set()).add(quote.speaker_id)
    return {event for event, voices in speakers.items() if len(voices) == 1}


def _remark(facts: Facts, quote: Quote) -> Remark:
    speaker_as = facts.in_role(quote, Role.SPEAKER)
    return Remark(
        quote=quote,
        words=facts.beginning(quote),
        in_marks=[] if quote.type == Quote.Type.DIRECT else facts.in_role(quote, Role.MARKED),
        speaker_as=speaker_as[0] if speaker_as and quote.resolved != Quote.Resolved.NAMED else None,
        days=[
            Day(words=facts.of(date)[0], date=value)
            for date in facts.dates
            if date.quote_id == quote.pk and (value := date.value_on)
        ],
        links=links_of(facts.quote_links.get(quote.pk, ()), quote, {one.pk for one in facts.quotes}),
    )
