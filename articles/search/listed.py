"""Rows of a list in their order, to cut pages from. The work is bounded by what is cut, not by what is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import QuerySet

from articles.search.counts import Count
from articles.search.fencing import take
from articles.search.orders import Order, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Where all rows are counted they are found first and ordered then; of more, the index of the order is walked."""

    rows: QuerySet[Any]
    order: Order
    count: Count  # of all, `best` included
    best: Sequence[int] = ()  # keys of what stands before all `rows`, which do not hold them

    def numbered(self, start: int, size: int) -> list[int]:
        """Return the keys of `size` rows from `start` on."""
        first = list(self.best[start : start + size])
        rest = size - len(first)
        if not rest or (not self.count.more and self.count.number == len(self.best)):
            return first
        return first + self._cut(self.rows, self.order, max(start - len(self.best), 0), rest)

    def behind(self, place: Place, size: int) -> list[int]:
        """Return the keys of the `size` rows next behind a place."""
        return self._from(place, self.order, size)

    def before(self, place: Place, size: int) -> list[int]:
        """Return the keys of the `size` rows next before a place, in the order of the list."""
        return self._from(place, self.order.backwards(), size)[::-1]

    def _from(self, place: Place, order: Order, size: int) -> list[int]:
        rows, stretches = order.told(self.rows), order.behind(place)
        if not self.count.more:
            return take(rows.filter(reduce(or_, stretches)), order, start=0, size=size).keys
        found: list[int] = []
        for stretch in stretches:
            if len(found) < size:
                found += self._cut(rows.filter(stretch), order, 0, size - len(found))
        return found

    def _cut(self, rows: QuerySet[Any], order: Order, start: int, size: int) -> list[int]:
        if self.count.more:
            return list(order.of(rows).values_list("pk", flat=True)[start : start + size])
        return take(rows, order, start=start, size=size).keys
