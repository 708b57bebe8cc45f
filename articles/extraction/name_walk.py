"""Where a text names somebody or something: one walk over its words, in which the words around decide the kind."""

from __future__ import annotations

from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.known import Known
from articles.extraction.name_bearers import bearer, of_another_clause, role_span
from articles.extraction.name_behind import acronym_behind, alias_behind, letters_elsewhere
from articles.extraction.name_bodies import body_at, closed_body_at, shortened_behind, spelled_out
from articles.extraction.name_candidates import Candidate
from articles.extraction.name_confirmed import confirmed, known_at
from articles.extraction.name_lexicon import Is
from articles.extraction.name_openings import head_at
from articles.extraction.name_roles import Role, role_after, role_at, shown
from articles.extraction.name_runs import AREAS, person_run, phrase_at, place_at
from articles.extraction.name_scores import evidence, person_score
from articles.extraction.name_words import Words

_HEADS: Final = Is.GOVERNMENT_HEAD | Is.BODY_HEAD
_ROLES: Final = Is.OFFICE | Is.DESCRIPTION | Is.TITLE
_NOBODY: Final = Is.PLAIN | Is.NO_BODY | Is.DETAIL | Is.CALENDAR | Is.DIRECTION
_UNLIKELY: Final = -4.0


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
        return [*self.found, *letters_elsewhere(self.words, self.found)]

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
            return self._named(confirmed(at, after, name))
        self._add(confirmed(at, after, name))
        return after

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
        if kind not in AREAS:
            self._inside(first, after)
        return self._acronym(body)

    def _acronym(self, body: Candidate) -> int:
        short, after = acronym_behind(self.words, body)
        if short:
            self._add(short)
        return after

    def _inside(self, first: int, after: int) -> None:
        """Add the places that the name of a body holds."""
        for at in range(first + 1, after):
            found = phrase_at(self.words, at)
            if found and found[0] <= after and found[1] in AREAS:
                self._add(Candidate(first=at, after=found[0], kind=found[1], rule="name.listed", nested=True))

    def _role_in_capitals(self, at: int, flags: int) -> int:
        if not flags & _ROLES:
            role = role_at(self.words, at) if head_at(self.words, at) > at else None
            return self._role(role) if role else 0
        if flags & Is.NAME and not flags & Is.TITLE and not self._office_too(at, flags):
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
        person = bearer(self.words, role, self.known)
        if person is not None:
            person.role = role_span(self.words, role, self.found[-1] if self.found else None)
        nested = person is not None or (role.office and self.words.capital[role.first])
        self._within(role, nested=nested)
        if person is None:
            return max(role.after, role.first + 1)
        return self._named(person)

    def _within(self, role: Role, *, nested: bool) -> None:
        """Add the bodies and places that an office names, with theirs."""
        for first, after, kind in role.inner:
            self._body_found(first, after, kind, "name.listed", nested=nested)

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
        if kind in AREAS and after == at + 1 and flags & Is.NAME and flags & Is.SPEAKS and not self._placed(at):
            return 0
        if kind == "person":
            return self._named(Candidate(first=at, after=after, kind=kind, rule="name.listed", score=5))
        if kind not in AREAS:
            return self._body_found(at, after, kind, "name.listed")
        self._add(Candidate(first=at, after=after, kind=kind, rule="name.listed"))
        return after

    def _placed(self, at: int) -> bool:
        """Return whether "di" or the like stands before a word."""
        return at > 0 and bool(self.words.flags[at - 1] & Is.BEFORE_PLACES)

    def _closed_body(self, at: int, flags: int) -> int:
        after = closed_body_at(self.words, at)
        if not after:
            return 0
        public = any(self.words.flags[one] & Is.GOVERNMENT_HEAD for one in range(at, after))
        return self._body_found(at, after, "government_body" if public else "organisation", "name.kind-of-body")

    def _person(self, at: int, flags: int) -> int:
        words = self.words
        initial = len(words.text[at]) == 1 and not words.first[at] and words.joins(at + 1) and words.capital[at + 1]
        if flags & _NOBODY and not flags & Is.NAME and not initial:
            return at
        after = person_run(words, at)
        if after == at or (after > at + 1 and self._is_glued_before_a_name(at)):
            return at
        if shortened_behind(words, at, after) and not any(words.flags[one] & Is.NAME for one in range(at, after)):
            return after
        person = Candidate(first=at, after=after, kind="person", rule="name.by-context")
        person.evidence = evidence(words, at, after)
        if after > at + 1 and (words.flags[at] | words.flags[after - 1]) & Is.SPEAKS:
            person.evidence.append("words.speaks-alone")
        if self._in_company(at):
            person.evidence.append("left.company")
        person.score = person_score(person.evidence)
        if after == at + 1 and (flags & Is.OFFICE or len(words.text[at].rstrip(".")) == 1):
            person.score = _UNLIKELY  # "Hakim menolak"; an item of a list: "B."
        return self._named(person)

    def _is_glued_before_a_name(self, at: int) -> bool:
        """Return whether no space stands between a word and the name of one who speaks: "ExpertBudi Santoso"."""
        words = self.words
        return words.end[at] == words.start[at + 1] and bool(words.flags[at + 1] & Is.SPEAKS)

    def _in_company(self, at: int) -> bool:
        """Return whether a person was named right before: "Budi Santoso dan Raka"."""
        last = self.found[-1] if self.found else None
        beside = last is not None and last.kind == "person" and last.after == at - 1 and last.score >= 0
        return beside and self.words.text[at - 1] in (",", "dan", "and", "&", "-", "–")

    def _named(self, person: Candidate) -> int:
        """Add a person with what follows the name: an alias, an office; return where to go on."""
        self._add(person)
        alias, after = alias_behind(self.words, person)
        if alias:
            person.score += 1.0
            self._add(alias)
        role = role_after(self.words, after)
        if role is None:
            return after
        if person.role is None:
            if of_another_clause(self.words, person, role):
                return after
            person.role = shown(self.words, role.first, role.after)
            person.score += 2.0
            person.evidence.append("right.described")
        self._within(role, nested=True)
        return role.after

    def _add(self, candidate: Candidate) -> Candidate:
        self.found.append(candidate)
        return candidate


def _is_age(words: Words, at: int) -> bool:
    return words.mark(at).isdigit() and len(words.text[at]) == 2 and words.mark(at + 1) == ")"
