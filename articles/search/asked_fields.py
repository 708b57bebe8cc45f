"""What fields ask for: words of a headline, names, days, numbers, a language; as typed, with nothing looked up yet."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar

from django.utils.translation import gettext as _

from articles.search.bad_query import BadQuery
from articles.search.field_names import DAYS, Field
from articles.search.languages import tags
from articles.search.terms import Leaf, Step, Term
from articles.search.wording import days_in_words, language_name
from articles.text.dates import BadDate, FuzzyDate, parse_asked
from articles.text.names import name_key
from articles.text.numbers import BadNumber, parse_number, plain

UNSEEN: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # inside a character class
_UNSEEN: Final = re.compile(f"[{UNSEEN}]")
_End = TypeVar("_End")
_BETWEEN: Final = re.compile(r"\.\.+|…")  # of the two ends of a range; telephones make one sign of the points


@dataclass(frozen=True, slots=True, kw_only=True)
class InHeadline(Leaf):
    words: Term

    @property
    def term(self) -> Term:
        return self.words

    def size(self) -> int:
        return self.words.size()

    def in_words(self) -> str:
        return _("with %(words)s in the headline") % {"words": self.words.in_words()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Leaf):
    """Whoever, or whatever topic, is so named: by, about, topic, place, publisher."""

    prefix: bool = False  # names with a word that begins so

    def in_words(self) -> str:
        words = {
            "by": _("said by “%(name)s”"),
            "about": _("about “%(name)s”"),
            "topic": _("on “%(name)s”"),
            "place": _("naming the place “%(name)s”"),
            "publisher": _("from “%(name)s”"),
        }[self.name]
        return words % {"name": f"{self.printed}*" if self.prefix else self.printed}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDays(Leaf):
    """A day, or days from `first` to `last`, of which one may be None for no bound: said, published."""

    first: FuzzyDate | None
    last: FuzzyDate | None

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends as typed, "" where it is open; twice the same for a single value."""
        return _ends_typed(self.printed, single=self.first is self.last)

    def in_words(self) -> str:
        return days_in_words(self.name, self.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting(Leaf):
    """A number, or numbers from `low` to `high`, of which one may be None for no bound."""

    low: Decimal | None
    high: Decimal | None

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends as typed, "" where it is open; twice the same for a single value."""
        return _ends_typed(self.printed, single=self.low is self.high)

    @property
    def is_one(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def term(self) -> Term | None:
        """The number as texts print it; None for a range, and for what is less than nothing."""
        if self.low is None or self.low != self.high or self.low < 0:
            return None
        return Term(printed=self.printed, steps=(Step((plain(self.low),), 0),), start=self.start)

    def in_words(self) -> str:
        if self.is_one:
            return _("with the number %(number)s") % {"number": self.printed}
        low, high = (str(end) if end is None else plain(end) for end in (self.low, self.high))
        if self.low is None:
            return _("with a number up to %(high)s") % {"high": high}
        if self.high is None:
            return _("with a number from %(low)s") % {"low": low}
        return _("with a number from %(low)s to %(high)s") % {"low": low, "high": high}


@dataclass(frozen=True, slots=True, kw_only=True)
class InLanguage(Leaf):
    tags: tuple[str, ...]  # BCP 47, folded; none when no language is so named

    def in_words(self) -> str:
        name = language_name(self.tags[0]) if len(self.tags) == 1 else f"“{self.printed}”"
        return _("in %(value)s") % {"value": name}


def read(name: Field, printed: str, start: int, end: int) -> Leaf:
    """Read the value of a field; words of a headline and names with a star are read by `parser`.

    Raises:
        BadQuery: it is no date, or no number, or nothing that could be looked up.
    """
    value = _UNSEEN.sub("", printed).strip()
    try:
        if name in DAYS:
            return _days(name, value, start, end)
        if name == "number":
            return _numbers(value, start, end)
    except (BadDate, BadNumber) as bad:
        message = _("Behind “%(field)s:”, %(message)s") % {"field": name, "message": bad}
        raise BadQuery(message, place=start, end=end) from bad
    if not name_key(value):
        raise empty(name, start, end)
    if name == "lang":
        return InLanguage(name=name, printed=value, start=start, end=end, tags=tags(value))
    return Named(name=name, printed=value, start=start, end=end)


def empty(name: Field, start: int, end: int) -> BadQuery:
    """Return what is said of a field without a value."""
    message = _("There is nothing behind “%(field)s:” that can be searched.")
    return BadQuery(message % {"field": name}, place=start, end=end)


def _days(name: Field, value: str, start: int, end: int) -> OnDays:
    first, last = _ends(value, parse_asked, BadDate)
    if first and last and last.latest is not None and last.latest < first.earliest:
        raise BadDate(_("the last day lies before the first."))
    return OnDays(name=name, printed=value, start=start, end=end, first=first, last=last)


def _numbers(value: str, start: int, end: int) -> Counting:
    low, high = _ends(value, parse_number, BadNumber)
    if low is not None and high is not None and high < low:
        raise BadNumber(_("the range ends before it begins: the smaller number comes first."))
    return Counting(name="number", printed=value, start=start, end=end, low=low, high=high)


def _ends(value: str, read_one: Callable[[str], _End], bad: type[ValueError]) -> tuple[_End | None, _End | None]:
    """Return both ends of a range, None where it is open; twice the same for a single value."""
    try:
        one = read_one(value)
    except bad:
        parts = [part.strip() for part in _BETWEEN.split(value)]
        if len(parts) != 2 or not any(parts):
            raise
        first, last = (read_one(part) if part else None for part in parts)
        return first, last
    return one, one


def _ends_typed(printed: str, *, single: bool) -> tuple[str, str]:
    if single:
        return printed, printed
    first, last = _BETWEEN.split(printed)
    return first.strip(), last.strip()
