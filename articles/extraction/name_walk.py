"""Where a text names somebody or something: one walk over its words, in which the words around decide the kind."""

from __future__ import annotations

from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.known import Known, KnownName
from articles.extraction.name_candidates import Candidate
from articles.extraction.name_lexicon import Is
from articles.extraction.name_roles import Role, role_after, role_at, shown
from articles.extraction.name_runs import (
    body_at,
    closed_body_at,
    person_run,
    phrase_at,
    place_at,
    shortened_behind,
    spelled_out,
)
from articles.extraction.name_scores import evidence, person_score
from articles.extraction.name_words import Words
from articles.text.names import name_key
from articles.text.spans import Span

_HEADS: Final = Is.GOVERNMENT_HEAD | Is.BODY_HEAD
_ROLES: Final = Is.OFFICE | Is.DESCRIPTION | Is.TITLE
_NOBODY: Final = Is.PLAIN | Is.NO_BODY | Is.DETAIL | Is.CALENDAR | Is.DIRECTION
_LONGEST_ALIAS: Final = 3
_UNLIKELY: Final = -4.0
_AREAS: Final[frozenset[Kind]] = frozenset(("place", "country"))


class Walk:
    """One walk over a text."""

    def __init__(self, words: Words, known: Known) -> None:
        self.words = words
        self.known = known
        self.found: list[Candidate] = []

    def candidates(self) -> list[Candidate]:
        """Return what may be named, in the order in which it was found."""
        at, count = 0, len(self.words)
        while at < count:
            at = max(self._step(at), at + 1)
        return self.found

    def _step(self, at: int) -> int:
        """Read what begins at `at`, and return where to go on."""
        words = self.words
        flags = words.flags[at]
        if not words.capital[at]:
            role = role_at(words, at) if flags & _ROLES else None
            return self._role(role) if role else at
        for read in (
            self._known,
            self._initials,
            self._spelled_out,
            self._body,
            self._role_in_capitals,
            self._place,
            self._phrase,
        ):
            after = read(at, flags)
            if after:
                return after
        if flags & Is.THING and not (flags & Is.NAME and words.joins(at + 1) and words.flags[at + 1] & Is.NAME):
            return at if words.first[at] else words.capital_run(at)
        return self._closed_body(at, flags) or self._person(at, flags)

    def _known(self, at: int, flags: int) -> int:
        found = known_at(self.words, at, self.known)
        if found is None or flags & Is.CALENDAR:
            return 0
        after, name = found
        if name.kind == "person":
            if person_run(self.words, at) > after:
                return 0
            return self._named(self._confirmed(at, after, name))
        self._add(self._confirmed(at, after, name))
        return after

    def _confirmed(self, first: int, after: int, name: KnownName) -> Candidate:
        return Candidate(first=first, after=after, kind=name.kind, rule="name.confirmed", score=9, preferred=name.name)

    def _initials(self, at: int, flags: int) -> int:
        """Read "AS (34)", "berinisial MR": who must not be named."""
        words = self.words
        text = words.text[at]
        if len(text) > 3 or not text.isupper() or (flags & Is.PHRASE and len(text) > 2):
            return 0
        told = at > 0 and words.flags[at - 1] & Is.INITIALS_AFTER and not flags & (Is.PHRASE | Is.NO_BODY)
        if not (told or (words.mark(at + 1) == "(" and _is_age(words, at + 2))):
            return 0
        return self._named(Candidate(first=at, after=at + 1, kind="person", rule="name.initials", score=3))

    def _spelled_out(self, at: int, flags: int) -> int:
        """Read a body that its acronym behind it proves: "Forest Watch Indonesia (FWI)"."""
        after = spelled_out(self.words, at)
        if not after or flags & _ROLES:
            return 0
        kind: Kind = "government_body" if flags & Is.GOVERNMENT_HEAD else "organisation"
        return self._body_found(at, after, kind, "name.spelled-out")

    def _body(self, at: int, flags: int) -> int:
        found = body_at(self.words, at) if flags & _HEADS else None
        if not found:
            return 0
        after, kind = found
        return self._body_found(at, after, kind, "name.kind-of-body")

    def _body_found(self, first: int, after: int, kind: Kind, rule: str, *, nested: bool = False) -> int:
        body = self._add(Candidate(first=first, after=after, kind=kind, rule=rule, nested=nested))
        if kind not in _AREAS:
            self._inside(first, after)
        return self._acronym(body)

    def _acronym(self, body: Candidate) -> int:
        """Read "(BNPB)" behind the name that it shortens."""
        words, at = self.words, body.after
        if words.mark(at) != "(" or words.mark(at + 2) != ")" or not words.acronym(at + 1):
            return at
        short = Candidate(first=at + 1, after=at + 2, kind=body.kind, rule=body.rule, form="alias", stands_for=body)
        short.nested = body.nested
        self._add(short)
        return at + 3

    def _inside(self, first: int, after: int) -> None:
        """Add the places that the name of a body holds."""
        for at in range(first + 1, after):
            found = phrase_at(self.words, at)
            if found and found[0] <= after and found[1] in _AREAS:
                self._add(Candidate(first=at, after=found[0], kind=found[1], rule="name.listed", nested=True))

    def _role_in_capitals(self, at: int, flags: int) -> int:
        if not flags & _ROLES or (flags & Is.NAME and not flags & Is.TITLE and not self._office_too(at, flags)):
            return 0
        listed = phrase_at(self.words, at)
        if listed and listed[0] > at + 1:
            return 0
        role = role_at(self.words, at)
        return self._role(role) if role else 0

    def _office_too(self, at: int, flags: int) -> bool:
        """Return whether a word that is a name elsewhere is an office here: the text has it in small letters too."""
        return bool(flags & Is.OFFICE) and self.words.lower[at] in self.words.small

    def _role(self, role: Role) -> int:
        """Read an office and, where he is named, its bearer."""
        person = self._bearer(role)
        nested = person is not None or (role.office and self.words.capital[role.first])
        self._within(role, nested=nested)
        if person is None:
            return max(role.after, role.first + 1)
        return self._named(person)

    def _within(self, role: Role, *, nested: bool) -> None:
        """Add the bodies and places that an office names, with theirs."""
        for first, after, kind in role.inner:
            self._body_found(first, after, kind, "name.listed", nested=nested)

    def _bearer(self, role: Role) -> Candidate | None:
        words, first = self.words, role.name
        if first >= len(words) or not words.capital[first]:
            return None
        found = known_at(words, first, self.known)
        after = person_run(words, first)
        if found and found[1].kind == "person" and found[0] >= after:
            person = self._confirmed(first, found[0], found[1])
        elif after == first:
            return None
        else:
            person = Candidate(first=first, after=after, kind="person", rule=_rule_of(role), score=4)
            if not self._believed(role, person):
                return None
            person.loose = self._is_loose(role)
        person.role = self._role_span(role)
        return person

    def _is_loose(self, role: Role) -> bool:
        """Return whether the name of an employer may stand where the bearer's would: "pelatih", "Direktur PT Bumi"."""
        if role.comma or role.name > role.after or role.after == role.first:
            return False
        flags = self.words.flags[role.after - 1]
        if role.after == role.first + 1:
            return role.office and not self.words.capital[role.first]
        if not role.office:
            return not flags & Is.NAMING
        return any(after == role.after and kind == "organisation" for _, after, kind in role.inner)

    def _believed(self, role: Role, person: Candidate) -> bool:
        words = self.words
        person.evidence = evidence(words, person.first, person.after)
        score = person_score(person.evidence)
        if role.comma:
            titled = role.name > role.after + 1
            several = person.after - person.first > 1
            return score >= -2.0 or titled or several or (role.office and words.mark(person.after) == ",")
        if role.after > role.first and not role.office:
            return score >= -1.5
        return score > -4.0

    def _role_span(self, role: Role) -> Span | None:
        words = self.words
        if role.after > role.first:
            return shown(words, self._role_begin(role.first), role.after)
        return words.span(role.first, role.name) if words.flags[role.first] & Is.RANK else None

    def _role_begin(self, first: int) -> int:
        """In English what somebody is head of comes before: "Health Ministry spokesman", "Russian President"."""
        words = self.words
        if not words.lexicon.role_last:
            return first
        if self.found and self.found[-1].after == first and words.joined[first]:
            self.found[-1].nested = True
            first = self.found[-1].first
        while first > 0 and words.joined[first] and words.flags[first - 1] & (Is.DEMONYM | Is.DETAIL):
            first -= 1
        return first

    def _place(self, at: int, flags: int) -> int:
        found = place_at(self.words, at) if flags & Is.PLACE_HEAD else None
        if not found:
            return 0
        first, after, kind = found
        self._add(Candidate(first=first, after=after, kind=kind, rule="name.kind-of-place"))
        return after

    def _phrase(self, at: int, flags: int) -> int:
        found = phrase_at(self.words, at) if flags & Is.PHRASE else None
        if not found or (flags & Is.NAME and person_run(self.words, at) > found[0]):
            return 0
        after, kind = found
        if kind == "person":
            return self._named(Candidate(first=at, after=after, kind=kind, rule="name.listed", score=5))
        if kind not in _AREAS:
            return self._body_found(at, after, kind, "name.listed")
        self._add(Candidate(first=at, after=after, kind=kind, rule="name.listed"))
        return after

    def _closed_body(self, at: int, flags: int) -> int:
        after = closed_body_at(self.words, at)
        if not after:
            return 0
        public = any(self.words.flags[one] & Is.GOVERNMENT_HEAD for one in range(at, after))
        return self._body_found(at, after, "government_body" if public else "organisation", "name.kind-of-body")

    def _person(self, at: int, flags: int) -> int:
        words = self.words
        if flags & _NOBODY and not flags & Is.NAME:
            return at
        after = person_run(words, at)
        if after == at:
            return at
        if shortened_behind(words, at, after) and not any(words.flags[one] & Is.NAME for one in range(at, after)):
            return after
        person = Candidate(first=at, after=after, kind="person", rule="name.by-context")
        person.evidence = evidence(words, at, after)
        if self._in_company(at):
            person.evidence.append("left.company")
        person.score = person_score(person.evidence)
        if after == at + 1 and (flags & Is.OFFICE or len(words.text[at].rstrip(".")) == 1):
            person.score = _UNLIKELY  # "Hakim menolak"; an item of a list: "B."
        return self._named(person)

    def _in_company(self, at: int) -> bool:
        """Return whether a person was named right before: "Budi Santoso dan Raka"."""
        last = self.found[-1] if self.found else None
        beside = last is not None and last.kind == "person" and last.after == at - 1 and last.score >= 0
        return beside and self.words.text[at - 1] in (",", "dan", "and", "&", "-", "–")

    def _named(self, person: Candidate) -> int:
        """Add a person with what follows the name: an alias, an office; return where to go on."""
        self._add(person)
        after = self._alias(person)
        role = role_after(self.words, after)
        if role is None:
            return after
        if person.role is None:
            if self._of_another_clause(person, role):
                return after
            person.role = shown(self.words, role.first, role.after)
            person.score += 2.0
            person.evidence.append("right.described")
        self._within(role, nested=True)
        return role.after

    def _of_another_clause(self, person: Candidate, role: Role) -> bool:
        """Return whether an office behind "Menurut Budi," begins what he says: "Menurut Budi, Gubernur juga hadir"."""
        words, before = self.words, person.first - 1
        told = before >= 0 and words.flags[before] & (Is.SAID_BY | Is.BEFORE_PEOPLE)
        acts = words.joins(role.after) and words.flags[role.after] & (Is.ADVERB | Is.ACT)
        return bool(told and acts and not words.capital[role.after])

    def _alias(self, person: Candidate) -> int:
        """Read "(Jokowi)" or "alias Codet" behind a name."""
        words, at = self.words, person.after
        bracket = words.mark(at) == "("
        if not bracket and not (words.joins(at) and words.flags[at] & Is.ALIAS):
            return at
        first = at + 1
        if first >= len(words) or not words.capital[first]:
            return at
        after = words.capital_run(first)
        unfit = words.flags[first] & (Is.DEGREE | Is.TITLE | Is.PHRASE | Is.NO_BODY | Is.OFFICE | Is.CALENDAR)
        if after - first > _LONGEST_ALIAS or (unfit and not words.flags[first] & Is.NAME):
            return at
        if bracket and words.mark(after) != ")":
            return at
        person.score += 1.0
        self._add(
            Candidate(
                first=first, after=after, kind="person", rule=person.rule, score=3, form="alias", stands_for=person
            )
        )
        return after + bracket

    def _add(self, candidate: Candidate) -> Candidate:
        self.found.append(candidate)
        return candidate


def known_at(words: Words, first: int, known: Known) -> tuple[int, KnownName] | None:
    """Return where the longest confirmed name from `first` on ends, and whose it is."""
    reach = min(known.longest, len(words) - first)
    length = 1
    while length < reach and words.joined[first + length]:
        length += 1
    for count in range(min(length, reach), 0, -1):
        key = " ".join(words.lower[first : first + count])
        found = known.by_key.get(key if key.isascii() and key.isalnum() else name_key(key))
        if found:
            return first + count, found[0]
    return None


def _is_age(words: Words, at: int) -> bool:
    return words.mark(at).isdigit() and len(words.text[at]) == 2 and words.mark(at + 1) == ")"


def _rule_of(role: Role) -> str:
    if role.after == role.first:
        return "name.after-title"
    if role.comma:
        return "name.after-office-and-comma"
    return "name.after-office" if role.office else "name.after-description"
