"""Two who write at once: nothing rests on what has just been replaced, nobody waits in a circle, nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event as Signal
from threading import Thread
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client, TransactionTestCase

from articles.actions import log, review
from articles.actions.holding import hold_articles
from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.importers.typed import typed_of
from articles.models import Article, Entity, Event, NoteLink, Printing, Quote, Series, Statistic, Status
from tests.admin.posting import Page
from tests.factories import make_article, make_entity, make_quote, make_statistic, stamp

SECONDS: Final = 10  # after which a test gives up
WAITING: Final = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"
WORDS = ("Pertemuan akbar diadakan di kota.", "Sebanyak 1.100 orang tiba.")


class Meanwhile(Thread):
    """Runs something beside the test, on a connection of its own."""

    def __init__(self, run: Callable[[], Any]) -> None:
        super().__init__(daemon=True)
        self._run = run
        self.error: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            self.answer = self._run()
        except Exception as error:  # noqa: BLE001 - told by `result`
            self.error = error
        finally:
            connection.close()

    def result(self) -> Any:
        self.join(SECONDS)
        assert not self.is_alive(), "it still waits"
        if self.error:
            raise self.error
        return self.answer


@contextmanager
def held_back(write: Callable[[], object], last: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Write in a transaction that goes on to its `last` step, and ends, only after the block."""
    written, go_on = Signal(), Signal()

    def run() -> None:
        with transaction.atomic():
            write()
            written.set()
            go_on.wait(SECONDS)
            last()

    other = Meanwhile(run)
    assert written.wait(SECONDS), other.result()
    try:
        yield
    finally:
        go_on.set()
    other.result()


def wait_until_somebody_waits() -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone() == (True,):
                return
        time.sleep(0.02)
    raise AssertionError("Nobody waits for anybody.")


class AtOnce(TransactionTestCase):
    article: Article
    client: Client

    def setUp(self) -> None:
        self.article = make_article("Kabar", paragraphs=WORDS)
        self.client.force_login(User.objects.create_superuser("ana", password="rahasia sekali"))

    def form(self, kind: str, key: int | None = None, /, **typed: str) -> Callable[[], Any]:
        """Open a form, fill it in and return what sends it; dashes in names are typed as double underscores."""
        address = f"/admin/articles/{kind}/{f'{key}/change' if key else 'add'}/"
        page = Page(self.client.get(address).content.decode(), f"{kind}_form")
        fields = page.fields | {name.replace("__", "-"): [value] for name, value in typed.items()}
        return lambda: self.client.post(address, fields)

    def correct(self, old: str, new: str) -> None:
        article = Article.objects.get(pk=self.article.pk)
        assert article.current
        typed = typed_of(article.current.blocks.order_by("position"))
        revise(article, replace(typed, text=typed.text.replace(old, new)), by=None)

    def sent_while(self, write: Callable[[], object], send: Callable[[], Any]) -> Any:
        """Send a form while somebody else is writing; return the answer, given once they are done."""
        with held_back(write):
            sending = Meanwhile(send)
            wait_until_somebody_waits()
        return sending.result()


class ReplacedTextTests(AtOnce):
    def test_an_event_is_not_anchored_in_a_text_that_is_being_replaced(self) -> None:
        told = {"anchors__0__article_of": str(self.article.pk), "anchors__0__words": "Pertemuan akbar"}
        send = self.form("event", name="Akbar", type="meeting", anchors__0__role="phrase", **told)
        answer = self.sent_while(lambda: self.correct("Pertemuan akbar", "Rapat kecil"), send)
        self.assertContains(answer, "does not stand in")
        self.assertFalse(Event.objects.exists())

    def test_a_figure_is_not_anchored_in_a_text_that_is_being_replaced(self) -> None:
        told = {"printings__0__article": str(self.article.pk), "printings__0__words": "1.100"}
        send = self.form("statistic", measure="people", value="1100", unit="person", **told)
        answer = self.sent_while(lambda: self.correct("1.100", "1.200"), send)
        self.assertContains(answer, "does not stand in")
        self.assertFalse(Statistic.objects.exists())

    def test_a_quote_is_not_anchored_in_a_text_that_is_being_replaced(self) -> None:
        told = {"anchors__0__words": "Pertemuan akbar", "anchors__0__role": "content"}
        send = self.form("quote", article=str(self.article.pk), type="indirect", **told)
        answer = self.sent_while(lambda: self.correct("Pertemuan akbar", "Rapat kecil"), send)
        self.assertContains(answer, "does not stand in")
        self.assertFalse(Quote.objects.exists())


class OrderTests(AtOnce):
    """Articles come first: whoever has one of them never waits for somebody who waits for it."""

    def waits_with_free_hands(self, send: Callable[[], Any], quote: Quote) -> Any:
        """Send while somebody holds the article and then takes the quote too."""
        with held_back(
            lambda: hold_articles([self.article.pk]),
            last=lambda: Quote.objects.select_for_update(nowait=True).get(pk=quote.pk),
        ):
            sending = Meanwhile(send)
            wait_until_somebody_waits()
        return sending.result()

    def test_a_fact_is_saved_after_its_article_s_correction(self) -> None:
        quote = make_quote(self.article, "Pertemuan akbar")
        self.waits_with_free_hands(self.form("quote", quote.pk, occasion="Rapat"), quote)
        quote.refresh_from_db()
        self.assertEqual(quote.occasion, "Rapat")

    def test_a_fact_is_decided_after_its_article_s_correction(self) -> None:
        quote = make_quote(self.article, "Pertemuan akbar")
        address = f"/admin/articles/quote/{quote.pk}/decide/"
        self.waits_with_free_hands(lambda: self.client.post(address, {"_decide": "rejected", "seen": "0"}), quote)
        quote.refresh_from_db()
        self.assertEqual(quote.status, Status.REJECTED)

    def test_a_decision_is_taken_back_after_its_article_s_correction(self) -> None:
        quote = make_quote(self.article, "Pertemuan akbar")
        review.reject(quote, by=None)
        address = f"/admin/articles/quote/{quote.pk}/history/revert/{log.newest(quote)}/"
        self.waits_with_free_hands(lambda: self.client.post(address), quote)
        quote.refresh_from_db()
        self.assertEqual(quote.status, Status.CONFIRMED)

    def test_many_facts_are_decided_after_their_article_s_correction(self) -> None:
        quote = make_quote(self.article, "Pertemuan akbar")
        answers = {"action": "reject", "answered": "yes", "expected": "1", "seen": str(log.latest())}
        chosen = {"_selected_action": str(quote.pk), "index": "0", "select_across": "0"}
        self.waits_with_free_hands(lambda: self.client.post("/admin/articles/quote/", answers | chosen), quote)
        quote.refresh_from_db()
        self.assertEqual(quote.status, Status.REJECTED)

    def test_a_note_that_is_older_than_its_article_is_held_before_it(self) -> None:
        told = make_article("Yang baru", paragraphs=WORDS, state=Article.State.DRAFT)
        note = Article.objects.filter(pk=self.article.pk)
        note.update(rights=Article.Rights.REFERENCE, state=Article.State.DRAFT)
        NoteLink.objects.create(article=self.article, quote=make_quote(told, "Pertemuan akbar"), **stamp())
        asked = Article.objects.filter(pk=told.pk)
        with held_back(
            lambda: hold_articles([self.article.pk]), last=lambda: asked.select_for_update(nowait=True).get()
        ):
            publishing = Meanwhile(lambda: publish(asked, by=None))
            wait_until_somebody_waits()
        self.assertEqual((publishing.result().changed, publishing.result().notes), (1, 1))
        self.assertEqual(note.get().state, Article.State.PUBLISHED)


class TooLateTests(AtOnce):
    """Who loses gets the form again, with what was typed, and a sentence."""

    def test_of_two_who_wait_for_each_other_one_is_asked_to_save_again(self) -> None:
        quote = make_quote(self.article, "Pertemuan akbar")
        send = self.form("quote", quote.pk, occasion="Rapat")
        with held_back(
            lambda: Quote.objects.select_for_update().get(pk=quote.pk), last=lambda: hold_articles([self.article.pk])
        ):
            sending = Meanwhile(send)
            wait_until_somebody_waits()
        answer = sending.result()
        self.assertContains(answer, "Somebody is saving the same record or its article just now.")
        self.assertContains(answer, 'value="Rapat"')
        self.assertFalse(Quote.objects.exclude(occasion="").exists())

    def test_of_many_that_somebody_else_writes_none_is_written_and_the_page_says_so(self) -> None:
        quote = make_quote(self.article, "Pertemuan akbar")
        answers = {"action": "reject", "answered": "yes", "expected": "1", "seen": str(log.latest())}
        chosen = {"_selected_action": str(quote.pk), "index": "0", "select_across": "0"}
        with held_back(
            lambda: Quote.objects.select_for_update().get(pk=quote.pk), last=lambda: hold_articles([self.article.pk])
        ):
            sending = Meanwhile(lambda: self.client.post("/admin/articles/quote/", answers | chosen))
            wait_until_somebody_waits()
        self.assertContains(sending.result(), "Somebody is saving the same record or its article just now.")
        quote.refresh_from_db()
        self.assertEqual(quote.status, Status.CONFIRMED)

    def test_a_row_that_is_being_rejected_is_a_conflict(self) -> None:
        statistic = make_statistic(1100, article=self.article, words="1.100")
        send = self.form("statistic", statistic.pk, printings__0__population="semua")
        answer = self.sent_while(lambda: review.decide_all(Printing.objects.all(), Status.REJECTED, by=None), send)
        self.assertContains(answer, "Somebody has changed this record since you opened it.")
        printing = Printing.objects.get()
        self.assertEqual((printing.status, printing.population), (Status.REJECTED, ""))

    def test_a_row_that_is_added_at_the_last_moment_is_a_conflict(self) -> None:
        statistic = make_statistic(1100, article=self.article, words="1.100")
        other = make_article("Kabar lain", paragraphs=WORDS)
        send = self.form("statistic", statistic.pk, measure="pengungsi")

        def add() -> None:
            # A row that names another locks it so that it stays, which a form's first lock lets pass.
            with connection.cursor() as cursor:
                cursor.execute("SELECT FROM articles_statistic WHERE id = %s FOR KEY SHARE", [statistic.pk])
            row = Printing.objects.create(article=other, statistic=statistic, **stamp())
            log.record(row, "add", by=None, after={"article": other.pk})

        answer = self.sent_while(add, send)
        self.assertContains(answer, "Somebody has changed this record since you opened it.")
        self.assertContains(answer, 'value="pengungsi"')

    def test_a_name_that_is_being_taken_is_told_on_its_field(self) -> None:
        send = self.form("series", name="Pengungsi", slug="pengungsi", unit="person", note="Ketik ulang.")
        answer = self.sent_while(lambda: Series.objects.create(slug="pengungsi", name="Lain", unit="person"), send)
        self.assertContains(answer, "Series with this Address already exists.")
        self.assertContains(answer, "Ketik ulang.")

    def test_nobody_is_told_that_all_is_saved_before_the_database_has_asked_its_last_question(self) -> None:
        gone = make_entity("Ana Wijaya")
        quote = make_quote(self.article, "Pertemuan akbar")
        saved = self.client.get(self.form("quote", quote.pk, occasion="Rapat")().url)
        self.assertContains(saved, "was changed successfully")
        send = self.form("quote", quote.pk, addressee=str(gone.pk))
        answer = self.sent_while(lambda: Entity.objects.filter(pk=gone.pk).delete(), send)
        self.assertContains(answer, "errornote")
        self.assertNotContains(answer, "was changed successfully")
