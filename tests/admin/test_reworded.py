"""Before facts are confirmed whose words a newer text changed, the page tells both wordings."""

from __future__ import annotations

from typing import Any

from articles.models import Article, Printing, Status
from tests.actions.test_import_versions import FIRST, put, record
from tests.admin.test_bulk import BulkTests
from tests.factories import make_quote, make_statistic

OTHER = "https://example.org/berita/2"
PRINTINGS = "/admin/articles/printing/"


class RewordedTests(BulkTests):
    printing: Printing

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        put(record())
        cls.article = Article.objects.get()
        cls.printing = make_statistic(883, article=cls.article).printings.get()

    article: Article

    def ask(self) -> Any:
        return self.choose(PRINTINGS, "confirm", [self.printing.pk])

    def status(self) -> str:
        self.printing.refresh_from_db()
        return self.printing.status

    def test_another_number_is_told_with_both_wordings_and_asks_for_a_tick(self) -> None:
        put(record(FIRST.replace("883", "885")))
        asked = self.ask()
        for words in ("was: “883”;", "the text now has: “885”", "The figure is 883: the text prints another number."):
            self.assertContains(asked, words)
        self.assertContains(self.answer(asked), "The text prints another number: say that it is meant so, or go back.")
        self.assertEqual(self.status(), Status.SUGGESTED)
        self.answer(asked, warned="on")
        self.assertEqual(self.status(), Status.CONFIRMED)

    def test_a_scale_beside_the_same_digits_is_another_number(self) -> None:
        put(record(FIRST.replace("883 orang", "883 ribu orang")))
        self.assertContains(self.ask(), "warned")

    def test_the_same_number_written_otherwise_is_told_and_asks_for_no_tick(self) -> None:
        put(record(FIRST.replace("883", "1.100"), url=OTHER))
        other = Article.objects.get(url=OTHER)
        printing = make_statistic(1100, article=other, words="1.100").printings.get()
        put(record(FIRST.replace("883", "1100"), url=OTHER))
        asked = self.choose(PRINTINGS, "confirm", [printing.pk])
        self.assertContains(asked, "the text now has: “1100”")
        self.assertNotContains(asked, "warned")

    def test_words_that_did_not_change_are_not_told(self) -> None:
        self.assertNotContains(self.ask(), "Their words changed")

    def test_changed_words_of_a_quote_are_told_and_need_no_tick(self) -> None:
        quote = make_quote(self.article, "Sebanyak 883 orang meninggal dunia")
        put(record(FIRST.replace("883", "885")))
        asked = self.choose("/admin/articles/quote/", "confirm", [quote.pk])
        self.assertContains(asked, "the text now has: “Sebanyak 885 orang meninggal dunia”")
        self.assertNotContains(asked, "warned")

    def test_its_own_page_confirms_no_other_number_unasked(self) -> None:
        put(record(FIRST.replace("883", "885")))
        answer: Any = self.client.post(
            f"{PRINTINGS}{self.printing.pk}/decide/", {"_decide": "confirmed", "seen": "999999"}
        )
        self.assertIn("prints another number", self.said(answer)[0])
        self.assertEqual(self.status(), Status.SUGGESTED)
