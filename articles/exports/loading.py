"""Records of rows by their keys, whatever kind of row it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from articles.exports.article_records import article_records
from articles.exports.asked import Asked
from articles.exports.figure_records import statistic_records
from articles.exports.name_records import entity_records
from articles.exports.parts import At
from articles.exports.quote_records import quote_records
from articles.exports.records import Record
from articles.search.query import Query

_RECORDS: Final[Mapping[str, Callable[[list[int], Query | None, At], list[Any]]]] = {
    "articles": article_records,
    "quotes": lambda keys, _query, at: quote_records(keys, at),
    "statistics": lambda keys, _query, at: statistic_records(keys, at),
    "entities": lambda keys, _query, at: entity_records(keys, at),
}


def records(asked: Asked, keys: list[int], at: At, *, excerpts: bool = True) -> list[Record]:
    """Return the records of some rows in their order, fixed in queries.

    `excerpts` cuts those of articles out of their texts. What was withdrawn a moment ago is left out.
    """
    return _RECORDS[asked.kind](keys, asked.query if excerpts else None, at)
