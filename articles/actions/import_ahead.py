"""Reading ahead: what a generator yields is made in a process of its own while the caller stores what came before."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

from django.db import connections

_Item = TypeVar("_Item")
_PATIENCE: Final = 5.0  # seconds that a process has to end once nobody listens
_ITEM, _END, _ERROR = range(3)


class Ended(Exception):
    """The process that read ahead was ended from outside; the message is a sentence."""


def ahead(source: Callable[[], Iterator[_Item]]) -> Iterator[_Item]:
    """Yield what `source()` yields, which another process makes; what that raises is raised here.

    The pipe between them holds one item at most, so neither runs far ahead. Whichever of the two is killed, the
    other notices by the pipe. The other process has no connection to the database, and must not ask it. An error that
    does not survive the way between processes is raised as a RuntimeError that names it.

    Raises:
        Ended: the process was killed.
    """
    # Not "spawn": what is read is told by objects that hold open files and functions.
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_make, args=(source, receiver, sender), name="reading ahead")
    process.start()
    sender.close()
    try:
        yield from _received(receiver)
    finally:
        receiver.close()
        process.join(_PATIENCE if process.exitcode is None else 0)
        if process.is_alive():
            process.terminate()
            process.join()


def _received(receiver: Connection) -> Iterator[Any]:
    while True:
        try:
            kind, value = receiver.recv()
        except (EOFError, OSError) as error:  # the latter within an item
            raise Ended("The process that reads the files was ended by the system.") from error
        if kind == _END:
            return
        if kind == _ERROR:
            raise value
        yield value


def _make(source: Callable[[], Iterator[Any]], receiver: Connection, sender: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who stores
    receiver.close()
    _leave_database()
    with suppress(BrokenPipeError):  # nobody listens any more
        try:
            for item in source():
                sender.send((_ITEM, item))
            sender.send((_END, None))
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - it is raised where the items are awaited
            sender.send((_ERROR, _portable(error)))


def _leave_database() -> None:
    """Let go of the sockets that were inherited: held here too, the locks of a killed parent would outlive it."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for one in connections.all(initialized_only=True):
        if one.connection is not None and not one.connection.closed:
            # In its place, so that no file that is opened later gets the number that the connection still writes to.
            os.dup2(nowhere, one.connection.fileno(), inheritable=False)
    os.close(nowhere)


def _portable(error: Exception) -> Exception:
    """Return the error, or one that tells of it where it cannot be packed or unpacked."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - it is our own
    except Exception:  # noqa: BLE001 - whatever its constructor raises
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
