"""Up to which day a figure counts, and from which: "hingga Selasa (10/6)", "sejak 12 November"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from articles.extraction.figure_reader import WORD, Reader
from articles.extraction.findings import Day
from articles.extraction.story import Story
from articles.text.dates import FuzzyDate, parse_edtf
from articles.text.spans import Span

_MOST_WORDS: Final = 3
_FAR: Final = 40
_LONGEST_EVENT: Final = 140  # "Setelah dimulainya kembali ... pada 2 Desember"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The days of a count; None where its sentence names none."""

    as_of: FuzzyDate | None = None
    as_of_words: Span | None = None
    since: FuzzyDate | None = None
    since_words: Span | None = None


@dataclass(slots=True)
class Scopes:
    """The scope of each sentence, read once."""

    story: Story
    days: Sequence[Day]
    read: Reader
    _starts: list[int] = field(init=False)
    _known: dict[int, Scope] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [day.span.start for day in self.days]

    @property
    def day_spans(self) -> tuple[Span, ...]:
        """Where the days stand, in text order."""
        return tuple(day.span for day in self.days)

    def at(self, place: int) -> Scope:
        """Return the scope of the sentence that holds the character at `place`."""
        sentence = self.story.sentence_at(place)
        if sentence.start not in self._known:
            self._known[sentence.start] = self._of(sentence)
        return self._known[sentence.start]

    def _of(self, sentence: Span) -> Scope:
        found: dict[str, tuple[FuzzyDate, Span]] = {}
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        for day in self.days[first:last]:
            if day.value is None or day.value.earliest is None or self._is_ahead(day):
                continue
            if words := self._since_words(sentence, day):
                found.setdefault("since", (_from_day(day.value), words))
            elif words := self._until_words(sentence, day):
                found.setdefault("as_of", (day.value, words))
        as_of, since = found.get("as_of"), found.get("since")
        return Scope(
            as_of=as_of[0] if as_of else None,
            as_of_words=as_of[1] if as_of else None,
            since=since[0] if since else None,
            since_words=since[1] if since else None,
        )

    def _is_ahead(self, day: Day) -> bool:
        """Return whether the day was still to come when the text was printed: a plan, not a count."""
        published, meant = self.story.published, day.value
        if published is None or published.latest is None or meant is None or meant.earliest is None:
            return False
        return meant.earliest > published.latest

    def _until_words(self, sentence: Span, day: Day) -> Span | None:
        return self._phrase_before(sentence, day, self.read.words.until)

    def _since_words(self, sentence: Span, day: Day) -> Span | None:
        near = self._phrase_before(sentence, day, self.read.words.since)
        if near:
            return near
        if day.kind == "since":
            return day.span
        return self._event(sentence, day)

    def _phrase_before(self, sentence: Span, day: Day, phrases: frozenset[str]) -> Span | None:
        body = self.story.body
        found = list(WORD.finditer(body, max(sentence.start, day.span.start - _FAR), day.span.start))
        if not found or body[found[-1].end() : day.span.start].strip(" \u00a0("):
            return None
        for size in range(_MOST_WORDS, 0, -1):
            words = found[-size:]
            if len(words) == size and " ".join(word[0].lower() for word in words) in phrases:
                return Span(words[0].start(), day.span.end)
        return None

    def _event(self, sentence: Span, day: Day) -> Span | None:
        """Return "sejak perbatasan dibuka pada 2 Desember", "Setelah dimulainya ... pada 2 Desember"."""
        body = self.story.body
        words = list(WORD.finditer(body, max(sentence.start, day.span.start - _LONGEST_EVENT), day.span.start))
        for at in range(len(words) - 1, -1, -1):
            if at + 1 < len(words) and "," in body[words[at].end() : words[at + 1].start()]:
                return None
            small = words[at][0].lower()
            if small in self.read.words.since and at + 1 < len(words):
                return Span(words[at].start(), day.span.end)
            if small in self.read.words.since_event:
                begins = any(word[0].lower() in self.read.words.starts for word in words[at:])
                return Span(words[at].start(), day.span.end) if begins else None
        return None


def _from_day(value: FuzzyDate) -> FuzzyDate:
    """Return the day itself of "2023-11-12/..": a column of its own says that it was counted from there."""
    return parse_edtf(value.edtf.removesuffix("/..")) if value.edtf.endswith("/..") else value
