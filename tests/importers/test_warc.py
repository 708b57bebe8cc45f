from __future__ import annotations

import base64
import gzip
import hashlib
import io
import time
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.files import Container
from articles.importers.warc import Warc
from tests.importers.reading import read_all, read_one, refusals
from tests.importers.warcs import PAGE, record, response, sha1

INFO = record(b"software: none\r\n", kind="warcinfo", Content_Type="application/warc-fields", WARC_Target_URI="")
REQUEST = record(b"GET / HTTP/1.1\r\n\r\n", kind="request")
REVISIT = record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", kind="revisit")
PICTURE = record(response(b"\x89PNG" * 1_000, content_type="image/png"))
WANTING = record(response("<p>No such page", status="404 Not Found"))
IDENTIFIER = "92283950-ef2f-4d72-b224-f54c6ec90bb0"


class TestRecord:
    def test_of_a_page_is_an_article_with_the_servers_word(self) -> None:
        article = read_one(Warc(), INFO + REQUEST + record(response()) + REVISIT + PICTURE + WANTING)
        assert article.headline == "Perahu Kembali Berlayar"
        assert article.body.startswith("AMBON – Perahu dari tiga desa")
        assert article.content == PAGE.encode()
        assert article.place == f"file:{IDENTIFIER}"
        assert article.url == "https://suaratimur.example/perahu"
        assert article.retrieved_at == datetime(2025, 6, 11, 3, 4, 5, tzinfo=UTC)

    def test_without_an_identifier_is_named_by_its_number(self) -> None:
        assert read_one(Warc(), INFO + record(response(), WARC_Record_ID="")).place == "file:record 2"

    def test_that_was_never_sent_is_a_page_too(self) -> None:
        page = record(PAGE.encode(), kind="resource", Content_Type="text/html; charset=utf-8")
        assert read_one(Warc(), page).headline == "Perahu Kembali Berlayar"

    def test_has_the_charset_that_its_server_named(self) -> None:
        page = PAGE.replace("kepala desa", "kepala désa").encode("cp1252", "replace")
        article = read_one(Warc(), record(response(page, content_type="text/html; charset=windows-1252")))
        assert "kepala désa" in article.body

    @pytest.mark.parametrize(
        ("headers", "pack"),
        [
            ({"Content_Encoding": "gzip"}, gzip.compress),
            ({"Content_Encoding": "deflate"}, zlib.compress),
            ({"Content_Encoding": "deflate"}, lambda page: zlib.compress(page, wbits=-15)),
            ({"Content_Encoding": "gzip"}, lambda page: page),
            ({"Content_Encoding": "br"}, lambda page: page),
            ({"Transfer_Encoding": "chunked"}, lambda page: b"%x;a=b\r\n%b\r\n0\r\n\r\n" % (len(page), page)),
            ({"Transfer_Encoding": "chunked"}, lambda page: page),
            (
                {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"},
                lambda page: b"%x\r\n%b\r\n0\r\n\r\n" % (len(gzip.compress(page)), gzip.compress(page)),
            ),
        ],
    )
    def test_is_unpacked_to_the_bytes_of_the_page(
        self, headers: dict[str, str], pack: Callable[[bytes], bytes]
    ) -> None:
        assert read_one(Warc(), record(response(pack(PAGE.encode()), **headers))).content == PAGE.encode()


def faulty(block: bytes, **headers: Any) -> list[tuple[str, str]]:
    """Return the refusals of a record that stands before a sound one."""
    *bad, fine = read_all(Warc(), record(block, **headers) + record(response(), WARC_Record_ID="<urn:uuid:fine>"))
    assert isinstance(fine, RawArticle), fine
    assert fine.place == "file:fine"
    return [(refused.place, refused.reason) for refused in bad if isinstance(refused, Unreadable)]


class TestFault:
    @pytest.mark.parametrize(
        ("block", "headers", "reason"),
        [
            (
                response(),
                {"WARC_Payload_Digest": sha1(b"another")},
                "Its bytes are not those that were archived: the dig",
            ),
            (
                response(),
                {"WARC_Block_Digest": sha1(b"another")},
                "Its bytes are not those that were archived: the dig",
            ),
            (
                response(),
                {"WARC_Payload_Digest": "sha1:no digest"},
                "Its bytes are not those that were archived: the d",
            ),
            (response(), {"WARC_Truncated": "length"}, "The crawler cut it off (length)."),
            (response(), {"Content_Length": ""}, "It has no Content-Length."),
            (response(), {"Content_Length": "-5"}, "It has no Content-Length."),
            (response(), {"Content_Length": "500"}, "Its Content-Length is wrong: what follows it is no record."),
            (response(Content_Length="99999"), {}, "It is cut off: "),
            (response(b"5\r\nPerah", Transfer_Encoding="chunked"), {}, "It is cut off within a chunk of its response."),
            (
                response(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip"),
                {},
                "It is cut off: its gzip ends wi",
            ),
            (
                response(zlib.compress(PAGE.encode())[:-20], Content_Encoding="deflate"),
                {},
                "It is packed with deflate, an",
            ),
            (response(b"\x0b\x02", Content_Encoding="br"), {}, "It is packed in a way that is not read (br)."),
            (response(b"<p>" + b"a" * 5_000_001), {}, "It is larger than 5,000,000 bytes."),
            (response(b"a" * 10_000_001), {}, "It is larger than 10,000,000 bytes."),
            (response(gzip.compress(bytes(300_000_000)), Content_Encoding="gzip"), {}, "It is larger than 5,000,000"),
            (response(""), {}, "It is empty."),
        ],
        ids=lambda value: value[:40] if isinstance(value, str) else "",
    )
    def test_refuses_the_page_and_not_the_next(self, block: bytes, headers: dict[str, Any], reason: str) -> None:
        ((place, found),) = faulty(block, **headers)
        assert place == f"file:{IDENTIFIER}"
        assert found.startswith(reason)
        assert found.endswith(".")

    @pytest.mark.parametrize(
        "written",
        [
            sha1(PAGE.encode()),
            f"sha256:{hashlib.sha256(PAGE.encode()).hexdigest()}",
            f"md5:{base64.b64encode(hashlib.md5(PAGE.encode(), usedforsecurity=False).digest()).decode()}",
            "blake9:unknown",
        ],
    )
    def test_is_none_where_the_digest_is_right_or_unknown(self, written: str) -> None:
        article = read_one(Warc(), record(response(), WARC_Payload_Digest=written, WARC_Block_Digest=sha1(response())))
        assert article.headline

    def test_is_none_where_the_digest_is_that_of_the_page_without_its_chunks(self) -> None:
        chunked = response(b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()), Transfer_Encoding="chunked")
        assert read_one(Warc(), record(chunked, WARC_Payload_Digest=sha1(PAGE.encode()))).headline

    def test_of_what_is_no_page_costs_no_refusal(self) -> None:
        large = record(response(b"a" * 10_000_001, content_type="video/mp4"), WARC_Payload_Digest=sha1(b""))
        assert read_one(Warc(), large + record(response())).headline

    @pytest.mark.parametrize("missing", [3, 500, 860, 950])
    def test_of_a_file_that_is_cut_off_is_told(self, missing: int) -> None:
        whole, cut = record(response(), WARC_Record_ID="<urn:uuid:whole>"), record(response())
        first, second = read_all(Warc(), whole + cut[: -missing - 4])
        assert isinstance(first, RawArticle)
        assert isinstance(second, Unreadable)
        assert second.place == f"file:{IDENTIFIER}"
        assert second.reason.startswith("It is cut off: ")

    @pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b"<html>", b"PK\x03\x04"])
    def test_is_the_whole_file_when_it_is_no_archive(self, content: bytes) -> None:
        reason = "It is no web archive: it does not begin with a WARC record."
        assert refusals(Warc(), content) == [("file", reason)]

    def test_of_headers_without_end_is_told_in_little_memory(self) -> None:
        content = b"WARC/1.0\r\n" + b"a: b\r\n" * 2_000 + b"x" * 10_000_000
        tracemalloc.start()
        assert refusals(Warc(), content) == [("file:record 1", "Its headers are too long to be those of a record.")]
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
        tracemalloc.stop()


def test_archive_with_each_record_packed_alone_is_read(tmp_path: Path) -> None:
    records = [INFO, REQUEST, record(response()), record(response(), WARC_Record_ID="<urn:uuid:two>")]
    (tmp_path / "site.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    found = list(Container(path=tmp_path / "site.warc.gz").read())
    assert [record.place for record in found] == [f"site.warc.gz:{IDENTIFIER}", "site.warc.gz:two"]
    assert all(isinstance(record, RawArticle) for record in found)


def test_page_of_300_megabytes_in_a_kilobyte_is_refused(tmp_path: Path) -> None:
    packer = partial(gzip.compress, compresslevel=9)
    bomb = packer(record(response(packer(bytes(300_000_000)), Content_Encoding="gzip")))
    assert len(bomb) < 3_000
    (tmp_path / "bomb.warc.gz").write_bytes(bomb)
    began = time.process_time()
    (refused,) = Container(path=tmp_path / "bomb.warc.gz").read()
    assert time.process_time() - began < 2
    assert isinstance(refused, Unreadable)


PARTS = [
    b"WARC/1.0\r\n",
    b"WARC-Type: response\r\n",
    b"Content-Type: application/http\r\n",
    b"Content-Length: 9\r\n",
    b"\r\n",
    b"HTTP/1.1 200 OK\r\n",
    b"Content-Type: text/html\r\n",
    b"<p>a</p>",
    b"\n",
    b" x\r\n",
    b"Transfer-Encoding: chunked\r\n",
]


@given(st.binary(max_size=100) | st.lists(st.sampled_from(PARTS)).map(b"".join))
def test_no_bytes_make_it_raise(content: bytes) -> None:
    for found in read_all(Warc(), content):
        assert isinstance(found, RawArticle) or found.reason.endswith(".")


@given(st.integers(0, 3_000), st.binary(max_size=20))
def test_no_damage_makes_it_raise(at: int, damage: bytes) -> None:
    content = INFO + record(response(Transfer_Encoding="chunked")) + record(response())
    damaged = content[:at] + damage + content[at + len(damage) :]
    assert all(isinstance(found, Unreadable | RawArticle) for found in read_all(Warc(), damaged))


class Slow(io.BytesIO):
    """Gives a byte at a time, as a pipe may."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(1, size) if size else size)


def test_stream_is_taken_as_it_comes() -> None:
    (article,) = Warc().read(Given(name="file", open=lambda: Slow(record(response()))))
    assert isinstance(article, RawArticle)
