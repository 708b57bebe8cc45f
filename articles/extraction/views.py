"""Whose view a sentence tells: "menurut X", "menurut laporan X"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.asides import clause_around, may_speak
from articles.extraction.saying import Saying
from articles.extraction.speakers import speaker_after
from articles.extraction.told import Told
from articles.extraction.wording import Wording

_OPENING: Final = 10  # words of a sentence in which "menurut X" opens it
_LONGEST_WRITER: Final = 5  # words
_LONGEST_PAPER: Final = 4  # words of "a new annual report"
_LONGEST_TAIL: Final = 6  # words between a paper and its writer: "yang diterima wartawan dari"
_SHORTEST_VIEW: Final = 3  # words


def view_in(wording: Wording, here: range, end: int) -> Saying | None:
    """Return what words report as the view of somebody, or as what a paper of his tells."""
    said = wording.said
    for at in here:
        far = at - here.start > _OPENING
        if far and wording.low[at] in said.verbs:
            return None
        length = _opening_of_view(wording, here, at)
        if not length and wording.stem(at) not in said.according:
            continue
        inner = not length or wording.low[min(at + length, len(wording) - 1)] in said.pronouns
        pause = inner or at == here.start or "," in wording.before(at)
        if pause or wording.low[at - 1] in said.begins:
            return _view_of(wording, here, at, length, end) if pause or not far else None
    return None


def _opening_of_view(wording: Wording, here: range, at: int) -> int:
    """Return how many words from `at` on open a view: "menurut", "berdasarkan" before an account, "bagi" a person."""
    said, low = wording.said, wording.low[at]
    if low in said.according_heads:
        return wording.phrase(at, said.according)
    if low in said.based:
        return int(at + 1 < here.stop and wording.low[at + 1] in said.accounts)
    return int(low in said.beholders and at == here.start)


def _view_of(wording: Wording, here: range, at: int, length: int, end: int) -> Saying | None:
    told = _source(wording, at + length, end) if length else Told(words=wording.span(at))
    if told is None or (wording.low[at] in wording.said.beholders and not _beholds(wording, told)):
        return None
    if wording.low[at] in wording.said.based and _speaks(wording, told):
        return None
    if wording.is_capital(at):  # a line that ends in no full stop stands before it
        here = range(at, here.stop)
    content = clause_around(wording, here, at, told, end)
    if content is None or len(wording.within(content.start, content.end)) < _SHORTEST_VIEW:
        return None
    return Saying(cue=wording.span(at, at + max(length, 1) - 1), told=told, content=content, rule="saying.according")


def _beholds(wording: Wording, told: Told) -> bool:
    """Say whether a person before a comma sees it so: "Bagi Ana, jalan itu rusak"; not "Bagi Ana, ini gelar ketiga"."""
    if told.words is None or told.named is None or told.named.kind != "person":
        return False
    following = wording.index(told.words.end)
    comma = following < len(wording) and wording.before(following).strip() == ","
    return comma and wording.low[following] not in wording.said.demonstratives


def _speaks(wording: Wording, told: Told) -> bool:
    """Say whether a verb of saying follows at once: "berdasarkan keterangan Kapolsek Hulu, Ana menyebut"."""
    following = wording.index(told.words.end) if told.words is not None else len(wording)
    return following < len(wording) and wording.low[following] in wording.said.telling


def _source(wording: Wording, at: int, end: int) -> Told | None:
    """Return whose view the words from `at` on name; whoever wrote it when it is that of a paper."""
    paper = _paper_at(wording, at)
    speaker = at + paper
    source = speaker_after(wording, speaker, end)
    account = paper > 0 and wording.low[at] in wording.said.accounts and may_speak(wording, speaker)
    if source is None or (paper and source.named is None and not account and not _is_writer(source)):
        return None
    apart = source.words is not None and "," in wording.body[wording.starts[speaker] : source.words.start]
    if apart and not may_speak(wording, speaker):
        return None  # "menurut kepercayaan lokal, ... Ana"
    return replace(source, paper=True) if paper else source


def _paper_at(wording: Wording, at: int) -> int:
    """Return how many words from `at` on tell of a paper before its writer: "laporan", "a new report by"; 0: none."""
    said, first = wording.said, at
    while said.head_last and at < min(first + _LONGEST_PAPER, len(wording)) and wording.low[at] not in said.papers:
        if wording.is_capital(at) or wording.before(at).strip():
            return 0
        at += 1
    if at >= min(first + _LONGEST_PAPER, len(wording)) or wording.low[at] not in said.papers:
        return 0
    following = _past_tail(wording, at + 1)
    owned = following < len(wording) and (wording.low[following] in said.by or wording.low[following] in said.of)
    return following - first + (said.head_last and owned)


def _past_tail(wording: Wording, at: int) -> int:
    """Return the first word of whoever wrote a paper: behind "resmi", "pers", "yang diterima dari", "yang dirilis"."""
    said = wording.said
    first = at
    while at < min(first + _LONGEST_TAIL, len(wording) - 1) and not wording.before(at).strip():
        low = wording.low[at]
        if low in said.relative and not said.head_last:
            given = wording.low[at + 1] in said.handed
            source = range(at + 2, min(at + _LONGEST_TAIL, len(wording) - 1))
            direct = at + 2 if given else at
            return next((there + 1 for there in source if wording.low[there] in said.paper_tails), direct)
        if low not in said.paper_tails or wording.is_capital(at):
            break
        at += 1
    return at


def _is_writer(source: Told) -> bool:
    """Say whether the words behind a paper look like whoever wrote it: "laporan Forum Sungai", not "aturan Nomor 3"."""
    words = source.described.split()
    return 0 < len(words) <= _LONGEST_WRITER and words[0][0].isupper() and not any(word.isdigit() for word in words)
