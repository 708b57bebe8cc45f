"""Who is the subject of a word of saying: sought back from the verb, past what only adds to it."""

from __future__ import annotations

from typing import Final

from articles.extraction.before_verb import LONGEST_PLACE, adds_to_clause, ends_list, interrupts, is_through, parts_back
from articles.extraction.by_role import (
    LONGEST_DESCRIPTION,
    by_role,
    head_of,
    hold,
    is_epithet,
    is_kind_of_speaker,
    past_determiner,
)
from articles.extraction.denials import is_affirmed
from articles.extraction.elided import shared_subject
from articles.extraction.findings import Named, Printed
from articles.extraction.leads import first_of, is_governed
from articles.extraction.told import Told, named_in, told_of
from articles.extraction.wording import Wording

_FARTHEST_SUBJECT: Final = 60  # words from a verb back to its subject
_OFFICE: Final = 0.7  # of the words of an office begin with a capital
_SHORTEST_VERB: Final = 6  # letters
_WHOLE: Final = ("organisation", "government_body")
_BODIES: Final = ("organisation", "government_body", "news_agency", "publisher", "group", "country")


def subject_before(wording: Wording, first: int, verb: int) -> Told | None:
    """Return the subject of the word `verb`, sought back to the word `first`."""
    first = max(first, verb - _FARTHEST_SUBJECT)
    verb -= is_affirmed(wording, first, verb)
    last = _past_adverbs(wording, first, verb - 1)
    if last < first or (last == first and wording.low[last] in wording.said.adverbs):
        return None
    if wording.low[last] in wording.said.pronouns or wording.low[last] in wording.said.plural:
        return Told(words=wording.span(last))
    if not wording.said.deniers.isdisjoint(wording.low[first:verb]):
        return None
    shared = shared_subject(wording, first, last, verb)
    if shared is not None or adds_to_clause(wording, first, verb):
        return shared
    return _subject_among(wording, first, last)


def _past_adverbs(wording: Wording, first: int, last: int) -> int:
    """Return the last word before a verb that is none of how or when: "Ana", of "Ana secara tegas mengatakan"."""
    while last > first and not wording.is_capital(last):
        if wording.low[last - 1] in wording.said.manner and last - 1 > first:
            last -= 2  # "secara tegas"
        elif wording.low[last] in wording.said.demonstratives and wording.low[last - 1] in wording.said.times:
            last -= 2  # "baru-baru ini"
        elif wording.low[last] in wording.said.adverbs:
            last -= 1
        else:
            break
    return last


def _subject_among(wording: Wording, first: int, last: int) -> Told | None:
    # What commas cut off from the verb may only add to its subject: "Ana Putri, Ketua Panitia, mengatakan".
    added: Told | None = None
    if _is_address(wording, first, last):
        return Told(words=wording.span(last))
    for part in parts_back(wording, first, last):
        found = _bearer_before(wording, first, part) or _subject_in(wording, part)
        if found is not None and not is_through(wording, first, part):
            return found
        if found is None and not interrupts(wording, part):
            noun = _noun_subject(wording, part)
            if "," not in wording.gap(part.stop - 1):
                return noun
            added = added or noun
    return added


def _is_address(wording: Wording, first: int, last: int) -> bool:
    """Say whether words end in the place of somebody who is pointed to: "Warga Hulu, Tepian ini"."""
    start = last
    while start > first and "," not in wording.before(start) and last - start <= LONGEST_PLACE:
        start -= 1
    if wording.low[last] not in wording.said.demonstratives or not first < start < last:
        return False
    head = start - 1
    while head > first and "," not in wording.before(head) and start - head <= LONGEST_PLACE:
        head -= 1
    capitals = all(wording.is_capital(at) for at in range(start, last))
    return capitals and is_kind_of_speaker(wording, wording.low[head])


def _bearer_before(wording: Wording, first: int, part: range) -> Told | None:
    """Return the person before a comma whose office or work is the whole part: "Ana Putri, Sales Director"."""
    before = named_in(wording, first, part.start - 1) if part.start > first and len(part) > 1 else []
    if not before or before[-1][1].kind != "person" or wording.before(part.start).strip() != ",":
        return None
    printed, _ = before[-1]
    opens = wording.index(printed.span.start) == first_of(wording, range(first, part.start))
    capitals = sum(wording.is_capital(at) for at in part)
    others = any(who.kind == "person" for _, who in named_in(wording, part.start, part.stop - 1))
    if not opens or others or printed.span.end != wording.ends[part.start - 1]:
        return None
    if capitals < _OFFICE * len(part) and not _is_work(wording, part):
        return None
    return told_of(before[-1])


def _is_work(wording: Wording, part: range) -> bool:
    """Say whether a part tells what somebody is, and of which body: "karyawan Forum Sungai"."""
    head = wording.low[part.start]
    if head in wording.said.bodies or not is_kind_of_speaker(wording, head):
        return False
    named = named_in(wording, part.start, part.stop - 1)
    return bool(named) and named[-1][0].span.end == wording.ends[part.stop - 1] and not _has_verb(wording, part[1:])


def _subject_in(wording: Wording, part: range) -> Told | None:
    """Return the last person of a part whom no preposition governs, or the body that stands at its end."""
    if is_epithet(wording, part.start, part.stop - 1):
        return None
    pointed = _pointed_at(wording, part)
    if pointed is not None:
        return pointed
    named = named_in(wording, part.start, part.stop - 1)
    for pair in reversed(named):
        printed, who = pair
        if is_governed(wording, printed, part) or _is_adjoined(wording, printed, named, part):
            continue
        if who.kind == "person":
            if _is_relation(wording, printed, part) or _acts_before(wording, printed, part):
                return None
            return hold(wording, first_of(wording, part), told_of(pair))
        if (
            who.kind in _BODIES
            and _is_last(wording, printed, part)
            and (who.kind != "country" or _leads(wording, printed, part))
        ):
            return told_of(_whole_body(wording, named, pair))
    return None


def _is_adjoined(wording: Wording, printed: Printed, named: list[tuple[Printed, Named]], part: range) -> bool:
    """Say whether a name only adds to a person before it: "Ana selaku manajer Bima", "Ana yang juga istri Bima"."""
    said = wording.said
    for other, who in named:
        following = wording.index(other.span.end)
        if wording.before(following).strip():
            continue
        if other.span.start >= printed.span.start or following >= part.stop:
            return False
        joins = wording.low[following] in said.adjoins or wording.low[following] in said.relative
        if who.kind == "person" and joins and not is_governed(wording, other, part):
            return not said.head_last
    return False


def _pointed_at(wording: Wording, part: range) -> Told | None:
    """Return who is pointed to by what a clause tells of him: "aktris yang dulu bermain bersama Ana Wijaya itu"."""
    said = wording.said
    if said.head_last or wording.low[part.stop - 1] not in said.demonstratives:
        return None
    relative = next((at for at in part[1:] if wording.low[at] in said.relative), None)
    if relative is None or wording.low[relative - 1] not in said.epithets or relative < part.start + 1:
        return None
    if wording.low[relative - 2] in said.described:
        return None  # "sejumlah pemain yang melintasi jalan itu"
    return Told(words=wording.span(relative - 1, part.stop - 2))


def _is_relation(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a part tells of somebody by the one whom it names: "Kuasa hukum Ana Wijaya", "tim Ana"."""
    said, first = wording.said, first_of(wording, part)
    start = printed.role.start if printed.role is not None else printed.span.start
    if said.head_last or wording.low[first] not in said.relatives or start <= wording.starts[first]:
        return False
    is_title = wording.low[first] in said.titles and wording.index(start) == first + 1
    return not is_title and wording.index(printed.span.end) == part.stop


def _acts_before(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether somebody's own verb stands between him and the word of saying: "Ana melihat warga mengeluh"."""
    said = wording.said
    here = range(wording.index(printed.span.end), part.stop)
    verb = next((at for at in here if wording.low[at] in said.telling and wording.low[at] not in said.adverbs), None)
    if verb is None or wording.low[verb - 1] in said.relative:
        return False
    return not any(wording.low[at] in said.ends or wording.low[at] in said.begins for at in range(verb + 1, part.stop))


def _whole_body(
    wording: Wording, named: list[tuple[Printed, Named]], last: tuple[Printed, Named]
) -> tuple[Printed, Named]:
    """Return the body whose part is told with it: the first of "Badan Sungai Kementerian Danau"."""
    at = named.index(last)
    while at > 0 and not wording.said.head_last:
        before = named[at - 1]
        between = wording.body[before[0].span.end : named[at][0].span.start]
        if between != " " or before[1].kind not in _WHOLE:
            break
        at -= 1
    return named[at]


def _leads(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a name stands first: "Israel menyebut", but not "Militer Israel menyebut"."""
    return wording.starts[first_of(wording, part)] == printed.span.start


def _is_last(wording: Wording, printed: Printed, part: range) -> bool:
    """Say whether a name ends its part, but for its short form in parentheses and adverbs."""
    after = wording.index(printed.span.end)
    rest = part.stop - after
    return rest <= 0 or (rest == 1 and "(" in wording.before(after))


def _noun_subject(wording: Wording, part: range) -> Told | None:
    """Return the subject that a part without a name tells: "Kapolsek", "menteri itu", "sejumlah warga"."""
    said = wording.said
    start = part.start
    if ends_list(wording, part):
        return None
    while start < part.stop - 1 and (wording.low[start] in said.begins or wording.low[start] in said.shortened):
        start += 1
    if start < part.stop - 1 and is_epithet(wording, start, part.stop - 1):
        relative = next((at for at in range(start, part.stop) if wording.low[at] in said.relative), part.stop)
        if _has_verb(wording, range(start + 1, relative)):
            return None
        return by_role(wording, range(start, part.stop - 1), demonstrative=True, subject=True)
    stop = next((at for at in range(start + 1, part.stop) if _ends_description(wording, at)), part.stop)
    if start < stop and not _is_somebody(wording, start, stop):  # "bertemu seorang saksi yang mengatakan"
        start = next((at for at in range(stop - 1, start, -1) if wording.low[at] in said.described), stop)
    if not 0 < stop - start <= LONGEST_DESCRIPTION or _has_verb(wording, range(start + 1, stop)):
        return None
    demonstrative = wording.low[stop - 1] in said.demonstratives or wording.low[start] in said.demonstratives
    stop -= stop - start > 1 and wording.low[stop - 1] in said.demonstratives
    return by_role(wording, range(start, stop), demonstrative=demonstrative, subject=True)


def _has_verb(wording: Wording, words: range) -> bool:
    """Say whether words are a clause of their own: "Forum Sungai mengganti ketua serta", before "menambahkan"."""
    said = wording.said
    return any(
        wording.low[at].startswith(said.active + said.undergone)
        and len(wording.low[at]) >= _SHORTEST_VERB
        and not wording.is_capital(at)
        and wording.low[at] not in said.no_verbs
        and not is_kind_of_speaker(wording, wording.low[at])
        for at in words
    )


def _ends_description(wording: Wording, at: int) -> bool:
    """Say whether a word leads on from who speaks: "polisi dari Hulu", "polisi dalam pernyataannya"."""
    low, said = wording.low[at], wording.said
    return low in said.of or (low in said.ends and low not in said.demonstratives and not wording.is_capital(at))


def _is_somebody(wording: Wording, first: int, stop: int) -> bool:
    """Say whether words without a name may be somebody who speaks; capitals at a sentence's head tell nothing."""
    said = wording.said
    first = past_determiner(wording, first, stop - 1)
    head = head_of(wording, range(first, stop))
    if head in said.papers:
        return False
    if is_kind_of_speaker(wording, head) or head in said.relatives:
        return True
    if wording.low[first].partition("-")[0] in said.described:
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
