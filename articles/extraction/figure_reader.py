"""The words of a language pack, made ready for reading figures; and the words beside a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from articles.extraction.english.figures import WORDS as ENGLISH
from articles.extraction.figure_words import FigureWords
from articles.extraction.indonesian.figures import WORDS as INDONESIAN

FAR: Final = 90  # characters beside a number that are looked at
GAP: Final = "[ \u00a0]"
WORD: Final = re.compile(r"[^\W_]+(?:[-'’/.][^\W_]+)*+")
NEXT_WORD: Final = re.compile(rf"{GAP}{{1,3}}([^\W_]+(?:[-'’/][^\W_]+)*+)")
_LAST_WORD: Final = re.compile(rf"([^\W_]+(?:[-'’/][^\W_]+)*+)(\.?){GAP}{{0,2}}[(:]?{GAP}{{0,2}}$")
_LONGEST_WORD: Final = 30
_LINES: Final = re.IGNORECASE | re.MULTILINE


@dataclass(frozen=True, slots=True)
class Reader:
    """The words of one language and the patterns that follow from them."""

    words: FigureWords
    units: re.Pattern[str]
    money: re.Pattern[str]
    per: re.Pattern[str]
    verbs: re.Pattern[str]
    plural: re.Pattern[str] | None
    possessive: re.Pattern[str]
    scale_letter: re.Pattern[str]
    among: re.Pattern[str]
    sums: re.Pattern[str]
    of_those: re.Pattern[str]
    elsewhere: re.Pattern[str]


@cache
def reader(language: str) -> Reader:
    """Return the reader of `language`: "en", else Indonesian."""
    words = ENGLISH if language == "en" else INDONESIAN
    return Reader(
        words=words,
        units=re.compile(rf"(?:{GAP}|-){{0,2}}({_any(words.units)})(?![^\W_])", re.IGNORECASE),
        money=re.compile(rf"{GAP}{{1,2}}({_any(words.money)})(?![^\W_])", re.IGNORECASE),
        per=re.compile(rf"(?: ?/ ?| (?:{_any(words.per)}) )([a-z][a-z0-9³²]{{0,24}}+)(?![^\W_])"),
        verbs=re.compile(words.verbs),
        plural=re.compile(words.plural) if words.plural else None,
        possessive=re.compile(words.possessive),
        scale_letter=re.compile(rf"{GAP}?({_any(words.scale_letters)})(?![^\W_])", re.IGNORECASE),
        among=re.compile(
            rf"{GAP}(?P<rest>(?:[^\W\d_]{{1,20}}{GAP}){{0,3}}?)(?:{_any(words.among)})(?![^\W_])", re.IGNORECASE
        ),
        sums=re.compile(rf"{words.sums}{GAP}([a-z][a-z-]{{1,24}})(?![^\W_])", re.IGNORECASE),
        of_those=re.compile(rf"(?:{_any(words.of_those)})(?![^\W_])", re.IGNORECASE),
        elsewhere=re.compile(rf"(?:^|(?<=[.!?”\")])){GAP}{{0,3}}(?:{_any(words.boilerplate)})[^\n]*+", _LINES),
    )


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def line_end(body: str, place: int) -> int:
    """Return where the line of `place` ends, or how far is looked."""
    end = body.find("\n", place, place + FAR)
    return min(len(body), place + FAR) if end < 0 else end


def line_start(body: str, place: int) -> int:
    """Return where the line of `place` begins, or how far back is looked."""
    return max(body.rfind("\n", max(0, place - FAR), place) + 1, place - FAR, 0)


def word_after(body: str, place: int) -> str:
    """Return the word just behind `place`, in small letters; "" when other things stand there."""
    found = NEXT_WORD.match(body, place, place + _LONGEST_WORD + 3)
    return found[1].lower() if found else ""


def word_before(body: str, place: int, read: Reader) -> str:
    """Return the word just before `place`, as printed; "" when other things stand there, or a sentence begins."""
    found = _LAST_WORD.search(body, max(0, place - _LONGEST_WORD), place)
    if found is None or (found[2] and found[1].lower() not in read.words.shortened):
        return ""
    return found[1]
