"""Where each part of a drawing of figures stands: pure geometry, in the units of the drawing's own viewBox.

A figure is a dot: filled when exact, open when about. An arrow says that more or less is meant, a bar across
that the day is not certain, a bar upwards that a range is printed. Dashed lines join figures of one scope whose
order is known; nothing is known between them. Colours and dashes are the style sheet's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from articles.series.labels import Box, Canvas, Label, Line, Wanted, text_width
from articles.series.plot import DOT, RING, Figure, Frame, Mark, Note, Plot, Tick, Words
from articles.series.scale import DayScale, Reach, ValueScale, nice_values

_CAP, _ABOUT = 4.0, 19.0
_ARROW = {"up": (-26, 6), "down": (26, -6)}  # to its point, and back along its sides
_TOP, _BELOW, _AXIS_SIZE = 34.0, 46.0, 12.0
_NARROWEST_MARGIN = 34.0


def reach(figures: Iterable[Figure]) -> Reach:
    """Return what the axes must hold for `figures`, at least one."""
    every = list(figures)
    tops = [figure.value if figure.value_to is None else figure.value_to for figure in every]
    return Reach(
        low=min(figure.value for figure in every),
        high=max(tops),
        first=min(figure.first for figure in every),
        last=max(figure.last or figure.first for figure in every),
    )


def draw(
    figures: Sequence[Figure], *, frame: Frame, words: Words, axes: Reach | None = None, since: date | None = None
) -> Plot:
    """Draw figures, at least one. `axes` reaches farther than they do where drawings share one scale.

    `since` is the day from which all was counted; None when that differs or is not known.
    """
    held = axes or reach(figures)
    if since is not None and _reaches_back(since, held):
        held = held.including([since])
    else:
        since = None
    return _Drawing(sorted(figures, key=lambda one: (one.day, one.key)), frame, words, held).plot(since)


class _Drawing:
    def __init__(self, figures: list[Figure], frame: Frame, words: Words, held: Reach) -> None:
        self.figures, self.frame, self.words = figures, frame, words
        values = nice_values(held.low, held.high)
        widest = max(text_width(words.value(value), size=_AXIS_SIZE) for value in values)
        self.left = round(max(_NARROWEST_MARGIN, widest) + 6, 1)
        self.right, self.bottom = frame.width - 10, frame.height - _BELOW
        self.up = ValueScale(values=values, top=_TOP, bottom=self.bottom)
        self.across = DayScale(
            first=held.first, last=held.last, left=self.left + frame.before, right=self.right - frame.after
        )

    def plot(self, since: date | None) -> Plot:
        places = [self._mark(figure) for figure in self.figures]
        joins = tuple(self._joins(places))
        canvas = Canvas(bounds=Box(self.left, 0, self.frame.width, self.bottom - 2), size=self.frame.value_size)
        canvas.lines += joins
        canvas.grid += [self.up.y(value) for value in self.up.values]
        canvas.taken += [_box(mark) for mark in places]
        marks = tuple(self._labelled(places, canvas))
        return Plot(
            frame=self.frame,
            left=self.left,
            right=self.right,
            bottom=self.bottom,
            values=tuple(Tick(at=self.up.y(value), text=self.words.value(value)) for value in self.up.values),
            days=tuple(self._days(since)),
            marks=marks,
            joins=joins,
            notes=tuple(self._notes(since, canvas)) if self.frame.notes else (),
        )

    def _mark(self, figure: Figure) -> Mark:
        x, y = self.across.x(figure.day), self.up.y(figure.value)
        top = y if figure.value_to is None else self.up.y(figure.value_to)
        return Mark(
            figure=figure,
            x=x,
            y=y,
            days=self._span(figure, x, y),
            range=None if figure.value_to is None else Line(x, y, x, top),
            arrow=_arrow(x, top if figure.bound == "up" else y, figure.bound),
            label=None,
        )

    def _span(self, figure: Figure, x: float, y: float) -> Line | None:
        if figure.last is None:
            return Line(x, y, self.right, y)
        if figure.first != figure.last:
            return Line(self.across.x(figure.first), y, self.across.x(figure.last), y)
        return Line(x - _ABOUT, y, x + _ABOUT, y) if figure.about_day else None

    def _joins(self, marks: Sequence[Mark]) -> Iterable[Line]:
        """Join each day's figure to the next day's; a day with two of them is joined to none."""
        joined = [mark for mark in marks if mark.figure.joined]
        days = [list(same) for _, same in groupby(joined, key=lambda mark: mark.x)]
        for before, after in pairwise(days):
            if len(before) == len(after) == 1:
                yield Line(before[0].x, before[0].y, after[0].x, after[0].y)

    def _labelled(self, marks: Sequence[Mark], canvas: Canvas) -> Iterable[Mark]:
        """Give words to the marks; what is valid now chooses its place first."""
        found: dict[int, Label | None] = {}
        for mark in sorted(marks, key=lambda mark: (mark.figure.past, -mark.x)):
            found[mark.figure.key] = canvas.place(Wanted(mark.figure.lines, _box(mark)))
        for mark in marks:
            yield replace(mark, label=found[mark.figure.key])

    def _days(self, since: date | None) -> Iterable[Tick]:
        """Name the days of the figures, the outermost first, as far as their words have room."""
        days = sorted({figure.day for figure in self.figures} | ({since} if since else set()))
        kept: dict[date, Box] = {}
        for day in (days[-1], *days[:-1]):
            width = max(text_width(self.words.day(day), size=_AXIS_SIZE), text_width("2000", size=_AXIS_SIZE))
            box = Box(self.across.x(day) - width / 2 - 4, 0, self.across.x(day) + width / 2 + 4, 1)
            if not any(box.meets(other) for other in kept.values()):
                kept[day] = box
        year = 0
        for day in sorted(kept):
            yield Tick(at=self.across.x(day), text=self.words.day(day), year=str(day.year) if day.year != year else "")
            year = day.year

    def _notes(self, since: date | None, canvas: Canvas) -> Iterable[Note]:
        if since is not None:
            x, text = self.across.x(since), self.words.since(since)
            note = Note(
                text=text, x=x + 5, y=self.bottom - 20, anchor="start", path=f"M{x} {self.bottom}V{self.bottom - 30}"
            )
            if _reserve(canvas, x, x + 5 + text_width(text, size=_AXIS_SIZE), self.bottom - 32):
                yield note
        gap = _widest_gap(self.figures)
        if gap is not None:
            yield from self._gap(*gap, canvas)

    def _gap(self, before: Figure, after: Figure, canvas: Canvas) -> Iterable[Note]:
        until = before.last or before.first
        left, right = self.across.x(until) + 14, self.across.x(after.first) - 14
        about = before.uncertain or after.uncertain
        text, level = self.words.gap((after.first - until).days - 1, about), self.bottom - 14
        if text_width(text, size=_AXIS_SIZE) > right - left or not _reserve(canvas, left, right, level - 20):
            return
        path = f"M{left:.1f} {level - _CAP}v{2 * _CAP}M{left:.1f} {level}H{right:.1f}m0 -{_CAP}v{2 * _CAP}"
        yield Note(text=text, x=round((left + right) / 2, 1), y=level - 8, anchor="middle", path=path)


def _reaches_back(since: date, held: Reach) -> bool:
    """Return whether the day lies before the figures, and not so far that it would press them together."""
    days = max((held.last - held.first).days, 7)
    return 0 <= (held.first - since).days <= 2 * days


def _arrow(x: float, y: float, bound: str) -> str:
    if not bound:
        return ""
    length, back = _ARROW[bound]
    return f"M{x} {y}v{length}m-5 {back}l5 {-back}l5 {back}"


def _box(mark: Mark) -> Box:
    """Return what a mark covers, its bars apart from their far ends."""
    size = RING if mark.figure.unreviewed else DOT + 1
    top, bottom = mark.y - size, mark.y + size
    left, right = mark.x - size, mark.x + size
    if mark.range:
        top = min(top, mark.range.y2 - _CAP)
    if mark.figure.bound == "up":
        top += _ARROW["up"][0] + size
    elif mark.figure.bound == "down":
        bottom += _ARROW["down"][0] - size
    if mark.days and mark.figure.last:
        left, right = min(left, mark.days.x1), max(right, mark.days.x2)
    return Box(left, top, right, bottom)


def _reserve(canvas: Canvas, left: float, right: float, top: float) -> bool:
    """Take the stretch above the axis when nothing stands in it; return whether it was free."""
    box = Box(left, top, right, canvas.bounds.bottom)
    free = canvas.is_free(box)
    if free:
        canvas.taken.append(box)
    return free


def _widest_gap(figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return the two figures between which there is none for longest; None when no gap stands out."""
    gaps = []
    before = figures[0]
    for figure in figures[1:]:
        if before.last is None:
            break
        days = (figure.first - before.last).days
        if days > 1:
            gaps.append((days, figure.key, before, figure))
        if figure.last is None or figure.last > before.last:
            before = figure
    gaps.sort(key=lambda gap: gap[:2])
    if not gaps or (len(gaps) > 1 and gaps[-1][0] < 2 * gaps[-2][0]):
        return None
    return gaps[-1][2:]
