"""The first picture of a page: its caption and who took it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from articles.importers.page_jsonld import Described
from articles.importers.page_lines import Printed
from articles.importers.page_marks import shown_text
from articles.text.normalise import fold

_CREDIT_CLASS: Final = re.compile(
    r"(?:^|[-_\s])(?:credits?|kredit|copyright|photographer|fotografer|source|sumber|attribution)", re.IGNORECASE
)
_CREDIT: Final = re.compile(
    r"(?:[(\[]\s?)?(?:foto|photo(?:graph)?(?: by)?|kredit|credit|image|picture|sumber|source|dok(?:\.|umentasi)?)\s?"
    r"[:/.]\s?(?:dok\.\s?)?[^.!?]{2,80}[)\]]?\.?$|[(\[][A-Z][^()\[\]]{0,40}/[^()\[\]]{2,40}[)\]]\.?$",
    re.IGNORECASE,
)
_CAPTIONS: Final = (
    "//figcaption[not(ancestor::a or ancestor::aside or ancestor::nav or ancestor::footer)]"
    "[ancestor::figure[.//img or .//picture or .//amp-img]]"
)
_FIGURES: Final = "//figure[.//img or .//picture or .//video or .//amp-img or .//iframe]"
_CAPTION_CLASS: Final = re.compile(r"(?:^|[-_\s])(?:fig)?caption(?:$|[-_\s])", re.IGNORECASE)
_LONGEST: Final = 1_000  # characters of a caption


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    caption: str = ""
    credit: str = ""
    found: str = ""  # where; "" when the page has none


def read_picture(described: Described, tree: HtmlElement) -> Picture:
    """Return caption and credit of the article's picture: as JSON-LD tells them, else as the page prints them."""
    for image in described.things("image"):
        if isinstance(image, dict) and isinstance(image.get("caption"), str) and image["caption"].strip():
            caption, printed = _parted(" ".join(image["caption"].split()))
            credit = image.get("creditText") or image.get("copyrightNotice")
            return Picture(
                caption=caption[:_LONGEST], credit=credit if isinstance(credit, str) else printed, found="JSON-LD image"
            )
    for element in tree.xpath(_CAPTIONS):
        if picture := _printed(element):
            return picture
    return Picture()


def captions_among(lines: Set[str], tree: HtmlElement, page: Sequence[Printed]) -> Set[str]:
    """Return which of `lines` stand with pictures and players alone: in their figures, or marked as captions."""
    marked = (element for element in tree.iter("div", "p", "figcaption") if _is_caption(element))
    inside = {element for around in (*tree.xpath(_FIGURES), *marked) for element in around.iter()}
    found = [line for line in page if line.text in lines] if inside else []
    return {line.text for line in found if line.within in inside} - {
        line.text for line in found if line.within not in inside
    }


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or bool(_CAPTION_CLASS.search(element.get("class") or ""))


def _printed(figcaption: HtmlElement) -> Picture | None:
    text = shown_text(figcaption)[:_LONGEST]
    marked = [child for child in figcaption.iterdescendants() if _CREDIT_CLASS.search(str(child.get("class")))]
    credit = shown_text(marked[0]) if marked else ""
    if credit and text.endswith(credit):
        return Picture(caption=text.removesuffix(credit).strip(), credit=credit, found="figcaption")
    if credit and text.startswith(credit):
        return Picture(caption=text.removeprefix(credit).strip(), credit=credit, found="figcaption")
    caption, credit = _parted(text)
    return Picture(caption=caption, credit=credit, found="figcaption") if fold(text) else None


def _parted(text: str) -> tuple[str, str]:
    """Return caption and credit of a line that may end in "(Foto: ...)" or "(ANTARA FOTO/...)"."""
    found = _CREDIT.search(text)
    return (text[: found.start()].strip(), found[0]) if found else (text, "")
