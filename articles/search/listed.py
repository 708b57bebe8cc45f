"""Rows of a list in their order, to cut pages from. The work is bounded by what is cut, not by what is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import QuerySet

from articles.search.counts import Count
from articles.search.fencing import UNKNOWN, Taken, first, guessed, take
from articles.search.list_filter import ListFilter
from articles.search.orders import Order, Place

# What a walk pays for a row that it passes, where a row that the index of words finds costs 1.
_PASSED: Final = 1
_READ: Final = 6  # whose words have to be fetched


def found(filters: ListFilter, order: Order, *, start: int, size: int) -> Taken:
    """Find the rows of a valid list, up to as many as are counted of it; `start` and `size` as `take`."""
    rows = filters.found()
    if filters.lead and filters.reads_words and filters.any_suffices:
        if (told := take(filters.by_lead(), order, start=0, size=0, most=filters.most, by_words=True)).count.more:
            return told
        rows = filters.read_last()
    return take(rows, order, start=start, size=size, most=filters.most, by_words=filters.by_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Where all rows are counted they are found first and ordered then; of more, the index of the order is walked."""

    filters: ListFilter
    rows: QuerySet[Any]
    order: Order
    count: Count  # of all, `best` included
    best: Sequence[int] = ()  # keys of what stands before all `rows`, which do not hold them

    def numbered(self, start: int, size: int) -> list[int]:
        """Return the keys of `size` rows from `start` on."""
        head = list(self.best[start : start + size])
        rest = size - len(head)
        if not rest or (not self.count.more and self.count.number == len(self.best)):
            return head
        start = max(start - len(self.best), 0)
        if self.count.more and self._walks(start + rest):
            return head + first(self.order.of(self.rows), start, rest)
        whole = take(self.rows, self.order, start=start, size=rest, most=None, by_words=self.filters.by_words)
        return head + (first(self.order.of(self.rows), start, rest) if whole.count == UNKNOWN else whole.keys)

    def behind(self, place: Place, size: int) -> list[int]:
        """Return the keys of the `size` rows next behind a place."""
        return self._from(place, self.order, size)

    def before(self, place: Place, size: int) -> list[int]:
        """Return the keys of the `size` rows next before a place, in the order of the list."""
        return self._from(place, self.order.backwards(), size)[::-1]

    def _from(self, place: Place, order: Order, size: int) -> list[int]:
        rows, stretches = order.told(self.rows), order.behind(place)
        if not self.count.more:
            behind = rows.filter(reduce(or_, stretches))
            return take(behind, order, start=0, size=size, most=None, by_words=self.filters.by_words).keys
        found: list[int] = []
        for stretch in stretches:
            if len(found) < size:
                found += first(order.of(rows.filter(stretch)), 0, size - len(found))
        return found

    def _walks(self, far: int) -> bool:
        """Whether a walk that meets `far` rows is cheaper than to find all of them."""
        if self.count == UNKNOWN:
            return True
        all_rows, these = guessed(self.filters.queryset), guessed(self.rows)
        return far * all_rows / these * (_READ if self.filters.query else _PASSED) <= these
