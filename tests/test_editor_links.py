"""Editors find their way from a public page to its record; readers' pages do not know that there are editors."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Entity, Event, Quote, Series, Statistic, Topic
from tests.pages import PAGES
from tests.world import load_sample_world

PROCESSOR = "articles.views.editor.editor"
MIDDLEWARE = "articles.views.editor.private_when_signed_in"


def without_the_feature() -> dict[str, Any]:
    templates: list[Any] = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["context_processors"].remove(PROCESSOR)
    return {"TEMPLATES": templates, "MIDDLEWARE": [name for name in settings.MIDDLEWARE if name != MIDDLEWARE]}


class EditorLinkTests(TestCase):
    article: Article
    editor: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()
        cls.editor = User.objects.create_superuser("ana", first_name="Ana", last_name="Wijaya")

    def public_records(self) -> list[Any]:
        topic = Topic.objects.filter(article_topics__article=self.article).first()
        statistic = Statistic.objects.public().filter(series__isnull=False).first()
        assert topic
        assert statistic
        return [
            self.article,
            Quote.objects.public().latest("pk"),
            statistic,
            Series.objects.get(pk=statistic.series_id),
            Event.objects.public().latest("pk"),
            Entity.objects.get(slug="maria-zakharova"),
            topic,
        ]

    def edit_link(self, record: Any) -> str:
        return f'href="{reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])}"'

    def test_an_editor_finds_the_record_of_every_kind_of_page(self) -> None:
        self.client.force_login(self.editor)
        for record in self.public_records():
            with self.subTest(record._meta.model_name):
                response = self.client.get(record.get_absolute_url())
                self.assertContains(response, self.edit_link(record), count=1)
                self.assertContains(response, "Signed in as Ana Wijaya", count=1)

    def test_a_page_that_is_no_record_leads_to_the_admin_alone(self) -> None:
        self.client.force_login(self.editor)
        response = self.client.get("/")
        self.assertContains(response, 'href="/admin/"', count=1)
        self.assertNotContains(response, "/change/")

    def test_what_is_made_for_an_editor_is_kept_by_no_shared_cache(self) -> None:
        self.client.force_login(self.editor)
        response = self.client.get(self.article.get_absolute_url())
        self.assertIn("private", response.headers["Cache-Control"])
        self.assertIn("Cookie", response.headers["Vary"])

    def test_the_link_stands_only_where_the_editor_may_look(self) -> None:
        narrow = User.objects.create_user("budi", is_staff=True)
        narrow.user_permissions.add(Permission.objects.get(codename="view_quote", content_type__app_label="articles"))
        self.client.force_login(narrow)
        self.assertNotContains(self.client.get(self.article.get_absolute_url()), "/change/")
        quote = Quote.objects.public().latest("pk")
        self.assertContains(self.client.get(quote.get_absolute_url()), self.edit_link(quote), count=1)

    def test_an_account_outside_of_the_desk_reads_as_a_reader_does(self) -> None:
        self.client.force_login(User.objects.create_user("citra"))
        response = self.client.get(self.article.get_absolute_url())
        self.assertNotContains(response, "Signed in as")
        self.assertNotContains(response, "/admin/")

    def test_readers_get_the_same_bytes_with_the_feature_and_without(self) -> None:
        addresses = {str(page): page.address() for page in PAGES}
        with_it = {name: self.client.get(address) for name, address in addresses.items()}
        with override_settings(**without_the_feature()):
            without = {name: self.client.get(address) for name, address in addresses.items()}
        for name in addresses:
            with self.subTest(name):
                self.assertEqual(with_it[name].content, without[name].content)
                self.assertEqual(dict(with_it[name].headers), dict(without[name].headers))
                self.assertFalse(with_it[name].cookies)

    def test_readers_cost_no_query_more(self) -> None:
        address = self.article.get_absolute_url()
        self.client.get(address)
        with override_settings(**without_the_feature()), CaptureQueriesContext(connection) as plain:
            self.client.get(address)
        with self.assertNumQueries(len(plain)):
            self.client.get(address)

    def test_a_forged_session_shows_nothing_and_breaks_nothing(self) -> None:
        for forged in ("x" * 32, "é", '"\\000\\000\\000\\000\\000\\000\\000\\000"', "a" * 4000, ""):
            with self.subTest(forged[:40]):
                self.client.cookies[settings.SESSION_COOKIE_NAME] = forged
                response = self.client.get(self.article.get_absolute_url())
                self.assertEqual(response.status_code, 200)
                self.assertNotContains(response, "Signed in as")
                self.assertNotContains(response, "/admin/")
