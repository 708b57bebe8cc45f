"""What one printing of a name is, before it is known who is meant; which of them are believed."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.extraction.findings import Form, Kind
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
    return kept
