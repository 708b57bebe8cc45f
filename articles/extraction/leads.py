"""Whom a sentence in which nobody speaks is about, and whom it brings in as the next to speak."""

from __future__ import annotations

from typing import Final

from articles.extraction.findings import Named, Printed
from articles.extraction.speakers import speaker_after
from articles.extraction.told import named_in
from articles.extraction.wording import Wording
from articles.text.spans import Span

_SUBJECT_PLACE: Final = 110  # characters of a sentence in which its subject begins


def leading_subject(wording: Wording, sentence: Span) -> Named | None:
    """Return the person who stands first in a sentence, as its subject does; None when nobody does."""
    here = wording.within(sentence.start, min(sentence.end, sentence.start + _SUBJECT_PLACE))
    if not here:
        return None
    people = [
        (printed, named)
        for printed, named in named_in(wording, here.start, here.stop - 1)
        if named.kind == "person" and not is_governed(wording, printed, here)
    ]
    if not people:
        return None
    # "Tak hanya memuji Ana, Budi juga bercanda": Budi opens a clause.
    return next((named for printed, named in people if _opens(wording, printed, here)), people[0][1])


def _opens(wording: Wording, printed: Printed, here: range) -> bool:
    """Say whether a name, or the role before it, stands first in its sentence or behind a comma."""
    first = wording.index(printed.role.start if printed.role is not None else printed.span.start)
    return first == here.start or "," in wording.before(first)


def introduced(wording: Wording, sentence: Span) -> Named | None:
    """Return whom a sentence brings in as the next to speak: "Peringatan juga datang dari Ana Putri."."""
    here = wording.within(sentence.start, min(sentence.end, sentence.start + _SUBJECT_PLACE))
    for at in here:
        length = wording.phrase(at, wording.said.introduces) if at == here.start or not wording.is_capital(at) else 0
        if not length or at + length >= here.stop:
            continue
        told = speaker_after(wording, at + length, sentence.end)
        return told.named if told is not None and told.named is not None and told.named.kind == "person" else None
    return None


def first_of(wording: Wording, part: range) -> int:
    """Return the first word of a part that does not only open its sentence."""
    return next((at for at in part if wording.low[at] not in wording.said.begins), part.start)


def is_governed(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a preposition or another's role stands before a name: "kepada Budi", "dengan Budi"."""
    start = min(printed.span.start, printed.role.start) if printed.role is not None else printed.span.start
    before = wording.index(start) - 1
    if before < part.start:
        return False
    return wording.low[before] in wording.said.governs or wording.low[before] in wording.said.relays
