from __future__ import annotations

import pytest

from articles.text.stretches import may_hold, stretches


def found(text: str, language: str = "id") -> list[tuple[str, tuple[str, ...]]]:
    return [(text[stretch.start : stretch.end], stretch.lexemes) for stretch in stretches(text, language)]


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("sekitar 1,1 juta orang", [("1,1 juta", ("1100000",))]),
        ("Rp 2,5 triliun dan Rp2,5 miliar", [("2,5 triliun", ("2500000000000",)), ("2,5 miliar", ("2500000000",))]),
        ("seribu seratus warga", [("seribu seratus", ("1100",))]),
        ("minus 2,3 triliun", [("2,3 triliun", ("2300000000000",))]),
        ("14,455 juta", [("14,455 juta", ("14455000000", "14455000"))]),
        ("lima puluh tujuh ribu delapan ratus", [("lima puluh tujuh ribu delapan ratus", ("57800",))]),
        ("1.1 million people", [("1.1 million", ("1100000",))]),
        ("dua orang, 1.100 warga", []),
    ],
)
def test_a_number_with_words_in_it_is_its_value(text: str, numerals: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text) == numerals


def test_days_and_numerals_stand_in_order() -> None:
    text = "Pada 10 Desember 2023 seribu orang, Senin (20/10/25) dua ratus"
    assert found(text) == [
        ("10 Desember 2023", ("2023-12-10",)),
        ("seribu", ("1000",)),
        ("20/10/25", ("2025-10-20",)),
        ("dua ratus", ("200",)),
    ]


def test_most_texts_are_told_at_a_glance_to_hold_none() -> None:
    assert not may_hold("Putin menawarkan bantuan kepada 83 warga.")
    assert may_hold("10/12/2023") and may_hold("Senin (20/10/25)") and may_hold("sejuta")


@pytest.mark.parametrize("piece", ["juta ", "juta", "1,1 juta ", "seribu seratus "])
def test_a_long_line_of_numerals_is_read(piece: str) -> None:
    assert stretches(piece * (100_000 // len(piece))) is not None
