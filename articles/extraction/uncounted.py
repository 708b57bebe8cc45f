"""Numbers that count nothing: ages, years, names, places in an order, laws, articles of grammar."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.figure_reader import GAP, WORD, Reader, word_after, word_before
from articles.text.numbers import CURRENCIES
from articles.text.printed_dates import months_printed, weekdays_printed

_YEAR: Final = re.compile(r"(?:1[4-9]|20|21)[0-9]{2}")
_NAME_BEFORE: Final = re.compile(rf"[A-Z][\w'’.-]*+(?:{GAP}\([^()\n]{{1,12}}\))?,?{GAP}?\(?$")
_DAY_BEFORE: Final = re.compile(
    rf"(?<![0-9.,])[0-9]{{1,2}}{GAP}(?:{months_printed('')}){GAP}$|(?<!\w)(?:{weekdays_printed()}){GAP}$"
)
_CLOSED: Final = re.compile(r"[,)]|\.(?=\s|$)")
_BEGINS: Final = re.compile(r"(?:^|[.!?:;\n“”\"‘’'(,–—-]\s{0,2})$")
_EQUALS: Final = re.compile(rf"{GAP}?=")
_LABEL: Final = re.compile(rf"{GAP}?[:=]{GAP}?")
_PRICE: Final = re.compile(rf"{CURRENCIES}", re.IGNORECASE)
_NAMED: Final = 3  # words: what is numbered, its number, "dan"
_MOST_IN_NAME: Final = 1000
_LONGEST_AGO: Final = 3000  # years; what is longer ago has no date
_CLAUSE: Final = re.compile(r"(?:[^\W\d_]{1,14} ){1,4}$")  # the words before a number, with nothing between
_FAR: Final = 48


def counts_nothing(body: str, amount: Amount, read: Reader) -> bool:
    """Return whether the number only looks like a figure."""
    if amount.kind == "money":
        return _is_rate(body, amount, read)
    before = word_before(body, amount.start, read)
    if amount.kind in {"percent", "measure"}:
        return amount.kind == "measure" and (
            before.lower() in read.words.sorts or _labels_price(body, amount) or _is_none(body, amount, before, read)
        )
    if before.lower() in read.words.ages:
        return True
    if amount.kind == "duration":
        if amount.unit not in read.words.years and _YEAR.fullmatch(amount.number.of(body)):
            return True  # "Piala Dunia 2026 malam ini"
        return _is_article(body, amount, read) or _is_age(body, amount, read) or _is_date(body, amount, before, read)
    return (
        (before.lower() in read.words.not_after and amount.kind != "times")
        or word_after(body, amount.number.end) in read.words.not_before
        or f"{before} {amount.number.of(body)}".lower() in read.words.idioms
        or (amount.worded and not amount.value)
        or _is_article(body, amount, read)
        or (amount.kind != "times" and _goes_on_naming(body, amount, read))
        or _is_year(body, amount, read)
        or _ends_name(body, amount, before)
    )


def _is_rate(body: str, amount: Amount, read: Reader) -> bool:
    """Return whether it is the one of a rate of exchange: "kurs 1 yuan", "1 euro = Rp 18.621"."""
    if amount.value != 1 or amount.worded:
        return False
    before = word_before(body, amount.start, read).lower()
    return before in read.words.rates or _EQUALS.match(body, amount.end) is not None


def _labels_price(body: str, amount: Amount) -> bool:
    """Return whether it only says for what a price in a list is: "0,5 gram: Rp 1.005.000"."""
    label = _LABEL.match(body, amount.end)
    return label is not None and _PRICE.match(body, label.end()) is not None


def _is_age(body: str, amount: Amount, read: Reader) -> bool:
    """Return whether years are of age: "berusia 34 tahun", "Budi, 34 tahun,", "musisi 49 tahun itu"."""
    if amount.unit not in read.words.years:
        return False
    if word_after(body, amount.end) in read.words.this:
        return word_before(body, amount.start, read).lower() not in read.words.spans
    told = _CLAUSE.search(body, max(0, amount.start - _FAR), amount.start)
    if told is not None and not read.words.life.isdisjoint(told[0].lower().split()):
        return True  # "usianya yang kini sudah 63 tahun"
    named = _NAME_BEFORE.search(body, max(0, amount.start - 40), amount.start)
    return named is not None and _CLOSED.match(body, amount.end) is not None


def _is_date(body: str, amount: Amount, before: str, read: Reader) -> bool:
    """Return whether it is "2 tahun lalu", or the "11 Tahun 2008" of a law."""
    after = word_after(body, amount.end)
    if body[amount.number.end + 1 : amount.number.end + 2].isupper() and not _begins_sentence(body, amount):
        return True  # of a title or a law
    if after in read.words.ago and before.lower() in read.words.since:
        return False  # "sejak dua tahun lalu" tells how long
    if (after in read.words.ago and amount.value <= _LONGEST_AGO) or _YEAR.fullmatch(after):
        return True
    return before.lower() in read.words.not_after


def _is_article(body: str, amount: Amount, read: Reader) -> bool:
    if amount.value != 1 or not amount.worded:
        return False
    after, before = word_after(body, amount.number.end), word_before(body, amount.start, read).lower()
    if _is_none(body, amount, before, read) or before in read.words.mates:
        return True
    plain = amount.unit in read.words.people | read.words.classifiers | read.words.part_of_games
    if amount.kind == "count" and before in read.words.within and not plain:
        return not _opens_more(body, amount.start, read)  # "dalam satu sistem", but not "lebih dari satu kasus"
    if before in read.words.over_verbs or _is_over_verb(body, amount.start, read):
        return False  # "hanya satu pihak"
    several = amount.kind == "count" and read.plural is not None and amount.unit not in read.words.people
    return several or after in read.words.not_one_before


def _is_none(body: str, amount: Amount, before: str, read: Reader) -> bool:
    """Return whether it says that there is none: "tidak satu kali", "satu inci pun"."""
    if amount.value != 1 or not amount.worded:
        return False
    behind = {word_after(body, amount.number.end), word_after(body, amount.end)}
    if before.lower() in read.words.none:
        return True
    return amount.kind != "duration" and not read.words.no_one.isdisjoint(behind)


def _goes_on_naming(body: str, amount: Amount, read: Reader) -> bool:
    """Return whether it is the second of two places in an order: "Fase 3 dan 4 MRT", "Pasal 5 atau 6 UU"."""
    words = [word[0].lower() for word in WORD.finditer(body, max(0, amount.start - _FAR), amount.start)][-_NAMED:]
    if len(words) < _NAMED or amount.worded:
        return False
    name, number, joined = words
    return name in read.words.not_after and number.isdigit() and (joined in read.words.joins | read.words.ranges)


def _opens_more(body: str, place: int, read: Reader) -> bool:
    words = [word[0].lower() for word in WORD.finditer(body, max(0, place - _FAR), place)][-2:]
    return " ".join(words) in read.words.qualifiers


def _is_over_verb(body: str, place: int, read: Reader) -> bool:
    """Return whether a verb alone stands between "hanya" and the number: "hanya menggandeng satu pihak"."""
    words = [word[0].lower() for word in WORD.finditer(body, max(0, place - _FAR), place)][-2:]
    return len(words) == 2 and words[0] in read.words.over_verbs and read.verbs.fullmatch(words[1]) is not None


def _is_year(body: str, amount: Amount, read: Reader) -> bool:
    if _YEAR.fullmatch(amount.number.of(body)) is None:
        return False
    if word_before(body, amount.start, read).lower() in read.words.before_years:
        return True  # "sejak 2018 pengemudi asing wajib"
    return amount.unit not in read.words.people and amount.unit not in read.words.classifiers


def _ends_name(body: str, amount: Amount, before: str) -> bool:
    """Return whether the number ends a name: Densus 88, Liga 1, Putusan MK 35."""
    if not before[:1].isupper() or amount.kind == "times" or amount.value >= _MOST_IN_NAME:
        return False
    if amount.kind == "count" and _DAY_BEFORE.search(body, max(0, amount.start - _FAR), amount.start):
        return False  # "Rabu 12 Februari 30 orang"
    return not amount.worded and not _begins(body, amount.start - len(before) - 1)


def _begins_sentence(body: str, amount: Amount) -> bool:
    return amount.worded and _begins(body, amount.start)


def _begins(body: str, place: int) -> bool:
    """Return whether a sentence or a part of one begins at `place`."""
    return _BEGINS.search(body, max(0, place - 3), place) is not None
