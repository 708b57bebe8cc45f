"""Which texts are read next, by one who reads while others do: a few at a time, so that nobody waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final

from django.db import connection
from django.db.models import F, Max, Q
from django.utils import timezone

from articles.actions.reading_turns import taken
from articles.actions.run_locks import any_worked_on
from articles.actions.suggesting import Read, gazetteer, read_texts, waiting
from articles.actions.suggesting.reading import FEW, forget
from articles.actions.suggesting.topics import Taught
from articles.actions.suggesting.trust import Trust
from articles.extraction.known import Known
from articles.models import (
    Anchor,
    Article,
    ArticleEntry,
    ArticleTopic,
    DateMention,
    Entity,
    EntityName,
    Mention,
    Printing,
    Quote,
    QuoteEntry,
    Reading,
    RelayHop,
    Statistic,
    StatisticEntry,
    Version,
)
from articles.models.article import ArticleQuerySet

_ASKED_AT_ONCE: Final = 10_000  # keys
_LOOKED_AT: Final = 8 * FEW  # texts among which one is sought that nobody else has in hand
_TAUGHT_KEPT: Final = 60.0  # seconds before what editors have taught is read again
_LATE: Final = 300.0  # seconds before it looks for texts that became readable after newer ones
# Those that no edition has read, then those that earlier ones have, each the newest text first. An index has this order
# (Article.read_by), so that a new edition of the rules never passes over what it has read already.
_IN_TURN: Final = ("read_by", "-current_id")
FIRST_COUNT: Final = 100  # texts after which the tables are counted anew; then after twice as many, and so on
_FILLED: Final = (  # by what rules suggest
    *(Anchor, DateMention, Entity, EntityName, Mention, Printing, Quote, QuoteEntry, Reading, RelayHop),
    *(Statistic, StatisticEntry, Article, ArticleEntry, ArticleTopic, Version),
)
BESIDE_AN_IMPORT: Final = 1.0  # seconds of rest after each few texts while an import brings articles in


def _count_anew() -> None:
    """Let the database find out how much there is: a plan for a nearly empty archive is no plan for a full one.

    It does so by itself, but up to a minute later, and until then pages would be slow or fail.
    """
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(quote(table._meta.db_table) for table in _FILLED)}")


def readable() -> ArticleQuerySet:
    """Return the articles whose text the rules may read: notes are an archivist's own words."""
    return Article.objects.filter(current__isnull=False).without_notes()


def of_run(run: int) -> ArticleQuerySet:
    """Return those whose current text an import brought in."""
    return readable().filter(current__source__run=run)


class Reader:
    """Reads texts with what editors have taught by then: names, words of topics, and how far rules are trusted."""

    def __init__(self) -> None:
        self._known, self._asked_at = Known(), -_TAUGHT_KEPT
        self._taught: Taught | None = None
        self._trust: Trust | None = None
        self._texts, self._count_at = 0, FIRST_COUNT
        self._unused = set[int]()  # entities that texts have named and do not any more
        self._all_swept = False

    def read(self, articles: Sequence[int], *, wanted: Callable[[], ArticleQuerySet]) -> Read | None:
        """Read those that nobody else has in hand and that are still `wanted`; None when there is none."""
        with taken(articles) as ours:
            left = set(wanted().filter(pk__in=ours).values_list("pk", flat=True))
            if not left:
                return None
            self._learn()
            few = [key for key in ours if key in left]
            found = read_texts(few, known=self._known, taught=self._taught, trust=self._trust)
        self._texts += found.texts
        self._unused |= found.unused
        if self._texts >= self._count_at:
            self._count_at = 2 * self._texts
            _count_anew()
        return found

    def forget(self, *, sweep: bool = False) -> None:
        """Remove entities that nothing names any more, or leave it for the next time while others write.

        `sweep` looks at all that others have left, once.
        """
        if sweep and not self._all_swept:
            self._all_swept = forget()
        if self._unused and forget(self._unused):
            self._unused.clear()

    def _learn(self) -> None:
        if time.monotonic() - self._asked_at >= _TAUGHT_KEPT:
            self._known, self._taught, self._trust = gazetteer(), Taught.load(), Trust.load()
            self._asked_at = time.monotonic()


def read_again(articles: ArticleQuerySet, began: datetime) -> ArticleQuerySet:
    """Keep those that nobody has read since `began`."""
    return articles.filter(Q(current__reading=None) | Q(current__reading__read_at__lt=began))


class OneByOne:
    """All texts that one command asks for: not yet read, or again, those that were read longest ago first."""

    def __init__(self, articles: ArticleQuerySet | None = None, *, most: int | None = None) -> None:
        """`articles` are read again; None: those that were not read, in turn. `most`: no more than that.

        `keys` are theirs, in this order.
        """
        self._again, self._began = articles, timezone.now()
        order = _IN_TURN if articles is None else (F("current__reading__read_at").asc(nulls_first=True), "pk")
        self.keys = list(self._wanted().order_by(*order).values_list("pk", flat=True)[:most])

    def read(self) -> Iterator[Read]:
        """Yield what was found, a few texts after the other; who stops asking ends the work after those in hand."""
        reader = Reader()
        for start in range(0, len(self.keys), FEW):
            if read := reader.read(self.keys[start : start + FEW], wanted=self._wanted):
                yield read
        reader.forget()

    def still_waiting(self) -> set[int]:
        """Return those of the keys that are yet to be read: others have them in hand, or change them."""
        parts = (self.keys[start : start + _ASKED_AT_ONCE] for start in range(0, len(self.keys), _ASKED_AT_ONCE))
        return {key for part in parts for key in self._wanted().filter(pk__in=part).values_list("pk", flat=True)}

    def _wanted(self) -> ArticleQuerySet:
        return waiting() if self._again is None else read_again(self._again, self._began)


class AsTheyCome:
    """What has come in since: the newest texts first, giving way to imports."""

    def __init__(self, rest: Callable[[float], None]) -> None:
        self._reader, self._rest = Reader(), rest
        self._newest: int | None = None  # key of the newest text when all had been read
        self._look_again = 0.0

    def step(self) -> Read | None:
        """Read a few texts; None when there are none that nobody else has in hand."""
        newest = Version.objects.aggregate(newest=Max("pk"))["newest"]
        if newest == self._newest and time.monotonic() < self._look_again:  # to ask for those not read is dear
            return None
        keys = list(waiting().order_by(*_IN_TURN).values_list("pk", flat=True)[:_LOOKED_AT])
        if not keys:
            self._reader.forget(sweep=True)
            self._newest, self._look_again = newest, time.monotonic() + _LATE
            return None
        few = (keys[start : start + FEW] for start in range(0, len(keys), FEW))
        found = (self._reader.read(some, wanted=waiting) for some in few)
        read = next((one for one in found if one and one.texts), None)
        if read and any_worked_on():
            self._rest(BESIDE_AN_IMPORT)
        return read
