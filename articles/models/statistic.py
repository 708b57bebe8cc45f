"""Statistics: what was counted, of how many, where and when; and series of those that may be compared."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import fuzzy
from articles.models.entity import Entity
from articles.models.fact import Fact, FactQuerySet
from articles.models.printing import Approximation, Printing

if TYPE_CHECKING:
    from articles.text.dates import FuzzyDate


class SeriesQuerySet(models.QuerySet["Series"]):
    def public(self) -> Self:
        return self.filter(Exists(Statistic.objects.public().filter(series=OuterRef("pk"))))


class Series(models.Model):
    """Statistics that count the same, in equal unit, population and place. Its points are never added up."""

    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="Never changes: addresses depend on it.",
        verbose_name=_("address"),
    )
    name = models.CharField(max_length=300)
    unit = models.CharField(max_length=60, help_text="Equal to that of every figure in it.")
    population = models.CharField(
        max_length=300, blank=True, help_text="Equal in every figure.", verbose_name=_("who is counted")
    )
    place = models.ForeignKey(
        Entity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Equal in every figure.",
    )
    note = models.TextField(blank=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "series"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:series_detail", args=[self.slug])


class StatisticQuerySet(FactQuerySet):
    """Reads that more than one page, feed or export needs."""

    def public(self) -> Self:
        return self.shown().filter(Exists(Printing.objects.public().filter(statistic=OuterRef("pk"))))

    def without_notes(self) -> Self:
        """Leave out figures that only reference notes print."""
        return self.filter(Exists(Printing.objects.public().without_notes().filter(statistic=OuterRef("pk"))))

    def stated_by_any(self, entities: models.QuerySet[Entity]) -> Self:
        return self.filter(stated_by__in=entities)

    def leading(self) -> Self:
        """Leave out figures that are another one's denominator: they are read with it."""
        return self.exclude(Exists(Statistic.objects.public().filter(out_of=OuterRef("pk"))))

    def newest_first(self) -> Self:
        return self.order_by(fuzzy.newest("as_of"), "-pk")

    def oldest_first(self) -> Self:
        return self.order_by(F("as_of_earliest").asc(nulls_last=True), "pk")

    def for_cards(self) -> Self:
        """Load what a figure shows in a list: claim, denominator, who states it, its series.

        A denominator that readers may not see is None afterwards: what only a draft prints must not show in "of".
        """
        whole = Prefetch("out_of", queryset=Statistic.objects.public())
        return self.select_related("stated_by", "series", "place").prefetch_related(whole)


class Statistic(Fact):
    """The claim. Each place where it is printed is a Printing."""

    measure = models.CharField(max_length=300, help_text="In a few words.", verbose_name=_("what is counted"))
    value = models.DecimalField(max_digits=30, decimal_places=6, verbose_name=_("number"))
    value_to = models.DecimalField(
        max_digits=30,
        decimal_places=6,
        null=True,
        blank=True,
        help_text="Where a range is printed.",
        verbose_name=_("number, upper end"),
    )
    approximation = models.CharField(
        max_length=9, choices=Approximation, default=Approximation.EXACT, verbose_name=_("how exact")
    )
    unit = models.CharField(max_length=60, help_text="person, day, percent, IDR...")
    population = models.CharField(
        max_length=300, blank=True, help_text="Who or what, in a few words.", verbose_name=_("who is counted")
    )
    place = models.ForeignKey(Entity, models.PROTECT, null=True, blank=True, related_name="statistics_of")
    as_of = fuzzy.edtf_column("The day that the count stands for.", label=_("as of"))
    as_of_earliest = fuzzy.day_column()
    as_of_latest = fuzzy.day_column()
    as_of_basis = models.TextField(blank=True, verbose_name=_("what that day rests on"))
    since = fuzzy.edtf_column("The day from which it was counted.", label=_("counted since"))
    since_earliest = fuzzy.day_column()
    since_latest = fuzzy.day_column()
    stated_by = models.ForeignKey(Entity, models.PROTECT, null=True, blank=True, related_name="statistics")
    out_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The larger figure that it is a part of.",
        verbose_name=_("out of"),
    )
    volatile = models.BooleanField(
        default=False, help_text="The source itself says so.", verbose_name=_("may change soon")
    )
    series = models.ForeignKey(Series, models.PROTECT, null=True, blank=True, related_name="statistics")
    note = models.TextField(blank=True)

    objects = StatisticQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            *fuzzy.constraints("statistic", "as_of", "since"),
            # "Not a number" is greater than every number to PostgreSQL.
            models.CheckConstraint(
                condition=Q(value__lt=Decimal(10) ** 24),
                name="statistic_value_is_a_number",
                violation_error_message=_("This is no number that could be compared."),
            ),
            models.CheckConstraint(
                condition=Q(value_to=None) | Q(value_to__gt=F("value")),
                name="statistic_range_in_order",
                violation_error_message=_("The upper end of a range is greater than its lower end."),
            ),
            models.CheckConstraint(
                condition=~Q(out_of=F("pk")),
                name="statistic_not_its_own_denominator",
                violation_error_message=_("A figure is not its own denominator."),
            ),
        ]
        indexes = [
            *Fact.Meta.indexes,
            models.Index(fields=["value"], name="statistic_by_value"),
            models.Index(fields=["as_of_earliest", "as_of_latest"], name="statistic_as_of_days"),
            # As `newest_first` orders what readers may see.
            models.Index(
                fuzzy.newest("as_of"),
                F("id").desc(),
                condition=Q(status__in=["confirmed", "suggested"]),
                name="statistic_shown_newest",
            ),
            # Reviewed ones may be few among very many: the first page shows them before all others.
            models.Index(
                fuzzy.newest("as_of"),
                F("id").desc(),
                condition=Q(status="confirmed"),
                name="statistic_reviewed_newest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.measure}"

    def get_absolute_url(self) -> str:
        return reverse("articles:statistic_detail", args=[self.pk])

    @property
    def as_of_on(self) -> FuzzyDate | None:
        return fuzzy.read(self, "as_of")

    @property
    def since_on(self) -> FuzzyDate | None:
        return fuzzy.read(self, "since")

    @property
    def scope(self) -> tuple[str, str, int | None]:
        """Unit, population and place: only figures of equal scope may stand in one series."""
        return (self.unit, self.population, self.place_id)


class StatisticLinkQuerySet(FactQuerySet):
    def public(self) -> Self:
        statistics = Statistic.objects.public()
        return self.shown().filter(from_statistic__in=statistics, to_statistic__in=statistics)


class StatisticLink(Fact):
    class Type(models.TextChoices):
        SUPERSEDES = "supersedes", _("supersedes")
        CONTRADICTS = "contradicts", _("contradicts")
        SUBSET_OF = "subset_of", _("is part of")
        DIFFERENT_SCOPE = "different_scope", _("counts something else than")

    from_statistic = models.ForeignKey(Statistic, models.CASCADE, related_name="links_out", verbose_name=_("figure"))
    to_statistic = models.ForeignKey(Statistic, models.CASCADE, related_name="links_in", verbose_name=_("other figure"))
    type = models.CharField(max_length=15, choices=Type, verbose_name=_("how they relate"))
    stated = models.BooleanField(
        default=False, help_text="The article itself says how they relate.", verbose_name=_("the article says so")
    )
    reason = models.TextField(blank=True)

    objects = StatisticLinkQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(
                fields=["from_statistic", "to_statistic", "type"],
                name="statistic_link_once",
                violation_error_message=_("These two figures are linked so already."),
            ),
            models.CheckConstraint(
                condition=~Q(from_statistic=F("to_statistic")),
                name="statistic_link_joins_two",
                violation_error_message=_("A figure is not linked with itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_statistic} {self.get_type_display()} {self.to_statistic}"

    @property
    def relation(self) -> str:
        """The type in words; what nobody has checked is worded as the guess that it is."""
        return str(MAYBE[self.type]) if self.unreviewed else self.get_type_display()


MAYBE: dict[str, str | Promise] = {
    StatisticLink.Type.SUPERSEDES: _("may supersede"),
    StatisticLink.Type.CONTRADICTS: _("may contradict"),
    StatisticLink.Type.SUBSET_OF: _("may be part of"),
    StatisticLink.Type.DIFFERENT_SCOPE: _("may count something else than"),
}
