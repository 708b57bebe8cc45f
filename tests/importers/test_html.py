from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.html import Html
from tests import golden
from tests.importers.pages import BODY, SENTENCES, found, page, read_article, refusal, texts

PAGES = Path(__file__).parent.parent / "data" / "importers" / "html"


def told(record: RawArticle | Unreadable) -> dict[str, Any]:
    """Return a record as a golden file tells it."""
    if isinstance(record, Unreadable):
        return {"refused": record.reason, "place": record.place}
    return {
        "language": record.language,
        "publisher": record.publisher,
        "url": record.url,
        "section": record.section,
        "published": record.published.edtf if record.published else None,
        "published_basis": record.published_basis,
        "actors": list(record.actors),
        "topics": list(record.topics),
        "doubt": record.doubt,
        "provenance": dict(record.provenance),
        "blocks": [
            f"{block.type.value} {block.reason!r}: {block.text}"
            if block.reason
            else f"{block.type.value}: {block.text}"
            for block in record.blocks
        ],
    }


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_page_is_read_as_expected(path: Path) -> None:
    given = Given(name=path.name, open=partial(BytesIO, path.read_bytes()))
    (record,) = Html().read(given)
    golden.check(path.with_suffix(".expected"), told(record))


class TestRecord:
    def test_holds_the_exact_bytes_and_has_no_places(self) -> None:
        content = page().encode()
        article = read_article(content)
        assert (article.content, article.media_type) == (content, "text/html")
        assert {(block.source_start, block.source_end) for block in article.blocks} == {(None, None)}
        assert article.body == "\n\n".join(SENTENCES)

    def test_says_when_and_where_it_was_fetched(self) -> None:
        at = datetime(2024, 3, 5, 8, tzinfo=UTC)
        article = read_article(page(), url="https://kabar.example/daerah/perahu", retrieved_at=at)
        assert (article.retrieved_at, article.url) == (at, "https://kabar.example/daerah/perahu")
        assert (article.publisher, found(article, "publisher")) == ("kabar.example", "host of the address")

    def test_saved_page_keeps_the_address_that_the_browser_wrote(self) -> None:
        saved = "<!-- saved from url=(0033)https://kabar.example/perahu/1 -->" + page()
        assert read_article(saved).url == "https://kabar.example/perahu/1"


class TestBody:
    def test_heading_and_short_bold_line_are_crossheads(self) -> None:
        parts = [f"<p>{sentence}</p>" for sentence in SENTENCES]
        body = (
            f"{parts[0]}<h2>Dermaga Hanyut!</h2>{parts[1]}<p><strong>Bantuan Menyusul</strong></p>{parts[2]}{parts[3]}"
        )
        assert texts(read_article(page(body=body)), "crosshead") == ["Dermaga Hanyut!", "Bantuan Menyusul"]

    def test_lines_that_the_page_adds_are_labelled_and_kept(self) -> None:
        parts = [f"<p>{sentence}</p>" for sentence in SENTENCES]
        added = ["<p>Baca Juga: Perahu Baru Tiba</p>", "<p>ADVERTISEMENT</p>", "<p>Foto: Dok BPBD</p>", ""]
        article = read_article(page(body="".join(part + line for part, line in zip(parts, added, strict=True))))
        assert article.body == "\n\n".join(SENTENCES)
        assert {"Baca Juga: Perahu Baru Tiba", "ADVERTISEMENT"} <= set(texts(article, "boilerplate"))
        assert texts(article, "photo_caption") == ["Foto: Dok BPBD"]

    def test_heading_at_the_foot_heads_nothing(self) -> None:
        article = read_article(page(body=f"{BODY}<h3>Perahu Baru Tiba di Dermaga</h3><h3>Nelayan Menunggu Cuaca</h3>"))
        assert article.body == "\n\n".join(SENTENCES)

    @pytest.mark.parametrize("head", ["<h2>Dermaga Hanyut</h2>", "<h3><b>Dermaga Hanyut</b></h3><span>10.42</span>"])
    def test_heading_that_the_extractor_loses_is_found_in_the_page(self, head: str) -> None:
        lines = [f"<p>{sentence}</p>" for sentence in SENTENCES]
        lines.insert(2, head)
        text = f'<div class="berita"><div class="isi">{"".join(lines)}</div></div>'
        article = read_article(f"<html><head><title>Perahu Kembali</title></head><body>{text}</body></html>")
        assert article.body == "\n\n".join([*SENTENCES[:2], "Dermaga Hanyut", *SENTENCES[2:]])
        assert texts(article, "crosshead") == ["Dermaga Hanyut"]

    def test_heading_of_another_part_of_the_page_is_none_of_the_text(self) -> None:
        text = f'<div class="isi"><p>{SENTENCES[0]}</p></div><h2>Terpopuler</h2><div class="isi">{BODY[100:]}</div>'
        assert "Terpopuler" not in read_article(page(body=text)).body

    @pytest.mark.parametrize(("line", "kind"), [("by Ana Putri", "byline"), ("By the sea", "crosshead")])
    def test_byline_that_only_the_text_prints_is_known_at_its_head(self, line: str, kind: str) -> None:
        article = read_article(page(body=f"<h2>{line}</h2>{BODY}"))
        assert line in texts(article, kind)

    def test_headline_in_another_form_is_no_crosshead(self) -> None:
        head = '<meta property="og:title" content="Perahu Tiga Desa Kembali Berlayar">'
        article = read_article(page(head=head, body=f"<h2>Perahu Kembali Berlayar</h2>{BODY}"))
        assert article.headline == "Perahu Tiga Desa Kembali Berlayar"
        assert article.body == "\n\n".join(SENTENCES)

    @pytest.mark.parametrize(
        "within",
        [
            '<div class="gallery"><img src="a.jpg"><p class="image-caption">{}</p></div>',
            '<figure><video src="a.mp4"></video><p>{}</p></figure>',
            '<figure><iframe src="https://video.example/1"></iframe><figcaption>{}</figcaption></figure>',
        ],
    )
    def test_caption_among_the_paragraphs_is_no_paragraph(self, within: str) -> None:
        caption = "Nelayan menarik perahu ke pantai Desa Sukamaju, Minggu, sesudah badai reda."
        parts = [f"<p>{sentence}</p>" for sentence in SENTENCES]
        article = read_article(page(body=f"{parts[0]}{parts[1]}{within.format(caption)}{parts[2]}{parts[3]}"))
        assert article.body == "\n\n".join(SENTENCES)

    def test_text_made_of_captions_is_a_text(self) -> None:
        figures = "".join(f'<div><img src="a.jpg"><p class="caption">{sentence}</p></div>' for sentence in SENTENCES)
        assert read_article(page(body=figures)).body == "\n\n".join(SENTENCES)

    def test_sentence_of_the_text_that_a_caption_repeats_stays(self) -> None:
        captions = "Perahu di pantai.", SENTENCES[0]
        figures = "".join(f'<figure><img src="a.jpg"><figcaption>{one}</figcaption></figure>' for one in captions)
        assert read_article(page(body=figures + BODY)).body == "\n\n".join(SENTENCES)

    def test_lines_parted_by_br_are_paragraphs(self) -> None:
        assert read_article(page(body=f"<div>{'<br><br>'.join(SENTENCES)}</div>")).body == "\n\n".join(SENTENCES)

    def test_sentence_stays_whole_at_its_links_in_a_page_that_parts_lines_by_br(self) -> None:
        linked = SENTENCES[0].replace("badai reda", '<a href="/badai">badai</a> <em>reda</em>')
        article = read_article(page(body=f"<div>{'<br><br>'.join([linked, *SENTENCES[1:]])}</div>"))
        assert SENTENCES[0] in article.body.split("\n\n")

    def test_characters_stay_as_printed_but_for_spaces(self) -> None:
        printed = (
            "“Kami\u00a0siap”,  kata Ny. O’Hara — 7.500 keluarga &amp; 3 desa &lt;kecil&gt; kembali ke rumah mereka."
        )
        article = read_article(page(body=f"<p>{printed}</p>{BODY}"))
        shown = "“Kami siap”, kata Ny. O’Hara — 7.500 keluarga & 3 desa <kecil> kembali ke rumah mereka."
        assert article.body.startswith(shown)

    def test_disagreement_of_two_readers_is_a_doubt(self) -> None:
        others = "".join(f"<p>Cerita {n}, yang tidak ada hubungannya dengan perahu, kata orang.</p>" for n in range(5))
        article = read_article(page(body=f'{BODY}<div class="teaser">{others}</div>'))
        assert article.body == "\n\n".join(SENTENCES)
        assert article.doubt.startswith("Check this import: two readers disagree about the text (agreement 0.")

    def test_agreement_is_no_doubt(self) -> None:
        assert not read_article(page()).doubt


class TestPicture:
    @pytest.mark.parametrize(
        ("figcaption", "caption", "credit"),
        [
            ("Nelayan di pantai. (Foto: Ana Putri)", "Nelayan di pantai.", "(Foto: Ana Putri)"),
            ("Nelayan di pantai (ANTARA FOTO/Ana Putri)", "Nelayan di pantai", "(ANTARA FOTO/Ana Putri)"),
            ('Nelayan di pantai.<span class="credit">Ana Putri</span>', "Nelayan di pantai.", "Ana Putri"),
            ("Nelayan di pantai.", "Nelayan di pantai.", ""),
            ("Foto: Dok. BPBD Kendal", "", "Foto: Dok. BPBD Kendal"),
        ],
    )
    def test_caption_and_credit_are_parted(self, figcaption: str, caption: str, credit: str) -> None:
        figure = f'<figure><img src="a.jpg"><figcaption>{figcaption}</figcaption></figure>'
        article = read_article(page(body=figure + BODY))
        assert ("".join(texts(article, "photo_caption")), "".join(texts(article, "photo_credit"))) == (caption, credit)

    def test_of_a_link_to_another_article_is_not_this_ones(self) -> None:
        teaser = '<a href="/b"><figure><img src="b.jpg"><figcaption>Pasar lama</figcaption></figure></a>'
        assert not texts(read_article(page(body=BODY + teaser)), "photo_caption")


class TestRefused:
    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "It is empty."),
            (b" \n\t", "It is empty."),
            (b"\x89PNG\r\n\x1a\n" + bytes(2_000), "It is no text: it is full of NUL bytes."),
            (b"Perahu kembali berlayar.", "It is no web page: it holds no tag."),
            (b"<!-- -->", "It is no web page: it holds no text."),
            (page(body="").encode(), "It holds no text of an article."),
            (page(body="<p>Segera.</p>").encode(), "It holds no text of an article"),
            (
                page(title="Halaman tidak ditemukan", body=f"<p>{SENTENCES[0]}</p>").encode(),
                "It is an error page: “Halaman tidak ditemukan”.",
            ),
            (
                page(title="Just a moment...", body=f"<p>{SENTENCES[0]}</p>").encode(),
                "It is an error page: “Just a moment...”.",
            ),
            (f"<html><body>{BODY}</body></html>".encode(), "It has no headline."),
        ],
    )
    def test_what_is_no_article_says_why(self, content: bytes, reason: str) -> None:
        assert refusal(content).startswith(reason.removesuffix("."))

    @pytest.mark.parametrize("text", ["", "<p>Berita hari ini.</p>"])
    def test_page_of_headlines_says_that_it_is_a_list(self, text: str) -> None:
        links = "".join(f'<li><a href="/{n}">Perahu ke-{n} kembali dari laut</a></li>' for n in range(12))
        assert refusal(page(body=f"{text}<ul>{links}</ul>")) == "It is a list of articles, not an article."

    def test_article_that_is_paid_for_is_no_list(self) -> None:
        links = "".join(f'<li><a href="/{n}">Perahu ke-{n} kembali dari laut</a></li>' for n in range(12))
        head = '<meta property="og:type" content="article">'
        assert refusal(page(head=head, body=f"<ul>{links}</ul>")).startswith("It holds no text of an article")

    def test_headline_with_a_number_is_no_error_page(self) -> None:
        assert read_article(page(title="500 Perahu Kembali Berlayar")).headline == "500 Perahu Kembali Berlayar"
