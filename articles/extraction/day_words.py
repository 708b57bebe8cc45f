"""What a language has for days: the shape of the word lists in `indonesian/days.py` and `english/days.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """The words of one language; all in small letters, phrases with single spaces."""

    shifts: Mapping[str, tuple[Unit, int]]  # "kemarin" is one day back, "bulan lalu" one month
    units: Mapping[str, Unit]
    counts: Mapping[str, int]  # written before a unit: "dua", "se"
    ago: tuple[str, ...]  # after a number and a unit: "lalu"
    later: tuple[str, ...]  # "lagi", "mendatang"
    back: tuple[str, ...]  # after a day, a weekday or a month: the one before
    ahead: tuple[str, ...]  # after them: the one to come
    now: tuple[str, ...]  # after a month or a weekday: the one that is now
    parts: tuple[str, ...]  # of a day, after a weekday or a word for a day
    to_come: tuple[str, ...]  # somewhere before a day: tells that it is to come
    since: tuple[str, ...]  # right before a day
    until: tuple[str, ...]
    through: tuple[str, ...]  # between the first and the last day of a stretch
    and_: tuple[str, ...]  # between two days
    before_month: tuple[str, ...]  # what makes a word a month
    before_year: tuple[str, ...]  # what makes four figures a year
    number: tuple[str, ...]  # before the number and year of a law
    before_weekday: tuple[str, ...]
    before_back: tuple[str, ...]  # before a weekday or a month: the one before ("last")
    before_ahead: tuple[str, ...]
    counted: tuple[str, ...]  # what follows a number that is no year
    every: tuple[str, ...]  # before a weekday: no day of the calendar
    quarters: Mapping[str, int]  # a printed ordinal, and which it is
    quarter: tuple[str, ...]  # three months; the ordinal before or after
    half: tuple[str, ...]  # six months
    decade: str  # a pattern for what follows the year
    before_decade: tuple[str, ...]  # what makes "90-an" years
    that_occasion: tuple[str, ...]  # the day told of before
    that_day: tuple[str, ...]  # the same, only where it stands near
    that_time: tuple[str, ...]  # the same, only at the begin of a sentence
    that_year: tuple[str, ...]
    after: tuple[str, ...]  # so many days after something: "pasca"
    same: tuple[str, ...]  # between a day and another way of telling it: "atau"
    some: tuple[str, ...]  # no number: "beberapa"
    within: tuple[str, ...]  # before `some` and a unit: "dalam", "setelah"
    hours: tuple[str, ...]  # units shorter than a day
    vague: tuple[str, ...]  # times that no day follows from
    last_time: tuple[str, ...]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of these phrases, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)


def begins_as(words: Iterable[str]) -> str:
    """Return what lets a pattern begin only at a letter that one of these phrases begins with: it spares most time."""
    letters = {word[0] for word in words}
    return f"(?=[{''.join(sorted({letter.lower() for letter in letters} | {letter.upper() for letter in letters}))}])"


def split(words: str) -> tuple[str, ...]:
    """Return the phrases between the commas."""
    return tuple(" ".join(word.split()) for word in words.split(","))
