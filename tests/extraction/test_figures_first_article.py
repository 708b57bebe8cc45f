"""The figures of the archive's first article, found in its words alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from articles.extraction.days import find_days
from articles.extraction.figures import claims, find_figures
from articles.extraction.findings import Figure
from articles.extraction.story import Story
from articles.text.dates import parse_edtf

SAMPLE = Path(__file__).parents[2] / "articles" / "sample" / "first-article.json"


@pytest.fixture(name="story", scope="module")
def read_story() -> Story:
    body = json.loads(SAMPLE.read_text(encoding="utf-8"))["body_text"]
    return Story(body=body, language="id", published=parse_edtf("2023-12-10"))


@pytest.fixture(name="found", scope="module")
def find(story: Story) -> tuple[Figure, ...]:
    return find_figures(story, find_days(story))


def test_every_figure_is_found_and_nothing_else(story: Story, found: tuple[Figure, ...]) -> None:
    assert [(story.words(figure.span), int(figure.value), figure.unit) for figure in found] == [
        ("sepuluh hari", 10, "hari"),
        ("883 warga", 883, "warga"),
        ("1.100 orang", 1100, "orang"),
        ("135 warga negara", 135, "warga negara"),
        ("898 warga", 898, "warga"),
        ("883 dari 1.100 orang", 883, "orang"),
        ("1.100 orang", 1100, "orang"),
    ]


def test_883_are_of_about_1100_both_times(story: Story, found: tuple[Figure, ...]) -> None:
    wholes = [(figure.out_of, figure) for figure in found if figure.value == 883]
    assert [whole.value for whole, _ in wholes if whole] == [1100, 1100]
    assert [whole.approximation for whole, _ in wholes if whole] == ["about", "exact"]
    assert [part.measure for _, part in wholes] == [
        "warga Rusia dari sekitar 1.100 orang yang mengajukan permohonan bantuan untuk mengungsi dari Gaza"
        " telah tiba di Rusia",
        "orang yang meminta bantuan sudah tiba di Rusia",
    ]


def test_the_two_printings_of_each_are_one_claim(found: tuple[Figure, ...]) -> None:
    assert [[int(figure.value) for figure in claim] for claim in claims(found)] == [
        [10],
        [883, 883],
        [1100, 1100],
        [135],
        [898],
    ]


def test_898_are_counted_since_12_november_and_135_since_2_december(story: Story, found: tuple[Figure, ...]) -> None:
    since = {int(figure.value): figure for figure in found if figure.since}
    assert {value: figure.since.edtf for value, figure in since.items() if figure.since} == {
        135: "2023-12-02",
        898: "2023-11-12",
    }
    words = since[898].since_words
    assert words and story.words(words) == "sejak 12 November"


def test_who_is_counted_is_told_in_the_words_printed(story: Story, found: tuple[Figure, ...]) -> None:
    told = {int(figure.value): story.words(figure.population) for figure in found if figure.population}
    assert told[898] == "warga Rusia dan anggota keluarga Palestina"
    assert told[135] == "warga negara Rusia dan Palestina"
