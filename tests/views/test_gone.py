"""The addresses of an article that was erased."""

from __future__ import annotations

from django.test import TestCase
from django.urls import reverse

from articles.actions.erase import erase
from articles.models import Article
from tests.factories import make_article

REST: tuple[tuple[str, list[object]], ...] = (
    ("article_redirect", []),
    ("article_detail", ["kota"]),
    ("article_version", [1]),
    ("article_source", []),
)


class GoneTests(TestCase):
    def addresses(self, key: int) -> list[str]:
        return [reverse(f"articles:{name}", args=[key, *rest]) for name, rest in REST]

    def test_what_readers_saw_says_that_it_was_removed_and_on_which_day_but_not_why(self) -> None:
        article = make_article("Rahasia", url="https://koran.example/1")
        grave = erase(article, reason="A secret reason.", by=None)
        for address in self.addresses(grave.article_key):
            response = self.client.get(address)
            self.assertEqual(response.status_code, 410, address)
            self.assertContains(response, "This article was removed.", status_code=410)
            self.assertContains(response, f"removed it on {grave.at.day} ", status_code=410)
            for hidden in ("secret reason", "Rahasia", "koran.example"):
                self.assertNotContains(response, hidden, status_code=410)

    def test_a_draft_that_was_erased_was_never_there(self) -> None:
        grave = erase(make_article(state=Article.State.DRAFT), reason="x", by=None)
        for address in self.addresses(grave.article_key):
            self.assertEqual(self.client.get(address).status_code, 404, address)

    def test_an_address_that_never_held_anything_is_not_found(self) -> None:
        for address in self.addresses(987654):
            self.assertEqual(self.client.get(address).status_code, 404, address)

    def test_a_text_that_an_article_never_had_is_not_found(self) -> None:
        article = make_article()
        address = reverse("articles:article_version", args=[article.pk, 2])
        self.assertEqual(self.client.get(address).status_code, 404)
