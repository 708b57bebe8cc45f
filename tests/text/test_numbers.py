from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.numbers import BadNumber, find_numbers, parse_number, plain
from tests.steps import LINE, assert_steady, filled

NUMERALS = [
    *("satu", "dua", "belas", "puluh", "ratus", "ribu", "seribu", "juta", "triliun"),
    *("twenty", "two", "hundred", "and", "a", "million", "5", "1.100", "2,5", "Mei", "-"),
]
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="0123456789.,:/-−+% aRp"),
    st.lists(st.sampled_from(NUMERALS)).map(" ".join),
)


def numbers_in(text: str, language: str = "") -> list[tuple[str, str]]:
    return [(found.printed, plain(found.value)) for found in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("printed", "language", "value"),
    [
        ("883", "", "883"),
        ("1.100", "", "1100"),
        ("1,100", "", "1100"),
        ("1.100", "id", "1100"),
        ("1,100", "en", "1100"),
        ("1.100", "en", "1.1"),
        ("14,455", "id", "14.455"),
        ("14,455%", "id-ID", "14.455"),
        ("2,5", "", "2.5"),
        ("2.5", "id", "2.5"),
        ("0,125", "", "0.125"),
        ("1234,567", "", "1234.567"),
        ("1.100.000,50", "", "1100000.5"),
        ("1,100,000.5", "", "1100000.5"),
        ("1,1 juta", "", "1100000"),
        ("1.1 million", "", "1100000"),
        ("20,55 triliun", "", "20550000000000"),
        ("Rp 2,5 triliun", "", "2500000000000"),
        ("Rp2,36 miliar", "", "2360000000"),
        ("US$ 5.5 billion", "", "5500000000"),
        ("2 juta 500 ribu", "", "2500000"),
        ("sepuluh", "", "10"),
        ("delapan", "", "8"),
        ("Sebelas", "", "11"),
        ("dua belas", "", "12"),
        ("seribu seratus", "", "1100"),
        ("seribu triliun", "", "1000000000000000"),
        ("2,9 kuadriliun", "", "2900000000000000"),
        ("1.2 quadrillion", "", "1200000000000000"),
        ("dua puluh tiga juta empat ratus lima belas ribu enam", "", "23415006"),
        ("eleven", "", "11"),
        ("twenty-one", "", "21"),
        ("fifteen hundred", "", "1500"),
        ("two thousand", "", "2000"),
        ("two hundred and five thousand", "", "205000"),
        ("a million", "", "1000000"),
        ("80 persen", "", "80"),
        ("-5", "", "-5"),
        ("minus 5", "", "-5"),
        ("Minus Rp 2,3 triliun", "id", "-2300000000000"),
        ("negatif 2,5 persen", "id", "-2.5"),
        ("negative 2%", "en", "-2"),
        (" 1\u00a0juta ", "", "1000000"),
    ],
)
def test_a_printed_number_has_its_value(printed: str, language: str, value: str) -> None:
    assert plain(parse_number(printed, language)) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.2.3", "1.2.3 is not a number: separators for thousands stand between groups of three digits."),
        ("0812", "0812 is not a number: it begins with a zero."),
        ("1..2", "1..2 is not a number: between separators stand digits."),
        ("1.100,000,5", "1.100,000,5 is not a number"),
        ("1" * 21, "is too long: a number has at most 20 digits."),
        ("883 orang", "“883 orang” is not a number."),
        ("10/12/2023", "“10/12/2023” is not a number."),
        ("dua juta 5", "“dua juta 5” is not a number."),
        ("dua juta lima ribu juta", "“dua juta lima ribu juta” is not a number."),
        ("sebelas puluh", "“sebelas puluh” is not a number."),
        ("１２", "“１２” is not a number."),
        ("", "“” is not a number."),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(BadNumber) as refused:
        parse_number(text)
    assert reason in str(refused.value)


@given(TEXTS)
def test_no_text_raises_anything_but_a_bad_number(text: str) -> None:
    try:
        value = parse_number(text)
    except BadNumber:
        return
    assert value.is_finite()


@given(st.integers(0, 10**15), st.sampled_from([",", "."]))
def test_a_count_printed_with_separators_is_read_back(count: int, separator: str) -> None:
    assert parse_number(f"{count:,}".replace(",", separator)) == count


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_price_printed_in_either_notation_is_read_back(price: Decimal) -> None:
    english = f"{price:,.2f}"
    indonesian = english.translate(str.maketrans(",.", ".,"))
    assert parse_number(english) == parse_number(indonesian) == price


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_the_plain_form_is_one_form_for_equal_numbers(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert plain(value) == plain(value * 1000 / 1000)
    assert "E" not in plain(value)


SIZES = [(10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"), (10**2, "ratus"), (10, "puluh")]
DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def spelled_in_indonesian(number: int) -> str:
    if number < 10:
        return DIGITS[number]
    if 11 < number < 20:
        return f"{DIGITS[number - 10]} belas"
    if number == 11:
        return "sebelas"
    size, name = next(one for one in SIZES if number >= one[0])
    head = f"se{name}" if number // size == 1 and size <= 1000 else f"{spelled_in_indonesian(number // size)} {name}"
    return f"{head} {spelled_in_indonesian(number % size)}" if number % size else head


@given(st.integers(0, 10**15 - 1))
def test_every_number_is_read_from_its_words(number: int) -> None:
    assert parse_number(spelled_in_indonesian(number)) == number


def test_a_scale_tied_to_money_is_part_of_the_number() -> None:
    assert numbers_in("Rp1,2T, $2.3bn dan €5m", "id") == [
        ("1,2T", "1200000000000"),
        ("2.3bn", "2300000000"),
        ("5m", "5000000000"),
    ]
    assert numbers_in("$5m, 5G and 5t", "en") == [("5m", "5000000")]


def test_a_scale_that_is_no_unit_needs_no_money() -> None:
    assert numbers_in("5bn masks, A5bn and x-5bn", "en") == [("5bn", "5000000000")]


def test_numbers_are_found_as_long_as_they_go() -> None:
    text = "Sebanyak 883 dari 1.100 orang, 1,1 juta hektare, Rp2,36 miliar, dua belas saksi, twenty-one men."
    assert numbers_in(text) == [
        ("883", "883"),
        ("1.100", "1100"),
        ("1,1 juta", "1100000"),
        ("2,36 miliar", "2360000000"),
        ("dua belas", "12"),
        ("twenty-one", "21"),
    ]


def test_a_scale_belongs_to_its_own_number_only() -> None:
    assert numbers_in("2 juta 500 orang") == [("2 juta", "2000000"), ("500", "500")]
    assert numbers_in("Rp 2 juta dua tahun") == [("2 juta", "2000000"), ("dua", "2")]
    assert numbers_in("3-4 orang") == [("3", "3"), ("4", "4")]


@pytest.mark.parametrize(
    "text",
    [
        "Ahad (10/12/2023)",
        "2023-12-06 dan 6-12-2023",
        "16 Oktober 2023",
        "sejak 12 November, 2-8 Juni 2025, 16 dan 17 Juni",
        "December 10, 2023 and Desember 2023",
        "19.30 WIB, pukul 21.15, 19:30, 7.30 p.m.",
        "0812-3456-7890 atau +62 812 3456 7890, 555-1234-99, formasi 4-3-3",
        "COVID-19, G20, A320, 5G, ke-5, tahun 1980-an, versi 1.2.3",
        "satu-satunya, dua-duanya, salah satu, dua puluh-an, no one, half a million",
        "https://example.org/2023/12 dan #7",
    ],
)
def test_dates_times_telephones_and_names_are_no_numbers(text: str) -> None:
    assert numbers_in(text) == []


def test_a_sign_counts_where_no_range_can_be_meant() -> None:
    assert numbers_in("suhu -5 derajat") == [("-5", "-5")]
    assert numbers_in("2015 -17") == [("2015", "2015"), ("17", "17")]


def test_numerals_are_found_in_the_language_of_the_text_only() -> None:
    assert numbers_in("Erik ten Hag membawa dua pemain", "id") == [("dua", "2")]
    assert numbers_in("Dua Lipa sold two million records", "en") == [("two million", "2000000")]


@given(TEXTS, st.sampled_from(["", "id", "en", "ru"]))
def test_what_is_found_stands_where_it_says_and_in_order(text: str, language: str) -> None:
    found = find_numbers(text, language)
    assert all(number.span.of(text) == number.printed for number in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["1.", "1.1,", "1 ", "dua ", "+62 11 ", "10 ", "1-", "2 juta ", "Mei ", "satu-", "9"])
def test_a_long_line_is_read_in_steps_that_grow_with_it(piece: str) -> None:
    find_numbers("dua")  # what is built once is no step of the short line
    assert_steady(find_numbers, piece)


@pytest.mark.parametrize("piece", ["1.", "1.1,", "1-", "Mei ", "9"])
def test_no_pattern_goes_back_over_a_line_of_a_million_characters(piece: str) -> None:
    assert numbers_in(f"{filled(piece, LINE)}\n\n3 orang")[-1] == ("3", "3")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("suhu minus 5 derajat", [("minus 5", "-5")]),
        ("tumbuh negatif 2,5 persen", [("negatif 2,5", "-2.5")]),
        ("growth was negative 2%", [("negative 2", "-2")]),
        ("kas minus Rp 2,3 triliun", [("minus Rp 2,3 triliun", "-2300000000000")]),
        ("plus minus 5 km", [("5", "5")]),
        ("10 minus 3", [("10", "10"), ("3", "3")]),
        ("yang negatif 5 orang", [("5", "5")]),
    ],
)
def test_a_minus_in_words_is_the_sign(text: str, found: list[tuple[str, str]]) -> None:
    assert numbers_in(text) == found
