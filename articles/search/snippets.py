"""The few lines of an article that show best why it was found, with the words found marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from articles.models import Block
from articles.search.hits import Finder
from articles.text.sentences import breaks
from articles.text.spans import Span, merge

MOST: Final = 3
LONGEST: Final = 220  # code points of one snippet
BEFORE: Final = 80  # code points kept before the first hit where a sentence is too long

_Sentences: TypeAlias = tuple[list[int], list[int]]  # where they begin, and where they end
Segment: TypeAlias = tuple[str, bool]  # a stretch of text, and whether it was searched for


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    fragment: str  # of the block, inside the article's page
    segments: list[Segment]
    cut_before: bool  # begins inside a sentence
    cut_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A block in which something was found."""

    block: Block
    spans: list[Span]  # in order, never overlapping
    terms: int  # how many different terms stand in the block


def segments(text: str, spans: Iterable[Span]) -> list[Segment]:
    """Part a text at the marked spans, which are in order and do not overlap."""
    parts: list[Segment] = []
    done = 0
    for span in spans:
        parts += [(text[done : span.start], False), (text[span.start : span.end], True)]
        done = span.end
    parts.append((text[done:], False))
    return [part for part in parts if part[0]]


def best(blocks: Iterable[Block], finder: Finder, language: str = "") -> tuple[list[Found], int]:
    """Return up to three blocks in text order, and in how many places of all of them something was found.

    Blocks with more of the terms come first, then those that stand earlier.
    """
    hits = []
    for block in blocks:
        by_term = [spans for spans in finder.by_term(block.text, language) if spans]
        if by_term:
            spans = merge(span for spans in by_term for span in spans)
            hits.append(Found(block=block, spans=spans, terms=len(by_term)))
    first = sorted(hits, key=lambda hit: (-hit.terms, hit.block.position))[:MOST]
    chosen = sorted(first, key=lambda hit: hit.block.position)
    return chosen, sum(len(hit.spans) for hit in hits)


def cut(found: Found, within: Span | None = None, at: Span | None = None) -> Snippet:
    """Return what is shown of a block: from the first place on, or from that which meets `at`.

    `within` is a part of it that holds something that was found, and is shown alone.
    """
    part = within or Span(0, len(found.block.text))
    text = part.of(found.block.text)
    spans = [span.shift(-part.start) for span in found.spans if part.contains(span)]
    meant = at.shift(-part.start) if at else spans[0]
    sentences = starts, ends = _sentences(text)
    kept = _window(text, next((span for span in spans if span.overlaps(meant)), spans[0]), sentences)
    return Snippet(
        fragment=found.block.fragment,
        segments=segments(kept.of(text), [span.shift(-kept.start) for span in spans if kept.contains(span)]),
        cut_before=kept.start not in starts,
        cut_after=kept.end not in ends,
    )


def _sentences(text: str) -> _Sentences:
    """Return where sentences begin, and where they end without the white space behind them."""
    bounds = list(breaks(text))
    return [0, *(start for _, start in bounds)], [*(end for end, _ in bounds), len(text)]


def _window(text: str, first: Span, sentences: _Sentences) -> Span:
    """Return the stretch to show: the sentence of a hit, with as many after it as fit."""
    if len(text) <= LONGEST:
        return Span(0, len(text))
    starts, ends = sentences
    start = max(start for start in starts if start <= first.start)
    if first.end - start > LONGEST - BEFORE:
        start = max(start, _word_start(text, first.start - BEFORE))
    fitting = [end for end in ends if first.end <= end <= start + LONGEST]
    return Span(start, max(fitting) if fitting else _word_end(text, start + LONGEST, least=first.end))


def _word_start(text: str, at: int) -> int:
    """Return where the next word begins, at `at` or behind it."""
    return 0 if at <= 0 else text.find(" ", at - 1) + 1


def _word_end(text: str, at: int, *, least: int) -> int:
    """Return where the last word that is whole before `at` ends; never before `least`."""
    return max(text.rfind(" ", least, at + 1), least)
