"""What an erasure may touch, for how long, and what stays of it."""

from __future__ import annotations

from django.db import connection, transaction
from django.test import TestCase, TransactionTestCase

from articles.models import Decision, Source, Tombstone, Version
from tests.factories import make_article
from tests.models.rules import refused


def open_evidence() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL newsarchive.erasing = 'yes'")


class TombstoneTests(TestCase):
    def make(self, **fields: object) -> Tombstone:
        return Tombstone.objects.create(
            **{"article_key": 7, "was_public": True, "sources": [], "reason": "x", **fields}
        )

    def test_it_says_why_the_article_had_to_go(self) -> None:
        with refused("tombstone_has_a_reason"):
            self.make(reason="")

    def test_an_article_is_erased_once(self) -> None:
        self.make()
        with refused("articles_tombstone_article_key_key"):
            self.make()

    def test_it_stays_even_while_evidence_is_erased(self) -> None:
        self.make()
        for _ in range(2):
            with refused("articles_tombstone is immutable: UPDATE refused"):
                Tombstone.objects.update(reason="another")
            with refused("articles_tombstone is immutable: DELETE refused"):
                Tombstone.objects.all().delete()
            open_evidence()


class ErasingTests(TransactionTestCase):
    def test_evidence_gives_way_in_the_transaction_that_says_so_and_in_no_other(self) -> None:
        article = make_article()
        source = Source.objects.get(versions__article=article)
        with transaction.atomic():
            open_evidence()
            Source.objects.filter(pk=source.pk).update(place="elsewhere.txt")
        self.assertEqual(Source.objects.get(pk=source.pk).place, "elsewhere.txt")
        for table in (Source, Version, Decision):
            rows = table._default_manager.all()
            if rows.exists():
                with refused(by=f"{table._meta.db_table} is immutable: DELETE refused"):
                    rows._raw_delete(rows.db)

    def test_any_other_word_than_yes_opens_nothing(self) -> None:
        make_article()
        with refused("articles_version is immutable: UPDATE refused"):
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL newsarchive.erasing = 'no'")
            Version.objects.update(headline="other")
