"""Quotes: what was said, by whom, and the way that it took from the mouth to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import fuzzy
from articles.models.anchor import Anchor
from articles.models.entity import Entity
from articles.models.fact import ArticleFact, ArticleFactQuerySet, Fact, FactQuerySet
from articles.models.mention import Mention

if TYPE_CHECKING:
    from articles.text.dates import FuzzyDate


class QuoteQuerySet(ArticleFactQuerySet):
    """Reads that more than one page, feed or export needs."""

    def by(self, entities: models.QuerySet[Entity]) -> Self:
        return self.filter(speaker__in=entities)

    def to(self, entities: models.QuerySet[Entity]) -> Self:
        return self.filter(addressee__in=entities)

    def about(self, entities: models.QuerySet[Entity]) -> Self:
        """Keep quotes whose words name one of `entities` outside other names."""
        # One join from names to the words around them, which the database may begin at either side.
        words = Anchor.objects.standing().filter(
            role=Anchor.Role.CONTENT,
            quote__isnull=False,
            block__anchors__role=Anchor.Role.NAME,
            block__anchors__start__gte=F("start"),
            block__anchors__end__lte=F("end"),
            block__anchors__mention__in=Mention.objects.shown().counted().filter(entity__in=entities),
        )
        return self.filter(pk__in=words.values("quote"))

    def relayed_by(self, entities: models.QuerySet[Entity], *, stated: bool | None = None) -> Self:
        """Keep quotes that came through one of `entities`, its own words apart; `stated` None takes inferred hops."""
        hops = RelayHop.objects.passing().filter(quote=OuterRef("pk"), agent__in=entities)
        if stated is not None:
            hops = hops.filter(stated=stated)
        return self.filter(Exists(hops))

    def direct(self) -> Self:
        return self.filter(type=Quote.Type.DIRECT)

    def newest_first(self) -> Self:
        """Order by latest possible day; what one article prints of a day keeps the order of its text."""
        return self.order_by(fuzzy.newest("said"), "-article_id", "number", "pk")

    def oldest_first(self) -> Self:
        return self.order_by(F("said_earliest").asc(nulls_last=True), "pk")

    def in_text_order(self) -> Self:
        return self.order_by("article_id", "number", "pk")

    def for_cards(self) -> Self:
        """Load what a quote shows in a list: words, speaker, article, hops. A fixed number of queries."""
        words = Prefetch("anchors", Anchor.objects.as_shown("quote").with_places())
        return self.select_related(
            "speaker", "on_behalf_of", "addressee", "article__publisher", "article__current"
        ).prefetch_related(words, "hops__agent", "printings__statistic", "printings__anchors")


class Quote(ArticleFact):
    class Type(models.TextChoices):
        DIRECT = "direct", _("direct")
        INDIRECT = "indirect", _("indirect")
        MIXED = "mixed", _("mixed")
        REPORTED = "reported", _("reported")

    class Resolved(models.TextChoices):
        NAMED = "named", _("named")
        PRONOUN = "pronoun", _("by a pronoun")
        CARRIED_OVER = "carried_over", _("carried over")

    class Fidelity(models.TextChoices):
        UNCHECKED = "unchecked", _("not compared with the original")
        VERBATIM = "verbatim", _("verbatim")
        TRANSLATED = "translated", _("translated")
        TRIMMED = "trimmed", _("trimmed")
        SPLICED = "spliced", _("spliced")

    number = models.PositiveIntegerField(help_text="From 1, in the order of the article; readers see it.")
    type = models.CharField(max_length=8, choices=Type, verbose_name=_("kind of quote"))
    speaker = models.ForeignKey(
        Entity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        help_text="Empty when not known.",
    )
    resolved = models.CharField(
        max_length=12, choices=Resolved, default=Resolved.NAMED, verbose_name=_("how the speaker is named")
    )
    on_behalf_of = models.ForeignKey(Entity, models.PROTECT, null=True, blank=True, related_name="+")
    addressee = models.ForeignKey(
        Entity, models.PROTECT, null=True, blank=True, related_name="quotes_to", verbose_name=_("said to")
    )
    said = fuzzy.edtf_column("When it was said.", label=_("said on"))
    said_earliest = fuzzy.day_column()
    said_latest = fuzzy.day_column()
    said_basis = models.TextField(
        blank=True, help_text="What the date rests on.", verbose_name=_("what that day rests on")
    )
    event = models.ForeignKey("articles.Event", models.PROTECT, null=True, blank=True, related_name="quotes")
    occasion = models.CharField(max_length=300, blank=True, help_text="Where it was said, in the article's words.")
    medium = models.CharField(max_length=300, blank=True, help_text="A statement, an interview...; blank: not printed.")
    language = models.CharField(
        max_length=35,
        blank=True,
        help_text="Its code, of the words as printed: id for Indonesian, en for English.",
    )
    original_language = models.CharField(
        max_length=35,
        blank=True,
        help_text="Its code; blank when not known.",
        verbose_name=_("language of the original"),
    )
    fidelity = models.CharField(
        max_length=10, choices=Fidelity, default=Fidelity.UNCHECKED, verbose_name=_("compared with the original")
    )
    note = models.TextField(blank=True, help_text="From editor to editor; readers do not see it.")

    objects = QuoteQuerySet.as_manager()

    class Meta(ArticleFact.Meta):
        constraints = [
            *ArticleFact.Meta.constraints,
            *fuzzy.constraints("quote", "said"),
            models.UniqueConstraint(
                fields=["article", "number"],
                name="quote_number_unique_in_article",
                violation_error_message=_("The article has a quote of this number already."),
            ),
        ]
        indexes = [
            *ArticleFact.Meta.indexes,
            models.Index(fields=["speaker", "-said_latest"], name="quote_by_speaker"),
            models.Index(fields=["said_earliest", "said_latest"], name="quote_said_days"),
            # As `newest_first` orders what readers may see.
            models.Index(
                fuzzy.newest("said"),
                F("article").desc(),
                F("number"),
                F("id"),
                condition=Q(status__in=["confirmed", "suggested"]),
                name="quote_shown_newest",
            ),
        ]

    def __str__(self) -> str:
        return f"quote {self.number} of {self.article}"

    def get_absolute_url(self) -> str:
        return reverse("articles:quote_detail", args=[self.pk])

    @property
    def said_on(self) -> FuzzyDate | None:
        return fuzzy.read(self, "said")


class RelayHopQuerySet(models.QuerySet["RelayHop"]):
    def passing(self) -> Self:
        """Leave out the mouth: who spoke the words did not relay them."""
        return self.exclude(role=RelayHop.Role.SPEAKER)


class RelayHop(models.Model):
    """One step from the mouth to the page. `stated`: the article names it; otherwise an editor inferred it."""

    class Role(models.TextChoices):
        SPEAKER = "speaker", _("speaker")
        ISSUER = "issuer", _("issuer")
        AGENCY = "agency", _("agency")
        PUBLISHER = "publisher", _("publisher")

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="hops")
    position = models.PositiveIntegerField(help_text="From 0, beginning at the mouth.")
    role = models.CharField(max_length=9, choices=Role)
    agent = models.ForeignKey(
        Entity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hops",
        help_text="Empty: not named anywhere.",
        verbose_name=_("who"),
    )
    stated = models.BooleanField(help_text="It names this step for this quote.", verbose_name=_("the article says so"))
    evidence = models.ForeignKey(
        Anchor,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The words that name it.",
        verbose_name=_("words that name it"),
    )
    note = models.TextField(blank=True)

    objects = RelayHopQuerySet.as_manager()

    class Meta:
        ordering = ["quote", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["quote", "position"],
                name="hop_position_unique_in_quote",
                violation_error_message=_("Two steps cannot have the same place in the way."),
            ),
            models.CheckConstraint(
                condition=Q(stated=True) | Q(evidence=None),
                name="hop_inferred_has_no_evidence",
                violation_error_message=_("Only a step that the article states has words that name it."),
            ),
            models.CheckConstraint(
                condition=Q(stated=False) | ~Q(agent=None),
                name="hop_stated_names_its_agent",
                violation_error_message=_("A step that the article states names who it is."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agent or 'not named'}, {self.get_role_display()}"


class QuoteLinkQuerySet(FactQuerySet):
    def public(self) -> Self:
        quotes = Quote.objects.public()
        return self.shown().filter(from_quote__in=quotes, to_quote__in=quotes)


class QuoteLink(Fact):
    class Type(models.TextChoices):
        REPEATS = "repeats", _("repeats")
        CONTINUES = "continues", _("continues")
        PARAPHRASE_OF = "paraphrase_of", _("says in other words")
        SUPPORTS = "supports", _("supports")
        CONTRADICTS = "contradicts", _("contradicts")

    from_quote = models.ForeignKey(Quote, models.CASCADE, related_name="links_out", verbose_name=_("quote"))
    to_quote = models.ForeignKey(Quote, models.CASCADE, related_name="links_in", verbose_name=_("other quote"))
    type = models.CharField(max_length=13, choices=Type, verbose_name=_("how they relate"))
    note = models.TextField(blank=True)

    objects = QuoteLinkQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(
                fields=["from_quote", "to_quote", "type"],
                name="quote_link_once",
                violation_error_message=_("These two quotes are linked so already."),
            ),
            models.CheckConstraint(
                condition=~Q(from_quote=F("to_quote")),
                name="quote_link_joins_two",
                violation_error_message=_("A quote is not linked with itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_quote} {self.get_type_display()} {self.to_quote}"
