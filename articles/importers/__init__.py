"""Bytes in, articles out: one module for each file format, registered here."""

from pathlib import PurePath

from articles.importers.base import Importer
from articles.importers.rawtext import RawText

IMPORTERS: tuple[Importer, ...] = (RawText(),)


class UnknownFormat(ValueError):
    """No importer reads files of that name; the message is a sentence that names those that can be read."""


def importer_for(path: PurePath) -> Importer:
    """Return the importer for the file's suffix.

    Raises:
        UnknownFormat: there is none.
    """
    suffix = path.suffix.lower()
    for importer in IMPORTERS:
        if suffix in importer.suffixes:
            return importer
    readable = ", ".join(sorted(suffix for importer in IMPORTERS for suffix in importer.suffixes))
    what = f"files ending in {suffix}" if suffix else "files without an ending in their name"
    raise UnknownFormat(f"No importer reads {what}; it can be {readable}.")
