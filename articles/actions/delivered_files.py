"""The bytes of deliveries: they lie in a folder of their own, under names that nobody chose.

A file that no row names any more is one whose writer was killed; `remove_left` takes it away a day later.
"""

from __future__ import annotations

import errno
import hashlib
import math
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from articles.importers import UnknownFormat, importer_for
from articles.importers.files import printable
from articles.importers.packed import PIECE

LONGEST_NAME: Final = 200  # characters that are kept; the last ones, which tell the format
LEFT_FREE: Final = 500_000_000  # bytes of the disk that no delivery may take: the database may stand on the same one
LOOKED_AFTER: Final = 16_000_000  # bytes after which the room on the disk is looked at again
_OURS: Final = re.compile(r"delivery-[0-9a-f]{32}")  # whatever else lies in the folder is left alone
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_SLASH: Final = re.compile(r"[/\\]")
_PAGE: Final = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!doctype\s+html|<html[\s>])", re.IGNORECASE)


class CannotDeliver(ValueError):
    """Nothing was kept or changed; the message is a sentence for the one who asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way in."""

    name: str  # as the browser told it: anything at all
    chunks: Iterable[bytes]  # read once, and one after the other
    folders: str = ""  # "berita/2023": what it lay in, of a folder that was given; anything at all, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that lies in the folder, or of which nothing was kept."""

    name: str  # printable
    kept_as: str = ""  # blank when nothing was kept
    size: int = 0
    sha256: str = ""
    problem: str = ""  # why nothing was kept, a sentence


def text_as_file(text: str, *, name: str = "") -> Upload:
    """Return a pasted text as a file that holds exactly its words, in UTF-8; without a name, its look gives one.

    Raises:
        CannotDeliver: it says nothing, or holds half a character.
    """
    if not text.strip():
        raise CannotDeliver(_("The pasted text is empty."))
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        raise CannotDeliver(_("The pasted text holds half a character, which no file can.")) from error
    pieces = (content[start : start + PIECE] for start in range(0, len(content), PIECE))
    return Upload(name=name or f"pasted text.{_ending(text)}", chunks=pieces)


def keep_files(files: Sequence[Upload]) -> list[Kept]:
    """Write the files to the folder as they come in; of those that nobody can read nothing is kept.

    Raises:
        CannotDeliver: they are too large together, or the disk has no room; none is kept then.
    """
    kept: list[Kept] = []
    try:
        for file in files:
            left = settings.DELIVERY_LARGEST - sum(one.size for one in kept)
            kept.append(_keep(file, left))
    except OSError as error:
        remove(one.kept_as for one in kept)
        raise CannotDeliver(_unkept(error)) from error
    except BaseException:
        remove(one.kept_as for one in kept)
        raise
    return kept


def folder() -> Path:
    """Return the folder, which is made when it is missing.

    Raises:
        OSError: it cannot be made.
    """
    path = Path(settings.DELIVERIES)
    if not path.is_dir():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def has_room(size: int) -> bool:
    """Whether the disk can take so many bytes more and still have what is to be left of it.

    Raises:
        OSError: there is no folder, and none can be made.
    """
    return shutil.disk_usage(folder()).free - size >= LEFT_FREE


def path_of(kept_as: str) -> Path:
    """Return where the bytes of a file lie, or would."""
    return Path(settings.DELIVERIES, kept_as)


def remove(names: Iterable[str]) -> None:
    """Take files of the folder away; blank names are passed over. What cannot go now is left for `remove_left`."""
    for name in names:
        if name:
            with suppress(OSError):
                path_of(name).unlink(missing_ok=True)


def remove_left(named: frozenset[str], *, older: float) -> int:
    """Take away what deliveries left behind: files that are not `named`, `older` seconds after they were written."""
    before = time.time() - older
    left = [file.name for file in _ours() if file.name not in named and _written(file) < before]
    remove(left)
    return len(left)


def _written(file: Path) -> float:
    """Return when it was written; infinity for one that went meanwhile, which nobody need remove."""
    try:
        return file.stat().st_mtime
    except OSError:
        return math.inf


def _ours() -> Iterator[Path]:
    folder = Path(settings.DELIVERIES)
    return (file for file in folder.iterdir() if _OURS.fullmatch(file.name)) if folder.is_dir() else iter(())


def _ending(text: str) -> str:
    if _PAGE.match(text.removeprefix("\ufeff")):
        return "html"
    lines = [line for line in text.splitlines() if line.strip()]
    return "jsonl" if all(line.lstrip("\ufeff \t").startswith("{") for line in lines) else "txt"


def _keep(file: Upload, left: int) -> Kept:
    name = _shown(file)
    try:
        importer_for(PurePath(name))
    except UnknownFormat as error:
        return Kept(name=name, problem=str(error))
    kept_as = f"delivery-{secrets.token_hex(16)}"
    path = folder() / kept_as
    try:
        # Mode 0600, whatever the umask is.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb", PIECE) as stream:
            digest = hashlib.sha256()
            for piece in _within(file.chunks, left):
                stream.write(piece)
                digest.update(piece)
            size = stream.tell()
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Kept(name=name, kept_as=kept_as, size=size, sha256=digest.hexdigest())


def _within(chunks: Iterable[bytes], left: int) -> Iterator[bytes]:
    """Yield the chunks while they have room."""
    size, looked = 0, -LOOKED_AFTER
    for chunk in chunks:
        size += len(chunk)
        if size > left:
            most = {"megabytes": f"{settings.DELIVERY_LARGEST / 1_000_000:,.0f}"}
            raise CannotDeliver(_("The files are larger than %(megabytes)s MB together: give them in parts.") % most)
        if size - looked >= LOOKED_AFTER:
            looked = size
            if not has_room(len(chunk)):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        yield chunk


def _shown(file: Upload) -> str:
    """Return the last part of a name, behind its folders, on one short line; "file" when nothing is left."""
    above = [part for part in _SLASH.split(file.folders) if part.strip(". ")]
    whole = "/".join([*above, _SLASH.split(file.name)[-1].strip()])
    shown = printable(whole.encode("utf-8", "backslashreplace").decode())[-LONGEST_NAME:]
    return shown if shown.strip(".") else "file"


def _unkept(error: OSError) -> str:
    if error.errno in _FULL:
        return _("The disk has no room for the files; nothing was kept.")
    return _("The files cannot be kept: %(reason)s.") % {"reason": error.strerror or error}
