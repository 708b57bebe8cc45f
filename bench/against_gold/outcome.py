"""How a task went on one article, and how what is marked meets what is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from articles.text.spans import Span
from bench.against_gold.gold import Marked

G = TypeVar("G", bound=Marked)
P = TypeVar("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one task went on one article."""

    right: int = 0
    predicted: int = 0
    gold: int = 0
    remarks: tuple[str, ...] = ()  # what is missed and what is wrong
    sure: tuple[tuple[float, bool], ...] = ()  # the confidence of each prediction that counts, and whether it is right


def paired(
    marks: Sequence[G], predicted: Sequence[P], *rounds: Callable[[G, P], bool]
) -> tuple[list[tuple[G, P | None]], list[P]]:
    """Give each mark the first prediction that fits and is free, round by round; the rest of the predictions is wrong.

    Predictions that only optional marks have met are neither right nor wrong.
    """
    free = list(predicted)
    taken: dict[int, P] = {}
    for fits in rounds:
        for number, mark in enumerate(marks):
            if number in taken or mark.span is None:
                continue
            if (meeting := next((one for one in free if fits(mark, one)), None)) is not None:
                taken[number] = meeting
                free.remove(meeting)
    return [(mark, taken.get(number)) for number, mark in enumerate(marks)], free


def overlap(mark: Span | None, found: Span) -> bool:
    """Return whether what is found shares a character with what is marked, which may have no place."""
    return mark is not None and mark.overlaps(found)


def left_out(mark: Marked) -> str:
    """Return a remark for what was marked in words that the importer left out; "" for all else."""
    return "" if mark.span else "  (the importer left it out)"
