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
_SHORTEST_VIEW: Final = 3  # words


def view_in(wording: Wording, here: range, end: int) -> Saying | None:
    """Return what words report as the view of somebody, or as what a paper of his tells."""
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
            return _view_of(wording, here, at, length, end) if pause or not far else None
    return None


def _view_of(wording: Wording, here: range, at: int, length: int, end: int) -> Saying | None:
    told = _source(wording, at + length, end) if length else Told(words=wording.span(at))
    if told is None:
        return None
    if wording.is_capital(at):  # a line that ends in no full stop stands before it
        here = range(at, here.stop)
    content = clause_around(wording, here, at, told, end)
    if content is None or len(wording.within(content.start, content.end)) < _SHORTEST_VIEW:
        return None
    return Saying(cue=wording.span(at, at + max(length, 1) - 1), told=told, content=content, rule="saying.according")


def _source(wording: Wording, at: int, end: int) -> Told | None:
    """Return whose view the words from `at` on name; whoever wrote it when it is that of a paper."""
    paper = _paper_at(wording, at)
    speaker = at + paper
    source = speaker_after(wording, speaker, end)
    if source is None or (paper and source.named is None and not _is_writer(source)):
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
    following = at + 1
    owned = following < len(wording) and (wording.low[following] in said.by or wording.low[following] in said.of)
    return following - first + (said.head_last and owned)


def _is_writer(source: Told) -> bool:
    """Say whether the words behind a paper look like whoever wrote it: "laporan Forum Sungai", not "aturan Nomor 3"."""
    words = source.described.split()
    return 0 < len(words) <= _LONGEST_WRITER and words[0][0].isupper() and not any(word.isdigit() for word in words)
