"""What stands before every page: methods, probes, addresses that are none."""

from __future__ import annotations

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext

from tests.factories import make_article


class GuardTests(TestCase):
    def test_readers_only_read(self) -> None:
        for method in ("post", "put", "patch", "delete", "options", "trace"):
            for address in ("/", "/search/", "/robots.txt", "/sitemap.xml"):
                with self.subTest(f"{method} {address}"):
                    response = getattr(self.client, method)(address)
                    self.assertEqual(response.status_code, 405)
                    self.assertEqual(response.headers["Allow"], "GET, HEAD")

    @override_settings(ALLOWED_HOSTS=["archive.example.org"], SECURE_SSL_REDIRECT=True)
    def test_a_probe_that_knows_no_name_and_no_https_is_answered(self) -> None:
        response = self.client.get("/healthz", headers={"host": "10.0.0.7:8000"})
        self.assertContains(response, "ready")

    def test_an_address_that_looks_like_a_broken_host_is_not_found(self) -> None:
        for path in ("//[x/y/", "//a[b]c/d/", "/%2F[x/y/"):
            with self.subTest(path):
                response = self.client.generic("GET", "/", PATH_INFO=path)
                self.assertContains(response, "Nothing stands at this address", status_code=404)

    def test_the_list_of_sitemaps_does_not_read_the_articles(self) -> None:
        make_article("Satu")
        with CaptureQueriesContext(connection) as asked:
            self.client.get("/sitemap.xml")
        # Counts and one maximum: no row of an article is read, however many there are.
        for query in asked.captured_queries:
            self.assertRegex(query["sql"], r"^SELECT (COUNT|MAX)\(")
