"""All checks of the archive, in the order in which an article comes in: a new one is one more entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from django.db import DatabaseError, connection, transaction

from articles.proof import anchors, blocks, deliveries, entries, groups, hashes, runs, shown
from articles.proof.walking import Walk

# Classes of errors (the beginnings of their codes) that tell of rows which the server cannot read: what they hold makes
# no sense, the disk does not give them, a page or an index is broken.
_DAMAGE: Final = ("22", "58", "XX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    name: str  # one word, as `verify --only` takes it
    about: str  # what must be so, a line of the manual
    walks: tuple[Walk, ...]

    def problems(self, tell: Callable[[Walk, int], None]) -> Iterator[str]:
        """Yield what is wrong, a line each; `tell` is told how many more rows of a walk have been gone over.

        Raises:
            DatabaseError: the database went away. Rows that it cannot read are a line, and those after them are read.
        """
        for walk in self.walks:
            yield from _or_unreadable(_gone_over(walk, tell), f"not all {walk.name} were looked at")


def _gone_over(walk: Walk, tell: Callable[[Walk, int], None]) -> Iterator[str]:
    for keys in walk.parts():
        yield from _or_unreadable(walk.problems(keys), f"{walk.name} {_told(keys)} cannot be read")
        tell(walk, len(keys))


def _or_unreadable(problems: Iterator[str], otherwise: str) -> Iterator[str]:
    try:
        with transaction.atomic():  # a savepoint: without it nothing could be asked after an error
            yield from problems
    except DatabaseError as error:
        if not (getattr(error.__cause__, "sqlstate", None) or "").startswith(_DAMAGE):
            raise
        yield f"{otherwise}: {str(error).splitlines()[0]}"


def _told(keys: Sequence[int]) -> str:
    return f"{keys[0]} to {keys[-1]}" if len(keys) > 1 else str(keys[0])


CHECKS: Final = (
    Check(name="hashes", about="bytes of sources and bodies of texts have their sha256", walks=hashes.WALKS),
    Check(
        name="blocks", about="blocks give the text; those with places hold all of the source, once", walks=blocks.WALKS
    ),
    Check(name="anchors", about="the words of facts stand where they are said to stand", walks=anchors.WALKS),
    Check(name="articles", about="each shows its newest text; none is missing that was not erased", walks=shown.WALKS),
    Check(name="runs", about="counts of imports, their journals, inputs and articles agree", walks=runs.WALKS),
    Check(name="deliveries", about="what editors gave in the browser is what was brought in", walks=deliveries.WALKS),
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
