"""What every page keeps to, whatever it shows."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
from django.test import Client, TestCase
from django.urls import Resolver404, resolve
from html5lib.constants import E as MESSAGES

from tests.pages import NO_PAGE, PAGES, url_names
from tests.world import load_sample_world

ORIGIN = "http://testserver"
# Sums and differences of figures that must not be added up: 898 + 135, 883 + 898, 883 + 898 + 135, 883 + 135,
# 898 - 883 is too small a number to look for. In both notations.
SUMS = re.compile(r"(?<![\d.,])(1[.,]?033|1[.,]?781|1[.,]?916|1[.,]?018)(?![\d.,]*\d)")
# Pages of one kind that the crawler opens, without a question and with one: the calendar has no end, facets multiply.
MOST = {False: 40, True: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a reader who was never here gets."""

    page: str
    headers: dict[str, str]
    cookies: list[str]


class EveryPageTests(TestCase):
    """Each page is asked for once, and then looked at."""

    answers: dict[str, Answer]

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()
        cls.answers = {}
        for page in PAGES:
            given = Client().get(page.address())
            cls.answers[str(page)] = Answer(
                page=given.content.decode(), headers=dict(given.headers), cookies=list(given.cookies)
            )

    def test_every_address_of_the_site_has_an_example(self) -> None:
        self.assertEqual({page.url_name for page in PAGES} | NO_PAGE.keys(), url_names())

    def test_every_page_is_valid_html(self) -> None:
        for name, answer in self.answers.items():
            with self.subTest(name):
                parser = html5lib.HTMLParser(namespaceHTMLElements=False)
                parser.parse(answer.page)
                errors = [f"{place}: {MESSAGES[code] % given}" for place, code, given in parser.errors]
                self.assertEqual(errors, [])

    def test_no_page_repeats_an_id(self) -> None:
        for name, answer in self.answers.items():
            with self.subTest(name):
                ids = re.findall(r'\sid="([^"]+)"', answer.page)
                self.assertEqual(sorted(ids), sorted(set(ids)))

    def test_every_page_forbids_scripts_and_styles_that_are_not_ours(self) -> None:
        for name, answer in self.answers.items():
            with self.subTest(name):
                policy = answer.headers["Content-Security-Policy"]
                self.assertIn("default-src 'none'", policy)
                self.assertNotIn("unsafe", policy)
                self.assertNotRegex(answer.page, r"<[^>]+\sstyle=")
                self.assertNotRegex(answer.page, r"<[^>]+\son[a-z]+=")
                self.assertNotRegex(answer.page, r"<script(?![^>]*\ssrc=)")

    def test_no_page_gives_a_reader_a_cookie_or_varies_by_one(self) -> None:
        for name, answer in self.answers.items():
            with self.subTest(name):
                self.assertFalse(answer.cookies)
                self.assertNotIn("cookie", answer.headers.get("Vary", "").lower())

    def test_no_page_adds_up_figures_of_different_scope(self) -> None:
        for name, answer in self.answers.items():
            with self.subTest(name):
                # Keys in addresses and fragments are numbers that nobody reads.
                self.assertNotRegex(re.sub(r"\s(?:href|id|for|aria-[a-z]+)=\"[^\"]*\"", "", answer.page), SUMS)

    def test_every_page_has_a_title_of_its_own_and_one_heading(self) -> None:
        titles: dict[str, str] = {}
        for name, answer in self.answers.items():
            with self.subTest(name):
                title = re.search(r"<title>\s*(.*?)\s*</title>", answer.page, re.DOTALL)
                assert title
                self.assertEqual(len(re.findall(r"<h1\b", answer.page)), 1)
                if "words marked" not in name:  # the same page as without the marks
                    self.assertNotIn(title[1], titles, f"also the title of {titles.get(title[1])}")
                    titles[title[1]] = name


class CrawlerTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_no_link_is_dead_and_every_fragment_exists(self) -> None:
        pages = self.crawl()
        missing = []
        for address, (links, _) in pages.items():
            for link in links:
                target, fragment = urldefrag(link)
                if fragment and target in pages and fragment not in pages[target][1]:
                    missing.append(f"{address} -> {link}")
        self.assertEqual(missing, [])
        self.assertEqual({kind(address)[0] for address in pages} | NO_PAGE.keys(), url_names())

    def crawl(self) -> dict[str, tuple[list[str], set[str]]]:
        """Return links and ids of every page reached, of each kind as many as MOST says."""
        seen: dict[str, tuple[list[str], set[str]]] = {}
        waiting = deque(page.address() for page in PAGES)
        queued, opened = set(waiting), Counter[tuple[str, bool]]()
        while waiting:
            address = waiting.popleft()
            opened[kind(address)] += 1
            if opened[kind(address)] > MOST[kind(address)[1]]:
                continue
            response = self.client.get(address)
            if response.status_code in {301, 302}:
                links, ids = [response.headers["Location"]], set()
            else:
                self.assertEqual(response.status_code, 200, f"dead link {address}")
                is_page = response.headers["Content-Type"].startswith("text/html")
                text = response.content.decode() if is_page else ""
                if response.streaming:
                    response.getvalue()  # a table keeps its place until it is read
                links = [found.replace("&amp;", "&") for found in re.findall(r'<a\b[^>]*?\shref="([^"]+)"', text)]
                ids = set(re.findall(r'\sid="([^"]+)"', text))
            links = [urljoin(ORIGIN + address, link).removeprefix(ORIGIN) for link in links]
            seen[address] = ([link for link in links if link.startswith("/")], ids)
            for link in seen[address][0]:
                target = urldefrag(link).url
                if target not in queued and not target.startswith(("/static/", "/admin/")):
                    queued.add(target)
                    waiting.append(target)
        return seen


def kind(address: str) -> tuple[str, bool]:
    """Return the name of the address, "" for one that there is not, and whether it asks for something."""
    parts = urlsplit(address)
    try:
        return resolve(unquote(parts.path)).url_name or "", bool(parts.query)
    except Resolver404:
        return "", False
