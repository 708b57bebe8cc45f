"""The first page: what is new, the latest figures and quotes, and the archive in time."""

from __future__ import annotations

from datetime import date
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.browsing.front import ARTICLES, FIGURES, QUOTES, Front, front
from articles.browsing.holdings import Held, Holdings
from articles.browsing.in_time import InTime
from articles.models import Article, Quote, Status
from tests.factories import make_article, make_entity, make_event, make_mention, make_quote, make_statistic
from tests.world import load_sample_world

DIRECT = Quote.Type.DIRECT


def in_time() -> InTime:
    found = front().in_time
    assert found
    return found


def held(articles: int, quotes: int, statistics: int, people: int, reviewed: int) -> Holdings:
    return Holdings(
        articles=Held(articles),
        quotes=Held(quotes),
        statistics=Held(statistics),
        people=Held(people),
        reviewed=Held(reviewed),
    )


def told() -> dict[str, tuple[list[tuple[date, int]], list[tuple[date, int]], int]]:
    return {lane.kind.name: (lane.certain, lane.doubted, lane.rest) for lane in in_time().days}


class EmptyArchiveTests(TestCase):
    def test_an_empty_archive_has_a_first_page_with_nothing_on_it(self) -> None:
        nothing = held(0, 0, 0, 0, 0)
        self.assertEqual(
            front(), Front(statistics=[], quotes=[], articles=[], holdings=nothing, in_time=None, years=[])
        )

    def test_an_archive_without_a_certain_day_is_not_drawn(self) -> None:
        make_article(published="2024-02")
        self.assertIsNone(front().in_time)


class FirstArticleTests(TestCase):
    """What the front page makes of the first article."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_it_counts_what_the_archive_holds_without_reference_notes(self) -> None:
        self.assertEqual(front().holdings, held(1, 20, 5, 4, 25))

    def test_a_denominator_is_left_to_the_figure_that_it_belongs_to(self) -> None:
        self.assertEqual([int(statistic.value) for statistic in front().statistics], [898, 883, 135, 10])

    def test_quotes_are_direct_ones_newest_first(self) -> None:
        self.assertEqual([quote.number for quote in front().quotes], [2, 5, 10])

    def test_the_drawing_ends_with_the_month_of_the_last_certain_day(self) -> None:
        self.assertEqual((in_time().first, in_time().last), (date(2023, 10, 1), date(2024, 1, 1)))

    def test_words_beside_the_drawing_tell_certain_doubted_and_undated_apart(self) -> None:
        self.assertEqual(told()["published"], ([], [], 1))
        said = told()["said"]
        self.assertEqual(said[0], [(date(2023, 10, 16), 1), (date(2023, 12, 6), 6), (date(2023, 12, 10), 5)])
        self.assertEqual(said[1], [(date(2023, 11, 27), 4)])
        self.assertEqual(said[2], 4)

    def test_the_drawing_shows_the_days_that_the_words_tell(self) -> None:
        shown = in_time()
        for plot in shown.plots:
            for lane, words in zip(plot.lanes, shown.days, strict=True):
                drawn = [(dot.day, dot.count) for dot in lane.dots]
                self.assertEqual(sorted(drawn), sorted([*words.certain, *words.doubted]))


class SpreadTests(TestCase):
    """The first page is not one article's: each quote and each figure is of another, as far as there are so many."""

    def test_quotes_have_a_speaker_and_come_from_different_articles(self) -> None:
        ana = make_entity("Ana Wijaya")
        older = [make_article(f"Dewan {number}", paragraphs=["Kata Ana."]) for number in range(2)]
        single = [make_quote(one, "Kata Ana", speaker=ana, said="2024-03-01", type=DIRECT) for one in older]
        busy = make_article(paragraphs=["Kata Ana."])
        many = [make_quote(busy, "Kata Ana", speaker=ana, said="2024-03-02", type=DIRECT) for _each in range(4)]
        make_quote(make_article(paragraphs=["Kata Ana."]), "Kata Ana", said="2024-03-09", type=DIRECT)
        self.assertEqual(front().quotes, [many[0], single[1], single[0]])

    def test_figures_are_reviewed_ones_first_and_come_from_different_articles(self) -> None:
        busy, other = (make_article(paragraphs=["Ada 10 orang."]) for _each in range(2))
        suggested = [
            make_statistic(10, article=busy, as_of="2024-03-09", status=Status.SUGGESTED) for _each in range(FIGURES)
        ]
        reviewed = make_statistic(10, article=other, as_of="2023-01-01")
        self.assertEqual(front().statistics, [reviewed, *reversed(suggested[1:])])


class NewestTests(TestCase):
    def test_lists_are_short_and_begin_with_the_newest(self) -> None:
        article = make_article(paragraphs=("Kata Ana: 10 orang tiba.",))
        ana = make_entity("Ana Wijaya")
        days = [f"2024-03-0{day}" for day in range(1, 6)]
        quotes = [make_quote(article, "Kata Ana", speaker=ana, said=day, type=DIRECT) for day in days]
        figures = [make_statistic(10, article=article, as_of=f"2024-03-0{day}") for day in range(1, 8)]
        articles = [article, *(make_article(f"Dewan {number}") for number in range(6))]
        found = front()
        self.assertEqual(found.quotes, quotes[::-1][:QUOTES])
        self.assertEqual(found.statistics, figures[::-1][:FIGURES])
        self.assertEqual(found.articles, articles[::-1][:ARTICLES])

    def test_new_is_what_was_added_last_whatever_day_it_is_of(self) -> None:
        newest = make_article("Baru", published="2024-03-01")
        old = make_article("Lama", published="1999-01-01")
        self.assertEqual(front().articles, [old, newest])

    def test_the_months_of_the_drawing_run_over_the_turn_of_a_year(self) -> None:
        make_article(published="2024-01-15")
        self.assertEqual((in_time().first, in_time().last), (date(2023, 11, 1), date(2024, 2, 1)))

    def test_the_last_month_that_the_archive_knows_can_be_drawn(self) -> None:
        for published in ("1400-01-01", "2200-12-31"):
            with self.subTest(published):
                make_article(published=published)
                self.assertEqual(told()["published"][0], [(date.fromisoformat(published), 1)])

    def test_days_before_the_months_shown_are_left_to_the_years(self) -> None:
        make_article(published="2024-03-01")
        make_article("Lama", published="2020-05-05")
        self.assertEqual(told()["published"], ([(date(2024, 3, 1), 1)], [], 0))
        self.assertEqual(front().years, [2024, 2020])

    def test_notes_and_drafts_are_on_no_part_of_it(self) -> None:
        make_article(published="2024-03-01")
        before = front()
        for fields in ({"rights": Article.Rights.REFERENCE}, {"state": Article.State.DRAFT}):
            hidden = make_article("Lain", paragraphs=("Kata Ana: 10 orang.",), published="2024-05-05", **fields)
            make_mention(hidden, make_entity("Ana"), "Ana")
            make_quote(hidden, "Kata Ana", said="2024-05-05", type=DIRECT)
            make_statistic(10, article=hidden, as_of="2024-05-05")
            make_event(hidden, "Kata", happened="2024-05-05")
        self.assertEqual(front(), before)

    def test_what_no_editor_has_confirmed_is_not_counted_as_reviewed(self) -> None:
        article = make_article(paragraphs=("Kata Ana: 10 orang tiba.",))
        make_quote(article, "Kata Ana")
        make_quote(article, "Kata Ana", status=Status.SUGGESTED)
        make_quote(article, "Kata Ana", status=Status.REJECTED)
        make_statistic(10, article=article, status=Status.SUGGESTED)
        found = front().holdings
        self.assertEqual((found.reviewed, found.found, found.partly_reviewed), (Held(1), Held(3), True))

    def test_its_years_are_the_newest_ones_in_which_something_begins(self) -> None:
        for year in range(2010, 2020):
            make_article(published=f"{year}-05-05")
        article = make_article(paragraphs=("Kata Ana: 10 orang tiba.",), published="2015")
        make_quote(article, "Kata Ana", said="2021-01-01")
        make_statistic(10, article=article, as_of="1999-12")
        make_event(article, "Kata", happened="2024-06-01/..")
        self.assertEqual(front().years, [2024, 2021, 2019, 2018, 2017, 2016])

    def test_queries_do_not_grow_with_the_archive(self) -> None:
        article = make_article(paragraphs=("Kata Ana: 10 orang tiba.",), mentioning=("Ana",))

        def add() -> None:
            make_quote(article, "Kata Ana", speaker=make_entity("Ana"), type=DIRECT)
            make_statistic(10, article=article, stated_by=make_entity("Ana"))
            make_article("Dewan", mentioning=("Ana",))

        add()
        with CaptureQueriesContext(connection) as few:
            front()
        for _ in range(3):
            add()
        with self.assertNumQueries(len(few)):
            front()


class OutOfTimeTests(TestCase):
    """What takes too long is told from a sample or left out; the page stands."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_without_time_nothing_is_counted_and_what_was_added_last_still_stands(self) -> None:
        with patch("articles.browsing.front.SECONDS", 0.0):
            found = front()
            page = self.client.get("/")
        self.assertEqual((found.statistics, found.quotes, found.in_time, found.years), ([], [], None, []))
        self.assertEqual(found.holdings.people, Held(None))
        self.assertFalse(found.holdings.partly_reviewed)
        self.assertEqual(len(found.articles), 1)
        self.assertEqual(page.status_code, 200)
        self.assertNotIn("None", page.content.decode())

    def test_without_time_for_all_a_sample_is_told_as_one(self) -> None:
        with patch("articles.browsing.holdings.EXACT_SHARE", 0.0), patch("articles.search.sampling.LEAST_STEP", 1):
            self.assertEqual(front().holdings.quotes, Held(20))  # each quote is in it
        with patch("articles.browsing.holdings.EXACT_SHARE", 0.0), patch("articles.search.sampling.LEAST_STEP", 2):
            quotes = front().holdings.quotes
            page = self.client.get("/")
        self.assertTrue(quotes.about)
        self.assertIn("about <b>", page.content.decode())

    def test_hidden_articles_do_not_change_what_a_sample_tells(self) -> None:
        with patch("articles.browsing.holdings.EXACT_SHARE", 0.0), patch("articles.search.sampling.LEAST_STEP", 2):
            before = front()
            for fields in ({"rights": Article.Rights.FULL_TEXT}, {"rights": Article.Rights.REFERENCE}):
                hidden = make_article(
                    "Lain", paragraphs=("Kata Ana: 10 orang.",), published="2024-05-05", state="draft", **fields
                )
                make_mention(hidden, make_entity("Hantu"), "Ana")
                make_quote(hidden, "Kata Ana", said="2024-05-05", type=DIRECT)
                make_statistic(10, article=hidden, as_of="2024-05-05")
            self.assertEqual(front(), before)
