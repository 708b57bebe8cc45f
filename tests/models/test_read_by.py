"""Which edition of the rules has read what an article shows stands with the article, whoever writes what."""

from __future__ import annotations

from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.utils import timezone

from articles.actions import revise
from articles.importers.typed import Typed
from articles.models import Article, Reading
from articles.models.reading import unread
from tests.factories import make_article


def read(article: Article, rules: str) -> None:
    row = Reading(version_id=article.current_id or 0, rules=rules, read_at=timezone.now(), seconds=0)
    columns = ["rules", "read_at", "seconds"]
    Reading.objects.bulk_create([row], update_conflicts=True, unique_fields=["version"], update_fields=columns)


def read_by(article: Article) -> str | None:
    return Article.objects.values_list("read_by", flat=True).get(pk=article.pk)


class ReadByTests(TestCase):
    def test_it_follows_the_readings_of_the_text_shown(self) -> None:
        article = make_article("Kapal tiba")
        self.assertEqual(read_by(article), "")
        read(article, "rules-1")
        self.assertEqual(read_by(article), "rules-1")
        read(article, "rules-2")
        self.assertEqual(read_by(article), "rules-2")
        Reading.objects.filter(version=article.current).update(rules="rules-3")
        self.assertEqual(read_by(article), "rules-3")
        Reading.objects.all().delete()
        self.assertEqual(read_by(article), "")

    def test_another_text_of_the_article_has_its_own_answer(self) -> None:
        article = make_article("Kapal tiba", paragraphs=("Kapal tiba.",))
        first = article.current
        read(article, "rules-1")
        revise.revise(article, Typed(headline="Kapal tiba", text="Kapal berangkat."), by=User.objects.create_user("m"))
        self.assertEqual(read_by(article), "")
        Article.objects.filter(pk=article.pk).update(current=first)
        self.assertEqual(read_by(article), "rules-1")

    def test_notes_and_articles_without_a_text_are_never_to_be_read(self) -> None:
        article = make_article("Kapal tiba", state=Article.State.DRAFT)
        read(article, "rules-1")
        for change in ({"rights": Article.Rights.REFERENCE}, {"rights": Article.Rights.FULL_TEXT, "current": None}):
            Article.objects.filter(pk=article.pk).update(**change)
            self.assertIsNone(read_by(article))
            self.assertFalse(unread(Article.objects.all(), "rules-2").exists())

    def test_who_writes_an_article_that_he_read_before_does_not_undo_it(self) -> None:
        article = make_article("Kapal tiba")
        old = Article.objects.get(pk=article.pk)
        read(article, "rules-1")
        old.section = "Ekonomi"
        old.save()
        self.assertEqual(read_by(article), "rules-1")

    def test_what_was_read_before_the_archive_kept_it_is_filled_in(self) -> None:
        article, other = make_article("Kapal tiba"), make_article("Kapal berangkat")
        read(article, "rules-1")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE articles_article DISABLE TRIGGER article_read_by")
            cursor.execute("UPDATE articles_article SET read_by = NULL")
            cursor.execute("ALTER TABLE articles_article ENABLE TRIGGER article_read_by")
        with connection.schema_editor() as editor:
            import_module("articles.migrations.0011_costs").fill(apps, editor)
        self.assertEqual((read_by(article), read_by(other)), ("rules-1", ""))

    def test_to_find_what_is_not_read_no_table_is_read_whole(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # of so few rows none would be left out
        for edition in ("", "rules-1"):
            plan = unread(Article.objects.all(), edition).values("pk").explain()
            self.assertIn("article_by_reader", plan)
            self.assertNotIn("articles_reading", plan)
