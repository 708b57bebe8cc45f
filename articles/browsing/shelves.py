"""Short lists on pages of one thing: the newest of what belongs to it, and where to ask for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from articles.models import Entity
from articles.search.address import Address

MOST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    total: int
    rows: list[Any]  # the newest twenty, where nothing else is asked
    address: Address | None  # what asks a list page for all of them; None where no list page can be asked

    @property
    def cut(self) -> bool:
        return self.total > len(self.rows)


def shelf(rows: Any, **asked: str) -> Shelf:
    """Return the newest of some articles, quotes or figures, loaded for cards.

    `asked` are the parameters by which a list page finds the same rows; none where no list page can.
    """
    return in_order(rows.for_cards().newest_first(), asked=asked)


def in_order(rows: Any, *, asked: Mapping[str, str] | None = None, most: int = MOST) -> Shelf:
    """Return the first of rows that are loaded and in order."""
    total = rows.count()
    first = list(rows[:most]) if total else []
    Entity.objects.tell_pages(first)
    return Shelf(
        total=total,
        rows=first,
        address=Address(tuple(asked.items())) if asked else None,
    )
