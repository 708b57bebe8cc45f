"""How far a command is: one line that a terminal writes over itself, and that a log gets now and then."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from typing import Final

_ON_SCREEN: Final = 0.2  # seconds between two words on progress
_IN_LOG: Final = 10.0
_CLEAR: Final = "\r\x1b[K"  # the line of a terminal
_MINUTES: Final = 90  # seconds from which time is told in minutes


class Progress:
    """Tells stderr how far it is, no more often than somebody can read."""

    def __init__(self) -> None:
        self._screen = sys.stderr
        self._terminal = self._screen.isatty()
        self.began = self._told = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def tell(self, line: Callable[[], str]) -> None:
        """Write the line that `line` makes, where it is time for one."""
        now = time.monotonic()
        if now - self._told < (_ON_SCREEN if self._terminal else _IN_LOG):
            return
        self._told = now
        # A line that a terminal breaks could not be written over.
        text = line()[: shutil.get_terminal_size().columns - 1] if self._terminal else line()
        self._screen.write(f"{_CLEAR}{text}" if self._terminal else f"{text}\n")
        self._screen.flush()

    def clear(self) -> None:
        """Make room for a line of its own."""
        if self._terminal:
            self._screen.write(_CLEAR)
            self._screen.flush()


def time_left(done: int, total: int, seconds: float) -> str:
    """Return ", about 12 min left"; "" when nobody can tell."""
    if not done or total <= done:
        return ""
    left = seconds * (total - done) / done
    return f", about {left / 60:,.0f} min left" if left >= _MINUTES else f", about {left:.0f} s left"
