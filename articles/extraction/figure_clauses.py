"""The clause in which a number is printed, for want of a phrase that says what it counts."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.figure_phrases import Near
from articles.extraction.figure_reader import WORD
from articles.text.spans import Span

_FAR: Final = 140  # characters on either side
_MOST_BEFORE: Final = 10  # words
_MOST_BEHIND: Final = 8
_FEWEST: Final = 3  # words beside the number that make a clause
_SENTENCE: Final = re.compile(r"[;!?\n“”\"]|\.(?=[\s”\"A-Z]|$)")
_CLAUSE: Final = re.compile(r"[;!?\n“”\"()]|[.,](?=\s|$)|\.(?=[A-Z])| [–—-](?![0-9])")


def clause_around(start: int, end: int, near: Near) -> Span | None:
    """Return the clause that holds the stretch, its sentence where the clause holds little; None for nothing else."""
    for breaks in (_CLAUSE, _SENTENCE):
        before, behind = _words_around(start, end, near, breaks)
        if len(before) + len(behind) >= _FEWEST:
            break
    before, behind = before[-_MOST_BEFORE:], behind[:_MOST_BEHIND]
    first = next((word.start() for word in before if near.begins(word[0])), start)
    while behind and near.is_small(behind[-1][0]) and not _scales(behind):
        behind.pop()
    last = behind[-1].end() if behind else end
    if (first, last) == (start, end):
        first = before[0].start() if before else start
    if (first, last) == (start, end):
        return None
    return Span(first, _closed(near.body, first, last))


def _scales(words: list[re.Match[str]]) -> bool:
    """Return whether the last word belongs to figures: the "triliun" of "Rp 90 triliun"."""
    return len(words) > 1 and words[-2][0][-1].isdigit()


def _closed(body: str, start: int, end: int) -> int:
    """Return the end with the parenthesis that closes what the stretch opens: "Jalan Raya (2,01 km)"."""
    return end + (body.count("(", start, end) > body.count(")", start, end) and body[end : end + 1] == ")")


def _words_around(
    start: int, end: int, near: Near, breaks: re.Pattern[str]
) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    body = near.body
    first = max(0, start - _FAR)
    for found in breaks.finditer(body, first, start):
        first = found.end()
    stop = breaks.search(body, end, end + _FAR)
    last = stop.start() if stop else min(len(body), end + _FAR)
    return list(WORD.finditer(body, first, start)), list(WORD.finditer(body, end, last))
