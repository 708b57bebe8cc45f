"""Whose words a sentence tells: accounts, views, shared subjects, names that only add to another; and hearsay."""

from __future__ import annotations

import pytest

from articles.extraction.engine import read
from articles.extraction.story import Story
from tests.extraction.spoken import Said, said_in

CLAUSE = "jembatan itu akan selesai sebelum musim hujan"


@pytest.mark.parametrize(
    "source",
    [
        "Berdasarkan keterangan Forum Sungai",
        "Berdasarkan keterangan resmi Forum Sungai",
        "Berdasarkan keterangan yang diterima dari Forum Sungai",
        "Berdasarkan pernyataan yang dirilis Forum Sungai",
        "Menurut siaran pers Forum Sungai",
        "Menurut keterangan tertulis dari Forum Sungai",
    ],
)
def test_an_account_is_of_whoever_gave_it(source: str) -> None:
    assert said_in(f"{source}, {CLAUSE}.") == [Said("indirect", "Forum Sungai", CLAUSE)]


def test_an_account_may_be_of_somebody_without_a_name() -> None:
    assert said_in(f"Berdasarkan keterangan pihak kepolisian, {CLAUSE}.") == [
        Said("indirect", "pihak kepolisian", CLAUSE)
    ]


@pytest.mark.parametrize("opening", ["Berdasarkan aturan Forum Sungai", "Berdasarkan kontrak Forum Sungai"])
def test_what_rests_on_a_rule_is_no_account(opening: str) -> None:
    assert said_in(f"{opening}, {CLAUSE}.") == []


def test_a_view_may_be_told_by_for_and_a_person() -> None:
    assert said_in(f"Bagi Ana Wijaya, {CLAUSE}.") == [Said("indirect", "Ana Wijaya", CLAUSE)]


@pytest.mark.parametrize(
    "text",
    ["Bagi Ana Wijaya, ini adalah gelar ketiga musim ini.", "Bagi Forum Sungai, hujan deras menjadi ujian berat."],
)
def test_what_something_is_for_somebody_may_be_no_view(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    "subject",
    [
        "Ana Wijaya selaku manajer Bima Santoso",
        "Ana Wijaya yang merupakan istri Bima Santoso",
        "Ana Wijaya bersama tim kuasa hukum Bima Santoso",
        "Ana Wijaya, pengurus Forum Sungai",
        "Ana Wijaya meninjau pintu air dan",
        "Dalam kunjungan itu, Ana Wijaya meninjau pintu air, dan",
    ],
)
def test_a_name_that_only_adds_to_another_does_not_speak(subject: str) -> None:
    assert said_in(f"{subject} mengatakan {CLAUSE}.") == [Said("indirect", "Ana Wijaya", CLAUSE)]


@pytest.mark.parametrize(
    "text",
    [
        "Forum Sungai memperbaiki pintu air dan menambahkan tiga lampu.",
        "Aturan itu melindungi warga dan mengatakan banyak hal tentang Bima Santoso.",
        "Forum Sungai mengeruk sungai karena warga bekerja dan mengatakan banyak hal.",
    ],
)
def test_a_subject_is_not_shared_with_a_deed_or_a_clause_of_another(text: str) -> None:
    assert said_in(text) == []


def test_a_body_shares_its_verb_of_saying_with_the_clause_before() -> None:
    assert said_in(f"Forum Sungai meninjau pintu air dan mengatakan {CLAUSE}.") == [
        Said("indirect", "Forum Sungai", CLAUSE)
    ]


@pytest.mark.parametrize(
    ("saying", "content"),
    [
        ("Ana Wijaya memberi sinyal bahwa", CLAUSE),
        ("Ana Wijaya meluruskan,", CLAUSE),
        ("Ana Wijaya mengatakan, air surut. Pihaknya perkirakan", CLAUSE),
    ],
)
def test_a_verb_hands_on_its_clause_however_it_is_printed(saying: str, content: str) -> None:
    assert said_in(f"{saying} {content}.")[-1] == Said("indirect", "Ana Wijaya", content)


def test_a_verb_may_be_glued_to_the_name() -> None:
    story = Story(body=f"Gubernur Rina Matulessymengatakan {CLAUSE}. Air surut, kata Rina Matulessy.", language="id")
    first = read(story).quotes[0]
    assert (first.speaker.name, story.words(first.content)) == ("Rina Matulessy", CLAUSE)


def test_a_claim_that_is_denied_is_a_statement() -> None:
    assert said_in("Ana Wijaya menampik tudingan itu.") == [Said("indirect", "Ana Wijaya", "tudingan itu")]
    assert said_in("Ana Wijaya menampik bola itu.") == []


@pytest.mark.parametrize("seen", ["ditemukan", "digambarkan", "diduga", "dituding"])
def test_what_others_tell_of_somebody_he_did_not_say(seen: str) -> None:
    assert said_in(f"Ana Wijaya {seen} meminta uang kepada warga.") == []


def test_a_newsroom_that_asks_does_not_take_the_floor() -> None:
    text = f"“Benar,” kata Ipda Rd. Ana Wijaya. Hal itu dikonfirmasi Kabar.id, Selasa. Ia mengatakan, {CLAUSE}."
    assert [said.speaker for said in said_in(text)] == ["Ana Wijaya", "Ana Wijaya"]


@pytest.mark.parametrize(
    "deed", ["Ana Wijaya telah menulis, merekam, dan merilis lagu.", "Kisahnya terungkap saat hujan."]
)
def test_a_list_of_deeds_and_a_tale_are_no_statements(deed: str) -> None:
    assert said_in(f"“Air surut,” kata Ana Wijaya. {deed}")[1:] == []
