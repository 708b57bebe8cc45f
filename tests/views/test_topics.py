"""Topics as a reader meets them: the tree, and the page of one."""

from __future__ import annotations

import re

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import Article, ArticleTopic, Topic
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic, make_topic, stamp
from tests.world import load_sample_world


class PageTestCase(TestCase):
    def main(self, address: str) -> str:
        response = self.client.get(address)
        self.assertEqual(response.status_code, 200, address)
        main = re.search(r"<main\b.*?</main>", response.content.decode(), re.DOTALL)
        assert main
        return re.sub(r"\s+", " ", main[0])

    def leaves(self, page: str) -> list[tuple[str, int]]:
        """Return label and number of articles of each topic of the tree, in the order shown."""
        found = re.findall(r'<div class="leaf">.*?>([^<]+)</a>.*?(\d+) article', page)
        return [(label, int(number)) for label, number in found]

    def headlines(self, page: str, ident: str) -> list[str]:
        section = re.search(rf'<section class="section" aria-labelledby="{ident}">.*?</section>', page)
        return re.findall(r"<h3[^>]*> <a [^>]+>([^<]+)</a>", section[0]) if section else []


class SampleTests(PageTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_the_tree_stands_broader_above_narrower_each_article_counted_once(self) -> None:
        page = self.main("/topics/")
        self.assertEqual(
            self.leaves(page),
            [
                ("conflict, war and peace", 1),
                ("armed conflict", 1),
                ("Gaza war 2023–", 1),
                ("emergency response", 1),
                ("Evacuation of Russian citizens from Gaza", 1),
                ("international relations", 1),
                ("diplomacy", 1),
                ("Russia–Israel relations", 1),
            ],
        )
        self.assertEqual(page.count("<li>"), page.count("</li>"))

    def test_labels_are_in_the_language_of_the_reader(self) -> None:
        indonesian = self.main("/id/topics/")
        self.assertIn("konflik bersenjata", indonesian)
        self.assertNotIn('lang="id"', indonesian)

    def test_a_topic_leads_to_its_quotes_figures_and_people(self) -> None:
        page = self.main("/topics/evakuasi-warga-rusia/")
        self.assertIn('<a href="/topics/emergency-response/"', page)
        self.assertIn("<b>20</b> quotes in them", page)
        self.assertIn("<b>5</b> figures", page)
        self.assertIn('href="/quotes/?topic=evakuasi-warga-rusia"', page)
        self.assertIn("/search/?topic=evakuasi-warga-rusia&amp;actor=maria-zakharova", page)
        self.assertIn("Published by month, 2023", page)
        self.assertIn('<span lang="id">Evakuasi warga Rusia dari Gaza</span>', page)

    def test_a_broader_topic_is_what_its_narrower_ones_are_about(self) -> None:
        page = self.main("/topics/emergency-response/")
        self.assertEqual(self.headlines(page, "about"), ["Putin Tawarkan Bantuan untuk Redakan Perang di Gaza"])
        self.assertIn("Evacuation of Russian citizens from Gaza", page.partition('id="narrower"')[2])


class TopicTests(PageTestCase):
    def test_an_article_of_two_narrower_topics_counts_once_above(self) -> None:
        broad = make_topic("local:luas", label="Luas")
        article = make_article()
        for code in ("local:satu", "local:dua"):
            make_topic(code, label=code, article=article, broader=broad)
        make_topic("local:satu", article=make_article("Lain"))
        self.assertEqual(self.leaves(self.main("/topics/")), [("Luas", 2), ("local:dua", 1), ("local:satu", 2)])

    def test_a_label_in_another_language_says_so(self) -> None:
        make_topic("local:uji", label="Uji coba", article=make_article())
        self.assertIn('lang="id">Uji coba</a>', self.main("/topics/"))
        self.assertIn('<h1 lang="id">Uji coba</h1>', self.main("/topics/local-uji/"))

    def test_articles_about_it_stand_apart_from_those_that_touch_it(self) -> None:
        topic = make_topic(article=make_article("Pokok"))
        ArticleTopic.objects.create(article=make_article("Sentuh"), topic=topic, about=False, **stamp())
        page = self.main("/topics/local-uji/")
        self.assertEqual(self.headlines(page, "about"), ["Pokok"])
        self.assertEqual(self.headlines(page, "touched"), ["Sentuh"])

    def test_a_topic_of_hidden_articles_alone_is_not_known(self) -> None:
        make_topic("local:rahasia", label="Rahasia", article=make_article(state=Article.State.DRAFT))
        self.assertEqual(self.client.get("/topics/local-rahasia/").status_code, 404)
        self.assertEqual(self.client.get("/topics/nosuch/").status_code, 404)
        self.assertIn("No published article has a topic yet.", self.main("/topics/"))

    def test_a_merged_topic_leads_to_the_one_that_stayed(self) -> None:
        stayed = make_topic("local:baru", article=make_article())
        make_topic("local:lama", merged_into=stayed)
        self.assertRedirects(self.client.get("/topics/local-lama/"), "/topics/local-baru/", status_code=301)
        self.assertEqual(len(self.leaves(self.main("/topics/"))), 1)

    def test_queries_do_not_grow_with_topics_and_articles(self) -> None:
        broad = make_topic("local:luas", label="Luas")
        self.fill(broad, range(2))
        few = {}
        for address in ("/topics/", "/topics/local-luas/"):
            with CaptureQueriesContext(connection) as asked:
                self.client.get(address)
            few[address] = len(asked)
        self.fill(broad, range(2, 12))
        for address, expected in (("/topics/", "24 articles"), ("/topics/local-luas/", "<b>12</b> articles about it")):
            with self.subTest(address), self.assertNumQueries(few[address]):
                page = self.main(address)
            self.assertIn(expected, page)

    def fill(self, broad: Topic, numbers: range) -> None:
        for number in numbers:
            person = make_entity(f"Budi{number}")
            article = make_article(
                f"Berita {number}", paragraphs=[f"Budi{number} bicara {number + 100}."], published=f"{2000 + number}"
            )
            make_mention(article, person, f"Budi{number}")
            make_quote(article, "bicara", speaker=person)
            make_statistic(number + 100, article=article, stated_by=person)
            make_topic(f"local:t{number}", article=article, broader=broad)
            other = make_article(f"Lain {number}", paragraphs=[f"Lain {number}."], mentioning=(f"Budi{number}",))
            ArticleTopic.objects.create(article=other, topic=broad, about=False, **stamp())
