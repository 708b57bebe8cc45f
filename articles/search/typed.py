"""The pieces of a typed query: words, phrases, brackets, OR, and the minus and star that cling to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from articles.text.analysis import analyse
from articles.text.spans import Span

_QUOTES: Final = '"“”„‟«»″＂'
_PIECE: Final = re.compile(
    r"(?P<minus>(?:[-−]+(?=[^\s)−-]))?)"
    rf"(?:(?P<open>\()|(?P<close>\))|[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<word>[^\s(){_QUOTES}]+))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    kind: Literal["word", "phrase", "open", "close", "or"]
    text: str  # without quotation marks, minus and star
    start: int  # in the typed text, its minus included
    end: int
    negated: bool = False
    prefix: bool = False


def pieces(text: str) -> list[Piece]:
    """Part a typed query. AND between words says what is so anyway and is dropped."""
    found = [piece for match in _PIECE.finditer(text) if (piece := _piece(match)).text != "AND" or piece.negated]
    return _stretches_joined(found, text)


def _piece(match: re.Match[str]) -> Piece:
    start, end, negated = match.start(), match.end(), bool(match["minus"])
    if match["open"]:
        return Piece(kind="open", text="(", start=start, end=end, negated=negated)
    if match["close"]:
        return Piece(kind="close", text=")", start=start, end=end)
    if match["word"] is None:
        return Piece(kind="phrase", text=match["phrase"], start=start, end=end, negated=negated)
    word = match["word"]
    if word == "OR" and not negated:
        return Piece(kind="or", text=word, start=start, end=end)
    stem = word.rstrip("*")
    return Piece(kind="word", text=stem, start=start, end=end, negated=negated, prefix=stem != word)


def _stretches_joined(found: list[Piece], text: str) -> list[Piece]:
    """Make one piece of the words of a day ("10 Desember 2023") or numeral, which is found however it is printed."""
    spans = [token.span for token in analyse(text) if token.kind in {"date", "numeral"}]
    joined: list[Piece] = []
    for piece in found:
        span = next((span for span in spans if span.overlaps(Span(piece.start, piece.end))), None)
        before = joined[-1] if joined else None
        if span and before and before.end > span.start and _plain(before) and _plain(piece) and not piece.negated:
            words = text[before.start : piece.end]
            joined[-1] = replace(before, text=words.lstrip("-−") if before.negated else words, end=piece.end)
        else:
            joined.append(piece)
    return joined


def _plain(piece: Piece) -> bool:
    return piece.kind == "word" and not piece.prefix
