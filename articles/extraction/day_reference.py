"""From which day a text counts: that of its publication, else the newest that it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal

from articles.extraction.day_words import Unit
from articles.text.dates import BadDate, FuzzyDate, parse_edtf
from articles.text.printed_dates import MONTHS, PrintedDay

Lean = Literal["", "back", "ahead"]

_SOON: Final = 60  # days: what is as near ahead, and ten months back, is to come
_FAR_AHEAD: Final = 270  # days: further ahead, a text prints the year
_FITS_AHEAD: Final = 100  # days within which a fitting weekday tells that a day is to come
_JUST_NOW: Final = 14  # days: as near back, a weekday that does not fit is misprinted
_YEARS: Final = 9  # reach a 29 February from anywhere
_WEEK: Final = 7
_MONTH: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The day from which a text counts, as far as it is known."""

    first: date  # the earliest that it may be
    last: date
    suffix: str = ""  # "~" or "?", as the day of publication has it
    name: str  # as a sentence goes on: "the publication on 2023-12-10"
    printed: frozenset[date] = field(default=frozenset())  # every day that the text prints with its year

    def of_year(self, day: PrintedDay, *, weekday: int | None, lean: Lean) -> tuple[date, str] | None:
        """Return the day that one printed without its year means, and why; None when there is no such day."""
        same = [on for on in self.printed if (on.month, on.day) == (day.month, day.day)]
        if len(same) == 1:
            return same[0], "The year stands beside the same day elsewhere in the text."
        before, after = _around(self.last, day.month, day.day)
        if before is None or after is None:
            return None
        if self._is_ahead(before, after, weekday=weekday, lean=lean):
            return after, f"The year is not printed: the nearest such day after {self.name}, since it is to come."
        return before, f"The year is not printed: the nearest such day up to {self.name}."

    def _is_ahead(self, before: date, after: date, *, weekday: int | None, lean: Lean) -> bool:
        since, until = (self.last - before).days, (after - self.last).days
        if lean == "back":
            return False
        if weekday is not None and since > _JUST_NOW and until <= _FITS_AHEAD:
            fits = (before.weekday() == weekday, after.weekday() == weekday)
            if fits in {(True, False), (False, True)}:
                return fits[1]
        return until <= (_FAR_AHEAD if lean == "ahead" else _SOON)

    def shifted(self, unit: Unit, by: int) -> FuzzyDate | None:
        """Return the day, week (Monday to Sunday), month or year so many before (less than 0) or after."""
        return self._over(lambda on: _shifted(on, unit, by), marks=unit == "day")

    def weekday(self, number: int, *, lean: Lean) -> FuzzyDate | None:
        """Return the nearest such weekday up to the reference, or after it; 0 is Monday."""

        def nearest(on: date) -> FuzzyDate | None:
            if lean == "ahead":
                return _shifted(on, "day", (number - on.weekday() - 1) % _WEEK + 1)
            back = (on.weekday() - number) % _WEEK
            return _shifted(on, "day", -(back or _WEEK) if lean == "back" else -back)

        return self._over(nearest, marks=True)

    def weekday_of(self, number: int, weeks: int) -> FuzzyDate | None:
        """Return a weekday of the week so many before (less than 0) or after."""
        return self._over(lambda on: _shifted(on, "day", number - on.weekday() + weeks * _WEEK), marks=True)

    def month(self, number: int, *, lean: Lean) -> FuzzyDate | None:
        """Return the nearest such month up to the reference, or after it."""
        here = self.last.month
        until, since = (number - here) % MONTHS, (here - number) % MONTHS
        is_ahead = until <= {"back": 0, "ahead": _FAR_AHEAD, "": _SOON}[lean] / _MONTH
        months = (until if is_ahead else -since) if until else -MONTHS * (lean == "back")
        return _shifted(self.last, "month", months)

    def _over(self, at: Callable[[date], FuzzyDate | None], *, marks: bool) -> FuzzyDate | None:
        """Return what both ends of the reference give; a stretch when they differ."""
        first, last = at(self.first), at(self.last)
        if first is None or last is None or last.latest is None:
            return None
        if first != last:
            return read(f"[{first.earliest}..{last.latest}]")
        return read(f"{first.edtf}{self.suffix}") if marks else first


def reference_of(published: FuzzyDate | None, days: Iterable[tuple[date, bool]]) -> Reference | None:
    """Return from which day a text counts; None when nothing tells.

    `days`: those that it prints with their year, and whether a weekday stands beside: news does so for its own days.
    """
    printed = list(days)
    every = frozenset(on for on, _ in printed)
    if published is not None:
        return Reference(
            first=published.earliest,
            last=published.latest or published.earliest,
            suffix="~" if published.approximate else "?" if published.questioned else "",
            name=f"the publication ({published.edtf})",
            printed=every,
        )
    newest = max((on for on, with_weekday in printed if with_weekday), default=max(every, default=None))
    if newest is None:
        return None
    name = f"{newest}, the newest day that the text prints, as its publication is not known"
    return Reference(first=newest, last=newest, suffix="?", name=name, printed=every)


@lru_cache(maxsize=1_000)
def _around(last: date, month: int, day: int) -> tuple[date | None, date | None]:
    """Return the nearest such day up to `last`, and the next one."""
    days = [on for year in range(last.year - _YEARS, last.year + _YEARS) if (on := day_of(year, month, day))]
    before = [on for on in days if on <= last]
    return before[-1] if before else None, next((on for on in days if on > last), None)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day; None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read(edtf: str) -> FuzzyDate | None:
    """Return the date; None when it lies outside the years of the archive."""
    try:
        return parse_edtf(edtf)
    except BadDate:
        return None


def _shifted(on: date, unit: Unit, by: int) -> FuzzyDate | None:
    try:
        if unit == "day":
            return read((on + timedelta(days=by)).isoformat())
        if unit == "week":
            monday = on - timedelta(days=on.weekday()) + timedelta(weeks=by)
            return read(f"{monday}/{monday + timedelta(days=_WEEK - 1)}")
    except OverflowError:
        return None
    if unit == "year":
        return read(f"{on.year + by:04}") if on.year + by > 0 else None
    year, month = divmod(on.year * MONTHS + on.month - 1 + by, MONTHS)
    return read(f"{year:04}-{month + 1:02}") if year > 0 else None
