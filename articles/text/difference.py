"""What differs between two texts, paragraph by paragraph and in these word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from articles.text.alignment import NOWHERE, align
from articles.text.tokens import Text, Token

MOST_WORDS: Final = 20_000  # words and marks that are compared in all; beyond it a paragraph is told as a whole
_ALIKE: Final = 0.4  # of 1: share of words that both have, from which one paragraph counts as the other's successor
_NEAR: Final = 5  # paragraphs among which the one before is looked for


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both texts have, or one of them."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of either text, or of both; the runs that are not deleted are its words as they became."""

    before: int | None  # index in the text before; None where it is new
    after: int | None  # index in the text after; None where it is gone
    runs: tuple[Run, ...]

    @property
    def unchanged(self) -> bool:
        """Whether no word differs; blanks may."""
        return all(run.kind == "same" for run in self.runs)


def difference(before: Sequence[str], after: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of both texts in order; what is gone stands before what took its place."""
    return list(_Comparison(before, after).paragraphs())


class _Comparison:
    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        self.before, self.after = before, after
        self.words_left = MOST_WORDS

    def paragraphs(self) -> Iterator[Paragraph]:
        old = new = 0
        images = [*align(self.before, self.after), len(self.after)]
        for index, image in enumerate(images):
            if image != NOWHERE:
                yield from self._between(range(old, index), range(new, image))
                if index < len(self.before):
                    yield Paragraph(before=index, after=image, runs=_whole("same", self.after[image]))
                old, new = index + 1, image + 1

    def _between(self, old: range, new: range) -> Iterator[Paragraph]:
        """Yield paragraphs of which none is the same in both texts."""
        at = old.start
        for image in new:
            near = range(at, min(at + _NEAR, old.stop))
            likeness = [_likeness(self.before[index], self.after[image]) for index in near]
            if not likeness or max(likeness) < _ALIKE:
                yield Paragraph(before=None, after=image, runs=_whole("inserted", self.after[image]))
                continue
            index = near[likeness.index(max(likeness))]
            yield from self._gone(range(at, index))
            yield Paragraph(before=index, after=image, runs=self._runs(self.before[index], self.after[image]))
            at = index + 1
        yield from self._gone(range(at, old.stop))

    def _gone(self, old: range) -> Iterator[Paragraph]:
        for index in old:
            yield Paragraph(before=index, after=None, runs=_whole("deleted", self.before[index]))

    def _runs(self, old: str, new: str) -> tuple[Run, ...]:
        tokens, new_tokens = Text([old]).tokens, Text([new]).tokens
        self.words_left -= len(tokens) + len(new_tokens)
        if self.words_left < 0:
            return (*_whole("deleted", old), *_whole("inserted", new))
        images = align([token.text for token in tokens], [token.text for token in new_tokens])
        return tuple(_joined(_steps(_Words(old, tokens), _Words(new, new_tokens), _steady(tokens, images))))


class _Words:
    """A paragraph cut before each of its words; a word holds the blanks behind it."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.bounds = [0, *(token.start for token in tokens[1:]), len(text)] if tokens else [0]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def cut(self, start: int, end: int) -> str:
        return self.text[self.bounds[start] : self.bounds[end]]


def _whole(kind: Literal["same", "deleted", "inserted"], text: str) -> tuple[Run, ...]:
    return (Run(kind, text),)


def _likeness(old: str, new: str) -> float:
    words, new_words = (Counter(token.text for token in Text([text]).tokens) for text in (old, new))
    return 2 * (words & new_words).total() / max(words.total() + new_words.total(), 1)


def _steady(tokens: Sequence[Token], images: list[int]) -> list[int]:
    """Take a lone comma or quotation mark between changed words as changed with them: it holds nothing together."""
    around = [NOWHERE, *images, NOWHERE]
    return [
        NOWHERE if not token.is_word and around[at] == around[at + 2] == NOWHERE else images[at]
        for at, token in enumerate(tokens)
    ]


def _steps(old: _Words, new: _Words, images: Sequence[int]) -> Iterator[Run]:
    at = new_at = 0
    for index, image in enumerate([*images, len(new)]):
        if image != NOWHERE:
            yield Run("deleted", old.cut(at, index))
            yield Run("inserted", new.cut(new_at, image))
            if index < len(old):
                yield Run("same", new.cut(image, image + 1))
            at, new_at = index + 1, image + 1


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Make one run of those that follow one another with the same fate; a blank behind new words is not new."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last and last.kind == run.kind:
            last = Run(run.kind, last.text + run.text)
            continue
        if last and last.kind == "inserted" and run.kind == "same":
            words = last.text.rstrip()
            run = Run("same", last.text[len(words) :] + run.text)
            last = Run("inserted", words)
        if last:
            yield last
        last = run
    if last:
        yield last
