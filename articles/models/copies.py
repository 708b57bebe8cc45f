"""Copies: articles that print the same text, whole or nearly, and the groups that they form."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.fact import Fact, FactQuerySet
from articles.models.version import Version


class Fingerprint(models.Model):
    """What the search for copies compares of the text that an article shows; made after the import, by a worker."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="fingerprint")
    version = models.ForeignKey(Version, models.CASCADE, related_name="+", help_text="The text that it was made of.")
    words_sha256 = models.CharField(max_length=64, help_text="Of the words alone, without case, marks and spaces.")
    bands = ArrayField(
        models.BigIntegerField(), help_text="The least hashes of its longer runs of words: texts alike share one."
    )

    class Meta:
        indexes = [
            # Written and asked in turn: a list of entries still to be sorted in would be read by every question.
            GinIndex(fields=["bands"], fastupdate=False, name="fingerprint_bands"),
            models.Index(fields=["words_sha256"], name="fingerprint_words"),
        ]

    def __str__(self) -> str:
        return str(self.article)


class LikenessQuerySet(FactQuerySet):
    def public(self) -> Self:
        articles = Article.objects.public()
        return self.shown().filter(one__in=articles, other__in=articles)


class Likeness(Fact):
    """Two articles whose texts are the same, or nearly; an editor confirms it or parts them."""

    class Kind(models.TextChoices):
        SAME = "same", _("the same words")
        NEAR = "near", _("nearly the same words")

    one = models.ForeignKey(Article, models.CASCADE, related_name="likenesses_out", help_text="The one added first.")
    other = models.ForeignKey(Article, models.CASCADE, related_name="likenesses_in")
    kind = models.CharField(max_length=4, choices=Kind)
    share = models.DecimalField(
        max_digits=4, decimal_places=3, help_text="Of the shingles of both that both have, 0 to 1."
    )

    objects = LikenessQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "possible copy"
        verbose_name_plural = "possible copies"
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(fields=["one", "other"], name="likeness_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="likeness_in_order"),
            models.CheckConstraint(condition=Q(share__gte=0, share__lte=1), name="likeness_share_from_0_to_1"),
            models.CheckConstraint(condition=Q(kind__in=["same", "near"]), name="likeness_kind_known"),
        ]
        indexes = [models.Index(fields=["id"], condition=Q(status="suggested"), name="likeness_suggested")]

    def __str__(self) -> str:
        return f"{self.one} = {self.other}"


def group_column() -> str:
    """Return the column that names the groups as readers see them: with what is unreviewed, or without."""
    return "first" if settings.NEWSARCHIVE_SHOW_UNREVIEWED else "sure"


class CopyQuerySet(models.QuerySet["Copy"]):
    def repeated(self, articles: models.QuerySet[Article]) -> int:
        """Return how many of these articles only print again what another of them prints.

        The articles less this number are the texts, which is what counts where sources are counted. Only copies are
        read, which are few among articles.
        """
        rows = self.filter(article__in=articles.order_by().values("pk"))
        told = rows.aggregate(copies=Count("pk"), texts=Count(group_column(), distinct=True))
        return int(told["copies"] - told["texts"])


class Copy(models.Model):
    """That an article belongs to a group of copies; who counts sources counts a group once.

    Kept by the actions that find and decide likenesses (`actions/copy_groups.py`): the groups are what these join.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="copy")
    first = models.ForeignKey(
        Article, models.CASCADE, related_name="copies", help_text="The group's name: its article of the least key."
    )
    sure = models.ForeignKey(
        Article, models.CASCADE, related_name="+", help_text="As `first`, where only confirmed likenesses join."
    )

    objects = CopyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "copies"

    def __str__(self) -> str:
        return f"{self.article} in the group of {self.first}"
