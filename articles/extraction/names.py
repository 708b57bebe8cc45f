"""Who and what a text names: people, bodies, places, each with every place where it is printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from articles.extraction.findings import Kind, Named, Printed
from articles.extraction.known import Known
from articles.extraction.name_alone import note_speakers
from articles.extraction.name_candidates import Candidate, accepted
from articles.extraction.name_clusters import clustered
from articles.extraction.name_lexicon import LEXICONS
from articles.extraction.name_scores import SIGNS, SIGNS_OF_ONE_WORD, likelihood
from articles.extraction.name_shortened import bracketed_forms, firms_by_form, shortens
from articles.extraction.name_walk import Walk
from articles.extraction.name_words import words_of
from articles.extraction.story import Story
from articles.text.names import name_key
from articles.text.spans import Span

RULES: Final[Mapping[str, float]] = {
    "name.confirmed": 0.97,
    "name.after-office": 0.95,
    "name.after-title": 0.95,
    "name.after-office-and-comma": 0.9,
    "name.after-description": 0.85,
    "name.initials": 0.5,
    "name.by-context": 0.9,
    "name.part-of-another": 0.85,
    "name.newsroom": 0.3,
    "name.listed": 0.95,
    "name.spelled-out": 0.75,
    "name.kind-of-body": 0.85,
    "name.kind-of-place": 0.8,
}
# What must speak for a person who bears no office or title; see `name_scores`.
LEAST_SCORE: Final = 0.0
_WITHOUT_SIGN: Final = 0.55  # at most, for whom hints speak that things may have too
# Of these, a part of another's name says nothing more of whether that is a person's.
_BY_HINTS: Final = frozenset(("name.by-context", "name.part-of-another"))
_PEOPLE: Final[tuple[Kind, ...]] = ("person",)


class Names:
    """All that one text names."""

    def __init__(self, body: str, named: Iterable[Named]) -> None:
        self._body = body
        self.all: tuple[Named, ...] = tuple(sorted(named, key=lambda one: one.printed[0].span))

    def inside(self, span: Span) -> list[tuple[Printed, Named]]:
        """Return what is named in `span`, in text order; what stands inside another name or a role is left out."""
        first = bisect_left(self._starts, span.start)
        found = self._in_order[first : bisect_right(self._starts, span.end - 1)]
        return [(printed, named) for printed, named in found if printed.span.end <= span.end]

    def before(self, place: int, *, kinds: tuple[Kind, ...] = _PEOPLE) -> Named | None:
        """Return the last of `kinds` whose name ends at `place` or before it."""
        for index in range(bisect_left(self._starts, place) - 1, -1, -1):
            printed, named = self._in_order[index]
            if named.kind in kinds and printed.span.end <= place:
                return named
        return None

    def called(self, words: str) -> Named | None:
        """Return whom a full name, a part of one, an alias or an acronym means here."""
        return self._by_key.get(name_key(words))

    def with_role(self, words: str) -> Named | None:
        """Return the first whose printed role begins with or equals `words`: "Kapolsek", "the minister".

        Else whose role has `words` as its short form, "MenLH", or the firm of that form, "Persero".
        """
        key = name_key(words)
        if not key:
            return None
        bearer = next((named for role, named in self._roles if f"{role} ".startswith(f"{key} ")), None)
        return bearer or self._short_roles.get(key) or self._by_letters(key) or self._firms.get(key)

    def _by_letters(self, key: str) -> Named | None:
        return next((named for role, named in self._roles if named.kind == "person" and shortens(key, role)), None)

    @cached_property
    def _in_order(self) -> list[tuple[Printed, Named]]:
        pairs = [(printed, named) for named in self.all for printed in named.printed if not printed.nested]
        return sorted(pairs, key=lambda pair: pair[0].span)

    @cached_property
    def _starts(self) -> list[int]:
        return [printed.span.start for printed, _ in self._in_order]

    @cached_property
    def _roles(self) -> list[tuple[str, Named]]:
        """Roles as printed, those of people first, else in text order."""
        found = [
            (name_key(printed.role.of(self._body)), named)
            for printed, named in self._in_order
            if printed.role is not None
        ]
        return sorted(found, key=lambda pair: pair[1].kind != "person")

    @cached_property
    def _short_roles(self) -> dict[str, Named]:
        """Who bears a role, by the short form that the role prints in brackets."""
        found: dict[str, Named] = {}
        for printed, named in self._in_order:
            if named.kind == "person" and printed.role is not None:
                for short in bracketed_forms(printed.role.of(self._body)):
                    found.setdefault(name_key(short), named)
        return found

    @cached_property
    def _firms(self) -> dict[str, Named]:
        return firms_by_form(self._body, self.all)

    @cached_property
    def _by_key(self) -> dict[str, Named]:
        """Whole names and forms win over their parts, people over others, the earlier over the later."""
        found: dict[str, Named] = {}
        ordered = sorted(self.all, key=lambda one: one.kind != "person")
        for named in ordered:
            for form in (named.name, *named.variants):
                found.setdefault(name_key(form), named)
        for named in ordered:
            if named.kind == "person":
                for part in _parts(name_key(named.name).split()):
                    found.setdefault(part, named)
        return found


def find_names(story: Story, marked: Sequence[object], known: Known) -> Names:
    """Return what `story` names; `known` holds the names that editors have confirmed."""
    words = words_of(story.body, LEXICONS.get(story.language, LEXICONS["id"]))
    note_speakers(words)
    found = accepted(words, Walk(words, known).candidates(), least=LEAST_SCORE)
    return Names(story.body, clustered(words, found, _confidence))


def _confidence(candidate: Candidate) -> float:
    """Return how sure a printing is: what the hints say where they decide, else what its rule is worth."""
    most = RULES[candidate.rule]
    if candidate.rule in _BY_HINTS:
        most = min(most, likelihood(candidate.score))
    signs = SIGNS if candidate.after > candidate.first + 1 else SIGNS_OF_ONE_WORD
    if (candidate.rule == "name.by-context" or candidate.loose) and signs.isdisjoint(candidate.evidence):
        most = min(most, _WITHOUT_SIGN)
    return round(most, 2)


def _parts(words: Sequence[str]) -> Iterable[str]:
    """Yield the longer parts of a name first, each a run of its words."""
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            yield " ".join(words[first : first + length])
