"""Whom a statement is put into the mouth of, and what nobody has said."""

from __future__ import annotations

import pytest

from tests.extraction.spoken import Said, said_in, speakers_in

CLAUSE = "jembatan itu akan selesai sebelum musim hujan"
BEFORE = "“Air surut,” kata Bima Santoso.\n\n"


@pytest.mark.parametrize(
    "phrase",
    [
        "Pentolan Forum Sungai itu",
        "Suami Citra Lestari itu",
        "Adik kandung mendiang Citra Lestari ini",
        "Ayah dua anak itu",
        "Warga Hulu, Tepian ini",
        "Pihaknya",
    ],
)
def test_who_is_told_by_what_he_is_was_the_last_to_speak(phrase: str) -> None:
    assert said_in(f"{BEFORE}{phrase} mengatakan {CLAUSE}.")[-1] == Said("indirect", "Bima Santoso", CLAUSE)


@pytest.mark.parametrize("phrase", ["Kuasa hukum Ana Wijaya", "Tim Ana Wijaya", "Pihak Ana Wijaya"])
def test_who_speaks_for_somebody_is_not_the_one(phrase: str) -> None:
    assert said_in(f"{phrase} mengatakan {CLAUSE}.") == [Said("indirect", phrase, CLAUSE)]


def test_whoever_somebody_speaks_through_only_stands_by() -> None:
    text = f"Kepala Balai Jalan, Ana Wijaya, melalui Wakil Kepala, Bima Santoso, menyampaikan bahwa {CLAUSE}."
    assert said_in(text) == [Said("indirect", "Ana Wijaya", CLAUSE)]


@pytest.mark.parametrize("phrase", ["Bank ini", "Perusahaan tersebut"])
def test_a_body_that_is_pointed_to_is_no_person(phrase: str) -> None:
    said = said_in(f"{BEFORE}{phrase} menyatakan {CLAUSE}.")[-1]
    assert said == Said("indirect", phrase.split()[0], CLAUSE)


def test_who_relayed_words_did_not_say_them() -> None:
    text = f"Polisi Tepian dalam pernyataannya, seperti dilansir Forum Sungai, Senin (3/2/2025), menyebut {CLAUSE}."
    assert said_in(text) == [Said("indirect", "Polisi Tepian", CLAUSE)]


def test_a_verb_of_his_own_parts_somebody_from_what_others_say() -> None:
    text = f"Ana Wijaya melihat banyak orang beranggapan bahwa {CLAUSE}."
    assert [said.speaker for said in said_in(text)] == []


def test_words_that_are_a_clause_are_no_speaker() -> None:
    assert said_in("PT Danau mengganti tiga jajaran pengurus serta menambahkan dua jabatan baru.") == []


def test_the_spokesman_of_a_body_speaks_behind_its_statement() -> None:
    text = (
        "“Air surut,” kata juru bicara Forum Sungai, Ana Wijaya.\n\n"
        f"Forum Sungai menilai {CLAUSE}.\n\n“Kami yakin itu,” ujarnya."
    )
    assert speakers_in(text) == ["Ana Wijaya", "Ana Wijaya"]


def test_a_person_of_another_body_does_not_speak_for_it() -> None:
    text = f"“Air surut,” kata Ana Wijaya.\n\nForum Sungai menilai {CLAUSE}.\n\n“Kami yakin itu,” tulisnya."
    assert speakers_in(text) == ["Ana Wijaya", "Forum Sungai"]


def test_a_body_that_anybody_may_mean_takes_the_floor_from_nobody() -> None:
    text = f"{BEFORE}Pemerintah mengimbau agar warga menunggu.\n\n“Air pasang lagi,” katanya."
    assert speakers_in(text) == ["Bima Santoso", "Bima Santoso"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Wijaya menyampaikan apresiasi atas kerja warga.",
        "Ana Wijaya mengungkapkan kronologi kejadian di hulu sungai.",
        "Ana Wijaya mengapresiasi langkah warga menjaga sungai.",
        "Ana Wijaya bertanya soal harga beras.",
        "Forum Sungai mengungkap tiga pencurian perahu.",
        "Mereka menuntut ganti rugi atas pencurian perahu.",
        "Kabar itu membuatnya menyadari bahwa air sungai sudah lama surut.",
        "Menurut kepercayaan warga, seseorang harus menemui Ana Wijaya sebelum musim hujan.",
        "Ana Wijaya menyampaikan saat ditemui di rumahnya, kawasan Hulu, Tepian.",
    ],
)
def test_what_only_names_a_thing_or_does_one_is_no_statement(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Wijaya menyampaikan harapan agar jembatan itu selesai.", "harapan agar jembatan itu selesai"),
        ("Ana Wijaya menjelaskan prosesnya masih berjalan.", "prosesnya masih berjalan"),
        (
            "Forum Sungai mengungkap jembatan itu dibangun tanpa izin.",
            "jembatan itu dibangun tanpa izin",
        ),
        ("Forum Sungai memprediksi air sungai akan naik.", "air sungai akan naik"),
        ("Ana Wijaya secara terbuka menyebut jembatan itu rapuh.", "jembatan itu rapuh"),
        (
            "Ana Wijaya mengatakan, kasus itu berawal dari kabar bahwa jembatan rapuh.",
            "kasus itu berawal dari kabar bahwa jembatan rapuh",
        ),
        ("Air akan naik sampai akhir tahun, menurut laporan Kabar Hulu.", "Air akan naik sampai akhir tahun"),
        ("Padahal menurut Ana Wijaya, jembatan itu rapuh.", "jembatan itu rapuh"),
        ("Ana Wijaya mengatakan, jika air surut, pintu dibuka.", "jika air surut, pintu dibuka"),
        ("Untuk pintu di hulu sungai itu, kata Ana Wijaya, bisa dibuka.", None),
    ],
)
def test_a_clause_makes_it_one(text: str, content: str | None) -> None:
    """`content`: None for the whole sentence."""
    assert [said.content for said in said_in(text)] == [content or text.rstrip(".")]


def test_a_headline_in_the_middle_of_a_line_is_no_part_of_what_is_said() -> None:
    text = f"Air surut. Baca juga: Lima Jembatan Tua yang Pernah Hanyut Kemarin siang, Ana Wijaya mengatakan {CLAUSE}."
    assert said_in(text) == [Said("indirect", "Ana Wijaya", CLAUSE)]


def test_a_role_that_goes_on_ends_in_its_bearer() -> None:
    text = "“Air surut,” ujar Ketua Panitia yang juga Lurah Hulu Tepian, Ana Wijaya."
    assert speakers_in(text) == ["Ana Wijaya"]


def test_what_stands_before_announced_words_is_no_statement() -> None:
    text = "Berbicara kepada para wartawan di tepi danau, Ana Wijaya mengatakan: “Air sungai itu sudah surut.”"
    assert [said.type for said in said_in(text)] == ["direct"]


@pytest.mark.parametrize(
    "text",
    [
        "Air sungai itu sendiri, jelas pak Ana, hanya bisa naik pada musim hujan.",
        "Ana Wijaya juga tidak memungkiri bahwa air akan naik.",
        "Ana Wijaya tak menampik bahwa air akan naik.",
    ],
)
def test_whoever_does_not_deny_says_so_and_a_title_opens_a_name(text: str) -> None:
    assert [said.speaker for said in said_in(text)] == ["Ana Wijaya"]


def test_himself_is_whoever_spoke() -> None:
    text = "Ana Wijaya menyebut bahwa air surut. Dirinya juga mengatakan, pihaknya sedang bekerja di hulu."
    assert [said.speaker for said in said_in(text)] == ["Ana Wijaya", "Ana Wijaya"]
