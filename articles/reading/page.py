"""The page of an article, or of one of its earlier texts: everything that its template shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F, Q
from django.shortcuts import get_object_or_404

from articles.models import (
    Article,
    ArticleTopic,
    Block,
    Event,
    Mention,
    NoteLink,
    Notice,
    Quote,
    Series,
    Statistic,
    StatisticLink,
    Version,
)
from articles.reading import excerpts, facts, figures, marks
from articles.reading.cast import Named, cast_of, credits_of, places_of
from articles.reading.copies import Copies, copies_of
from articles.reading.facts import Facts
from articles.reading.figures import Figure
from articles.reading.happenings import happenings_of
from articles.reading.hits import Hits, mark_hits
from articles.reading.passages import Passage, Text, passages_of
from articles.reading.segments import Node
from articles.reading.unread import Unread, unread
from articles.reading.voices import single_voiced

_Nodes = tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the text; a list is empty where the source has none of its kind."""

    headline: list[Text]
    deck: list[Text]
    captions: list[Text]
    photo_credits: list[Text]
    credits: list[Mention]
    byline: list[Text]  # as printed, shown where nobody is named in it


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    article: Article
    version: Version
    versions: int  # how many texts the article has
    notices: list[Notice]  # corrections of the publisher, the oldest first
    head: Head
    passages: list[Passage]
    topics: list[ArticleTopic]
    places: list[Named]
    cast: list[Named]
    figures: list[Figure]
    relations: list[StatisticLink]
    note_links: list[NoteLink]  # what notes say of it, those of one note together
    bears_on: list[NoteLink]  # of a note: what it says of others
    unread: Unread  # "" where nothing more is to be expected
    copies: Copies | None  # None where no other article that readers see prints the text
    hits: Hits | None  # None when nothing is searched for
    here: frozenset[int]  # keys of the anchors in this text

    @property
    def is_current(self) -> bool:
        return self.article.current_id == self.version.pk

    @property
    def speakers(self) -> list[Named]:
        return [one for one in self.cast if one.tells]

    @property
    def others_named(self) -> list[Named]:
        return [one for one in self.cast if not one.tells]

    @property
    def version_numbers(self) -> range:
        return range(1, self.versions + 1)

    @property
    def has_marks(self) -> bool:
        """Whether the reader needs to be told how to read them."""
        return not self.article.is_note and any(passage.voices or passage.cards for passage in self.passages)


def public_text(key: int, *, number: int | None = None, with_source: bool = False) -> Version:
    """Return a text of an article, the current one where no `number` is given.

    Raises:
        Http404: readers may see no such article, or it has no such text.
    """
    versions = Version.objects.filter(article__in=Article.objects.public(), article=key)
    versions = versions.filter(pk=F("article__current")) if number is None else versions.filter(number=number)
    heavy = ["body", "article__current__body", *([] if with_source else ["source__content"])]
    versions = versions.select_related("article__publisher", "article__current", "source").defer(*heavy)
    return get_object_or_404(versions)


def compose(version: Version, *, typed: str = "") -> ArticlePage:
    """Compose the page of one text; `typed` is the search whose words are marked."""
    article = version.article
    known = facts.read(article, version)
    dress = marks.of_text(known)
    parts = excerpts.shown_parts(known, dress)
    hits = mark_hits(known, parts, dress, typed) if typed.strip() else None
    nodes = {
        block.pk: excerpts.nodes_of(block, dress.get(block.pk, ()), parts[block.pk])
        for block in known.blocks
        if block.pk in parts
    }
    counted = figures.figures_of(known, figures.counts_in_series(known.statistics))
    told_with_voice = single_voiced(known)
    return ArticlePage(
        article=article,
        version=version,
        versions=article.versions.count(),
        notices=list(article.notices.order_by(F("dated_earliest").asc(nulls_last=True), "pk")),
        head=_head(known, nodes),
        passages=passages_of(known, nodes, counted, happenings_of(known, told_with_voice), told_with_voice),
        topics=_topics(article),
        places=places_of(known, nodes),
        cast=cast_of(known, nodes),
        figures=list(counted.values()),
        relations=_relations(counted),
        note_links=_note_links(known),
        bears_on=_bears_on(article) if article.is_note else [],
        unread=unread(version, (*known.mentions, *known.quotes, *known.statistics, *known.dates)),
        copies=copies_of(article),
        hits=hits,
        here=frozenset(anchor.pk for words in known.words.values() for anchor in words),
    )


def _head(known: Facts, nodes: Mapping[int, _Nodes]) -> Head:
    def shown(kind: Block.Type) -> list[Text]:
        blocks = (block for block in known.blocks if block.type == kind and block.pk in nodes)
        return [Text(block=block, nodes=nodes[block.pk]) for block in blocks]

    return Head(
        headline=shown(Block.Type.HEADLINE),
        deck=shown(Block.Type.DECK),
        captions=shown(Block.Type.PHOTO_CAPTION),
        photo_credits=shown(Block.Type.PHOTO_CREDIT),
        credits=credits_of(known),
        byline=shown(Block.Type.BYLINE),
    )


def _topics(article: Article) -> list[ArticleTopic]:
    topics = ArticleTopic.objects.public().filter(article=article)
    return list(topics.select_related("topic").order_by("-about", "pk"))


def _relations(counted: Iterable[int]) -> list[StatisticLink]:
    keys = list(counted)
    links = StatisticLink.objects.public().filter(from_statistic__in=keys, to_statistic__in=keys)
    return list(links.select_related("from_statistic", "to_statistic").order_by("-status", "pk"))


def _note_links(known: Facts) -> list[NoteLink]:
    """Return what notes say of this text's facts: the earliest note first, its links in the order of the text."""
    statistics = known.statistics
    bears = (
        Q(quote__in=[quote.pk for quote in known.quotes])
        | Q(statistic__in=[statistic.pk for statistic in statistics])
        | Q(series__in={statistic.series_id for statistic in statistics if statistic.series_id})
        | Q(event__in=[event.pk for event in known.events])
    )
    links = NoteLink.objects.public().exclude(article=known.article).filter(bears).for_tables()
    links = links.select_related("article__publisher", "article__current", "quote", "statistic", "series", "event")
    return list(links.order_by("article__published_earliest", "article_id", "quote__number", "pk"))


def _bears_on(note: Article) -> list[NoteLink]:
    """Return the links of a note to facts that readers may see."""
    public = (
        Q(quote__in=Quote.objects.public())
        | Q(statistic__in=Statistic.objects.public())
        | Q(series__in=Series.objects.public())
        | Q(event__in=Event.objects.public())
    )
    links = NoteLink.objects.public().filter(public, article=note)
    quoted = [f"quote__{name}" for name in ("speaker", "article__publisher", "article__current")]
    return list(links.select_related(*quoted, "statistic", "series", "event").order_by("quote__number", "pk"))
