"""Statements in the forms that newsrooms give them: datelines, passives, judgements, verbs of deeds as well."""

from __future__ import annotations

import pytest

from tests.extraction.spoken import Said, quotes_in, said_in, speakers_in

CLAUSE = "jembatan itu akan selesai sebelum musim hujan"


@pytest.mark.parametrize(
    "text",
    [
        f"Ana Wijaya mengumumkan {CLAUSE}.",
        f"Ana Wijaya juga memandang {CLAUSE}.",
        f"Ana Wijaya menjamin {CLAUSE}.",
        f"Ana Wijaya mencatat bahwa {CLAUSE}.",
        f"Ana Wijaya sepakat {CLAUSE}.",
        f"Ana Wijaya juga bilang, {CLAUSE}.",
        f"Ana Wijaya lebih lanjut mengatakan {CLAUSE}.",
        f"Dalam unggahan tersebut, Ana Wijaya menuliskan {CLAUSE}.",
        f"Terkait hal itu, Ana Wijaya menegaskan {CLAUSE}.",
        f"Diuraikan Ana Wijaya {CLAUSE}.",
        f"Dijelaskan Ana Wijaya juga, {CLAUSE}.",
        f"Disebutkan lebih lanjut oleh Ana Wijaya, {CLAUSE}.",
        f"Ana Wijaya, Kepala Bidang Jalan Dinas Pekerjaan Umum Kabupaten Tepian, mengatakan {CLAUSE}.",
        f"Ana Wijaya, Kepala Bidang Jalan Kabupaten Tepian menyatakan, {CLAUSE}.",
    ],
)
def test_the_clause_is_told_whatever_the_form_of_the_saying(text: str) -> None:
    assert said_in(text) == [Said("indirect", "Ana Wijaya", CLAUSE)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Wijaya menolak rencana yang sudah disusun tahun lalu.",
        "Ana Wijaya mengajukan surat untuk dapat bertemu.",
        "Ana Wijaya menyerahkan bantuan. Air sudah surut.",
        "Jembatan ini adalah yang pertama di hulu sungai itu sejak lama, menegaskan peran PT Sungai Jernih.",
    ],
)
def test_a_deed_is_no_statement(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Keadaan di hilir menurutnya akan pulih pekan depan",
        "Jembatan di hilir disebutnya lebih kokoh dari yang lama",
        "Jalan di hulu bahkan diakuinya sudah lama rusak",
    ],
)
def test_a_word_within_the_sentence_tells_of_the_whole(sentence: str) -> None:
    text = f"Ana Wijaya mengatakan, air surut. {sentence}."
    assert said_in(text)[1] == Said("indirect", "Ana Wijaya", sentence)


def test_the_paper_that_reports_is_the_speaker() -> None:
    text = f"Dilaporkan laman Forum Sungai, {CLAUSE}."
    assert said_in(text) == [Said("indirect", "Forum Sungai", CLAUSE)]


@pytest.mark.parametrize("dateline", ["TEPIAN, KABAR.com\n\n- ", "TEPIAN, KABAR.com - ", "Tepian, Kabar Hulu -- "])
def test_a_sentence_begins_with_its_dateline(dateline: str) -> None:
    text = f"{dateline}Ana Wijaya mengatakan, {CLAUSE}."
    (quote,) = quotes_in(text)
    assert quote.sentence.of(text) == text
    assert quote.content.of(text) == CLAUSE


def test_items_below_a_heading_stay_apart() -> None:
    text = f"Tiga hal penting\n\n- Ana Wijaya mengatakan, {CLAUSE}."
    (quote,) = quotes_in(text)
    assert quote.sentence.start == text.index("- Ana")


def test_an_office_in_capitals_before_a_name_is_no_statement() -> None:
    text = 'GM Marketing Relation Taman Sungai, Ana Wijaya, mengatakan melalui rilis, "Air sudah surut sejak pagi."'
    assert [said.content for said in said_in(text)] == ["Air sudah surut sejak pagi."]


@pytest.mark.parametrize(
    "text",
    [
        "Ujar sang ibu, “Tolong anak saya!”",
        "“Tolong anak saya,” ujar sang ibu.",
    ],
)
def test_kin_behind_an_article_is_somebody_else_than_who_spoke_before(text: str) -> None:
    assert speakers_in(f"Bima Santoso mengatakan, air surut.\n\n{text}") == ["sang ibu"]


@pytest.mark.parametrize(("role", "office"), [("Ketua", "Ketua FSI"), ("Panglima Laut", "Panglima Laut RI")])
def test_an_office_with_its_acronym_is_who_has_the_office(role: str, office: str) -> None:
    text = f"{role} Ana Wijaya datang bersama Bima Santoso.\n\n{office} menegaskan bahwa {CLAUSE}."
    assert said_in(text, roles={"Ana Wijaya": role}) == [Said("indirect", "Ana Wijaya", CLAUSE)]


def test_the_office_of_another_body_is_nobody_who_was_named() -> None:
    text = f"Ketua FSI Ana Wijaya datang.\n\nKetua KPP menegaskan bahwa {CLAUSE}."
    assert said_in(text, roles={"Ana Wijaya": "Ketua FSI"}) == [Said("indirect", "Ketua KPP", CLAUSE)]


@pytest.mark.parametrize("text", ["Ana Wijaya membenarkan hal itu.", "Ana Wijaya menyampaikan kabar tersebut."])
def test_what_only_points_back_is_no_statement(text: str) -> None:
    assert said_in(text) == []


def test_a_line_without_a_full_stop_before_it_is_no_part_of_the_statement() -> None:
    text = f"Ana Wijaya mengatakan, air surut.\n\nBACA TERUS DI BAWAH Menurutnya, {CLAUSE}."
    assert said_in(text)[1] == Said("indirect", "Ana Wijaya", CLAUSE)


def test_whoever_stands_behind_the_reporting_paper_does_not_speak() -> None:
    text = "Dilaporkan laman Hulu Kini, Ana Wijaya akan membuka jembatan itu pekan depan."
    assert [said.speaker for said in said_in(text)] == ["Hulu Kini"]


def test_a_deed_with_a_clause_inside_stays_a_deed() -> None:
    assert said_in("Ana Wijaya membuka pintu air tidak lama setelah hujan.") == []
