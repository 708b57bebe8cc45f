"""Who works on a run holds a lock of the database: it goes with the process, however that ends."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from django.db import DatabaseError, InterfaceError, connection

_RUNS: Final = 0x72756E  # the first half of the locks; the second is the run's key
_KEYS: Final = 2**31  # as many as the second half tells apart
_HELD: Final = """
    SELECT objid::bigint FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = %s AND objid = ANY(%s)
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_ANY_HELD: Final = """
    SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = %s
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    )
"""


def hold(run: int) -> bool:
    """Take the run for this connection, until it ends or lets go; False while another one works on it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_RUNS, run % _KEYS])
        (held,) = cursor.fetchone()
    return bool(held)


def let_go(run: int) -> None:
    """Give the run up; without a database there is nothing to give up any more."""
    with suppress(DatabaseError, InterfaceError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_RUNS, run % _KEYS])


def worked_on(runs: Iterable[int]) -> set[int]:
    """Return the keys of those runs on which a process works at this moment."""
    keys = list(runs)
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [_RUNS, [key % _KEYS for key in keys]])
        held = {key for (key,) in cursor.fetchall()}
    return {key for key in keys if key % _KEYS in held}


def any_worked_on() -> bool:
    """Whether an import brings anything in at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(_ANY_HELD, [_RUNS])
        (held,) = cursor.fetchone()
    return bool(held)
