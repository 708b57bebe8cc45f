"""The text of the first article on its page: whole, marked, and every mark leading somewhere."""

from __future__ import annotations

import re

from django.urls import reverse

from articles.models import Anchor, Quote
from tests.reading.first_article import FirstArticle, by_id
from tests.views import seen


class TextTests(FirstArticle):
    def test_the_text_is_read_whole_and_once(self) -> None:
        assert self.article.current
        tree = self.main()
        for block in self.article.current.blocks.in_body():
            element = by_id(tree, block.fragment)
            for ref in element.findall(".//a[@class='ref']"):
                for part in list(ref):
                    ref.remove(part)
                ref.text = ""
            # The number behind a quote is the tail of its hidden word.
            self.assertEqual(seen.words(element), " ".join(block.text.split()))

    def test_all_twenty_quotes_are_underlined_and_lead_to_their_facts_and_back(self) -> None:
        tree = self.main()
        for quote in Quote.objects.filter(article=self.article):
            css = "q-direct" if quote.type == Quote.Type.DIRECT else "q-indirect"
            for words in quote.anchors.filter(role=Anchor.Role.CONTENT):
                element = by_id(tree, words.fragment)
                self.assertIn(css, element.attrib["class"].split())
                text = re.sub(r"Quote \d+", "", seen.words(element))
                self.assertEqual(text, words.exact)
            refs = [ref for ref in tree.findall(".//a[@class='ref']") if ref.attrib["href"] == f"#q{quote.number}"]
            self.assertEqual(len(refs), 1)
            back = by_id(tree, f"q{quote.number}").find("a")
            assert back is not None
            by_id(tree, back.attrib["href"].removeprefix("#"))

    def test_direct_words_stand_with_their_marks_and_the_one_word_in_marks_is_set_apart(self) -> None:
        tree = self.main()
        printed = self.quote(2).anchors.get(role=Anchor.Role.PRINTED)
        self.assertTrue(seen.words(by_id(tree, printed.fragment)).startswith("“Pihak Rusia siap menawarkan"))
        marked = self.quote(6).anchors.get(role=Anchor.Role.MARKED)
        part = by_id(tree, marked.fragment)
        self.assertEqual((seen.words(part), part.attrib["class"]), ("“berbahaya”", "q q-direct q-part"))

    def test_every_anchor_of_the_text_can_be_led_to(self) -> None:
        body = self.article.current and self.article.current.blocks.in_body()
        ids = {element.get("id") for element in self.main().iter()}
        for words in Anchor.objects.filter(block__in=body):
            self.assertIn(words.fragment, ids)

    def test_every_link_inside_the_page_leads_to_something_on_it(self) -> None:
        tree = seen.page(self.client.get(self.article.get_absolute_url() + "?q=evakuasi"))
        ids = {element.get("id") for element in tree.iter()}
        inside = {link.removeprefix("#") for link in seen.links(tree) if link.startswith("#")}
        self.assertGreater(len(inside), 80)
        self.assertEqual(inside - ids, set())

    def test_names_of_those_who_act_are_links_and_places_are_not(self) -> None:
        actors = {seen.words(link) for link in self.main().findall(".//div[@class='text']//a[@class='actor']")}
        self.assertLessEqual({"Vladimir Putin", "Kremlin", "TASS", "Maria Zakharova", "Hamas"}, actors)
        self.assertFalse({"Gaza", "Rusia", "Israel", "MOSKOW", "REPUBLIKA.CO.ID"} & actors)

    def test_lines_that_are_not_article_text_are_told_and_not_shown(self) -> None:
        words = seen.words(self.main())
        self.assertIn("One line of the source folded: not article text.", words)
        self.assertIn("2 lines of the source folded: not article text.", words)
        for line in ("Baca Juga", "BACA JUGA", "Berita Terpopuler"):
            self.assertNotIn(line, words)


class HitTests(FirstArticle):
    def test_searched_words_are_marked_numbered_and_led_to(self) -> None:
        tree = self.main("?q=evakuasi+netanyahu")
        marks = [mark for mark in tree.iter("mark") if mark.get("id")]
        self.assertEqual([mark.get("id") for mark in marks], [f"hit-{number}" for number in range(1, len(marks) + 1)])
        self.assertEqual({seen.words(mark).lower() for mark in marks}, {"evakuasi", "dievakuasi", "netanyahu"})
        bar = next(one for one in tree.iter("div") if one.get("class") == "hit-bar")
        self.assertIn(f"{len(marks)} places for evakuasi netanyahu", seen.words(bar))
        self.assertIn(f"{reverse('articles:search')}?q=evakuasi+netanyahu", seen.links(bar))
        self.assertIn(self.article.get_absolute_url(), seen.links(bar))

    def test_a_phrase_is_marked_whole_even_across_a_no_break_space_of_the_source(self) -> None:
        marks = [seen.words(mark) for mark in self.main('?q="Maria Zakharova"').iter("mark") if mark.get("id")]
        self.assertIn("Maria Zakharova", marks[0].replace("\u00a0", " "))

    def test_a_search_that_is_not_in_this_text_says_so(self) -> None:
        self.assertIn("nothing is printed as tidakada", seen.words(self.main("?q=tidakada")))

    def test_boilerplate_is_never_marked(self) -> None:
        self.assertIn("nothing is printed as Terpopuler", seen.words(self.main("?q=Terpopuler")))

    def test_a_search_that_cannot_be_read_is_refused_and_the_article_stays(self) -> None:
        response = self.client.get(self.article.get_absolute_url(), {"q": "x" * 300})
        self.assertContains(response, "at most 256 characters", status_code=400)
        self.assertContains(response, "kesiapan", status_code=400)

    def test_a_page_without_a_search_has_no_bar_and_no_marks(self) -> None:
        self.assertNotContains(self.client.get(self.article.get_absolute_url()), "hit-bar")
