"""Whether the words beside a verb tell what somebody said, or only what somebody did."""

from __future__ import annotations

from typing import Final

from articles.extraction.by_role import is_kind_of_speaker
from articles.extraction.contents import only_points
from articles.extraction.cues import is_unsaid
from articles.extraction.wording import Wording
from articles.text.spans import Span

_WITHIN_CLAUSE: Final = " ()\"“”‘’'"
_SHORTEST_VERB: Final = 6
_FEWEST_JUDGED: Final = 2  # words on either side of "disebutnya"
_FARTHEST_CLAIM: Final = 5  # words from "menampik" to the claim, from "memberi" to its "bahwa"
_FARTHEST_FINITE: Final = 14  # words from a verb to the one that shows a clause after it


def clause_follows(wording: Wording, verb: int) -> bool:
    """Say whether "bahwa" or a comma opens a clause right after a verb, or the words after it are one by themselves."""
    said = wording.said
    following = verb + 1
    if following >= len(wording):
        return False
    if "," in wording.gap(verb) or wording.low[following] in said.that:
        return not _is_active(wording, following)  # "menulis, merekam, dan merilis lagu"
    if wording.low[verb] not in said.declares:
        return False
    for at in range(following, min(following + _FARTHEST_FINITE, len(wording))):
        low = wording.low[at]
        if wording.before(at).strip(_WITHIN_CLAUSE):
            return False
        if low in said.finite or (at > following and _is_active(wording, at)):
            return True
        if low in said.relative or low in said.unsaid or (low in said.begins and low not in said.demonstratives):
            return False  # "mencatat rencana yang sudah", "mencatat warga untuk bisa"
    return False


def is_denial(wording: Wording, verb: int) -> bool:
    """Say whether a claim is denied right after a verb: "menampik tegas tudingan itu"."""
    said = wording.said
    if wording.low[verb] not in said.denies:
        return False
    for at in range(verb + 1, min(verb + _FARTHEST_CLAIM, len(wording))):
        if wording.before(at).strip(_WITHIN_CLAUSE):
            return False
        if wording.low[at] in said.claims or wording.stem(at) in said.claims:
            return True
    return False


def carries_clause(wording: Wording, verb: int) -> bool:
    """Say whether a verb hands on a clause with a noun: "memberi sinyal bahwa", "melayangkan peringatan, bahwa"."""
    said = wording.said
    if wording.low[verb] not in said.light:
        return False
    for at in range(verb + 2, min(verb + _FARTHEST_CLAIM, len(wording))):
        if wording.low[at] in said.that:
            return True
        if wording.before(at).strip(_WITHIN_CLAUSE):
            return False
    return False


def is_bare(wording: Wording, first: int, at: int) -> bool:
    """Say whether a pronoun opens a clause and its verb has no beginning: "pihaknya perkirakan air surut"."""
    said, subject = wording.said, at - 1
    if wording.low[at] not in said.bare or subject < first or at + 1 >= len(wording):
        return False
    if wording.low[subject] not in said.pronouns and wording.low[subject] not in said.plural:
        return False
    following = wording.low[at + 1]
    if following in said.ends or following in said.additions or following in said.unsaid:
        return False
    opens = subject == first or "," in wording.before(subject)
    return opens or (subject == first + 1 and wording.low[first] in said.begins)


def _is_active(wording: Wording, at: int) -> bool:
    """Say whether a word looks like the verb of a clause: "mencapai", "meningkat"."""
    low, said = wording.low[at], wording.said
    bounded = wording.low[at - 1] in said.demonstratives or wording.is_capital(at - 1)  # "jalan itu", "Ana"
    beginnings = said.passives if bounded else said.active
    if not low.startswith(beginnings) or len(low) < _SHORTEST_VERB or wording.is_capital(at):
        return False
    return not (
        is_kind_of_speaker(wording, low)
        or low in said.no_verbs
        or low in said.ends
        or low in said.governs
        or low in said.by
    )


def tells_nothing(wording: Wording, verb: int, content: Span) -> bool:
    """Say whether the words after a verb only point to what was told or name it: "hal itu", "kronologi kejadian"."""
    return only_points(wording, content) or _only_names(wording, verb, content)


def _only_names(wording: Wording, verb: int, content: Span) -> bool:
    """Say whether the words after a verb only name what was told, and tell nothing of it: "kronologi kejadian itu"."""
    said = wording.said
    here = wording.within(content.start, content.end)
    first = here.start
    if wording.low[verb] not in said.handing or "," in wording.gap(verb) or wording.low[first - 1] in said.that:
        return False
    if wording.low[first] not in said.nominal and wording.stem(first) not in said.nominal:
        return False
    for at in here[1:_FARTHEST_FINITE]:
        low = wording.low[at]
        if low in said.that or low in said.aims or low in said.finite:
            return False  # "menjelaskan prosesnya masih berjalan"
        if low in said.relative or low in said.ends:
            return True
    return True


def has_judgement(wording: Wording, here: range, at: int) -> bool:
    """Say whether a subject stands before a word like "disebutnya" and a judgement after it: "jalan itu ... rusak"."""
    if at - here.start < _FEWEST_JUDGED or here.stop - at <= _FEWEST_JUDGED or is_unsaid(wording, here.start, at):
        return False
    said, following = wording.said, wording.low[at + 1]
    return not (wording.gap(at).strip() or following in said.ends or following in said.additions)
