"""Whose turn a text is to be read: several may read at once, and no two read the same text.

Who has a text in hand holds a lock of the database that nobody but other readers asks for, so that neither imports nor
editors wait for it. It goes with the process, however that ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from django.db import DatabaseError, InterfaceError, connection

_TEXTS: Final = 0x74657874  # the first half of the locks; the second is the article's key
_KEYS: Final = 2**31  # as many as the second half tells apart
_TAKE: Final = "SELECT key FROM unnest(%s::bigint[]) key WHERE pg_try_advisory_lock(%s, (key %% %s)::int)"
_LET_GO: Final = "SELECT pg_advisory_unlock(%s, (key %% %s)::int) FROM unnest(%s::bigint[]) key"


@contextmanager
def taken(articles: Iterable[int]) -> Iterator[list[int]]:
    """Yield those of the articles that nobody else has in hand, in their order; they are ours until the block ends.

    Another reader may have been done with one just before: whether it is still to be read is asked in the block.
    """
    asked = list(articles)
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [asked, _TEXTS, _KEYS])
        ours = {key for (key,) in cursor.fetchall()}
    try:
        yield [key for key in asked if key in ours]
    finally:
        # Without a database there is nothing to let go any more.
        with suppress(DatabaseError, InterfaceError), connection.cursor() as cursor:
            cursor.execute(_LET_GO, [_TEXTS, _KEYS, list(ours)])
