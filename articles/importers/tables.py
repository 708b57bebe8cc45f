"""Tables: one article a row, the names of the columns in the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.cells import lists_of, texts_of
from articles.importers.decoding import decode, wide
from articles.importers.fields import NOTHING_ASKED, Asked, FieldMap, find_fields
from articles.importers.packed import PIECE
from articles.importers.pieces import BOM
from articles.importers.records import Record, article_of
from articles.importers.rows import DELIMITERS, Dialect, Row, read_rows, sniff
from articles.importers.survey import Survey, survey

_MOST_COLUMNS: Final = 1_000
_SHOWN: Final = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "|"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One of the two: they differ in what parts their cells."""

    name: str
    about: str
    suffixes: frozenset[str]
    media_type: str
    delimiters: tuple[str, ...]
    asked: Asked = NOTHING_ASKED

    def read(self, given: Given) -> Iterator[RawArticle | Unreadable]:
        """Yield the article of each row, or why there is none; empty rows are passed over.

        A table of no rows at all is refused: whoever saved it lost them.
        """
        head = self._head(given)
        if isinstance(head, Unreadable):
            yield head
            return
        found = self._survey(given, head)
        row = None
        for row in _rows_below(given, head):
            yield self._article(given, head, row, found)
        if row is None:
            yield Unreadable(place=given.at(head.line), reason="It has a header and no rows.")

    def names(self, given: Given) -> tuple[str, ...]:
        """Return the names of its columns, also of a table that none of them is known of.

        Raises:
            OSError: the file cannot be read.
        """
        head = self._first_row(given)
        return () if isinstance(head, Unreadable) else head.names

    def understood(self, given: Given) -> list[str]:
        """Return how the table was read and which column was taken for which field, a line each.

        Raises:
            OSError: the file cannot be read.
        """
        head = self._head(given)
        if isinstance(head, Unreadable):
            return [f"{head.place}: {head.reason}"]
        source = f"{given.name}, columns parted by {_SHOWN[head.dialect.delimiter]}"
        found = self._survey(given, head)
        return replace(found, names=found.names or head.names).told(self.asked, source=source)  # without rows: none

    def _head(self, given: Given) -> _Head | Unreadable:
        """Return the row that names the columns; it names those that are needed."""
        head = self._first_row(given)
        if isinstance(head, _Head) and head.fields.missing:
            return Unreadable(place=given.at(head.line), reason=head.fields.missing)
        return head

    def _first_row(self, given: Given) -> _Head | Unreadable:
        """Return the first row, by the first dialect in which it names the columns that are needed, or by any."""
        with given.open() as stream:
            begins = stream.read(PIECE).removeprefix(BOM)
        if not begins.strip():
            return Unreadable(place=given.name, reason="It is empty.")
        if reason := wide(begins[:4]):
            return Unreadable(place=given.name, reason=reason)
        heads = [head for dialect in sniff(begins, self.delimiters) if (head := self._head_in(given, dialect))]
        best = next((head for head in heads if not head.fields.missing), heads[0] if heads else None)
        if best is None:
            return Unreadable(place=given.at(1), reason="Its first row, which names the columns, cannot be read.")
        return best

    def _head_in(self, given: Given, dialect: Dialect) -> _Head | None:
        with given.open() as stream:
            row = next(read_rows(stream, dialect), None)
        if row is None or row.fault:
            return None
        names = decode(b"\n".join(cell.replace(b"\n", b" ") for cell in row.cells))
        if isinstance(names, str):
            return None
        columns = tuple(name.strip() for name in names.text.split("\n", _MOST_COLUMNS))
        if len(columns) > _MOST_COLUMNS:  # it may be read as another dialect
            return None
        return _Head(dialect=dialect, line=row.line, names=columns, fields=find_fields(columns, self.asked))

    def _survey(self, given: Given, head: _Head) -> Survey:
        rows = (
            (values, len(row.content))
            for row in _rows_below(given, head)
            if not isinstance(values := head.values(row), str)
        )
        return survey(rows, self.asked)

    def _article(self, given: Given, head: _Head, row: Row, found: Survey) -> RawArticle | Unreadable:
        decoded = decode(row.content)
        values = decoded if isinstance(decoded, str) else head.values(row)
        if isinstance(values, str) or isinstance(decoded, str):
            return Unreadable(place=given.at(row.line), reason=str(values))
        return article_of(
            Record(
                place=given.at(row.line),
                content=row.content,
                media_type=self.media_type,
                charset=decoded.charset,
                texts=texts_of(values, head.fields),
                lists=lists_of(values, head.fields),
                columns=head.fields.columns,
                orders=found.orders,
                doubts=(decoded.doubt,),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The row that names the columns, and how it was read."""

    dialect: Dialect
    line: int
    names: tuple[str, ...]
    fields: FieldMap

    def values(self, row: Row) -> Mapping[str, str] | str:
        """Return the cells of a row by their columns' names, or a sentence on why that cannot be."""
        if row.fault:
            return row.fault
        decoded = decode(row.content)
        if isinstance(decoded, str):
            return decoded
        if len(row.cells) < len(self.names) or any(row.cells[len(self.names) :]):
            return f"It has not as many cells as there are columns: {len(row.cells)}, not {len(self.names)}."
        cells = (cell.decode(decoded.charset) for cell in row.cells)
        values: dict[str, str] = {}
        for name, cell in zip(self.names, cells, strict=False):
            values.setdefault(name, cell)  # of two columns with one name the first counts, as in the mapping
        return values


def _rows_below(given: Given, head: _Head) -> Iterator[Row]:
    with given.open() as stream:
        yield from (row for row in read_rows(stream, head.dialect) if row.line > head.line)


CSV: Final = Table(
    name="csv",
    about="one article a row, as a table with commas or semicolons",
    suffixes=frozenset({".csv"}),
    media_type="text/csv",
    delimiters=DELIMITERS,
)
TSV: Final = Table(
    name="tsv",
    about="one article a row, as a table with tabs",
    suffixes=frozenset({".tsv"}),
    media_type="text/tab-separated-values",
    delimiters=("\t",),
)
