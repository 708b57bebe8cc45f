"""Web pages: one saved page, one article.

The body is trafilatura's, checked by a second reader; every other field is read here, and says where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from articles.importers.base import MAX_LINES, MAX_TEXT_BYTES, BlockType, Given, RawArticle, RawBlock, Unreadable
from articles.importers.dateline import dateline_of, part_of_site
from articles.importers.decoding import garbled
from articles.importers.lines import Label, Line
from articles.importers.page_body import LEAST_AGREEMENT, Body, read_body
from articles.importers.page_charset import Decoded, decode
from articles.importers.page_days import Published, read_published
from articles.importers.page_deck import printed_deck
from articles.importers.page_fields import Fields, Found, read_fields
from articles.importers.page_kind import no_article
from articles.importers.page_labels import label_body
from articles.importers.page_lines import printed_lines
from articles.importers.page_tree import parse, saved_from
from articles.text.language import guess_language

_HOST: Final = "host of the address"


class Html:
    name = "html"
    about = "one article as the web page that it stood on"
    suffixes = frozenset({".html", ".htm", ".xhtml"})

    def read(self, given: Given) -> Iterator[RawArticle | Unreadable]:
        """Yield the one article of the file, or why there is none."""
        with given.open() as stream:
            content = stream.read(MAX_TEXT_BYTES + 1)
        yield read_page(content, place=given.name)


def read_page(
    content: bytes, *, place: str, url: str = "", charset: str = "", retrieved_at: datetime | None = None
) -> RawArticle | Unreadable:
    """Return the article of one page, or why there is none.

    `url` and `charset` are what its server said, "" when nobody knows; the page's own word is taken before them.
    """
    page = _read(content, url, charset)
    if isinstance(page, str):
        return Unreadable(place=place, reason=page)
    fields = page.fields
    language, publisher = _language(page), _publisher(page)
    published = read_published(fields.described, fields.marks, language[0])
    deck, section = page.deck, _section(page, publisher)
    fields_found = {
        "headline": fields.headline[1],
        "deck": deck[1],
        "byline": fields.author_found,
        "picture": fields.picture.found,
        "body": page.body.reader,
        "published": published.found,
        "section": section[1],
        "language": language[1],
        "url": fields.url[1],
        "publisher": publisher[1],
        "topics": fields.topic_found,
        "actors": "JSON-LD about, mentions" if fields.actors else "",
        "charset": page.decoded.said_by,
    }
    return RawArticle(
        place=place,
        content=content,
        media_type="text/html",
        charset=page.decoded.charset,
        blocks=(*_head(fields, deck[0]), *(_body_block(line, label) for line, label in page.lines)),
        language=language[0],
        publisher=publisher[0],
        url=fields.url[0],
        section=section[0],
        published=published.date,
        published_basis=published.basis,
        retrieved_at=retrieved_at,
        actors=fields.actors,
        topics=fields.topics,
        provenance=tuple((name, found) for name, found in fields_found.items() if found),
        doubt=_doubt(page, published),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What has been read of a page that is an article."""

    decoded: Decoded
    fields: Fields
    body: Body
    deck: Found
    lines: Sequence[tuple[Line, Label]]

    @property
    def paragraphs(self) -> list[Line]:
        return [line for line, label in self.lines if label.type is BlockType.PARAGRAPH]


def _read(content: bytes, url: str, charset: str) -> _Page | str:
    """Return the page, or a sentence on why it is no article."""
    if len(content) > MAX_TEXT_BYTES:
        return f"It is larger than {MAX_TEXT_BYTES:,} bytes."
    if not content.strip():
        return "It is empty."
    decoded = decode(content, charset)
    if decoded is None:
        return "It is no text: it is full of NUL bytes."
    tree = parse(decoded.text)
    if isinstance(tree, str):
        return tree
    fields = read_fields(tree, url=url or saved_from(decoded.text))
    printed = printed_lines(tree)
    body = read_body(tree, printed)
    deck = printed_deck(fields, body, printed)
    lines = label_body(body, fields, deck[0], printed)
    page = _Page(decoded=decoded, fields=fields, body=body, deck=deck, lines=lines)
    if len(page.lines) > MAX_LINES:
        return f"It has more than {MAX_LINES:,} lines."
    return no_article(fields, body, page.paragraphs) or page


def _head(fields: Fields, deck: str) -> Iterator[RawBlock]:
    texts = (
        (BlockType.HEADLINE, fields.headline[0]),
        (BlockType.DECK, deck),
        (BlockType.BYLINE, ", ".join(fields.authors)),
        (BlockType.PHOTO_CAPTION, fields.picture.caption),
        (BlockType.PHOTO_CREDIT, fields.picture.credit),
    )
    for kind, text in texts:
        if text:
            yield RawBlock(type=kind, text=text, source_start=None, source_end=None)


def _body_block(line: Line, label: Label) -> RawBlock:
    return RawBlock(type=label.type, text=line.text, source_start=None, source_end=None, reason=label.reason)


def _language(page: _Page) -> Found:
    """Return what the body's words tell; what the page declares only when they tell nothing: templates copy it."""
    told = guess_language(page.body.text)
    return (told, "words of the body") if told else page.fields.language


def _publisher(page: _Page) -> Found:
    """Return the publisher that the page names, else the outlet of its dateline, else its host."""
    dateline = dateline_of(page.paragraphs[0])
    if dateline and dateline.outlet and page.fields.publisher[1] in {"", _HOST}:
        return dateline.outlet, "dateline"
    return page.fields.publisher


def _section(page: _Page, publisher: Found) -> Found:
    """Return the section that the page names, else the part of its site that stands for the publisher."""
    if page.fields.section[0]:
        return page.fields.section
    part = part_of_site(publisher[0])
    return (part, publisher[1]) if part else page.fields.section


def _doubt(page: _Page, published: Published) -> str:
    """Return why somebody should look at the article, a sentence; "" when nothing speaks against it."""
    agreed = page.body.agreement
    sentences = (
        f"two readers disagree about the text (agreement {agreed:.2f})." if agreed < LEAST_AGREEMENT else "",
        page.decoded.doubt,
        garbled(page.body.text),
        published.doubt,
    )
    doubts = " ".join(filter(None, sentences))
    return f"Check this import: {doubts}" if doubts else ""
