"""Characters that nobody sees, that turn the text around or that cannot be stored: found, taken out and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a character that was taken out would have done."""

    NUL = "nul"  # PostgreSQL refuses it
    HALF = "half"  # a surrogate: no character of its own, refused too
    CONTROL = "control"
    DIRECTION = "direction"  # what stands behind it reads from right to left, or left to right
    INVISIBLE = "invisible"  # two names look the same and are not
    BREAK = "break"  # a line break in what is one line: becomes a space


_CHARACTERS: Final[Mapping[Kind, str]] = {
    Kind.NUL: "\x00",
    Kind.HALF: "[\ud800-\udfff]",
    Kind.CONTROL: "[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]",
    Kind.DIRECTION: "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    # A joiner or its opposite inside an Arabic or Indian word is spelling: what stands around it tells.
    Kind.INVISIBLE: "(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])"
    "|[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]",
    Kind.BREAK: "\r\n|[\n-\r\x85\u2028\u2029]",
}


def _pattern(characters: Mapping[Kind, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{these})" for kind, these in characters.items()))


_IN_NAMES: Final = _pattern(_CHARACTERS)
_IN_TEXTS: Final = _pattern(
    {
        **{kind: _CHARACTERS[kind] for kind in (Kind.NUL, Kind.HALF, Kind.CONTROL)},
        Kind.INVISIBLE: "\ufeff",  # at the head of many a pasted text
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    text: str
    removed: Mapping[Kind, int]  # in the order of Kind; empty when the text was clean


def clean_name(name: str) -> Cleaned:
    """Take out of one line what nobody sees or what turns it around; tabs become spaces.

    Apostrophes (U+02BC too), combining marks, every script and its joiners stay as typed.
    """
    return _clean(_IN_NAMES, name.replace("\t", " "))


def clean_text(text: str) -> Cleaned:
    """Take out of a text of several lines what cannot be stored or shown: NUL, controls, surrogates, BOM.

    Line breaks and tabs stay, and so do marks of direction, joiners and soft hyphens: such a text is evidence, and
    the press prints them. Rule n1 (`normalise`) and comparing (`normalise.fold`) know them.
    """
    return _clean(_IN_TEXTS, text)


def _clean(pattern: re.Pattern[str], text: str) -> Cleaned:
    counts: Counter[str] = Counter()

    def taken(found: re.Match[str]) -> str:
        counts[str(found.lastgroup)] += 1
        return " " if found.lastgroup == Kind.BREAK else ""

    cleaned = pattern.sub(taken, text)
    return Cleaned(text=cleaned, removed={kind: counts[kind] for kind in Kind if counts[kind]})
