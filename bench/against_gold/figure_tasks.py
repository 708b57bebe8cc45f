"""When a figure is right: its value; and of the figures found, their units, qualifiers and denominators."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from articles.extraction.findings import Figure, Findings
from articles.extraction.story import Story
from articles.text.spans import Span
from bench.against_gold.gold import Case, Counted
from bench.against_gold.outcome import Outcome, left_out, overlap, paired

UNITS = {
    "%": "persen",
    "hektare": "hektar",
    "gw": "gigawatt",
    "km": "kilometer",
    "kg": "kilogram",
    "m": "meter",
    "mm": "milimeter",
    "cm": "sentimeter",
}


def figures(case: Case, found: Findings) -> Outcome:
    """Count figures that overlap and whose value is equal."""
    pairs, wrong = _figures(case, found)
    counted = [(mark, figure) for mark, figure in pairs if not mark.optional]
    hits = [figure for _, figure in counted if figure]
    remarks = [f"missed    {mark.words}{left_out(mark)}" for mark, figure in counted if figure is None]
    remarks += [f"not there {case.story.words(figure.span)} = {figure.value} [{figure.rule}]" for figure in wrong]
    sure = [(figure.confidence, True) for figure in hits] + [(figure.confidence, False) for figure in wrong]
    return Outcome(
        right=len(hits),
        predicted=len(hits) + len(wrong),
        gold=len(counted),
        remarks=tuple(remarks),
        sure=tuple(sure),
    )


def units(case: Case, found: Findings) -> Outcome:
    """Of the figures that are found, count those with the right unit."""
    return _of_figures(case, found, lambda mark: True, lambda mark, figure: _is_unit(mark.unit, figure.unit), "unit")


def qualifiers(case: Case, found: Findings) -> Outcome:
    """Of the figures that are found and have a qualifier, count those with the right one."""

    def fits(mark: Counted, figure: Figure) -> bool:
        words = case.story.words(figure.qualifier).lower() if figure.qualifier else ""
        return bool(words) and (words in mark.qualifier.lower() or mark.qualifier.lower() in words)

    return _of_figures(case, found, lambda mark: bool(mark.qualifier), fits, "qualifier")


def denominators(case: Case, found: Findings) -> Outcome:
    """Of the figures with a denominator, count those found with it."""
    pairs, _ = _figures(case, found)
    asked = [(mark, figure) for mark, figure in pairs if not mark.optional and mark.denominator is not None]
    read = [figure.out_of.value if figure and figure.out_of else None for _, figure in asked]
    remarks = [
        f"of how many {mark.words} of {mark.denominator}, not {value or '-'}"
        for (mark, _), value in zip(asked, read, strict=True)
        if value != mark.denominator
    ]
    right = len(asked) - len(remarks)
    return Outcome(right=right, predicted=len(asked), gold=len(asked), remarks=tuple(remarks))


def _figures(case: Case, found: Findings) -> tuple[list[tuple[Counted, Figure | None]], list[Figure]]:
    pairs, wrong = paired(
        case.figures,
        found.figures,
        lambda mark, figure: overlap(mark.span, figure.span) and _is_value(mark.values, figure),
        # Another value at an optional mark is no fault either.
        lambda mark, figure: mark.optional and overlap(mark.span, figure.span),
    )
    # A denominator is marked with the figure that it belongs to, not by itself.
    told = [
        figure.out_of for mark, figure in pairs if figure and figure.out_of and figure.out_of.value == mark.denominator
    ]
    return pairs, [figure for figure in wrong if figure not in told]


def _of_figures(
    case: Case,
    found: Findings,
    is_asked: Callable[[Counted], bool],
    fits: Callable[[Counted, Figure], bool],
    what: str,
) -> Outcome:
    pairs, _ = _figures(case, found)
    asked = [(mark, figure) for mark, figure in pairs if figure and not mark.optional and is_asked(mark)]
    right = sum(fits(mark, figure) for mark, figure in asked)
    remarks = [
        f"{what:9} {mark.words}: {getattr(mark, what)}, not {_read(case.story, figure, what)}"
        for mark, figure in asked
        if not fits(mark, figure)
    ]
    return Outcome(right=right, predicted=len(asked), gold=len(asked), remarks=tuple(remarks))


def _read(story: Story, figure: Figure, what: str) -> str:
    read = getattr(figure, what)
    return (story.words(read) if isinstance(read, Span) else read) or "-"


def _is_value(values: tuple[Decimal, ...], figure: Figure) -> bool:
    if len(values) == 1:
        return figure.value_to is None and _close(values[0], figure.value)
    if figure.value_to is None:
        return any(_close(value, figure.value) for value in values)
    return _close(values[0], figure.value) and _close(values[1], figure.value_to)


def _close(marked: Decimal, read: Decimal) -> bool:
    return abs(marked - read) <= max(Decimal(1), abs(marked)) / 1_000_000


def _is_unit(marked: str, read: str) -> bool:
    one, other = _plain_unit(marked), _plain_unit(read)
    return bool(one and other) and (
        one == other or one.split()[0] == other.split()[0] or one.split("/")[0] == other.split("/")[0]
    )


def _plain_unit(unit: str) -> str:
    words = re.sub(r"\s+per\s+", "/", unit.lower().strip())
    return "/".join(" ".join(UNITS.get(word, word) for word in part.split()) for part in words.split("/"))
