"""The rules for days by name, with how sure each is before anything was decided."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from articles.extraction.findings import Day
from articles.text.dates import FuzzyDate
from articles.text.printed_dates import WEEKDAY_NUMBERS
from articles.text.spans import Span

RULES: Final[Mapping[str, float]] = MappingProxyType(
    {
        "day.in-full": 0.99,  # "Rabu (6/12/2023)", "27 November 2023 lalu"
        "day.without-year": 0.96,  # "12 November", "Senin (20/10)"
        "day.from-to": 0.95,  # "2-8 Juni 2025"
        "day.beside-another": 0.93,  # the 2 of "2 dan 8 Juni 2025"
        "day.no-such-day": 0.6,  # "31 Februari 2025"
        "day.month-and-year": 0.95,  # "Desember 2023"
        "day.month": 0.8,  # "pada Maret lalu"
        "day.quarter": 0.85,  # "kuartal II-2025"
        "day.year": 0.9,  # "pada 2004"
        "day.years": 0.85,  # "periode 2019-2024"
        "day.decade": 0.85,  # "1980-an"
        "day.counted-from-now": 0.85,  # "kemarin", "bulan lalu"
        "day.counted-from-quote": 0.8,  # "kemarin" in a quote whose day is printed beside it
        "day.printed-beside": 0.95,  # "hari ini" in "hari ini, Selasa (10/6/2025)"
        "day.so-long-ago": 0.8,  # "dua hari lalu"
        "day.weekday": 0.8,  # "Senin lalu"
        "day.told-before": 0.6,  # "pada kesempatan itu"
        "day.so-long-after": 0.6,  # "sepuluh hari pasca ..."
        "day.not-told": 0.5,  # "dalam beberapa jam"
    }
)


def made(
    span: Span,
    value: FuzzyDate | None,
    rule: str,
    basis: str,
    *,
    kind: Literal["date", "since", "relative"] = "date",
    weekday: str = "",
) -> Day:
    """Return the finding; a printed weekday is compared with the first day of the value."""
    day = value.earliest if value else None
    fits = (day is not None and WEEKDAY_NUMBERS[weekday.lower()] == day.weekday()) if weekday else None
    return Day(
        span=span,
        value=value,
        kind=kind,
        basis=_with_hint(basis, weekday, fits=fits),
        weekday=weekday,
        weekday_fits=fits,
        rule=rule,
        confidence=RULES[rule],
    )


def _with_hint(basis: str, weekday: str, *, fits: bool | None) -> str:
    return f"{basis} {weekday} does not fit: the day or the weekday is misprinted." if fits is False else basis
