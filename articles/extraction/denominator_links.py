"""Which amount is a part of which, by index, and whether two count things of one sort."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.figure_reader import Reader

_LONGEST_CHAIN: Final = 4


@dataclass(frozen=True, slots=True)
class Part:
    """That one amount is part of another; both by their index."""

    whole: int
    rule: str


@dataclass(slots=True)
class Links:
    """The wholes that are known so far, by the index of their part."""

    found: dict[int, Part] = field(default_factory=dict)

    def add(self, part: int, whole: int, rule: str) -> bool:
        """Link them unless the part has a whole already or would be its own."""
        if part in self.found or part == whole:
            return False
        above, steps = whole, 0
        while above in self.found:
            above, steps = self.found[above].whole, steps + 1
            if above == part or steps > _LONGEST_CHAIN:
                return False
        self.found[part] = Part(whole, rule)
        return True


def counts_alike(part: Amount, whole: Amount, read: Reader) -> bool:
    """Return whether both count things of one sort; a bare number is of any."""
    if part.kind == "bare" or part.unit == whole.unit:
        return True
    if part.kind != "count" or whole.kind != "count":
        return False
    if are_people(part, read):
        return are_people(whole, read)
    return part.unit in read.words.classifiers and not are_people(whole, read)


def are_people(amount: Amount, read: Reader) -> bool:
    """Return whether human beings are counted."""
    return amount.unit.split(" ")[0].lower() in read.words.people
