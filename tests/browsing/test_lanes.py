"""The drawing of the archive in time: geometry alone."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import pi

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.browsing.lanes import LARGEST, MOST_DOTS_LABELLED, ROOM_FOR_A_NAME, SMALLEST, Plot, Row, plots

FIRST, LAST = date(2023, 10, 1), date(2024, 1, 1)
TITLES = ("Published", "Said", "Happened", "Figures as of")


def drawn(
    counts: dict[date, int] | None = None,
    *,
    doubted: dict[date, int] | None = None,
    first: date = FIRST,
    last: date = LAST,
) -> list[Plot]:
    rows = [Row(title=title, counts={}, doubted={}, rest=0) for title in TITLES]
    rows[1] = Row(title=TITLES[1], counts=counts or {}, doubted=doubted or {}, rest=3)
    return plots(rows, first, last)


def days_of(first: date, last: date) -> st.SearchStrategy[dict[date, int]]:
    return st.dictionaries(st.dates(first, last), st.integers(1, 10**6), max_size=40)


class LaneTests(SimpleTestCase):
    def test_each_kind_has_its_lane_in_every_width(self) -> None:
        found = drawn()
        self.assertEqual([plot.name for plot in found], ["plot-wide", "plot-mid", "plot-narrow"])
        for plot in found:
            self.assertEqual(tuple(lane.title for lane in plot.lanes), TITLES)
            heights = [lane.y for lane in plot.lanes]
            self.assertEqual(heights, sorted(set(heights)))
            self.assertLess(heights[-1] + LARGEST, plot.height)

    def test_a_later_day_stands_further_right(self) -> None:
        for plot in drawn({FIRST: 1, date(2023, 12, 6): 1, date(2023, 12, 7): 1, LAST: 1}):
            places = [dot.x for dot in plot.lanes[1].dots]
            self.assertTrue(all(before < after for before, after in pairwise(places)), places)

    def test_the_same_day_stands_at_the_same_place_in_each_lane(self) -> None:
        row = Row(title="a", counts={date(2023, 12, 6): 1}, doubted={}, rest=0)
        for plot in plots([row, row], FIRST, LAST):
            self.assertEqual(len({lane.dots[0].x for lane in plot.lanes}), 1)

    def test_the_area_of_a_dot_grows_with_its_count_as_far_as_it_can_be_seen(self) -> None:
        dots = drawn({FIRST: 1, date(2023, 12, 6): 4})[0].lanes[1].dots
        one, four = (pi * dot.radius**2 for dot in dots)
        self.assertAlmostEqual(four / one, 4, delta=0.1)

    def test_no_dot_outgrows_its_lane_however_much_there_is(self) -> None:
        small, large = drawn({FIRST: 1, LAST: 5_000_000})[0].lanes[1].dots
        self.assertEqual((small.radius, large.radius), (SMALLEST, LARGEST))

    def test_a_doubted_day_is_drawn_open_and_others_are_not(self) -> None:
        dots = drawn({FIRST: 1}, doubted={LAST: 2})[0].lanes[1].dots
        self.assertEqual([(dot.day, dot.open) for dot in dots], [(FIRST, False), (LAST, True)])

    def test_only_a_lane_with_few_dots_writes_counts_and_never_one(self) -> None:
        few = drawn({FIRST: 1, LAST: 2})[0].lanes[1].dots
        self.assertEqual([dot.labelled for dot in few], [False, True])
        many = {FIRST + timedelta(days=number): 2 for number in range(MOST_DOTS_LABELLED + 1)}
        self.assertFalse(any(dot.labelled for dot in drawn(many)[0].lanes[1].dots))

    def test_what_lies_on_no_single_day_is_told_as_a_number(self) -> None:
        self.assertEqual([lane.rest for lane in drawn()[0].lanes], [0, 3, 0, 0])

    def test_each_month_that_begins_within_has_a_line_and_a_name_where_there_is_room(self) -> None:
        for plot in drawn():
            self.assertEqual([tick.first.month for tick in plot.ticks], [10, 11, 12])
            ends = [*(tick.x for tick in plot.ticks[1:]), plot.width]
            for tick, end in zip(plot.ticks, ends, strict=True):
                self.assertEqual(tick.shown, end - tick.x >= ROOM_FOR_A_NAME)
        crowded = drawn(first=date(2020, 1, 1))[2].ticks
        self.assertFalse(any(tick.shown for tick in crowded[:-1]))

    def test_a_drawing_of_one_day_is_drawn_too(self) -> None:
        self.assertEqual(len(drawn({FIRST: 1}, first=FIRST, last=FIRST)[0].lanes[1].dots), 1)

    @settings(max_examples=50, deadline=None)
    @given(counts=days_of(FIRST, LAST), doubted=days_of(FIRST, LAST))
    def test_everything_stands_within_the_drawing(self, counts: dict[date, int], doubted: dict[date, int]) -> None:
        for plot in drawn(counts, doubted=doubted):
            for dot in plot.lanes[1].dots:
                self.assertGreaterEqual(dot.x - dot.radius, plot.left - LARGEST)
                self.assertLessEqual(dot.x + dot.radius, plot.width)
                self.assertGreaterEqual(dot.radius, SMALLEST)
                self.assertLessEqual(dot.radius, LARGEST)
