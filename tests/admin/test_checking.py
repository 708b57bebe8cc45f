"""Imports in doubt: they wait until an editor says that they look right, on a page or of many at once."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import checked, log, roles
from articles.actions.revise import revise
from articles.importers.typed import Typed
from articles.models import Article, Decision
from tests.admin.test_entities import said, signed_in
from tests.curation.test_worklists import rows_of
from tests.factories import make_article

DOUBT = "Two readers of the page found texts that differ."
LIST = "admin:articles_article_changelist"


class CheckTests(TestCase):
    article: Article
    other: Article
    plain: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Perahu", doubt=DOUBT)
        cls.other = make_article("Kapal", doubt="Its date is guessed.")
        cls.plain = make_article("Dewan")

    def setUp(self) -> None:
        self.client = signed_in(roles.EDITOR)

    def waiting(self) -> list[Article]:
        user: Any = self.client.get("/admin/").wsgi_request.user
        return rows_of("imports-doubtful", user)

    def page(self, article: Article) -> Any:
        return self.client.get(reverse("admin:articles_article_change", args=[article.pk]))

    def look(self, *articles: Article, **typed: Any) -> Any:
        """Choose articles in the list and answer the page that asks."""
        chosen = {"action": "looks_right", "_selected_action": [article.pk for article in articles]}
        answer = {"answered": "yes", "expected": len(articles), "seen": log.latest(), "reason": "", **typed}
        return self.client.post(reverse(LIST), {**chosen, **answer})

    def test_they_wait_until_somebody_has_looked(self) -> None:
        self.assertEqual(self.waiting(), [self.article, self.other])
        response = self.look(self.article, self.plain, reason="Compared with the page.")
        self.assertEqual(said(response), "1 looks right, 1 had nothing to look at.")
        self.assertEqual(self.waiting(), [self.other])
        decision = Decision.objects.get(action="check")
        assert self.article.current
        self.assertEqual(decision.subject, self.article)
        self.assertEqual(decision.after, {"source": self.article.current.source.sha256, "doubt": DOUBT})
        self.assertEqual((decision.reason, str(decision.by)), ("Compared with the page.", "editor"))

    def test_the_page_says_what_is_in_doubt_and_offers_to_say_that_it_is_right(self) -> None:
        button = '<input type="hidden" name="action" value="looks_right">'
        page = self.page(self.article)
        self.assertContains(page, f"Look at how this was read: {DOUBT} If it is right, say so by “Looks right…”.")
        self.assertContains(page, button, html=True)
        self.assertNotContains(self.page(self.plain), "looks_right")
        self.look(self.article)
        page = self.page(self.article)
        self.assertNotContains(page, DOUBT)
        self.assertNotContains(page, button, html=True)

    def test_the_history_and_the_front_page_tell_it(self) -> None:
        self.look(self.article)
        history = self.client.get(reverse("admin:articles_article_history", args=[self.article.pk]))
        self.assertContains(history, "looks right as it was read")
        self.assertContains(history, "That somebody has looked stays. Correct the text instead.")
        self.assertContains(self.client.get("/admin/"), "looked at")

    def test_a_corrected_text_is_no_doubtful_import_and_another_doubtful_source_is_one_again(self) -> None:
        revise(self.article, Typed(headline="Perahu", text="Perahu tiba di desa."), by=None)
        self.assertEqual(self.waiting(), [self.other])
        self.look(self.other)
        again = make_article("Lain", doubt="Half of it is missing.").current
        assert again
        Article.objects.filter(pk=again.article_id).update(current=None, state=Article.State.DRAFT)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL newsarchive.erasing = 'yes'")
            cursor.execute(
                "UPDATE articles_version SET article_id = %s, number = 2 WHERE id = %s", [self.other.pk, again.pk]
            )
        Article.objects.filter(pk=self.other.pk).update(current=again)
        self.assertEqual(self.waiting(), [self.other])

    def test_withdrawn_ones_wait_for_nobody(self) -> None:
        Article.objects.filter(pk=self.article.pk).update(state=Article.State.WITHDRAWN)
        self.assertEqual(self.waiting(), [self.other])

    def test_what_somebody_changed_meanwhile_is_left_as_it_is(self) -> None:
        seen = log.latest()
        log.record(self.article, "change", by=None, after={"section": "Dunia"})
        done = checked.check(Article.objects.all(), by=None, seen=seen)
        self.assertEqual(done, checked.Checked(changed=1, without_doubt=1, newer=1))
        self.assertEqual(self.waiting(), [self.article])

    def test_it_costs_the_same_for_many(self) -> None:
        with CaptureQueriesContext(connection) as few:
            checked.check(Article.objects.filter(pk=self.article.pk), by=None)
        for number in range(10):
            make_article(f"Perahu {number}", doubt=DOUBT)
        with self.assertNumQueries(len(few)):
            checked.check(Article.objects.all(), by=None)
        self.assertEqual(self.waiting(), [])
