"""Of two who write at the same moment, neither makes the entry of an article wrong."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from django.db import connection, transaction
from django.test import TransactionTestCase

from articles.models import Article, ArticleEntry, ArticleTopic, Printing, Statistic, Status
from articles.models.keys import Key, read
from articles.proof.entry_keys import key_problems
from tests.factories import make_article, make_entity, make_mention, make_statistic, make_topic, stamp

REJECTED = Status.REJECTED


def said(article: Article) -> set[tuple[Key, int, bool]]:
    """Return what the entry of an article says, which must be right."""
    assert list(key_problems([article.pk])) == []
    return {read(one) for one in ArticleEntry.objects.get(article=article).keys}


class AtOnceTests(TransactionTestCase):
    def test_of_two_who_write_of_one_article_neither_undoes_the_other(self) -> None:
        article = make_article("Kapal tiba")
        topic = make_topic()

        with self.beside(lambda: ArticleTopic.objects.create(article=article, topic=topic, **stamp())):
            named = make_mention(article, make_entity("Kapal"), "Kapal")
        self.assertLessEqual({(Key.NAMED, named.entity_id, False), (Key.TOPIC, topic.pk, False)}, said(article))

    def test_a_figure_that_is_rejected_is_none_where_it_is_printed_at_that_moment(self) -> None:
        figure = make_statistic(12, article=make_article("Ada 12 orang", paragraphs=["Ada 12 orang."]))
        other = make_article("Lain", paragraphs=["Ada 12 orang."])
        with self.beside(lambda: Printing.objects.create(article=other, statistic=figure, **stamp())):
            Statistic.objects.update(**stamp(REJECTED))
        self.assertNotIn((Key.FIGURES, 0, False), said(other))

    def test_a_figure_that_is_printed_is_none_where_it_is_rejected_at_that_moment(self) -> None:
        figure = make_statistic(12, article=make_article("Ada 12 orang", paragraphs=["Ada 12 orang."]))
        other = make_article("Lain", paragraphs=["Ada 12 orang."])
        with self.beside(lambda: Statistic.objects.update(**stamp(REJECTED))):
            Printing.objects.create(article=other, statistic=figure, **stamp())
        self.assertNotIn((Key.FIGURES, 0, False), said(other))

    def test_a_printing_that_is_moved_to_a_figure_rejected_at_that_moment_shows_none(self) -> None:
        paragraphs = ["Ada 12 orang dan 13 kapal."]
        figure = make_statistic(12, article=make_article("Ada 12 orang", paragraphs=paragraphs))
        other = make_article("Lain", paragraphs=paragraphs)
        moved = make_statistic(13, article=other)
        with self.beside(lambda: Printing.objects.filter(statistic=moved).update(statistic=figure)):
            Statistic.objects.filter(pk=figure.pk).update(**stamp(REJECTED))
        self.assertNotIn((Key.FIGURES, 0, False), said(other))

    def test_who_decides_on_printings_waits_for_nobody_who_writes_of_the_figure(self) -> None:
        """A printing that stands already is seen by both, so the entry alone is what they wait for each other at."""
        article = make_article("Ada 12 orang", paragraphs=["Ada 12 orang."])
        make_statistic(12, article=article)
        with self.beside(lambda: Printing.objects.update(note="di halaman dua")) as waited:
            Statistic.objects.update(measure="orang pulang")
        self.assertEqual(waited, [False])

    @contextmanager
    def beside(self, write: Callable[[], Any]) -> Iterator[list[bool]]:
        """Do something, and before it is committed let `write` begin beside it; both have ended afterwards.

        Yields a list in which then stands whether `write` had to wait.
        """
        failed: list[BaseException] = []
        waited: list[bool] = []

        def run() -> None:
            try:
                write()
            except BaseException as error:  # noqa: BLE001 -- told below, in the thread of the test
                failed.append(error)
            finally:
                connection.close()

        other = Thread(target=run)
        with transaction.atomic():
            yield waited
            other.start()
            for _ in range(1000):  # until it waits, or is done
                if not other.is_alive() or self.somebody_waits():
                    break
                time.sleep(0.01)
            waited.append(other.is_alive())
        other.join()
        self.assertEqual(failed, [])

    def somebody_waits(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
            return bool(cursor.fetchone()[0])
