"""Two amounts that are the ends of one range: "10-15 orang", "antara 3 dan 5 persen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.figure_reader import WORD, Reader, word_before
from articles.text.spans import Span

_LONGEST_BETWEEN: Final = 26
_FAR_BACK: Final = 40
_MOST_BEFORE: Final = 5  # words: "rose sharply from"
_TIED_BEFORE: Final = re.compile(r"[0-9][-–]$")
_SMALLEST: Final = Decimal("0.000001")  # difference that a database column keeps
_TIED_AFTER: Final = re.compile(r"[-–][0-9]")


def join_ranges(body: str, amounts: Sequence[Amount], read: Reader) -> Iterator[Amount]:
    """Yield the amounts, the two ends of each range as one with `value_to`."""
    at = 0
    while at < len(amounts):
        joined = _joined(body, amounts[at], amounts[at + 1], read) if at + 1 < len(amounts) else None
        if joined or not _is_of_score(body, amounts[at]):
            yield joined or amounts[at]
        at += 2 if joined else 1


def _joined(body: str, low: Amount, high: Amount, read: Reader) -> Amount | None:
    if not _parted_as_range(body, low, high, read):
        return None
    unit, kind = (high.unit, high.kind) if high.kind != "bare" else (low.unit, low.kind)
    if kind == "bare" or (low.kind != "bare" and low.unit != unit):
        return None
    value, value_to = _ends(body, low, high)
    if value_to - value < _SMALLEST:
        return None
    return replace(
        high,
        start=low.start,
        number=Span(low.number.start, high.number.end),
        value=value,
        value_to=value_to,
        kind=kind,
        unit=unit,
    )


def _ends(body: str, low: Amount, high: Amount) -> tuple[Decimal, Decimal]:
    """Return both ends, the lower first; "minus 2-3" is below nothing as a whole."""
    if low.value < 0 <= high.value and body[low.number.start].isalpha() and _TIED_AFTER.match(body, low.number.end):
        return -high.value, low.value
    if low.value < 0 and high.value < low.value:
        return high.value, low.value
    return _scaled(body, low, high), high.value


def _is_of_score(body: str, amount: Amount) -> bool:
    """Return whether the number is one side of a score, "3-1", or of anything else that a hyphen ties."""
    start, end = amount.number.start, amount.number.end
    return _TIED_BEFORE.search(body, max(0, start - 2), start) is not None or _TIED_AFTER.match(body, end) is not None


def _parted_as_range(body: str, low: Amount, high: Amount, read: Reader) -> bool:
    if high.start - low.end > _LONGEST_BETWEEN or high.start < low.end:
        return False
    words = body[low.end : high.start].lower().split(" ")
    between = " ".join(words).strip(" ")
    if "\n" in between:
        return False
    if between in read.words.ranges or _parts_ends(between, read):
        return not (between in read.words.into and _is_change(body, low, read))
    if between in read.words.either:
        alike = low.kind in {"bare", "money"}  # not "17 tahun atau 21 tahun", of which each has its case
        return alike and low.value < high.value <= 2 * low.value and high.value_to is None
    return bool(between) and read.words.ranges_between.get(word_before(body, low.start, read).lower()) == between


def _is_change(body: str, low: Amount, read: Reader) -> bool:
    """Return whether a value changes into the other: "rose from $1.2 billion to $1.3 billion"."""
    words = [word[0].lower() for word in WORD.finditer(body, max(0, low.start - _FAR_BACK), low.start)][-_MOST_BEFORE:]
    return bool(words) and words[-1] in read.words.out_of and not read.words.changes.isdisjoint(words)


def _parts_ends(between: str, read: Reader) -> bool:
    """Return whether a word of ranges and a qualifier part two numbers: "Rp 3 hingga lebih dari Rp 7 miliar"."""
    first, _, more = between.partition(" ")
    return first in read.words.ranges and more in read.words.qualifiers


def _scaled(body: str, low: Amount, high: Amount) -> Decimal:
    """Return the lower end in the scale of the upper one: the 5 of "5-10 juta" is five million."""
    if low.kind not in {"bare", "money"} or not body[low.number.end - 1].isdigit():
        return low.value
    figures = Decimal(sum(letter.isdigit() for letter in body[high.number.start : high.number.end]) or 1)
    scale = Decimal(1)
    while high.value / scale >= 10**figures and scale < 10**12:
        scale *= 1000
    return low.value * scale if low.value * scale < high.value else low.value
