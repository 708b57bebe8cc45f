"""Before many facts are decided: ten that are unlike each other, how many there are, and what rests on names."""

from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from articles.actions.review import confirm
from articles.actions.unnaming import Resting
from articles.admin import bulk_forms
from articles.curation import examples
from articles.models import DateMention, Mention, Quote, Statistic, Status, fuzzy
from articles.models.anchor import Anchor
from articles.text.dates import parse_edtf
from tests.actions.found import Found, suggest
from tests.admin.test_bulk import MENTIONS, QUOTES, BulkTests
from tests.factories import (
    anchor,
    make_article,
    make_entity,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)

FIGURES, DATES = "/admin/articles/statistic/", "/admin/articles/datemention/"
SUGGESTED = Status.SUGGESTED


def shown(asked: Any) -> list[str]:
    """Return the examples of a page, each in a line."""
    listed = asked.content.decode().partition('class="example-list">')[2].partition("</ol>")[0]
    rows = re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"</?[a-z][^>]*>", "", row)).strip() for row in rows]


class ExampleTests(BulkTests):
    role = "Reviewer"

    def test_ten_different_names_are_shown_of_many_with_their_sentences(self) -> None:
        people = [f"Orang {letter}" for letter in "ABCDEFGHIJKLMN"]
        article = make_article("Rapat besar", paragraphs=["Semua datang. Orang A tiba pagi."], mentioning=people)
        for _ in range(20):
            make_mention(article, make_entity("Orang A"), "Orang A", status=SUGGESTED)
        make_article("Lain", mentioning=["Orang A"])
        asked = self.choose(MENTIONS, "confirm", [Mention.objects.all()[0].pk], across=True)
        self.assertContains(asked, "10 examples")
        rows = shown(asked)
        self.assertEqual(len({row[: len("Orang A")] for row in rows}), 10)
        self.assertRegex(asked.content.decode(), r"14 different names,\s+in 2 articles")
        self.assertContains(asked, "<mark>Orang B</mark>")
        self.assertIn("Rapat besar", rows[1])

    def test_of_very_many_a_bounded_part_is_looked_at(self) -> None:
        make_article("Rapat", mentioning=[f"Orang {letter}" for letter in "ABCDEFGHIJKLMN"])
        with patch.object(examples, "MOST_LOOKED_AT", 12):
            asked = self.choose(MENTIONS, "confirm", [Mention.objects.all()[0].pk], across=True)
        self.assertEqual(len(shown(asked)), 10)
        self.assertNotContains(asked, "<mark>Orang M</mark>")
        self.assertRegex(asked.content.decode(), r"14 different names")

    def test_few_are_all_shown(self) -> None:
        article = make_article("Rapat", paragraphs=["Semua datang. Hujan turun di kota, kata Ana. Lalu pulang."])
        quote = make_quote(article, "Hujan turun", speaker=make_entity("Ana Wijaya"), status=SUGGESTED)
        asked = self.choose(QUOTES, "reject", [quote.pk])
        self.assertEqual(shown(asked), ["Ana Wijaya Hujan turun di kota, kata Ana. Rapat"])
        self.assertContains(asked, "What is decided")

    def test_figures_days_and_topics_have_examples_too(self) -> None:
        article = make_article("Rapat", paragraphs=["Ada 883 orang pada 2 Maret."])
        figure = make_statistic(883, "orang datang", article=article, status=SUGGESTED)
        self.assertEqual(
            shown(self.choose(FIGURES, "confirm", [figure.pk])),
            ["883 orang datang Ada 883 orang pada 2 Maret. Rapat"],
        )
        value = fuzzy.columns("value", parse_edtf("2024-03-02"))
        day = DateMention.objects.create(article=article, kind="date", **value, **stamp(SUGGESTED))
        anchor(article, "2 Maret", Anchor.Role.PHRASE, date=day)
        self.assertEqual(
            shown(self.choose(DATES, "confirm", [day.pk])), ["2024-03-02 Ada 883 orang pada 2 Maret. Rapat"]
        )
        make_topic(label="Banjir", article=article)
        given = article.articletopics.get()
        self.assertEqual(shown(self.choose("/admin/articles/articletopic/", "reject", [given.pk])), ["Banjir Rapat"])

    def test_a_figures_other_article_that_is_hidden_is_neither_shown_nor_counted(self) -> None:
        article = make_article("Rapat", paragraphs=["Ada 883 orang."])
        figure = make_statistic(883, article=article, status=SUGGESTED)
        draft = make_article("Rahasia", paragraphs=["Ada 883 orang."], state="draft")
        hidden = make_statistic(883, article=draft).printings.get()
        hidden.statistic = figure
        hidden.save()
        asked = self.choose(FIGURES, "confirm", [figure.pk])
        self.assertContains(asked, "in 1 article")
        self.assertNotContains(asked, "Rahasia")

    def test_queries_do_not_grow_with_what_is_chosen(self) -> None:
        def cost() -> int:
            with CaptureQueriesContext(connection) as asked:
                self.choose(MENTIONS, "reject", [Mention.objects.all()[0].pk], across=True)
            return len(asked)

        make_article(mentioning=["Ana A", "Ana B", "Ana C"])
        cost()
        few = cost()
        for number in range(5):
            make_article(f"Lain {number}", mentioning=[f"Budi {number} {letter}" for letter in "ABCD"])
        self.assertLessEqual(cost(), few)


class RestingTests(BulkTests):
    role = "Reviewer"

    def read(self) -> None:
        article = make_article("Kapal", paragraphs=["Bunga Rampai tiba. Ada 883 penumpang di kapal itu."])
        found = Found(article)
        named = found.named("Bunga Rampai")
        quotes = [found.quote("Ada 883 penumpang", named), found.quote("di kapal itu", named)]
        suggest(article, names=[named], quotes=quotes, figures=[found.figure("883", 883)])

    def test_the_page_tells_what_loses_its_speaker_and_what_keeps_it(self) -> None:
        self.read()
        first, second = Quote.objects.order_by("pk")
        confirm(second, by=None)
        asked = self.choose(MENTIONS, "reject", [Mention.objects.get().pk])
        self.assertContains(asked, "1 unreviewed quote loses its speaker; the printed words stay.")
        self.assertContains(asked, "1 unreviewed figure loses its source.")
        self.assertContains(asked, "These go on naming them, for somebody has decided about them.")
        self.assertContains(asked, f'<a href="/admin/articles/quote/{second.pk}/change/">')
        done = self.answer(asked)
        told = "1 rejected, 2 quotes and figures with it, which name nobody now, "
        told += "1 that somebody had decided about still names it."
        self.assertEqual(self.said(done), [told])
        first.refresh_from_db()
        second.refresh_from_db()
        self.assertEqual((first.speaker, str(second.speaker)), (None, "Bunga Rampai"))
        self.assertIsNone(Statistic.objects.get().stated_by)

    def test_what_rests_on_very_many_names_is_not_counted_before_and_the_page_says_so(self) -> None:
        self.read()
        with patch.object(bulk_forms, "MOST_RESTING", 0):
            asked = self.choose(MENTIONS, "reject", [Mention.objects.get().pk])
        self.assertContains(asked, "These are too many names to count what rests on them.")
        self.assertNotContains(asked, "loses its speaker")
        self.assertEqual(
            self.said(self.answer(asked)), ["1 rejected, 3 quotes and figures with it, which name nobody now."]
        )

    def test_an_answer_that_is_acted_on_looks_nothing_up_for_the_page(self) -> None:
        self.read()
        asked = self.choose(MENTIONS, "reject", [Mention.objects.get().pk])
        with patch.object(bulk_forms, "resting_on", side_effect=AssertionError):
            done = self.answer(asked)
        self.assertEqual(len(self.said(done)), 1)

    def test_large_numbers_are_written_as_elsewhere(self) -> None:
        form = {"resting": Resting(quotes=1225, figures=1226), "kept": [], "more_kept": 0}
        page = render_to_string("admin/curation/_resting.html", {"form": form})
        self.assertIn("1,225 unreviewed quotes lose", page)
        self.assertIn("1,226 unreviewed figures lose", page)

    def test_nothing_is_said_where_nothing_rests_on_them(self) -> None:
        make_article(mentioning=["Ana Wijaya"])
        asked = self.choose(MENTIONS, "reject", [Mention.objects.get().pk])
        self.assertNotContains(asked, escape("What rests on these names"))

    def test_deciding_one_says_what_followed(self) -> None:
        self.read()
        mention = Mention.objects.get()
        address = f"/admin/articles/mention/{mention.pk}/decide/"
        done: Any = self.client.post(address, {"_decide": "rejected", "seen": "9999999", "reason": ""})
        self.assertEqual(
            self.said(done),
            ["Done, and noted in the history.", "3 quotes and figures with it, which name nobody now."],
        )
