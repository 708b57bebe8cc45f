"""Stretches of a text: code points, 0-based, end exclusive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of at least one code point, ordered by start, then end.

    Raises:
        ValueError: it starts before the text or holds nothing; such a span could prove nothing.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A span from {self.start} to {self.end} holds no words.")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` under this span.

        Raises:
            ValueError: the text ends before the span does.
        """
        if self.end > len(text):
            raise ValueError(f"A span to {self.end} lies outside a text of {len(text)} characters.")
        return text[self.start : self.end]

    def contains(self, other: Self) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Self) -> bool:
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Self:
        return type(self)(self.start + by, self.end + by)


def merge(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that `spans` cover together, in order; what overlaps or touches is one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
