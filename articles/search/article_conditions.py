"""Conditions on an article; lists of quotes and figures put them to the article that prints each."""

from __future__ import annotations

from typing import Any, TypeAlias

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import Article, ArticleTopic, DateMention, Entity, Mention, Printing, Quote, Status
from articles.search.fields import ChoiceField, DayField, SlugsField, TopicsField, ValuesField
from articles.search.list_filter import ListFilter, asked_as
from articles.search.topics import Branch


def entities() -> QuerySet[Entity]:
    """Asked for at each request: a setting decides which mentions, and so which entities, are public."""
    return Entity.objects.public()


def _places() -> QuerySet[Entity]:
    return Entity.objects.public().of_section("places")


def _articles() -> QuerySet[Article]:
    return Article.objects.public()


Condition: TypeAlias = Q | Exists


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
    not_place = asked_as(SlugsField, label=_("not this place"), method="name_none", queryset=_places)
    topic = asked_as(TopicsField, label=_("topic"), method="have_topics")
    not_topic = asked_as(TopicsField, label=_("not this topic"), method="have_no_topic")
    publisher = asked_as(SlugsField, label=_("publisher"), method="come_from", queryset=entities)
    not_publisher = asked_as(SlugsField, label=_("not this publisher"), method="not_come_from", queryset=entities)
    language = asked_as(ValuesField, label=_("language"), method="in_language", queryset=_articles, column="language")
    reviewed = asked_as(
        ChoiceField, label=_("reviewed"), method="are_reviewed", choices=[("yes", _("yes")), ("no", _("no"))]
    )
    vars()["from"] = asked_as(DayField, label=_("from"), method="on_days")  # a keyword cannot be assigned
    to = asked_as(DayField, label=_("to"), method="on_days")

    def of_articles(self, rows: QuerySet[Any], *conditions: Condition) -> QuerySet[Any]:
        """Keep rows whose article meets the conditions, which are written for a query of articles."""
        raise NotImplementedError

    def no_condition(self, rows: QuerySet[Any], _name: str, _value: object) -> QuerySet[Any]:
        """Keep all: the method of another parameter reads this one."""
        return rows

    def name_all(self, rows: QuerySet[Any], name: str, asked: list[Entity]) -> QuerySet[Any]:
        if name == "actor" and self.values["actor_match"] == "any":
            return self.of_articles(rows, naming(asked))
        return self.of_articles(rows, *(naming([entity]) for entity in asked))

    def name_none(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return self.of_articles(rows, ~Q(naming(asked)))

    def have_topics(self, rows: QuerySet[Any], _name: str, asked: list[Branch]) -> QuerySet[Any]:
        return self.of_articles(rows, *(on_topics(branch.keys) for branch in asked))

    def have_no_topic(self, rows: QuerySet[Any], _name: str, asked: list[Branch]) -> QuerySet[Any]:
        return self.of_articles(rows, *(~Q(on_topics(branch.keys)) for branch in asked))

    def come_from(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return self.of_articles(rows, Q(publisher__in=asked))

    def not_come_from(self, rows: QuerySet[Any], _name: str, asked: list[Entity]) -> QuerySet[Any]:
        return self.of_articles(rows, ~Q(publisher__in=asked))

    def in_language(self, rows: QuerySet[Any], _name: str, asked: list[str]) -> QuerySet[Any]:
        return self.of_articles(rows, Q(language__in=asked))

    def are_reviewed(self, rows: QuerySet[Any], _name: str, answer: str) -> QuerySet[Any]:
        return rows.filter(status=Status.CONFIRMED) if answer == "yes" else rows.exclude(status=Status.CONFIRMED)


def naming(asked: list[Entity]) -> Exists:
    """Match articles that name one of the entities outside other names."""
    return Exists(Mention.objects.shown().counted().filter(article=OuterRef("pk"), entity__in=asked))


def on_topics(keys: frozenset[int]) -> Exists:
    """Match articles that have one of the topics."""
    return Exists(ArticleTopic.objects.shown().filter(article=OuterRef("pk"), topic__in=keys))


def reviewed() -> Q:
    """Match articles with facts that an editor has confirmed, and none that readers see waiting for one."""
    waiting, confirmed = Q(), Q()
    for fact in (Mention, Quote, Printing, DateMention, ArticleTopic):
        of_article = fact.objects.shown().filter(article=OuterRef("pk"))
        waiting |= Q(Exists(of_article.filter(status=Status.SUGGESTED)))
        confirmed |= Q(Exists(of_article.filter(status=Status.CONFIRMED)))
    return confirmed & ~waiting
