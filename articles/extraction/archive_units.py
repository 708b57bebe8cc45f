"""Units as the archive compares them: one spelling for each, whatever language printed it.

A unit is a measure, a currency or a word that counts things of many sorts (unit, kursi, lembar). Any other noun is what
is counted, and no unit: it stands in the measure of the figure.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.amount_money import CURRENCIES_READ
from articles.extraction.english import units as english
from articles.extraction.figure_reader import reader
from articles.extraction.findings import Figure
from articles.extraction.indonesian import units as indonesian

PERSON: Final = "person"
_PLAIN: Final = {**indonesian.ARCHIVED, **english.ARCHIVED}
_COUNTERS: Final = {**indonesian.COUNTERS, **english.COUNTERS}
_PEOPLE: Final = reader("id").words.people | reader("en").words.people
_WORDS: Final = (reader("id").words, reader("en").words)
_KNOWN: Final = (
    frozenset(
        unit for words in _WORDS for listed in (words.units, words.money, words.durations) for unit in listed.values()
    )
    | CURRENCIES_READ
)
_NO_PEOPLE: Final = indonesian.NO_PEOPLE | english.NO_PEOPLE


def archive_unit(figure: Figure) -> str:
    """Return the unit of a figure in the archive's spelling: "percent", "IDR/kg", "person" for people; or ""."""
    if counts_people(figure):
        return PERSON
    if whole := _plain(figure.unit):
        return whole
    first, *per = figure.unit.split("/")
    parts = (PERSON if part.lower() in _PEOPLE else _plain(part) for part in per)
    return "/".join([_plain(first), *filter(None, parts)]) if _plain(first) else ""


def _plain(unit: str) -> str:
    """Return the archive's spelling; "" for what is no unit."""
    return _PLAIN.get(unit) or _COUNTERS.get(unit.lower()) or (unit if unit in _KNOWN else "")


def counts_people(figure: Figure) -> bool:
    """Whether a figure counts human beings: "39 saksi", but not "12 kepala keluarga", which are households."""
    unit, measure = figure.unit.lower(), figure.measure.lower()
    noun = unit.split(" ")[0]
    things = (words for words in _NO_PEOPLE if words.startswith(f"{noun} "))
    return noun in _PEOPLE and not any(words in unit or words in measure for words in things)
