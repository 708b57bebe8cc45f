"""The English words of saying, and what quotation marks become by them."""

from __future__ import annotations

from dataclasses import fields

import pytest

from articles.extraction.english.speech import ENGLISH
from articles.extraction.marks import find_marked
from articles.extraction.story import Story


def kinds(body: str) -> list[str]:
    return [one.kind for one in find_marked(Story(body=body, language="en"))]


@pytest.mark.parametrize("verb", ["said", "says", "added", "warned", "wrote", "replied", "insisted", "recalled"])
def test_a_short_answer_is_speech_by_its_verb(verb: str) -> None:
    assert kinds(f"“Never,” {verb} Ruth Adler.") == ["speech"]
    assert kinds(f"“Never,” Ruth Adler {verb}.") == ["speech"]


def test_without_a_verb_two_words_are_not_speech() -> None:
    assert kinds("The “grey zone” lies north of the river.") == ["scare"]


def test_speech_that_is_never_closed_ends_where_she_says_it() -> None:
    body = "“The bridge is open again, she said. Nobody crossed it."
    (one,) = find_marked(Story(body=body, language="en"))
    assert (one.content.of(body), one.closed) == ("The bridge is open again,", False)


def test_every_list_is_in_lower_case() -> None:
    for field in fields(ENGLISH):
        listed = getattr(ENGLISH, field.name)
        if isinstance(listed, bool):
            continue
        lower = listed.lower() if isinstance(listed, str) else type(listed)(word.lower() for word in listed)
        assert listed == lower, field.name
