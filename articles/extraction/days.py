"""The days that a text prints, each with what it means and how that follows from the words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from articles.extraction.findings import Day
from articles.extraction.story import Story
from articles.text.dates import FoundDate, FuzzyDate, find_dates
from articles.text.spans import Span

RULES: Final[Mapping[str, float]] = {"day.in-full": 0.99, "day.since": 0.95}

_SINCE: Final = re.compile(r"(?:sejak|since)\s(?:tanggal\s|pada\s)?$", re.IGNORECASE)
_LONGEST_SINCE: Final = 20


def find_days(story: Story) -> tuple[Day, ...]:
    """Return the days of the text, in order, never overlapping."""
    reference = story.published.latest if story.published else None
    return tuple(_day(story.body, found) for found in find_dates(story.body, story.language, reference))


def _day(body: str, found: FoundDate) -> Day:
    since = _SINCE.search(body, max(0, found.span.start - _LONGEST_SINCE), found.span.start)
    value = found.date
    if since and value.latest:
        value = FuzzyDate(f"{value.edtf}/..", value.earliest, None)
    rule = "day.since" if since else "day.in-full"
    return Day(
        span=Span(since.start(), found.span.end) if since else found.span,
        value=value,
        kind="since" if since else "date",
        weekday=found.weekday,
        weekday_fits=found.weekday_fits,
        rule=rule,
        confidence=RULES[rule],
    )
