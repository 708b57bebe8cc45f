"""Words that an editor pastes, and the places of a text where they stand: nobody types offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from django.utils.translation import gettext as _

from articles.curation.nearest import nearest
from articles.curation.paragraphs import name_of
from articles.models import Block, Version
from articles.text.normalise import APOSTROPHES, normalise_line, unaccent

LONGEST_WORDS: Final = 10_000  # characters; the longest paragraphs have half of it
MOST_PLACES: Final = 100  # that anybody would choose from
MOST_NEAR: Final = 5
CONTEXT: Final = 40  # characters shown on each side
_MOST_LOOKED_AT: Final = 20_000  # occurrences; a letter may stand on every place of a text
# One character for one: places are the same in what is compared and in what is printed.
_STRAIGHT: Final = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"')
    | dict.fromkeys("`\u00b4\u2018\u2019\u201a\u201b\u2032\uff07", "'")
)
_LINE_BREAKS: Final = re.compile("[\n\v\f\r\x85\u2028\u2029]+")
# Scripts that put no space between words: Thai to Myanmar, Khmer, Chinese and Japanese.
_NO_SPACES: Final = "\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_INSIDE_A_WORD: Final = re.compile(
    rf"(?<=[^\W_{_NO_SPACES}])(?=[^\W_{_NO_SPACES}])|(?<=[0-9])(?=[.,][0-9])|(?<=[0-9][.,])(?=[0-9])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of one block, as an anchor has it."""

    block_pk: int
    position: int  # the block's
    where: str  # "paragraph 3", "headline"
    start: int  # code points in the block, from 0
    end: int  # exclusive
    exact: str
    before: str  # at most CONTEXT characters
    after: str

    @property
    def key(self) -> str:
        """What a form sends to say that this place is meant."""
        return f"{self.block_pk}-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What became of pasted words."""

    words: str  # by rule n1, on one line
    places: tuple[Place, ...] = ()  # at most MOST_PLACES, in the order of the text
    more: bool = False  # there are more places than these
    # Only when there are no places: the words with other dashes, case or grouping, or else nearly the same words.
    near: tuple[Place, ...] = ()
    paragraphs: int = 0  # that the words run over; 0 unless they do
    problem: str = ""  # a sentence: why such words are not looked for


@dataclass(frozen=True)
class Text:
    """The blocks of a version that hold words, in order."""

    version: Version
    blocks: tuple[Block, ...]
    names: tuple[str, ...] = field(repr=False)  # of each block: "paragraph 3"

    @cached_property
    def folded(self) -> _Folded:
        return _Folded.of(self.blocks)


def read(version: Version) -> Text:
    """Read the blocks of a version: one query."""
    blocks = tuple(version.blocks.exclude(type=Block.Type.WHITESPACE).order_by("position"))
    names, paragraphs = [], 0
    for block in blocks:
        paragraphs += block.type == Block.Type.PARAGRAPH
        names.append(name_of(block, paragraphs))
    return Text(version=version, blocks=blocks, names=tuple(names))


def look_up(text: Text, pasted: str) -> Found:
    """Look for pasted words in a text; those that stand there inside longer words count only when no others do.

    Straight quotation marks are as good as those that the article prints, where it does not print straight ones there.
    """
    if len(pasted) > LONGEST_WORDS:
        told = {"length": len(pasted), "limit": LONGEST_WORDS}
        problem = _("These are %(length)d characters. The words of one fact stand in one paragraph: at most %(limit)d.")
        return Found(words="", problem=problem % told)
    words = normalise_line(_LINE_BREAKS.sub(" ", pasted))
    if not words:
        return Found(words="", problem=_("Paste the words as the article prints them."))
    places = _exact(text, words) or _exact(text, words, _STRAIGHT)
    if places:
        return Found(words=words, places=tuple(places[:MOST_PLACES]), more=len(places) > MOST_PLACES)
    found = _near(text, words)
    return found if found.near or found.paragraphs else _nearest(text, words)


def _exact(text: Text, words: str, alike: Mapping[int, str] | None = None) -> list[Place]:
    """Return where words stand; `alike` maps characters that count as one, each to one other."""
    whole: list[tuple[int, int]] = []
    inside: list[tuple[int, int]] = []
    blocks = [block.text.translate(alike or {}) for block in text.blocks]
    for index, start in islice(_occurrences(blocks, words.translate(alike or {})), _MOST_LOOKED_AT):
        cut = _cuts_words(text.blocks[index].text, start, start + len(words))
        (inside if cut else whole).append((index, start))
        if len(whole) > MOST_PLACES:
            break
    found = (whole or inside)[: MOST_PLACES + 1]
    return [_place(text, index, start, start + len(words)) for index, start in found]


def _occurrences(blocks: Sequence[str], words: str) -> Iterator[tuple[int, int]]:
    for index, block in enumerate(blocks):
        start = block.find(words)
        while start >= 0:
            yield index, start
            start = block.find(words, start + 1)


def _cuts_words(text: str, start: int, end: int) -> bool:
    return any(_INSIDE_A_WORD.match(text, at) is not None for at in (start, end))


def _place(text: Text, index: int, start: int, end: int) -> Place:
    block = text.blocks[index]
    return Place(
        block_pk=block.pk,
        position=block.position,
        where=text.names[index],
        start=start,
        end=end,
        exact=block.text[start:end],
        before=block.text[max(0, start - CONTEXT) : start],
        after=block.text[end : end + CONTEXT],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folded:
    """The letters and digits of the article's own blocks in one row, as words are compared that nearly agree."""

    letters: str
    places: list[int]  # of each letter, in its block
    starts: list[int]  # in `letters`, of each block that has any
    blocks: list[int]  # its index in the text

    @classmethod
    def of(cls, blocks: tuple[Block, ...]) -> _Folded:
        letters: list[str] = []
        places: list[int] = []
        starts: list[int] = []
        indexes: list[int] = []
        for index, block in enumerate(blocks):
            if block.type == Block.Type.BOILERPLATE:
                continue
            starts.append(len(places))
            indexes.append(index)
            for at, character in enumerate(block.text):
                kept = _kept(character)
                letters.append(kept)
                places.extend([at] * len(kept))
        return cls(letters="".join(letters), places=places, starts=starts, blocks=indexes)

    def block_of(self, letter: int) -> int:
        """Return the index of the block that a letter stands in."""
        return self.blocks[bisect_right(self.starts, letter) - 1]


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    """Return a letter or digit without case and accent; "" for all that is printed in several ways."""
    return unaccent(character) if character.isalnum() and character not in APOSTROPHES else ""


def _near(text: Text, words: str) -> Found:
    wanted = "".join(map(_kept, words))
    near: list[Place] = []
    paragraphs = 0
    for first, last in islice(_alike(text.folded, wanted), _MOST_LOOKED_AT):
        block = text.folded.block_of(first)
        if block != text.folded.block_of(last):
            paragraphs = paragraphs or _blocks_between(text.folded, first, last)
            continue
        start, end = text.folded.places[first], text.folded.places[last] + 1
        if not _cuts_words(text.blocks[block].text, start, end):
            near.append(_place(text, block, *_with_marks(text.blocks[block].text, start, end, words)))
        if len(near) == MOST_NEAR:
            break
    return Found(words=words, near=tuple(near), paragraphs=0 if near else paragraphs)


def _nearest(text: Text, words: str) -> Found:
    own = [index for index, block in enumerate(text.blocks) if block.type != Block.Type.BOILERPLATE]
    stretch = nearest(words, [text.blocks[index].text for index in own])
    if stretch is None:
        return Found(words=words)
    index, start, end = own[stretch[0]], *stretch[1:]
    return Found(words=words, near=(_place(text, index, *_with_marks(text.blocks[index].text, start, end, words)),))


def _alike(folded: _Folded, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last letter of each stretch that has the wanted letters."""
    at = folded.letters.find(wanted) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted) - 1
        at = folded.letters.find(wanted, at + 1)


def _blocks_between(folded: _Folded, first: int, last: int) -> int:
    return bisect_right(folded.starts, last) - bisect_right(folded.starts, first) + 1


def _with_marks(text: str, start: int, end: int, words: str) -> tuple[int, int]:
    """Take in as many marks on each side, quotation marks or a percent sign, as the pasted words have there."""
    leading = len(words) - len(words.lstrip("".join(_marks(words))))
    trailing = len(words) - len(words.rstrip("".join(_marks(words))))
    while leading and start and _is_mark(text[start - 1]):
        start, leading = start - 1, leading - 1
    while trailing and end < len(text) and _is_mark(text[end]):
        end, trailing = end + 1, trailing - 1
    return start, end


def _marks(words: str) -> set[str]:
    return {character for character in words if _is_mark(character)}


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
