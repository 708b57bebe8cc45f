"""Topics and the articles that they are given to."""

from __future__ import annotations

from django.test import TestCase
from django.utils import translation

from articles.models import ArticleTopic, Topic
from tests.factories import make_article, make_topic, stamp
from tests.models.rules import refused


class TopicTests(TestCase):
    def test_it_has_a_label(self) -> None:
        with refused("topic_has_a_label"):
            make_topic(labels={})

    def test_it_is_neither_broader_than_itself_nor_merged_into_itself(self) -> None:
        topic = make_topic()
        with refused("topic_not_broader_than_itself"):
            Topic.objects.filter(pk=topic.pk).update(broader=topic)
        with refused("topic_not_merged_into_itself"):
            Topic.objects.filter(pk=topic.pk).update(merged_into=topic)

    def test_an_article_has_each_topic_once(self) -> None:
        article = make_article()
        topic = make_topic(article=article)
        with refused("article_topic_once"):
            ArticleTopic.objects.create(article=article, topic=topic, about=False, **stamp())

    def test_the_label_is_the_readers_else_english_else_any(self) -> None:
        both = make_topic("local:a", labels={"id": "Diplomasi", "en": "Diplomacy"})
        russian = make_topic("local:b", labels={"ru": "Дипломатия"})
        with translation.override("id"):
            self.assertEqual((both.label, both.label_language), ("Diplomasi", "id"))
            self.assertEqual((russian.label, russian.label_language), ("Дипломатия", "ru"))
        with translation.override("en"):
            self.assertEqual((both.label, both.label_language), ("Diplomacy", "en"))
        with translation.override("fr"):
            self.assertEqual((both.label, both.label_language), ("Diplomacy", "en"))
