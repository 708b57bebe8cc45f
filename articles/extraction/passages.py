"""The sentences that report speech: one that holds words in marks goes on until those marks close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from articles.extraction.marks import Marked
from articles.extraction.story import Story
from articles.extraction.wording import Wording
from articles.text.spans import Span

_ENDS: Final = '.!?…:;”"»)]*'
_OPENS: Final = '“"«„-•*–—0123456789'
_DATELINE: Final = re.compile(r"[A-Z][A-Z .]{2,30}+,\s?\w[\w .]{1,30}")  # a paragraph of its own: "JAKARTA, NAMA.com"
_DASH: Final = re.compile(r"[-–—]{1,2}\s")
_LONGEST_LINK: Final = 40  # characters of a line that is a link alone
_HEADING: Final = 0.6  # of the words of a heading begin with a capital
_SHORTEST_TEXT: Final = 60  # characters of a paragraph that is no heading and no item of a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of the newsroom with all that is said inside it."""

    span: Span
    voices: tuple[Marked, ...]  # what somebody says in it, word by word
    paragraph: int  # counted from 0


def passages(wording: Wording, story: Story, voices: Sequence[Marked]) -> Iterator[Passage]:
    """Yield the passages of a text in order; `voices` stand in text order and do not overlap."""
    start, at, paragraph = None, 0, -1
    paragraph_starts = {span.start for span in story.paragraphs}
    broken = _broken(wording, story)
    for sentence in story.sentences:
        paragraph += sentence.start in paragraph_starts
        start = sentence.start if start is None else start
        held = at
        while held < len(voices) and voices[held].printed.start < sentence.end:
            held += 1
        if (
            (held > at and voices[held - 1].printed.end > sentence.end)
            or sentence.end in broken
            or _ends_in_title(wording, sentence)
            or (held > at and _cut_before_cue(wording, voices[held - 1], sentence))
        ):
            continue
        yield Passage(span=Span(start, sentence.end), voices=tuple(voices[at:held]), paragraph=max(0, paragraph))
        start, at = None, held
    if start is not None:
        yield Passage(span=Span(start, len(story.body)), voices=tuple(voices[at:]), paragraph=max(0, paragraph))


def _cut_before_cue(wording: Wording, voice: Marked, sentence: Span) -> bool:
    """Say whether a full stop parts words in marks from who says them: “Air surut.” Kata Ana."""
    said = wording.said
    following = wording.index(sentence.end)
    if sentence.end - voice.printed.end > 1 or following + 1 >= len(wording) or "\n" in wording.before(following):
        return False
    if wording.stem(following) in said.inverted:
        return True
    names = wording.is_capital(following + 1) or wording.low[following + 1] in said.pronouns
    return wording.low[following] in said.inverted and names and not wording.gap(following).strip()


def _ends_in_title(wording: Wording, sentence: Span) -> bool:
    """Say whether a full stop only shortens a title: "kata dr. Ana"."""
    last = wording.index(sentence.end) - 1
    return (
        wording.body[sentence.end - 1] == "."
        and last >= 0
        and wording.starts[last] >= sentence.start
        and wording.ends[last] == sentence.end - 1
        and wording.low[last] in wording.said.shortened
    )


def _broken(wording: Wording, story: Story) -> set[int]:
    """Return where a paragraph ends in the middle of a sentence: a page breaks its lines at links.

    What follows begins small; or it is a few words without a full stop, which then go on in the line after them.
    """
    found: set[int] = set()
    goes_on = False
    for paragraph, following in pairwise(story.paragraphs):
        words = paragraph.of(story.body)
        after = following.of(story.body)
        if _DATELINE.fullmatch(words) and _DASH.match(after):
            found.add(paragraph.end)
            goes_on = False
            continue
        if words[-1] in _ENDS or after[0] in _OPENS:
            goes_on = False
            continue
        short = len(after) <= _LONGEST_LINK and after[-1] not in _ENDS
        is_text = len(words) >= _SHORTEST_TEXT and not _is_heading(words)
        leads_on = is_text or _ends_in_preposition(wording, paragraph)
        goes_on = goes_on or after[0].islower() or (short and leads_on)
        if goes_on:
            found.add(paragraph.end)
        goes_on = goes_on and short
    return found


def _ends_in_preposition(wording: Wording, paragraph: Span) -> bool:
    last = wording.index(paragraph.end) - 1
    return last >= 0 and wording.low[last] in wording.said.governs


def _is_heading(line: str) -> bool:
    words = [word for word in line.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= _HEADING * len(words)
