"""Statements around whoever makes them: "..., kata X, ..."."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.contents import has_finite, only_adds, trimmed
from articles.extraction.saying import Saying
from articles.extraction.speakers import speaker_after
from articles.extraction.told import Told
from articles.extraction.wording import Wording
from articles.text.spans import Span

_ASIDE_ENDS: Final = re.compile(r",(?!\d)|\.(?=\s|$)|$")
_SHORT_LEAD: Final = 6  # words before "..., lanjutnya, ..." that only lead in
_FEW: Final = 4  # words after "..., kata X" that only add to it


def aside_in(wording: Wording, here: range, end: int) -> Saying | None:
    """Return what is told with a word of saying within it or behind it: "..., kata Ana, ..."."""
    said = wording.said
    for at in here:
        clitic = wording.stem(at) in said.inverted
        if not clitic and wording.low[at] not in said.inverted:
            continue
        if at > here.start and (
            wording.is_capital(at) or ("," not in wording.before(at) and wording.low[at - 1] not in said.lead_ins)
        ):
            continue
        if clitic and wording.stem(at) in said.nominal and not wording.gap(at).strip():
            continue  # "Kisahnya terungkap saat"
        told: Told | None = None
        if clitic:
            told = Told(words=wording.span(at))
        elif at + 1 < here.stop and may_speak(wording, at + 1):
            told = speaker_after(wording, at + 1, end)
        if told is not None and not (wording.said.head_last and _opens_clause(wording, told)):
            content = clause_around(wording, here, at, told, end)
            return Saying(cue=wording.span(at), told=told, content=content, rule="saying.aside") if content else None
    return None


def _opens_clause(wording: Wording, told: Told) -> bool:
    """Say whether a clause follows a word of saying and a name at once: "the mayor, Ana, said she would resign"."""
    if told.words is None:
        return False
    following = wording.index(told.words.end)
    if following >= len(wording) or wording.body[told.words.end : wording.starts[following]].strip():
        return False
    low, said = wording.low[following], wording.said
    return not (low in said.ends or low in said.days or low in said.additions or low in said.of)


def may_speak(wording: Wording, at: int) -> bool:
    """Say whether a word may begin a speaker, so that the one before is of saying: "kata dia", not "kata kunci"."""
    if at >= len(wording) or wording.gap(at - 1).strip():
        return False
    said = wording.said
    low = wording.low[at]
    return (
        wording.is_capital(at)
        or low in said.pronouns
        or low in said.plural
        or low in said.heads
        or low in said.epithets
        or low in said.offices
        or low in said.described
        or low in said.relatives
        or (low in said.titles and at + 1 < len(wording) and wording.is_capital(at + 1))
    )


def clause_around(wording: Wording, here: range, at: int, told: Told, end: int) -> Span | None:
    """Return the clause around "menurut X" or "kata X": what follows, what comes before, or the whole sentence."""
    told_end = max(wording.ends[at], told.words.end if told.words else 0)
    following = wording.index(told_end)
    if following < len(wording) and wording.low[following] in wording.said.demonstratives:
        told_end = wording.ends[following] if "," in wording.gap(following) else told_end  # "menurut pria itu, ..."
    ahead = wording.said.head_last and at - here.start >= _SHORT_LEAD  # what follows adds to who is told
    closing = (
        None if not ahead and _goes_on(wording, told, told_end) else _ASIDE_ENDS.search(wording.body, told_end, end)
    )
    after = trimmed(wording, closing.end() if closing else told_end, end)
    before = trimmed(wording, wording.starts[here.start], wording.starts[at]) if at > here.start else None
    if before is None or after is None:
        return after or before
    words_after = len(wording.within(after.start, after.end))
    adds = only_adds(wording, after) or wording.low[wording.index(after.start)] in wording.said.demonstratives
    if has_finite(wording, after) and not adds:
        return after if at - here.start <= _SHORT_LEAD and words_after >= _SHORT_LEAD else Span(before.start, after.end)
    if at - here.start >= _SHORT_LEAD and adds:
        return before
    if at - here.start <= _SHORT_LEAD and words_after >= _SHORT_LEAD:
        return after
    return before if words_after < _FEW and at - here.start > _SHORT_LEAD else Span(before.start, after.end)


def _goes_on(wording: Wording, told: Told, place: int) -> bool:
    """Say whether the clause follows a speaker without a comma: "menurutnya air surut", "menurut Ana air surut"."""
    following = wording.index(place)
    if following >= len(wording) or wording.body[place : wording.starts[following]].strip():
        return told.points_back
    said = wording.said
    low = wording.low[following]
    return told.points_back or not (wording.is_capital(following) or low in said.ends or low in said.of)
