"""What a reference note bears on: the facts of other articles that another publisher supports or contradicts."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.event import Event
from articles.models.fact import ArticleFact, ArticleFactQuerySet
from articles.models.quote import Quote
from articles.models.statistic import Series, Statistic

TARGETS = ("quote", "statistic", "series", "event")


class NoteLinkQuerySet(ArticleFactQuerySet):
    def public(self) -> Self:
        """Keep links whose note and target readers may see."""
        return (
            super()
            .public()
            .filter(
                Q(quote__in=Quote.objects.public())
                | Q(statistic__in=Statistic.objects.public())
                | Q(series__in=Series.objects.public())
                | Q(event__in=Event.objects.public())
            )
        )

    def for_tables(self) -> Self:
        """Load what a table of notes shows."""
        return self.select_related("article__publisher", "article__current")


class NoteLink(ArticleFact):
    """`article` is the note; exactly one target is set."""

    class Relation(models.TextChoices):
        ABOUT = "about", _("about")
        CONTRADICTS = "contradicts", _("contradicts")

    relation = models.CharField(max_length=11, choices=Relation, default=Relation.ABOUT)
    quote = models.ForeignKey("articles.Quote", models.CASCADE, null=True, blank=True, related_name="note_links")
    statistic = models.ForeignKey(
        "articles.Statistic", models.CASCADE, null=True, blank=True, related_name="note_links"
    )
    series = models.ForeignKey("articles.Series", models.CASCADE, null=True, blank=True, related_name="note_links")
    event = models.ForeignKey("articles.Event", models.CASCADE, null=True, blank=True, related_name="note_links")

    objects = NoteLinkQuerySet.as_manager()

    class Meta(ArticleFact.Meta):
        constraints = [
            *ArticleFact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    *(
                        Q(
                            **{f"{target}__isnull": False},
                            **{f"{other}__isnull": True for other in TARGETS if other != target},
                        )
                        for target in TARGETS
                    ),
                    _connector=Q.OR,
                ),
                name="note_link_has_exactly_one_target",
                violation_error_message=_("Choose one quote, statistic, series or event."),
            ),
        ]

    def __str__(self) -> str:
        # A form that was sent without a target is shown again, by its words.
        told = any(getattr(self, f"{name}_id") for name in TARGETS)
        return f"{self.article} {self.get_relation_display()} {self.target if told else '…'}"

    @property
    def target(self) -> models.Model:
        """The quote, statistic, series or event that the note bears on."""
        target: models.Model = next(getattr(self, name) for name in TARGETS if getattr(self, f"{name}_id"))
        return target
