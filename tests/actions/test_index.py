from __future__ import annotations

from io import StringIO
from threading import Event, Thread
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.test import TestCase, TransactionTestCase

from articles.actions import index, index_edition
from articles.models import (
    Anchor,
    Article,
    ArticleEntry,
    Block,
    Printing,
    Quote,
    QuoteEntry,
    StatisticEntry,
    Status,
    Version,
)
from articles.search.matching import Matches
from articles.search.query import parse
from tests.factories import anchor, make_article, make_entity, make_quote, make_statistic, stamp


def asked(text: str) -> Matches:
    query = parse(text)
    assert query
    return Matches("vector", query.tsquery())


class ArticleEntryTests(TestCase):
    def finds(self, text: str) -> bool:
        return ArticleEntry.objects.filter(asked(text)).exists()

    def add_block(self, article: Article, kind: Block.Type, text: str) -> None:
        assert article.current
        position = article.current.blocks.count()
        Block.objects.create(version=article.current, position=position, type=kind, text=text)
        index.refresh_articles([article.pk])

    def test_headline_deck_and_paragraphs_are_found(self) -> None:
        make_article("Dewan bertemu", deck="Pertemuan di balai", paragraphs=["Warga menonton."])
        for word in ("dewan", "balai", "menonton"):
            self.assertTrue(self.finds(word), word)

    def test_captions_are_found_and_what_the_newsroom_did_not_write_is_not(self) -> None:
        article = make_article()
        self.add_block(article, Block.Type.PHOTO_CAPTION, "Benyamin di tengah")
        self.add_block(article, Block.Type.BOILERPLATE, "Berita Terpopuler")
        self.add_block(article, Block.Type.BYLINE, "Rep: Budi Santoso")
        self.add_block(article, Block.Type.PHOTO_CREDIT, "Antara")
        self.assertTrue(self.finds("Benyamin"))
        for words in ("Terpopuler", "Santoso", "Antara"):
            self.assertFalse(self.finds(words), words)

    def test_no_phrase_reaches_from_one_paragraph_into_the_next(self) -> None:
        make_article(paragraphs=["Hadir pula warga", "Rusia datang."])
        self.assertTrue(self.finds('"pula warga"'))
        self.assertFalse(self.finds('"warga Rusia"'))

    def test_a_hit_in_the_headline_counts_for_more_than_one_in_the_text(self) -> None:
        make_article("Gempa", paragraphs=["Kota berguncang."])
        make_article("Kota", paragraphs=["Gempa berguncang."])
        vectors = dict(ArticleEntry.objects.values_list("article__current__headline", "vector"))
        self.assertIn("'gempa':1A", vectors["Gempa"])
        self.assertRegex(vectors["Kota"], r"'gempa':\d+( |$)")

    def test_only_the_current_text_is_found(self) -> None:
        article = make_article(paragraphs=["Kata lama."])
        before = article.current
        assert before
        article.current = Version.objects.create(
            article=article,
            number=2,
            headline="Baru",
            body="Kata baru.",
            body_sha256="0" * 64,
            source=before.source,
        )
        article.save()
        Block.objects.create(version=article.current, position=0, type=Block.Type.HEADLINE, text="Kata baru")
        index.refresh_articles([article.pk])
        self.assertTrue(self.finds("baru"))
        self.assertFalse(self.finds("lama"))

    def test_an_article_that_lost_its_text_is_found_no_more(self) -> None:
        article = make_article(state=Article.State.DRAFT)
        Article.objects.filter(pk=article.pk).update(current=None)
        self.assertEqual(index.refresh_articles([article.pk]), 0)
        self.assertFalse(ArticleEntry.objects.exists())


class FactEntryTests(TestCase):
    def test_a_quote_is_found_by_its_words_and_speaker_alone(self) -> None:
        article = make_article(paragraphs=["Ana Wijaya berkata hujan akan turun besok."])
        make_quote(article, "hujan akan turun", speaker=make_entity("Ana Wijaya"))
        for words, there in (("hujan", True), ("Wijaya", True), ("besok", False)):
            self.assertEqual(QuoteEntry.objects.filter(asked(words)).exists(), there, words)

    def test_a_figure_is_found_by_number_measure_and_the_words_printed(self) -> None:
        article = make_article(paragraphs=["Sebanyak 1.100 warga mengungsi."])
        statistic = make_statistic(1100, "people who fled", article=article, words="1.100")
        printing = Printing.objects.get(statistic=statistic)
        anchor(article, "1.100 warga", Anchor.Role.PHRASE, printing=printing)
        index.refresh_statistics([statistic.pk])
        for words, there in (("1100", True), ("fled", True), ("warga", True), ("mengungsi", False)):
            self.assertEqual(StatisticEntry.objects.filter(asked(words)).exists(), there, words)

    def test_a_range_is_found_by_both_ends(self) -> None:
        article = make_article(paragraphs=["Antara 20 dan 25 orang hadir."])
        make_statistic(20, "people present", article=article, value_to=25)
        for words in ("20", "25"):
            self.assertTrue(StatisticEntry.objects.filter(asked(words)).exists(), words)


class PrintedWordsTests(TestCase):
    """The words that find a figure are words that the reader may be shown with it."""

    def setUp(self) -> None:
        self.statistic = make_statistic(40, "arrived", article=make_article(paragraphs=["Ada 40 orang."]))

    def print_as(self, word: str, *, status: Status = Status.CONFIRMED, **article: Any) -> Article:
        """Let another article print the figure, with a word of its own."""
        printed_in = make_article(paragraphs=[f"Ada 40 {word}."], **article)
        printing = Printing.objects.create(article=printed_in, statistic=self.statistic, **stamp(status))
        anchor(printed_in, f"40 {word}", Anchor.Role.PHRASE, printing=printing)
        index.refresh_statistics([self.statistic.pk])
        return printed_in

    def finds(self, word: str) -> bool:
        return StatisticEntry.objects.filter(asked(word)).exists()

    def test_what_another_article_prints_finds_it_too(self) -> None:
        self.print_as("pelaut")
        self.assertTrue(self.finds("pelaut"))

    def test_words_of_a_draft_find_it_once_that_is_published(self) -> None:
        draft = self.print_as("pelaut", state=Article.State.DRAFT)
        self.assertFalse(self.finds("pelaut"))
        Article.objects.filter(pk=draft.pk).update(state=Article.State.PUBLISHED)
        index.refresh_statistics([self.statistic.pk])
        self.assertTrue(self.finds("pelaut"))

    def test_words_of_a_rejected_printing_do_not(self) -> None:
        self.print_as("pelaut", status=Status.REJECTED)
        self.assertFalse(self.finds("pelaut"))

    def test_words_of_a_note_do_only_where_notes_alone_print_it(self) -> None:
        self.print_as("pelaut", rights=Article.Rights.REFERENCE)
        self.assertFalse(self.finds("pelaut"))
        Printing.objects.exclude(article__rights=Article.Rights.REFERENCE).update(status=Status.REJECTED)
        index.refresh_statistics([self.statistic.pk])
        self.assertTrue(self.finds("pelaut"))


class BulkTests(TestCase):
    def test_queries_do_not_grow_with_the_articles(self) -> None:
        keys = [make_article(f"Judul {number}").pk for number in range(8)]
        with self.assertNumQueries(7):  # two of them a savepoint
            index.refresh_articles(keys[:2])
        with self.assertNumQueries(7):
            index.refresh_articles(keys)

    def test_reindex_writes_everything_anew_and_says_how_much(self) -> None:
        article = make_article(paragraphs=["Hujan turun, 12 orang pulang."])
        make_quote(article, "Hujan turun")
        make_statistic(12, "people who went home", article=article)
        ArticleEntry.objects.all().delete()
        QuoteEntry.objects.all().update(vector="")
        StatisticEntry.objects.all().delete()
        told = StringIO()
        call_command("reindex", stdout=told)
        self.assertTrue(ArticleEntry.objects.filter(asked("hujan")).exists())
        self.assertTrue(QuoteEntry.objects.filter(asked("hujan")).exists())
        self.assertTrue(StatisticEntry.objects.filter(asked("12")).exists())
        for line in ("articles: 1 in ", "quotes: 1 in ", "figures: 1 in "):
            self.assertIn(line, told.getvalue())

    def test_reindex_of_an_empty_archive_says_so(self) -> None:
        told = StringIO()
        call_command("reindex", stdout=told)
        self.assertIn("articles: none", told.getvalue())
        self.assertFalse(Quote.objects.exists())


class ReindexTests(TestCase):
    """What reindex does when it is not the first time."""

    keys: list[int]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.keys = [make_article(f"Kapal {number}").pk for number in range(3)]

    def written_by(self, *arguments: str) -> list[int]:
        """Run it over entries without words; return those that have words then, by their places."""
        ArticleEntry.objects.update(vector="")
        call_command("reindex", *arguments, stdout=StringIO())
        return sorted(self.keys.index(key) for key, words in ArticleEntry.objects.values_list("pk", "vector") if words)

    def test_a_run_that_was_broken_off_goes_on_where_it_was(self) -> None:
        index_edition.note_reached(ArticleEntry, self.keys[0])
        self.assertFalse(index_edition.is_current())
        self.assertEqual(self.written_by(), [1, 2])
        self.assertTrue(index_edition.is_current())
        self.assertEqual(self.written_by(), [0, 1, 2])

    def test_unless_it_is_to_begin_anew(self) -> None:
        index_edition.note_reached(ArticleEntry, self.keys[0])
        self.assertEqual(self.written_by("--from-start"), [0, 1, 2])

    def test_what_another_edition_has_written_is_written_anew(self) -> None:
        for said in ("words-1", f"words-1; up to {self.keys[1]}"):
            with connection.cursor() as cursor:
                cursor.execute(f"COMMENT ON TABLE articles_articleentry IS '{said}'")
            self.assertFalse(index_edition.is_current())
            self.assertEqual(self.written_by(), [0, 1, 2])

    def test_one_kind_alone_leaves_the_others(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("COMMENT ON TABLE articles_quoteentry IS 'words-1'")
        self.assertEqual(self.written_by("--kind", "articles"), [0, 1, 2])
        self.assertFalse(index_edition.is_current())
        self.assertEqual(self.written_by("--kind", "quotes"), [])
        call_command("reindex", verbosity=0)
        self.assertTrue(index_edition.is_current())


class BusyTests(TransactionTestCase):
    def test_whoever_holds_the_table_does_not_stop_a_run(self) -> None:
        def clean() -> None:
            with connection.cursor() as cursor, transaction.atomic():
                cursor.execute("LOCK TABLE articles_articleentry IN SHARE UPDATE EXCLUSIVE MODE")
                held.set()
                done.wait(10)
            connection.close()

        held, done = Event(), Event()
        other = Thread(target=clean)
        other.start()
        try:
            self.assertTrue(held.wait(10))
            before = index_edition.reached(ArticleEntry)
            index_edition.note_reached(ArticleEntry, 7)
            self.assertEqual(index_edition.reached(ArticleEntry), before)
        finally:
            done.set()
            other.join()
        index_edition.note_reached(ArticleEntry, 7)
        self.assertEqual(index_edition.reached(ArticleEntry), 7)
        index_edition.note(ArticleEntry)


class LeadTests(TestCase):
    def test_whatever_meets_the_lead_meets_the_whole_at_the_same_places(self) -> None:
        make_article(
            "Gempa mengguncang kota",
            deck="Warga mengungsi",
            paragraphs=["Gempa terjadi pada pagi hari.", "Bantuan datang.", "Bantuan kurang, kata kepala dinas."],
        )
        (entry,) = ArticleEntry.objects.all()
        for words, leads in (
            ("gempa", True),
            ('"mengguncang kota"', True),
            ("pengungsi", True),
            ("terjadi", True),
            ("bantuan", True),  # it is repeated
            ("dinas", False),
        ):
            self.assertTrue(ArticleEntry.objects.filter(asked(words)).exists(), words)
            query = parse(words)
            assert query
            found = ArticleEntry.objects.filter(Matches("lead", query.tsquery())).exists()
            self.assertEqual(found, leads, words)
        self.assertIn("'gempa':1A", entry.lead)
