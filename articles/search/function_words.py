"""Words that nearly every text holds, so that to ask for them finds nothing more and costs much."""

from __future__ import annotations

from typing import Final

# Only what tells nothing of a text: neither "tidak" nor "after"; nor "as" and "us", which readers type for a country.
_WORDS: Final = frozenset(
    [
        *("yang", "di", "ke", "dari", "dan", "atau", "ini", "itu", "pada", "untuk", "dengan", "dalam"),
        *("oleh", "kepada", "bagi", "serta", "adalah", "ialah", "akan", "telah", "sudah", "juga", "bahwa"),
        *("karena", "para", "pun"),
        *("the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "is"),
        *("are", "was", "were", "be", "been", "it", "its", "that", "this", "these", "those"),
    ]
)


def is_function_word(typed: str) -> bool:
    """Tell a word that a query passes over; not where capitals may make it a name: AS, IT."""
    return typed.lower() in _WORDS and not typed.isupper()
