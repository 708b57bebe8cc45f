"""What is reported without marks: the clause, its speaker, and what is no report."""

from __future__ import annotations

import pytest

from tests.extraction.spoken import Said, quotes_in, said_in

CLAUSE = "jembatan itu selesai sebelum musim hujan"


@pytest.mark.parametrize(
    "text",
    [
        f"Ana Wijaya mengatakan bahwa {CLAUSE}.",
        f"Ana Wijaya mengatakan, {CLAUSE}.",
        f"Ana Wijaya mengatakan {CLAUSE}.",
        f"Ana Wijaya juga mengatakan kepada wartawan bahwa {CLAUSE}.",
        f"Ana Wijaya mengatakan kepada wartawan, Senin (3/2/2025), {CLAUSE}.",
        f"Kepala Balai Jalan, Ana Wijaya, mengungkapkan, {CLAUSE}.",
        f"Ana Wijaya, Kepala Balai Jalan, menyebut {CLAUSE}.",
        f"Ana Wijaya di Balai Kota, Tepian, Senin (3/2/2025), mengatakan bahwa {CLAUSE}.",
        f"Ana Wijaya, yang datang bersama Bima Santoso, menilai {CLAUSE}.",
        f"Kepada Bima Santoso, Ana Wijaya memastikan {CLAUSE}.",
        f"Menurut Ana Wijaya, {CLAUSE}.",
        f"Menurut Kepala Balai Jalan, Ana Wijaya, {CLAUSE}.",
        f"Namun menurut Ana Wijaya, {CLAUSE}.",
        f"Dikatakan Ana Wijaya, {CLAUSE}.",
        f"Diungkapkan oleh Ana Wijaya, {CLAUSE}.",
        f"Ana Wijaya berharap {CLAUSE}.",
        f"Ana Wijaya yakin {CLAUSE}.",
        f"Ana Wijaya mengatakan bahwa {CLAUSE}, dikutip dari siaran pers.",
    ],
)
def test_the_clause_is_told_without_speaker_and_word_of_saying(text: str) -> None:
    assert said_in(text) == [Said("indirect", "Ana Wijaya", CLAUSE)]


def test_the_clause_may_come_first() -> None:
    text = f"{CLAUSE.capitalize()}, kata Ana Wijaya."
    assert said_in(text) == [Said("indirect", "Ana Wijaya", CLAUSE.capitalize())]


def test_the_speaker_may_stand_inside_the_clause() -> None:
    text = "Ana Wijaya datang. Karena itu, lanjutnya, jembatan harus selesai sebelum musim hujan."
    assert said_in(text) == [Said("indirect", "Ana Wijaya", "jembatan harus selesai sebelum musim hujan")]


def test_a_statement_has_its_sentence_and_its_word_of_saying() -> None:
    text = f"Hujan turun. Ana Wijaya mengatakan, {CLAUSE}. Hujan reda."
    (quote,) = quotes_in(text)
    assert quote.sentence.of(text) == f"Ana Wijaya mengatakan, {CLAUSE}."
    assert quote.cue is not None and quote.cue.of(text) == "mengatakan"
    assert quote.speaker.words is not None and quote.speaker.words.of(text) == "Ana Wijaya"


@pytest.mark.parametrize("pronoun", ["Dia", "Ia", "Beliau"])
def test_a_pronoun_is_the_last_who_spoke(pronoun: str) -> None:
    text = f"“Air surut pagi ini,” kata Bima Santoso di depan Citra Lestari. {pronoun} menambahkan, {CLAUSE}."
    assert said_in(text)[1] == Said("indirect", "Bima Santoso", CLAUSE)


def test_menurutnya_is_the_last_who_spoke() -> None:
    text = f"Ana Wijaya menyebut rapat itu singkat. Menurutnya, {CLAUSE}."
    assert said_in(text)[1] == Said("indirect", "Ana Wijaya", CLAUSE)


def test_a_borrowed_word_inside_makes_it_mixed() -> None:
    text = "Ana Wijaya menyinggung tentang kerja sama “rahasia” antara dua kota."
    (quote,) = quotes_in(text)
    assert (quote.type, quote.content.of(text)) == ("mixed", "kerja sama “rahasia” antara dua kota")
    assert [span.of(text) for span in quote.marked] == ["rahasia"]


def test_who_adds_something_after_his_own_words_says_two_things() -> None:
    text = "“Kami akan menunggu hasil uji,” ucap Bima Santoso seraya menambahkan bahwa dia yakin jalan itu akan dibuka."
    assert said_in(text) == [
        Said("direct", "Bima Santoso", "Kami akan menunggu hasil uji,"),
        Said("indirect", "Bima Santoso", "jalan itu akan dibuka"),
    ]


def test_a_paper_speaks_for_the_body_that_wrote_it() -> None:
    assert said_in(f"Menurut laporan Kementerian Danau, {CLAUSE}.") == [Said("indirect", "Kementerian Danau", CLAUSE)]


def test_a_paper_gives_way_to_whom_it_lets_speak() -> None:
    text = "Menurut keterangan Kementerian Danau, Ana Wijaya menyampaikan penolakan yang keras atas rencana itu."
    assert said_in(text) == [Said("indirect", "Ana Wijaya", "penolakan yang keras atas rencana itu")]


def test_speakers_without_a_name_are_described() -> None:
    text = "Sejumlah kelompok nelayan menilai danau itu belum aman."
    assert said_in(text) == [Said("indirect", "Sejumlah kelompok nelayan", "danau itu belum aman")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Wijaya datang untuk mengatakan bahwa jembatan itu selesai.",
        "Ana Wijaya tidak mengatakan bahwa jembatan itu selesai.",
        "Ana Wijaya belum menyebut siapa yang bersalah.",
        "Ana Wijaya akan menyampaikan laporan tahunan besok pagi.",
        "Hasil uji itu menegaskan pentingnya jembatan baru.",
        "Sungai Jernih mendorong warga menanam pohon di tepi danau.",
        "Ana Wijaya melanjutkan perjalanan ke hulu sungai.",
        "Disebutkan bahwa Danau Biru akan ditutup, sehingga warga menunggu.",
        "Menurut rencana, jembatan itu selesai sebelum musim hujan.",
        "Putusan itu, yang menegaskan hak warga atas danau, dibacakan kemarin.",
        "Baca juga: Ana Wijaya mengatakan jembatan itu selesai",
        "Hujan turun sejak pagi dan jalan ditutup.",
    ],
)
def test_what_nobody_is_reported_to_have_said_is_no_statement(text: str) -> None:
    assert said_in(text) == []


def test_what_is_reported_inside_marks_is_no_statement_of_its_own() -> None:
    text = "“Air surut pagi ini. Bima mengatakan jalan dibuka besok. Kami menunggu,” kata Ana Wijaya."
    assert [said.type for said in said_in(text)] == ["direct"]


def test_a_sentence_that_a_page_breaks_at_links_is_read_whole() -> None:
    text = (
        "Rapat itu dihadiri warga dari lima desa di tepi danau. Ana Wijaya dari\n\nForum Sungai\n\n"
        "Wilayah Utara menilai air danau belum aman."
    )
    assert said_in(text) == [Said("indirect", "Ana Wijaya", "air danau belum aman")]


def test_a_heading_is_no_part_of_the_sentence_after_it() -> None:
    text = "Ana Wijaya Kembali Meninjau Jembatan Tua di Kota Tepian Bersama Warga\n\nRapat Singkat\n\nmenyebut hasil"
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ana Wijaya menyampaikan, saat ini ada empat pintu air, dan semuanya tertutup.",
            "saat ini ada empat pintu air, dan semuanya tertutup",
        ),
        (f"Menurut Ana Wijaya, dikutip Kamis (22/5), {CLAUSE}.", CLAUSE),
    ],
)
def test_what_opens_a_clause_is_told_with_it_but_a_relay_is_not(text: str, content: str) -> None:
    assert said_in(text) == [Said("indirect", "Ana Wijaya", content)]
