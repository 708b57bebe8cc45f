"""The kinds of things that the archive lists: what readers may see of each, how it is asked, what a card shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleEntry, Entity, Quote, Statistic
from articles.search.filters import ArticleFilter, EntityFilter, QuoteFilter, StatisticFilter
from articles.search.list_filter import ListFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    name: str  # as in an address
    label: str | Promise
    asked: type[ListFilter]
    rows: Callable[[], QuerySet[Any]]  # all that readers may see; of articles, their entries


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind(
            name="articles",
            label=_("Articles"),
            asked=ArticleFilter,
            rows=lambda: ArticleEntry.objects.filter(public=True),
        ),
        Kind(name="quotes", label=_("Quotes"), asked=QuoteFilter, rows=lambda: Quote.objects.public()),
        Kind(name="statistics", label=_("Figures"), asked=StatisticFilter, rows=lambda: Statistic.objects.public()),
        Kind(name="entities", label=_("Names"), asked=EntityFilter, rows=lambda: Entity.objects.public()),
    )
}
