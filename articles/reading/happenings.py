"""What happened, where the text tells of it, and the days that it prints for it."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Anchor, DateMention, Event
from articles.reading.facts import Facts
from articles.text.dates import FuzzyDate

# "At that time" points to a day that is printed elsewhere.
_POINTING = {DateMention.Kind.ANAPHORA, DateMention.Kind.RELATIVE, DateMention.Kind.DURATION_VAGUE}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDay:
    words: Anchor
    date: FuzzyDate | None
    weekday_fits: bool | None  # None when no weekday is printed
    differs: bool  # the text means other days than the event's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    event: Event
    words: Anchor  # where the text first tells of it
    printed: list[PrintedDay]
    before: Event | None  # the one before of its kind


def happenings_of(facts: Facts, told_with_voice: set[int]) -> list[Happening]:
    """Return the events that the text tells of, in its order, but for those told with the voice heard there."""
    return [
        Happening(
            event=event,
            words=facts.of(event)[0],
            printed=[_printed(facts, event, date) for date in facts.dates if _tells(date, event)],
            before=facts.known_events.get(event.previous_id or 0),
        )
        for event in facts.events
        if event.pk not in told_with_voice
    ]


def _tells(date: DateMention, event: Event) -> bool:
    return date.event_id == event.pk and date.kind not in _POINTING


def _printed(facts: Facts, event: Event, date: DateMention) -> PrintedDay:
    value = date.value_on
    own = event.happened_on
    return PrintedDay(
        words=facts.of(date)[0],
        date=value,
        weekday_fits=date.weekday_fits,
        differs=bool(value and own and (value.earliest, value.latest) != (own.earliest, own.latest)),
    )
