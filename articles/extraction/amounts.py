"""Reads amounts: the number with its currency, its unit, or what it counts."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.amount_money import read_money, with_per
from articles.extraction.amount_nouns import noun_behind
from articles.extraction.figure_reader import GAP, NEXT_WORD, Reader, line_end, word_after
from articles.extraction.findings import Approximation
from articles.text.loose_numbers import LooseNumber
from articles.text.numbers import CURRENCIES, FoundNumber
from articles.text.spans import Span

_SIGN: Final = re.compile(rf"[^\W\d_]+{GAP}{{1,3}}(?:(?:{CURRENCIES})\.?{GAP}{{0,3}})?(?=[0-9])", re.IGNORECASE)
_MILLION: Final = 10**6
_THOUSANDTHS: Final = re.compile(r"[-−]?[1-9][0-9]{0,2}[.,][0-9]{3}")


def read_amount(body: str, number: FoundNumber, read: Reader) -> Amount:
    """Return the number with its unit; "bare" when there is none."""
    loose = number if isinstance(number, LooseNumber) else None
    approximation: Approximation = "exact"
    if loose and loose.is_size:
        approximation = "about" if loose.printed[0].isdigit() else "at_least"
    end = line_end(body, number.span.end)
    after, more = _after(body, number.span.end, end, read)
    bare = Amount(
        start=number.span.start,
        end=number.span.end,
        number=number.span,
        value=number.value,
        kind="bare",
        unit="",
        worded=_SIGN.sub("", number.printed, count=1)[:1].isalpha(),
        is_size=loose is not None and loose.is_size and not loose.printed[0].isdigit(),
        approximation=more or approximation,
        after=after,
    )
    stop = after.end if after else number.span.end
    if loose and loose.is_part:
        return _part(body, bare, (stop, end), read)
    place = (_of(body, stop, end, read) if loose else stop, end)
    if _is_millions(body, bare, end, read):
        lettered = Span(bare.start, bare.end + 1)
        bare = replace(bare, end=lettered.end, number=lettered, value=bare.value * _MILLION)
        place = (lettered.end, end)
    with_unit = read_money(body, bare, place, read) or _measured(body, bare, place, read)
    return _with_after(body, with_unit or _counted(body, bare, place, read), end, read)


def _is_millions(body: str, bare: Amount, end: int, read: Reader) -> bool:
    """Return whether the letter tied to the number is a million, for a unit or a noun follows: "20m barrels"."""
    if body[bare.end : bare.end + 1] not in read.words.millions:
        return False
    word = NEXT_WORD.match(body, bare.end + 1, end)
    if word is None:
        return False
    plural = read.plural is not None and read.plural.fullmatch(word[1].lower()) is not None
    return plural or word[1].lower() in read.words.people or read.units.match(body, bare.end + 1, end) is not None


def _after(body: str, place: int, end: int, read: Reader) -> tuple[Span | None, Approximation | None]:
    """Return the "lebih" of "1.000 lebih warga", which stands before the unit, and what it says."""
    for phrase, meaning in read.words.after.items():
        stop = place + 1 + len(phrase)
        if body[place:stop].lower() == f" {phrase}" and stop <= end and not body[stop : stop + 1].isalnum():
            if word_after(body, stop) in read.words.compared:
                return None, None  # "Rp 50 miliar lebih besar"
            return Span(place + 1, stop), meaning
    return None, None


def _with_after(body: str, amount: Amount, end: int, read: Reader) -> Amount:
    """Add the "lebih" that stands behind the unit, where it ends what is said of the number: "130 hektare lebih,"."""
    if amount.after is not None or amount.kind == "bare":
        return amount
    after, more = _after(body, amount.end, end, read)
    if after is None or more is None:
        return amount
    follows = word_after(body, after.end)
    if follows and (follows not in read.words.no_nouns or follows in read.words.of):
        return amount
    return replace(amount, after=after, approximation=more)


def _measured(body: str, bare: Amount, place: tuple[int, int], read: Reader) -> Amount | None:
    """Read "5 persen", "800 meter", "20 hari", "enam kali", "20 kali lipat"."""
    stop, end = place
    if found := read.units.match(body, stop, end):
        unit = read.words.units[found[1].lower()]
        if unit == "%":
            return replace(bare, kind="percent", unit=unit, end=found.end())
        unit, after = with_per(body, unit, found.end(), end, read)
        return replace(bare, kind="measure", unit=unit, end=after)
    word = NEXT_WORD.match(body, stop, end)
    if word is None:
        return None
    printed = word[1].lower()
    if printed in read.words.durations:
        return replace(bare, kind="duration", unit=read.words.durations[printed], end=word.end())
    if printed in read.words.times:
        fold = (
            bool(read.words.fold)
            and body[word.end() : word.end() + len(read.words.fold) + 1].lower() == f" {read.words.fold}"
        )
        return replace(bare, kind="times", unit=printed, end=word.end() + (len(read.words.fold) + 1 if fold else 0))
    return None


def _counted(body: str, bare: Amount, place: tuple[int, int], read: Reader) -> Amount:
    """Read "39 saksi", "135 warga negara", "4 muridnya", "ten armed rebels"; else the number stays bare."""
    noun = noun_behind(body, bare, place, read)
    if noun is None:
        return bare
    printed = noun.of(body).rsplit(" ", 1)[-1] if read.plural else noun.of(body)
    unit = printed if printed.isupper() else read.possessive.sub("", printed.lower())
    value = bare.value if unit in read.words.part_of_games else _whole(bare.number.of(body), bare.value)
    return replace(bare, kind="count", unit=unit, end=noun.end, value=value, noun=noun)


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
