"""Writing many records at once: in batches whose number of statements does not grow, past nobody's newer change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from articles.models import Decision

SIZE: Final = 1000  # records for which one statement of each kind is sent


def batches(rows: QuerySet[Any]) -> Iterator[list[int]]:
    """Yield the keys of `rows` in ascending order, so that two who write the same rows wait and never deadlock."""
    keys = sorted(set(rows.values_list("pk", flat=True)))
    for start in range(0, len(keys), SIZE):
        yield keys[start : start + SIZE]


def held(table: type[Model], keys: list[int]) -> QuerySet[Any]:
    """Return the rows of one batch, locked once they are read."""
    return table._default_manager.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",))


def changed_since(table: type[Model], keys: list[int], seen: int | None) -> set[int]:
    """Return the keys of the records that somebody decided about after `seen` (`log.latest`); None asks for none."""
    if seen is None:
        return set()
    kind = ContentType.objects.get_for_model(table)
    newer = Decision.objects.filter(subject_type=kind, subject_id__in=keys, pk__gt=seen)
    return set(newer.values_list("subject_id", flat=True))
