from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.language import guess_language

INDONESIAN = "Dia mengatakan bahwa warga yang telah tiba di kota itu akan dibantu oleh pemerintah dan lembaga lain."
ENGLISH = "She said that the people who had arrived in the city would be helped by the government and others."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (INDONESIAN, "id"),
        (ENGLISH, "en"),
        (INDONESIAN.upper(), "id"),
        ("Putin Tawarkan Bantuan", ""),
        (f"{INDONESIAN} {ENGLISH}", ""),
        ("Владимир Путин заявил, что Россия готова помочь в эвакуации граждан.", ""),
        ("De minister was in Den Haag en zei dat we of is had een kans om te gaan of te blijven.", ""),
        ("Il ministro ha detto di essere pronto a lasciare il governo di Roma e di Milano.", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str) -> None:
    assert guess_language(text) == language


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert guess_language(text) in {"id", "en", ""}
