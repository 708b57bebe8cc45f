"""Where in a text a word stands that names a day: beside which days, in which quote."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from articles.extraction.day_reference import Reference
from articles.extraction.findings import Day
from articles.extraction.story import Story
from articles.text.spans import Span

LONGEST_BEFORE: Final = 24  # characters before a word that may tell what it means
_BESIDE: Final = re.compile(r"[\s,]{0,2}\(?$")  # between "hari ini" and the day printed beside it
_LONGEST_BESIDE: Final = 4
_AFTER_QUOTE: Final = 200  # characters after a closing mark in which the day of the quote stands
_OPENS, _CLOSES, _STRAIGHT = "“", "”", '"'
_QUOTATION: Final = re.compile('[“”"]')


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where in the text and from which day a word counts."""

    story: Story
    number: re.Pattern[str]
    reference: Reference | None
    printed: Sequence[Day]

    @cached_property
    def _starts(self) -> list[int]:
        return [day.span.start for day in self.printed]

    @cached_property
    def _marks(self) -> dict[str, list[int]]:
        """Where each of the three marks stands."""
        marks: dict[str, list[int]] = {_OPENS: [], _CLOSES: [], _STRAIGHT: []}
        for found in _QUOTATION.finditer(self.story.body):
            marks[found[0]].append(found.start())
        return marks

    def is_counted(self, place: int) -> bool:
        """Whether a number stands before a unit of time: it is a length, no day."""
        return self.number.search(self.story.body, max(0, place - LONGEST_BEFORE), place) is not None

    def beside(self, span: Span) -> Day | None:
        """Return the day printed right after or right before a word."""
        at = bisect_left(self._starts, span.start)
        for day in self.printed[max(0, at - 1) : at + 1]:
            first, last = sorted((span, day.span))
            between = self.story.body[first.end : last.start]
            if len(between) <= _LONGEST_BESIDE and first.end <= last.start and _BESIDE.match(between):
                return day
        return None

    def said(self, place: int) -> Day | None:
        """Return the day printed behind the quote that holds a place; None outside quotes."""
        paragraph = self.story.paragraph_at(place)
        opened, closed, straight = (self._count(mark, paragraph.start, place) for mark in (_OPENS, _CLOSES, _STRAIGHT))
        if opened <= closed and straight % 2 == 0:
            return None
        marks = self._marks[_STRAIGHT if straight % 2 else _CLOSES]
        closing = next(iter(marks[(at := bisect_left(marks, place)) : at + 1]), paragraph.end)
        if closing >= paragraph.end:
            return None
        reported = self.story.sentence_at(min(closing + 2, paragraph.end - 1))
        until = min(reported.end, closing + _AFTER_QUOTE)
        near = self.printed[bisect_right(self._starts, closing) : bisect_left(self._starts, until)]
        return next((day for day in near if day.value and day.value.is_day), None)

    def _count(self, mark: str, start: int, end: int) -> int:
        return bisect_left(self._marks[mark], end) - bisect_left(self._marks[mark], start)

    def told_before(self, place: int, *, near: bool) -> Day | None:
        """Return the last day printed before a place; `near`: in its sentence or the one before."""
        begin = 0
        if near:
            sentence = self.story.sentence_at(place)
            begin = self.story.sentence_at(max(0, sentence.start - 3)).start
        last = self.printed[bisect_left(self._starts, place) - 1] if self._starts and self._starts[0] < place else None
        return last if last and begin <= last.span.start and last.span.end <= place else None
