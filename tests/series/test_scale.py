from __future__ import annotations

import random
from datetime import date
from itertools import pairwise

import pytest

from articles.series.scale import DayScale, Reach, ValueScale, middle, nice_values


@pytest.mark.parametrize(
    ("low", "high", "values"),
    [
        (653, 1050, (0, 300, 600, 900, 1200)),
        (900, 1100, (0, 300, 600, 900, 1200)),
        (135, 135, (0, 50, 100, 150)),
        (1, 2, (0, 0.5, 1, 1.5, 2)),
        (0.12, 0.3, (0, 0.1, 0.2, 0.3)),
        (0, 0, (0, 1)),
        (-4, 9, (-5, 0, 5, 10)),
        (-30, -10, (-30, -20, -10, 0)),
    ],
)
def test_lines_are_drawn_at_numbers_that_people_count_in(low: float, high: float, values: tuple[float, ...]) -> None:
    assert nice_values(low, high) == values


def test_lines_hold_zero_and_every_figure_and_are_few_and_even() -> None:
    seeded = random.Random(7)  # noqa: S311 - figures to draw, not secrets
    for _ in range(2000):
        scale = 10 ** seeded.randint(-4, 14)
        low, high = sorted(seeded.uniform(-1 if seeded.random() < 0.3 else 0, 1) * scale for _ in range(2))
        values = nice_values(low, high)
        assert values[0] <= low
        assert high <= values[-1]
        assert 0 in values
        assert 4 <= len(values) <= 7
        steps = {round((after - before) / scale, 6) for before, after in pairwise(values)}
        assert len(steps) == 1


def test_the_lowest_value_stands_at_the_bottom_and_the_highest_at_the_top() -> None:
    scale = ValueScale(values=(0, 300, 600), top=20, bottom=320)
    assert [scale.y(value) for value in (0, 150, 600)] == [320, 245, 20]


def test_days_stand_as_far_apart_as_they_are() -> None:
    scale = DayScale(first=date(2023, 11, 12), last=date(2023, 12, 12), left=100, right=400)
    assert [scale.x(date(2023, 11, day)) for day in (12, 13, 22)] == [100, 110, 200]
    assert scale.x(date(2023, 12, 12)) == 400


def test_a_single_day_stands_in_the_middle() -> None:
    day = date(2023, 12, 6)
    assert DayScale(first=day, last=day, left=100, right=400).x(day) == 250


def test_the_middle_of_two_days_is_the_earlier_of_two_middles() -> None:
    assert middle(date(2023, 12, 1), date(2023, 12, 4)) == date(2023, 12, 2)


def test_axes_that_are_shared_hold_what_each_needs() -> None:
    one = Reach(low=5, high=10, first=date(2023, 1, 1), last=date(2023, 2, 1))
    other = Reach(low=-1, high=8, first=date(2022, 1, 1), last=date(2023, 1, 5))
    both = one | other
    assert (both.low, both.high, both.first, both.last) == (-1, 10, date(2022, 1, 1), date(2023, 2, 1))
    assert both.including([date(2021, 1, 1)]).first == date(2021, 1, 1)
