"""How much work a reading takes, counted in lines of code that run: the same on every machine, however busy it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Final, TypeVar

_Given = TypeVar("_Given")
SHORT: Final = 1_000
LONG: Final = 4_000
LINE: Final = 1_000_000  # characters: a regular expression that goes back over all of them takes hours, others a second
MOST: Final = 7  # times the short text's: 4 for work that grows with the text, 16 for work that grows with its square


def assert_steady(read: Callable[[str], object], piece: str) -> None:
    """Fail when reading a long text of one piece takes far more than its share of a short one's steps."""
    short, long = (steps(read, filled(piece, length)) for length in (SHORT, LONG))
    assert long < MOST * short, f"{piece[:60]!r}: {short} steps, and {long} for {LONG // SHORT} times the text"


def filled(piece: str, length: int) -> str:
    """Return a text of `length` characters that has `piece` over and over."""
    return (piece * (length // len(piece) + 1))[:length].strip() or "a"


def steps(read: Callable[[_Given], object], given: _Given) -> int:
    """Return how many lines run while `given` is read. What a regular expression does is one step, however long."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(given)
    finally:
        sys.settrace(before)
    return count
