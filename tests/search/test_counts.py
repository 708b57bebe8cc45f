from __future__ import annotations

from django.db import connection
from django.db.models import BooleanField, Func, Value
from django.test import TestCase
from django.utils import translation

from articles.models import Entity
from articles.search import counts
from articles.search.counts import Count
from tests.factories import make_entity


class CountTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        for number in range(5):
            make_entity(f"Orang {number}")

    def test_what_is_known_up_to_a_limit_and_one_more_tells_that_there_are_more(self) -> None:
        told = [Count.of(seen, most=5) for seen in (4, 5, 6)]
        self.assertEqual(told, [Count(4), Count(5), Count(5, more=True)])

    def test_an_order_does_not_matter_to_a_count(self) -> None:
        with self.assertNumQueries(5) as asked:
            counts.exact(Entity.objects.order_by("sort_key"))
        self.assertNotIn("ORDER BY", "".join(one["sql"] for one in asked.captured_queries))

    def test_all_are_counted_for_who_asks(self) -> None:
        self.assertEqual(counts.exact(Entity.objects.all()), Count(5))

    def test_a_count_that_takes_too_long_is_given_up_and_the_page_goes_on(self) -> None:
        slow = Func(
            Value(counts.PATIENCE_MS / 1000), function="pg_sleep", template="(%(function)s(%(expressions)s) IS NULL)"
        )
        slow.output_field = BooleanField()
        self.assertIsNone(counts.exact(Entity.objects.filter(slow)))
        self.assertEqual(counts.exact(Entity.objects.all()), Count(5))

    def test_the_time_is_given_back_after_a_count(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            before = cursor.fetchone()
            counts.exact(Entity.objects.all())
            cursor.execute("SHOW statement_timeout")
            self.assertEqual(cursor.fetchone(), before)

    def test_nothing_is_false_and_more_is_written_with_a_plus(self) -> None:
        self.assertFalse(Count(0))
        self.assertEqual(str(Count(1100)), "1,100")
        self.assertEqual(str(Count(10_000, more=True)), "10,000+")
        with translation.override("id"):
            self.assertEqual(str(Count(10_000, more=True)), "10.000+")
