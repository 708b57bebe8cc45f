"""Speech in texts that nobody would print: no exception, places that fit, work that grows with the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.spoken import quotes_in
from tests.steps import LINE, assert_steady, filled

PIECES = [
    *("“", "”", '"', "'", "«", "»", ",", ".", ":", ";", "(", ")", "-", "–", "\n\n", "\n", " ", "…", "?", "́", "\u200b"),
    *("Ana Wijaya", "Ana", "Bima Santoso", "Istana Utara", "Kapolsek", "pria", "itu", "seorang warga", "dr."),
    *("kata", "ujarnya", "katanya", "mengatakan", "bahwa", "menurut", "Menurutnya", "disampaikan", "oleh", "demikian"),
    *(
        "seraya menambahkan",
        "dia",
        "kedua belah pihak",
        "Senin (3/2/2025)",
        "air sudah surut",
        "kataKepala",
        "İstanbul",
    ),
    *("said", "according to", "he", "the mayor", "Ruth Adler", "told reporters that"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["id", "en"]), st.sampled_from(["", " "]))
@settings(max_examples=150, deadline=None)
def test_no_text_raises_and_every_place_lies_in_it(pieces: list[str], language: str, joint: str) -> None:
    body = joint.join(pieces).strip()
    quotes = quotes_in(body, language=language)
    assert [quote.content for quote in quotes] == sorted(quote.content for quote in quotes)
    for quote in quotes:
        assert quote.sentence.contains(quote.content)
        for span in (quote.content, quote.printed, quote.cue, quote.speaker.words, *quote.marked):
            assert span is None or span.of(body)
        assert 0 < quote.confidence <= 1


@pytest.mark.parametrize(
    "piece",
    ["“Air surut.”\n\n", "“Air surut,” kata Ana. ", "ia mengatakan, ", "“a” ", "aaaaA"],
)
def test_a_long_line_is_read_in_steps_that_grow_with_it(piece: str) -> None:
    assert_steady(quotes_in, piece)


@pytest.mark.parametrize("piece", ["a", ","])
def test_no_pattern_goes_back_over_a_line_of_a_million_characters(piece: str) -> None:
    (quote,) = quotes_in(f"{filled(piece, LINE)}\n\n“Air surut,” kata Ana.")
    assert quote.content.start > LINE
