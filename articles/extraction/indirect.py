"""What somebody is reported to have said, without marks: the word of saying, the speaker, the clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from articles.extraction.contents import clause_after, clause_ahead, clause_before, only_adds, only_points, trimmed
from articles.extraction.cues import is_unsaid, passive_speaker
from articles.extraction.speakers import Told, speaker_after
from articles.extraction.subjects import subject_before
from articles.extraction.wording import Wording
from articles.text.spans import Span

_ASIDE_ENDS: Final = re.compile(r",(?!\d)|\.(?=\s|$)|$")
_SHORT_LEAD: Final = 6  # words before "..., lanjutnya, ..." that only lead in
_FEW: Final = 4  # words after "..., kata X" that only add to it
_FARTHEST_FINITE: Final = 14  # words from a verb to the one that shows a clause after it
_FEWEST_JUDGED: Final = 2  # words on either side of "disebutnya"
_WITHIN_CLAUSE: Final = " ()\"“”‘’'"
_OPENING: Final = 10  # words of a sentence in which "menurut X" opens it


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One reported saying. Without content it only tells who has the floor."""

    cue: Span
    told: Told
    content: Span | None
    rule: str


def saying_in(wording: Wording, stretch: Span) -> Saying | None:
    """Return what a stretch of one sentence, outside of marks, reports somebody to have said."""
    here = wording.within(stretch.start, stretch.end)
    if not here or wording.phrase(here.start, wording.said.pointers):
        return None
    according = _according(wording, here, stretch.end)
    if according is not None:
        return according
    aside = _aside(wording, here, stretch.end)
    verb = _verb(wording, here, stretch.end)
    # "Ana menyebut jalan itu rusak, tetapi, kata dia, ...": the aside is still hers.
    if aside is not None and not (verb and aside.told.points_back and verb.cue.start < aside.cue.start):
        return aside
    return verb or _passive(wording, here, stretch.end)


def added_after(wording: Wording, place: int, end: int, told: Told) -> Saying | None:
    """Return a second saying of a speaker after the first: "..., ujar X seraya menambahkan bahwa ..."."""
    here = wording.within(place, end)
    for at in here:
        length = wording.phrase(at, wording.said.asides)
        if not length:
            continue
        verb = at + length - 1
        content = clause_after(wording, verb, end)
        if content is None:
            return None
        first = wording.index(content.start)
        said = wording.said
        if first + 2 < here.stop and wording.low[first] in said.pronouns and wording.low[first + 1] in said.weak:
            # "bahwa dia yakin hal itu": the clause is what is believed.
            return Saying(
                cue=wording.span(verb, first + 1),
                told=Told(words=wording.span(first)) if told.points_back else told,
                content=Span(wording.starts[first + 2], content.end),
                rule="saying.added",
            )
        return Saying(cue=wording.span(verb), told=told, content=content, rule="saying.added")
    return None


def _according(wording: Wording, here: range, end: int) -> Saying | None:
    said = wording.said
    for at in here:
        far = at - here.start > _OPENING
        if far and wording.low[at] in said.verbs:
            return None
        length = wording.phrase(at, said.according) if wording.low[at] in said.according_heads else 0
        if not length and wording.stem(at) not in said.according:
            continue
        inner = not length or wording.low[min(at + length, len(wording) - 1)] in said.pronouns
        pause = inner or at == here.start or "," in wording.before(at)
        if pause or wording.low[at - 1] in said.begins:
            return _according_to(wording, here, at, length, end) if pause or not far else None
    return None


def _according_to(wording: Wording, here: range, at: int, length: int, end: int) -> Saying | None:
    if not length:
        told, cue = Told(words=wording.span(at)), wording.span(at)
    else:
        speaker = at + length
        paper = speaker < here.stop and wording.low[speaker] in wording.said.papers
        source = speaker_after(wording, speaker + paper, end)
        if source is None or (paper and source.named is None):
            return None
        inner = _verb(wording, _from(wording, here, source), end) if paper else None
        if inner is not None and inner.told.named is not None:
            return inner
        told, cue = source, wording.span(at, at + length - 1)
    if wording.is_capital(at):  # a line that ends in no full stop stands before it
        here = range(at, here.stop)
    content = _around_aside(wording, here, at, told, end)
    return Saying(cue=cue, told=told, content=content, rule="saying.according") if content else None


def _from(wording: Wording, here: range, told: Told) -> range:
    start = wording.index(told.words.end) if told.words else here.start
    return range(min(start, here.stop), here.stop)


def _aside(wording: Wording, here: range, end: int) -> Saying | None:
    said = wording.said
    for at in here:
        clitic = wording.stem(at) in said.inverted
        if not clitic and wording.low[at] not in said.inverted:
            continue
        if at > here.start and (
            wording.is_capital(at) or ("," not in wording.before(at) and wording.low[at - 1] not in said.lead_ins)
        ):
            continue
        told: Told | None = None
        if clitic:
            told = Told(words=wording.span(at))
        elif _may_speak(wording, at + 1, here):
            told = speaker_after(wording, at + 1, end)
        if told is not None:
            content = _around_aside(wording, here, at, told, end)
            return Saying(cue=wording.span(at), told=told, content=content, rule="saying.aside") if content else None
    return None


def _may_speak(wording: Wording, at: int, here: range) -> bool:
    """Say whether a word may begin a speaker, so that the one before is of saying: "kata dia", not "kata kunci"."""
    if at >= here.stop or wording.gap(at - 1).strip():
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
    )


def _around_aside(wording: Wording, here: range, at: int, told: Told, end: int) -> Span | None:
    """Return the clause around "menurut X" or "kata X": what follows, what comes before, or the whole sentence."""
    told_end = max(wording.ends[at], told.words.end if told.words else 0)
    closing = None if _goes_on(wording, told, told_end) else _ASIDE_ENDS.search(wording.body, told_end, end)
    after = trimmed(wording, closing.end() if closing else told_end, end)
    before = trimmed(wording, wording.starts[here.start], wording.starts[at]) if at > here.start else None
    if before is None or after is None:
        return after or before
    words_after = len(wording.within(after.start, after.end))
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


def _verb(wording: Wording, here: range, end: int) -> Saying | None:
    said = wording.said
    for at in here:
        low = wording.low[at]
        strong = low in said.verbs or (low in said.acts and _clause_follows(wording, at))
        if not strong and low not in said.weak:
            continue
        # A verb with a capital stands in a heading.
        if wording.is_capital(at) or is_unsaid(wording, here.start, at):
            continue
        told = subject_before(wording, here.start, at)
        if told is None or (not strong and not _is_person(told)):
            continue
        content = clause_after(wording, at, end)
        if content is not None and only_points(wording, content):
            content = None
        rule = "saying.verb" if strong else "saying.weak-verb"
        if content is None or only_adds(wording, content):
            ahead = clause_ahead(wording, here, told)
            content, rule = (ahead, "saying.verb-last") if ahead is not None else (content, rule)
        return Saying(cue=wording.span(at), told=told, content=content, rule=rule if content else "saying.floor")
    return None


def _clause_follows(wording: Wording, verb: int) -> bool:
    """Say whether "bahwa" or a comma opens a clause right after a verb, or the words after it are one by themselves."""
    said = wording.said
    following = verb + 1
    if following >= len(wording):
        return False
    if "," in wording.gap(verb) or wording.low[following] in said.that:
        return True
    if wording.low[verb] not in said.declares:
        return False
    for at in range(following, min(following + _FARTHEST_FINITE, len(wording))):
        low = wording.low[at]
        if wording.before(at).strip(_WITHIN_CLAUSE):
            return False
        if low in said.finite:
            return True
        if low in said.relative or low in said.unsaid or (low in said.begins and low not in said.demonstratives):
            return False  # "menolak rencana yang sudah", "mendukung warga untuk bisa"
    return False


def _has_judgement(wording: Wording, here: range, at: int) -> bool:
    """Say whether a subject stands before a word like "disebutnya" and a judgement after it: "jalan itu ... rusak"."""
    if at - here.start < _FEWEST_JUDGED or here.stop - at <= _FEWEST_JUDGED or is_unsaid(wording, here.start, at):
        return False
    said, following = wording.said, wording.low[at + 1]
    return not (wording.gap(at).strip() or following in said.ends or following in said.additions)


def _is_person(told: Told) -> bool:
    return told.points_back or (told.named is not None and told.named.kind == "person")


def _passive(wording: Wording, here: range, end: int) -> Saying | None:
    said = wording.said
    for at in here:
        if wording.stem(at) in said.judged and _has_judgement(wording, here, at):
            content = trimmed(wording, wording.starts[here.start], end)
            return Saying(
                cue=wording.span(at), told=Told(words=wording.span(at)), content=content, rule="saying.passive"
            )
        by_clitic = wording.stem(at) in said.passive
        if not by_clitic and wording.low[at] not in said.passive:
            continue
        if is_unsaid(wording, here.start, at):
            return None
        told = Told(words=wording.span(at)) if by_clitic else passive_speaker(wording, at, end)
        if told is None or (told.named is None and told.described and not told.described[0].isupper()):
            return None
        content = clause_before(wording, here, at, told, end)
        rule = "saying.passive" if content else "saying.floor"
        return Saying(cue=wording.span(at), told=told, content=content, rule=rule)
    return None
