"""Where the words of a query stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from articles.search.terms import Step, Term
from articles.text.analysis import Token, analyse
from articles.text.spans import Span, merge

_Tokens: TypeAlias = Mapping[int, Sequence[Token]]  # by position


def find(text: str, terms: Iterable[Term], language: str = "") -> list[Span]:
    """Return where words and phrases stand in a text, in order, never overlapping."""
    return merge(span for spans in by_term(text, terms, language) for span in spans)


def by_term(text: str, terms: Iterable[Term], language: str = "") -> Iterator[list[Span]]:
    """Yield for each term the places where it stands, in order; a text is analysed once for all of them."""
    tokens: dict[int, list[Token]] = defaultdict(list)
    for token in analyse(text, language):
        tokens[token.position].append(token)
    for term in terms:
        yield [span for position in tuple(tokens) if (span := _at(position, term, tokens))]


def _at(position: int, term: Term, tokens: _Tokens) -> Span | None:
    """Return the stretch of a term that begins at a position; None when it does not stand there."""
    met: list[Token] = []
    for number, step in enumerate(term.steps, 1):
        position += step.distance
        prefix = term.prefix and number == len(term.steps)
        token = next((token for token in tokens.get(position, ()) if _meets(token, step, prefix=prefix)), None)
        if token is None:
            return None
        met.append(token)
    return Span(met[0].span.start, max(token.span.end for token in met))


def _meets(token: Token, step: Step, *, prefix: bool) -> bool:
    return token.lexeme.startswith(step.lexemes) if prefix else token.lexeme in step.lexemes
