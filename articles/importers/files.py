"""Finding the files that a path names, and reading each by its format."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from articles.importers import UnknownFormat, importer_for, importers, tells_its_length
from articles.importers.base import Given, Importer, RawArticle, Unreadable
from articles.importers.fields import NOTHING_ASKED, Asked, HasFields
from articles.importers.inputs import InputFile, Inputs
from articles.importers.packed import PIECE, SUFFIX, Damaged, unpacked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MOST_TOLD: Final = 10  # files of a folder whose fields are shown before the run
_CHANGED: Final = "It has changed since the import began: what was read of it has the sha256 {sha256}."


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
        with self.inputs() as inputs:
            return self.sha256_of(inputs)

    def sha256_of(self, inputs: Inputs) -> str:
        """Return `sha256()` of files that are listed already."""
        return inputs.sha256 if self.path.is_dir() else next(iter(inputs)).sha256

    def inputs(self) -> Inputs:
        """List its files with their digests, for which each is read once; the caller closes the list."""
        return Inputs(_listed(file, self._name_of(file)) for file in self._files([]))

    def read(self, inputs: Inputs | None = None) -> Iterator[RawArticle | Unreadable]:
        """Yield the records of every file, files in the order of their names; whatever fails is a record too.

        A file whose bytes are not those that `inputs` lists is told after its records.
        """
        closed: list[OSError] = []
        among = importers(self.asked)
        for file in self._files(closed):
            yield from self._records(file, among, inputs)
        for unlisted in closed:
            yield Unreadable(place=self._name_of(Path(unlisted.filename)), reason=_unread(unlisted))

    def _records(
        self, file: Path, among: Sequence[Importer], inputs: Inputs | None
    ) -> Iterator[RawArticle | Unreadable]:
        digests: list[str] = []
        given = self._given(file, digests.append)
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
        if inputs and digests and not inputs.has(given.name, digests[-1]):
            yield Unreadable(place=given.name, reason=_CHANGED.format(sha256=digests[-1]))

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

    def _given(self, file: Path, digested: Callable[[str], object] = lambda _sha256: None) -> Given:
        packed = self._called(file).suffix.lower() == SUFFIX
        return Given(name=self._name_of(file), open=partial(_open, file, digested, packed=packed))

    def _called(self, file: Path) -> PurePath:
        return PurePath(self.called) if self.called and file == self.path else file

    def size(self) -> int | None:
        """Return about how many bytes its records have; None when nobody can tell before they are read."""
        files = list(self._files([]))
        if not all(tells_its_length(self._called(file).name) for file in files):
            return None
        # Those that cannot be asked are refused when they are read; os.path says so without an error.
        return sum(os.path.getsize(file) for file in files if os.path.isfile(file))  # noqa: PTH113, PTH202

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
        inside = file == self.path or Path(os.path.realpath(file)).is_relative_to(os.path.realpath(self.path))
        if not inside:
            return "It is a link to a file outside of the folder."
        # A pipe or a device would hold the run for ever; what is missing says so when it is opened.
        return "It is not a regular file." if file.exists() and not file.is_file() else ""


def printable(name: str) -> str:
    """Return a file's name on one line; what cannot be printed or is not UTF-8 is shown by its code."""
    decoded = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in decoded)


def _open(file: Path, digested: Callable[[str], object], *, packed: bool) -> BinaryIO:
    stream = cast(BinaryIO, io.BufferedReader(_Watched(file, digested), PIECE))
    return unpacked(stream) if packed else stream


class _Watched(io.FileIO):
    """A file that may be cut while it is read: its last record would be taken for a whole one.

    When it is closed after it was read from start to end, its digest is told: of the bytes as they were read.
    """

    def __init__(self, file: Path, digested: Callable[[str], object]) -> None:
        super().__init__(file, "rb")
        self._size = os.fstat(self.fileno()).st_size
        self._digested, self._digest, self._at = digested, hashlib.sha256(), 0

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        at = self.tell()
        read = super().readinto(buffer)
        if read == 0 and at < self._size:
            raise Damaged("It became shorter while it was read; what stood before is in the archive.")
        if read and at == self._at:
            self._digest.update(memoryview(buffer).cast("B")[:read])
            self._at += read
        return read

    def close(self) -> None:
        if not self.closed and self._at == os.fstat(self.fileno()).st_size:
            self._digested(self._digest.hexdigest())
        super().close()


def _unread(error: OSError) -> str:
    if isinstance(error, Damaged):
        return str(error)
    return f"It cannot be read: {error.strerror or error}."


def _listed(file: Path, name: str) -> InputFile:
    """Return the file with the digest of its bytes; one that cannot be read, as its record will say, has none."""
    try:
        if file.is_file():
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
                return InputFile(name=name, size=stream.tell(), sha256=digest)
    except OSError:
        pass
    return InputFile(name=name, size=0, sha256=hashlib.sha256().hexdigest())
