"""Odd texts, and mistakes: nothing stops the reading of the other texts."""

from __future__ import annotations

import random
from typing import Final

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions.reading_work import Reader
from articles.actions.suggesting import read_texts, waiting
from articles.actions.suggesting.topics import Taught
from articles.actions.suggesting.trust import BEFORE, Trust
from articles.extraction.known import Known
from articles.models import Mention, Quote, Reading
from tests.actions.found import problems
from tests.factories import make_article

TEXT: Final = "“Kapal itu tiba pada 6 Maret 2024,” kata Wali Kota Ana Wijaya di pelabuhan."
ODD: Final = {
    "nothing": "",
    "one word": "Kapal",
    "one sign": "“",
    "marks alone": "“”\"'«»„‘’" * 300,
    "marks that never close": "“Kapal " * 300,
    "a line of 200 kB": "air sungai naik sejak subuh dan " * 6400 + TEXT,
    "many quotes in one line": f"{TEXT} " * 150,
    "a word of 200 kB": "k" * 200_000,
    "numbers alone": "1.100 883 12,5 2/3 " * 300,
    "days alone": "31 Februari 0000, 99/99/9999, 2024-13-45, Rabu (40/15/1) " * 50,
    "names alone": "Ana Wijaya Budi Santoso " * 200,
    "other signs": "Ｗａｌｉ 𝟙𝟚𝟛 \u202eana\u202c \u200b\u00ad ﷺ 👩‍👩‍👧 é́́́ " * 50,
    "brackets": "([{" * 500 + "Rp1.000.000.000.000.000.000.000.000.000 persen",
}
_PIECES: Final = (
    *"“”\"'’.,:;()-–—\n/%0123456789",
    *(
        " ",
        "Rp",
        "Kapolres Sleman Sumarno",
        "kata",
        "ujarnya",
        "Ana Wijaya",
        "menurut",
        "Rabu",
        "Maret",
        "miliar",
        "dari",
    ),
    *("1.100", "orang", "dia", "said", "the minister", "half", "\u00a0", "\n\n", "Komisi III", "KPK", "H.", "sejak"),
)


class _BrokenAt(dict[str, float]):
    """Trust that one rule stops: what any mistake in storing its findings does."""

    def __init__(self, rule: str) -> None:
        super().__init__(BEFORE)
        self._rule = rule

    def __contains__(self, rule: object) -> bool:
        if str(rule).startswith(self._rule):
            raise ZeroDivisionError("division by zero")
        return super().__contains__(rule)


def broken_at(rule: str) -> Trust:
    return Trust(rules=_BrokenAt(rule), silenced=frozenset())


class OddTextTests(TestCase):
    def assert_read(self, *texts: str) -> None:
        articles = [make_article(f"Aneh {at}", paragraphs=(text,)) for at, text in enumerate(texts)]
        read = read_texts([article.pk for article in articles], known=Known(), taught=Taught.load())
        self.assertEqual((read.failures, read.left, read.texts), ({}, [], len(texts)))
        self.assertEqual(problems(), [])

    def test_an_odd_text_is_read_as_any_other(self) -> None:
        for name, text in ODD.items():
            with self.subTest(name):
                self.assert_read(text)

    def test_so_is_any_mixture_of_what_articles_are_made_of(self) -> None:
        chance = random.Random(7)  # noqa: S311
        self.assert_read(*("".join(chance.choices(_PIECES, k=chance.randrange(1, 400))) for _ in range(60)))


class MistakeTests(TestCase):
    def test_a_mistake_in_storing_is_noted_with_its_text_and_the_others_are_read(self) -> None:
        broken = make_article("Kapal", paragraphs=(TEXT,))
        other = make_article("Lain", paragraphs=("Wali Kota Ana Wijaya pulang.",))
        with self.assertLogs("articles.actions.suggesting.reading", level="ERROR"):
            read = read_texts([broken.pk, other.pk], known=Known(), trust=broken_at("quote."))
        self.assertEqual(read.failures, {broken.pk: "The rules stopped with ZeroDivisionError: division by zero."})
        self.assertEqual(read.texts, 2)
        self.assertEqual(Reading.objects.exclude(failure="").get().version, broken.current)
        self.assertFalse(Quote.objects.exists())
        self.assertEqual(set(Mention.objects.values_list("article", flat=True)), {other.pk})
        self.assertFalse(waiting().exists(), "it is not read over and over")

    def test_a_mistake_with_its_topics_is_noted_too_and_what_was_found_stays(self) -> None:
        broken = make_article("Kapal", paragraphs=(TEXT,), section="Ekonomi")
        other = make_article("Lain", paragraphs=(TEXT,))
        with self.assertLogs("articles.actions.suggesting.reading", level="ERROR"):
            read = read_texts(
                [broken.pk, other.pk], known=Known(), trust=broken_at("topic.section"), taught=Taught.load()
            )
        self.assertEqual(list(read.failures), [broken.pk])
        self.assertEqual(Reading.objects.exclude(failure="").get().version, broken.current)
        self.assertEqual(Quote.objects.count(), 2)


class KeptTests(TestCase):
    def test_how_far_rules_are_trusted_is_not_asked_for_every_few_texts(self) -> None:
        reader, asked = Reader(), []
        for number in range(2):
            article = make_article(f"Kapal {number}", paragraphs=(TEXT,))
            with CaptureQueriesContext(connection) as statements:
                reader.read([article.pk], wanted=waiting)
            asked.append(sum("COUNT(" in one["sql"] and '"tool"' in one["sql"] for one in statements))
        self.assertEqual((asked[0] > 0, asked[1]), (True, 0))
