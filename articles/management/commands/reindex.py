"""Writes all that search reads anew, from the texts and facts themselves."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models import QuerySet

from articles.actions import index, index_edition
from articles.actions.holding import articles_of, hold_articles
from articles.management.manuals import ManualFormatter
from articles.management.progress import Progress, time_left
from articles.models import Article, ArticleEntry, Quote, QuoteEntry, Statistic, StatisticEntry
from articles.models.entry import Entry

BATCH: Final = 250  # rows of one transaction, whose articles nobody else changes for some tenths of a second
_NOTED_EVERY: Final = 5.0  # seconds
_INTERRUPTED: Final = 130  # exit code
_MANUAL: Final = """\
Readers search on, and find what was written before. Each transaction writes a few hundred entries;
a run that was broken off goes on where it was, once it is started again.

What articles hold beside words (who is named, their day and state) is not written here: the
database itself keeps it, and ./run manage verify --only search proves it.

examples:
    ./run manage reindex
    ./run manage reindex --kind quotes --kind figures
    ./run manage reindex --from-start
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    name: str
    table: type[Entry]
    rows: Callable[[], QuerySet[Any]]
    refresh: Callable[[Iterable[int]], int]


_KINDS: Final = {
    kind.name: kind
    for kind in (
        _Kind(name="articles", table=ArticleEntry, rows=Article.objects.all, refresh=index.refresh_articles),
        _Kind(name="quotes", table=QuoteEntry, rows=Quote.objects.all, refresh=index.refresh_quotes),
        _Kind(name="figures", table=StatisticEntry, rows=Statistic.objects.all, refresh=index.refresh_statistics),
    )
}


class Command(BaseCommand):
    help = "Write the search entries of articles, quotes and figures anew."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=ManualFormatter, epilog=_MANUAL, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--kind",
            action="append",
            choices=tuple(_KINDS),
            metavar="KIND",
            help="Only these: articles, quotes, figures.",
        )
        parser.add_argument("--from-start", action="store_true", help="Begin anew where an earlier run was broken off.")

    def handle(self, *_args: str, kind: list[str] | None, from_start: bool, **options: Any) -> None:
        self._quiet = not options["verbosity"]
        for name in dict.fromkeys(kind or _KINDS):
            try:
                self._refresh(_KINDS[name], 0 if from_start else index_edition.reached(_KINDS[name].table))
            except KeyboardInterrupt:
                self._tell(f"{name}: broken off; give the same command again to go on.")
                sys.exit(_INTERRUPTED)

    def _refresh(self, kind: _Kind, last: int) -> None:
        """Refresh what comes after a key."""
        rows = kind.rows().filter(pk__gt=last)
        total, done, progress = rows.count(), 0, Progress()
        if last:
            self._tell(f"{kind.name}: going on behind number {last:,}, {total:,} are left.")
        for done in _refreshed(kind, rows):
            if not self._quiet:
                progress.tell(lambda: _line(kind.name, done, total, progress.seconds))  # noqa: B023 - asked at once
        index_edition.note(kind.table)
        progress.clear()
        seconds = progress.seconds
        self._tell(f"{kind.name}: {done:,} in {seconds:,.1f} s{_rate(done, seconds)}" if done else f"{kind.name}: none")

    def _tell(self, text: str) -> None:
        if not self._quiet:
            self.stdout.write(text)


def _refreshed(kind: _Kind, rows: QuerySet[Any]) -> Iterator[int]:
    """Refresh rows in order of key, each batch in a transaction of its own; yield how many are done."""
    done, last, noted = 0, 0, time.monotonic()
    while batch := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            # What an editor is just changing is written once that is done, not as it was before.
            hold_articles(articles_of(kind.rows().filter(pk__in=batch)))
            kind.refresh(batch)
        done, last = done + len(batch), batch[-1]
        if time.monotonic() - noted >= _NOTED_EVERY:
            index_edition.note_reached(kind.table, last)
            noted = time.monotonic()
        yield done


def _line(name: str, done: int, total: int, seconds: float) -> str:
    total = max(done, total)  # others add some meanwhile
    return f"{name}: {done:,} of {total:,}{_rate(done, seconds)}{time_left(done, total, seconds)}"


def _rate(done: int, seconds: float) -> str:
    return f", {done / seconds:,.0f} a second" if done and seconds >= 1 else ""
