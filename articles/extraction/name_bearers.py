"""Who bears an office or a title: the name beside it, and whether that is a person's."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.known import Known
from articles.extraction.name_candidates import Candidate
from articles.extraction.name_confirmed import confirmed, known_at
from articles.extraction.name_lexicon import Is
from articles.extraction.name_roles import Role, shown
from articles.extraction.name_runs import person_run
from articles.extraction.name_scores import evidence, person_score
from articles.extraction.name_words import Words
from articles.text.spans import Span

_FULL_NAME: Final = 2  # words
_INNER: Final = re.compile(r"(?!Mc|Mac|De|Di|La|Le)[A-Z][a-z]++[A-Z]")


def bearer(words: Words, role: Role, known: Known) -> Candidate | None:
    """Return who is named behind an office or a title; None: nobody is. What is printed of the office is not told."""
    first = role.name
    if first >= len(words) or not words.capital[first]:
        return None
    found = known_at(words, first, known)
    after = person_run(words, first)
    if found and found[1].kind == "person" and found[0] >= after:
        return confirmed(first, found[0], found[1])
    if after > first + _FULL_NAME and role.office and _INNER.match(words.text[first]):
        first += 1  # "CEO KranixPay Budi Santoso"
    if after == first:
        return None
    person = Candidate(first=first, after=after, kind="person", rule=_rule_of(role), score=4)
    if not _believed(words, role, person):
        return None
    person.loose = _is_loose(words, role)
    return person


def role_span(words: Words, role: Role, before: Candidate | None) -> Span | None:
    """Return the words that tell what the bearer is; `before` is what was found last."""
    if role.after > role.first:
        return shown(words, _begin(words, role.first, before), role.after)
    return words.span(role.first, role.name) if words.flags[role.first] & Is.RANK else None


def of_another_clause(words: Words, person: Candidate, role: Role) -> bool:
    """Return whether an office behind "Menurut Budi," begins what he says: "Menurut Budi, Gubernur juga hadir"."""
    before = person.first - 1
    told = before >= 0 and words.flags[before] & (Is.SAID_BY | Is.BEFORE_PEOPLE)
    acts = words.joins(role.after) and words.flags[role.after] & (Is.ADVERB | Is.ACT)
    return bool(told and acts and not words.capital[role.after])


def _is_loose(words: Words, role: Role) -> bool:
    """Return whether the name of an employer may stand where the bearer's would: "pelatih", "Direktur PT Bumi"."""
    if role.comma or role.name > role.after or role.after == role.first:
        return False
    flags = words.flags[role.after - 1]
    if role.after == role.first + 1:
        return role.office and not words.capital[role.first]
    if not role.office:
        return not flags & Is.NAMING
    return any(after == role.after and kind == "organisation" for _, after, kind in role.inner)


def _believed(words: Words, role: Role, person: Candidate) -> bool:
    person.evidence = evidence(words, person.first, person.after)
    score = person_score(person.evidence)
    if role.comma:
        titled = role.name > role.after + 1
        several = person.after - person.first > 1
        return score >= -2.0 or titled or several or (role.office and words.mark(person.after) == ",")
    if role.after > role.first and not role.office:
        return score >= -1.5
    return score > -4.0


def _begin(words: Words, first: int, before: Candidate | None) -> int:
    """In English what somebody is head of comes before: "Health Ministry spokesman", "Russian President"."""
    if not words.lexicon.role_last:
        return first
    if before is not None and before.after == first and words.joined[first]:
        before.nested = True
        first = before.first
    while first > 0 and words.joined[first] and words.flags[first - 1] & (Is.DEMONYM | Is.DETAIL):
        first -= 1
    return first


def _rule_of(role: Role) -> str:
    if role.after == role.first:
        return "name.after-title"
    if role.comma:
        return "name.after-office-and-comma"
    return "name.after-office" if role.office else "name.after-description"
