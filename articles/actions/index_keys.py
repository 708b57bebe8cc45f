"""Entries follow each statement that changes a fact; who writes many lets them follow once, at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def follow_once() -> Iterator[None]:
    """Let the entries of all articles follow together when the block ends, which is inside a transaction.

    Until then they tell what was. Where it ends by an exception, what it has written must be taken back.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('newsarchive.later', true)")
        within_another = bool(cursor.fetchone()[0])
        if not within_another:
            cursor.execute("SELECT set_config('newsarchive.later', '{}', true)")  # ends with the transaction
    yield
    if not within_another:
        with connection.cursor() as cursor:
            cursor.execute("SELECT newsarchive_entries_catch_up()")
