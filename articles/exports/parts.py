"""Parts that records of several kinds have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeAlias

from django.urls import reverse

from articles.exports.records import Day, Named, Source
from articles.models import Anchor, Article, Entity
from articles.reading.quotations import lost_since
from articles.reading.segments import Node
from articles.text.dates import FuzzyDate

At: TypeAlias = Callable[[str], str]  # makes an address of the site one of the web


def day_of(day: FuzzyDate | None) -> Day | None:
    """Return a fuzzy date as records have it."""
    return None if day is None else Day(edtf=day.edtf, earliest=day.earliest, latest=day.latest)


def named(entity: Entity | None, at: At) -> Named | None:
    """Needs `has_page`, which EntityQuerySet.tell_pages() sets: without a page there is no address."""
    if entity is None:
        return None
    return Named(id=entity.pk, name=entity.name, url=at(entity.get_absolute_url()) if entity.has_page else None)


def source(article: Article, at: At) -> Source:
    """Needs the article's publisher, told of its page, and its current text."""
    return Source(
        id=article.pk,
        url=at(article.get_absolute_url()),
        headline=str(article),
        publisher=named(article.publisher, at),
        published=day_of(article.published_on),
        language=article.language,
    )


def block_address(anchor: Anchor, article: Article, at: At) -> str:
    """Return the address of the block that words stand in; of words that are gone, in the last text that had them."""
    return at(f"{_text_address(anchor, article)}#{anchor.block.fragment}")


def _text_address(anchor: Anchor, article: Article) -> str:
    if lost_since(anchor, article) is None:
        return article.get_absolute_url()
    return reverse("articles:article_version", args=[article.pk, anchor.block.version.number])


def words(nodes: Iterable[Node]) -> str:
    """Return the words of marked text without their marks."""
    return "".join(node if isinstance(node, str) else words(node.inside) for node in nodes)


def as_printed(anchors: Iterable[Anchor], role: Anchor.Role) -> str:
    """Return the first words in a role; "" where there are none."""
    return next((anchor.exact for anchor in anchors if anchor.role == role), "")


def text_came_in(article: Article) -> datetime:
    """Return when the archive got the text that it shows."""
    return article.current.created_at if article.current else article.added_at


def newest(*moments: datetime | None) -> datetime:
    """Return the latest moment; one at least is known."""
    return max(moment for moment in moments if moment is not None)


def tell_publishers(articles: Iterable[Article]) -> None:
    """Let publishers know whether they have a page. One query."""
    Entity.objects.tell_pages([article.publisher for article in articles if article.publisher])
