"""What an import does when the database goes away: wait for it and begin the batch again; and what ends the run."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from django.db import DatabaseError, InterfaceError, InternalError, OperationalError, connection
from psycopg import errors

_Result = TypeVar("_Result")
PATIENCE: Final = 60.0  # seconds that the database may be away; a restart takes a few
_PAUSE: Final = 0.2  # seconds between two attempts to reach it
_ATTEMPTS: Final = 5  # at a batch that the database takes back for another transaction's sake
_TAKEN_BACK: Final = (errors.DeadlockDetected, errors.SerializationFailure)
_FULL: Final = (errors.DiskFull, errors.OutOfMemory, errors.ConfigurationLimitExceeded)
# Among the errors of a server at work: what a text does that is too long for an index, or for its time.
_OF_A_RECORD: Final = (errors.QueryCanceled, errors.ProgramLimitExceeded, errors.StatementTooComplex)
_CLOSED: Final = (errors.InsufficientPrivilege, errors.UndefinedTable, errors.UndefinedColumn)


class Stopped(Exception):
    """The run cannot go on; the message is a sentence. What was counted is stored, and the same command goes on."""


def concerns_all(error: DatabaseError) -> bool:
    """Whether no other record would fare better: the database went away, is full, damaged or only for readers."""
    of_the_server = isinstance(error, (OperationalError, InterfaceError, InternalError))
    return isinstance(error.__cause__, _CLOSED) or (of_the_server and not isinstance(error.__cause__, _OF_A_RECORD))


def patiently(work: Callable[[], _Result], *, after_return: Callable[[], None]) -> _Result:
    """Return what `work` returns, a whole transaction; after the database was away it is done again from its start.

    `after_return` runs on each new connection, before the work does. Inside another transaction nothing can be done
    again, and errors go on to the caller.

    Raises:
        Stopped: the database stays away, has no room, or cannot write for another reason.
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
        except DatabaseError as error:
            if not concerns_all(error):
                raise
            # A quota that is used up, a server that became another's copy, a table that is damaged or closed to us.
            raise Stopped(f"The database cannot write: {_first_line(error)}.") from error


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
