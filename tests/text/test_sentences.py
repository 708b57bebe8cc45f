from __future__ import annotations

import pytest

from articles.text.sentences import breaks
from tests.steps import LINE


def sentences_of(text: str) -> list[str]:
    bounds = list(breaks(text))
    starts, ends = [0, *(start for _, start in bounds)], [*(end for end, _ in bounds), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Hujan turun.", "Warga pulang!", "Mengapa?", "Tidak tahu."],
        ["“Kami aman.”", "“Air surut,” katanya."],
        ["Ia diam...", "(Lalu pergi.)", "Selesai"],
        ["Harga Rp 2.500 naik 3.5 persen.", "12 orang datang."],
        ["Kata dr. budi di jl. merdeka."],
        ["Владимир молчал.", "Он ушёл."],
        [""],
    ],
)
def test_sentences_end_with_their_closing_marks_and_begin_with_their_opening_ones(sentences: list[str]) -> None:
    for between in (" ", "  ", "\u00a0", "\n"):
        assert sentences_of(between.join(sentences)) == sentences


@pytest.mark.parametrize("piece", [".", ". ", ".'", ".' ", "!?", "…)", "' ", " "])
def test_no_pattern_goes_back_over_a_line_of_a_million_stops(piece: str) -> None:
    line = "." + piece * (LINE // len(piece)) + "a."
    assert sentences_of(f"{line} Ia") == [line, "Ia"]
