"""The lines of a page: what stands between two borders of its blocks, and how much of it is links or bold."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element

from articles.text.invisible import clean_text

# Names of HTML, and of the extractor's own tree (hi, ref, cell).
INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "hi", "i", "ins", "kbd"}
    | {"mark", "q", "ref", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"}
    | {"cell", "td", "th"}
)
_UNSEEN: Final = frozenset({"head", "script", "style", "noscript", "template"})
_CELLS: Final = frozenset({"cell", "td", "th"})
_LINKS: Final = frozenset({"a", "ref"})
_BOLD: Final = frozenset({"b", "strong"})


@dataclass(slots=True)
class PageLine:
    """What a browser shows as one paragraph or line."""

    within: _Element  # the block that holds it
    linked: int = 0  # characters that stand in links
    bold: int = 0
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def share_linked(self) -> float:
        return self.linked / max(1, self._visible)

    @property
    def is_bold(self) -> bool:
        return 0 < self._visible == self.bold

    @property
    def _visible(self) -> int:
        return sum(len("".join(piece.split())) for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A line that a page shows, with its words."""

    text: str
    within: _Element
    share_linked: float

    def is_in(self, tag: str) -> bool:
        return self.within.tag == tag or any(True for _ in self.within.iterancestors(tag))


def printed_lines(tree: _Element) -> tuple[Printed, ...]:
    """Return all lines of a page that hold words, in order, wherever they stand in it."""
    lines = ((line.text, line) for line in lines_of(tree, left_out=_UNSEEN))
    return tuple(
        Printed(
            text=text if text.isprintable() else clean_text(text).text,
            within=line.within,
            share_linked=line.share_linked,
        )
        for text, line in lines
        if text
    )


@dataclass(frozen=True, slots=True)
class _Style:
    linked: bool = False
    bold: bool = False


def lines_of(tree: _Element, *, left_out: Set[str] = frozenset()) -> Iterator[PageLine]:
    """Yield the lines in order, empty ones too; elements named in `left_out` are passed over, not what follows them.

    Goes by a stack of its own: the depth of a page is not ours to choose.
    """
    line = PageLine(tree)
    stack: list[tuple[_Element, _Style, bool]] = [(tree, _Style(), False)]
    while stack:
        element, style, leaving = stack.pop()
        shown = isinstance(element.tag, str) and element.tag not in left_out
        if shown and element.tag not in INLINE:
            yield line
            parent = element.getparent()
            line = PageLine(element if not leaving or parent is None else parent)
        if leaving or not shown:
            _add(line, element.tail if element is not tree else None, style)
            continue
        inner = _style(element, style)
        _add(line, " " if element.tag in _CELLS else None, style)
        _add(line, element.text, inner)
        stack.append((element, style, True))
        stack.extend((child, inner, False) for child in reversed(element))
    yield line


def _style(element: _Element, around: _Style) -> _Style:
    if element.tag in _LINKS:
        return _Style(linked=True, bold=around.bold)
    is_bold = element.tag in _BOLD or element.get("rend") == "#b"
    return _Style(linked=around.linked, bold=True) if is_bold else around


def _add(line: PageLine, text: str | None, style: _Style) -> None:
    if text:
        line.pieces.append(text)
        visible = len("".join(text.split()))
        line.linked += visible if style.linked else 0
        line.bold += visible if style.bold else 0
