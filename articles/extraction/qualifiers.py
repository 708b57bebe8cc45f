"""How exact a number is, by the words before it: "sekitar", "sebanyak", "no fewer than"."""

from __future__ import annotations

from typing import Final

from articles.extraction.figure_reader import WORD, Reader, line_start
from articles.extraction.findings import Approximation
from articles.text.spans import Span

_FAR: Final = 48
_LONGEST_PHRASE: Final = 4


def qualifier_before(body: str, place: int, read: Reader) -> tuple[Span | None, Approximation | None]:
    """Return the qualifier that ends at `place`, and what it says; None and None where there is none.

    Phrases in a row are one qualifier: "mencapai lebih dari". The one nearest to the number that says anything wins.
    """
    start = max(line_start(body, place), place - _FAR)
    found = list(WORD.finditer(body, start, place))
    if not found or body[found[-1].end() : place].strip():
        return None, None
    words = [word[0].lower() for word in found]
    first, last, meaning, at = -1, len(found), None, len(found)
    while at > 0:
        size = _phrase(words, at, read)
        if size:
            first, last = at - size, at if first < 0 else last
            meaning = meaning or read.words.qualifiers[" ".join(words[at - size : at])]
        elif words[at - 1] in read.words.fillers or _is_verb_between(words, at, read):
            size = 1
        else:
            break
        at -= size
        if at and body[found[at - 1].end() : found[at].start()].strip():
            break
    return (Span(found[first].start(), found[last - 1].end()), meaning) if first >= 0 else (None, None)


def _phrase(words: list[str], at: int, read: Reader) -> int:
    """Return how many words before index `at` are a qualifier; 0 when none are."""
    for size in range(min(_LONGEST_PHRASE, at), 0, -1):
        if " ".join(words[at - size : at]) in read.words.qualifiers:
            return size
    return 0


def _is_verb_between(words: list[str], at: int, read: Reader) -> bool:
    """Return whether the word before `at` parts "hanya" from its number: "baru menerima 11 laporan"."""
    return at > 1 and words[at - 2] in read.words.over_verbs and read.verbs.fullmatch(words[at - 1]) is not None
