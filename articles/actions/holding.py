"""One order of locks for everybody who writes by hand: articles by key, then the record, then its parts by key.

A new text locks its article and then the facts whose words it moves. Who locks a fact and asks for its article
afterwards would wait for that correction while it waits for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet

from articles.actions import log
from articles.models import Article, ArticleFact, Event, Statistic


def hold(record: Model, *, articles: Iterable[int] = ()) -> None:
    """Lock a record with all that its form writes, until the transaction of the caller ends.

    `articles` are the keys of others whose words it is to rest on. What is read afterwards is current.
    """
    table = type(record)
    rows = table._default_manager.filter(pk=record.pk)
    hold_articles({*articles, *articles_of(rows)})
    _lock(rows)
    if parts := log.PARTS.get(table):
        part, column = parts
        _lock(part._default_manager.filter(**{column: record.pk}))


def hold_articles(keys: Iterable[int]) -> None:
    """Lock articles in the order of their keys; a key that no article has is passed over."""
    log.write()
    _lock(Article.objects.filter(pk__in=set(keys)))


def articles_of(rows: QuerySet[Any]) -> set[int]:
    """Return the keys of the articles whose words rows of one model rest on."""
    path = _path(rows.model)
    return set(rows.filter(**{f"{path}__isnull": False}).values_list(path, flat=True)) if path else set()


def _path(table: type[Model]) -> str:
    if issubclass(table, ArticleFact):
        return "article"
    return {Article: "pk", Event: "anchors__block__version__article", Statistic: "printings__article"}.get(table, "")


def _lock(rows: QuerySet[Any]) -> None:
    # The weakest lock that keeps other writers away: a row that only names one of these is saved all the same.
    list(rows.order_by("pk").select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
