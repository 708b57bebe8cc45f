"""Facts: conclusions drawn from the text, each with its status and the one who decided it."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Status(models.TextChoices):
    SUGGESTED = "suggested", _("unreviewed")
    CONFIRMED = "confirmed", _("reviewed")
    REJECTED = "rejected", _("rejected")
    SUPERSEDED = "superseded", _("superseded")


def shown_statuses() -> tuple[str, ...]:
    """Return what readers may see: suggestions too, marked as such, unless the setting hides them."""
    if settings.NEWSARCHIVE_SHOW_UNREVIEWED:
        return (Status.CONFIRMED, Status.SUGGESTED)
    return (Status.CONFIRMED,)


class FactQuerySet(models.QuerySet[Any]):
    """Reads that are the same for every kind of fact."""

    def shown(self) -> Self:
        """Keep what readers may see by status alone; `public()` also asks where it is printed."""
        return self.filter(status__in=shown_statuses())

    def reviewed(self) -> Self:
        """Keep what an editor has confirmed."""
        return self.filter(status=Status.CONFIRMED)

    def unreviewed(self) -> Self:
        return self.filter(status=Status.SUGGESTED)


class Fact(models.Model):
    class Method(models.TextChoices):
        EDITOR = "editor", _("an editor")
        RULE = "rule", _("a rule")
        IMPORT = "import", _("the source's own data")

    status = models.CharField(max_length=10, choices=Status, default=Status.SUGGESTED)
    method = models.CharField(max_length=6, choices=Method, default=Method.EDITOR, verbose_name=_("found by"))
    tool = models.CharField(
        max_length=100, blank=True, help_text="Name and version of what proposed it.", verbose_name=_("proposed by")
    )
    confidence = models.FloatField(
        null=True, blank=True, help_text="0 to 1; empty when an editor wrote it.", verbose_name=_("how sure")
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: a command.",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(
        null=True, blank=True, help_text="Empty while it is a suggestion.", verbose_name=_("decided")
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(status="suggested", decided_at=None)
                | (~Q(status="suggested") & Q(decided_at__isnull=False)),
                name="%(class)s_decided_when_not_suggested",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["suggested", "confirmed", "rejected", "superseded"]),
                name="%(class)s_status_known",
            ),
            models.CheckConstraint(
                condition=Q(confidence=None) | Q(confidence__gte=0, confidence__lte=1),
                name="%(class)s_confidence_from_0_to_1",
            ),
        ]
        # What waits for an editor is a small part of what stands, and the front page counts it for each kind.
        # What was decided of a rule's suggestions tells how far to trust the rule.
        indexes = [
            models.Index(fields=["-id"], condition=Q(status="suggested"), name="%(class)s_suggested"),
            models.Index(
                fields=["tool", "status"],
                condition=Q(method="rule", status__in=["confirmed", "rejected"]),
                name="%(class)s_rule_decided",
            ),
        ]

    @property
    def unreviewed(self) -> bool:
        return self.status == Status.SUGGESTED


class ArticleFactQuerySet(FactQuerySet):
    """Facts that one article prints."""

    def public(self) -> Self:
        return self.shown().filter(article__state=Article.State.PUBLISHED)

    def without_notes(self) -> Self:
        return self.exclude(article__rights=Article.Rights.REFERENCE)


class ArticleFact(Fact):
    article = models.ForeignKey(Article, models.PROTECT, related_name="%(class)ss")

    class Meta(Fact.Meta):
        abstract = True
