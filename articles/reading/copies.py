"""Who else prints the text of an article: the other articles of its group that readers may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import Count, QuerySet

from articles.models import Article, Copy
from articles.models.copies import group_column

MOST: Final = 8  # articles that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoAt:
    """Another article that prints the text."""

    article: Article
    unreviewed: bool  # whether no editor has confirmed it


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    shown: list[AlsoAt]  # the oldest first, MOST at most
    more: int  # that are not shown
    publishers: int  # of all of them and the article itself, each once

    @property
    def unreviewed(self) -> bool:
        """Whether none that is shown has been confirmed."""
        return all(copy.unreviewed for copy in self.shown)


def copies_of(article: Article) -> Copies | None:
    """Return who else prints the article's text; None when nobody does, as far as readers may see."""
    own = Copy.objects.filter(article=article).first()
    if own is None or article.is_note:
        return None
    column = group_column()
    group = Article.objects.public().without_notes().filter(**{f"copy__{column}": getattr(own, f"{column}_id")})
    others = group.exclude(pk=article.pk)
    rows = list(others.for_cards().select_related("copy").oldest_first()[: MOST + 1])
    if not rows:
        return None
    return Copies(
        shown=[AlsoAt(article=row, unreviewed=row.copy.sure_id != own.sure_id) for row in rows[:MOST]],
        more=others.count() - MOST if len(rows) > MOST else 0,
        publishers=_publishers(group),
    )


def _publishers(articles: QuerySet[Article]) -> int:
    return int(articles.order_by().aggregate(number=Count("publisher", distinct=True))["number"])
