"""What stands behind a name and means the same: letters in brackets, another name, an alias."""

from __future__ import annotations

from typing import Final

from articles.extraction.name_candidates import Candidate
from articles.extraction.name_lexicon import Is
from articles.extraction.name_words import Words

_LONGEST_ALIAS: Final = 3
_NO_ALIAS: Final = Is.DEGREE | Is.TITLE | Is.PHRASE | Is.NO_BODY | Is.OFFICE | Is.CALENDAR


def acronym_behind(words: Words, body: Candidate) -> tuple[Candidate | None, int]:
    """Read "(BNPB)" behind the name that it shortens; return it, and where to go on."""
    at = body.after
    if words.mark(at) != "(" or words.mark(at + 2) != ")" or not words.acronym(at + 1):
        return None, at
    short = Candidate(first=at + 1, after=at + 2, kind=body.kind, rule=body.rule, form="alias", stands_for=body)
    short.nested = body.nested
    return short, at + 3


def alias_behind(words: Words, person: Candidate) -> tuple[Candidate | None, int]:
    """Read "(Jokowi)" or "alias Codet" behind a name; return it, and where to go on."""
    at = person.after
    bracket = words.mark(at) == "("
    if not bracket and not (words.joins(at) and words.flags[at] & Is.ALIAS):
        return None, at
    first = at + 1
    if first >= len(words) or not words.capital[first]:
        return None, at
    after = words.capital_run(first)
    unfit = words.flags[first] & _NO_ALIAS and not words.flags[first] & Is.NAME
    if after - first > _LONGEST_ALIAS or unfit or (bracket and words.mark(after) != ")"):
        return None, at
    found = Candidate(
        first=first, after=after, kind="person", rule=person.rule, score=3, form="alias", stands_for=person
    )
    return found, after + bracket
