"""A publisher's other text waits at the desk, also when no fact stands on it, until somebody has looked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.test import TestCase
from django.urls import reverse

from articles.actions import checked, roles
from articles.models import Article, Decision
from tests.actions.test_import_versions import FIRST, put, record
from tests.admin.test_entities import said, signed_in
from tests.curation.desk import make_reviewer
from tests.curation.test_worklists import rows_of

SECOND = FIRST.replace("883", "885")
LIST = "admin:articles_article_changelist"


class ChangedTextTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        put(record())
        cls.article = Article.objects.get()

    def setUp(self) -> None:
        self.client = signed_in(roles.EDITOR)

    def waiting(self) -> list[Article]:
        user: Any = self.client.get("/admin/").wsgi_request.user
        return rows_of("text-changed", user)

    def page(self) -> Any:
        return self.client.get(reverse("admin:articles_article_change", args=[self.article.pk]))

    def look(self) -> Any:
        chosen = {"action": "looks_right", "_selected_action": [self.article.pk]}
        asked = self.client.post(reverse(LIST), chosen)
        answer = {"answered": "yes", "expected": 1, "seen": asked.context["seen"], "reason": ""}
        return self.client.post(reverse(LIST), {**chosen, **answer})

    def test_another_text_waits_until_somebody_says_that_it_looks_right(self) -> None:
        self.assertEqual(self.waiting(), [])
        put(record(SECOND))
        self.assertEqual(self.waiting(), [self.article])
        self.assertEqual(said(self.look()), "1 looks right.")
        self.assertEqual(self.waiting(), [])
        self.assertEqual(Decision.objects.filter(action="check").count(), 1)
        put(record(SECOND.replace("885", "890")))
        self.assertEqual(self.waiting(), [self.article])

    def test_the_page_leads_to_what_changed_until_somebody_has_looked(self) -> None:
        self.assertNotContains(self.page(), "looks_right")
        put(record(SECOND))
        difference = reverse("articles:article_version", args=[self.article.pk, 2])
        page = self.page()
        self.assertContains(page, "(version 2)")
        self.assertContains(page, f'<a href="{difference}">what changed</a>', html=True)
        self.assertContains(page, "looks_right")
        self.assertContains(self.client.get(difference), "885")
        self.look()
        self.assertNotContains(self.page(), "what changed")

    def test_a_draft_has_no_public_page_and_leads_to_its_history(self) -> None:
        put(record(SECOND))
        Article.objects.update(state=Article.State.DRAFT)
        history = reverse("admin:articles_article_history", args=[self.article.pk])
        self.assertContains(self.page(), f'<a href="{history}">what changed</a>', html=True)

    def test_white_space_alone_is_nothing_to_look_at(self) -> None:
        put(replace(record(FIRST.replace(". Sebanyak", ".  Sebanyak")), content=b"other bytes"))
        self.article.refresh_from_db()
        assert self.article.current
        self.assertEqual((self.article.current.number, self.article.current.cosmetic), (2, True))
        self.assertEqual(self.waiting(), [])
        self.assertEqual(checked.check(Article.objects.all(), by=None).without_doubt, 1)

    def test_drafts_wait_only_for_those_who_may_see_them(self) -> None:
        put(record(SECOND))
        Article.objects.update(state=Article.State.DRAFT)
        self.assertEqual(rows_of("text-changed", make_reviewer()), [])
        self.assertEqual(self.waiting(), [self.article])

    def test_withdrawn_ones_wait_for_nobody(self) -> None:
        put(record(SECOND))
        Article.objects.update(state=Article.State.WITHDRAWN)
        self.assertEqual(self.waiting(), [])
