from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.dates import BadDate, FuzzyDate, find_dates, parse_asked, parse_edtf
from tests.steps import LINE, assert_steady, filled

DAYS = st.dates(date(1400, 1, 1), date(2200, 12, 31))
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="0123456789-/.[],?~ "),
    st.lists(
        st.sampled_from(
            [
                "Rabu",
                "(",
                "10/12/2023",
                ")",
                ",",
                "31",
                "Februari",
                "29",
                "2023",
                "Mei",
                "5",
                "on",
                "March",
                "10-12-2023",
            ]
        )
    ).map(" ".join),
)
INDONESIAN_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def found_in(text: str, language: str = "", reference: date | None = None) -> list[tuple[str, str]]:
    return [(found.printed, found.date.edtf) for found in find_dates(text, language, reference)]


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12-06", date(2023, 12, 6), date(2023, 12, 6)),
        ("2023-11-22~", date(2023, 11, 22), date(2023, 11, 22)),
        ("2023-11?", date(2023, 11, 1), date(2023, 11, 30)),
        ("2023-11-12/2023-12-06", date(2023, 11, 12), date(2023, 12, 6)),
        ("2023-11-12/..", date(2023, 11, 12), None),
        ("[2023-12-10..2023-12-31]", date(2023, 12, 10), date(2023, 12, 31)),
        ("[2023-10-06,2023-10-07]", date(2023, 10, 6), date(2023, 10, 7)),
        ("2023-12/2023-12-10", date(2023, 12, 1), date(2023, 12, 10)),
    ],
)
def test_a_fuzzy_date_knows_its_first_and_last_possible_day(edtf: str, earliest: date, latest: date | None) -> None:
    assert parse_edtf(edtf) == FuzzyDate(edtf, earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2023-02-31", "2023-02-31 is not a day: February 2023 has 28 days."),
        ("2023-13", "2023-13 is not a date: there is no month 13."),
        ("1399", "1399 is outside the years 1400 to 2200."),
        ("2201-01-01", "2201-01-01 is outside the years 1400 to 2200."),
        ("2023-12-10/2023-12-09", "2023-12-10/2023-12-09 ends before it begins."),
        ("[2023-12-10,2023-12-09]", "ends before it begins."),
        ("[2023-12-10]", "“[2023-12-10]” is not a date."),
        ("[2023-12-10..]", "is not a date."),
        ("2023-1-1", "“2023-1-1” is not a date."),
        ("2023-12-06%", "is not a date."),
        ("../2023", "is not a date."),
        ("２０２３", "is not a date."),
        ("kemarin", "“kemarin” is not a date."),
        ("", "“” is not a date."),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(edtf: str, reason: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_edtf(edtf)
    assert reason in str(refused.value)


def test_only_one_certain_day_is_a_day() -> None:
    assert parse_edtf("2023-12-06").is_day
    assert parse_edtf("[2023-12-06..2023-12-06]").is_day
    assert not any(
        parse_edtf(edtf).is_day for edtf in ("2023-12", "2023-12-06?", "2023-12-06~", "[2023-12-06,2023-12-07]")
    )


def test_a_date_is_uncertain_when_its_day_is_open_not_when_it_lasts() -> None:
    uncertain = ("2023-12-06?", "2023-11~", "[2023-12-10..2023-12-31]", "[2023-10-06,2023-10-07]")
    assert all(parse_edtf(edtf).uncertain for edtf in uncertain)
    assert not any(parse_edtf(edtf).uncertain for edtf in ("2023", "2023-12-06", "2023-11-12/2023-12-06", "2023/.."))
    assert parse_edtf("2023-11~").approximate
    assert not parse_edtf("2023-11~").questioned
    assert parse_edtf("2023-11?").questioned


def test_dates_overlap_a_range_that_shares_a_day() -> None:
    published = parse_edtf("[2023-12-10..2023-12-31]")
    assert published.overlaps(date(2023, 12, 15), date(2023, 12, 15))
    assert published.overlaps(date(2023, 12, 31), None)
    assert not published.overlaps(date(2024, 1, 1), None)
    assert not published.overlaps(date(2023, 1, 1), date(2023, 12, 9))
    assert parse_edtf("2023-11-12/..").overlaps(date(2199, 1, 1), date(2199, 1, 1))


def test_a_date_that_ends_before_it_begins_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        FuzzyDate("2023", date(2023, 1, 2), date(2023, 1, 1))


@pytest.mark.parametrize(
    ("asked", "edtf"),
    [
        ("10/12/2023", "2023-12-10"),
        ("10-12-2023", "2023-12-10"),
        ("10.12.2023", "2023-12-10"),
        ("2023/12/10", "2023-12-10"),
        ("10 Desember 2023", "2023-12-10"),
        ("10 december 2023", "2023-12-10"),
        ("December 10, 2023", "2023-12-10"),
        ("3rd of May, 2023", "2023-05-03"),
        ("3 Agt 2023", "2023-08-03"),
        ("Rabu (6/12/2023)", "2023-12-06"),
        ("Desember 2023", "2023-12"),
        ("12/2023", "2023-12"),
        (" 2023 ", "2023"),
        ("2023-11~", "2023-11~"),
        ("2023-11-12/..", "2023-11-12/.."),
    ],
)
def test_a_reader_may_type_a_date_in_many_forms(asked: str, edtf: str) -> None:
    assert parse_asked(asked) == parse_edtf(edtf)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("31/02/2023", "31/02/2023 is not a day: February 2023 has 28 days."),
        ("31 Februari 2023", "31 Februari 2023 is not a day: February 2023 has 28 days."),
        ("12/25/2023", "12/25/2023 is not a day: there is no month 25, and the day comes first."),
        ("10/12/23", "10/12/23 is not a date: write the year with four digits."),
        ("1/1/0001", "1/1/0001 is outside the years 1400 to 2200."),
        ("13/2023", "13/2023 is not a date: there is no month 13."),
        ("next week", "“next week” is not a date."),
        ("10 Desember 2023 dan 11 Desember 2023", "is not a date."),
        ("x" * 3_000_000, "x" * 39 + "…” is not a date."),
    ],
)
def test_a_reader_is_told_what_is_wrong_with_a_date(asked: str, reason: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_asked(asked)
    assert reason in str(refused.value)


@given(TEXTS)
def test_no_text_raises_anything_but_a_bad_date(text: str) -> None:
    for parse in (parse_edtf, parse_asked):
        try:
            read = parse(text)
        except BadDate:
            continue
        assert parse_edtf(read.edtf) == read


@given(DAYS)
def test_a_day_is_read_back_from_every_printed_form(day: date) -> None:
    month = INDONESIAN_MONTHS[day.month - 1]
    forms = (f"{day:%d/%m}/{day.year}", f"{day.day}-{day.month}-{day.year}", f"{day.day} {month} {day.year}")
    assert {parse_asked(form) for form in (*forms, day.isoformat())} == {FuzzyDate.from_day(day)}
    assert found_in(f"pada {forms[2]} lalu") == [(forms[2], day.isoformat())]


@pytest.mark.parametrize(
    ("printed", "edtf", "weekday", "fits"),
    [
        ("Ahad (10/12/2023)", "2023-12-10", "Ahad", True),
        ("Minggu, 10 Desember 2023", "2023-12-10", "Minggu", True),
        ("Rabu (6/12/2023)", "2023-12-06", "Rabu", True),
        ("Kamis malam (19/6/2025)", "2025-06-19", "Kamis", True),
        ("Senin tanggal 27 Oktober 2025", "2025-10-27", "Senin", True),
        ("Jum’at, 8 Desember 2023", "2023-12-08", "Jum’at", True),
        ("JUM'AT (8/12/2023)", "2023-12-08", "JUM'AT", True),
        ("Selasa, 10 Mei 2025", "2025-05-10", "Selasa", False),
        ("Wednesday, December 6, 2023", "2023-12-06", "Wednesday", True),
        ("16 Oktober 2023", "2023-10-16", "", None),
        ("Dec. 10th, 2023", "2023-12-10", "", None),
        ("10-Des-2023", "2023-12-10", "", None),
        ("2023-12-06", "2023-12-06", "", None),
    ],
)
def test_a_printed_day_is_found_with_its_weekday_checked(printed: str, edtf: str, weekday: str, fits: object) -> None:
    [found] = find_dates(f"katanya, {printed}. Ia lalu pergi.")
    assert (found.printed, found.date.edtf, found.weekday, found.weekday_fits) == (printed, edtf, weekday, fits)


def test_a_parenthesis_belongs_to_the_date_only_when_it_opens_after_the_weekday() -> None:
    assert found_in("(Rabu 6/12/2023)") == [("Rabu 6/12/2023", "2023-12-06")]
    assert found_in("Rabu (6/12/2023 malam)") == [("Rabu (6/12/2023", "2023-12-06")]


def test_both_days_of_a_range_are_found() -> None:
    assert found_in("10 Juni 2025-10 Juli 2025; 1/2/2023-2/2/2023") == [
        ("10 Juni 2025", "2025-06-10"),
        ("10 Juli 2025", "2025-07-10"),
        ("1/2/2023", "2023-02-01"),
        ("2/2/2023", "2023-02-02"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "versi 1.2.2023, 0812-10-12-2023, 2023-12-10-11, ISO-10-12-2023",
        "31/02/2023 dan 31 Februari 2023",
        "10/12, 10/12/23, 110/12/2023, 10/12/20234, a/10/12/2023, 10/12/2023/5",
        "10 December 1234, 10 Desember 2023.5",
        "12 November dan Desember 2023",
    ],
)
def test_without_evidence_of_a_day_nothing_is_found(text: str) -> None:
    assert found_in(text) == []


def test_a_day_without_year_is_the_latest_on_or_before_the_reference() -> None:
    text = "pada 2 Desember, sejak 12 November, Kamis (7/12), Rabu (6/12)"
    assert found_in(text, "id", date(2023, 12, 6)) == [
        ("2 Desember", "2023-12-02"),
        ("12 November", "2023-11-12"),
        ("Kamis (7/12)", "2022-12-07"),
        ("Rabu (6/12)", "2023-12-06"),
    ]
    assert found_in("12 November 1234", "id", date(2023, 12, 6)) == []
    assert found_in("29 Februari", "id", date(2023, 12, 6)) == [("29 Februari", "2020-02-29")]
    assert found_in("29 Februari", "id", date(1904, 1, 1)) == [("29 Februari", "1896-02-29")]


def test_a_month_before_a_number_is_a_date_only_where_english_says_so() -> None:
    reference = date(2023, 12, 6)
    assert found_in("He came on March 20 and left. In March 20 people died.", "en", reference) == [
        ("March 20", "2023-03-20")
    ]
    assert found_in("on March 20", "id", reference) == []
    assert found_in("rule 10 may apply, 10 May", "en", reference) == [("10 May", "2023-05-10")]


def test_yearless_days_are_read_in_the_names_of_the_language() -> None:
    assert found_in("2 Desember or 2 December", "en", date(2023, 12, 6)) == [("2 December", "2023-12-02")]
    assert found_in("2 Desember atau 2 December", "id", date(2023, 12, 6)) == [("2 Desember", "2023-12-02")]


@given(TEXTS, st.none() | DAYS)
def test_what_is_found_stands_where_it_says_and_in_order(text: str, reference: date | None) -> None:
    found = find_dates(text, "", reference)
    assert all(one.span.of(text) == one.printed for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all((one.weekday_fits is None) == (one.weekday == "") for one in found)


@given(DAYS, st.integers(0, 400))
def test_no_yearless_day_lies_after_its_reference(day: date, later: int) -> None:
    reference = min(day + timedelta(days=later), date(2200, 12, 31))
    printed = f"{day.day} {INDONESIAN_MONTHS[day.month - 1]}"
    for found in find_dates(printed, "id", reference):
        assert found.date.earliest <= reference
        assert (found.date.earliest.day, found.date.earliest.month) == (day.day, day.month)


@pytest.mark.parametrize("piece", ["1/", "10 ", "10 Mei ", "Rabu (", "Mei ", "1-1-", "on March 2 ", "10/12/2023 ", "9"])
def test_a_long_line_is_read_in_steps_that_grow_with_it(piece: str) -> None:
    assert_steady(lambda body: find_dates(body, "", date(2023, 1, 1)), piece)


@pytest.mark.parametrize("piece", ["1/", "10 ", "Rabu (", "Mei ", "1-1-", "9"])
def test_no_pattern_goes_back_over_a_line_of_a_million_characters(piece: str) -> None:
    found = find_dates(f"{filled(piece, LINE)}\n\n10 Mei 2020", "", date(2023, 1, 1))
    assert found[-1].printed == "10 Mei 2020"
