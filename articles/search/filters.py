"""The only place where a query string becomes a WHERE: one filter set for each kind of list."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from articles.models import Anchor, Article, Entity, Event, Printing, Quote, Series, Statistic, fuzzy
from articles.search import orders
from articles.search.article_conditions import InArticleFilter, entities, entries, reviewed
from articles.search.compiling import Kind
from articles.search.counts import MOST
from articles.search.fields import ChoiceField, ChoicesField, NumberField, SlugsField, ValuesField, YesNoField
from articles.search.list_filter import ListFilter, asked_as
from articles.search.orders import Order
from articles.search.query import Query


class ArticleFilter(InArticleFilter):
    """Its rows are entries of articles, which hold all that is asked of most lists."""

    kind: ClassVar[Kind] = "articles"
    vector, lead = "vector", "lead"
    orders = orders.ARTICLES
    days = "published"

    date = asked_as(
        ChoiceField,
        label=_("kind of date"),
        method="no_condition",
        choices=[("published", _("published")), ("said", _("said")), ("happened", _("happened"))],
    )

    def shown(self) -> QuerySet[Any]:
        return Article.objects.public().for_cards()

    def leave_out_notes(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(note=False)

    def in_articles(self, rows: QuerySet[Any], conditions: Sequence[Q]) -> QuerySet[Any]:
        return rows.filter(*conditions)

    def are_reviewed(self, rows: QuerySet[Any], _name: str, answer: str) -> QuerySet[Any]:
        return rows.filter(reviewed() if answer == "yes" else ~reviewed())

    def between(self, rows: QuerySet[Any], first: datetime.date | None, last: datetime.date | None) -> QuerySet[Any]:
        kind = self.values["date"]
        if kind == "said":
            said = Quote.objects.shown().filter(fuzzy.overlapping("said", first, last))
            return rows.filter(Exists(said.filter(article=OuterRef("pk"))))
        if kind == "happened":
            events = Event.objects.shown().filter(fuzzy.overlapping("happened", first, last))
            return rows.filter(Exists(Anchor.objects.filter(event__in=events, block__version__article=OuterRef("pk"))))
        bounds = [Q(newest__gte=first)] if first is not None else []
        bounds += [Q(oldest__lte=last)] if last is not None else []
        return rows.filter(*(map(_beside_words, bounds) if self.by_words else bounds))


def _beside_words(condition: Q) -> Case:
    """Keep a condition from being looked up by itself: an index of days gives rows whose words are all to be read."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())  # noqa: FBT003


def _units() -> QuerySet[Any]:
    units: QuerySet[Any] = Statistic.objects.public()
    return units


def _series() -> QuerySet[Series]:
    return Series.objects.public()


class QuoteFilter(InArticleFilter):
    """`from` and `to` ask when it was said."""

    kind: ClassVar[Kind] = "quotes"
    vector = "entry__vector"
    orders = orders.QUOTES
    days = "said"

    said_by = asked_as(SlugsField, label=_("said by"), method="by", queryset=entities)
    about = asked_as(SlugsField, label=_("about"), method="said_about", queryset=entities)
    to_whom = asked_as(SlugsField, label=_("said to"), method="said_to", queryset=entities)
    type = asked_as(ChoicesField, label=_("type"), method="of_type", choices=Quote.Type.choices)
    relay = asked_as(SlugsField, label=_("relayed by"), method="relayed", queryset=entities)
    relay_stated = asked_as(YesNoField, label=_("relay named by the article"), method="no_condition")

    def shown(self) -> QuerySet[Any]:
        return Quote.objects.public().for_cards()

    def in_articles(self, rows: QuerySet[Any], conditions: Sequence[Q]) -> QuerySet[Any]:
        return rows.filter(article__in=entries(conditions).values("pk")) if conditions else rows

    def by(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return rows.filter(speaker__in=asked)

    def said_to(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return rows.filter(addressee__in=asked)

    def said_about(self, rows: Any, _name: str, asked: list[Entity]) -> QuerySet[Any]:
        narrowed: QuerySet[Any] = rows.about(_rows_of(asked))
        return narrowed

    def of_type(self, rows: QuerySet[Any], _name: str, asked: list[str]) -> QuerySet[Any]:
        return rows.filter(type__in=asked)

    def relayed(self, rows: Any, _name: str, asked: list[Entity]) -> QuerySet[Any]:
        narrowed: QuerySet[Any] = rows.relayed_by(_rows_of(asked), stated=self.values["relay_stated"])
        return narrowed


def _rows_of(asked: list[Entity]) -> QuerySet[Entity]:
    return Entity.objects.filter(pk__in=[entity.pk for entity in asked])


class StatisticFilter(InArticleFilter):
    """`from` and `to` ask what day the count stands for."""

    kind: ClassVar[Kind] = "statistics"
    vector = "entry__vector"
    orders = orders.STATISTICS
    days = "as_of"

    number = asked_as(NumberField, label=_("number"), method="count")
    unit = asked_as(ValuesField, label=_("unit"), method="in_unit", queryset=_units, column="unit")
    stated_by = asked_as(SlugsField, label=_("stated by"), method="by", queryset=entities)
    series = asked_as(SlugsField, label=_("series"), method="in_series", queryset=_series)

    def shown(self) -> QuerySet[Any]:
        return Statistic.objects.public().for_cards()

    def leave_out_notes(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows  # together with what is asked of the article: one printing must meet both

    def in_articles(self, rows: QuerySet[Any], conditions: Sequence[Q]) -> QuerySet[Any]:
        if self.values["notes"] and not conditions:
            return rows
        return rows.filter(Exists(self.printings().filter(statistic=OuterRef("pk"))))

    def printings(self) -> QuerySet[Printing]:
        """Return the printings of figures in articles that meet all that `found` was last asked of the article."""
        printings: QuerySet[Printing] = Printing.objects.public()
        if self.of_article:
            printings = printings.filter(article__in=entries(self.of_article).values("pk"))
        return printings if self.values["notes"] else printings.without_notes()  # type: ignore[attr-defined]

    def count(self, rows: QuerySet[Any], _name: str, number: Decimal) -> QuerySet[Any]:
        return rows.filter(Q(value=number) | Q(value__lte=number, value_to__gte=number))

    def in_unit(self, rows: QuerySet[Any], _name: str, asked: list[str]) -> QuerySet[Any]:
        return rows.filter(unit__in=asked)

    def by(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return rows.filter(stated_by__in=asked)

    def in_series(self, rows: QuerySet[Any], _name: str, asked: list[Series]) -> QuerySet[Any]:
        return rows.filter(series__in=asked)


class EntityFilter(ListFilter):
    """Words are compared with names, each as a whole and by its spelling."""

    compares_names = True

    kind = asked_as(ChoicesField, label=_("kind"), method="of_kind", choices=Entity.Kind.choices)

    def leave_out_notes(self, rows: Any) -> QuerySet[Any]:
        narrowed: QuerySet[Any] = rows.in_articles()
        return narrowed

    def shown(self) -> QuerySet[Any]:
        return Entity.objects.public().with_article_counts()

    def order(self, sort: str, *, walked: bool = False) -> Order:
        """Return names as near to the words as `named` has put them; by their letters where there are no words."""
        return orders.NEAREST if self.query and self.query.words and not walked else orders.NAMES

    def ranks(self, sort: str) -> bool:
        return False

    def hold_words(self, rows: Any, _name: str, query: Query) -> QuerySet[Any]:
        if not query.words:
            return rows.none()  # type: ignore[no-any-return]
        # Looked up first: who may see a name is asked of these few, not of all names that there are.
        alike = list(Entity.objects.named(query.words).values_list("pk", flat=True)[:MOST])
        narrowed: QuerySet[Any] = rows.named(query.words).filter(pk__in=alike)
        return narrowed

    def of_kind(self, rows: QuerySet[Any], _name: str, asked: list[str]) -> QuerySet[Any]:
        return rows.filter(kind__in=asked)
