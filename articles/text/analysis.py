"""What search compares: one analysis for documents and queries, so that both always meet.

PostgreSQL stores the result and adds no analysis of its own. Words are casefolded, Latin accents and
apostrophes go ("Jum’at" is jumat), an English 's is cut; hyphens and full stops part words ("angka-angka" is
two, "REPUBLIKA.CO.ID" three), those of an acronym do not (B.N.P.B. is bnpb). Beside an inflected word stands the
family that it belongs to (`stems`), at the same position. Figures take one form (1.100, 1,100 and 1100 are 1100); a
day printed with its year is also its ISO day, a number with words in it its value (`stretches`). Small words stay.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final, Literal

from articles.text.normalise import APOSTROPHES, unaccent
from articles.text.numbers import CURRENCY_CODES, UNITS, BadNumber, parse_figures, plain
from articles.text.spans import Span
from articles.text.stems import doubled, stored
from articles.text.stretches import Stretch, may_hold, stretches

# Raised when entries written before would be found by other words (tests/text/test_edition.py).
EDITION: Final = "words-2"
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
    rf"|(?P<initials>(?-i:(?<![^\W_])(?:[A-Z]\.){{2,}}+(?:[A-Z](?![^\W_]))?+))"
    rf"|(?P<word>[^\W_](?:[^\W_]++|[{_INNER}]|[{APOSTROPHES}](?=[^\W_]))*+)",
    re.IGNORECASE,
)
_PIECE: Final = re.compile(r"\S+")
_GROUP: Final = re.compile("[0-9]+")
_LONGEST_KEPT: Final = 40  # characters of a piece that is worth remembering
_MOST_KEPT: Final = 2**18  # pieces of one language, some 50 MB

# A numeral is a number of more than figures. Those two may reach over several words.
Kind = Literal["word", "stem", "number", "numeral", "date"]
_Reading = tuple[int, int, int, Kind, str]  # start, end, position, kind, lexeme
_Lexemes = tuple[str, ...]  # all that one place may be searched as


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What search compares for a stretch of text.

    Tokens at one position are readings of the same place; a date reaches over the tokens of its day, month
    and year, which follow it at its own and the next positions, and so does a numeral.
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
    14455, and in Indonesian 14.455 too), and to words their families in it; of a query, which has no language,
    the words and numbers are compared, and `stems.asked` tells its families.
    """
    for start, end, position, kind, lexeme in _readings(text, language):
        yield Token(span=Span(start, end), lexeme=lexeme, kind=kind, position=position)


def _readings(text: str, language: str) -> Iterator[_Reading]:
    waiting = deque(stretches(text, language))
    for position, (start, end, kind, lexemes) in enumerate(_places(text, language), 1):
        if waiting and start >= waiting[0].start:
            stretch = waiting.popleft()
            for lexeme in stretch.lexemes:
                yield stretch.start, stretch.end, position, stretch.kind, lexeme
        for number, lexeme in enumerate(lexemes):
            yield start, end, position, "stem" if number and kind == "word" else kind, lexeme


def _places(text: str, language: str) -> Iterator[tuple[int, int, Literal["word", "number"], _Lexemes]]:
    """Yield each stretch that takes a position, with all that it may be searched as; of a word, itself first."""
    for found in _PLACE.finditer(text):
        start, end = found.span()
        figures = found["figures"] or found["glued"]
        if found["initials"]:
            yield start, end, "word", (_cut(found[0].replace(".", "").lower()),)
        elif figures is None:
            if word := _word(found[0]):  # Unicode counts some apostrophes as letters: alone they are no word
                yield start, end, "word", (word, *_families(word, text, found, language))
        elif numbers := _numbers(figures, language):
            yield start, end, "number", numbers
        else:  # 1.2.3, 0812: no number, but searched for all the same
            for group in _GROUP.finditer(text, start, end):
                yield *group.span(), "word", (_cut(group[0]),)


def _families(word: str, text: str, found: re.Match[str], language: str) -> _Lexemes:
    """Return the lexemes of the families of a word; "undang-undang" is not of the family of "undang"."""
    if doubled(word):
        behind = text[found.end() : found.end() + len(word) + 1].lower()
        before = text[max(0, found.start() - len(word) - 1) : found.start()].lower()
        if behind == f"-{word}" or before == f"{word}-":
            return ()
    return stored(word, language)


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


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the lexemes of a document stand; a place is written as PostgreSQL does, position and weight: 12A."""

    lexemes: dict[str, list[str]]  # in order of their first places
    ends: list[int]  # the last position of each field; that before it, of an empty one


def tsvector(fields: Iterable[Field], language: str = "") -> str:
    """Return `fields` as the text of a PostgreSQL tsvector, with positions and weights.

    Give the most important field first: of a lexeme the first 256 positions are kept, and of a document
    that is too large the lexemes that come first. No phrase reaches from one field into the next.
    """
    return written(placed(fields, language).lexemes)


def placed(fields: Iterable[Field], language: str = "") -> Placed:
    """Return what stands where in `fields`; `tsvector` says in which order to give them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    ends, start = [], 0
    for field in fields:
        last, weight = start, field.weight
        for last, lexemes in enumerate(_searched(field.text, language), start + 1):
            place = f"{last}{weight}"
            if last < LAST_POSITION:
                for lexeme in lexemes:
                    found[lexeme].append(place)
            else:
                for lexeme in lexemes:
                    _place_last(found[lexeme], weight)
        ends.append(last)
        start = last + FIELD_GAP
    return Placed(found, ends)


def _searched(text: str, language: str) -> Iterator[_Lexemes]:
    """Yield what stands at each position: the lexemes of `analyse`, for an index that needs no more of them.

    Nothing but a stretch reaches over white space, so all other pieces of a text are read once and remembered.
    """
    waiting = deque(stretches(text, language)) if may_hold(text) else None
    memory = _memory(language)
    if not waiting:
        for piece in text.split():
            yield from memory.get(piece) or _learnt(piece, language)
        return
    for found in _PIECE.finditer(text):
        if waiting and waiting[0].start < found.end():
            yield from _with_stretches(found, waiting, language)
        else:
            yield from memory.get(found[0]) or _learnt(found[0], language)


@cache
def _memory(_language: str) -> dict[str, tuple[_Lexemes, ...]]:
    """Return the places of pieces read before; a plain dict is twice as fast as lru_cache."""
    return {}


def _learnt(piece: str, language: str) -> tuple[_Lexemes, ...]:
    places = tuple(lexemes for *_, lexemes in _places(piece, language))
    memory = _memory(language)
    if len(memory) >= _MOST_KEPT:
        memory.clear()
    if len(piece) <= _LONGEST_KEPT:
        memory[piece] = places
    return places


def _with_stretches(piece: re.Match[str], waiting: deque[Stretch], language: str) -> Iterator[_Lexemes]:
    """Yield the places of a piece of text, and take the stretches that begin there from those that wait."""
    for start, _, _, lexemes in _places(piece[0], language):
        begins = waiting and waiting[0].start <= piece.start() + start
        yield (*(waiting.popleft().lexemes if begins else ()), *lexemes)


def _place_last(places: list[str], weight: str) -> None:
    """Add the last position, where all that follows stands too, with the heaviest of its weights."""
    place = f"{LAST_POSITION}{weight}"
    if places and places[-1][:-1] == place[:-1]:
        places[-1] = min(places[-1], place)
    else:
        places.append(place)


def written(found: Mapping[str, Sequence[str]]) -> str:
    """Return the places of lexemes as the text of a tsvector, no more than PostgreSQL takes."""
    entries = [
        f"{quote_lexeme(lexeme)}:{','.join(places if len(places) < MOST_POSITIONS else places[:MOST_POSITIONS])}"
        for lexeme, places in found.items()
    ]
    literal = " ".join(entries)
    if len(literal.encode()) < LARGEST_VECTOR:
        return literal
    sizes = accumulate(len(entry.encode()) + len(" ") for entry in entries)
    return " ".join(entry for entry, size in zip(entries, sizes, strict=True) if size <= LARGEST_VECTOR)


def quote_lexeme(lexeme: str, *, prefix: bool = False) -> str:
    """Quote a lexeme for the text of a tsvector or tsquery; `prefix` asks for all that begin with it."""
    quoted = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}':*" if prefix else f"'{quoted}'"
