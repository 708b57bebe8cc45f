"""The sides of one field in words: what two editors made of it, each marked against how it was opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignObjectRel, Model, TextField

from articles.curation import pieces
from articles.curation.names import Named, Names, field_of
from articles.curation.pieces import Piece
from articles.curation.row_edits import line_of
from articles.curation.wording import rows_of, value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One side of a field in words: `pieces` are lines where the field holds rows, marked against how it was opened."""

    pieces: tuple[Piece, ...]
    is_list: bool = False
    url: str = ""


def cells_of(table: type[Model], name: str, states: Sequence[Any], names: Names) -> list[Cell]:
    """Return the sides of a field: as opened, theirs, mine; of rows that were edited also what there would be."""
    if isinstance(field_of(table, name), ForeignObjectRel):
        return _list_cells(_lines_apart(table, name, states, names))
    lists = [rows_of(table, name, state, names) for state in states]
    if not any(rows is None for rows in lists):
        return _list_cells([list((rows or {}).values()) for rows in lists])
    said = [value_of(table, name, state, names) for state in states]
    return text_cells(said) if isinstance(field_of(table, name), TextField) else _value_cells(said)


def _lines_apart(table: type[Model], name: str, states: Sequence[Any], names: Names) -> list[list[str]]:
    """Return the rows of each state in words, without those that are the same in all."""
    lists = [lines(table, name, state, names) for state in states]
    apart = {key for rows in lists for key in rows if len({other.get(key) for other in lists}) > 1}
    return [[words for key, words in rows.items() if key in apart or not apart] for rows in lists]


def lines(table: type[Model], name: str, state: Any, names: Names) -> dict[Any, str]:
    """Return rows that belong to a record in words, by their keys."""
    other: Any = field_of(table, name).related_model  # type: ignore[union-attr]
    return {row.get("id") or f"new {place}": line_of(other, row, names) for place, row in enumerate(state or ())}


def _value_cells(values: Sequence[Named]) -> list[Cell]:
    base = values[0].words
    return [Cell(pieces=pieces.of_values(base, value.words), url=value.url) for value in values]


def text_cells(values: Sequence[Named]) -> list[Cell]:
    """Return texts word by word against the first of them."""
    return [Cell(pieces=pieces.of_texts(values[0].words, value.words)) for value in values]


def _list_cells(values: Sequence[Sequence[str]]) -> list[Cell]:
    before = [values[0], values[0], values[0], values[1]]
    return [Cell(pieces=pieces.of_lines(was, now), is_list=True) for was, now in zip(before, values, strict=False)]
