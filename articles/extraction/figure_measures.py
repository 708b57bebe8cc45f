"""What a figure counts, in the words of its clause: who, and what is told of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from articles.extraction.amounts import Amount
from articles.extraction.figure_reader import WORD, Reader, line_start
from articles.text.numbers import CURRENCIES
from articles.text.spans import Span

_FAR: Final = 160
_MOST_WORDS: Final = 14
_LONGEST: Final = 250  # characters
_MOST_BEFORE: Final = 6
_MOST_POPULATION: Final = 7
_FEWEST_TELLING: Final = 2  # words that tell what a sum or a share is of; with fewer the subject is needed
_SENTENCE: Final = re.compile(r"[;:!?\n“”\"]|\.(?![0-9])")
_CURRENCY: Final = re.compile(CURRENCIES, re.IGNORECASE)
_BREAK: Final = re.compile(r"[;:!?\n“”\"()—]|[.,](?![0-9])| [–-] ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An amount among the others of its text."""

    amount: Amount
    before: int  # where its qualifier begins
    whole: Amount | None  # its denominator
    earliest: int  # where the amount before it ends
    latest: int  # where the amount behind it begins, its denominator apart


def measure_of(body: str, place: Place, read: Reader) -> str:
    """Return what is counted in a few printed words: "warga Rusia telah tiba di Rusia". Never empty."""
    return _in_clause(body, place, read) or _in_line(body, place, read) or place.amount.unit


def _in_line(body: str, place: Place, read: Reader) -> str:
    """Return the last words before a number whose clause holds nothing else: "Harga emas antam: Rp 2 juta"."""
    return _trimmed(_words(body, line_start(body, place.before), place.before)[-_MOST_BEFORE:], read)


def _in_clause(body: str, place: Place, read: Reader) -> str:
    amount, whole = place.amount, place.whole
    if whole and amount.kind == "bare" and whole.end <= amount.start:
        tail = [*_noun(body, whole), *_behind(body, _past_among(body, amount, read), place, read)]
        return _trimmed(tail, read)
    tail = _tail(body, place, read)
    head = _before(body, place, read) if len(tail) < _MOST_BEFORE else []
    told = [*head[-_MOST_BEFORE:], *tail]
    if amount.noun is None and sum(not _is_small(word, read) for word in told) < _FEWEST_TELLING:
        told = [*_subject(body, place), *told]
    return _trimmed(told, read)


def _subject(body: str, place: Place) -> list[str]:
    """Return how the sentence begins: "harga emas" for the last amount of "harga emas turun Rp 6 menjadi Rp 4"."""
    end = max(_clause_start(body, place.before), place.earliest)
    start = max(0, end - _FAR)
    for found in _SENTENCE.finditer(body, start, end):
        start = found.end()
    words = _words(body, start, end)
    stop = (at for at, word in enumerate(words) if any(letter.isdigit() for letter in word))
    kept = words[: next(stop, len(words))]
    return [word for word in kept if not _CURRENCY.fullmatch(word)][:_MOST_BEFORE]


def population_of(body: str, place: Place, read: Reader) -> Span | None:
    """Return who or what is counted: the noun and what describes it, up to the predicate."""
    amount = place.amount
    if amount.kind == "bare" and place.whole and amount.end <= place.whole.start:
        amount = place.whole
    if amount.kind != "count" or amount.noun is None:
        return None
    end, joined = amount.noun.end, amount.unit.split(" ")[0].lower() not in read.words.people
    for word in _words_in(body, amount.noun.end, _clause_end(body, amount.noun.end))[:_MOST_POPULATION]:
        if word[0].lower() in read.words.joins and not joined:
            joined = True
            continue
        if _ends_population(word[0], read) or word[0][0].isdigit():
            break
        end = word.end()
    return Span(amount.noun.start, end)


def _tail(body: str, place: Place, read: Reader) -> list[str]:
    """Return what stands behind the number: its noun and what is told of it."""
    amount, whole = place.amount, place.whole
    if whole is None or whole.start < amount.end:
        return [*_noun(body, amount), *_behind(body, amount.end, place, read)]
    told = _behind(body, whole.end, place, read)
    if amount.noun is None:
        return [*_noun(body, whole), *told]
    begins = next((at for at, word in enumerate(told) if word in read.words.predicates), len(told))
    return [*_noun(body, amount), *_up_to_of(body, amount, whole, read), *told[begins:]]


def _noun(body: str, amount: Amount) -> list[str]:
    return _words(body, amount.noun.start, amount.noun.end) if amount.noun else []


def _behind(body: str, start: int, place: Place, read: Reader) -> list[str]:
    """Return the words up to the end of the clause or the next amount, whose qualifier is none of them."""
    limit = max(start, min(_clause_end(body, start), place.latest))
    words = _words(body, start, limit)
    if limit == place.latest:
        while words and (words[-1].lower() in read.words.qualifiers or words[-1].lower() in read.words.fillers):
            words.pop()
    return words


def _before(body: str, place: Place, read: Reader) -> list[str]:
    """Return the words from the start of the clause; behind another amount, from where its noun phrase ends."""
    start = _clause_start(body, place.before)
    words = _words(body, max(start, place.earliest), place.before)
    if place.earliest > start:
        while words and words[0].lower() not in read.words.no_nouns and words[0].lower() not in read.words.predicates:
            words.pop(0)
    return words


def _up_to_of(body: str, amount: Amount, whole: Amount, read: Reader) -> list[str]:
    words = _words(body, amount.end, whole.start)
    stop = (at for at, word in enumerate(words) if word.lower() in read.words.no_nouns)
    return words[: next(stop, len(words))]


def _past_among(body: str, amount: Amount, read: Reader) -> int:
    found = read.among.match(body, amount.end, amount.end + 60)
    return found.end() if found else amount.end


def _clause_start(body: str, place: int) -> int:
    start = max(0, place - _FAR)
    for found in _BREAK.finditer(body, start, place):
        start = found.end()
    return start


def _clause_end(body: str, place: int) -> int:
    found = _BREAK.search(body, place, min(len(body), place + _FAR))
    return found.start() if found else min(len(body), place + _FAR)


def _words_in(body: str, start: int, end: int) -> list[re.Match[str]]:
    return list(WORD.finditer(body, start, max(start, end)))


def _words(body: str, start: int, end: int) -> list[str]:
    return [word[0] for word in _words_in(body, start, end)]


def _trimmed(words: list[str], read: Reader) -> str:
    """Return the words without small ones at either end."""
    first, last = 0, min(len(words), _MOST_WORDS)
    while first < last and _is_small(words[first], read):
        first += 1
    while last > first and _is_small(words[last - 1], read):
        last -= 1
    return " ".join(words[first:last])[:_LONGEST].rstrip()


def _is_small(word: str, read: Reader) -> bool:
    return word.lower() in read.words.no_nouns and word.lower() not in read.words.predicates


def _ends_population(word: str, read: Reader) -> bool:
    small = word.lower()
    if small in read.words.no_nouns or small in read.words.predicates:
        return True
    return word.islower() and small not in read.words.looks_like_verb and read.verbs.fullmatch(small) is not None
