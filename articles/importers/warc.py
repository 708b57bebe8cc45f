"""Web archives: one article for each page that a crawler kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.digests import differs
from articles.importers.html import read_page
from articles.importers.http_payload import (
    Response,
    charset_of,
    is_page_type,
    page_of,
    parse_response,
    without_chunks,
)
from articles.importers.values import moment_of
from articles.importers.warc_records import WarcRecord, read_warc
from articles.text.normalise import shown

_UUID: Final = "urn:uuid:"


class Warc:
    name = "warc"
    about = "the pages of a web archive"
    suffixes = frozenset({".warc"})

    def read(self, given: Given) -> Iterator[RawArticle | Unreadable]:
        """Yield the article of each page, or why there is none; records of anything else are passed over."""
        with given.open() as stream:
            for record in read_warc(stream, _may_hold_page):
                place = _place(given, record)
                if record.fault:
                    yield Unreadable(place=place, reason=record.fault)
                elif (read := _read(record, place)) is not None:
                    yield read


def _may_hold_page(record: WarcRecord) -> bool:
    """Whether a record's headers say that it may hold a page: a response, or a file that was never sent."""
    kind, content_type = record.header("WARC-Type").lower(), record.header("Content-Type")
    is_response = kind == "response" and content_type.lower().startswith("application/http")
    return is_response or (kind == "resource" and is_page_type(content_type))


def _place(given: Given, record: WarcRecord) -> str:
    identifier = record.header("WARC-Record-ID").strip("<>").removeprefix(_UUID)
    if record.number == 0:
        return given.name
    return f"{given.name}:{shown(identifier, limit=100) or f'record {record.number}'}"


def _read(record: WarcRecord, place: str) -> RawArticle | Unreadable | None:
    """Return the article of a record, why there is none, or None when the record holds no page."""
    if record.header("WARC-Type").lower() == "resource":
        page, charset = record.block, charset_of(record.header("Content-Type"))
        fault = record.too_large or _fault(record, record.block)
    else:
        response = parse_response(record.block)
        if response is None or not response.is_page:
            return None
        opened = page_of(response)
        page, charset = (b"", "") if isinstance(opened, str) else (opened, response.charset)
        fault = record.too_large or _fault(record, *_payloads(response)) or (opened if isinstance(opened, str) else "")
    if fault:
        return Unreadable(place=place, reason=fault)
    return read_page(
        page,
        place=place,
        url=record.header("WARC-Target-URI").strip("<>"),
        charset=charset,
        retrieved_at=moment_of(record.header("WARC-Date")),
    )


def _payloads(response: Response) -> list[bytes]:
    """Return what a crawler may have taken for the payload: as it was sent, and without its chunks."""
    whole = without_chunks(response)
    return [response.payload, whole] if isinstance(whole, bytes) else [response.payload]


def _fault(record: WarcRecord, *payloads: bytes) -> str:
    """Return what the record says of itself and is not so, as a sentence; "" when all is."""
    if cut := record.header("WARC-Truncated"):
        return f"The crawler cut it off ({shown(cut)})."
    if differs(record.header("WARC-Block-Digest"), record.block):
        return "Its bytes are not those that were archived: the digest of the record differs."
    if differs(record.header("WARC-Payload-Digest"), *payloads):
        return "Its bytes are not those that were archived: the digest of the page differs."
    return ""
