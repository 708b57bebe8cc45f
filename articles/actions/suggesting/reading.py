"""Reading texts by the rules: what they find is suggested, and that they have read a text is noted.

The rules run before anything is held. Each text is stored in a transaction of its own, under the lock of its article;
one that changed meanwhile, or that an editor holds, is left for the next time.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Final

from django.db import DatabaseError, OperationalError, connection, transaction
from psycopg import errors

from articles.actions import log
from articles.actions.import_patience import concerns_all
from articles.actions.suggesting.entities import forget_unused
from articles.actions.suggesting.storing import Note, Rules, Stored, store
from articles.actions.suggesting.texts import Text, texts_of
from articles.actions.suggesting.topics import Taught, suggest_topics
from articles.actions.suggesting.trust import silenced, trust
from articles.extraction.engine import EDITION, read
from articles.extraction.findings import Findings
from articles.extraction.known import Known
from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.models.reading import unread
from articles.text.normalise import unstorable

_LOG: Final = logging.getLogger(__name__)
_PATIENCE: Final = 2_000  # milliseconds that a text waits for an editor who holds it, or for whom it names
_LONGEST: Final = 60_000  # milliseconds of a statement
_ATTEMPTS: Final = 2  # at a text of whose names another one was just added
_LONGEST_FAILURE: Final = 500  # code points
_BUSY: Final = (errors.LockNotAvailable, errors.DeadlockDetected, errors.SerializationFailure)
# A reading that is lost with the server's power is done again: nobody has to wait for the disk.
_BEGIN: Final = """
    SELECT set_config('lock_timeout', %s, true), set_config('statement_timeout', %s, true),
        set_config('synchronous_commit', 'off', true)
"""


@dataclass(slots=True, kw_only=True)
class Read:
    """What became of some texts. Kinds are mention, quote, printing (of a figure), date, statistic, topic."""

    found: Counter[str] = field(default_factory=Counter)  # by kind, in all texts that were read
    added: Counter[str] = field(default_factory=Counter)  # of these: by kind, and "entity"
    withdrawn: int = 0  # facts that earlier rules had suggested
    texts: int = 0  # that were read, those that failed among them
    left: list[int] = field(default_factory=list)  # articles for the next time: held by somebody, or changed meanwhile
    failures: dict[int, str] = field(default_factory=dict)  # article -> a sentence
    seconds: float = 0.0  # that the rules took

    def __add__(self, other: Read) -> Read:
        return Read(
            found=self.found + other.found,
            added=self.added + other.added,
            withdrawn=self.withdrawn + other.withdrawn,
            texts=self.texts + other.texts,
            left=self.left + other.left,
            failures=self.failures | other.failures,
            seconds=self.seconds + other.seconds,
        )


def waiting(edition: str = EDITION) -> ArticleQuerySet:
    """Return the articles whose text this edition of the rules has not read."""
    return unread(Article.objects.all(), edition)


def read_texts(articles: Sequence[int], *, known: Known, edition: str = EDITION, taught: Taught | None = None) -> Read:
    """Read the current texts of articles, given by key, and suggest what the rules find in them.

    `taught` tells what topics there are (`Taught.load`); None suggests none. What somebody decided is never touched and never suggested again; what earlier rules suggested and these do not
    find goes. A text that the rules cannot read is noted with the reason, and the others are read.

    Raises:
        DatabaseError: the database went away, or cannot take anything; texts stored before are read.
    """
    done = Read()
    rules = Rules(edition=edition, known=known, trusted=trust(), silenced=silenced())
    unused = set[int]()
    for text in texts_of(articles):
        began = time.perf_counter()
        findings, failure = _findings(text, known)
        seconds = time.perf_counter() - began
        if stored := _store(text, findings, rules, Note(edition=edition, seconds=seconds, failure=failure)):
            done += _told(text, stored, seconds)
            unused |= stored.unused
        else:
            done.left.append(text.article)
    if unused:
        _forget(unused)
    if taught:
        failed = {*done.left, *done.failures}
        topics = suggest_topics(
            [key for key in articles if key not in failed], taught, trusted=rules.trusted, silent=rules.silenced
        )
        done.found["topic"] += sum(topics.values())
    return done


def _told(text: Text, stored: Stored, seconds: float) -> Read:
    failures = {text.article: stored.failure} if stored.failure else {}
    return Read(
        found=stored.found, added=stored.added, withdrawn=stored.withdrawn, texts=1, failures=failures, seconds=seconds
    )


def _findings(text: Text, known: Known) -> tuple[Findings, str]:
    """Return what the rules find, and why they find nothing when they fail."""
    try:
        return read(text.story, known), ""
    except Exception as error:  # noqa: BLE001 - whatever it is, the other texts are to be read
        _LOG.exception("The rules cannot read the text of article %s.", text.article)
        return Findings(), _sentence(error)


def _sentence(error: Exception) -> str:
    told = (str(error).splitlines() or [""])[0]
    said = f"{type(error).__name__}: {told}" if told and not unstorable(told) else type(error).__name__
    return f"The rules stopped with {said[:_LONGEST_FAILURE]}."


def _store(text: Text, findings: Findings, rules: Rules, note: Note) -> Stored | None:
    """Store what was found in a transaction; None when the text has to wait.

    Raises:
        DatabaseError: no other text would fare better.
    """
    reason = ""
    for _attempt in range(_ATTEMPTS):
        try:
            with _patient():
                return store(text, findings, rules, note)
        except DatabaseError as error:
            if isinstance(error.__cause__, _BUSY):
                return None
            if concerns_all(error):
                raise
            _LOG.exception("What the rules found in article %s cannot be stored.", text.article)
            reason = _sentence(error)
    with _patient():
        return store(text, Findings(), rules, replace(note, failure=reason))


@contextmanager
def _patient() -> Iterator[None]:
    """Open a transaction of a writer that waits briefly for whoever holds what it needs."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_BEGIN, [str(_PATIENCE), str(_LONGEST)])
        log.write()
        yield


def _forget(entities: set[int]) -> None:
    """Remove entities that nothing names any more, unless others are writing all the time: then they stay, unseen."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(_BEGIN, [str(_PATIENCE), str(_LONGEST)])
            log.write(alone=True)
            forget_unused(entities)
    except OperationalError as error:
        if not isinstance(error.__cause__, _BUSY):
            raise
