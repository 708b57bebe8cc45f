"""The days that a text prints, each with what it means and how that follows from the words.

Days printed with their number come first, then months and years, then what is counted from where the text stands
("kemarin"): of two readings of one place the earlier is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from articles.extraction.day_month_first import find_month_first
from articles.extraction.day_printed import Patterns, find_printed
from articles.extraction.day_reference import Reference, reference_of
from articles.extraction.day_relative import RelativePatterns, find_relative
from articles.extraction.day_rules import RULES
from articles.extraction.day_stretches import StretchPatterns, find_stretches
from articles.extraction.day_words import DayWords
from articles.extraction.english import days as english
from articles.extraction.findings import Day
from articles.extraction.indonesian import days as indonesian
from articles.extraction.story import Story
from articles.text.printed_dates import PrintedDay, full_days, weekday_before

__all__ = ["RULES", "find_days"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pack:
    """The patterns of one language."""

    printed: Patterns
    stretches: StretchPatterns
    relative: RelativePatterns


def _pack(words: DayWords, language: str) -> _Pack:
    return _Pack(
        printed=Patterns.of(words),
        stretches=StretchPatterns.of(words, language),
        relative=RelativePatterns.of(words),
    )


_PACKS: Final[Mapping[str, _Pack]] = {
    "id": _pack(indonesian.DAYS, "id"),
    "en": _pack(english.DAYS, "en"),
}


def find_days(story: Story) -> tuple[Day, ...]:
    """Return the days of the text, in order, never overlapping."""
    pack = _PACKS.get(story.language, _PACKS["id"])
    full = full_days(story.body)
    reference = _reference(story, full)
    printed = tuple(find_printed(story, pack.printed, full, reference))
    month_first = find_month_first(story.body, reference) if story.language == "en" else ()
    return _without_overlap(
        (
            *month_first,
            *printed,
            *find_stretches(story, pack.printed, pack.stretches, reference),
            *find_relative(story, pack.printed, pack.relative, reference, printed),
        )
    )


def _reference(story: Story, full: Sequence[PrintedDay]) -> Reference | None:
    return reference_of(
        story.published,
        ((on, weekday_before(story.body, day.span.start) is not None) for day in full if (on := day.date)),
    )


def _without_overlap(days: tuple[Day, ...]) -> tuple[Day, ...]:
    """Return the days in text order; of those that share a character the one that stands first in `days`."""
    kept: list[Day] = []
    taken: set[int] = set()
    for day in days:
        places = range(day.span.start, day.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(day)
    return tuple(sorted(kept, key=lambda day: day.span))
