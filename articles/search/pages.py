"""One page of a list.

How the rows of a page are found depends on how many there are:

- up to ten thousand: all are taken by their conditions, counted and ordered in one statement (`fencing.take`);
- more, by day: a walk along the index of the days meets the first ones soon (`listed`);
- by relevance: `ranking` tells the best; the others follow, the newest first.

The first pages have numbers. Where there are more rows than are counted, a page behind those begins behind the last
row of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404
from django.utils.translation import gettext as _

from articles.search import ranking
from articles.search.counts import MOST, Count
from articles.search.fencing import UNKNOWN
from articles.search.list_filter import ListFilter
from articles.search.listed import Listed, found
from articles.search.orders import Order, Place

PER_PAGE: Final = 20
LAST_NUMBERED: Final = 100  # of a list with more rows than are counted; each costs more than the one before


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Rows with what their cards show. One without a number was reached from the row behind or before it."""

    object_list: list[Any]
    total: Count
    number: int | None = None
    has_next: bool = False
    has_previous: bool = False
    after: str = ""  # place of the last row, where the next page has no number
    before: str = ""  # place of the first row, where the page before has none
    behind_best: bool = False  # begins behind the best, where the newest come first

    def __iter__(self) -> Iterator[Any]:
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)

    @property
    def has_other_pages(self) -> bool:
        return self.has_next or self.has_previous

    @property
    def next_page_number(self) -> int | None:
        return self.number + 1 if self.number and self.has_next and not self.after else None

    @property
    def previous_page_number(self) -> int | None:
        return self.number - 1 if self.number and self.has_previous else None

    @property
    def start_index(self) -> int | None:
        """The first row counted from 1; None on a page without a number."""
        return (self.number - 1) * PER_PAGE + 1 if self.number else None

    @property
    def end_index(self) -> int | None:
        return (self.number - 1) * PER_PAGE + len(self) if self.number else None

    @property
    def last_number(self) -> int | None:
        """The number of the last page; None where not all pages have one."""
        return None if self.total.more or self.total.number > MOST else _pages(self.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which page: one by its number, or what stands next behind or before a place in the order of the list."""

    number: int = 1
    place: Place | None = None
    backwards: bool = False  # before that place


def page_of(filters: ListFilter, sort: str, asked: Asked) -> ListPage:
    """Find one page of a valid list.

    Raises:
        Http404: the page asked for lies behind the last, or so far behind that it has no number.
    """
    if asked.place is None:
        return _numbered(filters, sort, asked.number)
    return _placed(filters, sort, asked.place, backwards=asked.backwards)


def _numbered(filters: ListFilter, sort: str, number: int) -> ListPage:
    start = (number - 1) * PER_PAGE
    if filters.ranks(sort):
        listed, keys = by_relevance(filters), None
    else:
        order = filters.order(sort)
        taken = found(filters, order, start=start, size=PER_PAGE + 1)
        listed = Listed(filters=filters, rows=filters.found(), order=order, count=taken.count)
        keys = None if taken.count.more else taken.keys
    if listed.count.more and number > LAST_NUMBERED:
        message = _("Pages of so long a list are numbered up to %(last)d; from that one a link leads on.")
        raise Http404(message % {"last": LAST_NUMBERED})
    keys = listed.numbered(start, PER_PAGE + 1) if keys is None else keys
    more = len(keys) > PER_PAGE
    count = _at_least(listed.count, start + len(keys), more=more)
    if not keys and number > 1:
        message = _("This list has %(pages)d pages; there is no page %(number)d.")
        raise Http404(message % {"pages": _pages(count), "number": number})
    shown = keys[:PER_PAGE]
    last = count.more and number == LAST_NUMBERED
    after = places_of(filters, listed.order, shown)[-1:] if last else []
    return ListPage(
        object_list=filters.load(shown),
        total=count,
        number=number,
        has_next=more and (bool(after) or not last),
        has_previous=number > 1,
        after="".join(after),
        behind_best=bool(listed.best) and start >= len(listed.best),
    )


def _at_least(count: Count, met: int, *, more: bool) -> Count:
    """Return a count, or of what could not be counted in time what was met of it."""
    return Count(met, more=more) if count == UNKNOWN else count


def _pages(count: Count) -> int:
    return max(-(-count.number // PER_PAGE), 1)


def _placed(filters: ListFilter, sort: str, place: Place, *, backwards: bool) -> ListPage:
    listed = by_relevance(filters) if filters.ranks(sort) else by_day(filters, sort)
    if backwards:
        keys = listed.before(place, PER_PAGE + 1)
        shown = keys[-PER_PAGE:]
    else:
        keys = listed.behind(place, PER_PAGE + 1)
        shown = keys[:PER_PAGE]
    more = len(keys) > PER_PAGE
    if not shown:
        raise Http404(_("Nothing in this list lies beyond that place."))
    places = places_of(filters, listed.order, shown) or [""]
    return ListPage(
        object_list=filters.load(shown),
        total=_at_least(listed.count, len(shown), more=True),
        has_next=backwards or more,
        has_previous=not backwards or more,
        after=places[-1],
        before=places[0],
        behind_best=bool(listed.best),
    )


def by_relevance(filters: ListFilter) -> Listed:
    """Return the rows of a list whose query has words to compare them by: the best, then the newest."""
    newest = filters.order("newest")
    best = ranking.best(filters, newest)
    rest = filters.found().exclude(pk__in=best.keys)
    return Listed(filters=filters, rows=rest, order=newest, count=best.count, best=best.keys)


def by_day(filters: ListFilter, sort: str) -> Listed:
    """Return the rows of a list in an order in which places can be told."""
    rows = filters.found()
    order = filters.order(sort, walked=True)
    return Listed(filters=filters, rows=rows, order=order, count=count_of(filters))


def count_of(filters: ListFilter) -> Count:
    """Count the rows of a valid list, up to ten thousand; UNKNOWN where that takes too long."""
    return found(filters, filters.order("newest", walked=True), start=0, size=0).count


def places_of(filters: ListFilter, order: Order, keys: Sequence[int]) -> list[str]:
    """Return the places of rows as addresses write them, but of those that were withdrawn a moment ago."""
    told = order.places(filters.queryset, keys) if order.placed else {}
    return [order.write(told[key]) for key in keys if key in told]
