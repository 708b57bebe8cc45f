"""Rows of a table as their exact bytes and their cells; what is wrong with one of them never touches the next."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from articles.importers.pieces import MAX_RECORD_BYTES, TOO_LARGE, physical_lines

# Structure is told by bytes below 128; any byte is one character of this charset, so none is lost on the way.
_AS_BYTES: Final = "latin-1"
DELIMITERS: Final = (",", ";", "\t", "|")
_SAID: Final = re.compile(rb'"?sep=([,;|\t])"?\r?\n')  # the line that Excel puts in front
_BACKSLASHED: Final = re.compile(rb'[^\\]\\"[^,;|\t\r\n"]')
_DOUBLED: Final = re.compile(rb'[^,;|\t\r\n"]""[^,;|\t\r\n"]')

csv.field_size_limit(MAX_RECORD_BYTES)  # of the process: the module has no other way, and its own limit is too small


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a file parts its cells."""

    delimiter: str = ","
    escapes: bool = False  # a quotation mark inside a cell has a backslash, and is not doubled
    skip: int = 0  # lines before the one that names the columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    line: int  # the first of its lines, from 1
    content: bytes  # without the ending of its last line
    cells: tuple[bytes, ...]
    fault: str = ""  # why it cannot be read, a sentence; then it has no cells


def sniff(begins: bytes, delimiters: tuple[str, ...] = DELIMITERS) -> Iterator[Dialect]:
    """Yield the dialects that a file may be in, told by its first bytes, the most columns first."""
    said = _SAID.match(begins)
    if said:
        begins, delimiters = begins[said.end() :], (said[1].decode(),)
    escapes = bool(_BACKSLASHED.search(begins)) and not _DOUBLED.search(begins)
    first = begins.split(b"\n", 1)[0]
    for delimiter in sorted(delimiters, key=lambda d: -first.count(d.encode())):
        yield Dialect(delimiter=delimiter, escapes=escapes, skip=int(bool(said)))


def read_rows(stream: BinaryIO, dialect: Dialect) -> Iterator[Row]:
    """Yield the rows that are not empty.

    Raises:
        OSError: the stream cannot be read.
    """
    source = _Source(stream, dialect.skip)
    reader = _reader(source, dialect)
    while True:
        source.begin()
        fault = ""
        cells: list[str] = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault = _sentence(str(error))
        except _TooLargeError:
            fault = TOO_LARGE
        if fault:
            reader = _reader(source, dialect)  # the old one stands within a cell
            if source.last > source.first:
                fault = f"{fault} It was read from line {source.first:,} to {source.last:,}."
        if fault or any(cells):
            yield Row(
                line=source.first,
                content=source.content,
                cells=tuple(cell.encode(_AS_BYTES) for cell in cells),
                fault=fault,
            )


class _TooLargeError(Exception):
    pass


class _Source:
    """The lines that a reader of rows takes, remembered for as long as they belong to one row."""

    def __init__(self, stream: BinaryIO, skip: int) -> None:
        self._lines = physical_lines(stream)
        for _ in range(skip):
            next(self._lines, None)
        self._taken: list[bytes] = []
        self._size = 0
        self.first = self.last = 0  # numbers of lines

    def begin(self) -> None:
        self._taken = []
        self._size = self.first = 0

    @property
    def content(self) -> bytes:
        return b"".join(self._taken).removesuffix(b"\n").removesuffix(b"\r")

    def __iter__(self) -> _Source:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.first, self.last = self.first or line.number, line.number
        self._size += len(line.content or b"")
        if line.content is None or self._size > MAX_RECORD_BYTES:
            self._taken = []
            raise _TooLargeError
        self._taken.append(line.content)
        return line.content.decode(_AS_BYTES)


def _reader(source: _Source, dialect: Dialect) -> Iterator[list[str]]:
    escape = "\\" if dialect.escapes else None
    return csv.reader(
        source, delimiter=dialect.delimiter, strict=True, escapechar=escape, doublequote=not dialect.escapes
    )


def _sentence(error: str) -> str:
    if "end of data" in error:
        return "It is cut off: a quotation mark is not closed before the end of the file."
    if "expected after" in error:
        return "A quotation mark inside a quoted cell is not doubled, or one is not closed."
    if "new-line" in error:
        return "It holds a carriage return outside of quotation marks."
    return TOO_LARGE if "limit" in error else f"It is no row: {error}."
