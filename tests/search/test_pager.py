from __future__ import annotations

import re

from django.test import TestCase

from tests.factories import make_article
from tests.search.few_rows import few


class PagerTests(TestCase):
    """The links under a list, as a reader without scripts sees them."""

    @classmethod
    def setUpTestData(cls) -> None:
        for number in range(9):
            make_article(f"Judul {number}", published=f"2024-01-{number + 1:02}")

    def pager(self, address: str, status: int = 200) -> str:
        response = self.client.get(f"/search/{address}")
        self.assertEqual(response.status_code, status)
        page = " ".join(response.content.decode().split())
        return page.partition('<nav class="pager"')[2].partition("</nav>")[0]

    def test_numbers_first_and_then_places(self) -> None:
        with few():
            first = self.pager("?sort=oldest&count=all")
            self.assertIn("1 to 3 of 9", first)
            self.assertIn('href="?sort=oldest&amp;page=2" rel="next"', first)
            second = self.pager("?sort=oldest&page=2")
            self.assertIn("4 to 6 of 4+", second)
            self.assertIn("Page 2", second)
            (place,) = set(re.findall(r'href="[?]sort=oldest&amp;after=([^"]+)" rel="next"', second))
            third = self.pager(f"?sort=oldest&after={place}")
            self.assertIn("Further down a list of 4+", third)
            self.assertNotIn('rel="next"', third)
            (place,) = set(re.findall(r'href="[?]sort=oldest&amp;before=([^"]+)" rel="prev"', third))
            again = self.pager(f"?sort=oldest&before={place}")
            self.assertIn('rel="prev"', again)
            self.assertIn('rel="next"', again)

    def test_where_the_best_end_the_page_says_so(self) -> None:
        with few(best=3):
            self.assertNotIn("the newest come first", self.pager("?q=kota"))
            self.assertIn("from here on the newest come first", self.pager("?q=kota&page=2"))

    def test_a_number_too_far_and_a_place_that_is_none_are_answered_calmly(self) -> None:
        with few():
            self.pager("?page=3", 404)
        self.pager("?after=x", 400)
