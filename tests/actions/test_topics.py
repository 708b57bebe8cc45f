"""Topics: adding concepts, giving them to one article, setting one for thousands."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions import log
from articles.actions.review import reject
from articles.actions.topics import add_topics, give_topics, identify, set_topic
from articles.models import Article, ArticleTopic, Decision, Status, Topic
from tests.factories import make_article, make_topic, stamp


class AddingTests(TestCase):
    def test_concepts_are_added_and_logged_once(self) -> None:
        concepts = [
            {"code": "local:air", "labels": {"en": "Air"}},
            {"code": "local:banjir", "labels": {"id": "Banjir"}, "broader": "local:air"},
        ]
        add_topics(concepts)
        add_topics(concepts)
        banjir = Topic.objects.get(code="local:banjir")
        self.assertEqual((banjir.slug, str(banjir.broader)), ("banjir", "Air"))
        decision = log.decisions_of(banjir).get()
        assert decision.after
        self.assertEqual((decision.action, decision.by), ("add", None))
        self.assertEqual(decision.after["labels"], {"id": "Banjir"})

    def test_a_typed_topic_gets_code_and_address_from_its_label(self) -> None:
        for number, (code, slug) in enumerate((("local:banjir", "banjir"), ("local:banjir-2", "banjir-2"))):
            with self.subTest(number):
                topic = Topic(labels={"id": "Genangan", "en": "Banjir"})
                identify(topic)
                topic.save()
                self.assertEqual((topic.code, topic.slug), (code, slug))

    def test_a_code_that_somebody_typed_stays(self) -> None:
        topic = Topic(code="medtop:1", labels={"en": "Flood"})
        identify(topic)
        self.assertEqual((topic.code, topic.slug), ("medtop:1", "flood"))

    def test_two_schemes_with_one_label_have_two_addresses(self) -> None:
        add_topics([{"code": "medtop:1", "labels": {"en": "Flood"}}, {"code": "medtop:2", "labels": {"en": "Flood"}}])
        self.assertEqual(list(Topic.objects.values_list("slug", flat=True)), ["flood", "flood-2"])


class GivingTests(TestCase):
    def test_each_is_given_once_and_logged_with_who_decided(self) -> None:
        by = User.objects.create(username="sari")
        article = make_article()
        items: list[dict[str, Any]] = [
            {"code": "local:banjir", "label_id": "Banjir", "about": True},
            {"code": "local:air", "label_id": "Air"},
        ]
        give_topics(article, items, **stamp(), decided_by=by)
        give_topics(article, items, **stamp(), decided_by=by)
        given = ArticleTopic.objects.filter(article=article).order_by("topic__slug")
        self.assertEqual([(str(row.topic), row.about) for row in given], [("Air", False), ("Banjir", True)])
        for row in given:
            self.assertEqual([(d.action, d.by) for d in log.decisions_of(row)], [("topic", by)])
            self.assertEqual([(d.action, d.by) for d in log.decisions_of(row.topic)], [("add", by)])


class SettingTests(TestCase):
    by: User
    topic: Topic
    without: Article
    suggested: Article
    rejected: Article
    had: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.by = User.objects.create(username="sari")
        cls.topic = make_topic()
        cls.without, cls.suggested, cls.rejected, cls.had = (make_article(f"Berita {number}") for number in range(4))
        for article, status in ((cls.suggested, "suggested"), (cls.rejected, "rejected"), (cls.had, "confirmed")):
            ArticleTopic.objects.create(article=article, topic=cls.topic, **stamp(Status(status)))

    def test_every_article_has_it_confirmed_and_only_changes_count(self) -> None:
        self.assertEqual(set_topic(Article.objects.all(), self.topic, by=self.by, reason="about floods").changed, 3)
        rows = ArticleTopic.objects.filter(topic=self.topic)
        self.assertEqual(set(rows.values_list("status", "about")), {("confirmed", True)})
        self.assertEqual(rows.count(), 4)
        self.assertEqual(rows.get(article=self.rejected).decided_by, self.by)
        self.assertEqual(set_topic(Article.objects.all(), self.topic, by=self.by).changed, 0)

    def test_each_change_is_in_the_log_of_its_article(self) -> None:
        set_topic(Article.objects.all(), self.topic, by=self.by, reason="about floods")
        decision = log.decisions_of(self.rejected).get()
        self.assertEqual((decision.action, decision.by, decision.reason), ("topic", self.by, "about floods"))
        self.assertEqual((decision.before, decision.after), ({"status": "rejected"}, {"status": "confirmed"}))
        given = log.decisions_of(self.without).get()
        assert given.after
        self.assertEqual((given.before, given.after["topic"]), (None, self.topic.pk))
        self.assertFalse(log.decisions_of(self.had).exists())

    def test_it_can_be_said_that_an_article_only_touches_it(self) -> None:
        given = set_topic(Article.objects.filter(pk=self.had.pk), self.topic, about=False, by=self.by)
        self.assertEqual(given.changed, 1)
        self.assertFalse(ArticleTopic.objects.get(article=self.had).about)

    def test_what_somebody_rejected_meanwhile_is_left_alone(self) -> None:
        row = ArticleTopic.objects.get(article=self.had)
        seen = log.latest()
        reject(row, by=None)
        given = set_topic(Article.objects.all(), self.topic, by=self.by, seen=seen)
        self.assertEqual((given.changed, given.newer), (3, 1))
        row.refresh_from_db()
        self.assertEqual(row.status, Status.REJECTED)

    def test_a_list_that_is_cut_or_joined_is_taken_as_it_is(self) -> None:
        self.assertEqual(set_topic(Article.objects.order_by("-pk")[:1], self.topic, by=self.by).changed, 0)
        distinct = Article.objects.filter(current__headline__contains="Berita").distinct()
        self.assertEqual(set_topic(distinct, self.topic, by=self.by).changed, 3)

    def test_five_thousand_take_no_more_queries_than_four(self) -> None:
        with CaptureQueriesContext(connection) as few:
            set_topic(Article.objects.all(), self.topic, by=self.by)
        Article.objects.bulk_create(Article(language="id") for _ in range(5000))
        other = make_topic("local:lain", label="Lain")
        with CaptureQueriesContext(connection) as many:
            self.assertEqual(set_topic(Article.objects.all(), other, by=self.by).changed, 5004)
        self.assertLessEqual(len(many), len(few))
        self.assertEqual(Decision.objects.filter(action="topic").count(), 5007)
