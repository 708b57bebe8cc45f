"""The tree of topics as search needs it: a topic with all narrower ones, and which topics readers may know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from articles.models import ArticleTopic, Topic
from articles.text.names import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A topic, and the keys of it and of all that are narrower."""

    topic: Topic
    keys: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Tree:
    """All topics by key; a few thousand at most, so one query reads them."""

    broader: dict[int, int | None]

    @classmethod
    def load(cls) -> Self:
        return cls(broader=dict(Topic.objects.values_list("pk", "broader_id")))

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        below = defaultdict(list)
        for narrow, broad in self.broader.items():
            if broad is not None:
                below[broad].append(narrow)
        return below

    def branch(self, topic: Topic) -> Branch:
        return Branch(topic=topic, keys=self.narrower(topic.pk))

    def narrower(self, key: int) -> frozenset[int]:
        """Return the keys of a topic and of all below it; the database refuses circles."""
        found, waiting = set[int](), [key]
        while waiting:
            one = waiting.pop()
            found.add(one)
            waiting += self._below.get(one, ())
        return frozenset(found)

    def with_broader(self, keys: Iterable[int]) -> set[int]:
        """Return topics and all that are broader than one of them."""
        found = set[int]()
        for key in keys:
            above: int | None = key
            while above is not None and above not in found:
                found.add(above)
                above = self.broader.get(above)
        return found

    def known(self) -> frozenset[int]:
        """Return the keys of topics of what readers may see, and of all that are broader than these."""
        return frozenset(self.with_broader(Topic.objects.public().values_list("pk", flat=True)))


def is_known(branch: Branch) -> bool:
    """Return whether readers may see an article on the topic, or on a narrower one."""
    given = ArticleTopic.objects.public().filter(topic__in=branch.keys, topic__merged_into=None)
    return bool(given.exists())


def called(topics: Iterable[Topic], words: str) -> list[Topic]:
    """Keep topics of which a label holds the words, in whatever language; all of them where there are no words."""
    key = name_key(words)
    return [topic for topic in topics if any(key in name_key(label) for label in labels(topic))]


def labels(topic: Topic) -> list[str]:
    """Return all that a topic is called, in any language."""
    return [*topic.labels.values(), *topic.alternatives]
