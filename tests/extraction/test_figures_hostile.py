"""No text raises, none takes long, and every value can be held."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction.days import find_days
from articles.extraction.figures import LARGEST, RULES, claims, find_figures
from articles.extraction.story import Story
from tests.extraction.counting import figures_in

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
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    seconds = []
    for size in (10_000, 40_000):
        story = Story(body=(piece * size)[:size])
        start = process_time()
        find_figures(story, ())
        seconds.append(process_time() - start)
    for few, many in pairwise(seconds):
        assert many < 10 * few + 0.1


@pytest.mark.parametrize(
    "text", ["Ada 99999999999999 triliun semut.", f"Ada 3 {'kata' * 30} di sana.", "Ada 0,0000001-0,0000002 orang."]
)
def test_what_no_column_could_hold_is_left_out_or_read_apart(text: str) -> None:
    assert all(figure.value < LARGEST and figure.value_to is None for figure in figures_in(text))
    assert all(len(figure.unit) <= 60 for figure in figures_in(text))


def test_values_are_exact() -> None:
    (figure,) = figures_in("Kasnya Rp2.369.144.695 kurang.")
    assert figure.value == Decimal(2369144695)
