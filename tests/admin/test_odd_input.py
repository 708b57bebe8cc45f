"""What nobody types by hand: keys that are none, circles, lists without an end."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.test import TestCase

from articles.models import Article, Event, ImportRun, NoteLink, Quote, QuoteLink, Refusal
from tests.admin.posting import Page
from tests.factories import make_article, make_event, make_quote

NO_KEYS = ("abc", "\x00", "9" * 17, "9" * 31, "-1", "")


class OddInput(TestCase):
    article: Article
    user: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=["Hujan turun di kota.", "Rapat dibuka."])
        cls.user = User.objects.create_superuser("ana", password="rahasia sekali")

    def setUp(self) -> None:
        self.client.force_login(self.user)

    def post(self, kind: str, key: int | None = None, /, **typed: str) -> Any:
        """Fill a form in and send it; dashes in names are typed as double underscores."""
        address = f"/admin/articles/{kind}/{f'{key}/change' if key else 'add'}/"
        page = Page(self.client.get(address).content.decode(), f"{kind}_form")
        return self.client.post(
            address, page.fields | {name.replace("__", "-"): [text] for name, text in typed.items()}
        )


class KeyTests(OddInput):
    def test_a_topic_that_is_none_is_asked_for_again(self) -> None:
        answers = {"action": "set_topic", "answered": "yes", "expected": "1", "seen": "0", "about": "about"}
        for typed in NO_KEYS:
            chosen = {"_selected_action": str(self.article.pk), "select_across": "0", "topic": typed}
            answer = self.client.post("/admin/articles/article/", answers | chosen)
            self.assertContains(answer, "errorlist")

    def test_an_article_of_a_row_that_is_none_is_asked_for_again(self) -> None:
        for typed in NO_KEYS:
            told = {"anchors__0__article_of": typed, "anchors__0__words": "Hujan", "anchors__0__role": "phrase"}
            self.assertContains(self.post("event", name="Banjir", type="flood", **told), "errorlist")
        self.assertFalse(Event.objects.exists())

    def test_an_article_of_a_fact_that_is_none_is_asked_for_again(self) -> None:
        for typed in NO_KEYS:
            told = {"anchors__0__words": "Hujan", "anchors__0__role": "content"}
            self.assertContains(self.post("quote", article=typed, type="indirect", **told), "errorlist")
        self.assertFalse(Quote.objects.exists())


class CircleTests(OddInput):
    def test_an_event_does_not_come_before_itself(self) -> None:
        first, second, third = (make_event(self.article, "Hujan", name=name) for name in ("Satu", "Dua", "Tiga"))
        self.assertEqual(self.post("event", second.pk, previous=str(first.pk)).status_code, 302)
        self.assertEqual(self.post("event", third.pk, previous=str(second.pk)).status_code, 302)
        for closing in (first, second, third):
            answer = self.post("event", first.pk, previous=str(closing.pk))
            self.assertContains(answer, f"“{closing}” is this event, or comes after it")
            self.assertNotContains(answer, "Constraint")

    def test_nothing_is_linked_with_itself(self) -> None:
        quote = make_quote(self.article, "Hujan turun")
        answer = self.post("quotelink", from_quote=str(quote.pk), to_quote=str(quote.pk), type="repeats")
        self.assertContains(answer, "Nothing is linked with itself")
        self.assertNotContains(answer, "Constraint")
        self.assertFalse(QuoteLink.objects.exists())

    def test_a_note_bears_on_one_thing(self) -> None:
        answer = self.post("notelink", article=str(self.article.pk), relation="about")
        self.assertContains(answer, "Choose one quote, statistic, series or event.")
        self.assertNotContains(answer, "Constraint")
        self.assertFalse(NoteLink.objects.exists())


class ImportTests(OddInput):
    def test_a_run_shows_its_first_refusals_and_leads_to_all(self) -> None:
        runs = [
            ImportRun.objects.create(importer="x", container="c", container_sha256="0" * 64, seen=60, refused=60)
            for _ in range(2)
        ]
        Refusal.objects.bulk_create(
            Refusal(run=run, place=f"baris {number}", reason="It has no text.") for run in runs for number in range(60)
        )
        page = self.client.get(f"/admin/articles/importrun/{runs[0].pk}/change/")
        self.assertContains(page, "<td>It has no text.</td>", count=50)
        self.assertContains(page, "<td>baris 49</td>")
        address = f"/admin/articles/refusal/?run__id__exact={runs[0].pk}"
        self.assertContains(page, f'<a href="{address}">All 60 in a list</a>', html=True)
        self.assertEqual(self.client.get(address).context["cl"].result_count, 60)
