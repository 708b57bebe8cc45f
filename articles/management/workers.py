"""What every worker does around its work: it goes on until it is ended, and waits while the database is away."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from django.db import DatabaseError, InterfaceError, connection

logger = logging.getLogger(__name__)
PAUSE: Final = 1.5  # seconds between two looks at whether anything waits
AFTER_A_MISTAKE: Final = 10.0  # seconds before what nobody foresaw is tried again
PATIENCE: Final = 5  # seconds that a batch may take once it is to end
_STEP: Final = 0.25  # seconds in which it notices that it is to end
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)


class Worker:
    """Does what there is to do, and knows when it is to end."""

    def __init__(self, *, parent: int | None = None) -> None:
        """`parent`: the process that it ends with."""
        self._process, self._parent = os.getpid(), parent
        self._told_to_end = False

    @contextmanager
    def told_by_signals(self) -> Iterator[None]:
        """Let Ctrl-C and SIGTERM end it: the first asks, a second one or some seconds more break off its batch.

        Raises:
            KeyboardInterrupt: the batch in hand was broken off.
        """
        before = {number: signal.signal(number, self._end) for number in _SIGNALS}
        try:
            yield
        finally:
            signal.alarm(0)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        if os.getpid() != self._process:  # a process that reads ahead for us
            os._exit(128 + number)
        if self._told_to_end:
            raise KeyboardInterrupt
        self._told_to_end = True
        signal.alarm(PATIENCE)

    def ending(self) -> bool:
        return self._told_to_end or (self._parent is not None and os.getppid() != self._parent)

    def until_ended(self, step: Callable[[], bool], *, waits: str) -> None:
        """Do `step` after `step`, with a pause where one had nothing to do; `waits`: what does while it cannot."""
        away = False
        while not self.ending():
            pause = PAUSE
            try:
                pause = 0.0 if step() else PAUSE
                away = False
            except (DatabaseError, InterfaceError) as error:
                if not away:
                    logger.warning("The database does not answer, so %s: %s", waits, first_line(error))
                away = True
                connection.close()
            except Exception:
                logger.exception("Something went wrong that nobody foresaw.")
                pause = AFTER_A_MISTAKE
            self.rest(pause)

    def rest(self, seconds: float) -> None:
        """Wait, but no longer than until it is to end."""
        until = time.monotonic() + seconds
        while not self.ending() and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, _STEP))


def first_line(error: Exception) -> str:
    """Return what a log has room for."""
    return (str(error).splitlines() or ["no reason given"])[0]
