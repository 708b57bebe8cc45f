"""Every change of a record by an editor: locked, compared with what the editor had seen, logged, findable anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Model

from articles.actions import log
from articles.actions.refresh import refresh
from articles.actions.snapshots import difference, snapshot
from articles.models import Decision

_LONGEST_STATEMENT: Final = 60_000  # milliseconds


class Changed(Exception):
    """Somebody changed the record since the editor looked at it; nothing is written.

    `since`: the decisions that came between, newest first.
    """

    def __init__(self, since: Sequence[Decision]) -> None:
        super().__init__("The record was changed in the meantime.")
        self.since = since


@contextmanager
def unhurried(*, alone: bool = False) -> Iterator[None]:
    """Open a transaction of a writer, whose statements may take longer than a reader would wait.

    `alone` waits for all other writers, and lets none begin.
    """
    with transaction.atomic():
        log.write(alone=alone)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = %s", [_LONGEST_STATEMENT])
        yield


@contextmanager
def edited(
    record: Model, *, by: User | None, action: str = "change", reason: str = "", seen: int | None = None
) -> Iterator[None]:
    """Hold a record while the block writes it and what belongs to it, then log what has changed.

    A record without a key is one that the block adds. `seen` is the key of the newest decision that the editor
    knows of (`log.newest`); None does not ask. A block that changes nothing leaves no trace.

    Raises:
        Changed: before the block runs.
    """
    with unhurried():
        if record.pk is None:
            yield
            log.record(record, "add", by=by, after=snapshot(record), reason=reason)
        else:
            # Of the row as it stands in the table: what the caller holds may have been changed in memory.
            held = type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
            _compare(record, seen)
            state = snapshot(held)
            yield
            written = type(record)._default_manager.get(pk=record.pk)
            before, after = difference(state, snapshot(written))
            if after:
                log.record(record, action, by=by, before=before, after=after, reason=reason)
        refresh(record)


def _compare(record: Model, seen: int | None) -> None:
    if seen is None:
        return
    since = list(log.decisions_of(record).filter(pk__gt=seen).select_related("by", "subject_type"))
    if since:
        raise Changed(since)
