"""The sixteen questions that the annotator wrote down, asked as a reader asks them: through the pages."""

from __future__ import annotations

import json
import re
from typing import Any

from django.test import TestCase

from articles.models import Article, Printing, Quote
from articles.sample import ANNOTATIONS
from tests.world import load_sample_world

EXPECTED: list[dict[str, Any]] = json.loads(ANNOTATIONS.read_text(encoding="utf-8"))["expected_queries"]
SLUGS = {
    "per:zakharova": "maria-zakharova",
    "per:ushakov": "yury-ushakov",
    "per:putin": "vladimir-putin",
    "per:netanyahu": "benjamin-netanyahu",
    "org:kremlin": "kremlin",
    "org:tass": "tass",
}


class ExpectedQueriesTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def page(self, address: str) -> str:
        response = self.client.get(address)
        self.assertEqual(response.status_code, 200, address)
        main = re.search(r"<main\b.*?</main>", response.content.decode(), re.DOTALL)
        assert main
        # What is found stands in the list; links to other pages stand beside it.
        results = re.search(r'id="results".*?(?=<aside|</main>)', main[0], re.DOTALL)
        return results[0] if results else main[0]

    def quotes_on(self, address: str) -> list[str]:
        """Return the annotations' names of the quotes that a list shows."""
        keys = {int(key) for key in re.findall(r'href="/quotes/(\d+)/"', self.page(address))}
        numbers = Quote.objects.filter(pk__in=keys).values_list("number", flat=True)
        return [f"q{number:02}" for number in sorted(numbers)]

    def articles_on(self, address: str) -> list[str]:
        keys = {int(key) for key in re.findall(r'href="/articles/(\d+)/', self.page(address))}
        found = Article.objects.filter(pk__in=keys)
        return ["art-000" if article == self.article else f"another: {article}" for article in found]

    def printings_on(self, address: str) -> list[str]:
        """Return the annotations' names of the printings whose words a list links to."""
        anchors = {int(key) for key in re.findall(r'href="/articles/[^"]+#a(\d+)"', self.page(address))}
        found = Printing.objects.filter(anchors__in=anchors).order_by("pk").distinct()
        order = list(Printing.objects.filter(article=self.article).order_by("pk").values_list("pk", flat=True))
        return [f"s{order.index(printing.pk) + 1}" for printing in found]

    def ask(self, query: str) -> list[str]:
        """Ask one expected query through the page that answers it."""
        for name, slug in SLUGS.items():
            query = query.replace(name, slug)
        if query.startswith("quotes?said_on="):
            day = query.removeprefix("quotes?said_on=")
            return self.quotes_on(f"/quotes/?from={day}&to={day}")
        if query.startswith("quotes?"):
            return self.quotes_on("/quotes/?" + query.removeprefix("quotes?").replace("speaker=", "said_by="))
        if query.startswith("articles?date="):
            day = query.removeprefix("articles?date=")
            return self.articles_on(f"/search/?from={day}&to={day}")
        if query.startswith("statistics?value="):
            return self.printings_on("/statistics/?number=" + query.removeprefix("statistics?value="))
        if query.startswith("person search: "):
            names = self.page("/people/?q=" + query.removeprefix("person search: "))
            return [name for name, slug in SLUGS.items() if f"/people/{slug}/" in names]
        words = query.removeprefix("search: ")
        answers = {tuple(self.articles_on(f"/search/?q={part}")) for part in words.split(" / ")}
        self.assertEqual(len(answers), 1, f"the words of {query!r} find different articles")
        return list(answers.pop())

    def test_all_sixteen_are_asked(self) -> None:
        self.assertEqual(len(EXPECTED), 16)

    def test_each_query_finds_exactly_what_the_annotator_expects(self) -> None:
        for expected in EXPECTED:
            with self.subTest(expected["q"]):
                self.assertEqual(self.ask(expected["q"]), expected["expect"])

    def test_the_day_inside_the_uncertain_time_says_so(self) -> None:
        self.assertIn("date uncertain", self.page("/search/?from=2023-12-15&to=2023-12-15"))

    def test_a_caption_and_a_name_with_a_no_break_space_find_the_article(self) -> None:
        self.assertEqual(self.articles_on("/search/?q=Benyamin"), ["art-000"])
        self.assertEqual(self.articles_on('/search/?q="Maria Zakharova"'), ["art-000"])

    def test_boilerplate_finds_nothing(self) -> None:
        self.assertEqual(self.articles_on("/search/?q=Berita+Terpopuler"), [])
        self.assertEqual(self.articles_on("/search/?q=Klik+di+Sini"), [])
