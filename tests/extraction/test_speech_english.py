"""The commonest forms of speech in news English."""

from __future__ import annotations

import pytest

from tests.extraction.spoken import Said, said_in, speakers_in

WORDS = "The bridge will open before the rains"
CLAUSE = "the bridge would open before the rains"


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDS},” said Ruth Adler.",
        f"“{WORDS},” Ruth Adler said.",
        f"“{WORDS},” Ruth Adler told reporters on Monday.",
        f"“{WORDS},” said the head of the river board, Ruth Adler.",
        f"“{WORDS},” said Ruth Adler, who leads the river board.",
        f"“{WORDS},” Ruth Adler, the head of the river board, said on Monday.",
        f'Ruth Adler said: "{WORDS}."',
        f'Ruth Adler told reporters, "{WORDS}."',
        f"According to Ruth Adler, “{WORDS}.”",
    ],
)
def test_the_speaker_of_words_in_marks(text: str) -> None:
    assert speakers_in(text, language="en") == ["Ruth Adler"]


def test_he_and_she_are_the_last_who_spoke() -> None:
    text = (
        "“The water is falling,” said Peter Marsh.\n\nRuth Adler visited the camp on Sunday.\n\n"
        "“We open the road tomorrow,” he said.\n\n“People can go home,” he added."
    )
    assert speakers_in(text, language="en") == ["Peter Marsh"] * 3


def test_words_go_on_after_the_one_who_says_them() -> None:
    text = "“The water is falling,” Peter Marsh said, “and we open the road tomorrow.”"
    assert speakers_in(text, language="en") == ["Peter Marsh", "Peter Marsh"]


def test_speakers_whom_nobody_names_are_described() -> None:
    text = "“The windows shook all night long,” a resident said.\n\n“We saw smoke over the hill,” said one witness."
    assert speakers_in(text, language="en") == ["a resident", "one witness"]


@pytest.mark.parametrize(
    "text",
    [
        f"Ruth Adler said that {CLAUSE}.",
        f"Ruth Adler said {CLAUSE}.",
        f"Ruth Adler told reporters that {CLAUSE}.",
        f"According to Ruth Adler, {CLAUSE}.",
        f"Ruth Adler, the head of the river board, said {CLAUSE}.",
        f"Ruth Adler believes {CLAUSE}.",
    ],
)
def test_statements_with_the_speaker_first(text: str) -> None:
    assert said_in(text, language="en") == [Said("indirect", "Ruth Adler", CLAUSE)]


@pytest.mark.parametrize(
    "end", ["Ruth Adler said.", "Ruth Adler said on Monday.", "said Ruth Adler.", "according to Ruth Adler."]
)
def test_statements_with_the_speaker_last(end: str) -> None:
    text = f"{CLAUSE.capitalize()}, {end}"
    assert said_in(text, language="en") == [Said("indirect", "Ruth Adler", CLAUSE.capitalize())]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Adler did not say that the bridge would open.",
        "Ruth Adler refused to say who would pay.",
        "Ruth Adler walked along the river to the camp.",
        "Nobody would say whether the bridge is safe.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert said_in(text, language="en") == []


def test_an_office_with_the_is_nobody_who_was_named_without_it() -> None:
    text = "“The water is falling,” said Peter Marsh.\n\nThe mayor denied that warnings had been ignored."
    assert said_in(text, language="en")[1] == Said("indirect", "The mayor", "warnings had been ignored")


def test_a_short_sentence_after_the_speaker_is_his_too() -> None:
    text = "“It came in minutes,” said Peter Marsh, who lives by the river. “We lost everything.”"
    assert speakers_in(text, language="en") == ["Peter Marsh", "Peter Marsh"]


def test_a_dateline_is_nobody() -> None:
    text = "HARBOUR CITY (AP) — Ruth Adler said the bridge would open."
    assert said_in(text, language="en") == [Said("indirect", "Ruth Adler", "the bridge would open")]


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("the energy minister said on Tuesday", "the energy minister"),
        ("forecasters said", "forecasters"),
        ("officials said on Monday", "officials"),
        ("engineers say", "engineers"),
        ("its chief executive said", "its chief executive"),
        ("the harbour director, Ruth Adler, said", "Ruth Adler"),
    ],
)
def test_a_first_sentence_may_end_with_who_says_it(who: str, speaker: str) -> None:
    clause = "Repairs to the northern bridge have been delayed"
    assert [(said.speaker, said.content) for said in said_in(f"{clause}, {who}.", language="en")] == [(speaker, clause)]


def test_a_clause_after_but_has_its_own_speaker() -> None:
    (said,) = said_in("Prices fell in March, but Ruth Adler said they would rise again.", language="en")
    assert said.speaker == "Ruth Adler"
