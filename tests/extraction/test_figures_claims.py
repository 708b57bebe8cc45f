"""Which printings are of one claim, and for which days a figure stands."""

from __future__ import annotations

import pytest

from articles.extraction.figures import claims
from tests.extraction.counting import figures_in


def test_figures_that_stand_for_different_days_are_different_claims() -> None:
    text = (
        "Hingga Senin (9/6/2025), 250 orang mengungsi. Hingga Selasa (10/6/2025), 310 orang mengungsi. "
        "Hingga Rabu (11/6/2025), 250 orang mengungsi."
    )
    found = figures_in(text)
    assert [figure.as_of.edtf if figure.as_of else "" for figure in found] == ["2025-06-09", "2025-06-10", "2025-06-11"]
    words = found[0].as_of_words
    assert words and words.of(text) == "Hingga Senin (9/6/2025)"
    assert [len(claim) for claim in claims(found)] == [1, 1, 1]


def test_a_claim_holds_all_places_that_print_it() -> None:
    found = figures_in("Polisi memeriksa 318 saksi. Hakim memanggil 12 saksi. Ke-318 saksi, tepatnya 318 orang, hadir.")
    assert [len(claim) for claim in claims(found)] == [2, 1]


def test_small_numbers_of_different_things_are_different_claims() -> None:
    found = figures_in("Dua orang tewas tertimbun longsor. Dua orang menang lotre besar.")
    assert [len(claim) for claim in claims(found)] == [1, 1]


@pytest.mark.parametrize(
    ("text", "since", "words"),
    [
        ("Sejak 12 Mei 2025 sudah 90 orang pulang.", "2025-05-12", "Sejak 12 Mei 2025"),
        (
            "Setelah dibukanya kembali jalan itu pada 2 Mei 2025, sudah 90 orang pulang.",
            "2025-05-02",
            "Setelah dibukanya kembali jalan itu pada 2 Mei 2025",
        ),
        ("Setelah pertemuan pada 2 Mei 2025, sudah 90 orang pulang.", None, None),
    ],
)
def test_a_figure_knows_from_which_day_it_counts(text: str, since: str | None, words: str | None) -> None:
    (figure,) = figures_in(text)
    assert (figure.since.edtf if figure.since else None) == since
    assert (figure.since_words.of(text) if figure.since_words else None) == words


def test_a_day_to_come_is_a_plan_and_no_day_of_a_count() -> None:
    (figure,) = figures_in("Hingga 30 Juni 2025, sebanyak 90 orang akan pulang.")
    assert figure.as_of is None
