"""Locks of the database by which processes tell what they are at: they go with the process, however that ends.

Each purpose has a number, the first half of its locks; the second half is a key, such as an article's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import Final

from django.db import DatabaseError, InterfaceError, connection

_KEYS: Final = 2**31  # as many as the second half tells apart
_TAKE: Final = "SELECT key FROM unnest(%s::bigint[]) key WHERE pg_try_advisory_lock(%s, (key %% %s)::int)"
_LET_GO: Final = "SELECT pg_advisory_unlock(%s, (key %% %s)::int) FROM unnest(%s::bigint[]) key"
_HELD: Final = """
    SELECT key FROM unnest(%s::bigint[]) key
    WHERE key %% %s IN (
        SELECT objid::bigint FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = %s
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    )
"""
_ANY_HELD: Final = """
    SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = %s
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    )
"""


def take(purpose: int, keys: Sequence[int]) -> set[int]:
    """Take keys for this connection, until it ends or lets go; return those that no other connection holds."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [list(keys), purpose, _KEYS])
        return {key for (key,) in cursor.fetchall()}


def let_go(purpose: int, keys: Collection[int]) -> None:
    """Give keys up that were taken, once each; without a database there is nothing to give up any more."""
    with suppress(DatabaseError, InterfaceError), connection.cursor() as cursor:
        cursor.execute(_LET_GO, [purpose, _KEYS, list(keys)])


def held(purpose: int, keys: Collection[int]) -> set[int]:
    """Return those of the keys that a process holds at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [list(keys), _KEYS, purpose])
        return {key for (key,) in cursor.fetchall()}


def any_held(purpose: int) -> bool:
    """Whether a process holds any key at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(_ANY_HELD, [purpose])
        (found,) = cursor.fetchone()
    return bool(found)


class Presence:
    """Tells that this process is there, for as long as it and its connection are; several may be at once.

    As a block it lets go at the end, for a connection that goes on.
    """

    def __init__(self, purpose: int) -> None:
        self._purpose = purpose
        self._told_on: object = None  # the connection that holds the lock

    def tell(self) -> None:
        """Tell it, again where the database was away; asks nothing while it is told.

        Raises:
            DatabaseError: the database is away.
        """
        connection.ensure_connection()
        if connection.connection is not self._told_on:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock_shared(%s, 0)", [self._purpose])
            self._told_on = connection.connection

    def __enter__(self) -> Presence:
        return self

    def __exit__(self, *_: object) -> None:
        if self._told_on is None or connection.connection is not self._told_on:
            return
        with suppress(DatabaseError, InterfaceError), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_shared(%s, 0)", [self._purpose])
