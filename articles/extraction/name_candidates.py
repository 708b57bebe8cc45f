"""What one printing of a name is, before it is known who is meant; which of them are believed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from articles.extraction.findings import Form, Kind
from articles.extraction.name_lexicon import Is
from articles.extraction.name_scores import WEIGHTS
from articles.extraction.name_words import Words
from articles.text.spans import Span

_FULL_NAME: Final = 2  # words
_NOBODY: Final = -9.0  # a score
_BODIES: Final[frozenset[Kind]] = frozenset(("organisation", "government_body", "publisher", "news_agency"))
_SPEAKING: Final = frozenset(("left.said-by", "right.act"))
_ABOUT_THINGS: Final = frozenset(("left.thing", "left.said-by"))
_ELSEWHERE: Final = frozenset(("left.places", "left.thing", "words.also-small", "words.acronym", "words.inner-capital"))


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
    loose: bool = False  # behind an office that its employer's name may follow as well: "pelatih", "Direktur PT Bumi"
    nested: bool = False
    form: Form = "full"
    stands_for: Candidate | None = None  # an alias or acronym, printed beside the name that it stands for
    preferred: str = ""  # a confirmed name: how the archive calls its bearer


def accepted(words: Words, found: list[Candidate], *, least: float) -> list[Candidate]:
    """Return what is named indeed: people for whom enough speaks, or who are named by a part of another's name."""
    _cut_openings(words, found)
    _note_last_names(words, found, least)
    _note_who_speaks_twice(words, found)
    _note_things(words, found)
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


def _note_last_names(words: Words, found: list[Candidate], least: float) -> None:
    """Note who is also called by the last name alone, as people are and things are seldom."""
    singles = (one for one in found if one.kind == "person" and one.after == one.first + 1)
    alone = {words.lower[one.first] for one in singles if one.score >= least}
    for one in found:
        if one.kind == "person" and one.after - one.first > 1 and words.lower[one.after - 1] in alone:
            one.evidence.append("words.last-alone")


def _note_who_speaks_twice(words: Words, found: list[Candidate]) -> None:
    """Note who is called by one word, speaks under it more than once and stands nowhere as a place or a thing would."""
    singles: defaultdict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        if one.kind == "person" and one.after == one.first + 1 and one.rule == "name.by-context":
            singles[words.text[one.first]].append(one)
    for same in singles.values():
        speaking = [one for one in same if not _SPEAKING.isdisjoint(one.evidence)]
        if len(speaking) > 1 and all(_ELSEWHERE.isdisjoint(one.evidence) for one in same):
            for one in speaking:
                one.evidence.append("words.speaks-twice")


def _note_things(words: Words, found: list[Candidate]) -> None:
    """Let what is told once to be a thing, or bears the name of a body, be so without a word of saying before it."""
    things = {_printed(words, one.first, one.after) for one in found if "left.thing" in one.evidence}
    bodies = {key for one in found if one.kind in _BODIES for key in _body_keys(words, one)}
    for one in found:
        if one.kind != "person" or one.rule == "name.confirmed" or _has_name(words, one):
            continue
        key = _printed(words, one.first, one.after)
        if key in bodies:
            one.score = _NOBODY
        elif key in things and _ABOUT_THINGS.isdisjoint(one.evidence):
            one.evidence.append("left.thing")
            one.score += WEIGHTS["left.thing"]


def _body_keys(words: Words, one: Candidate) -> Iterator[tuple[str, ...]]:
    """Yield the words by which a body is called: "PT Kranix Mokzel" is Kranix Mokzel too."""
    for first in (one.first, one.first + bool(words.flags[one.first] & Is.BODY_HEAD)):
        if one.after - first > 1:
            yield _printed(words, first, one.after)


def _has_name(words: Words, one: Candidate) -> bool:
    return any(words.flags[at] & Is.NAME for at in range(one.first, one.after))


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
    people = [one for one in found if one.kind == "person"]
    within = [one for one in people if not words.first[one.first]]
    alone = Counter(_printed(words, one.first, one.after) for one in within)
    begins = {words.lower[one.first] for one in within}
    for one in people:
        first, length = one.first, one.after - one.first
        if length == 1 or words.flags[first] & Is.NAME:
            continue
        whole, rest = _printed(words, first, one.after), _printed(words, first + 1, one.after)
        if rest not in alone:
            continue
        if one.role is None and words.first[first]:
            cut = whole not in alone and (
                words.lower[first] in words.small
                or (length > _FULL_NAME and words.lower[first] not in begins)
                or (words.lower[first].endswith("an") and bool(words.flags[first + 1] & Is.NAME))
            )
        else:  # an employer before the name
            cut = length > _FULL_NAME and alone[whole] < 2
        one.first += cut


def _printed(words: Words, first: int, after: int) -> tuple[str, ...]:
    return tuple(words.lower[first:after])
