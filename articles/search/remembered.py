"""Answers that were expensive, kept as long as the archive stays as it is.

What PostgreSQL shows to a statement is told by its snapshot: two statements with the same one see the same rows. So
an answer is kept under the question and the snapshot, and nothing has to be thrown away when something changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final, TypeVar

from django.core.cache import caches
from django.db import connection

Value = TypeVar("Value")
LATE_SECONDS: Final = 600

# On a replica the snapshot does not tell all that runs, but the place in the log that it has come to does.
_SEEN: Final = """
SELECT current_database(), pg_current_snapshot()::text, coalesce(pg_last_wal_replay_lsn()::text, ''),
       pg_current_xact_id_if_assigned()::text
"""


def value(question: str, find: Callable[[], Value]) -> Value:
    """Return what was found for a question, and find it where nobody has asked since the archive last changed.

    `question` is all that the answer depends on beside the rows, such as a statement with its parameters. What
    `find` raises is not kept. Nothing is kept for a transaction that has written: no snapshot tells its own rows.
    """
    seen = _seen()
    if seen is None:
        return find()
    key = hashlib.sha256(f"{seen}\n{question}".encode()).hexdigest()
    kept: tuple[Value] | None = caches["search"].get(key)
    if kept is not None:
        return kept[0]
    found = find()
    # It may be newer than the snapshot, which was taken before, and never older.
    caches["search"].set(key, (found,))
    return found


def note_late(question: str) -> None:
    """Keep for some minutes that a question took longer than anybody would wait, whatever changes meanwhile."""
    caches["search"].set(_late(question), True, LATE_SECONDS)  # noqa: FBT003 - a value, not an option


def was_late(question: str) -> bool:
    """Return whether it did so a short time ago."""
    return _late(question) in caches["search"]


def _late(question: str) -> str:
    return f"late-{hashlib.sha256(question.encode()).hexdigest()}"


def _seen() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(_SEEN)
        *seen, writing = cursor.fetchone() or (None,)
    return None if writing else repr(seen)
