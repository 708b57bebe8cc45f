"""Answers for machines: ready or not, what to crawl, the picture in the tab; and the records in the admin."""

from __future__ import annotations

import re
from typing import ClassVar
from unittest.mock import patch
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.test import Client, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.lists import EvidenceAdmin
from articles.models import Article, Event, Quote
from articles.sitemaps import SITEMAPS
from tests.factories import make_article, make_event, make_quote
from tests.world import load_sample_world

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
UNSAFE = ("post", "put", "patch", "delete")


class HealthTests(TestCase):
    def test_it_is_ready_when_the_database_answers(self) -> None:
        response = self.client.get("/healthz")
        self.assertEqual((response.status_code, response.content), (200, b"ready\n"))
        self.assertIn("no-store", response.headers["Cache-Control"])

    def test_it_is_not_ready_while_the_database_is_away_and_tells_strangers_no_more(self) -> None:
        with patch.object(connection, "cursor", side_effect=OperationalError("password of secret@host")):
            response = self.client.get("/healthz")
        self.assertEqual((response.status_code, response.content), (503, b"not ready: the database does not answer\n"))

    @override_settings(DEBUG=True)
    def test_a_developer_is_told_the_reason(self) -> None:
        with patch.object(connection, "cursor", side_effect=OperationalError("no route\nto host")):
            self.assertEqual(self.client.get("/healthz").content, b"not ready: no route\n")

    def test_it_asks_one_short_question(self) -> None:
        with self.assertNumQueries(1):
            self.client.get("/healthz")


class RobotsTests(TestCase):
    def test_crawlers_are_kept_from_the_endless_and_shown_the_map(self) -> None:
        response = self.client.get("/robots.txt")
        self.assertEqual(response.headers["Content-Type"], "text/plain")
        lines = response.content.decode().splitlines()
        self.assertEqual(lines[0], "User-agent: *")
        self.assertIn("Disallow: /admin/", lines)
        self.assertIn("Disallow: /search/?", lines)
        self.assertIn("Disallow: /search.", lines)  # its tables and feeds
        self.assertIn("Sitemap: http://testserver/sitemap.xml", lines)


class FaviconTests(TestCase):
    def test_the_address_that_browsers_guess_leads_to_the_picture(self) -> None:
        response = self.client.get("/favicon.ico")
        self.assertEqual(response.status_code, 301)
        name = re.sub(r"\.[0-9a-f]{12}(?=\.)", "", response.headers["Location"].removeprefix("/static/"))
        self.assertTrue(finders.find(name), name)


class SitemapTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def locations(self, address: str) -> list[str]:
        tree = ElementTree.fromstring(self.client.get(address).content)  # noqa: S314 - our own answer
        return [urlsplit(found.text or "").path for found in tree.iter(f"{SITEMAP}loc")]

    def all_locations(self) -> list[str]:
        return [page for part in self.locations("/sitemap.xml") for page in self.locations(part)]

    def test_the_pages_of_the_map_are_there(self) -> None:
        parts = self.locations("/sitemap.xml")
        self.assertEqual(len(parts), len(SITEMAPS))
        for part in parts:
            pages = self.locations(part)
            # The crawler opens all pages; the first and the last of a part tell whether its addresses are right.
            for page in {pages[0], pages[-1]}:
                with self.subTest(page):
                    self.assertEqual(self.client.get(page).status_code, 200)

    def test_every_page_is_named_once(self) -> None:
        pages = self.all_locations()
        self.assertEqual(sorted(set(pages)), sorted(pages))

    def test_what_readers_may_not_see_is_not_in_the_map(self) -> None:
        before = self.all_locations()
        draft = make_article(
            "Rancangan", paragraphs=("Kata Budi.",), mentioning=("Budi",), state=Article.State.WITHDRAWN
        )
        make_quote(draft, "Kata Budi")
        make_event(draft, "Kata")
        self.assertEqual(self.all_locations(), before)

    def test_a_changed_article_tells_its_day(self) -> None:
        article = make_article()
        response = self.client.get("/sitemap-articles.xml")
        self.assertContains(response, f"<lastmod>{timezone.now():%Y-%m-%d}</lastmod>")
        self.assertContains(response, article.get_absolute_url())

    def test_a_page_of_the_map_that_is_not_there_is_a_404(self) -> None:
        for address in ("/sitemap-nothing.xml", "/sitemap-articles.xml?p=99", "/sitemap-articles.xml?p=x"):
            with self.subTest(address):
                self.assertEqual(self.client.get(address).status_code, 404)


class AdminTests(TestCase):
    editor: ClassVar[User]

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()
        cls.editor = User.objects.create_superuser("ed", password="ed")

    def setUp(self) -> None:
        self.client.force_login(self.editor)

    def address(self, model: type, page: str, *args: object) -> str:
        return reverse(f"admin:articles_{model.__name__.lower()}_{page}", args=args)

    def archive_models(self) -> list[type]:
        models = [model for model in admin.site._registry if model._meta.app_label == "articles"]
        self.assertIn(Quote, models)
        return models

    def test_a_stranger_is_asked_to_sign_in(self) -> None:
        response = Client().get("/admin/")
        self.assertRedirects(response, "/admin/login/?next=/admin/")

    def test_every_list_of_records_opens_and_searches(self) -> None:
        for model in self.archive_models():
            with self.subTest(model.__name__):
                self.assertContains(self.client.get(self.address(model, "changelist")), 'id="changelist"')
                found = self.client.get(self.address(model, "changelist"), {"q": "a"})
                self.assertContains(found, 'id="changelist"')

    def test_every_record_can_be_looked_at_none_deleted_and_no_evidence_changed(self) -> None:
        for model in self.archive_models():
            if not (row := model._default_manager.order_by("pk").first()):  # type: ignore[attr-defined]
                continue
            with self.subTest(model.__name__):
                page = self.client.get(self.address(model, "change", row.pk))
                self.assertContains(page, str(model._meta.verbose_name))  # type: ignore[attr-defined]
                self.assertEqual(self.client.post(self.address(model, "delete", row.pk), {}).status_code, 403)
                evidence = isinstance(admin.site.get_model_admin(model), EvidenceAdmin)
                changed = self.client.post(self.address(model, "change", row.pk), {}).status_code
                self.assertEqual(changed, 403 if evidence else 200)

    def test_the_actions_of_a_list_delete_nothing(self) -> None:
        before = Event.objects.count()
        chosen = {"action": "delete_selected", "_selected_action": [Event.objects.earliest("pk").pk], "post": "yes"}
        self.client.post(self.address(Event, "changelist"), chosen)
        self.assertEqual(Event.objects.count(), before)

    def test_nonsense_in_an_address_is_no_fault_of_ours(self) -> None:
        for query in ("status__exact=%00", "status__exact=%ff", "p=x", "o=zz", "e=1", "id__exact=99999999999999999999"):
            with self.subTest(query):
                self.assertLess(self.client.get(f"{self.address(Quote, 'changelist')}?{query}").status_code, 500)

    def test_the_admin_keeps_to_the_policy_of_the_site(self) -> None:
        response = self.client.get(self.address(Quote, "changelist"))
        self.assertIn("default-src 'none'", response.headers["Content-Security-Policy"])
        self.assertNotRegex(response.content.decode(), r"<script(?![^>]*\ssrc=)[^>]*>(?!\s*</script>)\s*[^\s{\[]")

    def test_queries_do_not_grow_with_the_records(self) -> None:
        lists = [(model, self.address(model, "changelist")) for model in (Article, Quote)]
        few = {address: self.count(address) for _, address in lists}
        for number in range(10):
            make_quote(make_article(f"Dewan {number}"), "Dewan kota bertemu")
        for _, address in lists:
            with self.subTest(address):
                self.assertEqual(self.count(address), few[address])

    def count(self, address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            self.client.get(address)
        return len(queries)


@pytest.mark.django_db
@pytest.mark.parametrize("method", UNSAFE)
@pytest.mark.parametrize("address", ["/", "/healthz", "/robots.txt", "/search/", "/people/", "/2023/12/06/", "/help/"])
def test_pages_only_answer_questions(client: Client, address: str, method: str) -> None:
    assert getattr(client, method)(address).status_code == 405
