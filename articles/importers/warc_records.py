"""The records of a web archive, each compared with the length that it says of itself.

The parser of headers is warcio's. Its reader of records is not used: it passes one that is cut off without a word,
prints to the terminal, and reads a header of any length into memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from articles.importers.packed import PIECE
from articles.importers.pieces import MAX_RECORD_BYTES, TOO_LARGE

_BEGINS: Final = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n")
_LONGEST_LINE: Final = 64 * 1024  # bytes of one header
_MOST_LINES: Final = 1_000  # of one record's headers
_NO_ARCHIVE: Final = "It is no web archive: it does not begin with a WARC record."
_NO_HEADERS: Final = "Its headers are too long to be those of a record."
_CUT_OFF: Final = "It is cut off: its headers have no end."
_NO_LENGTH: Final = "It has no Content-Length."
_WRONG_LENGTH: Final = "Its Content-Length is wrong: what follows it is no record."


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcRecord:
    """One record that was asked for, or one that is damaged."""

    number: int  # from 1, of all records of the file; 0 stands for the file
    headers: StatusAndHeaders | None = None  # None when they cannot be read
    block: bytes = b""  # only its beginning when it is too large
    fault: str = ""  # why the archive cannot be believed here, a sentence
    too_large: str = ""  # a sentence

    def header(self, name: str) -> str:
        """Return a header without the spaces around it; "" when there is none."""
        value = self.headers.get_header(name) if self.headers else None
        return str(value or "").strip()


def read_warc(stream: BinaryIO, wanted: Callable[[WarcRecord], bool]) -> Iterator[WarcRecord]:
    """Yield the records that are wanted by their headers, and those that are damaged.

    After a record whose length is wrong the next one is looked for.

    Raises:
        OSError: the stream cannot be read.
    """
    lines = _Lines(stream)
    number = 0
    while first := lines.to_next_record():
        number += 1
        if number == 1 and lines.passed_over:
            yield WarcRecord(number=0, fault=_NO_ARCHIVE)
        try:
            headers = StatusAndHeadersParser([], verify=False).parse(lines, first)
        except _TooLongError:
            yield WarcRecord(number=number, fault=_NO_HEADERS)
            continue
        if lines.ended:
            yield WarcRecord(number=number, headers=headers, fault=_CUT_OFF)
            return
        record = WarcRecord(number=number, headers=headers)
        is_wanted = wanted(record)
        record = _with_block(stream, record, most=MAX_RECORD_BYTES if is_wanted else 0)
        if not record.fault and not lines.at_a_border():
            record = WarcRecord(number=number, headers=headers, fault=_WRONG_LENGTH)
        if is_wanted or record.fault:
            yield record
    if number == 0:
        yield WarcRecord(number=0, fault=_NO_ARCHIVE)


def _with_block(stream: BinaryIO, record: WarcRecord, *, most: int) -> WarcRecord:
    """Read the record's block, and hold `most` bytes of it, or the first piece when it is larger."""
    length = record.header("Content-Length")
    if not (length.isascii() and length.isdigit() and len(length) < 19):
        return WarcRecord(number=record.number, headers=record.headers, fault=_NO_LENGTH)
    pieces: list[bytes] = []
    left = size = int(length)
    while left and (piece := stream.read(min(PIECE, left))):
        left -= len(piece)
        if not pieces or size <= most:
            pieces.append(piece)
    fault = f"It is cut off: {size - left:,} of its {size:,} bytes are there." if left else ""
    return WarcRecord(
        number=record.number,
        headers=record.headers,
        block=b"".join(pieces),
        fault=fault,
        too_large=TOO_LARGE if size > most else "",
    )


class _TooLongError(Exception):
    pass


class _Lines:
    """The lines of a stream between the blocks of its records, as warcio's parser asks for them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._next = b""  # a line that was read and is another's
        self._left = 0  # lines that the headers may still have
        self.ended = False
        self.passed_over = False  # whether anything stood before the last record that is none

    def readline(self) -> bytes:
        line = self._stream.readline(_LONGEST_LINE)
        self._left -= 1
        self.ended = not line
        if self._left < 0 or len(line) == _LONGEST_LINE:
            raise _TooLongError
        return line

    def to_next_record(self) -> bytes:
        """Return the first line of the next record; b"" when there is none."""
        self.passed_over = False
        self._left = _MOST_LINES
        while line := self._next or self._stream.readline(_LONGEST_LINE):
            self._next = b""
            if _BEGINS.fullmatch(line):
                return line
            self.passed_over = self.passed_over or bool(line.strip())
        return b""

    def at_a_border(self) -> bool:
        """Whether a block ends here: an empty line, the next record or the end of the file follows it."""
        line = self._stream.readline(_LONGEST_LINE)
        self._next = line
        return not line.strip() or bool(_BEGINS.fullmatch(line))
