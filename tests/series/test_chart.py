from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise
from typing import Any

import pytest

from articles.series import chart
from articles.series.chart import draw, reach
from articles.series.plot import MID, NARROW, SMALL, WIDE, Figure, Frame, Plot, Words

FRAMES = (WIDE, MID, NARROW, SMALL)
WORDS = Words(
    value=lambda value: f"{value:,.0f}",
    day=lambda day: f"{day.day} {day:%b}",
    gap=lambda days, about: f"{'about ' if about else ''}{days} days without",
    since=lambda day: f"since {day.day} {day:%b}",
)


def figure(value: float, first: str, last: str | None = "", **more: Any) -> Figure:
    """Make a figure of one day, of several days, or (`last` None) of a day on and without end."""
    begins = date.fromisoformat(first)
    ends = None if last is None else date.fromisoformat(last or first)
    return Figure(
        **{"key": int(value), "value": value, "first": begins, "last": ends, "lines": (f"{value:,.0f}", first), **more}
    )


def evacuated() -> list[Figure]:
    return [
        figure(653, "2023-11-22", about_day=True, unreviewed=True, past=True),
        figure(898, "2023-12-06"),
        figure(1050, "2023-12-11", about_day=True, unreviewed=True, about=True, bound="up"),
    ]


def drawn(*figures: Figure, frame: Frame = WIDE, **more: Any) -> Plot:
    return draw(figures, frame=frame, words=WORDS, **more)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name or "small")
def test_everything_stands_inside_the_drawing_and_no_words_cover_each_other(frame: Frame) -> None:
    plot = drawn(*evacuated(), frame=frame, since=date(2023, 11, 12))
    boxes = [mark.label.box for mark in plot.marks if mark.label]
    assert len(boxes) == 3
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for mark in plot.marks:
        assert plot.left <= mark.x <= plot.right
        assert 0 <= mark.y <= plot.bottom
        assert mark.label
        assert mark.label.box.right <= frame.width


def test_a_later_day_stands_farther_right_and_a_larger_value_higher() -> None:
    marks = drawn(*evacuated()).marks
    assert marks[0].x < marks[1].x < marks[2].x
    assert marks[0].y > marks[1].y > marks[2].y


def test_figures_of_one_scope_are_joined_in_the_order_of_their_days() -> None:
    plot = drawn(*reversed(evacuated()))
    ends = [(mark.x, mark.y) for mark in plot.marks]
    assert [((join.x1, join.y1), (join.x2, join.y2)) for join in plot.joins] == list(pairwise(ends))


def test_two_figures_of_one_day_are_joined_to_none() -> None:
    plot = drawn(figure(1, "2023-12-01"), figure(2, "2023-12-05"), figure(3, "2023-12-05"), figure(4, "2023-12-09"))
    assert plot.joins == ()
    assert plot.marks[1].x == plot.marks[2].x


def test_a_figure_that_another_replaced_is_not_joined() -> None:
    plot = drawn(figure(1, "2023-12-01"), figure(7, "2023-12-03", joined=False), figure(4, "2023-12-09"))
    assert len(plot.joins) == 1
    assert (plot.joins[0].x1, plot.joins[0].x2) == (plot.marks[0].x, plot.marks[2].x)


def test_a_single_figure_stands_in_the_middle_and_is_joined_to_nothing() -> None:
    plot = drawn(figure(883, "2023-12-06"), frame=SMALL)
    (mark,) = plot.marks
    assert mark.x == pytest.approx((plot.left + SMALL.before + plot.right - SMALL.after) / 2)
    assert plot.joins == ()
    assert mark.label is not None
    assert [tick.text for tick in plot.days] == ["6 Dec"]


def test_a_figure_of_several_days_has_a_bar_over_them_and_its_dot_in_their_middle() -> None:
    (mark, _) = drawn(figure(5, "2023-12-01", "2023-12-05"), figure(9, "2023-12-11")).marks
    assert mark.days is not None
    assert mark.days.x1 < mark.x < mark.days.x2
    assert mark.x == pytest.approx((mark.days.x1 + mark.days.x2) / 2, abs=0.2)


def test_a_figure_without_a_last_day_has_a_bar_to_the_end_of_the_drawing() -> None:
    plot = drawn(figure(5, "2023-12-01", None), figure(9, "2023-12-11"))
    assert plot.marks[0].days is not None
    assert plot.marks[0].days.x1 == plot.marks[0].x
    assert plot.marks[0].days.x2 == plot.right


def test_a_certain_day_has_no_bar_and_about_a_day_a_short_one() -> None:
    certain, about = drawn(figure(5, "2023-12-01"), figure(9, "2023-12-11", about_day=True)).marks
    assert certain.days is None
    assert about.days is not None
    assert about.days.x2 - about.days.x1 < 50


def test_more_than_points_up_and_at_most_points_down() -> None:
    exact, more, less = drawn(
        figure(5, "2023-12-01"), figure(9, "2023-12-06", bound="up"), figure(7, "2023-12-11", bound="down")
    ).marks
    assert exact.arrow == ""
    assert more.arrow.startswith(f"M{more.x} {more.y}v-")
    assert less.arrow.startswith(f"M{less.x} {less.y}v2")


def test_a_range_reaches_to_its_upper_end_and_the_axis_holds_it() -> None:
    plot = drawn(figure(400, "2023-12-01", value_to=590))
    (mark,) = plot.marks
    assert mark.range is not None
    assert mark.range.y2 < mark.range.y1 == mark.y
    assert plot.values[-1].text == "600"


def test_the_axis_begins_at_zero() -> None:
    plot = drawn(figure(1000, "2023-12-01"), figure(1010, "2023-12-02"))
    assert plot.values[0].text == "0"
    assert plot.values[0].at == plot.bottom


def test_days_are_named_as_far_as_there_is_room_and_the_outermost_always() -> None:
    figures = [figure(number, f"2023-12-{number:02}") for number in range(1, 31)]
    ticks = drawn(*figures, frame=NARROW).days
    assert (ticks[0].text, ticks[-1].text) == ("1 Dec", "30 Dec")
    assert 2 < len(ticks) < 12
    assert all(after.at - before.at > 30 for before, after in pairwise(ticks))


def test_the_year_is_named_once_and_again_where_it_changes() -> None:
    ticks = drawn(figure(1, "2022-12-01"), figure(2, "2022-12-20"), figure(3, "2023-01-20")).days
    assert [tick.year for tick in ticks] == ["2022", "", "2023"]


def test_a_gap_that_stands_out_is_told_in_days_between() -> None:
    figures = (figure(1, "2023-12-01"), figure(2, "2023-12-03"), figure(3, "2023-12-20"))
    assert [note.text for note in drawn(*figures).notes] == ["16 days without"]
    doubtful = (*figures[:2], figure(3, "2023-12-20", about_day=True))
    assert [note.text for note in drawn(*doubtful).notes] == ["about 16 days without"]


def test_figures_at_even_distances_have_no_gap() -> None:
    assert drawn(*(figure(day, f"2023-12-{day:02}") for day in (1, 11, 21))).notes == ()


def test_small_drawings_have_no_words_about_time() -> None:
    assert drawn(*evacuated(), frame=SMALL, since=date(2023, 11, 12)).notes == ()


def test_the_day_from_which_was_counted_is_drawn_unless_it_lies_too_far_back() -> None:
    near = drawn(*evacuated(), since=date(2023, 11, 12))
    assert "since 12 Nov" in [note.text for note in near.notes]
    assert near.days[0].text == "12 Nov"
    far = drawn(*evacuated(), since=date(2001, 1, 1))
    assert far.days[0].text == "22 Nov"


def test_drawings_on_shared_axes_put_the_same_value_and_day_at_the_same_place() -> None:
    one, other = [figure(883, "2023-12-06")], [figure(400, "2023-10-12"), figure(1100, "2023-12-06")]
    axes = reach(one) | reach(other)
    first, second = (drawn(*figures, frame=SMALL, axes=axes) for figures in (one, other))
    assert first.values == second.values
    assert first.marks[0].x == second.marks[1].x


def test_what_is_valid_now_chooses_the_place_of_its_words_first() -> None:
    crowd = [figure(1000 + number, "2023-12-06", past=True) for number in range(30)]
    labels = {mark.figure.key: mark.label for mark in drawn(*crowd, figure(1015, "2023-12-06", key=2)).marks}
    assert labels[2] is not None
    assert len(labels[2].lines) == 2
    assert None in labels.values()


def test_a_hundred_figures_are_drawn_and_few_named() -> None:
    figures = [figure(500 + number, f"2023-{1 + number // 28:02}-{1 + number % 28:02}") for number in range(100)]
    plot = drawn(*figures, frame=NARROW)
    assert len(plot.marks) == 100
    assert len(plot.joins) == 99
    boxes = [mark.label.box for mark in plot.marks if mark.label]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_the_geometry_knows_nothing_of_django() -> None:
    assert not any(name.startswith("django") for name in vars(chart))
