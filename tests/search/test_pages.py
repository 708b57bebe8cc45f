from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.http import Http404
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import Article, ArticleEntry, Entity
from articles.search import fencing, listed
from articles.search.counts import Count
from articles.search.fencing import UNKNOWN, take
from articles.search.kinds import KINDS
from articles.search.list_filter import ListFilter
from articles.search.orders import ARTICLES
from tests.factories import make_article, make_quote, make_statistic
from tests.search.few_rows import DAYS, ask, back, few, names, page, walked


class DatedTests(TestCase):
    """The same rows in the same order, by whichever way they are found."""

    @classmethod
    def setUpTestData(cls) -> None:
        for number, day in enumerate(DAYS):
            article = make_article(f"Judul {number}", paragraphs=["Air naik. Hujan turun."], published=day)
            make_quote(article, "Air naik", said=day)
            make_quote(article, "Hujan turun", said="" if number % 2 else day)
            make_statistic(number, f"hari {number}", article=article, words="Air", as_of=day)

    def plain(self, sort: str) -> list[str]:
        rows = Article.objects.public()
        return names(rows.oldest_first() if sort == "oldest" else rows.newest_first())

    def test_rows_that_are_all_counted_come_as_a_plain_query_gives_them(self) -> None:
        for sort in ("newest", "oldest"):
            self.assertEqual(names(page(f"sort={sort}")), self.plain(sort))
            self.assertEqual(names(page(f"sort={sort}&q=hujan")), self.plain(sort))

    def test_a_walk_gives_every_row_once_and_in_the_same_order_on_all_pages(self) -> None:
        with few():
            for sort in ("newest", "oldest"):
                for address in (f"sort={sort}", f"sort={sort}&q=hujan", f"sort={sort}&language=id&q=air"):
                    self.assertEqual(walked(address), self.plain(sort), address)

    def test_all_kinds_are_walked_to_their_end(self) -> None:
        for kind in ("quotes", "statistics"):
            rows: Any = KINDS[kind].rows()
            for sort in ("newest", "oldest"):
                plain = names(rows.oldest_first() if sort == "oldest" else rows.newest_first())
                self.assertEqual(names(page(f"sort={sort}", kind)), plain)
                with few():
                    self.assertEqual(walked(f"sort={sort}", kind), plain)
        with few(most=1, size=1, numbered=1):
            self.assertEqual(walked("", "entities"), names(Entity.objects.public().by_name()))

    def test_the_way_back_leads_to_the_beginning(self) -> None:
        for sort in ("newest", "oldest"):
            plain = self.plain(sort)
            with few():
                end = page(f"sort={sort}&page=2")
                self.assertEqual(plain[5], names(end)[-1])
                self.assertEqual(back(f"sort={sort}", end.after), plain[:5])
                undated = f".{Article.objects.get(current__headline=plain[-1]).pk}"
                self.assertEqual(back(f"sort={sort}", undated), plain[:-1])

    def test_where_many_rows_are_met_far_back_they_are_found_first(self) -> None:
        plain = self.plain("newest")
        for cost in (0, 1_000_000):
            with few(), patch.object(listed, "_PASSED", cost), patch.object(listed, "_READ", cost):
                self.assertEqual(names(page("page=2")), plain[3:6])
                self.assertEqual(names(page("page=2&q=hujan&sort=newest")), plain[3:6])

    def test_what_is_added_meanwhile_neither_doubles_nor_hides_a_row(self) -> None:
        plain = self.plain("newest")
        with few(numbered=1):
            first = page("sort=newest")
            make_article("Baru", published="2025-01-01")
            second = page(f"sort=newest&after={first.after}")
        self.assertEqual(names(first) + names(second), plain[:6])

    def test_a_place_outlives_its_row(self) -> None:
        with few(numbered=1):
            first = page("sort=newest")
            Article.objects.filter(pk=first.object_list[-1].pk).update(state=Article.State.WITHDRAWN)
            second = page(f"sort=newest&after={first.after}")
        self.assertEqual(names(second), self.plain("newest")[2:5])

    def test_what_is_withdrawn_between_two_statements_is_not_shown(self) -> None:
        gone = Article.objects.get(current__headline="Judul 1")
        ArticleEntry.objects.filter(pk=gone.pk).update(public=True)
        with patch.object(ListFilter, "found", lambda self, instead=None: ArticleEntry.objects.all()):
            Article.objects.filter(pk=gone.pk).update(state=Article.State.WITHDRAWN)
            shown = names(page("sort=newest"))
        self.assertNotIn("Judul 1", shown)
        self.assertEqual(len(shown), len(DAYS) - 1)


class NumberTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        for number in range(7):
            make_article(f"Judul {number}", published=f"2024-01-{number + 1:02}")

    def test_a_list_that_is_counted_has_numbers_to_its_end(self) -> None:
        with few(most=7, numbered=1):
            last = page("page=3")
            self.assertEqual((last.number, last.last_number, last.has_next, len(last)), (3, 3, False, 1))
            self.assertEqual((last.start_index, last.end_index), (7, 7))
            with pytest.raises(Http404, match="3 pages; there is no page 4"):
                page("page=4")

    def test_of_a_longer_one_the_first_pages_have_numbers_and_the_last_of_these_leads_on(self) -> None:
        with few():
            first, second = page("page=1"), page("page=2")
            self.assertEqual((first.next_page_number, first.after, first.last_number), (2, "", None))
            self.assertEqual(str(first.total), "4+")
            self.assertIsNone(second.next_page_number)
            third = page(f"after={second.after}")
            self.assertEqual((names(third), third.number, third.has_next), (["Judul 0"], None, False))
            with pytest.raises(Http404, match="numbered up to 2"):
                page("page=3")

    def test_all_are_counted_where_the_address_asks_for_it_and_no_link_repeats_that(self) -> None:
        with few():
            found, whole = ask("sort=oldest"), ask("sort=oldest&count=all")
            self.assertEqual((found.total, whole.total), (Count(4, more=True), Count(7)))
            self.assertEqual(found.count_all_url, "?sort=oldest&count=all")
            self.assertEqual((whole.count_all_url, str(whole.address)), ("", "?sort=oldest"))

    def test_a_list_that_cannot_be_counted_in_time_tells_what_was_met(self) -> None:
        with few(), patch.object(listed, "take", lambda *_args, **_more: fencing.Taken(count=UNKNOWN, keys=[])):
            self.assertEqual((str(page("").total), names(page(""))), ("4+", ["Judul 6", "Judul 5", "Judul 4"]))
            self.assertEqual(walked("sort=newest"), [f"Judul {number}" for number in range(6, -1, -1)])

    def test_a_statement_that_takes_too_long_gives_up_and_leaves_the_connection_as_it_was(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('enable_hashjoin'), current_setting('statement_timeout')")
            before = cursor.fetchone()
            slow = ArticleEntry.objects.extra(where=["pg_sleep(1) IS NOT NULL"])
            with patch.object(fencing, "PATIENCE_MS", 20):
                self.assertEqual(take(slow, ARTICLES["newest"], start=0, size=3, most=4).count, UNKNOWN)
            every = ArticleEntry.objects.all()
            self.assertEqual(take(every, ARTICLES["newest"], start=0, size=3, most=9).count, Count(7))
            cursor.execute("SELECT current_setting('enable_hashjoin'), current_setting('statement_timeout')")
            self.assertEqual(cursor.fetchone(), before)

    def test_what_is_no_place_in_the_list_is_named(self) -> None:
        for place in ("2024-01-01", "2024-13-01.5", "x.5", "2024-01-01.-5", f"2024-01-01.{2**63}", "a.b.c", "." * 399):
            (problem,) = ask(f"after={place}").errors
            self.assertEqual((problem.field, ask(f"after={place}").page), ("after", None))
            self.assertIn("no place in the list", problem.message)
        self.assertEqual(ask("before=5&sort=oldest").errors[0].field, "before")
        with pytest.raises(Http404):
            ask("after=2024-01-01.1.1.1&sort=newest", "quotes")

    def test_behind_the_end_nothing_is_listed(self) -> None:
        with pytest.raises(Http404, match="Nothing in this list"):
            page("after=1500-01-01.1")

    def test_the_number_of_queries_does_not_grow_with_the_rows(self) -> None:
        for address in ("", "q=kota", "q=kota&sort=newest", "page=2"):
            with few():
                with CaptureQueriesContext(connection) as before:
                    page(address)
                for number in range(5):
                    make_article(f"Lain {number}", published=f"2024-02-{number + 1:02}")
                with CaptureQueriesContext(connection) as after:
                    page(address)
                self.assertEqual(len(after), len(before), address)


class HiddenTests(TestCase):
    def told(self, address: str) -> tuple[list[str], Count, Count]:
        return walked(address), page(address).total, ask(f"{address}&count=all").total

    def test_drafts_change_no_page_no_count_and_no_place(self) -> None:
        for number in range(9):
            make_article(f"Judul {number}", published=f"2024-01-{number + 1:02}")
        addresses = ("sort=newest", "sort=oldest", "q=kota&sort=newest", "q=kota")
        with few(best=3):
            before = [
                (walked(address), page(address).total, ask(f"{address}&count=all").total) for address in addresses
            ]
            for number in range(20):
                state = Article.State.WITHDRAWN if number % 2 else Article.State.DRAFT
                make_article("Kota kota", published=f"2024-01-{number + 1:02}", state=state)
            after = [self.told(address) for address in addresses]
        self.assertEqual(after, before)
