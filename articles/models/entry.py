"""What search reads: one narrow row for each findable thing, written by the action that changes the thing."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func

from articles.models.article import Article
from articles.models.quote import Quote
from articles.models.statistic import Statistic


class Entry(models.Model):
    """The words of a thing as `text.analysis` gives them; PostgreSQL only stores and matches them."""

    vector = SearchVectorField()

    class Meta:
        abstract = True
        indexes = [GinIndex(fields=["vector"], name="%(class)s_vector")]


class ArticleEntry(Entry):
    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="entry")

    def __str__(self) -> str:
        return str(self.article)


class QuoteEntry(Entry):
    quote = models.OneToOneField(Quote, models.CASCADE, primary_key=True, related_name="entry")

    def __str__(self) -> str:
        return str(self.quote)


class StatisticEntry(Entry):
    statistic = models.OneToOneField(Statistic, models.CASCADE, primary_key=True, related_name="entry")

    def __str__(self) -> str:
        return str(self.statistic)


class Literal(Func):
    """Reads text that `text.analysis` wrote as a PostgreSQL type, so that nothing is parsed a second time."""

    template = "(%(expressions)s)::%(type)s"

    def __init__(self, text: Any, *, type: str) -> None:  # noqa: A002 - the name that SQL gives it
        super().__init__(text, type=type)
