"""Nobody is named any more by the row that was merged away: a merge has moved all that did, and leaves no way back."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Article, ArticleTopic, Entity, Mention, Topic
from tests.factories import make_article, make_entity, make_event, make_mention, make_quote, make_topic, stamp
from tests.models.rules import refused


class MergedAwayTests(TestCase):
    gone: Entity
    kept: Entity
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.gone, cls.kept = make_entity("Ana"), make_entity("Ana Wijaya")
        Entity.objects.filter(pk=cls.gone.pk).update(merged_into=cls.kept)
        cls.article = make_article(paragraphs=("Ana bicara.",))

    def test_no_fact_names_one_who_was_merged_away(self) -> None:
        for make in (
            lambda: make_mention(self.article, self.gone, "Ana"),
            lambda: make_quote(self.article, "bicara", speaker=self.gone),
            lambda: make_quote(self.article, "bicara", addressee=self.gone),
            lambda: make_event(self.article, "bicara", place=self.gone),
            lambda: make_event(self.article, "bicara").participants.add(self.gone),
        ):
            with refused("not_merged_away"):
                make()

    def test_no_fact_is_changed_to_name_one(self) -> None:
        mention = make_mention(self.article, self.kept, "Ana")
        with refused("not_merged_away"):
            Mention.objects.filter(pk=mention.pk).update(entity=self.gone)

    def test_no_article_is_given_a_topic_that_was_merged_away(self) -> None:
        gone, kept = make_topic("local:satu"), make_topic("local:dua")
        Topic.objects.filter(pk=gone.pk).update(merged_into=kept)
        with refused("not_merged_away"):
            ArticleTopic.objects.create(article=self.article, topic=gone, **stamp())
