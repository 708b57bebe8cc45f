"""Numbers in figures: what the points and commas between digits mean."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from articles.text.normalise import shown

MOST_DIGITS: Final = 20  # more are no count, and Decimal would round beyond 28

_THOUSANDS: Final = {"id": ".", "en": ","}


class BadNumber(ValueError):
    """A text that is no number; the message is a sentence for the one who wrote it."""


def plain(value: Decimal) -> str:
    """Return `value` in the one form for comparing: 1100, 2.5; no exponent, no trailing zeros."""
    return format(value.normalize() if value else Decimal(0), "f")


def parse_figures(figures: str, language: str = "") -> Decimal:
    """Read figures with separators: `1.100`, `1,100`, `2,5`, `1.100.000,50`.

    Raises:
        BadNumber: they are no number, as 1.2.3 or 0812.
    """
    groups, points = re.split("[.,]", figures), re.findall("[.,]", figures)
    if sum(map(len, groups)) > MOST_DIGITS:
        raise BadNumber(f"{shown(figures)} is too long: a number has at most {MOST_DIGITS} digits.")
    part = groups.pop() if _ends_in_decimals(groups, points, language) else ""
    if not all(group.isascii() and group.isdecimal() for group in groups):
        raise BadNumber(f"{shown(figures)} is not a number: between separators stand digits.")
    if len(groups[0]) > 1 and groups[0][0] == "0":
        raise BadNumber(f"{figures} is not a number: it begins with a zero.")
    if len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:])):
        raise BadNumber(f"{figures} is not a number: separators for thousands stand between groups of three digits.")
    return Decimal("".join(groups) + (f".{part}" if part else ""))


def _ends_in_decimals(groups: list[str], points: list[str], language: str) -> bool:
    """Tell the last separator: 1.100,5 and 2,5 have decimals; 1.100 and 1.100.000 have none."""
    if len(points) != 1:
        return len(points) > 1 and points[-1] not in points[:-1] and len(set(points[:-1])) == 1
    whole, part = groups
    if not (part.isascii() and part.isdecimal()):
        return False
    by_shape = len(part) == 3 and len(whole) <= 3 and whole != "0"
    return not (by_shape and points[0] == _THOUSANDS.get(language.split("-")[0], points[0]))
