"""Stretches of days as English prints them, the month first: "June 2-8, 2025", "June 30 to July 2"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from articles.extraction.day_reference import Reference, read
from articles.extraction.day_rules import made
from articles.extraction.findings import Day
from articles.text.printed_dates import PrintedDay, month_first_ranges


def find_month_first(body: str, reference: Reference | None) -> Iterator[Day]:
    """Yield the stretches of a text, in order."""
    for span, first, last in month_first_ranges(body):
        days = (first, last) if last.year else _with_years(first, last, reference)
        begin, end = (day.date for day in days)
        if begin and end and begin < end:
            yield made(span, read(f"{begin}/{end}"), "day.from-to", f"From {begin} to {end}.")


def _with_years(first: PrintedDay, last: PrintedDay, reference: Reference | None) -> tuple[PrintedDay, PrintedDay]:
    on = reference.of_year(last, weekday=None, lean="") if reference else None
    if on is None:
        return first, last
    year = on[0].year
    return replace(first, year=year - ((first.month, first.day) > (last.month, last.day))), replace(last, year=year)
