"""What search engines may read: every public page that has an address of its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Model, QuerySet
from django.urls import reverse

from articles.models import Article, Entity, Event, Quote, Series, Statistic, Topic

INDEXES = (
    "home",
    "search",
    "person_list",
    "organisation_list",
    "place_list",
    "quote_list",
    "statistic_list",
    "series_list",
    "topic_list",
    "date_list",
    "about",
    "help",
)


class IndexPages(Sitemap):
    def items(self) -> list[str]:
        return [f"articles:{name}" for name in INDEXES]

    def location(self, item: str) -> str:
        return reverse(item)


class ArticlePages(Sitemap):
    limit = 5000

    def items(self) -> QuerySet[Article]:
        articles = Article.objects.public().select_related("current").order_by("pk")
        return articles.only("added_at", "current__headline", "current__created_at")

    def get_latest_lastmod(self) -> datetime | None:
        """Ask the database: Django would read every article to find the newest."""
        newest: datetime | None = Article.objects.public().aggregate(at=Max("current__created_at"))["at"]
        return newest

    def lastmod(self, item: Article) -> datetime:
        return item.current.created_at if item.current else item.added_at


class NounPages(Sitemap):
    """Pages of one noun, in the order of their keys."""

    limit = 5000

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.rows = rows

    def items(self) -> QuerySet[Any]:
        # Asked anew each time: a queryset keeps what it found.
        return self.rows.all()

    def location(self, item: Model) -> str:
        return str(item.get_absolute_url())  # type: ignore[attr-defined]


SITEMAPS: dict[str, Sitemap] = {
    "pages": IndexPages(),
    "articles": ArticlePages(),
    "entities": NounPages(Entity.objects.public().order_by("pk")),
    "quotes": NounPages(Quote.objects.public().order_by("pk")),
    "statistics": NounPages(Statistic.objects.public().order_by("pk")),
    "series": NounPages(Series.objects.public().order_by("pk")),
    "events": NounPages(Event.objects.public().order_by("pk")),
    "topics": NounPages(Topic.objects.public().order_by("pk")),
}
