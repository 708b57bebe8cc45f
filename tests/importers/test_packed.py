from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers import importer_for
from articles.importers.packed import MAX_RATIO, Damaged, inner, unpacked

TEXT = b"Perahu dari tiga desa kembali berlayar.\n" * 5_000


def all_of(packed: bytes) -> bytes:
    with unpacked(BytesIO(packed)) as stream:
        return stream.read()


def read_until_damaged(packed: bytes) -> tuple[bytes, str]:
    """Return what could be read line by line, and the sentence at its end; "" when nothing was damaged."""
    read = b""
    with unpacked(BytesIO(packed)) as stream:
        try:
            for line in iter(stream.readline, b""):
                read += line
        except Damaged as damage:
            return read, str(damage)
    return read, ""


@given(st.lists(st.binary()), st.integers(0, 9))
def test_members_one_after_the_other_are_one_text(members: list[bytes], level: int) -> None:
    assert all_of(b"".join(gzip.compress(member, level) for member in members)) == b"".join(members)


def test_zeros_that_fill_up_a_block_are_no_garbage() -> None:
    assert all_of(gzip.compress(TEXT) + bytes(1_000) + gzip.compress(TEXT) + bytes(70_000)) == TEXT + TEXT


@pytest.mark.parametrize("kept", [5, 12, 200, -9, -1])
def test_cut_off_gives_what_was_whole_and_a_sentence(kept: int) -> None:
    read, sentence = read_until_damaged(gzip.compress(TEXT)[:kept])
    assert TEXT.startswith(read)
    assert sentence.startswith("It is cut off: its gzip ends within a stream")


def test_garbage_behind_gives_what_was_whole_and_a_sentence() -> None:
    read, sentence = read_until_damaged(gzip.compress(TEXT) + b"garbage")
    assert read == TEXT
    assert sentence == f"It goes on with bytes that are no gzip, {len(gzip.compress(TEXT)):,} bytes from its start."


def test_what_is_no_gzip_is_refused() -> None:
    assert read_until_damaged(b"Perahu") == (b"", "It begins with bytes that are no gzip, 0 bytes from its start.")


def test_changed_byte_is_noticed() -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-6] ^= 1  # of the checksum
    assert "damaged" in read_until_damaged(bytes(packed))[1]


class Zeros:
    """A gzip file of as many zeros as one likes, made while it is read."""

    def __init__(self, megabytes: int) -> None:
        self.pieces = self._pieces(megabytes)
        self.read_bytes = 0

    def _pieces(self, megabytes: int) -> Iterator[bytes]:
        packer = zlib.compressobj(9, wbits=16 + zlib.MAX_WBITS)
        for _ in range(megabytes):
            yield packer.compress(bytes(1_000_000))
        yield packer.flush()

    def read(self, size: int) -> bytes:
        piece = next((piece for piece in self.pieces if piece), b"")
        assert len(piece) <= size
        self.read_bytes += len(piece)
        return piece

    def close(self) -> None:
        pass


def test_bomb_is_refused_while_it_unpacks_and_in_little_memory() -> None:
    bomb = Zeros(megabytes=2_000)
    tracemalloc.start()
    stream = unpacked(bomb)  # type: ignore[arg-type]
    with pytest.raises(Damaged, match=f"more than {MAX_RATIO} times its size"):
        while stream.read(64 * 1024):
            pass
    assert tracemalloc.get_traced_memory()[1] < 3_000_000
    tracemalloc.stop()
    assert bomb.read_bytes < 100_000


def test_beyond_the_cap_of_one_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.importers.packed.MAX_UNPACKED", 100_000)
    assert read_until_damaged(gzip.compress(TEXT))[1] == "It unpacks to more than 100,000 bytes."


@given(st.binary(max_size=100), st.integers(0, 30), st.integers(0, 255))
def test_any_bytes_are_read_or_damaged(content: bytes, at: int, byte: int) -> None:
    packed = bytearray(gzip.compress(content))
    packed[min(at, len(packed) - 1)] = byte
    read_until_damaged(bytes(packed))
    read_until_damaged(content)


def test_format_is_told_by_the_suffix_within() -> None:
    assert inner(PurePath("a/site.jsonl.GZ")) == PurePath("a/site.jsonl")
    assert importer_for(PurePath("site.JSONL.gz")).name == "jsonl"
    assert importer_for(PurePath("text.txt.gz")).name == "rawtext"
