"""One batch of records goes into the archive in one transaction, together with its row in the journal.

What the database does not take is halved until the record is found that it cannot take; the others go in.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from articles.actions.add import LONGEST_PLACE
from articles.actions.editing import unhurried
from articles.actions.import_known import Held, Known
from articles.actions.import_patience import concerns_all
from articles.actions.import_records import Ready, ReadyBatch, Unfit, storable
from articles.actions.import_rows import New, write_new
from articles.actions.import_told import suggest_told
from articles.actions.import_versions import NotShown, next_version
from articles.models import Article, Batch, ImportRun, Refusal

_LOCK: Final = 0x6E657773  # of all imports: one batch at a time, so that none takes what another is about to take
_DURABLE: Final = """
    SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'
"""
_ATTEMPTS: Final = 2  # at a record that others may just have written


class Outcome(StrEnum):
    """What became of a record; the values are the counters of its run, their first letters stand in the journal."""

    NEW = "new"
    VERSION = "versions"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One record of a run, told to whoever watches it."""

    place: str
    outcome: Outcome
    reason: str = ""  # why it is refused
    article: int | None = None  # key of the article that holds the words; None when refused, or not looked up again
    size: int = 0  # bytes of the record


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    record: Ready | Unfit
    outcome: Outcome
    reason: str = ""
    held: Held | None = None

    @property
    def report(self) -> Report:
        return Report(
            place=storable(self.record.place),
            outcome=self.outcome,
            reason=self.reason,
            article=self.held.key if self.held else None,
            size=self.record.size,
        )


def take_batch(batch: ReadyBatch, run: ImportRun, *, publish: bool, correct: bool, began: float) -> list[Report]:
    """Take the records in, or report what the journal says of them; `began`: the monotonic time of work on it.

    `correct`: whether what readers see may become another text.

    Raises:
        DatabaseError: the database went away, or cannot take anything; nothing of the batch is stored.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")  # another import's batch, or its dry run, may take long
            cursor.execute(_DURABLE)  # what is counted is stored, also by a server that is in haste
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        journalled = Batch.objects.filter(run=run, number=batch.number).first()
        if journalled and journalled.sha256 == batch.sha256:
            return list(_remembered(batch, journalled))
        taken = _take(batch.records, run, publish=publish, correct=correct)
        _write_journal(batch, taken, run, instead_of=journalled, seconds=time.monotonic() - began)
    return [one.report for one in taken]


def _remembered(batch: ReadyBatch, journalled: Batch) -> Sequence[Report]:
    reasons = iter(journalled.refusals.order_by("pk").values_list("reason", flat=True))
    outcomes = {outcome.value[0]: outcome for outcome in Outcome}
    reports = []
    for record, letter in zip(batch.records, journalled.outcomes, strict=True):
        outcome = outcomes[letter]
        reason = next(reasons, "") if outcome is Outcome.REFUSED else ""
        reports.append(Report(place=record.place, outcome=outcome, reason=reason, size=record.size))
    return reports


def _take(records: Sequence[Ready | Unfit], run: ImportRun, *, publish: bool, correct: bool) -> list[_Taken]:
    """Take all records or, where the database refuses them together, each half alone."""
    reason = ""
    for _attempt in range(_ATTEMPTS):
        try:
            with unhurried():
                taken = _Taking(records, run, publish=publish, correct=correct).all()
                connection.check_constraints()  # here, and not when nothing can be halved any more
                return taken
        except IntegrityError as error:
            # Somebody else wrote the same address, or the same publisher, in between: look again.
            reason = str(error)
        except DatabaseError as error:
            if concerns_all(error):
                raise
            reason = str(error)
            break
    if len(records) == 1:
        said = f"The database does not take it: {reason.splitlines()[0]}."
        return [_Taken(record=records[0], outcome=Outcome.REFUSED, reason=storable(said))]
    half = len(records) // 2
    halves = (records[:half], records[half:])
    return [one for part in halves for one in _take(part, run, publish=publish, correct=correct)]


class _Taking:
    """Takes records one after the other; new articles are written together, before anything that builds on them."""

    def __init__(self, records: Sequence[Ready | Unfit], run: ImportRun, *, publish: bool, correct: bool) -> None:
        self._records, self._run, self._publish, self._correct = records, run, publish, correct
        fit = [record for record in records if isinstance(record, Ready)]
        self._known = Known(fit)
        self._articles = self._hold(fit)
        self._planned: list[New] = []

    def all(self) -> list[_Taken]:
        taken = [self._one(record) for record in self._records]
        self._write()
        brought = [one for one in taken if one.outcome in {Outcome.NEW, Outcome.VERSION}]
        suggest_told([(one.record.raw, one.held.key) for one in brought if one.held and isinstance(one.record, Ready)])
        return taken

    def _hold(self, records: Sequence[Ready]) -> dict[int, Article]:
        """Lock the articles that may get another text, in the order in which everybody locks articles."""
        keys = set()
        for record in records:
            held = self._known.at_address(record)
            if held and not self._known.shows(held, record):
                keys.add(held.key)
        rows = Article.objects.filter(pk__in=keys).select_related("current").order_by("pk")
        return {article.pk: article for article in rows.select_for_update(of=("self",))} if keys else {}

    def _one(self, record: Ready | Unfit) -> _Taken:
        if isinstance(record, Unfit):
            return _Taken(record=record, outcome=Outcome.REFUSED, reason=record.reason)
        if grave := self._known.grave(record):
            erased = f"It was erased from the archive on {grave.at:%d %B %Y} and is not taken in again."
            return _Taken(record=record, outcome=Outcome.REFUSED, reason=erased)
        if held := self._known.at_address(record):
            if self._known.shows(held, record):
                return _Taken(record=record, outcome=Outcome.KNOWN, held=held)
            return self._next_version(record, held)
        if held := self._known.holding(record):
            return _Taken(record=record, outcome=Outcome.KNOWN, held=held)
        return self._plan(record)

    def _plan(self, record: Ready) -> _Taken:
        publisher = self._known.publisher(record, by=self._run.by)
        held = Held(publisher=publisher.pk if publisher else None)
        self._planned.append(New(record=record, held=held, publisher=publisher))
        self._known.add(held, record)
        return _Taken(record=record, outcome=Outcome.NEW, held=held)

    def _next_version(self, record: Ready, held: Held) -> _Taken:
        self._write()
        if held.key not in self._articles:
            rows = Article.objects.filter(pk=held.key).select_related("current")
            self._articles[held.key] = rows.select_for_update(of=("self",)).get()
        article = self._articles[held.key]
        if article.is_note:
            return _Taken(
                record=record, outcome=Outcome.REFUSED, reason="The archive has a reference note of this address."
            )
        try:
            version = next_version(record, article, self._run, correct=self._correct)
        except NotShown as error:
            return _Taken(record=record, outcome=Outcome.REFUSED, reason=str(error))
        if version is None:
            return _Taken(record=record, outcome=Outcome.KNOWN, held=held)
        self._known.keep(held, record)
        return _Taken(record=record, outcome=Outcome.VERSION, held=held)

    def _write(self) -> None:
        write_new(self._planned, self._run, publish=self._publish)
        self._planned = []


def _write_journal(
    batch: ReadyBatch, taken: Sequence[_Taken], run: ImportRun, *, instead_of: Batch | None, seconds: float
) -> None:
    """Write the journal's row, the refusals and the counts of the run."""
    counts = Counter(one.outcome for one in taken)
    if instead_of:  # the files are the same, but they are read differently now
        counts.subtract(_taken_out(instead_of))
    letters = "".join(one.outcome.value[0] for one in taken)
    row = Batch.objects.create(run=run, number=batch.number, sha256=batch.sha256, outcomes=letters)
    refused = [replace(one.report, place=one.report.place[-LONGEST_PLACE:]) for one in taken if one.held is None]
    Refusal.objects.bulk_create(
        Refusal(run=run, batch=row, place=report.place, reason=report.reason) for report in refused
    )
    if retried := run.options.get("retry"):
        places = [one.report.place[-LONGEST_PLACE:] for one in taken if one.held]
        Refusal.objects.filter(run=retried, place__in=places).update(taken_in=row)
    _count(run, counts, seconds=seconds)


def forget_batches(run: ImportRun, *, after: int) -> None:
    """Take the batches behind number `after` out of the journal: the same files are read in fewer of them now."""
    with transaction.atomic():
        counts: Counter[Outcome] = Counter()
        for batch in Batch.objects.filter(run=run, number__gt=after):
            counts.subtract(_taken_out(batch))
        if counts:
            _count(run, counts, seconds=0)


def _taken_out(batch: Batch) -> Counter[Outcome]:
    """Delete a batch from the journal with what it refused, and return what it counted."""
    Refusal.objects.filter(batch=batch).delete()
    Refusal.objects.filter(taken_in=batch).update(taken_in=None)
    batch.delete()
    return Counter(outcome for letter in batch.outcomes for outcome in Outcome if outcome.value[0] == letter)


def _count(run: ImportRun, counts: Counter[Outcome], *, seconds: float) -> None:
    added = {outcome.value: F(outcome.value) + counts[outcome] for outcome in Outcome}
    ImportRun.objects.filter(pk=run.pk).update(
        seen=F("seen") + counts.total(), seconds=F("seconds") + seconds, worked_at=timezone.now(), **added
    )
