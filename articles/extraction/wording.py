"""A text as the rules of speech read it: its words in order, what each is good for, and whom it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import Final

from articles.extraction.findings import Named
from articles.extraction.names import Names
from articles.extraction.speech_words import SpeechWords
from articles.extraction.story import Story
from articles.text.spans import Span

_WORD: Final = re.compile(r"\w++(?:['’\-]\w++)*+")
_REST: Final = re.compile(r"[a-z]{5,}+(?!\w)")
_GLUED: Final = re.compile(r"(?<=[a-z]{4})(?=[A-Z])")  # two words that a page has put together: "kataDirektur"


class Wording:
    """The words of one text, counted from 0; `starts` and `ends` are their places, `low` their lower case."""

    def __init__(self, story: Story, names: Names, said: SpeechWords) -> None:
        self.body = story.body
        self.names = names
        self.said = said
        self.holders: dict[str, Named] = {}  # who was told with an office, in the order of the text: "Kapolsek" -> X
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        glued = _glued_behind(story.body, names)
        for found in _WORD.finditer(story.body):
            word = found[0]
            cut = glued.get(found.end())
            if cut is not None and found.start() < cut:
                self._add_parted(word[: cut - found.start()], found.start())
                self._add(word[cut - found.start() :], cut)
            elif word.islower() or word[1:].islower():
                self._add(word, found.start())
            else:
                self._add_parted(word, found.start())

    def _add(self, word: str, start: int) -> None:
        self.starts.append(start)
        self.ends.append(start + len(word))
        self.low.append(word.lower())

    def _add_parted(self, word: str, start: int) -> None:
        cuts = [0, *(found.start() for found in _GLUED.finditer(word)), len(word)]
        for first, last in pairwise(cuts):
            self._add(word[first:last], start + first)

    def __len__(self) -> int:
        return len(self.low)

    def index(self, place: int) -> int:
        """Return the first word that begins at `place` or after it; the number of all words when none does."""
        return bisect_left(self.starts, place)

    def within(self, start: int, end: int) -> range:
        """Return the words that begin in a stretch of the text."""
        return range(self.index(start), self.index(end))

    def span(self, first: int, last: int | None = None) -> Span:
        """Return the place of one word, or of all from `first` to `last`."""
        return Span(self.starts[first], self.ends[first if last is None else last])

    def gap(self, at: int) -> str:
        """Return what stands between a word and the next."""
        return self.body[self.ends[at] : self.starts[at + 1]] if at + 1 < len(self) else self.body[self.ends[at] :]

    def before(self, at: int) -> str:
        """Return what stands between the word before and this one."""
        return self.gap(at - 1) if at else self.body[: self.starts[0]]

    def is_capital(self, at: int) -> bool:
        return self.body[self.starts[at]].isupper()

    def stem(self, at: int) -> str:
        """Return a word without the ending that stands for a speaker; "" when it has none."""
        ending = self.said.clitic
        return self.low[at].removesuffix(ending) if ending and self.low[at].endswith(ending) else ""

    def phrase(self, at: int, phrases: frozenset[str], *, longest: int = 3) -> int:
        """Return how many words from `at` on are one of `phrases`, the longest that fits; 0 when none is."""
        for length in range(min(longest, len(self) - at), 0, -1):
            if " ".join(self.low[at : at + length]) in phrases:
                return length
        return 0


def _glued_behind(body: str, names: Names) -> dict[int, int]:
    """Return where words end that are glued behind a name, with where they begin: "Wijayamengatakan"."""
    ends = (printed.span.end for named in names.all for printed in named.printed)
    return {rest.end(): end for end in ends if body[end - 1].isalpha() and (rest := _REST.match(body, end))}
