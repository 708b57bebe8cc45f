"""Durations in two units that are one: "1 menit 52 detik", "two hours and 30 minutes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.extraction.amount import Amount
from articles.extraction.figure_reader import Reader
from articles.text.spans import Span

_LONGEST_BETWEEN = 5  # " dan "


def join_compounds(body: str, amounts: Sequence[Amount], read: Reader) -> Iterator[Amount]:
    """Yield the amounts, hours with their minutes as one in the smaller unit."""
    whole: Amount | None = None
    for amount in amounts:
        joined = _joined(body, whole, amount, read) if whole else None
        if whole and not joined:
            yield whole
        whole = joined or amount
    if whole:
        yield whole


def _joined(body: str, large: Amount, small: Amount, read: Reader) -> Amount | None:
    if large.kind != "duration" or small.kind != "duration":
        return None
    unit, factor = read.words.smaller.get(large.unit, ("", 0))
    if small.unit != unit or not 0 < small.value < factor or not 0 < small.start - large.end <= _LONGEST_BETWEEN:
        return None
    between = body[large.end : small.start].strip(" \u00a0").lower()
    if between and between not in read.words.joins:
        return None
    return replace(
        small,
        start=large.start,
        number=Span(large.number.start, small.number.end),
        value=large.value * factor + small.value,
    )
