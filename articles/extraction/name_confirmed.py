"""Names that editors have confirmed, where a text prints them."""

from __future__ import annotations

from articles.extraction.known import Known, KnownName
from articles.extraction.name_candidates import Candidate
from articles.extraction.name_words import Words
from articles.text.names import name_key


def known_at(words: Words, first: int, known: Known) -> tuple[int, KnownName] | None:
    """Return where the longest confirmed name from `first` on ends, and whose it is."""
    reach = min(known.longest, len(words) - first)
    length = 1
    while length < reach and words.joined[first + length]:
        length += 1
    for count in range(min(length, reach), 0, -1):
        key = " ".join(words.lower[first : first + count])
        found = known.by_key.get(key if key.isascii() and key.isalnum() else name_key(key))
        if found:
            return first + count, found[0]
    return None


def confirmed(first: int, after: int, name: KnownName) -> Candidate:
    """Return the printing of a confirmed name."""
    return Candidate(first=first, after=after, kind=name.kind, rule="name.confirmed", score=9, preferred=name.name)
