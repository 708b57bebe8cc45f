"""Somebody as one phrase tells it, and what such phrases are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.extraction.findings import Named, Printed
from articles.extraction.wording import Wording
from articles.text.spans import Span

CLOSES: Final = re.compile(r"[;:“”\"«»„!?]|\((?=\d)")  # what no phrase of a speaker reaches over


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A speaker as one phrase tells it. Without a name and a description it points back to whoever spoke."""

    named: Named | None = None
    words: Span | None = None
    described: str = ""
    paper: bool = False  # whoever wrote a paper that is cited, nobody who speaks

    @property
    def points_back(self) -> bool:
        return self.named is None and not self.described


def named_in(wording: Wording, first: int, last: int) -> list[tuple[Printed, Named]]:
    """Return what is named in the words from `first` to `last`, in text order."""
    return wording.names.inside(wording.span(first, last))


def told_of(pair: tuple[Printed, Named]) -> Told:
    """Return a speaker who is told by name."""
    return Told(named=pair[1], words=pair[0].span)


def parts_of(wording: Wording, first: int, last: int) -> Iterator[range]:
    """Yield the stretches between commas, in order."""
    start = first
    for index in range(first, last):
        if "," in wording.gap(index):
            yield range(start, index + 1)
            start = index + 1
    yield range(start, last + 1)
