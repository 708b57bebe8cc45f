"""Who a phrase beside a word of saying means: a name, a role, a pronoun, somebody whom nobody names."""

from __future__ import annotations

from typing import Final

from articles.extraction.by_role import hold, is_epithet, past_determiner, without_name
from articles.extraction.findings import Printed
from articles.extraction.told import CLOSES, Told, named_in, parts_of, told_of
from articles.extraction.wording import Wording

_LONGEST_SHORTENED: Final = 4  # letters of a word that a full stop shortens: "Dra.Ana", but not "setempat.Ana"
_LONGEST_PHRASE: Final = 24  # words of a speaker with all titles
_FARTHEST_BEYOND: Final = 8  # words of a role behind which its bearer stands


def speaker_beside(wording: Wording, at: int, limit: int) -> Told | None:
    """Return who is told beside words in marks, where any noun speaks: of "isi surat X" it is X."""
    if at < len(wording) and wording.low[at] in wording.said.papers:
        owners = [pair for pair in named_in(wording, at, _phrase_end(wording, at, limit)) if pair[1].kind != "place"]
        if owners:
            return told_of(owners[-1])
        owner = speaker_after(wording, at + 1, limit)
        if owner is not None and not owner.points_back:
            return owner
    return speaker_after(wording, at, limit, any_noun=True)


def speaker_after(wording: Wording, at: int, limit: int, *, any_noun: bool = False) -> Told | None:
    """Return who is told by the phrase that begins with the word `at` and ends before the place `limit`."""
    said = wording.said
    if at >= len(wording) or wording.starts[at] >= limit or _adds(wording, at) or wording.phrase(at, said.pointers):
        return None
    if wording.low[at] in said.pronouns or wording.low[at] in said.plural:
        return Told(words=wording.span(at))
    last = _phrase_end(wording, at, limit)
    if is_epithet(wording, at, last + 1):
        return without_name(wording, at, last, any_noun=any_noun)
    bare = past_determiner(wording, at, last)
    named = hold(wording, bare, _by_phrase(wording, bare, last) or _beyond(wording, at, last, limit))
    return named or without_name(wording, at, last, any_noun=any_noun)


def _phrase_end(wording: Wording, at: int, limit: int) -> int:
    """Return the last word of a speaker's phrase."""
    last = at
    for index in range(at + 1, min(at + _LONGEST_PHRASE, len(wording))):
        before = wording.before(index)
        glued = before == "." and index - 1 > at and len(wording.low[index - 1]) > _LONGEST_SHORTENED
        if glued or wording.starts[index] >= limit or CLOSES.search(before) or _adds(wording, index):
            break
        if wording.is_capital(index) and wording.phrase(index, wording.said.pointers):
            break
        last = index
    return last


def _adds(wording: Wording, at: int) -> bool:
    """Say whether a word tells when, where or how something was said, and so belongs to no speaker."""
    low = wording.low[at]
    return low in wording.said.days or (low in wording.said.ends and not wording.is_capital(at))


def _by_phrase(wording: Wording, at: int, last: int) -> Told | None:
    """Return a person or a body that the phrase names as the speaker."""
    relative = wording.low[at] in wording.said.relatives and not _is_title(wording, at)
    fallback: Told | None = None
    for part in parts_of(wording, at, last):
        named = named_in(wording, part.start, part.stop - 1)
        people = [pair for pair in named if pair[1].kind == "person"]
        if people and not (relative and part.start == at):
            # One word after a role, then a name after a comma: the word is of the role, "Direktur Tirta, Ana Putri".
            if fallback is None and part.start == at and _ends_role(wording, people[0][0], part):
                fallback = told_of(people[0])
                continue
            return told_of(people[0]) if fallback is None or _begins(wording, people[0][0], part) else fallback
        if named and part.start == at and _is_whole(wording, named[0][0], part):
            # A city speaks for nobody: whoever is meant has its name, or lives there.
            return None if named[0][1].kind == "place" else told_of(named[0])
    return fallback


def _ends_role(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a single word is named at the end of a part that begins with others."""
    return (
        len(part) > 1
        and wording.starts[part.stop - 1] == printed.span.start
        and not (len(part) == 2 and _is_title(wording, part.start))
    )


def _begins(wording: Wording, printed: Printed, part: range) -> bool:
    return (
        printed.span.start == wording.starts[part.start]
        and len(wording.within(printed.span.start, printed.span.end)) > 1
    )


def _is_title(wording: Wording, at: int) -> bool:
    return wording.low[at] in wording.said.titles and at + 1 < len(wording) and wording.is_capital(at + 1)


def _is_whole(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a name stands at the beginning of a part, so that no role or other word comes before it."""
    return printed.span.start <= wording.starts[part.start] and wording.is_capital(part.start)


def _goes_on(wording: Wording, at: int) -> bool:
    """Say whether a word goes on with a role: "Ketua Panitia yang juga Lurah Hulu, Ana Wijaya"."""
    following = at + 1
    if following >= len(wording) or wording.before(at).strip():
        return False
    return wording.low[at] in wording.said.relative and wording.low[following] in wording.said.adverbs


def _beyond(wording: Wording, at: int, last: int, limit: int) -> Told | None:
    """Return the person after a comma when the role before it is long: "Ketua RT 01 di Kelurahan Sawah, Budi"."""
    following = last + 1
    if (
        following >= len(wording)
        or not (wording.low[following] in wording.said.of or _goes_on(wording, following))
        or wording.low[at] in wording.said.described
    ):
        return None
    for index in range(following, min(following + _FARTHEST_BEYOND, len(wording) - 1)):
        if wording.starts[index + 1] >= limit or CLOSES.search(wording.gap(index)):
            return None
        if "," in wording.gap(index) and wording.is_capital(index + 1):
            named = named_in(wording, index + 1, min(index + 6, len(wording) - 1))
            if named and named[0][1].kind == "person" and named[0][0].span.start == wording.starts[index + 1]:
                return told_of(named[0])
    return None
