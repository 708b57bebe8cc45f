"""What one printing of a name is, before it is known who is meant; which of them are believed."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.extraction.findings import Form, Kind
from articles.extraction.name_lexicon import Is
from articles.extraction.name_words import Words
from articles.text.spans import Span


@dataclass(slots=True, kw_only=True, eq=False)
class Candidate:
    """One printing, before it is known who is meant. Words are counted from 0, the end exclusive."""

    first: int
    after: int
    kind: Kind
    rule: str
    score: float = 0.0  # of a person: the logarithm of the odds
    evidence: list[str] = field(default_factory=list)  # what the score was counted from
    role: Span | None = None
    nested: bool = False
    form: Form = "full"
    stands_for: Candidate | None = None  # an alias or acronym, printed beside the name that it stands for
    preferred: str = ""  # a confirmed name: how the archive calls its bearer


def accepted(words: Words, found: list[Candidate], *, least: float) -> list[Candidate]:
    """Return what is named indeed: people for whom enough speaks, or who are named by a part of another's name."""
    _cut_openings(words, found)
    _note_last_names(words, found)
    parts = {
        word
        for one in found
        if one.kind == "person" and one.score >= least and one.form == "full" and one.after - one.first > 1
        for word in words.lower[one.first : one.after]
    }
    kept: list[Candidate] = []
    whom: set[int] = set()
    for one in found:
        if one.kind == "person" and one.score < least:
            if not all(word in parts for word in words.lower[one.first : one.after]):
                continue
            one.rule = "name.part-of-another"
        if one.stands_for is None or id(one.stands_for) in whom:
            kept.append(one)
            whom.add(id(one))
        if one.kind == "person" and one.role is None and _in_credits(words, one):
            one.rule = "name.newsroom"
    return kept


def _note_last_names(words: Words, found: list[Candidate]) -> None:
    """Note who is also called by the last name alone, as people are and things are not."""
    alone = {words.lower[one.first] for one in found if one.kind == "person" and one.after == one.first + 1}
    for one in found:
        if one.kind == "person" and one.after - one.first > 1 and words.lower[one.after - 1] in alone:
            one.evidence.append("words.last-alone")


def _in_credits(words: Words, one: Candidate) -> bool:
    """Return whether one who made the article is named: "Editor: Budi Santoso", "(Budi Santoso)" as a line."""
    before, after = one.first - 1, one.after
    if words.mark(before) in (":", "|", "/") and before > 0 and words.flags[before - 1] & Is.NEWSROOM:
        return True
    bracketed = words.mark(before) == "(" and words.mark(after) in (")", "/") and one.form == "full"
    if bracketed and words.mark(before - 1)[:1] in ("\n", ""):
        return words.mark(after) == "/" or words.mark(after + 1)[:1] in ("\n", "")
    return False


def _cut_openings(words: Words, found: list[Candidate]) -> None:
    """Cut the word that begins a sentence off a name that the text prints without it: "Selebriti Budi Santoso"."""
    within = [one for one in found if one.kind == "person" and not words.first[one.first]]
    alone = {_printed(words, one.first, one.after) for one in within}
    begins = {words.lower[one.first] for one in within}
    for one in found:
        first = one.first
        opens = one.kind == "person" and one.role is None and one.after - first > 1 and words.first[first]
        if not opens or words.flags[first] & Is.NAME or _printed(words, first, one.after) in alone:
            continue
        rest = _printed(words, first + 1, one.after)
        ordinary = words.lower[first] in words.small
        if rest in alone and (ordinary or (len(rest) > 1 and words.lower[first] not in begins)):
            one.first += 1


def _printed(words: Words, first: int, after: int) -> tuple[str, ...]:
    return tuple(words.lower[first:after])
