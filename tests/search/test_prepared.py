"""Questions whose SQL is written once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.test import TestCase, override_settings

from articles.models import Quote, Status
from articles.search.prepared import Prepared
from tests.factories import make_article, make_quote


class PreparedTest(TestCase):
    def setUp(self) -> None:
        self.written = 0
        self.quotes = [make_quote(make_article(), "Dewan kota bertemu") for _ in range(3)]
        self.prepared = Prepared(self.rows)

    def rows(self, keys: Sequence[int]) -> QuerySet[Any, Any]:
        self.written += 1
        return Quote.objects.public().filter(pk__in=keys).order_by("pk").values_list("pk", "status")

    def asked(self, *quotes: Quote) -> list[int]:
        return [key for key, _status in self.prepared.of([quote.pk for quote in quotes])]

    def test_it_is_written_once_for_as_many_keys_and_asked_of_others(self) -> None:
        first, second, third = self.quotes
        self.assertEqual(self.asked(second, first), [first.pk, second.pk])
        self.assertEqual(self.asked(third, second), [second.pk, third.pk])
        self.assertEqual(self.written, 1)
        self.assertEqual(self.asked(third), [third.pk])

    def test_of_no_keys_nothing_is_asked(self) -> None:
        with self.assertNumQueries(0):
            self.assertEqual(self.prepared.of([]), [])

    def test_another_setting_is_another_question(self) -> None:
        waiting = make_quote(self.quotes[0].article, "Dewan kota bertemu", status=Status.SUGGESTED)
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=True):
            self.assertEqual(self.asked(waiting), [waiting.pk])
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertEqual(self.asked(waiting), [])
