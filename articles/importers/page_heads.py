"""What the extractor loses of a body's form: headings between its paragraphs, and their order in the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles.importers.page_lines import Printed

_HEADS: Final = frozenset({"h2", "h3", "h4"})  # the first level is the headline's
_NEAR: Final = 2  # lines below a heading; the first may tell the hour
_MOST_LINKED: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    text: str  # one line, as its characters stand in the page
    is_head: bool = False  # marked as a heading
    is_bold: bool = False  # all of it
    is_item: bool = False  # of a list
    is_link: bool = False  # but for a word


def as_printed(lines: Sequence[BodyLine], page: Sequence[Printed]) -> tuple[BodyLine, ...]:
    """Return the lines in the page's order, with the headings that stand right over them in the same part of it."""
    ordered = _in_order(lines, [line.text for line in page])
    heads = _lost_heads(ordered, page)
    return tuple(one for line in ordered for one in (*heads.get(line.text, ()), line))


def _in_order(lines: Sequence[BodyLine], page: Sequence[str]) -> Sequence[BodyLine]:
    """Return the lines as the page has them; as they come when one of them stands there twice, or otherwise."""
    wanted = {line.text for line in lines}
    printed = [text for text in page if text in wanted]
    if len(printed) != len(lines) or len(wanted) != len(lines):
        return lines
    places = {text: at for at, text in enumerate(printed)}
    return sorted(lines, key=lambda line: places[line.text])


def _lost_heads(lines: Sequence[BodyLine], page: Sequence[Printed]) -> dict[str, list[BodyLine]]:
    """Return headings that the lines lack, by the words of the line under them; none is over the first line."""
    has = {line.text for line in lines}
    under = has - {lines[0].text} if lines else set()
    heads: dict[str, list[BodyLine]] = defaultdict(list)
    for at, line in enumerate(page):
        if line.within.tag in _HEADS and line.text not in has and line.share_linked < _MOST_LINKED:
            near = _near(line, page[at + 1 : at + 1 + _NEAR])
            if below := next((text for text in near if text in under), ""):
                heads[below].append(BodyLine(text=line.text, is_head=True))
    return heads


def _near(head: Printed, below: Sequence[Printed]) -> Iterator[str]:
    """Yield the lines under a heading that stand in the same part of the page."""
    around = head.within.getparent()
    for line in below:
        if line.within is around or line.within.getparent() is around:
            yield line.text
