"""The page of one event: its own date, what articles claim of it, the chain it stands in, who spoke of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import Prefetch

from articles.browsing.shelves import Shelf, in_order
from articles.models import Anchor, DateMention, Entity, Event, NoteLink, Quote, fuzzy

MOST_PRINTED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    event: Event
    chain: list[Event]  # the events of its kind in order of time, itself among them
    anchors: Shelf  # where articles tell of it
    dates: Shelf  # what articles print of its date
    quotes: Shelf
    notes: list[NoteLink]

    @property
    def contradicting(self) -> list[NoteLink]:
        return [note for note in self.notes if note.relation == NoteLink.Relation.CONTRADICTS]


def public_event(pk: int) -> ShownEvent | None:
    """Return what the page shows; None when readers may not see the event."""
    events = Event.objects.public().select_related("place", "reported_by", "previous")
    event = events.prefetch_related(Prefetch("participants", Entity.objects.order_by("pk"))).filter(pk=pk).first()
    if event is None:
        return None
    told = Anchor.objects.public().filter(event=event).as_shown("event").in_order()
    article, names = "block__version__article", ("publisher", "current")
    words = Prefetch("anchors", queryset=Anchor.objects.as_shown("date").with_places().in_order())
    dates = DateMention.objects.public().filter(event=event).select_related("article__publisher", "article__current")
    Entity.objects.tell_pages([event, *event.participants.all()])
    return ShownEvent(
        event=event,
        chain=_chain(event),
        anchors=in_order(
            told.select_related(*(f"{article}__{name}" for name in names)).defer(
                "block__version__body", f"{article}__current__body"
            ),
            most=MOST_PRINTED,
        ),
        dates=in_order(dates.prefetch_related(words).order_by("pk"), most=MOST_PRINTED),
        quotes=in_order(Quote.objects.public().filter(event=event).for_cards().in_text_order()),
        notes=list(NoteLink.objects.public().filter(event=event).for_tables()),
    )


def _chain(event: Event) -> list[Event]:
    """Return the event with the one before and those after it, as far as readers may see them."""
    public = Event.objects.public()
    before = public.filter(pk=event.previous_id) if event.previous_id else public.none()
    after = public.filter(previous=event)
    return sorted([*before, event, *after], key=lambda each: (fuzzy.order(each, "happened"), each.pk))
