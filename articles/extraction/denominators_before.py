"""Parts of a count before them: "tiga di antaranya", "Dari jumlah itu, 12 orang", and those that go on behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.denominator_links import Links, are_people, counts_alike
from articles.extraction.figure_reader import WORD, Reader, word_before
from articles.extraction.story import Story
from articles.text.spans import Span

_LONGEST_OPENING: Final = 140  # "Dari jumlah itu, yang ..., 12 orang"
_FARTHEST_WHOLE: Final = 8  # amounts back
_FAR_BACK: Final = 600  # characters
_MOST_SENTENCES: Final = 3  # the one of the part with them
_MOST_MARKS: Final = 4  # quotation marks and parentheses that open a sentence


def link_those_before(story: Story, amounts: Sequence[Amount], at: int, read: Reader, links: Links) -> None:
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
        elif counts_alike(part, whole, read) or (not strict and not are_people(part, read)):
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
