"""A text cut into nested pieces, so that marks which overlap become elements which do not."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeAlias

from articles.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a stretch of text is dressed in."""

    span: Span
    rank: int = 0  # of two marks on the same words the lower stands outside
    ident: str = ""  # name inside the page; the first piece carries it
    tag: str = "span"  # span or mark; with an `href` it is a link where links may stand
    css: str = ""
    href: str = ""
    ref: int | None = None  # number of the quote that the reader is led to behind the last piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A mark, or the part of one that no other mark cuts off, with what it holds."""

    mark: Mark
    inside: tuple[Node, ...]
    first: bool = True
    last: bool = True


Node: TypeAlias = str | Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A mark, or what is left of it behind the end of another."""

    mark: Mark
    start: int
    end: int
    first: bool = True
    last: bool = True


def nest(text: str, marks: Iterable[Mark], *, within: Span | None = None) -> tuple[Node, ...]:
    """Return `text`, or the part of it `within`, as plain text and pieces; their words together are the text's.

    Of two marks that cross, the one that starts later is cut in two. Marks that reach out of the text or of
    `within` are cut there; those outside leave no trace.
    """
    bounds = within or Span(0, max(len(text), 1))
    end = min(bounds.end, len(text))
    cuts = [
        _Cut(mark=mark, start=max(mark.span.start, bounds.start), end=min(mark.span.end, end))
        for mark in marks
        if mark.span.start < end and bounds.start < mark.span.end
    ]
    return tuple(_nodes(text, cuts, bounds.start, end))


def _nodes(text: str, cuts: list[_Cut], start: int, end: int) -> Iterator[Node]:
    order = count()
    heap = [(_place(cut), next(order), cut) for cut in cuts]
    heapq.heapify(heap)
    while heap:
        outer = heapq.heappop(heap)[-1]
        if start < outer.start:
            yield text[start : outer.start]
        inside = []
        while heap and heap[0][-1].start < outer.end:
            inner = heapq.heappop(heap)[-1]
            if inner.end > outer.end:
                rest = replace(inner, start=outer.end, first=False)
                heapq.heappush(heap, (_place(rest), next(order), rest))
                inner = replace(inner, end=outer.end, last=False)
            inside.append(inner)
        yield Piece(
            mark=outer.mark,
            inside=tuple(_nodes(text, inside, outer.start, outer.end)),
            first=outer.first,
            last=outer.last,
        )
        start = outer.end
    if start < end:
        yield text[start:end]


def _place(cut: _Cut) -> tuple[int, int, int]:
    return (cut.start, -cut.end, cut.mark.rank)


def plain(nodes: Iterable[Node]) -> str:
    """Return the words of `nodes` without their dress."""
    return "".join(node if isinstance(node, str) else plain(node.inside) for node in nodes)
