"""What makes news hard to read, each case once, in words of our own; `docs/extraction.md` lists them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.extraction.engine import read
from articles.extraction.findings import Figure, Findings
from articles.extraction.story import Story
from articles.text.dates import parse_edtf


def found_in(text: str, language: str = "id") -> Findings:
    return read(Story(body=text, language=language, published=parse_edtf("2025-06-20")))


def said(text: str) -> list[tuple[str, str]]:
    """Return the words of each direct quote and who said them."""
    return [
        (text[quote.content.start : quote.content.end], quote.speaker.name)
        for quote in found_in(text).quotes
        if quote.type == "direct"
    ]


def told(text: str) -> list[str]:
    """Return who made each statement that is told without marks."""
    return [quote.speaker.name for quote in found_in(text).quotes if quote.type == "indirect"]


def figure(text: str, value: int) -> Figure:
    return next(one for one in found_in(text).figures if one.value == value)


def test_paragraphs_of_quotes_have_one_verb() -> None:
    text = (
        "Kepala Balai Sungai Ratna Wulandari menjelaskan penyebabnya.\n\n“Tanggul itu retak sejak musim hujan.”\n\n"
        "“Kami menutup jalan di atasnya,” ujar Ratna."
    )
    assert [speaker for _, speaker in said(text)] == ["Ratna Wulandari", "Ratna Wulandari"]


@pytest.mark.parametrize(
    "fused",
    [
        "Kapolres Ambon AKBP Bagus Hermawan",
        "Kasi Humas Polres Ambon Ipda Bagus Hermawan",
        "Kepala Dinas Perhubungan Ambon Bagus Hermawan",
        "Wali Kota Ambon Bagus Hermawan",
    ],
)
def test_a_role_is_fused_with_the_name(fused: str) -> None:
    assert said(f"“Api padam pukul tiga,” kata {fused}.") == [("Api padam pukul tiga,", "Bagus Hermawan")]


def test_commas_stand_inside_a_role() -> None:
    text = "“Stoknya cukup,” kata Direktur Pengadaan, Logistik, dan Distribusi Perum Pangan, Siti Marlina, di Solo."
    assert said(text) == [("Stoknya cukup,", "Siti Marlina")]


def test_the_name_comes_first_and_the_title_after() -> None:
    text = "“Panen mundur dua pekan,” kata Yohanes Lado, Ketua Kelompok Tani Sumber Makmur."
    assert said(text) == [("Panen mundur dua pekan,", "Yohanes Lado")]


def test_a_clitic_after_an_institution_is_the_institution() -> None:
    text = "Badan Meteorologi Laut menyatakan ombak naik.\n\n“Nelayan diminta menunda pelayaran,” tulisnya."
    assert said(text) == [("Nelayan diminta menunda pelayaran,", "Badan Meteorologi Laut")]


def test_somebody_speaks_through_somebody_else() -> None:
    text = "Bupati Arman Siregar melalui juru bicaranya menceritakan bahwa jembatan itu roboh dini hari."
    assert told(text) == ["Arman Siregar"]


def test_people_are_named_by_initials() -> None:
    text = "Pelaku berinisial RS (34) ditangkap di rumahnya. “Saya menyesal,” kata RS kepada penyidik."
    assert said(text) == [("Saya menyesal,", "RS")]


def test_questions_and_answers_change_the_speaker() -> None:
    text = "“Anda di sana malam itu?” tanya jaksa.\n\n“Tidak, saya di rumah,” jawab Darto Wiyono."
    assert said(text) == [("Anda di sana malam itu?", "jaksa"), ("Tidak, saya di rumah,", "Darto Wiyono")]


@pytest.mark.parametrize(
    "printed",
    [
        "”Jalan itu dibuka besok pagi,“ kata Bupati Hendra Saputra.",
        "“Jalan itu dibuka besok pagi, kata Bupati Hendra Saputra.",
        "Jalan itu dibuka besok pagi,” kata Bupati Hendra Saputra.",
        '"Jalan itu dibuka besok pagi,” kata Bupati Hendra Saputra.',
    ],
)
def test_marks_are_reversed_or_missing(printed: str) -> None:
    [(words, speaker)] = said(printed)
    assert (words.strip(' ,“”"'), speaker) == ("Jalan itu dibuka besok pagi", "Hendra Saputra")


@pytest.mark.parametrize(
    "text",
    [
        "Film “Laut yang Pulang” tayang di Makassar.",
        "Warga membawa spanduk “Tolak Tambang”.",
        "Petugas menyebutnya “titipan”.",
        "Ayat itu berbunyi, “Sesungguhnya bersama kesulitan ada kemudahan” (QS Al-Insyirah: 6).",
    ],
)
def test_titles_slogans_scare_quotes_and_scripture_are_not_said(text: str) -> None:
    assert said(text) == []


def test_a_line_is_broken_at_a_link() -> None:
    text = "“Kami menunggu hasil dari\n\nBadan Pengawas Air\n\n, lalu kami umumkan,” kata Bupati Arman Siregar."
    assert said(text)[-1][1] == "Arman Siregar"


def test_numbers_of_baca_juga_lines_are_no_figures() -> None:
    text = "Sebanyak 40 rumah terendam di Desa Sukamaju.\n\nBaca Juga: 7 Tips Aman Saat Banjir\n\nWarga mengungsi."
    assert [one.value for one in found_in(text).figures] == [Decimal(40)]


def test_a_denominator_stands_in_another_sentence() -> None:
    text = "Ada sembilan merek yang diuji laboratorium. Tujuh di antaranya mengandung pengawet."
    out_of = figure(text, 7).out_of
    assert out_of is not None
    assert out_of.value == Decimal(9)


def test_from_is_not_always_of_how_many() -> None:
    text = "Apel itu diikuti 3.500 ASN dari 16 kementerian."
    assert figure(text, 3500).out_of is None
    arrived = figure("Sebanyak 883 warga dari sekitar 1.100 orang yang mendaftar telah tiba.", 883)
    assert arrived.out_of is not None
    assert arrived.out_of.value == Decimal(1100)


def test_figures_of_different_days_do_not_contradict_each_other() -> None:
    text = "Hingga 2 Juni tercatat 135 orang dievakuasi. Sebanyak 898 orang telah dievakuasi sejak 12 Mei."
    early, late = figure(text, 135), figure(text, 898)
    assert early.as_of is not None
    assert early.as_of.edtf == "2025-06-02"
    assert late.since is not None
    assert late.since.edtf.startswith("2025-05-12")


def test_a_weekday_is_misprinted() -> None:
    [day] = found_in("Rapat digelar Selasa (10/5/2025) di Ambon.").days
    assert day.value is not None
    assert (day.value.edtf, day.weekday_fits) == ("2025-05-10", False)


def test_indirect_speech_has_no_bahwa() -> None:
    assert told("Gubernur Rina Matulessy mengatakan, kapal bantuan tiba lusa.") == ["Rina Matulessy"]
    assert told("Menurut Rina Matulessy, kapal bantuan tiba lusa.") == ["Rina Matulessy"]
