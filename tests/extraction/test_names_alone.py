"""Who is called by one word, and who or what is none."""

from __future__ import annotations

import pytest

from articles.extraction.findings import Named
from articles.extraction.known import Known
from articles.extraction.names import find_names
from articles.extraction.story import Story

SURE = 0.6  # from here on, a name becomes somebody of the archive


def people_in(body: str) -> dict[str, Named]:
    names = find_names(Story(body=body), (), Known())
    return {one.name: one for one in names.all if one.kind == "person"}


def sure(body: str) -> list[str]:
    return [name for name, one in people_in(body).items() if one.confidence >= SURE]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“Air surut,” kata Zorvik. Menurut warga, Zorvik menambahkan hal lain.", "Zorvik"),  # speaks twice
        ("“Air surut,” kata Zorvik (41), kemarin.", "Zorvik"),
        ("“Air surut,” kata Mokzelanto.", "Mokzelanto"),  # by its ending
        ("“Air surut,” ujar dr. Zorvik di kantornya.", "Zorvik"),
        ("Humas Basarnas Kendari, Zorvik, hadir.", "Zorvik"),
        ("“Air surut,” kata Bima. Ia tinggal di Bima.", "Bima"),  # a city as well
    ],
)
def test_who_speaks_by_one_word_is_somebody(body: str, name: str) -> None:
    assert sure(body) == [name]


@pytest.mark.parametrize(
    "body",
    [
        "“Air surut,” kata Zorvik.",
        "“Air surut,” kata Zorvik. Pabrik di Zorvik mengatakan lain. Zorvik mengatakan hal itu.",
        "“Air surut,” kata Disperkim. Disperkim menambahkan hal itu.",
        "“Air surut,” kata KranixPay. KranixPay menambahkan hal itu.",
        "Dokter Zorvik Kranix, M.Psi., hadir.",
    ],
)
def test_one_word_that_may_be_a_body_or_a_degree_is_nobody(body: str) -> None:
    assert all(" " in name for name in sure(body))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“Air surut,” ujar CEO Kranix Indonesia Zorvik Mokzel. “Lagi,” kata Zorvik.", "Zorvik Mokzel"),
        ("Aktor Zorvik Paris tiba. “Air surut,” kata Zorvik.", "Zorvik Paris"),
        ("Ketua Kranix, Zorvik Utama, tiba. “Air surut,” kata Zorvik.", "Zorvik Utama"),
        ("Politikus anti-Kranix Zorvik Mokzel keluar. “Air surut,” kata Mokzel.", "Zorvik Mokzel"),
        ("Mensesneg Zorvikasto Hadi tiba. “Air surut,” kata Zorvik.", "Zorvikasto Hadi"),
        ("Mensesneg Mokzel Affifuden tiba. “Air surut,” kata Afifuden.", "Mokzel Affifuden"),
        ("Menurut ExpertZorvik Mokzel, air surut. “Lagi,” kata Zorvik.", "Zorvik Mokzel"),
        ("Presiden FIGX,Zorvik Mokzel, tiba. “Air surut,” kata Mokzel.", "Zorvik Mokzel"),
    ],
)
def test_one_word_that_speaks_is_who_has_it_in_a_longer_name(body: str, name: str) -> None:
    assert list(people_in(body)) == [name]


def test_whom_everybody_calls_by_one_word_has_the_whole_name() -> None:
    assert list(people_in("“Air surut,” kata Prabowo. Kapolri Listyo Sigit Prabowo tiba.")) == [
        "Prabowo Subianto",
        "Listyo Sigit Prabowo",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Pabrik itu menghadirkan fitur Zorvik Kranix. Zorvik Kranix memastikan layar awet.",
        "Ia tinggal di Jl. KH Zorvik Kranix.",
        "Ia tinggal di Jalan Kapten Zorvik Mulyadi.",
        "Ia dirawat di RSUD dr. Zorvik Kranix.",
        "Menurut kitab Zorvik Kranix, hujan turun.",
        "Badan itu dipimpin PT Zorvik Kranix. Para eksekutif menemui Zorvik Kranix di kota.",
    ],
)
def test_a_thing_a_street_or_a_body_is_nobody(body: str) -> None:
    assert sure(body) == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Menteri Zorvik RahmanMulyadi hadir.", "Zorvik Rahman Mulyadi"),
        ("Kiper Zorvik Mokzelyang cedera pulang.", "Zorvik Mokzel"),
        ("Kesaksian BPKmembocorkan rencana. Kiper Zorvik Mokzel pulang.", "Zorvik Mokzel"),
        ("Lawatan Mulyadi ke Rusia berakhir. “Baik,” kata Mulyadi.", "Mulyadi"),
        ("Dirut PT Kranix Pandaan-Malang Zorvik Mulyadi hadir.", "Zorvik Mulyadi"),
    ],
)
def test_words_glued_to_a_name_and_before_it_are_no_part_of_it(body: str, name: str) -> None:
    assert list(people_in(body)) == [name]


def test_an_employer_with_a_capital_inside_is_no_part_of_a_name() -> None:
    assert list(people_in("Menurut CEO KranixPay Zorvik Mokzel, air surut.")) == ["Zorvik Mokzel"]
