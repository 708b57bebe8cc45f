"""Where the words of a query stand in a text.

A page of results looks through twenty articles, most of whose paragraphs have none of the words: a piece of text
between white space is read once and remembered, and a text is looked at closely only where a piece of it may be meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from articles.search.terms import Step, Term
from articles.text.analysis import analyse
from articles.text.spans import Span, merge

_PIECE: Final = re.compile(r"\S+")
_LONGEST_KEPT: Final = 40  # characters of a piece that is worth remembering
_MOST_KEPT: Final = 2**16  # pieces, some 20 MB


class _Place(NamedTuple):
    start: int
    end: int
    lexemes: tuple[str, ...]


_Places: TypeAlias = Mapping[int, Sequence[_Place]]  # by position


class Finder:
    """Finds the words and phrases of one query; made once for all texts of a page."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = list(terms)
        self._whole = any(map(_asks_numbers, self._terms))
        self._meant: dict[tuple[str, str], bool] = {}  # by piece and language

    def find(self, text: str, language: str = "") -> list[Span]:
        """Return where words and phrases stand in a text, in order, never overlapping."""
        return merge(span for spans in self.by_term(text, language) for span in spans)

    def by_term(self, text: str, language: str = "") -> Iterator[list[Span]]:
        """Yield for each term the places where it stands, in order; a text is analysed once for all of them."""
        places: _Places = {}
        if self._whole:
            places = _all_places(text, language)
        elif self._may_stand(text, language):
            places = _places_of_words(text, language)
        for term in self._terms:
            yield [span for position in places if (span := _at(position, term, places))]

    def _may_stand(self, text: str, language: str) -> bool:
        """Whether a piece of the text has what one of the terms begins with."""
        for piece in text.split():
            meant = self._meant.get((piece, language))
            if meant is None:
                meant = self._meant[piece, language] = self._begins(piece, language)
            if meant:
                return True
        return False

    def _begins(self, piece: str, language: str) -> bool:
        return any(
            _meets(place.lexemes, term.steps[0], prefix=term.prefix and len(term.steps) == 1)
            for place in _read(piece, language)
            for term in self._terms
        )


def _asks_numbers(term: Term) -> bool:
    """Whether it asks for a number or day, which may be printed in several words."""
    return any(lexeme[0].isdigit() for step in term.steps for lexeme in step.lexemes)


def _all_places(text: str, language: str) -> _Places:
    places: dict[int, list[_Place]] = defaultdict(list)
    for token in analyse(text, language):
        places[token.position].append(_Place(token.span.start, token.span.end, (token.lexeme,)))
    return dict(places)


def _places_of_words(text: str, language: str) -> _Places:
    """Return what stands at each position, apart from numbers and days of several words."""
    pieces = ((found.start(), _read(found[0], language)) for found in _PIECE.finditer(text))
    places = chain.from_iterable(
        (_Place(at + start, at + end, lexemes) for start, end, lexemes in places) for at, places in pieces
    )
    return {position: (place,) for position, place in enumerate(places, 1)}


def _read(piece: str, language: str) -> tuple[_Place, ...]:
    return _remembered(piece, language) if len(piece) <= _LONGEST_KEPT else _analysed(piece, language)


def _analysed(piece: str, language: str) -> tuple[_Place, ...]:
    places: dict[int, list[_Place]] = defaultdict(list)
    for token in analyse(piece, language):
        if token.kind not in {"date", "numeral"}:
            places[token.position].append(_Place(token.span.start, token.span.end, (token.lexeme,)))
    return tuple(
        _Place(first.start, first.end, tuple(lexeme for place in (first, *others) for lexeme in place.lexemes))
        for first, *others in places.values()
    )


_remembered: Final = lru_cache(_MOST_KEPT)(_analysed)


def _at(position: int, term: Term, places: _Places) -> Span | None:
    """Return the stretch of a term that begins at a position; None when it does not stand there."""
    met: list[_Place] = []
    for number, step in enumerate(term.steps, 1):
        position += step.distance
        prefix = term.prefix and number == len(term.steps)
        place = next((one for one in places.get(position, ()) if _meets(one.lexemes, step, prefix=prefix)), None)
        if place is None:
            return None
        met.append(place)
    return Span(met[0].start, max(place.end for place in met))


def _meets(lexemes: Iterable[str], step: Step, *, prefix: bool) -> bool:
    return any(lexeme.startswith(step.lexemes) if prefix else lexeme in step.lexemes for lexeme in lexemes)
