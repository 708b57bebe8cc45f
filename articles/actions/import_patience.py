"""What an import does when the database goes away: wait for it and begin the batch again; and what ends the run."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from psycopg import errors

_Result = TypeVar("_Result")
PATIENCE: Final = 60.0  # seconds that the database may be away; a restart takes a few
_PAUSE: Final = 0.2  # seconds between two attempts to reach it
_ATTEMPTS: Final = 5  # at a batch that the database takes back for another transaction's sake
_TAKEN_BACK: Final = (errors.DeadlockDetected, errors.SerializationFailure)
_FULL: Final = (errors.DiskFull, errors.OutOfMemory, errors.ConfigurationLimitExceeded)


class Stopped(Exception):
    """The run cannot go on; the message is a sentence. What was counted is stored, and the same command goes on."""


def patiently(work: Callable[[], _Result], *, after_return: Callable[[], None]) -> _Result:
    """Return what `work` returns, a whole transaction; after the database was away it is done again from its start.

    `after_return` runs on each new connection, before the work does. Inside another transaction nothing can be done
    again, and errors go on to the caller.

    Raises:
        Stopped: the database stays away, or has no room.
    """
    attempts = 0
    while True:
        try:
            return work()
        except (OperationalError, InterfaceError) as error:
            if isinstance(error.__cause__, _FULL):
                raise Stopped(f"The database has no room: {_first_line(error)}.") from error
            attempts += 1
            if connection.in_atomic_block or attempts > _ATTEMPTS:
                raise
            if not isinstance(error.__cause__, _TAKEN_BACK):
                _reach_again(error)
                after_return()


def _reach_again(lost: Exception) -> None:
    """Open a new connection as soon as the database answers."""
    until = time.monotonic() + PATIENCE
    reason = lost
    while time.monotonic() < until:
        connection.close()
        try:
            connection.ensure_connection()
        except DatabaseError as error:
            reason = error
            time.sleep(_PAUSE)
        else:
            return
    raise Stopped(f"The database has been away for {PATIENCE:.0f} seconds: {_first_line(reason)}.") from reason


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason given"])[0].rstrip(".")
