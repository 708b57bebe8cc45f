"""Where words of a drawing can stand without covering its marks or each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

# Widths are estimates on the safe side: the reader's own sans is not known here.
_SMALL, _SMALL_LINE = 12.0, 15.0
_PER_EM_SERIF, _PER_EM_SANS = 0.53, 0.56
_GAP = 3.0  # between a mark and its words
_CROSSED: Final = 1.0  # what it costs to be crossed by a line
_ON_GRID: Final = 0.25  # and by a hairline of the grid
_LATER: Final = 0.1  # what it costs to stand at the next place instead of the one before


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def crossed_by(self, line: Line) -> bool:
        """Return whether some of `line` lies inside (Liang and Barsky)."""
        begins, ends = 0.0, 1.0
        across, down = line.x2 - line.x1, line.y2 - line.y1
        for step, room in (
            (-across, line.x1 - self.left),
            (across, self.right - line.x1),
            (-down, line.y1 - self.top),
            (down, self.bottom - line.y1),
        ):
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                begins = max(begins, room / step)
            else:
                ends = min(ends, room / step)
        return begins < ends


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    text: str
    y: float  # of the base line
    value: bool  # the figure itself: larger, in the reading face


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    x: float
    anchor: str  # text-anchor of SVG
    lines: tuple[TextLine, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that should stand at `mark`, the value first."""

    lines: tuple[str, ...]
    mark: Box


@dataclass(slots=True, kw_only=True)
class Canvas:
    """What is taken already; words placed are added to it."""

    bounds: Box
    size: float  # of the value, in units
    taken: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    grid: list[float] = field(default_factory=list)  # y of its lines

    def place(self, wanted: Wanted) -> Label | None:
        """Find room for the words, with fewer lines where there is no room for all; None when for none."""
        for count in range(len(wanted.lines), 0, -1):
            found = self._best(wanted.lines[:count], wanted.mark)
            if found is not None:
                self.taken.append(found.box)
                return found
        return None

    def is_free(self, box: Box) -> bool:
        return box.inside(self.bounds) and not any(box.meets(other) for other in self.taken)

    def _best(self, lines: Sequence[str], mark: Box) -> Label | None:
        best: tuple[float, Label] | None = None
        for place, (x, anchor, top) in enumerate(self._places(lines, mark)):
            label = self._label(lines, x, anchor, top)
            if not self.is_free(label.box):
                continue
            cost = place * _LATER + self._crossings(label.box)
            if best is None or cost < best[0]:
                best = (cost, label)
        return best[1] if best else None

    def _crossings(self, box: Box) -> float:
        crossed = _CROSSED * sum(box.crossed_by(line) for line in self.lines)
        return crossed + _ON_GRID * any(box.top < y < box.bottom for y in self.grid)

    def _places(self, lines: Sequence[str], mark: Box) -> Iterator[tuple[float, str, float]]:
        """Yield x, text-anchor and top of each place that words may have at a mark, the best first."""
        height = self._height(len(lines))
        across, level = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
        below, above = mark.bottom + _GAP, mark.top - _GAP - height
        beside = level - self.size * 0.6
        yield from ((across, "middle", below), (mark.right + _GAP, "start", beside))
        yield from ((mark.left - _GAP, "end", beside), (across, "middle", above))
        for top in (below, above):
            yield from ((across, "start", top), (across, "end", top))
            yield from ((mark.right, "start", top), (mark.left, "end", top))

    def _height(self, lines: int) -> float:
        return self.size * 1.15 + (lines - 1) * _SMALL_LINE

    def _label(self, lines: Sequence[str], x: float, anchor: str, top: float) -> Label:
        width = max(text_width(text, size=_SMALL) for text in lines[1:]) if lines[1:] else 0.0
        width = max(width, text_width(lines[0], size=self.size, serif=True))
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        base = top + self.size * 0.85
        return Label(
            x=round(x, 1),
            anchor=anchor,
            lines=tuple(
                TextLine(text=text, y=round(base + number * _SMALL_LINE, 1), value=not number)
                for number, text in enumerate(lines)
            ),
            box=Box(left, top, left + width, top + self._height(len(lines))),
        )


def text_width(text: str, *, size: float, serif: bool = False) -> float:
    """Return about how wide a line is drawn, in units."""
    return len(text) * size * (_PER_EM_SERIF if serif else _PER_EM_SANS)
