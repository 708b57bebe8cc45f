"""Articles: the work itself, apart from each text of it (models/version.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.models import fuzzy

if TYPE_CHECKING:
    from articles.text.dates import FuzzyDate


class ArticleQuerySet(models.QuerySet["Article"]):
    """Reads that more than one page, feed or export needs."""

    def public(self) -> Self:
        return self.filter(state=Article.State.PUBLISHED)

    def without_notes(self) -> Self:
        """Leave reference notes out: they are another publisher's finding, not an article that the archive holds."""
        return self.exclude(rights=Article.Rights.REFERENCE)

    def newest_first(self) -> Self:
        """Order by latest possible day, undated last; the key breaks ties, so pages never overlap."""
        return self.order_by(fuzzy.newest("published"), "-pk")

    def oldest_first(self) -> Self:
        return self.order_by(F("published_earliest").asc(nulls_last=True), "pk")

    def for_cards(self) -> Self:
        """Load what a card shows: headline, publisher, date; no text."""
        return self.select_related("publisher", "current").defer("current__body")


class Article(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Rights(models.TextChoices):
        FULL_TEXT = "full_text", _("full text")
        EXCERPT_ONLY = "excerpt_only", _("excerpt")
        REFERENCE = "reference", _("reference note")

    publisher = models.ForeignKey(
        "articles.Entity",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="published_articles",
        help_text="Empty when the source does not say.",
    )
    url = models.CharField(
        max_length=2000,
        blank=True,
        help_text="Where the publisher prints it; blank when not known.",
        verbose_name=_("address on the web"),
    )
    language = models.CharField(
        max_length=35,
        blank=True,
        help_text="Its code: id for Indonesian, en for English; blank when not known.",
    )
    section = models.CharField(max_length=200, blank=True, help_text="As the publisher files it.")
    published = fuzzy.edtf_column("The publisher's local day.", label=_("published on"))
    published_earliest = fuzzy.day_column()
    published_latest = fuzzy.day_column()
    published_basis = models.TextField(
        blank=True, help_text="What in the source the date rests on.", verbose_name=_("what that day rests on")
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    rights = models.CharField(
        max_length=12, choices=Rights, default=Rights.FULL_TEXT, verbose_name=_("how much readers see")
    )
    current = models.OneToOneField(
        "articles.Version",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The text shown.",
        verbose_name=_("version shown"),
    )
    added_at = models.DateTimeField(auto_now_add=True, verbose_name=_("added"))
    read_by = models.CharField(  # noqa: DJ001 - not yet read, and never to be, are two answers
        max_length=40,
        null=True,
        editable=False,
        help_text=(
            "Edition of the rules that has read the text shown; blank: none yet; null: a note, or no text. "
            "The database keeps it, by Reading."
        ),
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        permissions = [
            ("view_draft", "Can see drafts and withdrawn articles"),
            ("publish_article", "Can publish and withdraw articles"),
            ("review_fact", "Can confirm and reject facts"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=~Q(url=""),
                name="article_url_unique_where_known",
                violation_error_message=_("Another article has this address."),
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(current__isnull=False),
                name="article_published_has_text",
                violation_error_message="A published article needs a text.",
            ),
            *fuzzy.constraints("article", "published"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "published", "withdrawn"]), name="article_state_known"
            ),
            models.CheckConstraint(
                condition=Q(rights__in=["full_text", "excerpt_only", "reference"]), name="article_rights_known"
            ),
        ]
        indexes = [
            # The public pages' default order, over the only rows that they show.
            models.Index(
                fuzzy.newest("published"),
                F("id").desc(),
                condition=Q(state="published"),
                name="article_public_newest",
            ),
            models.Index(fields=["published_earliest", "published_latest"], name="article_published_days"),
            # What came in last: the front page, and what is new in a saved search.
            models.Index(fields=["-added_at", "-id"], condition=Q(state="published"), name="article_public_added"),
            # What the rules have still to read, without a look at what they have read (models/reading.py).
            models.Index(fields=["read_by", "-current"], name="article_by_reader"),
        ]

    def __str__(self) -> str:
        return self.current.headline if self.current else f"article {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("articles:article_detail", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        """The readable end of the address; a wrong one redirects, so it may change with the headline."""
        return slugify(str(self))[:80].strip("-") or "article"

    @property
    def published_on(self) -> FuzzyDate | None:
        return fuzzy.read(self, "published")

    @property
    def link(self) -> str:
        """The address as one may follow it; blank when it is not known or not of the web."""
        return self.url if self.url.startswith(("https://", "http://")) else ""

    @property
    def is_note(self) -> bool:
        return self.rights == self.Rights.REFERENCE
