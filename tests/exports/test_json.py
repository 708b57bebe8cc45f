from __future__ import annotations

import json
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from articles.models import Anchor, Article, Block, Entity, Printing, Quote, RelayHop, Statistic
from articles.search import pages
from articles.search.fencing import UNKNOWN
from tests.factories import anchor, make_article, make_entity, make_mention, make_quote, make_statistic
from tests.search.few_rows import few
from tests.world import load_sample_world

SITE = "http://testserver"


class JsonTestCase(TestCase):
    def json(self, *, status: int = 200, **asked: Any) -> dict[str, Any]:
        return self.at(f"/search.json?{urlencode(asked, doseq=True)}", status=status)

    def at(self, address: str, *, status: int = 200) -> dict[str, Any]:
        answer = self.client.get(address)
        self.assertEqual(answer.status_code, status, answer.content[:300])
        self.assertEqual(answer.headers["Content-Type"], "application/json")
        body: dict[str, Any] = json.loads(answer.content)
        return body


class TotalTests(JsonTestCase):
    def test_the_total_is_that_of_the_step_and_nothing_is_counted_beside_it(self) -> None:
        for number in range(6):
            make_article(f"Hujan {number}")
        for asked in ("", "&q=hujan", "&q=hujan&sort=newest"):
            with self.subTest(asked):
                self.assertEqual(self.at(f"/search.json?size=2{asked}")["total"], {"number": 6, "exact": True})
                with few(most=4), CaptureQueriesContext(connection) as queries:
                    self.assertEqual(self.at(f"/search.json?size=2{asked}")["total"], {"number": 4, "exact": False})
                again = [query["sql"] for query in queries if query["sql"].startswith("SELECT COUNT(*)")]
                self.assertEqual(again, [])

    def test_where_time_runs_out_the_total_is_not_exact_and_the_records_are_there(self) -> None:
        for number in range(6):
            make_article(f"Hujan {number}")
        with patch.object(pages, "count_of", return_value=UNKNOWN):
            body = self.json(size=4)
        self.assertEqual((len(body["items"]), body["total"]), (4, {"number": 4, "exact": False}))


class SampleTests(JsonTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    article: Article

    def test_it_says_what_was_asked_and_how_much_there_is(self) -> None:
        body = self.at("/search.json?q=evakuasi&actor=maria-zakharova&sort=oldest&from=2023-12")
        self.assertEqual(body["kind"], "articles")
        self.assertEqual(
            body["query"], {"q": ["evakuasi"], "actor": ["maria-zakharova"], "sort": ["oldest"], "from": ["2023-12"]}
        )
        self.assertIn("evakuasi", body["in_words"])
        self.assertEqual(body["sort"], "oldest")
        self.assertEqual(body["total"], {"number": 1, "exact": True})
        self.assertIsNone(body["next"])
        self.assertEqual(body["page_url"], f"{SITE}/search/?q=evakuasi&actor=maria-zakharova&sort=oldest&from=2023-12")
        self.assertEqual(body["atom_url"], f"{SITE}/search.atom?q=evakuasi&actor=maria-zakharova&from=2023-12")

    def test_an_article_has_what_leads_to_it_and_excerpts_round_the_words_asked_for(self) -> None:
        [found] = self.json(q="evakuasi")["items"]
        current = self.article.current
        assert current and self.article.publisher
        self.assertEqual(found["id"], self.article.pk)
        self.assertEqual(found["url"], SITE + self.article.get_absolute_url())
        self.assertEqual(found["headline"], current.headline)
        self.assertEqual(found["publisher"]["name"], self.article.publisher.name)
        self.assertEqual(
            found["published"],
            {
                "edtf": self.article.published,
                "earliest": str(self.article.published_earliest),
                "latest": str(self.article.published_latest),
            },
        )
        self.assertEqual(found["language"], "id")
        self.assertTrue(found["excerpts"])
        for excerpt in found["excerpts"]:
            self.assertIn("vakuasi", excerpt["text"])
            block = excerpt["url"].rpartition("#b")[2]
            text = Block.objects.get(version=current, position=block).text
            self.assertIn(excerpt["text"].removeprefix("… ").removesuffix(" …"), text)
        self.assertNotIn(current.body[:400], json.dumps(found, ensure_ascii=False))

    def test_without_words_an_article_has_no_excerpts(self) -> None:
        [found] = self.json()["items"]
        self.assertEqual(found["excerpts"], [])
        self.assertEqual(found["quotes"], Quote.objects.public().filter(article=self.article).count())

    def test_a_quote_has_its_words_its_way_and_the_sentence_that_printed_it(self) -> None:
        quotes = self.json(kind="quotes", q="tawarkan", size=100)["items"]
        self.assertTrue(quotes)
        for found in self.json(kind="quotes", size=100)["items"]:
            quote = Quote.objects.get(pk=found["id"])
            with self.subTest(quote.number):
                self.assertEqual(found["url"], SITE + quote.get_absolute_url())
                self.assertEqual(found["type"], quote.type)
                self.assertEqual(found["status"], quote.status)
                self.assertEqual(found["speaker"] and found["speaker"]["name"], quote.speaker and quote.speaker.name)
                self.assertEqual(found["said"] and found["said"]["edtf"], quote.said or None)
                self.assertEqual(
                    [(hop["role"], hop["agent"] and hop["agent"]["name"], hop["stated"]) for hop in found["relay"]],
                    [(hop.role, hop.agent and hop.agent.name, hop.stated) for hop in quote.hops.order_by("position")],
                )
                self.assertEqual(found["article"]["id"], self.article.pk)
                contents = quote.anchors.filter(role=Anchor.Role.CONTENT).select_related("block")
                for words in contents:
                    sentence = next(
                        one for one in found["sentences"] if one["url"].endswith(f"#{words.block.fragment}")
                    )
                    self.assertIn(words.exact, sentence["text"])
                    self.assertIn(sentence["text"].removeprefix("… ").removesuffix(" …"), words.block.text)

    def test_a_direct_quote_has_the_marks_that_the_paper_prints(self) -> None:
        direct = self.json(kind="quotes", type="direct")["items"]
        self.assertTrue(direct)
        for found in direct:
            self.assertRegex(found["words"], "^[“\"'‘]")

    def test_the_role_is_the_one_that_the_article_prints_for_the_speaker(self) -> None:
        roles = {found["role_as_printed"] for found in self.json(kind="quotes", said_by="maria-zakharova")["items"]}
        printed = set(
            Entity.objects.get(slug="maria-zakharova")
            .mentions.exclude(printed_role="")
            .values_list("printed_role", flat=True)
        )
        self.assertTrue(roles)
        self.assertLessEqual(roles, printed)

    def test_a_figure_has_its_denominator_and_every_place_that_prints_it(self) -> None:
        [found] = self.json(kind="statistics", number="883")["items"]
        statistic = Statistic.objects.get(pk=found["id"])
        assert statistic.out_of
        self.assertEqual(found["value"], "883")
        self.assertEqual(found["out_of"]["value"], "1100")
        self.assertEqual(found["out_of"]["id"], statistic.out_of_id)
        self.assertEqual(found["unit"], "person")
        self.assertEqual(found["as_of"] and found["as_of"]["edtf"], statistic.as_of or None)
        printings = Printing.objects.public().filter(statistic=statistic)
        self.assertEqual(len(found["printed"]), printings.count())
        for printed in found["printed"]:
            self.assertIn("883", printed["number"])
            self.assertIn(printed["number"], printed["sentence"]["text"])
            self.assertRegex(printed["sentence"]["url"], r"#b\d+$")

    def test_a_name_has_its_other_spellings(self) -> None:
        found = self.json(kind="entities", q="Netanyahu")["items"][0]
        self.assertEqual(found["url"], f"{SITE}/people/benjamin-netanyahu/")
        self.assertIn("Binyamin Netanyahu", [found["name"], *(other["name"] for other in found["other_names"])])

    def test_in_indonesian_addresses_are_those_of_the_indonesian_pages(self) -> None:
        body = self.at("/id/search.json?q=evakuasi")
        self.assertEqual(body["items"][0]["url"], f"{SITE}/id{self.article.get_absolute_url()}")
        self.assertEqual(body["page_url"], f"{SITE}/id/search/?q=evakuasi")


class WrongTests(JsonTestCase):
    def test_a_wrong_value_is_told_in_the_sentence_of_the_search_page(self) -> None:
        for asked in (
            {"q": '"' * 300},
            {"from": "31/02/2023"},
            {"actor": "nobody-at-all"},
            {"kind": "nothing"},
            {"sort": "worst"},
            {"kind": "statistics", "number": "x"},
        ):
            with self.subTest(asked):
                body = self.json(status=400, **asked)
                self.assertNotIn("items", body)
                page = self.client.get("/search/", asked)
                self.assertEqual(page.status_code, 400)
                for error in body["errors"]:
                    self.assertContains(page, error["message"], status_code=400, html=False)

    def test_a_size_or_cursor_that_means_nothing_is_told(self) -> None:
        for name, value in (
            ("size", "0"),
            ("size", "101"),
            ("size", "many"),
            ("after", "nonsense!"),
            ("after", "x" * 500),
            ("after", "4pyT"),
            ("after", "-1"),
        ):
            with self.subTest(name=name, value=value):
                [error] = self.json(status=400, **{name: value})["errors"]
                self.assertEqual(error["parameter"], name)

    def test_what_finds_nothing_is_an_empty_answer(self) -> None:
        for kind in ("articles", "quotes", "statistics", "entities"):
            body = self.json(kind=kind, q="tidakada")
            self.assertEqual((body["items"], body["next"]), ([], None))
            self.assertEqual(body["total"], {"number": 0, "exact": True})


class RightsTests(JsonTestCase):
    def test_of_an_excerpt_nothing_leaves_but_headline_deck_and_the_sentences_of_facts(self) -> None:
        article = make_article(
            "Dewan bertemu",
            deck="Di balai kota",
            paragraphs=("Rahasia pertama dewan. Ana bilang besok hujan. Rahasia kedua dewan ada 12 orang.",),
            rights=Article.Rights.EXCERPT_ONLY,
        )
        make_quote(article, "besok hujan")
        [found] = self.json(q="dewan")["items"]
        self.assertNotIn("Rahasia", json.dumps(found))
        [quote] = self.json(kind="quotes", q="hujan")["items"]
        self.assertEqual([sentence["text"] for sentence in quote["sentences"]], ["Ana bilang besok hujan."])

    def test_of_a_text_without_full_stops_no_more_than_what_stands_near_leaves(self) -> None:
        words = " ".join(f"kata{number}" for number in range(2000))
        article = make_article(paragraphs=(f"{words} besok hujan {words}",))
        make_quote(article, "besok hujan")
        [quote] = self.json(kind="quotes", q="hujan")["items"]
        [sentence] = quote["sentences"]
        self.assertLess(len(sentence["text"]), 500)
        self.assertTrue(sentence["text"].startswith("… ") and sentence["text"].endswith(" …"))


class PagesTests(JsonTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        for number in range(7):
            make_article(f"Hujan {number}", published=f"2024-03-{number + 1:02}")

    def walk(self, first: str, **meanwhile: Any) -> list[str]:
        """Return the headlines of a list page by page."""
        found, address = [], first
        while address:
            body = self.at(address)
            found += [item["headline"] for item in body["items"]]
            address = body["next"]
            if meanwhile:
                make_article(f"Hujan baru {len(found)}", **meanwhile)
        return found

    def test_the_pages_together_are_the_list(self) -> None:
        for sort in ("newest", "oldest", "relevance"):
            with self.subTest(sort):
                pages = self.walk(f"/search.json?q=hujan&size=2&sort={sort}")
                whole = [item["headline"] for item in self.json(q="hujan", sort=sort)["items"]]
                self.assertEqual(len(whole), 7)
                self.assertEqual(pages, whole)

    def test_what_is_added_meanwhile_neither_repeats_nor_hides_anything(self) -> None:
        """Newer articles stand before the cursor, where the reader has been."""
        found = self.walk("/search.json?q=hujan&size=2&sort=newest", published="2024-12-31")
        self.assertEqual(found, [f"Hujan {number}" for number in reversed(range(7))])


class CostTests(JsonTestCase):
    def test_queries_do_not_grow_with_what_is_found(self) -> None:
        for kind in ("articles", "quotes", "statistics", "entities"):
            with self.subTest(kind):
                self.add(10)
                few = self.queries(kind)
                self.add(10)
                self.assertEqual(self.queries(kind), few)

    def queries(self, kind: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            body = self.json(kind=kind, q="Wijaya", size=100)
        self.assertGreaterEqual(len(body["items"]), 10)
        return len(asked)

    def add(self, number: int) -> None:
        for _ in range(number):
            place = Article.objects.count()
            name = f"Wijaya {chr(97 + place % 26)}{chr(97 + place // 26)}"
            article = make_article(
                f"Wijaya {place}", paragraphs=(f"Menteri {name} bilang besok hujan Wijaya. Ada {100 + place} orang.",)
            )
            speaker = make_entity(name)
            make_mention(article, speaker, name, printed_role="Menteri")
            quote = make_quote(article, "besok hujan Wijaya", speaker=speaker)
            RelayHop.objects.create(
                quote=quote, position=0, role=RelayHop.Role.AGENCY, agent=make_entity(f"Kantor {place}"), stated=True
            )
            statistic = make_statistic(100 + place, f"Wijaya {place}", article=article, stated_by=speaker)
            anchor(article, "orang", Anchor.Role.POPULATION, printing=statistic.printings.get())
