"""Months, quarters, years and decades that a text prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.extraction.day_printed import Patterns, lean_before, since_or_on
from articles.extraction.day_reference import Lean, Reference, read
from articles.extraction.day_rules import made
from articles.extraction.day_words import DayWords, any_of, begins_as
from articles.extraction.findings import Day
from articles.extraction.story import Story
from articles.text.dates import FuzzyDate
from articles.text.printed_dates import MONTHS, month_number, months_printed
from articles.text.spans import Span

_YEAR: Final = "(?:1[89]|20|21)[0-9]{2}"
_AFTER_YEAR: Final = r"(?![\w/])(?![.,:][0-9])(?!\s?[%‰])"
_LOOK_BACK: Final = 24  # characters before a month or a year that may tell what it is
_MOST_YEARS: Final = 60  # from the first to the last of "2019-2024"
_UNCUED_YEARS: Final = 12  # the same without a word that makes them years
_OLDEST_DECADE: Final = 30  # "30-an" lies in the twentieth century, "20-an" in this one
_CENTURY: Final = 100
_DECADE: Final = 10
_QUARTER, _HALF = 3, 6  # months


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchPatterns:
    """What months and years are looked for with, in one language."""

    month: re.Pattern[str]  # "Maret", with what follows: "Maret-Mei 2025", "Maret 2025", "Maret lalu"
    before_month: re.Pattern[str]
    year: re.Pattern[str]  # "2019", with what follows: "2019-2024", "2010-an", "2026 mendatang"
    before_year: re.Pattern[str]
    short_decade: re.Pattern[str]  # "era 90-an"
    before_decade: re.Pattern[str]
    quarter: re.Pattern[str]
    quarters: dict[str, int]
    halves: frozenset[str]

    @classmethod
    def of(cls, words: DayWords, language: str) -> StretchPatterns:
        """Return the patterns of a language."""
        month, counted = months_printed(language), any_of(words.counted)
        through = any_of((*words.through, *words.and_))
        back, ahead, now = (any_of(some) or "(?!)" for some in (words.back, words.ahead, words.now))
        tail = rf"(?:\s(?:(?P<back>{back})|(?P<ahead>{ahead})|(?P<now>{now}))(?!\w))?"
        last, then = (any_of(some) or "(?!)" for some in (words.before_back, words.before_ahead))
        ordinal, spell = any_of(words.quarters), any_of((*words.quarter, *words.half))
        return cls(
            month=re.compile(
                rf"(?<!\w)(?<![0-9]\s)(?P<month>{month})(?![\w])(?:,?\s(?:of\s)?(?P<since>{_YEAR}){_AFTER_YEAR})?"
                rf"(?:(?:\s?[-–—─]\s?|\s(?:{through})\s)(?P<last>{month})(?:,?\s(?P<year>{_YEAR}){_AFTER_YEAR})?(?!\w))?"
                rf"(?!,?\s[0-9]){tail}"
            ),
            before_month=re.compile(
                rf"(?<!\w)(?:(?P<back>{last})|(?P<ahead>{then})|{any_of(words.before_month)})\s$", re.IGNORECASE
            ),
            year=re.compile(
                rf"(?=[12])(?<![\w/])(?<![0-9][.,/-])(?P<year>{_YEAR})(?:(?P<decade>{words.decade})"
                rf"|(?:\s?[-–—/]\s?|\s(?P<through>{any_of(words.through)}|(?P<both>{any_of(words.and_)}))\s)(?:(?:tahun|the\syear)\s)?"
                rf"(?P<last>{_YEAR}|[0-9]{{2}})(?![\w/-]))?"
                rf"{_AFTER_YEAR}(?![-–]\w)(?!\s(?:{counted})(?!\w)){tail}",
                re.IGNORECASE,
            ),
            # "Nomor 31 Tahun 1999" is the name of a law.
            before_year=re.compile(
                rf"(?<!\w)(?:(?P<law>(?:{any_of(words.number)})\s\S{{1,20}}\stahun)|{any_of(words.before_year)})\s$",
                re.IGNORECASE,
            ),
            short_decade=re.compile(rf"(?<=\s)(?P<year>[0-9]0)(?:{words.decade})", re.IGNORECASE),
            before_decade=re.compile(rf"(?<!\w)(?:{any_of(words.before_decade)})\s$", re.IGNORECASE),
            quarter=re.compile(
                rf"{begins_as((*words.quarter, *words.half, *words.quarters, 'Q'))}(?<!\w)"
                rf"(?:(?P<spell>{spell})[\s-](?P<ordinal>{ordinal})|(?P<ordinal2>{ordinal})\s(?P<spell2>{spell})"
                rf"|Q(?P<ordinal3>[1-4]))(?:[\s/-]|\stahun\s|\sof\s)(?P<year>{_YEAR}){_AFTER_YEAR}",
                re.IGNORECASE,
            ),
            quarters=dict(words.quarters),
            halves=frozenset(words.half),
        )


def find_stretches(
    story: Story, patterns: Patterns, own: StretchPatterns, reference: Reference | None
) -> Iterator[Day]:
    """Yield months, quarters, years and decades; where two overlap, the first is the surer."""
    for found in own.quarter.finditer(story.body):
        if quarter := _quarter(own, found):
            yield quarter
    for found in own.month.finditer(story.body):
        if month := _month(story, patterns, own, found, reference):
            yield since_or_on(story.body, patterns, month)
    for found in own.year.finditer(story.body):
        before = own.before_year.search(story.body, max(0, found.start() - _LOOK_BACK), found.start())
        if before and before["law"]:
            continue
        if year := _year(found, has_cue=before is not None):
            yield since_or_on(story.body, patterns, year)
    yield from _short_decades(story.body, own)


def _short_decades(body: str, own: StretchPatterns) -> Iterator[Day]:
    for found in own.short_decade.finditer(body):
        if own.before_decade.search(body, max(0, found.start() - _LOOK_BACK), found.start()):
            year = int(found["year"])
            yield _decade(found, year + (1900 if year >= _OLDEST_DECADE else 2000))


def _quarter(own: StretchPatterns, found: re.Match[str]) -> Day | None:
    ordinal = found["ordinal"] or found["ordinal2"] or found["ordinal3"]
    is_half = (found["spell"] or found["spell2"] or "").lower() in own.halves
    months = _HALF if is_half else _QUARTER
    last = own.quarters.get(ordinal.lower(), int(ordinal) if ordinal.isdigit() else 0) * months
    if not months <= last <= MONTHS:
        return None
    year = int(found["year"])
    value = read(f"{year:04}-{last - months + 1:02}/{year:04}-{last:02}")
    return made(Span(*found.span()), value, "day.quarter", "Printed with its year.") if value else None


def _month(
    story: Story, patterns: Patterns, own: StretchPatterns, found: re.Match[str], reference: Reference | None
) -> Day | None:
    before = own.before_month.search(story.body, max(0, found.start() - _LOOK_BACK), found.start())
    year = found["year"] or (None if found["last"] else found["since"])
    told = None if year else patterns.year.match(story.body, found.end(), found.end() + _LOOK_BACK)
    if not (year or told or before or any(found[group] for group in ("last", "back", "ahead", "now"))):
        return None
    # "last March" is one expression; "pada" is none of it.
    starts = before.start() if before and (before["back"] or before["ahead"]) else found.start()
    if told and reference:
        year = f"{reference.last.year + patterns.years[' '.join(told['year'].lower().split())]:04}"
    value = _months(found, year, reference, _lean(story, patterns, found, before))
    rule = "day.month-and-year" if year else "day.month"
    basis = "Printed with its year." if year else "The year is not printed: the nearest such month to the publication."
    return made(Span(starts, (told or found).end()), value, rule, basis)


def _lean(story: Story, patterns: Patterns, found: re.Match[str], before: re.Match[str] | None) -> Lean:
    if found["back"] or (before and before["back"]):
        return "back"
    if found["ahead"] or (before and before["ahead"]):
        return "ahead"
    return "" if found["now"] else lean_before(story, patterns, found.start())


def _months(found: re.Match[str], year: str | None, reference: Reference | None, lean: Lean) -> FuzzyDate | None:
    """Return the month, or all from the first to the last."""
    first, last = month_number(found["month"]), month_number(found["last"] or found["month"])
    if year is None:
        end = reference.month(last, lean=lean) if reference else None
        if end is None:
            return None
        year = f"{end.earliest.year:04}"
    if not found["last"]:
        return read(f"{year}-{last:02}")
    since = int(found["since"] or int(year) - (first > last))
    return read(f"{since:04}-{first:02}/{year}-{last:02}")


def _year(found: re.Match[str], *, has_cue: bool) -> Day | None:
    year = int(found["year"])
    if found["decade"]:
        return _decade(found, year) if year % _DECADE == 0 else None
    if found["last"]:
        return _years(found, has_cue=has_cue)
    if not (has_cue or found["back"] or found["ahead"]):
        return None
    value = read(found["year"])
    return made(Span(*found.span()), value, "day.year", "Printed as a year.") if value else None


def _years(found: re.Match[str], *, has_cue: bool) -> Day | None:
    first, last = int(found["year"]), int(found["last"])
    if last < _CENTURY:  # "2024/25"
        last += first // _CENTURY * _CENTURY
        if last != first + 1:
            return None
    most = _MOST_YEARS if has_cue else 0 if found["through"] else _UNCUED_YEARS
    most = 1 if found["both"] else most
    value = read(f"{first:04}/{last:04}") if first < last <= first + most else None
    return made(Span(*found.span()), value, "day.years", "Printed in full.") if value else None


def _decade(found: re.Match[str], year: int) -> Day:
    value = read(f"{year:04}/{year + _DECADE - 1:04}")
    return made(Span(*found.span()), value, "day.decade", f"The ten years from {year} on.")
