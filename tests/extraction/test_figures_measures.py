"""What a figure counts or measures: a phrase that the text prints in one piece, else the clause of the number."""

from __future__ import annotations

import pytest

from tests.extraction.counting import figures_in


def measures_in(text: str, language: str) -> list[str]:
    return [figure.measure for figure in figures_in(text, language)]


INDONESIAN = [
    ("Harga emas naik dari Rp 1 juta menjadi Rp 1,2 juta.", ["Harga emas", "Harga emas"]),
    ("Harga beras menjadi Rp 15.000.", ["Harga beras"]),
    ("Gempa M 5,6 mengguncang pantai itu pada kedalaman 10 km.", ["kedalaman"]),
    ("Ia dihukum 5 tahun penjara dan denda Rp 200 juta.", ["penjara", "denda"]),
    ("Tingkat kemiskinan di kota itu per Maret 2025 mencapai 4,28 persen.", ["Tingkat kemiskinan di kota"]),
    ("Sebanyak 120 warga terdampak hingga Selasa (10/6/2025).", ["warga terdampak"]),
    ("Bea masuk Rp 19 triliun dan cukai Rp 90 triliun.", ["Bea masuk Rp 19 triliun dan cukai Rp 90 triliun", "cukai"]),
    ("Pemerintah menargetkan pendapatan dari cukai sebesar Rp 3,8 triliun.", ["pendapatan dari cukai"]),
    ("Direksi menyetujui pembagian dividen tunai sebesar Rp 32 miliar.", ["pembagian dividen tunai"]),
    ("Sebanyak 30 persen warga menolak.", ["warga"]),
    (
        "Saham itu turun 16,9 persen namun masih naik 10 persen sejak awal tahun.",
        ["Saham itu turun 16,9 persen namun masih naik 10 persen sejak awal tahun"] * 2,
    ),
    ("Jumlahnya 30 orang naik menjadi 50 orang.", ["Jumlahnya 30 orang naik menjadi 50 orang"] * 2),
    ("Polisi menyita tujuh mobil setelah penyelidikan panjang.", ["mobil"]),
    ("Rapat pada 5 Juni 40 anggota absen.", ["anggota absen"]),
    ("Biaya yang dikeluarkan mencapai Rp 500 ribu.", ["Biaya yang dikeluarkan mencapai Rp 500 ribu"]),
    ("Dua orang luka. “Harga naik 5 persen,” kata pedagang.", ["orang luka", "Harga naik 5 persen"]),
    (
        "Harga penutupan pada 16 Juni 2025 turun ke level Rp 525.",
        ["Harga penutupan pada 16 Juni 2025 turun ke level Rp 525"],
    ),
    ("Rp 2 juta.", ["IDR"]),
]
ENGLISH = [
    ("The minister said on Friday that 30 people were missing.", ["people were missing"]),
    ("At least 12 residents died on Friday.", ["residents died"]),
    ("The price of gold rose from $20 to $25.", ["price of gold"] * 2),
    ("The city spent a budget of $5 million.", ["city spent a budget of $5 million"]),
    ("About 30 percent of voters stayed home.", ["voters"]),
    ("Two people left. The bridge is 300 meters long.", ["people left", "bridge is 300 meters long"]),
    ("The temperature fell to minus 5 degrees Celsius.", ["temperature fell to minus 5 degrees Celsius"]),
]


@pytest.mark.parametrize(("text", "measures"), INDONESIAN)
def test_what_an_indonesian_figure_is_of(text: str, measures: list[str]) -> None:
    assert measures_in(text, "id") == measures


@pytest.mark.parametrize(("text", "measures"), ENGLISH)
def test_what_an_english_figure_is_of(text: str, measures: list[str]) -> None:
    assert measures_in(text, "en") == measures


@pytest.mark.parametrize(("text", "language"), [*((text, "id") for text, _ in INDONESIAN), ("A $5 of 3 in 2.", "en")])
def test_a_measure_is_printed_in_one_piece_or_is_the_unit(text: str, language: str) -> None:
    for measure in measures_in(text, language):
        assert measure in text or measure in {"IDR", "USD"}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Harga emas: Rp 2 juta.", "Harga emas: Rp 2 juta"),
        ("Rp 2 juta.", "IDR"),
        ("Harga emas Antam naik Rp 6.000.", "Harga emas Antam"),
        ("Menurut dinas itu, laba bersih tercatat sebesar Rp 2 miliar, turun lagi.", "laba bersih"),
        ("Polisi memeriksa 39 saksi.", "saksi"),  # never words of both sides put together
    ],
)
def test_what_is_counted_is_told_in_words_of_the_clause(text: str, measure: str) -> None:
    assert figures_in(text)[0].measure == measure


def test_a_sum_behind_others_is_told_with_the_subject_of_its_sentence() -> None:
    found = figures_in("Harga emas Antam turun Rp 6.000 menjadi Rp 1.992.000.")
    assert found[1].measure == "Harga emas Antam"
