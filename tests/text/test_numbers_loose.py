"""Fractions and sizes: numbers that are less than a count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.loose_numbers import find_loose_numbers
from articles.text.numbers import plain


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("ratusan warga", "id", [("ratusan", "100", "size")]),
        ("Puluhan ribu warga", "id", [("Puluhan ribu", "10000", "size")]),
        ("belasan orang", "id", [("belasan", "11", "size")]),
        ("200-an orang", "id", [("200-an", "200", "size")]),
        ("1.500an orang", "id", [("1.500an", "1500", "size")]),
        ("Rp 7 miliaran", "id", [("7 miliaran", "7000000000", "size")]),
        ("sepertiga penduduk", "id", [("sepertiga", "0.333333", "part")]),
        ("tiga perempat lahan", "id", [("tiga perempat", "0.75", "part")]),
        ("separuh warga", "id", [("separuh", "0.5", "part")]),
        ("setengah juta orang", "id", [("setengah juta", "500000", "")]),
        ("satu setengah tahun", "id", [("satu setengah", "1.5", "")]),
        ("tens of thousands of people", "en", [("tens of thousands", "10000", "size")]),
        ("dozens of shops", "en", [("dozens", "24", "size")]),
        ("two-thirds of them", "en", [("two-thirds", "0.666667", "part")]),
        ("a quarter of it", "en", [("a quarter", "0.25", "part")]),
        ("half a million people", "en", [("half a million", "500000", "")]),
        ("two and a half years", "en", [("two and a half", "2.5", "")]),
    ],
)
def test_fractions_and_sizes_have_their_value(text: str, language: str, found: list[tuple[str, str, str]]) -> None:
    read = find_loose_numbers(text, language)
    kinds = ["size" if one.is_size else "part" if one.is_part else "" for one in read]
    assert [(one.printed, plain(one.value), kind) for one, kind in zip(read, kinds, strict=True)] == found


@pytest.mark.parametrize("text", ["tahun 1980-an", "babak perempat final", "12 orang", "sejutaan rasa", "ke-200-an"])
def test_what_is_no_fraction_and_no_size_is_left_alone(text: str) -> None:
    assert find_loose_numbers(text, "id") == []


@given(st.one_of(st.text(), st.text(alphabet="0123456789.-an ")), st.sampled_from(["id", "en", ""]))
def test_no_text_raises_and_every_number_lies_where_it_says(text: str, language: str) -> None:
    for found in find_loose_numbers(text, language):
        assert found.span.of(text) == found.printed
        assert found.value > 0 or found.is_size
