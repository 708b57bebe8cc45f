"""What importers read goes into the archive: one run for each file or folder, one report for each record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone
from psycopg.errors import QueryCanceled

from articles.actions.add import LONGEST_PLACE, add, address_taken, find, hold_words, unfit
from articles.actions.editing import unhurried
from articles.importers.base import RawArticle, Unreadable
from articles.importers.files import Container
from articles.models import ImportRun, Refusal, Tombstone


class Outcome(StrEnum):
    """What became of a record; the values are the counters of its run."""

    NEW = "new"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One record of a run, told to whoever watches it."""

    place: str
    outcome: Outcome
    reason: str = ""  # why it is refused
    article: int | None = None  # key of the article that holds the words; None when refused


def bring_in(container: Container, *, publish: bool, dry_run: bool = False, by: User | None = None) -> Iterator[Report]:
    """Store the records of a file or folder as one run, and report each as soon as it is stored.

    A run that finds nothing new and refuses nothing leaves no trace. A dry run does everything and takes it
    back at the end. What is not read to its end stays an unfinished run.
    """
    with _taken_back(dry_run=dry_run):
        run = ImportRun.objects.create(
            by=by, importer=container.format, container=container.name[-500:], container_sha256=container.sha256()
        )
        yield from store(container.read(), run=run, publish=publish)
        _finish(run)


def store(records: Iterable[RawArticle | Unreadable], *, run: ImportRun, publish: bool) -> Iterator[Report]:
    """Store each record in a transaction of its own, counted in `run`; one that fails never costs another."""
    for record in records:
        if isinstance(record, RawArticle):
            yield _take(record, run, publish=publish)
        else:
            yield _refuse(record.place, record.reason, run)


@contextmanager
def _taken_back(*, dry_run: bool) -> Iterator[None]:
    if not dry_run:
        yield
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _finish(run: ImportRun) -> None:
    run.refresh_from_db()
    if run.new or run.refused:
        ImportRun.objects.filter(pk=run.pk).update(finished_at=timezone.now())
    else:
        run.delete()


def _take(raw: RawArticle, run: ImportRun, *, publish: bool) -> Report:
    """Add the article unless the archive has it."""
    reason = unfit(raw)
    if reason:
        return _refuse(raw.place, reason, run)
    for last_attempt in (False, True):
        try:
            with unhurried():
                return _add_or_find(raw, run, publish=publish)
        except IntegrityError as error:
            # Another run stored the same address, or the same publisher, in between: look again.
            if last_attempt:
                reason = str(error)
        except DatabaseError as error:
            # A database that went away ends the run; one that gave up on this record only refuses it.
            if isinstance(error, OperationalError) and not isinstance(error.__cause__, QueryCanceled):
                raise
            reason = str(error)
            break
    return _refuse(raw.place, f"The database does not take it: {reason.splitlines()[0]}.", run)


def _add_or_find(raw: RawArticle, run: ImportRun, *, publish: bool) -> Report:
    hold_words(raw)
    if grave := _grave(raw):
        return _refuse(
            raw.place, f"It was erased from the archive on {grave.at:%d %B %Y} and is not taken in again.", run
        )
    version = find(raw)
    if version is None and address_taken(raw):
        return _refuse(raw.place, "The archive has other words from this address.", run)
    outcome = Outcome.KNOWN if version else Outcome.NEW
    article = version.article_id if version else add(raw, run, publish=publish).pk
    _count(run, outcome)
    return Report(place=raw.place, outcome=outcome, article=article)


def _grave(raw: RawArticle) -> Tombstone | None:
    """Return the tombstone of an article that came from the same bytes or stood at the same address."""
    same_bytes = Q(sources__contains=[hashlib.sha256(raw.content).hexdigest()])
    same_address = Q(url=raw.url) if raw.url else Q()
    return Tombstone.objects.filter(same_bytes | same_address).first()


def _refuse(place: str, reason: str, run: ImportRun) -> Report:
    place, reason = _storable(place), _storable(reason)
    with transaction.atomic():
        Refusal.objects.create(run=run, place=place[-LONGEST_PLACE:], reason=reason)
        _count(run, Outcome.REFUSED)
    return Report(place=place, outcome=Outcome.REFUSED, reason=reason)


def _count(run: ImportRun, outcome: Outcome) -> None:
    ImportRun.objects.filter(pk=run.pk).update(seen=F("seen") + 1, **{outcome.value: F(outcome.value) + 1})


def _storable(text: str) -> str:
    """Return `text` with what no column holds written as its code."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")
