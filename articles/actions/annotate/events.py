"""Events and printed dates of an annotations file."""

from __future__ import annotations

from articles.actions.annotate.loading import Loading
from articles.actions.annotate.reading import Item
from articles.models import Anchor, DateMention, Event, fuzzy


def load(loading: Loading) -> None:
    """Add the events, then tie each to the one before it: the file may list it later."""
    items = loading.document.list("events")
    for item in items:
        loading.place = f"events {item.get('id')}"
        loading.events[item["id"]] = _event(loading, item)
    for item in items:
        if item.get("previous"):
            event = loading.events[item["id"]]
            event.previous = loading.events[item["previous"]]
            event.save(update_fields=["previous"])


def _event(loading: Loading, item: Item) -> Event:
    own_date = item.get("event_record_date") or item.get("date_edtf")
    basis = f"Set by {item['event_record_date_source']}" if item.get("event_record_date_source") else ""
    event = Event(
        type=item["type"],
        name=item["name"],
        happened_basis=basis,
        place=loading.entity(item.get("place")),
        reported_by=loading.entity(item.get("reported_by")),
        note=loading.readable(item, "note"),
        **fuzzy.columns("happened", loading.date(own_date, f"events {item['id']}")),
        **loading.stamp(item),
    )
    loading.fact(event)
    event.participants.set([loading.entities[name] for name in item.get("participants", [])])
    for span in item["spans"]:
        loading.anchor(span, Anchor.Role.PHRASE, event=event)
    return event


def load_dates(loading: Loading) -> None:
    """Add the printed dates; they point to events and quotes, so those come first."""
    for item in loading.document.list("temporal_expressions"):
        loading.place = f"temporal_expressions {item.get('id')}"
        value = loading.date(_claimed(loading, item), f"temporal_expressions {item['id']}")
        mention = DateMention(
            article=loading.article,
            kind=item["type"],
            duration=item["value"] if item.get("value_kind") == "iso8601-duration" else "",
            basis=loading.readable(item, "rule"),
            printed_weekday=item.get("weekday_printed", ""),
            weekday_fits=item.get("weekday_ok"),
            event=loading.events.get(item.get("event", "")),
            quote=loading.quotes.get(item.get("inside_quote", "")),
            **fuzzy.columns("value", value),
            **loading.stamp(item),
        )
        loading.fact(mention)
        loading.anchor(item["span"], Anchor.Role.PHRASE, date=mention)


def _claimed(loading: Loading, item: Item) -> str | None:
    """Return the days that the article claims; for a length of time, those that the event's claim works out to."""
    if item.get("value_kind") == "edtf":
        return str(item["value"])
    if item.get("value_kind") == "iso8601-duration":
        claims = {event["id"]: event.get("date_edtf") for event in loading.document.list("events")}
        return claims.get(item.get("event", ""))
    return None
