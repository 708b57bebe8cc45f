"""Publishers in the index: counted by what they published, not by how often texts name them."""

from __future__ import annotations

from django.http import QueryDict
from django.test import TestCase

from articles.browsing.entities import index
from tests.factories import Kind, make_article, make_entity, make_mention


class PublisherTests(TestCase):
    def found(self, asked: str) -> list[tuple[str, list[str]]]:
        groups = index("organisations", QueryDict(asked)).groups
        return [(named.entity.name, named.counts) for group in groups for named in group.names]

    def test_a_publisher_is_told_and_ordered_by_what_it_published(self) -> None:
        named = make_entity("Harian Satu", kind=Kind.PUBLISHER)
        for number in range(3):
            article = make_article(f"Berita {number}", paragraphs=("Harian Satu menulis.",), publisher="Harian Dua")
            make_mention(article, named, "Harian Satu")
        make_article("Berita lain", publisher="Harian Satu")
        make_article("Catatan", publisher="Harian Satu", state="draft")
        self.assertEqual(
            self.found("sort=most"),
            [("Harian Dua", ["3 articles published"]), ("Harian Satu", ["1 article published"])],
        )
