"""The sentences that report speech: one that holds words in marks goes on until those marks close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.extraction.marks import Marked
from articles.extraction.story import Story
from articles.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of the newsroom with all that is said inside it."""

    span: Span
    voices: tuple[Marked, ...]  # what somebody says in it, word by word
    paragraph: int  # counted from 0


def passages(story: Story, voices: Sequence[Marked]) -> Iterator[Passage]:
    """Yield the passages of a text in order; `voices` stand in text order and do not overlap."""
    start, at, paragraph = None, 0, -1
    paragraph_starts = {span.start for span in story.paragraphs}
    for sentence in story.sentences:
        paragraph += sentence.start in paragraph_starts
        start = sentence.start if start is None else start
        held = at
        while held < len(voices) and voices[held].printed.start < sentence.end:
            held += 1
        if held > at and voices[held - 1].printed.end > sentence.end:
            continue
        yield Passage(span=Span(start, sentence.end), voices=tuple(voices[at:held]), paragraph=max(0, paragraph))
        start, at = None, held
    if start is not None:
        yield Passage(span=Span(start, len(story.body)), voices=tuple(voices[at:]), paragraph=max(0, paragraph))
