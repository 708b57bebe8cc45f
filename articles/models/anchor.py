"""Anchors: the words in the text that a fact rests on."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Case, CheckConstraint, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.version import Block, Version

FACTS = ("mention", "quote", "printing", "date", "event")


class AnchorQuerySet(models.QuerySet["Anchor"]):
    def public(self) -> Self:
        return self.filter(block__version__article__state=Article.State.PUBLISHED)

    def of_version(self, version: Version) -> Self:
        return self.filter(block__version=version)

    def standing(self) -> Self:
        """Keep words of current texts, and those that a text had last. For conditions: `as_shown` tells them apart."""
        current = Q(block__version=F("block__version__article__current"))
        return self.filter(current | Q(state=Anchor.State.LOST))

    def as_shown(self, fact: str) -> Self:
        """Keep the words by which a fact is shown; `fact` is the column that names it.

        They stand in the article's current text. Of a fact whose own words that text has lost, it is the last
        text that had them: a cue or a day that stayed behind does not speak for words that are gone.
        """
        leading = Case(
            When(role__in=(Anchor.Role.CONTENT, Anchor.Role.NUMBER, Anchor.Role.NAME), then=Value(0)),
            When(role=Anchor.Role.PHRASE, then=Value(1)),
            default=Value(2),
        )
        current = Case(When(block__version=F("block__version__article__current"), then=Value(0)), default=Value(1))
        # Of an event, each article that tells of it has words of its own.
        article = "block__version__article"
        own = Anchor.objects.filter(**{fact: OuterRef(fact), article: OuterRef(article)})
        text = own.order_by(leading, current, "-block__version__number").values("block__version")[:1]
        return self.filter(block__version=Subquery(text))

    def with_places(self) -> Self:
        """Load the block of each, and which version that stands in, without the version's whole text."""
        return self.select_related("block__version").defer("block__version__body")

    def in_order(self) -> Self:
        return self.order_by("block__version_id", "block__position", "start", "-end", "pk")


class Anchor(models.Model):
    """A stretch of one block that is evidence for exactly one fact. A trigger holds `exact` to the block's words."""

    class Role(models.TextChoices):
        NAME = "name", _("name")
        ROLE = "role", _("role as printed")
        CONTENT = "content", _("words")
        MARKED = "marked", _("words inside quotation marks")
        PRINTED = "printed", _("words with their quotation marks")
        CUE = "cue", _("cue")
        SPEAKER = "speaker", _("speaker")
        ADDRESSEE = "addressee", _("addressee")
        SAID_ON = "said_on", _("said on")
        VENUE = "venue", _("venue")
        MEDIUM = "medium", _("medium")
        RELAY = "relay", _("relay")
        NESTED = "nested", _("statement inside the quote")
        NUMBER = "number", _("number")
        PHRASE = "phrase", _("phrase")
        QUALIFIER = "qualifier", _("qualifier")
        POPULATION = "population", _("population")
        PERIOD = "period", _("period")
        AS_OF = "as_of", _("as of")
        VOLATILE = "volatile", _("may change")

    class State(models.TextChoices):
        OK = "ok", _("as printed")
        MOVED = "moved", _("moved")
        CHANGED = "changed", _("words changed")
        LOST = "lost", _("lost")

    block = models.ForeignKey(Block, models.PROTECT, related_name="anchors")
    start = models.PositiveIntegerField(help_text="Code points in the block's text, from 0.")
    end = models.PositiveIntegerField(help_text="Exclusive.")
    exact = models.TextField(help_text="The words themselves.")
    role = models.CharField(max_length=10, choices=Role)
    state = models.CharField(max_length=7, choices=State, default=State.OK)
    mention = models.ForeignKey("articles.Mention", models.CASCADE, null=True, blank=True, related_name="anchors")
    quote = models.ForeignKey("articles.Quote", models.CASCADE, null=True, blank=True, related_name="anchors")
    printing = models.ForeignKey("articles.Printing", models.CASCADE, null=True, blank=True, related_name="anchors")
    date = models.ForeignKey("articles.DateMention", models.CASCADE, null=True, blank=True, related_name="anchors")
    event = models.ForeignKey("articles.Event", models.CASCADE, null=True, blank=True, related_name="anchors")

    objects = AnchorQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(start__lt=F("end")),
                name="anchor_holds_words",
                violation_error_message=_("An anchor holds words."),
            ),
            CheckConstraint(
                condition=Q(
                    *(
                        Q(
                            **{f"{fact}__isnull": False},
                            **{f"{other}__isnull": True for other in FACTS if other != fact},
                        )
                        for fact in FACTS
                    ),
                    _connector=Q.OR,
                ),
                name="anchor_of_exactly_one_fact",
            ),
        ]

    def __str__(self) -> str:
        return self.exact

    @property
    def fragment(self) -> str:
        """The name of these words inside the article's page."""
        return f"a{self.pk}"


# Of a fact's anchors, the one that a reader wants to see first.
LEADING_ROLES = (Anchor.Role.CONTENT, Anchor.Role.NUMBER, Anchor.Role.NAME, Anchor.Role.PHRASE)
