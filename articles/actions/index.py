"""Writes what search reads: the entries of articles, quotes and figures.

The action that changes one of these calls its function here in the same transaction. Drafts have entries too:
who may see a row is asked of the row, never of its entry. Several articles may print one figure, though, and its
entry holds the words of those that readers may see: what changes the state or the rights of an article, or the
status of a printing, refreshes the figures concerned, and `reindex` follows a change of which statuses are shown.

What an entry must hold is told by functions that write nothing (`..._vectors`): `proof` compares them with the tables.
"""

from __future__ import annotations

import typing
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from django.db import transaction
from django.db.models import Exists, F, Manager, OuterRef, Q, Value

from articles.actions.index_words import add_words
from articles.models import (
    Anchor,
    Article,
    ArticleEntry,
    Block,
    Printing,
    Quote,
    QuoteEntry,
    Statistic,
    StatisticEntry,
)
from articles.models.anchor import AnchorQuerySet
from articles.models.entry import Entry, Literal
from articles.models.printing import PrintingQuerySet
from articles.text.analysis import Field, tsvector
from articles.text.leads import vectors
from articles.text.numbers import plain

# The headline says what an article is about; a caption names who is in the picture, seldom what happened.
_WEIGHTS: Final[dict[str, typing.Literal["A", "B", "C", "D"]]] = {
    Block.Type.HEADLINE: "A",
    Block.Type.DECK: "B",
    Block.Type.CROSSHEAD: "B",
    Block.Type.PHOTO_CAPTION: "C",
    Block.Type.PARAGRAPH: "D",
}
_Entry = typing.TypeVar("_Entry", bound=Entry)
_QUOTED: Final = (Anchor.Role.CONTENT, Anchor.Role.PRINTED, Anchor.Role.MARKED)
_COUNTED: Final = (Anchor.Role.NUMBER, Anchor.Role.PHRASE, Anchor.Role.QUALIFIER, Anchor.Role.POPULATION)


@transaction.atomic
def refresh_articles(keys: Iterable[int]) -> int:
    """Index the current texts of articles: what the newsroom wrote, neither boilerplate nor credits.

    Returns how many have an entry now; an article without a text has none.
    """
    keys = list(keys)
    found = article_vectors(keys)
    ArticleEntry.objects.filter(article__in=keys).exclude(article__in=found).delete()
    entries = (
        ArticleEntry(article_id=key, vector=_literal(vector), lead=_literal(lead))
        for key, (vector, lead) in sorted(found.items())
    )
    add_words(vector for vector, _lead in found.values())
    return _write(ArticleEntry.objects, entries, key="article", columns=("vector", "lead"))


def article_vectors(keys: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return what the entries of articles must hold, by key: vector and lead; only those with a text."""
    articles = Article.objects.filter(pk__in=list(keys), current__isnull=False)
    languages = dict(articles.values_list("pk", "language"))
    texts: dict[int, list[tuple[str, str]]] = defaultdict(list)
    blocks = Block.objects.searched().filter(version__article__in=languages, version=F("version__article__current"))
    for key, kind, text in blocks.order_by("version", "position").values_list("version__article", "type", "text"):
        texts[key].append((kind, text))
    return {key: text_vectors(texts[key], language) for key, language in languages.items()}


def text_vectors(blocks: Iterable[tuple[str, str]], language: str) -> tuple[str, str]:
    """Return what search reads of a text and its lead, as the texts of tsvectors.

    `blocks`: type and words of those searched, in order. What counts most comes first: of a text too large for
    PostgreSQL the end is not indexed.
    """
    fields = [Field(words, _WEIGHTS[kind]) for kind, words in blocks]
    return vectors(sorted(fields, key=lambda field: field.weight), language)


@transaction.atomic
def refresh_quotes(keys: Iterable[int]) -> int:
    """Index the words of quotes as the current text prints them, and the names of their speakers."""
    entries = (QuoteEntry(quote_id=key, vector=_literal(vector)) for key, vector in quote_vectors(keys).items())
    return _write(QuoteEntry.objects, entries, key="quote")


def quote_vectors(keys: Iterable[int]) -> dict[int, str]:
    """Return what the entries of quotes must hold, by key, as the text of a tsvector."""
    quotes = Quote.objects.filter(pk__in=list(keys)).values_list("pk", "language", "article__language", "speaker__name")
    printed = _printed("quote", Anchor.objects.filter(quote__in=[row[0] for row in quotes], role__in=_QUOTED))
    vectors = {}
    for key, language, article_language, speaker in quotes:
        fields = [Field(words, "A") for words in printed[key]]
        fields += [Field(speaker, "B")] if speaker else []
        vectors[key] = tsvector(fields, language or article_language)
    return vectors


@transaction.atomic
def refresh_statistics(keys: Iterable[int]) -> int:
    """Index figures: number, measure and population as the archive words them, and what readers see printed of each."""
    entries = (StatisticEntry(statistic_id=key, vector=_literal(of)) for key, of in statistic_vectors(keys).items())
    return _write(StatisticEntry.objects, entries, key="statistic")


def statistic_vectors(keys: Iterable[int]) -> dict[int, str]:
    """Return what the entries of figures must hold, by key, as the text of a tsvector."""
    statistics = list(Statistic.objects.filter(pk__in=list(keys)).select_related("stated_by"))
    printings = _findable(Printing.objects.filter(statistic__in=statistics))
    printed = _printed("printing__statistic", Anchor.objects.filter(printing__in=printings, role__in=_COUNTED))
    vectors = {}
    for statistic in statistics:
        numbers = [plain(value) for value in (statistic.value, statistic.value_to) if value is not None]
        fields = [Field(number, "A") for number in numbers]
        fields += [Field(statistic.measure, "A"), Field(statistic.population, "B")]
        fields += [Field(words, "B") for words in printed[statistic.pk]]
        fields += [Field(statistic.stated_by.name, "C")] if statistic.stated_by else []
        # English is the language of our own wording, in which 2.125 has a decimal point.
        vectors[statistic.pk] = tsvector(fields, "en")
    return vectors


def _findable(printings: PrintingQuerySet) -> PrintingQuerySet:
    """Keep public printings; a reference note's words find a figure only where notes alone print it."""
    elsewhere = Printing.objects.public().without_notes().filter(statistic=OuterRef("statistic"))
    return printings.public().filter(~Q(article__rights=Article.Rights.REFERENCE) | ~Exists(elsewhere))


def _printed(fact: str, anchors: AnchorQuerySet) -> dict[int, list[str]]:
    """Return the words of `anchors` in current texts by key of their fact, once, in text order."""
    anchors = anchors.filter(block__version=F("block__version__article__current"))
    found: dict[int, list[str]] = defaultdict(list)
    for key, words in anchors.in_order().values_list(fact, "exact"):
        # A phrase holds its number, the words with marks those without: a part would only double them.
        if not any(words in other for other in found[key]):
            found[key] = [other for other in found[key] if other not in words] + [words]
    return found


def _literal(vector: str) -> Literal:
    return Literal(Value(vector), type="tsvector")


def _write(table: Manager[_Entry], entries: Iterable[_Entry], *, key: str, columns: Sequence[str] = ("vector",)) -> int:
    return len(table.bulk_create(entries, update_conflicts=True, unique_fields=[key], update_fields=columns))
