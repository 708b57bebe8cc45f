"""Reading texts one after the other: each once by each edition, and none that stops the others."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import TestCase, TransactionTestCase

from articles.actions import erase, revise
from articles.actions.holding import hold_articles
from articles.actions.suggesting import gazetteer, read_texts, waiting
from articles.actions.suggesting.storing import Heard, Rules, store
from articles.actions.suggesting.texts import texts_of
from articles.extraction.engine import EDITION
from articles.extraction.findings import Findings
from articles.extraction.known import Known, KnownName
from articles.importers.typed import Typed
from articles.models import Article, DateMention, Entity, Mention, Quote, Reading
from tests.actions.found import Found, problems, suggest
from tests.factories import make_article

TEXT = "“Kapal itu tiba pada 6 Maret 2024,” kata Wali Kota Ana Wijaya di pelabuhan."


class _Broken(dict[str, tuple[KnownName, ...]]):
    """Names that cannot be looked up: what any mistake in a rule does to a text."""

    def get(self, *_asked: object) -> tuple[KnownName, ...]:
        raise ZeroDivisionError("division by zero")


class ReadTests(TestCase):
    def test_a_text_is_read_and_what_it_says_is_suggested(self) -> None:
        article = make_article("Kapal tiba", paragraphs=(TEXT,))
        read = read_texts([article.pk], known=gazetteer())
        self.assertEqual((read.texts, read.left, read.failures), (1, [], {}))
        self.assertEqual(DateMention.objects.get().value, "2024-03-06")
        self.assertEqual([str(quote.anchors.get(role="content")) for quote in Quote.objects.all()], [TEXT[1:34]])
        self.assertEqual(read.added["quote"], 1)
        self.assertEqual(problems(), [])

    def test_a_text_waits_until_this_edition_has_read_it(self) -> None:
        article = make_article("Kapal tiba", paragraphs=(TEXT,))
        self.assertEqual(list(waiting()), [article])
        read_texts([article.pk], known=Known())
        self.assertEqual((list(waiting()), list(waiting("rules-next"))), ([], [article]))
        self.assertEqual(Reading.objects.get().rules, EDITION)

    def test_drafts_are_read_and_notes_are_not(self) -> None:
        draft = make_article("Kapal tiba", paragraphs=(TEXT,), state=Article.State.DRAFT)
        note = make_article("Catatan", paragraphs=(TEXT,), rights=Article.Rights.REFERENCE)
        self.assertEqual(list(waiting()), [draft])
        self.assertEqual(read_texts([draft.pk, note.pk], known=Known()).texts, 1)

    def test_a_text_that_the_rules_cannot_read_is_noted_and_the_others_are_read(self) -> None:
        broken = make_article("Kapal tiba", paragraphs=(TEXT,))
        found = Found(broken)
        suggest(broken, days=[found.day("6 Maret 2024", "2024-03-06")], edition="rules-0")
        other = make_article("Lain", paragraphs=("Tidak ada apa-apa.",))
        with self.assertLogs("articles.actions.suggesting.reading", level="ERROR"):
            read = read_texts([broken.pk, other.pk], known=Known(_Broken(), longest=3))
        self.assertEqual(read.texts, 2)
        reading = broken.current.reading  # type: ignore[union-attr]
        reading.refresh_from_db()
        self.assertEqual(reading.failure, "The rules stopped with ZeroDivisionError: division by zero.")
        self.assertEqual(read.failures[broken.pk], reading.failure)
        self.assertEqual(DateMention.objects.count(), 1, "what earlier rules found stays")
        self.assertNotIn(broken, waiting())

    def test_a_new_version_is_read_anew_and_the_old_reading_stays_with_its_text(self) -> None:
        article = make_article("Kapal tiba", paragraphs=(TEXT,))
        read_texts([article.pk], known=Known())
        editor = User.objects.create_user("mira")
        revise.revise(article, Typed(headline="Kapal tiba", text=TEXT.replace("6 Maret", "7 Maret")), by=editor)
        self.assertEqual(list(waiting()), [article])
        read_texts([article.pk], known=Known())
        self.assertEqual(Reading.objects.count(), 2)
        self.assertEqual(DateMention.objects.get().value, "2024-03-07")

    def test_a_text_that_changed_while_it_was_read_is_left_for_the_next_time(self) -> None:
        article = make_article("Kapal tiba", paragraphs=(TEXT,))
        (text,) = texts_of([article.pk])
        Article.objects.filter(pk=article.pk).update(language="en")
        rules = Rules(edition="rules-1", known=Known(), trusted={}, silenced=frozenset())
        read = store([Heard(text=text, findings=Findings(), seconds=0)], rules)
        self.assertEqual((read.left, read.texts), ([article.pk], 0))
        self.assertFalse(Reading.objects.exists())

    def test_a_reading_goes_when_its_article_is_erased(self) -> None:
        article = make_article("Kapal tiba", paragraphs=(TEXT,))
        read_texts([article.pk], known=Known())
        erase.erase(article, reason="asked by a court", by=None)
        self.assertFalse(Reading.objects.exists() or Quote.objects.exists())

    def test_what_rules_editors_do_not_want_to_hear_is_not_suggested(self) -> None:
        article = make_article("Kapal tiba", paragraphs=(TEXT,))
        (text,) = texts_of([article.pk])
        found = Found(article)
        findings = Findings(days=(found.day("6 Maret 2024", "2024-03-06"),))
        rules = Rules(edition="rules-1", known=Known(), trusted={}, silenced=frozenset({"day.full"}))
        store([Heard(text=text, findings=findings, seconds=0)], rules)
        self.assertFalse(DateMention.objects.exists())


class AtOnceTests(TransactionTestCase):
    """Two connections at work."""

    def test_two_who_find_one_name_at_once_add_it_once(self) -> None:
        articles = [make_article(f"Kapal {number}", paragraphs=("Ana Wijaya datang.",)) for number in range(2)]
        ready = threading.Barrier(2)

        def read(article: Article) -> None:
            (text,) = texts_of([article.pk])
            findings = Findings(names=(Found(article).named("Ana Wijaya"),))
            rules = Rules(edition="rules-1", known=Known(), trusted={}, silenced=frozenset())
            with transaction.atomic():
                Article.objects.filter(pk=article.pk).exists()  # the transaction has begun
                ready.wait(10)
                store([Heard(text=text, findings=findings, seconds=0)], rules)

        _in_threads(*(lambda article=article: read(article) for article in articles))
        self.assertEqual(Entity.objects.filter(name="Ana Wijaya").count(), 1)
        self.assertEqual(Mention.objects.count(), 2)

    def test_an_article_that_an_editor_holds_is_left_for_the_next_time(self) -> None:
        held = make_article("Kapal tiba", paragraphs=(TEXT,))
        free = make_article("Lain", paragraphs=(TEXT,))
        with _held_elsewhere(held):
            read = read_texts([held.pk, free.pk], known=Known())
        self.assertEqual((read.left, read.texts), ([held.pk], 1))
        self.assertEqual(list(waiting()), [held])


@contextmanager
def _held_elsewhere(article: Article) -> Iterator[None]:
    holding, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            hold_articles([article.pk])
            holding.set()
            done.wait(30)

    thread = threading.Thread(target=_closing(hold))
    thread.start()
    try:
        assert holding.wait(10)
        yield
    finally:
        done.set()
        thread.join()


def _in_threads(*work: Callable[[], None]) -> None:
    threads = [threading.Thread(target=_closing(one)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _closing(work: Callable[[], None]) -> Callable[[], None]:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    return run
