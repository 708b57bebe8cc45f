"""A raw text as lines with their places, and what the form of a line says about it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from articles.importers.base import BlockType
from articles.text.normalise import normalise_line

_STOP: Final = re.compile(r"""[.!?…][*"'”’»)\]]*$""")
_SIGN_OFF: Final = re.compile(r"""(?:^|[.!?…"'”’»] ?)[(\[][^()]*[)\]]$""")
_ELLIPSIS: Final = re.compile(r"(?:\.{2,}|…)$")
_FULL_STOP: Final = re.compile(r"""\.["'”’»)\]]*$|[!?]["'”’»)\]]+$""")
_SENTENCE_WITHIN: Final = re.compile(r"""[.!?]["”’)]*\s+["“‘(]?[A-Z]""")
_LIST_ITEM: Final = re.compile(r"(?:\d{1,3}[.)]|[A-Za-z]\)|[-–•*·])\s|\d{1,3}[.)](?=[^\W\d_])")
_OPENING: Final = ('"', "“", "«")
_CLOSING: Final = ('"', "”", "»")
_TAIL: Final = 200  # characters that tell how a line ends; more would only cost time
_HEADING_WORDS: Final = 12
_LINK_WORDS: Final = 25
_TITLE_WORD: Final = 4  # letters; shorter ones are the particles that titles leave small


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not empty; lines with no empty one between them share their group."""

    number: int  # from 1, as editors of text count
    start: int  # code points in the source
    end: int  # exclusive, before the line's ending
    group: int
    text: str  # rule n1; "" when nothing in the line is visible
    bare: str  # the same without invisible characters: what rules are matched against

    @property
    def words(self) -> int:
        return len(self.bare.split())

    @property
    def is_white(self) -> bool:
        return not self.text

    @property
    def closes(self) -> bool:
        """Whether it ends as a sentence does: a full stop, "(Antara)" after one, or one quotation all through."""
        quoted = self.bare.startswith(_OPENING) and self.bare.endswith(_CLOSING)
        return quoted or bool(_STOP.search(self._tail) or _SIGN_OFF.search(self._tail))

    @property
    def heads(self) -> bool:
        """Whether it has the form of a crosshead: short, one phrase, no full stop or one that trails off."""
        if self.words > _HEADING_WORDS or _LIST_ITEM.match(self.bare) or _SENTENCE_WITHIN.search(self.bare):
            return False
        return bool(_ELLIPSIS.search(self._tail)) or not (self.closes or self.introduces)

    @property
    def links(self) -> bool:
        """Whether it has the form of another article's headline."""
        sentence = _FULL_STOP.search(self._tail) or _ELLIPSIS.search(self._tail)
        return self.words <= _LINK_WORDS and not sentence and not self.introduces

    @property
    def introduces(self) -> bool:
        return self.bare.endswith((":", ",", ";"))

    @property
    def in_title_case(self) -> bool:
        """Whether half of its longer words are capitals or begin with one, the first left aside."""
        longer = [word for word in self.bare.split()[1:] if len(word) >= _TITLE_WORD]
        return 2 * sum(word.lstrip("\"'“‘(")[:1].isupper() for word in longer) >= len(longer)

    @property
    def _tail(self) -> str:
        return self.bare[-_TAIL:]


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is, and why where that needs saying."""

    type: BlockType
    reason: str = ""


Labels = dict[int, Label]  # by line number


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold any character; together they hold all but the line endings."""
    lines = []
    start = group = 0
    for number, ended in enumerate(text.splitlines(keepends=True), start=1):
        printed = ended.splitlines()[0]
        shown = normalise_line(printed)
        bare = _without_invisible(shown)
        if not bare:
            group += 1
        if printed:
            end = start + len(printed)
            text = shown if bare else ""
            lines.append(Line(number=number, start=start, end=end, group=group, text=text, bare=bare))
        start += len(ended)
    return lines


def _without_invisible(normal: str) -> str:
    """Return a line by rule n1 without zero-width characters and controls."""
    if normal.isprintable():
        return normal
    return normalise_line("".join(c for c in normal if unicodedata.category(c) not in {"Cf", "Cc", "Co", "Cn"}))
