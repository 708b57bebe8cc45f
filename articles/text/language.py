"""The language of a text, told by the small words that nobody can write without."""

from __future__ import annotations

import re
from typing import Final

_INDONESIAN: Final = """
    ada adalah akan antara atas atau bagi bahwa belum bisa dalam dan dapat dari dengan di dia ia ini itu juga kami
    karena ke kepada kita lebih mereka namun oleh pada para saat sebagai sebuah sejak seperti serta setelah sudah tak
    telah tentang terhadap tersebut tetapi tidak untuk yakni yang
"""
# Without those that Dutch, German or French write too: in, is, was, of, on, we, an, her...
_ENGLISH: Final = """
    about after and are at been by for from has have his if into it its more not our said she that the their there they
    this to were which who will with would you
"""
SMALL_WORDS: Final = {"id": frozenset(_INDONESIAN.split()), "en": frozenset(_ENGLISH.split())}
_WORD: Final = re.compile(r"\w+")
_SAMPLE: Final = 20_000  # characters that are enough to tell
_FEWEST: Final = 3  # different small words; most headlines have fewer, and Italian has "di" alone
_SHARE_OF_WORDS: Final = 0.08  # below it the text is in neither language
_SHARE_OF_HITS: Final = 0.8  # below it the text is mixed


def guess_language(text: str) -> str:
    """Return "id", "en", or "" when the text is too short, mixed, or in neither language."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    hits = {language: [word for word in words if word.lower() in small] for language, small in SMALL_WORDS.items()}
    best = max(hits, key=lambda language: len(hits[language]))
    telling = len(set(hits[best])) >= _FEWEST and len(hits[best]) >= _SHARE_OF_WORDS * len(sample.split())
    return best if telling and len(hits[best]) >= _SHARE_OF_HITS * sum(map(len, hits.values())) else ""
