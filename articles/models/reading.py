"""Readings: which texts the rules have read, so that each is read once by each edition of the rules."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from articles.models.article import ArticleQuerySet
from articles.models.version import Version


class ReadingQuerySet(models.QuerySet["Reading"]):
    def failed(self) -> Self:
        return self.exclude(failure="")


class Reading(models.Model):
    """The last reading of one text by the rules. Older ones are not kept: their findings tell their edition."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="reading")
    rules = models.CharField(max_length=40, help_text="Edition of the rules that read it.")
    read_at = models.DateTimeField()
    seconds = models.FloatField(help_text="Time that the rules took, storing left out.")
    found = models.JSONField(default=dict, help_text="Kind of fact to how many the rules found.")
    failure = models.TextField(blank=True, help_text="Why it could not be read, a sentence; blank: it was.")

    objects = ReadingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["rules"], name="reading_by_rules"),
            models.Index(fields=["id"], condition=~Q(failure=""), name="reading_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.version} by {self.rules}"


def unread(articles: ArticleQuerySet, edition: str = "") -> ArticleQuerySet:
    """Keep articles whose current text the rules have not read, or not in this edition; notes are never read.

    Asked of `Article.read_by`, which triggers hold to the readings: no table has to be read whole.
    """
    if not edition:
        return articles.filter(read_by="")
    # "Not this edition", as two ranges of an index.
    return articles.filter(Q(read_by__lt=edition) | Q(read_by__gt=edition))
