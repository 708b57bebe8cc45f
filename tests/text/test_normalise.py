from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.normalise import body_from, fold, normalise_line, shown, unstorable


def test_a_no_break_space_inside_a_name_becomes_a_space() -> None:
    assert normalise_line("Maria\u00a0Zakharova") == "Maria Zakharova"


def test_runs_of_every_kind_of_blank_become_one_space() -> None:
    assert normalise_line("\t 1.100\u202f\u2007 \u00a0orang  ") == "1.100 orang"


def test_quotation_marks_dashes_and_digits_stay_as_printed() -> None:
    assert normalise_line("“angka-angka” – 1.100") == "“angka-angka” – 1.100"


def test_a_letter_and_its_accent_become_one_character() -> None:
    assert normalise_line("Erdog\u0306an") == "Erdoğan"


@given(st.text())
def test_a_normal_line_is_not_changed_again(line: str) -> None:
    once = normalise_line(line)
    assert normalise_line(once) == once
    assert once == unicodedata.normalize("NFC", once).strip()


def test_paragraphs_are_parted_by_one_blank_line_and_empty_ones_leave_no_trace() -> None:
    assert body_from(["Satu.", "", "Dua."]) == "Satu.\n\nDua."
    assert body_from([]) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jum’at", "JUMAT"),
        ("Jum'at", "Jumʼat"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Łukasz  Sørensen", "Lukasz Sorensen"),
        ("REPUBLIKA.CO.ID", "republika co id"),
        ("Al-Qur'an", "al quran"),
        ("Фёдор", "федор"),
        ("Zak\u00adharova\u200b", "Zakharova"),
    ],
)
def test_two_printings_of_a_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


def test_letters_that_only_look_accented_stay_apart() -> None:
    assert fold("Юрий") == "юрий"
    assert fold("हिन्दी") == "हिन्दी"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_text_that_postgresql_refuses_is_named_with_its_place() -> None:
    assert unstorable("Rusia") == ""
    assert unstorable("Ru\x00sia") == "The text holds a NUL character at position 2."
    assert unstorable("Rusia\ud800") == "The text holds half a character (surrogate U+D800) at position 5."


def test_a_message_repeats_a_long_or_unprintable_text_in_one_short_line() -> None:
    assert shown("a\x00b\nc") == "a\ufffdb\ufffdc"
    assert shown("x" * 500) == "x" * 39 + "…"
