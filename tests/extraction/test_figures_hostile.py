"""No text raises, none takes long, and every value can be held."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction.days import find_days
from articles.extraction.figures import LARGEST, RULES, claims, find_figures
from articles.extraction.story import Story
from tests.extraction.counting import figures_in
from tests.steps import LINE, assert_steady, filled

PIECES = st.sampled_from(
    [
        *(
            "3",
            "1.100",
            "dua",
            "puluh",
            "ribu",
            "Rp",
            "$",
            "%",
            "persen",
            "orang",
            "dari",
            "di antaranya",
            "Dari",
            "itu",
        ),
        *("sekitar", "hingga", "-", ",", ".", "\n\n", "“", "(", "setengah", "ratusan", "2 Mei", "sejak", "of", "them"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join)), st.sampled_from(["id", "en"]))
def test_no_text_raises_and_every_figure_lies_in_its_words(text: str, language: str) -> None:
    story = Story(body=text, language=language)
    found = find_figures(story, find_days(story))
    for figure in found:
        assert figure.span.end <= len(text)
        assert figure.rule in RULES
        assert figure.value_to is None or figure.value < figure.value_to
        assert figure.unit
        assert 0 < len(figure.measure) <= 300
        assert len(figure.unit) <= 60
        assert figure.out_of is None or figure.out_of in found
    assert sorted(found, key=lambda figure: figure.number) == list(found)
    assert sum(map(len, claims(found))) == len(found)


LONG = [
    "1 ",
    "1.",
    "3 dari 5 orang ",
    "dua puluh ",
    "5 orang di antaranya, 1 orang, ",
    "(",
    "Rp 5 juta per kg ",
    "1-2 ",
    "of them ",
]


@pytest.mark.parametrize("piece", LONG)
def test_the_steps_grow_with_the_text_and_no_faster(piece: str) -> None:
    assert_steady(lambda body: find_figures(Story(body=body), ()), piece)


@pytest.mark.parametrize("piece", ["1.", "a"])
def test_no_pattern_goes_back_over_a_line_of_a_million_characters(piece: str) -> None:
    (figure,) = find_figures(Story(body=f"{filled(piece, LINE)}\n\nAda 3 orang di sana."), ())
    assert figure.value == 3


@pytest.mark.parametrize(
    "text", ["Ada 99999999999999 triliun semut.", f"Ada 3 {'kata' * 30} di sana.", "Ada 0,0000001-0,0000002 orang."]
)
def test_what_no_column_could_hold_is_left_out_or_read_apart(text: str) -> None:
    assert all(figure.value < LARGEST and figure.value_to is None for figure in figures_in(text))
    assert all(len(figure.unit) <= 60 for figure in figures_in(text))


def test_values_are_exact() -> None:
    (figure,) = figures_in("Kasnya Rp2.369.144.695 kurang.")
    assert figure.value == Decimal(2369144695)
