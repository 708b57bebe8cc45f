"""Who has the floor where a text tells it by a pronoun, a role or nothing, and what no page may make of it."""

from __future__ import annotations

import pytest

from articles.extraction.story import Story
from tests.extraction.spoken import Said, said_in, speakers_in

CLAUSE = "jembatan itu selesai sebelum musim hujan"


def test_a_pronoun_means_the_subject_of_the_sentence_right_before_it() -> None:
    text = f"“Air surut,” kata Ana Wijaya.\n\nBima Santoso cepat menanggapi. Dia mengatakan {CLAUSE}."
    assert said_in(text)[-1] == Said("indirect", "Bima Santoso", CLAUSE)


def test_a_pronoun_in_the_next_paragraph_means_who_spoke_last() -> None:
    text = f"“Air surut,” kata Ana Wijaya.\n\nBima Santoso ditahan.\n\nDia mengatakan {CLAUSE}."
    assert said_in(text)[-1].speaker == "Ana Wijaya"


@pytest.mark.parametrize("lead", ["Kritik juga datang dari ahli sungai", "Berbeda dengan", "Hal itu dirasakan oleh"])
def test_who_is_brought_in_as_a_source_speaks_next(lead: str) -> None:
    text = f"“Air surut,” kata Ana Wijaya.\n\n{lead} Bima Santoso.\n\n“Air pasang lagi,” katanya."
    assert speakers_in(text) == ["Ana Wijaya", "Bima Santoso"]


def test_one_person_is_not_several() -> None:
    text = f"“Air surut,” kata Ana Wijaya.\n\nWarga datang ke kantor itu. Mereka mengatakan {CLAUSE}."
    assert said_in(text)[-1] == Said("indirect", "", CLAUSE)


def test_a_role_that_points_back_to_nobody_describes_the_speaker() -> None:
    assert said_in("“Minum air yang cukup,” kata dokter itu.") == [Said("direct", "dokter", "Minum air yang cukup,")]


def test_a_line_that_points_elsewhere_is_no_speaker() -> None:
    text = "Ana Wijaya datang.\n\n“Air sungai sudah surut,” kataBaca Juga: Cara Membuat Perahu Kayu"
    assert speakers_in(text) == ["Ana Wijaya"]


def test_a_closing_mark_without_an_opening_one_swallows_no_paragraph() -> None:
    text = (
        "Ana Wijaya datang. Uangnya Rp2.000.000,''ujar Bima Santoso.\n\nKasus kedua terjadi Kamis.\n\n"
        "Barangnya dibawa ke kantor,”jelasnya."
    )
    assert all("Kasus kedua" not in said.content for said in said_in(text))


def test_an_open_mark_reaches_over_no_words_of_saying() -> None:
    text = "“Air sungai sudah surut.\n\nSurutnya pelan, kata Ana Wijaya.\n\nRapat usai,” tutup Bima Santoso."
    assert all("Surutnya" not in said.content for said in said_in(text) if said.type == "direct")


@pytest.mark.parametrize(
    "text",
    [
        f"Kapolsek Ana Wijaya, SH, M.Si mengatakan {CLAUSE}.",
        f"Air sungai naik sejak pagi, tetapi Ana Wijaya mengatakan {CLAUSE}.",
        f"Menurut Ana Wijaya,{CLAUSE}.",
        f"Ana Wijaya mengatakan {CLAUSE}.Warga lalu pulang ke rumah.",
    ],
)
def test_degrees_clauses_and_lost_spaces_hide_no_speaker(text: str) -> None:
    said = said_in(text)
    assert [(one.speaker, one.content) for one in said] == [("Ana Wijaya", CLAUSE)]


def test_a_noun_with_a_capital_behind_announced_words_is_the_next_sentence() -> None:
    text = "Ana Wijaya menjelaskan, “Air sungai itu sudah surut.” Perintah Bima Santoso datang sesudahnya."
    assert speakers_in(text) == ["Ana Wijaya"]


@pytest.mark.parametrize("title", ["dr.", "Plh.", "Kompol.", "Prof.", "drg.", "Pj.", "Kombes. Pol."])
def test_a_shortened_title_ends_no_sentence(title: str) -> None:
    assert len(Story(body=f"Rapat dibuka oleh {title} Ana Wijaya. Warga datang.").sentences) == 2


def test_sentences_without_a_space_between_them_are_two() -> None:
    assert len(Story(body="Air sungai surut.Warga pulang ke rumah.").sentences) == 2
    assert len(Story(body="Situs Danau.Com dibuka.").sentences) == 1


def test_who_opens_a_clause_is_its_subject() -> None:
    text = f"“Air surut,” kata Ana Wijaya.\n\nTak hanya memuji Bima Santoso, Ana juga bercanda. Ia menyebut {CLAUSE}."
    assert said_in(text)[-1].speaker == "Ana Wijaya"


@pytest.mark.parametrize(
    "text",
    [
        "Balai itu sudah membangun empat pintu air di hulu bersama Ana Wijaya, menegaskan perannya di daerah itu.",
        "Ana Wijaya berhasil mengungkap tiga pencurian perahu di hulu.",
        "Ana Wijaya tampil percaya diri dengan kain merah di hulu.",
        "Film itu mengisahkan perjalanan dua nelayan ke hulu.",
    ],
)
def test_what_only_shows_or_does_something_says_nothing(text: str) -> None:
    assert said_in(text) == []
