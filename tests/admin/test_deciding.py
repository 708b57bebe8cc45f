"""Beside the form: facts are decided, histories read, and decisions taken back by those who may make them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages
from django.test import Client, TestCase
from django.urls import reverse

from articles.actions import log, roles
from articles.actions.editing import edited
from articles.actions.merge import merge
from articles.actions.publish import withdraw
from articles.actions.review import reject
from articles.models import Article, Decision, Quote, Status
from tests.factories import make_article, make_entity, make_quote


def signed_in(name: str, *rights: str) -> Client:
    """Sign somebody in who has a role ("Editor"), or single rights ("change_quote")."""
    user = User.objects.create_user(name, is_staff=True)
    if {*rights} & {*roles.ROLES}:
        roles.assign(user, *rights)
    else:
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(user)
    return client


def said(response: Any) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


class Desk(TestCase):
    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        roles.sync()
        cls.article = make_article(paragraphs=["Hujan turun di kota."])
        cls.quote = make_quote(cls.article, "Hujan turun")

    def take_back(self, client: Client, record: Any, decision: Decision, reason: str = "") -> Any:
        name = f"admin:articles_{record._meta.model_name}_revert"
        return client.post(reverse(name, args=[record.pk, decision.pk]), {"reason": reason})

    def offered(self, client: Client, record: Any) -> bool:
        """Whether the page of its history offers to take something back."""
        page = client.get(reverse(f"admin:articles_{record._meta.model_name}_history", args=[record.pk]))
        return "Revert</button>" in page.content.decode()


class TakingBackTests(Desk):
    def test_a_withdrawal_is_taken_back_by_those_who_publish(self) -> None:
        withdraw(Article.objects.filter(pk=self.article.pk), by=None, reason="A court.")
        decision = log.decisions_of(self.article)[0]
        writer = signed_in("writer", "view_article", "change_article", "view_draft")
        self.assertFalse(self.offered(writer, self.article))
        self.assertEqual(self.take_back(writer, self.article, decision).status_code, 403)
        self.assertFalse(Article.objects.public().exists())
        publisher = signed_in("publisher", "view_article", "publish_article", "view_draft")
        self.assertTrue(self.offered(publisher, self.article))
        self.take_back(publisher, self.article, decision)
        self.assertTrue(Article.objects.public().exists())

    def test_so_is_what_took_a_withdrawal_back(self) -> None:
        withdraw(Article.objects.filter(pk=self.article.pk), by=None, reason="A court.")
        self.take_back(signed_in("ana", "Editor"), self.article, log.decisions_of(self.article)[0])
        writer = signed_in("writer", "view_article", "change_article", "view_draft")
        self.assertEqual(self.take_back(writer, self.article, log.decisions_of(self.article)[0]).status_code, 403)

    def test_a_rejection_is_taken_back_by_those_who_review(self) -> None:
        reject(self.quote, by=None)
        decision = log.decisions_of(self.quote)[0]
        writer = signed_in("writer", "view_quote", "change_quote")
        self.assertFalse(self.offered(writer, self.quote))
        self.assertEqual(self.take_back(writer, self.quote, decision).status_code, 403)
        reviewer = signed_in("budi", "Reviewer")
        self.assertTrue(self.offered(reviewer, self.quote))
        self.take_back(reviewer, self.quote, decision)
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.status, Status.CONFIRMED)

    def test_a_change_is_taken_back_by_those_who_may_change_it(self) -> None:
        with edited(self.quote, by=None):
            Quote.objects.filter(pk=self.quote.pk).update(occasion="Rapat")
        decision = log.decisions_of(self.quote)[0]
        reviewer = signed_in("budi", "Reviewer")
        self.assertFalse(self.offered(reviewer, self.quote))
        self.assertEqual(self.take_back(reviewer, self.quote, decision).status_code, 403)
        writer = signed_in("writer", "view_quote", "change_quote")
        self.assertTrue(self.offered(writer, self.quote))
        self.take_back(writer, self.quote, decision)
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.occasion, "")

    def test_a_merge_is_taken_back_by_those_who_merge(self) -> None:
        source = make_entity("Ana W.")
        decision = merge(source, into=make_entity("Ana Wijaya"), by=None)
        writer = signed_in("writer", "view_entity", "change_entity", "view_draft")
        self.assertFalse(self.offered(writer, source))
        self.assertEqual(self.take_back(writer, source, decision).status_code, 403)
        self.take_back(signed_in("ana", "Editor"), source, decision)
        source.refresh_from_db()
        self.assertIsNone(source.merged_into)


class ReasonTests(Desk):
    def test_no_decision_is_made_for_a_reason_that_the_log_cannot_hold(self) -> None:
        reviewer = signed_in("budi", "Reviewer")
        address = reverse("admin:articles_quote_decide", args=[self.quote.pk])
        for reason, problem in {"a\x00b": "Null characters", "x" * 1001: "at most 1000 characters"}.items():
            answer = reviewer.post(address, {"_decide": "rejected", "seen": "9", "reason": reason})
            self.assertRedirects(
                answer, f"/admin/articles/quote/{self.quote.pk}/change/", fetch_redirect_response=False
            )
            self.assertIn(problem, said(answer)[-1])
            self.assertFalse(log.decisions_of(self.quote).exists())

    def test_nothing_is_taken_back_for_one_either(self) -> None:
        reject(self.quote, by=None)
        decision = log.decisions_of(self.quote)[0]
        reviewer = signed_in("budi", "Reviewer")
        for reason, problem in {"a\x00b": "Null characters", "x" * 1001: "at most 1000 characters"}.items():
            self.assertIn(problem, said(self.take_back(reviewer, self.quote, decision, reason))[-1])
            self.assertEqual(log.newest(self.quote), decision.pk)

    def test_the_reason_that_was_given_is_kept(self) -> None:
        address = reverse("admin:articles_quote_decide", args=[self.quote.pk])
        signed_in("budi", "Reviewer").post(address, {"_decide": "rejected", "seen": "0", "reason": "Not his words."})
        self.assertEqual(log.decisions_of(self.quote)[0].reason, "Not his words.")


class ButtonTests(Desk):
    def test_a_button_that_there_is_not_decides_nothing(self) -> None:
        address = reverse("admin:articles_quote_decide", args=[self.quote.pk])
        told = said(signed_in("budi", "Reviewer").post(address, {"_decide": "superseded"}))
        self.assertEqual(told, ["“Confirm” or “Reject” was expected. The fact is still reviewed."])
        self.assertFalse(log.decisions_of(self.quote).exists())
