"""Days that cannot be later than another: what is left of them."""

from __future__ import annotations

from datetime import date

import pytest

from articles.text.dates import parse_edtf

PRINTED = date(2025, 5, 21)


@pytest.mark.parametrize(
    ("known", "left"),
    [
        ("2025", "[2025-01-01..2025-05-21]"),
        ("2025-05", "[2025-05-01..2025-05-21]"),
        ("2025?", "[2025-01-01?..2025-05-21]"),
        ("2025-04", "2025-04"),
        ("2025-05-21", "2025-05-21"),
        ("[2025-05-21..2025-05-24]", "2025-05-21"),
        ("2025-05-01/..", "2025-05-01/2025-05-21"),
    ],
)
def test_a_day_ends_with_the_last_one_possible_and_is_a_date_still(known: str, left: str) -> None:
    bounded = parse_edtf(known).not_after(PRINTED)
    assert bounded == parse_edtf(left)


def test_nothing_is_left_of_what_is_wholly_later() -> None:
    assert parse_edtf("2025-06").not_after(PRINTED) is None
