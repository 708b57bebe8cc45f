"""Offices and titles beside a name: how far they reach, and which bodies and places they name themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.name_bodies import body_at, closed_body_at
from articles.extraction.name_employers import employer_end
from articles.extraction.name_lexicon import Is
from articles.extraction.name_openings import head_at
from articles.extraction.name_regions import region_end, titles_end
from articles.extraction.name_runs import person_run, phrase_at
from articles.extraction.name_words import Words
from articles.text.spans import Span

_HEADS: Final = Is.OFFICE | Is.DESCRIPTION
_BODY: Final = Is.GOVERNMENT_HEAD | Is.BODY_HEAD
_LONGEST: Final = 24
_LONGEST_SHORT: Final = 3  # words of a body's short name in brackets
_MOST_ARTICLES: Final = 2  # "salah satu"
_MOST_DEGREES: Final = 8  # more than anybody has


@dataclass(slots=True, kw_only=True)
class Role:
    """An office as printed. Words are counted from 0, the ends exclusive."""

    first: int
    after: int  # of the office; `first` where only titles stand
    name: int  # where a name would begin: after titles, after a comma
    office: bool  # an office rather than "istri", "korban", "Pak"
    comma: bool = False  # the name is set off by a comma
    inner: list[tuple[int, int, Kind]] = field(default_factory=list)  # bodies and places in it


def role_at(words: Words, first: int) -> Role | None:
    """Return the office or title that begins at `first`, with where its bearer's name would begin."""
    head = head_at(words, first)
    flags = words.flags[max(head, first)]
    if head < first and not flags & Is.TITLE:
        return None
    role = Role(first=first, after=first, name=first, office=bool(flags & (Is.OFFICE | Is.RANK)))
    if head >= first and not (flags & Is.TITLE and person_run(words, first + 1) > first + 1):
        role.after = _office(words, role, head)
        if flags & Is.OFFICE:
            role.after = employer_end(words, first, role.after, role.inner)
            role.after = region_end(words, role.after, role.inner)
    at = role.after
    if words.mark(at) == "," and words.joins(at + 1) and role.after > first:
        role.comma = True
        at += 1
    role.name = titles_end(words, at)
    if role.after == first and role.name == first:
        return None
    return role


def _office(words: Words, role: Role, head: int) -> int:
    at = head + 1
    while at < min(len(words), role.first + _LONGEST):
        step = _step(words, role, at)
        if not step:
            break
        at += step
    return at


def _step(words: Words, role: Role, at: int) -> int:
    """Return how many words from `at` on go on with the office."""
    text = words.text[at]
    if text == "(":
        return _bracketed(words, at)
    if text == ",":
        return _listed(words, at)
    if not words.joined[at]:
        return 0
    flags = words.flags[at]
    if flags & Is.OF_OFFICE:
        after = at + 2 if words.joins(at + 2) and words.flags[at + 1] & Is.ARTICLE else at + 1
        if _belongs(words, after):
            return after - at
    if flags & Is.WITHIN_BODIES and not words.capital[at]:
        return 2 if _links(words, at + 1) else 0
    if (
        text.isdigit()
        or (text == "I" and not _named_next(words, at))
        or text in ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    ):
        return 1
    return _capital_step(words, role, at) if words.capital[at] else int(_small_goes_on(words, at))


def _bracketed(words: Words, at: int) -> int:
    """Return the words and brackets of "(BPBD)" or "(Kanwil Kemenag)" in an office; 0: they are none of it."""
    end = min(words.capital_run(at + 1), at + 1 + _LONGEST_SHORT)
    closed = end > at + 1 and words.mark(end) == ")"
    return end + 1 - at if closed and (words.joins(end + 1) or words.mark(end + 1) == ",") else 0


def _belongs(words: Words, at: int) -> bool:
    """Return whether a body or a place follows "dari" or "for", which the office belongs to."""
    if not (words.joins(at) and words.capital[at]):
        return False
    if words.flags[at] & _BODY or phrase_at(words, at) or (words.acronym(at) and not words.flags[at] & Is.NAME):
        return True
    return words.lexicon.role_last and closed_body_at(words, at) > 0


def _named_next(words: Words, at: int) -> bool:
    return words.joins(at + 1) and bool(words.flags[at + 1] & Is.NAME)


def _small_goes_on(words: Words, at: int) -> bool:
    flags = words.flags[at]
    if flags & Is.ACTING_AS:
        return False
    return bool(flags & (Is.DETAIL | Is.BETWEEN | _HEADS | _BODY))


def _listed(words: Words, at: int) -> int:
    """Return the words of one more subject of an office after a comma: ", Perikanan", ", dan Teknologi"."""
    after = at + 1
    if words.joins(after) and words.flags[after] & Is.WITHIN_BODIES and not words.capital[after]:
        after += 1
    if not (words.joins(after) and words.capital[after]):
        return 0
    flags = words.flags[after]
    return (
        after + 1 - at if flags & Is.DETAIL and not flags & (_HEADS | Is.NAME | Is.TITLE | Is.PLACE_HEAD | _BODY) else 0
    )


def _links(words: Words, at: int) -> bool:
    if not words.joins(at):
        return False
    flags = words.flags[at]
    if words.lower[at - 1] == "of" and words.acronym(at):
        return True
    return bool(flags & (Is.DETAIL | Is.DEMONYM)) and not (words.capital[at] and flags & (Is.NAME | Is.OFFICE))


def _capital_step(words: Words, role: Role, at: int) -> int:
    flags = words.flags[at]
    more = words.joins(at + 1) and words.capital[at + 1]
    if f"{words.lower[at - 1]} {words.lower[at]}" in words.lexicon.pairs:
        return 1
    if flags & Is.NAME and not (flags & Is.DETAIL and at == role.first + 1 and more):
        return _phrase_step(words, role, at) if flags & Is.PHRASE else 0
    if flags & Is.TITLE and not (flags & Is.DETAIL and words.flags[at - 1] & _HEADS):
        return 0
    named = _named_in(words, role, at)
    if named:
        return named
    if flags & (Is.DETAIL | _HEADS | Is.DEMONYM | Is.DIRECTION | _BODY):
        return 1
    if words.flags[at - 1] & Is.PLACE_HEAD and (more or words.mark(at + 1) == ","):
        return 1
    return int(words.acronym(at) and not flags & Is.DEGREE and len(words.text[at]) > 2)


def _named_in(words: Words, role: Role, at: int) -> int:
    """Return the words of the body or place that begins at `at`, which the office belongs to."""
    flags = words.flags[at]
    if flags & _BODY:
        found = body_at(words, at, in_role=True)
        if found:
            role.inner.append((at, found[0], found[1]))
            return found[0] - at
    listed = _phrase_step(words, role, at) if flags & Is.PHRASE else 0
    if listed:
        return listed
    closed = closed_body_at(words, at) if words.flags[at - 1] & (Is.OF_OFFICE | Is.ARTICLE) else 0
    if closed:
        role.inner.append((at, closed, "organisation"))
    return max(closed - at, 0)


def _phrase_step(words: Words, role: Role, at: int) -> int:
    found = phrase_at(words, at)
    if found is None:
        return 0
    if words.flags[at] & Is.NAME and person_run(words, at) > found[0]:
        return 0
    role.inner.append((at, found[0], found[1]))
    return found[0] - at


def shown(words: Words, first: int, after: int) -> Span | None:
    """Return the words of a role that tell what somebody is; None: they tell whose he is, or that he is called so."""
    while after > first and words.flags[after - 1] & Is.NAMING and not words.capital[after - 1]:
        after -= 1
    while first < after and words.flags[first] & Is.NAMING:
        first += 1
    head = first
    while head + 1 < after and words.flags[head] & Is.BYSTANDER and words.flags[head + 1] & _HEADS:
        head += 1
    kin = words.flags[head] & Is.KIN and " ".join(words.lower[head : head + 2]) not in words.lexicon.pairs
    bystander = words.flags[head] & Is.BYSTANDER and not any(map(words.capital.__getitem__, range(head + 1, after)))
    return None if first == after or kin or bystander else words.span(first, after)


def role_after(words: Words, after: int) -> Role | None:
    """Return the office that stands behind a name: "Yury Ushakov, asisten presiden Rusia"; None when there is none."""
    at = _behind_degrees(words, after)
    if words.mark(at) == "," and words.joins(at + 1):
        at += 1
        while words.joins(at) and words.flags[at] & Is.ACTING_AS:
            at += 1
    elif words.joins(at) and words.flags[at] & Is.ACTING_AS and words.joins(at + 1):
        at += 1
    else:
        return None
    for _ in range(_MOST_ARTICLES):
        at += bool(words.joins(at) and words.flags[at] & Is.ARTICLE)
    head = head_at(words, at) if words.joins(at) else -1
    if head < at:
        return None
    role = Role(first=at, after=at, name=at, office=bool(words.flags[head] & Is.OFFICE))
    role.after = _office(words, role, head)
    # An office right before another name is that one's.
    bearer = words.joins(role.after) and person_run(words, titles_end(words, role.after)) > role.after
    return None if bearer else role


def _behind_degrees(words: Words, after: int) -> int:
    """Return the place behind degrees and an age: ", S.H., M.Si.", "(34)"."""
    at = after
    for _ in range(_MOST_DEGREES):
        if not (words.mark(at) == "," and words.joins(at + 1) and words.flags[at + 1] & Is.DEGREE):
            break
        at += 2
    if words.mark(at) == "(" and words.mark(at + 2) == ")":
        at += 3
    return at
