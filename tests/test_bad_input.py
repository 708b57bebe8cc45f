"""No address is ever our fault: what no page can mean is answered with 400 or 404, and a wrong value by its name."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlencode

from django.test import Client, TestCase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as ExamplesTestCase

from articles.models import Article, Quote
from tests.nasty import LISTS, NASTY, OTHERS, PARAMETERS, PATHS, PEOPLE, QUOTES, SEARCH, STATISTICS, WRONG
from tests.world import load_sample_world

MEGABYTES = 3 * 1024 * 1024
RECORDS = r'<article\b|<tbody|href="/(articles|quotes|statistics|events)/\d|href="/(people|organisations|places)/[a-z]'


def results_of(response: Any) -> list[str]:
    """Return what looks like a record of a list in the main part of a page."""
    main = re.search(r"<main\b.*</main>", response.content.decode(), re.DOTALL)
    assert main
    return [found[0] for found in re.finditer(RECORDS, main[0])]


class WrongValueTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def assert_refused(self, address: str, value: str) -> None:
        response = self.client.get(address)
        self.assertEqual(response.status_code, 400)
        page = re.sub(r"\s+", " ", response.content.decode())
        errors = re.findall(r'<li class="form-error"> (.*?) </li>', re.sub("</?mark>", "", page))
        self.assertTrue(errors)
        # Long values are cut, so their beginning names them.
        self.assertTrue(any(value[:30] in error for error in errors), errors)
        self.assertEqual(results_of(response), [])

    def test_a_wrong_value_is_named_and_nothing_is_listed(self) -> None:
        for path, parameters in WRONG.items():
            for name, values in parameters.items():
                for value in values:
                    with self.subTest(path, **{name: value[:40]}):
                        self.assert_refused(f"{path}?{urlencode({name: value})}", value)

    def test_the_same_lists_do_list_something_without_it(self) -> None:
        for path in (*WRONG, "/search/?kind=quotes", "/search/?kind=statistics"):
            with self.subTest(path):
                self.assertNotEqual(results_of(self.client.get(path)), [])

    def test_a_right_value_beside_a_wrong_one_does_not_make_a_list(self) -> None:
        self.assert_refused("/search/?q=evakuasi&from=31/02/2023", "31/02/2023")
        self.assert_refused("/quotes/?said_by=maria-zakharova&said_by=nobody", "nobody")

    def test_days_in_the_wrong_order_are_refused(self) -> None:
        for path in (SEARCH, QUOTES, STATISTICS):
            with self.subTest(path):
                self.assert_refused(f"{path}?from=2023-12-10&to=2023-12-06", "2023-12-06")

    def test_every_wrong_value_is_named_at_once(self) -> None:
        page = self.client.get("/search/?from=31/02/2023&actor=nobody&sort=never").content.decode()
        for value in ("31/02/2023", "nobody", "never"):
            self.assertIn(value, page)
        self.assertEqual(page.count('class="form-error"'), 3)

    def test_a_wrong_value_is_written_as_text(self) -> None:
        page = self.client.get(SEARCH, {"sort": "<img src=x>", "q": '"><img src=x>', "from": "<img src=x>"})
        self.assertNotIn(b"<img src=x", page.content)

    def test_each_error_offers_the_list_without_it(self) -> None:
        page = self.client.get("/search/?q=evakuasi&from=31/02/2023").content.decode()
        link = re.search(r'<li class="form-error">[^<]*<a href="([^"]+)"', page)
        assert link
        response = self.client.get(SEARCH + link[1].replace("&amp;", "&"))
        self.assertEqual(response.status_code, 200)
        self.assertNotEqual(results_of(response), [])

    def test_unknown_parameters_are_ignored(self) -> None:
        for path in LISTS:
            with self.subTest(path):
                response = self.client.get(f"{path}?utm_source=x&fbclid=y&order_by=-password")
                self.assertEqual(response.status_code, 200)

    def test_an_empty_value_asks_for_nothing(self) -> None:
        for path in LISTS:
            empty = "&".join(f"{name}=" for name in PARAMETERS)
            with self.subTest(path):
                self.assertNotEqual(results_of(self.client.get(f"{path}?{empty}")), [])

    def test_a_page_behind_the_last_is_not_there(self) -> None:
        for path in LISTS:
            with self.subTest(path):
                self.assertEqual(self.client.get(f"{path}?page=999999").status_code, 404)


class TooMuchTests(TestCase):
    """More than anyone asks for."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_nine_hundred_values_of_one_filter_are_refused(self) -> None:
        for path in (*LISTS, *OTHERS):
            with self.subTest(path):
                response = self.client.get(path + "?" + "&".join(["actor=tass"] * 900))
                self.assertContains(response, "The question ", status_code=400)

    def test_thirty_values_of_one_filter_are_refused_by_the_form(self) -> None:
        query = "&".join(f"actor=nobody-{number}" for number in range(30))
        response = self.client.get(f"{SEARCH}?{query}")
        self.assertContains(response, "At most 20 values can be given; these are 30.", status_code=400)

    def test_a_question_of_three_megabytes_is_refused(self) -> None:
        for path in (*LISTS, *OTHERS, "/nowhere/"):
            with self.subTest(path):
                response = self.client.get(f"{path}?q={'a' * MEGABYTES}")
                self.assertContains(response, "longer than 2048 bytes", status_code=400)
                self.assertLess(len(response.content), 20_000)

    def test_a_path_of_three_megabytes_is_refused(self) -> None:
        self.assertEqual(self.client.get("/people/" + "a" * MEGABYTES).status_code, 400)

    def test_twenty_thousand_ors_are_refused(self) -> None:
        self.assertEqual(self.client.get(SEARCH, {"q": "a" + " OR a" * 20_000}).status_code, 400)
        self.assertEqual(self.client.get(SEARCH, {"q": "a" + " OR a" * 50}).status_code, 400)

    def test_as_many_ors_as_fit_are_answered(self) -> None:
        self.assertEqual(self.client.get(SEARCH, {"q": "gaza" + " OR gaza" * 20}).status_code, 200)

    def test_brackets_within_brackets_do_not_fill_the_stack(self) -> None:
        for typed in (
            "(" * 250,
            "(" * 120 + "a" + ")" * 120,
            '"' * 251,
            "-" * 250,
            "*" * 250,
            "a " * 127,
            "(a OR " * 40,
        ):
            with self.subTest(typed[:20]):
                self.assertLess(self.client.get(SEARCH, {"q": typed}).status_code, 500)


class NastyTests(TestCase):
    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()
        cls.quote = Quote.objects.earliest("pk")

    def test_no_value_of_any_parameter_is_our_fault(self) -> None:
        for value in NASTY:
            # All parameters at once: each is read by itself, and each list knows some of them.
            query = urlencode([(name, value) for name in PARAMETERS])
            # Names of organisations and places are asked for as those of people are.
            for path in (SEARCH, QUOTES, STATISTICS, PEOPLE, "/series/"):
                with self.subTest(path, value=value[:40]):
                    self.assertLess(self.client.get(f"{path}?{query}").status_code, 500)

    def test_no_words_are_our_fault(self) -> None:
        for number, value in enumerate(NASTY):
            # Other lists read words as one of these does; the page of an article is long and is asked now and then.
            now_and_then = (self.article.get_absolute_url(), QUOTES) if number % 6 == 0 else ()
            for path in (SEARCH, PEOPLE, *now_and_then):
                with self.subTest(path, q=value[:40]):
                    self.assertLess(self.client.get(path, {"q": value}).status_code, 500)

    def test_pages_that_ask_nothing_answer_whatever_stands_behind_the_question_mark(self) -> None:
        details = (self.quote.get_absolute_url(), "/topics/evakuasi-warga-rusia/", "/series/ru-gaza-applied/")
        for path in (*OTHERS, *details):
            with self.subTest(path):
                query = urlencode([(name, "𝓁';--") for name in PARAMETERS])
                self.assertIn(self.client.get(f"{path}?{query}").status_code, {200, 400})

    def test_bytes_that_are_no_text_are_refused_everywhere(self) -> None:
        for path in (*LISTS, *OTHERS, self.article.get_absolute_url(), "/nowhere/"):
            for query in ("q=%00", "q=%ff", "q=%ED%A0%80", "%00", "page=1%00", "from=%C0%80"):
                with self.subTest(path, query=query):
                    self.assertEqual(self.client.get(f"{path}?{query}").status_code, 400)

    def test_no_path_is_our_fault(self) -> None:
        for path in PATHS:
            with self.subTest(path[:60]):
                response = self.client.get(path)
                self.assertIn(response.status_code, {301, 400, 404})
                # A redirect stays on this host.
                self.assertRegex(response.headers.get("Location", "/"), r"^/(?![/\\])")

    def test_an_address_that_is_not_there_is_repeated_as_text_only(self) -> None:
        response = self.client.get("/people/<script>alert(1)</script>/")
        self.assertEqual(response.status_code, 404)
        self.assertNotIn(b"<script>alert", response.content)

    def test_a_strange_host_is_refused(self) -> None:
        for host in ("evil.example", "testserver:abc", "a b", "testserver@evil.example", ""):
            with self.subTest(host):
                self.assertEqual(Client(headers={"host": host}).get("/").status_code, 400)

    def test_strange_headers_are_nobodys_fault(self) -> None:
        strange = "\x01ÿ" * 100
        for name in ("accept-language", "accept", "referer", "user-agent", "if-modified-since", "range", "cookie"):
            with self.subTest(name):
                self.assertLess(self.client.get("/about/", headers={name: strange}).status_code, 500)


class RawBytesTests(TestCase):
    """What a server hands on unescaped, which no client of ours would write."""

    def status(self, path: bytes, query: bytes) -> int:
        address, asked = path.decode("latin-1"), query.decode("latin-1")
        return self.client.get("/", PATH_INFO=address, QUERY_STRING=asked).status_code

    def test_raw_bytes_in_an_address_are_answered(self) -> None:
        for path, query in (
            (b"/about/\xff\xfe", b""),
            (b"/about/\xed\xa0\x80/", b""),
            (b"/about/\x00", b""),
            (b"/help/", b"q=\xff\xfe"),
            (b"/help/", b"q=\xc3\xa9"),
            (b"/help/", b"q=\x00"),
            (b"/help/", b"\xed\xa0\x80=\xed\xa0\x80"),
            (b"", b""),
            (b"about", b""),
            (b"*", b""),
            (b"//example.org/", b""),
            (b"///", b"//"),
        ):
            with self.subTest(f"{path!r} {query!r}"):
                self.assertIn(self.status(path, query), {200, 301, 400, 404})


LOOSE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
values = st.one_of(st.text(max_size=40), st.sampled_from(NASTY), st.integers().map(str), st.dates().map(str))
questions = st.lists(st.tuples(st.sampled_from(PARAMETERS), values), max_size=8)


class ArbitraryTests(ExamplesTestCase):
    """Whatever hypothesis thinks of, in an archive that holds something."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def ask(self, address: str) -> None:
        response = self.client.get(address)
        self.assertLess(response.status_code, 500, address)
        if response.status_code == 400:
            self.assertEqual(results_of(response), [], address)

    @LOOSE
    @given(questions)
    def test_a_search(self, question: list[tuple[str, str]]) -> None:
        self.ask(f"{SEARCH}?{urlencode(question, errors='replace')}")

    @LOOSE
    @given(questions)
    def test_a_list_of_quotes(self, question: list[tuple[str, str]]) -> None:
        self.ask(f"{QUOTES}?{urlencode(question, errors='replace')}")

    @LOOSE
    @given(questions)
    def test_a_list_of_figures(self, question: list[tuple[str, str]]) -> None:
        self.ask(f"{STATISTICS}?{urlencode(question, errors='replace')}")

    @LOOSE
    @given(questions)
    def test_a_list_of_people(self, question: list[tuple[str, str]]) -> None:
        self.ask(f"{PEOPLE}?{urlencode(question, errors='replace')}")

    @LOOSE
    @given(st.text(max_size=200))
    def test_typed_words(self, typed: str) -> None:
        for path in (SEARCH, QUOTES, PEOPLE):
            self.ask(f"{path}?{urlencode({'q': typed}, errors='replace')}")

    @LOOSE
    @given(st.binary(max_size=60))
    def test_a_query_of_any_bytes(self, query: bytes) -> None:
        self.ask(f"{SEARCH}?{quote(query, safe='&=+;%')}")

    @LOOSE
    @given(
        st.sampled_from(("", "people", "articles", "2023", "id", "en", "topics", "series")),
        st.lists(st.text(max_size=12), max_size=4),
    )
    def test_any_path(self, first: str, rest: list[str]) -> None:
        path = "/".join(("", first, *(quote(part, safe="/", errors="replace") for part in rest), ""))
        self.assertLess(self.client.get(path).status_code, 500, path)
