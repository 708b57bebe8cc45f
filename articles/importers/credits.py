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
_SIGNED: Final = re.compile(r"[(\[] ?(?P<who>[^()\[\]:;!?]{2,60}?) ?[)\]]\.?")
_INITIALS: Final = 5  # letters
_REPORTED: Final = re.compile(
    r"[(\[]?(?:(?:Additional r|R)eporting|Writing|Editing)(?: and (?:writing|editing))? by [A-Z].{2,250}"
    r"|[A-Z].{2,250} contributed (?:reporting|to this (?:report|article|story))\b.{0,60}"
)
_SHORT: Final = 10  # words


def byline_reason(line: Line) -> str:
    """Return what the byline names, "" when the line is none: `Rep: A Red: B`, in any order, with / or |.

    Those of English agencies are sentences: "Reporting by A; editing by B", "A contributed to this report."
    """
    if _REPORTED.fullmatch(line.bare):
        return "credits"
    source = _SOURCE.fullmatch(line.bare)
    if source:
        return "credit of a source" if are_names(source["names"]) else ""
    if not _MARKER.match(line.bare):
        return ""
    # No sentence begins with Rep: or Red:, so these need not look like names; "Editor: Mengapa?" may be a dialogue.
    short = _SHORT_MARKER.match(line.bare) and line.words <= _CREDIT_WORDS and not line.closes
    return "credits" if short or are_names(_MARKER.sub(" ", line.bare)) else ""


def is_sign_off(line: Line) -> bool:
    """Whether a line has the form of one that signs the text under it: "(Rian Hidayat)", "(dry)", "(Kota.com/Rian)"."""
    found = _SIGNED.fullmatch(line.bare)
    who = found["who"] if found else ""
    if not any(map(str.isalpha, who)) or line.words > _SHORT:
        return False
    initials = len(who) <= _INITIALS and who.isalpha()
    return initials or "/" in who or "." in who or (" " in who and are_names(who))


def is_photo_credit(line: Line) -> bool:
    """Whether the form alone says so: an agency, agency/photographer, "Foto: ...", "Dok ...", "Istimewa"."""
    if line.words > _SHORT or (line.closes and not line.bare.endswith((")", "]", "."))):
        return False
    if _PHOTO_MARKER.fullmatch(line.bare) or _PHOTO_WORDS.fullmatch(line.bare) or is_agency(line):
        return True
    return bool(_SLASHED.fullmatch(line.bare)) and are_names(line.bare)


def is_agency(line: Line) -> bool:
    """Whether the line is an agency's letters alone: AP, EPA-EFE, ANTARA FOTO."""
    return bool(_AGENCY.fullmatch(line.bare))


def may_be_photo_credit(line: Line) -> bool:
    """Whether a short line may be one where a photo's lines are expected."""
    return line.words <= 5 and not line.closes and are_names(line.bare)


def is_photo_line(line: Line) -> bool:
    """Whether a line inside the text says itself that it belongs to a photo."""
    return line.words <= 3 * _SHORT and bool(_IN_TEXT.fullmatch(line.bare))


def are_names(text: str) -> bool:
    """Whether all words of a text have the form of names, initials or addresses."""
    words = [word for word in _BETWEEN_NAMES.split(text.strip("()[]")) if word]
    return len(words) <= _CREDIT_WORDS and all(_NAME_WORD.fullmatch(word) for word in words)
