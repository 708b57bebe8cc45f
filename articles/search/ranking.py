"""The best first, at a price that does not grow with what is found.

Reading a whole vector costs ten times as much as reading the lead, where news says what it is about. So rows are
compared by their leads, and only the best of these by all their words. The rest comes behind them, the newest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet

from articles.search import orders
from articles.search.counts import MOST, Count
from articles.search.fencing import Taken, first, guessed, take
from articles.search.list_filter import ListFilter
from articles.search.matching import Matches, rank
from articles.search.orders import Order

WHOLE: Final = 2_000  # rows found that are all compared by all their words
BEST: Final = 240  # of more, as many are; twelve pages
LOOKED_AT: Final = 2_000  # newest rows among which the best are looked for, where there are no leads


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    count: Count  # of all rows found
    keys: list[int]  # the best, in their order; all that were found, or the first BEST at most

    @property
    def whole(self) -> bool:
        return not self.count.more and self.count.number == len(self.keys)


def best(filters: ListFilter, newest: Order) -> Best:
    """Return the best rows of a list whose query has words to compare them by."""
    rows, lead = filters.found(), filters.lead or filters.vector
    nearest = Order((orders.nearness(rank(lead, filters.ranking(any_word=True))), *newest.columns))
    taken = _taken(rows, nearest, newest, by_words=filters.by_words)
    if taken.count.more:
        among = rows.filter(pk__in=_candidates(filters, nearest, newest))
    else:
        whole = taken.count.number <= WHOLE
        # Found a moment ago: the conditions would read each vector once more.
        among = filters.queryset.filter(pk__in=taken.keys if whole else taken.keys[:BEST])
    by_all = Order((orders.nearness(rank(filters.vector, filters.ranking())), *newest.columns))
    return Best(count=taken.count, keys=list(by_all.of(among).values_list("pk", flat=True)))


def _taken(rows: QuerySet[Any], nearest: Order, newest: Order, *, by_words: bool) -> Taken:
    """Find and compare all rows; where many more than are counted are expected, they are only counted at first."""
    if guessed(rows) > 2 * MOST:
        counted = take(rows, newest, start=0, size=0, by_words=by_words)
        if counted.count.more:
            return counted
    return take(rows, nearest, start=0, size=WHOLE, by_words=by_words)


def _candidates(filters: ListFilter, nearest: Order, newest: Order) -> list[int]:
    """Return rows that may be the best of very many; not all need to meet the words."""
    if not filters.lead:
        latest = first(newest.of(filters.found()), 0, LOOKED_AT)
        return first(nearest.of(filters.queryset.filter(pk__in=latest)), 0, BEST)
    held = filters.found({"q": filters.fields}).filter(Matches(filters.lead, filters.ranking()))
    return first(nearest.of(held), 0, BEST)
