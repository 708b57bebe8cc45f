"""Sums of money: "Rp 2,5 T", "US$ 3 billion", "1,5 juta dolar AS", with "per kg" where it follows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.figure_reader import GAP, Reader
from articles.text.numbers import CURRENCIES
from articles.text.spans import Span

_CURRENCY: Final = re.compile(rf"(?<![^\W_])({CURRENCIES})\.?{GAP}{{0,2}}$", re.IGNORECASE)
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
CURRENCIES_READ: Final = frozenset(_CURRENCY_CODES.values())


def read_money(body: str, bare: Amount, place: tuple[int, int], read: Reader) -> Amount | None:
    """Return the sum that the number is; None when it is none. `place`: where its unit may begin, and the line ends."""
    stop, end = place
    before = _CURRENCY.search(body, max(0, bare.start - 8), bare.start)
    before = before or _SIGNED_CURRENCY.match(body, bare.start, bare.number.end)
    if before:
        printed = before[1].lower()
        unit = _CURRENCY_CODES.get(printed, printed.upper())
        amount = _with_scale_letter(body, bare, end, read)
        unit, stop = with_per(body, unit, max(stop, amount.end), end, read)
        return replace(amount, kind="money", unit=unit, end=stop, start=min(before.start(), bare.start))
    after = read.money.match(body, stop, end)
    if after is None:
        return None
    unit, stop = with_per(body, read.words.money[after[1].lower()], after.end(), end, read)
    return replace(bare, kind="money", unit=unit, end=stop)


def _with_scale_letter(body: str, amount: Amount, end: int, read: Reader) -> Amount:
    letter = read.scale_letter.match(body, amount.number.end, end)
    if letter is None:
        return amount
    return replace(
        amount,
        end=letter.end(),
        number=Span(amount.number.start, letter.end()),
        value=amount.value * read.words.scale_letters[letter[1].lower()],
        worded=False,
    )


def with_per(body: str, unit: str, stop: int, end: int, read: Reader) -> tuple[str, int]:
    """Return the unit with what follows "per" or a slash at `stop`, and where it ends: "IDR/kg"."""
    per = read.per.match(body, stop, end)
    if per is None or per[1] in read.words.no_nouns:
        return unit, stop
    return f"{unit}/{per[1]}", per.end()
