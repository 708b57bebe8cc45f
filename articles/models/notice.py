"""What happened to an article after it was printed: its publisher's corrections, and the trace of one erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import fuzzy
from articles.models.article import Article

if TYPE_CHECKING:
    from articles.text.dates import FuzzyDate


class Notice(models.Model):
    """A publisher's correction notice: readers see it on the article that it corrects."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="notices")
    text = models.TextField(help_text="In the publisher's words.", verbose_name=_("words of the notice"))
    url = models.URLField(
        max_length=2000,
        blank=True,
        help_text="Where the publisher prints it; blank: nowhere else.",
        verbose_name=_("address on the web"),
    )
    dated = fuzzy.edtf_column("The day of the notice.", label=_("dated"))
    dated_earliest = fuzzy.day_column()
    dated_latest = fuzzy.day_column()

    class Meta:
        verbose_name = "correction notice"
        ordering = ["article", "dated_earliest", "pk"]
        constraints = [
            *fuzzy.constraints("notice", "dated"),
            models.CheckConstraint(
                condition=~Q(text=""), name="notice_has_words", violation_error_message=_("A notice has words.")
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def dated_on(self) -> FuzzyDate | None:
        return fuzzy.read(self, "dated")


class Tombstone(models.Model):
    """All that is left of an erased article. A trigger refuses UPDATE and DELETE."""

    article_key = models.PositiveBigIntegerField(unique=True, help_text="The number in its address.")
    was_public = models.BooleanField(help_text="Readers had seen it, so its address tells them that it is gone.")
    url = models.CharField(max_length=2000, blank=True, help_text="Its canonical address; blank when not known.")
    sources = ArrayField(
        models.CharField(max_length=64), help_text="sha256 of each record that it came from: not taken in again."
    )
    reason = models.TextField(help_text="Why it had to go.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", help_text="Empty: a command."
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="tombstone_has_a_reason")]

    def __str__(self) -> str:
        return f"article {self.article_key}, erased {self.at:%Y-%m-%d}"
