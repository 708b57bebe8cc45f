from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from django.core.signals import request_finished
from django.db import OperationalError, close_old_connections, connection
from django.http import QueryDict
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.exports import as_csv
from articles.exports.asked import ask
from articles.models import Article, Printing, Quote
from articles.search import walks
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic
from tests.world import load_sample_world

Table = list[dict[str, str]]


def parsed(text: str) -> Table:
    """Read a table as a spreadsheet does."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def go_away(answer: Any) -> None:
    """Close an answer of which no line was read, but not the connection that the test needs."""
    request_finished.disconnect(close_old_connections)
    try:
        answer.close()
    finally:
        request_finished.connect(close_old_connections)


class TableTestCase(TestCase):
    def text(self, query: str) -> str:
        answer: Any = self.client.get(f"/search.csv?{query}")
        self.assertEqual((answer.status_code, answer.streaming), (200, True))
        self.assertEqual(answer.headers["Content-Type"], "text/csv; charset=utf-8; header=present")
        return bytes(answer.getvalue()).decode()

    def table(self, query: str) -> Table:
        return parsed(self.text(query))


class SampleTests(TableTestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def test_an_article_has_a_row(self) -> None:
        [row] = self.table("q=evakuasi")
        self.assertEqual(row["headline"], str(self.article))
        self.assertEqual(row["article_url"], f"http://testserver{self.article.get_absolute_url()}")
        self.assertEqual(row["published"], self.article.published)
        self.assertEqual(row["published_earliest"], str(self.article.published_earliest))

    def test_each_quote_has_a_row_with_its_sentence(self) -> None:
        rows = self.table("kind=quotes&sort=oldest")
        self.assertEqual(len(rows), Quote.objects.public().without_notes().count())
        for row in rows:
            quote = Quote.objects.get(pk=row["quote_id"])
            self.assertEqual(row["speaker"], quote.speaker.name if quote.speaker else "")
            self.assertRegex(row["sentence_url"], r"^http://testserver/.+#b\d+$")

    def test_the_way_of_a_quote_is_told_from_the_mouth_on(self) -> None:
        chains = {row["relay"] for row in self.table("kind=quotes")}
        self.assertTrue(any(" > " in chain and "(agency" in chain for chain in chains), chains)

    def test_each_place_that_prints_a_figure_has_a_row_and_numbers_stay_numbers(self) -> None:
        rows = self.table("kind=statistics&number=883")
        self.assertEqual(len(rows), Printing.objects.public().filter(statistic=rows[0]["figure_id"]).count())
        for row in rows:
            self.assertEqual((row["value"], row["out_of_value"]), ("883", "1100"))
            self.assertIn(row["number_as_printed"], row["sentence"])

    def test_a_name_has_a_row(self) -> None:
        row = self.table("kind=entities&q=Netanyahu")[0]
        self.assertIn("Binyamin Netanyahu", [row["name"], *row["other_names"].split(" | ")])

    def test_a_table_holds_what_json_holds(self) -> None:
        pages = json.loads(self.client.get("/search.json?kind=quotes&size=100").content)["items"]
        rows = self.table("kind=quotes")
        self.assertEqual([int(row["quote_id"]) for row in rows], [item["id"] for item in pages])
        self.assertEqual([row["words"].lstrip("'") for row in rows], [item["words"].lstrip("'") for item in pages])

    def test_the_names_of_columns_are_the_same_in_every_language_and_addresses_are_not(self) -> None:
        answer: Any = self.client.get("/id/search.csv?kind=quotes")
        rows = parsed(answer.getvalue().decode())
        self.assertEqual(rows[0].keys(), self.table("kind=quotes")[0].keys())
        self.assertTrue(all("/id/quotes/" in row["quote_url"] for row in rows))

    def test_what_finds_nothing_is_a_table_without_rows(self) -> None:
        for kind in ("articles", "quotes", "statistics", "entities"):
            with self.subTest(kind):
                text = self.text(f"kind={kind}&q=tidakada")
                self.assertEqual(parsed(text), [])
                self.assertEqual(len(text.splitlines()), 1)

    def test_the_file_is_named_after_the_words(self) -> None:
        for query, name in {
            "q=evakuasi+Gaza&kind=quotes": 'attachment; filename="newsarchive-quotes-evakuasi-gaza.csv"',
            "": 'attachment; filename="newsarchive-articles.csv"',
            "q=%22..%2F..%2Fetc%2Fpasswd%22": 'attachment; filename="newsarchive-articles-etcpasswd.csv"',
            "q=%D0%9C%D0%B0%D1%80%D0%B8%D1%8F": (
                "attachment; filename*=utf-8''newsarchive-articles-%D0%BC%D0%B0%D1%80%D0%B8%D1%8F.csv"
            ),
        }.items():
            with self.subTest(query):
                answer = self.client.head(f"/search.csv?{query}")
                self.assertEqual(answer.headers["Content-Disposition"], name)

    def test_a_wrong_value_is_told_in_plain_text(self) -> None:
        answer = self.client.get("/search.csv?from=31/02/2023")
        self.assertEqual(answer.status_code, 400)
        self.assertEqual(answer.headers["Content-Type"], "text/plain; charset=utf-8")
        self.assertContains(answer, "from: ", status_code=400)


class FormulaTests(TableTestCase):
    def test_no_cell_is_a_formula_and_what_is_one_in_the_text_is_shown_as_text(self) -> None:
        for number, sign in enumerate("=+-@＝"):
            make_article(f"{sign}1+1|cmd {number} hujan")
        make_article("Hujan -5 derajat")
        headlines = {row["headline"] for row in self.table("q=hujan")}
        self.assertIn("'=1+1|cmd 0 hujan", headlines)
        self.assertIn("'＝1+1|cmd 4 hujan", headlines)
        self.assertIn("Hujan -5 derajat", headlines)
        self.assertEqual(sum(headline.startswith("'") for headline in headlines), 5)

    def test_a_number_below_zero_is_a_number(self) -> None:
        article = make_article(paragraphs=("Suhu di kota minus 5 derajat.",))
        make_statistic("-5", "suhu", article=article, words="minus 5", unit="degree")
        [row] = self.table("kind=statistics")
        self.assertEqual(row["value"], "-5")

    def test_line_breaks_and_quotation_marks_stay_in_their_cell(self) -> None:
        headline = 'Kata "dewan", lalu\nhujan; besok'
        make_article(headline)
        [row] = self.table("q=hujan")
        self.assertEqual(row["headline"], headline)


class LongTests(TableTestCase):
    """Batches of three rows stand for those of five hundred."""

    @classmethod
    def setUpTestData(cls) -> None:
        for number in range(10):
            article = make_article(
                f"Hujan {number}", paragraphs=("Ana bilang besok hujan.",), published=f"2024-03-{number + 1:02}"
            )
            make_mention(article, make_entity("Ana"), "Ana", printed_role="Menteri")
            make_quote(article, "besok hujan", speaker=make_entity("Ana"))

    def setUp(self) -> None:
        self.enterContext(patch.object(as_csv, "BATCH", 3))

    def lines(self, query: str, **options: Any) -> Iterator[str]:
        return as_csv.table(ask(QueryDict(query)), lambda address: address, **options)

    def test_rows_are_read_as_they_are_written_by_a_fixed_number_of_queries(self) -> None:
        for query in ("q=hujan&sort=newest", "kind=quotes&sort=oldest"):
            with self.subTest(query):
                lines, asked = self.lines(query), []
                while True:
                    with CaptureQueriesContext(connection) as queries:
                        part = next(lines, None)
                    if part is None:
                        break
                    asked.append((part.count("\r\n"), len(queries)))
                # The names of the columns, then three, three, three and one; the first of them are read at once.
                self.assertEqual([rows for rows, _number in asked], [1, 3, 3, 3, 1])
                self.assertEqual(len({number for _rows, number in asked[2:4]}), 1)
                self.assertLessEqual(asked[4][1], asked[3][1])  # from the last one nothing goes on

    def test_a_table_has_no_more_rows_than_it_may_and_says_so(self) -> None:
        for most in (3, 5, 9):
            with self.subTest(most):
                rows = parsed("".join(self.lines("q=hujan&sort=newest", most=most)))
                self.assertEqual(len(rows), most + 1)
                last = rows[-1]["article_id"]
                self.assertTrue(last.startswith("# Not all: this table ends after"), last)

    def test_a_table_that_is_whole_says_nothing(self) -> None:
        for most in (10, 11, 100):
            with self.subTest(most):
                self.assertEqual(len(parsed("".join(self.lines("q=hujan&sort=newest", most=most)))), 10)

    def test_a_table_that_takes_too_long_says_so(self) -> None:
        with patch.object(as_csv, "LONGEST", -1):
            rows = parsed("".join(self.lines("q=hujan&sort=newest")))
        self.assertEqual(len(rows), 4)
        self.assertIn("took too long", rows[-1]["article_id"])

    def test_a_few_tables_are_written_at_a_time_and_others_are_asked_to_wait(self) -> None:
        begun: list[Any] = [self.client.get("/search.csv") for _ in range(2)]
        busy = self.client.get("/search.csv")
        self.assertEqual((busy.status_code, busy.headers["Retry-After"]), (503, "30"))
        go_away(begun[0])
        self.assertEqual(len(self.table("q=hujan")), 10)
        go_away(begun[1])
        for _ in range(3):
            self.assertEqual(len(self.table("q=hujan")), 10)

    def test_what_is_refused_keeps_no_place(self) -> None:
        for _ in range(3):
            with patch.object(walks, "walk", side_effect=OperationalError("late")):
                self.assertEqual(self.client.get("/search.csv").status_code, 503)
            self.assertEqual(self.client.get("/search.csv?from=x").status_code, 400)
            self.client.head("/search.csv")
        self.assertEqual(len(self.table("q=hujan")), 10)

    def test_when_the_database_gives_up_midway_the_table_says_so(self) -> None:
        walk = walks.walk

        def late(*args: Any, **kwargs: Any) -> Iterator[list[int]]:
            yield from itertools.islice(walk(*args, **kwargs), 2)
            raise OperationalError("canceling statement due to statement timeout")

        with patch.object(walks, "walk", late), self.assertLogs("articles.exports.as_csv"):
            rows = parsed("".join(self.lines("q=hujan&sort=newest")))
        self.assertEqual(len(rows), 7)
        self.assertIn("did not answer in time", rows[-1]["article_id"])

    def test_when_the_database_gives_up_at_once_there_is_no_table(self) -> None:
        with patch.object(walks, "walk", side_effect=OperationalError("late")):
            answer = self.client.get("/search.csv")
        self.assertEqual(answer.status_code, 503)

    def test_articles_added_while_a_table_is_read_neither_repeat_nor_hide_a_row(self) -> None:
        lines = self.lines("q=hujan&sort=newest")
        read = [next(lines), next(lines)]
        for number in range(4):
            make_article(f"Hujan baru {number}", published="2024-12-31")
        rows = parsed("".join([*read, *lines]))
        self.assertEqual([row["headline"] for row in rows], [f"Hujan {number}" for number in reversed(range(10))])
