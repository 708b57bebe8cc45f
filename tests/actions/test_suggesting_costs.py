"""What it costs to store what the rules found: so many facts of a text at the most, and few statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions.suggesting import gazetteer, read_texts
from articles.actions.suggesting.directory import Directory
from articles.actions.suggesting.storing import MOST
from articles.actions.suggesting.topics import Taught
from articles.extraction.findings import Day, Named, Printed
from articles.models import Anchor, Article, DateMention, EntityName, Mention, Quote, Reading, Statistic
from articles.text.dates import parse_edtf
from articles.text.spans import Span
from tests.actions.found import Found, problems, suggest
from tests.factories import make_article, make_entity

OVER: Final = 5  # more than one text may have
SMALL, LARGE = 3, 15  # texts, all of them read together
STATEMENTS: Final = 80  # of one batch: far fewer than it has facts
CITY: Final = (
    "Ambon",
    "Bima",
    "Kupang",
    "Palu",
    "Sorong",
    "Tual",
    "Wamena",
    "Namlea",
    "Masohi",
    "Piru",
    "Dobo",
    "Saumlaki",
)


class MostTests(TestCase):
    def setUp(self) -> None:
        word = "6 Maret 2024 "
        self.article = make_article("Daftar", paragraphs=(word * (MOST + OVER),))
        self.spans = [Span(at * len(word), at * len(word) + len(word) - 1) for at in range(MOST + OVER)]

    def test_of_a_table_of_days_as_many_are_taken_as_a_text_may_have_and_it_is_noted_how_many_are_not(self) -> None:
        value = parse_edtf("2024-03-06")
        days = [Day(span=span, value=value, rule="day.in-full", confidence=0.9) for span in self.spans]
        read = suggest(self.article, days=days)
        self.assertEqual((read.added["date"], DateMention.objects.count()), (MOST, MOST))
        last = Anchor.objects.latest("block__position", "start")
        self.assertEqual(last.end, self.spans[MOST - 1].end)
        self.assertEqual(
            Reading.objects.get().found, {"mention": 0, "quote": 0, "printing": 0, "date": MOST, "left out": OVER}
        )
        self.assertEqual(problems(), [])

    def test_who_is_named_in_more_places_than_are_left_is_left_out_and_who_fits_is_not(self) -> None:
        def named(name: str, spans: Sequence[Span]) -> Named:
            printed = tuple(Printed(span=span, form="full") for span in spans)
            return Named(kind="person", name=name, printed=printed, rule="name.by-context", confidence=0.9)

        many, more, few = self.spans[: MOST - 10], self.spans[MOST - 10 : MOST + 1], self.spans[MOST + 1 :]
        suggest(self.article, names=[named("Ana Wijaya", many), named("Budi Santoso", more), named("Citra Dewi", few)])
        counted = {
            name: Mention.objects.filter(entity__name=name).count()
            for name in ("Ana Wijaya", "Budi Santoso", "Citra Dewi")
        }
        self.assertEqual(counted, {"Ana Wijaya": len(many), "Budi Santoso": 0, "Citra Dewi": len(few)})


class StatementTests(TestCase):
    """Statements are counted and no clock is asked: a machine may be busy."""

    def texts(self, number: int) -> list[Article]:
        found = []
        for at in range(number):
            who = f"Ana Wijaya{'abcdefghijklmno'[at]}"
            first = f"Wali Kota {CITY[at % len(CITY)]} {who} menyebut {at + 20} orang tiba pada 6 Maret 2024."
            second = f"“Kapal {number} berlayar,” kata Ana. Menurut Budi Santoso, {at + 3} kapal menunggu."
            found.append(make_article(f"Kapal {at} {number}", paragraphs=(first, second), published="2024-03-07"))
        return found

    def cost(self, articles: Sequence[Article], edition: str) -> int:
        known, taught = gazetteer(), Taught.load()
        with CaptureQueriesContext(connection) as asked:
            read = read_texts([article.pk for article in articles], known=known, taught=taught, edition=edition)
        self.assertEqual((read.texts, read.failures), (len(articles), {}))
        return len(asked)

    def test_texts_that_are_read_together_cost_no_statement_more_for_each_of_them(self) -> None:
        few, many = self.texts(SMALL), self.texts(LARGE)
        for edition in ("rules-a", "rules-b", "rules-b"):  # first, again by other rules, and again for nothing
            small, large = self.cost(few, edition), self.cost(many, edition)
            self.assertLess(large - small, LARGE - SMALL)
            self.assertLess(large, STATEMENTS)
        facts = sum(table.objects.count() for table in (Mention, Quote, Statistic, DateMention))
        self.assertGreater(facts, 2 * STATEMENTS)


class SpellingTests(TestCase):
    def test_near_spellings_are_sought_among_names_that_begin_alike_alone(self) -> None:
        for name in ("Ana Wijayanti", "Bana Wijayanti", "Ana Sijayanti"):
            make_entity(name)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # of so few rows none would be left out
        article = make_article("Kapal", paragraphs=("Ana Wijayanto tiba.",))
        named = Found(article).named("Ana Wijayanto")
        with CaptureQueriesContext(connection) as asked:
            directory = Directory.of([named])
        self.assertEqual(list(directory.spelt.values()), [EntityName.objects.get(name="Ana Wijayanti").entity_id])
        statement = next(one["sql"] for one in asked if "similarity(" in one["sql"])
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {statement}")
            plan = "\n".join(line for (line,) in cursor.fetchall())
        self.assertIn("entity_name_initials", plan)
        self.assertEqual(Directory.of([replace(named, name="Ani Dewi")]).spelt, {})
