"""What is said of a query that cannot be read."""

from __future__ import annotations


class BadQuery(ValueError):
    """A query that cannot be read; the message is a sentence for the one who typed it."""

    def __init__(self, message: str, *, place: int, end: int | None = None) -> None:
        """`place` and `end` count characters of the query from 0; `end` None means to the end of it."""
        super().__init__(message)
        self.message = message
        self.place = place
        self.end = end
