"""Reading a file while somebody waits: its beginning, for no longer than a second or two."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from articles.importers import UnknownFormat, importer_for, importers
from articles.importers.base import Given, Importer
from articles.importers.fields import HasFields
from articles.importers.files import Container
from articles.importers.packed import PIECE, Damaged

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

OVERDUE: Final = "Reading it was stopped, for it took too long."  # the reason of the last record then


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurried(Container):
    """A file that can be read for a while each time that it is opened; what follows then is as if it were damaged."""

    seconds: float

    @property
    def importer(self) -> Importer | None:
        """What reads it; None when nothing does."""
        try:
            return importer_for(self._called(self.path), importers(self.asked))
        except UnknownFormat:
            return None

    def field_names(self) -> tuple[str, ...] | None:
        """Return the names of its records' fields; None where fields have no names."""
        importer = self.importer
        if importer is None or not isinstance(importer, HasFields):
            return None
        try:
            return importer.names(self._given(self.path))
        except OSError:
            return ()  # its record says why

    def _given(self, file: Path, digested: Callable[[str], object] = lambda _sha256: None) -> Given:
        given = Container._given(self, file, digested)  # noqa: SLF001 - dataclasses with slots know no super()
        return replace(given, open=partial(_in_time, given.open, self.seconds))


def _in_time(opens: Callable[[], BinaryIO], seconds: float) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_InTime(opens(), time.monotonic() + seconds), PIECE))


class _InTime(io.RawIOBase):
    def __init__(self, stream: BinaryIO, until: float) -> None:
        self._stream, self._until = stream, until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        if time.monotonic() > self._until:
            raise Damaged(OVERDUE)
        view = memoryview(buffer).cast("B")
        read = self._stream.read(len(view))
        view[: len(read)] = read
        return len(read)

    def close(self) -> None:
        self._stream.close()
        super().close()
