"""English news: the forms that its figures have and Indonesian ones have not."""

from __future__ import annotations

import pytest

from tests.extraction.counting import figures_in, parts_in, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose from $1.2 billion to $1.3 billion.", [("1200000000", "USD"), ("1300000000", "USD")]),
        ("They plan to hire from 20 to 25 workers.", [("20..25", "workers")]),
        ("Some 20m barrels and 3bn masks were sold.", [("20000000", "barrels"), ("3000000000", "masks")]),
        ("She won the 100m race.", [("100", "metres")]),
        ("He got 15 years and six months.", [("186", "months")]),
        ("The blast killed 27 people and injured 100 others.", [("27", "people"), ("100", "people")]),
        ("Rescuers found 12 people; four were women.", [("12", "people"), ("4", "people")]),
        ("Police held 30 men. Another 14 were fined.", [("30", "men"), ("14", "men")]),
        ("The number of users rose to 275 million.", [("275000000", "users")]),
        ("The index fell 300 points, or 0.7%.", [("300", "points"), ("0.7", "%")]),
        ("Oil rose 2% to $70 a barrel.", [("2", "%"), ("70", "USD/barrel")]),
        ("Prices rose three times faster.", [("3", "times")]),
    ],
)
def test_news_english_is_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(value, unit) for _, value, unit in read(text, "en")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "John Smith, 45, was on Flight 370 and lives at 221 Baker Street.",
        "Two days later the 14th Amendment was cited.",
        "Call 911 or +1 212-555-0100.",
        "It is on Interstate 95 and the 100 were not told of.",
        "Not one came; in one place, at one time.",
    ],
)
def test_news_english_that_counts_nothing(text: str) -> None:
    assert read(text, "en") == []


def test_times_end_with_their_word() -> None:
    assert [words for words, _, _ in read("Prices rose three times faster.", "en")] == ["three times"]


def test_what_is_won_is_of_so_many_games() -> None:
    assert parts_in("He scored 24 goals in 42 matches.", "en") == [("24", "42")]


def test_a_part_of_those_before_is_told_with_its_number() -> None:
    text = "Police held 50 people. Ten of them are children."
    assert [figure.measure for figure in figures_in(text, "en")][1] == "Ten of them are children"
