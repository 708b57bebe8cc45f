from __future__ import annotations

import random
from itertools import combinations

import pytest

from articles.series.labels import Box, Canvas, Line, Wanted, text_width

PAPER = Box(0, 0, 400, 200)


def dot(x: float, y: float) -> Box:
    return Box(x - 6, y - 6, x + 6, y + 6)


def canvas(*marks: Box) -> Canvas:
    return Canvas(bounds=PAPER, size=20, taken=list(marks))


def test_words_stand_under_their_mark_when_there_is_room() -> None:
    mark = dot(200, 80)
    label = canvas(mark).place(Wanted(("898", "6 Dec", "Republika"), mark))
    assert label is not None
    assert (label.x, label.anchor) == (200, "middle")
    assert label.box.top > mark.bottom
    assert [line.text for line in label.lines] == ["898", "6 Dec", "Republika"]
    assert [line.value for line in label.lines] == [True, False, False]


def test_words_at_the_right_edge_end_before_it() -> None:
    mark = dot(390, 100)
    label = canvas(mark).place(Wanted(("more than 1,050",), mark))
    assert label is not None
    assert label.anchor == "end"
    assert label.box.right <= PAPER.right


def test_words_step_aside_of_a_line_when_another_place_is_free() -> None:
    mark = dot(200, 80)
    crossed = canvas(mark)
    crossed.lines.append(Line(150, 100, 250, 101))
    label = crossed.place(Wanted(("898",), mark))
    assert label is not None
    assert not label.box.crossed_by(crossed.lines[0])


def test_words_lose_their_lower_lines_before_they_cover_anything() -> None:
    mark = Box(190, 90, 210, 110)
    narrow = Canvas(bounds=Box(150, 75, 250, 122), size=20, taken=[mark])
    label = narrow.place(Wanted(("898", "6 Dec", "Republika"), mark))
    assert label is not None
    assert [line.text for line in label.lines] == ["898"]


def test_words_without_any_room_are_left_out() -> None:
    mark = dot(10, 10)
    tiny = Canvas(bounds=Box(0, 0, 20, 20), size=20, taken=[mark])
    assert tiny.place(Wanted(("more than 1,050",), mark)) is None


def test_however_many_figures_no_words_cover_each_other_or_a_mark() -> None:
    seeded = random.Random(3)  # noqa: S311 - places to draw at, not secrets
    for _ in range(60):
        marks = [dot(seeded.uniform(10, 390), seeded.uniform(10, 190)) for _ in range(seeded.randint(1, 25))]
        full = canvas(*marks)
        placed = [label for mark in marks if (label := full.place(Wanted(("1,234", "6 Dec 2023"), mark)))]
        assert placed
        for one, other in combinations([label.box for label in placed], 2):
            assert not one.meets(other)
        for label in placed:
            assert label.box.inside(PAPER)
            assert not any(label.box.meets(mark) for mark in marks)


@pytest.mark.parametrize(
    ("line", "crosses"),
    [
        (Line(0, 0, 100, 100), True),
        (Line(0, 50, 100, 50), True),
        (Line(50, 0, 50, 30), False),
        (Line(0, 0, 100, 10), False),
        (Line(45, 45, 55, 55), True),
        (Line(70, 0, 70, 100), False),
    ],
)
def test_a_line_crosses_a_box_only_where_it_runs_through_it(line: Line, crosses: bool) -> None:  # noqa: FBT001
    assert Box(40, 40, 60, 60).crossed_by(line) is crosses


def test_longer_and_larger_words_are_wider() -> None:
    assert text_width("1,100", size=12) < text_width("about 1,100", size=12) < text_width("about 1,100", size=20)
