"""What pages say of a typed query: the place that cannot be read, what fields ask, the way to the form."""

from __future__ import annotations

from django.test import TestCase

from tests.views.seen import links, part, words
from tests.world import load_sample_world


class TypedQueryTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_the_part_that_cannot_be_read_is_marked_in_what_was_typed(self) -> None:
        for address in ("/search/", "/quotes/", "/statistics/"):
            response = self.client.get(address, {"q": "gaza <b> -published:kemarin rusia"})
            told = "gaza &lt;b&gt; <mark>-published:kemarin</mark> rusia"
            self.assertContains(response, told, status_code=400)
            self.assertContains(response, "“kemarin” is not a date", status_code=400)
            self.assertContains(response, 'value="gaza &lt;b&gt; -published:kemarin rusia"', status_code=400)

    def test_words_that_every_text_holds_are_refused_with_the_reason(self) -> None:
        response = self.client.get("/search/", {"q": "yang di"})
        self.assertContains(response, "“yang di” stand in nearly every text", status_code=400)
        self.assertContains(response, "<mark>yang di</mark>", status_code=400)

    def test_the_sentence_and_the_conditions_say_what_fields_ask(self) -> None:
        main = words(part(self.client.get("/search/", {"q": "evakuasi by:zakharova -topic:olahraga number:883"})))
        self.assertIn(
            "1 article holding “evakuasi”, said by “zakharova”, not on “olahraga”, with the number 883.", main
        )

    def test_each_field_can_be_taken_off(self) -> None:
        page = self.client.get("/search/", {"q": "evakuasi by:zakharova said:2023-12"})
        self.assertTrue({"?q=evakuasi+said%3A2023-12", "?q=evakuasi+by%3Azakharova"} <= set(links(part(page))))

    def test_the_form_opens_with_what_was_typed(self) -> None:
        page = self.client.get("/search/", {"q": "evakuasi by:zakharova", "kind": "quotes"})
        grammar = part(page, ".//ul[@class='grammar']")
        self.assertIn("/search/advanced/?q=evakuasi%20by%3Azakharova&kind=quotes", links(grammar))
        self.assertIn("/search/advanced/", links(part(self.client.get("/"), ".//ul[@class='grammar']")))
