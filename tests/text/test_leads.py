"""The lead of a text: few words, those that say what it is about, with the places that they have in the whole."""

from __future__ import annotations

import re
from typing import Final, Literal

from articles.text.analysis import Field, tsvector
from articles.text.leads import MOST_BEGUN, MOST_HEADED, MOST_PLACES, MOST_REPEATED, vectors

_ENTRY: Final = re.compile(r"'((?:[^']|'')*)':(\S+)")


def lexemes(vector: str) -> dict[str, list[str]]:
    return {lexeme: places.split(",") for lexeme, places in _ENTRY.findall(vector)}


def lead(*fields: tuple[str, Literal["A", "B", "C", "D"]], language: str = "id") -> dict[str, list[str]]:
    return lexemes(vectors([Field(*field) for field in fields], language)[1])


def test_the_whole_is_what_the_analysis_says() -> None:
    fields = [Field("Gempa di Ambon", "A"), Field("Warga mengungsi.", "D")]
    assert vectors(iter(fields), "id")[0] == tsvector(fields, "id")


def test_it_has_headline_and_deck_whole_and_the_first_paragraph_without_small_words() -> None:
    found = lead(
        ("Gempa di Ambon", "A"),
        ("Tiga dan empat", "B"),
        ("Warga yang mengungsi dan pulang.", "D"),
        ("Laut tenang.", "D"),
    )
    assert {"gempa", "di", "ambon", "tiga", "dan", "empat", "warga", "mengungsi", "pulang"} <= found.keys()
    assert not {"yang", "laut", "tenang"} & found.keys()


def test_word_families_are_in_it_too() -> None:
    assert {"mengungsi", "i:ungsi"} <= lead(("Warga mengungsi", "A")).keys()


def test_what_is_repeated_further_down_is_in_it_but_no_small_word() -> None:
    found = lead(("Judul", "A"), ("Awal.", "D"), ("Kapal yang tiba, kapal yang pergi, dan dermaga.", "D"))
    assert "kapal" in found
    assert not {"yang", "dermaga"} & found.keys()


def test_what_is_repeated_most_comes_before_what_comes_first() -> None:
    often = [f"kata{number}" for number in range(MOST_REPEATED)]
    text = "perahu perahu. " + ". ".join(f"{word} {word} {word}" for word in often)
    found = lead(("Judul", "A"), ("Awal.", "D"), (text, "D"))
    assert set(often) <= found.keys()
    assert "perahu" not in found


def test_a_caption_is_no_part_of_it_and_hides_nothing_of_the_first_paragraph() -> None:
    found = lead(("Judul", "A"), ("Foto gempa Ambon", "C"), ("Gempa mengguncang Ambon.", "D"))
    assert {"gempa", "ambon", "mengguncang"} <= found.keys()
    assert "foto" not in found


def test_places_and_weights_are_those_of_the_whole() -> None:
    fields = [Field("Gempa di Ambon", "A"), Field("Gempa terjadi pagi. Gempa " * 5, "D"), Field("Gempa.", "D")]
    whole, leading = map(lexemes, vectors(fields, "id"))
    for lexeme, places in leading.items():
        assert places == whole[lexeme][:MOST_PLACES], lexeme
    assert len(whole["gempa"]) > MOST_PLACES


def test_it_stays_short_however_long_the_text_is() -> None:
    words = " ".join(f"kata{number}" for number in range(1000))
    found = lead((words, "A"), (words.replace("kata", "awal"), "D"), (words.replace("kata", "akhir") * 2, "D"))
    assert len(found) <= MOST_HEADED + MOST_BEGUN + MOST_REPEATED


def test_a_text_without_paragraphs_or_without_words_has_a_lead_as_well() -> None:
    assert lead(("Gempa", "A")).keys() == {"gempa"}
    assert vectors([Field("", "A"), Field("", "D")], "id") == ("", "")
    assert vectors([]) == ("", "")
