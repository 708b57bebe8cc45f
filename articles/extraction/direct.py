"""Which words in marks somebody says, and which are a title, a nickname or a single borrowed word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articles.extraction.cues import Cue, cue_after, cue_before
from articles.extraction.marks import Marked
from articles.extraction.passages import Passage
from articles.extraction.story import Story
from articles.extraction.wording import Wording

_AFTER_PAUSE: Final = re.compile(r"[,:;–—-]\s*+$")
_CLOSING: Final = ("", ",", ".", ";", "\n")
_OWN_SENTENCE: Final = 8  # words that, in marks without a pause before them, are more than a borrowed phrase
_SHORTEST_ALONE: Final = 4  # words in marks that nobody is told to say


def voices_of(story: Story, marked: Sequence[Marked], wording: Wording) -> tuple[Marked, ...]:
    """Return the stretches that somebody says, in text order; a word of saying beside them wins over their looks."""
    return tuple(
        mark
        for mark in marked
        if mark.kind != "inner" and _is_voice(story, mark, wording) and mark.content.of(story.body)
    )


def _is_voice(story: Story, mark: Marked, wording: Wording) -> bool:
    paragraph = story.paragraph_at(mark.printed.start)
    before = story.body[max(paragraph.start, mark.printed.start - 4) : mark.printed.start]
    opens = not before.strip() or before.rstrip()[-1] in '.!?”"»…)'
    pause = _AFTER_PAUSE.search(before) is not None
    words = len(wording.within(mark.content.start, mark.content.end))
    after = cue_after(wording, mark.printed.end, paragraph.end)
    if after is not None and after.rule != "quote.subject-after":
        return opens or pause or mark.kind == "speech"
    if mark.kind in ("title", "slogan", "scripture"):
        return False
    if after is not None and opens:
        return words > 1
    return _stands_alone(story, mark, wording, opens=opens, pause=pause)


def _stands_alone(story: Story, mark: Marked, wording: Wording, *, opens: bool, pause: bool) -> bool:
    words = len(wording.within(mark.content.start, mark.content.end))
    ends = story.body[mark.content.end - 1] in ".!?"
    if opens:
        is_sentence = ends and words > 1 and story.body[mark.content.start].isupper()
        return is_sentence or (mark.kind == "speech" and words >= _SHORTEST_ALONE)
    if pause:
        start = story.sentence_at(mark.printed.start).start
        # “...”, kata X: but of “a borrowed word” yang ... the sentence goes on.
        closes = mark.kind == "speech" or ends or story.body[mark.printed.end : mark.printed.end + 1] in _CLOSING
        return closes and (words > 1 or ends) and cue_before(wording, start, mark.printed.start) is not None
    return mark.kind == "speech" and words >= _OWN_SENTENCE and story.body[mark.content.start].isupper()


def cues_of(wording: Wording, passage: Passage) -> list[Cue | None]:
    """Return, for each voice of a passage, what tells who says it; None where the passage does not tell."""
    found: list[Cue | None] = []
    voices = passage.voices
    for number, voice in enumerate(voices):
        limit = voices[number + 1].printed.start if number + 1 < len(voices) else passage.span.end
        start = voices[number - 1].printed.end if number else passage.span.start
        cue = cue_after(wording, voice.printed.end, limit)
        if cue is None:
            between = found[-1] if number else None
            cue = between or cue_before(wording, start, voice.printed.start)
        elif _begins_sentence(wording, cue):
            cue = cue_before(wording, start, voice.printed.start) or cue
        found.append(cue)
    return found


def _begins_sentence(wording: Wording, cue: Cue) -> bool:
    """Say whether a word of saying has a capital and so may open the next sentence: “...” Perintah itu datang."""
    return cue.span is not None and wording.body[cue.span.start].isupper()
