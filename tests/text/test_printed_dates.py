from __future__ import annotations

import pytest

from articles.text.printed_dates import date_stretches, full_days, month_first_ranges, yearless_days


def days_in(text: str, language: str = "id") -> list[tuple[str, int, int]]:
    return [(day.span.of(text), day.day, day.month) for day in yearless_days(text, language)]


def test_a_year_of_two_figures_counts_behind_a_weekday_alone() -> None:
    [day] = full_days("Ia tiba Jumat (20/6/25) malam.")
    assert day.date is not None
    assert day.date.isoformat() == "2025-06-20"
    assert full_days("Versi (20/6/25) dan 20/6/25.") == []


@pytest.mark.parametrize("printed", ["(3/4)", "(12/12)", "(24/7)", "(32/5)", "(17/13)", "17/6"])
def test_a_fraction_in_parentheses_is_no_day(printed: str) -> None:
    assert days_in(f"Di Ambon {printed} ia hadir.") == []


def test_figures_in_parentheses_are_a_day_where_they_cannot_be_a_fraction() -> None:
    assert days_in("Di Ambon (17/6) ia hadir.") == [("17/6", 17, 6)]
    assert days_in("Di Ambon, Rabu (3/4), ia hadir.") == [("3/4", 3, 4)]


@pytest.mark.parametrize("between", ["malam", "besok", "kemarin", "pagi ini", "dini hari tadi,"])
def test_words_may_stand_between_the_weekday_and_its_day(between: str) -> None:
    expected = [] if between.endswith("tadi,") else [("3/4", 3, 4)]
    assert days_in(f"Rapat Kamis {between} (3/4) batal.") == expected


def test_short_months_of_english_newsrooms_have_their_full_stop() -> None:
    assert days_in("He left on Sept. 5 and since Feb. 3 lives here.", "en") == [("Sept. 5", 5, 9), ("Feb. 3", 3, 2)]
    assert days_in("He left on Sept 5.", "en") == []


def test_a_stretch_with_the_month_first_has_two_days() -> None:
    read = [
        (span.of(text), first.date and first.date.isoformat(), last.date and last.date.isoformat())
        for text in ["June 2-8, 2025", "from December 30 to January 2, 2025", "June 2-8", "June 2025-30"]
        for span, first, last in month_first_ranges(text)
    ]
    assert read == [
        ("June 2-8, 2025", "2025-06-02", "2025-06-08"),
        ("December 30 to January 2, 2025", "2024-12-30", "2025-01-02"),
        ("June 2-8", None, None),
    ]


def test_the_first_day_of_a_stretch_is_no_number() -> None:
    text = "Pameran 2—8 Juni dan 3 s/d 9 Juli."
    assert [span.of(text) for span in date_stretches(text)] == ["2—8 Juni", "3 s/d 9 Juli"]
