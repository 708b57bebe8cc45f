"""Paragraphs that a scraper broke at a link or at bold words, put together again.

    Jakarta               one line: Jakarta - Warga dari Desa Sukamaju melapor ke pos.
    -
    Warga dari
    Desa Sukamaju
    melapor ke pos.

Only where a line cannot begin a paragraph: it goes on with a comma, a full stop or a small letter, and what it
belongs to ends as a sentence does. No character is changed but the ends of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from articles.importers.boilerplate import Links, rule_of
from articles.importers.lines import Line, split_lines

_MARK: Final = re.compile(r"[,.;:)!?%”](?!\w)")
_SMALL: Final = re.compile(r"[a-z](?![.)]\s)")  # "a. first" and "b) second" are items of a list
_DASH: Final = re.compile(r"[-–—]{1,2}")
_PLACE_WORDS: Final = 4  # New York, Amerika Serikat
_OPENING: Final = ("“", "‘", "(", "[")
_MAY_BE_BROKEN: Final = re.compile(r"\n[^\S\n]*(?:[,.;:)!?%”a-z]|[-–—]{1,2}[^\S\n]*\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejoined:
    text: str
    pieces: dict[int, int]  # number of a line in `text`, and of how many lines it was made where these are several


def rejoin(text: str) -> Rejoined:
    """Return `text` with each broken paragraph on one line."""
    if not _MAY_BE_BROKEN.search(text):  # it spares most texts the work
        return Rejoined(text=text, pieces={})
    lines = split_lines(text)
    glued = _to_the_sentence(lines, _after_place(lines) | _going_on(lines))
    parts: list[str] = []
    pieces: dict[int, int] = {}
    at = 0
    for done, index in enumerate(sorted(glued), start=1):
        line = lines[index]
        number = line.number - done
        pieces[number] = pieces.get(number, 1) + 1
        tight = _MARK.match(line.bare) or lines[index - 1].bare.endswith(_OPENING)
        parts += [text[at : lines[index - 1].end], "" if tight else " "]
        at = line.start
    return Rejoined(text="".join([*parts, text[at:]]), pieces=pieces)


def _after_place(lines: Sequence[Line]) -> set[int]:
    """Return which lines belong to the one before: the dash after a place that opens the text, and what follows it."""
    if len(lines) < 3 or not _DASH.fullmatch(lines[1].bare):
        return set()
    place = lines[0]
    may_be_place = place.words <= _PLACE_WORDS and place.bare[:1].isupper() and not place.closes and not rule_of(place)
    return {1, 2} if may_be_place and _together(lines[:3]) else set()


def _going_on(lines: Sequence[Line]) -> set[int]:
    """Return which lines go on with what the line before began."""
    glued = {
        at
        for at, (above, line) in enumerate(pairwise(lines), start=1)
        if (_MARK.match(line.bare) or _SMALL.match(line.bare)) and _is_open(above) and _together((above, line))
    }
    # What stands before the words that were a link: "Diberitakan", then "Suara Timur", then ", kapal itu tiba."
    before_links = {
        at - 1
        for at in glued
        if at > 1
        and at - 1 not in glued
        and not lines[at].bare.startswith(":")  # a name and its colon begin a paragraph
        and _is_open(lines[at - 2])
        and _together(lines[at - 2 : at])
        and not _is_link(lines, at - 2)
    }
    return glued | before_links


def _to_the_sentence(lines: Sequence[Line], glued: set[int]) -> set[int]:
    """Return those of `glued` that lead to a line which closes: tags in small letters lead to none."""
    kept: set[int] = set()
    for run in _runs(sorted(glued)):
        closing = max((at for at in run if lines[at].closes), default=0)
        kept.update(at for at in run if at <= closing)
    return kept


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Yield the stretches of numbers that follow one another."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _is_open(line: Line) -> bool:
    """Whether a sentence may go on after the line."""
    return not (line.is_white or line.closes or line.bare.endswith(":") or rule_of(line))


def _is_link(lines: Sequence[Line], at: int) -> bool:
    """Whether the line stands right under a label of links."""
    rule = rule_of(lines[at - 1]) if at > 0 else None
    return rule is not None and rule.links is not Links.NONE


def _together(lines: Sequence[Line]) -> bool:
    return len({line.group for line in lines}) == 1
