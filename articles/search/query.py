"""What a reader types, read once: a query that PostgreSQL matches, that pages mark and say in words.

    query   = clause*              all are required
    clause  = operand ("OR" operand)*
    operand = "-"? ( word "*"? | '"' phrase '"' | "(" query ")" )

OR joins its neighbours: `gaza rusia OR moskow` is gaza, and rusia or moskow. A quotation mark or bracket left
open ends with the text; one that closes nothing is passed over. A day typed with its year is one operand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.search.terms import Joined, Node, Not, Term
from articles.search.typed import Piece, pieces

MOST_CHARACTERS: Final = 256
MOST_WORDS: Final = 32
DEEPEST: Final = 8  # brackets in brackets; each costs two calls on the stack
SHORTEST_STEM: Final = 2  # characters before *: one letter begins too many words to count


class BadQuery(ValueError):
    """A query that cannot be read; the message is a sentence for the one who typed it."""

    def __init__(self, message: str, *, place: int) -> None:
        """`place` counts characters of the query from 0."""
        super().__init__(message)
        self.message = message
        self.place = place


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One of the things that a query requires, and where it was typed."""

    node: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    text: str  # as typed
    clauses: tuple[Clause, ...]  # at least one

    def tsquery(self, *, any_word: bool = False) -> str:
        """Return the query in the notation of PostgreSQL's tsquery; `any_word` asks for one clause, not all.

        What is excluded stays excluded either way.
        """
        return self._root(any_word=any_word).tsquery()

    def _root(self, *, any_word: bool) -> Node:
        nodes = tuple(clause.node for clause in self.clauses)
        wanted = tuple(node for node in nodes if not isinstance(node, Not))
        if not any_word or len(wanted) < 2:
            return Joined(nodes, "&")
        return Joined((Joined(wanted, "|"), *(node for node in nodes if isinstance(node, Not))), "&")

    def asked_in_words(self, *, any_word: bool = False) -> str:
        """Return what is asked for: “gaza” and “rusia” or “moskow”; "" when things are only excluded."""
        wanted = tuple(clause.node for clause in self.clauses if not isinstance(clause.node, Not))
        return Joined(wanted, "|" if any_word else "&").in_words()

    def excluded_in_words(self) -> str:
        excluded = tuple(clause.node.node for clause in self.clauses if isinstance(clause.node, Not))
        return Joined(excluded, "|").in_words()

    @property
    def terms(self) -> list[Term]:
        """The words and phrases asked for, in the order typed; none of those excluded."""
        return [term for clause in self.clauses for term in clause.node.terms()]

    @property
    def words(self) -> str:
        """What is asked for without its operators: what the names of people and places are compared with."""
        return " ".join(term.printed for term in self.terms)

    @property
    def widens(self) -> bool:
        """Whether asking for any of the words is another question than asking for all of them."""
        return sum(not isinstance(clause.node, Not) for clause in self.clauses) > 1

    def without(self, clause: Clause) -> Query | None:
        """Return the query with one clause fewer; None when nothing is left."""
        others = tuple(other for other in self.clauses if other is not clause)
        text = " ".join(self.text[other.start : other.end] for other in others)
        return Query(text=text, clauses=others) if others else None


def parse(text: str) -> Query | None:
    """Read a query; None when nothing was typed.

    Raises:
        BadQuery: it is too long, holds nothing that can be searched, or an OR without two sides.
    """
    if not text.strip():
        return None
    if len(text) > MOST_CHARACTERS:
        message = _("A search has at most %(most)d characters; this one has %(count)d.")
        raise BadQuery(message % {"most": MOST_CHARACTERS, "count": len(text)}, place=MOST_CHARACTERS)
    clauses = _Parser(text).clauses(depth=0)
    if not clauses:
        raise BadQuery(_("There is nothing here that can be searched: type a word or a number."), place=0)
    query = Query(text=text, clauses=tuple(clauses))
    _refuse_too_many(query)
    return query


def _refuse_too_many(query: Query) -> None:
    words = sum(clause.node.size() for clause in query.clauses)
    if words > MOST_WORDS:
        message = ngettext(
            "A search has at most %(most)d words; this one has %(count)d.",
            "A search has at most %(most)d words; this one has %(count)d.",
            words,
        )
        raise BadQuery(message % {"most": MOST_WORDS, "count": words}, place=query.clauses[-1].start)


class _Parser:
    """Recursive descent over the pieces of one query."""

    def __init__(self, text: str) -> None:
        self._pieces: Sequence[Piece] = pieces(text)
        self._at = 0

    def clauses(self, *, depth: int) -> list[Clause]:
        """Read up to the bracket that closes, or to the end."""
        found = []
        while (piece := self._peek()) is not None:
            if piece.kind == "close":
                self._at += 1
                if depth:
                    break
            elif clause := self._clause(depth=depth):
                found.append(clause)
        return found

    def _clause(self, *, depth: int) -> Clause | None:
        start = self._pieces[self._at].start
        if self._pieces[self._at].kind == "or":
            raise self._one_sided()
        operands = [self._operand(depth=depth)]
        while (piece := self._peek()) is not None and piece.kind == "or":
            self._at += 1
            following = self._peek()
            if following is None or following.kind in {"or", "close"}:
                self._at -= 1
                raise self._one_sided()
            operands.append(self._operand(depth=depth))
        nodes = tuple(node for node in operands if node is not None)
        if not nodes:
            return None
        node = nodes[0] if len(nodes) == 1 else Joined(nodes, "|")
        return Clause(node=node, start=start, end=self._pieces[self._at - 1].end)

    def _operand(self, *, depth: int) -> Node | None:
        """Read one operand; None when it holds nothing that can be searched."""
        piece = self._pieces[self._at]
        self._at += 1
        node = self._group(piece, depth=depth + 1) if piece.kind == "open" else self._term(piece)
        return Not(node) if node is not None and piece.negated else node

    def _group(self, piece: Piece, *, depth: int) -> Node | None:
        if depth > DEEPEST:
            message = _("Brackets can stand in brackets at most %(most)d deep.")
            raise BadQuery(message % {"most": DEEPEST}, place=piece.start)
        nodes = tuple(clause.node for clause in self.clauses(depth=depth))
        if len(nodes) > 1:
            return Joined(nodes, "&")
        return nodes[0] if nodes else None

    @staticmethod
    def _term(piece: Piece) -> Term | None:
        term = Term.read(piece.text, quoted=piece.kind == "phrase", prefix=piece.prefix)
        if term is not None and term.prefix and len(term.steps[-1].lexemes[0]) < SHORTEST_STEM:
            message = _("Put at least %(least)d letters before the *.")
            raise BadQuery(message % {"least": SHORTEST_STEM}, place=piece.start)
        return term

    def _peek(self) -> Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _one_sided(self) -> BadQuery:
        return BadQuery(
            _("OR stands between two words; to search for the word itself, put it in quotation marks."),
            place=self._pieces[self._at].start,
        )
