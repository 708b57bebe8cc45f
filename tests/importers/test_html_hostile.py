from __future__ import annotations

import time
from io import BytesIO

import pytest

from articles.importers.base import MAX_TEXT_BYTES, Given, Unreadable
from articles.importers.html import Html
from tests.importers.pages import BODY, SENTENCES, jsonld, page, read_article, refusal


class TestCharset:
    @pytest.mark.parametrize(
        ("charset", "declared", "server"),
        [
            ("utf-8", "utf-8", ""),
            ("utf-8", "", ""),
            ("utf-8", "iso-8859-1", ""),  # a label that any bytes fit says nothing against UTF-8
            ("utf-8", "no-such-charset", "hex"),
            ("utf-8-sig", "windows-1252", ""),
            ("utf-16", "", ""),
            ("cp1252", "", ""),
            ("cp1252", "iso-8859-1", ""),
            ("cp1252", "utf-8", ""),  # does not decode as that
            ("cp1251", "windows-1251", "utf-8"),
            ("cp1251", "", "windows-1251"),
        ],
    )
    def test_characters_are_read_by_what_fits(self, charset: str, declared: str, server: str) -> None:
        word = "Лодка" if charset == "cp1251" else "José – “Perahu”"
        meta = f'<meta charset="{declared}">' if declared else ""
        text = page(
            head=meta, body=f"<p>{word} dan nelayan kembali berlayar ke tiga desa sesudah badai reda.</p>{BODY}"
        )
        article = read_article(text.encode(charset), charset=server)
        assert article.body.startswith(word)
        assert article.content.decode(article.charset) == text

    def test_a_few_broken_bytes_do_not_make_it_another_charset(self) -> None:
        content = page(
            body=f"<p>{'José dan René kembali berlayar bersama nelayan tiga desa. ' * 60}</p>{BODY}"
        ).encode()
        article = read_article(content.replace(b"badai reda", b"badai\xff reda", 1))
        assert "José" in article.body
        assert "�" in article.doubt

    def test_wrong_characters_of_the_source_are_kept_and_told(self) -> None:
        wrong = "“Kami siap”, kata José kepada nelayan yang berlayar kembali ke tiga desa itu.".encode().decode(
            "cp1252", "ignore"
        )
        article = read_article(page(body=f"<p>{wrong}</p>{BODY}"))
        assert "JosÃ©" in article.body
        assert "wrong charset" in article.doubt

    def test_single_nul_is_left_out_and_told(self) -> None:
        article = read_article(page().replace("Perahu dari", "Perahu\x00 dari"))
        assert article.body == "\n\n".join(SENTENCES)
        assert "NUL" in article.doubt


class TestHostile:
    def test_word_of_50_megabytes_is_refused_after_the_first_five(self) -> None:
        class Endless(BytesIO):
            def read(self, size: int | None = -1, /) -> bytes:
                assert size is not None
                assert 0 < size <= MAX_TEXT_BYTES + 1
                return b"a" * size

        (record,) = Html().read(Given(name="page.html", open=Endless))
        assert record == Unreadable(place="page.html", reason="It is larger than 5,000,000 bytes.")

    @pytest.mark.parametrize("between", [" ", "\n", "</p><p>", " &lt; "])
    def test_text_of_millions_of_characters_is_refused_at_once(self, between: str) -> None:
        began = time.process_time()
        text = between.join([SENTENCES[0] * 500] * 100)
        assert refusal(page(body=f"<p>{text}</p>")) == "It shows more than 1,000,000 characters."
        assert time.process_time() - began < 2

    def test_long_script_is_no_text(self) -> None:
        script = f"<script>{'a' * 2_000_000}</script>"
        assert read_article(page(head=script)).body == "\n\n".join(SENTENCES)

    @pytest.mark.parametrize("tag", ["div", "b", "font", "ul><li", "table><tr><td"])
    def test_deep_nesting_is_refused_at_once(self, tag: str) -> None:
        began = time.monotonic()
        assert refusal(page(body=f"<{tag}>" * 100_000 + BODY)) == "Its tags are nested more than 250 deep."
        assert time.monotonic() - began < 2

    def test_unclosed_paragraphs_are_not_nested(self) -> None:
        unclosed = "".join(f"<p>{sentence} Kapal {n}.\n" for n in range(100) for sentence in SENTENCES)
        assert len(read_article(page(body=unclosed)).body.split("\n\n")) == 400

    def test_too_many_elements_are_refused(self) -> None:
        assert refusal(page(body="<b>a</b>" * 20_000 + BODY)) == "It has more than 12,000 elements."

    @pytest.mark.parametrize(
        "entities",
        [
            '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
            '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
        ],
    )
    def test_entities_of_a_dtd_mean_nothing(self, entities: str) -> None:
        article = read_article(entities + page(body=f"<p>{SENTENCES[0]} &c;</p>{BODY}"))
        assert "aaaa" not in article.body
        assert "root:" not in article.body

    def test_no_field_holds_what_the_database_refuses(self) -> None:
        head = jsonld('{"@type": "NewsArticle", "headline": "Per\\u0000ahu \\ud800 Lagi", "keywords": "a\\u0000b"}')
        article = read_article(page(head=head, body=f"<p>{SENTENCES[0]} &#0;&#xd800;&#1;</p>{BODY}"))
        kept = [article.headline, article.body, *article.topics]
        assert all("\x00" not in text and text.encode() for text in kept)

    def test_long_values_are_cut(self) -> None:
        article = read_article(page(head=f'<meta property="og:title" content="{"Perahu " * 20_000}">'))
        assert len(article.headline) <= 1_000
