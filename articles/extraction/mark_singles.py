"""Single quotation marks, told apart from apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from articles.extraction.mark_pairs import Pair
from articles.text.spans import Span

_SINGLE: Final = re.compile(
    r"""(?P<opens>(?<![\w'’‘´`.,!?)])['‘‚‛`](?=[\w(@#"“]))|(?P<closes>(?<=[\w.,!?…)"”%])['’´](?![\w'’]))|\n"""
)
_LONGEST: Final = 400


def with_singles(body: str, doubles: Sequence[Pair]) -> list[Pair]:
    """Return `doubles`, which are in text order, with the stretches in single marks; these never cross a line."""
    outer = [pair for pair in doubles if not pair.inner]
    inner = [pair for pair in doubles if pair.inner]
    added: list[Pair] = []
    inside: list[Span] = []  # stretches in single marks that hold others
    for single in _singles(body):
        around = _around(outer, single.printed)
        if around is not None and _around(inner, single.printed) is None and not _held(inner, single.printed):
            added.append(replace(single, inner=True))
        elif around is None and not (held := _held(outer, single.printed)):
            added.append(single)
        elif around is None and body[single.content.end - 1] in ".,!?" and held[-1].printed.end <= single.content.end:
            added.append(single)
            inside.append(single.printed)
    pairs = [pair if pair.inner or not _inside(pair, inside) else replace(pair, inner=True) for pair in doubles]
    return sorted([*pairs, *added], key=lambda pair: (pair.printed.start, -pair.printed.end))


def _singles(body: str) -> Iterator[Pair]:
    opened: int | None = None
    for found in _SINGLE.finditer(body):
        if found.lastgroup == "opens":
            opened = found.start()
        elif found.lastgroup == "closes" and opened is not None:
            if found.start() - opened <= _LONGEST:
                yield Pair(content=Span(opened + 1, found.start()), printed=Span(opened, found.end()))
            opened = None
        else:
            opened = None


def _around(pairs: Sequence[Pair], span: Span) -> Pair | None:
    """Return the stretch that holds `span`, marks not counted."""
    at = bisect_right(pairs, span.start, key=lambda pair: pair.printed.start) - 1
    return pairs[at] if at >= 0 and pairs[at].content.contains(span) else None


def _held(pairs: Sequence[Pair], span: Span) -> list[Pair]:
    """Return the stretches that `span` holds or cuts, in order."""
    first = bisect_right(pairs, span.start, key=lambda pair: pair.printed.end)
    return list(pairs[first : bisect_left(pairs, span.end, first, key=lambda pair: pair.printed.start)])


def _inside(pair: Pair, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, pair.printed.start, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].contains(pair.printed)
