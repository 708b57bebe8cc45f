"""Who said what: direct, mixed and indirect speech, found in one walk through a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from articles.extraction.circumstances import circumstances
from articles.extraction.drafts import Draft, drafts_of
from articles.extraction.english.speech import ENGLISH
from articles.extraction.findings import Circumstances, Day, Quote, Speaker
from articles.extraction.floor import Floor
from articles.extraction.indonesian.speech import INDONESIAN
from articles.extraction.marks import Marked
from articles.extraction.names import Names
from articles.extraction.speech_words import SpeechWords
from articles.extraction.story import Story
from articles.extraction.told import Told
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
_BLANK: Final = re.compile(r"\s*+")
_UNKNOWN: Final = 0.5  # of the confidence is left when nobody can tell who speaks


def find_quotes(story: Story, marked: Sequence[Marked], names: Names, days: Sequence[Day]) -> tuple[Quote, ...]:
    """Return every quote of the text in text order, each with its speaker as far as the text tells."""
    wording = Wording(story, names, _SPEECH_WORDS.get(story.language, INDONESIAN))
    drafts = drafts_of(story, marked, wording)
    return _Telling(story, wording, marked, days, drafts).quotes()


class _Telling:
    """Turns drafts into quotes, in text order, with a record of who has the floor."""

    def __init__(
        self, story: Story, wording: Wording, marked: Sequence[Marked], days: Sequence[Day], drafts: list[Draft]
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
                speaker = self._floor.take(told, draft.passage.span.start, passing=draft.voice is None)
            nobody = draft.rule == "saying.weak-verb" and told is not None and self._is_nobody(told, speaker)
            if draft.content is not None and not nobody:
                found.append(self._quote(draft, draft.content, speaker, rule))
        return tuple(sorted(found, key=lambda quote: quote.content))

    @staticmethod
    def _is_nobody(told: Told, speaker: Speaker) -> bool:
        """Say whether nobody is told of whom a deed may be: "they", "that text", before anybody spoke."""
        return speaker.named is None and (not speaker.name or (told.points_back and speaker.resolved == "named"))

    def _pass_over(self, draft: Draft) -> None:
        """Keep whom a passage in which nobody speaks is about; one that ends in a colon announces what follows."""
        span = draft.passage.span
        if draft.subject is not None:
            self._floor.mention(draft.subject, span.end)
        if self._story.body[span.end - 1] == ":":
            self._announced_from = span.end
            self._announcer = Told(named=draft.subject) if draft.subject else None

    def _is_announced(self, draft: Draft) -> bool:
        """Say whether a colon right before these words announces them."""
        if draft.voice is None or self._announced_from is None:
            return False
        return _BLANK.fullmatch(self._story.body, self._announced_from, draft.voice.printed.start) is not None

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

    def _quote(self, draft: Draft, content: Span, speaker: Speaker, rule: str) -> Quote:
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
