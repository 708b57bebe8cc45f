"""What a figure counts, in the words of its clause: who, and what is told of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from articles.extraction.amounts import Amount
from articles.extraction.figure_reader import WORD, Reader
from articles.extraction.story import Story
from articles.text.spans import Span

_FAR: Final = 160
_MOST_WORDS: Final = 14
_MOST_BEFORE: Final = 6
_MOST_POPULATION: Final = 7
_BREAK: Final = re.compile(r"[;:!?\n“”\"()—]|[.,](?![0-9])| [–-] ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted."""

    measure: str
    population: Span | None


def counted(story: Story, amount: Amount, whole: Amount | None, before: int, read: Reader) -> Counted:
    """Return what `amount` counts. `before` is where its qualifier begins; `whole` its denominator right behind it."""
    body = story.body
    left, right = _clause(body, before, amount.end)
    behind = whole is not None and amount.end < whole.start
    noun = amount.noun or (whole.noun if whole and behind else None)
    population = _population(body, noun, amount if amount.noun else whole, read) if noun else None
    tail = _words(body, amount.end, right)
    if whole is not None and behind:
        tail = _behind_whole(body, amount, whole, read)
    head = _words(body, left, before)
    if amount.noun:
        tail = [*_words(body, amount.noun.start, amount.noun.end), *tail]
    elif noun and behind:
        tail = [*_words(body, noun.start, noun.end), *tail]
    kept = head[-_MOST_BEFORE:] if len(tail) < _MOST_BEFORE else []
    return Counted(measure=_joined([*kept, *tail], read), population=population)


def _clause(body: str, start: int, end: int) -> tuple[int, int]:
    left = max(0, start - _FAR)
    for found in _BREAK.finditer(body, left, start):
        left = found.end()
    right = _BREAK.search(body, end, min(len(body), end + _FAR))
    return left, right.start() if right else min(len(body), end + _FAR)


def _words(body: str, start: int, end: int) -> list[str]:
    return [word[0] for word in WORD.finditer(body, start, max(start, end))]


def _behind_whole(body: str, amount: Amount, whole: Amount, read: Reader) -> list[str]:
    """Return the predicate behind "883 warga dari 1.100 orang yang ...": what is told of the part."""
    _, right = _clause(body, whole.end, whole.end)
    words = _words(body, whole.end, right)
    if amount.kind == "bare":
        return words
    begins = next((at for at, word in enumerate(words) if word in read.words.predicates), len(words))
    return [*_words(body, amount.end, amount.end + _of(body, amount, whole, read)), *words[begins:]]


def _of(body: str, amount: Amount, whole: Amount, read: Reader) -> int:
    """Return how far the noun of the part goes: to its "dari"."""
    for word in WORD.finditer(body, amount.end, whole.start):
        if word[0].lower() in read.words.of_bare or word[0].lower() in read.words.no_nouns:
            return word.start() - amount.end
    return 0


def _joined(words: list[str], read: Reader) -> str:
    while words and words[0].lower() in read.words.no_nouns and words[0].lower() not in read.words.predicates:
        words = words[1:]
    words = words[:_MOST_WORDS]
    while words and words[-1].lower() in read.words.no_nouns and words[-1].lower() not in read.words.predicates:
        words = words[:-1]
    return " ".join(words)


def _population(body: str, noun: Span, amount: Amount | None, read: Reader) -> Span | None:
    """Return who is counted: the noun and what describes it, up to the predicate."""
    if amount is None or amount.kind != "count":
        return None
    _, right = _clause(body, noun.end, noun.end)
    end, joined = noun.end, False
    for word in list(WORD.finditer(body, noun.end, right))[:_MOST_POPULATION]:
        small = word[0].lower()
        if small in read.words.joins and not joined:
            joined = True
            continue
        if _ends_population(word[0], read) or word[0][0].isdigit():
            break
        end = word.end()
    return Span(noun.start, end)


def _ends_population(word: str, read: Reader) -> bool:
    small = word.lower()
    if small in read.words.no_nouns or small in read.words.predicates:
        return True
    return word.islower() and small not in read.words.looks_like_verb and read.verbs.fullmatch(small) is not None
