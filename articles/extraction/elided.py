"""The subject of a verb that shares it with the clause before: "Ana meninjau pintu air dan mengatakan"."""

from __future__ import annotations

from typing import Final

from articles.extraction.by_role import is_kind_of_speaker
from articles.extraction.leads import first_of
from articles.extraction.speakers import speaker_after
from articles.extraction.told import CLOSES, Told
from articles.extraction.wording import Wording

_SHORTEST_VERB: Final = 6  # letters
_LONGEST_SUBJECT: Final = 16  # words
_FEWEST_WORDS: Final = 3  # of a clause
_FARTHEST_FINITE: Final = 9  # words from a verb of saying
_LONGEST_LEAD: Final = 16  # words of a circumstance before the subject


def shared_subject(wording: Wording, first: int, last: int, saying: int) -> Told | None:
    """Return whose deed is told in the clause that the word `last` joins to the verb of saying, the word `saying`."""
    said = wording.said
    if wording.low[last] not in said.shares or last - first < _FEWEST_WORDS or not _has_clause(wording, saying):
        return None
    start = _past_lead(wording, first, last)
    verb = next((at for at in range(start + 1, min(start + _LONGEST_SUBJECT, last)) if _is_verb(wording, at)), None)
    if verb is None or any(_opens_clause(wording, at) for at in range(start, last)):
        return None
    stop = verb
    while stop > start + 1 and (wording.low[stop - 1] in said.adverbs or wording.low[stop - 1] in said.finite):
        stop -= 1
    told = speaker_after(wording, start, wording.starts[stop])
    somebody = told is not None and (told.named is not None or is_kind_of_speaker(wording, wording.low[start]))
    return told if somebody or wording.low[start] in said.pronouns else None


def _has_clause(wording: Wording, saying: int) -> bool:
    """Say whether words are told and no thing is handed: "menambahkan bahwa", but not "menambahkan tiga pintu"."""
    said, low = wording.said, wording.low[saying]
    if low in said.verbs and low not in said.handing and low not in said.adverbs:
        return True
    for at in range(saying + 1, min(saying + _FARTHEST_FINITE, len(wording))):
        if wording.low[at] in said.that or wording.low[at] in said.finite:
            return True
        if CLOSES.search(wording.before(at)) or "." in wording.before(at):
            return False
    return False


def _opens_clause(wording: Wording, at: int) -> bool:
    """Say whether a word opens a clause of its own, whose verb the conjunction may join as well: "karena warga"."""
    low, said = wording.low[at], wording.said
    return low in said.reasons or low in said.relative or low in said.that or low in said.unsaid


def _past_lead(wording: Wording, start: int, last: int) -> int:
    """Return the word behind "Dalam kunjungan itu,", where a sentence begins with such a circumstance."""
    if wording.low[start] in wording.said.leads:
        for at in range(start, min(start + _LONGEST_LEAD, last - 1)):
            if "," in wording.gap(at):
                return at + 1
    return first_of(wording, range(start, last))


def _is_verb(wording: Wording, at: int) -> bool:
    low, said = wording.low[at], wording.said
    return (
        low.startswith(said.active)
        and len(low) >= _SHORTEST_VERB
        and not wording.is_capital(at)
        and low not in said.no_verbs
        and low not in said.governs
        and not is_kind_of_speaker(wording, low)
    )
