from __future__ import annotations

from typing import Any

from django.test import TestCase

from articles.models import Anchor, Article, Printing, Series, Statistic, StatisticLink, Status
from articles.series.build import Point, Standing, near, points_of
from tests.factories import anchor, make_article, make_statistic, stamp

PEOPLE = {"unit": "person", "population": "residents"}


def link(one: Statistic, other: Statistic, kind: StatisticLink.Type, status: Status = Status.CONFIRMED) -> None:
    StatisticLink.objects.create(from_statistic=one, to_statistic=other, type=kind, **stamp(status))


class PointsTests(TestCase):
    article: Article
    series: Series

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Terhitung 1 2 3 4 5 6 7 8 9 warga.",))
        cls.series = Series.objects.create(slug="counted", name="Counted", **PEOPLE)

    def add(self, value: int, as_of: str, **more: Any) -> Statistic:
        fields = {**PEOPLE, "series": self.series, **more}
        return make_statistic(value, article=fields.pop("article", self.article), as_of=as_of, **fields)

    def points(self) -> list[Point]:
        return points_of([self.series])[self.series.pk]

    def standings(self) -> dict[int, tuple[Standing, int | None]]:
        return {
            int(point.statistic.value): (point.standing, int(point.other.value) if point.other else None)
            for point in self.points()
        }

    def test_points_stand_in_the_order_of_their_days_and_the_undated_last(self) -> None:
        self.add(1, "2024-03-05")
        self.add(2, "")
        self.add(3, "2024-03-01")
        self.assertEqual([int(point.statistic.value) for point in self.points()], [3, 1, 2])

    def test_a_figure_is_superseded_by_the_next_reviewed_one_of_a_later_day(self) -> None:
        self.add(1, "2024-03-01")
        self.add(2, "2024-03-05")
        self.add(3, "2024-03-09")
        self.assertEqual(
            self.standings(),
            {
                1: (Standing.SUPERSEDED, 2),
                2: (Standing.SUPERSEDED, 3),
                3: (Standing.NEWEST_REVIEWED, None),
            },
        )

    def test_an_unreviewed_figure_supersedes_nothing_but_would(self) -> None:
        self.add(1, "2024-03-01")
        self.add(2, "2024-03-05", status=Status.SUGGESTED)
        self.assertEqual(self.standings(), {1: (Standing.NEWEST_REVIEWED, None), 2: (Standing.WOULD_SUPERSEDE, 1)})

    def test_days_that_may_be_the_same_decide_nothing(self) -> None:
        self.add(1, "2024-03-01/2024-03-09")
        self.add(2, "2024-03-05")
        standings = self.standings()
        self.assertEqual(standings[1], (Standing.NONE, None))
        self.assertEqual(standings[2], (Standing.NEWEST_REVIEWED, None))

    def test_a_figure_without_end_is_superseded_by_none(self) -> None:
        self.add(1, "2024-03-01/..")
        self.add(2, "2024-03-05")
        self.assertEqual(self.standings()[1], (Standing.NONE, None))

    def test_a_link_that_an_editor_confirmed_supersedes_even_on_the_same_day(self) -> None:
        wrong = self.add(1, "2024-03-01")
        right = self.add(2, "2024-03-01")
        link(right, wrong, StatisticLink.Type.SUPERSEDES)
        self.assertEqual(self.standings(), {1: (Standing.SUPERSEDED, 2), 2: (Standing.NEWEST_REVIEWED, None)})
        self.assertEqual([point.joined for point in self.points()], [False, True])

    def test_a_link_that_is_only_suggested_supersedes_nothing(self) -> None:
        link(self.add(2, "2024-03-01"), self.add(1, "2024-03-01"), StatisticLink.Type.SUPERSEDES, Status.SUGGESTED)
        self.assertNotIn(Standing.SUPERSEDED, [standing for standing, _ in self.standings().values()])

    def test_a_figure_whose_scope_was_corrected_since_stands_beside_the_series_and_is_never_joined(self) -> None:
        self.add(1, "2024-03-01")
        self.add(2, "2024-03-05", population="residents and guests")
        one, other = self.points()
        self.assertEqual((one.standing, one.joined), (Standing.NEWEST_REVIEWED, True))
        self.assertEqual((other.standing, other.joined), (Standing.OTHER_SCOPE, False))

    def test_what_a_draft_prints_is_no_point(self) -> None:
        draft = make_article("Naskah", paragraphs=("Ada 5 orang.",), state=Article.State.DRAFT)
        self.add(1, "2024-03-01")
        self.add(5, "2024-03-05", article=draft)
        (point,) = self.points()
        self.assertEqual(int(point.statistic.value), 1)
        self.assertEqual(point.standing, Standing.NEWEST_REVIEWED)

    def test_a_point_shows_the_printings_of_published_articles_by_their_day(self) -> None:
        figure = self.add(1, "2024-03-01")
        for headline, published, state in (
            ("Earlier", "2024-02-01", Article.State.PUBLISHED),
            ("Draft", "2024-01-01", Article.State.DRAFT),
        ):
            article = make_article(headline, paragraphs=("Ada 1.",), published=published, state=state)
            printing = Printing.objects.create(article=article, statistic=figure, **stamp())
            anchor(article, "1", Anchor.Role.NUMBER, printing=printing)
        (point,) = self.points()
        self.assertEqual([str(printing.article) for printing in point.printings], ["Earlier", str(self.article)])

    def test_points_of_many_series_need_no_more_queries_than_of_one(self) -> None:
        self.add(1, "2024-03-01")
        with self.assertNumQueries(4):
            points_of([self.series])
        other = Series.objects.create(slug="other", name="Other", **PEOPLE)
        for value in (2, 3, 4, 5):
            self.add(value, f"2024-03-0{value}", series=other)
        with self.assertNumQueries(4):
            found = points_of([self.series, other])
        self.assertEqual([len(found[one.pk]) for one in (self.series, other)], [1, 4])


class NearTests(TestCase):
    article: Article
    series: list[Series]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Terhitung 1 2 3 4 5 6 7 8 9 warga.",))
        cls.series = [
            Series.objects.create(
                slug=f"series-{number}", name=f"Series {number}", unit="person", population=str(number)
            )
            for number in range(3)
        ]

    def add(self, value: int, series: Series | None, **more: Any) -> Statistic:
        population = series.population if series else "others"
        return make_statistic(value, article=self.article, series=series, **{"population": population, **more})

    def names(self) -> list[str]:
        found = near(self.series[0], points_of([self.series[0]])[self.series[0].pk])
        return [one.series.name if one.series else str(one.points[0].statistic) for one in found]

    def test_what_is_linked_and_what_that_is_a_part_of_is_near(self) -> None:
        own, whole = self.add(1, self.series[0]), self.add(3, self.series[2])
        linked = self.add(2, self.series[1], out_of=whole)
        link(own, linked, StatisticLink.Type.DIFFERENT_SCOPE)
        self.assertEqual(self.names(), ["Series 1", "Series 2"])

    def test_a_linked_figure_without_a_series_is_near_by_itself(self) -> None:
        own, lone = self.add(1, self.series[0]), self.add(2, None)
        link(lone, own, StatisticLink.Type.DIFFERENT_SCOPE)
        self.assertEqual(self.names(), ["2 people counted"])

    def test_nothing_is_near_by_a_rejected_link_or_in_a_draft(self) -> None:
        own, lone = self.add(1, self.series[0]), self.add(2, None)
        link(lone, own, StatisticLink.Type.DIFFERENT_SCOPE, Status.REJECTED)
        draft = make_article("Naskah", paragraphs=("Ada 5 orang.",), state=Article.State.DRAFT)
        hidden = make_statistic(5, article=draft, series=self.series[1], population="1")
        link(hidden, own, StatisticLink.Type.DIFFERENT_SCOPE)
        self.assertEqual(self.names(), [])
