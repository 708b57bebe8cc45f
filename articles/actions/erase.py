"""The only way out of the archive: an article goes with all that it alone printed, and a tombstone stays.

What other articles print too stays with them. Entities stay: they are nobody's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from articles.actions import copy_groups, log
from articles.actions.editing import unhurried
from articles.actions.index import refresh_statistics
from articles.actions.index_words import forget_words
from articles.actions.redact import redact, redact_words
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Block,
    DateMention,
    Event,
    Likeness,
    Mention,
    NoteLink,
    Notice,
    Printing,
    Quote,
    QuoteLink,
    Reading,
    RelayHop,
    Source,
    Statistic,
    StatisticLink,
    Tombstone,
    Version,
)
from articles.text.analysis import Field, tsvector


class CannotErase(ValueError):
    """Nothing is erased; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What an article alone printed, and what others print too, by key."""

    article: int
    statistics: frozenset[int]  # that go
    events: frozenset[int]
    shared_statistics: frozenset[int]  # that stay
    shared_events: frozenset[int]

    @classmethod
    def of(cls, article: Article) -> Self:
        elsewhere = ~Q(article=article.pk)
        figures = Statistic.objects.filter(Exists(article.printings.filter(statistic=OuterRef("pk"))))
        told = Anchor.objects.filter(event=OuterRef("pk"))
        here = told.filter(block__version__article=article)
        events = Event.objects.filter(Exists(here))
        printed = Exists(Printing.objects.filter(elsewhere, statistic=OuterRef("pk")))
        told_elsewhere = Exists(told.exclude(block__version__article=article))
        return cls(
            article=article.pk,
            statistics=_keys(figures.filter(~printed)),
            events=_keys(events.filter(~told_elsewhere)),
            shared_statistics=_keys(figures.filter(printed)),
            shared_events=_keys(events.filter(told_elsewhere)),
        )

    def rows(self) -> list[QuerySet[Any]]:
        """Return all that goes, in an order in which nothing points to what has gone before it."""
        of_article: Any = {"article": self.article}
        of_version: Any = {"version__article": self.article}
        return [
            NoteLink.objects.filter(
                Q(**of_article)
                | Q(quote__article=self.article)
                | Q(statistic__in=self.statistics)
                | Q(event__in=self.events)
            ),
            QuoteLink.objects.filter(Q(from_quote__article=self.article) | Q(to_quote__article=self.article)),
            StatisticLink.objects.filter(Q(from_statistic__in=self.statistics) | Q(to_statistic__in=self.statistics)),
            RelayHop.objects.filter(quote__article=self.article),
            Likeness.objects.filter(Q(one=self.article) | Q(other=self.article)),
            Anchor.objects.filter(block__version__article=self.article),
            ArticleTopic.objects.filter(**of_article),
            Mention.objects.filter(**of_article),
            DateMention.objects.filter(**of_article),
            Printing.objects.filter(**of_article),
            Statistic.objects.filter(pk__in=self.statistics),
            Quote.objects.filter(**of_article),
            Event.objects.filter(pk__in=self.events),
            Notice.objects.filter(**of_article),
            Reading.objects.filter(**of_version),
            Block.objects.filter(**of_version),
            Version.objects.filter(**of_article),
            Article.objects.filter(pk=self.article),
        ]

    def hooks(self) -> Iterator[tuple[QuerySet[Any], str]]:
        """Yield what stays but points to what goes, with the column that does."""
        yield Statistic.objects.filter(out_of__in=self.statistics).exclude(pk__in=self.statistics), "out_of"
        yield Event.objects.filter(previous__in=self.events).exclude(pk__in=self.events), "previous"
        yield Quote.objects.filter(event__in=self.events).exclude(article=self.article), "event"
        yield DateMention.objects.filter(event__in=self.events).exclude(article=self.article), "event"
        yield DateMention.objects.filter(quote__article=self.article).exclude(article=self.article), "quote"
        yield Printing.objects.filter(quote__article=self.article).exclude(article=self.article), "quote"


def find(typed: str) -> Article:
    """Return the article of a number, or of the address at which its publisher prints it.

    Raises:
        CannotErase: there is no such article, or not any more.
    """
    typed = typed.strip()
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else None
    asked = {"pk": number} if number else {"url": typed}
    article = Article.objects.filter(**asked).select_related("publisher", "current").first() if typed else None
    if article:
        return article
    graves = Tombstone.objects.filter(article_key=number) if number else Tombstone.objects.filter(url=typed)
    if typed and (grave := graves.first()):
        raise CannotErase(f"Article {grave.article_key} was erased on {grave.at:%d %B %Y}.")
    raise CannotErase(f"The archive has no article {typed}.")


def tally(article: Article) -> dict[str, int]:
    """Return how much of what goes with an article, in words, zeros apart."""
    extent = Extent.of(article)
    sources = Source.objects.filter(versions__article=article).exclude(_used_elsewhere(article.pk)).distinct()
    counts = {str(rows.model._meta.verbose_name_plural): rows.count() for rows in extent.rows()}
    counts["sources"] = sources.count()
    return {name: count for name, count in counts.items() if count}


def erase(article: Article, *, reason: str, by: User | None) -> Tombstone:
    """Erase an article for good: its texts, sources, facts, and what the log holds of their words.

    Raises:
        CannotErase: no reason is given, or it has gone already.
    """
    if not reason.strip():
        raise CannotErase("Say why it is erased: the tombstone keeps the reason.")
    with unhurried():
        # First of all: whoever finds or parts copies asks for articles after that.
        copy_groups.hold([article.pk])
        held = Article.objects.select_for_update(of=("self",)).filter(pk=article.pk).first()
        if held is None:
            raise CannotErase(f"Article {article.pk} is not in the archive any more.")
        # Nobody may print or tell these elsewhere while it is decided whether they go.
        list(Statistic.objects.select_for_update(of=("self",)).filter(printings__article=held).order_by("pk"))
        list(Event.objects.select_for_update(of=("self",)).filter(anchors__block__version__article=held).order_by("pk"))
        extent = Extent.of(held)
        public = _was_public(held)
        with _evidence_open():
            _forget_words(extent)
            _unhook(extent, by=by)
            copy_groups.leave(held.pk)
            printed = _printed(held)
            hashes = _delete(extent)
            forget_words(printed)
        refresh_statistics(extent.shared_statistics)
        log.record(article, "erase", by=by)
        tombstone = Tombstone.objects.create(
            article_key=held.pk, was_public=public, url=held.url, sources=hashes, reason=reason.strip(), by=by
        )
        connection.check_constraints()
    return tombstone


@contextmanager
def _evidence_open() -> Iterator[None]:
    """Let the triggers that hold evidence give way in this transaction, as long as the block lasts."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL newsarchive.erasing = 'yes'")
        yield
        cursor.execute("SET LOCAL newsarchive.erasing = 'no'")


def _was_public(article: Article) -> bool:
    """Return whether readers have ever seen it, as far as the log tells."""
    published = Q(after__state=Article.State.PUBLISHED) | Q(before__state=Article.State.PUBLISHED)
    return article.state == Article.State.PUBLISHED or log.decisions_of(article).filter(published).exists()


def _forget_words(extent: Extent) -> None:
    gone: dict[type[Model], frozenset[int]] = {rows.model: _keys(rows) for rows in extent.rows()}
    redact(gone)
    staying: dict[type[Model], frozenset[int]] = {
        Event: extent.shared_events,
        Statistic: extent.shared_statistics,
    }
    redact_words(staying, blocks=gone[Block])


def _printed(article: Article) -> list[str]:
    """Return what search reads of all texts that an article has had, each block as the text of a tsvector."""
    blocks = Block.objects.filter(version__article=article)
    return [tsvector([Field(text, "D")], article.language) for text in blocks.values_list("text", flat=True)]


def _unhook(extent: Extent, *, by: User | None) -> None:
    """Take what goes away from what stays, and log that for each record that loses something."""
    why = f"Went with article {extent.article}, which was erased."
    for rows, column in extent.hooks():
        losing = list(rows)
        log.record_all(
            ((row, {column: getattr(row, f"{column}_id")}, {column: None}) for row in losing),
            "erase", by=by, reason=why,
        )  # fmt: skip
        rows.update(**{column: None})
    RelayHop.objects.filter(evidence__block__version__article=extent.article).update(evidence=None)
    log.record_all(((row, {}, {}) for row in _losing_links(extent)), "erase", by=by, reason=why)
    # These go together; each would keep the other.
    Statistic.objects.filter(pk__in=extent.statistics).update(out_of=None)
    Event.objects.filter(pk__in=extent.events).update(previous=None)


def _losing_links(extent: Extent) -> list[Model]:
    """Return what stays and was linked to what goes, each once."""
    quotes = Quote.objects.exclude(article=extent.article)
    here = {"article": extent.article}
    linked = quotes.filter(
        Q(links_out__to_quote__article=extent.article) | Q(links_in__from_quote__article=extent.article)
    )
    statistics = Statistic.objects.exclude(pk__in=extent.statistics).filter(
        Q(links_out__to_statistic__in=extent.statistics) | Q(links_in__from_statistic__in=extent.statistics)
    )
    notes = NoteLink.objects.exclude(**here).filter(
        Q(quote__article=extent.article) | Q(statistic__in=extent.statistics) | Q(event__in=extent.events)
    )
    articles = Article.objects.filter(pk__in=notes.values("article"))
    return [*linked.distinct(), *statistics.distinct(), *articles]


def _delete(extent: Extent) -> list[str]:
    """Delete all that goes; return the hashes of the sources that went."""
    sources = _keys(Source.objects.filter(versions__article=extent.article))
    # An article and its text hold each other.
    Article.objects.filter(pk=extent.article).update(state=Article.State.WITHDRAWN, current=None)
    for rows in extent.rows():
        rows.delete()
    unused = Source.objects.filter(pk__in=sources, versions=None)
    hashes = sorted(unused.values_list("sha256", flat=True))
    unused.delete()
    return hashes


def _used_elsewhere(article: int) -> Exists:
    return Exists(Version.objects.filter(source=OuterRef("pk")).exclude(article=article))


def _keys(rows: QuerySet[Any]) -> frozenset[int]:
    return frozenset(rows.values_list("pk", flat=True))
