"""A text as the words and marks that names are made of and recognised by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from articles.extraction.name_glue import pieces
from articles.extraction.name_lexicon import LEXICONS, Is, Lexicon
from articles.text.spans import Span

_SHORTEST_GLUED: Final = 8
# A verb that is printed without a space behind a name: "Trumpmengatakan".
_GLUED: Final = "|".join(
    sorted(word for word, flags in LEXICONS["id"].flags.items() if flags & Is.ACT and len(word) > _SHORTEST_GLUED)
)
# Names before glued verbs; a newsroom's address; degrees and initials run together; "al-Karimi"; words, with what joins
# their parts; marks and ends of lines.
_TOKEN: Final = re.compile(
    rf"[A-Z][a-z]{{2,15}}?(?=(?:{_GLUED})\b)|"
    r"[^\W_]++(?:-[^\W_]++)*+\.(?i:com|co\.id|co|id|net|org)\b(?!\.\w)"
    r"|(?:[A-Z]|Ph|Dr|Ir|Hj)(?:\.[A-Z][a-z]{0,4}(?![a-z]))++\.?"
    r"|(?:al|el|an|as|ad|asy|at|ar|as|ben|bin)-[A-Z][^\W_]++(?:-[^\W_]++)*+"
    r"|[^\W_]++(?:['’‘`](?!s\b)[^\W_]++|[-&][^\W_]++)*+"
    r"|\n+|[^\w\s]"
)
_ENDS: Final = frozenset(".!?…:;\n")
_OPENERS: Final = frozenset("\"“”‘'«»„([-–—•*")
_LONGEST_SHORTENED: Final = 6
_BEFORE_PAIRS: Final = Is.OFFICE | Is.PLAIN | Is.DETAIL | Is.BEFORE_PEOPLE | Is.SAID_BY
_MOST_PLACES: Final = 50
_LONGEST_SINGLE: Final = 6  # shorter words are no two
_LONGEST_ACRONYM: Final = 10
_LONGEST_RUN: Final = 16  # words; headlines in capitals go on and on


@dataclass(slots=True)
class Words:
    """Words and marks in text order, as columns of one length."""

    lexicon: Lexicon
    body: str
    text: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)  # nothing but one space (or a shortening's stop) before it
    first: list[bool] = field(default_factory=list)  # begins a sentence, a line, or what stands in marks
    small: frozenset[str] = frozenset()  # words that the text also prints in small letters

    _places: dict[str, list[int]] = field(default_factory=dict)  # by word as printed, once somebody asks

    def __len__(self) -> int:
        return len(self.text)

    def joins(self, at: int) -> bool:
        """Return whether there is a word at `at` which follows the one before it after a single space."""
        return at < len(self.text) and self.joined[at]

    def mark(self, at: int) -> str:
        """Return the word or mark at `at`; "" outside of the text."""
        return self.text[at] if 0 <= at < len(self.text) else ""

    def acronym(self, at: int) -> bool:
        """Return whether the word at `at` stands in capitals alone, and is short as acronyms are."""
        text = self.text[at]
        return 1 < len(text) < _LONGEST_ACRONYM and text.isupper()

    def capital_run(self, first: int) -> int:
        """Return where the words in capitals that follow one another from `first` on end."""
        after = first
        most = min(len(self.text), first + _LONGEST_RUN)
        while after < most and self.capital[after] and (after == first or self.joined[after]):
            after += 1
        return after

    def places(self, text: str) -> list[int]:
        """Return where a word is printed, the first few places."""
        if not self._places:
            for at, word in enumerate(self.text):
                self._places.setdefault(word, []).append(at)
        return self._places[text][:_MOST_PLACES]

    def printed(self, first: int, after: int) -> str:
        """Return the words as printed, with the spaces that the text lost, in one line."""
        parts, begin = [], first
        for at in range(first + 1, after):
            if self.end[at - 1] == self.start[at] and self.capital[at] and self.text[at - 1][-1].islower():
                parts.append(self.body[self.start[begin] : self.end[at - 1]])
                begin = at
        parts.append(self.body[self.start[begin] : self.end[after - 1]])
        return " ".join(" ".join(parts).split())

    def span(self, first: int, after: int) -> Span:
        """Return the stretch from word `first` up to, without, word `after`."""
        return Span(self.start[first], self.end[after - 1])


def words_of(body: str, lexicon: Lexicon) -> Words:
    """Return the words of `body`; a full stop that shortens a title is no mark of its own."""
    words = Words(lexicon, body)
    small: set[str] = set()
    end, first = -1, True
    for found in _TOKEN.finditer(body):
        text = found[0]
        start = found.start()
        if text == "." and start == end and _shortens(words):
            end += 1
            continue
        if text == "\n" and _broken(words, body, start):
            continue
        for number, piece in enumerate(_pieces(words, text, start)):
            joined = number > 0 and piece != "-" and text[start - found.start() - 1] != "-"
            capital = _add(words, piece, start, joined or _joined(body, start, end), first)
            if not capital:
                small.add(piece)
            mark = piece[0]
            first = mark in _ENDS or (mark in _OPENERS and len(piece) == 1)
            end = start = start + len(piece)
    words.small = frozenset(small)
    return words


def _pieces(words: Words, text: str, start: int) -> tuple[str, ...]:
    if len(text) <= _LONGEST_SINGLE:
        return (text,)
    after = start + len(text)
    beside = (
        bool(words.text)
        and words.capital[-1]
        and not words.first[-1]
        and words.end[-1] + 1 == start
        and not words.flags[-1] & _BEFORE_PAIRS
    )
    alone = not beside and not words.body[after + 1 : after + 2].isupper()
    return pieces(words.lexicon, words.body, text, alone=alone)


def _add(words: Words, text: str, start: int, joined: bool, first: bool) -> bool:  # noqa: FBT001 - private
    """Add one word; return whether it is written as names are."""
    lower = text.lower()
    capital = lower != text and (text[0].isupper() or text[2:3] == "-" or text[3:4] == "-")
    words.text.append(text)
    words.lower.append(lower.replace(".", "") if "." in lower and len(lower) < _LONGEST_SHORTENED + 2 else lower)
    words.start.append(start)
    words.end.append(start + len(text))
    words.flags.append(_flags(words.lexicon, text, words.lower[-1], capital=capital))
    words.capital.append(capital)
    words.joined.append(joined)
    words.first.append(first)
    return capital


def _broken(words: Words, body: str, place: int) -> bool:
    """Return whether a line ends in the middle of a sentence, as lines do that are broken at links."""
    last = words.text[-1] if words.text else "."
    return (last[0].isalpha() and not words.capital[-1]) or last == "," or body[place + 1 : place + 2].islower()


def _flags(lexicon: Lexicon, text: str, lower: str, *, capital: bool) -> int:
    flags = lexicon.flags.get(lower, 0)
    if capital and not flags:
        if lexicon.short_office.fullmatch(text):
            return Is.OFFICE
        if lexicon.acronymic.fullmatch(lower):
            return Is.GOVERNMENT_HEAD
        if lexicon.derived.fullmatch(lower):
            return Is.DERIVED | Is.DETAIL | Is.PLAIN
    return flags if not flags & Is.NO_BODY or text.isupper() else flags & ~Is.NO_BODY


def _joined(body: str, start: int, end: int) -> bool:
    """Return whether a space lies between, or nothing: behind initials and where words are glued together."""
    if start == end + 1:
        return start > 0
    if start != end:
        return False
    last, next_one = body[end - 1], body[start]
    return (last in ".," and next_one.isupper()) or (last.islower() and next_one.islower())


def _shortens(words: Words) -> bool:
    text = words.text[-1]
    if words.flags[-1] & Is.SHORTENED:
        return True
    if not words.capital[-1] or len(text) > _LONGEST_SHORTENED:
        return False
    return len(text) == 1 or bool(words.flags[-1] & (Is.TITLE | Is.DEGREE))
