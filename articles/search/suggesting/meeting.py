"""How typed words meet a name: each begins one of its words, give or take a slip of the finger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from articles.search.suggesting.unfinished import MOST_WORDS
from articles.text.names import name_key

_WORD: Final = re.compile(r"[^\W_](?:[^\s\-−–—./,;:_]*[^\W_])?")
_MOST_SLIPS: Final = 2
_LETTERS_FOR_ONE: Final = 4  # typed letters that allow one slip


class Name(NamedTuple):
    text: str
    key: str  # the text folded, as `name_key` does


class Part(NamedTuple):
    """A piece of a label."""

    text: str
    typed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    words: int  # of the typed ones, counted from the last
    slips: int
    first: bool  # the name begins with them
    length: int  # of the folded name

    @property
    def order(self) -> tuple[int, int]:
        """The best first: more words, fewer slips."""
        return -self.words, self.slips

    @property
    def ties(self) -> tuple[bool, int]:
        """What tells names apart that are as well known: those that begin so first, short ones before long ones."""
        return not self.first, self.length


def met(typed: Sequence[str], key: str) -> Met | None:
    """Return how the last of the typed words meet a folded name; None when the very last does not.

    Each typed word begins a word of its own, in any order: "zakharova mar" meets Maria Zakharova.
    """
    waiting, taken, slips = key.split(), list[str](), 0
    for word in reversed(typed[-MOST_WORDS:]):
        found = ((_slips(word, one), at) for at, one in enumerate(waiting))
        nearest = min(((slip, at) for slip, at in found if slip is not None), default=None)
        if nearest is None:
            break
        slips += nearest[0]
        taken.append(waiting.pop(nearest[1]))
    if not taken:
        return None
    return Met(words=len(taken), slips=slips, first=key.startswith(taken[-1]), length=len(key))


def best(typed: Sequence[str], names: Iterable[Name]) -> tuple[Met, str] | None:
    """Return how the name that is met best is met, and that name; of several that are met alike, the first."""
    found = [(one, name.text) for name in names if (one := met(typed, name.key))]
    return min(found, key=lambda pair: pair[0].order, default=None)


def may_slip(typed: str) -> bool:
    """Whether so much is typed that a letter of it may be wrong; the first never is."""
    return len(typed) >= _LETTERS_FOR_ONE


def _slips(typed: str, word: str) -> int | None:
    """Return how many letters of `typed` are wrong, too many or missing where it begins `word`; None when too many."""
    if word.startswith(typed):
        return 0
    most = min(len(typed) // _LETTERS_FOR_ONE, _MOST_SLIPS)
    if not most or typed[0] != word[0]:
        return None
    # Columns are beginnings of the word; the last row holds what turns all that was typed into each of them.
    row = list(range(min(len(word), len(typed) + most) + 1))
    for number, letter in enumerate(typed, 1):
        above, row = row, [number]
        for at, other in enumerate(word[: len(above) - 1], 1):
            row.append(min(above[at] + 1, row[-1] + 1, above[at - 1] + (letter != other)))
        if min(row) > most:
            return None
    least = min(row)
    return least if least <= most else None


def parts(typed: Sequence[str], label: str) -> list[Part]:
    """Part a label where typed words begin a word of it, so that what was typed can be shown."""
    found, last = list[Part](), 0
    for word in _WORD.finditer(label):
        end = word.start() + max((_length(one, word[0]) for one in typed), default=0)
        if end > word.start():
            found += [Part(label[last : word.start()], typed=False), Part(label[word.start() : end], typed=True)]
            last = end
    return [part for part in (*found, Part(label[last:], typed=False)) if part.text]


def _length(typed: str, word: str) -> int:
    """Return how many characters of a printed word are what was typed; 0 when it does not begin so."""
    if not name_key(word).startswith(typed):
        return 0
    end = next(end for end in range(1, len(word) + 1) if name_key(word[:end]).startswith(typed))
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return end
