from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction.engine import read
from articles.extraction.known import Known, KnownName
from articles.extraction.names import find_names
from articles.extraction.story import Story
from tests.steps import assert_steady

KNOWN = Known.of([KnownName(written="Budi Santoso", name="Budi Santoso", kind="person")])
PIECES = (
    "Budi ",
    "Santoso ",
    "kata ",
    "Menteri ",
    "(KPK) ",
    "Kementerian Luar ",
    "dan ",
    ", ",
    "A.",
    "(34)",
    "alias ",
    "a-b.",
    "\n",
)

BODIES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=30).map("".join)


@pytest.mark.parametrize("piece", [*PIECES, "Budi Santoso, ", "Menteri Luar, ", "kata Ayu Budi ", "(", "A B "])
def test_what_is_printed_again_and_again_takes_steps_that_grow_with_it(piece: str) -> None:
    assert_steady(lambda body: find_names(Story(body=body), (), KNOWN), piece)


@pytest.mark.parametrize("titles", ["Dr. ", "H. ", "Mr. ", "Menteri ", "TNI ", "Mayjen TNI (Purn) ", "Ketua, Dr. "])
def test_reading_a_row_of_titles_takes_steps_that_grow_with_it(titles: str) -> None:
    assert_steady(lambda body: read(Story(body=body)), titles)


def test_behind_more_titles_than_anybody_has_the_walk_goes_on() -> None:
    assert [one.name for one in find_names(Story(body="Dr. " * 30 + "Budi Santoso hadir."), (), KNOWN).all] == [
        "Budi Santoso"
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=30).map("".join),
    st.sampled_from(["id", "en"]),
)
def test_nothing_printed_raises_and_every_span_holds_words(body: str, language: str) -> None:
    for named in find_names(Story(body=body, language=language), (), KNOWN).all:
        assert named.name
        assert 0 < named.confidence <= 1
        starts = [printed.span.start for printed in named.printed]
        assert starts == sorted(starts)
        for printed in named.printed:
            assert printed.span.of(body).strip() == printed.span.of(body)
