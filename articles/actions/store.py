"""What importers read goes into the archive: one run for each file or folder, one report for each record.

The same command goes on with a run that was interrupted: the journal (`Batch`) tells which batches are stored.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q

from articles.actions.add import LONGEST_PLACE
from articles.actions.import_ahead import Ended, ahead
from articles.actions.import_batch import Outcome, Report, forget_batches, take_batch
from articles.actions.import_patience import Stopped, patiently
from articles.actions.import_records import ReadyBatch, batches_of, ready, storable
from articles.actions.import_run import finish, is_there, opened, stop
from articles.actions.run_locks import hold, let_go
from articles.importers.base import RawArticle, Unreadable
from articles.importers.fields import NOTHING_ASKED, Asked
from articles.importers.files import Container
from articles.importers.inputs import Inputs
from articles.models import Batch, ImportRun, Refusal

__all__ = ["CannotRetry", "How", "Outcome", "Report", "Stopped", "bring_in", "store"]
Records = Iterable[RawArticle | Unreadable]


class CannotRetry(ValueError):
    """There is nothing to retry; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How the records of a file or folder are to be taken."""

    publish: bool
    correct: bool = True  # other texts of articles that readers see are taken in; else refused
    named: bool = True  # the container's name says which file it is; False where anybody may give any name
    retry: int | None = None  # key of a run: only what it refused is taken
    command: str = ""
    ahead: bool = False  # read and analyse in a process of its own
    # Told the run when it is opened, and again when the database was away; what it raises ends the run.
    on_run: Callable[[ImportRun], object] = lambda _run: None

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
) -> Generator[Report, None, None]:
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
    with container.inputs() as inputs:

        def read() -> Iterator[RawArticle | Unreadable]:
            records = container.read(inputs)
            return records if places is None else (one for one in records if _kept(one.place) in places)

        asked = _asked(container, inputs, how, by)
        if dry_run:
            for batch in _batches(read, {}, ahead_of=how.ahead):
                yield from patiently(partial(_rehearse, batch, asked, how), after_return=lambda: None)
            return
        with _at_work(asked, inputs, how) as run:
            yield from _stored(read, run, how)
            patiently(partial(finish, run), after_return=partial(_hold_at_end, run, how))


def store(records: Records, *, run: ImportRun, publish: bool) -> Iterator[Report]:
    """Store the records as batches of `run`, or report what its journal says of them."""
    yield from _stored(lambda: iter(records), run, How(publish=publish))


def _stored(read: Callable[[], Iterator[RawArticle | Unreadable]], run: ImportRun, how: How) -> Iterator[Report]:
    stored = dict(Batch.objects.filter(run=run).values_list("number", "sha256"))
    began = time.monotonic()
    number = 0
    for batch in _batches(read, stored, ahead_of=how.ahead):
        number = batch.number
        work = partial(take_batch, batch, run, publish=how.publish, correct=how.correct, began=began)
        yield from patiently(work, after_return=partial(_hold_again, run, how))
        began = time.monotonic()
    patiently(partial(forget_batches, run, after=number), after_return=partial(_hold_again, run, how))


def _batches(
    read: Callable[[], Iterator[RawArticle | Unreadable]], stored: Mapping[int, str], *, ahead_of: bool
) -> Iterator[ReadyBatch]:
    def analysed() -> Iterator[ReadyBatch]:
        return (ready(batch, stored) for batch in batches_of(read()))

    return ahead(analysed) if ahead_of else analysed()


def _waiting(run: int | None) -> set[str] | None:
    """Return the places of the records that a run refused and that nobody has taken since; None for no run.

    What a retry took that has not come to its end belongs to them: it finds its own batches by them.
    """
    if run is None:
        return None
    if not ImportRun.objects.filter(pk=run).exists():
        raise CannotRetry(f"There is no import {run}.")
    waits = Q(taken_in=None) | Q(taken_in__run__finished_at=None)
    places = set(Refusal.objects.filter(waits, run=run).values_list("place", flat=True))
    if not places:
        raise CannotRetry(f"No refused record of import {run} waits.")
    return places


def _kept(place: str) -> str:
    """Return a place as a refusal holds it."""
    return storable(place)[-LONGEST_PLACE:]


def _rehearse(batch: ReadyBatch, asked: Mapping[str, Any], how: How) -> list[Report]:
    """Report what would become of a batch; nothing stays of it."""
    with transaction.atomic():
        run = ImportRun.objects.create(**asked)
        reports = take_batch(batch, run, publish=how.publish, correct=how.correct, began=time.monotonic())
        transaction.set_rollback(True)
    return reports


@contextmanager
def _at_work(asked: Mapping[str, Any], inputs: Inputs, how: How) -> Iterator[ImportRun]:
    """Open the run that these records belong to, for this process alone; it keeps the reason for which it stops."""
    connection.ensure_connection()  # one that never was there is not waited for
    run = patiently(partial(opened, asked, inputs, command=how.command, named=how.named), after_return=lambda: None)
    try:
        how.on_run(run)
        yield run
    except (Stopped, Ended) as error:
        stop(run, str(error))
        raise Stopped(str(error)) from error
    except KeyboardInterrupt:
        stop(run, "It was interrupted.")
        raise
    finally:
        let_go(run.pk)


def _asked(container: Container, inputs: Inputs, how: How, by: User | None) -> dict[str, Any]:
    """Return what a run was begun with: what must be the same for it to be taken up again."""
    return {
        "by": by,
        "importer": container.format,
        "container": container.name[-500:],
        "container_sha256": container.sha256_of(inputs),
        "options": how.options(container.asked),
    }


def _hold_again(run: ImportRun, how: How) -> None:
    if is_there(run):
        how.on_run(run)
        if hold(run.pk):
            return
    raise Stopped("Another process has gone on with this import while the database was away.")


def _hold_at_end(run: ImportRun, how: How) -> None:
    if is_there(run):  # else its end was stored, and only the answer was lost
        _hold_again(run, how)
