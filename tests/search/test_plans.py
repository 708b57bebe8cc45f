from __future__ import annotations

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import ArticleEntry
from articles.search import fencing
from articles.search.fencing import guessed
from tests.factories import make_article
from tests.search.few_rows import filters


class PlanTests(TestCase):
    """What PostgreSQL is asked; at a million rows these plans are the difference between one and a thousand ms."""

    @classmethod
    def setUpTestData(cls) -> None:
        make_article("Judul", paragraphs=["Kota sepi."], mentioning=("Ana Wijaya",))

    def plan(self, address: str, kind: str = "articles") -> str:
        asked = filters(address, kind)
        with connection.cursor() as cursor:  # which nothing would be cheaper than, as long as there are few rows
            cursor.execute("DROP INDEX IF EXISTS articleentry_newest, articleentry_oldest, articleentry_lead")
        sql, parameters = asked.found().order_by().values("pk").query.sql_with_params()
        with fencing.planned("default", by_words=asked.by_words) as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {sql}", parameters)
            return "\n".join(row[0] for row in cursor.fetchall())

    def test_words_and_conditions_are_one_look_into_one_index(self) -> None:
        plan = self.plan("q=kota&actor=ana-wijaya&publisher=koran-uji")
        self.assertIn("Bitmap Index Scan on articleentry_words", plan)
        self.assertEqual(plan.count("Scan on"), 2)
        condition = next(line for line in plan.splitlines() if "Index Cond" in line)
        self.assertIn("@@", condition)
        self.assertIn("&&", condition)

    def test_days_are_asked_of_the_rows_that_words_have_found(self) -> None:
        plan = self.plan("q=kota&from=2020&to=2021")
        self.assertIn("Bitmap Index Scan on articleentry_words", plan)
        self.assertNotRegex(plan, "Index Cond.*(oldest|newest)")

    def test_the_newest_are_met_on_a_walk_along_their_index(self) -> None:
        for kind, index in (
            ("articles", "articleentry_newest"),
            ("quotes", "quote_shown_newest"),
            ("statistics", "statistic_shown_newest"),
        ):
            asked = filters("", kind)
            sql, parameters = asked.order("newest").of(asked.found())[:20].query.sql_with_params()
            with fencing.planned("default", by_words=False) as cursor:
                cursor.execute("SET LOCAL enable_sort = off")
                cursor.execute("SET LOCAL enable_seqscan = off")
                cursor.execute(f"EXPLAIN {sql}", parameters)
                plan = "\n".join(row[0] for row in cursor.fetchall())
            self.assertIn(index, plan, kind)

    def test_no_table_is_hashed_for_a_page(self) -> None:
        for kind in ("quotes", "statistics"):
            self.assertNotIn("Hash", self.plan("q=kota&topic=", kind).replace("HashAggregate", ""))

    def test_the_number_of_rows_is_guessed_without_reading_them(self) -> None:
        with CaptureQueriesContext(connection) as asked:
            self.assertGreaterEqual(guessed(filters("q=kota").found()), 1)
        self.assertEqual(len(asked), 1)
        self.assertTrue(asked[0]["sql"].startswith("EXPLAIN (FORMAT JSON)"))
        self.assertEqual(guessed(ArticleEntry.objects.none()), 1)
