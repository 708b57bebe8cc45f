"""The first page: what is new, the latest figures and quotes, the archive in time, what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, When

from articles.browsing.days import Tally, years
from articles.browsing.kinds import KINDS, Kind
from articles.browsing.lanes import Plot, Row, plots
from articles.browsing.names import standing_alone
from articles.models import Article, Entity, Printing, Quote, Statistic, Status
from articles.models.quote import QuoteQuerySet
from articles.models.statistic import StatisticQuerySet

FIGURES, QUOTES, ARTICLES = 5, 3, 5
LOOKED_AT = 300  # of the newest, among which those of other articles are looked for
MONTHS = 3  # of the drawing, up to the last day with anything certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What readers may see, reference notes apart."""

    articles: int
    quotes: int
    statistics: int
    people: int
    reviewed: int  # quotes and figures that an editor has confirmed

    @property
    def found(self) -> int:
        """How many quotes and figures there are, reviewed or not."""
        return self.quotes + self.statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One lane in words: days with how much is certain of them, days with how much is doubted, and the rest."""

    kind: Kind
    certain: list[tuple[date, int]]
    doubted: list[tuple[date, int]]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InTime:
    """The newest months of the archive, drawn; `days` says the same in words."""

    first: date
    last: date
    plots: list[Plot]
    days: list[Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    statistics: list[Statistic]
    quotes: list[Quote]
    articles: list[Article]
    holdings: Holdings
    in_time: InTime | None  # None while nothing in the archive is certain of its day
    years: list[Tally]


def front() -> Front:
    """Return all that the first page shows, in a fixed number of queries."""
    statistics = Statistic.objects.public().without_notes()
    quotes = Quote.objects.public().without_notes()
    articles = Article.objects.public().without_notes()
    people = standing_alone(Entity.objects.public().of_section("people"), notes=False)
    # A denominator is shown with the figure that it belongs to.
    figures = _figures(statistics.leading())
    words = _quotes(quotes.direct().exclude(speaker=None))
    Entity.objects.tell_pages([*figures, *words])
    return Front(
        statistics=figures,
        quotes=words,
        articles=list(articles.for_cards().order_by("-added_at", "-pk")[:ARTICLES]),
        holdings=Holdings(
            articles=articles.count(),
            quotes=quotes.count(),
            statistics=statistics.count(),
            people=people.count(),
            reviewed=quotes.reviewed().count() + statistics.reviewed().count(),
        ),
        in_time=_in_time(),
        years=years(),
    )


def _quotes(quotes: QuoteQuerySet) -> list[Quote]:
    """Return the newest quotes, each of another article as far as there are so many."""
    chosen = _spread(quotes.newest_first().values_list("pk", "article_id")[:LOOKED_AT], QUOTES)
    found = quotes.for_cards().in_bulk(chosen)
    return [found[key] for key in chosen]


def _figures(statistics: StatisticQuerySet) -> list[Statistic]:
    """Return figures, reviewed ones first and the newest of both, each of another article as far as there are."""
    suggested = Case(When(status=Status.SUGGESTED, then=1), default=0, output_field=IntegerField())
    rows = statistics.newest_first()
    keys = list(rows.order_by(suggested, *rows.query.order_by).values_list("pk", flat=True)[:LOOKED_AT])
    printed = Printing.objects.public().filter(statistic__in=keys).order_by("-pk")
    article = dict(printed.values_list("statistic", "article"))  # of several the first one stays
    chosen = _spread([(key, article[key]) for key in keys if key in article], FIGURES)
    found = statistics.for_cards().in_bulk(chosen)
    return [found[key] for key in chosen]


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


def _in_time() -> InTime | None:
    newest = [kind.neighbours(date.max)[0] for kind in KINDS]
    last = max((day for day in newest if day), default=None)
    if last is None:
        return None
    last_month = last.year * 12 + last.month - 1
    first = date((last_month - MONTHS + 1) // 12, (last_month - MONTHS + 1) % 12 + 1, 1)
    end = date((last_month + 1) // 12, (last_month + 1) % 12 + 1, 1)
    told = [_told(kind, first, end) for kind in KINDS]
    rows = [
        Row(title=str(lane.kind.title), counts=dict(lane.certain), doubted=dict(lane.doubted), rest=lane.rest)
        for lane in told
    ]
    return InTime(first=first, last=end, plots=plots(rows, first, end), days=told)


def _told(kind: Kind, first: date, end: date) -> Told:
    certain = kind.counts_by_day(first, end)
    doubted = kind.counts_by_day(first, end, doubted=True)
    rest = kind.on(first, end).count() - sum(certain.values()) - sum(doubted.values())
    return Told(kind=kind, certain=sorted(certain.items()), doubted=sorted(doubted.items()), rest=rest)
