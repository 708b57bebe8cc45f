"""Outputs and saved searches that ask for what has another address by now."""

from __future__ import annotations

from django.http import QueryDict
from django.test import TestCase

from articles.actions.merge import merge
from articles.exports.lists import list_at, list_of
from articles.models import Article, Entity
from tests.factories import make_article, make_entity, make_topic

OUTPUTS = ("/search.json", "/search.csv", "/search.atom", "/search.feed.json", "/id/search.json")


class MovedTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Hujan deras", publisher="Koran Lama")
        make_topic("local:cuaca", label="Cuaca", article=cls.article)
        kept = make_entity("Koran Baru", kind=Entity.Kind.ORGANISATION)
        merge(Entity.objects.get(slug="koran-lama"), into=kept, by=None)

    def test_an_output_leads_on_to_the_present_address_and_keeps_the_rest(self) -> None:
        for path in OUTPUTS:
            for asked, present in (
                ("q=hujan&publisher=koran-lama", "q=hujan&publisher=koran-baru"),
                ("topic=Cuaca&sort=oldest", "topic=local-cuaca&sort=oldest"),
            ):
                with self.subTest(path, asked=asked):
                    answer = self.client.get(f"{path}?{asked}")
                    self.assertEqual((answer.status_code, answer.headers.get("Location")), (301, f"{path}?{present}"))
                    self.assertIn("no-cache", answer.headers["Cache-Control"])
                    self.assertEqual(self.client.get(f"{path}?{present}").status_code, 200)

    def test_what_never_was_is_refused_still(self) -> None:
        for path in OUTPUTS:
            with self.subTest(path):
                self.assertEqual(self.client.get(f"{path}?publisher=koran-hantu").status_code, 400)

    def test_a_list_that_was_saved_follows_the_merge(self) -> None:
        asked = list_of("articles", "publisher=koran-lama")
        self.assertEqual(asked.problems, [])
        self.assertIn("Koran Baru", asked.in_words)
        self.assertEqual([row.pk for row in asked.filters.found()], [self.article.pk])
        pasted = list_at("/search/?publisher=koran-lama", host="testserver")
        self.assertEqual(QueryDict(str(pasted.address)[1:])["publisher"], "koran-baru")
