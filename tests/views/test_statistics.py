"""Figures as readers find and compare them: what was counted, of whom, as of when, and what must not be mixed."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from articles.models import Anchor, Article, NoteLink, Printing, Quote, Series, Statistic, StatisticLink, Status
from tests.factories import anchor, make_article, make_entity, make_quote, make_statistic, stamp
from tests.world import load_sample_world

# Sums of the sample's figures and differences between them, in both notations.
SUMS = {1033, 1781, 1916, 1018, 1983, 1998, 1235}
DIFFERENCES = {217, 202, 965, 763, 748}


class Reading(TestCase):
    def page(self, address: str) -> str:
        response = self.client.get(address)
        self.assertEqual(response.status_code, 200, address)
        found = re.search(r"<main\b.*?</main>", response.content.decode(), re.DOTALL)
        assert found
        return found[0]

    def words(self, address: str) -> str:
        """Return what a reader reads, without markup and with single spaces."""
        return _words(self.page(address))

    def section(self, address: str, ident: str) -> str:
        """Return one section of a page, told by the id of its heading."""
        return self.page(address).split(f'aria-labelledby="{ident}"')[1].split("</section>")[0]

    def values(self, address: str) -> list[int]:
        """Return the values of the figures that a list shows, in its order."""
        results = self.page(address).split("<aside")[0]
        keys = list(dict.fromkeys(int(key) for key in re.findall(r'href="/statistics/(\d+)/"', results)))
        statistics = Statistic.objects.in_bulk(keys)
        return [int(statistics[key].value) for key in keys]


def _words(markup: str) -> str:
    return " ".join(strip_tags(markup).split())


class SampleFigures(Reading):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def address(self, value: int) -> str:
        return Statistic.objects.get(value=value).get_absolute_url()


class ListTests(SampleFigures):
    def test_the_articles_figures_are_listed_and_those_of_notes_only_when_asked_for(self) -> None:
        self.assertEqual(sorted(self.values("/statistics/")), [10, 135, 883, 898, 1100])
        with_notes = self.values("/statistics/?notes=1")
        self.assertEqual(sorted(with_notes), [10, 135, 400, 653, 883, 898, 900, 1050, 1100])

    def test_one_number_lists_one_figure_with_its_two_printings_and_their_words(self) -> None:
        for asked in ("1100", "1.100", "1,1 ribu"):
            with self.subTest(asked):
                page = self.page(f"/statistics/?number={asked}")
                self.assertEqual(self.values(f"/statistics/?number={asked}"), [1100])
                words = _words(page)
                self.assertIn("sekitar 1.100 orang yang mengajukan permohonan bantuan", words)
                self.assertIn(
                    "“Sebanyak 883 dari 1.100 orang yang meminta bantuan sudah tiba di Rusia,” ujarnya.", words
                )
                for printing in Printing.objects.filter(statistic__value=1100):
                    number = printing.anchors.get(role=Anchor.Role.NUMBER)
                    self.assertIn(f'href="{self.article.get_absolute_url()}#{number.fragment}"', page)

    def test_a_figure_that_is_printed_bare_once_says_that_it_stays_about(self) -> None:
        self.assertIn("Printed bare here. The figure stays “about”", self.words("/statistics/?number=1100"))
        self.assertNotIn("Printed bare", self.words("/statistics/?number=898"))

    def test_figures_are_found_by_words_unit_speaker_series_and_day(self) -> None:
        for query, expected in (
            ("unit=day", [10]),
            ("stated_by=maria-zakharova&from=2023-12-05&to=2023-12-05", [135]),
            ("series=ru-gaza-evacuated-total", [898]),
            ("series=ru-gaza-evacuated-total&notes=1", [653, 898, 1050]),
            ("q=dievakuasi", [898]),
            ("number=884", []),
        ):
            with self.subTest(query):
                self.assertEqual(sorted(self.values(f"/statistics/?{query}")), expected)

    def test_each_item_tells_who_is_counted_since_when_as_of_when_and_by_whom(self) -> None:
        self.assertIn(
            "Russian and Palestinian citizens; since 2 December 2023; as of 5 December 2023; "
            "stated by Maria Zakharova; series Taken out since Rafah exits resumed on 2 Dec 2023",
            self.words("/statistics/?number=135"),
        )

    def test_nothing_found_says_what_would_have_to_happen_and_offers_the_notes(self) -> None:
        page = self.page("/statistics/?number=653")
        self.assertIn("No figure meets all of this.", _words(page))
        self.assertIn('href="?number=653&amp;notes=1"', page)
        self.assertEqual(self.values("/statistics/?number=653&notes=1"), [653])

    def test_a_wrong_value_is_named_with_status_400_and_no_list(self) -> None:
        for query, wrong in (("number=many", "many"), ("unit=furlong", "furlong"), ("to=32/12/2023", "32/12/2023")):
            with self.subTest(query):
                response = self.client.get(f"/statistics/?{query}")
                self.assertContains(response, wrong, status_code=400)
                self.assertNotContains(response, "figure-row", status_code=400)


class DetailTests(SampleFigures):
    def test_883_of_about_1100_arrived_in_russia_which_is_about_80_percent_by_our_reckoning(self) -> None:
        words = self.words(self.address(883))
        self.assertIn(
            "883 of about 1,100 persons arrived in Russia after leaving Gaza, as of 6 December 2023, "
            "says Maria Zakharova",
            words,
        )
        self.assertIn("about 80 %; our reckoning, the paper prints no share. The whole is itself not exact.", words)
        self.assertIn("Who is counted Russian citizens / persons who asked for help", words)
        self.assertIn("Counted since not printed", words)

    def test_898_were_evacuated_since_12_november_family_members_among_them(self) -> None:
        words = self.words(self.address(898))
        self.assertIn("898 persons evacuated from Gaza by Russia, cumulative, as of 6 December 2023", words)
        self.assertIn("Who is counted Russian citizens and Palestinian family members", words)
        self.assertIn("Counted since 12 November 2023", words)
        self.assertNotIn("%", words)

    def test_135_got_out_since_the_crossing_reopened_and_may_fluctuate(self) -> None:
        words = self.words(self.address(135))
        self.assertIn("Counted since 2 December 2023 As of 5 December 2023", words)
        self.assertIn("may change soon: angka-angka ini dapat berfluktuasi dalam beberapa jam", words)

    def test_898_and_883_count_something_else_which_is_no_contradiction(self) -> None:
        for value, other in ((883, 898), (898, 883)):
            links = _words(self.section(self.address(value), "links"))
            self.assertIn(f"counts something else than reviewed {other}", links)
            self.assertIn("Not a contradiction.", links)
        self.assertNotIn("contradicts", self.words(self.address(898)))

    def test_a_part_that_is_only_suggested_is_told_as_unreviewed_from_both_sides(self) -> None:
        self.assertIn("may be part of unreviewed 898", _words(self.section(self.address(135), "links")))
        whole = _words(self.section(self.address(898), "links"))
        self.assertIn("may have as a part unreviewed 883", whole)
        self.assertIn("may have as a part unreviewed 135", whole)

    def test_every_wording_stands_with_who_is_counted_in_it_and_its_quote(self) -> None:
        printed = self.section(self.address(883), "printed")
        words = _words(printed)
        self.assertIn("2 printings in 1 article; one source: Maria Zakharova", words)
        self.assertIn("quote 9, indirect; published 10–31 Dec 2023, uncertain; counted, as printed: warga Rusia", words)
        self.assertIn("counted, as printed: orang yang meminta bantuan", words)
        self.assertIn('<span class="fig">883</span> warga Rusia dari sekitar 1.100 orang', printed)
        for number in (9, 13):
            self.assertIn(Quote.objects.get(number=number).get_absolute_url(), printed)

    def test_the_denominator_and_its_parts_lead_to_each_other(self) -> None:
        self.assertIn(self.address(1100), self.section(self.address(883), "whole"))
        self.assertIn(self.address(883), self.section(self.address(1100), "whole"))

    def test_parts_and_printings_beyond_those_shown_are_told_by_number(self) -> None:
        whole = Statistic.objects.get(value=898)
        for _ in range(21):
            make_statistic(883, article=self.article, words="883", out_of=whole)
        for _ in range(50):
            printing = Printing.objects.create(article=self.article, statistic=whole, **stamp())
            anchor(self.article, "898", Anchor.Role.NUMBER, printing=printing)
        address = whole.get_absolute_url()
        self.assertIn("Shown are the first 20 of 21.", _words(self.section(address, "whole")))
        self.assertIn("Shown are the first 50 of 51.", _words(self.section(address, "printed")))

    def test_a_number_without_a_phrase_stands_in_its_sentence_with_headline_and_publisher(self) -> None:
        article = make_article("Pasar ramai", paragraphs=["Hujan turun. Pasar didatangi 4.321 orang sejak pagi. Sepi."])
        address = make_statistic(4321, article=article, words="4.321").get_absolute_url()
        printed = self.section(address, "printed")
        self.assertIn('Pasar didatangi <span class="fig">4.321</span> orang sejak pagi.', printed)
        self.assertNotIn("Hujan turun", printed)
        self.assertIn(f"{article.get_absolute_url()}#a", printed)
        self.assertIn("in Pasar ramai, Koran Uji", _words(printed))
        self.assertIn("in “Pasar ramai”, Koran Uji", _words(self.section(address, "cite")))

    def test_a_sentence_without_an_end_is_shown_as_far_as_it_stands_round_the_number(self) -> None:
        text = f"{'kata ' * 5_000}4.321 orang {'lagi ' * 5_000}"
        address = make_statistic(4321, article=make_article(paragraphs=[text]), words="4.321").get_absolute_url()
        words = _words(self.section(address, "printed"))
        self.assertRegex(words, r"… (kata ){20,60}4\.321 orang (lagi ){20,60}…")

    def test_a_number_in_words_keeps_its_printed_form(self) -> None:
        words = self.words(self.address(10))
        self.assertIn("10 days from the outbreak of fighting in Gaza", words)
        self.assertIn("sepuluh hari pasca pecahnya pertempuran", words)
        self.assertIn("in the newsroom’s own words", words)

    def test_notes_on_the_figure_and_on_the_quotes_that_print_it_stand_with_their_state(self) -> None:
        notes = self.section(self.address(898), "notes")
        self.assertIn("TASS", notes)
        self.assertIn("unreviewed", notes)
        self.assertIn("pnp.ru", self.section(self.address(1100), "notes"))

    def test_the_place_in_its_series_is_told(self) -> None:
        series = _words(self.section(self.address(898), "series"))
        self.assertIn("653 about 22 Nov 2023, uncertain TRT, reference note 23 Nov 2023 superseded by 898", series)
        self.assertIn("newest reviewed", series)

    def test_a_figure_that_only_a_note_prints_says_so(self) -> None:
        words = self.words(self.address(1050))
        self.assertIn("more than 1,050", words)
        self.assertIn("1 printing in reference notes alone", words)
        self.assertIn("pledgetimes, reference note", words)

    def test_no_page_of_figures_adds_or_subtracts(self) -> None:
        pages = [one.get_absolute_url() for one in (*Statistic.objects.all(), *Series.objects.all())]
        for address in ("/statistics/?notes=1", "/series/", *pages):
            shown = {int(re.sub("[.,]", "", number)) for number in re.findall(r"\d[\d.,]*\d", self.words(address))}
            self.assertEqual(shown & (SUMS | DIFFERENCES), set(), address)


class HiddenTests(Reading):
    """What is not published shows nowhere."""

    article: Article
    draft: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Dihitung 41 warga, lalu 52 warga. Lain 63 warga.",))
        cls.draft = make_article("Naskah", paragraphs=("Rahasia 9999 warga.",), state=Article.State.DRAFT)

    def test_figures_of_drafts_withdrawn_articles_and_rejected_ones_are_missing(self) -> None:
        withdrawn = make_article("Ditarik", paragraphs=("Ada 77.",), state=Article.State.WITHDRAWN)
        for figure in (
            make_statistic(9999, article=self.draft),
            make_statistic(77, article=withdrawn),
            make_statistic(41, article=self.article, status=Status.REJECTED),
        ):
            self.assertEqual(self.client.get(figure.get_absolute_url()).status_code, 404)
        self.assertEqual(self.values("/statistics/?notes=1"), [])
        self.assertEqual(self.client.get("/statistics/999999999999999999/").status_code, 404)

    def test_a_denominator_that_only_a_draft_prints_is_not_told(self) -> None:
        whole = make_statistic(9999, article=self.draft)
        part = make_statistic(41, article=self.article, out_of=whole)
        for address in (part.get_absolute_url(), "/statistics/"):
            words = self.words(address)
            self.assertNotIn("9,999", words)
            self.assertNotIn("%", words)

    def test_parts_links_and_printings_in_drafts_are_not_told(self) -> None:
        figure = make_statistic(41, article=self.article)
        hidden = make_statistic(9999, "secretly counted", article=self.draft, out_of=figure)
        StatisticLink.objects.create(
            from_statistic=hidden, to_statistic=figure, type=StatisticLink.Type.SUPERSEDES, **stamp()
        )
        printing = Printing.objects.create(article=self.draft, statistic=figure, **stamp())
        anchor(self.draft, "9999", Anchor.Role.NUMBER, printing=printing)
        page = self.page(figure.get_absolute_url())
        for secret in ("secretly", "Naskah", "Rahasia", "superseded"):
            self.assertNotIn(secret, page)
        self.assertIn("1 printing in 1 article", _words(page))

    def test_a_series_of_drafts_alone_is_missing_and_its_points_in_drafts_are_not_drawn(self) -> None:
        series = Series.objects.create(slug="uji", name="Test", unit="person")
        hidden = make_statistic(9999, article=self.draft, series=series)
        self.assertEqual(self.client.get("/series/uji/").status_code, 404)
        self.assertNotIn("uji", self.page("/series/"))
        make_statistic(41, article=self.article, series=series)
        page = self.page("/series/uji/")
        self.assertNotIn(hidden.get_absolute_url(), page)
        self.assertNotIn("9,999", page)
        self.assertIn("41", self.words("/series/"))

    def test_a_note_that_is_a_draft_is_not_told(self) -> None:
        figure = make_statistic(41, article=self.article)
        NoteLink.objects.create(article=self.draft, statistic=figure, **stamp())
        self.assertNotIn("Naskah", self.page(figure.get_absolute_url()))

    def test_a_quote_that_was_rejected_is_no_link(self) -> None:
        quote = make_quote(self.article, "Dihitung 41 warga", status=Status.REJECTED)
        figure = make_statistic(41, article=self.article)
        Printing.objects.filter(statistic=figure).update(quote=quote)
        for address in (figure.get_absolute_url(), "/statistics/"):
            self.assertNotIn(quote.get_absolute_url(), self.page(address))

    def test_unreviewed_figures_say_so_and_can_be_hidden_altogether(self) -> None:
        figure = make_statistic(41, article=self.article, status=Status.SUGGESTED)
        self.assertIn("unreviewed", self.page(figure.get_absolute_url()))
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertEqual(self.client.get(figure.get_absolute_url()).status_code, 404)
            self.assertEqual(self.values("/statistics/"), [])

    def test_figures_without_a_day_stand_in_the_table_of_a_series_without_a_drawing(self) -> None:
        series = Series.objects.create(slug="uji", name="Test", unit="person")
        make_statistic(41, article=self.article, series=series, as_of="")
        page = self.page("/series/uji/")
        self.assertNotIn("plot-wide", page)
        self.assertIn("41 not printed Koran Uji", _words(page))

    def test_a_share_is_told_only_where_both_count_alike(self) -> None:
        wholes: list[tuple[dict[str, Any], bool]] = [
            ({"value": 52}, True),
            ({"value": 52, "unit": "house"}, False),
            ({"value": 63, "value_to": 70}, False),
            ({"value": 40}, False),
        ]
        for fields, told in wholes:
            with self.subTest(fields):
                whole = make_statistic(article=self.article, words="63", **fields)
                part = make_statistic(41, article=self.article, out_of=whole)
                self.assertEqual("our reckoning" in self.page(part.get_absolute_url()), told)


class GrowthTests(Reading):
    series: Series

    @classmethod
    def setUpTestData(cls) -> None:
        cls.series = Series.objects.create(slug="uji", name="Test", unit="person", population="residents")

    def test_the_list_of_figures_needs_no_more_queries_for_more_figures(self) -> None:
        self.grow("/statistics/", '<article class="quote-item figure-row">', 13)

    def test_the_page_of_a_series_needs_no_more_queries_for_more_points_and_what_is_near(self) -> None:
        self.grow("/series/uji/", "<tr >", 13)

    def test_the_page_of_a_figure_needs_no_more_queries_for_more_printings_links_and_parts(self) -> None:
        figure = self.add(0)
        self.enrich(figure, 1)
        with CaptureQueriesContext(connection) as few:
            self.page(figure.get_absolute_url())
        for number in range(2, 9):
            self.enrich(figure, number)
        with self.assertNumQueries(len(few)):
            page = self.page(figure.get_absolute_url())
        self.assertEqual(page.count('class="printing"'), 9)
        self.assertEqual(page.count('<p class="kind-of">'), 9)

    def test_the_list_of_series_needs_no_more_queries_for_more_series(self) -> None:
        self.grow("/series/", "/series/uji", 13)

    def grow(self, address: str, marker: str, expected: int) -> None:
        """Add three figures with all that belongs to them, then ten more: the queries stay the same."""
        for number in range(1, 4):
            self.add(number)
        with CaptureQueriesContext(connection) as few:
            self.page(address)
        for number in range(4, 14):
            self.add(number)
        with self.assertNumQueries(len(few)):
            page = self.page(address)
        self.assertGreaterEqual(page.count(marker), expected)

    def add(self, number: int) -> Statistic:
        """Add a figure of the series, said in a quote, a part of another, linked to one of a series of its own."""
        value = 100 + number
        article = make_article(f"Berita {number}", paragraphs=(f"Sumber menghitung {value} dari 500 warga.",))
        speaker = make_entity(f"Sumber {number}")
        quote = make_quote(article, f"{value} dari 500 warga", speaker=speaker)
        own = Series.objects.create(slug=f"uji-{number}", name=f"Test {number}", unit="person")
        whole = make_statistic(500, article=article, series=own, as_of=f"2024-02-{number + 1:02}")
        figure = make_statistic(
            value,
            article=article,
            series=self.series,
            population="residents",
            as_of=f"2024-03-{number + 1:02}",
            out_of=whole,
            stated_by=speaker,
        )
        Printing.objects.filter(statistic=figure).update(quote=quote)
        StatisticLink.objects.create(
            from_statistic=figure, to_statistic=whole, type=StatisticLink.Type.DIFFERENT_SCOPE, **stamp()
        )
        NoteLink.objects.create(article=article, statistic=figure, **stamp())
        return figure

    def enrich(self, figure: Statistic, number: int) -> None:
        """Give a figure one more printing, link, part and note."""
        other = self.add(number)
        article = Article.objects.get(printings__statistic=other)
        printing = Printing.objects.create(article=article, statistic=figure, **stamp())
        anchor(article, "500", Anchor.Role.NUMBER, printing=printing)
        StatisticLink.objects.create(
            from_statistic=other, to_statistic=figure, type=StatisticLink.Type.SUBSET_OF, **stamp()
        )
        Statistic.objects.filter(pk=other.pk).update(out_of=figure)
        NoteLink.objects.create(article=article, statistic=figure, **stamp())
