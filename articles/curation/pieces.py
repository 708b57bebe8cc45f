"""Two wordings of one value as pieces that were kept, removed and added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from articles.text.difference import difference

Kind = Literal["kept", "removed", "added"]

_KINDS: Final[dict[str, Kind]] = {"same": "kept", "deleted": "removed", "inserted": "added"}
_BETWEEN: Final = "\n\n"  # paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    kind: Kind
    words: str


def of_texts(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts word by word, in reading order; paragraphs are parted by a blank line inside the pieces."""
    if not before or not after:
        return of_values(before, after)
    pieces: list[Piece] = []
    for paragraph in difference(before.split(_BETWEEN), after.split(_BETWEEN)):
        pieces += [Piece(kind="kept", words=_BETWEEN)] if pieces else []
        pieces += [Piece(kind=_KINDS[run.kind], words=run.text) for run in paragraph.runs]
    if not any(piece.words.strip() for piece in pieces if piece.kind == "kept"):
        return of_values(before, after)
    return tuple(pieces)


def of_values(before: str, after: str) -> tuple[Piece, ...]:
    """Return two short values: one piece where they are equal, else the old one and the new one; blank ones apart."""
    if before == after:
        return (Piece(kind="kept", words=after),) if after else ()
    pieces = (Piece(kind="removed", words=before), Piece(kind="added", words=after))
    return tuple(piece for piece in pieces if piece.words)


def of_lines(before: Iterable[str], after: Iterable[str]) -> tuple[Piece, ...]:
    """Return two lists of lines as one, a piece for each line."""
    return tuple(_lines(list(before), list(after)))


def _lines(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Piece(kind="kept", words=line) for line in old[old_start:old_end])
            continue
        yield from (Piece(kind="removed", words=line) for line in old[old_start:old_end])
        yield from (Piece(kind="added", words=line) for line in new[new_start:new_end])
