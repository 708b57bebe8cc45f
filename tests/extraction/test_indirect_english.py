"""Statements in news English: clauses before, behind and around whoever makes them."""

from __future__ import annotations

import pytest

from tests.extraction.spoken import Said, said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dam is safe, Ruth Adler told parliament in May.", ("Ruth Adler", "The dam is safe")),
        ("Ruth Adler, the mayor, said he was wrong.", ("Ruth Adler", "he was wrong")),
        ("Ruth Adler, speaking through her lawyer, said she was innocent.", ("Ruth Adler", "she was innocent")),
        (
            "The road, Ruth Adler added, had been closed twice.",
            ("Ruth Adler", "The road, Ruth Adler added, had been closed twice"),
        ),
        (
            "Thousands of jobs are at risk, according to a new report by the Harbour Board published on Monday.",
            ("Harbour Board", "Thousands of jobs are at risk"),
        ),
        ("Officials believe that twelve people are missing.", ("Officials", "twelve people are missing")),
        ("Supporters argue it will pay for itself.", ("Supporters", "it will pay for itself")),
        ("On Friday, Ruth Adler said, the dam was safe.", ("Ruth Adler", "the dam was safe")),
    ],
)
def test_the_clause_stands_before_behind_or_around_its_speaker(text: str, said: tuple[str, str]) -> None:
    assert said_in(text, language="en") == [Said("indirect", *said)]


def test_the_next_sentence_has_its_own_subject() -> None:
    text = "Ruth Adler said she would resign. Her deputy, Peter Marsh, said he was shocked. He added that it was sad."
    assert [said.speaker for said in said_in(text, language="en")] == ["Ruth Adler", "Peter Marsh", "Peter Marsh"]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Adler praised the volunteers.",
        "Ruth Adler thanked her staff for their work.",
        "Ruth Adler revealed details of the plan.",
        "Neither Ruth Adler nor Peter Marsh said what would happen next.",
        "Ruth Adler denies the charges.",
    ],
)
def test_what_tells_nothing_is_no_statement(text: str) -> None:
    assert said_in(text, language="en") == []
