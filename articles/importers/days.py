"""The day of publication as a record's date field writes it: the publisher's local day, or what is known of it.

The dates themselves are read by `articles.text.dates`; here stands what only a field of a file needs: a time and its
zone, words around the day, and files that write the month before the day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import Final

from articles.text.dates import BadDate, FuzzyDate, find_dates, parse_asked
from articles.text.normalise import normalise_line, shown

_LONGEST: Final = 120  # characters of a field that are looked at
_STAMP: Final = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<hour>\d{2}):?(?P<minute>\d{2})(?::?\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(
    r"(?:\w{3},\s)?\d{1,2}\s\w{3}\s\d{4}\s\d{2}:\d{2}(?::\d{2})?\s(?:GMT|UTC?|Z|[+-]0000)", re.IGNORECASE
)
_GREENWICH: Final = re.compile(r"Z|UTC|GMT|[+-]00(?::?00)?", re.IGNORECASE)
_JAKARTA: Final = timedelta(hours=7)  # where the newsrooms are that write Indonesian
_FIGURES: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])")
_YEAR_FIRST: Final = re.compile(r"(?<![\d/.-])\d{4}([/.])\d{1,2}\1\d{1,2}(?![\d/-])")
_UPDATED: Final = re.compile(r"\b(?:di(?:perbarui|perbaharui|mutakhirkan)|updated?|modified|revised)\b", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]+")
_DIGITS: Final = re.compile(r"\d+")
_MONTHS: Final = 12


class Order(Enum):
    """Which stands first in a date of figures alone."""

    DAY = "day first"
    MONTH = "month first"
    BOTH = "day first and month first"  # in one and the same form: no day up to the 12th can be told


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What is known of the dates of one file."""

    by_form: Mapping[str, Order] = field(default_factory=dict)  # what its dates have shown, by the form of the field
    said: Order | None = None  # what somebody who knows the file says of them all

    def of(self, text: str) -> Order | None:
        """Return the order of the date in a field; None when nothing is known."""
        return self.said or self.by_form.get(form_of(text))


NOTHING_SHOWN: Final = Orders()


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What a field says about the day of publication."""

    date: FuzzyDate | None  # None when it says nothing that could be read
    basis: str  # the words that were read
    doubt: str = ""  # a sentence; "" when nothing speaks against the reading


def learn_orders(printed: Iterable[str]) -> dict[str, Order]:
    """Return the order that the dates of each form show: 8/30/2025 can only have its month first.

    Dates of one form were written by one program: what one of them shows holds for all.
    """
    found: dict[str, set[Order]] = defaultdict(set)
    for text in printed:
        figures = _FIGURES.search(text[:_LONGEST])
        if figures and (order := _only_order(figures)):
            found[form_of(text)].add(order)
    return {form: next(iter(orders)) if len(orders) == 1 else Order.BOTH for form, orders in found.items()}


def form_of(text: str) -> str:
    """Return what two dates of one form share: "9/9/99:9", "a.a-9/9/9,9:9a"; spaces do not count."""
    return _WORDS.sub("a", _DIGITS.sub("9", "".join(text[:_LONGEST].split())))


def read_day(printed: str, *, language: str = "", orders: Orders = NOTHING_SHOWN) -> Day:
    """Return what the field says; `language` is that of the article, `orders` what dates of the file have shown."""
    basis = normalise_line(printed)
    text = basis[:_LONGEST]
    if not text:
        return Day(date=None, basis="")
    if stamped := _of_stamp(text, language):
        return Day(date=stamped, basis=basis)
    day = _of_figures(text, orders) or _of_words(text)
    if day.date and _UPDATED.search(text):
        # The day of the last change: the article is of that day or older.
        day = replace(day, date=about(day.date))
    return replace(day, basis=basis)


def about(day: FuzzyDate) -> FuzzyDate:
    """Return the day as an approximate one; what is none, as it is."""
    return replace(day, edtf=f"{day.edtf}~") if day.is_day else day


def _of_stamp(text: str, language: str) -> FuzzyDate | None:
    """Return the local day of a time stamp; None when the text is none.

    The zone is the publisher's, so the day printed before it is his. Greenwich is a machine's: there the day is
    Jakarta's when the article is in Indonesian, and the printed one when it is not.
    """
    stamp = _STAMP.match(text)
    try:
        if stamp:
            at = datetime.fromisoformat(f"{stamp['day']}T{stamp['hour']}:{stamp['minute']}")
            is_greenwich = bool(_GREENWICH.fullmatch(stamp["zone"] or ""))
        elif _MAIL.match(text):
            at, is_greenwich = parsedate_to_datetime(text), True
        else:
            return None
        local = at + _JAKARTA if is_greenwich and language.split("-")[0] == "id" else at
        return parse_asked(local.date().isoformat())
    except (ValueError, OverflowError):  # the 32nd, 25 o'clock
        return None


def _of_figures(text: str, orders: Orders) -> Day | None:
    """Return the day of 10/12/2025; None when the text holds no such figures."""
    found = _FIGURES.search(text)
    if found is None:
        return None
    order = _only_order(found) or orders.of(text)
    if order is Order.BOTH and found[1] != found[3]:
        doubt = f"Its date {found[0]} has its day or its month first: the file has both."
        return Day(date=None, basis=text, doubt=doubt)
    first, second = int(found[1]), int(found[3])
    day, month = (second, first) if order is Order.MONTH else (first, second)
    doubt = ""
    if order is None and day != month:
        doubt = f"Its date {found[0]} was read day first; no other date of the file shows which stands first."
    return _asked(f"{day}/{month}/{found[4]}", text, doubt)


def _of_words(text: str) -> Day:
    """Return the first day that is printed with its year; a month or a year when the text is nothing else."""
    if year_first := _YEAR_FIRST.search(text):
        return _asked(year_first[0], text)
    days = find_dates(text)
    if not days:
        return _asked(text, text)
    first = days[0]
    doubt = ""
    if first.weekday_fits is False:
        doubt = f"Its date does not fall on the weekday that is printed with it ({shown(first.printed)})."
    elif any(day.date != first.date for day in days):
        doubt = f"Its date field holds several days; the first was taken ({shown(first.printed)})."
    return Day(date=first.date, basis=text, doubt=doubt)


def _asked(date: str, text: str, doubt: str = "") -> Day:
    try:
        return Day(date=parse_asked(date), basis=text, doubt=doubt)
    except BadDate:
        return Day(date=None, basis=text, doubt=f"Its date is not understood: “{shown(text)}”.")


def _only_order(figures: re.Match[str]) -> Order | None:
    """Return the order that the figures alone leave possible; None when both are, or neither."""
    first, second = int(figures[1]), int(figures[3])
    if first > _MONTHS >= second:
        return Order.DAY
    return Order.MONTH if second > _MONTHS >= first else None
