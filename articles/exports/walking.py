"""Through a list from its beginning to its end, some rows at a time: the only place that knows how cursors are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from articles.exports.article_records import article_records
from articles.exports.asked import Asked
from articles.exports.figure_records import statistic_records
from articles.exports.name_records import entity_records
from articles.exports.parts import At
from articles.exports.quote_records import quote_records
from articles.exports.records import Record
from articles.search import walks
from articles.search.orders import BadPlace
from articles.search.query import Query

_RECORDS: Final[Mapping[str, Callable[[list[int], Query | None, At], list[Any]]]] = {
    "articles": article_records,
    "quotes": lambda keys, _query, at: quote_records(keys, at),
    "statistics": lambda keys, _query, at: statistic_records(keys, at),
    "entities": lambda keys, _query, at: entity_records(keys, at),
}


class BadCursor(ValueError):
    """A cursor that no page of this list has given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    keys: list[int]  # of the rows, in their order
    next: str  # the cursor of the rows behind; "" at the end


def step(asked: Asked, *, sort: str, after: str = "", size: int) -> Step:
    """Return the first `size` rows of a list without problems, or those behind a cursor.

    Raises:
        BadCursor: `after` is no cursor of this list.
    """
    try:
        found = walks.step(asked.filters, sort, after=after, size=size)
    except BadPlace as error:
        raise BadCursor from error
    return Step(keys=found.keys, next=found.next)


def steps(asked: Asked, *, sort: str, size: int) -> Iterator[Step]:
    """Yield a list from its beginning to its end; the last step may be empty."""
    after = ""
    while True:
        one = step(asked, sort=sort, after=after, size=size)
        yield one
        after = one.next
        if not after:
            return


def records(asked: Asked, keys: list[int], at: At, *, excerpts: bool = True) -> list[Record]:
    """Return the records of some rows in their order; `excerpts` cuts those of articles out of their texts."""
    return _RECORDS[asked.kind](keys, asked.query if excerpts else None, at)
