"""The entries of a feed as their exact bytes, cut out of a file of any size before a parser has seen them.

A parser then gets one entry at a time, between the head of the feed and its closing tags. A document type, which may
define entities that grow without end or load other files, is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from articles.importers.decoding import wide
from articles.importers.packed import PIECE
from articles.importers.pieces import BOM, MAX_RECORD_BYTES, TOO_LARGE

_MAX_HEAD: Final = 100_000  # bytes before the first entry; they are parsed with each
_MAX_DEPTH: Final = 20  # tags that are open where an entry begins; a feed has one or two
_LONGEST_MARK: Final = 80  # bytes that a mark below may have
_MARKS: Final = rb"(?P<aside>!\[CDATA\[|!--|\?)|(?P<doctype>!DOCTYPE|!ENTITY)"
_NAME: Final = rb"(?:[A-Za-z_][\w.-]{0,30}:)?(?:item|entry)(?=[\s/>])"
# What all have in common stands before the choice: the rest of the text is passed over many times faster.
_BEGINS: Final = re.compile(rb"<(?:%b|(?P<name>%b))" % (_MARKS, _NAME))
_ENDS: Final = re.compile(rb"<(?:%b|/(?P<name>%b))" % (_MARKS, _NAME))
_ASIDE_ENDS: Final = {b"![CDATA[": re.compile(rb"\]\]>"), b"!--": re.compile(rb"-->"), b"?": re.compile(rb"\?>")}
_TAG_ENDS: Final = re.compile(rb">")
_ASIDE: Final = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_TAG: Final = re.compile(
    rb"""<(?P<end>/)?(?P<name>[A-Za-z_][^\s/<>]*)(?:[^<>"'/]++|"[^"<]*+"|'[^'<]*+'|/(?!>))*+(?P<empty>/)?>"""
)
_ROOTS: Final = frozenset({b"rss", b"feed", b"rdf"})
_NO_FEED: Final = "It is no feed: neither RSS nor Atom."
_EMPTY: Final = "It is a feed without entries."
_CUT_OFF: Final = "It is cut off: the entry has no end."
_NO_DOCTYPE: Final = "It holds a document type (DTD), which is not read: it may define entities that grow without end."


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry; with a `fault`, why it cannot be read, and then perhaps without content."""

    line: int  # where it begins, from 1
    content: bytes = b""
    head: bytes = b""  # of the feed, all before its first entry
    tail: bytes = b""  # the closing tags of the feed
    fault: str = ""  # a sentence
    ends_file: bool = False  # the fault is that of the whole file


def read_entries(stream: BinaryIO) -> Iterator[Entry]:
    """Yield the entries in order; one that has a fault for the whole file is the last.

    Raises:
        OSError: the stream cannot be read.
    """
    scanner = _Scanner(stream)
    head, found = scanner.collect(_BEGINS, most=_MAX_HEAD)
    tail = _tail(head or b"")
    fault = _fault_of_head(head, found, tail)
    if fault:
        yield Entry(line=1, fault=fault, ends_file=True)
        return
    while found and found["name"]:
        line = scanner.line
        content = _to_its_end(scanner, found[0])
        if isinstance(content, str):
            yield Entry(line=line, fault=content)
        else:
            yield Entry(line=line, content=content, head=head or b"", tail=tail or b"")
        _, found = scanner.collect(_BEGINS, most=0)
    if found:
        yield Entry(line=scanner.line, fault=_NO_DOCTYPE, ends_file=True)


def _fault_of_head(head: bytes | None, found: re.Match[bytes] | None, tail: bytes | None) -> str:
    """Return why the file is no feed, told by all before its first entry; "" when it is one."""
    if head is None:
        return _NO_FEED
    if reason := wide(head[:4]):
        return reason
    if found and found["doctype"]:
        return _NO_DOCTYPE
    if tail is None:
        return _NO_FEED
    return "" if found else _EMPTY


def _tail(head: bytes) -> bytes | None:
    """Return the tags that close what the head leaves open; None when its root is not that of a feed."""
    open_tags: list[bytes] = []
    root = b""
    for tag in _TAG.finditer(_ASIDE.sub(b"", head)):
        root = root or tag["name"]
        if not tag["end"] and not tag["empty"]:
            open_tags.append(tag["name"])
        elif tag["end"] and tag["name"] in open_tags[-_MAX_DEPTH:]:
            while open_tags.pop() != tag["name"]:
                pass
    is_feed = root.split(b":")[-1].lower() in _ROOTS and len(open_tags) <= _MAX_DEPTH
    return b"".join(b"</%b>" % name for name in reversed(open_tags)) if is_feed else None


def _to_its_end(scanner: _Scanner, begins: bytes) -> bytes | str:
    """Return the bytes of the entry whose first tag `begins` so, or a sentence on why it has none."""
    attributes, closing = scanner.collect(_TAG_ENDS, most=MAX_RECORD_BYTES)
    parts: list[bytes | None] = [begins, attributes, b">"]
    is_empty = (attributes or b"").endswith(b"/")
    while closing and not is_empty:
        most = MAX_RECORD_BYTES - sum(len(part or b"") for part in parts)
        inside, closing = scanner.collect(_ENDS, most=most)
        parts.append(inside)
        if closing and closing["doctype"]:
            return _NO_DOCTYPE
        if closing:
            parts.append(closing[0])
        if closing and closing["name"] == begins[1:]:
            rest, closing = scanner.collect(_TAG_ENDS, most=_LONGEST_MARK)
            parts += [rest, b">"]
            break
    if not closing:
        return _CUT_OFF
    return TOO_LARGE if None in parts else b"".join(part or b"" for part in parts)


class _Scanner:
    """Goes through a stream from mark to mark, holding no more than it is asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = stream.read(PIECE).removeprefix(BOM)
        self.line = 1

    def collect(self, pattern: re.Pattern[bytes], *, most: int) -> tuple[bytes | None, re.Match[bytes] | None]:
        """Return what stands before the next mark, and the mark; None for it at the end of the stream.

        Marks inside of CDATA, comments and instructions are none. What stands before is None when it has more
        than `most` bytes.
        """
        kept: list[bytes] | None = []
        size = 0
        for piece, found in self._pieces(pattern):
            size += len(piece)
            if kept is not None and size <= most:
                kept.append(piece)
            else:
                kept = None
            if found is not None:
                return (None if kept is None else b"".join(kept)), found
        return (None if kept is None else b"".join(kept)), None

    def _pieces(self, pattern: re.Pattern[bytes]) -> Iterator[tuple[bytes, re.Match[bytes] | None]]:
        """Yield what is passed on the way, with the mark at its end."""
        looked_for = pattern
        while True:
            found = looked_for.search(self._held)
            if found is None:
                piece, is_end = self._next_piece()
                yield piece, None
                if is_end:
                    return
                continue
            aside = found.groupdict().get("aside")
            if looked_for is not pattern:  # the end of CDATA, a comment or an instruction
                yield self._take(found.end()), None
                looked_for = pattern
            elif aside:
                yield self._take(found.end()), None
                looked_for = _ASIDE_ENDS[aside]
            else:
                before = self._take(found.start())
                self._take(len(found[0]))
                yield before, found
                return

    def _next_piece(self) -> tuple[bytes, bool]:
        """Return what can hold no mark any more, and read on; True when nothing is left."""
        more = self._stream.read(PIECE)
        piece = self._take(len(self._held) if not more else max(0, len(self._held) - _LONGEST_MARK))
        self._held += more
        return piece, not more

    def _take(self, size: int) -> bytes:
        taken, self._held = self._held[:size], self._held[size:]
        self.line += taken.count(b"\n")
        return taken
