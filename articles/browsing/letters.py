"""The letters that names of an index begin with, and where in the index each begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, Final

from django.db.models import Count
from django.db.models.functions import Left

from articles.models.entity import EntityQuerySet

DIGITS: Final = "0–9"
NEITHER: Final = "*"  # a name of signs alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter, and the page of the index on which it begins; None: no name begins with it."""

    label: str
    page: int | None


def letter_of(name: str) -> str:
    """Return what a folded name stands under: its first letter as a capital, one heading for all digits."""
    first = name[:1] or NEITHER
    return DIGITS if first.isdecimal() else first.upper()


def beginnings(rows: EntityQuerySet) -> dict[tuple[str, str], int]:
    """Count names by kind and first character, in the order of names."""
    counted: Any = rows.annotate(first=Left("sort_key", 1)).values("kind", "first").annotate(found=Count("pk"))
    return {(row["kind"], row["first"]): row["found"] for row in counted.order_by("first", "kind")}


def letters(begins: Mapping[tuple[str, str], int], *, kinds: list[str], per_page: int) -> Iterator[Letter]:
    """Yield A to Z, then what other names of these kinds begin with: digits before, other scripts behind."""
    pages: dict[str, int] = {}
    ahead = 0
    for (kind, first), number in begins.items():
        if not kinds or kind in kinds:
            pages.setdefault(letter_of(first), ahead // per_page + 1)
            ahead += number
    before = [label for label in pages if label in (DIGITS, NEITHER)]
    behind = [label for label in pages if label not in (DIGITS, NEITHER, *ascii_uppercase)]
    for label in (*before, *ascii_uppercase, *behind):
        yield Letter(label=label, page=pages.get(label))
