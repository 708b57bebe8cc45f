from __future__ import annotations

import pytest

from articles.extraction.archive_units import archive_unit
from articles.extraction.figures import find_figures
from articles.extraction.story import Story


@pytest.mark.parametrize(
    ("text", "language", "units"),
    [
        ("Sebanyak 883 dari 1.100 orang sudah tiba.", "id", ["person", "person"]),
        ("Polisi memeriksa 39 saksi selama 5 hari.", "id", ["person", "day"]),
        ("Banjir merendam rumah 12 kepala keluarga.", "id", ["kepala keluarga"]),
        ("Perusahaan itu punya 3 anak perusahaan.", "id", [""]),
        ("Produksi naik 12 persen menjadi 40 hektare.", "id", ["percent", "ha"]),
        ("Harganya Rp 15.000 per kg.", "id", ["IDR/kg"]),
        ("Some 39 witnesses waited 5 days, 12 percent more.", "en", ["person", "day", "percent"]),
        ("Ada 7 kapal di pelabuhan.", "id", [""]),
        ("Partai itu meraih 40 kursi dan 7 unit mobil.", "id", ["kursi", "unit"]),
        ("Kecepatannya 40 km per jam.", "id", ["km/h"]),
        ("Tiketnya Rp 15.000 per orang, servisnya Rp 80 ribu per penerbitan.", "id", ["IDR/person", "IDR"]),
        ("Turun 5 derajat setelah dua kali hujan.", "id", ["degree", "times"]),
        ("The party won 40 seats in 12 provinces.", "en", ["seats", ""]),
    ],
)
def test_one_unit_has_one_spelling(text: str, language: str, units: list[str]) -> None:
    figures = find_figures(Story(body=text, language=language), ())
    assert [archive_unit(figure) for figure in figures] == units
