"""Every stretch of a text that stands in quotation marks, told apart as far as the words themselves tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from articles.extraction.story import Story
from articles.text.spans import Span

MarkedKind = Literal["speech", "title", "scare", "slogan", "scripture", "inner"]

_PAIR: Final = re.compile(r"[“\"„«]([^“”\"„«»\n]++)[”\"“»]")
_SPEECH_WORDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One stretch in quotation marks."""

    content: Span  # what stands inside the marks
    printed: Span  # with the marks
    closed: bool  # False: no mark ends it; it ends with its paragraph or before the next mark that opens
    kind: MarkedKind


def find_marked(story: Story) -> tuple[Marked, ...]:
    """Return the stretches in text order; none overlaps another but an "inner" one, which lies inside."""
    return tuple(
        Marked(
            content=Span(*found.span(1)),
            printed=Span(*found.span()),
            closed=True,
            kind="speech" if len(found[1].split()) >= _SPEECH_WORDS else "scare",
        )
        for found in _PAIR.finditer(story.body)
    )
