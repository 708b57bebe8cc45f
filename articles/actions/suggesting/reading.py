"""Reading texts by the rules: what they find is suggested, and that they have read a text is noted.

The rules run before anything is held. A few texts are stored in one transaction, under the locks of their articles; one
that changed meanwhile, or that an editor holds, is left for the next time.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import reduce
from operator import add
from typing import Final

from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from psycopg import errors

from articles.actions import log
from articles.actions.import_patience import concerns_all
from articles.actions.index_keys import follow_once
from articles.actions.suggesting.entities import forget_unused, unused
from articles.actions.suggesting.storing import Heard, Read, Rules, store
from articles.actions.suggesting.texts import Text, texts_of
from articles.actions.suggesting.topics import Taught, suggest_topics
from articles.actions.suggesting.trust import Trust
from articles.extraction.engine import EDITION, read
from articles.extraction.findings import Findings
from articles.extraction.known import Known
from articles.models import Article, Reading
from articles.models.article import ArticleQuerySet
from articles.models.reading import unread
from articles.text.normalise import unstorable

_LOG: Final = logging.getLogger(__name__)
_PATIENCE: Final = 2_000  # milliseconds that texts wait for an editor who holds a fact, or for who adds their names
_LONGEST: Final = 60_000  # milliseconds of a statement
_AT_ONCE: Final = "1"  # millisecond: who waits to be alone lets nobody else begin
FEW: Final = 20  # texts of one transaction: some tenths of a second
_LONGEST_FAILURE: Final = 500  # code points
_OF_THE_DATABASE: Final = (DatabaseError, InterfaceError)
_BUSY: Final = (errors.LockNotAvailable, errors.DeadlockDetected, errors.SerializationFailure)
# A reading that is lost with the server's power is done again: nobody has to wait for the disk.
_BEGIN: Final = """
    SELECT set_config('lock_timeout', %s, true), set_config('statement_timeout', %s, true),
        set_config('synchronous_commit', 'off', true)
"""


def waiting(edition: str = EDITION) -> ArticleQuerySet:
    """Return the articles whose text this edition of the rules has not read."""
    return unread(Article.objects.all(), edition)


def read_texts(
    articles: Sequence[int],
    *,
    known: Known,
    edition: str = EDITION,
    taught: Taught | None = None,
    trust: Trust | None = None,
) -> Read:
    """Read the current texts of articles, given by key, and suggest what the rules find in them.

    `taught` tells what topics there are (`Taught.load`); None suggests none. `trust` is how far the rules are trusted;
    None asks. What somebody decided is never touched and never suggested again; what earlier rules suggested and these
    do not find goes. A text that the rules cannot read, or whose findings cannot be stored, is noted with the reason,
    and the others are read.

    Raises:
        DatabaseError: the database went away, or cannot take anything; texts stored before are read.
    """
    trust = trust or Trust.load()
    rules = Rules(edition=edition, known=known, trusted=trust.rules, silenced=trust.silenced)
    done = Read()
    for start in range(0, len(articles), FEW):
        done += _store([_heard(text, known) for text in texts_of(articles[start : start + FEW])], rules, taught)
    return done


def _store_all(heard: Sequence[Heard], rules: Rules, taught: Taught | None) -> Read:
    done = store(heard, rules)
    failed = {*done.left, *done.failures}
    read_well = [one.text.article for one in heard if one.text.article not in failed]
    if taught and read_well:
        _suggest_topics(read_well, taught, rules, done)
    return done


def _suggest_topics(articles: Sequence[int], taught: Taught, rules: Rules, done: Read) -> None:
    """Suggest what articles are about, together or, where one of them stops the rules, each alone."""
    try:
        topics = suggest_topics(articles, taught, trusted=rules.trusted, silent=rules.silenced, edition=rules.edition)
    except _OF_THE_DATABASE:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the other texts are to have theirs
        one, *others = articles
        if others:
            for each in articles:
                _suggest_topics([each], taught, rules, done)
            return
        _LOG.exception("The topics of article %s cannot be suggested.", one)
        done.failures[one] = _sentence(error)
        current = Article.objects.filter(pk=one).values("current")
        Reading.objects.filter(version__in=current).update(failure=done.failures[one])
        return
    done.found["topic"] += sum(topics.values())


def _heard(text: Text, known: Known) -> Heard:
    """Let the rules read a text; what stops them is a sentence."""
    began = time.perf_counter()
    findings, failure = Findings(), ""
    try:
        findings = read(text.story, known)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other texts are to be read
        _LOG.exception("The rules cannot read the text of article %s.", text.article)
        failure = _sentence(error)
    return Heard(text=text, findings=findings, seconds=time.perf_counter() - began, failure=failure)


def _sentence(error: Exception) -> str:
    told = (str(error).splitlines() or [""])[0]
    said = f"{type(error).__name__}: {told}" if told and not unstorable(told) else type(error).__name__
    return f"The rules stopped with {said[:_LONGEST_FAILURE]}."


def _store(heard: Sequence[Heard], rules: Rules, taught: Taught | None, *, again: bool = True) -> Read:
    """Store readings together or, where one is in the way, each alone; `again`: once more before one is given up.

    Raises:
        DatabaseError: no other text would fare better.
        Exception: not even that a text failed can be noted.
    """
    if not heard:
        return Read()
    try:
        with _patient(), follow_once():
            return _store_all(heard, rules, taught)
    except InterfaceError:
        raise
    except Exception as error:
        busy = isinstance(error.__cause__, _BUSY)
        one, *others = heard
        if not busy and (_concerns_all(error) or (one.failure and not others)):
            raise
        if others:
            return reduce(add, (_store([each], rules, taught) for each in heard))
        if busy:
            return Read(left=[one.text.article])
        if not again:
            _LOG.exception("What the rules found in article %s cannot be stored.", one.text.article)
            one = replace(one, failure=_sentence(error))
        return _store([one], rules, taught, again=False)


def _concerns_all(error: Exception) -> bool:
    return isinstance(error, DatabaseError) and concerns_all(error)


@contextmanager
def _patient() -> Iterator[None]:
    """Open a transaction of a writer that waits briefly for whoever holds what it needs."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_BEGIN, [str(_PATIENCE), str(_LONGEST)])
        log.write()
        yield


def forget(entities: Collection[int] | None = None) -> bool:
    """Remove entities that the rules added and nothing names any more; False while others write: nobody waits for it.

    None looks at all of them.
    """
    keys = set(unused().values_list("pk", flat=True)) if entities is None else set(entities)
    if not keys:
        return True
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(_BEGIN, [_AT_ONCE, str(_LONGEST)])
            log.write(alone=True)
            forget_unused(keys)
    except OperationalError as error:
        if not isinstance(error.__cause__, _BUSY):
            raise
        return False
    return True
