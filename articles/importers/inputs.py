"""The files of a container as they were when its run was opened: named, measured and digested before they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Final, Self

_IN_MEMORY: Final = 1_000_000  # bytes of the list; a longer one is kept in a temporary file
_MARK: Final = 8  # bytes by which a file and its digest are known again


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    name: str  # printable, as places begin with it
    size: int  # bytes
    sha256: str


class Inputs:
    """A list of files that may be very long: read from its start as often as asked, closed by whoever opened it.

    Of a million files it holds the marks in memory, a few dozen bytes each, so that a file is known again when it is
    read (`has`).
    """

    def __init__(self, files: Iterable[InputFile]) -> None:
        self._marks = set[bytes]()
        self._list = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - see close
        listed = hashlib.sha256()
        for file in files:
            listed.update(f"{file.sha256}  {file.name}\n".encode())
            self._list.write(f"{file.sha256} {file.size} {file.name}\n")
            self._marks.add(_mark(file.name, file.sha256))
        self.sha256 = listed.hexdigest()  # of digests and names, as sha256sum prints them

    def __iter__(self) -> Iterator[InputFile]:
        self._list.seek(0)
        for line in self._list:
            sha256, size, name = line.removesuffix("\n").split(" ", 2)
            yield InputFile(name=name, size=int(size), sha256=sha256)

    def has(self, name: str, sha256: str) -> bool:
        """Whether the file was listed with these bytes."""
        return _mark(name, sha256) in self._marks

    def close(self) -> None:
        self._list.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _mark(name: str, sha256: str) -> bytes:
    return hashlib.sha256(f"{sha256} {name}".encode()).digest()[:_MARK]
