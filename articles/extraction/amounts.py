"""Amounts: a number together with its currency, its unit, or what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, Literal

from articles.extraction.english.figures import WORDS as ENGLISH
from articles.extraction.figure_words import FigureWords
from articles.extraction.indonesian.figures import WORDS as INDONESIAN
from articles.text.numbers import CURRENCIES, FoundNumber
from articles.text.spans import Span

AmountKind = Literal["money", "percent", "measure", "duration", "times", "count", "bare"]

_FAR: Final = 90  # characters around a number that are looked at
_CURRENCY: Final = re.compile(rf"(?<![^\W_])({CURRENCIES})\.?[ \u00a0]{{0,2}}$", re.IGNORECASE)
_CURRENCY_CODES: Final = {
    **{"rp": "IDR", "$": "USD", "us$": "USD", "a$": "AUD", "s$": "SGD", "€": "EUR", "£": "GBP", "¥": "JPY"},
    **{"rm": "MYR", "as$": "USD"},
}
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*+")
_NEXT_WORD: Final = re.compile(r"[ \u00a0]{1,3}([^\W_]+(?:[-'’/][^\W_]+)*+)")
_LAST_WORD: Final = re.compile(r"([^\W_]+(?:[-'’/][^\W_]+)*+)\.?[ \u00a0]{0,2}[(:]?[ \u00a0]{0,2}$")
_POSSESSIVE: Final = re.compile(r"(?<=[a-z]{3})nya$")
_PLAIN_YEAR: Final = re.compile(r"(?:1[4-9]|20|21)[0-9]{2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its unit, before it is known whether it is a figure."""

    start: int  # where its currency or it begins
    end: int  # where its unit or noun ends
    number: Span  # figures and scale
    value: Decimal
    value_to: Decimal | None = None
    kind: AmountKind
    unit: str
    worded: bool  # spelled out
    noun: Span | None = None  # what is counted, the noun alone


@dataclass(frozen=True, slots=True)
class Reader:
    """The words of one language, made ready for reading."""

    words: FigureWords
    units: re.Pattern[str]
    money: re.Pattern[str]
    per: re.Pattern[str]
    verbs: re.Pattern[str]
    scale_letter: re.Pattern[str]


@cache
def reader(language: str) -> Reader:
    """Return the reader of `language`: "en", else Indonesian."""
    words = ENGLISH if language == "en" else INDONESIAN
    scales = "|".join(words.scale_letters)
    return Reader(
        words=words,
        units=re.compile(rf"[ \u00a0-]{{0,2}}({_any(words.units)})(?![^\W_])", re.IGNORECASE),
        money=re.compile(rf"[ \u00a0]{{1,2}}({_any(words.money)})(?![^\W_])", re.IGNORECASE),
        per=re.compile(rf"(?:[ ]?/[ ]?|[ ](?:{_any(words.per)})[ ])([a-z][a-z0-9³²]*)"),
        verbs=re.compile(words.verbs),
        scale_letter=re.compile(rf"[ \u00a0]?({scales})(?![^\W_])", re.IGNORECASE),
    )


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def read_amount(body: str, number: FoundNumber, read: Reader) -> Amount | None:
    """Return the number with its unit, "bare" when there is none; None when it counts nothing."""
    end = _line_end(body, number.span.end)
    found = (
        _money(body, number, end, read)
        or _measured(body, number, end, read)
        or _counted(body, number, end, read)
        or _amount(number, "bare", "", number.span.end)
    )
    return None if _counts_nothing(body, found, end, read) else found


def _line_end(body: str, place: int) -> int:
    end = body.find("\n", place, place + _FAR)
    return min(len(body), place + _FAR) if end < 0 else end


def _amount(number: FoundNumber, kind: AmountKind, unit: str, end: int, *, start: int = -1) -> Amount:
    return Amount(
        start=number.span.start if start < 0 else start,
        end=end,
        number=number.span,
        value=number.value,
        kind=kind,
        unit=unit,
        worded=not number.printed[-1].isdigit() and number.printed[:1].isalpha(),
    )


def _money(body: str, number: FoundNumber, end: int, read: Reader) -> Amount | None:
    """Read "Rp 2,5 T", "US$ 3 billion", "1,5 juta dolar AS", with "per kg" where it follows."""
    start = number.span.start
    before = _CURRENCY.search(body, max(0, start - 8), start)
    after = None if before else read.money.match(body, number.span.end, end)
    if not before and not after:
        return None
    printed = (before or after)[1].lower()  # type: ignore[index]
    unit = _CURRENCY_CODES.get(printed, printed.upper()) if before else read.words.money[printed]
    stop = after.end() if after else number.span.end
    scaled = number
    if before and (letter := read.scale_letter.match(body, stop, end)):
        stop = letter.end()
        scaled = FoundNumber(
            span=Span(start, stop),
            value=number.value * read.words.scale_letters[letter[1].lower()],
            printed=body[start:stop],
        )
    unit, stop = _with_per(body, unit, stop, end, read)
    return _amount(scaled, "money", unit, stop, start=before.start() if before else start)


def _with_per(body: str, unit: str, stop: int, end: int, read: Reader) -> tuple[str, int]:
    per = read.per.match(body, stop, end)
    if per is None or per[1] in read.words.no_nouns:
        return unit, stop
    return f"{unit}/{read.words.units.get(per[1], per[1]) if len(per[1]) > 3 else per[1]}", per.end()


def _measured(body: str, number: FoundNumber, end: int, read: Reader) -> Amount | None:
    """Read "5 persen", "800 meter", "20 hari", "enam kali", "20 kali lipat"."""
    stop = number.span.end
    if found := read.units.match(body, stop, end):
        unit = read.words.units[found[1].lower()]
        if unit == "%":
            return _amount(number, "percent", unit, found.end())
        unit, after = _with_per(body, unit, found.end(), end, read)
        return _amount(number, "measure", unit, after)
    word = _NEXT_WORD.match(body, stop, end)
    if word is None:
        return None
    printed = word[1].lower()
    if printed in read.words.durations:
        return _amount(number, "duration", "tahun" if printed in {"th", "thn"} else printed, word.end())
    if printed in read.words.times:
        return _amount(number, "times", printed, word.end())
    return None


def _counted(body: str, number: FoundNumber, end: int, read: Reader) -> Amount | None:
    """Read "39 saksi", "135 warga negara", "4 muridnya"."""
    word = _NEXT_WORD.match(body, number.span.end, end)
    if word is None or not is_noun(word[1], read):
        return None
    more = _NEXT_WORD.match(body, word.end(), end)
    compound = more is not None and f"{word[1]} {more[1]}".lower() in read.words.compounds
    stop = more.end() if more and compound else word.end()
    noun = Span(word.start(1), stop)
    found = _amount(number, "count", "", stop)
    unit = noun.of(body)
    plain = unit if unit.isupper() else _POSSESSIVE.sub("", unit.lower())
    return _with_noun(found, noun, plain)


def _with_noun(found: Amount, noun: Span, unit: str) -> Amount:
    return Amount(
        start=found.start,
        end=noun.end,
        number=found.number,
        value=found.value,
        kind="count",
        unit=unit,
        worded=found.worded,
        noun=noun,
    )


def is_noun(word: str, read: Reader) -> bool:
    """Return whether a word behind a number may be what it counts."""
    small = word.lower()
    if small in read.words.no_nouns or len(word) < 2 or word[0].isdigit():
        return False
    if small in read.words.people or small in read.words.classifiers:
        return True
    if not word.islower():
        return word.isupper() and 2 <= len(word) <= 5  # WNI, ASN, RT
    return small in read.words.looks_like_verb or read.verbs.fullmatch(small) is None


def word_before(body: str, place: int) -> str:
    """Return the word just before `place`, as printed; "" when other things stand there."""
    found = _LAST_WORD.search(body, max(0, place - 30), place)
    return found[1] if found else ""


def _counts_nothing(body: str, amount: Amount, end: int, read: Reader) -> bool:
    words = read.words
    if amount.kind in {"money", "percent"}:
        return False
    before = word_before(body, amount.start)
    following = _NEXT_WORD.match(body, amount.end, end)
    after = following[1].lower() if following else ""
    if amount.kind == "duration":
        return _is_age(body, amount, before, after, read) or after in words.ago
    if amount.kind == "measure":
        return False
    return (
        before.lower() in words.not_after
        or after in words.not_before
        and amount.kind == "bare"
        or (amount.value == 1 and amount.worded and _is_article(body, amount, end, read))
        or _is_year(body, amount, read)
        or (not amount.worded and _is_named(body, amount, before))
    )


def _is_age(body: str, amount: Amount, before: str, after: str, read: Reader) -> bool:
    if before.lower() in read.words.ages or after in {"itu", "ini"}:
        return True
    named = re.search(r"[A-Z][\w'’.-]*(?:\s\([A-Z\w]+\))?,?\s?\(?$", body[max(0, amount.start - 40) : amount.start])
    return named is not None and re.match(r"[,)]", body[amount.end : amount.end + 1]) is not None


def _is_article(body: str, amount: Amount, end: int, read: Reader) -> bool:
    word = _NEXT_WORD.match(body, amount.number.end, end)
    return word is not None and word[1].lower() in read.words.not_one_before


def _is_year(body: str, amount: Amount, read: Reader) -> bool:
    if _PLAIN_YEAR.match(amount.number.of(body)) is None:
        return False
    return amount.unit not in read.words.people and amount.unit not in read.words.classifiers


def _is_named(body: str, amount: Amount, before: str) -> bool:
    """Return whether the figures end a name: Densus 88, Liga 1, Putusan MK 35."""
    if not before[:1].isupper() or amount.kind in {"measure", "times"} or amount.value >= 1000:
        return False
    place = amount.start - len(before) - 1
    sentence_start = re.search(r"(?:^|[.!?:\n“\"(,–-]\s{0,2})$", body[max(0, place - 3) : place]) is not None
    return not sentence_start
