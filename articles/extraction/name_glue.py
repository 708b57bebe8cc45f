"""Words that a text prints without the space between them, as texts do that lost their links: "kata BupatiWirawan"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import Final

from articles.extraction.name_lexicon import Is, Lexicon

_INNER: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
_ALONE: Final = re.compile(r"(?<![\w-])[A-Z][^\W_]++(?![\w-])")
_SMALL_WORD: Final = re.compile(r"(?<![\w-])[a-z]{3,}+(?![\w-])")
_CAPITALS: Final = re.compile(r"([A-Z]{2,6})([a-z]{5,}+)")
_WORD: Final = re.compile(r"[A-Z][a-z]{2,}+")
_BEFORE_NAMES: Final = Is.OFFICE | Is.TITLE | Is.RANK | Is.DESCRIPTION
_BESIDE: Final = Is.DETAIL | Is.NAME | Is.BODY_HEAD | Is.GOVERNMENT_HEAD
_KNOWN: Final = _BEFORE_NAMES | _BESIDE | Is.PHRASE
_SMALL: Final = Is.PLAIN | Is.ADVERB | Is.ACT | Is.WITHIN_BODIES
_ENDINGS: Final = frozenset(("kan", "lah", "nya", "kah", "pun"))  # of ordinary words
_SHORTEST_NAME: Final = 4
_SHORTEST_BEHIND: Final = 3


def pieces(lexicon: Lexicon, body: str, text: str, *, alone: bool = True) -> tuple[str, ...]:
    """Return the words that `text`, one word as printed, is made of; almost always itself alone.

    `alone`: no other word in capitals stands right beside it, so that "Rina-Budi" is two people.
    """
    if len(text) < _SHORTEST_NAME or text.isupper() or text.lower() in lexicon.flags:
        return (text,)
    if behind := _behind_name(lexicon, body, text):
        return behind
    if "-" in text:
        return _hyphened(lexicon, body, text, alone=alone)
    if capitals := _CAPITALS.fullmatch(text):
        return _behind_capitals(lexicon, capitals)
    cuts = [found.start() for found in _INNER.finditer(text)]
    found = _cut(lexicon, text, cuts, _speaking(lexicon, body)) if cuts else (text,)
    last = found[-1]
    if last[0].isupper() and last.lower() not in lexicon.flags:
        glued = lexicon.glued.fullmatch(last)
        if glued and (glued[2] in lexicon.glued_surely or _is_name(lexicon, body, glued[1])):
            return (*found[:-1], glued[1], glued[2])
    return found


def _behind_name(lexicon: Lexicon, body: str, text: str) -> tuple[str, ...]:
    """Return a name that the text also prints alone, and the small word glued behind it; () where none is."""
    alone = _single(body)
    if alone[text] > 1 or not text[-1].islower():
        return ()
    for end in range(len(text) - _SHORTEST_BEHIND, _SHORTEST_NAME - 1, -1):
        if text[:end] in alone and _is_small(lexicon, body, text[end:]):
            return (text[:end], text[end:])
    return ()


def _behind_capitals(lexicon: Lexicon, found: re.Match[str]) -> tuple[str, ...]:
    """Return letters in capitals and the verb glued behind them: "BABmembocorkan"; else the word as it is."""
    known = lexicon.flags.get(found[2], 0) & _SMALL or lexicon.derived.fullmatch(found[2])
    return (found[1], found[2]) if known else (found[0],)


def _is_small(lexicon: Lexicon, body: str, word: str) -> bool:
    """Return whether a word in small letters is none that ends names, by the lists, its form, or the text."""
    flags = lexicon.flags.get(word, 0)
    if (
        not word.replace("-", "").islower()
        or word in _ENDINGS
        or flags & Is.NAME
        or lexicon.ending.search(f"aaa{word}")
    ):
        return False
    return bool(flags & _SMALL or lexicon.derived.fullmatch(word.partition("-")[0]) or word in _in_small(body))


def _cut(lexicon: Lexicon, text: str, cuts: list[int], speaking: frozenset[str]) -> tuple[str, ...]:
    parts = [text[first:after] for first, after in pairwise([0, *cuts, len(text)])]
    found = [parts[0]]
    for part in parts[1:]:
        if _apart(lexicon, found[-1], part) or _before_name(lexicon, found[-1], part, speaking):
            found.append(part)
        else:
            found[-1] += part
    return tuple(found)


def _apart(lexicon: Lexicon, left: str, right: str) -> bool:
    flags, behind = lexicon.flags.get(left.lower(), 0), lexicon.flags.get(right.lower(), 0)
    if left.islower():
        return len(left) > 1 and bool(_WORD.fullmatch(right) or behind & _KNOWN)
    if left.isupper() and not flags & Is.OFFICE:
        return bool(flags & Is.PHRASE and behind & _KNOWN)
    if flags & _BEFORE_NAMES or (flags & Is.PHRASE and (left.lower(),) in lexicon.areas):
        return bool(_WORD.fullmatch(right) or behind & _KNOWN)
    return bool(flags & (_BESIDE | Is.PHRASE) and behind & _KNOWN)


def _before_name(lexicon: Lexicon, left: str, right: str, speaking: frozenset[str]) -> bool:
    """Return whether a name begins behind a word of another kind: "ExpertVishal", "PengamatanGunung"."""
    if len(left) < _SHORTEST_NAME or not _WORD.fullmatch(right):
        return False
    named = right in speaking or bool(lexicon.flags.get(right.lower(), 0) & Is.NAME or lexicon.ending.fullmatch(right))
    formed = bool(lexicon.derived.fullmatch(left.lower()))
    return (named and len(right) >= _SHORTEST_BEHIND) or formed


def _hyphened(lexicon: Lexicon, body: str, text: str, *, alone: bool) -> tuple[str, ...]:
    """Return the parts of "JAKARTA-Budi" and "Rina-Budi"; "Saint-Germain" is one word."""
    left, _, right = text.partition("-")
    if left == right or not (_WORD.fullmatch(right) and left[:1].isupper() and len(left) >= _SHORTEST_NAME):
        return (text,)
    flags, behind = lexicon.flags.get(left.lower(), 0), lexicon.flags.get(right.lower(), 0)
    area = flags & Is.PHRASE and (left.lower(),) in lexicon.areas
    if area and (left.isupper() or (behind & Is.PHRASE and (right.lower(),) in lexicon.areas)):
        return (left, "-", *pieces(lexicon, body, right))
    pair = alone and (flags & behind & Is.NAME or {left, right} <= _single(body).keys())
    return (left, "-", right) if pair else (text,)


def _is_name(lexicon: Lexicon, body: str, word: str) -> bool:
    flags = lexicon.flags.get(word.lower(), 0)
    if flags & Is.NAME or (flags & Is.PHRASE and (word.lower(),) in lexicon.areas):
        return True
    return word in _single(body)


@lru_cache(maxsize=2)
def _single(body: str) -> Counter[str]:
    """Return the words in capitals that a text prints with nothing glued to them, with how often."""
    return Counter(_ALONE.findall(body))


@lru_cache(maxsize=2)
def _speaking(lexicon: Lexicon, body: str) -> frozenset[str]:
    """Return the words in capitals that stand right behind a word of saying."""
    return frozenset(lexicon.said_by.findall(body))


@lru_cache(maxsize=2)
def _in_small(body: str) -> frozenset[str]:
    """Return the words that a text prints in small letters."""
    return frozenset(_SMALL_WORD.findall(body))
