from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import feedparser
from django.db import connection
from django.test import TestCase, TransactionTestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Quote, Statistic, Status
from tests.factories import make_article, make_entity, make_quote, make_statistic
from tests.world import load_sample_world

ATOM = "{http://www.w3.org/2005/Atom}"
KINDS = ("articles", "quotes", "statistics", "entities")


class FeedTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def atom(self, query: str) -> Any:
        answer = self.client.get(f"/search.atom?{query}")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(answer.headers["Content-Type"], "application/atom+xml; charset=utf-8")
        found = feedparser.parse(answer.content, response_headers={"content-type": answer.headers["Content-Type"]})
        self.assertFalse(found.bozo, found.get("bozo_exception"))
        self.assertEqual(found.version, "atom10")
        return found

    def json(self, query: str) -> dict[str, Any]:
        answer = self.client.get(f"/search.feed.json?{query}")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(answer.headers["Content-Type"], "application/feed+json; charset=utf-8")
        body: dict[str, Any] = json.loads(answer.content)
        return body

    def test_atom_tells_what_it_follows_and_where_that_is(self) -> None:
        found = self.atom("q=evakuasi&sort=oldest")
        self.assertIn("evakuasi", found.feed.title)
        links = {link["rel"]: link["href"] for link in found.feed.links}
        self.assertEqual(links["self"], "http://testserver/search.atom?q=evakuasi")
        self.assertEqual(links["alternate"], "http://testserver/search/?q=evakuasi&sort=oldest")
        [entry] = found.entries
        self.assertEqual(entry.title, str(self.article))
        self.assertEqual(entry.link, f"http://testserver{self.article.get_absolute_url()}")
        self.assertEqual(entry.id, f"tag:testserver,2026:article/{self.article.pk}")
        assert self.article.publisher
        self.assertEqual(entry.author, self.article.publisher.name)
        self.assertIn("vakuasi", entry.summary)

    def test_atom_has_all_that_the_standard_asks_for(self) -> None:
        for kind in KINDS:
            answer = self.client.get(f"/search.atom?kind={kind}")
            feed = ElementTree.fromstring(answer.content)  # noqa: S314 - our own
            for element in (feed, *feed.findall(f"{ATOM}entry")):
                with self.subTest(kind=kind, element=element.findtext(f"{ATOM}title")):
                    self.assertTrue(element.findtext(f"{ATOM}id"))
                    self.assertTrue(element.findtext(f"{ATOM}title"))
                    updated = datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "")
                    self.assertIsNotNone(updated.tzinfo)
                    if element is not feed:
                        self.assertTrue(element.findtext(f"{ATOM}author/{ATOM}name"))
                        self.assertTrue(element.findtext(f"{ATOM}summary"))
            names = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
            self.assertEqual(len(names), len(set(names)))
            self.assertTrue(names)

    def test_a_json_feed_has_all_that_the_standard_asks_for(self) -> None:
        for kind in KINDS:
            with self.subTest(kind):
                body = self.json(f"kind={kind}")
                self.assertEqual(body["version"], "https://jsonfeed.org/version/1.1")
                self.assertTrue(body["title"] and body["home_page_url"] and body["items"])
                for item in body["items"]:
                    self.assertIsInstance(item["id"], str)
                    self.assertTrue(item["content_text"] and item["url"].startswith("http://testserver/"))
                    for moment in {"date_published", "date_modified"} & item.keys():
                        self.assertIsNotNone(datetime.fromisoformat(item[moment]).tzinfo)
                    self.assertEqual(item["_newsarchive"]["url"], item["url"])

    def test_both_feeds_tell_the_same_entries_in_the_order_of_the_list(self) -> None:
        for kind, rows in (("quotes", Quote), ("statistics", Statistic)):
            atom, feed = self.atom(f"kind={kind}"), self.json(f"kind={kind}")
            self.assertEqual([entry.id for entry in atom.entries], [item["id"] for item in feed["items"]])
            keys = [item["_newsarchive"]["id"] for item in feed["items"]]
            newest = rows.objects.public().without_notes().newest_first().values_list("pk", flat=True)
            self.assertEqual(keys, list(newest[:50]))

    def test_a_quote_or_figure_that_nobody_has_checked_says_so_and_a_checked_one_does_not(self) -> None:
        article = make_article("Banjir", paragraphs=("Ana bilang besok banjir. Hadir 4711 orang.",))
        facts = (
            (make_quote(article, "besok banjir", speaker=make_entity("Ana")), "kind=quotes&q=banjir"),
            (make_statistic(4711, "hadir", article=article), "kind=statistics&number=4711"),
        )
        for fact, asked in facts:
            for status, said in ((Status.SUGGESTED, True), (Status.CONFIRMED, False)):
                decided = None if status == Status.SUGGESTED else timezone.now()
                type(fact).objects.filter(pk=fact.pk).update(status=status, decided_at=decided)
                [atom], [item] = self.atom(asked).entries, self.json(asked)["items"]
                for text in (atom.title, atom.summary, item["title"], item["content_text"]):
                    with self.subTest(text, status=status):
                        self.assertEqual("unreviewed" in text.lower(), said)

    def test_a_day_that_is_not_certain_is_no_moment(self) -> None:
        make_article("Hujan pasti", published="2024-03-01")
        make_article("Hujan mungkin", published="2024-03-02?")
        make_article("Hujan sebulan", published="2024-03")
        days = {item["title"]: item.get("date_published") for item in self.json("q=hujan")["items"]}
        self.assertEqual(
            days, {"Hujan pasti": "2024-03-01T00:00:00+00:00", "Hujan mungkin": None, "Hujan sebulan": None}
        )

    def test_a_feed_has_fifty_entries_at_most(self) -> None:
        for number in range(55):
            make_article(f"Hujan {number}")
        self.assertEqual(len(self.atom("q=hujan").entries), 50)

    def test_what_finds_nothing_is_an_empty_feed_that_stays_the_same(self) -> None:
        for kind in KINDS:
            with self.subTest(kind):
                self.assertEqual(self.atom(f"kind={kind}&q=tidakada").entries, [])
                self.assertEqual(self.json(f"kind={kind}&q=tidakada")["items"], [])
        address = "/search.atom?q=tidakada"
        self.assertEqual(self.client.get(address).content, self.client.get(address).content)

    def test_characters_that_xml_cannot_hold_do_not_break_a_feed(self) -> None:
        make_article("Hujan \x0b besok & <b>lusa</b>", deck="Kata <i>siapa</i> & kapan")
        [entry] = self.atom("").entries[:1]
        self.assertEqual(entry.title_detail, {**entry.title_detail, "value": "Hujan  besok & <b>lusa</b>"})
        self.assertEqual(entry.summary, "Kata &lt;i&gt;siapa&lt;/i&gt; &amp; kapan")

    def test_wrong_values_are_told(self) -> None:
        page = self.client.get("/search.atom?from=31/02/2023")
        self.assertEqual((page.status_code, page.headers["Content-Type"]), (400, "text/plain; charset=utf-8"))
        answer = self.client.get("/search.feed.json?actor=nobody-at-all")
        self.assertEqual(answer.status_code, 400)
        self.assertEqual(json.loads(answer.content)["errors"][0]["parameter"], "actor")

    def test_readers_get_no_cookie(self) -> None:
        for address in ("/search.atom", "/search.feed.json", "/search.json", "/search.csv"):
            answer: Any = self.client.get(address)
            self.assertTrue(answer.getvalue())
            self.assertEqual(answer.cookies, {})
            self.assertNotIn("Vary", answer.headers)


class AskedAgainTests(TransactionTestCase):
    """A transaction that has written is remembered by nobody, so these tests commit."""

    def test_a_feed_that_is_still_the_same_is_neither_sent_nor_made_again(self) -> None:
        make_article("Hujan pertama")
        for address in ("/search.atom?q=hujan", "/search.feed.json?q=hujan"):
            with self.subTest(address):
                first = self.client.get(address)
                with CaptureQueriesContext(connection) as asked:
                    again = self.client.get(address, headers={"If-None-Match": first.headers["ETag"]})
                self.assertEqual((again.status_code, again.content), (304, b""))
                self.assertLessEqual(len(asked), 2)
        make_article("Hujan kedua")
        later = self.client.get("/search.atom?q=hujan", headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual(later.status_code, 200)
        self.assertIn(b"Hujan kedua", later.content)
