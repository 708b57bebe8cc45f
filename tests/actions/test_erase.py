"""An article that has to go takes its words with it, and nothing of others."""

from __future__ import annotations

import time
from functools import partial
from io import BytesIO
from threading import Thread
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, connections, transaction
from django.test import TestCase, TransactionTestCase

from articles.actions import log
from articles.actions.editing import edited
from articles.actions.erase import CannotErase, erase, find, tally
from articles.actions.store import store
from articles.importers.base import Given, RawArticle
from articles.importers.rawtext import RawText
from articles.models import (
    Anchor,
    Article,
    DateMention,
    Decision,
    Event,
    ImportRun,
    NoteLink,
    Notice,
    Printing,
    Quote,
    QuoteLink,
    RelayHop,
    Source,
    Statistic,
    StatisticEntry,
    StatisticLink,
    Tombstone,
)
from tests.factories import (
    anchor,
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)
from tests.models.rules import refused
from tests.reading.two_versions import second_text

RARE = "Qwertzuiop"
PARAGRAPHS = (
    f"Ana {RARE} berkata kota {RARE} aman pada Rabu {RARE}.",
    f"Sebanyak 883 {RARE} dari 1.100 orang tiba, dewan {RARE} bertemu.",
)


def state() -> dict[str, list[Any]]:
    """Return all rows of the archive's own tables."""
    tables = apps.get_app_config("articles").get_models(include_auto_created=True)
    return {table.__name__: list(table._default_manager.order_by("pk").values()) for table in tables}


def tables_with(word: str) -> set[str]:
    """Return the tables of the database that have a word in any of their columns, bytes among them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables "
            "WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        found = set()
        for (table,) in cursor.fetchall():
            cursor.execute(
                f'SELECT EXISTS (SELECT FROM "{table}" r WHERE r::text ILIKE %s OR r::text LIKE %s)',  # noqa: S608
                [f"%{word}%", f"%{word.encode().hex()}%"],
            )
            if cursor.fetchone() == (True,):
                found.add(table)
    return found


def make_full_article(**fields: Any) -> Article:
    """Add an article with every kind of fact, two texts and decisions about them, all full of one rare word."""
    article = make_article(f"Kota {RARE}", deck=f"Dek {RARE}", paragraphs=PARAGRAPHS, **fields)
    Notice.objects.create(article=article, text=f"Ralat {RARE}.")
    mention = make_mention(article, make_entity("Ana"), f"Ana {RARE}", printed_role=f"ketua {RARE}")
    event = make_event(article, f"dewan {RARE} bertemu", name=f"Meeting {RARE}")
    quote = make_quote(article, f"kota {RARE} aman", event=event, note=RARE, occasion=RARE)
    cue = anchor(article, "berkata", Anchor.Role.CUE, quote=quote)
    RelayHop.objects.create(quote=quote, position=0, role="speaker", agent=mention.entity, stated=True, evidence=cue)
    whole = make_statistic(1100, article=article, words="1.100", measure=f"people {RARE}")
    part = make_statistic(883, article=article, words=f"883 {RARE}", measure=RARE, out_of=whole)
    StatisticLink.objects.create(from_statistic=part, to_statistic=whole, type="subset_of", reason=RARE, **stamp())
    date = DateMention.objects.create(
        article=article, kind="date", event=event, quote=quote, basis=RARE, printed_weekday=RARE, weekday_fits=True,
        **stamp(),
    )  # fmt: skip
    anchor(article, f"Rabu {RARE}", Anchor.Role.PHRASE, date=date)
    make_topic(article=article)
    with edited(quote, by=None, reason=f"Because of {RARE}"):
        Quote.objects.filter(pk=quote.pk).update(note=f"{RARE} again")
    second_text(article, [*PARAGRAPHS, f"Tambahan {RARE}."], note=f"Added {RARE}")
    log.record(article, "import", by=None, after={"state": "published"}, reason=f"Read from {RARE}.txt.")
    return article


class ErasedTests(TestCase):
    article: Article
    other: Article
    editor: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.editor = User.objects.create_user("edi")
        cls.article = make_full_article(url="https://koran.example/1")
        cls.other = make_article("Lain", paragraphs=("Sebanyak 883 orang tiba, dewan bertemu.", "Kota aman."))

    def erase(self) -> Tombstone:
        return erase(self.article, reason="A court says so.", by=self.editor)

    def test_nothing_of_its_words_remains_in_any_table(self) -> None:
        before = tables_with(RARE)
        expected = {
            "articles_source", "articles_version", "articles_block", "articles_anchor", "articles_quote",
            "articles_statistic", "articles_statisticlink", "articles_event", "articles_mention",
            "articles_datemention", "articles_notice", "articles_decision", "articles_articleentry",
            "articles_quoteentry", "articles_statisticentry",
        }  # fmt: skip
        self.assertLessEqual(expected, before)
        self.erase()
        self.assertEqual(tables_with(RARE), set())

    def test_the_tombstone_keeps_number_address_hashes_and_reason(self) -> None:
        hashes = set(Source.objects.filter(versions__article=self.article).values_list("sha256", flat=True))
        key = self.article.pk
        self.erase()
        grave = Tombstone.objects.get()
        self.assertEqual((grave.article_key, grave.url, grave.by), (key, "https://koran.example/1", self.editor))
        self.assertEqual((set(grave.sources), grave.reason), (hashes, "A court says so."))
        self.assertEqual(len(hashes), 2)
        self.assertTrue(grave.was_public)

    def test_the_log_keeps_who_when_and_what_was_done(self) -> None:
        before = list(Decision.objects.order_by("pk").values("pk", "action", "by", "at", "subject_id"))
        self.erase()
        after = list(Decision.objects.order_by("pk").values("pk", "action", "by", "at", "subject_id"))
        self.assertEqual(after[: len(before)], before)
        newest = Decision.objects.latest("pk")
        self.assertEqual((newest.action, newest.by, newest.subject_id), ("erase", self.editor, self.article.pk))

    def test_runs_and_entities_and_topics_stay(self) -> None:
        kept = {name: rows for name, rows in state().items() if name in {"ImportRun", "Entity", "EntityName", "Topic"}}
        self.erase()
        self.assertEqual({name: state()[name] for name in kept}, kept)

    def test_other_articles_keep_every_row(self) -> None:
        with_both = state()
        self.erase()
        left = state()
        for name in ("Article", "Version", "Block", "Source"):
            rows = [row for row in with_both[name] if row in left[name]]
            self.assertEqual(left[name], rows, name)
            self.assertEqual(len(rows), {"Article": 1, "Version": 1, "Block": 3, "Source": 1}[name])

    def test_a_figure_that_others_print_stays_and_is_found_by_their_words_alone(self) -> None:
        statistic = Statistic.objects.get(value=883)
        printing = Printing.objects.create(article=self.other, statistic=statistic, **stamp())
        words = anchor(self.other, "883", Anchor.Role.NUMBER, printing=printing)
        Statistic.objects.filter(pk=statistic.pk).update(measure="people who arrived")
        self.erase()
        self.assertEqual(list(statistic.printings.all()), [printing])
        self.assertEqual(list(printing.anchors.all()), [words])
        self.assertEqual(Statistic.objects.get().out_of, None)
        self.assertNotIn(RARE.lower(), str(StatisticEntry.objects.get().vector).lower())
        unhooked = log.decisions_of(statistic).get(action="erase", before__has_key="out_of")
        self.assertEqual(unhooked.after, {"out_of": None})
        self.assertEqual(unhooked.reason, f"Went with article {self.article.pk}, which was erased.")

    def test_words_in_the_log_of_a_shared_event_go_and_those_of_others_stay(self) -> None:
        event = Event.objects.get()
        Event.objects.filter(pk=event.pk).update(name="Meeting")
        mine = anchor(self.other, "dewan bertemu", Anchor.Role.PHRASE, event=event)
        with edited(event, by=self.editor):
            theirs = anchor(self.article, f"dewan {RARE} bertemu", Anchor.Role.PHRASE, event=event)
        log.record(event, "text_changed", by=None, before={"words": RARE}, after={"words": None})
        self.assertIn(RARE, str(log.decisions_of(event).values_list("after", flat=True)))
        self.erase()
        self.assertEqual(list(event.anchors.all()), [mine])
        self.assertEqual(tables_with(RARE), set())
        added = log.decisions_of(event).get(action="change").after or {}
        self.assertEqual([row["id"] for row in added["anchors"]], [mine.pk])
        self.assertNotEqual(mine.pk, theirs.pk)

    def test_what_pointed_to_it_is_unhooked_and_says_so(self) -> None:
        event, quote = Event.objects.get(), Quote.objects.get()
        later = make_event(self.other, "dewan bertemu", name="Later", previous=event)
        said = make_quote(self.other, "Kota aman", event=event)
        part = make_statistic(12, article=self.other, words="883", out_of=Statistic.objects.get(value=1100))
        QuoteLink.objects.create(from_quote=said, to_quote=quote, type="repeats", note=RARE, **stamp())
        note = make_article("Catatan", rights=Article.Rights.REFERENCE)
        NoteLink.objects.create(article=note, quote=quote, **stamp())
        self.erase()
        for row, column in ((later, "previous"), (said, "event"), (part, "out_of")):
            row.refresh_from_db()
            self.assertIsNone(getattr(row, column))
            self.assertEqual(log.decisions_of(row).filter(action="erase", after={column: None}).count(), 1, column)
        self.assertEqual((QuoteLink.objects.count(), NoteLink.objects.count()), (0, 0))
        for loser in (said, note):
            self.assertTrue(log.decisions_of(loser).filter(action="erase", after={}).exists())
        self.assertEqual(tables_with(RARE), set())

    def test_evidence_is_closed_again_afterwards(self) -> None:
        self.erase()
        with refused(by="articles_block is immutable: DELETE refused"):
            self.other.versions.get().blocks.all()._raw_delete("default")
        with refused(by="articles_tombstone is immutable: DELETE refused"):
            Tombstone.objects.all().delete()

    def test_it_needs_a_reason(self) -> None:
        before = state()
        with self.assertRaisesMessage(CannotErase, "Say why it is erased"):
            erase(self.article, reason=" \n", by=None)
        self.assertEqual(state(), before)

    def test_what_is_gone_is_not_erased_again(self) -> None:
        self.erase()
        with self.assertRaisesMessage(CannotErase, "is not in the archive any more"):
            self.erase()

    def test_a_draft_that_nobody_saw_was_not_public(self) -> None:
        draft = make_article("Draf", state=Article.State.DRAFT)
        self.assertFalse(erase(draft, reason="x", by=None).was_public)

    def test_what_was_withdrawn_after_readers_saw_it_was_public(self) -> None:
        Article.objects.filter(pk=self.article.pk).update(state=Article.State.WITHDRAWN)
        self.assertTrue(self.erase().was_public)

    def test_the_tally_counts_what_goes(self) -> None:
        counts = tally(self.article)
        self.assertEqual(
            {name: counts[name] for name in ("versions", "sources", "quotes", "statistics", "events", "articles")},
            {"versions": 2, "sources": 2, "quotes": 1, "statistics": 2, "events": 1, "articles": 1},
        )
        before = state()
        self.erase()
        after = state()
        names = {
            table._meta.verbose_name_plural: table.__name__ for table in apps.get_app_config("articles").get_models()
        }
        for name, count in counts.items():
            self.assertEqual(len(before[names[name]]) - len(after[names[name]]), count, name)

    def test_it_is_found_by_number_and_by_address(self) -> None:
        self.assertEqual(find(f" {self.article.pk} "), self.article)
        self.assertEqual(find("https://koran.example/1"), self.article)

    def test_what_is_unknown_or_erased_is_told_in_a_sentence(self) -> None:
        for typed in ("0", "999999", "9" * 40, "https://koran.example/2", "", "²", "NaN", "-1"):
            with self.assertRaisesMessage(CannotErase, "The archive has no article"):
                find(typed)
        self.erase()
        for typed in (str(self.article.pk), "https://koran.example/1"):
            with self.assertRaisesMessage(CannotErase, f"Article {self.article.pk} was erased on"):
                find(typed)


TEXT = b"Perahu Kembali Berlayar\n\nRep: Ana Putri\n\nKORANUJI.COM, AMBON - Perahu dari tiga desa berlayar lagi."


def read(content: bytes = TEXT) -> RawArticle:
    (record,) = RawText().read(Given(name="text.txt", open=partial(BytesIO, content)))
    assert isinstance(record, RawArticle), record
    return record


class ImportedAgainTests(TestCase):
    def put(self, raw: RawArticle) -> tuple[str, str]:
        run = ImportRun.objects.create(importer="rawtext", container="text.txt", container_sha256="0" * 64)
        (report,) = store([raw], run=run, publish=True)
        return report.outcome.value, report.reason

    def test_the_same_record_is_refused_with_a_sentence(self) -> None:
        self.assertEqual(self.put(read())[0], "new")
        erase(Article.objects.get(), reason="x", by=None)
        outcome, reason = self.put(read())
        self.assertEqual(outcome, "refused")
        self.assertRegex(reason, r"^It was erased from the archive on \d\d \w+ \d{4} and is not taken in again\.$")
        self.assertEqual(Article.objects.count(), 0)

    def test_other_bytes_from_the_same_address_are_refused_too(self) -> None:
        article = make_article(url="https://koran.example/1")
        erase(article, reason="x", by=None)
        raw = read()
        self.assertEqual(self.put(RawArticle(**{**fields_of(raw), "url": "https://koran.example/1"}))[0], "refused")
        self.assertEqual(self.put(raw)[0], "new")


def fields_of(raw: RawArticle) -> dict[str, Any]:
    return {name: getattr(raw, name) for name in RawArticle.__dataclass_fields__}


class KilledTests(TransactionTestCase):
    def waiting(self) -> int:
        """Return the process that waits for the table of tombstones, as soon as there is one."""
        with connection.cursor() as cursor:
            for _ in range(400):
                # What others do is read once in a transaction, unless one asks for it anew.
                cursor.execute("SELECT pg_stat_clear_snapshot()")
                cursor.execute(
                    "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT%tombstone%'"
                )
                if found := cursor.fetchone():
                    return int(found[0])
                time.sleep(0.05)
        raise AssertionError("Nobody waits.")

    def test_an_erasure_that_is_killed_leaves_all(self) -> None:
        article = make_full_article()
        before = state()
        caught: list[BaseException] = []

        def erase_elsewhere() -> None:
            try:
                erase(article, reason="x", by=None)
            except DatabaseError as error:
                caught.append(error)
            finally:
                connections.close_all()

        thread = Thread(target=erase_elsewhere)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE articles_tombstone IN SHARE MODE")
            thread.start()
            # All is deleted by now; only the tombstone waits for its table.
            pid = self.waiting()
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
            thread.join()
        self.assertIn("terminating connection", str(caught))
        self.assertEqual(state(), before)


@pytest.mark.django_db
def test_a_source_that_another_text_uses_stays() -> None:
    article, other = make_article("Satu"), make_article("Dua")
    assert article.current and other.current
    second = second_text(other, ["Teks kedua."])
    assert second.source_id != article.current.source_id
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL newsarchive.erasing = 'yes'")
        other.versions.filter(pk=second.pk).update(source=article.current.source)
        cursor.execute("SET LOCAL newsarchive.erasing = 'no'")
    grave = erase(article, reason="x", by=None)
    assert grave.sources == []
    assert other.versions.get(number=2).source.sha256
