"""What a field asks of a row: of an article's entry, a quote, a figure. The same as the filters of the lists ask."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet

from articles.models import Entity, Printing, Quote, fuzzy
from articles.models.keys import Key
from articles.models.keys import asked as keys_of
from articles.search.asked_fields import Counting, InHeadline, InLanguage, Named, OnDays
from articles.search.asked_names import Names
from articles.search.languages import in_tags
from articles.search.matching import Matches
from articles.search.terms import Leaf

_KEYS: Final = {
    "by": Key.SPEAKER,
    "about": Key.NAMED,
    "place": Key.NAMED,
    "topic": Key.TOPIC,
    "publisher": Key.PUBLISHER,
}


class _OneOf(Func):
    """True where the key of a row is among those of a subquery, which is read once and then looked up in the index.

    Beside another condition of which one is enough, EXISTS would be asked of every row.
    """

    arg_joiner = " = ANY ("
    template = "(%(expressions)s))"
    output_field = BooleanField()

    def __init__(self, rows: QuerySet[Any], column: str) -> None:
        super().__init__(F("pk"), ArraySubquery(rows.order_by().values(column)))


def of_article(leaf: Leaf, names: Names, *, beside: bool = False) -> Q:
    """Return what an ArticleEntry must meet; `beside` another condition of which one is enough."""
    match leaf:
        case InHeadline():
            return Q(Matches("lead", leaf.words.tsquery("A")))
        case Named():
            keys = keys_of(_KEYS[leaf.name], sorted(names.keys(leaf)))
            return Q(keys__overlap=keys) if keys else Q(pk__in=[])
        case InLanguage():
            return in_tags("language", leaf.tags)
        case OnDays(name="published"):
            first, last = _bounds(leaf)
            return _from(first) & (Q() if last is None else Q(oldest__lte=last))
        case OnDays():
            return _in_facts(Quote.objects.shown().filter(fuzzy.overlapping("said", *_bounds(leaf))), beside=beside)
        case Counting():
            return _printing(leaf, beside=beside)
    raise TypeError(leaf)


def _from(first: date | None) -> Q:
    return Q() if first is None else Q(newest__gte=first)


def _printing(leaf: Counting, *, beside: bool) -> Q:
    """Match articles that print a figure of this number, or the number itself."""
    figures = Printing.objects.public().filter(_counts(leaf, "statistic__"))
    if leaf.term is None:
        return _in_facts(figures, beside=beside)
    return Q(Matches("vector", leaf.term.tsquery())) | _in_facts(figures, beside=True)


def _in_facts(facts: QuerySet[Any], *, beside: bool) -> Q:
    """Match articles with one of the facts."""
    return Q(_OneOf(facts, "article")) if beside else Q(Exists(facts.filter(article=OuterRef("pk"))))


def of_quote(leaf: Leaf, names: Names, *, beside: bool = False) -> Q:
    """Return what a Quote must meet, beside what is asked of its article."""
    match leaf:
        case Named(name="by"):
            return Q(speaker__in=names.keys(leaf))
        case Named():
            about = Entity.objects.filter(pk__in=names.keys(leaf))
            return Q(pk__in=Quote.objects.all().about(about).values("pk"))
        case OnDays():
            return fuzzy.overlapping("said", *_bounds(leaf))
        case Counting():
            if leaf.term is not None:
                return Q(Matches("entry__vector", leaf.term.tsquery("A")))
            figures = Printing.objects.public().filter(_counts(leaf, "statistic__"))
            return Q(Exists(figures.filter(quote=OuterRef("pk"))))
    raise TypeError(leaf)


def of_statistic(leaf: Leaf, names: Names, *, beside: bool = False) -> Q:
    """Return what a Statistic must meet, beside what is asked of the articles that print it."""
    match leaf:
        case Named():
            return Q(stated_by__in=names.keys(leaf))
        case OnDays():
            return fuzzy.overlapping("as_of", *_bounds(leaf))
        case Counting():
            return _counts(leaf)
    raise TypeError(leaf)


def _bounds(leaf: OnDays) -> tuple[date | None, date | None]:
    """Return the first and last day asked for, None for no bound."""
    return leaf.first.earliest if leaf.first else None, leaf.last.latest if leaf.last else None


def _counts(leaf: Counting, to: str = "") -> Q:
    """Match figures that may count it: a figure printed as a range is any number between; `to` leads to the figure."""
    below = Q() if leaf.high is None else Q(**{f"{to}value__lte": leaf.high})
    above = Q() if leaf.low is None else Q(**{f"{to}value__gte": leaf.low}) | Q(**{f"{to}value_to__gte": leaf.low})
    return below & above
