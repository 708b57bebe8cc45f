"""Days printed with their number: alone or as a stretch, with their year or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from articles.extraction.day_reference import Lean, Reference, day_of, read
from articles.extraction.day_rules import made
from articles.extraction.day_words import DayWords, any_of
from articles.extraction.findings import Day
from articles.extraction.story import Story
from articles.text.dates import FuzzyDate
from articles.text.printed_dates import WEEKDAY_NUMBERS, PrintedDay, weekday_before, yearless_days
from articles.text.spans import Span

_LOOK_BACK: Final = 90  # characters of the sentence before a day that may tell whether it is to come
_LONGEST_BETWEEN: Final = 30
_LONGEST_AFTER: Final = 30
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """What the words of a language are looked for with."""

    through: re.Pattern[str]  # all that stands between two days
    and_: re.Pattern[str]
    first: re.Pattern[str]  # the first day of "2-8 Juni", up to the 8
    others: re.Pattern[str]  # "2, 4 dan " of "2, 4 dan 8 Juni"
    since: re.Pattern[str]
    until: re.Pattern[str]
    to_come: re.Pattern[str]
    back: re.Pattern[str]  # right after a day
    ahead: re.Pattern[str]
    year: re.Pattern[str]  # "tahun lalu" right after a day
    years: Mapping[str, int]  # what it means

    @classmethod
    def of(cls, words: DayWords) -> Patterns:
        """Return the patterns of a language."""
        through, both = any_of(words.through), any_of(words.and_)
        after = rf"\s(?:{any_of(words.back)})(?!\w)" if words.back else r"(?!)"
        years = {word: by for word, (unit, by) in words.shifts.items() if unit == "year"}
        folded = re.IGNORECASE
        return cls(
            through=re.compile(rf"\s?[-–—─]\s?|,?\s(?:{through})\s", folded),
            and_=re.compile(rf",?\s(?:{both})\s", folded),
            first=re.compile(rf"(?<![\w.,/:-])(?P<day>[0-9]{{1,2}})(?:\s?[-–—─]\s?|\s(?:{through})\s)$", folded),
            others=re.compile(
                rf"(?<![\w.,/:-])(?P<days>[0-9]{{1,2}}(?:,\s[0-9]{{1,2}}){{0,5}}),?\s(?:{both})\s$", folded
            ),
            since=re.compile(rf"(?<!\w)(?:{any_of(words.since)})\s$", folded),
            until=re.compile(rf"(?<!\w)(?:{any_of(words.until)})\s$", folded),
            to_come=re.compile(rf"(?<!\w)(?:{any_of(words.to_come)})(?!\w)", folded),
            back=re.compile(after, folded),
            year=re.compile(rf"\s(?P<year>{any_of(years)})(?!\w)", folded),
            years=years,
            ahead=re.compile(rf"\s(?:{any_of(words.ahead)})(?!\w)", folded),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A day of a month where it is printed."""

    span: Span  # with weekday, parentheses and "lalu"
    day: PrintedDay
    weekday: str
    lean: Lean

    @property
    def weekday_number(self) -> int | None:
        return WEEKDAY_NUMBERS[self.weekday.lower()] if self.weekday else None


def find_printed(
    story: Story, patterns: Patterns, full: Sequence[PrintedDay], reference: Reference | None
) -> Iterator[Day]:
    """Yield the days of the text that are printed with their number, in order; `full`: those with their year."""
    parts = _parts(story, patterns, full, reference)
    at = 0
    while at < len(parts):
        part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else None
        stretch = following and _stretch(story.body, patterns, part, following, reference)
        if stretch:
            yield stretch
            at += 2
            continue
        shares = following is not None and part.day.year is None and _joined(story.body, patterns.and_, part, following)
        if shares and following and following.day.year:
            part = replace(part, day=replace(part.day, year=_year_before(part.day, following.day)))
        yield from _with_others(story.body, patterns, part, reference)
        at += 1


def _parts(story: Story, patterns: Patterns, full: Sequence[PrintedDay], reference: Reference | None) -> list[_Part]:
    body = story.body
    taken = {place for day in full for place in (day.span.start, day.span.end - 1)}
    bare = [day for day in yearless_days(body, story.language) if taken.isdisjoint(range(day.span.start, day.span.end))]
    parts = [_part(story, patterns, day) for day in sorted([*full, *bare], key=lambda day: day.span)]
    return [_with_year(story.body, patterns, part, reference) if reference else part for part in parts]


def _with_year(body: str, patterns: Patterns, part: _Part, reference: Reference) -> _Part:
    """Return "12 November tahun lalu" with its year."""
    found = None if part.day.year else patterns.year.match(body, part.span.end, part.span.end + _LONGEST_AFTER)
    if found is None:
        return part
    year = reference.last.year + patterns.years[" ".join(found["year"].lower().split())]
    return replace(part, span=Span(part.span.start, found.end()), day=replace(part.day, year=year))


def _part(story: Story, patterns: Patterns, day: PrintedDay) -> _Part:
    body, span, weekday = story.body, day.span, ""
    if before := weekday_before(body, span.start):
        closed = bool(before["opened"]) and body.startswith(")", span.end)
        span, weekday = Span(before.start(), span.end + closed), before["weekday"]
    lean: Lean = ""
    if back := patterns.back.match(body, span.end, span.end + _LONGEST_AFTER):
        span, lean = Span(span.start, back.end()), "back"
    elif ahead := patterns.ahead.match(body, span.end, span.end + _LONGEST_AFTER):
        span, lean = Span(span.start, ahead.end()), "ahead"
    elif day.year is None:
        lean = lean_before(story, patterns, span.start)
    return _Part(span=span, day=day, weekday=weekday, lean=lean)


def lean_before(story: Story, patterns: Patterns, start: int) -> Lean:
    """Return whether the words before a day in its sentence tell that it is past or to come."""
    begin = max(story.sentence_at(start).start, start - _LOOK_BACK)
    if patterns.since.search(story.body, begin, start):
        return "back"
    is_ahead = patterns.until.search(story.body, begin, start) or patterns.to_come.search(story.body, begin, start)
    return "ahead" if is_ahead else ""


def _stretch(body: str, patterns: Patterns, part: _Part, following: _Part, reference: Reference | None) -> Day | None:
    """Return the days from one to the other; None when the words between do not say so."""
    through = _joined(body, patterns.through, part, following)
    if not through and (part.day.year or not _joined(body, patterns.and_, part, following)):
        return None
    ends = _ends(part, following, reference)
    if ends is None or ends[0] >= ends[1] or not (through or ends[1] - ends[0] == _ONE_DAY):
        return None
    value = read(f"{ends[0]}/{ends[1]}")
    span = Span(part.span.start, following.span.end)
    return made(span, value, "day.from-to", f"From {ends[0]} to {ends[1]}.", weekday=part.weekday)


def _joined(body: str, between: re.Pattern[str], part: _Part, following: _Part) -> bool:
    near = 0 <= following.span.start - part.span.end <= _LONGEST_BETWEEN
    return near and between.fullmatch(body, part.span.end, following.span.start) is not None


def _ends(part: _Part, following: _Part, reference: Reference | None) -> tuple[date, date] | None:
    first, last = part.day, following.day
    if first.year is None and last.year is None:
        on = reference and reference.of_year(last, weekday=following.weekday_number, lean=following.lean)
        last = replace(last, year=on[0].year) if on else last
    if first.year is None and last.year is not None:
        first = replace(first, year=_year_before(first, last))
    if last.year is None and first.year is not None:
        last = replace(last, year=first.year + ((last.month, last.day) < (first.month, first.day)))
    return (first.date, last.date) if first.date and last.date else None


def _year_before(first: PrintedDay, last: PrintedDay) -> int:
    """Return the year of a first day whose last one is printed with its own."""
    return (last.year or 0) - ((first.month, first.day) > (last.month, last.day))


def _with_others(body: str, patterns: Patterns, part: _Part, reference: Reference | None) -> Iterator[Day]:
    """Yield a day, and those before it that share its month: "2-8 Juni", "16 dan 17 Juni"."""
    day = _alone(body, patterns, part, reference)
    on = day.value.earliest if day.value else None
    if on is None or part.weekday:
        yield day
        return
    begin = max(0, part.span.start - _LONGEST_BETWEEN)
    if head := patterns.first.search(body, begin, part.span.start):
        first = day_of(on.year, on.month, int(head["day"]))
        yield _from_to(day, first, on, head.start()) if first and first < on else day
        return
    others = patterns.others.search(body, begin, part.span.start)
    yield from _listed(day, others, on) if others else [day]


def _from_to(day: Day, first: date, last: date, start: int) -> Day:
    value = read(f"{first}/{last}")
    return made(Span(start, day.span.end), value, "day.from-to", f"From {first} to {last}. {day.basis}")


def _listed(day: Day, others: re.Match[str], on: date) -> Sequence[Day]:
    """Return the days of "2, 4 dan 8 Juni": one stretch when they follow each other, else each by itself."""
    numbers = list(re.finditer("[0-9]+", others["days"]))
    days = [day_of(on.year, on.month, int(number[0])) for number in numbers]
    known = [one for one in days if one is not None and one < on]
    if len(known) < len(days) or known != sorted(set(known)):
        return [day]
    if on - known[0] == _ONE_DAY * len(known):
        return [_from_to(day, known[0], on, others.start())]
    begin = others.start("days")
    beside = [
        made(
            Span(begin + number.start(), begin + number.end()),
            FuzzyDate.from_day(one),
            "day.beside-another",
            f"Its month and year stand with {on}, which is named beside it.",
        )
        for number, one in zip(numbers, known, strict=True)
    ]
    return [*beside, day]


def _alone(body: str, patterns: Patterns, part: _Part, reference: Reference | None) -> Day:
    if part.day.year is not None:
        return _in_full(body, patterns, part)
    on = reference and reference.of_year(part.day, weekday=part.weekday_number, lean=part.lean)
    if not on:
        told = "Nothing tells its year." if reference is None else "There is no such day."
        return made(part.span, None, "day.without-year", told, weekday=part.weekday)
    day = made(part.span, read(str(on[0])), "day.without-year", on[1], weekday=part.weekday)
    return since_or_on(body, patterns, day)


def _in_full(body: str, patterns: Patterns, part: _Part) -> Day:
    if part.day.date is None:
        return made(
            part.span, None, "day.no-such-day", "There is no such day, or its year is misprinted.", weekday=part.weekday
        )
    on = FuzzyDate.from_day(part.day.date)
    day = made(part.span, on, "day.in-full", "Printed with its year.", weekday=part.weekday)
    return since_or_on(body, patterns, day)


def since_or_on(body: str, patterns: Patterns, day: Day) -> Day:
    """Return the day, or all from it on when "sejak" stands before it."""
    since = patterns.since.search(body, max(0, day.span.start - _LONGEST_BETWEEN), day.span.start)
    if since is None or day.value is None or day.value.latest is None:
        return day
    begin = day.value.edtf if re.fullmatch(r"[0-9-]+[?~]?", day.value.edtf) else str(day.value.earliest)
    span = Span(since.start(), day.span.end)
    return replace(day, span=span, value=read(f"{begin}/.."), kind="since", basis=f"{day.basis} No end is named.")
