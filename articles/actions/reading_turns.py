"""Whose turn a text is to be read: several may read at once, and no two read the same text.

Who reads, and who has a text in hand, holds locks of the database (`process_locks`) that nobody but other readers asks
for, so that neither imports nor editors wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from articles.actions import process_locks
from articles.actions.process_locks import Presence

_TEXTS: Final = 0x74657874  # keys are those of articles
_READERS: Final = 0x72656164


@contextmanager
def taken(articles: Iterable[int]) -> Iterator[list[int]]:
    """Yield those of the articles that nobody else has in hand, in their order; they are ours until the block ends.

    Another reader may have been done with one just before: whether it is still to be read is asked in the block.
    """
    asked = list(articles)
    ours = process_locks.take(_TEXTS, asked)
    try:
        yield [key for key in asked if key in ours]
    finally:
        process_locks.let_go(_TEXTS, ours)


def reader() -> Presence:
    """Return what tells others that this process reads, or is ready to."""
    return Presence(_READERS)


def anybody_reads() -> bool:
    """Whether any process reads, or is ready to, at this moment."""
    return process_locks.any_held(_READERS)
