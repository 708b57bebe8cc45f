"""What every page keeps to, whatever it shows."""

from __future__ import annotations

import re
from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
from django.test import TestCase
from html5lib.constants import E as MESSAGES

from tests.pages import NO_PAGE, PAGES, url_names
from tests.world import load_sample_world

ORIGIN = "http://testserver"
# Sums and differences of figures that must not be added up: 898 + 135, 883 + 898, 883 + 898 + 135, 883 + 135,
# 898 - 883 is too small a number to look for. In both notations.
SUMS = re.compile(r"(?<![\d.,])(1[.,]?033|1[.,]?781|1[.,]?916|1[.,]?018)(?![\d.,]*\d)")


class EveryPageTests(TestCase):
    addresses: dict[str, str]

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()
        cls.addresses = {str(page): page.address() for page in PAGES}

    def test_every_address_of_the_site_has_an_example(self) -> None:
        self.assertEqual({page.url_name for page in PAGES} | NO_PAGE.keys(), url_names())

    def test_every_page_is_valid_html(self) -> None:
        for name, address in self.addresses.items():
            with self.subTest(name):
                parser = html5lib.HTMLParser(namespaceHTMLElements=False)
                parser.parse(self.client.get(address).content.decode())
                errors = [f"{place}: {MESSAGES[code] % given}" for place, code, given in parser.errors]
                self.assertEqual(errors, [])

    def test_no_page_repeats_an_id(self) -> None:
        for name, address in self.addresses.items():
            with self.subTest(name):
                ids = re.findall(r'\sid="([^"]+)"', self.client.get(address).content.decode())
                self.assertEqual(sorted(ids), sorted(set(ids)))

    def test_every_page_forbids_scripts_and_styles_that_are_not_ours(self) -> None:
        for name, address in self.addresses.items():
            with self.subTest(name):
                response = self.client.get(address)
                policy = response.headers["Content-Security-Policy"]
                self.assertIn("default-src 'none'", policy)
                self.assertNotIn("unsafe", policy)
                page = response.content.decode()
                self.assertNotRegex(page, r"<[^>]+\sstyle=")
                self.assertNotRegex(page, r"<[^>]+\son[a-z]+=")
                self.assertNotRegex(page, r"<script(?![^>]*\ssrc=)")

    def test_no_page_gives_a_reader_a_cookie_or_varies_by_one(self) -> None:
        for name, address in self.addresses.items():
            with self.subTest(name):
                response = self.client.get(address)
                self.assertFalse(response.cookies)
                self.assertNotIn("cookie", response.headers.get("Vary", "").lower())

    def test_no_page_adds_up_figures_of_different_scope(self) -> None:
        for name, address in self.addresses.items():
            with self.subTest(name):
                page = self.client.get(address).content.decode()
                # Keys in addresses and fragments are numbers that nobody reads.
                self.assertNotRegex(re.sub(r"\s(?:href|id|for|aria-[a-z]+)=\"[^\"]*\"", "", page), SUMS)

    def test_every_page_has_a_title_of_its_own_and_one_heading(self) -> None:
        titles: dict[str, str] = {}
        for name, address in self.addresses.items():
            with self.subTest(name):
                page = self.client.get(address).content.decode()
                title = re.search(r"<title>\s*(.*?)\s*</title>", page, re.DOTALL)
                assert title
                self.assertEqual(len(re.findall(r"<h1\b", page)), 1)
                if "words marked" not in name:  # the same page as without the marks
                    self.assertNotIn(title[1], titles, f"also the title of {titles.get(title[1])}")
                    titles[title[1]] = name


class CrawlerTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_no_link_is_dead_and_every_fragment_exists(self) -> None:
        pages = self.crawl(limit=600)
        missing = []
        for address, (links, _) in pages.items():
            for link in links:
                target, fragment = urldefrag(link)
                if fragment and target in pages and fragment not in pages[target][1]:
                    missing.append(f"{address} -> {link}")
        self.assertEqual(missing, [])

    def crawl(self, limit: int) -> dict[str, tuple[list[str], set[str]]]:
        """Return links and ids of every page reached; facets multiply addresses, so at most `limit` are opened."""
        seen: dict[str, tuple[list[str], set[str]]] = {}
        # Pages without a query come first, so that the limit cuts combinations of filters and nothing else.
        waiting = deque(page.address() for page in PAGES)
        queued = set(waiting)
        while waiting and len(seen) < limit:
            address = waiting.popleft()
            response = self.client.get(address)
            if response.status_code in {301, 302}:
                links, ids = [response.headers["Location"]], set()
            else:
                self.assertEqual(response.status_code, 200, f"dead link {address}")
                text = response.content.decode()
                links = [found.replace("&amp;", "&") for found in re.findall(r'<a\b[^>]*?\shref="([^"]+)"', text)]
                ids = set(re.findall(r'\sid="([^"]+)"', text))
            links = [urljoin(ORIGIN + address, link).removeprefix(ORIGIN) for link in links]
            seen[address] = ([link for link in links if link.startswith("/")], ids)
            for link in seen[address][0]:
                target = urldefrag(link).url
                if target not in queued and not target.startswith(("/static/", "/admin/")):
                    queued.add(target)
                    (waiting.append if urlsplit(target).query else waiting.appendleft)(target)
        return seen
