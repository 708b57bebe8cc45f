"""What search compares: one analysis for documents and queries, so that both always meet.

PostgreSQL stores the result and adds no analysis of its own. Words are casefolded, Latin accents and
apostrophes go ("Jum’at" is jumat), an English 's is cut; hyphens and full stops part words ("angka-angka" is
two, "REPUBLIKA.CO.ID" three); figures take one form (1.100, 1,100 and 1100 are 1100); a day printed with its
year is also its ISO day. Function words stay. Nothing is stemmed: a stem will be one more reading of its word
in `_places`, and so a token at the same position.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Final, Literal

from articles.text.normalise import APOSTROPHES, unaccent
from articles.text.numbers import CURRENCY_CODES, UNITS, BadNumber, parse_figures, plain
from articles.text.printed_dates import full_days
from articles.text.spans import Span

LONGEST_LEXEME: Final = 255  # bytes; PostgreSQL takes 2,046, no word needs them
LAST_POSITION: Final = 16_383  # PostgreSQL's; phrases beyond it are not kept apart
MOST_POSITIONS: Final = 256  # of one lexeme, PostgreSQL's
LARGEST_VECTOR: Final = 1_000_000  # bytes of the literal; PostgreSQL refuses a vector over 1 MiB
FIELD_GAP: Final = 10  # positions between fields, wider than any step of a phrase

# Marks of scripts whose words they belong to, and characters that nobody sees.
_INNER: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
    "\u00ad\u200b-\u200d\u2060\ufeff"
)
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_POSSESSIVE: Final = re.compile(f"[{APOSTROPHES}]s$", re.IGNORECASE)
_DROPPED: Final = re.compile(f"[{APOSTROPHES}]")
_PLACE: Final = re.compile(
    rf"(?P<code>(?<![^\W_]){CURRENCY_CODES}(?=[0-9]))"
    rf"|(?P<figures>[0-9]++(?:[.,][0-9]++)*+)(?:(?={UNITS})|(?![^\W_]))"
    rf"|(?P<glued>[0-9]++(?:[.,][0-9]++)++)"
    rf"|(?P<word>[^\W_](?:[^\W_]++|[{_INNER}]|[{APOSTROPHES}](?=[^\W_]))*+)",
    re.IGNORECASE,
)
_GROUP: Final = re.compile("[0-9]+")
_AROUND: Final = '"“”()[].,:;!?…–—-'  # what newspapers set beside a word, and no part of any
# What every day of `full_days` holds, and few paragraphs do.
_MAY_BE_DAY: Final = re.compile("[0-9](?:[^0-9]{1,30}[0-9]{4}|[0-9]{3}-[0-9])")

Kind = Literal["word", "number", "date"]
_Reading = tuple[int, int, int, Kind, str]  # start, end, position, kind, lexeme
_Lexemes = tuple[str, ...]  # all that one place may be searched as


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What search compares for a stretch of text.

    Tokens at one position are readings of the same place; a date reaches over the tokens of its day, month
    and year, which follow it at its own and the next positions.
    """

    span: Span
    lexeme: str  # at most 255 bytes of UTF-8
    kind: Kind
    position: int  # 1 for the first word of the text


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a document and how much a hit in it weighs, A most."""

    text: str
    weight: Literal["A", "B", "C", "D"]


def analyse(text: str, language: str = "") -> Iterator[Token]:
    """Yield the tokens of `text` in order of position.

    `language` adds to figures what they mean in it where that differs from their shape ("14,455" is
    14455, and in Indonesian 14.455 too); without it a query meets both.
    """
    for start, end, position, kind, lexeme in _readings(text, language):
        yield Token(span=Span(start, end), lexeme=lexeme, kind=kind, position=position)


def _readings(text: str, language: str) -> Iterator[_Reading]:
    """Yield what `analyse` does, without the objects that an index of a million articles need not make."""
    days = iter([(day.span, day.date.isoformat()) for day in full_days(text) if day.date])
    day = next(days, None)
    for position, (start, end, kind, lexemes) in enumerate(_places(text, language), 1):
        if day is not None and start >= day[0].start:
            yield day[0].start, day[0].end, position, "date", day[1]
            day = next(days, None)
        for lexeme in lexemes:
            yield start, end, position, kind, lexeme


def _places(text: str, language: str) -> Iterator[tuple[int, int, Literal["word", "number"], _Lexemes]]:
    """Yield each stretch that takes a position, with all that it may be searched as."""
    for found in _PLACE.finditer(text):
        start, end = found.span()
        figures = found["figures"] or found["glued"]
        if figures is None:
            if word := _word(found[0]):  # Unicode counts some apostrophes as letters: alone they are no word
                yield start, end, "word", (word,)
        elif numbers := _numbers(figures, language):
            yield start, end, "number", numbers
        else:  # 1.2.3, 0812: no number, but searched for all the same
            for group in _GROUP.finditer(text, start, end):
                yield *group.span(), "word", (_cut(group[0]),)


def _word(printed: str) -> str:
    if printed.isascii() and printed.isalnum():
        return _cut(printed.lower())
    seen = _UNSEEN.sub("", printed)
    return _cut(unaccent(_DROPPED.sub("", _POSSESSIVE.sub("", seen))))


def _numbers(figures: str, language: str) -> tuple[str, ...]:
    readers = ("",) if figures.isdigit() else ("", language)  # languages differ in separators alone
    try:
        values = [parse_figures(figures, reader) for reader in readers]
    except BadNumber:
        return ()
    return tuple(dict.fromkeys(plain(value) for value in values))


def _cut(lexeme: str) -> str:
    if len(lexeme) * 4 <= LONGEST_LEXEME:  # no character takes more than four bytes
        return lexeme
    encoded = lexeme.encode()
    return lexeme if len(encoded) <= LONGEST_LEXEME else encoded[:LONGEST_LEXEME].decode(errors="ignore")


def tsvector(fields: Iterable[Field], language: str = "") -> str:
    """Return `fields` as the text of a PostgreSQL tsvector, with positions and weights.

    Give the most important field first: of a lexeme the first 256 positions are kept, and of a document
    that is too large the lexemes that come first. No phrase reaches from one field into the next.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)  # places as they are written
    start = 0
    for field in fields:
        last, weight = start, field.weight
        for last, lexemes in enumerate(_searched(field.text, language), start + 1):
            for lexeme in lexemes:
                if last < LAST_POSITION:
                    found[lexeme].append(f"{last}{weight}")
                else:
                    _place_last(found[lexeme], weight)
        start = last + FIELD_GAP
    return _literal(found)


def _searched(text: str, language: str) -> Iterator[_Lexemes]:
    """Yield what stands at each position: the lexemes of `analyse`, for an index that needs no more of them."""
    if _MAY_BE_DAY.search(text):
        for _, readings in groupby(_readings(text, language), key=itemgetter(2)):
            yield tuple(lexeme for *_, lexeme in readings)
        return
    for piece in text.split():  # nothing but a day reaches over white space
        word = piece.strip(_AROUND)
        if word.isascii() and word.isalpha():  # most are, and nothing else need be asked of them
            yield (_cut(word.lower()),)
        else:
            yield from (lexemes for *_, lexemes in _places(piece, language))


def _place_last(places: list[str], weight: str) -> None:
    """Add the last position, where all that follows stands too, with the heaviest of its weights."""
    place = f"{LAST_POSITION}{weight}"
    if places and places[-1][:-1] == place[:-1]:
        places[-1] = min(places[-1], place)
    else:
        places.append(place)


def _literal(found: Mapping[str, Sequence[str]]) -> str:
    entries = [f"{quote_lexeme(lexeme)}:{','.join(places[:MOST_POSITIONS])}" for lexeme, places in found.items()]
    literal = " ".join(entries)
    if len(literal.encode()) < LARGEST_VECTOR:
        return literal
    sizes = accumulate(len(entry.encode()) + len(" ") for entry in entries)
    return " ".join(entry for entry, size in zip(entries, sizes, strict=True) if size <= LARGEST_VECTOR)


def quote_lexeme(lexeme: str, *, prefix: bool = False) -> str:
    """Quote a lexeme for the text of a tsvector or tsquery; `prefix` asks for all that begin with it."""
    quoted = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}':*" if prefix else f"'{quoted}'"
