"""Where an office begins, and which of its words tells it."""

from __future__ import annotations

from typing import Final

from articles.extraction.name_lexicon import Is
from articles.extraction.name_words import Words

_HEADS: Final = Is.OFFICE | Is.DESCRIPTION
_LONGEST: Final = 8  # words
_NO_OPENING: Final = Is.PHRASE | Is.TITLE | Is.CALENDAR


def head_at(words: Words, first: int) -> int:
    """Return the word that tells an office which begins at `first`; -1: none begins there.

    It is the first word, but in offices in English: "Senior Market Analyst", "Sales & Marketing Director".
    """
    if words.flags[first] & _HEADS:
        return first
    if not words.capital[first] or not words.flags[first] & Is.DETAIL or words.flags[first] & _NO_OPENING:
        return -1
    at = first + 1
    while at < first + _LONGEST and words.joins(at):
        flags = words.flags[at]
        if flags & Is.HEAD_LAST:
            return at
        if flags & _NO_OPENING or not (words.capital[at] or flags & Is.WITHIN_BODIES):
            break
        at += 1
    return -1
