"""All checks of the archive, in the order in which an article comes in: a new one is one more entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction

from articles.proof import anchors, blocks, entries, groups, hashes, runs, shown
from articles.proof.walking import Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    name: str  # one word, as `verify --only` takes it
    about: str  # what must be so, a line of the manual
    walks: tuple[Walk, ...]

    def problems(self, tell: Callable[[Walk, int], None]) -> Iterator[str]:
        """Yield what is wrong, a line each; `tell` is told how many more rows of a walk have been gone over."""
        for walk in self.walks:
            for keys in walk.parts():
                yield from walk.problems(keys)
                tell(walk, len(keys))


CHECKS: Final = (
    Check(name="hashes", about="bytes of sources and bodies of texts have their sha256", walks=hashes.WALKS),
    Check(name="blocks", about="blocks give the text, and hold each character of the source once", walks=blocks.WALKS),
    Check(name="anchors", about="the words of facts stand where they are said to stand", walks=anchors.WALKS),
    Check(name="articles", about="each shows its newest text; none is missing that was not erased", walks=shown.WALKS),
    Check(name="runs", about="counts of imports, their journals, inputs and articles agree", walks=runs.WALKS),
    Check(name="search", about="search entries hold the words of their articles and facts", walks=entries.WALKS),
    Check(name="copies", about="articles that are alike stand in one group", walks=groups.WALKS),
)


@contextmanager
def one_moment() -> Iterator[None]:
    """Look at the archive as it is now, whoever writes meanwhile; inside another transaction, as that one sees it."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SET LOCAL statement_timeout = 0")
        yield
