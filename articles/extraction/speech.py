"""Who said what: direct, mixed and indirect speech, found in one walk through a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from articles.extraction.circumstances import circumstances
from articles.extraction.cues import Cue
from articles.extraction.direct import cues_of, voices_of
from articles.extraction.english.speech import ENGLISH
from articles.extraction.findings import Circumstances, Day, Named, Quote, Speaker
from articles.extraction.floor import Floor
from articles.extraction.indirect import Saying, added_after, saying_in
from articles.extraction.indonesian.speech import INDONESIAN
from articles.extraction.marks import Marked
from articles.extraction.names import Names
from articles.extraction.passages import Passage, passages
from articles.extraction.speakers import Told
from articles.extraction.speech_words import SpeechWords
from articles.extraction.story import Story
from articles.extraction.subjects import leading_subject
from articles.extraction.wording import Wording
from articles.text.spans import Span

RULES: Final[Mapping[str, float]] = MappingProxyType(
    {
        "quote.verb-after": 0.97,
        "quote.pronoun-after": 0.95,
        "quote.bare-verb": 0.8,
        "quote.subject-after": 0.9,
        "quote.passive-after": 0.85,
        "quote.thus": 0.85,
        "quote.unknown-word": 0.8,
        "quote.name-after": 0.85,
        "quote.verb-before": 0.92,
        "quote.pronoun-before": 0.9,
        "quote.colon": 0.75,
        "quote.next-verb": 0.8,
        "quote.carried-over": 0.7,
        "saying.according": 0.93,
        "saying.aside": 0.9,
        "saying.verb": 0.9,
        "saying.weak-verb": 0.8,
        "saying.verb-last": 0.85,
        "saying.passive": 0.85,
        "saying.added": 0.8,
    }
)
_SPEECH_WORDS: Final[Mapping[str, SpeechWords]] = MappingProxyType({"id": INDONESIAN, "en": ENGLISH})
_ANNOUNCED_BEFORE: Final = ("quote.verb-before", "quote.pronoun-before", "quote.colon")
_WEAK: Final = ("saying.weak-verb", "saying.floor")  # tell of deeds as well as of words
_UNKNOWN: Final = 0.5  # of the confidence is left when nobody can tell who speaks
_LONGEST_LEAD: Final = 5  # words before marks that are a saying of their own: "X mengatakan ..., "...""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """Something said, before it is known who has the floor."""

    passage: Passage
    place: int
    told: Told | None  # None: nothing tells
    rule: str
    cue: Span | None
    voice: Marked | None  # None: indirect
    content: Span | None  # None: nothing is told but who has the floor
    subject: Named | None = None  # of a passage in which nobody speaks, whose rule is ""


def find_quotes(story: Story, marked: Sequence[Marked], names: Names, days: Sequence[Day]) -> tuple[Quote, ...]:
    """Return every quote of the text in text order, each with its speaker as far as the text tells."""
    wording = Wording(story, names, _SPEECH_WORDS.get(story.language, INDONESIAN))
    voices = voices_of(story, marked, wording)
    drafts = [draft for passage in passages(wording, story, voices) for draft in _drafts(wording, passage)]
    return _Telling(story, wording, marked, days, drafts).quotes()


def _drafts(wording: Wording, passage: Passage) -> Iterator[_Draft]:
    """Yield what is said in a passage in text order; its subject when nothing is."""
    if passage.voices:
        yield from _with_voices(wording, passage)
        return
    saying = saying_in(wording, passage.span)
    if saying is not None:
        yield _reported(passage, saying)
        return
    subject = leading_subject(wording, passage.span)
    announces = wording.body[passage.span.end - 1] == ":"
    if subject is not None or announces:
        yield _Draft(
            passage=passage,
            place=passage.span.start,
            told=None,
            rule="",
            cue=None,
            voice=None,
            content=None,
            subject=subject,
        )


def _reported(passage: Passage, saying: Saying) -> _Draft:
    return _Draft(
        passage=passage,
        place=saying.content.start if saying.content else saying.cue.start,
        told=saying.told,
        rule=saying.rule,
        cue=saying.cue,
        voice=None,
        content=saying.content,
    )


def _with_voices(wording: Wording, passage: Passage) -> Iterator[_Draft]:
    cues = cues_of(wording, passage)
    first = passage.voices[0].printed.start
    lead = saying_in(wording, Span(passage.span.start, first)) if first > passage.span.start else None
    if lead is not None and lead.content is not None and _is_own(wording, lead, cues[0]):
        yield _reported(passage, lead)
    for voice, cue in zip(passage.voices, cues, strict=True):
        yield _Draft(
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
    if content is None or (cue is not None and cue.span is not None and cue.span.start >= content.start):
        own_cue = cue is not None and cue.span is not None and content is not None and cue.span.start >= content.end
        if not own_cue:
            return False
    return content is not None and len(wording.within(content.start, content.end)) > _LONGEST_LEAD


class _Telling:
    """Turns drafts into quotes, in text order, with a record of who has the floor."""

    def __init__(
        self, story: Story, wording: Wording, marked: Sequence[Marked], days: Sequence[Day], drafts: list[_Draft]
    ) -> None:
        self._story = story
        self._wording = wording
        self._marked = marked
        self._days = days
        self._drafts = drafts
        self._before: dict[object, Circumstances] = {}  # by speaker
        self._announced_from: int | None = None  # where the last colon stands that announces words
        self._announcer: Told | None = None  # whose words it announces; None: nobody's
        self._announced = self._announcements()
        self._mark_starts = [mark.printed.start for mark in marked]
        speakers = (draft.told.named for draft in drafts if draft.told is not None and draft.rule not in _WEAK)
        self._floor = Floor(wording, frozenset(id(named) for named in speakers if named is not None))

    def quotes(self) -> tuple[Quote, ...]:
        found: list[Quote] = []
        for number, draft in enumerate(self._drafts):
            if not draft.rule:
                self._pass_over(draft)
                continue
            told, rule = self._told(number)
            if told is None and self._is_announced(draft):
                told, rule = self._announcer, "quote.colon"
                speaker = self._floor.take(told, draft.place) if told else Speaker(named=None, words=None)
            else:
                speaker = self._floor.take(told, draft.passage.span.start)
            if draft.content is not None:
                found.append(self._quote(draft, draft.content, speaker, rule))
        return tuple(sorted(found, key=lambda quote: quote.content))

    def _pass_over(self, draft: _Draft) -> None:
        """Keep whom a passage in which nobody speaks is about; one that ends in a colon announces what follows."""
        span = draft.passage.span
        if draft.subject is not None:
            self._floor.mention(draft.subject)
        if self._story.body[span.end - 1] == ":":
            self._announced_from = span.end
            self._announcer = Told(named=draft.subject) if draft.subject else None

    def _is_announced(self, draft: _Draft) -> bool:
        """Say whether a colon right before these words announces them."""
        if draft.voice is None or self._announced_from is None:
            return False
        return not self._story.body[self._announced_from : draft.voice.printed.start].strip()

    def _told(self, number: int) -> tuple[Told | None, str]:
        """Return who is told; for words alone, by the verb after the words that follow them at once."""
        draft = self._drafts[number]
        if draft.told is not None or draft.voice is None:
            return draft.told, draft.rule
        before = self._drafts[number - 1] if number else None
        if before is not None and before.voice is not None and before.passage.paragraph == draft.passage.paragraph:
            return None, draft.rule
        latter = self._announced.get(number)
        if latter is None or latter.points_back:
            return None, draft.rule
        return latter, "quote.next-verb"

    def _announcements(self) -> dict[int, Told]:
        """Return who is told by the verb after words alone, through all the words alone that follow one another."""
        found: dict[int, Told] = {}
        for number in range(len(self._drafts) - 2, -1, -1):
            draft, latter = self._drafts[number], self._drafts[number + 1]
            if draft.voice is None or latter.voice is None or latter.rule in _ANNOUNCED_BEFORE:
                continue
            if self._story.body[draft.voice.printed.end : latter.voice.printed.start].strip():
                continue
            told = latter.told or found.get(number + 1)
            if told is not None and draft.told is None:
                found[number] = told
        return found

    def _quote(self, draft: _Draft, content: Span, speaker: Speaker, rule: str) -> Quote:
        who: object = speaker.named if speaker.named is not None else speaker.described
        told = circumstances(
            self._story, content, draft.passage.span, self._wording.names, self._days, self._before.get(who)
        )
        self._before[who] = told
        marked = () if draft.voice is not None else self._marks_in(content)
        return Quote(
            type="direct" if draft.voice is not None else "mixed" if marked else "indirect",
            content=content,
            printed=draft.voice.printed if draft.voice is not None else None,
            marked=marked,
            sentence=content if draft.voice is not None else draft.passage.span,
            cue=draft.cue,
            speaker=speaker,
            circumstances=told,
            rule=rule,
            confidence=RULES[rule] * (1.0 if speaker.name else _UNKNOWN),
        )

    def _marks_in(self, content: Span) -> tuple[Span, ...]:
        first = bisect_left(self._mark_starts, content.start)
        inside = self._marked[first : bisect_left(self._mark_starts, content.end)]
        return tuple(
            mark.content for mark in inside if mark.kind in ("scare", "speech") and content.contains(mark.printed)
        )
