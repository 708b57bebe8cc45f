"""What a page says of itself in its head, and in the marks of its elements: meta, microdata, headings, times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

_LONGEST: Final = 2_000  # characters of a value
_MOST: Final = 100  # values under one name
_ARTICLE: Final = '//*[@itemscope and (contains(@itemtype, "Article") or contains(@itemtype, "BlogPosting"))]'
_DATED: Final = re.compile(
    r"(?:^|[-_\s])(?:date|time|tanggal|waktu|published|pubdate|posted|publish-date|timestamp)", re.IGNORECASE
)
_LONGEST_DAY: Final = 120
_FEW_WORDS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Values by the names under which the page gives them, in the page's order."""

    meta: dict[str, list[str]]  # by property or name, in lower case
    microdata: dict[str, list[str]]  # by itemprop, of the first article alone
    tree: HtmlElement

    def first(self, *names: str) -> str:
        """Return the first value of meta elements under the first of the names that has one; "" when none does."""
        return next((value for name in names for value in self.meta.get(name, ())), "")

    def item(self, *names: str) -> str:
        return next((value for name in names for value in self.microdata.get(name, ())), "")

    @property
    def title(self) -> str:
        return next((shown_text(title) for title in self.tree.iter("title")), "")

    @property
    def h1(self) -> str:
        """Return the heading of the page: of several, one that its title repeats, the longest of them."""
        headings = [text for h1 in self.tree.iter("h1") if (text := shown_text(h1))]
        title = f"{self.title} {self.first('og:title')}"
        repeated = [text for text in headings if text in title]
        return max(repeated or headings, key=len, default="")

    @property
    def canonical(self) -> str:
        links = self.tree.xpath('//link[translate(@rel, "CANOIL", "canoil") = "canonical"]/@href')
        return str(links[0]) if links else ""

    def times(self) -> Iterator[tuple[str, str]]:
        """Yield (datetime attribute, text) of each time element, with the words that stand right before it."""
        for time in self.tree.iter("time"):
            yield (time.get("datetime") or "").strip(), f"{_words_before(time)} {shown_text(time)}".strip()

    def printed_days(self) -> Iterator[str]:
        """Yield the short texts that stand where a page prints its day."""
        for _, text in self.times():
            yield text
        for element in self.tree.iter("span", "div", "p", "small", "em", "li"):
            if _DATED.search(f"{element.get('class')} {element.get('id')}"):
                text = shown_text(element)
                if 0 < len(text) <= _LONGEST_DAY and any(map(str.isdigit, text)):
                    yield text


def read_marks(tree: HtmlElement) -> Marks:
    """Return what the page says under names."""
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        _put(meta, name, element.get("content") or "")
    microdata: dict[str, list[str]] = {}
    scopes = tree.xpath(_ARTICLE)
    for element in scopes[0].iterdescendants() if scopes else ():
        if isinstance(element.tag, str) and element.get("itemprop") and _is_own(element, scopes[0]):
            for name in element.get("itemprop").split():
                _put(microdata, name, _item_text(element))
    return Marks(meta=meta, microdata=microdata, tree=tree)


def shown_text(element: HtmlElement) -> str:
    """Return an element's words on one line, at most as many as a field may have."""
    return " ".join("".join(element.itertext())[: 4 * _LONGEST].split())[:_LONGEST]


def _words_before(element: HtmlElement) -> str:
    """Return the end of the bare text between an element and what comes before it in the same line."""
    before, around = element.getprevious(), element.getparent()
    text = before.tail if before is not None else around.text if around is not None else ""
    return " ".join((text or "").split()[-_FEW_WORDS:])


def _is_own(element: HtmlElement, scope: HtmlElement) -> bool:
    """Whether the element is the article's own and not of a thing within it, such as its publisher's logo."""
    above = element.getparent()
    while above is not None and above is not scope:
        if above.get("itemscope") is not None:
            return False
        above = above.getparent()
    return True


def _item_text(element: HtmlElement) -> str:
    if element.get("itemscope") is not None:
        names = element.xpath('.//*[@itemprop="name"]')
        if names:
            return str(names[0].get("content") or shown_text(names[0]))
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return str(element.get(attribute))
    return shown_text(element)


def _put(values: dict[str, list[str]], name: str, value: str) -> None:
    stripped = value.strip()[:_LONGEST]
    if name and stripped and len(values.setdefault(name, [])) < _MOST:
        values[name].append(stripped)
