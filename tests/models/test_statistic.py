"""Statistics, what they are of, and links between them."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Article, Statistic, StatisticLink
from tests.factories import make_article, make_statistic, stamp
from tests.models.rules import refused


class StatisticTests(TestCase):
    article: Article
    arrived: Statistic
    applied: Statistic

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("883 dari 1100 orang, 898 lain.",))
        cls.arrived = make_statistic(883, article=cls.article)
        cls.applied = make_statistic(1100, article=cls.article)

    def test_a_range_ends_above_where_it_begins(self) -> None:
        for wrong in (883, 882):
            with self.subTest(wrong), refused("statistic_range_in_order"):
                Statistic.objects.filter(pk=self.arrived.pk).update(value_to=wrong)
        self.assertEqual(Statistic.objects.filter(pk=self.arrived.pk).update(value_to=884), 1)

    def test_it_is_never_its_own_denominator(self) -> None:
        with refused("statistic_not_its_own_denominator"):
            Statistic.objects.filter(pk=self.arrived.pk).update(out_of=self.arrived)

    def test_a_denominator_is_left_to_the_figure_that_it_belongs_to(self) -> None:
        Statistic.objects.filter(pk=self.arrived.pk).update(out_of=self.applied)
        self.assertEqual(list(Statistic.objects.public().leading()), [self.arrived])

    def test_a_figure_that_readers_may_not_see_takes_no_denominator_away(self) -> None:
        draft = make_article("Rancangan", paragraphs=("7 orang.",), state=Article.State.DRAFT)
        make_statistic(7, article=draft, out_of=self.applied)
        self.assertIn(self.applied, Statistic.objects.public().leading())

    def test_a_link_joins_two_statistics_once_of_each_type(self) -> None:
        link = {
            "from_statistic": self.arrived,
            "to_statistic": self.applied,
            "type": StatisticLink.Type.SUBSET_OF,
            **stamp(),
        }
        StatisticLink.objects.create(**link)
        StatisticLink.objects.create(**link | {"type": StatisticLink.Type.DIFFERENT_SCOPE})
        with refused("statistic_link_once"):
            StatisticLink.objects.create(**link)
        with refused("statistic_link_joins_two"):
            StatisticLink.objects.create(**link | {"to_statistic": self.arrived})

    def test_only_equal_unit_population_and_place_make_one_scope(self) -> None:
        self.assertEqual(self.arrived.scope, self.applied.scope)
        for change in ({"unit": "day"}, {"population": "Russians"}, {"place_id": 1}):
            with self.subTest(str(change)):
                other = Statistic(**{"unit": self.arrived.unit, **change})
                self.assertNotEqual(other.scope, self.arrived.scope)

    def test_it_reads_as_the_number_and_what_is_counted(self) -> None:
        for value, shown in (("1100", "1100"), ("2.500000", "2.5"), ("0.000001", "0.000001")):
            with self.subTest(value):
                self.assertEqual(
                    str(make_statistic(value, article=self.article, words="898")), f"{shown} people counted"
                )
