"""Numbers that take what they count from another one: "dari 530 menjadi 848 kursi", "Enam tewas, tiga lainnya luka"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.figure_reader import NEXT_WORD, WORD, Reader, line_end, line_start, word_after, word_before
from articles.extraction.qualifiers import qualifier_before
from articles.text.spans import Span

_SENTENCE_END: Final = re.compile(r"[.;!?](?=\s)|[,—]")
_LONGEST_BETWEEN: Final = 12  # " menjadi "
_FAR_BACK: Final = 220  # from "tiga lainnya" to those that it is told beside
_LONGEST_ITEM: Final = 80  # of a list: "228 Cagar Budaya Nasional (CBN) dan"


def with_neighbours(body: str, amounts: Sequence[Amount], read: Reader) -> list[Amount]:
    """Return the amounts, each bare one with the unit that it shares, where it shares one."""
    told = list(amounts)
    for at in range(len(told) - 1, -1, -1):
        if told[at].kind == "bare":
            told[at] = _as_next(body, told, at, read)
    for at, amount in enumerate(told):
        if amount.kind == "bare":
            near = _as_before(body, told, at, read) or _named_in_list(body, told, at, read)
            told[at] = near or _of_sum(body, told, at, read) or amount
    return told


def _as_next(body: str, amounts: Sequence[Amount], at: int, read: Reader) -> Amount:
    """Read the 530 of "dari 530 menjadi 848 kursi" and the 3 of "3 dan 5 persen"."""
    amount = amounts[at]
    following = amounts[at + 1] if at + 1 < len(amounts) else amount
    if following.kind not in {"count", "percent", "measure", "duration"} or following.worded != amount.worded:
        return amount
    if not 0 < following.start - amount.end <= _LONGEST_BETWEEN:
        return amount
    between = " ".join(body[amount.end : following.start].lower().split())
    changes = between in read.words.into and word_before(body, amount.start, read).lower() in read.words.out_of
    joins = {"", *read.words.joins} - read.words.either
    listed = following.kind in {"percent", "measure"} and between.removeprefix(",").strip() in joins
    if changes or (listed and between and "\n" not in body[amount.end : following.start]):
        return replace(amount, kind=following.kind, unit=following.unit)
    return amount


def _as_before(body: str, amounts: Sequence[Amount], at: int, read: Reader) -> Amount | None:
    """Read "tiga lainnya" and "tiga tewas" as more or some of those counted before."""
    amount = amounts[at]
    word = NEXT_WORD.match(body, amount.end, line_end(body, amount.end))
    if word is None or not _tells_of_those_before(word[1].lower(), read):
        return None
    others = word[1].lower() in read.words.others
    for before in reversed(amounts[max(0, at - 4) : at]):
        if amount.start - before.end > _FAR_BACK:
            return None
        if before.kind == "count" and (others or before.unit in read.words.people):
            return replace(amount, kind="count", unit=before.unit, end=word.end() if others else amount.end)
    return None


def _of_sum(body: str, amounts: Sequence[Amount], at: int, read: Reader) -> Amount | None:
    """Read "Jumlah pengguna telah mencapai 275 juta" as so many users."""
    amount = amounts[at]
    qualifier, _ = qualifier_before(body, amount.start, read)
    behind = word_after(body, amount.end)
    becomes = word_before(body, amount.start, read).lower() in read.words.into
    if not (qualifier or becomes) or (behind and behind not in read.words.no_nouns):
        return None
    before = qualifier.start if qualifier else amount.start
    start = max(line_start(body, before), amounts[at - 1].end if at else 0)
    found = next(reversed(list(read.sums.finditer(body, start, before))), None)
    if (
        found is None
        or found[1].istitle()
        or found[1].lower() in read.words.no_nouns
        or _SENTENCE_END.search(body, found.end(), amount.start)
    ):
        return None
    return replace(amount, kind="count", unit=found[1].lower())


def _tells_of_those_before(word: str, read: Reader) -> bool:
    """Return whether what follows a number is "lainnya", or what befell people: "tiga tewas", "four were women"."""
    return word in read.words.others or word in read.words.befell


def _named_in_list(body: str, amounts: Sequence[Amount], at: int, read: Reader) -> Amount | None:
    """Read the last of "52 Situs Cagar Budaya, dan 19 Kawasan Cagar Budaya": what is counted has a name in both."""
    amount, before = amounts[at], amounts[at - 1] if at else None
    if amount.worded or before is None or before.kind != "count" or before.noun is None or before.worded:
        return None
    between = body[before.end : amount.start]
    if not body[before.noun.start].isupper() or len(between) > _LONGEST_ITEM or "\n" in between or ". " in between:
        return None
    if word_before(body, amount.start, read).lower() not in read.words.joins:
        return None
    word = WORD.match(body, amount.end + 1, line_end(body, amount.end))
    if word is None or not word[0][0].isupper() or word[0].lower() in read.words.no_nouns | read.words.not_before:
        return None
    noun = Span(*word.span())
    return replace(amount, kind="count", unit=word[0].lower(), end=noun.end, noun=noun)
