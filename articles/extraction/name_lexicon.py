"""What is known of single words and fixed phrases, by language: all lists in one table, asked once for each word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Final

from articles.extraction.english import bodies as english_bodies
from articles.extraction.english import names as english
from articles.extraction.english import people as english_people
from articles.extraction.english import places as english_places
from articles.extraction.english import roles as english_roles
from articles.extraction.findings import Kind
from articles.extraction.indonesian import bodies as indonesian_bodies
from articles.extraction.indonesian import names as indonesian
from articles.extraction.indonesian import people as indonesian_people
from articles.extraction.indonesian import places as indonesian_places
from articles.extraction.indonesian import roles as indonesian_roles


class Is:
    """What a word may be; most words are several things, or none that is known. Plain numbers: asked for every word."""

    OFFICE: Final = 1 << 0
    DESCRIPTION: Final = 1 << 1
    DETAIL: Final = 1 << 2
    TITLE: Final = 1 << 3
    RANK: Final = 1 << 4
    DEGREE: Final = 1 << 5
    NAME: Final = 1 << 6
    PLAIN: Final = 1 << 7
    CALENDAR: Final = 1 << 8
    THING: Final = 1 << 9
    GOVERNMENT_HEAD: Final = 1 << 10
    BODY_HEAD: Final = 1 << 11
    PLACE_HEAD: Final = 1 << 12
    SAID_BY: Final = 1 << 13
    ACT: Final = 1 << 14
    ADVERB: Final = 1 << 15
    BEFORE_PEOPLE: Final = 1 << 16
    BEFORE_PLACES: Final = 1 << 17
    WITHIN_NAMES: Final = 1 << 18
    WITHIN_BODIES: Final = 1 << 19
    BETWEEN: Final = 1 << 20
    ACTING_AS: Final = 1 << 21
    DEMONYM: Final = 1 << 22
    DIRECTION: Final = 1 << 23
    AREA_HEAD: Final = 1 << 24
    INITIALS_AFTER: Final = 1 << 25
    ALIAS: Final = 1 << 26
    NO_BODY: Final = 1 << 27  # an acronym of a thing
    PHRASE: Final = 1 << 28  # begins a fixed phrase
    DERIVED: Final = 1 << 30  # formed as no name is
    OF_OFFICE: Final = 1 << 31
    ARTICLE: Final = 1 << 32
    GOVERNS: Final = 1 << 33  # an office whose place stands behind it
    NEWSROOM: Final = 1 << 34
    KIN: Final = 1 << 35
    NAMING: Final = 1 << 36
    BYSTANDER: Final = 1 << 37
    SPEAKS: Final = 1 << 38  # speaks somewhere in the text, called by this word alone; no list tells it
    BEFORE_THINGS: Final = 1 << 39
    SHORTENED: Final = 1 << 40
    CALLED_BY: Final = 1 << 41
    BEFORE_CALLED: Final = 1 << 42
    HEAD_LAST: Final = 1 << 43  # an office behind the words that tell which: "Market Analyst"
    CLOSES_BODY: Final = 1 << 29  # ends the name of a body: "Health Ministry", "Grab Holdings"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """What one language's newsrooms print."""

    flags: Mapping[str, int]  # by word in small letters, without full stops
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]  # by first word, the longest first
    whole: frozenset[tuple[str, ...]]  # phrases of one word: a body that needs no more to be named
    areas: frozenset[tuple[str, ...]]  # the places and countries among the phrases
    glued: re.Pattern[str]  # a name with the word behind it, printed without a space
    glued_surely: frozenset[str]  # of such words, those that end no name
    ending: re.Pattern[str]  # of names
    said_by: re.Pattern[str]  # a word of saying, and the word in capitals right behind it
    pairs: frozenset[str]  # offices of two words whose second one is a name elsewhere
    acronymic: re.Pattern[str]  # names of bodies made of the beginnings of words: "Kemendag", "Disdikpora"
    short_office: re.Pattern[str]  # short forms of offices, as printed: "MenLH", "Kasatreskrim"
    derived: re.Pattern[str]  # words formed as no name is: "pengembangan", "sosialisasi"
    known_as: frozenset[str]  # before what somebody is known as, at the end of "dikenal sebagai"
    known_from: frozenset[str]  # at its beginning: "yang", "atau"
    role_last: bool  # "Russian President", "Health Ministry": what it is president of comes before


def _flags(lists: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    flags: dict[str, int] = {}
    for flag, words in lists:
        for word in words:
            flags[word] = flags.get(word, 0) | flag
    return flags


def _phrases(lists: Iterable[tuple[Kind, Iterable[str]]]) -> dict[str, tuple[tuple[tuple[str, ...], Kind], ...]]:
    """Return phrases by their first word; the first list that holds one tells its kind."""
    kinds: dict[tuple[str, ...], Kind] = {}
    for kind, phrases in lists:
        for phrase in phrases:
            kinds.setdefault(tuple(phrase.replace(".", "").split()) if "." not in phrase[1:-1] else (phrase,), kind)
    by_first: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for words, kind in sorted(kinds.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(words[0], []).append((words, kind))
    return {first: tuple(found) for first, found in by_first.items()}


def _lexicon(
    small: ModuleType, roles: tuple[ModuleType, ...], bodies: tuple[ModuleType, ...], places: tuple[ModuleType, ...]
) -> Lexicon:
    """Return one language's lexicon: its own small words; names, offices, bodies and places cross borders."""
    phrases = _phrases(
        [
            ("person", indonesian_people.CALLED),
            ("news_agency", [*indonesian_bodies.NEWS_AGENCIES, *(p for b in bodies for p in b.AGENCY_PHRASES)]),
            ("publisher", [*indonesian_bodies.PUBLISHERS, *(p for b in bodies for p in b.PUBLISHER_PHRASES)]),
            ("group", [p for b in bodies for p in b.GROUPS]),
            ("government_body", [p for b in bodies for p in (*b.GOVERNMENT, *b.GOVERNMENT_PHRASES)]),
            ("organisation", [p for b in bodies for p in (*b.ORGANISATIONS, *b.ORGANISATION_PHRASES)]),
            ("country", [p for b in places for p in b.COUNTRIES]),
            ("place", [p for b in places for p in b.REGIONS]),
            ("place", [*indonesian_places.PROVINCES, *indonesian_places.CITIES, *indonesian_places.WORLD]),
        ]
    )
    flags = _flags(
        [
            (Is.TITLE, small.TITLES),
            (Is.RANK, small.RANKS),
            (Is.DEGREE, small.DEGREES),
            (Is.SAID_BY, small.SAID_BY),
            (Is.ACT, small.ACTS),
            (Is.ADVERB, small.ADVERBS),
            (Is.BEFORE_PEOPLE, small.BEFORE_PEOPLE),
            (Is.BEFORE_PLACES, small.BEFORE_PLACES),
            (Is.BEFORE_THINGS, small.BEFORE_THINGS),
            (Is.SHORTENED, small.SHORTENED),
            (Is.INITIALS_AFTER, small.INITIALS_AFTER),
            (Is.ALIAS, small.ALIAS),
            (Is.CALLED_BY, small.CALLED_BY),
            (Is.BEFORE_CALLED, small.BEFORE_CALLED),
            (Is.NEWSROOM, small.NEWSROOM),
            (Is.WITHIN_NAMES, small.WITHIN_NAMES),
            (Is.WITHIN_BODIES, small.WITHIN_BODIES),
            (Is.OF_OFFICE, small.OF_OFFICES),
            (Is.ARTICLE, small.ARTICLES),
            (Is.CALENDAR, small.CALENDAR),
            (Is.THING, small.THINGS),
            (Is.PLAIN, small.PLAIN),
            *((flag, getattr(module, name)) for module in roles for flag, name in _ROLE_LISTS),
            *((Is.GOVERNMENT_HEAD, module.GOVERNMENT_HEADS) for module in bodies),
            *((Is.BODY_HEAD, module.ORGANISATION_HEADS) for module in bodies),
            *(
                (Is.CLOSES_BODY, words)
                for words in (english_bodies.GOVERNMENT_HEADS, english_bodies.ORGANISATION_HEADS)
            ),
            *((Is.NO_BODY, module.THINGS) for module in bodies),
            *((Is.PLACE_HEAD, module.PLACE_HEADS) for module in places),
            (Is.AREA_HEAD, indonesian_places.AREA_HEADS),
            (Is.DIRECTION, indonesian_places.DIRECTIONS),
            (Is.DEMONYM, english_places.DEMONYMS),
            (Is.NAME, indonesian_people.NAMES),
            (
                Is.NAME,
                english_people.NAMES - small.PLAIN - small.SAID_BY - frozenset().union(*(r.DETAILS for r in roles)),
            ),
            (Is.PHRASE, phrases),
        ]
    )
    return Lexicon(
        flags=flags,
        phrases=phrases,
        whole=frozenset(words for found in phrases.values() for words, _ in found if len(words) == 1),
        areas=frozenset(words for found in phrases.values() for words, kind in found if kind in ("place", "country")),
        glued=re.compile(rf"([A-Z][a-z]{{3,15}}?)({small.GLUED})"),
        glued_surely=small.GLUED_SURELY,
        ending=re.compile(rf"(?i)[a-z'’]{{2,}}(?:{'|'.join((*indonesian_people.ENDINGS, *english_people.ENDINGS))})$"),
        said_by=re.compile(rf"(?<!\w)(?:{'|'.join(sorted(small.SAID_BY))}) ([A-Z][a-z]{{2,20}}+)(?![\w-])"),
        pairs=frozenset().union(*(module.PAIRS for module in roles)),
        acronymic=re.compile(indonesian_bodies.ACRONYMIC),
        short_office=re.compile(indonesian_roles.SHORT_OFFICES),
        derived=re.compile(small.DERIVED),
        known_as=small.KNOWN_AS,
        known_from=small.KNOWN_FROM,
        role_last=small is english,
    )


_ROLE_LISTS: Final = (
    (Is.OFFICE, "OFFICES"),
    (Is.GOVERNS, "GOVERNING"),
    (Is.DESCRIPTION, "DESCRIPTIONS"),
    (Is.KIN, "KIN"),
    (Is.NAMING, "NAMING"),
    (Is.BYSTANDER, "BYSTANDERS"),
    (Is.DETAIL, "DETAILS"),
    (Is.HEAD_LAST, "HEADS_LAST"),
    (Is.BETWEEN, "BETWEEN"),
    (Is.ACTING_AS, "ACTING_AS"),
)
LEXICONS: Final[Mapping[str, Lexicon]] = {
    "id": _lexicon(
        indonesian,
        (indonesian_roles,),
        (indonesian_bodies, english_bodies),
        (indonesian_places, english_places),
    ),
    "en": _lexicon(
        english,
        (english_roles,),
        (english_bodies, indonesian_bodies),
        (english_places, indonesian_places),
    ),
}
