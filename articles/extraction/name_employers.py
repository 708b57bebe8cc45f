"""What an office belongs to, in words that no list holds: "Kapolsek Karangjati AKP Budi Santoso"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.name_bodies import body_at, closed_body_at
from articles.extraction.name_lexicon import Is
from articles.extraction.name_regions import Inner, bearer_behind, listed, regions_end, titles_end
from articles.extraction.name_runs import AREAS, person_run, phrase_at
from articles.extraction.name_words import Words

_BODY: Final = Is.GOVERNMENT_HEAD | Is.BODY_HEAD
_OFFICE: Final = Is.OFFICE | Is.DESCRIPTION
_OF_BODIES: Final = Is.DETAIL | Is.PLAIN | Is.CLOSES_BODY | Is.THING | Is.NO_BODY
_PLACED: Final = Is.BEFORE_PLACES | Is.PLACE_HEAD | Is.AREA_HEAD | Is.DIRECTION
_LONGEST: Final = 12
_LONG_RUN: Final = 5  # words; nobody unknown has so many names
_FULL_NAME: Final = 2


def employer_end(words: Words, first: int, at: int, inner: Inner) -> int:
    """Return where the office from `first` on ends that seems to end at `at`, where a name would begin.

    What it belongs to is added to `inner`.
    """
    if not (words.joins(at) and words.capital[at]):
        return at
    governs = bool(words.flags[first] & Is.GOVERNS)
    for read in (_before_region, _before_rank, _closed, _before_name, _before_comma):
        end = read(words, at, governs, inner)
        if end > at:
            return end
    return at


def _before_region(words: Words, at: int, governs: bool, inner: Inner) -> int:  # noqa: FBT001 - private
    """Whatever a region stands behind is a place: "Camat Tanjung Wangi, Jawa Timur, Budi Santoso"."""
    end = words.capital_run(at)
    regions: Inner = []
    comma = regions_end(words, end, regions)
    if not governs or end - at > _FULL_NAME or not regions or not bearer_behind(words, comma, surely=True):
        return at
    inner.extend((_place(at, end, inner), *regions))
    return comma


def _before_rank(words: Words, at: int, governs: bool, inner: Inner) -> int:  # noqa: FBT001 - private
    """Nobody's name is followed by a rank: "Kapolsek Karangjati AKP Budi Santoso"."""
    end = _before_title(words, at)
    if end == at or (listed(words, at, end) and not words.flags[end] & Is.RANK):
        return at
    name = titles_end(words, end)
    if name == end or person_run(words, name) == name:
        return at
    if governs and end - at <= _FULL_NAME:
        inner.append((at, end, "place"))
    else:
        inner.extend(_known_in(words, at, end))
    return end


def _closed(words: Words, at: int, governs: bool, inner: Inner) -> int:  # noqa: FBT001 - private
    """Nothing goes on with a body behind the word that tells its kind: "Analis Zorvik Sekuritas Budi Santoso"."""
    end = 0 if governs else closed_body_at(words, at)
    land = phrase_at(words, end) if at < end < len(words) and words.joined[end] else None
    if land and land[1] in AREAS:
        end = land[0]
    if end <= at or not words.joins(end) or person_run(words, titles_end(words, end)) < end + _FULL_NAME:
        return at
    return _employer(at, end, inner)


def _before_title(words: Words, at: int) -> int:
    """Return where words in capitals end that a title goes on; `at`: none does."""
    end = at
    while words.joins(end) and words.capital[end] and end < at + _LONG_RUN:
        if words.flags[end] & Is.TITLE and not words.flags[end] & (Is.DEGREE | Is.NAME):
            return end
        if words.flags[end] & _OFFICE and not words.flags[end] & Is.DETAIL:
            return at
        end += 1
    return at


def _known_in(words: Words, first: int, after: int) -> Iterator[tuple[int, int, Kind]]:
    """Yield the bodies and places among the words of an office."""
    at = first
    while at < after:
        found = body_at(words, at, in_role=True) if words.flags[at] & _BODY else phrase_at(words, at)
        if found and found[0] <= after and found[1] != "person":
            yield at, found[0], found[1]
        at = max(at + 1, found[0] if found else 0)


def _before_name(words: Words, at: int, governs: bool, inner: Inner) -> int:  # noqa: FBT001 - private
    """Return where unknown words end that a name of known words follows: "Camat Karangjati Budi Santoso"."""
    after = words.capital_run(at)
    name = next((one for one in range(at, after) if words.flags[one] & Is.NAME), after)
    if name == after:
        name = next((one for one in range(at, after) if words.flags[one] & Is.SPEAKS), after)
    if name == after:
        long = after - at > _LONG_RUN and not _named_in(words, at, after)
        name = after - _FULL_NAME if long or _landed(words, at, after) else at
    initial = len(words.text[at].rstrip(".")) == 1  # "Gubernur I Wayan Budi"
    # A country ends the name of a firm: "CEO Kranix Indonesia Budi Santoso".
    known = name - 1 if name > at + 1 and words.flags[name - 1] & Is.PHRASE else name
    if name == at or initial or after - name < _FULL_NAME or _named_in(words, at, known):
        return at
    if governs and name - at <= _FULL_NAME and not _elsewhere_a_person(words, at):
        inner.append((at, name, "place"))
        return name
    bodily = known < name or any(words.flags[one] & _OF_BODIES for one in range(at, name))
    if _FULL_NAME + (not bodily) <= name - at < _LONG_RUN:
        return _employer(at, name, inner)
    return at


def _landed(words: Words, first: int, after: int) -> bool:
    """Return whether a country stands before the last two of the words: "Zorvik Indonesia Budi Santoso"."""
    at = after - _FULL_NAME - 1
    return at > first and words.lexicon.flags.get(words.lower[at], 0) & Is.PHRASE > 0 and _is_area(words, at)


def _is_area(words: Words, at: int) -> bool:
    return (words.lower[at],) in words.lexicon.areas


def _employer(first: int, after: int, inner: Inner) -> int:
    inner.append((first, after, "organisation"))
    return after


def _before_comma(words: Words, at: int, governs: bool, inner: Inner) -> int:  # noqa: FBT001 - private
    """Return where an office ends at a comma, behind which its bearer is named."""
    found: Inner = []
    end = _stretch(words, at, found)
    regions: Inner = []
    comma = regions_end(words, end, regions)
    if not bearer_behind(words, comma, surely=bool(regions)):
        return at
    placed = governs and end - at <= _FULL_NAME and not _elsewhere_a_person(words, at)
    body = found or any(words.flags[one] & _OF_BODIES or words.acronym(one) for one in range(at, end))
    if not (placed or body or (end - at <= _FULL_NAME and not _elsewhere_a_person(words, at))):
        return at
    inner.extend(found or ([_place(at, end, inner)] if placed else []))
    inner.extend(regions)
    return comma


def _place(first: int, after: int, inner: Inner) -> tuple[int, int, Kind]:
    """Return the place that an office governs; what is listed of it is no other one: "Biak" in "Biak Numfor"."""
    if inner and inner[-1][1] == first and inner[-1][2] in AREAS:
        first = inner.pop()[0]
    return first, after, "place"


def _stretch(words: Words, at: int, found: Inner) -> int:
    """Return where words end that may belong to an office; `at` when a person might be among them."""
    first = at
    while at < min(len(words), first + _LONGEST) and words.text[at] != ",":
        step = _stretch_step(words, at, found)
        if not step:
            return first
        at += step
    return at


def _stretch_step(words: Words, at: int, found: Inner) -> int:
    if words.text[at] == "(":
        return 3 if words.mark(at + 2) == ")" else 0
    if words.text[at] == "/" or words.text[at - 1] == "/":
        return 1
    if not words.joined[at]:
        return 0
    flags = words.flags[at]
    if not words.capital[at]:
        return int(bool(flags & (Is.OF_OFFICE | Is.WITHIN_BODIES | Is.DETAIL | _OFFICE)))
    body = body_at(words, at, in_role=True) if flags & _BODY else phrase_at(words, at)
    if body and body[1] != "person":
        found.append((at, body[0], body[1]))
        return body[0] - at
    return int(not flags & Is.NAME or bool(flags & (Is.DETAIL | Is.PLAIN)))


def _named_in(words: Words, first: int, after: int) -> bool:
    """Return whether something known stands among the words, which the office reads itself."""
    return any(words.flags[at] & (Is.OFFICE | Is.TITLE | _BODY) or phrase_at(words, at) for at in range(first, after))


def _elsewhere_a_person(words: Words, at: int) -> bool:
    """Return whether the word is printed elsewhere, and never behind what stands before places."""
    others = [one for one in words.places(words.text[at]) if one != at]
    return bool(others) and not any(one > 0 and words.flags[one - 1] & _PLACED for one in others)
