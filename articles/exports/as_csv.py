"""A list as a table, written as it is read: however long the list, a few hundred records are held at a time."""

from __future__ import annotations

import csv
import io
import itertools
import logging
import time
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.db import Error
from django.utils import translation
from django.utils.text import slugify

from articles.exports.asked import Asked
from articles.exports.columns import Cell, header, rows
from articles.exports.loading import records
from articles.exports.parts import At
from articles.exports.records import in_digits
from articles.search import walks

log = logging.getLogger(__name__)

MOST: Final = 100_000  # rows of a list; of figures, each of which has a line for each place that prints it
LONGEST: Final = 300  # seconds
BATCH: Final = 500
BOM: Final = "\ufeff"  # by which spreadsheets know UTF-8
# What spreadsheets take for the beginning of a formula; the last four are the same signs in full width.
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
_LONGEST_NAME: Final = 60

_CUT: Final = "# Not all: this table ends after {most} rows. Narrow the search, or take it as JSON with its cursor."
_LONG: Final = "# Not all: this table took too long. Narrow the search, or take it as JSON with its cursor."
_LATE: Final = "# Not all: the database did not answer in time, so this table ends here. Narrow the search."


def table(asked: Asked, at: At, *, most: int = MOST) -> Iterator[str]:
    """Return the lines of the table of a list without problems, some hundred at a time.

    The first of them are read at once, so that what the database refuses is refused before an answer begins. What
    fails later ends the table with a line that says so.
    """
    parts = _parts(asked, at, most=most)
    # The language of the request is left by the time that the rest is read, and addresses depend on it.
    begun = list(itertools.islice(parts, 2))  # the names of the columns, and the first rows
    return itertools.chain(begun, _to_the_end(parts, language=translation.get_language()))


def name(asked: Asked) -> str:
    """Return the name of a file that holds the table: its kind, and the words asked for."""
    typed = " ".join(asked.address.values("q"))
    told = slugify(typed, allow_unicode=True)[:_LONGEST_NAME].strip("-_")
    return "-".join(part for part in ("newsarchive", asked.kind, told) if part) + ".csv"


def _parts(asked: Asked, at: At, *, most: int) -> Iterator[str]:
    yield BOM + _lines([header(asked.kind)])
    given, ends = 0, time.monotonic() + LONGEST
    for keys in walks.walk(asked.filters, asked.sort, size=BATCH):
        kept = keys[: most - given]
        given += len(kept)
        found = records(asked, kept, at, excerpts=False)
        yield _lines(row for record in found for row in rows(asked.kind, record))
        why = _CUT.format(most=most) if len(kept) < len(keys) else _LONG if time.monotonic() > ends else ""
        if why:
            yield _lines([[why]])
            return


def _to_the_end(parts: Iterator[str], *, language: str | None) -> Iterator[str]:
    try:
        while True:
            with translation.override(language):
                part = next(parts, None)
            if part is None:
                return
            yield part
    except Error as error:
        log.warning("A table of a list ends early: %s", type(error).__name__)
        yield _lines([[_LATE]])


def _lines(rows: Iterable[Iterable[Cell]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(map(_cell, row) for row in rows)
    return written.getvalue()


def _cell(value: Cell) -> str | int:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return in_digits(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return "" if value is None else value
