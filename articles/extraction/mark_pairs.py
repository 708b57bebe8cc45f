"""Which quotation mark closes which.

The press mixes its marks: curly and straight in one pair, reversed ones, one missing, a mark glued to the word beside
it. So a mark is read by what stands on its two sides, by its own shape, and where both leave it open, by whether one
is open already.

Marks pair inside their line. One that nothing closes there takes the first mark of a line below, if that one closes
what nothing has opened: a text that was broken at a link, or speech over several paragraphs. Each stretch is looked at
a fixed number of times, so the work grows with the text, whatever it is made of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from articles.extraction.mark_signs import UNSEEN, Sign, signs
from articles.text.spans import Span

_LINE_END: Final = re.compile(r"\n++")
_SURE: Final = 2
_DEEPEST: Final = 2
_MOST_LINES: Final = 8  # that one pair may lie across
_LONGEST_ACROSS: Final = 4000
_LONG: Final = 20  # characters: longer than what stands in marks inside of speech and still ends in a stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the words around the marks tell of them."""

    speech_end: Callable[[Span], int | None]  # where speech stops and words of saying begin, inside a stretch
    told: Callable[[int], bool]  # whether words of saying follow a place


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A stretch between two marks, which `printed` holds too; an inner one lies inside another."""

    content: Span
    printed: Span
    closed: bool = True
    inner: bool = False


@dataclass(slots=True)
class _Line:
    """What the marks of one line come to."""

    span: Span
    number: int
    pairs: list[Pair] = field(default_factory=list)
    open: list[Sign] = field(default_factory=list)  # what nothing closed, the outer one first
    strays: list[tuple[int, Sign]] = field(default_factory=list)  # what closed nothing, and how far back that may reach
    free: int = 0  # everything before is inside marks or before a stray


def find_pairs(body: str, hints: Hints) -> list[Pair]:
    """Return all stretches in double marks, in text order; none overlaps another but an inner one, inside."""
    found: list[Pair] = []
    waiting: _Line | None = None
    for line in _lines(body, hints):
        _settle(body, line, hints)
        if waiting is not None:
            found += _ended(body, waiting, line, hints)
        waiting = line
        found += line.pairs
    if waiting is not None:
        found += _ended(body, waiting, None, hints)
    return list(_nested(sorted(found, key=lambda pair: (pair.printed.start, -pair.printed.end))))


def _nested(pairs: list[Pair]) -> Iterator[Pair]:
    """Yield pairs that are in text order, each inner one only where it does lie inside another."""
    end = 0
    for pair in pairs:
        if pair.printed.start >= end:
            end = pair.printed.end
            yield replace(pair, inner=False)
        elif pair.printed.end <= end:
            yield replace(pair, inner=True)


def _lines(body: str, hints: Hints) -> Iterator[_Line]:
    """Yield the lines that hold marks, in order."""
    ends = [found.start() for found in _LINE_END.finditer(body)]
    for number, of_line in groupby(signs(body), key=lambda sign: bisect_right(ends, sign.start)):
        start = ends[number - 1] + 1 if number else 0
        span = Span(start, ends[number] if number < len(ends) else len(body))
        line = _Line(span, number, free=start)
        for sign in of_line:
            _take(body, line, sign, hints)
        yield line


def _take(body: str, line: _Line, sign: Sign, hints: Hints) -> None:
    if not line.open:
        if sign.lean >= 0 and not _closes_alone(body, sign, hints):
            line.open.append(sign)
        elif sign.start > line.free:  # a doubled mark that closes adds nothing
            line.strays.append((line.free, sign))
            line.free = sign.end
        return
    if sign.lean >= _SURE:
        del line.open[_DEEPEST - 1 :]  # an inner one that was never closed
        line.open.append(sign)
        return
    pair = _pair(body, line.open.pop(), sign, inner=bool(line.open))
    line.pairs += [pair] if pair else []
    if not line.open:
        line.free = sign.end


def _closes_alone(body: str, sign: Sign, hints: Hints) -> bool:
    """Tell whether a mark that may open ends what nothing has opened: a closing one glued to "ujar Ana"."""
    return (
        sign.lean < _SURE
        and body[max(0, sign.start - 1)] in ",.!?…"
        and body[sign.end : sign.end + 1].islower()
        and hints.told(sign.end)
    )


def _settle(body: str, line: _Line, hints: Hints) -> None:
    """Tell a mark that was left open before other stretches from one that holds them."""
    if len(line.open) != 1:
        return
    opened = line.open[0]
    first = next((at for at, pair in enumerate(line.pairs) if pair.printed.start > opened.start), len(line.pairs))
    held = line.pairs[first:]
    at = next((at for at, pair in enumerate(held) if _alone(body, pair, hints)), None)
    if at is None:
        return
    line.open.clear()
    apart = held[at]
    if _runs_on(body, Span(opened.start, apart.printed.start), hints):
        # "He said "stop and left," she told: the mark that is missing is that of the inner one.
        outer = _pair(body, opened, Sign(apart.content.end, apart.printed.end, -1, inches=False))
        after = held[at + 1 :]
    else:
        outer = _cut(body, opened, apart.printed.start, hints)
        after = held[at:]
    line.free = max(line.free, held[-1].printed.end)
    line.pairs[first:] = [
        *([outer] if outer else []),
        *held[:at],
        *(Pair(content=pair.content, printed=pair.printed) for pair in after),
    ]


def _alone(body: str, pair: Pair, hints: Hints) -> bool:
    """Tell whether a stretch is speech of its own, though a mark before it is open."""
    return hints.told(pair.printed.end) or (len(pair.content) > _LONG and body[pair.content.end - 1] in ",.!?…")


def _runs_on(body: str, before: Span, hints: Hints) -> bool:
    last = body[max(before.start + 1, before.end - 3) : before.end].rstrip()[-1:]
    return last not in ".!?…:" and hints.speech_end(before) is None


def _ended(body: str, line: _Line, below: _Line | None, hints: Hints) -> Iterator[Pair]:
    """Yield what the open marks and the strays of a line come to, now that the next line with marks is known."""
    if line.open and below is not None and _goes_on(line, below, hints):
        _, closing = below.strays.pop(0)
        opened = line.open.pop()
        if pair := _pair(body, opened, closing, inner=bool(line.open)):
            yield pair
    stops = [sign.start for sign in line.open[1:]] + [line.span.end]
    for opened, stop in zip(line.open, stops, strict=False):
        # One that may as well be a slip tells of nothing.
        if opened.lean >= _SURE and (cut := _cut(body, opened, stop, hints)):
            yield cut
    for begin, closing in line.strays:
        if (
            hints.told(closing.end)
            and not hints.told(begin)
            and (pair := _pair(body, Sign(begin, begin, 0, inches=False), closing))
        ):
            yield pair


def _goes_on(line: _Line, below: _Line, hints: Hints) -> bool:
    opened = line.open[-1]
    return (
        bool(below.strays)
        and below.strays[0][0] == below.span.start
        and below.number - line.number <= _MOST_LINES
        and below.strays[0][1].end - opened.start <= _LONGEST_ACROSS
        and (opened.lean >= _SURE or opened.start == line.span.start)
        and hints.speech_end(Span(opened.end, below.strays[0][1].start)) is None
    )


def _cut(body: str, opened: Sign, stop: int, hints: Hints) -> Pair | None:
    """Return what an open mark holds: up to words of saying, else to the place where it must stop."""
    if opened.end >= stop:
        return None
    end = hints.speech_end(Span(opened.end, stop)) or stop
    return _pair(body, opened, Sign(end, end, 0, inches=False), closed=False)


def _pair(body: str, opened: Sign, closing: Sign, *, closed: bool = True, inner: bool = False) -> Pair | None:
    """Return what stands between two marks, blanks at its ends left out; None if that is nothing."""
    start, end = opened.end, closing.start
    while start < end and _blank(body[start]):
        start += 1
    while end > start and _blank(body[end - 1]):
        end -= 1
    if start == end:
        return None
    # Without a closing mark the blanks behind belong to nobody.
    printed = Span(opened.start if opened.start < opened.end else start, closing.end if closed else end)
    return Pair(content=Span(start, end), printed=printed, closed=closed, inner=inner)


def _blank(character: str) -> bool:
    return character.isspace() or character in UNSEEN
