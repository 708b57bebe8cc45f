"""Every stretch of a text that stands in quotation marks, told apart as far as the words themselves tell."""

from __future__ import annotations

from dataclasses import dataclass

from articles.extraction.mark_kinds import MarkedKind, mark_reader
from articles.extraction.mark_pairs import Hints, find_pairs
from articles.extraction.mark_singles import with_singles
from articles.extraction.story import Story
from articles.text.spans import Span

__all__ = ["Marked", "MarkedKind", "find_marked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One stretch in quotation marks."""

    content: Span  # what stands inside the marks, blanks at its ends left out
    printed: Span  # with the marks; where the opening mark is missing, it begins with the content
    closed: bool  # False: no mark ends it; it ends before words of saying, the next stretch, or with its paragraph
    kind: MarkedKind


def find_marked(story: Story) -> tuple[Marked, ...]:
    """Return the stretches in text order; none overlaps another but an "inner" one, which lies inside."""
    reader = mark_reader(story.body, story.language)
    pairs = find_pairs(story.body, Hints(speech_end=reader.speech_end, told=reader.told))
    return tuple(
        Marked(content=pair.content, printed=pair.printed, closed=pair.closed, kind=reader.kind(pair))
        for pair in with_singles(story.body, pairs)
    )
