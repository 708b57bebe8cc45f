"""Who wrote, edited and photographed: the lines of a newsroom's credits."""

from __future__ import annotations

import re
from typing import Final

from articles.importers.lines import Line

_MARKER: Final = re.compile(
    r"\b(?:rep|red|reporter|redaktur|editor|penulis|pewarta|kontributor|oleh)\s?:", re.IGNORECASE
)
_SHORT_MARKER: Final = re.compile(r"re[pd]\s?:", re.IGNORECASE)
_SOURCE: Final = re.compile(r"(?:sumber|source)\s?:\s?(?P<names>\S.*)", re.IGNORECASE)
_NAME_WORD: Final = re.compile(r"[^\W\d_a-z][\w.'’\-]*,?|\w*\d\w*|(?:bin|binti|al|el|van|von|de|da|dan|and|mg)|\S*@\S*")
_BETWEEN_NAMES: Final = re.compile(r"[\s/|,;&+•·-]+")
_CREDIT_WORDS: Final = 24
_PHOTO_MARKER: Final = re.compile(
    r"[(\[]?\s?(?:foto|photo|kredit|credit|dok(?:umentasi)?)\b\s?[.:]?\s?\S.*", re.IGNORECASE
)
_PHOTO_WORDS: Final = re.compile(
    r"[(\[]?(?:istimewa|ilustrasi|ist\.?|tangkapan layar|screenshot|screengrab|handout)\b.*", re.IGNORECASE
)
_IN_TEXT: Final = re.compile(r"[(\[]?\s?(?:foto|photo|keterangan foto|ilustrasi)\s?:.*", re.IGNORECASE)
_AGENCY: Final = re.compile(r"[A-Z]{2,10}(?:[- ][A-Z]{2,10})?")
_SLASHED: Final = re.compile(r"[^/]{2,40}\s?/\s?[^/].{0,40}")
_SHORT: Final = 10  # words


def byline_reason(line: Line) -> str:
    """Return what the byline names, "" when the line is none: `Rep: A Red: B`, in any order, with / or |."""
    source = _SOURCE.fullmatch(line.bare)
    if source:
        return "credit of a source" if _are_names(source["names"]) else ""
    if not _MARKER.match(line.bare):
        return ""
    # No sentence begins with Rep: or Red:, so these need not look like names; "Editor: Mengapa?" may be a dialogue.
    short = _SHORT_MARKER.match(line.bare) and line.words <= _CREDIT_WORDS and not line.closes
    return "credits" if short or _are_names(_MARKER.sub(" ", line.bare)) else ""


def is_photo_credit(line: Line) -> bool:
    """Whether the form alone says so: an agency, agency/photographer, "Foto: ...", "Dok ...", "Istimewa"."""
    if line.words > _SHORT or (line.closes and not line.bare.endswith((")", "]", "."))):
        return False
    if _PHOTO_MARKER.fullmatch(line.bare) or _PHOTO_WORDS.fullmatch(line.bare) or is_agency(line):
        return True
    return bool(_SLASHED.fullmatch(line.bare)) and _are_names(line.bare)


def is_agency(line: Line) -> bool:
    """Whether the line is an agency's letters alone: AP, EPA-EFE, ANTARA FOTO."""
    return bool(_AGENCY.fullmatch(line.bare))


def may_be_photo_credit(line: Line) -> bool:
    """Whether a short line may be one where a photo's lines are expected."""
    return line.words <= 5 and not line.closes and _are_names(line.bare)


def is_photo_line(line: Line) -> bool:
    """Whether a line inside the text says itself that it belongs to a photo."""
    return line.words <= 3 * _SHORT and bool(_IN_TEXT.fullmatch(line.bare))


def _are_names(text: str) -> bool:
    words = [word for word in _BETWEEN_NAMES.split(text.strip("()[]")) if word]
    return len(words) <= _CREDIT_WORDS and all(_NAME_WORD.fullmatch(word) for word in words)
