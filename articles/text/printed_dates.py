"""How the press prints a day: the patterns that `articles.text.dates` reads and `numbers` keeps away from.

The day comes before the month in figures, always. Names of months and weekdays are Indonesian and English.
All patterns are bounded, so that a text of any length is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from articles.text.edtf import BadDate, day_bounds
from articles.text.spans import Span, merge

GAP: Final = "[ \t\u00a0\u2007\u202f]{1,3}"
# A row a month: full names in Indonesian, in English, short ones.
_MONTH_ROWS: Final = (
    (("januari",), "january", ("jan",)),
    (("februari", "pebruari"), "february", ("feb",)),
    (("maret",), "march", ("mar",)),
    (("april",), "april", ("apr",)),
    (("mei",), "may", ()),
    (("juni",), "june", ("jun",)),
    (("juli",), "july", ("jul",)),
    (("agustus",), "august", ("agu", "agt", "ags", "aug")),
    (("september",), "september", ("sep", "sept")),
    (("oktober",), "october", ("okt", "oct")),
    (("november", "nopember"), "november", ("nov", "nop")),
    (("desember",), "december", ("des", "dec")),
)
_FULL_NAMES: Final = {
    "id": {name: number for number, row in enumerate(_MONTH_ROWS, 1) for name in row[0]},
    "en": {row[1]: number for number, row in enumerate(_MONTH_ROWS, 1)},
}
MONTH_NUMBERS: Final = (
    _FULL_NAMES["id"]
    | _FULL_NAMES["en"]
    | {name: number for number, row in enumerate(_MONTH_ROWS, 1) for name in row[2]}
)
WEEKDAY_NUMBERS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("senin", "monday"),
            ("selasa", "tuesday"),
            ("rabu", "wednesday"),
            ("kamis", "thursday"),
            ("jumat", "jum'at", "jum’at", "friday"),
            ("sabtu", "saturday"),
            ("minggu", "ahad", "sunday"),
        )
    )
    for name in names
}


def _any_of(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


def _capitalised(names: dict[str, int]) -> str:
    """Match names as a newspaper sets them; `minggu` is a week and `may` a verb."""
    return "|".join(f"{name.capitalize()}|{name.upper()}" for name in sorted(names, key=len, reverse=True))


_DAY: Final = "(?P<day>[0-9]{1,2})"
_NAMED_DAY: Final = rf"{_DAY}(?:st|nd|rd|th)?"
_MONTH: Final = rf"(?P<month>{_any_of(MONTH_NUMBERS)})\.?"
_YEAR: Final = "(?P<year>[0-9]{4})"
# The first character is looked at first: it spares nine tenths of the time.
_BEFORE: Final = r"(?=[0-9])(?<![\w/])(?<![0-9][.,:])"
_BEFORE_NAME: Final = r"(?=[adfjmnosADFJMNOS])(?<!\w)"
_AFTER: Final = r"(?![\w/])(?![.,:][0-9])"
# Pages lose the space beside a link: "dikutipRabu (4/6/2025)", "zodiak10 Juni 2025yang", "22 JuniSiang". A name of a
# month or a year of four figures is known all the same.
_BEFORE_GLUED: Final = r"(?=[0-9])(?<![0-9_/])(?<![0-9][.,:])"
_AFTER_GLUED: Final = r"(?![0-9_/])(?![.,:][0-9])"

_FULL: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEFORE}{_DAY}/(?P<month>[0-9]{{1,2}})/{_YEAR}{_AFTER_GLUED}",
        rf"{_BEFORE}(?<!-){_DAY}-(?P<month>[0-9]{{1,2}})-{_YEAR}{_AFTER}(?!-)",
        rf"{_BEFORE}(?<!-){_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}}){_AFTER}(?!-)",
        rf"{_BEFORE_GLUED}{_NAMED_DAY}(?:{GAP}of)?(?:{GAP}|-){_MONTH}(?:,?{GAP}|-){_YEAR}{_AFTER_GLUED}",
        rf"{_BEFORE_NAME}{_MONTH}{GAP}{_NAMED_DAY}(?:,{GAP}|,|{GAP}){_YEAR}{_AFTER}",
    )
)
# "June 2-8, 2025", "from June 2 to July 8": the year belongs to both.
_MONTH_FIRST: Final = re.compile(
    rf"{_BEFORE_NAME}(?P<month>{_capitalised(_FULL_NAMES['en'])}){GAP}(?P<day>[0-9]{{1,2}})"
    rf"(?:{GAP})?(?:[-–—]|(?<=\s)(?:to|through|until)(?=\s))(?:{GAP})?"
    rf"(?:(?P<last_month>{_capitalised(_FULL_NAMES['en'])}){GAP})?(?P<last_day>[0-9]{{1,2}})(?:,?{GAP}{_YEAR})?{_AFTER}"
)
MONTH_AND_YEAR: Final = re.compile(rf"{_BEFORE_NAME}{_MONTH}(?:,?{GAP}|-){_YEAR}{_AFTER}", re.IGNORECASE)

_NO_YEAR: Final = rf"(?![a-z0-9_])(?!,?{GAP}[0-9]{{4}}{_AFTER})"
# "(3/4)" may be three quarters; "(17/6)" is a day, and so is what stands after a weekday. "(24/7)" is all the time.
_IN_FIGURES: Final = re.compile(r"(?<=\()(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?=\))")
_SHORT_YEAR: Final = re.compile(r"(?<=\()(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{2})(?=\))")
_THIS_CENTURY: Final = 2000
_ALL_THE_TIME: Final = (24, 7)
_DAY_MONTH: Final = {
    language: re.compile(rf"{_BEFORE}{_NAMED_DAY}{GAP}(?:of{GAP})?(?P<month>{_capitalised(names)}){_NO_YEAR}")
    for language, names in (*_FULL_NAMES.items(), ("", _FULL_NAMES["id"] | _FULL_NAMES["en"]))
}
# "In March 20 people" is no date; "on March 20" is.
_MONTH_DAY: Final = re.compile(
    rf"{_BEFORE_NAME}(?:(?<=\bon )|(?<=\bsince )|(?<=\buntil )|(?<=day, ))"
    rf"(?P<month>{_capitalised(_FULL_NAMES['en'])}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)(?=\.))\.?{GAP}{_NAMED_DAY}"
    rf"(?![.,:/-][0-9])(?!%){_NO_YEAR}"
)

_WEEKDAY: Final = re.compile(
    rf"(?<![A-Z0-9_])(?P<weekday>{_capitalised(WEEKDAY_NUMBERS)})"
    rf"(?:{GAP}(?:pagi|siang|sore|petang|malam|dini|hari|dinihari|subuh|lalu|kemarin|besok|ini|depan|mendatang|tanggal|"
    rf"the|morning|afternoon|evening|night)){{0,3}},?(?:{GAP})?(?P<opened>\(?)$"
)
_RANGE_HEAD: Final = re.compile(
    rf"(?<![\w.,/])[0-9]{{1,2}}(?:{GAP})?(?:[-–—]|(?<=\s)(?:dan|hingga|sampai|s/d|s\.d\.|&|and|to|until)(?=\s))(?:{GAP})?$"
)
MONTHS: Final = 12
LONGEST_MONTH: Final = 31
_LOOK_BACK: Final = 40  # a weekday and what may stand between it and its date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDay:
    """A day as printed, without its weekday."""

    span: Span
    day: int
    month: int
    year: int | None  # None: not printed

    @property
    def date(self) -> date | None:
        """The day itself; None without a year or when there is no such day."""
        if self.year is None:
            return None
        try:
            return day_bounds(self.year, self.month, self.day, printed="")[0]
        except BadDate:
            return None


def months_printed(language: str) -> str:
    """Return a pattern of the full names of months as a newspaper sets them in `language`; "" means both."""
    return _capitalised(_FULL_NAMES.get(language) or _FULL_NAMES["id"] | _FULL_NAMES["en"])


def weekdays_printed() -> str:
    """Return a pattern of the names of weekdays as a newspaper sets them."""
    return _capitalised(WEEKDAY_NUMBERS)


def full_days(text: str) -> list[PrintedDay]:
    """Return every day printed with its year, in text order; 31/02/2023 is among them."""
    found = [printed for pattern in _FULL for printed in _read(pattern, text)]
    found.extend(
        replace(printed, year=_THIS_CENTURY + (printed.year or 0))
        for printed in _read(_SHORT_YEAR, text)
        if weekday_before(text, printed.span.start)
    )
    return _apart(iter(found))


def yearless_days(text: str, language: str) -> list[PrintedDay]:
    """Return every "12 November", "on November 12", "Senin (20/10)" and "(20/10)", in text order.

    Names of months count in `language` only; "" means both.
    """
    found = list(_read(_DAY_MONTH.get(language, _DAY_MONTH[""]), text))
    if language != "id":
        found.extend(_read(_MONTH_DAY, text))
    found.extend(day for day in _read(_IN_FIGURES, text) if _is_no_fraction(day, text))
    return _apart(iter(found))


def month_first_ranges(text: str) -> Iterator[tuple[Span, PrintedDay, PrintedDay]]:
    """Yield every "June 2-8, 2025" with its first and its last day; without a year where none is printed."""
    for found in _MONTH_FIRST.finditer(text):
        month, year = month_number(found["month"]), int(found["year"]) if found["year"] else None
        last_month = month_number(found["last_month"]) if found["last_month"] else month
        span = Span(*found.span())
        first = year - (month > last_month) if year else None
        yield (
            span,
            PrintedDay(span=span, day=int(found["day"]), month=month, year=first),
            PrintedDay(span=span, day=int(found["last_day"]), month=last_month, year=year),
        )


def _is_no_fraction(day: PrintedDay, text: str) -> bool:
    if weekday_before(text, day.span.start):
        return True
    return MONTHS < day.day <= LONGEST_MONTH and 1 <= day.month <= MONTHS and (day.day, day.month) != _ALL_THE_TIME


def date_stretches(text: str) -> list[Span]:
    """Return where figures belong to a date and count nothing: days, "2-8 Juni", "Desember 2023"."""
    days = [*full_days(text), *yearless_days(text, "")]
    spans = [day.span for day in days]
    spans.extend(Span(*found.span()) for found in MONTH_AND_YEAR.finditer(text))
    for day in days:
        head = _RANGE_HEAD.search(text, max(0, day.span.start - _LOOK_BACK), day.span.start)
        if head is not None:
            spans.append(Span(*head.span()))
    return merge(spans)


def weekday_before(text: str, start: int) -> re.Match[str] | None:
    """Return the weekday before the date at `start`; groups `weekday` and `opened` (a parenthesis)."""
    return _WEEKDAY.search(text, max(0, start - _LOOK_BACK), start)


def month_number(printed: str) -> int:
    """Return the month that a matched name or figure means; figures may be no month at all."""
    return MONTH_NUMBERS.get(printed.lower(), 0) or int(printed)


def _read(pattern: re.Pattern[str], text: str) -> Iterator[PrintedDay]:
    for found in pattern.finditer(text):
        groups = found.groupdict()
        yield PrintedDay(
            span=Span(*found.span()),
            day=int(groups["day"]),
            month=month_number(groups["month"]),
            year=int(groups["year"]) if groups.get("year") else None,
        )


def _apart(days: Iterator[PrintedDay]) -> list[PrintedDay]:
    """Sort by place; of two readings of one place the earlier, then the longer, wins."""
    kept: list[PrintedDay] = []
    for day in sorted(days, key=lambda day: (day.span.start, -day.span.end)):
        if not kept or kept[-1].span.end <= day.span.start:
            kept.append(day)
    return kept
