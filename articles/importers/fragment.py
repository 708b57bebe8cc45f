"""A stretch of HTML inside a record, such as a feed's entry, read as lines of text; nothing is shown or loaded."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

_LEFT_OUT: Final = frozenset(
    {"script", "style", "template", "iframe", "object", "noscript", "svg", "select", "button", "form", "title"}
)
_INLINE_TAGS: Final = (
    "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var wbr"
)
_INLINE: Final = frozenset(_INLINE_TAGS.split())
# Parted by an empty line from what stands before: a heading ends the list of links under a "Baca Juga".
_APART: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "table", "blockquote"})
_IS_HTML: Final = re.compile(
    r"</(?:p|div|h[1-6]|ul|ol|a|b|strong|em|i|span|blockquote|figure)\s{0,9}>|<(?:br|p)\s{0,9}/?>", re.IGNORECASE
)
_SPACES: Final = re.compile("[ \t\r\n\f]+")
_PIECE: Final = 64 * 1024  # characters


def is_html(text: str) -> bool:
    """Return whether a text holds tags of HTML, not only a sign for less."""
    return bool(_IS_HTML.search(text))


def text_of(html: str) -> str:
    """Return the text of `html`: a line for each block.

    No tree is built, so tags may be nested as deep as they like.
    """
    lines = _Lines()
    parser = etree.HTMLParser(target=lines, no_network=True)
    try:
        for at in range(0, len(html), _PIECE):
            parser.feed(html[at : at + _PIECE])
        parser.close()
    except etree.LxmlError:
        lines.close()  # what it read until it gave up
    return lines.text


class _Lines:
    """What the parser tells, as text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._line: list[str] = []
        self._left_out = 0

    @property
    def text(self) -> str:
        return "".join(self._parts).strip("\n")

    def start(self, tag: str, _attributes: object) -> None:
        if tag in _LEFT_OUT:
            self._left_out += 1
        elif tag not in _INLINE:
            self._break("\n\n" if tag in _APART else "\n")

    def end(self, tag: str) -> None:
        if tag in _LEFT_OUT:
            self._left_out = max(0, self._left_out - 1)
        elif tag not in _INLINE:
            self._break("\n")

    def data(self, text: str) -> None:
        if not self._left_out:
            self._line.append(text)

    def close(self) -> None:
        self._break("")

    def _break(self, ending: str) -> None:
        line = _SPACES.sub(" ", "".join(self._line)).strip(" ")
        self._line.clear()
        if line:
            self._parts.append(line)
        if self._parts and len(ending) > _newlines(self._parts[-1]):
            if _newlines(self._parts[-1]):
                self._parts[-1] = ending
            else:
                self._parts.append(ending)


def _newlines(part: str) -> int:
    return len(part) if part.strip("\n") == "" else 0
