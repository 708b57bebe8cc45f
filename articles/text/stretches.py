"""What search compares as one though it is several words: days, and numbers with a word in them (1,1 juta)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from articles.text.numbers import find_numbers, plain
from articles.text.printed_dates import full_days
from articles.text.spans import Span, merge

# What every day of `full_days` holds, and few paragraphs do.
_MAY_BE_DAY: Final = re.compile("[0-9](?:[^0-9]{1,30}[0-9]{4}|[0-9]{3}-[0-9]|[/.-][0-9]{1,2}[/.-][0-9]{2})")
# Without one of these a number is figures alone, or a word like "dua", which is found as a word.
_NUMERALS: Final = (
    *("ratus", "ribu", "juta", "miliar", "milyar", "triliun", "trilyun", "puluh", "belas"),
    *("hundred", "thousand", "million", "billion", "trillion", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "seventy", "eighty", "ninety"),
)
_NEAR: Final = 60  # characters that tell what a numeral belongs to
_FARTHEST: Final = 120
# Figures whose meaning differs from language to language: 14,455 juta.
_UNCLEAR: Final = re.compile(r"[0-9][.,][0-9]{3}(?![0-9.,])")
_SIGN: Final = re.compile(
    r"[^0-9a-z]*(?:(?:minus|negatif|negative)[^0-9a-z]+(?:[a-z$€£¥]{1,3}\.?[^0-9a-z]*)?(?=[0-9]))?"
)


class Stretch(NamedTuple):
    start: int
    end: int
    kind: Literal["date", "numeral"]
    lexemes: tuple[str, ...]


def may_hold(text: str) -> bool:
    """Tell quickly that a text holds no stretch; True promises nothing."""
    return _MAY_BE_DAY.search(text) is not None or _may_hold_numeral(text.lower())


def stretches(text: str, language: str = "") -> list[Stretch]:
    """Return the days and numerals of a text in order; those in figures alone are not among them.

    A day is its ISO date, a number its plain value ("1,1 juta" is 1100000). `language` adds what figures mean in
    it where that differs from their shape; without it a question meets both.
    """
    days = [
        Stretch(day.span.start, day.span.end, "date", (day.date.isoformat(),)) for day in full_days(text) if day.date
    ]
    return sorted([*days, *_numerals(text, language)]) if _may_hold_numeral(text.lower()) else days


def _may_hold_numeral(small: str) -> bool:
    for numeral in _NUMERALS:  # noqa: SIM110 - any() takes twice as long, one pattern of all six times
        if numeral in small:
            return True
    return False


def _numerals(text: str, language: str) -> Iterator[Stretch]:
    for near in _near_numerals(text):
        found: dict[tuple[int, int], list[str]] = {}
        part = near.of(text)
        for reader in ("", language) if language and _UNCLEAR.search(part) else ("",):
            for number in find_numbers(part, reader):
                small = number.printed.lower()
                if _may_hold_numeral(small):
                    sign = _SIGN.match(small)
                    start = number.span.start + (sign.end() if sign else 0)
                    found.setdefault((near.start + start, near.start + number.span.end), []).append(
                        plain(abs(number.value))
                    )
        yield from _apart(found)


def _apart(found: dict[tuple[int, int], list[str]]) -> Iterator[Stretch]:
    last = 0
    for (start, end), lexemes in sorted(found.items()):
        if start >= last:
            yield Stretch(start, end, "numeral", tuple(dict.fromkeys(lexemes)))
            last = end


def _near_numerals(text: str) -> list[Span]:
    """Return what stands round the numerals of a text, from a space to a space: to read all of it is slow."""
    small = text.lower()
    spans = []
    for numeral in _NUMERALS if len(small) == len(text) else ():
        at = small.find(numeral)
        while at >= 0:
            spans.append(_near(text, at))
            at = small.find(numeral, at + len(numeral))
    return merge(spans)


def _near(text: str, at: int) -> Span:
    least, most = max(0, at - _FARTHEST), min(len(text), at + _FARTHEST)
    before = text.rfind(" ", least, max(0, at - _NEAR))
    behind = text.find(" ", at + _NEAR, most)
    return Span(least if before < 0 else before + 1, most if behind < 0 else behind)
