from __future__ import annotations

from django.http import QueryDict
from django.test import TestCase
from django.utils import translation

from articles.search.days import Bars
from articles.search.results import listing
from tests.factories import make_article, make_event, make_quote

OPEN_MONTHS = {
    f"{month} 2020": (0, 1)
    for month in ("April", "May", "June", "July", "August", "September", "October", "November", "December")
}


class BarsTests(TestCase):
    def bars(self, address: str = "", kind: str = "articles") -> Bars:
        bars = listing(kind, QueryDict(address)).bars
        assert bars is not None
        return bars

    def shown(self, address: str = "") -> dict[str, tuple[int, int]]:
        """Return certain and uncertain counts of the bars that are not empty, by title."""
        return {bar.title: (bar.sure, bar.unsure) for bar in self.bars(address).bars if bar.total}

    def test_years_count_by_overlap_and_tell_the_uncertain_apart(self) -> None:
        make_article("Satu", published="2021-05-01")
        make_article("Dua", published="2023-12-06")
        make_article("Tiga", published="[2022-12-30..2023-01-02]")
        make_article("Tanpa hari", published="")
        self.assertEqual(self.shown(), {"2021": (1, 0), "2022": (0, 1), "2023": (1, 1)})
        self.assertEqual(self.bars().way, [])
        self.assertTrue(self.bars().uncertain)

    def test_one_year_is_shown_by_its_months_at_once(self) -> None:
        make_article("Satu", published="2023-12-06")
        make_article("Dua", published="[2023-11-20..2023-12-31]")
        self.assertEqual(self.shown(), {"November 2023": (0, 1), "December 2023": (1, 1)})
        self.assertEqual([bar.label for bar in self.bars().bars], list("JFMAMJJASOND"))

    def test_the_way_back_to_all_years_is_offered_only_where_it_changes_the_list(self) -> None:
        make_article("Satu", published="2023-12-06")
        self.assertEqual([step.label for step in self.bars("q=Satu").way], ["2023"])
        self.assertEqual([step.label for step in self.bars("q=Satu&from=2023").way], ["All years", "2023"])

    def test_a_year_zooms_to_months_and_a_month_to_days_without_leaving_the_words(self) -> None:
        make_article("Satu", published="2023-12-06")
        make_article("Dua", published="2021-05-01")
        year = self.bars("q=Satu OR Dua").bars[-1]
        self.assertEqual((year.title, year.url), ("2023", "?q=Satu+OR+Dua&from=2023&to=2023"))
        months = self.bars("from=2023&to=2023")
        self.assertEqual([step.label for step in months.way], ["All years", "2023"])
        self.assertEqual(months.way[0].url, "?")
        december = months.bars[-1]
        self.assertEqual(december.url, "?from=2023-12&to=2023-12")
        days = self.bars(december.url.removeprefix("?"))
        self.assertEqual(len(days.bars), 31)
        self.assertEqual(self.shown("from=2023-12&to=2023-12"), {"6 December 2023": (1, 0)})
        self.assertEqual([step.label for step in days.way], ["All years", "2023", "December"])
        self.assertEqual(days.way[1].url, "?from=2023&to=2023")

    def test_the_days_asked_for_are_marked_and_the_counts_leave_them_out(self) -> None:
        make_article("Satu", published="2023-12-06")
        make_article("Dua", published="2023-12-20")
        bars = self.bars("from=2023-12-06&to=2023-12-06")
        self.assertEqual([bar.title for bar in bars.bars if bar.chosen], ["6 December 2023"])
        self.assertEqual([bar.total for bar in bars.bars if bar.total], [1, 1])
        self.assertFalse(any(bar.chosen for bar in self.bars("from=2023-12&to=2023-12").bars))

    def test_an_open_end_reaches_to_the_last_bar(self) -> None:
        make_article("Satu", published="2021-05-01/..")
        make_article("Dua", published="2023-12-20")
        self.assertEqual(self.shown(), {"2021": (0, 1), "2022": (0, 1), "2023": (1, 1)})

    def test_many_years_are_cut_to_the_last_sixty_and_named_sparsely(self) -> None:
        make_article("Satu", published="1850")
        make_article("Dua", published="2023-12-20")
        bars = self.bars().bars
        self.assertEqual((bars[0].title, len(bars)), ("1964", 60))
        self.assertEqual([bar.label for bar in bars if bar.label], ["1970", "1980", "1990", "2000", "2010", "2020"])

    def test_of_thirty_years_every_fifth_is_named(self) -> None:
        make_article("Satu", published="1994")
        make_article("Dua", published="2023-12-20")
        labels = [bar.label for bar in self.bars().bars if bar.label]
        self.assertEqual(labels, ["1995", "2000", "2005", "2010", "2015", "2020"])

    def test_the_drawing_is_the_same_in_every_language(self) -> None:
        make_article("Satu", published="2022-05-01")
        make_article("Dua", published="[2022-12-20..2023-01-10]")
        with translation.override("id"):
            first = self.bars().bars[0]
            drawn = (first.sure_top, first.sure_height, first.unsure_top, first.unsure_height)
        self.assertEqual(drawn, ("25.5", "25.5", "0.0", "25.5"))

    def test_lists_without_dates_have_no_bars(self) -> None:
        make_article("Satu")
        self.assertIsNone(listing("entities", QueryDict("")).bars)

    def test_bars_follow_the_kind_of_date_asked_for_and_count_an_article_once_in_each(self) -> None:
        article = make_article("Satu", paragraphs=["Air naik. Hujan turun. Banjir surut."], published="2024-02-02")
        for words, said in (
            ("Air naik", "2021"),
            ("Hujan turun", "2021-05"),
            ("Banjir surut", "[2021-12-30..2022-01-02]"),
        ):
            make_quote(article, words, said=said)
        make_event(article, "Hujan", happened="2020-03-04")
        make_event(article, "Banjir", happened="2020-03-05/..")
        self.assertEqual(self.shown("date=said"), {"2021": (1, 0), "2022": (0, 1)})
        self.assertEqual(self.bars("date=said").label, "Said")
        self.assertEqual(self.bars("date=said").bars[0].url, "?date=said&from=2021&to=2021")
        self.assertEqual(self.shown("date=said&from=2021&to=2021")["May 2021"], (1, 0))
        self.assertEqual(self.shown("date=happened"), {"March 2020": (1, 0), **OPEN_MONTHS})
        for bar in self.bars("date=said").bars:
            self.assertEqual(listing("articles", QueryDict(bar.url.removeprefix("?"))).total.number, 1)

    def test_an_empty_list_has_no_bar(self) -> None:
        self.assertEqual(self.bars().bars, [])
