"""Whether words in capitals name a person, when no office or title stands beside them.

Every hint has a weight, a logarithm of odds; `./run bench names PATH --weigh` counts them anew from a marked text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from articles.extraction.name_lexicon import Is
from articles.extraction.name_words import Words

# Counted from 1,463 sentences, but for left.thing and the three that ask what a whole article tells: also-small,
# one-also-common, speaks-alone.
WEIGHTS: Final[Mapping[str, float]] = {
    "any": 0.2,
    "left.and": 0.1,
    "left.capital": -1.9,
    "left.comma": 0.4,
    "left.company": 1.1,
    "left.mark": -0.5,
    "left.office": -1.5,
    "left.people": 3.3,
    "left.places": -1.8,
    "left.said-by": 3.6,
    "left.thing": -2.5,
    "right.act": 2.9,
    "right.adverb": 0.7,
    "right.age": 2.4,
    "right.and": 0.5,
    "right.bracket": 0.7,
    "right.capital": -3.3,
    "right.end": -0.1,
    "right.near": -0.3,
    "right.of-body": 0.7,
    "right.this": -0.6,
    "right.verb": 1.0,
    "right.who": 0.3,
    "right.word": -0.9,
    "words.1-listed-0": -1.4,
    "words.1-listed-1": 1.5,
    "words.2-listed-0": -0.6,
    "words.2-listed-1": 1.3,
    "words.2-listed-2": 2.7,
    "words.3-listed-0": -0.4,
    "words.3-listed-1": 1.8,
    "words.3-listed-2": 1.6,
    "words.4-listed-0": 0.3,
    "words.4-listed-1": 0.1,
    "words.4-listed-2": 1.2,
    "words.acronym": -0.6,
    "words.also-common": -1.0,
    "words.also-small": -2.0,
    "words.begin-sentence": 0.4,
    "words.ending": 0.3,
    "words.initial": -0.1,
    "words.inner-capital": -3.0,
    "words.old-spelling": 1.6,
    "words.one-also-common": -2.5,
    "words.one-begins-sentence": -0.2,
    "words.speaks-alone": 2.0,
}
# Hints that nothing but a person has; bodies act too, but seldom bear a name that looks like a person's.
SIGNS: Final = frozenset(
    (
        *("left.said-by", "right.act", "right.age", "right.described", "words.given-name", "words.last-alone"),
        *("words.speaks-alone", "words.speaks-twice"),
    )
)
# Of one word, what tells a person from a body that speaks as well.
SIGNS_OF_ONE_WORD: Final = frozenset(
    ("right.age", "right.described", "words.given-name", "words.ending", "words.speaks-twice")
)
_UNLIKELY: Final = (
    Is.PLAIN
    | Is.DETAIL
    | Is.OFFICE
    | Is.DESCRIPTION
    | Is.THING
    | Is.PHRASE
    | Is.BODY_HEAD
    | Is.PLACE_HEAD
    | Is.CALENDAR
)
_SPELLINGS: Final = (
    ("words.inner-capital", re.compile(r"(?!Mc|Mac|De|Di|La|Le|O['’])\w*[a-z][A-Z]")),
    ("words.old-spelling", re.compile(r"(?i)\w*(?:sj|dj|tj|oe|dh|bh|kh)")),
    ("words.initial", re.compile(r"\w\.?$")),
)
_VERB: Final = re.compile(r"(?:me[mnlrwy]|ber|di|ter)[a-z]{3,}|[a-z]{3,}ed")


def person_score(evidence: Iterable[str]) -> float:
    """Return the logarithm of the odds that a person is named: 0 is even."""
    return sum(WEIGHTS.get(hint, 0.0) for hint in evidence)


def likelihood(score: float) -> float:
    """Return what `score` means from 0 to 1."""
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, score))))


def evidence(words: Words, first: int, after: int) -> list[str]:
    """Return the hints that the words from `first` to `after` and those beside them give."""
    return ["any", *_of_form(words, first, after), _of_left(words, first), _of_right(words, after)]


def _of_form(words: Words, first: int, after: int) -> Iterator[str]:
    count, run = after - first, range(first, after)
    listed = sum(1 for at in run if words.flags[at] & Is.NAME)
    yield f"words.{min(count, 4)}-listed-{min(listed, 2)}"
    if words.first[first]:
        yield "words.one-begins-sentence" if count == 1 and not listed else "words.begin-sentence"
    if words.flags[first] & _UNLIKELY:
        yield "words.one-also-common" if count == 1 else "words.also-common"
    if any(_is_given(words.flags[at]) for at in {first, after - 1}):
        yield "words.given-name"  # of no weight of its own
    if count == 1 and words.lower[first] in words.small:
        yield "words.also-small"
    if any(words.acronym(at) for at in run):
        yield "words.acronym"
    for hint, pattern in (*_SPELLINGS, ("words.ending", words.lexicon.ending)):
        if any(pattern.match(words.text[at]) for at in run):
            yield hint


def _is_given(flags: int) -> bool:
    """Return whether a listed name is nothing else, or speaks."""
    return bool(flags & Is.NAME and (flags & Is.SPEAKS or not flags & _UNLIKELY))


def _of_left(words: Words, first: int) -> str:
    before = first - 1
    if before < 0 or not (words.joined[first] or words.text[before] == "\n"):
        return "left.mark"
    if words.capital[before] and words.end[before] == words.start[first]:
        return "left.mark"  # a space is lost, which stood before a name
    flags = words.flags[before]
    if words.capital[before] and not words.first[before]:
        return "left.capital"
    for flag, hint in _LEFT:
        if flags & flag:
            return hint
    if words.lower[before] in ("dan", "and", "&"):
        return "left.and"
    if words.text[before] in (",", "-", "–"):
        return "left.comma"
    return "left.word" if words.text[before][0].isalnum() else "left.mark"


def _of_right(words: Words, after: int) -> str:
    if after >= len(words):
        return "right.end"
    if _is_aged(words, after):
        return "right.age"
    mark = words.text[after]
    if not mark[0].isalnum():
        return _MARKS.get(mark, "right.mark")
    if words.capital[after] or not words.joins(after):
        return "right.capital"
    return _of_clause(words, after)


def _of_clause(words: Words, after: int) -> str:
    at = after
    while words.joins(at) and words.flags[at] & Is.ADVERB and not words.capital[at]:
        at += 1
    if words.joins(at) and not words.capital[at] and words.flags[at] & Is.ACT:
        return "right.act"
    if words.joins(at) and _VERB.fullmatch(words.text[at]):
        return "right.verb"
    if at > after:
        return "right.adverb"
    if words.flags[after] & Is.OF_OFFICE and words.joins(after + 1) and words.capital[after + 1]:
        return "right.of-body"
    return _RIGHT.get(words.lower[after], "right.word")


def _is_aged(words: Words, after: int) -> bool:
    """Return whether an age follows: "(34)", ", 53 tahun"."""
    age = words.mark(after + 1)
    if not (age.isdigit() and len(age) == 2):
        return False
    bracket = words.text[after] == "(" and words.mark(after + 2) == ")"
    return bracket or (words.text[after] == "," and words.mark(after + 2) in ("tahun", "years", ","))


_MARKS: Final = {",": "right.comma", "(": "right.bracket"}
_RIGHT: Final[Mapping[str, str]] = {
    **dict.fromkeys(("itu", "ini", "tersebut"), "right.this"),
    **dict.fromkeys(
        ("di", "ke", "dari", "pada", "saat", "ketika", "dalam", "usai", "kepada", "sebagai", "selaku"), "right.near"
    ),
    **dict.fromkeys(("dan", "and", "serta", "maupun", "cs", "dkk"), "right.and"),
    "yang": "right.who",
    "who": "right.who",
}
_LEFT: Final = (
    (Is.SAID_BY, "left.said-by"),
    (Is.BEFORE_PEOPLE, "left.people"),
    (Is.BEFORE_PLACES, "left.places"),
    (Is.BEFORE_THINGS, "left.thing"),
    (Is.DESCRIPTION | Is.OFFICE, "left.office"),
)
