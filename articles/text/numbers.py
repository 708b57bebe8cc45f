"""The one number parser: figures and numerals as Indonesian and English newspapers print them.

`1.100` and `1,100` are one thousand one hundred unless the language says otherwise; `2,5` and `2.5` are
two and a half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from articles.text.normalise import normalise_line, shown
from articles.text.number_figures import BadNumber, parse_figures, plain
from articles.text.number_words import SCALES, WORDS, NumberWord, Role, RunningNumber, tied_scale
from articles.text.printed_dates import GAP, date_stretches
from articles.text.spans import Span, merge

__all__ = [
    "CURRENCIES",
    "CURRENCY_CODES",
    "UNITS",
    "BadNumber",
    "FoundNumber",
    "find_numbers",
    "parse_figures",
    "parse_number",
    "plain",
]

CURRENCY_CODES: Final = "(?:rp|idr|usd|sgd|aud|rm|myr|eur|gbp)"
CURRENCIES: Final = rf"(?:{CURRENCY_CODES}|(?:us|a|s)?[$€£¥])"
UNITS: Final = r"(?:kg|km|cm|mm|ha|kwh|mwh|gwh|kw|mw|gw|kb|mb|gb|tb|ml|hz|mhz|ghz|(?-i:m|g|l))(?![^\W_])"

_MOST_ITEMS: Final = 32  # of one number; 999,999,999,999,999 spelled out has 29
_PREFIX: Final = re.compile(rf"{CURRENCIES}\.? ?", re.IGNORECASE)
_SUFFIX: Final = re.compile(r" ?(?:%|persen|percent|per cent)$", re.IGNORECASE)

# A run of figures with all that ties figures together: 1.100, 19:30, 6/12/2023, 0812-3456-7890.
_RUN: Final = r"[0-9]++(?:[.,:/-][0-9]++)*+"
_CURRENCY_BEFORE: Final = re.compile(rf"(?<![^\W_]){CURRENCIES}$", re.IGNORECASE)
# A scale tied to an amount of money: $2.3bn, Rp1,2T.
_TIED_SCALE: Final = re.compile(r"(?:bn|tn|mn|jt|rb|[mbtk])(?![^\W_])", re.IGNORECASE)
_SCALES_ALONE: Final = frozenset({"bn", "tn", "mn"})  # which are no units: "3bn people"
_TIED_BEFORE: Final = re.compile(r"(?:[^\W_]|[^\W_]-|[/@#_=&+])$")  # A320, COVID-19, ke-5, 12/
_ENDS: Final = re.compile(rf"(?!-?an\b)(?:(?={UNITS})|(?![^\W_]))", re.IGNORECASE)  # not 5G, not 1980-an
# "-5", "minus 5", "minus Rp 2,3 triliun"; "plus minus 5" is about five, "10 minus 3" a sum.
_SIGN_BEFORE: Final = re.compile(
    rf"(?<![^\s(])(?<![0-9] )(?<!plus )"
    rf"(?:[-−]|(?P<word>minus|negatif|negative){GAP}(?:{CURRENCIES}\.?(?:{GAP})?)?)$",
    re.IGNORECASE,
)
_LONGEST_SIGN: Final = 24
# Tests are negative too: "negatif 5 orang". A share or a temperature below nothing is printed with its unit.
_BELOW_NOTHING: Final = re.compile(rf"(?:{GAP})?(?:%|°|(?:persen|percent|per cent|derajat|degrees?)\b)", re.IGNORECASE)
_SIGN_WORD: Final = re.compile(rf"(?:minus|negatif|negative){GAP}", re.IGNORECASE)
_NO_COUNT: Final = re.compile(
    rf"(?=[0-9])\b[0-9]{{1,2}}[.:][0-9]{{2}}(?=(?:{GAP})?(?:WIB|WITA|WIT|GMT|UTC|waktu|[ap]\.?m\b))"
    rf"|\b(?=[pj])(?:pukul|jam){GAP}[0-9]{{1,2}}[.:][0-9]{{2}}\b"
    r"|\+[0-9]{1,3}(?:[ .-][0-9]{2,5}){2,5}"
    r"|\b(?=[saneh])(?:salah satu|satu sama lain|satu per satu|one another|no one|any one|every one|half an?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """A number where it is printed, its scale with it ("1,1 juta"), without currency and unit."""

    span: Span
    value: Decimal
    printed: str


@dataclass(frozen=True, slots=True)
class _Item:
    """Figures or a number word in a text."""

    start: int
    end: int
    meaning: Decimal | NumberWord


def parse_number(text: str, language: str = "") -> Decimal:
    """Read one number, with or without a currency before it and a percent sign after it.

    `language` decides what a single separator before three digits means; "" takes it for thousands.

    Raises:
        BadNumber: it is not one number.
    """
    line = normalise_line(text)
    unsigned = _SIGN_WORD.sub("", line, count=1) if _SIGN_WORD.match(line) else line
    negative = unsigned != line
    line = _SUFFIX.sub("", _PREFIX.sub("", unsigned, count=1))
    if not negative and line[:1] in {"-", "−"}:
        negative, line = True, line[1:].lstrip()
    if re.fullmatch("[0-9][0-9.,]*", line):
        return _signed(parse_figures(line, language), negative=negative)
    items = list(_items(line, language, vocabulary=""))
    read = _longest(line, items, 0)
    if read is None or items[0].start or items[read[1] - 1].end != len(line):
        raise BadNumber(f"“{shown(text)}” is not a number. Write 1100, 1.100, 1,1 juta or 1.1 million.")
    return _signed(read[0], negative=negative)


def _signed(value: Decimal, *, negative: bool) -> Decimal:
    exact = Decimal(plain(value))  # 1100000, not 1100000.0
    return -exact if negative else exact


def find_numbers(text: str, language: str = "") -> list[FoundNumber]:
    """Return the numbers printed in `text`, in order, each as long as it can be read.

    Numerals spelled out are found in `language`; any but "id" and "en" means both. No numbers are dates,
    times, telephone numbers, versions, fractions and scores with a colon or slash, ordinals ("ke-5"), names
    with figures (COVID-19, G20) and figures with a leading zero.
    """
    clear = _blanked(text, date_stretches(text))
    items = list(_items(clear, language, vocabulary=language.split("-")[0]))
    found, index = [], 0
    while index < len(items):
        read = _longest(clear, items, index)
        if read is None:
            index += 1
            continue
        value, after = read
        span, negative = _with_sign(clear, items[index], items[after - 1].end)
        if not _doubled(clear, items[index], span):
            found.append(FoundNumber(span=span, value=_signed(value, negative=negative), printed=span.of(text)))
        index = after
    return found


def _blanked(text: str, spans: list[Span]) -> str:
    """Return `text` of equal length with a bar over whatever counts nothing."""
    spans = merge([*spans, *(Span(*found.span()) for found in _NO_COUNT.finditer(text))])
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], "|" * len(span)]
        at = span.end
    return "".join([*pieces, text[at:]])


def _with_sign(text: str, first: _Item, end: int) -> tuple[Span, bool]:
    sign = _SIGN_BEFORE.search(text, max(0, first.start - _LONGEST_SIGN), first.start)
    printed = (sign["word"] or "").lower() if sign else ""
    if sign and printed:
        is_sign = printed == "minus" or _BELOW_NOTHING.match(text, end) is not None
    else:
        is_sign = sign is not None and isinstance(first.meaning, Decimal)
    return Span(sign.start() if sign and is_sign else first.start, end), is_sign


def _doubled(text: str, first: _Item, span: Span) -> bool:
    """Return whether it is "satu-satunya", "dua-duanya" or "dua puluh-an": words that count nothing."""
    if isinstance(first.meaning, Decimal):
        return False
    last_word = re.split(r"[\W_]", span.of(text))[-1]
    tied = re.compile(rf"-(?:an\b|{re.escape(last_word)})", re.IGNORECASE)
    return tied.match(text, span.end) is not None or bool(
        re.match(r"[^\W_]-", text[max(0, span.start - 2) : span.start])
    )


def _longest(text: str, items: list[_Item], index: int) -> tuple[Decimal, int] | None:
    """Read the longest number from the item at `index`; return its value and the index after it."""
    number, read = RunningNumber(), None
    for after, item in enumerate(items[index : index + _MOST_ITEMS], index + 1):
        if after - 1 > index and not _follows(text, items[after - 2], item):
            break
        taken = number.add_digits(item.meaning) if isinstance(item.meaning, Decimal) else number.add_word(item.meaning)
        if not taken:
            break
        if number.complete:
            read = number.value, after
    return read


def _follows(text: str, one: _Item, other: _Item) -> bool:
    """Return whether nothing but space (twenty-one: a hyphen; two hundred and one: "and") parts two items."""
    between = text[one.end : other.start]
    if not between or re.fullmatch(GAP, between):
        return True
    if isinstance(one.meaning, Decimal) or isinstance(other.meaning, Decimal):
        return False
    if between == "-":
        return one.meaning.role is Role.TENS
    big = one.meaning.role in {Role.HUNDRED, Role.SCALE}
    return big and re.fullmatch(f"{GAP}and{GAP}", between, re.IGNORECASE) is not None


@cache
def _item_pattern(vocabulary: str) -> re.Pattern[str]:
    words = "|".join(sorted(WORDS[vocabulary] | SCALES, key=len, reverse=True))
    one = "" if vocabulary == "id" else f"|a(?={GAP}(?:hundred|thousand|million|billion|trillion)\\b)"
    return re.compile(rf"(?P<run>{_RUN})|(?<![^\W_])(?:{words}{one})(?![^\W_])", re.IGNORECASE)


def _items(text: str, language: str, *, vocabulary: str) -> Iterator[_Item]:
    vocabulary = vocabulary if vocabulary in WORDS else ""
    for found in _item_pattern(vocabulary).finditer(text):
        if found["run"] is None:
            word = found[0].lower()
            yield _Item(*found.span(), NumberWord(Role.UNIT, 1) if word == "a" else WORDS[""][word])
        elif scale := _tied_scale(text, *found.span()):
            yield from _figures(found["run"], found.start(), language)
            yield _Item(*scale.span(), tied_scale(scale[0], language))
        elif not _is_tied(text, *found.span()):
            yield from _figures(found["run"], found.start(), language)


def _tied_scale(text: str, start: int, end: int) -> re.Match[str] | None:
    scale = _TIED_SCALE.match(text, end)
    if scale is None or _CURRENCY_BEFORE.search(text, max(0, start - 4), start):
        return scale
    plain_start = _TIED_BEFORE.search(text, max(0, start - 4), start) is None
    return scale if plain_start and scale[0].lower() in _SCALES_ALONE else None


def _is_tied(text: str, start: int, end: int) -> bool:
    """Return whether the figures belong to a name, an ordinal, an address or a decade."""
    near = max(0, start - 4)
    if _ENDS.match(text, end) is None:
        return True
    return _TIED_BEFORE.search(text, near, start) is not None and not _CURRENCY_BEFORE.search(text, near, start)


def _figures(run: str, start: int, language: str) -> Iterator[_Item]:
    """Yield the numbers of a run: one, two of a range or score ("3-4"), or none."""
    parts = run.split("-")
    if len(parts) > 2:
        return
    try:
        values = [parse_figures(part, language) for part in parts]
    except BadNumber:
        return
    for part, value in zip(parts, values, strict=True):
        yield _Item(start, start + len(part), value)
        start += len(part) + 1
