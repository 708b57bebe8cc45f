"""Rows that were merged into others: their addresses lead on."""

from __future__ import annotations

from typing import TypeVar

from articles.models import Entity, Topic

Mergeable = TypeVar("Mergeable", Entity, Topic)


def kept(row: Mergeable) -> Mergeable:
    """Return the row that `row` was merged into, itself where it was not. The database refuses circles."""
    while row.merged_into is not None:
        row = row.merged_into
    return row
