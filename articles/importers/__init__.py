"""Bytes in, articles out: one module for each file format, registered here."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from articles.importers.base import Importer
from articles.importers.feeds import Feed
from articles.importers.fields import NOTHING_ASKED, Asked
from articles.importers.html import Html
from articles.importers.jsonl import JsonLines
from articles.importers.packed import SUFFIX, inner
from articles.importers.rawtext import RawText
from articles.importers.tables import CSV, TSV
from articles.importers.warc import Warc


def importers(asked: Asked = NOTHING_ASKED) -> tuple[Importer, ...]:
    """Return an importer for each format; `asked` is for those whose records have named fields."""
    return (
        RawText(),
        Html(),
        Feed(),
        Warc(),
        JsonLines(asked=asked),
        replace(CSV, asked=asked),
        replace(TSV, asked=asked),
    )


IMPORTERS: tuple[Importer, ...] = importers()


_SIZE_TELLS_NOTHING: Final = (SUFFIX, ".warc")  # a web archive holds all that pages were made of


def tells_its_length(name: str) -> bool:
    """Whether the size of a file of that name is about as many bytes as its records have."""
    return not name.lower().endswith(_SIZE_TELLS_NOTHING)


class UnknownFormat(ValueError):
    """No importer reads files of that name; the message is a sentence that names those that can be read."""


def importer_for(path: PurePath, among: Iterable[Importer] = IMPORTERS) -> Importer:
    """Return the importer for the file's suffix; a packed file has that of what is in it.

    Raises:
        UnknownFormat: there is none.
    """
    suffix = inner(path).suffix.lower()
    for importer in among:
        if suffix in importer.suffixes:
            return importer
    readable = ", ".join(sorted(suffix for importer in among for suffix in importer.suffixes))
    what = f"files ending in {suffix}" if suffix else "files without an ending in their name"
    raise UnknownFormat(f"No importer reads {what}; it can be {readable}, each also with {SUFFIX} behind it.")
