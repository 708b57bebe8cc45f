"""Mentions: an entity in one place of one article's text, in the role printed there."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models import fuzzy
from articles.models.fact import ArticleFact, ArticleFactQuerySet


class MentionQuerySet(ArticleFactQuerySet):
    def counted(self) -> Self:
        """Keep what counts for the entity: "Rusia" inside the name of a ministry is not about Russia."""
        return self.filter(nested=False)

    def of_outer_entity(self) -> Self:
        """For use in Exists() under a query of entities."""
        return self.filter(entity=OuterRef("pk"))

    def with_role(self) -> Self:
        return self.exclude(printed_role="")


class Mention(ArticleFact):
    class Form(models.TextChoices):
        FULL = "full", _("full name")
        SHORT = "short", _("short name")
        ALIAS = "alias", _("alias")
        PRONOUN = "pronoun", _("pronoun")
        CLITIC = "clitic", _("-nya")

    entity = models.ForeignKey(
        "articles.Entity", models.PROTECT, related_name="mentions", verbose_name=_("who or what is named")
    )
    form = models.CharField(max_length=7, choices=Form, verbose_name=_("how it is written"))
    printed_role = models.CharField(
        max_length=300,
        blank=True,
        help_text="The words beside the name; blank where there are none.",
        verbose_name=_("role as printed"),
    )
    role_gloss = models.CharField(
        max_length=300, blank=True, help_text="In the words of an editor.", verbose_name=_("role in English")
    )
    role_at = models.ForeignKey(
        "articles.Entity",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The country, body or company whose role it is.",
        verbose_name=_("role held at"),
    )
    role_on = fuzzy.edtf_column("When the role was held, as far as the article tells.", label=_("role held on"))
    role_on_earliest = fuzzy.day_column()
    role_on_latest = fuzzy.day_column()
    nested = models.BooleanField(
        default=False,
        help_text="Stands inside another name or role and does not count.",
        verbose_name=_("part of a longer name"),
    )
    note = models.TextField(blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta(ArticleFact.Meta):
        constraints = [
            *ArticleFact.Meta.constraints,
            *fuzzy.constraints("mention", "role_on"),
        ]
        indexes = [
            *ArticleFact.Meta.indexes,
            models.Index(fields=["entity", "article"], condition=Q(nested=False), name="mention_counted_by_entity"),
        ]

    def __str__(self) -> str:
        return f"{self.entity} in {self.article}"
