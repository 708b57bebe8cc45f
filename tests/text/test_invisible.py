"""What nobody sees does not get into a name, and what a script needs stays."""

from __future__ import annotations

import pytest

from articles.text.invisible import Kind, clean_name, clean_text


@pytest.mark.parametrize(
    ("typed", "text", "removed"),
    [
        ("Ana\x00 Wijaya", "Ana Wijaya", {Kind.NUL: 1}),
        ("Ana\x07\x1b\x9f", "Ana", {Kind.CONTROL: 3}),
        ("\u202eayajiW anA\u202c", "ayajiW anA", {Kind.DIRECTION: 2}),
        ("\u2066Ana\u2069\u200e\u200f\u061c", "Ana", {Kind.DIRECTION: 5}),
        ("\ufeffAna\u200b Wi\u00adjaya\u2060", "Ana Wijaya", {Kind.INVISIBLE: 4}),
        ("A\u200dna\u200c", "Ana", {Kind.INVISIBLE: 2}),
        ("Ana\ud800", "Ana", {Kind.HALF: 1}),
        ("Ana\r\nWijaya\u2028Putri", "Ana Wijaya Putri", {Kind.BREAK: 2}),
        ("\x00\u202eA\x00", "A", {Kind.NUL: 2, Kind.DIRECTION: 1}),
        ("\U000e0041\U000e007fAna", "Ana", {Kind.INVISIBLE: 2}),
    ],
)
def test_names_lose_what_nobody_sees_and_it_is_counted(typed: str, text: str, removed: dict[Kind, int]) -> None:
    cleaned = clean_name(typed)
    assert cleaned.text == text
    assert cleaned.removed == removed


@pytest.mark.parametrize(
    "name",
    [
        *("Ana Wijaya", "Sa\u02bcad", "O'Neill", "D\u2019Arcy", "Jose\u0301", "Иванов", "علي", "महात्मा", "王毅"),
        *("علی\u200cرضا", "क्\u200dष", "👩 Ana", "Al\u00a0Jazeera", ""),
    ],
)
def test_names_of_every_script_stay_as_typed(name: str) -> None:
    assert clean_name(name).text == name
    assert clean_name(name).removed == {}


def test_a_tab_in_a_name_is_a_space() -> None:
    assert clean_name("Ana\tWijaya").text == "Ana Wijaya"


def test_texts_keep_lines_and_what_the_press_prints() -> None:
    text = "Satu.\n\n\tDua\u200e \u202bשלום\u202c per\u00adintah\r\n"
    assert clean_text(text).text == text


def test_texts_lose_what_cannot_be_stored_or_shown() -> None:
    cleaned = clean_text("\ufeffSa\x00tu\x08.\n\ud83d\x0b")
    assert cleaned.text == "Satu.\n\x0b"
    assert cleaned.removed == {Kind.NUL: 1, Kind.HALF: 1, Kind.CONTROL: 1, Kind.INVISIBLE: 1}


def test_a_hundred_thousand_of_them_are_quickly_gone() -> None:
    assert clean_name("\u202e\x00" * 50_000).removed == {Kind.NUL: 50_000, Kind.DIRECTION: 50_000}
