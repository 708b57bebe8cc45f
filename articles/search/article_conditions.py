"""Conditions on an article; lists of quotes and figures put them to the article that prints each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import Article, ArticleEntry, Entity, Status
from articles.models.keys import Key
from articles.models.keys import asked as keys_of
from articles.search.fields import ChoiceField, ChoicesField, DayField, SlugsField, TopicsField, ValuesField
from articles.search.list_filter import ListFilter, asked_as
from articles.search.topics import Branch


def entities() -> QuerySet[Entity]:
    """Asked for at each request: a setting decides which mentions, and so which entities, are public."""
    return Entity.objects.public()


def _places() -> QuerySet[Entity]:
    return Entity.objects.public().of_section("places")


def _articles() -> QuerySet[Article]:
    return Article.objects.public()


HOLDINGS = {"quotes": Key.QUOTES, "figures": Key.FIGURES}


class InArticleFilter(ListFilter):
    """Of what an article has many of it must have all that are asked for; of what it has one of, any."""

    actor = asked_as(SlugsField, label=_("who is in it"), method="name_all", queryset=entities)
    not_actor = asked_as(SlugsField, label=_("who is not in it"), method="name_none", queryset=entities)
    actor_match = asked_as(
        ChoiceField,
        label=_("how many of those"),
        method="no_condition",
        choices=[("all", _("all of them")), ("any", _("any of them"))],
    )
    place = asked_as(SlugsField, label=_("place"), method="name_all", queryset=_places)
    place_match = asked_as(
        ChoiceField,
        label=_("how many of those places"),
        method="no_condition",
        choices=[("all", _("all of them")), ("any", _("any of them"))],
    )
    not_place = asked_as(SlugsField, label=_("not this place"), method="name_none", queryset=_places)
    topic = asked_as(TopicsField, label=_("topic"), method="have_topics")
    not_topic = asked_as(TopicsField, label=_("not this topic"), method="have_no_topic")
    publisher = asked_as(SlugsField, label=_("publisher"), method="come_from", queryset=entities)
    not_publisher = asked_as(SlugsField, label=_("not this publisher"), method="not_come_from", queryset=entities)
    language = asked_as(ValuesField, label=_("language"), method="in_language", queryset=_articles, column="language")
    has = asked_as(
        ChoicesField,
        label=_("what the article has"),
        method="have",
        choices=[("quotes", _("quotes")), ("figures", _("figures"))],
    )
    reviewed = asked_as(
        ChoiceField, label=_("reviewed"), method="are_reviewed", choices=[("yes", _("yes")), ("no", _("no"))]
    )
    vars()["from"] = asked_as(DayField, label=_("from"), method="on_days")  # a keyword cannot be assigned
    to = asked_as(DayField, label=_("to"), method="on_days")

    def found(self, instead: Mapping[str, Any] | None = None) -> QuerySet[Any]:
        # One article must meet them all, which is also one look into the index of entries.
        self.of_article: list[Q] = []
        rows = super().found(instead)
        return self.in_articles(rows, self.of_article) if self.is_valid() else rows

    def in_articles(self, rows: QuerySet[Any], conditions: Sequence[Q]) -> QuerySet[Any]:
        """Keep rows with an article that meets all of the conditions on its entry, of which there may be none."""
        raise NotImplementedError

    def ask(self, rows: QuerySet[Any], *conditions: Q) -> QuerySet[Any]:
        """Put conditions to the article, beside all others that are put to it."""
        self.of_article += conditions
        return rows

    def no_condition(self, rows: QuerySet[Any], _name: str, _value: object) -> QuerySet[Any]:
        """Keep all: the method of another parameter reads this one."""
        return rows

    def name_all(self, rows: QuerySet[Any], name: str, asked: list[Entity]) -> QuerySet[Any]:
        if self.values[f"{name}_match"] == "any":
            return self.ask(rows, naming(asked))
        return self.ask(rows, *(naming([entity]) for entity in asked))

    def name_none(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return self.ask(rows, ~naming(asked))

    def have_topics(self, rows: QuerySet[Any], _name: str, asked: list[Branch]) -> QuerySet[Any]:
        return self.ask(rows, *(on_topics(branch.keys) for branch in asked))

    def have_no_topic(self, rows: QuerySet[Any], _name: str, asked: list[Branch]) -> QuerySet[Any]:
        return self.ask(rows, *(~on_topics(branch.keys) for branch in asked))

    def come_from(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return self.ask(rows, published_by(asked))

    def not_come_from(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return self.ask(rows, ~published_by(asked))

    def in_language(self, rows: QuerySet[Any], _name: str, asked: list[str]) -> QuerySet[Any]:
        return self.ask(rows, Q(language__in=asked))

    def have(self, rows: QuerySet[Any], _name: str, asked: list[str]) -> QuerySet[Any]:
        return self.ask(rows, *(Q(keys__overlap=keys_of(HOLDINGS[what])) for what in asked))

    def are_reviewed(self, rows: QuerySet[Any], _name: str, answer: str) -> QuerySet[Any]:
        return rows.filter(status=Status.CONFIRMED) if answer == "yes" else rows.exclude(status=Status.CONFIRMED)


def entries(conditions: Iterable[Q]) -> QuerySet[ArticleEntry]:
    """Return the entries of public articles that meet all of the conditions."""
    return ArticleEntry.objects.filter(*conditions, public=True)


def naming(asked: Iterable[Entity]) -> Q:
    """Match entries of articles that name one of the entities outside other names."""
    return Q(keys__overlap=keys_of(Key.NAMED, (entity.pk for entity in asked)))


def published_by(asked: Iterable[Entity]) -> Q:
    """Match entries of articles that one of the entities has published."""
    return Q(keys__overlap=keys_of(Key.PUBLISHER, (entity.pk for entity in asked)))


def on_topics(keys: Iterable[int]) -> Q:
    """Match entries of articles that have one of the topics."""
    return Q(keys__overlap=keys_of(Key.TOPIC, keys))


def reviewed() -> Q:
    """Match entries of articles with facts that an editor has confirmed, and none that readers see waiting for one."""
    return Q(keys__overlap=keys_of(Key.CONFIRMED)) & ~Q(keys__overlap=keys_of(Key.WAITING))
