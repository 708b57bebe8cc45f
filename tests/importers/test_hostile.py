"""Files that were made to break whoever reads them: each is read or refused within two seconds, in little memory."""

from __future__ import annotations

import gzip
import json
import os
import resource
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from articles.importers.base import RawArticle, Unreadable
from articles.importers.files import Container

MOST_SECONDS = 2.0  # of processor time
MOST_MEMORY = 150_000_000  # bytes that the process may grow by
DEEP = 100_000
SENTENCE = "Perahu dari tiga desa itu berlayar kembali. "
PAGE = "<html><head><title>Perahu Kembali Berlayar</title></head><body><h1>Perahu Kembali Berlayar</h1>"
MANY = f"{PAGE}<p>{'</p><p>'.join([SENTENCE * 3] * 4)}</p>"
TOO_LARGE = "It is larger than 10,000,000 bytes."
TOO_LONG = "It is longer than 1,000,000 characters."
TOO_LONG_TEXT = "Its text is longer than 1,000,000 characters."
DTD = "It holds a document type (DTD), which is not read: it may define entities that grow without end."
LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))


def line(**fields: object) -> bytes:
    row = {"title": "Perahu kembali berlayar", "content": SENTENCE, "url": "https://example.org/1"}
    return json.dumps(row | fields).encode() + b"\n"


def feed(*descriptions: str) -> bytes:
    items = (f"<item><title>Perahu Kembali</title><description>{text}</description></item>" for text in descriptions)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>K</title>{"".join(items)}</channel></rss>'.encode()


def table(*bodies: str) -> bytes:
    return "".join(
        f'{title},"{body}"\n' for title, body in zip(("judul", *"abcdef"), ("isi", *bodies), strict=False)
    ).encode()


def archived(page: bytes, packing: str = "") -> bytes:
    encoding = f"Content-Encoding: {packing}\r\n" if packing else ""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{encoding}\r\n".encode() + page
    kind = "WARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    return f"WARC/1.0\r\n{kind}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


# Name of the file, its bytes, and how the refusals of its records begin, in their order: None for one that is taken.
HOSTILE: list[tuple[str, Callable[[], bytes], list[str | None]]] = [
    # 50 MB of one word, and what a reader lets pass
    ("word.txt", lambda: b"a" * 50_000_000, ["It is larger than 5,000,000 bytes."]),
    ("word.html", lambda: b"a" * 50_000_000, ["It is larger than 5,000,000 bytes."]),
    ("word.jsonl", lambda: line(content="a" * 50_000_000) + line(), [TOO_LARGE, None]),
    ("word.csv", lambda: table("a" * 50_000_000, SENTENCE), [TOO_LARGE, None]),
    ("word.rss", lambda: feed("a" * 50_000_000, SENTENCE), [TOO_LARGE, None]),
    ("less.txt", lambda: b"Perahu Kembali\n\nRep: Ana\n\n" + b"a" * 4_800_000 + b".", [TOO_LONG]),
    ("less.html", lambda: b"a" * 4_800_000, ["It is no web page: it holds no tag."]),
    ("less.jsonl", lambda: line(content="a" * 4_800_000) + line(), [TOO_LONG_TEXT, None]),
    ("less.csv", lambda: table("a" * 4_800_000, SENTENCE), [TOO_LONG_TEXT, None]),
    ("less.rss", lambda: feed("a" * 4_800_000, SENTENCE), [TOO_LONG_TEXT, None]),
    ("long.txt", lambda: b"Perahu Kembali\n\nRep: Ana\n\n" + b"a" * 990_000 + b".", [None]),
    ("long.jsonl", lambda: line(content="a" * 990_000) + line(), [None, None]),
    ("long.csv", lambda: table("a" * 990_000, SENTENCE), [None, None]),
    ("long.rss", lambda: feed("a" * 990_000, SENTENCE), [None, None]),
    ("no-tags.html", lambda: (SENTENCE * 100_000).encode(), ["It is no web page: it holds no tag."]),
    ("brackets.html", lambda: b"<" * 4_800_000, ["It shows more than 1,000,000 characters."]),
    # 100,000 tags in each other
    ("deep.html", lambda: f"{PAGE}{'<div>' * DEEP}".encode(), ["Its tags are nested more than 250 deep."]),
    ("deep.rss", lambda: feed("<a>" * DEEP + "</a>" * DEEP, SENTENCE), ["It has more than 20,000 tags.", None]),
    ("cdata.rss", lambda: feed(f"<![CDATA[{'<div>' * DEEP}{SENTENCE}]]>", SENTENCE), [None, None]),
    ("escaped.rss", lambda: feed("&lt;b&gt;" * DEEP + SENTENCE, SENTENCE), [None, None]),
    ("html.jsonl", lambda: line(content="<div><p>" * DEEP + SENTENCE) + line(), [None, None]),
    (
        "deep.jsonl",
        lambda: b'{"title":' + b"[" * DEEP + b"]" * DEEP + b"}\n" + line(),
        [
            "It is no JSON that can be read: it is nested too deeply, or holds a number of thousands of digits.",
            None,
        ],
    ),
    # what grows when it is unpacked, or resolved
    (
        "bomb.jsonl.gz",
        lambda: bomb(b"", 200),
        ["It unpacks to more than 200 times its size: nothing that is written does."],
    ),
    (
        "bomb.warc.gz",
        lambda: bomb(archived(b"")[:-4], 200),
        [
            "Its Content-Length is wrong: what follows it is no record.",
            "It unpacks to more than 200 times its size: nothing that is written does.",
        ],
    ),
    (
        "inner.warc",
        lambda: archived(gzip.compress(bytes(50_000_000)), "gzip") + archived(MANY.encode()),
        ["It is larger than 5,000,000 bytes.", None],
    ),
    (
        "deflate.warc",
        lambda: archived(zlib.compress(bytes(50_000_000)), "deflate"),
        ["It is larger than 5,000,000 bytes."],
    ),
    ("twice.jsonl.gz", lambda: gzip.compress(gzip.compress(line())), ["It is UTF-16 or binary; save it as UTF-8."]),
    ("laughs.rss", lambda: b'<!DOCTYPE rss [<!ENTITY a "aaa">' + LAUGHS + b"]>" + feed("&j;"), [DTD]),
    ("xxe.rss", lambda: b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + feed("&x;"), [DTD]),
    ("laughs.html", lambda: b'<!DOCTYPE html [<!ENTITY a "aaa">' + LAUGHS + b"]>" + MANY.encode() + b"<p>&j;", [None]),
    # charsets
    ("utf-16.txt", lambda: SENTENCE.encode("utf-16"), ["It is UTF-16; save it as UTF-8."]),
    ("utf-16.jsonl", lambda: line().decode().encode("utf-16"), ["It is UTF-16; save it as UTF-8."]),
    ("utf-16.csv", lambda: table(SENTENCE).decode().encode("utf-16"), ["It is UTF-16; save it as UTF-8."]),
    ("utf-16.rss", lambda: feed(SENTENCE).decode().encode("utf-16"), ["It is UTF-16; save it as UTF-8."]),
    ("utf-16.html", lambda: MANY.encode("utf-16"), [None]),
    # nothing at all
    ("zero.txt", lambda: b"", ["It is empty."]),
    ("zero.html", lambda: b"", ["It is empty."]),
    ("zero.jsonl", lambda: b"", ["It is empty."]),
    ("zero.csv", lambda: b"", ["It is empty."]),
    ("zero.jsonl.gz", lambda: b"", ["It is empty."]),
    ("zero.rss", lambda: b"", ["It is no feed: neither RSS nor Atom."]),
    ("zero.warc", lambda: b"", ["It is no web archive: it does not begin with a WARC record."]),
    # shapes
    (
        "columns.csv",
        lambda: b"judul,isi" + b",a" * 500_000 + b"\na,b\n",
        ["None of its fields is known to be the headline or the body; it has judul,isi,a,a"],
    ),
    (
        "keys.jsonl",
        lambda: line(**{f"k{n}": 1 for n in range(50_000)}) + line(),
        ["It has more than 1,000 fields.", None],
    ),
    ("items.rss", lambda: b"<rss>" + b"<item>" * 500_000, ["It is cut off: the entry has no end."]),
    (
        "headers.warc",
        lambda: b"WARC/1.0\r\n" + b"a: b\r\n" * 200_000,
        ["Its headers are too long to be those of a record."],
    ),
    (
        "length.warc",
        lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\n",
        ["It is cut off: 0 of its 999,999,999,999 bytes are there."],
    ),
]


def bomb(begins: bytes, megabytes: int) -> bytes:
    packer = zlib.compressobj(9, wbits=16 + zlib.MAX_WBITS)
    pieces = (packer.compress(bytes(1_000_000)) for _ in range(megabytes))
    return packer.compress(begins) + b"".join(pieces) + packer.flush()


@pytest.mark.parametrize(("name", "content", "wanted"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_hostile_file_is_read_or_refused_at_once(
    name: str, content: Callable[[], bytes], wanted: list[str | None], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content())
    before, began = peak(), time.process_time()
    container = Container(path=tmp_path / name)
    list(container.understood())
    records = list(container.read())
    seconds, grown = time.process_time() - began, peak() - before
    assert len(records) == len(wanted)
    for record, reason in zip(records, wanted, strict=True):
        assert (reason_of(record) or "").startswith(reason or "")
        assert (reason_of(record) is None) == (reason is None)
    assert seconds < MOST_SECONDS
    assert grown < MOST_MEMORY


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def reason_of(record: RawArticle | Unreadable) -> str | None:
    return record.reason if isinstance(record, Unreadable) else None


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with one good file, and one beside the folder."""
    made = tmp_path / "folder"
    made.mkdir()
    (made / "good.html").write_text(MANY, encoding="utf-8")
    (tmp_path / "outside.html").write_text(MANY, encoding="utf-8")
    yield made
    for closed in made.iterdir():
        if not closed.is_symlink():
            closed.chmod(0o755)


class TestFolders:
    """Whatever lies beside it, the good file is read."""

    def read(self, folder: Path) -> dict[str, str | None]:
        return {record.place.partition("/")[2]: reason_of(record) for record in Container(path=folder).read()}

    @pytest.mark.parametrize(
        "name", ["..html", "a..b.html", "-rf.html", "x" * 250 + ".html", "a\nb.html", "\udcff.html", "a\x1b[31m.html"]
    )
    def test_names_of_any_kind_are_names(self, folder: Path, name: str) -> None:
        (folder / name).write_text(MANY, encoding="utf-8")
        found = self.read(folder)
        assert found["good.html"] is None
        assert len(found) == (1 if name.startswith(".") else 2)  # hidden files are passed over
        assert all(place.isprintable() and place.encode() for place in found)
        assert set(found.values()) == {None}

    def test_links_out_and_in_circles_are_not_followed(self, folder: Path) -> None:
        (folder / "out.html").symlink_to("../outside.html")
        (folder / "up").symlink_to("..")
        (folder / "itself.html").symlink_to("itself.html")
        (folder / "one.html").symlink_to("two.html")
        (folder / "two.html").symlink_to("one.html")
        (folder / "nowhere.html").symlink_to("nothing.html")
        found = self.read(folder)
        assert found.pop("good.html") is None
        assert found.pop("out.html") == "It is a link to a file outside of the folder."
        assert sorted(found) == ["itself.html", "nowhere.html", "one.html", "two.html"]
        assert all(reason and reason.startswith("It cannot be read: ") for reason in found.values())

    def test_pipes_and_folders_named_like_files_are_never_waited_for(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe.html")
        (folder / "folder.html").mkdir()
        assert self.read(folder) == {"good.html": None, "pipe.html": "It is not a regular file."}

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_closed_files_and_folders_are_told(self, folder: Path) -> None:
        (folder / "closed.html").write_text(MANY, encoding="utf-8")
        (folder / "closed.html").chmod(0)
        (folder / "shut").mkdir(mode=0)
        denied = "It cannot be read: Permission denied."
        assert self.read(folder) == {"good.html": None, "closed.html": denied, "shut": denied}

    def test_file_that_grows_while_it_is_read_ends_where_it_ended(self, folder: Path) -> None:
        growing = folder / "growing.jsonl"
        growing.write_bytes(line() * 3)
        records = Container(path=growing).read()
        next(records)
        with growing.open("ab") as more:
            more.write(line(title="Kapal lain") * 2)
        assert [reason_of(record) for record in records] in ([None] * 2, [None] * 4)

    def test_files_that_vanish_or_come_during_the_run_stop_nothing(self, folder: Path) -> None:
        for number in range(3):
            (folder / f"{number}.html").write_text(MANY, encoding="utf-8")
        records = Container(path=folder).read()
        next(records)
        (folder / "1.html").unlink()
        (folder / "z.html").write_text(MANY, encoding="utf-8")
        assert [reason_of(record) for record in records] == [
            "It cannot be read: No such file or directory.",
            None,
            None,
        ]
