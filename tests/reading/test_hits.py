from __future__ import annotations

from django.test import TestCase

from articles.models import Article
from tests.factories import make_article


class HitTests(TestCase):
    def bar(self, article: Article, words: str) -> str:
        page = self.client.get(article.get_absolute_url(), {"q": words}).content.decode()
        self.page = page
        return " ".join(page.partition('<div class="hit-bar">')[2].partition("<ol")[0].split())

    def test_of_a_long_text_all_places_are_counted_and_the_first_ones_marked(self) -> None:
        article = make_article(paragraphs=["air " * 300, "air " * 220])
        self.assertIn("520 places for <mark>air</mark>", self.bar(article, "air"))
        self.assertIn("the first 500 are marked", self.page)
        self.assertEqual(self.page.count('<mark id="hit-'), 500)
        self.assertIn('href="#hit-500" rel="prev"', self.page)

    def test_phrases_numbers_alternatives_beginnings_and_fields_mark_what_they_mean(self) -> None:
        article = make_article("Air naik", paragraphs=["Sekitar 1.100 warga Rusia, kata Ana Wijaya, dievakuasi."])
        for words, marked in (
            ('"warga Rusia"', ["warga Rusia"]),
            ("1100", ["1.100"]),
            ("number:1.100", ["1.100"]),
            ("gempa OR evakuasi", ["dievakuasi"]),
            ("dieva*", ["dievakuasi"]),
            ("title:air", ["Air"]),
            ("warga -gempa by:ana", ["warga"]),
        ):
            self.bar(article, words)
            for number, text in enumerate(marked, 1):
                self.assertIn(f'<mark id="hit-{number}">{text}</mark>', self.page, words)
            self.assertNotIn(f'id="hit-{len(marked) + 1}"', self.page, words)

    def test_a_search_without_words_says_that_it_marks_nothing(self) -> None:
        article = make_article()
        self.assertIn("This search asks for no words that could be marked", self.bar(article, "by:putin -gempa"))
        self.assertIn("In this text nothing is printed as", self.bar(article, "gempa"))
