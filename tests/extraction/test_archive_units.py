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
        ("Perusahaan itu punya 3 anak perusahaan.", "id", ["anak"]),
        ("Produksi naik 12 persen menjadi 40 hektare.", "id", ["percent", "ha"]),
        ("Harganya Rp 15.000 per kg.", "id", ["IDR/kg"]),
        ("Some 39 witnesses waited 5 days, 12 percent more.", "en", ["person", "day", "percent"]),
        ("Ada 7 kapal di pelabuhan.", "id", ["kapal"]),
    ],
)
def test_one_unit_has_one_spelling(text: str, language: str, units: list[str]) -> None:
    figures = find_figures(Story(body=text, language=language), ())
    assert [archive_unit(figure) for figure in figures] == units
