"""Who is called by one word: words that speak, though no list has them as names, are names wherever they stand."""

from __future__ import annotations

from typing import Final

from articles.extraction.name_lexicon import Is
from articles.extraction.name_words import Words

_SHORTEST: Final = 3
_UNFIT: Final = (
    Is.OFFICE | Is.DESCRIPTION | Is.DETAIL | Is.PLAIN | Is.CALENDAR | Is.THING | Is.PLACE_HEAD | Is.NO_BODY | Is.TITLE
) | (Is.GOVERNMENT_HEAD | Is.BODY_HEAD | Is.PHRASE | Is.DEMONYM | Is.DEGREE | Is.DIRECTION | Is.DERIVED)


def note_speakers(words: Words) -> None:
    """Mark every printing of a word that speaks somewhere in the text: "kata Kranix", "Kranix mengatakan"."""
    speaking = {words.text[at] for at in range(1, len(words)) if _speaks(words, at)}
    if speaking:
        for at, text in enumerate(words.text):
            if text in speaking:
                words.flags[at] |= Is.SPEAKS


def _speaks(words: Words, at: int) -> bool:
    if not words.capital[at] or (words.joins(at + 1) and words.capital[at + 1]):
        return False
    flags, text = words.flags[at], words.text[at]
    if (flags & _UNFIT and not flags & Is.NAME) or len(text) < _SHORTEST or not text[1:].islower():
        return False
    if words.joined[at] and words.flags[at - 1] & Is.SAID_BY and not words.capital[at - 1]:
        return True
    alone = not (words.joined[at] and words.capital[at - 1])
    return alone and words.joins(at + 1) and bool(words.flags[at + 1] & Is.ACT)
