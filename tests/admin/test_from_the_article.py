"""From an article's page its facts are added: each form begins with that article."""

from __future__ import annotations

from html.parser import HTMLParser

from django.contrib.auth.models import User
from django.test import TestCase

from articles.actions import roles
from articles.models import Article, Printing, Statistic
from tests.admin.posting import Page
from tests.factories import make_article


class Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


class FromTheArticleTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        roles.sync()
        cls.article = make_article("Hujan turun", paragraphs=["Sebanyak 40 orang tiba."])

    def setUp(self) -> None:
        editor = User.objects.create_user("ana", is_staff=True)
        roles.assign(editor, "Editor")
        self.client.force_login(editor)

    def test_every_link_that_adds_a_fact_fills_in_the_article(self) -> None:
        page = self.client.get(f"/admin/articles/article/{self.article.pk}/change/").content.decode()
        links = [link for link in Links(page).found if link.endswith(f"/add/?article={self.article.pk}")]
        kinds = [link.split("/")[3] for link in links]
        self.assertEqual(kinds, ["quote", "statistic", "mention", "datemention", "event"])
        for link, kind in zip(links, kinds, strict=True):
            with self.subTest(kind):
                form = Page(self.client.get(link).content.decode(), f"{kind}_form")
                named = {name: values for name, values in form.fields.items() if name.endswith(("article", "_of"))}
                self.assertIn([str(self.article.pk)], named.values())

    def test_a_figure_added_from_there_is_printed_there(self) -> None:
        address = f"/admin/articles/statistic/add/?article={self.article.pk}"
        fields = Page(self.client.get(address).content.decode(), "statistic_form").fields
        typed = {"measure": "people arrived", "value": "40", "unit": "people", "printings-0-words": "40"}
        saved = self.client.post(address, {**fields, **typed})
        self.assertEqual(saved.status_code, 302)
        self.assertEqual(Printing.objects.get(statistic=Statistic.objects.get()).article, self.article)

    def test_a_row_that_is_only_filled_in_is_no_row(self) -> None:
        address = f"/admin/articles/event/add/?article={self.article.pk}"
        fields = Page(self.client.get(address).content.decode(), "event_form").fields
        saved = self.client.post(address, {**fields, "type": "rain", "name": "Hujan"})
        self.assertEqual(saved.status_code, 302)

    def test_an_article_that_is_none_fills_in_nothing(self) -> None:
        for kind in ("statistic", "event"):
            for asked in ("x", "", "9" * 17, "9" * 40, "-1", f"{self.article.pk}.5"):
                with self.subTest(kind=kind, asked=asked):
                    answer = self.client.get(f"/admin/articles/{kind}/add/?article={asked}")
                    self.assertEqual(answer.status_code, 200)
                    self.assertNotContains(answer, "Hujan turun")
