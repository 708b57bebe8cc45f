"""A record's state as plain values: what the log holds before and after, what differs, and how it is put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db.models import Field, Model, QuerySet

from articles.models import Article, Entity, Event, Fact, Mention, Printing, Quote
from articles.models.event import DateMention
from articles.text.dates import FuzzyDate

# Rows that belong to a record and are saved with it, by the name that the record has for them.
CHILDREN: Mapping[type[Model], tuple[str, ...]] = {
    Article: ("notices",),
    Entity: ("names",),
    Event: ("anchors",),
    DateMention: ("anchors",),
    Mention: ("anchors",),
    Printing: ("anchors",),
    Quote: ("anchors", "hops"),
}
_DECIDED: Final = {"decided_by", "decided_at"}  # the decision itself tells
_NOBODYS: Final = {"added_at", "read_by"}  # the archive's own notes


def columns(record: Model | type[Model]) -> list[Field[Any, Any]]:
    """Return the fields that a snapshot holds: those that somebody decides, none that follows from another."""
    left_out = _NOBODYS | (_DECIDED if _is_fact(record) else set())
    fields = record._meta.concrete_fields
    return [
        field
        for field in fields
        if not field.primary_key and field.name not in left_out and not field.name.endswith(("_earliest", "_latest"))
    ]


def snapshot(record: Model) -> dict[str, Any]:
    """Return a record as JSON holds it: columns by name (other records by key), sets of keys, rows that belong to it.

    Rows of `CHILDREN` are lists of objects with their own columns and `id`, in the order of their keys.
    """
    state = _values(record)
    for field in record._meta.many_to_many:
        state[field.name] = sorted(getattr(record, field.name).values_list("pk", flat=True))
    for name in CHILDREN.get(type(record), ()):
        state[name] = [{"id": row.pk, **_values(row)} for row in getattr(record, name).order_by("pk")]
    return state


def snapshot_of_new(record: Model, **rows: Sequence[Model]) -> dict[str, Any]:
    """Return what `snapshot` does of a record that was added just now, with the rows added to it; asks nothing."""
    return {
        **_values(record),
        **{name: [{"id": row.pk, **_values(row)} for row in found] for name, found in rows.items()},
    }


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields that differ, as they were and as they became."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}


def _values(record: Model) -> dict[str, Any]:
    return {field.name: plain(field.value_from_object(record)) for field in columns(record)}


def plain(value: Any) -> Any:
    """Return a value of a column as JSON holds it: other records by key, fuzzy dates as EDTF, numbers as text."""
    match value:
        case Decimal():
            return f"{value.normalize():f}"
        case date() | datetime():
            return value.isoformat()
        case FuzzyDate():
            return value.edtf
        case Model():
            return value.pk
        case QuerySet():
            return sorted(row.pk for row in value)
    return value


def _is_fact(record: Model | type[Model]) -> bool:
    return issubclass(record if isinstance(record, type) else type(record), Fact)
