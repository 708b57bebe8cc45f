"""A page's characters become a tree, within bounds: no network, no DTD, no depth or width that costs minutes."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree, html

from articles.importers.base import MAX_TEXT

MAX_ELEMENTS: Final = 12_000  # a long article's page has 3,000; the time that reading takes grows with the square
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template"})
_CONTROLS: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|&#0{0,9}(?:[0-8]|1[124-9]|2[0-9]|3[01]|127);|&#x0{0,9}(?:[0-8bcef]|1[0-9a-f]|7f);",
    re.IGNORECASE,
)
_SAVED_FROM: Final = re.compile(r"<!-- saved from url=\(\d{4}\)(\S{1,2000}) -->")
_HEAD: Final = 4096  # characters


def parse(text: str) -> html.HtmlElement | str:
    """Return the page's root, or a sentence on why it has none."""
    if "<" not in text:
        return "It is no web page: it holds no tag."
    # What XML cannot hold stops the extractor; nobody sees it.
    visible = _CONTROLS.sub("", text)
    # As bytes in a charset that we name: lxml refuses text that declares one. HTML knows no entities of a DTD's.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True, remove_comments=True)
    try:
        tree = html.document_fromstring(visible.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return "It is no web page: it holds no text."
    # libxml2 stops at 256 levels, at once, and leaves out what lies deeper: that must not pass for the page.
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return "Its tags are nested more than 250 deep."
    return _too_large(tree) or tree


def _too_large(tree: html.HtmlElement) -> str:
    """Return why reading the page would take long, a sentence; "" when it would not."""
    elements = characters = 0
    for element in tree.iter():
        elements += 1
        own = "" if element.tag in _UNSEEN else element.text
        characters += len(own or "") + len(element.tail or "")
    if elements > MAX_ELEMENTS:
        return f"It has more than {MAX_ELEMENTS:,} elements."
    return f"It shows more than {MAX_TEXT:,} characters." if characters > MAX_TEXT else ""


def saved_from(text: str) -> str:
    """Return the address that a browser wrote into the page when it saved it; "" when none did."""
    found = _SAVED_FROM.search(text, 0, _HEAD)
    return found[1] if found else ""
