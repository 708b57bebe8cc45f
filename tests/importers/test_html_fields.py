from __future__ import annotations

import pytest

from tests.importers.pages import BODY, SENTENCES, found, jsonld, page, read_article


class TestFields:
    def test_jsonld_is_taken_before_opengraph_and_opengraph_before_the_page(self) -> None:
        graph = '<meta property="og:title" content="Menurut OpenGraph">'
        described = jsonld('{"@type": "NewsArticle", "headline": "Menurut JSON-LD"}')
        assert read_article(page(head=graph + described)).headline == "Menurut JSON-LD"
        assert read_article(page(head=graph)).headline == "Menurut OpenGraph"
        plain = read_article(page())
        assert (plain.headline, found(plain, "headline")) == ("Perahu Kembali Berlayar", "h1")

    @pytest.mark.parametrize(
        "broken",
        [
            '{"@type": "NewsArticle", "headline": "Perahu, Lagi",}',
            '{"@type": "NewsArticle", "headline": "Perahu, Lagi"};',
            '<!-- {"@type": "NewsArticle", "headline": "Perahu, Lagi"} -->',
            '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Perahu, Lagi"}\n//]]>',
            '{"@type": "NewsArticle", "description": "dua\nbaris", "headline": "Perahu, Lagi"}',
            '{"@type": "NewsArticle", "description": "ia "kutip" sendiri", "headline": "Perahu, Lagi"}',
            '[[{"@type": "WebSite"}, {"@type": "https://schema.org/OpinionNewsArticle", "headline": "Perahu, Lagi"}]]',
            '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Perahu, Lagi"}}',
        ],
    )
    def test_broken_or_nested_jsonld_is_read(self, broken: str) -> None:
        assert read_article(page(head=jsonld(broken))).headline == "Perahu, Lagi"

    @pytest.mark.parametrize(
        "odd", ["", "null", "7", '"text"', "[]", "{", '{"@type": {}}', '{"@graph": 3}', "[" * 5000]
    )
    def test_jsonld_that_says_nothing_costs_nothing(self, odd: str) -> None:
        assert read_article(page(head=jsonld(odd))).headline == "Perahu Kembali Berlayar"

    @pytest.mark.parametrize(
        "value", ["[]", "{}", "7", "null", '[{"name": {"name": 1}}]', '"\\ud800"', '{"@id": "#nobody"}', "[[1]]"]
    )
    def test_field_of_an_unexpected_kind_is_none(self, value: str) -> None:
        keys = ("headline", "author", "image", "publisher", "keywords", "datePublished", "url", "about")
        fields = ", ".join(f'"{key}": {value}' for key in keys)
        article = read_article(page(head=jsonld(f'{{"@type": "NewsArticle", {fields}, "mainEntityOfPage": {value}}}')))
        assert article.headline == "Perahu Kembali Berlayar"

    def test_site_name_behind_the_headline_is_left_out(self) -> None:
        title = '<meta property="og:title" content="Perahu - Dua Desa - Kabar">'
        article = read_article(page(head=f'{title}<meta property="og:site_name" content="Kabar">'))
        assert article.headline == "Perahu - Dua Desa"

    def test_headline_that_is_cut_off_is_the_printed_one(self) -> None:
        article = read_article(page(head='<meta property="og:title" content="Perahu Kembali...">'))
        assert (article.headline, found(article, "headline")) == (
            "Perahu Kembali Berlayar",
            "h1; OpenGraph og:title is cut off",
        )

    def test_description_that_the_page_does_not_print_is_no_deck(self) -> None:
        described = '<meta name="description" content="Ringkasan untuk mesin pencari.">'
        assert not read_article(page(head=described)).deck
        printed = read_article(page(head=described, body=f"<h2>Ringkasan untuk mesin pencari.</h2><div>{BODY}</div>"))
        assert printed.deck == "Ringkasan untuk mesin pencari."

    def test_first_paragraph_that_is_also_the_description_stays_in_the_text(self) -> None:
        article = read_article(page(head=f'<meta name="description" content="{SENTENCES[0]}">'))
        assert (article.deck, article.body) == ("", "\n\n".join(SENTENCES))

    @pytest.mark.parametrize(
        ("canonical", "url"),
        [
            ("https://kabar.example/perahu", "https://kabar.example/perahu"),
            ("/perahu", "https://kabar.example/perahu"),
            ("https://kabar.example/", "https://kabar.example/a?utm=1"),
            ("javascript:alert(1)", "https://kabar.example/a?utm=1"),
            ("http://[broken", "https://kabar.example/a?utm=1"),
        ],
    )
    def test_address_is_the_canonical_one_when_it_is_an_articles(self, canonical: str, url: str) -> None:
        article = read_article(
            page(head=f'<link rel="canonical" href="{canonical}">'), url="https://kabar.example/a?utm=1"
        )
        assert article.url == url

    @pytest.mark.parametrize(("declared", "language"), [("en-US", "id"), ("", "id")])
    def test_language_is_that_of_the_words(self, declared: str, language: str) -> None:
        assert read_article(page().replace("<html>", f'<html lang="{declared}">')).language == language

    def test_language_that_words_do_not_tell_is_the_declared_one(self) -> None:
        body = "".join(
            f"<p>Лодки трёх деревень снова вышли в море после шторма, сообщил глава деревни {n}.</p>" for n in "абвг"
        )
        article = read_article(page(body=body * 2).replace("<html>", '<html lang="ru_RU">'))
        assert (article.language, found(article, "language")) == ("ru-RU", "html lang")

    def test_outlet_of_the_dateline_is_taken_before_the_host(self) -> None:
        article = read_article(
            page(body=f"<p>KABARLAUT.com - {SENTENCES[3]}</p>{BODY}"), url="https://www.kabarlaut.example/1"
        )
        assert (article.publisher, found(article, "publisher")) == ("KABARLAUT.com", "dateline")

    def test_section_that_the_page_does_not_name_is_the_part_of_the_site_that_prints_it(self) -> None:
        address = "https://ekonomi.kabarlaut.co.id/1"
        article = read_article(page(), url=address)
        assert (article.publisher, article.section) == ("ekonomi.kabarlaut.co.id", "ekonomi")
        assert found(article, "section") == "host of the address"
        named = read_article(page(head='<meta property="article:section" content="Pasar">'), url=address)
        assert named.section == "Pasar"


class TestPublished:
    @pytest.mark.parametrize(
        ("stamp", "day"),
        [
            ("2023-12-11T00:30:00+07:00", "2023-12-11"),
            ("2023-12-11T00:30:00+0700", "2023-12-11"),
            ("2023-12-10T23:30:00-05:00", "2023-12-10"),
            ("2023-12-10", "2023-12-10"),
            ("2023-12-10 23:59:00", "2023-12-10"),
            ("Mon, 11 Dec 2023 00:30:00 +0700", "2023-12-11"),
            ("11 Desember 2023", "2023-12-11"),
            # Greenwich is a machine's zone: the page is in Indonesian, so its day is Jakarta's.
            ("2023-12-10T17:30:00Z", "2023-12-11"),
            ("2023-12-10T16:30:00Z", "2023-12-10"),
        ],
    )
    def test_day_is_the_publishers_own(self, stamp: str, day: str) -> None:
        article = read_article(page(head=jsonld(f'{{"@type": "NewsArticle", "datePublished": "{stamp}"}}')))
        assert article.published
        assert (article.published.edtf, article.published_basis) == (day, stamp)
        assert found(article, "published") == "JSON-LD datePublished"

    def test_day_that_the_page_prints_is_taken_before_one_in_utc(self) -> None:
        head = jsonld('{"@type": "NewsArticle", "datePublished": "2023-12-10T12:30:00Z"}')
        printed = '<span class="date">Senin, 11 Des 2023 00:30 WIT</span>'
        article = read_article(page(head=head, body=printed + BODY))
        assert article.published
        assert article.published.edtf == "2023-12-11"
        assert found(article, "published") == "the day printed on the page; JSON-LD datePublished is in UTC"

    def test_other_day_on_the_page_does_not_move_a_stamp(self) -> None:
        head = jsonld('{"@type": "NewsArticle", "datePublished": "2023-12-10T05:30:00Z"}')
        days = '<span class="date">Selasa, 12 Desember 2023</span><span class="date">Minggu, 10 Desember 2023</span>'
        article = read_article(page(head=head, body=days + BODY))
        assert article.published
        assert article.published.edtf == "2023-12-10"

    def test_day_of_a_change_is_not_that_of_publication(self) -> None:
        changed = '<p class="date">Diperbarui: 14 Desember 2023</p><p class="date">Terbit: 12 Desember 2023</p>'
        article = read_article(page(body=changed + BODY))
        assert article.published
        assert article.published.edtf == "2023-12-12"

    def test_page_without_a_day_has_none(self) -> None:
        article = read_article(page())
        assert (article.published, article.published_basis, found(article, "published")) == (None, "", "")
