"""Saved searches: lists that an editor follows, each with the moment up to which the editor has seen it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KINDS = ("articles", "quotes", "statistics", "entities")  # as in addresses


class SavedSearch(models.Model):
    """A record of its owner, not of the archive: no decision is logged about it, and only the owner sees it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches", verbose_name=_("owner")
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, help_text="What it lists, as in the address.")
    query = models.CharField(
        max_length=2048, blank=True, help_text="Its conditions as in the address, kind and question mark apart."
    )
    made_at = models.DateTimeField(auto_now_add=True, verbose_name=_("saved"))
    seen_at = models.DateTimeField(
        default=timezone.now,
        help_text="What came in before, its owner has seen.",
        verbose_name=_("seen"),
    )
    seen_key = models.PositiveBigIntegerField(
        default=0, help_text="The highest key of a quote or figure then: these have no moment of their own."
    )

    class Meta:
        verbose_name_plural = "saved searches"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "kind", "query"],
                name="saved_search_once",
                violation_error_message=_("You have saved this list already."),
            ),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="saved_search_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name
