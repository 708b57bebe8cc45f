"""Files packed with gzip, unpacked while they are read: never more in memory than a few pieces of 64 kB."""

from __future__ import annotations

import io
import zlib
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Final, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SUFFIX: Final = ".gz"
PIECE: Final = 64 * 1024  # bytes of one read, packed or not
MAX_UNPACKED: Final = 100_000_000_000  # bytes of one file
MAX_RATIO: Final = 200  # unpacked bytes for each packed one; a text packs 3 to 10 times, a page of spaces 1,000
_UNSUSPECTED: Final = 10_000_000  # unpacked bytes below which no ratio is asked
_BEGINS: Final = b"\x1f\x8b"


class Damaged(OSError):
    """A file that cannot be read to its end; the message is a sentence. What came before it is sound."""


def inner(path: PurePath) -> PurePath:
    """Return the name of what is packed in the file: `a.jsonl` for `a.jsonl.gz`; its own when it is not packed."""
    return path.with_suffix("") if path.suffix.lower() == SUFFIX else path


def unpacked(packed: BinaryIO) -> BinaryIO:
    """Return the stream of what is packed in `packed`, which is closed with it.

    Reading raises Damaged where the packed bytes are cut off or no gzip, and where they unpack beyond the caps.
    """
    return cast(BinaryIO, io.BufferedReader(_Unpacking(packed), PIECE))


class _Unpacking(io.RawIOBase):
    """The members of a gzip file, one after the other: a web archive packs each of its records alone."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__()
        self._packed = packed
        self._member: zlib._Decompress | None = None
        self._waiting = b""  # packed bytes that were read and not yet looked at
        self._taken = 0  # packed bytes read
        self._given = 0  # unpacked bytes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        into = memoryview(buffer).cast("B")
        while True:
            packed = self._waiting or self._next_piece()
            if not packed and self._member is None:
                return 0
            if not packed:
                raise Damaged(f"It is cut off: its gzip ends within a stream, after {self._taken:,} bytes.")
            piece = self._unpack(packed, len(into))
            if piece:
                self._count(len(piece))
                into[: len(piece)] = piece
                return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._packed.close()
        super().close()

    def _next_piece(self) -> bytes:
        piece = self._packed.read(PIECE)
        self._taken += len(piece)
        return piece

    def _unpack(self, packed: bytes, most: int) -> bytes:
        """Return the next unpacked bytes, b"" when there are none in `packed`."""
        if self._member is None:
            packed = packed.lstrip(b"\x00")  # between members, what fills up a block of a tape
            if not packed:
                self._waiting = b""
                return b""
            if len(packed) < len(_BEGINS):
                packed += self._next_piece()
            if not packed.startswith(_BEGINS):
                where = "begins with" if self._given == 0 else "goes on with"
                raise Damaged(f"It {where} bytes that are no gzip, {self._taken - len(packed):,} bytes from its start.")
            self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            piece = self._member.decompress(packed, most)
        except zlib.error as error:
            raise Damaged(f"Its gzip is damaged within its first {self._taken:,} bytes.") from error
        self._waiting = self._member.unconsumed_tail
        if self._member.eof:
            self._waiting = self._member.unused_data
            self._member = None
        return piece

    def _count(self, given: int) -> None:
        self._given += given
        if self._given > MAX_UNPACKED:
            raise Damaged(f"It unpacks to more than {MAX_UNPACKED:,} bytes.")
        if self._given > max(_UNSUSPECTED, MAX_RATIO * self._taken):
            raise Damaged(f"It unpacks to more than {MAX_RATIO} times its size: nothing that is written does.")
