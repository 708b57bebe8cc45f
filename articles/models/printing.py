"""Printings: each place where a statistic is printed, in the words used there."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fact import ArticleFact, ArticleFactQuerySet, shown_statuses


class Approximation(models.TextChoices):
    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")
    NEARLY = "nearly", _("nearly")
    MORE_THAN = "more_than", _("more than")


class PrintingQuerySet(ArticleFactQuerySet):
    def public(self) -> Self:
        """Keep what readers may see: of a figure that they may see, in an article that they may see."""
        return super().public().filter(statistic__status__in=shown_statuses())


class Printing(ArticleFact):
    statistic = models.ForeignKey(
        "articles.Statistic", models.PROTECT, related_name="printings", verbose_name=_("figure")
    )
    quote = models.ForeignKey(
        "articles.Quote",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="printings",
        help_text="Empty when it stands in none.",
        verbose_name=_("quote that it stands in"),
    )
    approximation = models.CharField(
        max_length=9,
        choices=Approximation,
        default=Approximation.EXACT,
        help_text="As printed here.",
        verbose_name=_("how exact"),
    )
    population = models.CharField(
        max_length=300,
        blank=True,
        help_text="Who is counted, in the words printed here.",
        verbose_name=_("who is counted"),
    )
    note = models.TextField(blank=True)

    objects = PrintingQuerySet.as_manager()

    class Meta(ArticleFact.Meta):
        indexes = [
            *ArticleFact.Meta.indexes,
            models.Index(fields=["statistic", "article"], name="printing_by_statistic"),
        ]

    def __str__(self) -> str:
        return f"{self.statistic} in {self.article}"
