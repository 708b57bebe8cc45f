"""Writes all that search reads anew, from the texts and facts themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import QuerySet

from articles.actions import index, index_edition
from articles.models import Article, Quote, Statistic

BATCH = 500


class Command(BaseCommand):
    help = "Rebuild the search entries of all articles, quotes and figures. Readers search on meanwhile."

    def handle(self, *_args: str, **options: Any) -> None:
        self.verbosity = options["verbosity"]
        self._refresh("articles", Article.objects.all(), index.refresh_articles)
        self._refresh("quotes", Quote.objects.all(), index.refresh_quotes)
        self._refresh("figures", Statistic.objects.all(), index.refresh_statistics)
        index_edition.note()

    def _refresh(self, name: str, rows: QuerySet[Any], refresh: Callable[[Iterable[int]], int]) -> None:
        """Refresh in batches in order of key, each in a transaction of its own."""
        total, seen, last = rows.count(), 0, 0
        while batch := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
            refresh(batch)
            seen, last = seen + len(batch), batch[-1]
            self._tell(f"\r{name}: {seen:,} of {max(total, seen):,}", end="")
        self._tell("" if total else f"{name}: none")

    def _tell(self, text: str, *, end: str = "\n") -> None:
        if self.verbosity:
            self.stdout.write(text, ending=end)
            self.stdout.flush()
