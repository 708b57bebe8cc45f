"""To whom, where and by what way something was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles.extraction.circumstance_words import CircumstanceWords
from articles.extraction.findings import Hop, Named
from articles.extraction.names import Names
from articles.extraction.surroundings import Part
from articles.text.spans import Span

_LONGEST: Final = 160  # characters
_LONGEST_LISTENER: Final = 80
_PIECE: Final = re.compile(r",\s+")
_LISTENERS: Final = ("person", "organisation", "government_body", "group", "country")


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is spoken to; `named` is None for those whom nobody names ("kepada wartawan")."""

    named: Named | None
    words: Span


def find_listener(
    parts: Sequence[Part], names: Names, words: CircumstanceWords, hops: Sequence[Hop]
) -> Listener | None:
    """Return who is spoken to; a newsroom that passes the words on is no listener."""
    for part in parts:
        for told in part.find_all(words.listeners):
            phrase = part.phrase(told.end(), words.listener_ends)
            if phrase is None or len(phrase) > _LONGEST_LISTENER or _given(part, told, words):
                continue
            whole = Span(_begin(told), _first_piece(part.body, phrase).end)
            if any(hop.words.overlaps(whole) for hop in hops):
                continue
            inside = names.inside(Span(phrase.start, whole.end)) if whole.end > phrase.start else []
            named = next((named for _, named in inside if named.kind in _LISTENERS), None)
            return Listener(named, whole)
    return None


def find_medium(parts: Sequence[Part], words: CircumstanceWords) -> Span | None:
    """Return the words for the way in which something was said: "keterangannya", "akun X-nya"."""
    for part in parts:
        for told in part.find_all(words.media):
            phrase = part.phrase(told.end(), words.medium_ends)
            if phrase is not None:
                return _first_piece(part.body, phrase)
    return None


def find_venue(
    parts: Sequence[Part], names: Names, words: CircumstanceWords, taken: Sequence[Span | None]
) -> Span | None:
    """Return the words for place and occasion together: "saat konferensi pers di Gedung DPR, Senayan"."""
    for part in parts:
        for told in part.find_all(words.occasions if part.after else words.openings):
            if any(span is not None and span.start <= told.start() < span.end for span in taken):
                continue
            phrase = part.phrase(told.end(), words.occasion_ends)
            if phrase is None or (told.lastgroup == "place" and not _follows(part, told.start(), words)):
                continue
            end = _with_places(part, names, phrase).end
            return Span(_begin(told), min(end, _begin(told) + _LONGEST))
    return None


def _given(part: Part, told: re.Match[str], words: CircumstanceWords) -> bool:
    return (
        words.given.search(part.body, max(part.span.start, told.start() - _LONGEST_LISTENER), told.start()) is not None
    )


def _begin(told: re.Match[str]) -> int:
    begin = told.start()
    while told.string[begin] in " ,\n":
        begin += 1
    return begin


def _first_piece(body: str, phrase: Span) -> Span:
    comma = _PIECE.search(body, phrase.start, phrase.end)
    return Span(phrase.start, comma.start()) if comma and comma.start() > phrase.start else phrase


def _follows(part: Part, place: int, words: CircumstanceWords) -> bool:
    """Tell whether a bare place follows a name or hearers, not the noun of one described: "seorang warga di Depok"."""
    near = max(part.span.start, place - _LONGEST_LISTENER)
    return not part.body[near:place].strip() or words.places_after.search(part.body, near, place) is not None


def _with_places(part: Part, names: Names, phrase: Span) -> Span:
    """Return the phrase up to its first comma, and further as long as places follow: "di Gedung DPR, Senayan"."""
    end = None
    for piece in _pieces(part.body, phrase):
        if end is not None and not _is_place(part, names, piece):
            break
        end = piece.end
    return Span(phrase.start, end) if end else phrase


def _pieces(body: str, phrase: Span) -> Iterator[Span]:
    start = phrase.start
    for comma in _PIECE.finditer(body, phrase.start, phrase.end):
        if comma.start() > start:
            yield Span(start, comma.start())
        start = comma.end()
    if start < phrase.end:
        yield Span(start, phrase.end)


def _is_place(part: Part, names: Names, piece: Span) -> bool:
    inside = names.inside(piece)
    if inside:
        return inside[0][1].kind in ("place", "country")
    # After a quote nobody but its speaker is named, and he stands before the place.
    return part.after and part.body[piece.start].isupper()
