"""What stands behind a name and means the same: letters in brackets, another name, an alias."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from articles.extraction.name_candidates import Candidate
from articles.extraction.name_lexicon import Is
from articles.extraction.name_regions import titles_end
from articles.extraction.name_runs import phrase_at
from articles.extraction.name_words import Words

_LONGEST_ALIAS: Final = 3
_LONGEST_CALLED: Final = 7  # words such as "atau yang lebih akrab disapa"
_BODIES: Final = Is.BODY_HEAD | Is.GOVERNMENT_HEAD
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
    """Read "(Jokowi)", "alias Codet" or "yang akrab disapa Codet" behind a name; return it, and where to go on."""
    at = person.after
    bracket = words.mark(at) == "(" or (words.mark(at) == "," and words.mark(at + 1) == "(")
    first = at + 1 + (words.mark(at) == ",") if bracket else _called_by(words, at)
    if not first or first >= len(words) or not words.capital[first]:
        return None, at
    called = phrase_at(words, first)
    after = called[0] if called and called[1] == "person" else words.capital_run(first)
    unfit = (not called or called[1] != "person") and _is_unfit(words, first)
    if after - first > _LONGEST_ALIAS or unfit or (bracket and words.mark(after) != ")"):
        return None, at
    found = Candidate(
        first=first, after=after, kind="person", rule=person.rule, score=3, form="alias", stands_for=person
    )
    return found, after + bracket


def letters_elsewhere(words: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield where the letters by which somebody is called stand elsewhere: "Kang Budi Santoso (KBS) … KBS pulang"."""
    read = list(found)
    aliases = [one for one in read if one.stands_for and one.kind == "person" and _are_letters_of(words, one)]
    if not aliases:
        return
    taken = {at for one in read for at in range(one.first, one.after)}
    for alias in aliases:
        for at in words.places(words.text[alias.first]):
            if at not in taken:
                taken.add(at)
                yield Candidate(
                    first=at,
                    after=at + 1,
                    kind="person",
                    rule=alias.rule,
                    score=3,
                    form="alias",
                    stands_for=alias.stands_for,
                )


def _are_letters_of(words: Words, alias: Candidate) -> bool:
    """Return whether an alias is the first letters of a name, those of its last two words at least."""
    person = alias.stands_for
    if person is None or alias.after > alias.first + 1 or not words.acronym(alias.first):
        return False
    letters = "".join(words.text[at][0] for at in range(person.first, person.after))[-2:].upper()
    return len(letters) > 1 and words.text[alias.first].endswith(letters)


def _past_naming(words: Words, at: int) -> int:
    """Return the first word behind what may stand between "sapaan" or "nama" and the name: "akrab", "panggilan"."""
    while words.joins(at) and words.flags[at] & (Is.BEFORE_CALLED | Is.CALLED_BY) and not words.capital[at]:
        at += 1
    return at


def _is_single(words: Words, at: int) -> bool:
    """Return whether one word alone may be what somebody is known as: it speaks, or is listed as a name."""
    return words.capital[at] and words.capital_run(at) == at + 1 and bool(words.flags[at] & (Is.SPEAKS | Is.NAME))


def _is_unfit(words: Words, first: int) -> bool:
    return bool(words.flags[first] & _NO_ALIAS and not words.flags[first] & Is.NAME)


def _called_by(words: Words, at: int) -> int:
    """Return where the name begins that words of calling bring in behind a name; 0: none do."""
    if words.mark(at) == "," and words.joins(at + 1):
        at += 1
    if not words.joins(at):
        return 0
    if words.flags[at] & Is.ALIAS:
        return at + 1
    first, most = at, at + _LONGEST_CALLED
    while at < most and words.joins(at) and words.flags[at] & Is.BEFORE_CALLED and not words.capital[at]:
        at += 1
    if words.joins(at) and words.flags[at] & Is.CALLED_BY:
        after = titles_end(words, _past_naming(words, at + 1))
        return after if words.joins(after) and not words.flags[after] & _BODIES else 0
    if at == first or not words.joins(at):
        return 0
    if words.lower[at - 1] in words.lexicon.known_as:
        return at if _is_single(words, at) and words.lower[first] in words.lexicon.known_from else 0
    listed = phrase_at(words, at) if at == first + 1 else None
    return at if listed and listed[1] == "person" else 0
