"""Offices and firms by the short form that a text gives them: "MenLH", "Kabid Humas", "Persero"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from articles.extraction.findings import Named
from articles.extraction.indonesian.roles import SHORTENED_OFFICES
from articles.text.names import name_key

_BRACKETED: Final = re.compile(r"\(([^()\n]{2,40})\)")
_FORM: Final = re.compile(r"[ \u00a0]?\((Persero|Perseroda)\)")
_LONGEST: Final = 16  # letters of a short form
_FEWEST_PARTS: Final = 2
_LONGEST_PART: Final = 5  # letters that one word gives
_MOST_WORDS: Final = 6  # of an office


def bracketed_forms(role: str) -> Iterator[str]:
    """Yield the short forms that a role prints in brackets: "MenLH" of "Menteri Lingkungan Hidup (MenLH)"."""
    for found in _BRACKETED.finditer(role):
        yield found[1]


def shortens(short: str, office: str) -> bool:
    """Return whether a word is made of the beginnings of an office's words: "Menlu" of "Menteri Luar Negeri".

    Both are keys in small letters. Each part is of the next word, the first of two letters or more.
    """
    words = office.split()[:_MOST_WORDS]
    if len(words) < _FEWEST_PARTS or not _FEWEST_PARTS < len(short) <= _LONGEST or " " in short:
        return False
    reached = {0}
    for number, word in enumerate(words):
        reached = {end for start in reached for end in _ends(short, start, word, least=1 if number > 1 else 2)}
        if len(short) in reached:
            return number + 1 >= _FEWEST_PARTS
        if not reached:
            return False
    return False


def _ends(short: str, start: int, word: str, *, least: int) -> Iterator[int]:
    """Yield where the part of a short form that begins at `start` may end, when it is of `word`."""
    for form in (word, SHORTENED_OFFICES.get(word, "")):
        for length in range(least, min(len(form), _LONGEST_PART) + 1):
            if not short.startswith(form[:length], start):
                break
            yield start + length


def firms_by_form(body: str, named: Iterable[Named]) -> dict[str, Named]:
    """Return the firms that a text prints with their form in brackets, by that form: "persero", "perseroan"."""
    found: dict[str, Named] = {}
    for one in named:
        forms = (
            _FORM.match(body, printed.span.end) or _FORM.search(body, printed.span.start, printed.span.end)
            for printed in one.printed
            if one.kind in ("organisation", "government_body")
        )
        form = next((form for form in forms if form), None)
        if form:
            found.setdefault(name_key(form[1]), one)
            found.setdefault("perseroan", one)
    return found
