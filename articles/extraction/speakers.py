"""Who a phrase beside a word of saying means: a name, a role, a pronoun, somebody whom nobody names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.extraction.findings import Named, Printed
from articles.extraction.wording import Wording
from articles.text.spans import Span

CLOSES: Final = re.compile(r"[;:“”\"«»„!?]|\((?=\d)")
_LONGEST_SHORTENED: Final = 4  # letters of a word that a full stop shortens: "Dra.Ana", but not "setempat.Ana"
_LONGEST_PHRASE: Final = 24  # words of a speaker with all titles
LONGEST_DESCRIPTION: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A speaker as one phrase tells it. Without a name and a description it points back to whoever spoke."""

    named: Named | None = None
    words: Span | None = None
    described: str = ""

    @property
    def points_back(self) -> bool:
        return self.named is None and not self.described


def speaker_beside(wording: Wording, at: int, limit: int) -> Told | None:
    """Return who is told beside words in marks, where any noun speaks: of "isi surat X" it is X."""
    if at < len(wording) and wording.low[at] in wording.said.papers:
        owners = [pair for pair in named_in(wording, at, _phrase_end(wording, at, limit)) if pair[1].kind != "place"]
        if owners:
            return told_of(owners[-1])
        owner = speaker_after(wording, at + 1, limit)
        if owner is not None and not owner.points_back:
            return owner
    return speaker_after(wording, at, limit, any_noun=True)


def speaker_after(wording: Wording, at: int, limit: int, *, any_noun: bool = False) -> Told | None:
    """Return who is told by the phrase that begins with the word `at` and ends before the place `limit`."""
    said = wording.said
    if at >= len(wording) or wording.starts[at] >= limit or _adds(wording, at) or wording.phrase(at, said.pointers):
        return None
    if wording.low[at] in said.pronouns or wording.low[at] in said.plural:
        return Told(words=wording.span(at))
    last = _phrase_end(wording, at, limit)
    if is_epithet(wording, at, last + 1):
        return _without_name(wording, at, last, any_noun=any_noun)
    bare = past_determiner(wording, at, last)
    named = hold(wording, bare, _by_phrase(wording, bare, last) or _beyond(wording, at, last, limit))
    return named or _without_name(wording, at, last, any_noun=any_noun)


def past_determiner(wording: Wording, first: int, last: int) -> int:
    """Return the first word after "the" or "sang", which belong to no name."""
    determines = first < last and wording.low[first] in wording.said.demonstratives
    return first + 1 if determines else first


def _phrase_end(wording: Wording, at: int, limit: int) -> int:
    """Return the last word of a speaker's phrase."""
    last = at
    for index in range(at + 1, min(at + _LONGEST_PHRASE, len(wording))):
        before = wording.before(index)
        glued = before == "." and index - 1 > at and len(wording.low[index - 1]) > _LONGEST_SHORTENED
        if glued or wording.starts[index] >= limit or CLOSES.search(before) or _adds(wording, index):
            break
        if wording.is_capital(index) and wording.phrase(index, wording.said.pointers):
            break
        last = index
    return last


def _adds(wording: Wording, at: int) -> bool:
    """Say whether a word tells when, where or how something was said, and so belongs to no speaker."""
    low = wording.low[at]
    return low in wording.said.days or (low in wording.said.ends and not wording.is_capital(at))


def is_epithet(wording: Wording, first: int, stop: int) -> bool:
    """Say whether a phrase tells by its role somebody who was named before: "pendiri Forum Sungai itu"."""
    said = wording.said
    if wording.is_capital(first) and not (first == 0 or "." in wording.before(first) or "\n" in wording.before(first)):
        return False
    known = is_kind_of_speaker(wording, wording.low[first])
    return (
        known and stop < len(wording) and wording.low[stop] in said.demonstratives and not wording.gap(stop - 1).strip()
    )


def named_in(wording: Wording, first: int, last: int) -> list[tuple[Printed, Named]]:
    """Return what is named in the words from `first` to `last`, in text order."""
    return wording.names.inside(wording.span(first, last))


def _by_phrase(wording: Wording, at: int, last: int) -> Told | None:
    """Return a person or a body that the phrase names as the speaker."""
    relative = wording.low[at] in wording.said.relatives and not _is_title(wording, at)
    fallback: Told | None = None
    for part in _parts(wording, at, last):
        named = named_in(wording, part.start, part.stop - 1)
        people = [pair for pair in named if pair[1].kind == "person"]
        if people and not (relative and part.start == at):
            # One word after a role, then a name after a comma: the word is of the role, "Direktur Tirta, Ana Putri".
            if fallback is None and part.start == at and _ends_role(wording, people[0][0], part):
                fallback = told_of(people[0])
                continue
            return told_of(people[0]) if fallback is None or _begins(wording, people[0][0], part) else fallback
        if named and part.start == at and _is_whole(wording, named[0][0], part):
            # A city speaks for nobody: whoever is meant has its name, or lives there.
            return None if named[0][1].kind == "place" else told_of(named[0])
    return fallback


def _ends_role(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a single word is named at the end of a part that begins with others."""
    return (
        len(part) > 1
        and wording.starts[part.stop - 1] == printed.span.start
        and not (len(part) == 2 and _is_title(wording, part.start))
    )


def _begins(wording: Wording, printed: Printed, part: range) -> bool:
    return (
        printed.span.start == wording.starts[part.start]
        and len(wording.within(printed.span.start, printed.span.end)) > 1
    )


def _is_title(wording: Wording, at: int) -> bool:
    return wording.low[at] in wording.said.titles and at + 1 < len(wording) and wording.is_capital(at + 1)


def _is_whole(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a name stands at the beginning of a part, so that no role or other word comes before it."""
    return printed.span.start <= wording.starts[part.start] and wording.is_capital(part.start)


def _beyond(wording: Wording, at: int, last: int, limit: int) -> Told | None:
    """Return the person after a comma when the role before it is long: "Ketua RT 01 di Kelurahan Sawah, Budi"."""
    following = last + 1
    if (
        following >= len(wording)
        or wording.low[following] not in wording.said.of
        or wording.low[at] in wording.said.described
    ):
        return None
    for index in range(following, min(following + LONGEST_DESCRIPTION, len(wording) - 1)):
        if wording.starts[index + 1] >= limit or CLOSES.search(wording.gap(index)):
            return None
        if "," in wording.gap(index) and wording.is_capital(index + 1):
            named = named_in(wording, index + 1, min(index + 6, len(wording) - 1))
            if named and named[0][1].kind == "person" and named[0][0].span.start == wording.starts[index + 1]:
                return told_of(named[0])
    return None


def _without_name(wording: Wording, at: int, last: int, *, any_noun: bool) -> Told | None:
    """Return somebody told by role, or described; one who points back when the role is one told before."""
    said = wording.said
    part = next(_parts(wording, at, last))
    stop = part.stop
    following = stop < len(wording) and wording.low[stop] in said.demonstratives and not wording.gap(stop - 1).strip()
    demonstrative = following or wording.low[at] in said.demonstratives
    return by_role(wording, part, demonstrative=demonstrative, any_noun=any_noun)


def by_role(
    wording: Wording, part: range, *, demonstrative: bool, subject: bool = False, any_noun: bool = False
) -> Told | None:
    """Return whom the words of a part tell by role, or describe; one who points back when the role was told before.

    `subject`: the part stands before its verb; `any_noun`: whatever it is, it speaks.
    """
    said = wording.said
    words = wording.span(part.start, part.stop - 1)
    bare = past_determiner(wording, part.start, part.stop - 1)
    determined = bare > part.start  # "sang dokter", "the mayor"
    part = range(bare, part.stop)
    head = head_of(wording, part)
    if not said.described.isdisjoint((head, wording.low[part.start])) or _is_relative(wording, part):
        return Told(words=words, described=_description(wording, part))
    by_role = _bearer(wording, part)
    if by_role is None and (len(part) == 1 or demonstrative):
        by_role = wording.holders.get(head)
    if by_role is not None:
        return Told(named=by_role, words=words)
    if determined and len(part) == 1 and head in said.kin:
        return Told(words=words, described=words.of(wording.body))
    known = is_kind_of_speaker(wording, head)
    if (head in said.epithets and (determined or not subject)) or (demonstrative and known and not determined):
        return Told(words=words)
    if demonstrative and not determined and wording.is_capital(part.start) and len(part) > 1:
        return Told(words=words)
    if not (any_noun or known or wording.is_capital(part.start)):
        return None
    return Told(words=words, described=words.of(wording.body) if determined else _description(wording, part))


def _bearer(wording: Wording, part: range) -> Named | None:
    """Return who has an office in this text: as printed, or without the acronym of "Ketua Dewan RI"."""
    office = wording.span(part.start, part.stop - 1)
    named = wording.names.with_role(office.of(wording.body))
    if named is not None or len(part) == 1 or wording.low[part.start] not in wording.said.offices:
        return named
    if not wording.span(part.stop - 1).of(wording.body).isupper():
        return None
    shorter = wording.span(part.start, part.stop - 2).of(wording.body)
    named = wording.names.with_role(shorter)
    roles = {printed.role.of(wording.body) for printed in named.printed if printed.role} if named else set()
    return named if shorter in roles else None


def head_of(wording: Wording, part: range) -> str:
    """Return the noun that tells who a phrase is about: its first word, or its last one."""
    return wording.low[part.stop - 1] if wording.said.head_last else wording.low[part.start].partition("-")[0]


def is_kind_of_speaker(wording: Wording, head: str) -> bool:
    """Say whether a word tells by itself of somebody who may speak: "warga", "pria", "kapolsek"."""
    said = wording.said
    return head in said.heads or head in said.epithets or head in said.offices


def _is_relative(wording: Wording, part: range) -> bool:
    return wording.low[part.start] in wording.said.relatives and len(part) > 1


def _description(wording: Wording, part: range) -> str:
    last = min(part.stop, part.start + LONGEST_DESCRIPTION) - 1
    for index in range(part.start + 1, last + 1):
        if (wording.is_capital(part.start) and wording.low[index] in wording.said.of) or "(" in wording.before(index):
            last = index - 1
            break
    return wording.span(part.start, last).of(wording.body)


def told_of(pair: tuple[Printed, Named]) -> Told:
    """Return a speaker who is told by name."""
    return Told(named=pair[1], words=pair[0].span)


def hold(wording: Wording, first: int, told: Told | None) -> Told | None:
    """Remember who holds the office that a phrase begins with, for the places that print the office alone."""
    office = wording.low[first]
    if told is not None and told.named is not None and told.named.kind == "person" and office in wording.said.offices:
        wording.holders[office] = told.named
    return told


def _parts(wording: Wording, first: int, last: int) -> Iterator[range]:
    """Yield the stretches between commas, in order."""
    start = first
    for index in range(first, last):
        if "," in wording.gap(index):
            yield range(start, index + 1)
            start = index + 1
    yield range(start, last + 1)
