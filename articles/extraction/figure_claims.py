"""Which printings are of one claim: the same number of the same thing, told twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articles.extraction.figure_reader import reader
from articles.extraction.findings import Figure

_LARGE: Final = 100  # from here on one word that both share is enough
_TELLING: Final = 3  # digits from which a number hardly comes up twice by chance


def claims(figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Return the figures by claim, in the order in which each claim is first printed.

    Figures are of one claim when value, sort of unit and denominator agree and days do not differ. A small number
    must count the same words too: "dua orang" here and "dua orang" there are seldom the same two.
    """
    found: dict[tuple[object, ...], list[list[Figure]]] = {}
    ordered: list[list[Figure]] = []
    for figure in figures:
        alike = found.setdefault((figure.value, figure.value_to, _sort(figure)), [])
        claim = next((printed for printed in alike[:_MOST_CLAIMS] if _same(printed[0], figure)), None)
        if claim is None:
            claim = []
            alike.append(claim)
            ordered.append(claim)
        claim.append(figure)
    return [tuple(printed) for printed in ordered]


_MOST_CLAIMS: Final = 20  # with one number and unit: a text of nothing but numbers takes no longer for it
_PEOPLE: Final = reader("id").words.people | reader("en").words.people


def _sort(figure: Figure) -> str:
    return "people" if figure.unit.split(" ")[0].lower() in _PEOPLE else figure.unit


def _same(one: Figure, other: Figure) -> bool:
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return False
    if one.since and other.since and one.since != other.since:
        return False
    if one.out_of and other.out_of and one.out_of.value != other.out_of.value:
        return False
    if _is_telling(one):
        return True
    words, others = _content(one), _content(other)
    shared = len(words & others)
    return shared > 0 and (abs(one.value) >= _LARGE or 2 * shared >= min(len(words), len(others)))


def _is_telling(figure: Figure) -> bool:
    return len("".join(map(str, figure.value.normalize().as_tuple().digits))) >= _TELLING


def _content(figure: Figure) -> frozenset[str]:
    """Return the words of the measure that are more than the unit and small words."""
    unit = figure.unit.lower().split()
    return frozenset(word for word in figure.measure.lower().split() if len(word) > 3 and word not in unit)
