"""Reads a page as a reader sees it: its words, without markup, part by part."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpResponse


def page(response: Any) -> Element:
    """Return the tree of a page that must be there."""
    assert isinstance(response, HttpResponse)
    assert response.status_code == 200, response.status_code
    tree: Element = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    return tree


def part(response: Any, path: str = ".//main") -> Element:
    """Return the one part of a page that `path` (XPath as ElementTree knows it) leads to."""
    found = page(response).findall(path)
    assert len(found) == 1, f"{len(found)} parts at {path}"
    return found[0]


def parts(response: Any, path: str) -> list[Element]:
    return page(response).findall(path)


def words(element: Element) -> str:
    """Return the text of a part in one line."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def links(element: Element) -> list[str]:
    return [found.attrib["href"] for found in element.iter("a") if "href" in found.attrib]
