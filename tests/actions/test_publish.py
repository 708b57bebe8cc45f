"""Publishing and withdrawing: what readers see follows at once, notes follow their article, nothing is done unseen."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import QuerySet
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import log
from articles.actions.doubts import doubtful_dates, missing, problems_of
from articles.actions.publish import Moved, ReasonMissing, publish, put_state, withdraw
from articles.actions.review import reject
from articles.models import Article, Decision, NoteLink, StatisticEntry
from articles.models.article import ArticleQuerySet
from tests.factories import (
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)
from tests.world import load_sample_world

DRAFT, PUBLISHED, WITHDRAWN = Article.State.DRAFT, Article.State.PUBLISHED, Article.State.WITHDRAWN


class PublishTests(TestCase):
    ana: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = User.objects.create_user("ana")

    def test_drafts_and_withdrawn_articles_are_published_and_each_has_its_decision(self) -> None:
        draft = make_article("Satu", state=DRAFT)
        withdrawn = make_article("Dua", state=WITHDRAWN)
        make_article("Tiga")
        self.assertEqual(publish(Article.objects.all(), by=self.ana), Moved(changed=2, already=1))
        self.assertEqual(Article.objects.public().count(), 3)
        told = Decision.objects.filter(action="publish").order_by("pk").values_list("subject_id", "before", "by")
        self.assertEqual(
            list(told),
            [(draft.pk, {"state": "draft"}, self.ana.pk), (withdrawn.pk, {"state": "withdrawn"}, self.ana.pk)],
        )

    def test_an_article_without_a_text_stays_a_draft_and_is_counted(self) -> None:
        empty = Article.objects.create()
        self.assertEqual(publish(Article.objects.all(), by=self.ana), Moved(without_text=1))
        self.assertEqual(Article.objects.get().state, DRAFT)
        self.assertEqual(log.newest(empty), 0)

    def test_withdrawing_asks_why(self) -> None:
        make_article()
        with self.assertRaisesMessage(ReasonMissing, "Say why"):
            withdraw(Article.objects.all(), by=self.ana, reason="  ")
        self.assertEqual(Article.objects.get().state, PUBLISHED)

    def test_the_reason_of_a_withdrawal_is_kept(self) -> None:
        article = make_article()
        self.assertEqual(withdraw(Article.objects.all(), by=self.ana, reason="A court."), Moved(changed=1))
        self.assertEqual(Article.objects.get().state, WITHDRAWN)
        self.assertEqual(log.decisions_of(article).get().reason, "A court.")

    def test_what_somebody_withdrew_meanwhile_is_not_published_again(self) -> None:
        make_article("Satu", state=DRAFT)
        other = Article.objects.filter(pk=make_article("Dua").pk)
        seen = log.latest()
        withdraw(other, by=None, reason="A court.")
        self.assertEqual(publish(Article.objects.all(), by=self.ana, seen=seen), Moved(changed=1, newer=1))
        self.assertEqual(other.get().state, WITHDRAWN)

    def test_a_figure_is_found_by_the_words_of_published_articles_alone(self) -> None:
        article = make_article(paragraphs=["Sebanyak 883 orang pulang."], state=DRAFT)
        make_statistic(883, article=article, words="883 orang")
        self.assertNotIn("orang", StatisticEntry.objects.get().vector)
        publish(Article.objects.all(), by=self.ana)
        self.assertIn("orang", StatisticEntry.objects.get().vector)
        withdraw(Article.objects.all(), by=self.ana, reason="Wrong.")
        self.assertNotIn("orang", StatisticEntry.objects.get().vector)

    def test_statements_do_not_grow_with_articles(self) -> None:
        for number in range(10):
            make_article(f"Artikel {number}", state=DRAFT)
        ContentType.objects.get_for_model(Article)  # asked once in the life of a process
        one = Article.objects.filter(pk=Article.objects.earliest("pk").pk)
        with CaptureQueriesContext(connection) as few:
            publish(one, by=self.ana)
        with self.assertNumQueries(len(few)):
            publish(Article.objects.all(), by=self.ana)


class NotesTests(TestCase):
    article: Article
    articles: QuerySet[Article]
    notes: ArticleQuerySet

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()
        cls.articles = Article.objects.filter(pk=cls.article.pk)
        cls.notes = Article.objects.filter(rights=Article.Rights.REFERENCE)

    def test_notes_leave_and_return_with_the_article_that_they_tell_of(self) -> None:
        number = self.notes.public().count()
        self.assertGreater(number, 5)
        moved = withdraw(self.articles, by=None, reason="A court.")
        self.assertEqual(moved, Moved(changed=1, notes=number))
        self.assertFalse(Article.objects.public().exists())
        told = log.decisions_of(self.notes[0])[0]
        self.assertEqual((told.action, told.reason), ("withdraw", "With the article that it tells of. A court."))
        self.assertEqual(publish(self.articles, by=None), Moved(changed=1, notes=number))
        self.assertEqual(self.notes.public().count(), number)

    def test_a_note_that_an_editor_withdrew_stays_withdrawn(self) -> None:
        note = self.notes.filter(pk=self.notes[0].pk)
        withdraw(note, by=None, reason="Not what the source says.")
        withdraw(self.articles, by=None, reason="A court.")
        publish(self.articles, by=None)
        self.assertEqual(note.get().state, WITHDRAWN)

    def test_a_note_on_another_published_article_stays(self) -> None:
        other = make_article(paragraphs=["Hujan turun."])
        note = self.notes[0]
        NoteLink.objects.create(article=note, quote=make_quote(other, "Hujan turun"), **stamp())
        withdraw(self.articles, by=None, reason="A court.")
        self.assertEqual(list(self.notes.public()), [note])
        withdraw(Article.objects.filter(pk=other.pk), by=None, reason="A court.")
        self.assertFalse(self.notes.public().exists())

    def test_notes_follow_back_into_a_draft(self) -> None:
        put_state(self.articles, DRAFT, action="revert", by=None, reason="Too early.")
        self.assertEqual(set(Article.objects.values_list("state", flat=True)), {DRAFT})


class DoubtsTests(TestCase):
    def test_an_article_in_order_has_no_problem(self) -> None:
        article = make_article(paragraphs=["Hujan turun."], published="2024-03-01")
        make_quote(article, "Hujan turun", said="2024-03-01")
        make_event(article, "Hujan", happened="2024-02")
        self.assertEqual(doubtful_dates(article), [])
        self.assertEqual(problems_of(Article.objects.all()), {})

    def test_what_nobody_filled_in_is_named(self) -> None:
        article = make_article(published="")
        Article.objects.update(publisher=None)
        self.assertEqual(
            missing(Article.objects.all()),
            [
                "It has no topic, so no topic page leads to it.",
                "Nobody is marked as named in it, so nobody’s page leads to it.",
                "It has no publication date, so no search by date finds it.",
                "It has no publisher.",
            ],
        )
        self.assertEqual(doubtful_dates(article), [])
        self.assertEqual(problems_of(Article.objects.all()), {})

    def test_what_many_lack_is_counted_and_what_was_rejected_is_lacking(self) -> None:
        whole = make_article("Lengkap", paragraphs=["Ana tiba."], published="2024-03-01")
        make_topic(article=whole)
        mention = make_mention(whole, make_entity("Ana"), "Ana")
        self.assertEqual(missing(Article.objects.all()), [])
        make_article("Kurang", published="2024-03-01")
        self.assertEqual(missing(Article.objects.all()), ["1 has no topic.", "In 1 article nobody is marked as named."])
        reject(mention, by=None)
        self.assertIn("In 2 articles nobody is marked as named.", missing(Article.objects.all()))

    def test_a_date_after_today_is_doubtful(self) -> None:
        later = (timezone.now() + timedelta(days=3)).date().isoformat()
        self.assertIn(f"It is dated {later}, which is after today", doubtful_dates(make_article(published=later))[0])

    def test_a_day_that_has_begun_somewhere_is_not_after_today(self) -> None:
        begun = (timezone.now() + timedelta(hours=13)).date().isoformat()
        self.assertEqual(doubtful_dates(make_article(published=begun)), [])

    def test_a_date_before_what_the_text_tells_of_is_doubtful(self) -> None:
        article = make_article(paragraphs=["Hujan turun di kota."], published="2024-03-01")
        quote = make_quote(article, "Hujan turun", said="2024-03-05")
        event = make_event(article, "di kota", name="Flood", happened="2024-04")
        expected = [
            "It is dated 2024-03-01, which is before quote 1 was said (2024-03-05).",
            "It is dated 2024-03-01, which is before “Flood” happened (2024-04).",
        ]
        self.assertEqual(doubtful_dates(article), expected)
        self.assertEqual(problems_of(Article.objects.all()), {article.pk: expected})
        reject(quote, by=None)
        reject(event, by=None)
        self.assertEqual(doubtful_dates(article), [])

    def test_dates_that_may_fit_are_no_contradiction(self) -> None:
        article = make_article(paragraphs=["Hujan turun."], published="2024-03")
        make_quote(article, "Hujan turun", said="2024-03-20")
        make_event(article, "Hujan", happened="2024")
        self.assertEqual(doubtful_dates(article), [])

    def test_the_date_asked_about_is_the_one_in_memory(self) -> None:
        article = make_article(paragraphs=["Hujan turun."], published="2024-03-10")
        make_quote(article, "Hujan turun", said="2024-03-05")
        article.published_earliest = article.published_latest = article.published_latest.replace(day=1)
        article.published = "2024-03-01"
        self.assertEqual(
            doubtful_dates(article), ["It is dated 2024-03-01, which is before quote 1 was said (2024-03-05)."]
        )

    def test_the_questions_of_many_articles_do_not_grow_with_them(self) -> None:
        for number in range(5):
            article = make_article(f"Artikel {number}", paragraphs=["Hujan turun."], published="2024-03-01")
            make_quote(article, "Hujan turun", said="2024-03-05")
        with self.assertNumQueries(3):
            self.assertEqual(len(problems_of(Article.objects.all())), 5)
