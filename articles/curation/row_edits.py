"""What one editor did to rows that belong to a record, put on the rows as they were opened or as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.actions.snapshots import plain
from articles.curation.names import Names, State, Table
from articles.curation.wording import line, value_of
from articles.models import Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEdit:
    key: int | None  # None: a new row
    values: Mapping[str, Any] | None  # the columns that were changed, as a form cleans them; None: taken out


def applied(value: Any, *, to: Any, opened: Any) -> Any:
    """Return a typed value as a snapshot holds it; a list of RowEdit as the rows that it makes of those in `to`.

    An edited row that is in `to` no more is there again, as it was `opened`, with what was typed.
    """
    match value:
        case [RowEdit(), *_]:
            return _rows(to or (), value, opened or ())
    return plain(value)


def _rows(standing: Iterable[State], edits: Sequence[RowEdit], opened: Iterable[State]) -> list[dict[str, Any]]:
    was = {row["id"]: row for row in opened}
    rows: dict[Any, dict[str, Any]] = {row["id"]: dict(row) for row in standing}
    for place, edit in enumerate(edits):
        if edit.values is None:
            rows.pop(edit.key, None)
        else:
            typed = {name: plain(value) for name, value in edit.values.items()}
            rows[edit.key or f"new {place}"] = {**(rows.get(edit.key) or was.get(edit.key) or {}), **typed}
    return list(rows.values())


def line_of(table: Table, row: State, names: Names) -> str:
    """Write a row in one line; words that were typed and have no place in a text yet are told without one."""
    if table is Anchor and not row.get("block"):
        return f"{value_of(table, 'role', row.get('role'), names).words}: “{row.get('exact', '')}”"
    return line(table, row, names)
