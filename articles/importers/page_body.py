"""A page's body: what trafilatura finds, line by line, and whether a second reader finds the same."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import html
from lxml.etree import Element, _Element
from trafilatura import bare_extraction

from articles.importers.page_heads import BodyLine, as_printed
from articles.importers.page_lines import INLINE, PageLine, Printed, lines_of
from articles.importers.page_paragraphs import agreement, longest_part
from articles.text.invisible import clean_text

LEAST_AGREEMENT: Final = 0.8  # below it somebody should look at the import
_NEXT_TO_NOTHING: Final = 0.25  # share of the second reader's characters
# It tells of pages without text on a channel of its own; here they are records that are refused.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    lines: tuple[BodyLine, ...]
    reader: str  # which settings found it
    agreement: float  # with the second reader, 0 to 1

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def read_body(tree: html.HtmlElement, page: Sequence[Printed]) -> Body:
    """Return the body of a page, whose lines are `page`; without lines when there is none.

    Precision first: its settings leave out what stands around a text. Sometimes that is the text itself: where they
    leave next to nothing of what the second reader finds, the wider settings are tried, and what agrees more is taken.
    """
    second = longest_part(tree)
    body = _extracted(tree, page, second, precise=True)
    if len(body.text) >= _NEXT_TO_NOTHING * len(second):
        return body
    wider = _extracted(tree, page, second, precise=False)
    return wider if wider.agreement > body.agreement else body


def _extracted(tree: html.HtmlElement, page: Sequence[Printed], second: str, *, precise: bool) -> Body:
    reader = f"trafilatura, {'precise' if precise else 'balanced'}"
    lines = as_printed(_lines(tree, precise=precise), page)
    return Body(lines=lines, reader=reader, agreement=agreement("\n".join(line.text for line in lines), second))


def _lines(tree: html.HtmlElement, *, precise: bool) -> tuple[BodyLine, ...]:
    try:
        found = bare_extraction(
            tree, favor_precision=precise, include_comments=False, include_links=True, include_formatting=True
        )
    except Exception:  # noqa: BLE001 - a fault of the extractor's in one page must not end a run; the page is refused
        return ()
    body = getattr(found, "body", None)
    if body is not None:
        _mend(body)
    return () if body is None else tuple(_body_line(line) for line in lines_of(body) if line.text)


def _mend(body: _Element) -> None:
    """Make one line again of sentences that the extractor has cut at their links, in pages that part lines by br.

    There each stretch of bare text became a paragraph, and a link or an emphasis stands between two of them.
    """
    cut = [p for p in body.iter("p") if _goes_on(p) or _goes_on(p.getprevious())]
    for paragraph in cut:
        before = paragraph.getprevious()
        if before is not None and before.tag in {"p", "span"}:
            paragraph.addprevious(Element("lb"))
        paragraph.tag = "span"


def _goes_on(element: _Element | None) -> bool:
    """Whether an element and the next are of one line: one of them is inline, and no line ends between them."""
    following = None if element is None else element.getnext()
    if element is None or following is None or (element.tag not in INLINE and following.tag not in INLINE):
        return False
    said = "".join(element.itertext()) + (element.tail or "")
    return not said.endswith("\n") and "\n" not in said[len(said.rstrip()) :]


def _body_line(line: PageLine) -> BodyLine:
    around = {line.within.tag, *(element.tag for element in line.within.iterancestors())}
    return BodyLine(
        text=clean_text(line.text).text,
        is_head="head" in around,
        is_bold=line.is_bold,
        is_item="item" in around,
        is_link=line.share_linked > 0.9,
    )
