"""Events: what happened, and the dates printed in the text that tell when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import fuzzy
from articles.models.anchor import Anchor
from articles.models.article import Article
from articles.models.entity import Entity
from articles.models.fact import ArticleFact, ArticleFactQuerySet, Fact, FactQuerySet

if TYPE_CHECKING:
    from articles.text.dates import FuzzyDate


class EventQuerySet(FactQuerySet):
    def public(self) -> Self:
        printed = Anchor.objects.public().filter(event=OuterRef("pk"))
        return self.shown().filter(Exists(printed))

    def without_notes(self) -> Self:
        printed = Anchor.objects.public().filter(event=OuterRef("pk"))
        return self.filter(Exists(printed.exclude(block__version__article__rights=Article.Rights.REFERENCE)))

    def in_order(self) -> Self:
        return self.order_by(F("happened_earliest").asc(nulls_last=True), "pk")


class Event(Fact):
    type = models.CharField(
        max_length=60, help_text="phone_call, evacuation, statement...", verbose_name=_("kind of event")
    )
    name = models.CharField(max_length=300)
    happened = fuzzy.edtf_column(
        "The event's own date; what an article claims stands in its date mention.", label=_("happened on")
    )
    happened_earliest = fuzzy.day_column()
    happened_latest = fuzzy.day_column()
    happened_basis = models.TextField(blank=True, verbose_name=_("what that day rests on"))
    place = models.ForeignKey(Entity, models.PROTECT, null=True, blank=True, related_name="events_at")
    participants = models.ManyToManyField(Entity, related_name="events", blank=True)
    reported_by = models.ForeignKey(Entity, models.PROTECT, null=True, blank=True, related_name="+")
    previous = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="following",
        help_text="The one before of its kind.",
        verbose_name=_("the one before"),
    )
    note = models.TextField(blank=True)

    objects = EventQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            *fuzzy.constraints("event", "happened"),
            models.CheckConstraint(
                condition=~Q(previous=F("pk")),
                name="event_not_before_itself",
                violation_error_message=_("An event does not come before itself."),
            ),
        ]
        indexes = [
            *Fact.Meta.indexes,
            models.Index(fields=["happened_earliest", "happened_latest"], name="event_happened_days"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:event_detail", args=[self.pk])

    @property
    def happened_on(self) -> FuzzyDate | None:
        return fuzzy.read(self, "happened")

    @property
    def type_in_words(self) -> str:
        return self.type.replace("_", " ")


class DateMention(ArticleFact):
    """A date or time printed in the text, and the days that it means."""

    class Kind(models.TextChoices):
        DATE = "date", _("date")
        SINCE = "since", _("since")
        RELATIVE = "relative", _("relative")
        ANAPHORA = "anaphora", _("points back")
        DURATION_AFTER = "duration-after", _("so long after")
        DURATION_VAGUE = "duration-vague", _("for some time")
        LAST_BEFORE = "last-before", _("the last before")

    kind = models.CharField(max_length=14, choices=Kind)
    value = fuzzy.edtf_column(
        "The days that the article means; blank when it gives none.", label=_("days that are meant")
    )
    value_earliest = fuzzy.day_column()
    value_latest = fuzzy.day_column()
    duration = models.CharField(
        max_length=20,
        blank=True,
        help_text="As a code, where the text prints one: P10D for ten days.",
        verbose_name=_("length of time"),
    )
    basis = models.TextField(
        blank=True, help_text="How they follow from the words.", verbose_name=_("how the days follow")
    )
    printed_weekday = models.CharField(
        max_length=20, blank=True, help_text="Blank where none is printed.", verbose_name=_("weekday as printed")
    )
    weekday_fits = models.BooleanField(
        null=True, help_text="Empty when no weekday is printed.", verbose_name=_("weekday fits its date")
    )
    event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="dates")
    quote = models.ForeignKey(
        "articles.Quote",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dates",
        help_text="Empty when it stands in none.",
        verbose_name=_("quote that it stands in"),
    )

    objects = ArticleFactQuerySet.as_manager()

    class Meta(ArticleFact.Meta):
        constraints = [
            *ArticleFact.Meta.constraints,
            *fuzzy.constraints("date_mention", "value"),
            models.CheckConstraint(
                condition=Q(printed_weekday="", weekday_fits=None)
                | (~Q(printed_weekday="") & Q(weekday_fits__isnull=False)),
                name="date_mention_weekday_checked_when_printed",
                violation_error_message=_(
                    "Where a weekday is printed, say whether it fits its date; where none is printed, leave that open."
                ),
            ),
        ]
        indexes = [
            *ArticleFact.Meta.indexes,
            models.Index(fields=["value_earliest", "value_latest"], name="date_mention_days"),
        ]

    def __str__(self) -> str:
        return f"{self.value or self.duration or self.get_kind_display()} in {self.article}"

    @property
    def value_on(self) -> FuzzyDate | None:
        return fuzzy.read(self, "value")
