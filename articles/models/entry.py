"""What search reads: one narrow row for each findable thing, written by the action that changes the thing."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q

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
    """All that a search for articles asks, in one row, so that words, facts and days are one look into one index.

    Drafts have entries too. What readers ask says `public=True`, as the indexes do. Whoever adds an entry gives the
    article and the two vectors; the rest is written and kept by triggers (migration 0012), whatever changes.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="entry")
    lead = SearchVectorField(
        help_text=(
            "The part of `vector` that tells what the article is about: headline, deck, first paragraph and the words "
            "most repeated, with the same places and weights. Empty until reindex has run over an older archive."
        ),
    )
    keys = ArrayField(
        models.BigIntegerField(), help_text="What it holds, rising; models/keys.py. The database keeps it."
    )
    language = models.TextField(help_text="As the article has it. The database keeps it.")
    newest = models.DateField(
        null=True,
        help_text="Last possible day of publication, 2200-12-31 where it has no end; empty when undated. "
        "The database keeps it.",
    )
    oldest = models.DateField(
        null=True, help_text="First possible day of publication; empty when undated. The database keeps it."
    )
    public = models.BooleanField(help_text="The article is published. The database keeps it.")
    note = models.BooleanField(help_text="The article is a reference note. The database keeps it.")

    class Meta:
        indexes = [
            GinIndex(fields=["vector", "keys"], condition=Q(public=True), name="articleentry_words"),
            GinIndex(fields=["lead", "keys"], condition=Q(public=True), name="articleentry_lead"),
            models.Index(
                F("newest").desc(nulls_last=True),
                F("article").desc(),
                condition=Q(public=True),
                name="articleentry_newest",
            ),
            models.Index(fields=["oldest", "article"], condition=Q(public=True), name="articleentry_oldest"),
        ]

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
