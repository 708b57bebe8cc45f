"""What leaves the archive: one shape for each kind of row, the same in JSON, in tables and in feeds.

The names of the fields are what programs of others read. A field may be added; none changes its name or its meaning.
Codes are those of the archive and never translated, days are EDTF with their bounds, addresses are absolute.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    edtf: str
    earliest: date
    latest: date | None  # None: it goes on


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person, organisation or place."""

    id: int
    name: str
    url: str | None  # None: readers have no page of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Words of one place, with the address of the block that they stand in."""

    text: str  # "…" where more stands before or behind it
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article that prints something."""

    id: int
    url: str
    headline: str
    publisher: Named | None
    published: Day | None
    language: str  # BCP 47; "" when not known


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord(Source):
    original_url: str  # where the publisher prints it; "" when not known
    rights: str  # full_text, excerpt_only or reference (another publisher's finding)
    deck: str
    excerpts: list[Printed]  # where the words asked for stand; none when no words were asked for
    names: list[Named]  # those named most
    quotes: int
    figures: int
    reviewed: bool
    version: int  # number of the text
    updated: datetime  # when this text came in


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step from the mouth to the page."""

    role: str  # speaker, issuer, agency or publisher
    agent: Named | None  # None: not named
    stated: bool  # by the article; otherwise an editor inferred it


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRecord:
    id: int
    url: str
    number: int  # in the article
    words: str  # as printed, with the quotation marks of the paper
    type: str  # direct, indirect, mixed or reported
    language: str
    speaker: Named | None
    speaker_as_printed: list[str]
    role_as_printed: str  # of the speaker, nearest to the quote; "" when the article prints none
    on_behalf_of: Named | None
    to_whom: Named | None
    said: Day | None
    occasion: str
    relay: list[Hop]
    fidelity: str
    status: str  # confirmed (by an editor) or suggested
    found_by: str  # editor, rule or import
    sentences: list[Printed]  # that print it
    words_gone_since: int | None  # number of the first text of the article without them; None: they stand
    article: Source
    updated: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFigure:
    """One place that prints a figure."""

    number: str  # as printed
    qualifier: str  # as printed: "about", "more than"
    approximation: str  # what the qualifier was read as
    population: str  # in the words printed here
    status: str
    sentence: Printed | None  # None when a later text has lost it
    quote_url: str | None  # of the quote that it stands in
    article: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The larger figure that another is a part of."""

    id: int
    url: str
    value: Decimal
    value_to: Decimal | None
    approximation: str
    unit: str
    measure: str
    population: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticRecord:
    id: int
    url: str
    measure: str
    value: Decimal
    value_to: Decimal | None  # where a range is printed
    approximation: str  # exact, about, at_least, at_most, nearly or more_than
    unit: str
    population: str
    place: Named | None
    out_of: Whole | None
    as_of: Day | None
    since: Day | None
    stated_by: Named | None
    may_change: bool  # the source itself says so
    series_url: str | None
    status: str
    found_by: str
    printed: list[PrintedFigure]  # the first fifty, by day of publication
    updated: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    name: str
    language: str  # BCP 47; "" when it does not matter
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRecord:
    id: int
    url: str
    kind: str
    name: str
    about: str  # who or what it is, in a few words
    wikidata: str
    other_names: list[OtherName]
    articles: int  # that name it, reference notes apart
    updated: datetime | None  # when the newest article came in that names it or is its own


Record: TypeAlias = ArticleRecord | QuoteRecord | StatisticRecord | EntityRecord


def plain(record: Record) -> dict[str, Any]:
    """Return a record as JSON has it: days and moments as ISO 8601 writes them, decimal numbers as exact text."""
    return {name: _plain(value) for name, value in asdict(record).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return in_digits(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def in_digits(number: Decimal) -> str:
    """Write a number with a point and no zeros that say nothing: 1100, 2.5."""
    return f"{number.normalize():f}"
