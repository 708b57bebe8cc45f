from __future__ import annotations

import pytest

from articles.extraction.findings import Named
from articles.extraction.known import Known
from articles.extraction.names import find_names
from articles.extraction.story import Story


def people_in(body: str) -> list[Named]:
    return [one for one in find_names(Story(body=body), (), Known()).all if one.kind == "person"]


def printed(body: str) -> dict[str, list[str]]:
    """Return the printings of each person of a text, by name."""
    return {one.name: [place.span.of(body) for place in one.printed] for one in people_in(body)}


@pytest.mark.parametrize(
    "called",
    [
        "Bagus Hermawan (Jozo) pulang",
        "Bagus Hermawan, (Jozo) pulang",
        "Bagus Hermawan alias Jozo pulang",
        "Bagus Hermawan, yang akrab disapa Jozo, pulang",
        "Bagus Hermawan atau biasa dipanggil Jozo pulang",
        "Bagus Hermawan yang lebih akrab disapa Mas Jozo pulang",
        "Bagus Hermawan atau yang lebih akrab dengan nama Jozo pulang",
        "Bagus Hermawan atau yang lebih akrab dengan namaJozo pulang",
        "Bagus Hermawan, yang akrab dengan sapaan Jozo, pulang",
        "Bagus Hermawan, sapaan akrab Jozo, pulang",
        "Bagus Hermawan yang dikenal dengan panggilan Jozo pulang",
    ],
)
def test_whoever_is_called_by_another_name_is_the_same(called: str) -> None:
    assert printed(f"Menteri Sosial {called}. Menurut Jozo, hujan turun.") == {
        "Bagus Hermawan": ["Bagus Hermawan", "Jozo", "Jozo"]
    }


def test_a_title_is_a_part_of_the_name_by_which_all_know_somebody() -> None:
    body = "Menteri Sosial Saifullah Yusuf atau Gus Ipul pulang. Kata Gus Ipul, hujan turun."
    assert printed(body) == {"Saifullah Yusuf": ["Saifullah Yusuf", "Gus Ipul", "Gus Ipul"]}


def test_two_people_are_two() -> None:
    assert list(printed("Menurut Bagus Hermawan atau Rina Matulessy, hujan turun.")) == [
        "Bagus Hermawan",
        "Rina Matulessy",
    ]


def test_letters_of_a_name_mean_its_bearer_wherever_they_stand() -> None:
    body = "Bupati Bagus Hermawan (KBH) pulang. Dari laporan itu, KBH memastikan hujan turun."
    assert printed(body) == {"Bagus Hermawan": ["Bagus Hermawan", "KBH", "KBH"]}


def test_letters_that_are_none_of_a_name_mean_nobody_elsewhere() -> None:
    body = "Penjaga gawang Bagus Hermawan (PSZ) pulang. Dari laporan itu, PSZ memastikan hujan turun."
    assert "PSZ" not in printed(body)["Bagus Hermawan"][2:]


def test_whom_all_call_by_letters_has_the_whole_name() -> None:
    assert list(printed("Kata SBY, hujan turun.")) == ["Susilo Bambang Yudhoyono"]
    both = "Susilo Bambang Yudhoyono pulang. Kata SBY, hujan turun."
    assert printed(both) == {"Susilo Bambang Yudhoyono": ["Susilo Bambang Yudhoyono", "SBY"]}


def test_a_shortened_first_name_belongs_to_the_name() -> None:
    assert list(printed("Menurut Tb. Hasan Wirya, hujan turun.")) == ["Tb. Hasan Wirya"]


@pytest.mark.parametrize(
    "called",
    [
        "Bagus Hermawan yang dikenal sebagai Bapak Bangsa pulang",
        "Bagus Hermawan yang dikenal sebagai Zorvikus pulang",
        "Bagus Hermawan dengan Jokowi pulang",
        "Bagus Hermawan dengan nama PT Zorvik pulang",
    ],
)
def test_what_somebody_is_known_for_is_no_other_name(called: str) -> None:
    assert printed(f"Menteri Sosial {called}.")["Bagus Hermawan"] == ["Bagus Hermawan"]


def test_what_somebody_is_known_as_is_a_name_when_it_speaks() -> None:
    body = "Bagus Hermawan yang dikenal sebagai Jozo pulang. Hujan turun, kata Jozo."
    assert printed(body) == {"Bagus Hermawan": ["Bagus Hermawan", "Jozo", "Jozo"]}
