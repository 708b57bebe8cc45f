"""Who is named only inside other names: the page says so in a whole sentence, and the index leads elsewhere."""

from __future__ import annotations

import re

from django.test import TestCase
from django.utils.html import strip_tags

from tests.factories import make_article, make_entity, make_mention


class OnlyInsideTests(TestCase):
    def page(self, address: str) -> str:
        return re.sub(r"\s+", " ", strip_tags(self.client.get(address).content.decode()))

    def test_the_page_says_it_and_leads_to_the_articles(self) -> None:
        article = make_article()
        body = make_entity("Dewan", kind="organisation")  # type: ignore[arg-type]
        for _ in range(2):
            make_mention(article, body, "Dewan", nested=True)
        page = self.client.get(body.get_absolute_url())
        self.assertContains(page, "2 times, only inside other names")
        self.assertNotContains(page, "not counted")
        self.assertContains(page, 'href="/search/?q=%22Dewan%22"')
        self.assertContains(self.client.get("/search/?q=%22Dewan%22"), '<article class="card">', count=1)

    def test_the_index_counts_no_zero_articles(self) -> None:
        make_mention(make_article(), make_entity("Dewan", kind="organisation"), "Dewan", nested=True)  # type: ignore[arg-type]
        page = self.page("/organisations/")
        self.assertNotIn("0 articles", page)
        self.assertNotIn("Dewan", page)
        self.assertIn("1 article published", page)
