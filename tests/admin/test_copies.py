"""Possible copies at the desk: two texts side by side, confirmed or parted, and back again."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import log, roles
from articles.actions.copies import find_copies
from articles.models import Article, Copy, Likeness
from tests.actions.test_copies import make, story
from tests.admin.test_entities import said, signed_in

LIST = reverse("admin:articles_likeness_changelist")


class LikenessAdminTests(TestCase):
    client: Client
    likeness: Likeness

    @classmethod
    def setUpTestData(cls) -> None:
        words = story(1)
        make(words, "Dewan bertemu", publisher="Koran Satu", published="2024-03-01")
        make(["Anu berkata.", *words[1:]], "Rapat di dewan", publisher="Koran Dua", published="2024-03-02")
        find_copies()
        cls.likeness = Likeness.objects.get()

    def setUp(self) -> None:
        self.client = signed_in(roles.REVIEWER)

    def page(self, name: str = "change") -> str:
        return reverse(f"admin:articles_likeness_{name}", args=[self.likeness.pk])

    def decide(self, status: str) -> Any:
        seen = log.newest(self.likeness)
        return self.client.post(self.page("decide"), {"_decide": status, "seen": seen, "reason": "Dibaca."})

    def test_the_worklist_shows_both_with_publishers_days_and_share(self) -> None:
        page = self.client.get(LIST, {"list": "unreviewed-copies"})
        self.assertContains(page, "Dewan bertemu<br>= Rapat di dewan")
        self.assertContains(page, "Koran Satu, 2024-03-01<br>= Koran Dua, 2024-03-02")
        self.assertContains(page, f"{self.likeness.share:.0%}")

    def test_the_front_page_counts_them(self) -> None:
        self.assertContains(self.client.get(reverse("admin:index")), "Possible copies")

    def test_the_page_shows_what_only_one_of_them_prints(self) -> None:
        page = self.client.get(self.page())
        self.assertContains(page, "Anu berkata.")
        self.assertContains(page, story(1)[3], count=1)  # what both print is read once
        self.assertContains(page, "<del>", count=1)

    def test_confirming_makes_the_group_sure(self) -> None:
        self.decide("confirmed")
        self.likeness.refresh_from_db()
        self.assertEqual((self.likeness.status, str(self.likeness.decided_by)), ("confirmed", "reviewer"))
        self.assertEqual(Copy.objects.values("sure").distinct().count(), 1)

    def test_parting_them_ends_the_group_and_taking_it_back_makes_it_again(self) -> None:
        self.assertContains(self.client.get(self.page()), "Part them")
        self.decide("rejected")
        self.assertFalse(Copy.objects.exists())
        decision = log.decisions_of(self.likeness).get(action="reject")
        self.client.post(reverse("admin:articles_likeness_revert", args=[self.likeness.pk, decision.pk]))
        self.assertEqual(Copy.objects.count(), 2)
        self.assertContains(self.client.get(self.page("history")), "Dibaca.")

    def test_many_are_decided_at_once(self) -> None:
        make(story(2))
        make(story(2))
        find_copies()
        keys = list(Likeness.objects.values_list("pk", flat=True))
        data = {"action": "reject", "_selected_action": keys, "answered": "yes", "select_across": "0"}
        answer = self.client.post(LIST, {**data, "expected": 2, "seen": log.latest(), "reason": ""})
        self.assertIn("2 rejected", said(answer))
        self.assertFalse(Copy.objects.exists())

    def test_the_next_one_is_one_step_away(self) -> None:
        make(story(2))
        make(story(2))
        find_copies()
        newest = Likeness.objects.latest("pk")
        self.assertContains(self.client.get(self.page()), reverse("admin:articles_likeness_change", args=[newest.pk]))

    def test_others_of_the_group_are_named(self) -> None:
        make(story(1), "Yang ketiga")
        find_copies()
        self.assertContains(self.client.get(self.page()), "Yang ketiga")

    def test_a_pair_with_a_draft_is_not_there_for_a_reviewer(self) -> None:
        Article.objects.filter(pk=self.likeness.other_id).update(state=Article.State.DRAFT)
        self.assertNotContains(self.client.get(LIST), "Rapat di dewan")
        self.assertEqual(self.client.get(self.page()).status_code, 302)
        self.assertContains(signed_in(roles.EDITOR).get(self.page()), "Rapat di dewan")

    def test_a_draft_in_the_group_is_not_named_to_a_reviewer(self) -> None:
        make(story(1), "Rancangan", state=Article.State.DRAFT)
        find_copies()
        self.assertNotContains(self.client.get(self.page()), "Rancangan")

    def test_an_importer_reads_and_does_not_decide(self) -> None:
        self.client = signed_in(roles.IMPORTER)
        self.assertNotContains(self.client.get(self.page()), "Part them")
        self.assertEqual(self.decide("rejected").status_code, 403)

    def test_nobody_types_one(self) -> None:
        client = signed_in(roles.EDITOR)
        self.assertEqual(client.get(reverse("admin:articles_likeness_add")).status_code, 403)
        self.assertNotContains(client.get(self.page()), 'name="_save"')

    def test_the_page_costs_the_same_for_a_large_group(self) -> None:
        def cost() -> int:
            with CaptureQueriesContext(connection) as asked:
                self.client.get(self.page())
            return len(asked)

        make(story(1))
        find_copies()
        before = cost()
        for number in range(5):
            make(story(1), publisher=f"Koran {number}")
        find_copies()
        self.assertEqual(cost(), before)
