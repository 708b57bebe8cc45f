"""What is decided at once, by example: ten facts that are unlike each other, and how much there is of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model, Prefetch, QuerySet

from articles.curation.excerpts import Excerpt, excerpt_of
from articles.curation.visible import visible_to
from articles.models import (
    Anchor,
    Article,
    ArticleFact,
    ArticleTopic,
    DateMention,
    Event,
    Fact,
    Mention,
    Printing,
    Quote,
    Statistic,
)

Who = User | AnonymousUser
MOST: Final = 10
MOST_LOOKED_AT: Final = 1000  # facts of which the ten are chosen, however many are asked about
# What makes two facts unlike: of each value one is shown before any is shown twice. Of all others, their keys.
_UNLIKE: Final[Mapping[type[Model], str]] = {
    ArticleTopic: "topic_id",
    DateMention: "value",
    Mention: "entity_id",
    Printing: "article_id",
    Quote: "article_id",
    Statistic: "measure",
}
_NAMED_WITH: Final[Mapping[type[Model], tuple[str, ...]]] = {
    ArticleTopic: ("topic",),
    Mention: ("entity",),
    Printing: ("statistic",),
    Quote: ("speaker",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    fact: Any
    name: str  # who is named, who spoke, which figure; "" where the words say it
    excerpt: Excerpt | None  # None: it rests on no words, or has none
    article: Article | None  # None: it is no fact of one article


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    rows: Sequence[Example]
    facts: int  # how many there are in all
    articles: int | None  # in how many articles they stand; None where facts of the kind stand in none
    names: int | None  # of mentions: how many different ones


def examples_of(rows: QuerySet[Any], user: Who) -> Examples:
    """Return ten of the facts and how much there is of all; a fixed number of queries."""
    table: type[Fact] = rows.model
    asked: Any = table._default_manager.filter(pk__in=rows.order_by().values("pk")).order_by()
    return Examples(
        rows=[_example(fact) for fact in _loaded(table, _chosen(asked), user)],
        facts=asked.count(),
        articles=_articles(asked, user),
        names=asked.values("entity").distinct().count() if table is Mention else None,
    )


def _chosen(asked: QuerySet[Any]) -> list[int]:
    """Return the keys of ten, one of each kind first, evenly from all; of very many, from the first ones."""
    unlike = _UNLIKE.get(asked.model, "pk")
    first = asked.order_by(unlike, "pk").distinct(unlike).values_list("pk", flat=True)
    keys = list(first[:MOST_LOOKED_AT])
    if len(keys) < MOST:
        keys += asked.exclude(pk__in=keys).order_by("pk").values_list("pk", flat=True)[: MOST - len(keys)]
    return [keys[place * len(keys) // MOST] for place in range(MOST)] if len(keys) > MOST else keys


def _loaded(table: type[Any], keys: Sequence[int], user: Who) -> Iterable[Any]:
    rows: Any = table._default_manager.filter(pk__in=keys)
    if _NAMED_WITH.get(table):
        rows = rows.select_related(*_NAMED_WITH[table])
    if issubclass(table, ArticleFact):
        rows = rows.select_related("article__current").defer("article__current__body")
    if hasattr(table, "anchors"):
        words = visible_to(user, Anchor.objects.select_related("block__version__article__current"))
        bodies = ("block__version__body", "block__version__article__current__body")
        rows = rows.prefetch_related(Prefetch("anchors", words.defer(*bodies)))
    if table is Statistic:
        where = visible_to(user, Printing.objects.select_related("article__current"))
        where = where.defer("article__current__body").prefetch_related("anchors__block").order_by("pk")
        rows = rows.prefetch_related(Prefetch("printings", where))
    found = rows.in_bulk()
    return [found[key] for key in keys if key in found]


def _example(fact: Any) -> Example:
    if isinstance(fact, Statistic):
        first = next(iter(fact.printings.all()), None)
        words = excerpt_of(first.anchors.all()) if first else None
        return Example(fact=fact, name=str(fact), excerpt=words, article=first.article if first else None)
    anchors = list(fact.anchors.all()) if hasattr(fact, "anchors") else []
    article = fact.article if isinstance(fact, ArticleFact) else _article_of(anchors)
    return Example(fact=fact, name=_name(fact), excerpt=excerpt_of(anchors), article=article)


def _article_of(anchors: Sequence[Anchor]) -> Article | None:
    return anchors[0].block.version.article if anchors else None


def _name(fact: Fact) -> str:
    match fact:
        case Mention():
            return str(fact.entity)
        case Quote():
            return str(fact.speaker or "")
        case Printing():
            return str(fact.statistic)
        case DateMention():
            return fact.value or fact.get_kind_display()
        case ArticleTopic():
            return str(fact.topic)
    return str(fact)


def _articles(asked: QuerySet[Any], user: Who) -> int | None:
    """Return in how many articles that the user may see they are printed."""
    if issubclass(asked.model, ArticleFact):
        return asked.values("article").distinct().count()
    if asked.model is Statistic:
        printings = visible_to(user, Printing.objects.filter(statistic__in=asked.values("pk")))
        return printings.order_by().values("article").distinct().count()
    if asked.model is Event:
        anchors = visible_to(user, Anchor.objects.filter(event__in=asked.values("pk")))
        return anchors.order_by().values("block__version__article").distinct().count()
    return None
