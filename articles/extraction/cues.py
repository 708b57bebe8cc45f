"""Words of saying beside words in marks, and whom they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from articles.extraction.denials import is_affirmed
from articles.extraction.speakers import speaker_after, speaker_beside
from articles.extraction.subjects import subject_before
from articles.extraction.told import Told
from articles.extraction.wording import Wording
from articles.text.spans import Span

_BESIDE: Final = re.compile(r"[\s,.)\]–—-]*+")  # between closing marks and a word of saying
_PAUSE: Final = re.compile(r"\s*[.,;(\n]")
_OPENS: Final = re.compile(r"[:,]\W*+$")
_FARTHEST_VERB: Final = 40  # words from a verb to the marks after it
_LONGEST_NAME: Final = 6
_LONGEST_PAPER: Final = 120  # characters of the name of a paper up to its comma
_NEWSROOMS: Final = ("publisher", "news_agency")
_SITE: Final = re.compile(r"\w\.(?:com|co|id|net|org|news|tv)\b|\b(?:detik|[Tt]ribun)\w", re.IGNORECASE)
_LONGEST_ENDING: Final = 5  # characters of ".com"
_LONGEST_SUBJECT: Final = 16  # words from marks to a verb after its subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of saying, whom it tells, and the rule that found it."""

    span: Span | None  # None: a colon alone, or a word like "thus"
    told: Told
    rule: str


def cue_after(wording: Wording, place: int, limit: int) -> Cue | None:
    """Return what tells who said the words that end at `place`; nothing from `limit` on is looked at."""
    said = wording.said
    here = wording.within(place, limit)
    if not here or not _BESIDE.fullmatch(wording.body, place, wording.starts[here.start]):
        return None
    at = here.start
    while at < here.stop and wording.low[at] in said.lead_ins:
        at += 1
    leads = at > here.start or (wording.low[at] in said.papers and "," in wording.body[max(0, place - 2) : place + 1])
    if at + 1 < here.stop and wording.low[at] in said.adverbs and wording.low[at] not in said.inverted:
        at += 1
    if at == here.stop:
        return None
    found = _inverted(wording, at, limit)
    if found is None and "." not in wording.body[place : wording.starts[here.start]]:
        found = _after_subject(wording, range(at, here.stop)) or _unknown_word(wording, at, limit)
    return found or (_thus(wording, at, limit) if leads else None) or _name_alone(wording, here, place)


def _inverted(wording: Wording, at: int, limit: int) -> Cue | None:
    said = wording.said
    if wording.stem(at) in said.inverted:
        return Cue(span=wording.span(at), told=Told(words=wording.span(at)), rule="quote.pronoun-after")
    if wording.low[at] not in said.inverted:
        return None
    if wording.gap(at) == " @":
        handle = Span(wording.ends[at] + 1, wording.ends[at + 1])
        told = Told(words=handle, described=handle.of(wording.body))
        return Cue(span=wording.span(at), told=told, rule="quote.verb-after")
    speaker = at + 1
    while speaker < len(wording) and wording.low[speaker] in said.adverbs and not wording.is_capital(speaker):
        speaker += 1
    beside = speaker_beside(wording, speaker, limit) if _BESIDE.fullmatch(wording.gap(at)) else None
    return Cue(span=wording.span(at), told=beside or Told(), rule="quote.verb-after" if beside else "quote.bare-verb")


def _after_subject(wording: Wording, here: range) -> Cue | None:
    """Return a verb that has its subject between the marks and itself: "...," Budi menambahkan."""
    said = wording.said
    for at in here[1 : _LONGEST_SUBJECT + 1]:
        low = wording.low[at]
        if low in said.telling and not is_unsaid(wording, here.start, at):
            told = subject_before(wording, here.start, at)
            return Cue(span=wording.span(at), told=told, rule="quote.subject-after") if told else None
        if low in said.passive:
            told = passive_speaker(wording, at, wording.ends[here.stop - 1])
            return Cue(span=wording.span(at), told=told, rule="quote.passive-after") if told else None
    return None


def _unknown_word(wording: Wording, at: int, limit: int) -> Cue | None:
    """Return a word that nobody has listed but whose place tells: "...," candanya; "...," canda dia; "...," canda X."""
    following = at + 1
    last = following >= len(wording) or wording.starts[following] >= limit
    if wording.is_capital(at) or _joins(wording, at):
        return None
    span = wording.span(at)
    if wording.stem(at) and (last or _PAUSE.match(wording.gap(at)) or wording.low[following] in wording.said.ends):
        return Cue(span=span, told=Told(words=span), rule="quote.unknown-word")
    if last or wording.gap(at).strip():
        return None
    told = speaker_after(wording, following, limit)
    if told is None or told.words is None or told.words.start != wording.starts[following] or told.described:
        return None
    return Cue(span=span, told=told, rule="quote.unknown-word")


def _joins(wording: Wording, at: int) -> bool:
    """Say whether a word joins what follows to what comes before, as no word of saying does."""
    said, low = wording.said, wording.low[at]
    if low in said.papers or low in said.according or low in said.demonstratives or low in said.relative:
        return True
    return low in said.ends or low in said.governs or low in said.of or low in said.relays or low in said.begins


def _thus(wording: Wording, at: int, limit: int) -> Cue | None:
    """Return who is told by "demikian keterangan X" or "demikian dikutip dari X"."""
    said = wording.said
    speaker = at
    while speaker + 1 < len(wording) and (
        wording.low[speaker] in said.relays
        or wording.low[speaker] in said.additions
        or wording.low[speaker] in said.of
        or wording.low[speaker] in said.relative
        or wording.low[speaker + 1] in said.papers
        or (wording.low[speaker] in said.papers and wording.low[speaker + 1] in said.additions)
    ):
        speaker += 1
    told = speaker_beside(wording, speaker, limit)
    return Cue(span=wording.span(at), told=told, rule="quote.thus") if told else None


def _name_alone(wording: Wording, here: range, place: int) -> Cue | None:
    """Return the person right behind the marks without a known verb: alone, or after a comma that leads on."""
    leads_on = "," in wording.body[max(0, place - 2) : wording.starts[here.start]]
    if not leads_on and len(here) > _LONGEST_NAME:
        return None
    if leads_on and wording.is_capital(here.start):
        told = speaker_after(wording, here.start, wording.ends[here.stop - 1])
        return Cue(span=None, told=told, rule="quote.name-after") if told is not None and told.named else None
    named = wording.names.inside(wording.span(here.start, min(here.stop, here.start + _LONGEST_NAME) - 1))
    if not named or named[0][1].kind != "person" or named[0][0].span.start != wording.starts[here.start]:
        return None
    span = named[0][0].span
    if not leads_on and span.end != wording.ends[here.stop - 1]:
        return None
    return Cue(span=None, told=Told(named=named[0][1], words=span), rule="quote.name-after")


def passive_speaker(wording: Wording, at: int, limit: int) -> Told | None:
    """Return by whom something is said: "disampaikan oleh X", "dikatakan X", "diungkapkannya"."""
    following = at + 1
    if following < len(wording) and wording.low[following] in wording.said.that:
        return None
    while following < len(wording) and (
        wording.low[following] in wording.said.by or wording.low[following] in wording.said.adverbs
    ):
        following += 1
    if _leads_to_paper(wording, following):
        following += 1
        place = wording.ends[following]
        comma = wording.body.find(",", place, min(limit, place + _LONGEST_PAPER))
        limit = comma if comma >= 0 else limit
    if following >= len(wording) or "," in wording.gap(at):
        return None
    told = speaker_after(wording, following, limit)
    return None if wording.low[at] in wording.said.asked and told is not None and _is_newsroom(wording, told) else told


def _is_newsroom(wording: Wording, told: Told) -> bool:
    """Say whether somebody is a newsroom, which asks and does not answer: "dikonfirmasi Kabar Hulu", "KabarHulu.id"."""
    if told.words is None:
        return False
    named = told.named is not None and told.named.kind in _NEWSROOMS
    return named or _SITE.search(wording.body, max(0, told.words.start), told.words.end + _LONGEST_ENDING) is not None


def _leads_to_paper(wording: Wording, at: int) -> bool:
    """Say whether a word tells what a name right behind it is: "laman Kabar Hulu"."""
    if at + 1 >= len(wording) or wording.low[at] not in wording.said.papers:
        return False
    return wording.is_capital(at + 1) and not wording.is_capital(at)


def is_unsaid(wording: Wording, first: int, verb: int) -> bool:
    """Say whether the words before a verb make it one that nobody said: "tidak mengatakan", "untuk mengatakan"."""
    said, at = wording.said, verb - 1 - is_affirmed(wording, first, verb)
    while at >= first and wording.low[at] in said.adverbs:
        at -= 1
    unsaid = at >= first and (wording.low[at] in said.unsaid or wording.low[at] in said.hearsay)
    return unsaid and "," not in wording.gap(at)


def cue_before(wording: Wording, start: int, place: int) -> Cue | None:
    """Return what announces the words that begin at `place`; nothing before `start` is looked at."""
    here = wording.within(start, place)
    if not here:
        return None
    opening = wording.body[wording.ends[here.stop - 1] : place]
    opens = _OPENS.search(opening) is not None
    for at in reversed(here[-_FARTHEST_VERB:]):
        if not opens and at < here.stop - 1:
            return None
        found = _announcing(wording, here, at, place)
        if found is not None:
            return found
    return _colon(wording, here, place) if ":" in opening else None


def _announcing(wording: Wording, here: range, at: int, place: int) -> Cue | None:
    said, low = wording.said, wording.low[at]
    span = wording.span(at)
    if low in said.telling:
        clause = at  # "seorang saksi yang mengatakan", "dengan mengatakan": who does it stands before
        while clause > here.start and (
            wording.low[clause - 1] in said.relative or wording.low[clause - 1] in said.ends
        ):
            clause -= 1
        if clause == at and is_unsaid(wording, here.start, at):
            return None
        told = subject_before(wording, here.start, clause)
        return Cue(span=span, told=told or Told(), rule="quote.verb-before")
    begins = at == here.start or "," in wording.before(at)
    if wording.stem(at) in said.inverted and begins:
        return Cue(span=span, told=Told(words=span), rule="quote.pronoun-before")
    told = None
    length = wording.phrase(at, said.according)
    if length:
        told = speaker_after(wording, at + length, place)
    elif low in said.passive:
        told = passive_speaker(wording, at, place)
    elif low in said.inverted and begins:
        told = speaker_after(wording, at + 1, place)
    return Cue(span=span, told=told, rule="quote.verb-before") if told else None


def _colon(wording: Wording, here: range, place: int) -> Cue | None:
    people = [
        pair for pair in wording.names.inside(Span(wording.starts[here.start], place)) if pair[1].kind == "person"
    ]
    if not people:
        return None
    return Cue(span=None, told=Told(named=people[-1][1], words=people[-1][0].span), rule="quote.colon")
