"""Finding the files that a path names, and reading each by its format."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from articles.importers import UnknownFormat, importer_for, importers
from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.fields import NOTHING_ASKED, Asked, HasFields
from articles.importers.packed import PIECE, SUFFIX, Damaged, unpacked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MOST_TOLD: Final = 10  # files of a folder whose fields are shown before the run


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A file, or a folder with all files below it, that was named to be read.

    Hidden files in a folder, which no one put there to be read, are passed over.
    """

    path: Path
    asked: Asked = NOTHING_ASKED  # where the fields of its records stand, and how its dates are written
    called: str = ""  # the name that a file had where it came from, when it does not lie under it; tells its format

    @property
    def name(self) -> str:
        """Its own name, without the folders above it: they differ from one machine to the next."""
        return printable(self.called or self.path.name or self.path.resolve().name or str(self.path))

    @property
    def format(self) -> str:
        """The name of the importer that reads it, for the run's record; a folder may need any of them."""
        if self.path.is_dir():
            return "folder"
        try:
            return importer_for(self._called(self.path)).name
        except UnknownFormat:
            return "none"

    def sha256(self) -> str:
        """Return the digest of a file's bytes; of a folder's list of digests and names, as sha256sum prints it."""
        if not self.path.is_dir():
            return _sha256(self.path)
        listed = hashlib.sha256()
        for file in self._files([]):
            listed.update(f"{_sha256(file)}  {self._name_of(file)}\n".encode())
        return listed.hexdigest()

    def read(self) -> Iterator[RawArticle | Unreadable]:
        """Yield the records of every file, files in the order of their names; whatever fails is a record too."""
        closed: list[OSError] = []
        among = importers(self.asked)
        for file in self._files(closed):
            given = self._given(file)
            try:
                refused = self._refused(file)
                if refused:
                    yield Unreadable(place=given.name, reason=refused)
                else:
                    yield from importer_for(self._called(file), among).read(given)
            except UnknownFormat as error:
                yield Unreadable(place=given.name, reason=str(error))
            except OSError as error:
                yield Unreadable(place=given.name, reason=_unread(error))
        for unlisted in closed:
            yield Unreadable(place=self._name_of(Path(unlisted.filename)), reason=_unread(unlisted))

    def understood(self) -> Iterator[str]:
        """Yield what was understood of the fields of its tables and JSON lines, for whoever is about to read it."""
        told = 0
        among = importers(self.asked)
        for file in self._files([]):
            try:
                importer = importer_for(self._called(file), among)
                if not isinstance(importer, HasFields) or self._refused(file):
                    continue
                if told == _MOST_TOLD:
                    yield f"The fields of the files after the first {_MOST_TOLD} are not shown."
                    return
                yield from importer.understood(self._given(file))
                told += 1
            except (UnknownFormat, OSError):
                continue  # the run refuses it, and says why

    def _given(self, file: Path) -> Given:
        packed = self._called(file).suffix.lower() == SUFFIX
        return Given(name=self._name_of(file), open=partial(_open, file, packed=packed))

    def _called(self, file: Path) -> PurePath:
        return PurePath(self.called) if self.called and file == self.path else file

    def _files(self, closed: list[OSError]) -> Iterator[Path]:
        """Yield the files in order; folders that cannot be listed are added to `closed`."""
        if not self.path.is_dir():
            yield self.path
            return
        # Links to folders are not followed: one that points upwards would never end.
        for folder, folders, files in os.walk(self.path, onerror=closed.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (Path(folder, name) for name in sorted(files) if not name.startswith("."))

    def _name_of(self, file: Path) -> str:
        if file == self.path:
            return self.name
        return f"{self.name}/{printable(str(file.relative_to(self.path)))}"

    def _refused(self, file: Path) -> str:
        """Return why the file may not be opened at all; "" when it may."""
        inside = file == self.path or file.resolve().is_relative_to(self.path.resolve())
        if not inside:
            return "It is a link to a file outside of the folder."
        # A pipe or a device would hold the run for ever; what is missing says so when it is opened.
        return "It is not a regular file." if file.exists() and not file.is_file() else ""


def printable(name: str) -> str:
    """Return a file's name on one line; what cannot be printed or is not UTF-8 is shown by its code."""
    decoded = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in decoded)


def _open(file: Path, *, packed: bool) -> BinaryIO:
    stream = cast(BinaryIO, io.BufferedReader(_Watched(file), PIECE))
    return unpacked(stream) if packed else stream


class _Watched(io.FileIO):
    """A file that may be cut while it is read: its last record would be taken for a whole one."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, "rb")
        self._size = os.fstat(self.fileno()).st_size

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        read = super().readinto(buffer)
        if read == 0 and self.tell() < self._size:
            raise Damaged("It became shorter while it was read; what stood before is in the archive.")
        return read


def _unread(error: OSError) -> str:
    if isinstance(error, Damaged):
        return str(error)
    return f"It cannot be read: {error.strerror or error}."


def _sha256(file: Path) -> str:
    """Return the digest of the file; that of nothing when it cannot be read, which its record will say."""
    try:
        if not file.is_file():
            return hashlib.sha256().hexdigest()
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return hashlib.sha256().hexdigest()
