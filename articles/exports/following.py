"""What came into a saved search since its owner looked.

New is what readers did not see then: an article that was added or published since; a quote or figure that such an
article prints, or that was written down since; a name that no other article has. Where unreviewed facts are hidden, a
fact confirmed since is new too. An article that was withdrawn and is shown again is new again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from articles.exports.asked import Asked
from articles.exports.lists import list_of
from articles.models import Article, Decision, Mention, Printing, SavedSearch
from articles.search.budget import Budget, OutOfTime, Statement
from articles.search.counts import Count
from articles.search.listing import Problem

MOST_COUNTED: Final = 1_000
# What puts an article before readers that was hidden from them; an index holds these (models/decision.py).
_SHOWING: Final = ("publish", "revert")


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A saved search as it stands now."""

    search: SavedSearch
    asked: Asked
    total: Count | None  # None: not asked for, not counted in time, or a condition means nothing any more
    news: Count | None

    @property
    def problems(self) -> list[Problem]:
        """Why it finds nothing any more: a person or a topic may be gone."""
        return self.asked.problems


def followed(searches: Iterable[SavedSearch], budget: Budget, *, totals: bool = True) -> Iterator[Followed]:
    """Count what is new in each search, and with `totals` all that it finds, as far as the time reaches."""
    for search in searches:
        asked = list_of(search.kind, search.query)
        readable = not asked.problems
        yield Followed(
            search=search,
            asked=asked,
            total=_count(asked.filters.found(), budget) if readable and totals else None,
            news=_count(news(asked, search), budget) if readable else None,
        )


def news(asked: Asked, search: SavedSearch) -> QuerySet[Any]:
    """Return the keys of what is new in a list without problems."""
    rows = asked.filters.found().order_by()
    return _NEWS[asked.kind](rows, search).values("pk")


def _articles(rows: QuerySet[Any], search: SavedSearch) -> QuerySet[Any]:
    return rows.filter(pk__in=_shown_since(search.seen_at))


def _quotes(rows: QuerySet[Any], search: SavedSearch) -> QuerySet[Any]:
    printed = rows.filter(article__in=_shown_since(search.seen_at)).values("pk")
    return rows.filter(pk__in=printed.union(_written_since(rows, search)))


def _statistics(rows: QuerySet[Any], search: SavedSearch) -> QuerySet[Any]:
    printings = Printing.objects.public().filter(article__in=_shown_since(search.seen_at))
    return rows.filter(pk__in=printings.order_by().values("statistic").union(_written_since(rows, search)))


def _entities(rows: QuerySet[Any], search: SavedSearch) -> QuerySet[Any]:
    shown = _shown_since(search.seen_at)
    named = Mention.objects.public().order_by()
    return rows.filter(pk__in=named.filter(article__in=shown).values("entity")).exclude(
        pk__in=named.exclude(article__in=shown).values("entity")
    )


_NEWS: Final = {"articles": _articles, "quotes": _quotes, "statistics": _statistics, "entities": _entities}


def _shown_since(moment: datetime) -> QuerySet[Any]:
    """Return the keys of articles that readers see since then: two looks into two indexes."""
    article = ContentType.objects.get_for_model(Article)
    decided = Decision.objects.filter(
        subject_type=article, action__in=_SHOWING, at__gte=moment, after__state=Article.State.PUBLISHED
    )
    added = Article.objects.public().filter(added_at__gte=moment)
    return added.order_by().values("pk").union(decided.order_by().values("subject_id"))


def _written_since(rows: QuerySet[Any], search: SavedSearch) -> QuerySet[Any]:
    written = rows.filter(pk__gt=search.seen_key).values("pk")
    if settings.NEWSARCHIVE_SHOW_UNREVIEWED:
        return written
    return written.union(rows.filter(decided_at__gte=search.seen_at).values("pk"))


def _count(rows: QuerySet[Any], budget: Budget) -> Count | None:
    found = Statement.of(rows.order_by().values("pk")[: MOST_COUNTED + 1])
    if found is None:
        return Count(0)
    try:
        [(number,)] = budget.fetch(Statement(f"SELECT count(*) FROM ({found.sql}) found", found.params))  # noqa: S608
    except OutOfTime:
        return None
    return Count.of(number, most=MOST_COUNTED)
