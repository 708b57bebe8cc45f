"""Which words of an old text stand in a new one.

The texts are compared in their order, by a patience diff: words that both have once are trusted first, in their
longest common order; what lies between two of them is compared in the same way. So stray words that every text has
are not taken for the same words, and the work grows with the length of the texts, not with its square. Blocks and
long sentences that both texts have once are the same, wherever they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from articles.text.sentences import breaks
from articles.text.tokens import Place, Text

NOWHERE: Final = -1
LONG: Final = 64  # characters that are a context of their own
WINDOW: Final = 8  # words and marks on each side that tell whether a place is the same
_SURE: Final = 0.5  # share of these words that must be found again
_MOST_COMPARED: Final = 250_000  # pairs of words without one that is there once; beyond it nothing is matched

_Range = tuple[int, int, int, int]  # of the old words, then of the new ones; ends exclusive
_Pairs = list[tuple[int, int]]  # rising on both sides


class Alignment:
    """Two texts, and for each token of the old one that of the new which it became."""

    def __init__(self, old: Text, new: Text) -> None:
        self.old, self.new = old, new
        self.images = align([token.text for token in old.tokens], [token.text for token in new.tokens])
        self.moved: set[int] = set()  # old tokens of stretches that overtook others
        self._join_twins(_blocks)
        self._join_twins(_sentences)
        self._drop_strays()
        self.taken = set(self.images) - {NOWHERE}  # new tokens

    def found_again(self, *stretches: range) -> bool:
        """Whether enough words of the old stretches were found again; marks alone tell nothing and pass."""
        words = sum(self._words[tokens.stop] - self._words[tokens.start] for tokens in stretches)
        again = sum(self._again[tokens.stop] - self._again[tokens.start] for tokens in stretches)
        return again >= words * _SURE

    def _join_twins(self, stretches: Callable[[Text], Iterator[Place]]) -> None:
        """Match the stretches that both texts have once, whatever the comparison took their words for."""
        here, there = _once(self.old, stretches), _once(self.new, stretches)
        sources = {image: at for at, image in enumerate(self.images) if image != NOWHERE}
        for words in here.keys() & there.keys():
            old, new = here[words], there[words]
            in_place = [self.images[at] == image for at, image in zip(old, new, strict=True)]
            if all(in_place):
                continue
            if not any(in_place):
                self.moved.update(old)
            for image in new:
                if image in sources:
                    self.images[sources.pop(image)] = NOWHERE
            for at, image in zip(old, new, strict=True):
                sources.pop(self.images[at], None)
                self.images[at] = image
                sources[image] = at

    def _drop_strays(self) -> None:
        """Forget words that two different sentences happen to share: they are no trace of either."""
        self._count()
        alone = [
            at
            for at, image in enumerate(self.images)
            if image != NOWHERE and not self.found_again(self.old.around(range(at, at + 1), WINDOW))
        ]
        for at in alone:
            self.images[at] = NOWHERE
        self._count()

    def _count(self) -> None:
        """Count the words before each token, and those of them that were found again."""
        known = [token.is_word for token in self.old.tokens]
        again = [word and image != NOWHERE for word, image in zip(known, self.images, strict=True)]
        self._words, self._again = [0, *accumulate(known)], [0, *accumulate(again)]


def _blocks(text: Text) -> Iterator[Place]:
    for number, block in enumerate(text.blocks):
        yield Place(number, 0, len(block))


def _sentences(text: Text) -> Iterator[Place]:
    for number, block in enumerate(text.blocks):
        parts = list(breaks(block))
        starts, ends = [0, *(start for _, start in parts)], [*(end for end, _ in parts), len(block)]
        for start, end in zip(starts, ends, strict=True):
            if end - start >= LONG:
                yield Place(number, start, end)


def _once(text: Text, stretches: Callable[[Text], Iterator[Place]]) -> dict[str, range]:
    """Return the tokens of the stretches that `text` has once, by their words."""
    places = [place for place in stretches(text) if text.under(place)]
    often = Counter(text.words(place) for place in places)
    return {words: text.under(place) for place in places if often[words := text.words(place)] == 1}


def align(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Return for each old word the index of the new one that it became, or `NOWHERE`; indices only rise."""
    images = [NOWHERE] * len(old)
    ranges: list[_Range] = [(0, len(old), 0, len(new))]
    while ranges:
        within = _equal_ends(old, new, ranges.pop(), images)
        pairs = _once_in_both(old, new, within)
        ranges += _between(pairs, within) if pairs else []
        for index, image in pairs or _longest_runs(old, new, within):
            images[index] = image
    return images


def _equal_ends(old: Sequence[str], new: Sequence[str], within: _Range, images: list[int]) -> _Range:
    """Match what the two stretches begin and end with alike; return what is left of them."""
    low, high, new_low, new_high = within
    while low < high and new_low < new_high and old[low] == new[new_low]:
        images[low] = new_low
        low, new_low = low + 1, new_low + 1
    while low < high and new_low < new_high and old[high - 1] == new[new_high - 1]:
        high, new_high = high - 1, new_high - 1
        images[high] = new_high
    return low, high, new_low, new_high


def _once_in_both(old: Sequence[str], new: Sequence[str], within: _Range) -> _Pairs:
    low, high, new_low, new_high = within
    often, new_often = Counter(old[low:high]), Counter(new[new_low:new_high])
    places = {new[at]: at for at in range(new_low, new_high) if new_often[new[at]] == 1}
    return _longest_rising(
        [(at, places[old[at]]) for at in range(low, high) if often[old[at]] == 1 and old[at] in places]
    )


def _longest_rising(pairs: _Pairs) -> _Pairs:
    """Return the longest run of `pairs`, which rise on their first side, that rises on the second too."""
    ends: list[int] = []  # the lowest image with which a run of each length ends
    last: list[int] = []  # and the pair that it is
    previous: list[int] = []
    for at, (_, image) in enumerate(pairs):
        length = bisect_left(ends, image)
        previous.append(last[length - 1] if length else NOWHERE)
        ends[length : length + 1] = [image]
        last[length : length + 1] = [at]
    run = []
    at = last[-1] if last else NOWHERE
    while at != NOWHERE:
        run.append(pairs[at])
        at = previous[at]
    return run[::-1]


def _between(pairs: _Pairs, within: _Range) -> list[_Range]:
    low, high, new_low, new_high = within
    starts = [(low, new_low), *((index + 1, image + 1) for index, image in pairs)]
    ends = [*pairs, (high, new_high)]
    return [(start[0], end[0], start[1], end[1]) for start, end in zip(starts, ends, strict=True)]


def _longest_runs(old: Sequence[str], new: Sequence[str], within: _Range) -> _Pairs:
    low, high, new_low, new_high = within
    if (high - low) * (new_high - new_low) > _MOST_COMPARED:
        return []
    runs = SequenceMatcher(None, old[low:high], new[new_low:new_high], autojunk=False).get_matching_blocks()
    return [(low + run.a + at, new_low + run.b + at) for run in runs for at in range(run.size)]
