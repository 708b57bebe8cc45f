"""The publisher's raw text layout: what a newspaper's page leaves when only its text is kept.

Headline, deck, photo credit and caption, byline, then paragraphs of one line each, the first with a dateline.
docs/importing.md shows it; every rule here is one of form and position.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from articles.importers.base import (
    MAX_LINES,
    MAX_TEXT,
    MAX_TEXT_BYTES,
    BlockType,
    Given,
    RawArticle,
    RawBlock,
    Unreadable,
)
from articles.importers.dateline import dateline_of, printed_day
from articles.importers.decoding import wide
from articles.importers.header import DAY
from articles.importers.layout import Fault, label_lines
from articles.importers.lines import Labels, Line, split_lines
from articles.text.language import guess_language

_BOM: Final = b"\xef\xbb\xbf"


class RawText:
    name = "rawtext"
    about = "one article as the plain text of its page"
    suffixes = frozenset({".txt"})

    def read(self, given: Given) -> Iterator[RawArticle | Unreadable]:
        """Yield the one article of the file, or why there is none."""
        with given.open() as stream:
            content = stream.read(MAX_TEXT_BYTES + 1)
        if len(content) > MAX_TEXT_BYTES:
            yield Unreadable(place=given.name, reason=f"It is larger than {MAX_TEXT_BYTES:,} bytes.")
        else:
            yield _article(given, content)


def _article(given: Given, content: bytes) -> RawArticle | Unreadable:
    if reason := wide(content[:4]):
        return Unreadable(place=given.name, reason=reason)
    charset = "utf-8-sig" if content.startswith(_BOM) else "utf-8"
    try:
        text = content.decode(charset)
    except UnicodeDecodeError as error:
        # The codec counts from behind the mark that it takes away.
        at = len(content) - len(error.object) + error.start
        reason = f"It is not UTF-8: byte 0x{content[at]:02x} at byte {at:,} is no character."
        return Unreadable(place=given.at(_line_of(content, at)), reason=reason)
    if "\x00" in text:
        at = content.index(0)
        return Unreadable(place=given.at(_line_of(content, at)), reason=f"It holds a NUL byte (byte {at:,}).")
    if len(text) > MAX_TEXT:
        return Unreadable(place=given.name, reason=f"It is longer than {MAX_TEXT:,} characters.")
    if len(text.splitlines()) > MAX_LINES:
        return Unreadable(place=given.name, reason=f"It has more than {MAX_LINES:,} lines.")
    lines = split_lines(text)
    if all(line.is_white for line in lines):
        return Unreadable(place=given.name, reason="It is empty.")
    labels = label_lines(lines)
    if isinstance(labels, Fault):
        place = given.at(labels.line) if labels.line else given.name
        return Unreadable(place=place, reason=labels.reason)
    return _raw_article(given, content, charset, lines, labels)


def _raw_article(given: Given, content: bytes, charset: str, lines: list[Line], labels: Labels) -> RawArticle:
    blocks = tuple(
        RawBlock(
            type=labels[line.number].type,
            text=line.text,
            source_start=line.start,
            source_end=line.end,
            reason=labels[line.number].reason,
        )
        for line in lines
    )
    day_line = next((line for line in lines if labels[line.number] == DAY), None)
    article = RawArticle(
        place=given.name,
        content=content,
        media_type="text/plain",
        charset=charset,
        blocks=blocks,
        publisher=_outlet(lines, labels),
        published=printed_day(day_line) if day_line else None,
        published_basis=day_line.text if day_line else "",
    )
    return replace(article, language=guess_language(article.body))


def _outlet(lines: list[Line], labels: Labels) -> str:
    """Return the outlet of the dateline, as printed; "" when the first paragraph has none."""
    first = next(line for line in lines if labels[line.number].type is BlockType.PARAGRAPH)
    dateline = dateline_of(first)
    return dateline.outlet if dateline else ""


def _line_of(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1
