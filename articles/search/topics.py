"""The tree of topics as search needs it: a topic with all narrower ones, and which topics readers may know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Self

from articles.models import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A topic, and the keys of it and of all that are narrower."""

    topic: Topic
    keys: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """All topics by key; a few thousand at most, so one query reads them."""

    broader: dict[int, int | None]

    @classmethod
    def load(cls) -> Self:
        return cls(broader=dict(Topic.objects.values_list("pk", "broader_id")))

    def branch(self, topic: Topic) -> Branch:
        return Branch(topic=topic, keys=self.narrower(topic.pk))

    def narrower(self, key: int) -> frozenset[int]:
        """Return the keys of a topic and of all below it; the database refuses circles."""
        below = defaultdict(list)
        for narrow, broad in self.broader.items():
            below[broad].append(narrow)
        found, waiting = set[int](), [key]
        while waiting:
            one = waiting.pop()
            found.add(one)
            waiting += below[one]
        return frozenset(found)

    def known(self) -> frozenset[int]:
        """Return the keys of topics of what readers may see, and of all that are broader than these."""
        found = set[int]()
        for key in Topic.objects.public().values_list("pk", flat=True):
            above: int | None = key
            while above is not None and above not in found:
                found.add(above)
                above = self.broader[above]
        return frozenset(found)
