from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.language import SMALL_WORDS, guess_language

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


PIECES = st.sampled_from(sorted(SMALL_WORDS["id"] | SMALL_WORDS["en"])) | st.sampled_from(
    [" ", " ", " ", "\n", "-", "_", "’", "9", "é", "漢", "\u0301", "\u00ad", "Kota"]
)


@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from([str, str.upper]))
def test_a_small_word_counts_where_it_stands_alone_in_any_case(text: str, case: Callable[[str], str]) -> None:
    printed = case(text)
    hits = {
        language: re.findall(rf"\b(?:{'|'.join(words)})\b", printed, re.IGNORECASE)
        for language, words in SMALL_WORDS.items()
    }
    most = max(map(len, hits.values()))
    enough = most >= 0.08 * len(printed.split()) and most >= 0.8 * sum(map(len, hits.values()))
    fit = [language for language, found in hits.items() if len(found) == most and len(set(found)) >= 3 and enough]
    assert guess_language(printed) == (fit[0] if fit else "")
