"""The days that rules find, in sentences of our own."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.days import RULES, find_days
from articles.extraction.findings import Day
from articles.extraction.story import Story
from articles.text.dates import parse_edtf
from tests.steps import LINE, assert_steady, filled

SAMPLE = Path(__file__).parents[2] / "articles" / "sample"
WORDS = ["Senin", "(9/6)", "(", "2-8", "Juni", "2025", "dan", "sejak", "hari ini", "kemarin", "dua", "tahun", "lalu"]
WORDS += ["on", "March", "20", ",", "“", "”", "ucapnya", ".\n\n", "1980-an", "kuartal II", "pada", "31", "Februari"]


def days_of(text: str, published: str = "2025-06-10", language: str = "id") -> list[Day]:
    day = parse_edtf(published) if published else None
    return list(find_days(Story(body=text, language=language, published=day)))


def read_as(text: str, published: str = "2025-06-10", language: str = "id") -> list[tuple[str, str]]:
    story = Story(body=text)
    return [(story.words(day.span), day.value.edtf if day.value else "-") for day in days_of(text, published, language)]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("Rapat itu digelar Senin (9/6/2025) di Kupang.", "Senin (9/6/2025)", "2025-06-09"),
        ("Ia tiba Senin, (9/6/2025).", "Senin, (9/6/2025)", "2025-06-09"),
        ("Ia tiba Senin malam (9/6).", "Senin malam (9/6)", "2025-06-09"),
        ("Ia tiba Senin (9/6/25).", "Senin (9/6/25)", "2025-06-09"),
        ("Di Kupang (28/5), ia berpidato.", "28/5", "2025-05-28"),
        ("Ia lahir 27 November 2023 lalu.", "27 November 2023 lalu", "2023-11-27"),
        ("Pada 12 November ia pergi.", "12 November", "2024-11-12"),
        ("Pada 12 November tahun lalu ia pergi.", "12 November tahun lalu", "2024-11-12"),
        ("Sidang akan dimulai 12 November di Kupang.", "12 November", "2025-11-12"),
        ("Pendaftaran dibuka 1 Juli mendatang.", "1 Juli mendatang", "2025-07-01"),
        ("Posko dibuka hingga 30 Juni.", "30 Juni", "2025-06-30"),
        ("Final dimainkan 13 Juli.", "13 Juli", "2025-07-13"),
        ("Pameran buka pada 2-8 Juni 2025.", "2-8 Juni 2025", "2025-06-02/2025-06-08"),
        ("Pameran buka 6–8 Juni.", "6–8 Juni", "2025-06-06/2025-06-08"),
        ("Rapat pada 16 dan 17 Juni 2025.", "16 dan 17 Juni 2025", "2025-06-16/2025-06-17"),
        ("Rapat pada 16, 17 dan 18 Juni 2025.", "16, 17 dan 18 Juni 2025", "2025-06-16/2025-06-18"),
        ("Cuti 29 Mei sampai 1 Juni 2025.", "29 Mei sampai 1 Juni 2025", "2025-05-29/2025-06-01"),
        ("Libur 20 Desember-5 Januari 2026.", "20 Desember-5 Januari 2026", "2025-12-20/2026-01-05"),
        ("Naik pada Desember 2023.", "Desember 2023", "2023-12"),
        ("Naik sepanjang Januari-Mei 2025.", "Januari-Mei 2025", "2025-01/2025-05"),
        ("Turun pada Maret lalu.", "Maret lalu", "2025-03"),
        ("Mulai September mendatang.", "September mendatang", "2025-09"),
        ("Tumbuh pada kuartal II-2025.", "kuartal II-2025", "2025-04/2025-06"),
        ("Tumbuh pada semester pertama 2024.", "semester pertama 2024", "2024-01/2024-06"),
        ("Pabrik itu berdiri pada 2004.", "2004", "2004"),
        ("Masa jabatan 2019-2024 berakhir.", "2019-2024", "2019/2024"),
        ("Pada musim 2024/25 ia cedera.", "2024/25", "2024/2025"),
        ("Lagu itu populer pada 1980-an.", "1980-an", "1980/1989"),
        ("Lagu itu populer di era 90-an.", "90-an", "1990/1999"),
        ("Ia ditahan kemarin.", "kemarin", "2025-06-09"),
        ("Pekan lalu harga naik.", "Pekan lalu", "2025-06-02/2025-06-08"),
        ("Bulan lalu harga naik.", "Bulan lalu", "2025-05"),
        ("Harga naik dibanding tahun lalu.", "tahun lalu", "2024"),
        ("Ia pergi dua hari lalu.", "dua hari lalu", "2025-06-08"),
        ("Ia pergi setahun lalu.", "setahun lalu", "2024"),
        ("Ia pergi dua puluh lima tahun lalu.", "dua puluh lima tahun lalu", "2000"),
        ("Ia tiba Jumat lalu.", "Jumat lalu", "2025-06-06"),
        ("Ia tiba pada Selasa pekan lalu.", "Selasa pekan lalu", "2025-06-03"),
        ("Laga itu akan digelar pada Sabtu.", "Sabtu", "2025-06-14"),
        ("Air surut, katanya kepada wartawan, Senin.", "Senin", "2025-06-09"),
        ("Begitu dikutipRabu (4/6/2025)oleh kantornya.", "Rabu (4/6/2025)", "2025-06-04"),
        ("Ramalan cuaca10 Juni 2025yang terbaru.", "10 Juni 2025", "2025-06-10"),
    ],
)
def test_each_printed_form_has_its_days(text: str, printed: str, value: str) -> None:
    assert read_as(text) == [(printed, value)]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("He left on March 20 for good.", "March 20", "2025-03-20"),
        ("He left on Sept. 5 for good.", "Sept. 5", "2024-09-05"),
        ("She resigned on Tuesday.", "Tuesday", "2025-06-10"),
        ("She resigned last Friday.", "last Friday", "2025-06-06"),
        ("The fair ran June 2-8, 2025, in Bonn.", "June 2-8, 2025", "2025-06-02/2025-06-08"),
        ("It rained from 2 to 8 June 2025 there.", "2 to 8 June 2025", "2025-06-02/2025-06-08"),
        ("Prices rose last month.", "last month", "2025-05"),
        ("Prices rose two weeks ago.", "two weeks ago", "2025-05-26/2025-06-01"),
        ("The firm was founded in 1990s style.", "1990s", "1990/1999"),
        ("Growth slowed in the second quarter of 2024.", "second quarter of 2024", "2024-04/2024-06"),
        ("It has been closed since 2010.", "since 2010", "2010/.."),
        ("He was arrested yesterday.", "yesterday", "2025-06-09"),
        ("The vote will be held in November.", "November", "2025-11"),
        ("He was arrested in October of 2006 there.", "October of 2006", "2006-10"),
    ],
)
def test_english_forms_are_read_by_the_same_engine(text: str, printed: str, value: str) -> None:
    assert read_as(text, language="en") == [(printed, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Skor 2-1 pada babak kedua, lalu 3/4 lapangan.",
        "Pintu buka pukul 12.30 sampai 14:00, layanan (24/7).",
        "Tiga perempat (3/4) warga hadir.",
        "Pasal 12 Undang-Undang Nomor 31 Tahun 1999 dilanggar.",
        "Nomor telepon 0812-10-12-2023 dan versi 1.2.2023.",
        "Sebanyak 2024 orang hadir, naik Rp 2.025.",
        "Bupati Mei Lestari dan Ibu April hadir.",
        "Perempuan berusia 32 tahun itu selamat.",
        "Toko itu buka setiap Senin, juga Senin-Jumat.",
        "Jam buka: Senin, Selasa, Rabu.",
    ],
)
def test_scores_ratios_times_laws_and_names_are_no_days(text: str) -> None:
    assert read_as(text) == []


@pytest.mark.parametrize("text", ["1978’s best song", "rule 10 may apply", "In March 20 people died.", "act No. 31"])
def test_english_possessives_and_verbs_are_no_days(text: str) -> None:
    assert [words for words, _ in read_as(text, language="en") if words != "March"] == []


def test_a_misprinted_weekday_is_told_and_the_day_stays_as_printed() -> None:
    [day] = days_of("Ia ditahan Selasa (10/5/2025).")
    assert day.value is not None
    assert (day.value.edtf, day.weekday, day.weekday_fits) == ("2025-05-10", "Selasa", False)
    assert day.basis.endswith("Selasa does not fit: the day or the weekday is misprinted.")
    [fitting] = days_of("Ia ditahan Selasa (10/6/2025).")
    assert fitting.weekday_fits is True


def test_a_day_that_no_calendar_has_keeps_its_place_without_a_value() -> None:
    [day] = days_of("Rapat itu digelar pada 31 Februari 2025.")
    assert (day.value, day.rule) == (None, "day.no-such-day")


def test_since_has_no_end() -> None:
    [day] = days_of("Sebanyak 898 orang dievakuasi sejak 12 November.", "2023-12-10")
    assert day.value is not None
    assert (day.kind, day.value.edtf, day.value.latest) == ("since", "2023-11-12/..", None)


def test_the_weekday_tells_the_year_where_only_one_year_fits() -> None:
    # In 2024 the 27th of October was a Sunday.
    assert read_as("Sidang dilanjutkan Senin tanggal 27 Oktober.", "2025-10-21") == [
        ("Senin tanggal 27 Oktober", "2025-10-27")
    ]


def test_a_day_printed_elsewhere_with_its_year_lends_it() -> None:
    text = "Perjanjian 3 Maret 1998 itu dilanggar. Pada 3 Maret para pihak bertemu di Jenewa."
    assert read_as(text)[1] == ("3 Maret", "1998-03-03")


def test_two_days_that_do_not_follow_each_other_are_two_days() -> None:
    assert read_as("Rapat pada 2 dan 8 Juni 2025.") == [("2", "2025-06-02"), ("8 Juni 2025", "2025-06-08")]


def test_a_word_in_a_quote_counts_from_the_day_on_which_it_was_said() -> None:
    text = "“Datanya baru masuk kemarin,” ucapnya pada Rabu (4/6/2025)."
    assert read_as(text)[0] == ("kemarin", "2025-06-03")
    assert read_as("“Datanya baru masuk kemarin,” ucapnya.")[0] == ("kemarin", "2025-06-09")


def test_a_day_printed_beside_a_word_is_its_day() -> None:
    assert read_as("Kemarin (6/6/2025) harga naik.", "2025-06-10")[0] == ("Kemarin", "2025-06-06")


def test_without_a_day_of_publication_only_what_the_text_bounds_has_a_value() -> None:
    assert read_as("Ia pergi kemarin, kembali 12 November.", "") == [("kemarin", "-"), ("12 November", "-")]
    text = "Kata dia, Rabu (6/12/2023), warga tiba 2 Desember dan pulang kemarin."
    assert read_as(text, "") == [
        ("Rabu (6/12/2023)", "2023-12-06"),
        ("2 Desember", "2023-12-02"),
        ("kemarin", "2023-12-05?"),
    ]


def test_a_publication_known_by_bounds_bounds_what_counts_from_it() -> None:
    text = "Bulan lalu ia pergi, kemarin ia kembali."
    assert read_as(text, "[2023-12-10..2023-12-31]") == [
        ("Bulan lalu", "2023-11"),
        ("kemarin", "[2023-12-09..2023-12-30]"),
    ]
    assert read_as("Ia kembali kemarin.", "2025-06-10~") == [("kemarin", "2025-06-09~")]


def test_an_occasion_is_the_day_told_of_before() -> None:
    text = "Keduanya bertemu Ahad (10/12/2023).\n\nPada kesempatan itu, ia meminta maaf."
    assert read_as(text, "")[1] == ("Pada kesempatan itu", "2023-12-10")


def test_what_gives_no_day_keeps_its_words_without_a_value() -> None:
    assert read_as("Angka itu dapat berubah dalam beberapa jam.") == [("dalam beberapa jam", "-")]


def test_all_days_of_the_first_article_are_read_as_its_editor_did() -> None:
    annotated = json.loads((SAMPLE / "first-article.json").read_text(encoding="utf-8"))
    body = annotated["body_text"]
    found = {
        (day.span.start, day.span.end): day.value.edtf if day.value else None
        for day in days_of(body, "[2023-12-10..2023-12-31]")
    }
    expected = {
        (one["span"]["start"], one["span"]["end"]): one["value"]
        for one in annotated["temporal_expressions"]
        if one["value_kind"] != "iso8601-duration"
    }
    after = next(one["span"] for one in annotated["temporal_expressions"] if one["type"] == "duration-after")
    # "sepuluh hari pasca pecahnya pertempuran", told of the 16th: the fighting broke out ten days before.
    assert found.pop((after["start"], after["end"])) == "[2023-10-06,2023-10-07]"
    assert found == expected


def test_every_rule_is_named_and_sure_by_the_table() -> None:
    found = days_of("Sejak Senin (9/6), pada 2004, kemarin, Maret lalu, 2-8 Juni 2025, dalam beberapa jam.")
    assert len(found) == 6
    assert all(day.confidence == RULES[day.rule] for day in found)
    assert all(day.basis for day in found)


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)), st.sampled_from(["id", "en"]))
def test_no_text_raises_and_days_stand_in_order(text: str, language: str) -> None:
    found = days_of(text, "[2023-12-10..2023-12-31]", language)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(day.span.end <= len(text) for day in found)
    assert all((day.weekday_fits is None) == (day.weekday == "") for day in found)
    assert all(day.value is None or parse_edtf(day.value.edtf) == day.value for day in found)


@pytest.mark.parametrize(
    ("piece", "language"),
    [
        ("1, ", "id"),
        ("2025-", "id"),
        ("Senin ", "id"),
        ("dua hari ", "id"),
        ("“kemarin” ", "id"),
        ("2-8 Juni ", "id"),
        ("\n", "id"),
        ("June 2-8, ", "en"),
        ("last March ", "en"),
    ],
)
def test_a_long_line_is_read_in_steps_that_grow_with_it(piece: str, language: str) -> None:
    assert_steady(lambda body: days_of(body, language=language), piece)


@pytest.mark.parametrize("piece", ["1, ", "a"])
def test_no_pattern_goes_back_over_a_line_of_a_million_characters(piece: str) -> None:
    (day,) = days_of(f"{filled(piece, LINE)}\n\nIa datang kemarin.")
    assert day.span.start > LINE
