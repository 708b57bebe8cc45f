"""Who is told without a name: by an office, by what somebody is, by "that man"."""

from __future__ import annotations

from typing import Final

from articles.extraction.findings import Named
from articles.extraction.told import Told, parts_of
from articles.extraction.wording import Wording

LONGEST_DESCRIPTION: Final = 8  # words


def past_determiner(wording: Wording, first: int, last: int) -> int:
    """Return the first word after "the" or "sang", which belong to no name."""
    determines = first < last and wording.low[first] in wording.said.demonstratives
    return first + 1 if determines else first


def is_epithet(wording: Wording, first: int, stop: int) -> bool:
    """Say whether a phrase tells by its role somebody who was named before: "pendiri Forum Sungai itu"."""
    said = wording.said
    if wording.is_capital(first) and not (first == 0 or "." in wording.before(first) or "\n" in wording.before(first)):
        return False
    known = is_kind_of_speaker(wording, wording.low[first]) or _is_of_somebody(wording, first, stop)
    return (
        known and stop < len(wording) and wording.low[stop] in said.demonstratives and not wording.gap(stop - 1).strip()
    )


def _is_of_somebody(wording: Wording, first: int, stop: int) -> bool:
    """Say whether a phrase tells of one by another who is named: "adik kandung Ana Wijaya"."""
    relative = wording.low[first] in wording.said.relatives and not wording.said.head_last
    return relative and any(wording.is_capital(at) for at in range(first + 1, stop))


def without_name(wording: Wording, at: int, last: int, *, any_noun: bool) -> Told | None:
    """Return somebody told by role, or described; one who points back when the role is one told before."""
    said = wording.said
    part = next(parts_of(wording, at, last))
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
        known = head in said.epithets or _is_of_somebody(wording, part.start, part.stop)
        points_back = demonstrative and known and wording.low[part.start] not in said.described
        return Told(words=words, described="" if points_back else _description(wording, part))
    bearer = _bearer(wording, part) or (wording.holders.get(head) if len(part) == 1 or demonstrative else None)
    if bearer is not None:
        return Told(named=bearer, words=words)
    if determined and len(part) == 1 and head in said.kin:
        return Told(words=words, described=words.of(wording.body))
    known = is_kind_of_speaker(wording, head)
    pointed = demonstrative and not determined
    capital = wording.is_capital(part.start)
    if head in said.epithets and (determined or not subject):
        return Told(words=words)
    if pointed and (known or (capital and len(part) > 1)):
        return Told(words=words)
    if not (any_noun or known or capital):
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


def hold(wording: Wording, first: int, told: Told | None) -> Told | None:
    """Remember who holds the office that a phrase begins with, for the places that print the office alone."""
    office = wording.low[first]
    if told is not None and told.named is not None and told.named.kind == "person" and office in wording.said.offices:
        wording.holders[office] = told.named
    return told
