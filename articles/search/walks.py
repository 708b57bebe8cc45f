"""Through a whole list, some keys at a time: what leaves the archive as a file, or goes on where a program stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from articles.search import ranking
from articles.search.counts import Count
from articles.search.fencing import UNKNOWN, take
from articles.search.list_filter import ListFilter
from articles.search.listed import Listed
from articles.search.orders import BadPlace, Place
from articles.search.pages import by_day, by_relevance, places_of

BATCH: Final = 500
REMEMBERED: Final = 100_000  # keys that a walk looks up once, in the beginning
_BEST: Final = "best."  # begins what tells how many of the best were given


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    keys: list[int]  # of the rows, in their order; what was withdrawn a moment ago may be among them
    next: str  # with which `step` goes on; "" at the end
    count: Count  # of the whole list, as its page counts it; UNKNOWN where time ran out


def step(filters: ListFilter, sort: str, *, after: str = "", size: int) -> Step:
    """Return the first `size` keys of a valid list, or those behind `next` of the step before.

    By day, each row is met once, whatever is added or withdrawn meanwhile. By relevance that holds behind the best.

    Raises:
        BadPlace: `after` is no `next` of a list in this order.
    """
    listed = by_relevance(filters) if filters.ranks(sort) else by_day(filters, sort)
    given = _given(after, listed)
    keys = listed.behind(_place(filters, sort, after), size + 1) if given is None else listed.numbered(given, size + 1)
    if len(keys) <= size:
        return Step(keys=keys, next="", count=listed.count)
    keys = keys[:size]
    best = 0 if given is None else given + size
    if best and best <= len(listed.best):
        return Step(keys=keys, next=f"{_BEST}{best}", count=listed.count)
    return Step(keys=keys, next="".join(places_of(filters, listed.order, keys)[-1:]), count=listed.count)


def _given(after: str, listed: Listed) -> int | None:
    """Return how many rows of the beginning were given; None where a place tells."""
    if not after:
        return 0
    if not after.startswith(_BEST):
        return None
    number = after.removeprefix(_BEST)
    if not (number.isascii() and number.isdigit() and len(number) < len(str(ranking.WHOLE)) + 1):
        raise BadPlace(after)
    return min(int(number), len(listed.best))


def _place(filters: ListFilter, sort: str, after: str) -> Place:
    return filters.order(sort, walked=True).read(after)


def walk(filters: ListFilter, sort: str, *, size: int = BATCH) -> Iterator[list[int]]:
    """Yield the keys of all rows of a valid list in their order, each once, whatever is added meanwhile."""
    if filters.ranks(sort):
        listed = by_relevance(filters)
        yield from _parts(list(listed.best), size)
    else:
        order = filters.order(sort, walked=True)
        listed = Listed(filters=filters, rows=filters.found(), order=order, count=UNKNOWN)
    by_words = filters.by_words
    taken = take(listed.rows, listed.order, start=0, size=REMEMBERED, most=REMEMBERED, by_words=by_words)
    if taken.count.more:
        yield from _steps(filters, replace(listed, count=UNKNOWN, best=()), size)
    else:
        yield from _parts(taken.keys, size)


def _parts(keys: list[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def _steps(filters: ListFilter, listed: Listed, size: int) -> Iterator[list[int]]:
    """Take each step from where the last row of the one before stands."""
    keys = listed.numbered(0, size)
    while keys:
        yield keys
        places = listed.order.places(filters.queryset, keys)
        last = next((places[key] for key in reversed(keys) if key in places), None)
        if last is None:  # all of them were withdrawn a moment ago
            return
        keys = listed.behind(last, size)
