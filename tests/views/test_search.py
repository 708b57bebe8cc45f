from __future__ import annotations

import re

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Block, Quote
from tests.factories import make_article, make_entity, make_quote, make_statistic, make_topic
from tests.world import load_sample_world

URL = reverse("articles:search")


class SearchPageTests(TestCase):
    def page(self, query: str = "", status: int = 200) -> str:
        response = self.client.get(URL + query)
        self.assertEqual(response.status_code, status, query)
        return re.sub(r"\s+", " ", response.content.decode())


class FirstArticleTests(SearchPageTests):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def assert_finds(self, query: str) -> None:
        self.assertIn(self.article.get_absolute_url(), self.page(query), query)

    def assert_misses(self, query: str) -> None:
        self.assertNotIn(self.article.get_absolute_url(), self.page(query), query)

    def test_what_readers_type_finds_it(self) -> None:
        for typed in ("Benyamin", '"Maria Zakharova"', "menawarkan", "tawarkan", "1100", "1.100", "10 Desember 2023"):
            self.assert_finds(f"?q={typed}")

    def test_what_is_not_article_text_finds_nothing(self) -> None:
        for typed in ("Berita Terpopuler", "Terpopuler", '"Klik di Sini"', "Kamran", "Perspektif"):
            self.assert_misses(f"?q={typed}")

    def test_what_is_excluded_is_not_found(self) -> None:
        self.assert_misses("?q=evakuasi -Hamas")
        self.assert_misses("?not_actor=maria-zakharova")
        self.assert_finds("?q=evakuasi -Jakarta")

    def test_the_words_are_marked_in_snippets_that_lead_to_their_blocks(self) -> None:
        page = self.page("?q=evakuasi")
        self.assertIn("kerja sama dalam isu <mark>evakuasi</mark> warga negara Rusia", page)
        links = re.findall(rf'href="{self.article.get_absolute_url()}\?q=evakuasi#(b\d+)"', page)
        blocks = {block.fragment: block.text for block in Block.objects.filter(version=self.article.current)}
        self.assertEqual(len(links), 3)
        for link in links:
            self.assertIn("evakuasi", blocks[link].lower())

    def test_an_uncertain_date_is_found_inside_and_says_so(self) -> None:
        page = self.page("?from=2023-12-15&to=2023-12-15")
        self.assertIn(self.article.get_absolute_url(), page)
        self.assertIn(
            'published <span class="date-doubt">10–31 Dec 2023</span>, date uncertain', re.sub(" ,", ",", page)
        )
        self.assert_misses("?from=2023-12-09&to=2023-12-09")

    def test_reference_notes_stay_out_unless_asked_for(self) -> None:
        self.assertIn("<strong>1 article</strong>", self.page())
        self.assertIn("<strong>10 articles</strong>", self.page("?notes=1"))
        self.assertNotIn("reference note<", self.page("?q=Gaza"))

    def test_every_kind_is_found_by_the_same_words(self) -> None:
        self.assertIn("Pihak Rusia siap menawarkan", self.page("?kind=quotes&q=menawarkan"))
        self.assertIn("persons who asked Russia for help to leave Gaza", self.page("?kind=statistics&q=1100"))
        self.assertIn('href="/people/benjamin-netanyahu/"', self.page("?kind=entities&q=Binyamin Netanyahu"))


class WrongValueTests(SearchPageTests):
    def test_a_wrong_value_is_named_with_status_400_and_no_list(self) -> None:
        make_article("Tampak")
        for query, value in {
            "?from=31/02/2023": "31/02/2023",
            "?page=1e23": "1e23",
            "?page=0": "0",
            "?sort=x": "x",
            "?actor=nobody": "nobody",
            "?kind=planets": "planets",
            "?topic=none": "none",
            "?kind=statistics&number=many": "many",
            "?kind=quotes&type=whispered": "whispered",
        }.items():
            page = self.page(query, 400)
            self.assertIn(f" “{value}”: ", page, query)
            self.assertNotIn("Tampak", page, query)

    def test_a_query_that_cannot_be_read_is_shown_with_the_place_marked(self) -> None:
        make_article("Tampak")
        for query, typed in {"?q=OR": "<mark>OR</mark>", "?q=air (OR gempa)": "air (<mark>OR</mark> gempa)"}.items():
            page = self.page(query, 400)
            self.assertIn(typed, page, query)
            self.assertNotIn("Tampak", page, query)

    def test_too_many_values_are_refused_by_the_list_itself(self) -> None:
        page = self.page("?" + "&".join(f"actor=a{number}" for number in range(30)), 400)
        self.assertIn("At most 20 values can be given; these are 30.", page)

    def test_what_no_page_can_mean_is_refused(self) -> None:
        self.assertEqual(self.client.get(f"{URL}?q=%00").status_code, 400)
        many = "&".join(f"actor=a{number}" for number in range(900))
        self.assertIn(self.client.get(f"{URL}?{many}").status_code, (400, 414))

    def test_the_text_is_kept_and_each_wrong_value_can_be_dropped(self) -> None:
        page = self.page("?q=gaza+OR&publisher=none&language=", 400)
        self.assertIn('value="gaza OR"', page)
        self.assertIn('href="?q=gaza+OR"', page)
        self.assertNotIn('name="publisher"', page)

    def test_a_page_behind_the_last_is_not_found(self) -> None:
        self.page("?page=2", 404)

    def test_nothing_is_written_by_reading(self) -> None:
        self.assertEqual(self.client.post(URL).status_code, 405)


class FormTests(SearchPageTests):
    def test_other_words_keep_the_other_conditions(self) -> None:
        make_article(mentioning=("Ana Wijaya",))
        page = self.page("?q=dewan&actor=ana-wijaya&sort=oldest&page=1")
        finder = re.search(r'<form class="finder big".*?</form>', page)
        assert finder
        self.assertIn('name="actor" value="ana-wijaya"', finder[0])
        self.assertIn('name="sort" value="oldest"', finder[0])
        self.assertNotIn('name="page"', finder[0])
        days = re.search(r'<form class="range".*?</form>', page)
        assert days
        self.assertIn('type="hidden" name="q" value="dewan"', days[0])

    def test_days_typed_are_kept(self) -> None:
        make_article(published="2023-12-06")
        page = self.page("?from=6 Desember 2023&to=2023-12")
        self.assertIn('name="from" value="6 Desember 2023"', page)
        self.assertIn('name="to" value="2023-12"', page)

    def test_what_is_typed_is_never_markup(self) -> None:
        make_article("Banjir <b>besar</b>", paragraphs=["<script>gempa</script>"])
        for query in ("?q=<script>alert(1)</script>", "?q=gempa <b>", "?from=<i>", "?actor=<u>"):
            page = self.page(query, 400 if "from" in query or "actor" in query else 200)
            for tag in ("<script>alert", "<b>besar", "<script>gempa", "<i>", "<u>"):
                self.assertNotIn(tag, page, query)


class GrowthTests(SearchPageTests):
    def grow(self, first: int) -> None:
        for number in range(first, first + 10):
            name = f"Orang {number}"
            article = make_article(
                f"Gempa {number}",
                paragraphs=["Gempa di kota, 12 orang pulang."],
                mentioning=(name, "Ana Wijaya"),
                publisher=f"Koran {number}",
            )
            make_topic(f"local:{number}", article=article)
            make_quote(article, "Gempa di kota", speaker=make_entity(name))
            make_statistic(12, f"people {number}", article=article, stated_by=make_entity(name))

    def test_queries_do_not_grow_with_what_is_found(self) -> None:
        self.grow(0)
        for query in (
            "?q=gempa",
            "?actor=ana-wijaya&from=2024&to=2024",
            "?q=gempa&kind=quotes",
            "?q=12&kind=statistics",
            "?q=Orang&kind=entities",
        ):
            with self.subTest(query):
                self.page(query)  # what is made once and kept
                with CaptureQueriesContext(connection) as few:
                    self.assertIn("1 to 10 of 10", self.page(query))
                self.grow(10)
                with self.assertNumQueries(len(few)):
                    self.assertIn("1 to 20 of 20", self.page(query))
                Article.objects.filter(current__headline__in=[f"Gempa {number}" for number in range(10, 20)]).update(
                    state=Article.State.WITHDRAWN
                )


class LeakTests(SearchPageTests):
    def test_every_answer_is_the_same_with_and_without_hidden_articles(self) -> None:
        make_article("Banjir", paragraphs=["Air naik."], mentioning=("Ana Wijaya",), published="2023-12-06")
        queries = (
            "",
            "?q=banjir",
            "?q=banjir rahasia",
            "?q=banjir OR rahasia&kind=quotes",
            "?q=77&kind=statistics",
            "?q=Orang&kind=entities",
            "?actor=ana-wijaya&notes=1",
            "?actor=orang-draf",
            "?topic=local-rahasia",
            "?from=2023&to=2023",
        )
        before = [self.client.get(URL + query).content for query in queries]
        for state in (Article.State.DRAFT, Article.State.WITHDRAWN):
            hidden = make_article(
                "Banjir rahasia",
                paragraphs=["Rahasia naik 77 kali."],
                mentioning=("Ana Wijaya", "Orang Draf"),
                publisher="Koran Rahasia",
                published="2022-01-01",
                state=state,
            )
            make_quote(hidden, "Rahasia naik", speaker=make_entity("Ana Wijaya"), type=Quote.Type.DIRECT)
            make_statistic(77, "times", article=hidden, unit="kali")
            make_topic("local:rahasia", article=hidden)
        for query, page in zip(queries, before, strict=True):
            self.assertEqual(self.client.get(URL + query).content, page, query)
