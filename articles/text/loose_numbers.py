"""Numbers that are a fraction or only a size: "sepertiga", "dua setengah", "puluhan ribu", "200-an".

`articles.text.numbers` reads the others. A size has the least value that it means: "ratusan" is a hundred or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from articles.text.number_figures import BadNumber, parse_figures
from articles.text.number_words import SCALES, WORDS, Role
from articles.text.numbers import FoundNumber
from articles.text.printed_dates import GAP
from articles.text.spans import Span

_PLACES: Final = Decimal("0.000001")  # a third is 0.333333
_SIZES: Final = {
    "id": {"puluhan": 10, "belasan": 11, "lusinan": 12, "ratusan": 100, "ribuan": 10**3, "jutaan": 10**6}
    | {"miliaran": 10**9, "milyaran": 10**9, "triliunan": 10**12},
    "en": {"dozens": 24, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9},
}
_MANY: Final = ("ribuan", "jutaan", "miliaran", "milyaran", "triliunan")  # behind figures: "7 miliaran"
_TIMES_SIZE: Final = {"tens": 10, "hundreds": 100}  # "tens of thousands"
_PARTS: Final = {
    "sepertiga": 3,
    "seperempat": 4,
    "seperlima": 5,
    "seperenam": 6,
    "seperdelapan": 8,
    "sepersepuluh": 10,
    "pertiga": 3,
    "perempat": 4,
    "perlima": 5,
    "perenam": 6,
    "perdelapan": 8,
    "persepuluh": 10,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}
_SMALL: Final = {word: entry.value for word, entry in WORDS[""].items() if entry.role in {Role.UNIT, Role.TEEN}}
# Without one of these there is nothing to look for, which spares most texts the pattern.
_TELLING: Final = {
    "id": (
        *_SIZES["id"],
        "seper",
        "pertiga",
        "perempat",
        "perlima",
        "setengah",
        "separuh",
        "separo",
        "-an",
        "0an",
    ),
    "en": (*_SIZES["en"], "half", "third", "quarter", "fourths", "fifth", "tenth"),
}
_DECADE: Final = re.compile(r"(?:1[4-9]|20)[0-9]0")


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseNumber(FoundNumber):
    """A fraction or a size where it is printed."""

    is_size: bool  # "ratusan": `value` is the least that is meant
    is_part: bool  # "sepertiga": of what is named behind it


def find_loose_numbers(text: str, language: str = "") -> list[LooseNumber]:
    """Return the fractions and sizes printed in `text`, in order, as `language` prints them: "en", else "id"."""
    language = "en" if language.split("-")[0] == "en" else "id"
    small = text.lower()
    if not any(word in small for word in _TELLING[language]):
        return []
    pattern = _pattern(language)
    read = ((found, _value(found)) for found in pattern.finditer(text))
    return [_number(text, found, value) for found, value in read if value is not None]


def _number(text: str, found: re.Match[str], value: Decimal) -> LooseNumber:
    span = Span(*found.span())
    scale = found["scale"]
    is_size = bool(found["size"] or found["around"])
    return LooseNumber(
        span=span,
        value=value * SCALES[scale.lower()].value if scale else value,
        printed=span.of(text),
        is_size=is_size,
        is_part=not is_size and not scale and value < 1,
    )


def _value(found: re.Match[str]) -> Decimal | None:
    if found["size"]:
        size = {**_SIZES["id"], **_SIZES["en"]}[found["size"].lower()]
        return Decimal(size * _TIMES_SIZE.get((found["times"] or "").lower(), 1))
    if found["around"]:
        return _around(found["around"], (found["fold"] or "").lower())
    if found["part"]:
        count = _small(found["of"]) if found["of"] else Decimal(1)
        return (count / _PARTS[found["part"].lower()]).quantize(_PLACES).normalize()
    return _small(found["whole"]) + Decimal("0.5") if found["whole"] else Decimal("0.5")


def _around(figures: str, fold: str) -> Decimal | None:
    """Read "200-an" and "7 miliaran"; None for a decade, "1980-an"."""
    if not fold and _DECADE.fullmatch(figures):
        return None
    try:
        return parse_figures(figures, "id") * _SIZES["id"].get(fold, 1)
    except BadNumber:
        return None


def _small(printed: str) -> Decimal:
    return Decimal(printed) if printed.isdigit() else Decimal(_SMALL.get(printed.lower(), 1))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return the one pattern of a language; every part of it is bounded."""
    small = f"(?:{_any(word for word in _SMALL if word in WORDS[language])}|[0-9]{{1,2}})"
    sizes = f"(?P<size>{_any(_SIZES[language])})"
    if language == "en":
        forms = (
            rf"(?:(?P<times>tens|hundreds){GAP}of{GAP})?{sizes}",
            rf"(?P<of>an?|{small})(?:{GAP}|-)(?P<part>thirds?|quarters?|fourths|fifths?|tenths?)",
            rf"(?:(?P<whole>{small}){GAP}and{GAP}a{GAP})?half(?:{GAP}an?(?={GAP}(?:{_any(SCALES)})))?",
            r"(?P<around>(?!))(?P<fold>)",
        )
    else:
        forms = (
            rf"(?P<times>(?!))?{sizes}",
            rf"(?:(?P<of>{small}){GAP}|(?=se))(?P<part>(?:se)?per(?:tiga|empat|lima|enam|delapan|sepuluh))",
            rf"(?:(?P<whole>{small}){GAP})?(?:setengah|separuh|separo)",
            rf"(?P<around>[0-9]{{1,3}}(?:\.[0-9]{{3}}){{0,3}}(?:,[0-9]{{1,3}})?|[0-9]{{4,9}})(?:-?an|{GAP}(?P<fold>{_any(_MANY)}))",
        )
    scale = f"(?:{GAP}(?P<scale>{_any(SCALES)}))?"
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)}){scale}(?![\w-])", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
