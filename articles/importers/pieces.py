"""Lines of a file of any size, with what is too long passed over and never held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from articles.importers.packed import PIECE

MAX_RECORD_BYTES: Final = 10_000_000  # of one record; twice the longest text, which escapes can make longer
BOM: Final = b"\xef\xbb\xbf"
TOO_LARGE: Final = f"It is larger than {MAX_RECORD_BYTES:,} bytes."


@dataclass(frozen=True, slots=True, kw_only=True)
class PhysicalLine:
    number: int  # from 1
    content: bytes | None  # with its ending, without a byte order mark; None when it is larger than a record may be


def physical_lines(stream: BinaryIO) -> Iterator[PhysicalLine]:
    """Yield the lines of a stream of bytes, each ended by a line feed.

    Raises:
        OSError: the stream cannot be read.
    """
    number = 0
    while content := stream.readline(MAX_RECORD_BYTES + 1):
        number += 1
        if number == 1:
            content = content.removeprefix(BOM)
        if len(content) <= MAX_RECORD_BYTES:
            yield PhysicalLine(number=number, content=content)
        else:
            _pass_over(stream, content)
            yield PhysicalLine(number=number, content=None)


def _pass_over(stream: BinaryIO, last: bytes) -> None:
    while last and not last.endswith(b"\n"):
        last = stream.readline(PIECE)
