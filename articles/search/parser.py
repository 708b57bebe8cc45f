"""Reads the pieces of a typed query: recursive descent, one method for each line of the grammar in `query`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from articles.search import asked_fields
from articles.search.asked_fields import InHeadline, Named
from articles.search.bad_query import BadQuery
from articles.search.field_names import DAYS, Field
from articles.search.function_words import is_function_word
from articles.search.terms import Joined, Leaf, Node, Not, Term
from articles.search.typed import Piece, pieces
from articles.text.names import name_key

DEEPEST: Final = 8  # brackets in brackets; each costs two calls on the stack
SHORTEST_STEM: Final = 2  # characters before *: one letter begins too many words to count
_LONGEST_VALUE: Final = 6  # words of a day or number without quotation marks: "Ahad, 10 Desember 2023"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One of the things that a query requires, and where it was typed."""

    node: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A word that nearly every text holds, which was not searched for."""

    text: str
    start: int
    end: int


class Parser:
    """Reads one text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: Sequence[Piece] = pieces(text)
        self._at = 0
        self.passed_over: list[PassedOver] = []

    def clauses(self, *, depth: int = 0, field: Field | None = None) -> list[Clause]:
        """Read up to the bracket that closes, or to the end; in brackets behind a field all are values of it.

        Raises:
            BadQuery: something in it cannot be read.
        """
        found = []
        while (piece := self._peek()) is not None:
            if piece.kind == "close":
                self._at += 1
                if depth:
                    break
            elif clause := self._clause(depth=depth, field=field):
                found.append(clause)
        return found

    def _clause(self, *, depth: int, field: Field | None) -> Clause | None:
        start = self._pieces[self._at].start
        if self._pieces[self._at].kind == "or":
            raise self._one_sided()
        operands = [self._operand(depth=depth, field=field)]
        while (piece := self._peek()) is not None and piece.kind == "or":
            self._at += 1
            following = self._peek()
            if following is None or following.kind in {"or", "close"}:
                self._at -= 1
                raise self._one_sided()
            operands.append(self._operand(depth=depth, field=field))
        nodes = tuple(node for node in operands if node is not None)
        if not nodes:
            return None
        node = nodes[0] if len(nodes) == 1 else Joined(nodes, "|")
        return Clause(node=node, start=start, end=self._pieces[self._at - 1].end)

    def _operand(self, *, depth: int, field: Field | None) -> Node | None:
        """Read one operand; None when it holds nothing that can be searched."""
        piece = self._pieces[self._at]
        self._at += 1
        field = piece.field or field
        if piece.kind == "open":
            node = self._group(piece, depth=depth + 1, field=field)
        elif field in {None, "title"}:
            node = self._words(piece, field)
        else:
            node = self._value(piece, field)
        return Not(node) if node is not None and piece.negated else node

    def _group(self, piece: Piece, *, depth: int, field: Field | None) -> Node | None:
        if depth > DEEPEST:
            message = _("Brackets can stand in brackets at most %(most)d deep.")
            raise BadQuery(message % {"most": DEEPEST}, place=piece.start, end=piece.end)
        nodes = tuple(clause.node for clause in self.clauses(depth=depth, field=field))
        if len(nodes) > 1:
            return Joined(nodes, "&")
        if not nodes and piece.field:
            raise asked_fields.empty(piece.field, piece.start, piece.end)
        return nodes[0] if nodes else None

    def _words(self, piece: Piece, field: Field | None) -> Node | None:
        if piece.is_plain_value and is_function_word(piece.text):
            self.passed_over.append(PassedOver(text=piece.text, start=piece.value, end=piece.end))
            return None
        quoted = piece.kind == "phrase"
        term = Term.read(piece.text, quoted=quoted, prefix=piece.prefix, start=piece.value)
        if term and term.prefix:
            self._refuse_short(piece, term.steps[-1].lexemes[0])
        if field is None:
            return term
        if term is None:
            raise asked_fields.empty(field, piece.start, piece.end)
        return InHeadline(name=field, printed=term.printed, start=piece.start, end=piece.end, words=term)

    def _value(self, piece: Piece, field: Field) -> Leaf:
        """Read the value of a field, with the words that follow where they belong to it."""
        if field in DAYS or field == "number":
            return self._longest_that_reads(piece, field)
        last = piece
        while not piece.field and piece.is_plain_value and (following := self._follows(last)):
            last, self._at = following, self._at + 1  # in brackets: by:(maria zakharova OR putin)
        text = self._text[piece.value : last.end] if last is not piece else piece.text
        leaf = asked_fields.read(field, text, piece.start, last.end)
        if piece.prefix and isinstance(leaf, Named):
            self._refuse_short(piece, name_key(piece.text))
            return Named(name=field, printed=leaf.printed, start=leaf.start, end=leaf.end, prefix=True)
        return leaf

    def _follows(self, last: Piece) -> Piece | None:
        """Return the word that comes next with nothing between, not even AND."""
        following = self._peek()
        if following is None or not following.is_plain or self._text[last.end : following.start].strip():
            return None
        return following

    def _longest_that_reads(self, piece: Piece, field: Field) -> Leaf:
        """Read a day or number without quotation marks as far as it goes: published:Desember 2023."""
        most = self._plain_pieces() if piece.is_plain_value else 0
        for more in range(most, 0, -1):
            last = self._pieces[self._at + more - 1]
            with suppress(BadQuery):
                leaf = asked_fields.read(field, self._text[piece.value : last.end], piece.start, last.end)
                self._at += more
                return leaf
        return asked_fields.read(field, piece.text, piece.start, piece.end)

    def _plain_pieces(self) -> int:
        """Return how many words follow that might belong to a value."""
        following = self._pieces[self._at : self._at + _LONGEST_VALUE]
        return next((at for at, piece in enumerate(following) if not piece.is_plain), len(following))

    def _refuse_short(self, piece: Piece, stem: str) -> None:
        if len(stem) < SHORTEST_STEM:
            message = _("Put at least %(least)d letters before the *.")
            raise BadQuery(message % {"least": SHORTEST_STEM}, place=piece.start, end=piece.end)

    def _peek(self) -> Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _one_sided(self) -> BadQuery:
        piece = self._pieces[self._at]
        return BadQuery(
            _("OR stands between two words; to search for the word itself, put it in quotation marks."),
            place=piece.start,
            end=piece.end,
        )
