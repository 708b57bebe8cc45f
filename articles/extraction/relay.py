"""Who passed words on, where the sentence itself names it: a hop of one sentence is never one of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from articles.extraction.circumstance_words import CircumstanceWords
from articles.extraction.findings import Hop, Named
from articles.extraction.names import Names
from articles.extraction.surroundings import Part
from articles.text.spans import Span

Role = Literal["issuer", "agency", "publisher"]

_BODIES: Final = ("news_agency", "publisher", "organisation", "government_body", "group")
_ROLES: Final[dict[str, Role]] = {"news_agency": "agency", "publisher": "publisher"}
_OWN: Final = ("government_body", "group")
_PROPER: Final = re.compile(
    r"[a-z]{2,12}[A-Z]\w*|"
    r"[A-Z0-9][\w&’'-]*(?:\.\w+)*(?: (?:of |the )?[A-Z0-9][\w&’'-]*(?:\.\w+)*){0,5}|"
    r"[\w-]{2,40}(?:\.[a-z]{2,6}){1,3}"
)
_DAY_FOLLOWS: Final = re.compile(r"[\s,(]{0,3}(?:(?:pada|hari|tanggal|on)\s){0,2}")
_FARTHEST: Final = 4  # words between what tells of a hearer and its name
_MOST: Final = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """A name in the phrase of a relay."""

    named: Named | None
    span: Span
    role: Role


def find_hops(parts: Sequence[Part], names: Names, words: CircumstanceWords) -> tuple[Hop, ...]:
    """Return the hops that the parts name, in text order, nobody twice."""
    found: list[Hop] = []
    for part in parts:
        for hop in _hops(part, names, words):
            if not any(hop.words.overlaps(other.words) or _same(hop, other) for other in found):
                found.append(hop)
    return tuple(sorted(found, key=lambda hop: hop.words)[:_MOST])


def _same(hop: Hop, other: Hop) -> bool:
    return hop.named is not None and hop.named is other.named


def _hops(part: Part, names: Names, words: CircumstanceWords) -> Iterator[Hop]:
    for told in part.find_all(words.relays):
        found = _passed_on(part, names, words, told)
        if found is not None:
            end = _with_day(part, found.span.end)
            yield Hop(named=found.named, words=Span(told.start(), end), role=found.role)
    for told in part.find_all(words.issuers):
        found = _issuer(part, names, words, told)
        if found is not None:
            yield Hop(named=found.named, words=Span(told.start(), found.span.end), role=found.role)
    for told in part.find_all(words.hearers):
        found = _newsroom(part, names, words, told)
        if found is not None:
            yield Hop(named=found.named, words=Span(told.start(), found.span.end), role=found.role)


def _passed_on(part: Part, names: Names, words: CircumstanceWords, told: re.Match[str]) -> _Found | None:
    phrase = part.phrase(told.end(), words.relay_ends)
    if phrase is None:
        return None
    text = phrase.of(part.body)
    bodies = _bodies(part, names, words, phrase)
    known = next((one for one in bodies if _role(one[1], one[0], part.body, words) is not None), None)
    first = known or (bodies[0] if bodies else None)
    if first is not None:
        role = _role(first[1], first[0], part.body, words) or _role_of_text(text, words)
        return _Found(first[1], first[0], role or ("issuer" if first[1].kind in _OWN else "publisher"))
    if words.accounts.search(text):
        return None
    if any(True for _ in names.inside(phrase)) and not _role_of_text(text, words):
        return None  # a person, a place: nobody who passes words on
    proper = _PROPER.search(part.body, phrase.start, phrase.end)
    if proper is None:
        return None
    return _Found(_called(names, proper[0]), Span(*proper.span()), _role_of_text(text, words) or "publisher")


def _issuer(part: Part, names: Names, words: CircumstanceWords, told: re.Match[str]) -> _Found | None:
    phrase = part.phrase(told.end(), words.relay_ends)
    if phrase is None:
        return None
    comma = part.body.find(",", phrase.start, phrase.end)
    bodies = [one for one in _bodies(part, names, words, phrase) if comma < 0 or one[0].start < comma]
    if not bodies:
        return None
    span, named = bodies[0]
    if len(part.body[phrase.start : span.start].split()) > _FARTHEST:
        return None
    return _Found(named, span, _role(named, span, part.body, words) or "issuer")


def _newsroom(part: Part, names: Names, words: CircumstanceWords, told: re.Match[str]) -> _Found | None:
    """Return the newsroom that heard the words; None when somebody else did."""
    phrase = part.phrase(told.end(), words.relay_ends)
    if phrase is None:
        return None
    for span, named in _bodies(part, names, words, phrase):
        role = _role(named, span, part.body, words)
        if role is not None:
            near = len(part.body[phrase.start : span.start].split()) <= _FARTHEST
            return _Found(named, span, role) if near else None
    proper = _PROPER.search(part.body, phrase.start, phrase.end)
    if proper is None or len(part.body[phrase.start : proper.start()].split()) > _FARTHEST:
        return None
    role = _role_of_text(part.body[phrase.start : proper.end()], words)
    return _Found(_called(names, proper[0]), Span(*proper.span()), role) if role in ("agency", "publisher") else None


def _called(names: Names, words: str) -> Named | None:
    """Return the body of that name; a country or a person of the same name passes nothing on."""
    named = names.called(words)
    return named if named is not None and named.kind in _BODIES else None


def _bodies(part: Part, names: Names, words: CircumstanceWords, phrase: Span) -> list[tuple[Span, Named]]:
    """Return the bodies named in `phrase`; where people write themselves is none."""
    return [
        (printed.span, named)
        for printed, named in names.inside(phrase)
        if named.kind in _BODIES and not words.accounts.fullmatch(printed.span.of(part.body))
    ]


def _role(named: Named, span: Span, body: str, words: CircumstanceWords) -> Role | None:
    """Return the role of a newsroom; None when nothing tells that it is one."""
    role = _ROLES.get(named.kind)
    if role is None and words.agency.search(span.of(body)):
        return "agency"
    return "publisher" if role is None and words.newsroom.search(span.of(body)) else role


def _role_of_text(text: str, words: CircumstanceWords) -> Role | None:
    if words.agency.search(text):
        return "agency"
    if words.papers.search(text):
        return "issuer"
    return "publisher" if words.newsroom.search(text) else None


def _with_day(part: Part, end: int) -> int:
    """Return the end of the day that follows a relay at once, else `end`: "TASS, 27 November 2023"."""
    for day in part.days:
        if day.span.start >= end:
            between = _DAY_FOLLOWS.fullmatch(part.body, end, day.span.start)
            if not between:
                return end
            closes = "(" in between[0] and part.body.startswith(")", day.span.end)
            return day.span.end + closes
    return end
