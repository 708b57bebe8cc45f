"""Suggestions at their address: a page, or JSON for who asks for that."""

from __future__ import annotations

from typing import Any

from django.test import TestCase

from tests.factories import make_article
from tests.nasty import NASTY

ADDRESS = "/search/suggest/"


class SuggestTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        make_article("Rapat di Moskow", published="2023-12-06", mentioning=["Maria Zakharova"])

    def told(self, typed: str, address: str = ADDRESS) -> Any:
        return self.client.get(address, {"q": typed}, headers={"accept": "application/json"}).json()

    def test_who_asks_for_json_is_told_each_line_with_its_ways(self) -> None:
        self.assertEqual(
            self.told("evakuasi zakh"),
            {
                "typed": "evakuasi zakh",
                "told": "1 suggestion.",
                "groups": [
                    {
                        "kind": "names",
                        "label": "Names",
                        "suggestions": [
                            {
                                "kind": "person",
                                "label": "Maria Zakharova",
                                "language": "",
                                "parts": [["Maria ", False], ["Zakh", True], ["arova", False]],
                                "about": "person",
                                "url": "/search/?q=evakuasi&actor=maria-zakharova",
                                "text": None,
                                "page": "/people/maria-zakharova/",
                                "page_label": "Page of Maria Zakharova",
                            }
                        ],
                    }
                ],
            },
        )
        (headline,) = self.told("rapat")["groups"][0]["suggestions"]
        self.assertEqual((headline["language"], headline["about"]), ("id", "Koran Uji, 6 Dec 2023"))

    def test_who_opens_it_sees_the_same_as_a_page(self) -> None:
        for accepted in ("text/html,application/xhtml+xml,*/*;q=0.8", "*/*"):
            page = self.client.get(ADDRESS, {"q": "zakh"}, headers={"accept": accepted})
            self.assertContains(
                page, '<a href="/search/?actor=maria-zakharova">Maria <mark>Zakh</mark>arova</a>', html=True
            )
            self.assertContains(page, 'content="noindex"')
        self.assertContains(self.client.get(ADDRESS), "Type the beginning of a name")
        self.assertContains(self.client.get(ADDRESS, {"q": "tidakada"}), "No suggestions.")

    def test_in_indonesian_all_ways_stay_in_it(self) -> None:
        (found,) = self.told("zakh", "/id/search/suggest/")["groups"][0]["suggestions"]
        self.assertEqual(
            (found["url"], found["page"]), ("/id/search/?actor=maria-zakharova", "/id/people/maria-zakharova/")
        )

    def test_caches_may_keep_it_for_a_minute_and_know_the_two_forms_apart(self) -> None:
        answer = self.client.get(ADDRESS, {"q": "zakh"})
        self.assertEqual(answer.headers["Cache-Control"], "public, max-age=60")
        self.assertEqual(answer.headers["Vary"], "Accept")

    def test_whatever_is_typed_is_answered_in_either_form(self) -> None:
        for typed in (*NASTY, "x" * 300, "by:", '-by:"', "\u202eabc"):
            with self.subTest(typed):
                self.assertEqual(self.told(typed)["typed"], typed)
                self.assertEqual(self.client.get(ADDRESS, {"q": typed}).status_code, 200)
