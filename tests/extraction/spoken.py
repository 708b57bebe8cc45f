"""Texts in our own words, read for what is said in them. Who is named in them is told, not found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from articles.extraction.findings import Kind, Named, Printed, Quote
from articles.extraction.marks import find_marked
from articles.extraction.names import Names
from articles.extraction.speech import find_quotes
from articles.extraction.story import Story
from articles.text.spans import Span

PEOPLE: Final = (
    "Ana Wijaya|Ana",
    "Bima Santoso|Bima",
    "Citra Lestari|Citra",
    "Darto Widodo|Darto",
    "Elena Orlova|Orlova",
    "Peter Marsh|Marsh",
    "Ruth Adler|Adler",
)
BODIES: Final = ("Istana Utara", "Kementerian Danau", "PT Sungai Jernih|Sungai Jernih", "Forum Sungai", "Harbour Board")


class Said(NamedTuple):
    """A quote as its words tell it."""

    type: str
    speaker: str
    content: str


def named_in(body: str, roles: Mapping[str, str]) -> Names:
    """Return the people and bodies above, wherever they are printed; `roles`: name -> role printed before it."""
    found = [*_named(body, "person", PEOPLE, roles), *_named(body, "organisation", BODIES, roles)]
    return Names(body, found)


def _named(body: str, kind: Kind, entries: tuple[str, ...], roles: Mapping[str, str]) -> Iterator[Named]:
    for entry in entries:
        forms = entry.split("|")
        places = list(re.finditer(rf"\b(?:{entry})\b", body))
        printed = tuple(
            Printed(
                span=Span(*place.span()),
                form="full" if place[0] == forms[0] else "short",
                role=_role(body, place, roles),
            )
            for place in places
        )
        if printed:
            yield Named(
                kind=kind, name=forms[0], variants=tuple(forms[1:]), printed=printed, rule="told", confidence=1.0
            )


def _role(body: str, place: re.Match[str], roles: Mapping[str, str]) -> Span | None:
    role = roles.get(place[0], "")
    start = body.rfind(role, 0, place.start()) if role else -1
    return (
        Span(start, start + len(role))
        if start >= 0 and not body[start + len(role) : place.start()].strip(" ,")
        else None
    )


def quotes_in(body: str, *, language: str = "id", roles: Mapping[str, str] | None = None) -> tuple[Quote, ...]:
    """Return the quotes of a text that names nobody but the people and bodies above."""
    story = Story(body=body, language=language)
    return find_quotes(story, find_marked(story), named_in(body, roles or {}), ())


def said_in(body: str, *, language: str = "id", roles: Mapping[str, str] | None = None) -> list[Said]:
    """Return the same as type, speaker and words."""
    return [
        Said(quote.type, quote.speaker.name, quote.content.of(body))
        for quote in quotes_in(body, language=language, roles=roles)
    ]


def speakers_in(body: str, *, language: str = "id", roles: Mapping[str, str] | None = None) -> list[str]:
    """Return the speaker of each direct quote."""
    return [said.speaker for said in said_in(body, language=language, roles=roles) if said.type == "direct"]
