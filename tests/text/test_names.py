from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.names import display_gloss, name_key, slugify_name


def test_one_name_in_two_printings_has_one_key() -> None:
    assert name_key("Maria\u00a0ZAKHAROVA") == name_key("Maria Zakharova")
    assert name_key("Владимир Путин") == "владимир путин"
    assert name_key("Benyamin Netanyahu") != name_key("Benjamin Netanyahu")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Yury Ushakov", "yury-ushakov"),
        ("Владимир Путин", "vladimir-putin"),
        ("Мария Захарова", "mariya-zakharova"),
        ("Сергій Щербань", "sergiy-shcherban"),
        ("Jum’at S. Erdoğan", "jumat-s-erdogan"),
        ("Kantor-berita «TASS»", "kantor-berita-tass"),
        ("北京", ""),
        ("", ""),
    ],
)
def test_a_name_becomes_an_address(name: str, slug: str) -> None:
    assert slugify_name(name) == slug


def test_a_long_name_is_cut_between_words() -> None:
    assert slugify_name("Kementerian " * 20) == "-".join(["kementerian"] * 6)
    assert slugify_name("a" * 200) == "a" * 80


@given(st.text())
def test_every_address_is_plain(name: str) -> None:
    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify_name(name))
    assert len(slugify_name(name)) <= 80


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        (
            "Kremlin (Presidential Executive Office / press service)",
            ("Kremlin", "Presidential Executive Office / press service"),
        ),
        ("Kremlin", ("Kremlin", "")),
        ("Pew (survey (2023))", ("Pew", "survey (2023)")),
        ("PBB (UN) di Jenewa", ("PBB (UN) di Jenewa", "")),
        ("(anonim)", ("(anonim)", "")),
        ("Kremlin ()", ("Kremlin ()", "")),
    ],
)
def test_a_gloss_in_parentheses_is_told_apart_from_the_name(name: str, parted: tuple[str, str]) -> None:
    assert display_gloss(name) == parted
