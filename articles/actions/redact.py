"""Decisions about what was erased: who did what and when stays, the words that they held go.

The log refuses every change but that of an erasure: the caller says `newsarchive.erasing` in its transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from articles.models import Decision

Keys = Mapping[type[Model], Collection[int]]


def redact(gone: Keys) -> int:
    """Empty the decisions about records that go; return how many there are."""
    return sum(_about(table, keys).update(before=None, after=None, reason="") for table, keys in gone.items() if keys)


def redact_words(staying: Keys, *, blocks: Collection[int]) -> None:
    """Take the words of `blocks`, which go, out of decisions about records that other articles print too.

    They stand in the lists of an event's anchors, and in what was logged when a text changed.
    """
    for table, keys in staying.items():
        changed = list(_without_words(_about(table, keys), frozenset(blocks)))
        Decision.objects.bulk_update(changed, ["before", "after"], batch_size=500)


def _about(table: type[Model], keys: Collection[int]) -> Any:
    return Decision.objects.filter(subject_type=ContentType.objects.get_for_model(table), subject_id__in=keys)


def _without_words(decisions: Iterable[Decision], blocks: frozenset[int]) -> Iterable[Decision]:
    for decision in decisions:
        before, after = (_kept(state, blocks) for state in (decision.before, decision.after))
        if (before, after) != (decision.before, decision.after):
            decision.before, decision.after = before, after
            yield decision


def _kept(state: dict[str, Any] | None, blocks: frozenset[int]) -> dict[str, Any] | None:
    if state is None:
        return None
    kept = {name: value for name, value in state.items() if name != "words"}
    if "anchors" in kept:
        kept["anchors"] = [row for row in kept["anchors"] or () if row.get("block") not in blocks]
    return kept
