"""What a text counts and measures: each number that does, with its unit, its qualifier, and of how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from articles.extraction.amounts import Amount, Reader, read_amount, reader
from articles.extraction.findings import Day, Figure
from articles.extraction.story import Story
from articles.text.numbers import find_numbers
from articles.text.spans import Span

RULES: Final[Mapping[str, float]] = {
    "figure.money": 0.97,
    "figure.percent": 0.97,
    "figure.measure": 0.95,
    "figure.duration": 0.8,
    "figure.times": 0.8,
    "figure.count": 0.85,
    "figure.bare": 0.5,
}


def find_figures(story: Story, days: Sequence[Day]) -> tuple[Figure, ...]:
    """Return the figures of the text, in order. A denominator is a figure of its own."""
    read = reader(story.language)
    return tuple(_figure(story, amount) for amount in _amounts(story, read) if amount.kind != "bare")


def claims(figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Return the figures by claim, in the order in which each claim is first printed."""
    found: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.value, figure.value_to, figure.unit), []).append(figure)
    return [tuple(printed) for printed in found.values()]


def _amounts(story: Story, read: Reader) -> Iterator[Amount]:
    for number in find_numbers(story.body, story.language):
        amount = read_amount(story.body, number, read)
        if amount is not None:
            yield amount


def _figure(story: Story, amount: Amount) -> Figure:
    rule = f"figure.{amount.kind}"
    return Figure(
        span=Span(amount.start, amount.end),
        number=amount.number,
        value=amount.value,
        value_to=amount.value_to,
        unit=amount.unit,
        measure=story.body[amount.number.end : amount.end].strip(),
        rule=rule,
        confidence=RULES[rule],
    )
