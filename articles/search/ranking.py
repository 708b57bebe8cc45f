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
from articles.search.listed import found
from articles.search.orders import Order

WHOLE: Final = 500  # rows found that are all compared by all their words
BEST: Final = 500  # of more, as many are; 25 pages
LOOKED_AT: Final = 2_000  # newest rows among which the best are looked for, where there are no leads
COMPARED: Final = 20_000  # leads; where more have the words, any of them
_SPARE: Final = 2  # candidates for each of the best, where some may turn out not to be found


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    count: Count  # of all rows found
    keys: list[int]  # the best, in their order; all that were found, or the first BEST at most

    @property
    def whole(self) -> bool:
        return not self.count.more and self.count.number == len(self.keys)


def best(filters: ListFilter, newest: Order) -> Best:
    """Return the best rows of a list whose query has words to compare them by."""
    nearest = Order((orders.nearness(filters.nearness(filters.lead or filters.vector)), *newest.columns))
    by_lead = bool(filters.lead) and filters.any_suffices
    taken = _taken(filters, newest if by_lead else nearest, newest)
    if not taken.count.more and taken.count.number <= WHOLE:
        among, most = _again(filters, taken.keys), WHOLE
    else:
        among, most = _candidates(filters, taken, nearest, newest), BEST
    by_all = Order((orders.nearness(filters.nearness(filters.vector)), *newest.columns))
    return Best(count=taken.count, keys=list(by_all.of(among).values_list("pk", flat=True)[:most]))


def _taken(filters: ListFilter, order: Order, newest: Order) -> Taken:
    """Find and compare all rows; where many more than are counted are expected, they are only counted at first."""
    if order is not newest and guessed(filters.found()) > 2 * MOST:
        counted = found(filters, newest, start=0, size=0)
        if counted.count.more:
            return counted
    return found(filters, order, start=0, size=WHOLE)


def _candidates(filters: ListFilter, taken: Taken, nearest: Order, newest: Order) -> QuerySet[Any]:
    """Return the rows that may be the best of very many: more than BEST where they have to meet the words first."""
    if not filters.lead and taken.count.more:
        latest = first(newest.of(filters.found()), 0, LOOKED_AT)
        return _again(filters, first(nearest.of(_again(filters, latest)), 0, BEST))
    if filters.lead and filters.any_suffices:
        keys = _leading(filters, nearest, BEST)
        others = [] if taken.count.more else [key for key in taken.keys if key not in set(keys)]
        return _again(filters, [*keys, *others][:BEST])
    if taken.count.more:
        return filters.found().filter(pk__in=_leading(filters, nearest, _SPARE * BEST))
    return _again(filters, taken.keys[:BEST])


def _leading(filters: ListFilter, nearest: Order, size: int) -> list[int]:
    return take(filters.by_lead(), nearest, start=0, size=size, most=COMPARED, by_words=True).keys


def _again(filters: ListFilter, keys: list[int]) -> QuerySet[Any]:
    """Return rows that were found a moment ago, without conditions that would read each vector once more."""
    rows: QuerySet[Any] = filters.queryset.filter(pk__in=keys)
    return rows
