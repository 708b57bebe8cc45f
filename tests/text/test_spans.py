from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.spans import Span, merge

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_a_span_that_holds_no_words_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"from {start} to {end} holds no words"):
        Span(start, end)


def test_a_span_gives_its_words_and_refuses_a_text_that_is_too_short() -> None:
    assert Span(9, 14).of("Sebanyak 1.100 orang") == "1.100"
    with pytest.raises(ValueError, match="outside a text of 12 characters"):
        Span(9, 14).of("Sebanyak 1.1")


def test_spans_tell_how_they_lie_to_each_other() -> None:
    assert Span(2, 8).contains(Span(2, 8))
    assert not Span(2, 8).contains(Span(1, 3))
    assert Span(2, 5).overlaps(Span(4, 9))
    assert not Span(2, 5).overlaps(Span(5, 9))
    assert Span(2, 5).shift(10) == Span(12, 15)
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]


def test_what_overlaps_or_touches_is_merged() -> None:
    assert merge([Span(5, 7), Span(0, 2), Span(1, 5), Span(9, 10)]) == [Span(0, 7), Span(9, 10)]


@given(st.lists(SPANS))
def test_merged_spans_cover_the_same_characters_and_stay_apart(spans: list[Span]) -> None:
    merged = merge(spans)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert {at for span in merged for at in range(span.start, span.end)} == covered
    assert all(one.end < other.start for one, other in pairwise(merged))
