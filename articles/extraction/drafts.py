"""What a text holds of speech, in text order, before it is known who has the floor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles.extraction.cues import Cue
from articles.extraction.direct import cues_of, voices_of
from articles.extraction.findings import Named
from articles.extraction.indirect import added_after, saying_in
from articles.extraction.leads import introduced, leading_subject
from articles.extraction.marks import Marked
from articles.extraction.passages import Passage, passages
from articles.extraction.saying import Saying
from articles.extraction.story import Story
from articles.extraction.told import Told
from articles.extraction.wording import Wording
from articles.text.spans import Span

_LONGEST_LEAD: Final = 5  # words before marks that are a saying of their own: "X mengatakan ..., "...""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Something said, before it is known who has the floor."""

    passage: Passage
    place: int
    told: Told | None  # None: nothing tells
    rule: str
    cue: Span | None
    voice: Marked | None  # None: indirect
    content: Span | None  # None: nothing is told but who has the floor
    subject: Named | None = None  # of a passage in which nobody speaks, whose rule is ""


def drafts_of(story: Story, marked: Sequence[Marked], wording: Wording) -> list[Draft]:
    """Return all that is said, and between it the sentences in which nobody speaks but somebody is named."""
    voices = voices_of(story, marked, wording)
    return [draft for passage in passages(wording, story, voices) for draft in _drafts(wording, passage)]


def _drafts(wording: Wording, passage: Passage) -> Iterator[Draft]:
    """Yield what is said in a passage in text order; its subject when nothing is."""
    if passage.voices:
        yield from _with_voices(wording, passage)
        return
    saying = saying_in(wording, passage.span)
    if saying is not None:
        yield _reported(passage, saying)
        return
    speaks_next = introduced(wording, passage.span)
    if speaks_next is not None:
        told = Told(named=speaks_next)
        yield _reported(passage, Saying(cue=passage.span, told=told, content=None, rule="saying.floor"))
        return
    subject = leading_subject(wording, passage.span)
    announces = wording.body[passage.span.end - 1] == ":"
    if subject is not None or announces:
        yield Draft(
            passage=passage,
            place=passage.span.start,
            told=None,
            rule="",
            cue=None,
            voice=None,
            content=None,
            subject=subject,
        )


def _reported(passage: Passage, saying: Saying) -> Draft:
    return Draft(
        passage=passage,
        place=saying.content.start if saying.content else saying.cue.start,
        told=saying.told,
        rule=saying.rule,
        cue=saying.cue,
        voice=None,
        content=saying.content,
    )


def _with_voices(wording: Wording, passage: Passage) -> Iterator[Draft]:
    cues = cues_of(wording, passage)
    first = passage.voices[0].printed.start
    lead = saying_in(wording, Span(passage.span.start, first)) if first > passage.span.start else None
    if lead is not None and lead.content is not None and _is_own(wording, lead, cues[0]):
        yield _reported(passage, lead)
    for voice, cue in zip(passage.voices, cues, strict=True):
        yield Draft(
            passage=passage,
            place=voice.content.start,
            told=cue.told if cue else None,
            rule=cue.rule if cue else "quote.carried-over",
            cue=cue.span if cue else None,
            voice=voice,
            content=voice.content,
        )
    last = cues[-1]
    added = added_after(wording, passage.voices[-1].printed.end, passage.span.end, Told()) if last else None
    if added is not None:
        yield _reported(passage, added)


def _is_own(wording: Wording, lead: Saying, cue: Cue | None) -> bool:
    """Say whether the words before the marks report something of their own, not only announce what is in the marks."""
    content = lead.content
    announces = cue is not None and cue.rule in ("quote.verb-before", "quote.pronoun-before")
    if lead.rule == "saying.verb-last" and announces:
        return False  # what stands before the speaker is his role, or a circumstance
    if content is None or (cue is not None and cue.span is not None and cue.span.start >= content.start):
        own_cue = cue is not None and cue.span is not None and content is not None and cue.span.start >= content.end
        if not own_cue:
            return False
    return content is not None and len(wording.within(content.start, content.end)) > _LONGEST_LEAD
