"""The noun phrases beside a number: what is measured stands before it, what is counted behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from articles.extraction.figure_reader import WORD, Reader
from articles.text.numbers import CURRENCIES
from articles.text.spans import Span

MOST_WORDS: Final = 12
_LONGEST_WORD: Final = 40
_MOST_BETWEEN: Final = 6  # words between what is measured and its number
_HAS_DIGIT: Final = re.compile("[0-9]")
_CURRENCY: Final = re.compile(CURRENCIES, re.IGNORECASE)
_SIGNS: Final = frozenset("$€£¥")
_ACRONYM_OF_TIME: Final = frozenset({"yoy", "ytd", "qoq", "mtm", "mom", "secara"})
_ED: Final = re.compile(r"[a-z]{2,}[^e\W]ed")


@dataclass(frozen=True, kw_only=True)
class Near:
    """The text around numbers, its days known."""

    body: str
    read: Reader
    days: Sequence[Span]  # in text order

    @cached_property
    def _starts(self) -> list[int]:
        return [day.start for day in self.days]

    def before(self, start: int, end: int) -> Span | None:
        """Return the last noun phrase of a stretch before a number: "harga emas" of "harga emas naik dari".

        None where it is far, one word that is not right before the number, or says no more than that a number
        follows ("angka", "level").
        """
        for phrase in reversed(list(self._phrases(start, end))):
            kept = self._trimmed(self._measured(phrase))
            if kept and not all(self._only_leads(word[0]) for word in kept):
                between = [word[0].lower() for word in WORD.finditer(self.body, kept[-1].end(), end)]
                tells = len(kept) > 1 or (not between and self._stands_alone(phrase, kept[0]))
                near = len(between) <= _MOST_BETWEEN and self.read.words.beside.isdisjoint(between)
                return self._span(kept[-MOST_WORDS:]) if tells and near else None
        return None

    def _stands_alone(self, phrase: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
        """Whether one word tells what is measured: "pada kedalaman", but not the "negara" of "merugikan negara"."""
        if not word[0].islower():
            return False
        before = list(WORD.finditer(self.body, max(0, phrase[0].start() - _LONGEST_WORD), phrase[0].start()))
        return word.start() > phrase[0].start() or not before or not self._is_verb(before[-1][0])

    def behind(self, start: int, end: int, *, to_number: bool) -> Span | None:
        """Return what is told right behind a number or from its noun on; `to_number`: another number ends it."""
        words = list(self._until_day(start, end))
        if words and words[-1].end() < end and self.in_day_behind(words[-1].end()):
            while len(words) > 1 and self._leads_to_day(words[-1][0].lower()):
                words.pop()
        stop = next((at for at, word in enumerate(words) if self._ends_clause(word[0].lower())), len(words))
        words = words[:stop]
        if to_number and stop == len(words):
            words = self._before_the_next(words)
            while len(words) > 1 and (self._is_verb(words[-1][0]) or self.is_small(words[-1][0])):
                words.pop()
        return self._span(self._trimmed(words[:MOST_WORDS]))

    def noun_behind(self, start: int, end: int, *, to_number: bool, of_all: bool) -> Span | None:
        """Return the noun phrase right behind a number: "saham itu" of "30 persen saham itu"; None for none.

        `of_all`: the number is a share, so that "dari" may stand before what it is a share of.
        """
        first = WORD.search(self.body, start, end)
        if first is None or self.body[start : first.start()].strip():
            return None
        if of_all and first[0].lower() in self.read.words.of:
            start = first.end()
        elif not self._may_begin(first[0]):
            return None
        stop = next((word for word in WORD.finditer(self.body, start, end) if self._is_verb(word[0])), None)
        return self.behind(start, stop.start() if stop else end, to_number=to_number and stop is None)

    def trimmed(self, start: int, end: int) -> Span | None:
        """Return the stretch without small words at either end."""
        return self._span(self._trimmed(list(WORD.finditer(self.body, start, end))))

    def printed(self, span: Span) -> str:
        """Return the words of a stretch as one line."""
        return " ".join(span.of(self.body).split())

    def tells(self, span: Span) -> bool:
        """Whether a phrase says more than the word by which anything is counted: not "unit", not "orang"."""
        known = self.read.words
        words = [word[0].lower() for word in WORD.finditer(self.body, span.start, span.end)]
        plain = known.classifiers | known.part_of_games
        return any(word not in plain and not self.is_small(word) for word in words)

    def _may_begin(self, word: str) -> bool:
        small = word.lower()
        known = self.read.words
        if small in known.no_nouns or small in _ACRONYM_OF_TIME or small in known.joins or word[0].isdigit():
            return False
        return not self._is_verb(word)

    def _phrases(self, start: int, end: int) -> Iterator[list[re.Match[str]]]:
        """Yield the stretches that no sign, verb, day, number or saying parts."""
        phrase: list[re.Match[str]] = []
        for word in WORD.finditer(self.body, start, end):
            parts = self._parts(word)
            if phrase and (parts or self.body[phrase[-1].end() : word.start()].strip()):
                yield phrase
                phrase = []
            if not parts:
                phrase.append(word)
        yield phrase

    def _parts(self, word: re.Match[str]) -> bool:
        small = word[0].lower()
        if _HAS_DIGIT.search(small) or _CURRENCY.fullmatch(small) or self.body[word.end() : word.end() + 1] in _SIGNS:
            return True
        return self._ends_clause(small) or self._is_verb(word[0]) or self.in_day(word.start())

    def _ends_clause(self, small: str) -> bool:
        known = self.read.words
        return small in known.said or small in known.clauses

    def _is_verb(self, word: str) -> bool:
        small, known = word.lower(), self.read.words
        if small in known.no_verbs:
            return False
        if small in known.predicates or small in known.changes or small in known.tells:
            return True
        if not word.islower() or small in known.looks_like_verb:
            return False
        verbs = _ED if self.read.plural else self.read.verbs
        return verbs.fullmatch(small.split("-")[0]) is not None

    def in_day(self, place: int) -> bool:
        """Whether a day is printed at `place`."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self.days[at].end

    def in_day_behind(self, place: int) -> bool:
        """Whether a day is the next that is printed behind `place`."""
        after = WORD.search(self.body, place, place + _LONGEST_WORD)
        return after is not None and self.in_day(after.start())

    def _until_day(self, start: int, end: int) -> Iterator[re.Match[str]]:
        for word in WORD.finditer(self.body, start, end):
            if self.in_day(word.start()):
                return
            yield word

    def _before_the_next(self, words: list[re.Match[str]]) -> list[re.Match[str]]:
        """Return the words without what leads to the next number: "dan denda" of "penjara dan denda Rp 5 juta"."""
        known = self.read.words
        for at, word in enumerate(words):
            small = word[0].lower()
            if at and (small in known.joins or small in known.changes or small in known.qualifiers):
                return words[:at]
        return words

    def _measured(self, phrase: list[re.Match[str]]) -> list[re.Match[str]]:
        """Return "kedalaman" of "Cianjur pada kedalaman"."""
        if len(phrase) > 1 and phrase[-2][0].lower() in self.read.words.nears and not self.is_small(phrase[-1][0]):
            if phrase[-1][0].lower() not in self.read.words.levels:
                return phrase[-1:]
            return phrase[:-2]
        return phrase

    def _trimmed(self, words: list[re.Match[str]]) -> list[re.Match[str]]:
        """Return the words without small ones at either end."""
        first, last = 0, len(words)
        while first < last and self.is_small(words[first][0]):
            first += 1
        while last > first and self.is_small(words[last - 1][0]):
            last -= 1
        while last > first + 1 and words[last - 1][0].lower() in self.read.words.auxiliaries:
            last -= 1
        while last > first + 1 and (self.is_small(words[last - 1][0]) or self._leads_on(words[last - 1][0])):
            last -= 1
        return words[first:last]

    def _leads_to_day(self, small: str) -> bool:
        return small in self.read.words.durations or small in self.read.words.before_years

    def begins(self, word: str) -> bool:
        """Whether a clause may begin with a word: no small one, and none that opens a predicate."""
        return not word[0].isdigit() and not self.is_small(word) and word.lower() not in self.read.words.auxiliaries

    def is_small(self, word: str) -> bool:
        """Whether a word tells nothing at either end of a phrase."""
        small, known = word.lower(), self.read.words
        return small in known.no_nouns and small not in known.predicates

    def _only_leads(self, word: str) -> bool:
        return word.lower() in self.read.words.levels or self._leads_on(word)

    def _leads_on(self, word: str) -> bool:
        return word.lower() in self.read.words.qualifiers or word.lower() in self.read.words.fillers

    def _span(self, words: Sequence[re.Match[str]]) -> Span | None:
        return Span(words[0].start(), words[-1].end()) if words else None
