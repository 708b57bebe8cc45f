"""Figures of a text of our own, in short forms to compare."""

from __future__ import annotations

from articles.extraction.days import find_days
from articles.extraction.figures import find_figures
from articles.extraction.findings import Figure
from articles.extraction.story import Story
from articles.text.dates import parse_edtf

PUBLISHED = parse_edtf("2025-06-11")


def figures_in(text: str, language: str = "id") -> tuple[Figure, ...]:
    """Return the figures of a text that was published on 11 June 2025."""
    story = Story(body=text, language=language, published=PUBLISHED)
    return find_figures(story, find_days(story))


def read(text: str, language: str = "id") -> list[tuple[str, str, str]]:
    """Return words, value and unit of each figure; a range as "3..5"."""
    return [(figure.span.of(text), value_of(figure), figure.unit) for figure in figures_in(text, language)]


def parts_in(text: str, language: str = "id") -> list[tuple[str, str]]:
    """Return each part with its whole, by their values."""
    found = [figure for figure in figures_in(text, language) if figure.out_of]
    return [(value_of(figure), value_of(figure.out_of)) for figure in found if figure.out_of]


def value_of(figure: Figure) -> str:
    """Return the value without zeros that say nothing; both ends of a range."""
    low = f"{figure.value.normalize():f}"
    return low if figure.value_to is None else f"{low}..{figure.value_to.normalize():f}"
