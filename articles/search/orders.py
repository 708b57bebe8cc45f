"""The orders of lists, and places in them: who was at a row can go on behind it, however many rows come before.

A place is written as what the row is ordered by, with points between: "2023-12-06.123" is the article 123 of that
day, ".123" one without a day. It needs no row: the list goes on there even if that one is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Any, Final

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable, OrderBy

from articles.models import fuzzy

LONGEST: Final = 400  # characters of a place: a name, and what stands around it
LARGEST_KEY: Final = 2**63 - 1

Place = tuple[Any, ...]


class BadPlace(ValueError):
    """What was given is no place in a list of this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One of the values that rows are ordered by."""

    name: str  # in queries
    value: Combinable
    descending: bool = False
    empty: bool = False  # rows may lack it
    empty_first: bool = False  # else those come last
    read: Callable[[str], Any] = str  # raises ValueError

    @property
    def order(self) -> OrderBy:
        nulls = {"nulls_first" if self.empty_first else "nulls_last": True} if self.empty else {}
        return OrderBy(F(self.name), descending=self.descending, **nulls)

    def behind(self, value: Any, *, included: bool = False) -> Q:
        """Match what comes behind a value that is there; never what is empty, for that is neither more nor less."""
        sign = "lt" if self.descending else "gt"
        return Q(**{f"{self.name}__{sign}{'e' if included else ''}": value})

    def equal(self, value: Any) -> Q:
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})


@dataclass(frozen=True, slots=True)
class Order:
    """Columns that together tell any two rows apart, so that no page overlaps another. Only the first may be empty."""

    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    @property
    def placed(self) -> bool:
        """Whether places can be told; not where rows are as near as they are to what was typed."""
        return all(column.read is not _unreadable for column in self.columns)

    def backwards(self) -> Order:
        return Order(
            tuple(
                replace(column, descending=not column.descending, empty_first=not column.empty_first)
                for column in self.columns
            )
        )

    def of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        ordered: QuerySet[Any] = self.told(rows).order_by(*(column.order for column in self.columns))
        return ordered

    def told(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Let conditions name the columns."""
        told: QuerySet[Any] = rows.order_by().annotate(**{column.name: column.value for column in self.columns})
        return told

    def places(self, rows: QuerySet[Any], keys: Sequence[int]) -> dict[int, Place]:
        """Return the places of rows by their keys; none of what is no longer there."""
        told = self.told(rows).filter(pk__in=keys).values_list("pk", *self.names)
        return {key: tuple(place) for key, *place in told}

    def behind(self, place: Place) -> list[Q]:
        """Return conditions on `told` rows, one for each stretch behind a place, in the order in which they come.

        A stretch is found by an index that begins with the first column; a single condition for all would not be.
        """
        leading, first = self.columns[0], place[0]
        rest = _behind(self.columns[1:], place[1:])
        if first is None:
            same = leading.equal(None) & rest
            return [same, Q(**{f"{leading.name}__isnull": False})] if leading.empty_first else [same]
        near = leading.behind(first, included=True) & (leading.behind(first) | (leading.equal(first) & rest))
        return [near, leading.equal(None)] if leading.empty and not leading.empty_first else [near]

    def write(self, place: Place) -> str:
        return ".".join("" if value is None else str(value) for value in place)

    def read(self, text: str) -> Place:
        """Return the place that `write` has written.

        Raises:
            BadPlace: it has not.
        """
        parts = text.rsplit(".", len(self.columns) - 1) if len(text) <= LONGEST and "\0" not in text else []
        if len(parts) != len(self.columns):
            raise BadPlace(text)
        return tuple(_value(column, part) for column, part in zip(self.columns, parts, strict=True))


def _behind(columns: Sequence[Column], place: Place) -> Q:
    """Match what comes behind a place among rows that are equal in all columns before these."""
    *before, (last, value) = zip(columns, place, strict=True)
    return reduce(
        lambda rest, one: one[0].behind(one[1]) | (one[0].equal(one[1]) & rest), reversed(before), last.behind(value)
    )


def _value(column: Column, text: str) -> Any:
    if not text and column.empty:
        return None
    try:
        return column.read(text)
    except ValueError:
        raise BadPlace(text) from None


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_KEY)) else -1
    if not 0 <= number <= LARGEST_KEY:
        raise ValueError(text)
    return number


def _unreadable(text: str) -> Any:
    raise ValueError(text)


def key(name: str = "pk", *, descending: bool = False) -> Column:
    """Return the column of a number, such as the key that breaks ties."""
    return Column(name=f"place_{name}", value=F(name), descending=descending, read=_number)


def day(value: Combinable, *, descending: bool = False) -> Column:
    """Return the column of a day, which rows may lack."""
    return Column(name="place_day", value=value, descending=descending, empty=True, read=date.fromisoformat)


def newest(name: str) -> Column:
    """Return the last possible day of a fuzzy date of the rows."""
    last: Combinable = fuzzy.newest(name).expression
    return day(last, descending=True)


def nearness(value: Combinable) -> Column:
    """Return the column of how well rows meet what was typed: no number that could be written and found again."""
    return Column(name="place_nearness", value=value, descending=True, read=_unreadable)


ARTICLES: Final = {
    "newest": Order((day(F("newest"), descending=True), key(descending=True))),
    "oldest": Order((day(F("oldest")), key())),
}
QUOTES: Final = {
    # What one article prints of a day keeps the order of its text.
    "newest": Order((newest("said"), key("article_id", descending=True), key("number"), key())),
    "oldest": Order((day(F("said_earliest")), key())),
}
STATISTICS: Final = {
    "newest": Order((newest("as_of"), key(descending=True))),
    "oldest": Order((day(F("as_of_earliest")), key())),
}
NAMES: Final = Order((Column(name="place_name", value=F("sort_key")), key()))
NEAREST: Final = Order((nearness(F("nearness")), *NAMES.columns))
