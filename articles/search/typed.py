"""The pieces of a typed query: words, phrases, brackets, OR; and the minus, field and star that cling to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from articles.search.asked_fields import UNSEEN
from articles.search.field_names import FIELDS, Field
from articles.text.analysis import analyse
from articles.text.spans import Span

QUOTES: Final = '"“”„‟«»″＂'
_MINUS: Final = r"(?:[-−]+(?=[^\s)−-]))?"
_NAMES: Final = "|".join(sorted(FIELDS, key=len, reverse=True))
_PIECE: Final = re.compile(
    rf"[{UNSEEN}]*(?P<minus>{_MINUS})"
    # A field's value follows its colon directly: "Kata Putin said: kami datang" asks for words.
    rf"(?:(?P<field>(?i:{_NAMES})):(?=[^\s)])(?P<inner>{_MINUS}))?"
    rf"(?:(?P<open>\()|(?P<close>\))|[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]?|(?P<word>[^\s(){QUOTES}]+))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    kind: Literal["word", "phrase", "open", "close", "or"]
    text: str  # without quotation marks, minus, field and star
    start: int  # in the typed text, its minus and field included
    value: int  # where `text` starts
    end: int
    negated: bool = False
    field: Field | None = None
    prefix: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is a word without anything that clings to it, so that the words before may take it in."""
        return self.is_plain_value and not self.negated and self.field is None

    @property
    def is_plain_value(self) -> bool:
        return self.kind == "word" and not self.prefix


def pieces(text: str) -> list[Piece]:
    """Part a typed query. AND between words says what is so anyway and is dropped."""
    found = [_piece(match) for match in _PIECE.finditer(text)]
    return _stretches_joined([piece for piece in found if not (piece.text == "AND" and piece.is_plain)], text)


def _piece(match: re.Match[str]) -> Piece:
    field = FIELDS[match["field"].lower()] if match["field"] else None
    negated = bool(match["minus"]) != bool(match["inner"])
    start, end = match.start("minus"), match.end()
    if match["open"] or match["close"]:
        kind: Literal["open", "close"] = "open" if match["open"] else "close"
        return Piece(kind=kind, text=match[0][-1], start=start, value=end, end=end, negated=negated, field=field)
    if match["word"] is None:
        place = match.start("phrase")
        return Piece(
            kind="phrase", text=match["phrase"], start=start, value=place, end=end, negated=negated, field=field
        )
    if match["word"] == "OR" and not negated and field is None:
        return Piece(kind="or", text="OR", start=start, value=start, end=end)
    return _word(match, start=start, negated=negated, field=field)


def _word(match: re.Match[str], *, start: int, negated: bool, field: Field | None) -> Piece:
    word, value = match["word"], match.start("word")
    if field == "number" and match["inner"]:  # number:-5 is less than nothing
        word, value, negated = match["inner"][-1] + word, value - 1, bool(match["minus"])
    stem = word.rstrip("*")
    prefix = stem != word
    return Piece(
        kind="word", text=stem, start=start, value=value, end=match.end(), negated=negated, field=field, prefix=prefix
    )


def _stretches_joined(found: list[Piece], text: str) -> list[Piece]:
    """Make one piece of the words of a day ("10 Desember 2023") or numeral, which is found however it is printed."""
    spans = [token.span for token in analyse(text) if token.kind in {"date", "numeral"}]
    joined: list[Piece] = []
    for piece in found:
        span = next((span for span in spans if span.overlaps(Span(piece.start, piece.end))), None)
        before = joined[-1] if joined else None
        if span and before and before.end > span.start and before.is_plain_value and piece.is_plain:
            joined[-1] = replace(before, text=text[before.value : piece.end], end=piece.end)
        else:
            joined.append(piece)
    return joined
