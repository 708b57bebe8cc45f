"""The pages of series: points that may be compared, and what stands near them."""

from __future__ import annotations

import re

from articles.models import (
    Anchor,
)

# Sums of the sample's figures and differences between them, in both notations.
from tests.views.test_statistics import SampleFigures, _words


class SeriesTests(SampleFigures):
    total = "/series/ru-gaza-evacuated-total/"
    applied = "/series/ru-gaza-applied/"

    def drawing(self, address: str, name: str) -> str:
        return self.page(address).split(f'<svg class="plot {name}"')[1].split("</svg>")[0]

    def test_the_list_shows_each_series_with_its_newest_reviewed_figure(self) -> None:
        words = self.words("/series/")
        self.assertIn("898 Evacuated from Gaza by Russia, cumulative", words)
        self.assertIn("about 1,100 Asked Russia for help to leave Gaza", words)
        self.assertNotIn("1,050", words)

    def test_newest_reviewed_and_newest_of_all_are_told_apart(self) -> None:
        words = self.words(self.total)
        self.assertIn("Newest reviewed 898 as of 6 December 2023", words)
        self.assertIn("Newest of all more than 1,050 as of about 11 December 2023, uncertain unreviewed", words)

    def test_the_drawing_is_made_three_times_each_with_a_name_and_its_content_in_words(self) -> None:
        for name in ("plot-wide", "plot-mid", "plot-narrow"):
            drawing = self.drawing(self.total, name)
            self.assertIn("Evacuated from Gaza by Russia, cumulative</title>", drawing)
            self.assertIn(
                "653 as of about 22 November 2023, unreviewed; 898 as of 6 December 2023; "
                "more than 1,050 as of about 11 December 2023, unreviewed</desc>",
                drawing,
            )
        self.assertNotIn("style=", self.page(self.total))

    def test_every_point_of_a_drawing_leads_to_its_figure(self) -> None:
        drawing = self.drawing(self.total, "plot-wide")
        links = re.findall(r'<a href="([^"]+)"', drawing)
        self.assertEqual(links, [self.address(value) for value in (653, 898, 1050)])

    def test_doubt_is_drawn(self) -> None:
        superseded, reviewed, more = self.drawing(self.total, "plot-wide").split("<a href")[1:]
        self.assertIn('class="ring"', superseded)
        self.assertIn('class="dot past"', superseded)
        self.assertIn('class="span open past"', superseded)
        self.assertIn('class="dot"', reviewed)
        self.assertNotIn("ring", reviewed)
        self.assertNotIn("span", reviewed)
        self.assertIn('class="dot open"', more)
        self.assertIn('class="arrow"', more)

    def test_another_population_is_in_the_table_and_near_but_never_in_the_drawing(self) -> None:
        drawing = self.drawing(self.applied, "plot-wide")
        self.assertNotIn(self.address(400), drawing)
        self.assertEqual(drawing.count('class="join"'), 1)
        self.assertIn(
            "about 400 12 Oct 2023 The Moscow Times, reference note 12 Oct 2023 "
            "another population: Russian nationals only unreviewed",
            _words(self.section(self.applied, "table")),
        )
        self.assertIn(self.address(400), self.section(self.applied, "near"))

    def test_what_is_near_is_drawn_to_one_scale_each_by_itself(self) -> None:
        near = self.section(self.total, "near")
        self.assertEqual(
            re.findall(r'<figcaption>\s*<a href="/series/([^/]+)/">', near),
            ["ru-gaza-applied", "ru-gaza-arrived", "ru-gaza-evacuated-window"],
        )
        tops = [re.findall(r'text-anchor="end">([\d,]+)</text>', one)[:5] for one in near.split("<figure>")[1:]]
        self.assertEqual(tops, [["0", "300", "600", "900", "1,200"]] * 3)
        self.assertEqual(near.count('class="join"'), 1)

    def test_the_table_says_the_same_with_standing_and_words(self) -> None:
        table = self.section(self.total, "table")
        words = _words(table)
        self.assertIn("653 about 22 Nov 2023, uncertain TRT, reference note 23 Nov 2023 superseded by 898", words)
        self.assertIn("898 6 Dec 2023 Republika, quote 12 10–31 Dec 2023, uncertain newest reviewed reviewed", words)
        self.assertIn("11 Dec 2023 newer; would supersede 898 unreviewed", words)
        number = Anchor.objects.get(printing__statistic__value=898, role=Anchor.Role.NUMBER)
        self.assertIn(f'href="{self.article.get_absolute_url()}#{number.fragment}"', table)

    def test_notes_on_the_series_stand_under_it(self) -> None:
        notes = self.section(self.total, "notes")
        self.assertIn("TRT", notes)
        self.assertIn("pledgetimes", notes)

    def test_a_series_of_one_figure_is_drawn_without_lines(self) -> None:
        self.assertNotIn('class="join"', self.drawing("/series/ru-gaza-arrived/", "plot-wide"))

    def test_in_indonesian_the_numbers_of_a_drawing_stay_numbers(self) -> None:
        drawing = self.drawing(f"/id{self.total}", "plot-wide")
        self.assertNotRegex(drawing, r'[xy][12]?="\d+,\d')
        self.assertIn(">1.200</text>", drawing)

    def test_pages_that_are_not_there(self) -> None:
        self.assertEqual(self.client.get("/series/none/").status_code, 404)
        self.assertEqual(self.client.get("/series/?page=2").status_code, 404)
        self.assertContains(self.client.get("/series/?page=x"), "“x”", status_code=400)
