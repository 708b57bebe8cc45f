"""Months, quarters, years and decades that a text prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from articles.extraction.day_printed import Patterns, lean_before, since_or_on
from articles.extraction.day_reference import Lean, Reference, read
from articles.extraction.day_rules import made
from articles.extraction.day_words import DayWords, any_of
from articles.extraction.findings import Day
from articles.extraction.story import Story
from articles.text.printed_dates import MONTH_AND_YEAR, MONTHS, month_number, months_printed
from articles.text.spans import Span

_YEAR: Final = "(?:1[89]|20|21)[0-9]{2}"
_AFTER_YEAR: Final = r"(?![\w/])(?![.,:][0-9])(?!\s?[%‰])"
_MOST_YEARS: Final = 60  # from the first to the last of "2019-2024"
_UNCUED_YEARS: Final = 12  # the same without a word that makes them years
_OLDEST_DECADE: Final = 30  # "30-an" lies in the twentieth century, "20-an" in this one
_CENTURY: Final = 100
_DECADE: Final = 10
_QUARTER, _HALF = 3, 6  # months


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchPatterns:
    """What months and years are looked for with, in one language."""

    months: re.Pattern[str]  # "Januari-Mei 2025"
    month: re.Pattern[str]  # "pada Maret lalu"
    quarter: re.Pattern[str]
    years: re.Pattern[str]
    decade: re.Pattern[str]
    year: re.Pattern[str]
    quarters: dict[str, int]
    halves: frozenset[str]

    @classmethod
    def of(cls, words: DayWords, language: str) -> StretchPatterns:
        """Return the patterns of a language."""
        month = months_printed(language)
        through = any_of((*words.through, *words.and_))
        back, ahead, now = (any_of(some) or "(?!)" for some in (words.back, words.ahead, words.now))
        tail = rf"(?:\s(?:(?P<back>{back})|(?P<ahead>{ahead})|(?P<now>{now}))(?!\w))?"
        before_back, before_ahead = (any_of(some) or "(?!)" for some in (words.before_back, words.before_ahead))
        before = rf"(?P<before_back>{before_back})|(?P<before_ahead>{before_ahead})"
        ordinal = any_of(words.quarters)
        spell = any_of((*words.quarter, *words.half))
        counted = any_of(words.counted)
        folded = re.IGNORECASE
        return cls(
            months=re.compile(
                rf"(?<!\w)(?<![0-9]\s)(?P<first>{month})(?:\s(?P<since>{_YEAR}))?(?:\s?[-–—]\s?|\s(?:{through})\s)"
                rf"(?P<last>{month})(?:\s(?P<year>{_YEAR}){_AFTER_YEAR})?(?!\w){tail}"
            ),
            month=re.compile(
                rf"(?<!\w)(?:(?:{before}|(?P<cue>(?i:{any_of(words.before_month)})))\s)?(?P<month>{month})(?![\w-])"
                rf"(?!,?\s[0-9]){tail}"
            ),
            quarter=re.compile(
                rf"(?<!\w)(?:(?P<spell>{spell})[\s-](?P<ordinal>{ordinal})|(?P<ordinal2>{ordinal})\s(?P<spell2>{spell})"
                rf"|(?P<q>Q)(?P<ordinal3>[1-4]))(?:[\s/-]|\stahun\s|\sof\s)(?P<year>{_YEAR}){_AFTER_YEAR}",
                folded,
            ),
            years=re.compile(
                rf"(?<![\w/.,-])(?:(?P<cue>{any_of(words.before_year)})\s)?(?P<first>{_YEAR})"
                rf"(?:\s?[-–—/]\s?|\s(?P<through>{through})\s)(?:(?:tahun|the\syear)\s)?(?P<last>{_YEAR}|[0-9]{{2}})(?![\w/-])"
                rf"{_AFTER_YEAR}(?!\s(?:{counted})(?!\w))",
                folded,
            ),
            decade=re.compile(
                rf"(?<![\w.,])(?:(?P<cue>{any_of(words.before_decade)})\s)?(?P<year>{_YEAR}|[0-9]0)"
                rf"(?<=0){words.decade}",
                folded,
            ),
            year=re.compile(
                rf"(?<![\w/])(?:(?P<cue>{any_of(words.before_year)})\s)?(?<![0-9][.,/-])(?P<year>{_YEAR})(?![-–]){_AFTER_YEAR}"
                rf"(?!\s(?:{counted})(?!\w)){tail}",
                folded,
            ),
            quarters=dict(words.quarters),
            halves=frozenset(words.half),
        )


def find_stretches(
    story: Story, patterns: Patterns, own: StretchPatterns, reference: Reference | None
) -> Iterator[Day]:
    """Yield months, quarters, years and decades; they may overlap, what comes first is the surer."""
    body = story.body
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Day | None]], ...] = (
        (own.months, lambda found: _months(story, patterns, found, reference)),
        (own.quarter, lambda found: _quarter(own, found)),
        (MONTH_AND_YEAR, _month_and_year),
        (own.month, lambda found: _month(story, patterns, found, reference)),
        (own.years, _years),
        (own.decade, _decade),
        (own.year, _year),
    )
    for pattern, reader in readers:
        for found in pattern.finditer(body):
            if day := reader(found):
                yield since_or_on(body, patterns, day)


def _months(story: Story, patterns: Patterns, found: re.Match[str], reference: Reference | None) -> Day | None:
    first, last = month_number(found["first"]), month_number(found["last"])
    year = int(found["year"]) if found["year"] else None
    if year is None:
        end = reference and reference.month(last, lean=_lean(story, patterns, found))
        year = end.earliest.year if end else None
    if year is None or (found["since"] and int(found["since"]) > year):
        return None
    since = int(found["since"]) if found["since"] else year - (first > last)
    value = read(f"{since:04}-{first:02}/{year:04}-{last:02}")
    rule = "day.month-and-year" if found["year"] else "day.month"
    return made(_from(found, "first"), value, rule, _year_basis(found["year"])) if value else None


def _month_and_year(found: re.Match[str]) -> Day | None:
    value = read(f"{int(found['year']):04}-{month_number(found['month']):02}")
    return made(Span(*found.span()), value, "day.month-and-year", "Printed with its year.") if value else None


def _month(story: Story, patterns: Patterns, found: re.Match[str], reference: Reference | None) -> Day | None:
    if not any(found[group] for group in ("cue", "before_back", "before_ahead", "back", "ahead", "now")):
        return None
    lean = _lean(story, patterns, found)
    value = reference.month(month_number(found["month"]), lean=lean) if reference else None
    whole = found["before_back"] or found["before_ahead"]  # "last March" is one expression
    return made(_from(found, 0 if whole else "month"), value, "day.month", _year_basis(None))


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


def _years(found: re.Match[str]) -> Day | None:
    first, last = int(found["first"]), int(found["last"])
    if last < _CENTURY:  # "2024/25"
        last += first // _CENTURY * _CENTURY
        if last != first + 1:
            return None
    most = _MOST_YEARS if found["cue"] else 0 if found["through"] else _UNCUED_YEARS
    value = read(f"{first:04}/{last:04}") if first < last <= first + most else None
    return made(_from(found, "first"), value, "day.years", "Printed in full.") if value else None


def _decade(found: re.Match[str]) -> Day | None:
    year = int(found["year"])
    if year < _CENTURY:
        if not found["cue"]:
            return None
        year += 1900 if year >= _OLDEST_DECADE else 2000
    value = read(f"{year:04}/{year + _DECADE - 1:04}")
    return made(_from(found, "year"), value, "day.decade", f"The ten years from {year} on.") if value else None


def _year(found: re.Match[str]) -> Day | None:
    if not (found["cue"] or found["back"] or found["ahead"]):
        return None
    value = read(found["year"])
    return made(_from(found, "year"), value, "day.year", "Printed as a year.") if value else None


def _lean(story: Story, patterns: Patterns, found: re.Match[str]) -> Lean:
    groups = found.groupdict()
    if groups["back"] or groups.get("before_back"):
        return "back"
    if groups["ahead"] or groups.get("before_ahead"):
        return "ahead"
    return "" if groups["now"] else lean_before(story, patterns, found.start())


def _from(found: re.Match[str], group: str | int) -> Span:
    return Span(found.start(group), found.end())


def _year_basis(year: str | None) -> str:
    return "Printed with its year." if year else "The year is not printed: the nearest such month to the publication."
