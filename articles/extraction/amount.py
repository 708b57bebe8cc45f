"""An amount: a number together with its currency, its unit, or what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from articles.extraction.findings import Approximation
from articles.text.spans import Span

AmountKind = Literal["money", "percent", "measure", "duration", "times", "count", "fraction", "bare"]


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
    is_size: bool = False  # nothing but a size: "ratusan", "dozens of"
    noun: Span | None = None  # what is counted, the noun alone
    approximation: Approximation = "exact"  # that the number itself tells
    after: Span | None = None  # what says behind it how exact it is: "lebih", "or more"
