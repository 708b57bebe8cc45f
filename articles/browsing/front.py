"""The first page: what is new, the latest figures and quotes, the archive in time, what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet

from articles.browsing.bounded import along
from articles.browsing.holdings import Holdings, holdings
from articles.browsing.in_time import InTime, in_time, newest_years
from articles.models import Article, Entity, Printing, Quote, Statistic, Status
from articles.models.fact import shown_statuses
from articles.search.budget import Budget, OutOfTime, Row, Statement

FIGURES, QUOTES, ARTICLES = 5, 3, 5
LOOKED_AT = 100  # of the newest, among which those of other articles are looked for
SECONDS: Final = 1.0  # for all that is looked for and counted here, keys and rows of what is shown apart
SHARE: Final = 0.25  # of what is left of that time, for one walk: what is rare may not take all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    statistics: list[Statistic]
    quotes: list[Quote]
    articles: list[Article]
    holdings: Holdings
    in_time: InTime | None  # None while nothing in the archive is certain of its day, or time ran out
    years: list[int]  # the newest ones that have something


def front() -> Front:
    """Return all that the first page shows, in a fixed number of queries and within a fixed time.

    What time does not suffice for is left out; a number may be told from a sample.
    """
    budget = Budget.seconds(SECONDS)
    figures, words = _figures(budget), _quotes(budget)
    Entity.objects.tell_pages([*figures, *words])
    articles = Article.objects.public().without_notes().for_cards()
    return Front(
        statistics=figures,
        quotes=words,
        articles=list(articles.order_by("-added_at", "-pk")[:ARTICLES]),
        in_time=in_time(budget),
        years=newest_years(budget),
        holdings=holdings(budget),
    )


def _quotes(budget: Budget) -> list[Quote]:
    """Return the newest quotes, each of another article as far as there are so many."""
    quotes = Quote.objects.public().without_notes()
    rows = quotes.direct().exclude(speaker=None).newest_first().values_list("pk", "article_id")
    chosen = _spread(_newest(rows, budget), QUOTES)
    found = quotes.for_cards().in_bulk(chosen)
    return [found[key] for key in chosen if key in found]


def _figures(budget: Budget) -> list[Statistic]:
    """Return figures, reviewed ones first and the newest of both, each of another article as far as there are."""
    # A printing is public only where its figure may be seen, so `public()` would look for the same twice.
    statistics = Statistic.objects.shown().without_notes()
    # A denominator is shown with the figure that it belongs to.
    rows = statistics.leading().newest_first()
    keys = [key for (key,) in _newest(rows.reviewed().values_list("pk"), budget)]
    if len(keys) < LOOKED_AT and Status.SUGGESTED in shown_statuses():
        keys += [key for (key,) in _newest(rows.unreviewed().values_list("pk"), budget)]
    printed = Printing.objects.public().filter(statistic__in=keys).order_by("-pk")
    article = dict(printed.values_list("statistic", "article"))  # of several the first one stays
    chosen = _spread([(key, article[key]) for key in keys if key in article], FIGURES)
    found = statistics.for_cards().in_bulk(chosen)
    return [found[key] for key in chosen if key in found]


def _newest(rows: QuerySet[Any], budget: Budget) -> list[Row]:
    """Return the first of rows that are in order, as many as are looked at; none where time runs out."""
    statement = Statement.of(rows[:LOOKED_AT])
    try:
        return along(statement, budget.part(SHARE)) if statement else []
    except OutOfTime:
        return []


def _spread(rows: Iterable[tuple[int, int]], most: int) -> list[int]:
    """Choose `most` keys of (key, key of its article), in their order: the first of each article before any second."""
    rows = list(rows)
    heard: set[int] = set()
    first: list[int] = []
    further: list[int] = []
    for place, (_key, article) in enumerate(rows):
        (further if article in heard else first).append(place)
        heard.add(article)
    return [rows[place][0] for place in sorted((first + further)[:most])]
