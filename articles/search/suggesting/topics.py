"""Topics with a label, in any language, that begins as what is typed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.db.models import F, TextField
from django.db.models.functions import Cast

from articles.models import Topic
from articles.search.suggesting.meeting import Met, Name, best, may_slip
from articles.search.suggesting.unfinished import Unfinished
from articles.text.names import name_key

MOST: Final = 2
_MOST_KEPT: Final = 2**14  # topics whose labels are kept as read: an archive has a few thousand at most


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTopic:
    topic: Topic  # with its slug and labels alone
    met: Met
    written: str  # the label that is met, in whatever language

    @property
    def order(self) -> tuple[Any, ...]:
        return (*self.met.order, *self.met.ties, self.topic.pk)


class _Row(NamedTuple):
    pk: int
    slug: str
    broader: int | None
    told: str  # its labels as JSON
    others: list[str]


class _Known(NamedTuple):
    labels: dict[str, str]
    names: tuple[Name, ...]  # labels in every language, and other names
    keys: str  # of all, each word behind a space


def topics(end: Unfinished) -> list[FoundTopic]:
    """Return the topics that the typed words may mean, the likeliest first."""
    if not end.words:
        return []
    rows = Topic.objects.filter(merged_into=None).annotate(told=Cast(F("labels"), TextField())).order_by("pk")
    every = list(map(_Row._make, rows.values_list("pk", "slug", "broader", "told", "alternatives")))
    last = end.keys[-1]
    return _shown(every, end, f" {last}") or (_shown(every, end, f" {last[0]}") if may_slip(last) else [])


def _shown(every: Sequence[_Row], end: Unfinished, begins: str) -> list[FoundTopic]:
    """Return what readers know of topics with a word that begins so, those with the fewest slips alone."""
    held = [(row, known) for row in every if begins in (known := _known(row.told, tuple(row.others))).keys]
    found = [one for row, known in held if (one := _met(row, known, end))]
    public = _public({one.topic.pk for one in found}, {row.pk: row.broader for row in every})
    shown = sorted((one for one in found if one.topic.pk in public), key=lambda one: one.order)
    return [one for one in shown if one.met.slips == shown[0].met.slips][:MOST]


@lru_cache(maxsize=_MOST_KEPT)
def _known(told: str, others: tuple[str, ...]) -> _Known:
    labels = json.loads(told)
    names = tuple(Name(label, name_key(label)) for label in (*labels.values(), *others))
    return _Known(labels=labels, names=names, keys="".join(f" {name.key}" for name in names))


def _met(row: _Row, known: _Known, end: Unfinished) -> FoundTopic | None:
    topic = Topic(pk=row.pk, slug=row.slug, labels=known.labels)
    # Of labels that are met alike the one that the reader sees is told.
    nearest = best(end.keys, sorted(known.names, key=lambda name: name.text != topic.label))
    if nearest is None or (end.whole and nearest[0].words < len(end.words)):
        return None
    return FoundTopic(topic=topic, met=nearest[0], written=nearest[1])


def _public(found: set[int], broader: Mapping[int, int | None]) -> set[int]:
    """Return what readers know of some topics: those that articles have, and what is broader than these."""
    within = [pk for pk in broader if not found.isdisjoint(_and_above(pk, broader))] if found else []
    given: Iterable[int] = Topic.objects.public().filter(pk__in=within).values_list("pk", flat=True) if within else ()
    return {above for pk in given for above in _and_above(pk, broader)}


def _and_above(topic: int, broader: Mapping[int, int | None]) -> Iterator[int]:
    """Yield a topic and all that is broader; the database refuses circles."""
    above: int | None = topic
    while above is not None:
        yield above
        above = broader.get(above)
