"""The one date parser: what an archive writes (EDTF), what a newspaper prints, what a reader types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.text.edtf import BadDate, FuzzyDate, day_bounds, parse_edtf
from articles.text.normalise import normalise_line, shown
from articles.text.printed_dates import (
    MONTH_AND_YEAR,
    WEEKDAY_NUMBERS,
    PrintedDay,
    full_days,
    month_number,
    weekday_before,
    yearless_days,
)
from articles.text.spans import Span

__all__ = ["BadDate", "FoundDate", "FuzzyDate", "find_dates", "parse_asked", "parse_edtf"]

_IN_FIGURES: Final = (
    re.compile(r"(?P<day>[0-9]{1,2})([/.-])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})([/.-])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})"),
)
_MONTH_IN_FIGURES: Final = re.compile(r"(?P<month>[0-9]{1,2})[/-](?P<year>[0-9]{4})")
_SHORT_YEAR: Final = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}")
_EDTF_BEGINS: Final = re.compile(r"\[|[0-9]{4}(?![0-9])")
_LONGEST_ASKED: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A day where it is printed, its weekday and parentheses with it."""

    span: Span
    date: FuzzyDate
    printed: str
    weekday: str  # as printed; "" when none is
    weekday_fits: bool | None  # None when no weekday is printed


def parse_asked(text: str) -> FuzzyDate:
    """Read what a reader types into a date field.

    EDTF; 10/12/2023 and 10-12-2023, the day first; "10 Desember 2023", "December 10, 2023", also with a
    weekday, which is not checked; "Desember 2023", 12/2023, 2023.

    Raises:
        BadDate: it is none of these, or no such day.
    """
    asked = normalise_line(text)
    for pattern in _IN_FIGURES:
        if found := pattern.fullmatch(asked):
            return _asked_day(int(found["year"]), int(found["month"]), int(found["day"]), printed=asked)
    if _EDTF_BEGINS.match(asked):
        return parse_edtf(asked)
    named = _named(asked) if len(asked) <= _LONGEST_ASKED else None
    if named is not None:
        return named
    if _SHORT_YEAR.fullmatch(asked):
        raise BadDate(f"{asked} is not a date: write the year with four digits.")
    raise BadDate(f"“{shown(text)}” is not a date. Write 10/12/2023, 2023-12-10, 10 December 2023, 2023-12 or 2023.")


def _named(asked: str) -> FuzzyDate | None:
    if found := MONTH_AND_YEAR.fullmatch(asked) or _MONTH_IN_FIGURES.fullmatch(asked):
        year, month = int(found["year"]), month_number(found["month"])
        return FuzzyDate(f"{year:04}-{month:02}", *day_bounds(year, month, None, printed=asked))
    for day in full_days(asked):
        if _with_weekday(asked, day.span)[0] == Span(0, len(asked)):
            return _asked_day(day.year or 0, day.month, day.day, printed=asked)
    return None


def _asked_day(year: int, month: int, day: int, *, printed: str) -> FuzzyDate:
    if month > 12 >= day:
        raise BadDate(f"{shown(printed)} is not a day: there is no month {month}, and the day comes first.")
    return FuzzyDate.from_day(day_bounds(year, month, day, printed=printed)[0])


def find_dates(text: str, language: str = "", reference: date | None = None) -> list[FoundDate]:
    """Return the days printed in `text`, in order, never overlapping.

    Days printed with their year are found in Indonesian and English alike. Yearless ones ("12 November",
    "Senin (20/10)") are found only with a `reference`, the day on which they were said or published, in
    the names of `language` ("" means both): the latest such day on or before it.
    """
    days = [(day.span, on) for day in full_days(text) if (on := day.date)]
    if reference is not None:
        taken = {at for span, _ in days for at in range(span.start, span.end)}
        for day in yearless_days(text, language.split("-")[0]):
            on = _on_or_before(reference, day)
            if on is not None and taken.isdisjoint((day.span.start, day.span.end - 1)):
                days.append((day.span, on))
    return [_found(text, span, on) for span, on in sorted(days)]


def _found(text: str, inner: Span, on: date) -> FoundDate:
    span, weekday = _with_weekday(text, inner)
    return FoundDate(
        span=span,
        date=FuzzyDate.from_day(on),
        printed=span.of(text),
        weekday=weekday,
        weekday_fits=WEEKDAY_NUMBERS[weekday.lower()] == on.weekday() if weekday else None,
    )


def _with_weekday(text: str, inner: Span) -> tuple[Span, str]:
    """Return the span widened over "Rabu (" and its ")", and the weekday; unchanged and "" without one."""
    before = weekday_before(text, inner.start)
    if before is None:
        return inner, ""
    closed = bool(before["opened"]) and text.startswith(")", inner.end)
    return Span(before.start(), inner.end + closed), before["weekday"]


def _on_or_before(reference: date, day: PrintedDay) -> date | None:
    # Eight years reach a 29 February from anywhere, 1900 included.
    for year in range(reference.year, reference.year - 9, -1):
        on = PrintedDay(span=day.span, day=day.day, month=day.month, year=year).date
        if on is not None and on <= reference:
            return on
    return None
