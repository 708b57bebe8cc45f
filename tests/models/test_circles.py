"""What is part of something is not also the whole of it: chains of records never lead back to where they begin."""

from __future__ import annotations

from itertools import pairwise

from django.test import TestCase

from articles.models import Entity, Event, Statistic, Topic
from tests.factories import make_article, make_entity, make_event, make_statistic, make_topic
from tests.models.rules import refused


class CircleTests(TestCase):
    def test_no_denominator_is_counted_out_of_its_own_part(self) -> None:
        article = make_article(paragraphs=("Ada 1, 2 dan 3 orang.",))
        part = make_statistic(1, article=article)
        whole = make_statistic(2, article=article)
        largest = make_statistic(3, article=article)
        Statistic.objects.filter(pk=part.pk).update(out_of=whole)
        Statistic.objects.filter(pk=whole.pk).update(out_of=largest)
        with refused("no_circle"):
            Statistic.objects.filter(pk=largest.pk).update(out_of=part)
        with refused("no_circle"):
            Statistic.objects.filter(pk=whole.pk).update(out_of=part)
        self.assertEqual(Statistic.objects.get(pk=largest.pk).out_of, None)

    def test_nobody_is_merged_into_one_who_was_merged_into_them(self) -> None:
        ana, budi, citra = (make_entity(name) for name in ("Ana", "Budi", "Citra"))
        Entity.objects.filter(pk=ana.pk).update(merged_into=budi)
        Entity.objects.filter(pk=budi.pk).update(merged_into=citra)
        with refused("no_circle"):
            Entity.objects.filter(pk=citra.pk).update(merged_into=ana)

    def test_no_topic_is_broader_than_its_own_broader_one_nor_merged_into_itself_by_a_detour(self) -> None:
        one, other = make_topic("local:satu"), make_topic("local:dua")
        Topic.objects.filter(pk=one.pk).update(broader=other)
        with refused("no_circle"):
            Topic.objects.filter(pk=other.pk).update(broader=one)
        Topic.objects.filter(pk=one.pk).update(merged_into=other)
        with refused("no_circle"):
            Topic.objects.filter(pk=other.pk).update(merged_into=one)

    def test_a_topic_may_be_merged_into_its_broader_one(self) -> None:
        one, other = make_topic("local:satu"), make_topic("local:dua")
        Topic.objects.filter(pk=one.pk).update(broader=other, merged_into=other)
        self.assertEqual(Topic.objects.get(pk=one.pk).merged_into, other)

    def test_no_event_comes_before_one_that_came_before_it(self) -> None:
        article = make_article(paragraphs=("Satu, dua, tiga.",))
        first, second, third = (make_event(article, words) for words in ("Satu", "dua", "tiga"))
        Event.objects.filter(pk=third.pk).update(previous=second)
        Event.objects.filter(pk=second.pk).update(previous=first)
        with refused("no_circle"):
            Event.objects.filter(pk=first.pk).update(previous=third)

    def test_a_circle_is_refused_in_one_statement_too(self) -> None:
        one, other = make_entity("Ana"), make_entity("Budi")
        Entity.objects.filter(pk=one.pk).update(merged_into=other)
        one.refresh_from_db()
        other.merged_into = one
        with refused("no_circle"):
            Entity.objects.bulk_update([one, other], ["merged_into"])

    def test_a_long_chain_without_a_circle_is_taken(self) -> None:
        chain = [make_topic(f"local:{number}") for number in range(30)]
        for narrow, broad in pairwise(chain):
            Topic.objects.filter(pk=narrow.pk).update(broader=broad)
        with refused("no_circle"):
            Topic.objects.filter(pk=chain[-1].pk).update(broader=chain[0])
