"""Signs, sums too large, days before counts and the other language's custom."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.extraction.days import find_days
from articles.extraction.figures import LARGEST
from articles.extraction.story import Story
from tests.extraction.counting import PUBLISHED, figures_in, read


@pytest.mark.parametrize(
    "sum_", ["Rp 123.456.789.012 triliun", "999.999.999.999 triliun orang", "Rp 12.345.678.901,25 triliun"]
)
def test_a_sum_that_no_decimal_holds_leaves_out_itself_alone(sum_: str) -> None:
    assert read(f"Hilang {sum_}. Datang 3 orang.") == [("3 orang", "3", "orang")]


def test_the_largest_figure_is_held_with_six_places() -> None:
    (figure,) = figures_in("Rp 9.999.999.999,123456 triliun.")
    assert figure.value < LARGEST
    assert figure.value.quantize(Decimal("0.000001")) == figure.value


@pytest.mark.parametrize(
    ("text", "language", "words", "value", "unit"),
    [
        ("Suhu turun menjadi minus 5 derajat Celsius.", "id", "minus 5 derajat Celsius", "-5", "°C"),
        ("Suhu turun ke minus lima derajat Celsius.", "id", "minus lima derajat Celsius", "-5", "°C"),
        ("Ekonomi tumbuh minus 2,5 persen.", "id", "minus 2,5 persen", "-2.5", "%"),
        ("Ekonomi tumbuh negatif 2,07 persen.", "id", "negatif 2,07 persen", "-2.07", "%"),
        ("Arus kas minus Rp 2,3 triliun.", "id", "minus Rp 2,3 triliun", "-2300000000000", "IDR"),
        ("Suhunya minus 2-3 derajat Celsius.", "id", "minus 2-3 derajat Celsius", "-3..-2", "°C"),
        ("Suhunya minus 7 hingga minus 5 derajat.", "id", "minus 7 hingga minus 5 derajat", "-7..-5", "derajat"),
        ("Hasilnya negatif 5 orang.", "id", "5 orang", "5", "orang"),
        ("Jaraknya plus minus 5 km.", "id", "5 km", "5", "km"),
        ("It fell to minus 5 degrees Celsius.", "en", "minus 5 degrees Celsius", "-5", "°C"),
        ("Growth was minus 2.5 percent.", "en", "minus 2.5 percent", "-2.5", "%"),
        ("Growth was negative 2%.", "en", "negative 2%", "-2", "%"),
        ("A balance of minus $2.5 billion.", "en", "minus $2.5 billion", "-2500000000", "USD"),
    ],
)
def test_a_minus_in_words_is_the_sign(text: str, language: str, words: str, value: str, unit: str) -> None:
    assert read(text, language) == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pada Rabu 12 Februari 30 orang hadir.", "30 orang"),
        ("Rapat pada 5 Juni 40 anggota absen.", "40 anggota"),
        ("Pada Rabu 30 orang hadir.", "30 orang"),
    ],
)
def test_a_day_leaves_the_count_behind_it(text: str, words: str) -> None:
    assert [found[0] for found in read(text)] == [words]
    assert [day.span.of(text) for day in find_days(Story(body=text, language="id", published=PUBLISHED))]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Terkumpul 2,500 artikel.", "id", "2500"),
        ("Some 1.100 people came.", "en", "1100"),
        ("Indeks naik 25,345 poin.", "id", "25.345"),
        ("Lahannya 2,345 hektare.", "id", "2.345"),
        ("Ada 1,235 juta orang.", "id", "1235000"),
    ],
)
def test_no_thing_has_a_thousandth(text: str, language: str, value: str) -> None:
    assert [found[1] for found in read(text, language)] == [value]
