"""Who a phrase beside a word of saying means: a name, a role, a pronoun, somebody whom nobody names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.extraction.findings import Named, Printed
from articles.extraction.wording import Wording
from articles.text.spans import Span

_CLOSES: Final = re.compile(r"[;:“”\"«»„!?]|\((?=\d)")
_LONGEST_PHRASE: Final = 24  # words of a speaker with all titles
_LONGEST_DESCRIPTION: Final = 8
_SUBJECT_PLACE: Final = 110  # characters of a sentence in which its subject begins
_FARTHEST_SUBJECT: Final = 60  # words from a verb back to its subject
_FARTHEST_PARTS: Final = 5  # between commas, from a verb back to its subject
_BODIES: Final = ("organisation", "government_body", "news_agency", "publisher", "group", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A speaker as one phrase tells it. Without a name and a description it points back to whoever spoke."""

    named: Named | None = None
    words: Span | None = None
    described: str = ""

    @property
    def points_back(self) -> bool:
        return self.named is None and not self.described


def speaker_beside(wording: Wording, at: int, limit: int) -> Told | None:
    """Return who is told beside words in marks, where any noun speaks: of "isi surat X" it is X."""
    if at < len(wording) and wording.low[at] in wording.said.papers:
        owners = [pair for pair in _named(wording, at, _phrase_end(wording, at, limit)) if pair[1].kind != "place"]
        if owners:
            return _told(owners[0])
        owner = speaker_after(wording, at + 1, limit)
        if owner is not None and not owner.points_back:
            return owner
    return speaker_after(wording, at, limit, any_noun=True)


def speaker_after(wording: Wording, at: int, limit: int, *, any_noun: bool = False) -> Told | None:
    """Return who is told by the phrase that begins with the word `at` and ends before the place `limit`."""
    said = wording.said
    if at >= len(wording) or wording.starts[at] >= limit or _adds(wording, at):
        return None
    if wording.low[at] in said.pronouns or wording.low[at] in said.plural:
        return Told(words=wording.span(at))
    last = _phrase_end(wording, at, limit)
    if _is_epithet(wording, at, last + 1):
        return _without_name(wording, at, last, any_noun=any_noun)
    named = _by_phrase(wording, at, last) or _beyond(wording, at, last, limit)
    return named or _without_name(wording, at, last, any_noun=any_noun)


def subject_before(wording: Wording, first: int, verb: int) -> Told | None:
    """Return the subject of the word `verb`, sought back to the word `first`."""
    first = max(first, verb - _FARTHEST_SUBJECT)
    last = verb - 1
    while last > first and wording.low[last] in wording.said.adverbs and not wording.is_capital(last):
        last -= 1
    if last < first or (last == first and wording.low[last] in wording.said.adverbs):
        return None
    if wording.low[last] in wording.said.pronouns or wording.low[last] in wording.said.plural:
        return Told(words=wording.span(last))
    # What commas cut off from the verb may only add to its subject: "Ana Putri, Ketua Panitia, mengatakan".
    added: Told | None = None
    for part in _parts_back(wording, first, last):
        found = _subject_in(wording, part)
        if found is not None:
            return found
        if not _interrupts(wording, part):
            noun = _noun_subject(wording, part)
            if "," not in wording.gap(part.stop - 1):
                return noun
            added = added or noun
    return added


def leading_subject(wording: Wording, sentence: Span) -> Named | None:
    """Return the person who stands first in a sentence, as its subject does; None when nobody does."""
    here = wording.within(sentence.start, min(sentence.end, sentence.start + _SUBJECT_PLACE))
    if not here:
        return None
    for printed, named in _named(wording, here.start, here.stop - 1):
        if named.kind == "person" and not _is_governed(wording, printed, here):
            return named
    return None


def _phrase_end(wording: Wording, at: int, limit: int) -> int:
    """Return the last word of a speaker's phrase."""
    last = at
    for index in range(at + 1, min(at + _LONGEST_PHRASE, len(wording))):
        if wording.starts[index] >= limit or _CLOSES.search(wording.before(index)) or _adds(wording, index):
            break
        last = index
    return last


def _adds(wording: Wording, at: int) -> bool:
    """Say whether a word tells when, where or how something was said, and so belongs to no speaker."""
    low = wording.low[at]
    return low in wording.said.days or (low in wording.said.ends and not wording.is_capital(at))


def _is_epithet(wording: Wording, first: int, stop: int) -> bool:
    """Say whether a phrase tells by its role somebody who was named before: "pendiri Forum Sungai itu"."""
    said = wording.said
    if wording.is_capital(first) and not (first == 0 or "." in wording.before(first) or "\n" in wording.before(first)):
        return False
    known = wording.low[first] in said.heads or wording.low[first] in said.epithets
    return (
        known and stop < len(wording) and wording.low[stop] in said.demonstratives and not wording.gap(stop - 1).strip()
    )


def _named(wording: Wording, first: int, last: int) -> list[tuple[Printed, Named]]:
    return wording.names.inside(wording.span(first, last))


def _by_phrase(wording: Wording, at: int, last: int) -> Told | None:
    """Return a person or a body that the phrase names as the speaker."""
    relative = wording.low[at] in wording.said.relatives and not _is_title(wording, at)
    fallback: Told | None = None
    for part in _parts(wording, at, last):
        named = _named(wording, part.start, part.stop - 1)
        people = [pair for pair in named if pair[1].kind == "person"]
        if people and not (relative and part.start == at):
            # One word after a role, then a name after a comma: the word is of the role, "Direktur Tirta, Ana Putri".
            if fallback is None and part.start == at and _ends_role(wording, people[0][0], part):
                fallback = _told(people[0])
                continue
            return _told(people[0]) if fallback is None or _begins(wording, people[0][0], part) else fallback
        if named and part.start == at and _is_whole(wording, named[0][0], part):
            return _told(named[0])
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


def _beyond(wording: Wording, at: int, last: int, limit: int) -> Told | None:
    """Return the person after a comma when the role before it is long: "Ketua RT 01 di Kelurahan Sawah, Budi"."""
    following = last + 1
    if (
        following >= len(wording)
        or wording.low[following] not in wording.said.of
        or wording.low[at] in wording.said.described
    ):
        return None
    for index in range(following, min(following + _LONGEST_DESCRIPTION, len(wording) - 1)):
        if wording.starts[index + 1] >= limit or _CLOSES.search(wording.gap(index)):
            return None
        if "," in wording.gap(index) and wording.is_capital(index + 1):
            named = _named(wording, index + 1, min(index + 6, len(wording) - 1))
            if named and named[0][1].kind == "person" and named[0][0].span.start == wording.starts[index + 1]:
                return _told(named[0])
    return None


def _without_name(wording: Wording, at: int, last: int, *, any_noun: bool) -> Told | None:
    """Return somebody told by role, or described; one who points back when the role is one told before."""
    said = wording.said
    part = next(_parts(wording, at, last))
    stop = part.stop
    following = stop < len(wording) and wording.low[stop] in said.demonstratives and not wording.gap(stop - 1).strip()
    demonstrative = following or wording.low[at] in said.demonstratives
    return _by_role(wording, part, demonstrative=demonstrative, any_noun=any_noun)


def _by_role(
    wording: Wording, part: range, *, demonstrative: bool, subject: bool = False, any_noun: bool = False
) -> Told | None:
    said = wording.said
    head = wording.low[part.start].partition("-")[0]
    words = wording.span(part.start, part.stop - 1)
    if head in said.described or _is_relative(wording, part):
        return Told(words=words, described=_description(wording, part))
    phrase = words.of(wording.body)
    by_role = wording.names.with_role(phrase)
    if by_role is not None:
        return Told(named=by_role, words=words)
    if (head in said.epithets and not subject) or (demonstrative and (head in said.heads or head in said.epithets)):
        return Told(words=words)
    if demonstrative and wording.is_capital(part.start) and len(part) > 1:
        return Told(words=words)
    if not (any_noun or wording.is_capital(part.start) or head in said.heads or head in said.epithets):
        return None
    return Told(words=words, described=_description(wording, part))


def _is_relative(wording: Wording, part: range) -> bool:
    return wording.low[part.start] in wording.said.relatives and len(part) > 1


def _description(wording: Wording, part: range) -> str:
    last = min(part.stop, part.start + _LONGEST_DESCRIPTION) - 1
    for index in range(part.start + 1, last + 1):
        if wording.is_capital(part.start) and wording.low[index] in wording.said.of:
            last = index - 1
            break
    return wording.span(part.start, last).of(wording.body)


def _told(pair: tuple[Printed, Named]) -> Told:
    return Told(named=pair[1], words=pair[0].span)


def _parts(wording: Wording, first: int, last: int) -> Iterator[range]:
    """Yield the stretches between commas, in order."""
    start = first
    for index in range(first, last):
        if "," in wording.gap(index):
            yield range(start, index + 1)
            start = index + 1
    yield range(start, last + 1)


def _parts_back(wording: Wording, first: int, last: int) -> Iterator[range]:
    """Yield the stretches between commas from `last` back, the nearest first."""
    stop, count = last + 1, 0
    for index in range(last - 1, first - 1, -1):
        gap = wording.gap(index)
        if "," in gap or _CLOSES.search(gap):
            yield range(index + 1, stop)
            stop, count = index + 1, count + 1
            if count == _FARTHEST_PARTS or ";" in gap or ":" in gap:
                return
    if stop > first:
        yield range(first, stop)


def _subject_in(wording: Wording, part: range) -> Told | None:
    """Return the last person of a part whom no preposition governs, or the body that stands at its end."""
    if _is_epithet(wording, part.start, part.stop - 1):
        return None
    named = _named(wording, part.start, part.stop - 1)
    for pair in reversed(named):
        printed, who = pair
        if _is_governed(wording, printed, part):
            continue
        if who.kind == "person" or (who.kind in _BODIES and _is_last(wording, printed, part)):
            return _told(pair)
    return None


def _is_governed(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a preposition or another's role stands before a name: "kepada Budi", "dengan Budi"."""
    start = min(printed.span.start, printed.role.start) if printed.role is not None else printed.span.start
    before = wording.index(start) - 1
    if before < part.start:
        return False
    return wording.low[before] in wording.said.governs


def _is_last(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a name ends its part, but for its short form in parentheses and adverbs."""
    after = wording.index(printed.span.end)
    rest = part.stop - after
    return rest <= 0 or (rest == 1 and "(" in wording.before(after))


def _interrupts(wording: Wording, part: range) -> bool:
    """Say whether a part stands between a subject and its verb: a clause, a day, a place."""
    head = wording.low[part.start]
    return (
        head in wording.said.ends
        or head in wording.said.days
        or head.isdigit()
        or head in wording.said.governs
        or "(" in wording.before(part.start)
        or (head not in wording.said.heads and any(wording.low[at] in wording.said.relative for at in part))
    )


def _noun_subject(wording: Wording, part: range) -> Told | None:
    """Return the subject that a part without a name tells: "Kapolsek", "menteri itu", "sejumlah warga"."""
    said = wording.said
    start = part.start
    while start < part.stop and wording.low[start] in said.begins:
        start += 1
    stop = next((index for index in range(start + 1, part.stop) if wording.low[index] in said.of), part.stop)
    if not 0 < stop - start <= _LONGEST_DESCRIPTION or not _is_somebody(wording, start, stop):
        return None
    demonstrative = wording.low[stop - 1] in said.demonstratives or wording.low[start] in said.demonstratives
    stop -= stop - start > 1 and wording.low[stop - 1] in said.demonstratives
    return _by_role(wording, range(start, stop), demonstrative=demonstrative, subject=True)


def _is_somebody(wording: Wording, first: int, stop: int) -> bool:
    """Say whether words without a name may be somebody who speaks; capitals at a sentence's head tell nothing."""
    said = wording.said
    head = wording.low[first].partition("-")[0]
    if head in said.papers:
        return False
    if head in said.heads or head in said.epithets or head in said.described or head in said.relatives:
        return True
    if wording.names.with_role(wording.span(first, stop - 1).of(wording.body)) is not None:
        return True
    if (
        stop + 1 < len(wording)
        and wording.low[stop] in said.of
        and wording.is_capital(first)
        and wording.is_capital(stop + 1)
    ):
        return True  # "Ana dari Forum Sungai"
    capitals = sum(wording.is_capital(index) for index in range(first, stop))
    return capitals > (first == 0 or "." in wording.before(first) or "\n" in wording.before(first))
