"""Where the words of a query stand in a text.

A page of results looks through twenty articles, most of whose paragraphs have none of the words: a piece of text
between white space is read once and remembered, and a text is looked at closely only where a piece of it may be meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
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


class _Pieces(NamedTuple):
    """Pieces of texts in one language that were read before."""

    read: set[str]
    meant: set[str]  # of those: have what one of the terms begins with


class Finder:
    """Finds the words and phrases of one query; made once for all texts of a page."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = list(terms)
        self._whole = any(map(_asks_numbers, self._terms))
        self._phrases = any(len(term.steps) > 1 for term in self._terms)
        first = [(_begins_so(term), lexeme) for term in self._terms for lexeme in term.steps[0].lexemes]
        self._first = frozenset(lexeme for begins_so, lexeme in first if not begins_so)
        self._beginnings = tuple(lexeme for begins_so, lexeme in first if begins_so)
        self._pieces: defaultdict[str, _Pieces] = defaultdict(lambda: _Pieces(set(), set()))  # by language

    def find(self, text: str, language: str = "") -> list[Span]:
        """Return where words and phrases stand in a text, in order, never overlapping."""
        return merge(span for spans in self.by_term(text, language) for span in spans)

    def by_term(self, text: str, language: str = "") -> list[list[Span]]:
        """Return for each term the places where it stands, in order; a text is analysed once for all of them."""
        places: _Places = {}
        starts: Iterable[int] = ()  # positions where a term may begin
        if self._whole:
            starts = places = _all_places(text, language)
        elif meant := self._meant(text, language):
            places, starts = self._places_of_words(text, language, meant)
        return [[span for start in starts if (span := _at(start, term, places))] for term in self._terms]

    def _meant(self, text: str, language: str) -> set[str]:
        """Return the pieces of the text that have what one of the terms begins with."""
        known, pieces = self._pieces[language], set(text.split())
        new = pieces - known.read
        known.read.update(new)
        known.meant.update(piece for piece in new if self._begins(piece, language))
        return pieces & known.meant

    def _begins(self, piece: str, language: str) -> bool:
        # Asked of some thousand pieces a page: plain loops take half the time of nested any().
        for place in _read(piece, language):
            for lexeme in place.lexemes:
                if lexeme in self._first or lexeme.startswith(self._beginnings):
                    return True
        return False

    def _places_of_words(self, text: str, language: str, meant: Container[str]) -> tuple[_Places, list[int]]:
        """Return what stands at each position, apart from numbers and days of several words; and where terms may begin.

        Without phrases nothing is asked of what stands beside a word, and only what is meant is read.
        """
        places: dict[int, tuple[_Place]] = {}
        starts: list[int] = []
        for found in _PIECE.finditer(text):
            begins = found[0] in meant
            if begins or self._phrases:
                at, first = found.start(), len(places) + 1
                for position, (start, end, lexemes) in enumerate(_read(found[0], language), first):
                    places[position] = (_Place(at + start, at + end, lexemes),)
                starts += range(first, len(places) + 1) if begins else ()
        return places, starts


def _begins_so(term: Term) -> bool:
    """Whether its first word is the beginning of those that it asks for."""
    return term.prefix and len(term.steps) == 1


def _asks_numbers(term: Term) -> bool:
    """Whether it asks for a number or day, which may be printed in several words."""
    return any(lexeme[0].isdigit() for step in term.steps for lexeme in step.lexemes)


def _all_places(text: str, language: str) -> _Places:
    places: dict[int, list[_Place]] = defaultdict(list)
    for token in analyse(text, language):
        places[token.position].append(_Place(token.span.start, token.span.end, (token.lexeme,)))
    return dict(places)


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
