"""The columns of a table for each kind of row. Their names are English in every language and never change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, TypeAlias

from articles.exports.records import Hop, Named, OtherName, Printed, PrintedFigure, Record, StatisticRecord

Cell: TypeAlias = str | int | Decimal | bool | date | datetime | None
# By the name of the column: the way to its value, None on the way ending it; or what makes a cell of the whole row.
Columns: TypeAlias = Mapping[str, str | Callable[[Any], Cell]]
BETWEEN: Final = " | "  # several values of one cell


@dataclass(frozen=True, slots=True, kw_only=True)
class _FigurePrinted:
    """A row of a table of figures: a figure, and one place that prints it."""

    figure: StatisticRecord
    here: PrintedFigure


def header(kind: str) -> list[str]:
    """Return the names of the columns of a table."""
    return list(_COLUMNS[kind])


def rows(kind: str, record: Record) -> Iterator[list[Cell]]:
    """Yield the rows of a record: one, and of a figure one for each place that prints it."""
    found: Iterable[object] = [record]
    if isinstance(record, StatisticRecord):
        found = (_FigurePrinted(figure=record, here=here) for here in record.printed)
    for row in found:
        yield [way(row) if callable(way) else _follow(row, way) for way in _COLUMNS[kind].values()]


def _follow(value: Any, way: str) -> Cell:
    for name in way.split("."):
        value = None if value is None else getattr(value, name)
    cell: Cell = value
    return cell


def _day(name: str, way: str) -> Columns:
    return {name: f"{way}.edtf", f"{name}_earliest": f"{way}.earliest", f"{name}_latest": f"{way}.latest"}


def _named(name: str, way: str) -> Columns:
    return {name: f"{way}.name", f"{name}_url": f"{way}.url"}


def _source(way: str = "") -> Columns:
    """Return the columns of the article that prints something; `way` ends with its point."""
    return {
        "article_id": f"{way}id",
        "article_url": f"{way}url",
        "headline": f"{way}headline",
        **_named("publisher", f"{way}publisher"),
        **_day("published", f"{way}published"),
        "article_language": f"{way}language",
    }


def _relay(quote: Any) -> str:
    return " > ".join(map(_hop, quote.relay))


def _hop(hop: Hop) -> str:
    name = hop.agent.name if hop.agent else "not named"
    return f"{name} ({hop.role}{'' if hop.stated else ', inferred'})"


def _names(of: str) -> Callable[[Any], str]:
    def joined(record: Any) -> str:
        found: list[Named | OtherName] = getattr(record, of)
        return BETWEEN.join(one.name for one in found)

    return joined


def _sentences(quote: Any) -> str:
    sentences: list[Printed] = quote.sentences
    return BETWEEN.join(printed.text for printed in sentences)


_ARTICLES: Final[Columns] = {
    **_source(),
    "deck": "deck",
    "original_url": "original_url",
    "rights": "rights",
    "names": _names("names"),
    "quotes": "quotes",
    "figures": "figures",
    "reviewed": "reviewed",
    "version": "version",
    "updated": "updated",
}
_QUOTES: Final[Columns] = {
    "quote_id": "id",
    "quote_url": "url",
    "words": "words",
    "type": "type",
    "language": "language",
    **_named("speaker", "speaker"),
    "speaker_as_printed": lambda quote: BETWEEN.join(quote.speaker_as_printed),
    "role_as_printed": "role_as_printed",
    **_named("on_behalf_of", "on_behalf_of"),
    **_named("to_whom", "to_whom"),
    **_day("said", "said"),
    "occasion": "occasion",
    "relay": _relay,
    "fidelity": "fidelity",
    "status": "status",
    "found_by": "found_by",
    "sentence": _sentences,
    "sentence_url": lambda quote: quote.sentences[0].url if quote.sentences else None,
    "words_gone_since_version": "words_gone_since",
    **_source("article."),
    "updated": "updated",
}
_STATISTICS: Final[Columns] = {
    "figure_id": "figure.id",
    "figure_url": "figure.url",
    "measure": "figure.measure",
    "value": "figure.value",
    "value_to": "figure.value_to",
    "approximation": "figure.approximation",
    "unit": "figure.unit",
    "population": "figure.population",
    **_named("place", "figure.place"),
    "out_of_value": "figure.out_of.value",
    "out_of_approximation": "figure.out_of.approximation",
    "out_of_population": "figure.out_of.population",
    "out_of_url": "figure.out_of.url",
    **_day("as_of", "figure.as_of"),
    **_day("since", "figure.since"),
    **_named("stated_by", "figure.stated_by"),
    "may_change": "figure.may_change",
    "series_url": "figure.series_url",
    "status": "figure.status",
    "found_by": "figure.found_by",
    "number_as_printed": "here.number",
    "qualifier_as_printed": "here.qualifier",
    "approximation_here": "here.approximation",
    "population_here": "here.population",
    "status_here": "here.status",
    "sentence": "here.sentence.text",
    "sentence_url": "here.sentence.url",
    "quote_url": "here.quote_url",
    **_source("here.article."),
    "updated": "figure.updated",
}
_ENTITIES: Final[Columns] = {
    "id": "id",
    "url": "url",
    "kind": "kind",
    "name": "name",
    "about": "about",
    "wikidata": "wikidata",
    "other_names": _names("other_names"),
    "articles": "articles",
    "updated": "updated",
}
_COLUMNS: Final[Mapping[str, Columns]] = {
    "articles": _ARTICLES,
    "quotes": _QUOTES,
    "statistics": _STATISTICS,
    "entities": _ENTITIES,
}
