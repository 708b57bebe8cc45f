"""The first article's quotes, beside what an editor marked around them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from articles.extraction.engine import read
from articles.extraction.findings import Quote
from articles.extraction.marks import find_marked
from articles.extraction.story import Story
from articles.sample import ANNOTATIONS
from articles.text.edtf import parse_edtf
from articles.text.spans import Span

GOLD: dict[str, Any] = json.loads(ANNOTATIONS.read_text(encoding="utf-8"))
DIRECT = [quote for quote in GOLD["quotes"] if quote["type"] == "direct"]


@cache
def story() -> Story:
    return Story(body=GOLD["body_text"], language="id", published=parse_edtf(GOLD["article"]["published"]["edtf"]))


@cache
def quotes() -> dict[Span, Quote]:
    return {quote.content: quote for quote in read(story()).quotes}


def span(gold: dict[str, Any] | None) -> Span | None:
    return Span(gold["start"], gold["end"]) if gold else None


def of(gold: dict[str, Any]) -> Quote:
    return quotes()[Span(gold["content"][0]["start"], gold["content"][0]["end"])]


def test_all_speech_in_marks_is_found_with_its_marks() -> None:
    found = [(one.content, one.printed) for one in find_marked(story()) if one.kind == "speech"]
    assert found == [(span(gold["content"][0]), span(gold["with_marks"][0])) for gold in DIRECT]


@pytest.mark.parametrize("gold", DIRECT, ids=lambda gold: str(gold["id"]))
def test_what_the_sentence_tells_of_a_quote(gold: dict[str, Any]) -> None:
    told = of(gold).circumstances
    assert told.said_words == span(gold.get("said_on_span"))
    assert told.venue == span(gold.get("venue_span"))
    assert told.medium == span(gold.get("medium_span"))
    assert told.addressee_words == span(gold.get("addressee_span"))
    stated = [span(hop["span"]) for hop in gold["chain"] if hop["role"] == "relay_agency" and hop["stated"]]
    assert [hop.words for hop in told.hops] == stated


@pytest.mark.parametrize("gold", DIRECT[2:], ids=lambda gold: str(gold["id"]))
def test_the_day_of_saying_or_the_one_taken_over(gold: dict[str, Any]) -> None:
    told = of(gold).circumstances
    assert told.said is not None
    assert told.said.edtf == gold["said_on"]
    assert (told.said_words is None) == told.said_basis.startswith("Taken over")


def test_the_agency_is_named_for_two_quotes_and_no_other() -> None:
    named = [quote.content for quote in quotes().values() for hop in quote.circumstances.hops if hop.role == "agency"]
    assert named == [of(gold).content for gold in (DIRECT[0], DIRECT[4])]


def test_to_whom_it_is_said() -> None:
    gold = GOLD["quotes"][0]
    (quote,) = [one for one in quotes().values() if one.circumstances.addressee_words == span(gold["addressee_span"])]
    assert quote.circumstances.addressee is not None
    assert quote.circumstances.addressee.name == "Benjamin Netanyahu"
