"""The end of a query that is still being typed: which of its words may be the beginning of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from articles.search.field_names import FIELDS, Field
from articles.search.query import MOST_CHARACTERS
from articles.text.names import name_key

MOST_WORDS: Final = 5  # of a name; what stands before them is part of the query
_QUOTES: Final = '"“”„‟«»″＂'
_PART: Final = re.compile(
    rf"(?P<closed>[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}])"
    rf"|(?P<open>[{_QUOTES}])"
    r"|(?P<edge>[()*]|(?<!\S)(?:OR|AND)(?!\S))"
    r"|(?P<minus>(?<![^\s(])[-−]+(?=\S))"
    rf"|(?P<field>(?<![^\s(−-])(?i:{'|'.join(FIELDS)}):)"
    rf"|(?P<word>[^\s(){_QUOTES}*−–—./,;:_-]+)"
)


@dataclass(frozen=True, slots=True)
class Word:
    key: str  # folded, as names are compared
    start: int  # in the typed text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """The words at the end of a typed text; the last of them may be a beginning."""

    text: str
    start: int  # where they begin, with the operators that cling to them
    words: tuple[Word, ...] = ()
    field: Field | None = None  # behind by: and the like
    negated: bool = False
    quoted: bool = False  # behind a quotation mark that is still open

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(word.key for word in self.words)

    @property
    def whole(self) -> bool:
        """Whether its words go together: what an operator means is all of them."""
        return self.field is not None or self.negated or self.quoted

    @property
    def alone(self) -> bool:
        """Whether the whole text is nothing but plain words."""
        return not self.whole and not self.text[: self.start].strip()

    @property
    def operators(self) -> str:
        """What stands directly before the words: -by: and the like, without a quotation mark."""
        return self.text[self.start : self.text.index(":", self.start) + 1] if self.field else "-" * self.negated

    def without(self, count: int) -> str:
        """Return what is left of the text when its last `count` words have become something else."""
        start = self.start if self.whole or count >= len(self.words) else self.words[-count].start
        return self.text[:start].strip()


def unfinished(text: str) -> Unfinished:
    """Read the end of a typed text; without words where it has none, or more than can be searched was typed."""
    if len(text) > MOST_CHARACTERS:
        return Unfinished(text="", start=0)
    end, last = Unfinished(text=text, start=0), 0
    for part in _PART.finditer(text):
        end = _word(end, part, last) if part["word"] else _operator(end, part, last)
        last = part.end()
    return end


def _operator(end: Unfinished, part: re.Match[str], last: int) -> Unfinished:
    if end.quoted:
        return end  # in quotation marks nothing is one
    here = Unfinished(text=end.text, start=part.start())
    clings = end.whole and not end.words and part.start() == last
    if part["open"]:
        return replace(end if clings else here, quoted=True)
    if part["field"]:
        return replace(end if clings else here, field=FIELDS[part[0][:-1].lower()])
    if part["minus"]:
        return replace(here, negated=True)
    return Unfinished(text=end.text, start=part.end())


def _word(end: Unfinished, part: re.Match[str], last: int) -> Unfinished:
    # Without quotation marks an operator means the next word alone, as in the query.
    parted = end.whole and not end.quoted and any(map(str.isspace, end.text[last : part.start()]))
    if parted or not (end.words or end.whole):
        end = Unfinished(text=end.text, start=part.start())
    words = (*end.words, *(Word(key, part.start()) for key in name_key(part[0]).split()))
    return replace(end, words=words)
