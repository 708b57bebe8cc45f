"""Versions: each immutable text of an article, and the blocks that account for every character of its source."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.source import Source


class Version(models.Model):
    """One text of an article. A trigger refuses UPDATE and DELETE: other words are another version."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(help_text="1 for the first text.")
    headline = models.TextField()
    deck = models.TextField(blank=True, help_text="The line under the headline.")
    body = models.TextField(help_text="Rule n1: paragraphs and crossheads joined by one blank line.")
    body_sha256 = models.CharField(max_length=64, help_text="Of the body in UTF-8, lower-case hexadecimal.")
    source = models.ForeignKey(Source, models.PROTECT, related_name="versions")
    note = models.TextField(blank=True, help_text="Why there is this version.")
    cosmetic = models.BooleanField(default=False, help_text="Only white space differs from the version before.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_unique_in_article"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_number_from_one"),
            models.CheckConstraint(condition=~Q(headline=""), name="version_has_headline"),
        ]
        # An import asks for each text whether the archive has its words.
        indexes = [models.Index(fields=["body_sha256"], name="version_by_words")]

    def __str__(self) -> str:
        return f"{self.headline} (version {self.number})"


class BlockQuerySet(models.QuerySet["Block"]):
    def searched(self) -> Self:
        """Keep the newsroom's own words: boilerplate, credits and white space are kept but never indexed."""
        return self.filter(type__in=Block.SEARCHED)

    def in_body(self) -> Self:
        return self.filter(body_start__isnull=False)


class Block(models.Model):
    """One stretch of a version. Its text is immutable; anchors count code points in it."""

    class Type(models.TextChoices):
        HEADLINE = "headline", _("headline")
        DECK = "deck", _("deck")
        PHOTO_CREDIT = "photo_credit", _("photo credit")
        PHOTO_CAPTION = "photo_caption", _("photo caption")
        BYLINE = "byline", _("byline")
        PARAGRAPH = "paragraph", _("paragraph")
        CROSSHEAD = "crosshead", _("crosshead")
        BOILERPLATE = "boilerplate", _("boilerplate")
        WHITESPACE = "whitespace", _("white space")

    SEARCHED = (Type.HEADLINE, Type.DECK, Type.PHOTO_CAPTION, Type.CROSSHEAD, Type.PARAGRAPH)
    IN_BODY = (Type.PARAGRAPH, Type.CROSSHEAD)

    version = models.ForeignKey(Version, models.PROTECT, related_name="blocks")
    position = models.PositiveIntegerField(help_text="From 0, in the order of the source.")
    type = models.CharField(max_length=14, choices=Type)
    text = models.TextField(blank=True, help_text="Normalised by rule n1; blank for white space.")
    source_start = models.PositiveIntegerField(null=True, help_text="Code points in the source's text.")
    source_end = models.PositiveIntegerField(null=True, help_text="Exclusive.")
    body_start = models.PositiveIntegerField(null=True, help_text="Code points in the body; empty when not in it.")
    body_end = models.PositiveIntegerField(null=True, help_text="Exclusive.")
    reason = models.CharField(max_length=200, blank=True, help_text="Why it has this type, where that needs saying.")

    objects = BlockQuerySet.as_manager()

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="block_position_unique_in_version"),
            models.CheckConstraint(
                # A CHECK passes on NULL, so what must be there is asked for by name.
                condition=Q(
                    type__in=["paragraph", "crosshead"],
                    body_start__isnull=False,
                    body_end__isnull=False,
                    body_start__lte=F("body_end"),
                )
                | (~Q(type__in=["paragraph", "crosshead"]) & Q(body_start=None, body_end=None)),
                name="block_in_body_by_its_type",
            ),
            models.CheckConstraint(
                condition=Q(source_start=None, source_end=None)
                | Q(source_start__isnull=False, source_end__isnull=False, source_start__lte=F("source_end")),
                name="block_place_in_source_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.position}"

    @property
    def fragment(self) -> str:
        """The block's name inside its article's page: stable for this version."""
        return f"b{self.position}"
