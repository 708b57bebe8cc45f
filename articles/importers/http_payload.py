"""The page inside of an HTTP response as an archive keeps it: unpacked, and compared with what its head says."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from articles.importers.base import MAX_TEXT_BYTES
from articles.importers.packed import Damaged, unpacked

_HEAD_ENDS: Final = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD: Final = 256 * 1024  # bytes
_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r\n")
_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_PLAIN: Final = frozenset({"", "identity", "none"})
_GZIP: Final = frozenset({"gzip", "x-gzip"})
_LOOKS_LIKE_A_PAGE: Final = re.compile(rb"\s*<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    headers: StatusAndHeaders
    payload: bytes  # as it was sent

    @property
    def is_page(self) -> bool:
        """Whether the server found a page of HTML and sent it."""
        return self.headers.get_statuscode() == "200" and is_page_type(self.header("Content-Type"))

    @property
    def charset(self) -> str:
        """What the server says; "" when it says nothing."""
        return charset_of(self.header("Content-Type"))

    def header(self, name: str) -> str:
        return str(self.headers.get_header(name) or "").strip()


def is_page_type(content_type: str) -> bool:
    """Whether the type, with or without a charset, is that of a web page."""
    return content_type.lower().startswith(_PAGE_TYPES)


def charset_of(content_type: str) -> str:
    """Return the charset that a type names; "" when it names none."""
    found = _CHARSET.search(content_type)
    return found[1] if found else ""


def parse_response(block: bytes) -> Response | None:
    """Return the response in the block of a record; None when it is none."""
    end = _HEAD_ENDS.search(block, 0, _LONGEST_HEAD)
    if end is None or not block.startswith(b"HTTP/"):
        return None
    headers = StatusAndHeadersParser([], verify=False).parse(BytesIO(block[: end.end()]))
    return Response(headers=headers, payload=block[end.end() :])


def without_chunks(response: Response) -> bytes | str:
    """Return the payload in one piece, or a sentence on why it has no end."""
    payload = response.payload
    if response.header("Transfer-Encoding").lower() != "chunked" or not _CHUNK.match(payload):
        return payload  # many an archive keeps the page in one piece, and the header that says otherwise
    pieces: list[bytes] = []
    at = 0
    while chunk := _CHUNK.match(payload, at):
        size = int(chunk[1], 16)
        piece = payload[chunk.end() : chunk.end() + size]
        if len(piece) < size:
            break
        if size == 0:
            return b"".join(pieces)
        pieces.append(piece)
        at = chunk.end() + size + len(b"\r\n")
    return "It is cut off within a chunk of its response."


def page_of(response: Response) -> bytes | str:
    """Return the bytes of the page, or a sentence on why they cannot be had."""
    sent = without_chunks(response)
    if isinstance(sent, str):
        return sent
    packing = response.header("Content-Encoding").lower()
    if packing in _PLAIN or _LOOKS_LIKE_A_PAGE.match(sent[:1000]):
        page: bytes | str = sent
    elif packing in _GZIP:
        page = _gunzipped(sent)
    elif packing == "deflate":
        page = _inflated(sent)
    else:
        page = f"It is packed in a way that is not read ({packing[:20]})."
    if isinstance(page, bytes) and len(page) > MAX_TEXT_BYTES:
        return f"It is larger than {MAX_TEXT_BYTES:,} bytes."
    return _shorter_than_said(response, sent, packing) or page


def _shorter_than_said(response: Response, sent: bytes, packing: str) -> str:
    """Return a sentence when the response has fewer bytes than its head says; "" when it has them."""
    said = response.header("Content-Length")
    unpacked_before = packing not in _PLAIN and _LOOKS_LIKE_A_PAGE.match(sent[:1000])
    if not (said.isascii() and said.isdigit() and len(said) < 19) or unpacked_before:
        return ""
    cut_off = response.header("Transfer-Encoding") == "" and len(sent) < int(said)
    return f"It is cut off: {len(sent):,} of the {int(said):,} bytes of its response are there." if cut_off else ""


def _gunzipped(sent: bytes) -> bytes | str:
    try:
        with unpacked(BytesIO(sent)) as stream:
            return stream.read(MAX_TEXT_BYTES + 1)
    except Damaged as damage:
        return str(damage)


def _inflated(sent: bytes) -> bytes | str:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # half of the servers leave out the head that the standard wants
        stream = zlib.decompressobj(bits)
        try:
            page = stream.decompress(sent, MAX_TEXT_BYTES + 1)
        except zlib.error:
            continue
        if stream.eof or len(page) > MAX_TEXT_BYTES:
            return page
    return "It is packed with deflate, and damaged."
