"""What stands between commas before a word of saying: a subject, or what only parts it from its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articles.extraction.by_role import LONGEST_DESCRIPTION, is_kind_of_speaker
from articles.extraction.told import CLOSES, named_in
from articles.extraction.wording import Wording

_DASH: Final = re.compile(r"[–—]|\s-+\s")
LONGEST_PLACE: Final = 4
_LONGEST_TAIL: Final = 6  # words without a capital between a subject's commas
_FARTHEST_PARTS: Final = 5  # between commas, from a verb back to its subject
_DEGREES: Final = re.compile(r"(?:(?:[A-Z][a-z]{0,3}\.){1,3}[A-Z]?[a-z]{0,5}|[A-Z]{2,3})(?:[\s.]{1,2}|$)")


def parts_back(wording: Wording, first: int, last: int) -> Iterator[range]:
    """Yield the stretches between commas from `last` back, the nearest first."""
    stop, count = last + 1, 0
    for index in range(last - 1, first - 1, -1):
        gap = wording.gap(index)
        if "," in gap or _DASH.search(gap) or CLOSES.search(gap):
            yield range(index + 1, stop)
            joined = stop > index + 2 and wording.low[index + 1] in wording.said.joints
            stop, count = index + 1, count + 1
            if count == _FARTHEST_PARTS or ";" in gap or ":" in gap or joined:
                return
    if stop > first:
        yield range(first, stop)


def interrupts(wording: Wording, part: range) -> bool:
    """Say whether a part stands between a subject and its verb: a clause, a day, a place."""
    if len(part) > 1 and wording.low[part.start] in wording.said.joints:
        part = part[1:]
    head = wording.low[part.start]
    return (
        head in wording.said.ends
        or _DEGREES.fullmatch(wording.body, wording.starts[part.start], wording.ends[part.stop - 1] + 1) is not None
        or is_place(wording, part)
        or head in wording.said.days
        or head.isdigit()
        or head in wording.said.governs
        or "(" in wording.before(part.start)
        or (not is_kind_of_speaker(wording, head) and any(wording.low[at] in wording.said.relative for at in part))
    )


def is_place(wording: Wording, part: range) -> bool:
    """Say whether a part is the second half of an address: "Desa Sawah, Kecamatan Hulu"."""
    named = named_in(wording, part.start, part.stop - 1)
    return (
        len(named) == 1
        and named[0][1].kind == "place"
        and len(part) <= LONGEST_PLACE
        and all(wording.is_capital(at) for at in part)
        and "," in wording.before(part.start)
    )


def ends_list(wording: Wording, part: range) -> bool:
    """Say whether a part is the last of a list of things: "hutan, sungai, dan Kebijakan Air"."""
    said, second = wording.said, part.start + 1
    if second >= part.stop or wording.low[part.start] not in said.conjunctions or "," not in wording.before(part.start):
        return False
    speaks = is_kind_of_speaker(wording, wording.low[second]) or wording.low[second] in said.demonstratives
    return wording.is_capital(second) and not speaks and wording.low[part.stop - 1] not in said.demonstratives


def is_through(wording: Wording, first: int, part: range) -> bool:
    """Say whether the role before a comma is of somebody who stands by: "melalui wakilnya, Ana Wijaya, mengatakan"."""
    if part.start <= first or "," not in wording.before(part.start) or not wording.is_capital(part.start):
        return False
    start = part.start - 1
    while start > first and "," not in wording.before(start) and part.start - start < LONGEST_DESCRIPTION:
        start -= 1
    people = (who.kind == "person" for _, who in named_in(wording, start, part.start - 1))
    return wording.low[start] in wording.said.through and start > first and not any(people)


def adds_to_clause(wording: Wording, first: int, verb: int) -> bool:
    """Say whether a verb adds to a clause instead of telling: "Balai itu membangun pintu air, menegaskan perannya"."""
    if "," not in wording.before(verb):
        return False
    small, relative = 0, False
    for at in range(verb - 1, first - 1, -1):
        if at < verb - 1 and "," in wording.gap(at):
            break
        if relative and wording.low[at] in wording.said.finite:
            return True  # "Jembatan ini adalah yang pertama di hulu, menegaskan": a clause of its own
        relative = relative or wording.low[at] in wording.said.relative
        small += not wording.is_capital(at) and wording.low[at] not in wording.said.of
    return small > _LONGEST_TAIL and not relative
