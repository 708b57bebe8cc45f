"""After a write: what search reads of a record and of those that show its words is written anew; so are groups."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model

from articles.actions.copy_groups import regroup
from articles.actions.index import refresh_articles, refresh_quotes, refresh_statistics
from articles.models import Article, Entity, Likeness, Printing, Quote, Statistic


def refresh(record: Model) -> None:
    """Refresh what follows from `record`, in search and in the groups of copies; the caller holds the transaction."""
    match record:
        case Article():
            refresh_texts([record.pk])
        case Quote():
            refresh_quotes([record.pk])
        case Statistic():
            refresh_statistics([record.pk])
        case Printing():
            refresh_statistics([record.statistic_id])
        case Entity():
            refresh_named([record.pk])
        case Likeness():
            regroup([record.one_id, record.other_id])


def refresh_texts(articles: Iterable[int]) -> None:
    """Refresh articles with the quotes and figures that they print: for a change of text, state, rights or language."""
    keys = list(articles)
    refresh_articles(keys)
    refresh_quotes(Quote.objects.filter(article__in=keys).values_list("pk", flat=True))
    refresh_statistics(set(Printing.objects.filter(article__in=keys).values_list("statistic", flat=True)))


def refresh_named(entities: Iterable[int]) -> None:
    """Refresh the quotes and figures of those who said or stated them: for a change of name."""
    keys = list(entities)
    refresh_quotes(Quote.objects.filter(speaker__in=keys).values_list("pk", flat=True))
    refresh_statistics(Statistic.objects.filter(stated_by__in=keys).values_list("pk", flat=True))
