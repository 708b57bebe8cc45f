"""The first page, as a reader sees it."""

from __future__ import annotations

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Quote, Status
from tests.factories import make_article, make_entity, make_quote, make_statistic
from tests.views.seen import links, page, part, parts, words
from tests.world import load_sample_world


class FirstArticleTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def section(self, name: str) -> str:
        return words(part(self.client.get("/"), f".//section[@aria-labelledby='{name}']"))

    def test_one_large_box_searches_the_archive(self) -> None:
        forms = parts(self.client.get("/"), ".//form[@role='search']")
        self.assertEqual([form.attrib["action"] for form in forms], ["/search/"])
        box = forms[0].find(".//input[@name='q']")
        assert box is not None
        self.assertEqual(box.attrib["maxlength"], "256")

    def test_it_says_what_the_archive_holds_and_leads_there(self) -> None:
        held = part(self.client.get("/"), ".//ul[@class='holdings']")
        self.assertEqual(words(held), "1 article 20 quotes 5 figures 4 people")
        self.assertEqual(links(held), ["/search/", "/quotes/", "/statistics/", "/people/"])

    def test_the_numbers_that_it_names_are_those_of_the_lists(self) -> None:
        for address, listed in (("/quotes/", "20 quotes"), ("/statistics/", "5 figures"), ("/people/", "1 to 4 of 4")):
            with self.subTest(address):
                self.assertIn(listed, words(part(self.client.get(address))))

    def test_figures_stand_with_what_they_are_of_and_are_never_added_up(self) -> None:
        figures = self.section("hf")
        self.assertIn("883 of about 1,100 persons arrived in Russia after leaving Gaza", figures)
        self.assertIn("898 persons evacuated from Gaza by Russia, cumulative", figures)
        self.assertIn("135 persons taken out of Gaza since Rafah exits resumed", figures)

    def test_quotes_stand_in_the_marks_of_the_newspaper_with_who_said_them(self) -> None:
        quotes = self.section("hq")
        self.assertIn("“Pihak Rusia siap menawarkan semua bantuan", quotes)
        self.assertIn("Kremlin, direct", quotes)
        self.assertIn("through TASS, inferred", quotes)

    def test_every_quote_leads_to_its_words_in_the_text(self) -> None:
        found = parts(self.client.get("/"), ".//section[@aria-labelledby='hq']//article")
        self.assertEqual(len(found), 3)
        for quote in found:
            self.assertTrue(
                any(link.startswith(f"{self.article.get_absolute_url()}#a") for link in links(quote)), words(quote)
            )

    def test_the_new_article_says_that_its_date_is_uncertain(self) -> None:
        new = self.section("hn")
        self.assertIn("Putin Tawarkan Bantuan", new)
        self.assertIn("Republika, 10–31 December 2023, uncertain. Full text", new)

    def test_the_drawing_says_the_same_in_words(self) -> None:
        time = self.section("ht")
        self.assertIn("16 October 2023 (1), 6 December 2023 (6), 10 December 2023 (5)", time)
        self.assertIn("27 November 2023 (4, day doubted)", time)
        self.assertIn("4 not on one day", time)

    def test_every_dot_leads_to_its_day(self) -> None:
        dots = parts(self.client.get("/"), ".//{http://www.w3.org/2000/svg}a")
        self.assertGreater(len(dots), 10)
        for dot in dots:
            self.assertRegex(dot.attrib["href"], r"^/2023/1[012]/\d\d/$")

    def test_words_of_the_newspaper_carry_their_language(self) -> None:
        for path in (".//section[@aria-labelledby='hq']//blockquote", ".//section[@aria-labelledby='hn']//h3"):
            for found in parts(self.client.get("/"), path):
                self.assertEqual(found.attrib["lang"], "id")


class UnreviewedTests(TestCase):
    def test_it_says_how_much_of_what_it_counts_is_reviewed(self) -> None:
        article = make_article(paragraphs=("Kata Ana: 10 orang tiba.",))
        make_quote(article, "Kata Ana")
        make_statistic(10, article=article, status=Status.SUGGESTED)
        held = part(self.client.get("/"), ".//ul[@class='holdings']")
        self.assertIn("1 of 2 quotes and figures are reviewed", words(held))


class EmptyArchiveTests(TestCase):
    def test_an_empty_archive_says_so(self) -> None:
        response = self.client.get("/")
        self.assertIn("Nothing yet.", words(part(response)))
        self.assertEqual(words(part(response, ".//ul[@class='holdings']")), "0 articles 0 quotes 0 figures 0 people")
        self.assertEqual(page(response).findall(".//table"), [])


class GrowthTests(TestCase):
    def test_queries_do_not_grow_with_the_archive(self) -> None:
        article = make_article(paragraphs=("Kata Ana: 10 orang tiba.",), mentioning=("Ana",))

        def add() -> None:
            ana = make_entity("Ana")
            make_quote(article, "Kata Ana", speaker=ana, type=Quote.Type.DIRECT)
            make_statistic(10, article=article, stated_by=ana)
            make_article("Dewan", mentioning=("Ana",), publisher=f"Koran {Article.objects.count()}")

        add()
        with CaptureQueriesContext(connection) as few:
            self.client.get("/")
        add()
        with self.assertNumQueries(len(few)):
            self.client.get("/")
