"""Of several who read at once no two take the same text."""

from __future__ import annotations

from django.db import connection
from django.test import TransactionTestCase

from articles.actions import run_locks
from articles.actions.reading_turns import anybody_reads, reader, taken
from articles.actions.reading_work import Reader
from articles.actions.suggesting import waiting
from tests.factories import make_article


class TwoReadersTests(TransactionTestCase):
    def setUp(self) -> None:
        self.other = connection.copy()
        self.addCleanup(self.other.close)

    def lock(self, key: int, *, name: int = 0x74657874) -> None:
        with self.other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [name, key])

    def is_free(self, key: int) -> bool:
        with self.other.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [0x74657874, key])
            (free,) = cursor.fetchone()
            if free:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [0x74657874, key])
        return bool(free)

    def test_what_another_has_in_hand_is_passed_over(self) -> None:
        self.lock(2)
        with taken([3, 2, 1]) as ours:
            self.assertEqual(ours, [3, 1])

    def test_it_is_ours_until_the_end_whatever_happens(self) -> None:
        with self.assertRaises(ZeroDivisionError), taken([5]):
            self.assertFalse(self.is_free(5))
            raise ZeroDivisionError
        self.assertTrue(self.is_free(5))

    def test_a_text_that_another_has_just_read_is_not_read_again(self) -> None:
        article = make_article()
        self.assertIsNone(Reader().read([article.pk], wanted=waiting().none))

    def test_who_reads_is_seen_by_others_until_the_end(self) -> None:
        self.assertFalse(anybody_reads())
        with reader() as ours, reader() as another:
            ours.tell()
            another.tell()
            self.assertTrue(anybody_reads())
        self.assertFalse(anybody_reads())

    def test_who_reads_is_seen_again_after_the_database_was_away(self) -> None:
        with reader() as ours:
            ours.tell()
            connection.close()
            self.assertFalse(anybody_reads())
            ours.tell()
            self.assertTrue(anybody_reads())
            with self.assertNumQueries(0):
                ours.tell()

    def test_an_import_at_work_is_seen(self) -> None:
        self.assertFalse(run_locks.any_worked_on())
        self.lock(1, name=0x72756E)
        self.assertTrue(run_locks.any_worked_on())
