"""One text, one form: rule n1 for what is stored, folding for what is compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_BLANKS: Final = "\t\u00a0\u2007\u202f"
_SPACES: Final = re.compile(" {2,}")
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
# Cyrillic io is printed as ie by half of the press; short i (й) is a letter of its own.
_LATIN_MARKS: Final = re.compile("(?<=[a-z])[\u0300-\u036f]+|(?<=е)\u0308")
APOSTROPHES: Final = "'`\u00b4\u02b9-\u02bf\u2018\u2019\u201b\u2032\uff07"  # inside a character class
_APOSTROPHE: Final = re.compile(f"[{APOSTROPHES}]")
# Letters that Unicode does not take apart.
_WHOLE_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe"}
)


def normalise_line(line: str) -> str:
    """Return `line` by rule n1.

    NFC; no-break spaces and tabs are spaces; runs of spaces one; stripped. Quotation marks, dashes and
    digits stay as printed.
    """
    spaced = unicodedata.normalize("NFC", line)
    for blank in _BLANKS:  # translate() would look at each character of a line that holds a quotation mark
        spaced = spaced.replace(blank, " ")
    spaced = spaced.strip()
    return _SPACES.sub(" ", spaced) if "  " in spaced else spaced


def body_from(paragraphs: Iterable[str]) -> str:
    """Join normalised paragraphs by one blank line; an empty paragraph leaves no trace."""
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def unaccent(text: str) -> str:
    """Return `text` casefolded, Latin letters without accents; other scripts keep their marks."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold()).translate(_WHOLE_LETTERS)
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", apart))


def without_apostrophes(text: str) -> str:
    """Return `text` without the marks that newsrooms use for an apostrophe: Jum'at and Jum’at are Jumat."""
    return _APOSTROPHE.sub("", text)


def fold(text: str) -> str:
    """Return the form in which two printings of a name are equal.

    Casefolded, Latin accents and apostrophes gone, punctuation and symbols a space, invisible characters
    gone, spaces one. Never shown to a reader.
    """
    words = "".join(map(_kept, without_apostrophes(unicodedata.normalize("NFC", text))))
    return " ".join(without_apostrophes(unaccent(words)).split())


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LMN":
        return character
    return "" if category == "Cf" else " "


def unstorable(text: str) -> str:
    """Return why PostgreSQL would refuse `text`, as a sentence; "" when it can be stored."""
    found = _UNSTORABLE.search(text)
    if found is None:
        return ""
    what = "a NUL character" if found[0] == "\x00" else f"half a character (surrogate U+{ord(found[0]):04X})"
    return f"The text holds {what} at position {found.start()}."


def shown(text: str, *, limit: int = 40) -> str:
    """Return `text` as an error message may repeat it: one line, printable, at most `limit` code points."""
    line = "".join(c if c.isprintable() else "\ufffd" for c in text[: limit + 1].strip())
    return line if len(line) <= limit else line[: limit - 1] + "…"
