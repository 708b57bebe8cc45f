"""The log as the lock of many records: whoever looks waits for those who write."""

from __future__ import annotations

from threading import Event, Thread

from django.db import connection
from django.test import TransactionTestCase

from articles.actions import log
from articles.actions.editing import unhurried
from tests.factories import make_entity

SECONDS = 10


class LatestTests(TransactionTestCase):
    def test_the_latest_decision_is_told_when_those_before_it_are_there(self) -> None:
        """A write that has its key and is not there yet would else be older than what somebody saw without it."""
        slow, quick = make_entity("Ana"), make_entity("Budi")
        written, go_on = Event(), Event()

        def write_slowly() -> None:
            with unhurried():
                log.record(slow, "change", by=None, after={"name": "Anna"})
                written.set()
                go_on.wait(SECONDS)
            connection.close()

        thread = Thread(target=write_slowly)
        thread.start()
        self.assertTrue(written.wait(SECONDS))
        newer = log.record(quick, "change", by=None, after={"name": "Boedi"})
        told: list[int] = []

        def look() -> None:
            told.append(log.latest())
            connection.close()

        looking = Thread(target=look)
        looking.start()
        looking.join(0.3)
        self.assertEqual(told, [])
        go_on.set()
        looking.join(SECONDS)
        thread.join(SECONDS)
        self.assertEqual(told, [newer.pk])
        self.assertEqual(log.newest(slow), newer.pk - 1)
