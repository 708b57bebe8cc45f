"""What another process makes arrives here, with whatever goes wrong there, and nothing of ours stays with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from articles.actions.import_ahead import ahead


class TwoWords(Exception):
    """An error that is packed, and that cannot be unpacked with the one argument that it keeps."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


class Unpackable(Exception):
    """An error that holds what no process can give to another."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.made_by = lambda: said


def one_then(fail: Callable[[], None]) -> Callable[[], Iterator[int]]:
    def source() -> Iterator[int]:
        yield 1
        fail()

    return source


def test_items_come_in_their_order() -> None:
    assert list(ahead(lambda: iter(range(100)))) == list(range(100))


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (ValueError("It is torn."), ValueError, r"^It is torn\.$"),
        (TwoWords("It is", "torn."), RuntimeError, r"^TwoWords: It is torn\.$"),
        (Unpackable("It is torn."), RuntimeError, r"^Unpackable: It is torn\.$"),
    ],
    ids=["ordinary", "cannot be unpacked", "cannot be packed"],
)
def test_error_is_told_whatever_it_is(error: Exception, kind: type[Exception], said: str) -> None:
    def fail() -> None:
        raise error

    items = ahead(one_then(fail))
    assert next(items) == 1
    with pytest.raises(kind, match=said):
        next(items)


@pytest.mark.django_db
def test_connection_to_the_database_stays_with_this_process_alone() -> None:
    """A lock of the database goes when nobody holds the connection: not the one who reads for a killed process."""
    connection.ensure_connection()
    socket = Path(f"/proc/self/fd/{connection.connection.fileno()}")

    def what_it_has() -> Iterator[Path]:
        yield socket.readlink()

    assert str(socket.readlink()).startswith("socket:")
    assert list(ahead(what_it_has)) == [Path(os.devnull)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
