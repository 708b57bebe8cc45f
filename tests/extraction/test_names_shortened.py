"""Offices and firms that a text calls by a short form: "MenLH", "Kabid Humas", "Persero"."""

from __future__ import annotations

import pytest

from articles.extraction.engine import read
from articles.extraction.name_shortened import shortens
from articles.extraction.story import Story


def speakers_in(body: str) -> list[str]:
    return [quote.speaker.name for quote in read(Story(body=body)).quotes]


def names_in(body: str) -> set[str]:
    found = read(Story(body=body)).names
    return {form for one in found for form in (one.name, *one.variants)}


@pytest.mark.parametrize(
    ("office", "short"),
    [
        ("Menteri Lingkungan Hidup (MenLH),", "MenLH"),
        ("Menteri Lingkungan Hidup (MenLH)", "MenLH"),
        ("Wakil Menteri Pariwisata (Wamenpar)", "Wamenpar"),
        ("Kepala Bidang Humas (Kabid Humas)", "Kabid Humas"),
        ("Wakil Menteri Pariwisata", "Wamenpar"),
        ("Menteri Luar Negeri", "Menlu"),
        ("Direktur Utama", "Dirut"),
    ],
)
def test_the_short_form_of_an_office_means_its_bearer(office: str, short: str) -> None:
    body = (
        f'{office} Bagus Hermawan datang. Rina Matulessy menunggu. "Kami segera bekerja," kata {short} di tepi sungai.'
    )
    assert speakers_in(body) == ["Bagus Hermawan"]
    assert short not in names_in(body)


def test_the_short_form_stands_before_a_verb_too() -> None:
    body = 'Wakil Menteri Pariwisata (Wamenpar) Rina Matulessy hadir. "Kami harap itu dijaga," Wamenpar mengatakan.'
    assert speakers_in(body) == ["Rina Matulessy"]


@pytest.mark.parametrize("office", ["MenLH", "WamenPU", "Kasatzorv", "Wamenzorv", "Danpomzorv"])
def test_what_is_formed_as_an_office_is_nobody(office: str) -> None:
    assert office not in names_in(f"Kemarin {office} menolak usul itu. {office} pulang.")


@pytest.mark.parametrize(
    ("short", "office", "does"),
    [
        ("menlu", "menteri luar negeri", True),
        ("wamenpar", "wakil menteri pariwisata", True),
        ("kadis", "kepala dinas kehutanan", True),
        ("kapolres", "kepala kepolisian resor hulu", True),
        ("dirjen", "direktur jenderal", True),
        ("menag", "menteri keuangan", False),
        ("men", "menteri", False),
        ("", "menteri luar negeri", False),
        ("menteri", "menteri", False),
    ],
)
def test_letters_are_of_the_words_of_an_office(short: str, office: str, *, does: bool) -> None:
    assert shortens(short, office) is does


@pytest.mark.parametrize("form", ["Persero", "Perseroan"])
def test_the_form_of_a_firm_alone_means_the_firm(form: str) -> None:
    body = f"PT Zorvik (Persero) datang. {form} menyatakan bahwa laba naik. {form} pulang."
    assert speakers_in(body) == ["PT Zorvik"]
    assert form not in names_in(body)


def test_a_firm_that_is_told_of_does_not_take_the_floor() -> None:
    body = (
        "PT Zorvik (Persero) datang. Direktur Utama Bagus Hermawan mengatakan komitmen ini terlihat. "
        'Persero turut mendorong anak usaha untuk bekerja. "Kami segera bekerja," ujarnya.'
    )
    assert speakers_in(body) == ["Bagus Hermawan", "Bagus Hermawan"]


@pytest.mark.parametrize("form", ["Persero", "Perseroda", "Tbk"])
def test_the_form_of_a_firm_is_no_name(form: str) -> None:
    assert form not in names_in(f"PT Zorvik ({form}) mengatakan laba naik. Kemarin {form} menolak usul itu.")
