"""Who works on a run holds a lock of the database (`process_locks`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from articles.actions import process_locks

_RUNS: Final = 0x72756E  # keys are those of runs


def hold(run: int) -> bool:
    """Take the run for this connection, until it ends or lets go; False while another one works on it."""
    return bool(process_locks.take(_RUNS, [run]))


def let_go(run: int) -> None:
    """Give the run up; without a database there is nothing to give up any more."""
    process_locks.let_go(_RUNS, [run])


def worked_on(runs: Iterable[int]) -> set[int]:
    """Return the keys of those runs on which a process works at this moment."""
    return process_locks.held(_RUNS, list(runs))


def any_worked_on() -> bool:
    """Whether an import brings anything in at this moment."""
    return process_locks.any_held(_RUNS)
