"""Records as the entries of a feed: a title, a summary and a name that stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.text import Truncator

from articles.exports.records import (
    ArticleRecord,
    Day,
    EntityRecord,
    Named,
    QuoteRecord,
    Record,
    StatisticRecord,
    in_digits,
)
from articles.models import Status

_LONGEST_TITLE: Final = 120
_SINCE: Final = 2026  # a name by RFC 4151 holds a year in which its host was the archive's


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    name: str  # kind and key: article/12
    url: str
    title: str
    summary: str  # plain text
    authors: list[str]  # who printed it; of a quote or figure, who said so
    language: str  # BCP 47; "" when not known
    published: Day | None  # of the article that prints it
    updated: datetime | None
    unreviewed: bool = False  # a quote or figure of which nobody has checked who said what; title and summary are bare
    record: Record

    def ident(self, host: str) -> str:
        """Return its name among all entries of the web, the same in every feed and whatever its address becomes."""
        return f"tag:{host},{_SINCE}:{self.name}"


def entry(record: Record) -> Entry:
    """Make an entry of a record."""
    return _ENTRIES[type(record)](record)


def _article(record: ArticleRecord) -> Entry:
    return Entry(
        name=f"article/{record.id}",
        url=record.url,
        title=record.headline,
        summary="\n".join(printed.text for printed in record.excerpts) or record.deck,
        authors=_names(record.publisher),
        language=record.language,
        published=record.published,
        updated=record.updated,
        record=record,
    )


def _quote(record: QuoteRecord) -> Entry:
    speaker = record.speaker.name if record.speaker else ", ".join(record.speaker_as_printed)
    article = record.article
    return Entry(
        name=f"quote/{record.id}",
        url=record.url,
        title=_short(f"{speaker}: {record.words}" if speaker else record.words or article.headline),
        summary="\n".join(printed.text for printed in record.sentences) or article.headline,
        authors=_names(article.publisher),
        language=record.language or article.language,
        published=article.published,
        updated=record.updated,
        unreviewed=record.status == Status.SUGGESTED,
        record=record,
    )


def _statistic(record: StatisticRecord) -> Entry:
    first = record.printed[0].article if record.printed else None
    sentences = [printed.sentence.text for printed in record.printed if printed.sentence]
    return Entry(
        name=f"figure/{record.id}",
        url=record.url,
        title=_short(_in_words(record)),
        summary="\n".join(dict.fromkeys(sentences)) or record.measure,
        authors=_names(record.stated_by) or _names(first.publisher if first else None),
        language=first.language if first else "",
        published=first.published if first else None,
        updated=record.updated,
        unreviewed=record.status == Status.SUGGESTED,
        record=record,
    )


def _in_words(record: StatisticRecord) -> str:
    value = in_digits(record.value) + (f"–{in_digits(record.value_to)}" if record.value_to is not None else "")
    of = f" of {in_digits(record.out_of.value)}" if record.out_of else ""
    exact = "" if record.approximation == "exact" else record.approximation.replace("_", " ") + " "
    return f"{exact}{value}{of}: {record.measure}"


def _entity(record: EntityRecord) -> Entry:
    return Entry(
        name=f"name/{record.id}",
        url=record.url,
        title=record.name,
        summary=record.about or record.kind.replace("_", " "),
        authors=[],
        language="",
        published=None,
        updated=record.updated,
        record=record,
    )


_ENTRIES: Final[Mapping[type, Callable[[Any], Entry]]] = {
    ArticleRecord: _article,
    QuoteRecord: _quote,
    StatisticRecord: _statistic,
    EntityRecord: _entity,
}


def _names(one: Named | None) -> list[str]:
    return [one.name] if one else []


def _short(text: str) -> str:
    return Truncator(text).chars(_LONGEST_TITLE)
