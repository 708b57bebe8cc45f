"""What importers read goes into the archive: one run for each file or folder, one report for each record.

The same command goes on with a run that was interrupted: the journal (`Batch`) tells which batches are stored.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from articles.actions.import_ahead import Ended, ahead
from articles.actions.import_batch import Outcome, Report, take_batch
from articles.actions.import_patience import Stopped, patiently
from articles.actions.import_records import RawBatch, ReadyBatch, batches_of, ready, storable
from articles.importers.base import RawArticle, Unreadable
from articles.importers.fields import NOTHING_ASKED, Asked
from articles.importers.files import Container
from articles.models import Batch, ImportRun, Refusal

__all__ = ["CannotRetry", "How", "Outcome", "Report", "Stopped", "bring_in", "store"]
_RUNS: Final = 0x72756E  # the first half of the locks by which runs tell that somebody works on them

Records = Iterable[RawArticle | Unreadable]


class CannotRetry(ValueError):
    """There is nothing to retry; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How the records of a file or folder are to be taken."""

    publish: bool
    retry: int | None = None  # key of a run: only what it refused is taken
    command: str = ""
    ahead: bool = False  # read and analyse in processes of their own

    def options(self, asked: Asked) -> dict[str, Any]:
        """Return what must be the same for a run to be taken up again, as JSON holds it."""
        retry = {"retry": self.retry} if self.retry else {}
        mapped = {"map": str(asked)} if asked != NOTHING_ASKED else {}
        return {"publish": self.publish, **retry, **mapped}


def bring_in(
    container: Container,
    *,
    publish: bool = False,
    dry_run: bool = False,
    by: User | None = None,
    how: How | None = None,
) -> Iterator[Report]:
    """Store the records of a file or folder as one run, and report each as soon as it is stored.

    A run of the same bytes under the same name that was not finished is taken up. One that finds nothing new and
    refuses nothing leaves no trace. A dry run does everything and takes each batch back, so that nobody waits for it:
    the same record in two batches is new in both.

    Raises:
        CannotRetry: there is no such run, or nothing of it waits.
        Stopped: it cannot go on; the run says why.
    """
    how = how or How(publish=publish)
    places = _waiting(how.retry)

    def read() -> Iterator[RawArticle | Unreadable]:
        records = container.read()
        return records if places is None else (one for one in records if storable(one.place) in places)

    if dry_run:
        asked = _asked(container, how, by)
        for batch in _batches(read, {}, ahead_of=how.ahead):
            yield from patiently(partial(_rehearse, batch, asked, publish=how.publish), after_return=lambda: None)
        return
    with _at_work(container, how, by) as run:
        yield from _stored(read, run, publish=how.publish, ahead_of=how.ahead)
        _finish(run)


def store(records: Records, *, run: ImportRun, publish: bool) -> Iterator[Report]:
    """Store the records as batches of `run`, or report what its journal says of them."""
    yield from _stored(lambda: iter(records), run, publish=publish, ahead_of=False)


def _stored(
    read: Callable[[], Iterator[RawArticle | Unreadable]], run: ImportRun, *, publish: bool, ahead_of: bool
) -> Iterator[Report]:
    stored = dict(Batch.objects.filter(run=run).values_list("number", "sha256"))
    began = time.monotonic()
    for batch in _batches(read, stored, ahead_of=ahead_of):
        work = partial(take_batch, batch, run, publish=publish, began=began)
        yield from patiently(work, after_return=partial(_hold_again, run))
        began = time.monotonic()


def _batches(
    read: Callable[[], Iterator[RawArticle | Unreadable]], stored: Mapping[int, str], *, ahead_of: bool
) -> Iterator[ReadyBatch]:
    def raw() -> Iterator[RawBatch]:
        return batches_of(read())

    def analysed() -> Iterator[ReadyBatch]:
        return (ready(batch, stored) for batch in (ahead(raw) if ahead_of else raw()))

    return ahead(analysed) if ahead_of else analysed()


def _waiting(run: int | None) -> set[str] | None:
    """Return the places of the records that a run refused and that nobody has taken since; None for no run."""
    if run is None:
        return None
    if not ImportRun.objects.filter(pk=run).exists():
        raise CannotRetry(f"There is no import {run}.")
    places = set(Refusal.objects.filter(run=run, taken_in=None).values_list("place", flat=True))
    if not places:
        raise CannotRetry(f"No refused record of import {run} waits.")
    return places


def _rehearse(batch: ReadyBatch, asked: Mapping[str, Any], *, publish: bool) -> list[Report]:
    """Report what would become of a batch; nothing stays of it."""
    with transaction.atomic():
        run = ImportRun.objects.create(**asked)
        reports = take_batch(batch, run, publish=publish, began=time.monotonic())
        transaction.set_rollback(True)
    return reports


@contextmanager
def _at_work(container: Container, how: How, by: User | None) -> Iterator[ImportRun]:
    """Open the run that these records belong to, for this process alone; it keeps the reason for which it stops."""
    run = _opened(container, how, by)
    key = run.pk
    try:
        yield run
    except (Stopped, Ended) as error:
        _stop(run, str(error))
        raise Stopped(str(error)) from error
    except KeyboardInterrupt:
        _stop(run, "It was interrupted.")
        raise
    finally:
        _let_go(key)


def _opened(container: Container, how: How, by: User | None) -> ImportRun:
    asked = _asked(container, how, by)
    for run in ImportRun.objects.filter(finished_at=None, **asked).order_by("-pk"):
        if _hold(run):
            ImportRun.objects.filter(pk=run.pk).update(stopped="")
            return run
    run = ImportRun.objects.create(**asked, command=how.command)
    _hold(run)
    return run


def _asked(container: Container, how: How, by: User | None) -> dict[str, Any]:
    """Return what a run was begun with: what must be the same for it to be taken up again."""
    return {
        "by": by,
        "importer": container.format,
        "container": container.name[-500:],
        "container_sha256": container.sha256(),
        "options": how.options(container.asked),
    }


def _hold(run: ImportRun) -> bool:
    """Take the run for this connection; False while another process works on it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_RUNS, run.pk % 2**31])
        (held,) = cursor.fetchone()
    return bool(held)


def _hold_again(run: ImportRun) -> None:
    if not _hold(run):
        raise Stopped("Another process has gone on with this import while the database was away.")


def _let_go(run: int) -> None:
    with suppress(DatabaseError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_RUNS, run % 2**31])


def _stop(run: ImportRun, reason: str) -> None:
    with suppress(DatabaseError):  # a database that has gone away, or is full, takes no reason either
        ImportRun.objects.filter(pk=run.pk).update(stopped=reason)


def _finish(run: ImportRun) -> None:
    with transaction.atomic():
        run.refresh_from_db()
        if run.new or run.versions or run.refused:
            ImportRun.objects.filter(pk=run.pk).update(finished_at=timezone.now(), stopped="")
        else:
            run.batches.all().delete()
            run.delete()
