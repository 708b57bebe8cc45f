"""Years, months and days: four kinds of date, each apart, and what is certain apart from what is not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.test import SimpleTestCase, TestCase
from django.test.utils import CaptureQueriesContext

from articles.browsing import days
from articles.browsing.days import Part, Tally
from articles.browsing.kinds import KINDS
from articles.models import Anchor, Article, DateMention, Event, fuzzy
from articles.text.dates import parse_edtf
from tests.factories import anchor, make_article, make_event, make_quote, make_statistic, stamp

NAMES = ["published", "said", "happened", "figures"]
DAY = date(2023, 12, 6)


def part(name: str, first: date = DAY, last: date | None = None, *, notes: bool = False, most: int = 25) -> Part:
    found = days.parts(first, last or first, notes=notes, most=most)
    return next(part for part in found if part.kind.name == name)


def published(edtf: str, **fields: Any) -> Article:
    return make_article(f"Terbit {edtf}", published=edtf, **fields)


def headlines(articles: list[Article]) -> list[str]:
    return [str(article).removeprefix("Terbit ") for article in articles]


class PossibleDayTests(SimpleTestCase):
    def test_a_day_that_there_is(self) -> None:
        self.assertEqual(days.possible(2024, 2, 29), date(2024, 2, 29))
        self.assertEqual(days.possible(1400), date(1400, 1, 1))
        self.assertEqual(days.possible(2200, 12, 31), date(2200, 12, 31))

    def test_a_day_that_there_is_not(self) -> None:
        for asked in ((2023, 2, 29), (2023, 13), (2023, 0), (2023, 1, 0), (2023, 4, 31), (0,), (1399, 12, 31), (2201,)):
            with self.subTest(str(asked)):
                self.assertIsNone(days.possible(*asked))


class DayTests(TestCase):
    def test_each_kind_of_date_stands_apart(self) -> None:
        article = published("2023-12-06", paragraphs=("Kata Ana: 10 orang tiba.",))
        quote = make_quote(article, "Kata Ana", said="2023-12-06")
        event = make_event(article, "tiba", happened="2023-12-06")
        statistic = make_statistic(10, article=article, as_of="2023-12-06")
        found = days.parts(DAY, DAY)
        self.assertEqual([part.kind.name for part in found], NAMES)
        self.assertEqual([part.exact for part in found], [[article], [quote], [event], [statistic]])
        self.assertEqual([part.total for part in days.parts(date(2023, 12, 7), date(2023, 12, 7))], [0, 0, 0, 0])

    def test_what_is_certain_what_goes_on_and_what_is_only_possible_are_told_apart(self) -> None:
        dates = (
            *("2023-12-06", "2023-12-01/2023-12-10", "2023-12-05/.."),
            *("2023-12-06?", "2023-12-06~", "2023-12", "2023", "[2023-12-01..2023-12-31]", "[2023-12-06,2023-12-08]"),
            *("2023-12-05", "2023-12-07/..", "2024", "[2023-12-07..2023-12-31]", ""),
        )
        for edtf in dates:
            published(edtf)
        found = part("published")
        self.assertEqual(headlines(found.exact), ["2023-12-06"])
        self.assertEqual(headlines(found.going), ["2023-12-01/2023-12-10", "2023-12-05/.."])
        self.assertEqual(
            headlines(found.possibly),
            ["2023", "2023-12", "[2023-12-01..2023-12-31]", "2023-12-06?", "2023-12-06~", "[2023-12-06,2023-12-08]"],
        )
        self.assertEqual(found.total, 9)

    def test_what_certainly_lies_in_a_month_is_not_called_possible(self) -> None:
        for edtf in ("2023-12", "[2023-12-10..2023-12-31]", "2023-12-06"):
            published(edtf)
        for edtf in ("2023", "[2023-11-30..2023-12-02]", "2023-12~"):
            published(edtf)
        month = part("published", date(2023, 12, 1), date(2023, 12, 31))
        self.assertEqual(headlines(month.possibly), ["2023", "[2023-11-30..2023-12-02]", "2023-12~"])
        self.assertEqual(sorted(headlines(month.exact)), ["2023-12", "2023-12-06", "[2023-12-10..2023-12-31]"])

    def test_a_reference_note_stands_there_only_when_it_is_asked_for(self) -> None:
        published("2023-12-06", rights=Article.Rights.REFERENCE)
        self.assertEqual(part("published").exact, [])
        self.assertEqual(headlines(part("published", notes=True).exact), ["2023-12-06"])

    def test_more_than_fits_leads_to_the_full_list_of_the_same_days(self) -> None:
        for number in range(3):
            make_article(f"Terbit {number}", published="2023-12-06")
        self.assertEqual(part("published", most=3).more, "")
        cut = part("published", most=2)
        self.assertEqual(cut.total, 2)
        self.assertEqual(cut.more, "/search/?from=2023-12-06&to=2023-12-06")
        self.assertContains(self.client.get(cut.more), '<article class="card">', count=3)

    def test_the_full_list_of_each_kind_asks_for_the_same_days(self) -> None:
        article = published("2023-12-06", paragraphs=("Kata Ana: 10 orang tiba.",))
        for _ in range(2):
            make_quote(article, "Kata Ana", said="2023-12-06")
            make_statistic(10, article=article, as_of="2023-12-06")
        for name, address in (("said", "/quotes/"), ("figures", "/statistics/")):
            with self.subTest(name):
                self.assertEqual(part(name, most=1).more, f"{address}?from=2023-12-06&to=2023-12-06")

    def test_events_have_no_list_and_are_not_cut(self) -> None:
        article = published("2023-12-06")
        for _ in range(4):
            make_event(article, "bertemu", happened="2023-12-06")
        found = part("happened", most=2)
        self.assertEqual((found.total, found.more), (4, ""))

    def test_queries_do_not_grow_with_what_lies_on_a_day(self) -> None:
        article = published("2023-12-06", paragraphs=("Kata Ana: 10 orang tiba.",))

        def add() -> None:
            make_quote(article, "Kata Ana", said="2023-12-06")
            make_event(article, "tiba", happened="2023-12-06")
            make_statistic(10, article=article, as_of="2023-12-06")

        add()
        with CaptureQueriesContext(connection) as few:
            days.parts(DAY, DAY)
        for _ in range(5):
            add()
        with self.assertNumQueries(len(few)):
            days.parts(DAY, DAY)


class MonthTests(TestCase):
    def test_weeks_begin_on_monday_and_days_of_other_months_are_empty(self) -> None:
        month = days.month_of(date(2023, 12, 1))
        first, *_, last = month.weeks
        self.assertEqual([cell and cell.day.day for cell in first], [None, None, None, None, 1, 2, 3])
        self.assertEqual([cell and cell.day.day for cell in last], [25, 26, 27, 28, 29, 30, 31])
        self.assertEqual([f"{day:%A}"[:3] for day in month.weekdays], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])

    def test_the_first_and_the_last_month_have_calendars_too(self) -> None:
        for first in (date(1400, 1, 1), date(2200, 12, 1)):
            with self.subTest(str(first)):
                month = days.month_of(first)
                self.assertEqual(sum(cell is not None for week in month.weeks for cell in week), 31)

    def test_a_day_counts_what_is_certain_of_it_kind_by_kind(self) -> None:
        article = published("2023-12-06")
        published("2023-12-06")
        make_quote(article, "Dewan", said="2023-12-06")
        make_quote(article, "kota", said="2023-12-07?")
        published("2023-12-01/2023-12-31")
        cells = {cell.day: cell for week in days.month_of(date(2023, 12, 1)).weeks for cell in week if cell}
        self.assertEqual([count for _, count in cells[DAY].counts], [2, 1, 0, 0])
        self.assertEqual([kind.name for kind in cells[DAY].kinds], ["published", "said"])
        self.assertEqual([day for day, cell in cells.items() if cell.kinds], [DAY])


class TallyTests(TestCase):
    def counts(self, tally: Tally) -> dict[str, tuple[int, int]]:
        return {kind.name: (sure, unsure) for kind, sure, unsure in tally.counts if sure or unsure}

    def test_a_month_counts_days_that_are_certain_apart_from_those_that_are_not(self) -> None:
        for edtf in ("2023-12-06", "2023-12-07", "2023-12-08?", "[2023-11-20..2023-12-10]", "2022-12-31/2023-01-01"):
            published(edtf)
        months = {tally.first.month: self.counts(tally) for tally in days.months_of(2023) if not tally.empty}
        self.assertEqual(months, {1: {"published": (0, 1)}, 11: {"published": (0, 1)}, 12: {"published": (2, 2)}})

    def test_a_year_has_twelve_months(self) -> None:
        self.assertEqual([tally.first.month for tally in days.months_of(2023)], list(range(1, 13)))

    def test_years_with_something_come_newest_first(self) -> None:
        for edtf in ("2021-05-05", "2023-12-06", "2023~", ""):
            published(edtf)
        found = days.years()
        self.assertEqual([tally.first.year for tally in found], [2023, 2021])
        self.assertEqual([self.counts(tally) for tally in found], [{"published": (1, 1)}, {"published": (1, 0)}])

    def test_a_stretch_of_years_lies_in_each_of_them(self) -> None:
        published("[2019..2022]")
        self.assertEqual([tally.first.year for tally in days.years()], [2022, 2021, 2020, 2019])

    def test_what_has_no_end_counts_in_the_year_in_which_it_began(self) -> None:
        make_event(published("2023-12-06"), "bertemu", happened="2021-11-12/..")
        self.assertEqual([tally.first.year for tally in days.years()], [2023, 2021])

    def test_nothing_dated_gives_no_years(self) -> None:
        published("")
        self.assertEqual(days.years(), [])
        self.assertTrue(all(tally.empty for tally in days.months_of(2023)))

    def test_queries_do_not_grow_with_the_archive(self) -> None:
        published("2023-12-06")
        with CaptureQueriesContext(connection) as few:
            days.years(), days.months_of(2023), days.month_of(date(2023, 12, 1))
        for number in range(1, 10):
            published(f"2023-{number:02}-0{number}")
        with self.assertNumQueries(len(few)):
            days.years(), days.months_of(2023), days.month_of(date(2023, 12, 1))


class NeighbourTests(TestCase):
    def test_they_are_the_nearest_days_of_any_kind_that_are_certain(self) -> None:
        article = published("2023-12-01")
        make_quote(article, "Dewan", said="2023-12-04")
        make_event(article, "bertemu", happened="2023-12-09")
        for edtf in ("2023-12-05?", "2023-12", "2023-12-07/2023-12-08"):
            published(edtf)
        self.assertEqual(days.neighbours(DAY), (date(2023, 12, 4), date(2023, 12, 9)))
        self.assertEqual(days.neighbours(date(2023, 12, 1)), (None, date(2023, 12, 4)))
        self.assertEqual(days.neighbours(date(2023, 12, 9)), (date(2023, 12, 4), None))

    def test_days_of_reference_notes_alone_are_passed_over(self) -> None:
        published("2023-12-05", rights=Article.Rights.REFERENCE)
        self.assertEqual(days.neighbours(DAY), (None, None))


class KindTests(SimpleTestCase):
    def test_there_are_four_and_each_has_a_sign_of_its_own(self) -> None:
        self.assertEqual([kind.name for kind in KINDS], NAMES)
        self.assertEqual(len({kind.sign for kind in KINDS}), len(KINDS))


class LastingTests(TestCase):
    """Something that began and has no end: on its first day, and where an article says that it goes on."""

    article: Article
    event: Event

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = published("2023-12-20", paragraphs=("Evakuasi sejak November, juga 6 Desember.",))
        cls.event = make_event(cls.article, "Evakuasi", happened="2021-11-12/..")

    def tell(self, edtf: str, article: Article | None = None) -> None:
        article = article or self.article
        value = fuzzy.columns("value", parse_edtf(edtf))
        mention = DateMention.objects.create(article=article, kind="date", event=self.event, **value, **stamp())
        anchor(article, "6 Desember", Anchor.Role.PHRASE, date=mention)

    def on(self, first: date, last: date | None = None, *, notes: bool = False) -> bool:
        return part("happened", first, last, notes=notes).rows == [self.event]

    def test_it_stands_on_its_first_day_and_in_its_first_month(self) -> None:
        self.assertTrue(self.on(date(2021, 11, 12)))
        self.assertTrue(self.on(date(2021, 11, 1), date(2021, 11, 30)))

    def test_it_stands_on_no_other_day_and_in_no_other_month(self) -> None:
        for day in (date(2021, 11, 11), date(2021, 11, 13), DAY, date(2025, 10, 22)):
            self.assertFalse(self.on(day), day)
        self.assertFalse(self.on(date(2021, 12, 1), date(2021, 12, 31)))
        self.assertEqual([tally.counts[2][1:] for tally in days.months_of(2022)], [(0, 0)] * 12)

    def test_it_stands_where_an_article_says_so(self) -> None:
        self.tell("2023-12-06")
        self.tell("2021-11-12/..")  # the open end itself tells of no later day
        self.assertTrue(self.on(DAY))
        self.assertTrue(self.on(date(2023, 12, 1), date(2023, 12, 31)))
        self.assertFalse(self.on(date(2023, 12, 7)))

    def test_a_month_that_an_article_names_is_no_day_of_it(self) -> None:
        self.tell("2023-12")
        self.assertTrue(self.on(date(2023, 12, 1), date(2023, 12, 31)))
        self.assertFalse(self.on(DAY))

    def test_months_and_years_count_it_once_where_it_stands(self) -> None:
        for edtf in ("2023-12-06", "2023-12-07", "2021-11-20"):
            self.tell(edtf)
        months = {tally.first.month: tally.counts[2][1:] for tally in days.months_of(2023) if not tally.empty}
        self.assertEqual(months, {12: (0, 1)})
        self.assertEqual([tally.counts[2][1:] for tally in days.months_of(2021) if not tally.empty], [(0, 1)])
        years = {tally.first.year: tally.counts[2][1:] for tally in days.years()}
        self.assertEqual(years, {2023: (0, 1), 2021: (0, 1)})

    def test_what_a_reference_note_or_a_draft_says_does_not_count(self) -> None:
        text = ("Juga pada 6 Desember.",)
        self.tell("2023-12-06", published("", paragraphs=text, state=Article.State.DRAFT))
        self.tell("2023-12-06", published("", paragraphs=text, rights=Article.Rights.REFERENCE))
        self.assertFalse(self.on(DAY))
        self.assertTrue(self.on(DAY, notes=True))

    def test_with_an_end_it_goes_on_until_then(self) -> None:
        event = make_event(self.article, "Evakuasi", happened="2022-01-01/2022-12-31")
        self.assertEqual(part("happened", date(2022, 5, 5)).going, [event])
