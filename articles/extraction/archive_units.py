"""Units as the archive compares them: one spelling for each, whatever language printed it."""

from __future__ import annotations

from typing import Final

from articles.extraction.english import units as english
from articles.extraction.figure_reader import reader
from articles.extraction.findings import Figure
from articles.extraction.indonesian import units as indonesian

PERSON: Final = "person"
_PLAIN: Final = {**indonesian.ARCHIVED, **english.ARCHIVED}
_PEOPLE: Final = reader("id").words.people | reader("en").words.people
_NO_PEOPLE: Final = indonesian.NO_PEOPLE | english.NO_PEOPLE


def archive_unit(figure: Figure) -> str:
    """Return the unit of a figure in the archive's spelling: "person" for whoever is counted, "percent", "day"."""
    if counts_people(figure):
        return PERSON
    return "/".join(_PLAIN.get(part, part) for part in figure.unit.split("/")) if figure.unit else ""


def counts_people(figure: Figure) -> bool:
    """Whether a figure counts human beings: "39 saksi", but not "12 kepala keluarga", which are households."""
    unit, measure = figure.unit.lower(), figure.measure.lower()
    noun = unit.split(" ")[0]
    things = (words for words in _NO_PEOPLE if words.startswith(f"{noun} "))
    return noun in _PEOPLE and not any(words in unit or words in measure for words in things)
