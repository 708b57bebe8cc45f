"""The text layer on the archive's first article, against what a careful editor found in it."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from articles.text.analysis import analyse
from articles.text.dates import find_dates, parse_edtf
from articles.text.language import guess_language
from articles.text.normalise import body_from, normalise_line, unstorable
from articles.text.numbers import find_numbers, plain

SAMPLE = Path(__file__).parents[2] / "articles" / "sample"
REFERENCE = date(2023, 12, 6)


@pytest.fixture(scope="module")
def source() -> str:
    return (SAMPLE / "first-article.txt").read_text(encoding="utf-8")


@pytest.fixture(name="annotated", scope="module")
def read_annotations() -> dict[str, Any]:
    return dict(json.loads((SAMPLE / "first-article.json").read_text(encoding="utf-8")))


def test_rule_n1_gives_the_body_that_the_annotations_point_into(source: str, annotated: dict[str, Any]) -> None:
    blocks = [block for block in annotated["blocks"] if block["in_body"]]
    body = body_from(normalise_line(source[block["raw_start"] : block["raw_end"]]) for block in blocks)
    assert body == annotated["body_text"]
    assert hashlib.sha256(body.encode()).hexdigest() == annotated["body_sha256"]
    assert unstorable(source) == ""


def test_every_figure_is_found_and_no_figure_of_a_date(source: str) -> None:
    found = [(number.printed, plain(number.value)) for number in find_numbers(source, "id")]
    assert found == [
        ("sepuluh", "10"),
        ("883", "883"),
        ("1.100", "1100"),
        ("135", "135"),
        ("898", "898"),
        ("883", "883"),
        ("1.100", "1100"),
    ]


def test_every_annotated_figure_has_its_place_and_value(annotated: dict[str, Any]) -> None:
    found = {found.span.start: found for found in find_numbers(annotated["body_text"], "id")}
    for mention in annotated["statistics"]["mentions"]:
        number, span = mention["number"], mention["number"]["span"]
        assert (found[span["start"]].span.end, found[span["start"]].value) == (span["end"], number["value"])


def test_the_full_dates_are_found_with_their_weekdays(source: str) -> None:
    found = [(one.printed, one.date.edtf, one.weekday_fits) for one in find_dates(source, "id")]
    assert found == [
        ("Ahad (10/12/2023)", "2023-12-10", True),
        ("16 Oktober 2023", "2023-10-16", None),
        ("Rabu (6/12/2023)", "2023-12-06", True),
        ("27 November 2023", "2023-11-27", None),
    ]


def test_the_yearless_dates_take_their_year_from_the_day_they_were_said(annotated: dict[str, Any]) -> None:
    found = find_dates(annotated["body_text"], "id", REFERENCE)
    printed = {one.printed: one.date.edtf for one in found}
    assert printed["2 Desember"] == "2023-12-02"
    assert printed["12 November"] == "2023-11-12"
    spans = {(one.span.start, one.span.end): one.date.edtf for one in found}
    for expression in annotated["temporal_expressions"]:
        if expression["type"] == "date" and not expression["span"]["text"].endswith("lalu"):
            assert spans[expression["span"]["start"], expression["span"]["end"]] == expression["value"]


def test_every_date_of_the_annotations_can_be_read(annotated: dict[str, Any]) -> None:
    values = [one["value"] for one in annotated["temporal_expressions"] if one["value_kind"] == "edtf"]
    assert len(values) == 10
    assert all(parse_edtf(value).edtf == value for value in values)


def test_the_language_is_indonesian(source: str) -> None:
    assert guess_language(source) == "id"


def test_readers_find_the_article_by_figure_by_day_and_by_a_name_with_a_no_break_space(source: str) -> None:
    document = {token.lexeme for token in analyse(source, "id")}
    for query in ("1100", "1.100", "1,100", "10 Desember 2023", "Maria Zakharova", "BENYAMIN", "angka"):
        asked = list(analyse(query))
        wanted = [token.lexeme for token in asked if token.kind == "date"] or [token.lexeme for token in asked]
        assert set(wanted) <= document, query
