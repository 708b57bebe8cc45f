"""Pages about the archive: what help says is true, and so is what is said about readers."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Article
from tests.factories import make_article
from tests.views.seen import links, part, parts, words
from tests.world import load_sample_world

# For each row of the table, the headlines below that it must find, by number.
FOUND = {
    "evakuasi Gaza": [1],
    '"Maria Zakharova"': [1],
    '"evakuasi"': [1, 3],
    "Hamas OR Israel": [1, 2],
    "evakuasi -Mesir": [3, 5],
    "evaku*": [1, 3],
    "1100": [1, 4],
    "10/12/2023": [1, 4],
    "title:Gaza": [1],
    "by:Zakharova": [1],
    'by:"Maria Zakharova"': [1],
    "evakuasi -by:Putin": [3, 5],
    "by:(Putin OR Zakharova)": [1],
    "about:Netanyahu": [1],
    "place:Gaza": [1],
    "topic:evakuasi": [1],
    "publisher:Republika": [1],
    "lang:en": [6],
    "published:2023-12": [1],
    "said:2023-12-01..2023-12-10": [1],
    "number:883": [1, 6],
    "number:800..900": [1],
}


class HelpTests(TestCase):
    """An archive in which every row of the help finds some articles and leaves others out."""

    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()
        make_article("Nomor 2", paragraphs=("Israel menjawab. Zakharova, kata Maria, diam.",))
        make_article("Nomor 3", paragraphs=("Upaya evakuasi warga desa.",))
        make_article("Nomor 4", paragraphs=("Pada 10 Desember 2023 ada 1,100 orang; Berita lain 11/12/2023.",))
        make_article("Nomor 5", paragraphs=("Warga sudah dievakuasi.",))
        make_article("Nomor 6", paragraphs=("It has 883 pages.",), language="en")

    def found(self, typed: str) -> list[int]:
        response = self.client.get("/search/", {"q": typed})
        headlines = [words(found) for found in parts(response, ".//article[@class='card']/h3")]
        return sorted(1 if headline == str(self.article) else int(headline[-1]) for headline in headlines)

    def rows(self) -> list[str]:
        return [words(found) for found in parts(self.client.get("/help/"), ".//table//th[@scope='row']")]

    def test_every_row_of_the_table_finds_what_it_says(self) -> None:
        self.assertEqual(self.rows(), list(FOUND))
        for typed, numbers in FOUND.items():
            with self.subTest(typed):
                self.assertEqual(self.found(typed), numbers)

    def test_what_a_website_adds_around_an_article_is_not_searched(self) -> None:
        self.assertEqual(self.found("Baca Juga"), [])
        self.assertEqual(self.found('"Berita Terpopuler"'), [])

    def test_a_day_a_month_and_a_year_can_be_typed_as_help_says(self) -> None:
        main = words(part(self.client.get("/help/")))
        self.assertIn("a day (2023-12-06 or 6/12/2023), a month (2023-12) or a year (2023)", main)
        for typed in ("2023-12-06", "6/12/2023", "2023-12", "2023"):
            with self.subTest(typed):
                quotes = parts(self.client.get("/quotes/", {"from": typed, "to": typed}), ".//article")
                self.assertGreaterEqual(len(quotes), 6)

    def test_the_key_that_help_tells_can_be_turned_off(self) -> None:
        choice = part(self.client.get("/help/"), ".//*[@id='keys-choice']")
        self.assertEqual(choice.attrib.get("hidden"), "", "it does nothing without a script, which shows it")

    def test_the_box_beside_the_search_promises_nothing_that_help_does_not_tell(self) -> None:
        grammar = words(part(self.client.get("/"), ".//ul[@class='grammar']"))
        shown = '"exact phrase" OR -without word* title:gaza by:zakharova number:883 published:2023-12'
        self.assertEqual(grammar, f"{shown} Advanced search Help with searching")
        self.assertIn("/help/", links(part(self.client.get("/"), ".//ul[@class='grammar']")))


class AboutTests(TestCase):
    def test_what_it_says_about_readers_is_true(self) -> None:
        response = self.client.get("/about/")
        self.assertIn("Pages set no cookie, load nothing from another host", words(part(response)))
        self.assertFalse(response.cookies)

    def test_every_page_leads_to_about_and_help(self) -> None:
        footer = part(self.client.get("/"), ".//footer")
        self.assertTrue({"/about/", "/help/"} <= set(links(footer)))
