"""Whole readings of texts that nobody would print: every kind of word over and over, and the work they take.

Each rule by itself is quick; what these texts look for is a walk that begins anew at every word.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Final

import pytest

from articles.extraction.engine import read
from articles.extraction.indonesian import bodies, days, figures, marks, names, people, places, roles, speech, units
from articles.extraction.story import Story
from tests.steps import assert_steady

LISTS: Final[dict[str, Iterable[str]]] = {
    "titles": names.TITLES,
    "ranks": names.RANKS,
    "degrees": names.DEGREES,
    "offices": roles.OFFICES,
    "details of offices": roles.DETAILS,
    "descriptions": roles.DESCRIPTIONS,
    "names": people.NAMES,
    "government bodies": bodies.GOVERNMENT_HEADS,
    "organisations": bodies.ORGANISATION_PHRASES,
    "publishers": bodies.PUBLISHER_PHRASES,
    "cities": places.CITIES,
    "countries": places.COUNTRIES,
    "heads of places": places.PLACE_HEADS,
    "verbs after a speaker": speech.INDONESIAN.telling,
    "verbs before a speaker": speech.INDONESIAN.inverted,
    "passives": speech.INDONESIAN.passive,
    "adverbs": speech.INDONESIAN.adverbs,
    "kinds of speakers": speech.INDONESIAN.heads,
    "papers": speech.INDONESIAN.papers,
    "prepositions": speech.INDONESIAN.governs,
    "ends of a speaker": speech.INDONESIAN.ends,
    "relays": speech.INDONESIAN.relays,
    "words that open a sentence": speech.INDONESIAN.begins,
    "words before titles of works": marks.INDONESIAN.naming,
    "units": units.UNITS,
    "money": units.MONEY,
    "qualifiers": figures.WORDS.qualifiers,
    "classifiers": figures.WORDS.classifiers,
    "days that shift": days.DAYS.shifts,
    "ordinary words": sorted(names.PLAIN)[:400],
}
PIECES: Final = (
    "Dr. ",
    "H. ",
    "Prof. Dr. Ir. ",
    "Mr. ",
    "Kepala Dinas ",
    "Menteri ",
    "Wakil ",
    "Ana Wijaya ",
    "Ana Wijaya, ",
    "Ana binti ",
    "(Ana) ",
    "PT ",
    "di Jakarta, ",
    "Jl. ",
    "kata ",
    "ujarnya. ",
    "mengatakan ",
    "ia mengatakan, ",
    "menurut Ana, ",
    "disampaikan oleh ",
    "dikutip dari Antara, ",
    "kepada wartawan, ",
    "yang ",
    "“",
    "” ",
    '"',
    "'a' ",
    "“air itu surut sekali sejak kemarin pagi,” ujarnya. di Jakarta, ",
    "“Air surut,” kata Ana. ",
    "“Air surut”\n\n",
    "Senin (2/6/2025), ",
    "2 Juni 2025 ",
    "Juni ",
    "Januari-",
    "2025, ",
    "pukul 10.00 ",
    "kemarin ",
    "sejak ",
    "satu ",
    "dua puluh ",
    "1.000 ",
    "12, ",
    "Rp 5 juta ",
    "3 dari 5 ",
    "5-6 ",
    "persen ",
    "sekitar ",
    "\n\n",
    "a. ",
    "S.H., M.H., ",
    "A",
    "\u0301",
)


@pytest.mark.parametrize("kind", LISTS)
def test_a_line_of_one_kind_of_words_is_read_in_steps_that_grow_with_it(kind: str) -> None:
    listed = sorted(LISTS[kind])
    random.Random(kind).shuffle(listed)  # noqa: S311
    assert_steady(reading, " ".join(listed).title() + " ")
    assert_steady(reading, " ".join(listed[:40]) + " ")


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_over_and_over_is_read_in_steps_that_grow_with_it(piece: str) -> None:
    assert_steady(reading, piece)


@pytest.mark.parametrize("draw", range(20))
def test_two_pieces_by_turns_are_read_in_steps_that_grow_with_them(draw: int) -> None:
    assert_steady(reading, "".join(random.Random(draw).sample(PIECES, 2)))  # noqa: S311


def reading(body: str) -> object:
    return read(Story(body=body))
