"""Which figure is a part of which: "883 dari 1.100 orang", "tiga di antaranya", "Of the 40, 12 were freed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.denominator_links import Links, Part, counts_alike
from articles.extraction.denominators_before import link_those_before
from articles.extraction.figure_reader import WORD, Reader
from articles.extraction.story import Story
from articles.text.spans import Span

_LONGEST_BETWEEN: Final = 90
_MOST_WORDS_OF_PART: Final = 5
_LONGEST_OPENING: Final = 140  # "Dari 40 orang yang diperiksa sejak pagi, 12 ..."
_FEWEST_OF_NAMED: Final = 2  # "dari target"
_PARTS: Final = re.compile(r"[.;:!?()\n“”\"]|,(?! (?:yang|which|that)\b)")
_OPENS: Final = frozenset(',:;“"(')


def find_parts(story: Story, amounts: Sequence[Amount], read: Reader) -> dict[int, Part]:
    """Return for the index of each part its whole."""
    links = Links()
    for at in range(len(amounts)):
        _of_next(story, amounts, at, read, links)
    for at in range(len(amounts)):
        _of_opening(story, amounts, at, read, links)
        link_those_before(story, amounts, at, read, links)
    return links.found


def _of_next(story: Story, amounts: Sequence[Amount], at: int, read: Reader, links: Links) -> None:
    """Link "883 warga Rusia dari sekitar 1.100 orang", "one in five adults", "40 persen dari Rp 3 miliar"."""
    if at + 1 == len(amounts):
        return
    part, whole = amounts[at], amounts[at + 1]
    if not 0 < whole.start - part.end <= _LONGEST_BETWEEN:
        return
    between = Span(part.end, whole.start)
    if _is_game(part, whole, read):
        if _is_in_games(story.body, between, read) or _is_of(story.body, between, read, bare=False):
            links.add(at, at + 1, "figure.in-so-many-games")
    elif not _follows_change(story.body, part, read):
        rule = _rule(story.body, part, whole, between, read)
        if rule:
            links.add(at, at + 1, rule)


def _rule(body: str, part: Amount, whole: Amount, between: Span, read: Reader) -> str:
    """Return by which rule the next amount is the whole of `part`; "" where it is not."""
    is_of = _is_of(body, between, read, bare=part.kind == "bare")
    if part.kind == "percent":
        counted = whole.kind in {"count", "money", "measure"}
        return "figure.share-of" if counted and (is_of or _tells_whole(body, between, read)) else ""
    fits = counts_alike(part, whole, read) and part.value <= whole.value and whole.kind != "bare"
    return "figure.of-how-many" if is_of and fits else ""


def _is_in_games(body: str, between: Span, read: Reader) -> bool:
    words = between.of(body).strip(" \u00a0").lower().split()
    return bool(words) and words[-1] in read.words.in_games and len(words) <= 2


def _is_of(body: str, between: Span, read: Reader, *, bare: bool) -> bool:
    """Return whether nothing but the rest of a noun, "dari" and "sekitar" stand between."""
    text = between.of(body)
    words = [word[0].lower() for word in WORD.finditer(text)]
    if not words or text.strip(" \u00a0").lower() != " ".join(words):
        return False
    of = read.words.of_bare if bare else read.words.of
    for place in range(min(len(words), _MOST_WORDS_OF_PART + 1)):
        for size in (2, 1):
            if " ".join(words[place : place + size]) in of:
                return all(_may_open(word, read) for word in words[place + size :])
        if bare or (words[place] in read.words.no_nouns and words[place] not in read.words.predicates):
            return False
    return False


def _tells_whole(body: str, between: Span, read: Reader) -> bool:
    """Return whether the whole is named, then counted: "28 persen dari total belanja yang sebesar Rp 3.621 triliun"."""
    words = [word[0].lower() for word in WORD.finditer(between.of(body))]
    if len(words) < _FEWEST_OF_NAMED or words[0] not in read.words.of or _PARTS.search(between.of(body)):
        return False
    if any(word in read.words.clauses or word in read.words.said or word in read.words.joins for word in words):
        return False
    return words[-1] in read.words.qualifiers or words[-1] in read.words.targets


def _may_open(word: str, read: Reader) -> bool:
    return word in read.words.of_all or word in read.words.qualifiers


def _follows_change(body: str, part: Amount, read: Reader) -> bool:
    before = [word[0].lower() for word in WORD.finditer(body, max(0, part.start - 40), part.start)][-3:]
    return any(word in read.words.changes for word in before)


def _is_game(part: Amount, whole: Amount, read: Reader) -> bool:
    return part.unit in read.words.part_of_games and whole.unit in read.words.games


def _of_opening(story: Story, amounts: Sequence[Amount], at: int, read: Reader, links: Links) -> None:
    """Link "Dari 40 orang yang diperiksa, 12 ditahan": the whole opens the sentence."""
    if at == 0:
        return
    part, whole = amounts[at], amounts[at - 1]
    if part.start - whole.end > _LONGEST_OPENING or not _opens_with_of(story, whole, read):
        return
    between = story.body[whole.end : part.start]
    sentence = story.sentence_at(whole.start)
    if "," not in between or part.start >= sentence.end or _follows_change(story.body, part, read):
        return
    if part.kind == "bare" and not _stands_first(between, read):
        return
    if counts_alike(part, whole, read) and part.value < whole.value and whole.kind in {"count", "measure"}:
        links.add(at, at - 1, "figure.of-how-many-before")
    elif _is_game(part, whole, read):
        links.add(at, at - 1, "figure.in-so-many-games")


def _opens_with_of(story: Story, whole: Amount, read: Reader) -> bool:
    sentence = story.sentence_at(whole.start)
    start = max(sentence.start, whole.start - 40)
    before = list(WORD.finditer(story.body, start, whole.start))
    while before and _may_open(before[-1][0].lower(), read) and before[-1][0].lower() not in read.words.of:
        before.pop()
    if not before or before[-1][0].lower() not in read.words.of:
        return False
    left = story.body[start : before[-1].start()]
    opener = before[-2][0].lower() if len(before) > 1 else ""
    return not WORD.search(left) or opener in read.words.that or left.rstrip()[-1:] in _OPENS


def _stands_first(between: str, read: Reader) -> bool:
    """Return whether only qualifiers stand between the last comma and the number."""
    words = [word[0].lower() for word in WORD.finditer(between.rsplit(",", 1)[1])]
    return all(word in read.words.qualifiers or word in read.words.fillers for word in words)
