"""Evidence never changes: sources, versions, blocks and the log of decisions refuse UPDATE and DELETE."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.test import TestCase

from articles.models import Block, Decision, Source, Version
from tests.factories import make_article
from tests.models.rules import refused


class ImmutableTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        article = make_article(deck="Kota dan dewan")
        kind = ContentType.objects.get_for_model(article)
        Decision.objects.create(subject_type=kind, subject_id=article.pk, action="publish")

    def refuses_change(self, table: type[models.Model], **change: object) -> None:
        name = table._meta.db_table
        rows = table._default_manager.all()
        before = list(rows.order_by("pk").values())
        self.assertNotEqual(before, [])
        with refused(f"{name} is immutable: UPDATE refused"):
            rows.update(**change)
        with refused(f"{name} is immutable: DELETE refused"):
            # Past Django, which would refuse earlier: the table itself has to.
            rows._raw_delete(rows.db)
        self.assertEqual(list(rows.order_by("pk").values()), before)

    def test_the_bytes_of_a_source_stay(self) -> None:
        self.refuses_change(Source, content=b"other words")

    def test_not_even_the_place_of_a_source_changes(self) -> None:
        self.refuses_change(Source, place="elsewhere.txt")

    def test_a_version_stays(self) -> None:
        self.refuses_change(Version, headline="Another headline")

    def test_a_block_stays(self) -> None:
        self.refuses_change(Block, reason="another reason")

    def test_a_decision_stays(self) -> None:
        self.refuses_change(Decision, reason="another reason")

    def test_an_update_that_changes_nothing_is_refused_too(self) -> None:
        self.refuses_change(Version, number=models.F("number"))
