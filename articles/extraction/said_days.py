"""On which day something was said, as far as its sentence prints one or a quote before does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.extraction.circumstance_words import CircumstanceWords
from articles.extraction.findings import Circumstances, Day
from articles.extraction.story import Story
from articles.extraction.surroundings import Part
from articles.text.dates import FuzzyDate
from articles.text.spans import Span

_BASIS_PASSED_ON: Final = "The day on which the words were passed on or seen; they were said then or before."
_BASIS_TAKEN_OVER: Final = "Taken over from the quote before, of the same speaker."
_AT_START: Final = 30  # characters into a sentence, within which a day opens it
_NEAR: Final = 60
_CERTAIN: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_LONGEST_COMMA: Final = 40  # characters from a comma to the day that it sets off
_COMMA_BEFORE: Final = re.compile(r",\s+(?:\w{2,7}\s){0,2}\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """A day of saying; `words` is None where it is taken over."""

    day: FuzzyDate
    words: Span | None
    basis: str


def find_said(
    story: Story, parts: Sequence[Part], words: CircumstanceWords, trailing: Day | None, before: Circumstances | None
) -> Said | None:
    """Return the day of saying: printed around the quote, at the end of its clause, or taken over from `before`."""
    printed = _printed(story, parts, words)
    if printed is not None:
        return printed
    if trailing is not None and trailing.weekday and trailing.value and _may_be(story, trailing):
        return Said(trailing.value, trailing.span, "")
    if before is None or before.said is None:
        return None
    if any(part.leading and part.find(words.earlier) for part in parts):
        return None
    return Said(before.said, None, _BASIS_TAKEN_OVER)


def trailing_day(body: str, quote: Span, days: Sequence[Day]) -> Day | None:
    """Return the day with which the words of `quote` end, set off by a comma; it is one of saying."""
    at = bisect_left(days, quote.end - 1, key=lambda day: day.span.end)
    if at == len(days) or days[at].span.start <= quote.start or days[at].span.end > quote.end + 1:
        return None
    begins = days[at].span.start
    return days[at] if _COMMA_BEFORE.search(body, max(quote.start, begins - _LONGEST_COMMA), begins) else None


def _printed(story: Story, parts: Sequence[Part], words: CircumstanceWords) -> Said | None:
    # What stands after the words tells of them first.
    for part in sorted(parts, key=lambda part: not part.after):
        day = _day_of(story, part, words)
        if day is None or day.value is None:
            continue
        passed_on = words.passed_on.search(part.body, part.span.start, day.span.start)
        span = _with_lead(part, day.span, words)
        if passed_on is None:
            return Said(day.value, span, "")
        return Said(_questioned(day.value), span, _BASIS_PASSED_ON)
    return None


def _with_lead(part: Part, span: Span, words: CircumstanceWords) -> Span:
    lead = words.day_leads.search(part.body, max(part.span.start, span.start - _NEAR), span.start)
    return Span(lead.start(), span.end) if lead else span


def _day_of(story: Story, part: Part, words: CircumstanceWords) -> Day | None:
    fitting = [
        day
        for day in part.days
        if _may_be(story, day)
        and not words.not_said.search(part.body, max(part.span.start, day.span.start - _NEAR), day.span.start)
    ]
    with_weekday = [day for day in fitting if day.weekday]
    if part.after and with_weekday:
        return with_weekday[-1]
    subject = part.find(words.subjects)
    limit = subject.start() if subject else part.span.end
    for day in fitting:
        opens = part.leading and day.span.start - part.span.start <= _AT_START
        if day.span.start < limit and (part.after or opens or day.weekday):
            return day
    return None


def _may_be(story: Story, day: Day) -> bool:
    value = day.value
    if value is None or value.latest is None or "/" in value.edtf or day.kind == "since":
        return False
    known = story.published.latest if story.published else None
    return known is None or value.earliest <= known


def _questioned(day: FuzzyDate) -> FuzzyDate:
    if _CERTAIN.fullmatch(day.edtf) and day.latest is not None:
        return FuzzyDate(f"{day.edtf}?", day.earliest, day.latest)
    return day
