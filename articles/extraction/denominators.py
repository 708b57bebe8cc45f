"""Which figure is a part of which: "883 dari 1.100 orang", "tiga di antaranya", "Of the 40, 12 were freed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from articles.extraction.amounts import Amount
from articles.extraction.figure_reader import WORD, Reader, word_before
from articles.extraction.story import Story
from articles.text.spans import Span

_LONGEST_BETWEEN: Final = 70
_MOST_WORDS_OF_PART: Final = 5
_LONGEST_OPENING: Final = 140  # "Dari 40 orang yang diperiksa sejak pagi, 12 ..."
_FARTHEST_WHOLE: Final = 8  # amounts back
_FAR_BACK: Final = 600  # characters
_MOST_SENTENCES: Final = 3  # the one of the part with them
_MOST_MARKS: Final = 4  # quotation marks and parentheses that open a sentence
_LONGEST_CHAIN: Final = 4
_OPENS: Final = frozenset(',:;“"(')


@dataclass(frozen=True, slots=True)
class Part:
    """That one amount is part of another; both by their index."""

    whole: int
    rule: str


@dataclass(slots=True)
class _Links:
    found: dict[int, Part] = field(default_factory=dict)

    def add(self, part: int, whole: int, rule: str) -> bool:
        """Link them unless the part has a whole already or would be its own."""
        if part in self.found or part == whole:
            return False
        above, steps = whole, 0
        while above in self.found:
            above, steps = self.found[above].whole, steps + 1
            if above == part or steps > _LONGEST_CHAIN:
                return False
        self.found[part] = Part(whole, rule)
        return True


def find_parts(story: Story, amounts: Sequence[Amount], read: Reader) -> dict[int, Part]:
    """Return for the index of each part its whole."""
    links = _Links()
    for at in range(len(amounts)):
        _of_next(story, amounts, at, read, links)
    for at in range(len(amounts)):
        _of_opening(story, amounts, at, read, links)
        _of_those_before(story, amounts, at, read, links)
    return links.found


def _of_next(story: Story, amounts: Sequence[Amount], at: int, read: Reader, links: _Links) -> None:
    """Link "883 warga Rusia dari sekitar 1.100 orang", "one in five adults", "40 persen dari Rp 3 miliar"."""
    if at + 1 == len(amounts):
        return
    part, whole = amounts[at], amounts[at + 1]
    between = Span(part.end, whole.start) if 0 < whole.start - part.end <= _LONGEST_BETWEEN else None
    if between is None or not _is_of(story.body, between, read, bare=part.kind == "bare"):
        return
    changed = _follows_change(story.body, part, read)
    if part.kind == "percent":
        if not changed and whole.kind in {"count", "money", "measure"}:
            links.add(at, at + 1, "figure.share-of")
    elif _is_game(part, whole, read):
        links.add(at, at + 1, "figure.in-so-many-games")
    elif _counts_alike(part, whole, read) and part.value <= whole.value and whole.kind != "bare" and not changed:
        links.add(at, at + 1, "figure.of-how-many")


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


def _may_open(word: str, read: Reader) -> bool:
    return word in read.words.of_all or word in read.words.qualifiers


def _follows_change(body: str, part: Amount, read: Reader) -> bool:
    before = [word[0].lower() for word in WORD.finditer(body, max(0, part.start - 40), part.start)][-3:]
    return any(word in read.words.changes for word in before)


def _is_game(part: Amount, whole: Amount, read: Reader) -> bool:
    return part.unit in read.words.part_of_games and whole.unit in read.words.games


def _counts_alike(part: Amount, whole: Amount, read: Reader) -> bool:
    """Return whether both count things of one sort; a bare number is of any."""
    if part.kind == "bare" or part.unit == whole.unit:
        return True
    if part.kind != "count" or whole.kind != "count":
        return False
    if _are_people(part, read):
        return _are_people(whole, read)
    return part.unit in read.words.classifiers and not _are_people(whole, read)


def _are_people(amount: Amount, read: Reader) -> bool:
    return amount.unit.split(" ")[0].lower() in read.words.people


def _of_opening(story: Story, amounts: Sequence[Amount], at: int, read: Reader, links: _Links) -> None:
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
    if _counts_alike(part, whole, read) and part.value < whole.value and whole.kind in {"count", "measure"}:
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


def _of_those_before(story: Story, amounts: Sequence[Amount], at: int, read: Reader, links: _Links) -> None:
    """Link "tiga di antaranya" and "Dari jumlah itu, 12 orang", and the parts that go on behind them."""
    part = amounts[at]
    if part.kind not in {"bare", "count"} or part.value_to is not None:
        return
    among = _says_among(story, part, amounts[at - 1].end if at else 0, read)
    if not among:
        return
    whole = _last_whole(story, amounts, at, read, strict=among == "of-those")
    if whole is None or not links.add(at, whole, "figure.of-those-before"):
        return
    total = part.value
    for other in range(at + 1, min(len(amounts), at + _FARTHEST_WHOLE)):
        total += amounts[other].value
        if total > amounts[whole].value or not _goes_on(story, amounts, at, other, read):
            return
        links.add(other, whole, "figure.of-those-before")


def _says_among(story: Story, part: Amount, earliest: int, read: Reader) -> str:
    """Return "among" or "of-those", by what tells that it is a part of those before; "" when nothing does."""
    body = story.body
    behind = read.among.match(body, part.end, part.end + 60)
    if behind and not any(word.lower() in read.words.no_nouns for word in behind["rest"].split()):
        return "among"
    sentence = story.sentence_at(part.start)
    opened = sentence.start
    while opened < min(part.start, sentence.start + _MOST_MARKS) and not body[opened].isalnum():
        opened += 1
    of_those = read.of_those.match(body, opened, part.start) if earliest <= sentence.start else None
    if of_those and part.start - of_those.end() <= _LONGEST_OPENING and "," in body[of_those.end() : part.start]:
        return "of-those"
    before = body[max(sentence.start, part.start - 40) : part.start].lower().rstrip(" \u00a0")
    words = [word[0] for word in WORD.finditer(before)]
    while words and words[-1] in read.words.qualifiers:
        words.pop()
    return "among" if " ".join(words[-2:]) in read.words.among or " ".join(words[-1:]) in read.words.among else ""


def _last_whole(story: Story, amounts: Sequence[Amount], at: int, read: Reader, *, strict: bool) -> int | None:
    """Return the last count before that may hold the part; None when there is none near enough.

    Two sentences back at most, unless a word there counts all of them again ("kelima terdakwa").
    """
    part = amounts[at]
    farthest = max(0, part.start - _FAR_BACK)
    near = max(farthest, story.sentences_in(Span(farthest, part.start + 1))[-_MOST_SENTENCES:][0].start)
    again = _counted_again(story.body[near : part.start], read)
    for index in range(at - 1, max(-1, at - 1 - 2 * _FARTHEST_WHOLE), -1):
        whole = amounts[index]
        if whole.kind != "count" or whole.value_to is not None or whole.value <= part.value:
            continue
        if again:
            if whole.value == again:
                return index
        elif whole.start < near:
            return None
        elif _counts_alike(part, whole, read) or (not strict and not _are_people(part, read)):
            return index
    return None


def _counted_again(text: str, read: Reader) -> int:
    found = [read.words.collectives.get(word[0].lower(), 0) for word in WORD.finditer(text)]
    return next((value for value in reversed(found) if value), 0)


def _goes_on(story: Story, amounts: Sequence[Amount], first: int, other: int, read: Reader) -> bool:
    """Return whether a list of parts goes on: "..., satu mahasiswa Undip dan satu mahasiswa USM"."""
    part = amounts[other]
    if part.kind != "count" or part.start >= story.sentence_at(amounts[first].start).end:
        return False
    before = story.body[max(0, part.start - 3) : part.start].rstrip()
    return before.endswith(",") or word_before(story.body, part.start, read).lower() in read.words.joins
