from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.http import Http404, QueryDict
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import Article, ArticleEntry, Entity
from articles.search import fencing, listed, pages, ranking, walks
from articles.search.counts import Count
from articles.search.fencing import UNKNOWN, guessed, take
from articles.search.kinds import KINDS
from articles.search.list_filter import ListFilter
from articles.search.listing import Listing, listing
from articles.search.matching import rank
from articles.search.orders import ARTICLES, QUOTES, BadPlace
from articles.search.pages import ListPage
from tests.factories import make_article, make_quote, make_statistic

DAYS = ("2024-01-03", "2024-01-02", "2024-01-02", "2023", "", "2022-05-01/..", "", "2024-01-02", "2021-12-31")


def ask(address: str, kind: str = "articles") -> Listing:
    return listing(kind, QueryDict(address))


def page(address: str, kind: str = "articles") -> ListPage:
    found = ask(address, kind)
    assert found.page is not None, found.errors
    return found.page


def names(rows: Any) -> list[str]:
    return [str(row) for row in rows]


def filters(address: str, kind: str = "articles") -> ListFilter:
    asked = KINDS[kind].asked(QueryDict(address), queryset=KINDS[kind].rows())
    assert asked.is_valid(), asked.errors
    return asked


@contextmanager
def few(*, most: int = 4, size: int = 3, numbered: int = 2, best: int = 4) -> Iterator[None]:
    """Let a handful of rows stand for what is more than ten thousand."""
    with (
        patch.object(fencing.take, "__kwdefaults__", {**(fencing.take.__kwdefaults__ or {}), "most": most}),
        patch.object(pages, "PER_PAGE", size),
        patch.object(pages, "LAST_NUMBERED", numbered),
        patch.object(ranking, "WHOLE", best),
        patch.object(ranking, "BEST", best),
        patch.object(walks, "REMEMBERED", most),
    ):
        yield


def walked(address: str, kind: str = "articles") -> list[str]:
    """Return all rows of a list as a reader meets them who follows the links to the next page."""
    found: list[str] = []
    asked = address
    for _ in range(30):
        one = page(asked, kind)
        found += names(one)
        if not one.has_next:
            return found
        further = f"after={one.after}" if one.after else f"page={one.next_page_number}"
        asked = f"{address}&{further}"
    raise AssertionError(f"{address} does not end: {found}")


def back(address: str, last: str, kind: str = "articles") -> list[str]:
    """Return what stands before a place, from there to the beginning, page by page."""
    found: list[str] = []
    for _ in range(30):
        one = page(f"{address}&before={last}", kind)
        found = names(one) + found
        if not one.has_previous:
            return found
        last = one.before
    raise AssertionError(f"{address} does not begin: {found}")


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
        with few(), patch.object(pages, "take", lambda *_args, **_more: fencing.Taken(count=UNKNOWN, keys=[])):
            self.assertEqual((str(page("").total), names(page(""))), ("4+", ["Judul 6", "Judul 5", "Judul 4"]))
            self.assertEqual(walked("sort=newest"), [f"Judul {number}" for number in range(6, -1, -1)])

    def test_a_statement_that_takes_too_long_gives_up_and_leaves_the_connection_as_it_was(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('enable_hashjoin'), current_setting('statement_timeout')")
            before = cursor.fetchone()
            slow = ArticleEntry.objects.extra(where=["pg_sleep(1) IS NOT NULL"])
            with patch.object(fencing, "PATIENCE_MS", 20):
                self.assertEqual(take(slow, ARTICLES["newest"], start=0, size=3).count, UNKNOWN)
            self.assertEqual(take(ArticleEntry.objects.all(), ARTICLES["newest"], start=0, size=3).count, Count(7))
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


class RelevanceTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        for number in range(12):
            make_article(
                "Gempa besar" if number % 4 == 0 else f"Rapat {number}",
                paragraphs=[f"Kota sepi {'gempa ' * (number % 5)}.", "Soal gempa."],
                published=f"2024-01-{number + 1:02}",
            )

    def exhaustive(self, query: str = "gempa") -> list[int]:
        asked = filters(f"q={query}")
        rows = asked.found().annotate(best=rank("vector", asked.ranking())).order_by("-best", "-newest", "-pk")
        return list(rows.values_list("pk", flat=True))

    def keys(self, address: str) -> list[int]:
        return [row.pk for row in page(address)]

    def test_all_that_is_found_is_compared_by_all_its_words_where_that_is_not_much(self) -> None:
        for query in ("gempa", "gempa kota", "gempa -besar"):
            self.assertEqual(self.keys(f"q={query}"), self.exhaustive(query), query)

    def test_of_more_the_best_come_first_and_then_the_newest_each_once(self) -> None:
        for most in (100, 4):
            with few(most=most, best=4, size=4, numbered=2):
                first = self.keys("q=gempa")
                self.assertEqual(set(first[:3]), set(self.exhaustive()[:3]))
                walk = [page("q=gempa"), page("q=gempa&page=2")]
                while walk[-1].has_next:
                    one = walk[-1]
                    further = f"after={one.after}" if one.after else f"page={one.next_page_number}"
                    walk.append(page(f"q=gempa&{further}"))
                met = [row for one in walk for row in one]
                self.assertEqual(len({row.pk for row in met}), 12)
                self.assertEqual(len(met), 12)
                rest = [row.published for row in met[4:]]
                self.assertEqual(rest, sorted(rest, reverse=True))
                self.assertEqual([one.behind_best for one in walk], [False, True, True])

    def test_where_very_many_are_expected_they_are_counted_before_they_are_compared(self) -> None:
        with few(most=4, best=4, size=4):
            before = [row.pk for row in page("q=gempa")]
            with patch.object(ranking, "guessed", lambda _rows: 1_000_000):
                self.assertEqual([row.pk for row in page("q=gempa")], before)
        with patch.object(ranking, "guessed", lambda _rows: 1_000_000):
            self.assertEqual(self.keys("q=gempa"), self.exhaustive())  # and there are fewer

    def test_what_is_equally_good_comes_newest_first(self) -> None:
        make_article("Banjir", paragraphs=["Sama."], published="2023-01-01")
        make_article("Banjir", paragraphs=["Sama."], published="2023-01-03")
        make_article("Banjir", paragraphs=["Sama."], published="2023-01-02")
        self.assertEqual([row.published for row in page("q=banjir")], ["2023-01-03", "2023-01-02", "2023-01-01"])

    def test_where_no_word_is_wanted_the_newest_come_first(self) -> None:
        self.assertEqual([row.published for row in page("q=-besar")][:2], ["2024-01-12", "2024-01-11"])

    def test_quotes_have_no_leads_and_the_best_of_the_newest_come_first(self) -> None:
        for number in range(6):
            article = make_article(paragraphs=["Ia bilang kota aman. Lalu kota aman dan ramai."])
            make_quote(article, "kota aman" if number % 2 else "kota aman dan ramai", said=f"2024-03-0{number + 1}")
        with few(most=4, best=4, size=4):
            self.assertEqual(len(set(walked("q=kota", "quotes"))), 1)  # all are the first of their articles
            self.assertEqual(len(walked("q=kota", "quotes")), 6)


class WalkTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        for number, day in enumerate(DAYS):
            make_article(f"Judul {number}", paragraphs=["Kota sepi."], published=day)

    def plain(self) -> list[int]:
        return list(Article.objects.public().newest_first().values_list("pk", flat=True))

    def test_steps_go_on_behind_each_other(self) -> None:
        for address in ("", "q=kota&sort=newest", "q=kota"):
            for most in (4, 100):
                with few(most=most):
                    met, after = [], ""
                    while True:
                        step = walks.step(filters(address), ask(address).sort, after=after, size=2)
                        met += step.keys
                        after = step.next
                        if not after:
                            break
                self.assertEqual(sorted(met), sorted(self.plain()), address)
                if address != "q=kota":
                    self.assertEqual(met, self.plain(), address)

    def test_a_walk_meets_every_row_once(self) -> None:
        for most in (4, 100):
            with few(most=most):
                parts = list(walks.walk(filters(""), "newest", size=2))
                self.assertEqual([key for part in parts for key in part], self.plain())
                best = [key for part in walks.walk(filters("q=kota"), "relevance", size=2) for key in part]
                self.assertEqual((len(best), set(best)), (len(DAYS), set(self.plain())))

    def test_a_walk_does_not_meet_what_is_added_before_its_place(self) -> None:
        with few(most=4):
            walk = walks.walk(filters(""), "newest", size=2)
            met = next(walk)
            make_article("Baru", published="2025-01-01")
            plain = self.plain()[:]
            self.assertEqual(met + [key for part in walk for key in part], [key for key in plain if key != max(plain)])

    def test_what_no_step_has_given_is_refused(self) -> None:
        for after in ("x", "best.", "best.-1", "best.99999", "2024-01-01"):
            with pytest.raises(BadPlace):
                walks.step(filters("q=kota"), "relevance", after=after, size=2)

    def test_names_are_walked_by_their_letters(self) -> None:
        make_article(mentioning=("Ana Wijaya", "Ani Wijaya"))
        step = walks.step(filters("q=Ana Wijaya", "entities"), "relevance", size=1)
        again = walks.step(filters("q=Ana Wijaya", "entities"), "relevance", after=step.next, size=1)
        found = Entity.objects.in_bulk(step.keys + again.keys)
        self.assertEqual([found[key].name for key in step.keys + again.keys], ["Ana Wijaya", "Ani Wijaya"])


class PlaceTests(TestCase):
    def test_a_place_is_read_as_it_was_written(self) -> None:
        for order, place in (
            (ARTICLES["newest"], (date(2023, 12, 6), 123)),
            (ARTICLES["oldest"], (None, 123)),
            (QUOTES["newest"], (date(2023, 12, 6), 7, 2, 9)),
        ):
            self.assertEqual(order.read(order.write(place)), place)
        self.assertEqual(ARTICLES["newest"].write((date(2023, 12, 6), 123)), "2023-12-06.123")


class PlanTests(TestCase):
    """What PostgreSQL is asked; at a million rows these plans are the difference between one and a thousand ms."""

    @classmethod
    def setUpTestData(cls) -> None:
        make_article("Judul", paragraphs=["Kota sepi."], mentioning=("Ana Wijaya",))

    def plan(self, address: str, kind: str = "articles") -> str:
        asked = filters(address, kind)
        with connection.cursor() as cursor:  # which nothing would be cheaper than, as long as there are few rows
            cursor.execute("DROP INDEX IF EXISTS articleentry_newest, articleentry_oldest, articleentry_lead")
        sql, parameters = asked.found().order_by().values("pk").query.sql_with_params()
        with fencing.planned("default", by_words=asked.by_words) as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {sql}", parameters)
            return "\n".join(row[0] for row in cursor.fetchall())

    def test_words_and_conditions_are_one_look_into_one_index(self) -> None:
        plan = self.plan("q=kota&actor=ana-wijaya&publisher=koran-uji")
        self.assertIn("Bitmap Index Scan on articleentry_words", plan)
        self.assertEqual(plan.count("Scan on"), 2)
        condition = next(line for line in plan.splitlines() if "Index Cond" in line)
        self.assertIn("@@", condition)
        self.assertIn("&&", condition)

    def test_days_are_asked_of_the_rows_that_words_have_found(self) -> None:
        plan = self.plan("q=kota&from=2020&to=2021")
        self.assertIn("Bitmap Index Scan on articleentry_words", plan)
        self.assertNotRegex(plan, "Index Cond.*(oldest|newest)")

    def test_the_newest_are_met_on_a_walk_along_their_index(self) -> None:
        for kind, index in (
            ("articles", "articleentry_newest"),
            ("quotes", "quote_shown_newest"),
            ("statistics", "statistic_shown_newest"),
        ):
            asked = filters("", kind)
            sql, parameters = asked.order("newest").of(asked.found())[:20].query.sql_with_params()
            with fencing.planned("default", by_words=False) as cursor:
                cursor.execute("SET LOCAL enable_sort = off")
                cursor.execute("SET LOCAL enable_seqscan = off")
                cursor.execute(f"EXPLAIN {sql}", parameters)
                plan = "\n".join(row[0] for row in cursor.fetchall())
            self.assertIn(index, plan, kind)

    def test_no_table_is_hashed_for_a_page(self) -> None:
        for kind in ("quotes", "statistics"):
            self.assertNotIn("Hash", self.plan("q=kota&topic=", kind).replace("HashAggregate", ""))

    def test_the_number_of_rows_is_guessed_without_reading_them(self) -> None:
        with CaptureQueriesContext(connection) as asked:
            self.assertGreaterEqual(guessed(filters("q=kota").found()), 1)
        self.assertEqual(len(asked), 1)
        self.assertTrue(asked[0]["sql"].startswith("EXPLAIN (FORMAT JSON)"))
        self.assertEqual(guessed(ArticleEntry.objects.none()), 1)
