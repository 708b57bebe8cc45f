"""Whether words in capitals name a person, when no office stands beside them."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.name_lexicon import Is
from articles.extraction.name_words import Words

_VERB: Final = re.compile(r"(?:me[mnlrwy]|ber|di|ter)[a-z]{3,}|[a-z]{3,}(?:ed|s)")
_HYPHENS: Final = re.compile("[-–]")


def person_score(words: Words, first: int, after: int) -> float:
    """Return how much speaks for a person: above 1.5 it is likely, below 0 it is hardly one."""
    return _of_form(words, first, after) + _of_left(words, first) + _of_right(words, after)


def _of_form(words: Words, first: int, after: int) -> float:
    listed = sum(1 for at in range(first, after) if _is_name(words, at))
    ended = sum(1 for at in range(first, after) if words.lexicon.ending.fullmatch(words.lower[at]))
    count = after - first
    score = min(listed, 2) * 1.2 + min(ended, 2) * 0.7
    if count == 1:
        score -= 0.4
        if words.lower[first] in words.small:
            score -= 2.0
        elif words.first[first] and not listed:
            score -= 0.3
    elif count < 5:
        score += 0.5
    return score


def _is_name(words: Words, at: int) -> bool:
    if words.flags[at] & Is.NAME:
        return True
    flags = words.lexicon.flags
    return "-" in words.text[at] and all(flags.get(part, 0) & Is.NAME for part in _HYPHENS.split(words.lower[at]))


def _of_left(words: Words, first: int) -> float:
    before = first - 1
    if before < 0 or not (words.joined[first] or words.text[before] == "\n"):
        return 0.0
    flags = words.flags[before]
    if words.capital[before] and not words.first[before]:
        return 0.0
    if flags & Is.SAID_BY:
        return 2.5
    if flags & Is.BEFORE_PEOPLE:
        return 1.0
    return -1.5 if flags & Is.BEFORE_PLACES else 0.0


def _of_right(words: Words, after: int) -> float:
    if after >= len(words):
        return 0.0
    if words.text[after] == "(":
        age = words.mark(after + 1)
        return 3.0 if age.isdigit() and len(age) == 2 and words.mark(after + 2) == ")" else 0.0
    at, score = after, 0.0
    while words.joins(at) and words.flags[at] & Is.ADVERB and not words.capital[at]:
        at, score = at + 1, 0.6
    if not words.joins(at) or words.capital[at]:
        return score
    if words.flags[at] & Is.ACT:
        return 2.0
    return 1.0 if _VERB.fullmatch(words.text[at]) else score
