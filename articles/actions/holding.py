"""One order of locks for everybody who writes by hand: articles by key, then the record, then its parts by key.

A new text locks its article and then the facts whose words it moves. Who locks a fact and asks for its article
afterwards would wait for that correction while it waits for them.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model

from articles.actions import log
from articles.models import Anchor, Article, ArticleFact, Event, Printing, Statistic


def hold(record: Model, *, articles: Iterable[int] = ()) -> None:
    """Lock a record with all that its form writes, until the transaction of the caller ends.

    `articles` are the keys of others whose words it is to rest on. What is read afterwards is current.
    """
    hold_articles({*articles, *articles_of(record)})
    _lock(type(record), [record.pk])
    if parts := log.PARTS.get(type(record)):
        table, column = parts
        _lock(table, table._default_manager.filter(**{column: record.pk}).values_list("pk", flat=True))


def hold_articles(keys: Iterable[int]) -> None:
    """Lock articles in the order of their keys; a key that no article has is passed over."""
    _lock(Article, set(keys))


def articles_of(record: Model) -> set[int]:
    """Return the keys of the articles whose words a record rests on."""
    match record:
        case Article():
            return {record.pk}
        case ArticleFact():
            return {record.article_id}
        case Statistic():
            return set(Printing.objects.filter(statistic=record).values_list("article", flat=True))
        case Event():
            return set(Anchor.objects.filter(event=record).values_list("block__version__article", flat=True))
    return set()


def _lock(table: type[Model], keys: Iterable[int]) -> None:
    # The weakest lock that keeps other writers away: a row that only names this one is saved all the same.
    held = table._default_manager.filter(pk__in=list(keys)).order_by("pk")
    list(held.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
