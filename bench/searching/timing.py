"""How often something is timed, and what is told of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import Final

FEWEST, MOST = 3, 10  # times that a question is asked
LONG_ENOUGH: Final = 0.7  # seconds, after which it is asked no more often than it must


def timed(once: Callable[[], float]) -> list[float]:
    """Ask until it is warm, then measure; return the seconds of each, as `once` tells them."""
    once()
    began = time.monotonic()
    seconds: list[float] = []
    while len(seconds) < FEWEST or (len(seconds) < MOST and time.monotonic() - began < LONG_ENOUGH):
        seconds.append(once())
    return seconds


def middle(seconds: Sequence[float]) -> float:
    """Return the median in ms; 0 of none."""
    return 1000 * median(seconds) if seconds else 0.0


def p95(seconds: Sequence[float]) -> float:
    """Return in ms what 95 of 100 stay under; 0 of none."""
    if len(seconds) < 2:
        return middle(seconds)
    return 1000 * quantiles(seconds, n=20, method="inclusive")[-1]
