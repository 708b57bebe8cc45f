"""Feeds: RSS and Atom, one article for each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any, Final
from xml.parsers import expat

import feedparser

from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.cells import as_names
from articles.importers.days import about
from articles.importers.decoding import Decoded, decode
from articles.importers.entries import Entry, read_entries
from articles.importers.fields import Field
from articles.importers.fragment import text_of
from articles.importers.records import Record, article_of

_DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][\w.-]{1,30})["'][^>]{0,100}\?>""")
_DECLARATION: Final = re.compile(r"<\?xml[^>]*\?>")
_CHARSETS: Final = re.compile(
    r"(?:us-)?ascii|iso-?8859-?\d{1,2}|latin-?1|windows-?125\d|cp125\d|koi8-[ru]|big5|gbk?\d*|shift_jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
_ALMOST_UTF_8: Final = re.compile(r"us-ascii|ascii|iso-?8859-?1|latin-?1", re.IGNORECASE)  # what is often said wrongly
_MAX_BROKEN: Final = 100_000  # bytes of an entry whose XML is broken: the parser for those is slow
_MAX_TAGS: Final = 20_000  # of one entry; ten times what the longest article needs
_CDATA: Final = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_EXCERPT: Final = "The feed gives only a summary: this text is an excerpt."


class Feed:
    name = "feed"
    about = "the entries of a feed, RSS or Atom"
    suffixes = frozenset({".rss", ".atom", ".xml"})

    def read(self, given: Given) -> Iterator[RawArticle | Unreadable]:
        """Yield the article of each entry, or why there is none."""
        with given.open() as stream:
            for entry in read_entries(stream):
                if entry.fault:
                    place = given.name if entry.ends_file else given.at(entry.line)
                    yield Unreadable(place=place, reason=entry.fault)
                else:
                    yield _article(given.at(entry.line), entry)


def _article(place: str, entry: Entry) -> RawArticle | Unreadable:
    decoded = _decode(entry)
    if _CDATA.sub(b"", entry.content).count(b"<") > 2 * _MAX_TAGS:
        return Unreadable(place=place, reason=f"It has more than {_MAX_TAGS:,} tags.")
    if isinstance(decoded, str):
        return Unreadable(place=place, reason=decoded)
    parsed = _parse(entry, decoded)
    if isinstance(parsed, str):
        return Unreadable(place=place, reason=parsed)
    return _of_entry(place, entry, decoded, parsed)


def _decode(entry: Entry) -> Decoded | str:
    """Return the text of the entry by the charset that the feed declares, or else by what its bytes are."""
    declared = _DECLARED.match(entry.head.lstrip())
    charset = declared[1].decode() if declared else ""
    found = decode(entry.content)
    if not _CHARSETS.fullmatch(charset) or (_ALMOST_UTF_8.fullmatch(charset) and _is_utf_8(found)):
        return found
    try:
        return Decoded(text=entry.content.decode(charset), charset=charset.lower(), doubt="")
    except (UnicodeDecodeError, LookupError):
        return found


def _is_utf_8(found: Decoded | str) -> bool:
    return isinstance(found, Decoded) and found.charset == "utf-8"


def _parse(entry: Entry, decoded: Decoded) -> Mapping[str, Any] | str:
    """Return what the parser found in the feed of this one entry, or a sentence on why it found nothing."""
    head = _DECLARATION.sub("", entry.head.decode(decoded.charset, "replace"))
    document = f"{head}{decoded.text}{entry.tail.decode(decoded.charset, 'replace')}".strip().encode()
    broken = _broken(document)
    if broken and len(document) > _MAX_BROKEN:
        return f"Its XML is broken: {broken}."
    try:
        # A stream: what is no stream would be taken for an address or the name of a file, and opened.
        parsed = feedparser.parse(BytesIO(document), sanitize_html=False, resolve_relative_uris=False)
    except Exception:  # noqa: BLE001 - a parser of others; whatever it stumbles on must not end the run
        return "Its XML is broken in a way that no parser reads."
    if not parsed.entries:
        return f"Its XML is broken: {broken}." if broken else "It is no entry that the parser knows."
    return {"entry": parsed.entries[0], "feed": parsed.feed, "version": parsed.version or "", "broken": broken}


def _broken(document: bytes) -> str:
    """Return why the XML is not well-formed; "" when it is. There is no document type, so no entity can grow."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(document, True)  # noqa: FBT003 - the parser has no name for it
    except expat.ExpatError as error:
        return expat.ErrorString(error.code)
    return ""


def _of_entry(place: str, entry: Entry, decoded: Decoded, parsed: Mapping[str, Any]) -> RawArticle | Unreadable:
    found = parsed["entry"]
    texts, columns = _texts(found, parsed["feed"])
    is_atom = parsed["version"].startswith("atom")
    if not is_atom and columns.get(Field.PUBLISHED) == "updated":
        columns[Field.PUBLISHED] = "dc:date"  # which the parser calls so
    article = article_of(
        Record(
            place=place,
            content=entry.content,
            media_type="application/atom+xml" if is_atom else "application/rss+xml",
            charset=decoded.charset,
            texts=texts,
            lists={Field.TOPICS: tuple(as_names([tag.get("term") for tag in found.get("tags", [])], Field.TOPICS))},
            columns={**columns, Field.TOPICS: "category"},
            doubts=(
                decoded.doubt,
                _EXCERPT if columns.get(Field.BODY) == "summary" else "",
                f"Its XML is broken ({parsed['broken']}), and was read as far as it goes." if parsed["broken"] else "",
            ),
        )
    )
    # Atom says when an entry was last changed, and need not say more.
    only_updated = is_atom and columns.get(Field.PUBLISHED) == "updated"
    if isinstance(article, RawArticle) and article.published and only_updated:
        return replace(article, published=about(article.published))
    return article


def _texts(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> tuple[dict[Field, str], dict[Field, str]]:
    """Return the texts of the fields, and the name of the element that each was read from."""
    body, body_from = _body(entry)
    source = entry.get("source") or {}
    found = {
        Field.HEADLINE: (_text(entry, "title"), "title"),
        Field.BODY: (body, body_from),
        Field.BYLINE: (", ".join(filter(None, (a.get("name") for a in entry.get("authors", [])))), "author"),
        Field.PUBLISHED: _first(entry, "published", "updated", "created"),
        Field.URL: _first(entry, "feedburner_origlink", "link"),
        Field.PUBLISHER: (source.get("title") or feed.get("title") or "", "title of the feed"),
        Field.LANGUAGE: (entry.get("language") or feed.get("language") or "", "language of the feed"),
    }
    kept = {field: read for field, read in found.items() if read[0]}
    return {field: text for field, (text, _) in kept.items()}, {field: name for field, (_, name) in kept.items()}


def _body(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Return the longest of what the entry gives as its content, else its summary; and which it is."""
    contents = [_as_text(content) for content in entry.get("content", [])]
    longest = max(contents, key=len, default="")
    return (longest, "content") if longest.strip() else (_text(entry, "summary"), "summary")


def _text(entry: Mapping[str, Any], name: str) -> str:
    return _as_text(entry.get(f"{name}_detail") or {"value": entry.get(name)})


def _as_text(detail: Mapping[str, Any]) -> str:
    value = detail.get("value") or ""
    return text_of(value) if "html" in (detail.get("type") or "") else value


def _first(entry: Mapping[str, Any], *names: str) -> tuple[str, str]:
    """Return the first of the elements that the entry has, and its name."""
    name = next((name for name in names if isinstance(entry.get(name), str) and entry.get(name)), "")
    return (entry[name], name) if name else ("", "")
