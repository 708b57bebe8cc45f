"""Days that a text names from where it stands: "kemarin", "Senin lalu", "dua pekan lalu", "pada kesempatan itu"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from articles.extraction.day_printed import Patterns, lean_before, since_or_on
from articles.extraction.day_reference import Lean, Reference, read
from articles.extraction.day_rules import made
from articles.extraction.day_standing import LONGEST_BEFORE, Standing
from articles.extraction.day_words import DayWords, any_of, begins_as
from articles.extraction.findings import Day
from articles.extraction.story import Story
from articles.text.numbers import find_numbers
from articles.text.printed_dates import WEEKDAY_NUMBERS, weekdays_printed
from articles.text.spans import Span

_COMMA: Final = re.compile(r"[^\W\d_][”\"')]?,\s$")
_CLOSES: Final = re.compile(r"[.,](?:\s|$)|$")
_LONGEST_NUMERAL: Final = 40  # characters
_MOST_AGO: Final = 500  # years
_LONGEST_EVENT: Final = 80  # characters of "sepuluh hari pasca ..."


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativePatterns:
    """What words for days are looked for with, in one language."""

    shift: re.Pattern[str]
    ago: re.Pattern[str]
    weekday: re.Pattern[str]
    before_weekday: re.Pattern[str]
    after: re.Pattern[str]  # "sepuluh hari pasca ..."
    same: re.Pattern[str]  # between a day and another way of telling it
    number: re.Pattern[str]  # before a unit of time
    told: re.Pattern[str]  # "pada kesempatan itu"
    vague: re.Pattern[str]
    words: DayWords

    @classmethod
    def of(cls, words: DayWords) -> RelativePatterns:
        """Return the patterns of a language."""
        folded = re.IGNORECASE
        units, some = any_of(words.units), any_of(words.some)
        number = rf"(?:(?P<figures>[0-9]{{1,3}})\s|(?P<word>{any_of(words.counts)})\s?)"
        back, ahead, now = (any_of(some) or "(?!)" for some in (words.back, words.ahead, words.now))
        first, then = (any_of(some) or "(?!)" for some in (words.before_back, words.before_ahead))
        weeks = any_of(word for word, (unit, _) in words.shifts.items() if unit == "week")
        names, both = weekdays_printed(), any_of((*words.through, *words.and_))
        return cls(
            shift=re.compile(rf"{begins_as(words.shifts)}(?<![\w-])(?:{any_of(words.shifts)})(?![\w-])", folded),
            ago=re.compile(
                rf"{begins_as((*words.counts, *'0123456789'))}(?<![\w.,-]){number}(?P<unit>{units})\s"
                rf"(?:(?P<ago>{any_of(words.ago)})|{any_of(words.later)})(?!\w)",
                folded,
            ),
            weekday=re.compile(
                rf"(?<![\w-])(?P<weekday>{names})(?P<part>\s(?:{any_of(words.parts)}))?"
                rf"(?:\s(?:(?P<back>{back})|(?P<ahead>{ahead})|(?P<now>{now}))(?!\w))?(?:,?\s(?P<week>{weeks}))?(?![\w-])"
                rf"(?!\s?[-–,/]?\s?(?:{names})|\s(?:{both})\s(?:{names}))"
            ),
            before_weekday=re.compile(
                rf"(?<!\w)(?:(?P<every>{any_of(words.every)}|(?:{names})(?:\s(?:{both})|,))|(?P<back>{first})|(?P<ahead>{then})"
                rf"|{any_of(words.before_weekday)})\s$",
                folded,
            ),
            after=re.compile(
                rf"{number}(?P<unit>{units})\s(?:{any_of(words.after)})\s[^.,;()\n]{{3,{_LONGEST_EVENT}}}", folded
            ),
            same=re.compile(rf",?\s(?:{any_of(words.same)})\s", folded),
            number=re.compile(rf"(?<!\w)(?:[0-9]{{1,3}}|{any_of((*words.counts, *words.some))})\s$", folded),
            told=re.compile(
                rf"{begins_as((*words.that_occasion, *words.that_day, *words.that_time, *words.that_year))}(?<![\w-])"
                rf"(?:(?P<occasion>{any_of(words.that_occasion)})|(?P<day>{any_of(words.that_day)})|(?P<time>{any_of(words.that_time)})"
                rf"|(?P<year>{any_of(words.that_year)}))(?!\w)",
                folded,
            ),
            vague=re.compile(
                rf"{begins_as((*words.vague, *words.last_time, *words.within))}(?<!\w)"
                rf"(?:{any_of((*words.vague, *words.last_time))}"
                rf"|(?:{any_of(words.within)})\s(?:{some})\s(?:{units}|{any_of(words.hours)}))(?!\w)",
                folded,
            ),
            words=words,
        )


def find_relative(
    story: Story, patterns: Patterns, own: RelativePatterns, reference: Reference | None, printed: Sequence[Day]
) -> Iterator[Day]:
    """Yield the days named from where the text stands; they may overlap, what comes first is the surer.

    `printed`: the days printed with their number, in order.
    """
    body = story.body
    at = Standing(story=story, number=own.number, reference=reference, printed=printed)
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Day | None]], ...] = (
        (own.vague, _vague),
        (own.ago, lambda found: _ago(own.words, found, at)),
        (own.weekday, lambda found: _weekday(patterns, own, found, at)),
        (own.shift, lambda found: _shift(own.words, found, at)),
        (own.told, lambda found: _told(found, at)),
    )
    for day in printed:
        if after := _so_long_after(body, own, day):
            yield after
    for pattern, reader in readers:
        for found in pattern.finditer(body):
            if day_found := reader(found):
                yield since_or_on(body, patterns, day_found)


def _shift(words: DayWords, found: re.Match[str], at: Standing) -> Day | None:
    unit, by = words.shifts[" ".join(found[0].lower().split())]
    if not found[0].lower().startswith(words.parts) and at.is_counted(found.start()):  # "delapan tahun ini"
        return None
    span = Span(*found.span())
    if unit == "day" and (day := at.beside(span)) and day.value:
        return made(span, day.value, "day.printed-beside", "The day printed beside it.", kind="relative")
    if (day := at.said(span.start)) and day.value:
        said = Reference(first=day.value.earliest, last=day.value.earliest, name="the day of the quote")
        basis = f"Counted from {day.value.edtf}, when the words were said."
        return made(span, said.shifted(unit, by), "day.counted-from-quote", basis, kind="relative")
    value = at.reference.shifted(unit, by) if at.reference else None
    return made(span, value, "day.counted-from-now", _counted(at.reference), kind="relative")


def _ago(words: DayWords, found: re.Match[str], at: Standing) -> Day | None:
    start, number = _numeral(words, found, at)
    unit = words.units[found["unit"].lower()]
    value = at.reference.shifted(unit, -number if found["ago"] else number) if at.reference else None
    return made(Span(start, found.end()), value, "day.so-long-ago", _counted(at.reference), kind="relative")


def _numeral(words: DayWords, found: re.Match[str], at: Standing) -> tuple[int, int]:
    """Return where the whole number begins, and what it is: the 25 of "dua puluh lima tahun lalu"."""
    near = max(0, found.start() - _LONGEST_NUMERAL)
    before = at.story.body[near : found.start("unit")]
    numbers = [one for one in find_numbers(before, at.story.language) if not before[one.span.end :].strip()]
    if numbers and near + numbers[-1].span.start < found.start() and numbers[-1].value < _MOST_AGO:
        return near + numbers[-1].span.start, int(numbers[-1].value)
    return found.start(), _count(words, found)


def _count(words: DayWords, found: re.Match[str]) -> int:
    return int(found["figures"]) if found["figures"] else words.counts[" ".join(found["word"].lower().split())]


def _weekday(patterns: Patterns, own: RelativePatterns, found: re.Match[str], at: Standing) -> Day | None:
    body = at.story.body
    before = own.before_weekday.search(body, max(0, found.start() - LONGEST_BEFORE), found.start())
    if before and before["every"]:
        return None
    if not (
        before or _is_apart(body, found) or any(found[group] for group in ("part", "back", "ahead", "now", "week"))
    ):
        return None
    number = WEEKDAY_NUMBERS[found["weekday"].lower()]
    value = None
    if at.reference and found["week"]:
        _, weeks = own.words.shifts[" ".join(found["week"].lower().split())]
        value = at.reference.weekday_of(number, weeks)
    elif at.reference:
        value = at.reference.weekday(number, lean=_lean(patterns, found, before, at))
    # "last Tuesday" is one expression; "pada" is none of it.
    begins = before.start() if before and (before["back"] or before["ahead"]) else found.start()
    return made(
        Span(begins, found.end()),
        value,
        "day.weekday",
        _counted(at.reference),
        kind="relative",
        weekday=found["weekday"],
    )


def _is_apart(body: str, weekday: re.Match[str]) -> bool:
    """Whether a weekday stands between commas, or behind one at the end: "kepada wartawan, Selasa."."""
    before = _COMMA.search(body, max(0, weekday.start() - LONGEST_BEFORE), weekday.start())
    return before is not None and _CLOSES.match(body, weekday.end()) is not None


def _lean(patterns: Patterns, found: re.Match[str], before: re.Match[str] | None, at: Standing) -> Lean:
    if found["back"] or (before and before["back"]):
        return "back"
    if found["ahead"] or (before and before["ahead"]):
        return "ahead"
    return lean_before(at.story, patterns, found.start()) if not found["now"] else ""


def _told(found: re.Match[str], at: Standing) -> Day | None:
    if found["time"] and at.story.sentence_at(found.start()).start != found.start():
        return None
    if found["year"] and at.is_counted(found.start()):  # "pria berusia 32 tahun itu"
        return None
    day = at.told_before(found.start(), near=not found["occasion"])
    if day is None or day.value is None:
        return None
    value = read(f"{day.value.earliest.year:04}") if found["year"] else day.value
    basis = f"The day told of before: {at.story.words(day.span)}."
    return made(Span(*found.span()), value, "day.told-before", basis, kind="relative")


def _vague(found: re.Match[str]) -> Day:
    return made(Span(*found.span()), None, "day.not-told", "No day follows from the words.", kind="relative")


def _so_long_after(body: str, own: RelativePatterns, day: Day) -> Day | None:
    """Return "sepuluh hari pasca ..." beside the day that it tells once more: the day of what lies before it."""
    joined = own.same.match(body, day.span.end)
    found = own.after.match(body, joined.end()) if joined else None
    if found is None or day.value is None or not day.value.is_day or own.words.units[found["unit"].lower()] != "day":
        return None
    number = _count(own.words, found)
    first = day.value.earliest - timedelta(days=number)
    value = read(f"[{first},{first + timedelta(days=1)}]")
    basis = f"{number} days before {day.value.edtf}; a day later when the first day is counted too."
    return made(Span(*found.span()), value, "day.so-long-after", basis, kind="relative")


def _counted(reference: Reference | None) -> str:
    return f"Counted from {reference.name}." if reference else "Nothing tells from which day to count."
