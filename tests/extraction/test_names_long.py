from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction.engine import read
from articles.extraction.known import Known, KnownName
from articles.extraction.names import find_names
from articles.extraction.story import Story

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
def test_what_is_printed_again_and_again_takes_linear_time(piece: str) -> None:
    began = time.process_time()
    find_names(Story(body=piece * (100_000 // len(piece))), (), KNOWN)
    assert time.process_time() - began < 6


@pytest.mark.parametrize("titles", ["Dr. ", "H. ", "Mr. ", "Menteri ", "TNI ", "Mayjen TNI (Purn) ", "Ketua, Dr. "])
def test_reading_a_row_of_titles_takes_linear_time(titles: str) -> None:
    few, many = (min(_seconds(titles * (size // len(titles))) for _ in range(2)) for size in (4_000, 16_000))
    assert many < 8 * few + 0.1  # quadratic time is 16 times as much


def _seconds(body: str) -> float:
    began = time.process_time()
    read(Story(body=body))
    return time.process_time() - began


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
