"""What the words of a text tell of its subject: a profile of words by topic, given and taught.

A word tells as much as it belongs to few topics, and counts once with its logarithm however often it stands; those of
the headline count as if they stood three times more. The score is held against the length of the text, so that a long
one does not gather a subject from what it mentions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import log
from sys import intern
from types import MappingProxyType
from typing import Final

from articles.extraction.english import topic_words as english
from articles.extraction.indonesian import topic_words as indonesian

LONGEST: Final = 20_000  # characters of a text that tell its subject
_HEADLINE: Final = 3  # times that a word of the headline counts
_SHORT: Final = 200  # words; a shorter text is held to be so long
_ADDS: Final = 0.5  # the weight of a word that only adds to others
_WORD: Final = re.compile(r"[^\W_]++")

FEWEST_TAUGHT: Final = 4  # articles on a topic, confirmed, before their words are learnt
_FEWEST_WITH_WORD: Final = 3
_TELLING: Final = 1.6  # logarithm of how much more often articles on the topic hold a word than all others do
_MOST_LEARNT: Final = 60  # words of one topic
_HEAVIEST: Final = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """An article whose subject editors have decided about."""

    words: frozenset[str]  # `words_of` its headline and text
    about: frozenset[str]  # codes that they confirmed
    not_about: frozenset[str]  # codes that they rejected


@dataclass(frozen=True, slots=True)
class Profile:
    """Weights by word, or by two words parted by a space, and by code of the topic."""

    weights: Mapping[str, Mapping[str, float]] = field(default_factory=lambda: MappingProxyType({}))

    def scores(self, headline: str, body: str) -> list[tuple[str, float]]:
        """Return code and score of each topic that the words speak of, the best first."""
        counts, length = _counts(headline, body)
        sums: dict[str, float] = defaultdict(float)
        for word in counts.keys() & self.weights.keys():
            much = 1 + log(counts[word])
            for code, weight in self.weights[word].items():
                sums[code] += weight * much
        held = 1 + log(max(length, _SHORT) / _SHORT)
        return sorted(((code, total / held) for code, total in sums.items()), key=lambda pair: (-pair[1], pair[0]))

    def taught(self, lessons: Iterable[Lesson]) -> Profile:
        """Return the profile with what lessons add: words that stand in articles on a topic, and seldom in others.

        A word that misled, for it stands in articles that are not about its topic, loses weight.
        """
        weights = {word: dict(codes) for word, codes in self.weights.items()}
        for code, word, weight in _learnt(list(lessons)):
            codes = weights.setdefault(word, {})
            codes[code] = min(_HEAVIEST, codes.get(code, 0.0) + weight) if weight > 0 else codes.get(code, 0.0) / 2
        return Profile(MappingProxyType(weights))


def words_of(headline: str, body: str) -> frozenset[str]:
    """Return the different words of a text."""
    return frozenset(map(intern, _WORD.findall(f"{headline}\n{body[:LONGEST]}".lower())))


@cache
def standard() -> Profile:
    """Return what words tell before any editor has taught: the lists of both languages."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for weight, lists in ((_ADDS, (english.ADDING, indonesian.ADDING)), (1.0, (english.TELLING, indonesian.TELLING))):
        for code, listed in ((code, listed) for pack in lists for code, listed in pack.items()):
            for word in listed.split(";"):
                weights[" ".join(word.split())][code] = weight
    return Profile(
        MappingProxyType(
            {word: {code: weight / len(codes) for code, weight in codes.items()} for word, codes in weights.items()}
        )
    )


def _counts(headline: str, body: str) -> tuple[Counter[str], int]:
    """Return how often each word and each pair stands, and how many words the text has."""
    counts: Counter[str] = Counter()
    length = 0
    for text, times in ((headline, _HEADLINE), (body[:LONGEST], 1)):
        words = _WORD.findall(text[:LONGEST].lower())
        length += len(words)
        for word in words:
            counts[word] += times
        for first, second in pairwise(words):
            counts[f"{first} {second}"] += times
    return counts, length


def _learnt(lessons: list[Lesson]) -> Iterable[tuple[str, str, float]]:
    """Yield code, word and what it adds to the weight; below 0 where it misled."""
    everywhere = Counter(word for lesson in lessons for word in lesson.words)
    for code in sorted({code for lesson in lessons for code in lesson.about | lesson.not_about}):
        about = [lesson for lesson in lessons if code in lesson.about]
        wrong = Counter(word for lesson in lessons if code in lesson.not_about for word in lesson.words)
        within = Counter(word for lesson in about for word in lesson.words)
        if len(about) >= FEWEST_TAUGHT:
            others = len(lessons) - len(about)
            yield from ((code, word, weight) for word, weight in _telling(within, everywhere, len(about), others))
        yield from ((code, word, -1.0) for word, times in wrong.items() if times > within[word] + 1)


def _telling(
    within: Mapping[str, int], everywhere: Mapping[str, int], about: int, others: int
) -> list[tuple[str, float]]:
    """Return the words that tell most of the topic, with their weights."""
    odds = {
        word: log((times + 0.5) / (about + 1)) - log((everywhere[word] - times + 0.5) / (others + 1))
        for word, times in within.items()
        if times >= _FEWEST_WITH_WORD
    }
    best = sorted(odds, key=lambda word: (-odds[word], -within[word], word))[:_MOST_LEARNT]
    return [(word, min(1.0, odds[word] / 4)) for word in best if odds[word] >= _TELLING]
