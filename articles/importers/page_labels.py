"""What each line of a page's body is: the line rules of all formats, and what the page's marks add to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Self

from articles.importers.base import BlockType
from articles.importers.boilerplate import label
from articles.importers.credits import are_names
from articles.importers.dateline import printed_day
from articles.importers.lines import Label, Line, split_lines
from articles.importers.page_body import Body
from articles.importers.page_fields import Fields
from articles.importers.page_heads import BodyLine
from articles.importers.page_lines import Printed
from articles.importers.page_picture import captions_among
from articles.text.normalise import fold

_TOP: Final = 6  # lines at the head of a body among which a page repeats headline, byline and day
_FEWEST_LINKED: Final = 3  # words of a link that stands alone and is another article's headline
_BYLINE_WORDS: Final = 8
_LONGEST_REPEATED: Final = 1_000  # characters
_MOST_LINKED: Final = 0.2  # share of a body's characters
_MOST_CAPTIONS: Final = 0.5
_CAPTION: Final = Label(BlockType.PHOTO_CAPTION, "caption of a picture or player")
_BY: Final = re.compile(r"^(?:by|oleh|penulis|reporter|wartawan)\b\W*", re.IGNORECASE)
_EDITORIAL: Final = frozenset({BlockType.PARAGRAPH, BlockType.CROSSHEAD})


def label_body(body: Body, fields: Fields, deck: str, page: Sequence[Printed]) -> list[tuple[Line, Label]]:
    """Return the body's visible lines in order, each with what it is."""
    lines = split_lines("".join(_parted(body.lines)))
    labels = label(lines)
    linked = sum(len(line.text) for line in body.lines if line.is_link)
    # An article that is a list of links, such as a review of the week, is made of them.
    head = _Head.of(fields, deck)
    links_are_others = linked <= _MOST_LINKED * len(body.text)
    captions = _captions(body, fields, page)
    end = len(lines) - sum(1 for _ in takewhile(lambda marked: marked.is_head, reversed(body.lines)))
    for at, (line, marked) in enumerate(zip(lines, body.lines, strict=True)):
        if labels[line.number].type in _EDITORIAL:
            is_other = links_are_others and marked.is_link and not marked.is_head
            found = _repeated(line, head, at) or (_CAPTION if marked.text in captions else None)
            labels[line.number] = found or _by_marks(line, marked, is_other=is_other, is_under=at < end)
    return [(line, labels[line.number]) for line in lines if not line.is_white]


def _parted(lines: tuple[BodyLine, ...]) -> Iterator[str]:
    """Yield the lines as a text in which items stand right under what they belong to: links under their label."""
    for at, line in enumerate(lines):
        if at:
            yield "\n" if line.is_item else "\n\n"
        yield line.text


def _captions(body: Body, fields: Fields, page: Sequence[Printed]) -> Set[str]:
    """Return which lines of the body are captions; none of a text that is made of them."""
    found = captions_among({line.text for line in body.lines}, fields.marks.tree, page)
    return found if sum(map(len, found)) <= _MOST_CAPTIONS * len(body.text) else frozenset()


def _by_marks(line: Line, marked: BodyLine, *, is_other: bool, is_under: bool) -> Label:
    # A link within a sentence that the page breaks up begins small.
    if is_other and line.links and line.words >= _FEWEST_LINKED and not line.bare[0].islower():
        return Label(BlockType.BOILERPLATE, "link that stands alone")
    if marked.is_head and not is_under:
        return Label(BlockType.BOILERPLATE, "heading with nothing under it")
    if is_under and (marked.is_head or (marked.is_bold and not marked.is_item and line.heads)):
        return Label(BlockType.CROSSHEAD)
    return Label(BlockType.PARAGRAPH)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What a body may repeat, folded."""

    titles: frozenset[str]
    deck: str
    picture: frozenset[str]
    byline: str

    @classmethod
    def of(cls, fields: Fields, deck: str) -> Self:
        picture = frozenset({fold(fields.picture.caption), fold(fields.picture.credit)})
        return cls(
            titles=fields.titles,
            deck=fold(deck),
            picture=picture - {""},
            byline=fold(" ".join(fields.authors)),
        )


def _repeated(line: Line, head: _Head, at: int) -> Label | None:
    """Return what the line repeats of the article's head; None when nothing."""
    folded = fold(line.bare[:_LONGEST_REPEATED])
    if folded in head.picture:
        return Label(BlockType.BOILERPLATE, "caption or credit of the picture, repeated")
    if at >= _TOP:
        return None
    if folded in head.titles:
        return Label(BlockType.BOILERPLATE, "headline, repeated")
    if folded and folded == head.deck:
        return Label(BlockType.BOILERPLATE, "deck, repeated")
    if printed_day(line):
        return Label(BlockType.BYLINE, "day of publication")
    who = _BY.sub("", line.bare[:_LONGEST_REPEATED])
    if fold(who) == head.byline:
        return Label(BlockType.BYLINE, "byline, repeated")
    is_byline = who != line.bare and 1 < line.words <= _BYLINE_WORDS and are_names(who)
    return Label(BlockType.BYLINE, "credits") if is_byline else None
