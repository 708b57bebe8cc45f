from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers.base import RawArticle
from articles.importers.feeds import Feed
from articles.importers.pieces import MAX_RECORD_BYTES
from tests import golden
from tests.importers.reading import read_all, read_one, refusals, told

FILES = Path(__file__).parent.parent / "data" / "importers" / "feeds"
BODY = "Perahu dari tiga desa yang kembali berlayar setelah badai reda."
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def rss(*items: str, head: str = "") -> str:
    return f'<rss version="2.0" {CONTENT}><channel><title>Suara Timur</title>{head}{"".join(items)}</channel></rss>'


def item(content: str = BODY, **elements: str) -> str:
    fields = {"title": "Perahu Kembali"} | elements
    written = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    return f"<item>{written}<content:encoded><![CDATA[{content}]]></content:encoded></item>"


@pytest.mark.parametrize("path", sorted(FILES.glob("*.xml")), ids=lambda path: path.stem)
def test_file_is_read_as_expected(path: Path) -> None:
    records = read_all(Feed(), path.read_bytes(), name=path.name)
    golden.check(path.with_suffix(".expected"), [told(record) for record in records])


class TestEntry:
    def test_is_its_exact_bytes(self) -> None:
        written = item(f"<p>{BODY}</p> </item> <!-- <item> -->", title="Satu")
        assert read_one(Feed(), f"\ufeff{rss('<!-- <item> -->', written, head='<![CDATA[<item>]]>')}").content == (
            written.encode()
        )

    def test_has_its_line_as_its_place_whatever_surrounds_it(self) -> None:
        feed = rss("\n\n", item(title="Satu\n"), "\n", "<item/>", "\n", item(content="a" * 200_000 + "."))
        assert [record.place for record in read_all(Feed(), feed, "a.xml")] == ["a.xml:3", "a.xml:5", "a.xml:6"]

    def test_of_html_gives_paragraphs_and_nothing_of_scripts(self) -> None:
        html = (
            f"<p>{BODY}</p><script>alert(1)</script><style>p {{}}</style><h2>Badai</h2>"
            "<p>Satu &amp; <i>dua</i>.<br>Tiga.</p>"
            "<p>Baca Juga</p><ul><li>Perahu Baru</li></ul>"
        )
        article = read_one(Feed(), rss(item(html)))
        assert article.body == f"{BODY}\n\nBadai\n\nSatu & dua.\n\nTiga."
        assert [block.text for block in article.blocks if block.type == "boilerplate"] == ["Baca Juga", "Perahu Baru"]

    def test_with_a_summary_alone_is_an_excerpt_and_says_so(self) -> None:
        article = read_one(Feed(), rss(f"<item><title>A</title><description>{BODY}</description></item>"))
        assert article.body == BODY
        assert "excerpt" in article.doubt
        assert read_one(Feed(), rss(item(description="Ringkasan."))).doubt == ""

    def test_has_the_day_of_its_publisher_and_not_that_of_greenwich(self) -> None:
        article = read_one(Feed(), rss(item(pubDate="Tue, 10 Jun 2025 01:00:00 +0700")))
        assert article.published
        assert article.published.edtf == "2025-06-10"

    def test_has_the_categories_as_topics_and_the_feed_as_publisher(self) -> None:
        article = read_one(
            Feed(),
            rss(
                "<item><title>A</title><category>laut</category><category>desa</category>"
                f"<link>https://a.example/1</link><description>{BODY}</description></item>"
            ),
        )
        assert (article.topics, article.publisher, article.url) == (
            ("laut", "desa"),
            "Suara Timur",
            "https://a.example/1",
        )

    def test_in_windows_1252_is_read_as_declared(self) -> None:
        feed = '<?xml version="1.0" encoding="windows-1252"?>' + rss(item(f"{BODY} Café “baru”."))
        article = read_one(Feed(), feed.encode("cp1252"))
        assert article.body.endswith("Café “baru”.")
        assert article.content.decode(article.charset).endswith("</item>")

    def test_that_says_latin_1_and_is_utf_8_is_read_as_what_it_is(self) -> None:
        feed = '<?xml version="1.0" encoding="iso-8859-1"?>' + rss(item(f"{BODY} Café."))
        assert read_one(Feed(), feed).body.endswith("Café.")

    def test_whose_xml_is_broken_is_read_as_far_as_it_goes_and_says_so(self) -> None:
        broken, fine = read_all(
            Feed(), rss(f"<item><title>A & B</title><description>{BODY}</description></item>", item())
        )
        assert isinstance(broken, RawArticle)
        assert broken.headline == "A & B"
        assert "Its XML is broken" in broken.doubt
        assert isinstance(fine, RawArticle)
        assert not fine.doubt

    @pytest.mark.parametrize(
        ("entry", "reason"),
        [
            ("<item/>", "It has no headline."),
            ("<item><title>A</title></item>", "It has no text."),
            (f"<item><title>A</title>{'<b>' * 50_000}</item>", "It has more than 20,000 tags."),
            ("<item><!DOCTYPE x><title>A</title></item>", "It holds a document type (DTD), which is not read"),
            (f"<item>{'a' * MAX_RECORD_BYTES}</item>", "It is larger than 10,000,000 bytes."),
            (f"<item><title>A &</title>{'a' * 200_000}</item>", "Its XML is broken: "),
            ("<item><title>Potong</title><description>Ia", "It is cut off: the entry has no end."),
        ],
        ids=lambda value: value[:30],
    )
    def test_that_cannot_be_read_is_refused_and_the_next_is_read(self, entry: str, reason: str) -> None:
        is_whole = entry.endswith(("</item>", "/>"))
        bad, *rest = read_all(Feed(), rss("\n", entry, item()) if is_whole else f"<rss><channel>\n{entry}")
        assert len(rest) == is_whole
        assert (bad.place, getattr(bad, "reason", "")[: len(reason)]) == ("file:2", reason)
        assert all(isinstance(record, RawArticle) for record in rest)


class TestFile:
    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            ("", "It is no feed: neither RSS nor Atom."),
            ("<html><item>A</item></html>", "It is no feed: neither RSS nor Atom."),
            (rss(), "It is a feed without entries."),
            (rss(item()).encode("utf-16"), "It is UTF-16; save it as UTF-8."),
            ("<rss>" + "a" * 200_000, "It is no feed: neither RSS nor Atom."),
            ("<rss>" + "<a>" * 30_000 + item(), "It is no feed: neither RSS nor Atom."),
        ],
        ids=lambda value: str(value)[:20],
    )
    def test_that_is_no_feed_is_refused(self, content: str | bytes, reason: str) -> None:
        assert refusals(Feed(), content) == [("file", reason)]

    @pytest.mark.parametrize(
        "doctype",
        [
            '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
            '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
            "<?xml version='1.0'?><!-- --><!DOCTYPE rss>",
        ],
    )
    def test_with_a_document_type_is_refused_before_a_parser_sees_it(self, doctype: str) -> None:
        ((place, reason),) = refusals(Feed(), doctype + rss(item("&b;")))
        assert place == "file"
        assert "document type" in reason

    def test_with_entities_of_html_in_cdata_is_none_of_those(self) -> None:
        assert read_one(Feed(), rss(item(f"<!DOCTYPE html><p>{BODY} Rp&nbsp;5.</p>"))).body == f"{BODY} Rp 5."


@pytest.mark.parametrize("junk", ["<", "&", "<a ", "</x>", "&#", "<x>", "<![", '"', "]]>", "<item", "<!--", "<?"])
def test_nonsense_of_any_length_is_told_in_seconds(junk: str) -> None:
    began = time.process_time()
    for size in (90_000, 3_000_000):
        many = junk * (size // len(junk))
        read_all(Feed(), rss(f"<item><title>A</title><description>{many}</description></item>"))
    read_all(Feed(), rss(item(junk * (500_000 // len(junk)))))
    assert time.process_time() - began < 20


def test_tags_a_hundred_thousand_deep_cost_no_time() -> None:
    began = time.process_time()
    assert read_one(Feed(), rss(item("<div>" * 100_000 + BODY))).body == BODY
    refusals(Feed(), rss("<item><title>A</title>" + "<b>" * 100_000 + "</b>" * 100_000 + "</item>"))
    assert time.process_time() - began < 2


PARTS = [
    "<item>",
    "</item>",
    "<entry ",
    "<title>",
    "</title>",
    "A",
    "&",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    ">",
    "<",
    "\n",
]


@given(st.binary(max_size=100) | st.lists(st.sampled_from(PARTS)).map(lambda parts: rss(*parts)))
def test_no_bytes_make_it_raise(content: bytes | str) -> None:
    for record in read_all(Feed(), content):
        assert isinstance(record, RawArticle) or record.reason.endswith(".")
