"""The kinds of things that the archive lists: what readers may see of each, how it is asked, what a card shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Entity, Quote, Statistic
from articles.search.filters import ArticleFilter, EntityFilter, QuoteFilter, StatisticFilter
from articles.search.list_filter import ListFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    name: str  # as in an address
    label: str | Promise
    asked: type[ListFilter]
    rows: Callable[[], QuerySet[Any]]  # all that readers may see
    load: Callable[[Any], QuerySet[Any]]  # with what a card shows


def _cards(rows: Any) -> QuerySet[Any]:
    loaded: QuerySet[Any] = rows.for_cards()
    return loaded


def _counted(rows: Any) -> QuerySet[Any]:
    counted: QuerySet[Any] = rows.with_article_counts()
    return counted


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind(
            name="articles",
            label=_("Articles"),
            asked=ArticleFilter,
            rows=lambda: Article.objects.public(),
            load=_cards,
        ),
        Kind(name="quotes", label=_("Quotes"), asked=QuoteFilter, rows=lambda: Quote.objects.public(), load=_cards),
        Kind(
            name="statistics",
            label=_("Figures"),
            asked=StatisticFilter,
            rows=lambda: Statistic.objects.public(),
            load=_cards,
        ),
        Kind(
            name="entities",
            label=_("Names"),
            asked=EntityFilter,
            rows=lambda: Entity.objects.public(),
            load=_counted,
        ),
    )
}
