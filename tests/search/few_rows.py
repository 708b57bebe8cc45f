"""Lists as addresses ask for them, where a handful of rows stands for more than ten thousand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.http import QueryDict

from articles.search import list_filter, pages, ranking, walks
from articles.search.kinds import KINDS
from articles.search.list_filter import ListFilter
from articles.search.listing import Listing, listing
from articles.search.pages import ListPage

# Of articles: ties, open and unknown ends, none at all.
DAYS = ("2024-01-03", "2024-01-02", "2024-01-02", "2023", "", "2022-05-01/..", "", "2024-01-02", "2021-12-31")


def ask(address: str, kind: str = "articles") -> Listing:
    return listing(kind, QueryDict(address))


def page(address: str, kind: str = "articles") -> ListPage:
    found = ask(address, kind)
    assert found.page is not None, found.errors
    return found.page


def names(rows: Any) -> list[str]:
    return [str(row) for row in rows]


def filters(address: str, kind: str = "articles") -> ListFilter:
    asked = KINDS[kind].asked(QueryDict(address), queryset=KINDS[kind].rows())
    assert asked.is_valid(), asked.errors
    return asked


@contextmanager
def few(*, most: int = 4, size: int = 3, numbered: int = 2, best: int = 4) -> Iterator[None]:
    """Let a handful of rows stand for what is more than ten thousand."""
    with (
        patch.object(list_filter, "MOST", most),
        patch.object(list_filter, "MOST_READ", most),
        patch.object(pages, "PER_PAGE", size),
        patch.object(pages, "LAST_NUMBERED", numbered),
        patch.object(ranking, "WHOLE", best),
        patch.object(ranking, "BEST", best),
        patch.object(walks, "REMEMBERED", most),
    ):
        yield


def walked(address: str, kind: str = "articles") -> list[str]:
    """Return all rows of a list as a reader meets them who follows the links to the next page."""
    found: list[str] = []
    asked = address
    for _ in range(30):
        one = page(asked, kind)
        found += names(one)
        if not one.has_next:
            return found
        further = f"after={one.after}" if one.after else f"page={one.next_page_number}"
        asked = f"{address}&{further}"
    raise AssertionError(f"{address} does not end: {found}")


def back(address: str, last: str, kind: str = "articles") -> list[str]:
    """Return what stands before a place, from there to the beginning, page by page."""
    found: list[str] = []
    for _ in range(30):
        one = page(f"{address}&before={last}", kind)
        found = names(one) + found
        if not one.has_previous:
            return found
        last = one.before
    raise AssertionError(f"{address} does not begin: {found}")
