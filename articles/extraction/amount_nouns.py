"""What a number counts: the noun behind it."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.figure_reader import NEXT_WORD, WORD, Reader, line_start
from articles.text.spans import Span

_MOST_NOUN_WORDS: Final = 4
_LONGEST_NOUN: Final = 25  # letters; longer ones are words that a scrape has glued
_MOST_LED: Final = 3  # words of a qualifier before a number


def noun_behind(body: str, bare: Amount, place: tuple[int, int], read: Reader) -> Span | None:
    """Return the noun that begins at `place`, in a line that ends there; None when none does."""
    end = place[1]
    word = NEXT_WORD.match(body, place[0], end)
    if word is None or not _may_be_noun(body, word[1], bare, read):
        return None
    if read.plural:
        return _plural(body, word, end, read)
    more = NEXT_WORD.match(body, word.end(), end)
    compound = more is not None and f"{word[1]} {more[1]}".lower() in read.words.compounds
    return Span(word.start(1), more.end() if more and compound else word.end())


def _plural(body: str, word: re.Match[str], end: int, read: Reader) -> Span | None:
    """Return the words behind a number up to the noun that they end in: "armed rebels"."""
    start, last, found = word.start(1), 0, ""
    for _ in range(_MOST_NOUN_WORDS):
        small = word[1].lower()
        if small in read.words.people or (not found and read.plural and read.plural.fullmatch(small)):
            last, found = word.end(), small
        elif found:
            break
        after = NEXT_WORD.match(body, word.end(), end)
        if after is None or after[1].lower() in read.words.no_nouns:
            break
        word = after
    return Span(start, last) if found else None


def _may_be_noun(body: str, word: str, bare: Amount, read: Reader) -> bool:
    """Return whether `word` behind a number may be what it counts; "empat Izin Usaha" may, "iPhone 15 Pro" not."""
    small = word.lower()
    words = read.words
    if small in words.no_nouns or not 2 <= len(word) <= _LONGEST_NOUN or word[0].isdigit():
        return False
    if small in words.people or small in words.classifiers or read.plural:
        return True
    if not word.islower():
        return _may_be_name(body, word, bare, read)
    return small in words.looks_like_verb or read.verbs.fullmatch(small) is None


def _may_be_name(body: str, word: str, bare: Amount, read: Reader) -> bool:
    small = word.lower()
    name = bare.worded and not body[bare.start].islower()  # Kabupaten Lima Puluh Kota
    if _is_acronym(word) and not (name and bare.number.of(body).isupper()):
        return True
    if small in read.words.things:
        return not name
    if small in read.words.not_before:
        return False
    return (bare.worded and body[bare.start].islower()) or (word[0].isupper() and _is_led_to(body, bare.start, read))


def _is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= len(word) <= 5  # WNI, ASN, RT


def _is_led_to(body: str, place: int, read: Reader) -> bool:
    """Return whether what stands before a number says that it counts: "memiliki 19 Cagar Budaya"."""
    found = list(WORD.finditer(body, max(line_start(body, place), place - 40), place))[-_MOST_LED:]
    if not found or not found[-1][0].islower() or body[found[-1].end() : place].strip():
        return False
    last = found[-1][0]
    if last in read.words.not_after:
        return False
    phrases = (" ".join(word[0] for word in found[at:]) for at in range(len(found)))
    return any(phrase in read.words.counting for phrase in phrases) or read.verbs.fullmatch(last) is not None
