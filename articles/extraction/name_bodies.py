"""How far the name of a body reaches: by the kind that it begins or ends with, or by its letters behind it."""

from __future__ import annotations

from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.name_lexicon import Is
from articles.extraction.name_runs import AREAS, phrase_at
from articles.extraction.name_words import Words

_LONGEST: Final = 12  # words
_FULLEST_NAME: Final = 3  # words that most people have at most
_HEADS: Final = Is.GOVERNMENT_HEAD | Is.BODY_HEAD
_IN_BODIES: Final = Is.DETAIL | Is.DIRECTION | Is.DEMONYM | Is.PLAIN | _HEADS


def body_at(words: Words, first: int, *, in_role: bool = False) -> tuple[int, Kind] | None:
    """Return where the name of a body that begins with its kind ends: "Badan Pangan Nasional"; None: there is none.

    In a role, words that nobody knows at its end are left to the person whose role it is.
    """
    at, own = first + 1, 0
    while at < min(len(words), first + _LONGEST):
        step = _body_step(words, first, at, own, in_role)
        if not step:
            break
        at += step
        own += 1
    listed = phrase_at(words, first) if words.capital[first] else None
    if listed and listed[0] >= at:
        return listed
    if not own or (not words.capital[first] and not in_role):
        return None
    if words.flags[first] & Is.THING and all(len(words.text[one]) == 1 for one in range(first + 1, at)):
        return None  # "Grup C"
    return at, "government_body" if words.flags[first] & Is.GOVERNMENT_HEAD else "organisation"


def _body_step(words: Words, first: int, at: int, own: int, in_role: bool) -> int:  # noqa: FBT001 - private
    """Return how many more words belong to the body; 0: none."""
    if words.text[at] == ",":
        return _listed(words, first, at)
    if not words.joined[at]:
        return 0
    flags = words.flags[at]
    if flags & Is.WITHIN_BODIES and not words.capital[at]:
        return 2 if _linked(words, first, at + 1) else 0
    if words.text[at].isdigit():
        return int(len(words.text[at]) < 4)
    if not words.capital[at]:
        called = at == first + 1 and flags & Is.SHORTENED and words.joins(at + 1) and words.capital[at + 1]
        return 2 if called else int(in_role and bool(flags & Is.DETAIL))  # "RSUD dr. Soetomo"
    found = phrase_at(words, at)
    if found:
        return found[0] - at
    return int(_body_takes(words, first, at, own, in_role))


def _listed(words: Words, first: int, at: int) -> int:
    """Return the words of one more subject after a comma: ", Riset", ", dan Teknologi"."""
    if not words.flags[first] & Is.GOVERNMENT_HEAD:
        return 0
    after = at + 1
    if words.joins(after) and words.flags[after] & Is.WITHIN_BODIES and not words.capital[after]:
        after += 1
    subject = words.joins(after) and words.capital[after]
    detail = (
        subject and words.flags[after] & Is.DETAIL and not words.flags[after] & (Is.OFFICE | Is.NAME | Is.PLACE_HEAD)
    )
    return after + 1 - at if detail else 0


def _linked(words: Words, first: int, at: int) -> bool:
    """Return whether the word after "dan" or "of" goes on with the same body."""
    if not (words.joins(at) and words.capital[at]):
        return False
    flags = words.flags[at]
    if words.flags[first] & Is.GOVERNMENT_HEAD or words.lower[at - 1] not in ("dan", "and"):
        return not flags & (_HEADS | Is.NAME | Is.PHRASE) or words.lower[at - 1] not in ("dan", "and", "&")
    return bool(flags & Is.DETAIL)


def _body_takes(words: Words, first: int, at: int, own: int, in_role: bool) -> bool:  # noqa: FBT001 - private
    flags = words.flags[at]
    if flags & (Is.CALENDAR | Is.RANK) or (
        flags & (Is.TITLE | Is.OFFICE) and not flags & (_IN_BODIES | Is.NAME) and own
    ):
        return False
    if flags & _IN_BODIES and not flags & Is.NAME:
        return True
    if words.flags[first] & Is.PHRASE and (words.lower[first],) in words.lexicon.whole:
        return False
    public = words.flags[first] & Is.GOVERNMENT_HEAD
    if not in_role:
        return not (public and own and flags & Is.NAME)
    return not own or _is_of_body(words, at, public=bool(public))


def _is_of_body(words: Words, at: int, *, public: bool) -> bool:
    """Return whether words in an office are still its body's, and not yet the name of its bearer."""
    flags, after = words.flags[at], words.capital_run(at)
    if any(words.flags[one] & Is.CLOSES_BODY for one in range(at, after)):
        return True
    if flags & Is.NAME and not (flags & Is.DETAIL and after > at + 1):
        return False
    if words.flags[at - 1] & Is.PHRASE or (after > at + 1 and words.flags[at + 1] & Is.NAME):
        return False
    if not public and not any(words.flags[one] & Is.NAME for one in range(at, after)):
        return True
    three = after - at == _FULLEST_NAME and words.flags[after - 1] & Is.NAME
    return (after - at > 2 and not three) or (words.mark(after) == "," and words.mark(after + 1)[:1].isupper())


def closed_body_at(words: Words, first: int) -> int:
    """Return where a body ends whose kind is told by its last word: "Oxford University"; 0: there is none."""
    if words.first[first] and words.flags[first] & Is.PLAIN:
        return 0
    after = words.capital_run(first)
    for at in range(after - 1, first, -1):
        if words.flags[at] & Is.CLOSES_BODY:
            if words.lower[at + 1 : at + 2] == ["of"] and words.joins(at + 2) and words.capital[at + 2]:
                return words.capital_run(at + 2)
            return at + 1
    return 0


def shortened_behind(words: Words, first: int, after: int) -> bool:
    """Return whether brackets behind the words hold their initials: "Tingkat Pengangguran Terbuka (TPT)"."""
    initials = "".join(words.text[at][0] for at in range(first, after) if words.capital[at])
    return len(initials) > 1 and words.mark(after) == "(" and words.mark(after + 1) == initials


def spelled_out(words: Words, first: int) -> int:
    """Return where the words end whose initials are the acronym in brackets behind them; 0: they are not."""
    at, initials = first, ""
    while at < min(len(words), first + _LONGEST) and (at == first or words.joined[at]):
        if words.capital[at]:
            initials += "".join(part[0] for part in words.text[at].split("-"))
        elif not words.flags[at] & Is.WITHIN_BODIES:
            break
        at += 1
    if not (
        words.mark(at) == "(" and words.mark(at + 2) == ")" and len(initials) > 2 and words.text[at + 1] == initials
    ):
        return 0
    return at if _may_be_body(words, first, at) else 0


def _may_be_body(words: Words, first: int, after: int) -> bool:
    """Return whether words with an acronym name a body, not a thing as in "Izin Usaha Pertambangan (IUP)"."""
    if words.flags[after + 1] & Is.NO_BODY or words.flags[first] & Is.THING:
        return False
    listed = phrase_at(words, first)
    if listed and listed[0] == after:
        return listed[1] not in AREAS
    if words.flags[first] & _HEADS or words.flags[after - 1] & Is.CLOSES_BODY:
        return True
    if any(words.flags[at] & Is.NAME for at in range(first, after)):
        return False
    ordinary = Is.PLAIN | Is.DETAIL | Is.THING | Is.NO_BODY
    return any(not words.flags[at] & ordinary and words.lower[at] not in words.small for at in range(first, after))
