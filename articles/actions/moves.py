"""Making records name another entity than before, each with a decision of its own, and taking that back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model

from articles.actions import log
from articles.actions.references import Column, references
from articles.models import Entity

Keys = dict[str, list[int]]  # by Column.label: keys of rows; of records where one may name an entity only once


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """One pass over every column: what named `old` names `new`. The caller holds both entities."""

    old: Entity
    new: Entity
    changes: dict[tuple[type[Model], int], tuple[dict[str, Any], dict[str, Any]]] = field(default_factory=dict)

    def forth(self) -> tuple[Keys, Keys]:
        """Move everything; return what moved, and the records that named both and name only `new` now."""
        moved: Keys = {}
        doubled: Keys = {}
        for column in references():
            column.hold(column.naming(self.old).values())
            rows = column.naming(self.old)
            both = set(column.naming(self.new, records=rows.values()).values()) if column.paired else set()
            moved[column.label] = self._move(column, rows, both)
            doubled[column.label] = sorted(both)
        return _some(moved), _some(doubled)

    def back(self, moved: Mapping[str, list[int]], doubled: Mapping[str, list[int]]) -> tuple[Keys, Keys]:
        """Move back what went forth and still names `old`; return what moved, and what was changed in between."""
        done: Keys = {}
        left: Keys = {}
        for column in references():
            went, twice = moved.get(column.label, []), doubled.get(column.label, [])
            done[column.label] = self._back(column, went) + self._again(column, twice)
            left[column.label] = sorted({*went, *twice} - set(done[column.label]))
        return _some(done), _some(left)

    def log(self, *, by: User | None, reason: str) -> None:
        """Log one change for each record that names another entity now."""
        rows = [(table(pk=key), before, after) for (table, key), (before, after) in self.changes.items()]
        log.record_all(rows, "change", by=by, reason=reason)

    def _move(self, column: Column, rows: Mapping[int, int], both: Iterable[int] = ()) -> list[int]:
        """Let `rows` (key -> key of its record) name `new`, or drop them where the record names it already."""
        before = column.states(set(rows.values()))
        dropped = [row for row, record in rows.items() if record in both]
        turned = [row for row, record in rows.items() if record not in both]
        table = column.table._default_manager
        table.filter(pk__in=dropped).delete()
        table.filter(pk__in=turned).update(**{column.name: self.new})
        self._note(column, before)
        return sorted(rows[row] for row in turned) if column.paired else sorted(turned)

    def _back(self, column: Column, keys: list[int]) -> list[int]:
        if not column.paired:
            column.hold(column.naming(self.old, rows=keys).values())
            return self._move(column, column.naming(self.old, rows=keys))
        column.hold(keys)
        # Whoever has come to name both since then did so on purpose.
        both = set(column.naming(self.new, records=keys).values())
        return self._move(column, column.naming(self.old, records=set(keys) - both))

    def _again(self, column: Column, records: list[int]) -> list[int]:
        """Let records that had named both do so again, unless somebody has taken the other one from them."""
        column.hold(records)
        named, again = (set(column.naming(one, records=records).values()) for one in (self.old, self.new))
        named -= again
        before = column.states(named)
        pairs = [{f"{column.key}_id": record, f"{column.name}_id": self.new.pk} for record in sorted(named)]
        column.table._default_manager.bulk_create(column.table(**pair) for pair in pairs)
        self._note(column, before)
        return sorted(named)

    def _note(self, column: Column, before: Mapping[int, Any]) -> None:
        after = column.states(before.keys())
        for key, was in before.items():
            fields_before, fields_after = self.changes.setdefault((column.record, key), ({}, {}))
            # A record may be met twice by one column: what it was at first counts.
            fields_before.setdefault(column.field, was)
            fields_after[column.field] = after[key]


def _some(keys: Keys) -> Keys:
    return {label: found for label, found in keys.items() if found}
