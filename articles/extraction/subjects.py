"""Who is the subject of a word of saying: sought back from the verb, past what only adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articles.extraction.findings import Named, Printed
from articles.extraction.speakers import (
    CLOSES,
    LONGEST_DESCRIPTION,
    Told,
    by_role,
    head_of,
    hold,
    is_epithet,
    is_kind_of_speaker,
    named_in,
    past_determiner,
    speaker_after,
    told_of,
)
from articles.extraction.wording import Wording
from articles.text.spans import Span

_DASH: Final = re.compile(r"[–—]|\s-+\s")
_SUBJECT_PLACE: Final = 110  # characters of a sentence in which its subject begins
_FARTHEST_SUBJECT: Final = 60  # words from a verb back to its subject
_OFFICE: Final = 0.7  # of the words of an office begin with a capital
_LONGEST_PLACE: Final = 4
_LONGEST_TAIL: Final = 6  # words without a capital between a subject's commas
_FARTHEST_PARTS: Final = 5  # between commas, from a verb back to its subject
_DEGREES: Final = re.compile(r"(?:(?:[A-Z][a-z]{0,3}\.){1,3}[A-Z]?[a-z]{0,5}|[A-Z]{2,3})(?:[\s.]{1,2}|$)")
_BODIES: Final = ("organisation", "government_body", "news_agency", "publisher", "group", "country")


def subject_before(wording: Wording, first: int, verb: int) -> Told | None:
    """Return the subject of the word `verb`, sought back to the word `first`."""
    first = max(first, verb - _FARTHEST_SUBJECT)
    last = verb - 1
    while last > first and wording.low[last] in wording.said.adverbs and not wording.is_capital(last):
        last -= 1
    if last < first or (last == first and wording.low[last] in wording.said.adverbs):
        return None
    if wording.low[last] in wording.said.pronouns or wording.low[last] in wording.said.plural:
        return Told(words=wording.span(last))
    return None if _adds_to_clause(wording, first, verb) else _subject_among(wording, first, last)


def _subject_among(wording: Wording, first: int, last: int) -> Told | None:
    # What commas cut off from the verb may only add to its subject: "Ana Putri, Ketua Panitia, mengatakan".
    added: Told | None = None
    for part in _parts_back(wording, first, last):
        found = _bearer_before(wording, first, part) or _subject_in(wording, part)
        if found is not None:
            return found
        if not _interrupts(wording, part):
            noun = _noun_subject(wording, part)
            if "," not in wording.gap(part.stop - 1):
                return noun
            added = added or noun
    return added


def _bearer_before(wording: Wording, first: int, part: range) -> Told | None:
    """Return the person before a comma whose office, in capitals, is the whole part: "Ana Putri, Sales Director"."""
    before = named_in(wording, first, part.start - 1) if part.start > first and len(part) > 1 else []
    if not before or before[-1][1].kind != "person" or wording.before(part.start).strip() != ",":
        return None
    printed, _ = before[-1]
    opens = wording.index(printed.span.start) == _first_of(wording, range(first, part.start))
    capitals = sum(wording.is_capital(at) for at in part)
    others = any(who.kind == "person" for _, who in named_in(wording, part.start, part.stop - 1))
    if not opens or others or printed.span.end != wording.ends[part.start - 1] or capitals < _OFFICE * len(part):
        return None
    return told_of(before[-1])


def leading_subject(wording: Wording, sentence: Span) -> Named | None:
    """Return the person who stands first in a sentence, as its subject does; None when nobody does."""
    here = wording.within(sentence.start, min(sentence.end, sentence.start + _SUBJECT_PLACE))
    if not here:
        return None
    people = [
        (printed, named)
        for printed, named in named_in(wording, here.start, here.stop - 1)
        if named.kind == "person" and not _is_governed(wording, printed, here)
    ]
    if not people:
        return None
    # "Tak hanya memuji Ana, Budi juga bercanda": Budi opens a clause.
    return next((named for printed, named in people if _opens(wording, printed, here)), people[0][1])


def _opens(wording: Wording, printed: Printed, here: range) -> bool:
    """Say whether a name, or the role before it, stands first in its sentence or behind a comma."""
    first = wording.index(printed.role.start if printed.role is not None else printed.span.start)
    return first == here.start or "," in wording.before(first)


def _adds_to_clause(wording: Wording, first: int, verb: int) -> bool:
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


def _parts_back(wording: Wording, first: int, last: int) -> Iterator[range]:
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


def _subject_in(wording: Wording, part: range) -> Told | None:
    """Return the last person of a part whom no preposition governs, or the body that stands at its end."""
    if is_epithet(wording, part.start, part.stop - 1):
        return None
    named = named_in(wording, part.start, part.stop - 1)
    for pair in reversed(named):
        printed, who = pair
        if _is_governed(wording, printed, part):
            continue
        if who.kind == "person":
            return hold(wording, _first_of(wording, part), told_of(pair))
        if (
            who.kind in _BODIES
            and _is_last(wording, printed, part)
            and (who.kind != "country" or _leads(wording, printed, part))
        ):
            return told_of(pair)
    return None


def _first_of(wording: Wording, part: range) -> int:
    """Return the first word of a part that does not only open its sentence."""
    return next((at for at in part if wording.low[at] not in wording.said.begins), part.start)


def _leads(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a name stands first: "Israel menyebut", but not "Militer Israel menyebut"."""
    return wording.starts[_first_of(wording, part)] == printed.span.start


def _is_governed(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a preposition or another's role stands before a name: "kepada Budi", "dengan Budi"."""
    start = min(printed.span.start, printed.role.start) if printed.role is not None else printed.span.start
    before = wording.index(start) - 1
    if before < part.start:
        return False
    return wording.low[before] in wording.said.governs


def _is_last(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a name ends its part, but for its short form in parentheses and adverbs."""
    after = wording.index(printed.span.end)
    rest = part.stop - after
    return rest <= 0 or (rest == 1 and "(" in wording.before(after))


def _interrupts(wording: Wording, part: range) -> bool:
    """Say whether a part stands between a subject and its verb: a clause, a day, a place."""
    if len(part) > 1 and wording.low[part.start] in wording.said.joints:
        part = part[1:]
    head = wording.low[part.start]
    return (
        head in wording.said.ends
        or _DEGREES.fullmatch(wording.body, wording.starts[part.start], wording.ends[part.stop - 1] + 1) is not None
        or _is_place(wording, part)
        or head in wording.said.days
        or head.isdigit()
        or head in wording.said.governs
        or "(" in wording.before(part.start)
        or (not is_kind_of_speaker(wording, head) and any(wording.low[at] in wording.said.relative for at in part))
    )


def _is_place(wording: Wording, part: range) -> bool:
    """Say whether a part is the second half of an address: "Desa Sawah, Kecamatan Hulu"."""
    named = named_in(wording, part.start, part.stop - 1)
    return (
        len(named) == 1
        and named[0][1].kind == "place"
        and len(part) <= _LONGEST_PLACE
        and all(wording.is_capital(at) for at in part)
        and "," in wording.before(part.start)
    )


def _noun_subject(wording: Wording, part: range) -> Told | None:
    """Return the subject that a part without a name tells: "Kapolsek", "menteri itu", "sejumlah warga"."""
    said = wording.said
    start = part.start
    while start < part.stop and wording.low[start] in said.begins:
        start += 1
    if start < part.stop - 1 and is_epithet(wording, start, part.stop - 1):
        return by_role(wording, range(start, part.stop - 1), demonstrative=True, subject=True)
    stop = next((index for index in range(start + 1, part.stop) if wording.low[index] in said.of), part.stop)
    if start < stop and not _is_somebody(wording, start, stop):  # "bertemu seorang saksi yang mengatakan"
        start = next((at for at in range(stop - 1, start, -1) if wording.low[at] in said.described), stop)
    if not 0 < stop - start <= LONGEST_DESCRIPTION:
        return None
    demonstrative = wording.low[stop - 1] in said.demonstratives or wording.low[start] in said.demonstratives
    stop -= stop - start > 1 and wording.low[stop - 1] in said.demonstratives
    return by_role(wording, range(start, stop), demonstrative=demonstrative, subject=True)


def _is_somebody(wording: Wording, first: int, stop: int) -> bool:
    """Say whether words without a name may be somebody who speaks; capitals at a sentence's head tell nothing."""
    said = wording.said
    first = past_determiner(wording, first, stop - 1)
    head = head_of(wording, range(first, stop))
    if head in said.papers:
        return False
    if is_kind_of_speaker(wording, head) or head in said.relatives:
        return True
    if wording.low[first].partition("-")[0] in said.described:
        return True
    if wording.names.with_role(wording.span(first, stop - 1).of(wording.body)) is not None:
        return True
    if (
        stop + 1 < len(wording)
        and wording.low[stop] in said.of
        and wording.is_capital(first)
        and wording.is_capital(stop + 1)
    ):
        return True  # "Ana dari Forum Sungai"
    capitals = sum(wording.is_capital(index) for index in range(first, stop))
    return capitals > (first == 0 or "." in wording.before(first) or "\n" in wording.before(first))
