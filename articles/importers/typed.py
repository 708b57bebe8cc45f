"""What an editor types becomes a record like any other: a text of its own, each character in one block.

No importer of files, so not among `IMPORTERS`: nobody has to guess what a line is when the form has a field for it.
The record is what the fields hold by rule n1, one under the other, so equal words are equal bytes.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Protocol

from articles.importers.base import BlockType, RawArticle, RawBlock
from articles.text.normalise import normalise_line

CROSSHEAD: Final = "## "
ESCAPE: Final = "\\"
_ESCAPED: Final = (CROSSHEAD, ESCAPE + CROSSHEAD, ESCAPE + ESCAPE)  # beginnings that a paragraph cannot have as typed
_ONE_LINE: Final = {"headline": BlockType.HEADLINE, "deck": BlockType.DECK}
_LINES: Final = {
    "photo_credits": BlockType.PHOTO_CREDIT,
    "captions": BlockType.PHOTO_CAPTION,
    "byline": BlockType.BYLINE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The fields of a form, as they are typed.

    Captions, photo credits and bylines: one a line. Text: paragraphs parted by blank lines; one that begins with
    "## " is a crosshead, and a backslash before it, or before another backslash, says that it is none.
    """

    headline: str
    text: str
    deck: str = ""
    captions: str = ""
    photo_credits: str = ""
    byline: str = ""


class _Block(Protocol):
    @property
    def type(self) -> str: ...

    @property
    def text(self) -> str: ...


def compose(typed: Typed, *, place: str, language: str = "", publisher: str = "") -> RawArticle:
    """Return the record of what was typed; what the archive could not hold is found by those who store it."""
    blocks: list[RawBlock] = []
    content = ""
    for kind, printed, text in _stretches(typed):
        # Lines of one field stand together, all else is parted by a blank line.
        together = blocks and blocks[-1].type == kind and kind in _LINES.values()
        content += ("\n" if together else "\n\n") if blocks else ""
        end = len(content) + len(printed)
        blocks.append(RawBlock(type=kind, text=text, source_start=len(content), source_end=end))
        content += printed
    return RawArticle(
        place=place,
        content=f"{content}\n".encode("utf-8", "surrogatepass"),
        media_type="text/plain",
        charset="utf-8",
        blocks=tuple(blocks),
        language=language,
        publisher=publisher,
    )


def typed_of(blocks: Iterable[_Block]) -> Typed:
    """Return what an editor would type to get the blocks, in order; boilerplate and white space left out.

    A line of a photo that stands within the text goes to the other captions: the form has one field for them.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        if block.type == BlockType.CROSSHEAD:
            texts["text"].append(CROSSHEAD + block.text)
        elif block.type == BlockType.PARAGRAPH:
            texts["text"].append(_escaped(block.text))
        else:
            texts[block.type].append(block.text)
    return Typed(
        text="\n\n".join(texts["text"]),
        **{field: " ".join(texts[kind]) for field, kind in _ONE_LINE.items()},
        **{field: "\n".join(texts[kind]) for field, kind in _LINES.items()},
    )


def tidy(typed: Typed) -> Typed:
    """Return the one form of what was typed: two that give the same blocks have the same."""
    return typed_of(compose(typed, place="").blocks)


def is_same_but_for_spaces(one: Typed, other: Typed) -> bool:
    """Whether only white space differs, and with it where paragraphs begin."""
    return _without_spaces(one) == _without_spaces(other)


def _without_spaces(typed: Typed) -> list[tuple[BlockType, str]]:
    runs = groupby(compose(typed, place="").blocks, key=lambda block: block.type)
    return [(kind, "".join("".join(block.text.split()) for block in run)) for kind, run in runs]


def _stretches(typed: Typed) -> Iterator[tuple[BlockType, str, str]]:
    """Yield each block's type, the line that stands for it in the record, and its text."""
    for name, kind in _ONE_LINE.items():
        if line := _line(getattr(typed, name)):
            yield kind, line, line
    for name, kind in _LINES.items():
        for line in filter(None, map(_line, getattr(typed, name).splitlines())):
            yield kind, line, line
    for paragraph in _paragraphs(typed.text):
        crosshead = _line(paragraph.removeprefix(CROSSHEAD)) if paragraph.startswith(CROSSHEAD) else ""
        if crosshead:
            yield BlockType.CROSSHEAD, CROSSHEAD + crosshead, crosshead
        else:
            text = _unescaped(paragraph)
            yield BlockType.PARAGRAPH, _escaped(text), text


def _line(words: str) -> str:
    """Return rule n1 of `words` as one line; "" when nobody would see anything."""
    line = normalise_line(" ".join(words.splitlines()))
    return "" if all(unicodedata.category(character) in {"Cc", "Cf", "Zs"} for character in line) else line


def _paragraphs(text: str) -> Iterator[str]:
    for blank, lines in groupby(text.splitlines(), key=lambda line: not _line(line)):
        if not blank:
            yield _line("\n".join(lines))


def _escaped(paragraph: str) -> str:
    return ESCAPE + paragraph if paragraph.startswith(_ESCAPED) else paragraph


def _unescaped(paragraph: str) -> str:
    return paragraph[1:] if paragraph.startswith(_ESCAPED[1:]) else paragraph
