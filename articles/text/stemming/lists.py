"""The word lists beside this module: words parted by white space, or a word and what it stands for on each line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset((_FOLDER / f"{name}.txt").read_text().split())


@cache
def pairs(name: str) -> dict[str, str]:
    """Return a list of pairs, the second word by the first."""
    lines = (_FOLDER / f"{name}.txt").read_text().splitlines()
    return dict(line.split() for line in lines)
