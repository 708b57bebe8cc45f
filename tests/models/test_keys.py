"""What an article holds stands in its entry, whoever writes what: the database keeps it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import TestCase, override_settings

from articles.actions.index_keys import follow_once
from articles.models import (
    Article,
    ArticleEntry,
    ArticleTopic,
    DateMention,
    Entity,
    Mention,
    Printing,
    Quote,
    Statistic,
    Status,
    fuzzy,
)
from articles.models.keys import Key, asked, number, read
from articles.proof.entry_keys import held, key_problems, right
from articles.text.dates import parse_edtf
from tests.factories import (
    make_article,
    make_entity,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)

CONFIRMED, SUGGESTED, REJECTED = Status.CONFIRMED, Status.SUGGESTED, Status.REJECTED
WRITES: Final = "UPDATE articles_articleentry"


def told(article: Article) -> set[tuple[Key, int, bool]]:
    """Return what the entry of an article says, which must be right."""
    assert list(key_problems([article.pk])) == []
    return {read(one) for one in ArticleEntry.objects.get(article=article).keys}


class NumberTests(TestCase):
    def test_what_is_written_is_read_again(self) -> None:
        for what in Key:
            for row in (0, 1, 2**40):
                for suggested in (False, True):
                    self.assertEqual(read(number(what, row, suggested=suggested)), (what, row, suggested))

    def test_each_number_has_one_meaning(self) -> None:
        numbers = [number(what, row, suggested=flag) for what in Key for row in range(50) for flag in (False, True)]
        self.assertEqual(len(set(numbers)), len(numbers))

    def test_the_numbers_are_those_that_entries_hold(self) -> None:
        self.assertEqual(number(Key.NAMED, 7), 7 * 32 + 2)
        self.assertEqual(number(Key.WAITING, suggested=True), 21)

    def test_suggestions_answer_as_long_as_readers_see_them(self) -> None:
        both = [number(Key.TOPIC, 5), number(Key.TOPIC, 5, suggested=True)]
        self.assertEqual(asked(Key.TOPIC, [5]), both)
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertEqual(asked(Key.TOPIC, [5]), both[:1])
            self.assertEqual(asked(Key.WAITING), [])

    def test_who_asks_for_a_name_means_the_own_articles_of_a_paper_too(self) -> None:
        self.assertEqual(
            set(asked(Key.NAMED, [5])),
            {number(what, 5, suggested=flag) for what in (Key.NAMED, Key.OWN_NAME) for flag in (False, True)},
        )

    def test_what_is_never_suggested_is_not_asked_for(self) -> None:
        self.assertEqual(asked(Key.PUBLISHER, [5]), [number(Key.PUBLISHER, 5)])
        self.assertEqual(asked(Key.CONFIRMED), [number(Key.CONFIRMED)])
        self.assertEqual(asked(Key.WAITING), [number(Key.WAITING, suggested=True)])


class KeptTests(TestCase):
    article: Article
    paper: Entity
    ana: Entity

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=["Ana Wijaya: 12 orang pulang, tulis Koran Uji pada 6 Maret 2024."])
        assert cls.article.publisher
        cls.paper = cls.article.publisher
        cls.ana = make_entity("Ana Wijaya")

    def setUp(self) -> None:
        self.printed_by = (Key.PUBLISHER, self.paper.pk, False)

    def says(self, *expected: tuple[Key, int, bool]) -> None:
        self.assertEqual(told(self.article), {self.printed_by, *expected})

    def test_an_article_of_which_nothing_is_known_has_its_publisher(self) -> None:
        self.says()

    def test_names(self) -> None:
        named = make_mention(self.article, self.ana, "Ana Wijaya", status=SUGGESTED)
        waiting = (Key.WAITING, 0, True)
        self.says((Key.NAMED, self.ana.pk, True), waiting)
        again = make_mention(self.article, self.ana, "Ana", status=CONFIRMED)
        confirmed = (Key.CONFIRMED, 0, False)
        self.says((Key.NAMED, self.ana.pk, False), waiting, confirmed)
        Mention.objects.filter(pk=again.pk).update(nested=True)  # it counts no more, and is a fact all the same
        self.says((Key.NAMED, self.ana.pk, True), waiting, confirmed)
        Mention.objects.filter(pk=named.pk).update(**stamp(REJECTED))
        self.says(confirmed)
        Mention.objects.filter(pk=named.pk).update(entity=make_entity("Budi"), **stamp(CONFIRMED))
        self.says((Key.NAMED, make_entity("Budi").pk, False), confirmed)
        again.anchors.all().delete()
        again.delete()
        self.says((Key.NAMED, make_entity("Budi").pk, False), confirmed)

    def test_the_own_name_of_a_paper_is_told_apart_and_follows_its_publisher(self) -> None:
        make_mention(self.article, self.paper, "Koran Uji")
        confirmed = (Key.CONFIRMED, 0, False)
        self.says((Key.OWN_NAME, self.paper.pk, False), confirmed)
        self.article.publisher = other = make_entity("Koran Lain", kind=Entity.Kind.PUBLISHER)
        self.article.save()
        self.printed_by = (Key.PUBLISHER, other.pk, False)
        self.says((Key.NAMED, self.paper.pk, False), confirmed)

    def test_a_fact_that_moves_to_another_article_leaves_the_first(self) -> None:
        topic = make_topic(article=self.article)
        other = make_article("Lain")
        ArticleTopic.objects.update(article=other)
        self.says()
        self.assertIn((Key.TOPIC, topic.pk, False), told(other))

    def test_topics(self) -> None:
        topic = make_topic(article=self.article)
        self.says((Key.TOPIC, topic.pk, False), (Key.CONFIRMED, 0, False))
        ArticleTopic.objects.update(**stamp(SUGGESTED))
        self.says((Key.TOPIC, topic.pk, True), (Key.WAITING, 0, True))
        ArticleTopic.objects.update(topic=make_topic("local:lain"))
        self.says((Key.TOPIC, make_topic("local:lain").pk, True), (Key.WAITING, 0, True))
        ArticleTopic.objects.all().delete()
        self.says()

    def test_quotes(self) -> None:
        make_quote(self.article, "12 orang pulang", speaker=self.ana, status=SUGGESTED)
        self.says((Key.QUOTES, 0, True), (Key.SPEAKER, self.ana.pk, True), (Key.WAITING, 0, True))
        Quote.objects.update(speaker=None, **stamp(CONFIRMED))
        self.says((Key.QUOTES, 0, False), (Key.CONFIRMED, 0, False))
        Quote.objects.update(**stamp(REJECTED))
        self.says()

    def test_a_figure_is_seen_where_it_and_its_printing_are(self) -> None:
        make_statistic(12, article=self.article, stated_by=self.ana)
        confirmed = (Key.CONFIRMED, 0, False)
        self.says((Key.FIGURES, 0, False), (Key.STATED_BY, self.ana.pk, False), confirmed)
        Statistic.objects.update(**stamp(SUGGESTED))
        self.says((Key.FIGURES, 0, True), (Key.STATED_BY, self.ana.pk, True), confirmed)
        Statistic.objects.update(stated_by=None)
        self.says((Key.FIGURES, 0, True), confirmed)
        Statistic.objects.update(**stamp(REJECTED))
        self.says(confirmed)
        Statistic.objects.update(**stamp(CONFIRMED))
        Printing.objects.update(**stamp(SUGGESTED))
        self.says((Key.FIGURES, 0, True), (Key.WAITING, 0, True))
        Printing.objects.update(**stamp(REJECTED))
        self.says()

    def test_a_figure_may_be_printed_in_several_articles(self) -> None:
        statistic = make_statistic(12, article=self.article, stated_by=self.ana)
        other = make_article("Lain", paragraphs=["Ada 12 orang."])
        Printing.objects.create(article=other, statistic=statistic, **stamp())
        Statistic.objects.update(**stamp(SUGGESTED))
        for article in (self.article, other):
            self.assertIn((Key.STATED_BY, self.ana.pk, True), told(article))

    def test_a_day_printed_waits_too(self) -> None:
        day = DateMention.objects.create(article=self.article, kind=DateMention.Kind.DATE, **stamp(SUGGESTED))
        self.says((Key.WAITING, 0, True))
        day.delete()
        self.says()

    def test_state_rights_language_and_days_follow_the_article(self) -> None:
        def entry() -> tuple[Any, ...]:
            told(self.article)
            return ArticleEntry.objects.values_list("public", "note", "language", "newest", "oldest").get(
                article=self.article
            )

        day = parse_edtf("2024-03-01").earliest
        self.assertEqual(entry(), (True, False, "id", day, day))
        changes: list[tuple[dict[str, Any], Callable[[tuple[Any, ...]], Any], Any]] = [
            ({"state": Article.State.WITHDRAWN}, lambda now: now[0], False),
            ({"rights": Article.Rights.REFERENCE}, lambda now: now[1], True),
            ({"language": "en"}, lambda now: now[2], "en"),
            (fuzzy.columns("published", parse_edtf("2024-05/..")), lambda now: now[3], fuzzy.LAST_DAY),
            (fuzzy.columns("published", None), lambda now: now[3:], (None, None)),
        ]
        for change, column, expected in changes:
            Article.objects.filter(pk=self.article.pk).update(**change)
            self.assertEqual(column(entry()), expected, change)

    def test_what_changes_nothing_of_it_writes_no_entry(self) -> None:
        make_mention(self.article, self.ana, "Ana Wijaya")
        before = self.row()
        Mention.objects.update(printed_role="juru bicara")
        Article.objects.update(section="Ekonomi")
        make_mention(self.article, self.ana, "Ana")
        self.assertEqual(self.row(), before)
        Mention.objects.update(**stamp(SUGGESTED))
        self.assertNotEqual(self.row(), before)

    def row(self) -> Any:
        """Return where the entry stands, which is elsewhere each time that it is written."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT ctid FROM articles_articleentry WHERE article_id = %s", [self.article.pk])
            return cursor.fetchone()

    def test_many_facts_are_followed_once(self) -> None:
        with follow_once():
            make_mention(self.article, self.ana, "Ana Wijaya")
            with follow_once():
                make_topic(article=self.article)
            self.assertEqual(held([self.article.pk])[self.article.pk].keys, {number(Key.PUBLISHER, self.paper.pk)})
        self.assertEqual(held([self.article.pk]), right([self.article.pk]))
        make_quote(self.article, "12 orang", speaker=self.ana)  # from here on at once again
        told(self.article)

    def test_what_is_taken_back_is_followed_neither(self) -> None:
        with pytest.raises(RuntimeError), transaction.atomic(), follow_once():
            make_mention(self.article, self.ana, "Ana Wijaya")
            raise RuntimeError
        self.says()
        make_mention(self.article, self.ana, "Ana Wijaya")
        self.says((Key.NAMED, self.ana.pk, False), (Key.CONFIRMED, 0, False))


class OlderArchiveTests(TestCase):
    def test_entries_that_were_written_before_are_filled_in(self) -> None:
        article, draft = make_article("Kapal tiba"), make_article("Kapal berangkat", state=Article.State.DRAFT)
        make_mention(article, make_entity("Kapal"), "Kapal", status=SUGGESTED)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE articles_articleentry ALTER COLUMN keys DROP NOT NULL")
            cursor.execute(
                "UPDATE articles_articleentry SET keys = NULL, language = '', newest = NULL, oldest = NULL,"
                " public = false, note = false"
            )
        with connection.schema_editor() as editor:
            import_module("articles.migrations.0013_entry_indexes").fill(apps, editor)
        self.assertEqual(list(key_problems([article.pk, draft.pk])), [])
        self.assertTrue(ArticleEntry.objects.get(article=article).public)
        self.assertFalse(ArticleEntry.objects.get(article=draft).public)
