"""The parts of a read query: terms, fields (`asked_fields`), and how they are joined. Each knows its words.

A word is asked for with all of its family, in both languages; in quotation marks, or with a star, only as printed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Literal, Self, TypeAlias

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.search.field_names import Field
from articles.text.analysis import Token, analyse, quote_lexeme
from articles.text.stems import asked, doubled


@dataclass(frozen=True, slots=True)
class Step:
    """One position of a term: the readings that may stand there, and how far behind the step before."""

    lexemes: tuple[str, ...]
    distance: int  # positions from the step before; 0 for the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, or words that must stand one after another."""

    printed: str  # as typed, without operators
    steps: tuple[Step, ...]  # at least one
    quoted: bool = False
    prefix: bool = False  # the last step matches words that begin so
    start: int = field(default=0, compare=False)  # where it was typed

    @classmethod
    def read(cls, text: str, *, quoted: bool = False, prefix: bool = False, start: int = 0) -> Self | None:
        """Analyse typed words; None when nothing in them can be searched."""
        unasked = {"stem", "numeral"} if quoted else {"stem"}
        tokens = [token for token in analyse(text) if token.kind not in unasked]
        steps = _steps(tokens) if quoted or prefix else _families(text, tokens)
        return cls(printed=text.strip(), steps=steps, quoted=quoted, prefix=prefix, start=start) if steps else None

    def tsquery(self, weight: Literal["", "A"] = "") -> str:
        """Return it in PostgreSQL's notation; "A" asks for it in the headline of an article."""
        last = len(self.steps) - 1
        parts = []
        for number, step in enumerate(self.steps):
            quoted = [quote_lexeme(lexeme, prefix=self.prefix and number == last) for lexeme in step.lexemes]
            readings = [_weighed(reading, weight) for reading in quoted]
            parts.append((f"<{step.distance}>" if number else "") + _grouped(readings, "|"))
        return f"({''.join(parts)})"

    def terms(self) -> Iterator[Term]:
        yield self

    def leaves(self) -> Iterator[Leaf]:
        yield from ()

    def size(self) -> int:
        return len(self.steps)

    def in_words(self) -> str:
        if self.prefix:
            return _("words that begin with “%(words)s”") % {"words": self.printed}
        return f"“{self.printed}”"


def _weighed(reading: str, weight: str) -> str:
    if not weight:
        return reading
    return f"{reading}{weight}" if reading.endswith("':*") else f"{reading}:{weight}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(ABC):
    """What a field asks for."""

    name: Field
    printed: str  # its value as typed, without quotation marks
    start: int = field(default=0, compare=False)  # where it was typed, the field's name included
    end: int = field(default=0, compare=False)

    @abstractmethod
    def in_words(self) -> str:
        """Return it as a part of the sentence above the results."""

    @property
    def term(self) -> Term | None:
        """The words that texts are ranked by and marked with; None where no text prints what is asked for."""
        return None

    def terms(self) -> Iterator[Term]:
        if self.term:
            yield self.term

    def leaves(self) -> Iterator[Leaf]:
        yield self

    def size(self) -> int:
        return max(1, len(self.printed.split()))


@dataclass(frozen=True, slots=True)
class Not:
    node: Node

    def terms(self) -> Iterator[Term]:
        """Yield nothing: what is excluded is never marked."""
        yield from ()

    def leaves(self) -> Iterator[Leaf]:
        yield from self.node.leaves()

    def size(self) -> int:
        return self.node.size()

    def in_words(self) -> str:
        words = self.node.in_words()
        return _("not %(words)s") % {"words": f"({words})" if isinstance(self.node, Joined) else words}


@dataclass(frozen=True, slots=True)
class Joined:
    nodes: tuple[Node, ...]
    by: Literal["&", "|"]  # all of them, any of them

    def terms(self) -> Iterator[Term]:
        for node in self.nodes:
            yield from node.terms()

    def leaves(self) -> Iterator[Leaf]:
        for node in self.nodes:
            yield from node.leaves()

    def size(self) -> int:
        return sum(node.size() for node in self.nodes)

    def in_words(self) -> str:
        between = _("and") if self.by == "&" else _("or")
        return str(get_text_list([node.in_words() for node in self.nodes], between))


Node: TypeAlias = Term | Leaf | Not | Joined


def tsquery(node: Node) -> str:
    """Return words, however joined, in PostgreSQL's notation.

    Raises:
        TypeError: there is a field among them.
    """
    match node:
        case Term():
            return node.tsquery()
        case Not():
            return f"!{tsquery(node.node)}"
        case Joined():
            return _grouped([tsquery(part) for part in node.nodes], node.by)
        case Leaf():
            raise TypeError(f"{node.name}: is more than words.")


def wanted(node: Node) -> Node | None:
    """Return the words that a text is better for having, however joined; None when there are none."""
    match node:
        case Term():
            return node
        case Leaf():
            return node.term
        case Joined():
            parts = tuple(part for part in map(wanted, node.nodes) if part)
            return Joined(parts, node.by) if parts else None
        case Not():
            return None


def _grouped(parts: list[str], operator: str) -> str:
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"


def _steps(tokens: Sequence[Token]) -> tuple[Step, ...]:
    """Gather the readings of each position; a day or numeral stands for the tokens that it reaches over."""
    long = [token.span for token in tokens if token.kind in {"date", "numeral"}]
    kept = [
        token
        for token in tokens
        if token.kind in {"date", "numeral"} or token.span in long or not any(map(token.span.overlaps, long))
    ]
    places = [
        (position, tuple(dict.fromkeys(token.lexeme for token in together)))
        for position, together in groupby(kept, key=lambda token: token.position)
    ]
    if not places:
        return ()
    distances = [0, *(after - before for (before, _first), (after, _second) in pairwise(places))]
    return tuple(Step(lexemes, distance) for (_place, lexemes), distance in zip(places, distances, strict=True))


def _families(text: str, tokens: Sequence[Token]) -> tuple[Step, ...]:
    """Return the steps of words typed without quotation marks, each with all of its family."""
    words = {token.lexeme for token in tokens if token.kind == "word"}
    steps = _steps(tokens)
    if _is_doubled(text, tokens):
        lexemes = [lexeme for step in steps for lexeme in (*step.lexemes, *asked(step.lexemes[0]))]
        return (Step(tuple(dict.fromkeys(lexemes)), 0),)
    return tuple(
        replace(
            step, lexemes=(*step.lexemes, *(stem for word in step.lexemes if word in words for stem in asked(word)))
        )
        for step in steps
    )


def _is_doubled(text: str, tokens: Sequence[Token]) -> bool:
    """Whether it is one word printed twice, which means as much as once: angka-angka, bantu-membantu."""
    if len(tokens) != 2 or doubled(tokens[0].lexeme):
        return False
    one, other = ({token.lexeme, *asked(token.lexeme)} for token in tokens)
    return text[tokens[0].span.end : tokens[1].span.start] == "-" and not one.isdisjoint(other)
