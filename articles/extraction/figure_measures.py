"""What a figure counts, in the words of its clause: who, and what is told of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.figure_clauses import clause_around
from articles.extraction.figure_phrases import Near
from articles.extraction.figure_reader import WORD, Reader
from articles.text.spans import Span

_FAR: Final = 160
_MOST_WORDS: Final = 20  # of a part of so many, with its whole
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
    """Return what is counted or measured, in words that stand together in the text. Never empty.

    What is counted stands behind the number, with what is told of it; what is measured stands before it. Where neither
    says enough it is the clause of the number as it is printed; the unit for a number that stands alone.
    """
    amount, whole = place.amount, place.whole
    if whole:
        told = _of_whole(place, whole, near)
    elif amount.noun:
        end, to_number = _limit(near.body, amount.noun.end, place)
        told = near.behind(amount.noun.start, end, to_number=to_number)
        told = told if told and near.tells(told) else None
    else:
        told = _measured(place, near)
    told = told or clause_around(amount.start, amount.end, near)
    return near.printed(told)[:_LONGEST] if told else amount.unit or (whole.unit if whole else "")


def _measured(place: Place, near: Near) -> Span | None:
    """Return what a sum, share or length is of: behind it ("5 tahun penjara"), before it, or its sentence's subject."""
    amount, body = place.amount, near.body
    if amount.kind == "times":
        return None
    end, to_number = _limit(body, amount.end, place)
    if amount.kind != "money" and (behind := _behind(place, end, near, to_number=to_number)):
        return behind
    if amount.kind == "duration":
        return None
    start = _clause_start(body, place.before)
    if place.earliest > start:
        start = _past_noun(place, near)
    return near.before(start, place.before) or _subject(place, near)


def _behind(place: Place, end: int, near: Near, *, to_number: bool) -> Span | None:
    of_all = place.amount.kind in {"percent", "fraction"}
    return near.noun_behind(place.amount.end, end, to_number=to_number, of_all=of_all)


def _past_noun(place: Place, near: Near) -> int:
    """Return where what is told of the amount before ends: what follows belongs to this one."""
    known = near.read.words
    for word in WORD.finditer(near.body, place.earliest, place.before):
        if word[0].lower() in known.no_nouns or word[0].lower() in known.predicates:
            return word.start()
    return place.before


def _subject(place: Place, near: Near) -> Span | None:
    """Return what changes: "harga emas" for the last of "harga emas turun Rp 6 menjadi Rp 4"; None for no change."""
    body, known = near.body, near.read.words
    end = max(_clause_start(body, place.before), place.earliest)
    start = max(0, end - _FAR)
    for found in _SENTENCE.finditer(body, start, end):
        start = found.end()
    since = min(end, place.before)
    told = [word[0].lower() for word in WORD.finditer(body, since, place.amount.start)]
    if not any(word in known.changes or word in known.into for word in told):
        return None
    figures = (found.start() for found in _FIGURE.finditer(body, start, end))
    return near.before(start, next((place for place in figures if not near.in_day(place)), end))


def _of_whole(place: Place, whole: Amount, near: Near) -> Span | None:
    """Return what a part of so many is: its own noun with what is told of it, or that of the whole."""
    amount, body = place.amount, near.body
    if whole.end <= amount.start:
        if amount.noun:
            end, to_number = _limit(body, amount.noun.end, place)
            return near.behind(amount.noun.start, end, to_number=to_number)
        same_sentence = _SENTENCE_END.search(body, whole.end, amount.start) is None
        start = whole.noun.start if whole.noun and same_sentence else amount.start
        told = _cut(near, start, _clause_end(body, amount.end))
        return Span(start, told.end) if told and told.end > amount.end else None
    if amount.kind == "percent" and whole.noun is None:
        return near.noun_behind(amount.end, whole.start, to_number=True, of_all=True)
    noun = amount.noun or whole.noun
    if noun is None:
        return None
    end, to_number = _limit(body, max(noun.end, whole.end), place)
    if noun.start > whole.start:
        return near.behind(noun.start, end, to_number=to_number)
    return _cut(near, noun.start, end)


def _cut(near: Near, start: int, end: int) -> Span | None:
    words = list(WORD.finditer(near.body, start, end))[:_MOST_WORDS]
    return near.trimmed(start, words[-1].end()) if words else None


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


def _ends_population(word: str, read: Reader) -> bool:
    small = word.lower()
    if small in read.words.no_nouns or small in read.words.predicates:
        return True
    return word.islower() and small not in read.words.looks_like_verb and read.verbs.fullmatch(small) is not None
