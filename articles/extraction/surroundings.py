"""What stands around a quote in the sentences that report it: the text in which its circumstances are looked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from articles.extraction.findings import Day
from articles.text.spans import Span

# Other quotes of the same sentences; a short stretch in marks is a word of the paper's own sentence.
_QUOTED: Final = re.compile(r"[“\"„«][^“”\"„«»\n]{25,2000}[”\"“»]")
_OPENED: Final = frozenset("“”\"„«»‘'")
_AFTER_COMMA: Final = re.compile(r",\s+")
_LONGEST_TAIL: Final = 160
_GLUED_STOP: Final = re.compile(r"(?<=[a-z)”\"])[.!?](?=[A-Z][a-z])")
_LONGEST: Final = 600
_FARTHEST: Final = 4  # other quotes on either side, beyond which nothing tells of this one


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the reporting sentences without quoted words."""

    body: str
    span: Span
    after: bool  # the quote, or another, stands before it
    leading: bool  # it begins with its sentence
    days: tuple[Day, ...]

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.body, self.span.start, self.span.end)

    def find_all(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return pattern.finditer(self.body, self.span.start, self.span.end)

    def until(self, pattern: re.Pattern[str]) -> Part | None:
        """Return the part up to where `pattern` matches; None when nothing is left."""
        found = self.find(pattern)
        if found is None:
            return self
        if found.start() == self.span.start:
            return None
        days = tuple(day for day in self.days if day.span.end <= found.start())
        return replace(self, span=Span(self.span.start, found.start()), days=days)

    def phrase(self, start: int, stop: re.Pattern[str]) -> Span | None:
        """Return what stands from `start` to where `stop` matches, a day begins, or the part ends; None for nothing."""
        end = next((day.span.start for day in self.days if day.span.start >= start), self.span.end)
        found = stop.search(self.body, start, min(end, self.span.end))
        end = found.start() if found else end
        words = self.body[start:end].rstrip(" ,;:.(–—-\n")
        return Span(start, start + len(words)) if words.strip() else None


def parts_around(
    body: str, quote: Span, sentences: Span, days: Sequence[Day], relays: re.Pattern[str]
) -> tuple[Part, ...]:
    """Return the parts of `sentences` outside of `quote` and of other quoted words, in text order.

    A clause without marks may hold at its end who passed it on; that end counts as outside.
    """
    if body[quote.start - 1 : quote.start] not in _OPENED:
        tail = _AFTER_COMMA.search(body, max(quote.start, quote.end - _LONGEST_TAIL), quote.end)
        while tail is not None and not relays.match(body, tail.end(), quote.end):
            tail = _AFTER_COMMA.search(body, tail.end(), quote.end)
        if tail is not None and tail.start() > quote.start:
            quote = Span(quote.start, tail.start())
    return tuple(_parts(body, quote, sentences, days))


def _parts(body: str, quote: Span, sentences: Span, days: Sequence[Day]) -> Iterator[Part]:
    others = _quoted(body, sentences)
    at = bisect_left(others, quote)
    near = others[max(0, at - _FARTHEST) : at + _FARTHEST]
    start, after = (near[0].start, True) if at > _FARTHEST else (sentences.start, False)
    end = near[-1].end if at + _FARTHEST < len(others) else sentences.end
    for taken in sorted((quote, *near)):
        if taken.start > start:
            yield from _part(body, _near(body, start, taken.start, after=after), sentences, days, after=after)
        if taken.end > start:
            start, after = taken.end, True
    if start < end:
        yield from _part(body, _near(body, start, end, after=after), sentences, days, after=after)


@lru_cache(maxsize=1)  # asked for each quote of a passage, one after the other
def _quoted(body: str, sentences: Span) -> tuple[Span, ...]:
    """Return every other long stretch in marks, in text order."""
    return tuple(Span(*found.span()) for found in _QUOTED.finditer(body, sentences.start, sentences.end))


def _near(body: str, start: int, end: int, *, after: bool) -> Span:
    """Return the end of a stretch that lies at the quote: its sentence, though scrapes lose the space after a stop."""
    if after:
        end = min(end, start + _LONGEST)
        stop = _GLUED_STOP.search(body, start, end)
        return Span(start, stop.start() + 1 if stop else end)
    start = max(start, end - _LONGEST)
    for stop in _GLUED_STOP.finditer(body, start, end):
        start = stop.end()
    return Span(start, end)


def _part(body: str, span: Span, sentences: Span, days: Sequence[Day], *, after: bool) -> Iterator[Part]:
    if not any(character.isalnum() for character in body[span.start : span.end]):
        return
    first = bisect_left(days, span.start, key=lambda day: day.span.start)
    inside = []
    for day in days[first:]:
        if day.span.end > span.end:
            break
        inside.append(day)
    yield Part(body, span, after, span.start == sentences.start, tuple(inside))
