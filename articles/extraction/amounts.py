"""Amounts: a number together with its currency, its unit, or what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from articles.extraction.figure_reader import GAP, NEXT_WORD, Reader, line_end, word_after
from articles.extraction.findings import Approximation
from articles.text.loose_numbers import LooseNumber
from articles.text.numbers import CURRENCIES, FoundNumber
from articles.text.spans import Span

AmountKind = Literal["money", "percent", "measure", "duration", "times", "count", "fraction", "bare"]

_CURRENCY: Final = re.compile(rf"(?<![^\W_])({CURRENCIES})\.?{GAP}{{0,2}}$", re.IGNORECASE)
_SIGN: Final = re.compile(rf"[^\W\d_]+{GAP}{{1,3}}(?:(?:{CURRENCIES})\.?{GAP}{{0,3}})?(?=[0-9])", re.IGNORECASE)
_SIGNED_CURRENCY: Final = re.compile(rf"[^\W\d_]+{GAP}{{1,3}}({CURRENCIES})\.?{GAP}{{0,3}}(?=[0-9])", re.IGNORECASE)
_CURRENCY_CODES: Final = {
    "rp": "IDR",
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "s$": "SGD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "rm": "MYR",
}
_THOUSANDTHS: Final = re.compile(r"[-−]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_MOST_NOUN_WORDS: Final = 4
_LONGEST_NOUN: Final = 25  # letters; longer ones are words that a scrape has glued


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
    approximation: Approximation = "exact"  # that the number itself tells


def read_amount(body: str, number: FoundNumber, read: Reader) -> Amount:
    """Return the number with its unit; "bare" when there is none."""
    loose = number if isinstance(number, LooseNumber) else None
    approximation: Approximation = "exact"
    if loose and loose.is_size:
        approximation = "about" if loose.printed[0].isdigit() else "at_least"
    end = line_end(body, number.span.end)
    stop, more = _after(body, number.span.end, end, read)
    bare = Amount(
        start=number.span.start,
        end=number.span.end,
        number=number.span,
        value=number.value,
        kind="bare",
        unit="",
        worded=_SIGN.sub("", number.printed, count=1)[:1].isalpha(),
        approximation=more or approximation,
    )
    if loose and loose.is_part:
        return _part(body, bare, (stop, end), read)
    place = (_of(body, stop, end, read) if loose else stop, end)
    return _money(body, bare, place, read) or _measured(body, bare, place, read) or _counted(body, bare, place, read)


def _after(body: str, place: int, end: int, read: Reader) -> tuple[int, Approximation | None]:
    """Return where the unit is looked for: behind the "lebih" of "1.000 lebih warga"."""
    for phrase, meaning in read.words.after.items():
        stop = place + 1 + len(phrase)
        if body[place:stop].lower() == f" {phrase}" and stop <= end and not body[stop : stop + 1].isalnum():
            return stop, meaning
    return place, None


def _changed(amount: Amount, kind: AmountKind, unit: str, end: int, start: int | None = None) -> Amount:
    return Amount(
        start=amount.start if start is None else start,
        end=end,
        number=amount.number,
        value=amount.value,
        kind=kind,
        unit=unit,
        worded=amount.worded,
        approximation=amount.approximation,
    )


def _money(body: str, bare: Amount, place: tuple[int, int], read: Reader) -> Amount | None:
    """Read "Rp 2,5 T", "US$ 3 billion", "1,5 juta dolar AS", with "per kg" where it follows."""
    stop, end = place
    before = _CURRENCY.search(body, max(0, bare.start - 8), bare.start)
    before = before or _SIGNED_CURRENCY.match(body, bare.start, bare.number.end)
    if before:
        printed = before[1].lower()
        unit = _CURRENCY_CODES.get(printed, printed.upper())
        amount = _with_scale_letter(body, bare, end, read)
        unit, stop = _with_per(body, unit, max(stop, amount.end), end, read)
        return _changed(amount, "money", unit, stop, min(before.start(), bare.start))
    after = read.money.match(body, stop, end)
    if after is None:
        return None
    unit, stop = _with_per(body, read.words.money[after[1].lower()], after.end(), end, read)
    return _changed(bare, "money", unit, stop)


def _with_scale_letter(body: str, amount: Amount, end: int, read: Reader) -> Amount:
    letter = read.scale_letter.match(body, amount.number.end, end)
    if letter is None:
        return amount
    return Amount(
        start=amount.start,
        end=letter.end(),
        number=Span(amount.number.start, letter.end()),
        value=amount.value * read.words.scale_letters[letter[1].lower()],
        kind=amount.kind,
        unit="",
        worded=False,
        approximation=amount.approximation,
    )


def _with_per(body: str, unit: str, stop: int, end: int, read: Reader) -> tuple[str, int]:
    per = read.per.match(body, stop, end)
    if per is None or per[1] in read.words.no_nouns:
        return unit, stop
    return f"{unit}/{per[1]}", per.end()


def _measured(body: str, bare: Amount, place: tuple[int, int], read: Reader) -> Amount | None:
    """Read "5 persen", "800 meter", "20 hari", "enam kali", "20 kali lipat"."""
    stop, end = place
    if found := read.units.match(body, stop, end):
        unit = read.words.units[found[1].lower()]
        if unit == "%":
            return _changed(bare, "percent", unit, found.end())
        unit, after = _with_per(body, unit, found.end(), end, read)
        return _changed(bare, "measure", unit, after)
    word = NEXT_WORD.match(body, stop, end)
    if word is None:
        return None
    printed = word[1].lower()
    if printed in read.words.durations:
        return _changed(bare, "duration", read.words.durations[printed], word.end())
    if printed in read.words.times:
        fold = body[word.end() : word.end() + len(read.words.fold) + 1].lower() == f" {read.words.fold}"
        return _changed(bare, "times", printed, word.end() + (len(read.words.fold) + 1 if fold else 0))
    return None


def _counted(body: str, bare: Amount, place: tuple[int, int], read: Reader) -> Amount:
    """Read "39 saksi", "135 warga negara", "4 muridnya", "ten armed rebels"; else the number stays bare."""
    noun = _noun(body, place, read, in_words=bare.worded and body[bare.start].islower())
    if noun is None:
        return bare
    printed = noun.of(body).rsplit(" ", 1)[-1] if read.plural else noun.of(body)
    unit = printed if printed.isupper() else read.possessive.sub("", printed.lower())
    return Amount(
        start=bare.start,
        end=noun.end,
        number=bare.number,
        value=bare.value if unit in read.words.part_of_games else _whole(bare.number.of(body), bare.value),
        kind="count",
        unit=unit,
        worded=bare.worded,
        noun=noun,
        approximation=bare.approximation,
    )


def _whole(printed: str, value: Decimal) -> Decimal:
    """Return 2500 for the "2,500 artikel" that the other language's custom prints: no thing has a thousandth."""
    return value.scaleb(3) if _THOUSANDTHS.fullmatch(printed) and value != value.to_integral_value() else value


def _part(body: str, bare: Amount, place: tuple[int, int], read: Reader) -> Amount:
    """Read "sepertiga penduduk", "two thirds of the members", "setengah jam"; else the fraction stays bare."""
    stop, end = place
    if word_after(body, stop) in read.words.not_half_before:
        return bare
    measured = _measured(body, bare, place, read)
    if measured:
        return measured
    counted = _counted(body, bare, (_of(body, stop, end, read), end), read)
    return replace(counted, kind="fraction") if counted.noun else bare


def _of(body: str, place: int, end: int, read: Reader) -> int:
    """Return the place behind "dari", "of the"; `place` itself where none follows."""
    while (word := NEXT_WORD.match(body, place, end)) and _joins_noun(word[1].lower(), read):
        place = word.end()
    return place


def _joins_noun(word: str, read: Reader) -> bool:
    return word in read.words.of or word in read.words.of_all


def _noun(body: str, place: tuple[int, int], read: Reader, *, in_words: bool) -> Span | None:
    end = place[1]
    word = NEXT_WORD.match(body, place[0], end)
    if word is None or not _may_be_noun(word[1], read, in_words=in_words):
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


def _may_be_noun(word: str, read: Reader, *, in_words: bool) -> bool:
    """Return whether `word` behind a number may be what it counts; "empat Izin Usaha" may, "iPhone 15 Pro" not."""
    small = word.lower()
    words = read.words
    if small in words.no_nouns or not 2 <= len(word) <= _LONGEST_NOUN or word[0].isdigit():
        return False
    if small in words.people or small in words.classifiers or read.plural:
        return True
    if not word.islower():
        return _is_acronym(word) or small in words.things or (in_words and small not in words.not_before)
    return small in words.looks_like_verb or read.verbs.fullmatch(small) is None


def _is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= len(word) <= 5  # WNI, ASN, RT
