"""What no figure may claim is said in a sentence for the field; a series takes only what it can be compared with."""

from __future__ import annotations

from decimal import Decimal

from django.contrib.auth.models import User
from django.test import TestCase

from articles.actions import log
from articles.actions.statistics import ScopeDiffers, add_to_series, check, check_series
from articles.models import Article, Entity, Series, Statistic
from tests.factories import make_article, make_entity, make_statistic


class StatisticTests(TestCase):
    article: Article
    part: Statistic
    whole: Statistic
    series: Series

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=["Sebanyak 883 dari 1.100 orang, 80 persen."])
        cls.part = make_statistic(883, article=cls.article)
        cls.whole = make_statistic(1100, article=cls.article, words="1.100")
        cls.series = Series.objects.create(slug="orang", name="People counted", unit="person")

    def test_a_figure_in_order_has_nothing_wrong(self) -> None:
        self.part.out_of, self.part.series, self.part.value_to = self.whole, self.series, Decimal(900)
        self.assertEqual(check(self.part), {})
        self.assertEqual(check(Statistic(value=Decimal(1), unit="x")), {})

    def test_a_range_rises(self) -> None:
        self.part.value_to = Decimal(883)
        self.assertEqual(check(self.part), {"value_to": "The upper end of the range must be greater than the value."})

    def test_a_figure_is_not_its_own_denominator(self) -> None:
        self.part.out_of = self.part
        self.assertEqual(check(self.part), {"out_of": "“Out of”: a figure is not its own denominator."})

    def test_denominators_go_in_no_circle(self) -> None:
        share = make_statistic(80, "share", article=self.article, unit="percent", out_of=self.part)
        self.part.out_of = self.whole
        self.part.save()
        self.assertEqual(check(self.part), {})
        self.whole.out_of = share
        self.assertEqual(
            check(self.whole),
            {"out_of": "“Out of”: “883 people counted” is itself counted out of this figure, so they go in a circle."},
        )

    def test_a_series_refuses_another_scope_and_names_what_differs(self) -> None:
        self.part.unit, self.part.place = "family", make_entity("Gaza", kind=Entity.Kind.PLACE)
        sentence = "“883 people counted” cannot stand in “People counted”: unit, place not equal."
        self.part.series = self.series
        self.assertEqual(check(self.part), {"series": sentence})
        with self.assertRaisesMessage(ScopeDiffers, sentence):
            add_to_series(self.part, self.series)
        self.assertIsNone(Statistic.objects.get(pk=self.part.pk).series)

    def test_a_point_of_a_series_is_logged(self) -> None:
        ana = User.objects.create_user("ana")
        add_to_series(self.part, self.series, by=ana, reason="The same count.")
        decision = log.decisions_of(self.part)[0]
        self.assertEqual((decision.by, decision.reason), (ana, "The same count."))
        self.assertEqual((decision.before, decision.after), ({"series": None}, {"series": self.series.pk}))

    def test_a_series_keeps_the_scope_of_its_points(self) -> None:
        add_to_series(self.part, self.series)
        self.assertEqual(check_series(self.series), {})
        self.series.unit, self.series.place = "family", make_entity("Gaza", kind=Entity.Kind.PLACE)
        self.assertEqual(
            check_series(self.series),
            {
                "unit": "“883 people counted” stands in this series and has person here.",
                "place": "“883 people counted” stands in this series and has nothing here.",
            },
        )
        self.assertEqual(check_series(Series(unit="x")), {})
