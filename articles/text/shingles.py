"""How alike two texts are, by the runs of words that both have; and what finds texts that may be alike.

Two texts are compared by their shingles: each run of four words, whatever its case, marks and accents. A text that
was shortened is told by containment, the share of the shorter one's shingles that the longer one has.

Series (the price of gold, the weather, fixtures) print the same sentences every day with other figures. So shingles
that differ in nothing but their figures are counted: where they are many, the texts are two, however alike the words
between them are.

To find what may be alike without comparing all with all, a text keeps the least hashes of its runs of eight words
(a bottom-k sketch: Broder, 1997): the share of the runs that two texts have in common is about the share of the least
hashes that they have in common, and rare turns of phrase count as much as frequent ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b, sha256
from heapq import nsmallest
from typing import Final

from articles.text.normalise import APOSTROPHES, unaccent

SHINGLE: Final = 4  # words that are compared together
LONG: Final = 8  # words that texts must have together to be compared at all
BANDS: Final = 16  # least hashes that are kept
FEWEST_WORDS: Final = 30  # shorter texts are alike by chance
_MOST: Final = 0.7  # of the shorter text's shingles
_NEARLY_ALL: Final = 0.82
_LONGER: Final = 0.5  # resemblance below which one text is much longer than the other
_SAME_FIGURES: Final = 0.75  # of the shingles with figures; a correction changes few

_UNSEEN: Final = re.compile(f"[{APOSTROPHES}\u00ad\u200b-\u200d\u2060\ufeff]")
# Scripts that put no space between words count by the character. Letters and figures that touch are parted: Rp5, 5G.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD: Final = re.compile(rf"\d+(?:[.,:]\d+)*|[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W\d_])+")
# What stands before the dash that opens a story: place, outlet, agency. Each publisher of one text prints its own.
_DATELINE: Final = re.compile(r"(?:\S{1,40}\s){0,7}\S{1,40}?(?:\s(?:--?|[–—])\s?|(?:--|[-–—])\s)(?=\S)")


@dataclass(frozen=True)
class Shingles:
    """One text as the search for copies sees it."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, paragraphs: Sequence[str]) -> Shingles:
        """Read the paragraphs of a story; its dateline is left out."""
        return cls(tuple(_words(paragraphs)))

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of SHINGLE words, once."""
        return frozenset(zip(*(self.words[at:] for at in range(SHINGLE)), strict=False))

    @cached_property
    def figures(self) -> frozenset[tuple[str, ...]]:
        """The runs that hold a figure."""
        return frozenset(run for run in self.runs if any(map(_is_figure, run)))

    @cached_property
    def blanked(self) -> frozenset[tuple[str, ...]]:
        """The runs that hold a figure, without saying which."""
        return frozenset(map(_blanked, self.figures))

    @property
    def sha256(self) -> str:
        """Of the words alone, lower-case hexadecimal."""
        return sha256(" ".join(self.words).encode()).hexdigest()

    @property
    def bands(self) -> list[int]:
        """The least hashes of the runs of LONG words, rising, each of 64 bits with sign; none of a short text."""
        if len(self.words) < FEWEST_WORDS:
            return []
        runs = zip(*(self.words[at:] for at in range(LONG)), strict=False)
        return nsmallest(BANDS, {_hash(" ".join(run)) for run in runs})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two texts have in common, each a share from 0 to 1."""

    same: bool  # word by word
    resemblance: float  # of the shingles of both
    containment: float  # of the shingles of the one that has fewer
    other_figures: int  # shingles that both would have if it were not for their figures
    figures: float  # of these and of those with figures that both have, the share of the latter; 1 where are none

    @property
    def is_copy(self) -> bool:
        return self.same or (not self._is_series and self._has_most)

    @property
    def _is_series(self) -> bool:
        return self.other_figures > 2 * SHINGLE and self.figures < _SAME_FIGURES

    @property
    def _has_most(self) -> bool:
        """Whether most of one is in the other; of a much longer one it must be nearly all, or it is a quotation."""
        return self.containment >= (_MOST if self.resemblance >= _LONGER else _NEARLY_ALL)


def compare(one: Shingles, other: Shingles) -> Comparison:
    """Compare two texts, in any order."""
    both = len(one.runs & other.runs)
    fewer, more = sorted((one, other), key=lambda text: len(text.runs))
    as_they_are = len(fewer.figures & more.figures)
    others = sum(_blanked(run) in more.blanked for run in fewer.figures - more.figures)
    return Comparison(
        same=one.words == other.words,
        resemblance=both / (len(one.runs | other.runs) or 1),
        containment=both / (len(fewer.runs) or 1),
        other_figures=others,
        figures=as_they_are / (as_they_are + others) if others else 1.0,
    )


def _words(paragraphs: Sequence[str]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        text = paragraph if number else paragraph[_dateline(paragraph) :]
        yield from _WORD.findall(unaccent(_UNSEEN.sub("", text)))


def _dateline(paragraph: str) -> int:
    found = _DATELINE.match(paragraph)
    return found.end() if found else 0


def _is_figure(word: str) -> bool:
    return word[0].isdecimal()


def _blanked(run: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("" if _is_figure(word) else word for word in run)


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), signed=True)
