"""Putting a record back as the log holds it: its columns, its sets of others, and the rows that belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model, UniqueConstraint
from django.utils import timezone

from articles.actions.snapshots import CHILDREN, columns, snapshot
from articles.models import Fact, Status, fuzzy
from articles.text.dates import parse_edtf


def restore(record: Model, values: Mapping[str, Any], *, by: User | None) -> None:
    """Write `values`, fields of a snapshot, into a record that the caller holds and logs.

    A status counts as decided by `by` and now. Rows come back under the keys that they had.

    Raises:
        IntegrityError: what the values name is gone, or something else has taken their place.
        ProtectedError: a row that would go is needed by another record.
    """
    table = type(record)
    written = _written(table, values)
    if isinstance(record, Fact) and "status" in values:
        decided = values["status"] != Status.SUGGESTED
        written |= {"decided_by": by if decided else None, "decided_at": timezone.now() if decided else None}
    if written:
        table._default_manager.filter(pk=record.pk).update(**written)
    for field in table._meta.many_to_many:
        if field.name in values:
            getattr(record, field.name).set(values[field.name])
    # What refers to other rows of the record stands last in the list and lets go of them first.
    for name in reversed(CHILDREN.get(table, ())):
        if name in values:
            _restore_rows(record, name, values[name])
    connection.check_constraints()  # now, where the caller can say so, and not when the transaction ends


def _restore_rows(record: Model, name: str, rows: list[dict[str, Any]]) -> None:
    table: type[Model] = getattr(record, name).model
    there = {row["id"]: row for row in snapshot(record)[name]}
    wanted = {row["id"]: row for row in rows}
    differing = {key for key in wanted.keys() & there.keys() if wanted[key] != there[key]}
    gone = there.keys() - wanted.keys()
    if any(isinstance(constraint, UniqueConstraint) for constraint in table._meta.constraints):
        # Two rows may have exchanged what only one of them can hold: both go before either comes back.
        gone |= differing
    table._default_manager.filter(pk__in=gone).delete()
    missing = wanted.keys() - (there.keys() - gone)
    table._default_manager.bulk_create(table(pk=key, **_written(table, wanted[key])) for key in sorted(missing))
    for key in differing - gone:
        table._default_manager.filter(pk=key).update(**_written(table, wanted[key]))


def _written(table: type[Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of `table` among `values`, as the table holds them, with the days of fuzzy dates."""
    days = {field.name for field in table._meta.concrete_fields}
    written: dict[str, Any] = {}
    for field in columns(table):
        if field.name not in values:
            continue
        value = values[field.name]
        if f"{field.name}_earliest" in days:
            written |= fuzzy.columns(field.name, parse_edtf(value) if value else None)
        else:
            written[field.attname] = field.to_python(value)
    return written
