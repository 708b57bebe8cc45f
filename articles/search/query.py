"""What a reader types, read once: a query that PostgreSQL matches, that pages mark and say in words.

    query   = clause*              all are required
    clause  = operand ("OR" operand)*
    operand = "-"? ( field ":" )? ( word "*"? | '"' phrase '"' | "(" query ")" )

OR joins its neighbours: `gaza rusia OR moskow` is gaza, and rusia or moskow. A quotation mark or bracket left
open ends with the text; one that closes nothing is passed over. A day typed with its year is one operand.
What is in brackets behind a field are values of it: `by:(putin OR zakharova)`, `title:(gaza evakuasi)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.search.asked_fields import InLanguage, Named
from articles.search.asked_names import Names
from articles.search.bad_query import BadQuery
from articles.search.languages import is_printed_in
from articles.search.parser import Clause, Parser, PassedOver
from articles.search.terms import Joined, Leaf, Node, Not, Term, tsquery, wanted

__all__ = ["BadQuery", "Clause", "PassedOver", "Query", "parse"]

MOST_CHARACTERS: Final = 256
MOST_WORDS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    text: str  # as typed
    clauses: tuple[Clause, ...]  # at least one
    passed_over: tuple[PassedOver, ...] = ()  # words that nearly every text holds, which were not searched for
    names: Names = field(default_factory=Names, compare=False, repr=False)  # what was looked up for it

    def root(self, *, any_word: bool = False) -> Node:
        """Return all that is asked; `any_word` asks for one of the clauses made of words.

        What is excluded stays excluded either way, and what fields ask for stays required.
        """
        nodes = tuple(clause.node for clause in self.clauses)
        words = tuple(node for node in nodes if _widens(node))
        if not any_word or len(words) < 2:
            return Joined(nodes, "&")
        return Joined((Joined(words, "|"), *(node for node in nodes if not _widens(node))), "&")

    def tsquery(self, *, any_word: bool = False) -> str:
        """Return the words asked for and excluded as a tsquery; fields are left out of it."""
        clauses = tuple(clause for clause in self.clauses if not any(clause.node.leaves()))
        return tsquery(replace(self, clauses=clauses).root(any_word=any_word)) if clauses else ""

    def ranking(self, *, any_word: bool = False) -> str:
        """Return the words that a text is better for having, as a tsquery; "" when none are asked for."""
        words = wanted(self.root(any_word=any_word))
        return tsquery(words) if words else ""

    def asked_in_words(self, *, any_word: bool = False) -> str:
        """Return the words asked for: “gaza” and “rusia” or “moskow”; "" when there are none. Fields stand apart."""
        return Joined(tuple(filter(_widens, self._nodes())), "|" if any_word else "&").in_words()

    def fields_in_words(self) -> list[str]:
        """Return what fields ask for and exclude, clause by clause: said by “zakharova”; not published 2023."""
        return [node.in_words() for node in self._nodes() if any(node.leaves())]

    def excluded_in_words(self) -> str:
        excluded = tuple(node.node for node in self._nodes() if isinstance(node, Not) and not any(node.leaves()))
        return Joined(excluded, "|").in_words()

    def _nodes(self) -> Iterator[Node]:
        return (clause.node for clause in self.clauses)

    @property
    def terms(self) -> list[Term]:
        """The words and phrases asked for, in the order typed; none of those excluded."""
        return [term for clause in self.clauses for term in clause.node.terms()]

    @property
    def leaves(self) -> list[Leaf]:
        """What fields ask for and exclude, in the order typed."""
        return [leaf for node in self._nodes() for leaf in node.leaves()]

    @property
    def unknown(self) -> list[Leaf]:
        """Names and languages behind fields that the archive does not know; each `printed` at `start` to `end`."""
        return [leaf for leaf in self.leaves if self._is_unknown(leaf)]

    def _is_unknown(self, leaf: Leaf) -> bool:
        if isinstance(leaf, Named):
            return not self.names.keys(leaf)
        return isinstance(leaf, InLanguage) and not is_printed_in(leaf.tags)

    @property
    def words(self) -> str:
        """What is asked for without its operators: what the names of people and places are compared with."""
        spoken = [(term.start, term.printed) for node in self._nodes() for term in _spoken(node)]
        spoken += [(word.start, word.text) for word in self.passed_over if spoken]
        named = [leaf.printed for node in self._nodes() for leaf in _asked_of(node) if isinstance(leaf, Named)]
        return " ".join([word for _start, word in sorted(spoken)] or named)

    @property
    def widens(self) -> bool:
        """Whether asking for any of the words is another question than asking for all of them."""
        return sum(map(_widens, self._nodes())) > 1

    def without(self, clause: Clause) -> Query | None:
        """Return the query with one clause fewer; None when nothing is left."""
        others = tuple(other for other in self.clauses if other is not clause)
        if not others:
            return None
        texts = [self.text[other.start : other.end] for other in others]
        text = " ".join(texts)
        if not _reads_as(text, others):  # 10 -hamas Desember 2023: what was between kept them apart
            text = " AND ".join(texts)
        return Query(text=text, clauses=others, names=self.names)


def _reads_as(text: str, clauses: tuple[Clause, ...]) -> bool:
    return [clause.node for clause in Parser(text).clauses()] == [clause.node for clause in clauses]


def _widens(node: Node) -> bool:
    return not isinstance(node, Not) and not any(node.leaves())


def _asked_of(node: Node) -> Iterator[Leaf]:
    """Yield the fields of a node that nothing excludes."""
    if isinstance(node, Leaf):
        yield node
    elif isinstance(node, Joined):
        for part in node.nodes:
            yield from _asked_of(part)


def _spoken(node: Node) -> Iterator[Term]:
    """Yield the words of a node that stand behind no field and are not excluded."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, Joined):
        for part in node.nodes:
            yield from _spoken(part)


def parse(text: str) -> Query | None:
    """Read a query; None when nothing was typed.

    Raises:
        BadQuery: it is too long, holds nothing that can be searched, an OR without two sides, or a field whose value
            is no date or number.
    """
    if not text.strip():
        return None
    if len(text) > MOST_CHARACTERS:
        message = _("A search has at most %(most)d characters; this one has %(count)d.")
        raise BadQuery(message % {"most": MOST_CHARACTERS, "count": len(text)}, place=MOST_CHARACTERS)
    parser = Parser(text)
    clauses = parser.clauses()
    if not clauses:
        raise _nothing(parser.passed_over)
    query = Query(text=text, clauses=tuple(clauses), passed_over=tuple(parser.passed_over))
    _refuse_too_many(query)
    return query


def _nothing(passed_over: list[PassedOver]) -> BadQuery:
    if not passed_over:
        return BadQuery(_("There is nothing here that can be searched: type a word or a number."), place=0)
    message = ngettext(
        "“%(words)s” stands in nearly every text, so it is not searched for: add another word. "
        "In quotation marks it is found as it stands.",
        "“%(words)s” stand in nearly every text, so they are not searched for: add another word. "
        "In quotation marks they are found as they stand.",
        len(passed_over),
    )
    words = " ".join(word.text for word in passed_over)
    return BadQuery(message % {"words": words}, place=passed_over[0].start, end=passed_over[-1].end)


def _refuse_too_many(query: Query) -> None:
    words = sum(clause.node.size() for clause in query.clauses)
    if words > MOST_WORDS:
        message = ngettext(
            "A search has at most %(most)d words; this one has %(count)d.",
            "A search has at most %(most)d words; this one has %(count)d.",
            words,
        )
        raise BadQuery(message % {"most": MOST_WORDS, "count": words}, place=query.clauses[-1].start)
