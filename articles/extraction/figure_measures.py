"""What a figure counts, in the words of its clause: who, and what is told of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.figure_phrases import Near
from articles.extraction.figure_reader import WORD, Reader, line_start
from articles.text.spans import Span

_FAR: Final = 160
_MOST_WORDS: Final = 14
_LONGEST: Final = 250  # characters
_MOST_POPULATION: Final = 7
_SENTENCE: Final = re.compile(r"[;:!?\n“”\"]|\.(?![0-9])")
_SENTENCE_END: Final = re.compile(r"[!?.](?=[\s”\"])")
_FIGURE: Final = re.compile("[0-9]")
_BREAK: Final = re.compile(r"[;:!?\n“”\"()—]|[.,](?![0-9])| [–-] ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An amount among the others of its text."""

    amount: Amount
    before: int  # where its qualifier begins
    whole: Amount | None  # its denominator
    earliest: int  # where the amount before it ends
    latest: int  # where the amount behind it begins, its denominator apart


def measure_of(place: Place, near: Near) -> str:
    """Return what is counted or measured in a few printed words: "warga Rusia telah tiba di Rusia". Never empty.

    What is counted stands behind the number, with what is told of it; what is measured stands before it. Words on
    both sides of a number are never put together.
    """
    amount, whole = place.amount, place.whole
    if whole:
        told = _of_whole(place, whole, near)
    elif amount.noun:
        end, to_number = _limit(near.body, amount.noun.end, place)
        told = near.behind(amount.noun.start, end, to_number=to_number)
    else:
        told = _measured(place, near)
    return told[:_LONGEST] or _in_line(place, near) or amount.unit or (whole.unit if whole else "")


def _measured(place: Place, near: Near) -> str:
    """Return what a sum, share or length is of: behind it ("5 tahun penjara"), before it, or its sentence's subject."""
    amount, body = place.amount, near.body
    end, to_number = _limit(body, amount.end, place)
    behind = near.noun_behind(amount.end, end, to_number=to_number)
    if behind and amount.kind not in {"money", "times"}:
        return behind
    start = _clause_start(body, place.before)
    if place.earliest > start:
        start = _past_noun(place, near)
    told = near.before(start, place.before) or _subject(place, near) or behind
    return told or near.before(start, place.before, telling=False)


def _past_noun(place: Place, near: Near) -> int:
    """Return where what is told of the amount before ends: what follows belongs to this one."""
    known = near.read.words
    for word in WORD.finditer(near.body, place.earliest, place.before):
        if word[0].lower() in known.no_nouns or word[0].lower() in known.predicates:
            return word.start()
    return place.before


def _subject(place: Place, near: Near) -> str:
    """Return what the sentence begins with: "harga emas" for the last of "harga emas turun Rp 6 menjadi Rp 4"."""
    body = near.body
    end = max(_clause_start(body, place.before), place.earliest)
    start = max(0, end - _FAR)
    for found in _SENTENCE.finditer(body, start, end):
        start = found.end()
    figures = (found.start() for found in _FIGURE.finditer(body, start, end))
    return near.before(start, next((place for place in figures if not near.in_day(place)), end))


def _in_line(place: Place, near: Near) -> str:
    """Return the last words before a number whose clause holds nothing else: "Harga emas antam: Rp 2 juta"."""
    start = max(line_start(near.body, place.before), place.earliest)
    for found in _SENTENCE_END.finditer(near.body, start, place.before):
        start = found.end()
    return near.before(start, place.before) or near.just_before(start, place.before)


def _of_whole(place: Place, whole: Amount, near: Near) -> str:
    """Return what a part of so many is: its own noun or that of the whole, and what is told of it."""
    body, amount, read = near.body, place.amount, near.read
    if amount.kind == "bare" and whole.end <= amount.start:
        told = [*_noun(body, whole), *_behind(body, _past_among(body, amount, read), place, read)]
    else:
        told = _tail(body, place, whole, read)
    return _trimmed(told, read)


def _limit(body: str, start: int, place: Place) -> tuple[int, bool]:
    end = _clause_end(body, start)
    return max(start, min(end, place.latest)), place.latest <= end


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


def _tail(body: str, place: Place, whole: Amount, read: Reader) -> list[str]:
    """Return what stands behind the number: its noun and what is told of it."""
    amount = place.amount
    if whole.start < amount.end:
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
