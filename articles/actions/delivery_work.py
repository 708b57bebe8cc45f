"""What the worker does: it takes the next file that is ordered, and brings it in.

Who has a file in hand holds a lock of the database (`process_locks`), which goes with the process however that ends:
the next worker finds the file marked as running and the lock free, and goes on with it by the journal of its run.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any, Final

from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions import process_locks
from articles.actions.delivered_files import remove, remove_left
from articles.actions.deliveries import CannotDeliver, container_of, forget, may, refused_wait
from articles.actions.import_patience import concerns_all
from articles.actions.process_locks import Presence
from articles.actions.store import CannotRetry, How, Outcome, Stopped, bring_in
from articles.models import DeliveredFile, Delivery, ImportRun

logger = logging.getLogger(__name__)
DAY: Final = timedelta(days=1)
KEPT: Final = timedelta(days=30)  # of files that failed or have refused records, should somebody try them again
MOST_TIMES: Final = 3  # that a worker may be killed with a file in hand before the file is taken for the reason
_PACE: Final = 1.0  # seconds between two words on progress
_LARGE: Final = 1_000_000  # bytes from which a file is read ahead in processes of its own
_FILES: Final = 0x66696C65  # keys are those of files in hand
_WORKERS: Final = 0x776F726B
State = DeliveredFile.State


class _TakenOver(Stopped):
    """Another worker has the file in hand."""


def work_once(*, ending: Callable[[], bool] = lambda: False) -> bool:
    """Bring in the next file that waits, or that a killed worker left behind; False when there is none.

    Whatever is wrong with a file is told on its row. `ending` is asked after each batch: when it says so, the file
    goes back to those that wait, and the next worker goes on with it.

    Raises:
        DatabaseError: the database went away; the file will be taken up again.
    """
    file = _claim()
    if file is None:
        return False
    logger.info("%s: begins, %s bytes.", file.name, f"{file.size:,}")
    try:
        _Work(file, ending).do()
    finally:
        process_locks.let_go(_FILES, [file.pk])
    return True


def importer() -> Presence:
    """Return what tells others that this process brings files in, or is ready to."""
    return Presence(_WORKERS)


def anybody_imports() -> bool:
    """Whether any process brings files in, or is ready to, at this moment."""
    # Who was without a database for a moment has his file again before he tells anew that he is there.
    return process_locks.any_held(_WORKERS) or process_locks.any_held(_FILES)


def clean_up() -> None:
    """Remove what nobody needs: deliveries that were not ordered within a day, and files kept for 30 days."""
    now = timezone.now()
    for open_one in Delivery.objects.filter(ordered_at=None, given_at__lt=now - DAY):
        with transaction.atomic():
            left = Delivery.objects.select_for_update(skip_locked=True).filter(pk=open_one.pk, ordered_at=None).first()
            if left:
                forget(left)
    ended = DeliveredFile.objects.filter(state__in=[State.DONE, State.FAILED]).exclude(kept_as="")
    for file in ended.filter(worked_at__lt=now - KEPT):
        # An editor may try it again meanwhile: the bytes are then those of a row that waits.
        if ended.filter(pk=file.pk, kept_as=file.kept_as).update(kept_as=""):
            remove([file.kept_as])
    # Read before the folder is: a file that is kept meanwhile is too young to be taken for one left behind.
    named = frozenset(DeliveredFile.objects.exclude(kept_as="").values_list("kept_as", flat=True))
    if count := remove_left(named, older=DAY.total_seconds()):
        logger.info("Removed %d files that no delivery names.", count)


class _Work:
    """Brings one file in, and keeps its row up to date."""

    def __init__(self, file: DeliveredFile, ending: Callable[[], bool]) -> None:
        self._file, self._ending = file, ending
        self._counts: Counter[Outcome] = Counter()
        self._read = 0  # bytes
        self._run: int | None = None
        self._held_by = connection.connection  # the lock went with it when the database was away

    def do(self) -> None:
        try:
            if self._brought_in():
                self._done()
            else:
                self._put_back()
        except (CannotDeliver, CannotRetry) as error:
            self._failed(str(error))
        except Stopped as error:
            if isinstance(error.__cause__, _TakenOver):
                logger.info("%s: another worker goes on with it.", self._file.name)
            elif self._ending():  # a signal for the whole group has ended the processes that read ahead, too
                self._put_back()
            else:
                self._failed(str(error))
        except Exception as error:
            if _concerns_database(error):
                raise
            logger.exception("%s: failed.", self._file.name)
            self._failed(_("Something went wrong that nobody foresaw: %(error)s.") % {"error": _told(error)})

    def _brought_in(self) -> bool:
        """Bring it in; False when it was broken off because the worker is to end."""
        delivery, run = self._file.delivery, self._file.run
        if run and run.finished_at:  # by a worker that was killed before it could say so
            self._run = run.pk
            return True
        if not (delivery.by.is_active and may(delivery.by, publish=delivery.publish)):
            raise CannotDeliver(_("%(user)s may no longer bring this in.") % {"user": delivery.by})
        if self._file.begun > MOST_TIMES:
            times = {"times": MOST_TIMES}
            raise CannotDeliver(_("The worker was ended %(times)d times while it had this file in hand.") % times)
        how = How(
            publish=delivery.publish,
            correct=may(delivery.by, publish=True),
            named=False,  # "index.html" of one page says nothing of the "index.html" of another
            retry=self._file.retried_id,
            ahead=self._file.size > _LARGE,
            on_run=self._opened,
        )
        told = time.monotonic()
        with closing(bring_in(container_of(self._file), by=delivery.by, how=how)) as reports:
            for report in reports:
                self._counts[report.outcome] += 1
                self._read += report.size
                if time.monotonic() - told >= _PACE:
                    told = time.monotonic()
                    self._tell()
                    if self._ending():
                        return False
        return True

    def _opened(self, run: ImportRun) -> None:
        """Keep the file in hand, and let its row name the run."""
        if connection.connection is not self._held_by and not _hold(self._file):
            raise _TakenOver("Another worker has gone on with this file.")
        self._held_by = connection.connection
        if run.container_sha256 != self._file.sha256:
            raise Stopped(_("The file is no longer the one that was given: its bytes have changed on the disk."))
        self._run = run.pk
        _rows(self._file).update(run=run)

    def _tell(self) -> None:
        """Say how far it is. Of what the journal knows already nothing is said, so that no bar goes backwards."""
        if self._read > self._file.read:
            _rows(self._file).update(read=self._read, begun=1, worked_at=timezone.now())
        else:
            _rows(self._file).update(worked_at=timezone.now())

    def _done(self) -> None:
        self._file.run = self._opened_run().first()
        waits = refused_wait(self._file)
        known = 0 if self._file.run else self._counts[Outcome.KNOWN]
        kept_as = self._file.kept_as if waits else ""
        self._end(State.DONE, read=self._file.size, known=known, kept_as=kept_as)
        if not waits:
            remove([self._file.kept_as])
        told = ", ".join(f"{self._counts[outcome]:,} {outcome}" for outcome in Outcome if self._counts[outcome])
        logger.info("%s: done, %s.", self._file.name, told or "nothing in it")

    def _failed(self, reason: str) -> None:
        self._end(State.FAILED, problem=reason)
        logger.warning("%s: %s", self._file.name, reason)

    def _put_back(self) -> None:
        self._end(State.WAITING, begun=0)
        self._opened_run().filter(finished_at=None).update(stopped="The worker was ended.")
        logger.info("%s: waits for the next worker.", self._file.name)

    def _opened_run(self) -> QuerySet[ImportRun]:
        """Return the run, which is gone again when it found nothing new."""
        return ImportRun.objects.filter(pk__in=[self._run] if self._run else [])

    def _end(self, state: DeliveredFile.State, **told: Any) -> None:
        _rows(self._file).update(state=state, worked_at=timezone.now(), **told)


def _claim() -> DeliveredFile | None:
    """Take a file in hand: one whose worker is gone, else the one that waits longest."""
    ordered = DeliveredFile.objects.filter(delivery__ordered_at__isnull=False).order_by("pk")
    ordered = ordered.select_related("delivery__by", "run").select_for_update(skip_locked=True, of=("self",))
    with transaction.atomic():
        # As many are running as there are workers, of whom each holds the lock of his own.
        for file in [*ordered.filter(state=State.RUNNING), *ordered.filter(state=State.WAITING)[:1]]:
            if _hold(file):
                file.begun += 1
                _rows(file).update(state=State.RUNNING, problem="", begun=file.begun, worked_at=timezone.now())
                return file
    return None


def _rows(file: DeliveredFile) -> QuerySet[DeliveredFile]:
    return DeliveredFile.objects.filter(pk=file.pk)


def _hold(file: DeliveredFile) -> bool:
    """Take the file for this connection, once; False while another one has it."""
    return bool(process_locks.take(_FILES, [file.pk]))


def _concerns_database(error: Exception) -> bool:
    """Whether the file is not the reason: the database went away, or cannot write."""
    return isinstance(error, InterfaceError) or (isinstance(error, DatabaseError) and concerns_all(error))


def _told(error: Exception) -> str:
    line = (str(error).splitlines() or [""])[0].rstrip(".")
    return f"{type(error).__name__}: {line}" if line else type(error).__name__
