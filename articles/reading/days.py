"""Fuzzy dates in the reader's language, and the page of the site that a date leads to."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.dateformat import format as format_day
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.text.dates import FuzzyDate, parse_edtf

# By precision: a year, a month, a day.
_LONG: Final = ("Y", "F Y", "j F Y")
_SHORT: Final = ("Y", "M Y", "j M Y")


def in_words(when: FuzzyDate, *, short: bool = False, weekday: bool = False, between: bool = False) -> str:
    """Return "6 December 2023", "10–31 December 2023", "about 22 November 2023", "since 12 November 2023"...

    `weekday` is told of a single day alone; `between` writes one day in a stretch as "between 10 and 31 December
    2023". That a date is questioned or uncertain is left to the page to say.
    """
    formats = _SHORT if short else _LONG
    edtf = when.edtf.strip("[]")
    if edtf.endswith("/.."):
        return _("since %(date)s") % {"date": _about(edtf, _full(edtf.removesuffix("/.."), formats))}
    if "," in edtf:
        return _about(edtf, get_text_list(_trimmed(edtf.split(","), formats), _("or")))
    parts = edtf.replace("..", "/").split("/")
    if len(parts) == 1:
        day = format_day(when.earliest, "D " if short else "l ") if weekday and when.is_day else ""
        return _about(edtf, day + _full(edtf, formats))
    first, last = _trimmed(parts, formats)
    if between and when.edtf.startswith("["):
        return _about(edtf, _("between %(first)s and %(last)s") % {"first": first, "last": last})
    return _about(edtf, f"{first} – {last}" if " " in first or _precision(parts[0]) == 1 else f"{first}–{last}")


def _about(edtf: str, words: str) -> str:
    return _("about %(date)s") % {"date": words} if "~" in edtf else words


def _precision(part: str) -> int:
    return part.count("-")


def _full(part: str, formats: tuple[str, ...]) -> str:
    return format_day(parse_edtf(part).earliest, formats[_precision(part)])


def _trimmed(parts: list[str], formats: tuple[str, ...]) -> list[str]:
    """Write each part without the month and year that it shares with the last; the last in full."""
    parts = [part.strip() for part in parts]
    shared = 2
    while shared and not all(_shares(part, parts[-1], shared) for part in parts):
        shared -= 1
    words = []
    for part in parts[:-1]:
        pattern = formats[_precision(part)].split()
        keep = len(pattern) - min(shared, len(pattern) - 1)
        words.append(format_day(parse_edtf(part).earliest, " ".join(pattern[:keep])))
    return [*words, _full(parts[-1], formats)]


def _shares(part: str, last: str, units: int) -> bool:
    """Return whether both have the same precision and agree in year (1 unit), or in year and month (2)."""
    if _precision(part) != _precision(last) or _precision(part) < units:
        return False
    return part.split("-")[:units] == last.split("-")[:units]


def page_of(when: FuzzyDate) -> str:
    """Return the address of the smallest day, month or year that holds the whole date; "" when none does."""
    if when.latest is None:
        return page_of(parse_edtf(when.edtf.removesuffix("/..")))
    first, last = when.earliest, when.latest
    if first == last:
        return reverse("articles:day", args=[first.year, first.month, first.day])
    if (first.year, first.month) == (last.year, last.month):
        return reverse("articles:month", args=[first.year, first.month])
    return reverse("articles:year", args=[first.year]) if first.year == last.year else ""
