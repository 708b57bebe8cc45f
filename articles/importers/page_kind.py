"""Whether a page is an article at all: front pages, lists of links and error pages are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articles.importers.lines import Line
from articles.importers.page_body import Body
from articles.importers.page_fields import Fields, address_of, is_front
from articles.importers.page_jsonld import is_article
from articles.importers.page_marks import shown_text
from articles.text.normalise import shown

_ERROR: Final = re.compile(
    r"\b(?:4\d\d|5\d\d)\b.*\b(?:not found|forbidden|error|gone|denied|unavailable|tidak ditemukan)\b"
    r"|^error\b|^\W*(?:4\d\d|5\d\d)\W*$"
    r"|\b(?:page|halaman|laman|artikel)\b.{0,30}\b(?:not found|tidak (?:dapat )?(?:ditemukan|tersedia))\b"
    r"|\baccess denied\b|\bjust a moment\b|\bare you a (?:robot|human)\b|\bbad gateway\b",
    re.IGNORECASE,
)
_ERROR_WORDS: Final = 150  # no error page says more
_FEWEST_DECLARED: Final = 10  # words; of a page that says it is an article
_FEWEST: Final = 40
_SENTENCE: Final = 8
_MOST_LINKED: Final = 0.5
_HEADLINE: Final = 4  # words of a link that is another article's headline
_FEWEST_TEASERS: Final = 5  # of such links on a page that has hardly any text
_LIST: Final = "It is a list of articles, not an article."


def no_article(fields: Fields, body: Body, paragraphs: Sequence[Line]) -> str:
    """Return why the page is no article, a sentence; "" when it may be one."""
    words = sum(line.words for line in paragraphs)
    title = fields.headline[0] or fields.marks.title
    if _ERROR.search(title) and words < _ERROR_WORDS:
        return f"It is an error page: “{shown(title, limit=80)}”."
    if not words:
        return _LIST if _is_list(fields) else "It holds no text of an article."
    if not title:
        return "It has no headline."
    declared = _is_declared(fields)
    linked = sum(len(line.text) for line in body.lines if line.is_link)
    if not declared and (linked > _MOST_LINKED * len(body.text) or _tells_front(fields)):
        return _LIST
    if words < (_FEWEST_DECLARED if declared else _FEWEST):
        return _LIST if _is_list(fields) else f"It holds no text of an article, only {words} words."
    if not (declared or any(line.words >= _SENTENCE and line.closes for line in paragraphs)):
        return "It holds no text of an article: no line of it is a sentence."
    return ""


def _is_declared(fields: Fields) -> bool:
    """Whether the page says itself that it is an article."""
    return is_article(fields.described.node) or fields.marks.first("og:type").lower() == "article"


def _is_list(fields: Fields) -> bool:
    """Whether a page without a text shows the headlines of others."""
    linked = {shown_text(link) for link in fields.marks.tree.iter("a")}
    headlines = sum(text.count(" ") + 1 >= _HEADLINE for text in linked)
    return not _is_declared(fields) and (headlines >= _FEWEST_TEASERS or _tells_front(fields))


def _tells_front(fields: Fields) -> bool:
    """Whether all that tells the page's address tells the site's front page."""
    addresses = [fields.url[0], fields.marks.canonical, fields.marks.first("og:url")]
    told = [address for address in addresses if address_of(address)]
    return bool(told) and all(is_front(address) for address in told)
