"""Quotes as readers find and read them: by whom, in which way printed, by which way come, where they stand."""

from __future__ import annotations

import re

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from articles.models import Anchor, Article, Quote, QuoteLink, RelayHop, Status
from tests.factories import anchor, make_article, make_entity, make_event, make_mention, make_quote, stamp
from tests.world import load_sample_world


class Reading(TestCase):
    def page(self, address: str) -> str:
        response = self.client.get(address)
        self.assertEqual(response.status_code, 200, address)
        found = re.search(r"<main\b.*?</main>", response.content.decode(), re.DOTALL)
        assert found
        return found[0]

    def words(self, address: str) -> str:
        """Return what a reader reads, without markup and with single spaces."""
        return " ".join(strip_tags(self.page(address)).split())

    def numbers(self, address: str) -> list[int]:
        """Return the numbers of the quotes that a list shows, in its order."""
        results = self.page(address).split("<aside")[0]
        keys = list(dict.fromkeys(int(key) for key in re.findall(r'href="/quotes/(\d+)/"', results)))
        quotes = Quote.objects.in_bulk(keys)
        return [quotes[key].number for key in keys]


class SampleQuotes(Reading):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def quote(self, number: int) -> Quote:
        return Quote.objects.get(article=self.article, number=number)


class ListTests(SampleQuotes):
    def test_all_twenty_quotes_lead_to_their_pages_and_to_their_words(self) -> None:
        page = self.page("/quotes/")
        for quote in Quote.objects.all():
            words = quote.anchors.get(role=Anchor.Role.CONTENT)
            self.assertIn(f'href="{quote.get_absolute_url()}"', page)
            self.assertIn(f'href="{self.article.get_absolute_url()}#{words.fragment}"', page)

    def test_each_item_tells_speaker_kind_day_and_way(self) -> None:
        words = self.words("/quotes/")
        self.assertIn("Kremlin, direct quote 2; said 10–31 December 2023, uncertain; through TASS; in Republika", words)
        self.assertIn("said 10 December 2023; through Kremlin, inferred; through TASS, inferred; in Republika", words)
        self.assertIn("Vladimir Putin, reported: a topic, no words;", words)
        self.assertIn("through an agency not named; in Republika", words)

    def test_questions_of_the_annotator_find_exactly_the_quotes_expected(self) -> None:
        for query, expected in (
            ("said_by=maria-zakharova", [9, 10, 11, 12, 13, 14]),
            ("said_by=yury-ushakov", [15, 16, 17, 18, 19, 20]),
            ("said_by=vladimir-putin", [1, 3, 8]),
            ("said_by=benjamin-netanyahu", [4, 6, 7]),
            ("said_by=kremlin", [2, 5]),
            ("type=direct", [2, 5, 10, 13, 17, 19]),
            ("relay=tass&relay_stated=true", [2, 17]),
            ("from=2023-12-06&to=2023-12-06", [9, 10, 11, 12, 13, 14]),
            ("to_whom=benjamin-netanyahu", [1, 3, 8]),
            ("type=direct&type=mixed&from=2023-12-06&to=2023-12-06", [10, 13]),
        ):
            with self.subTest(query):
                self.assertEqual(sorted(self.numbers(f"/quotes/?{query}")), expected)

    def test_putin_has_no_direct_quote_though_he_is_in_the_headline(self) -> None:
        self.assertEqual(self.numbers("/quotes/?said_by=vladimir-putin&type=direct"), [])

    def test_the_form_shows_what_was_asked_and_keeps_what_it_does_not_ask(self) -> None:
        page = self.page("/quotes/?q=evakuasi&type=direct&said_by=kremlin&from=2023-12-10")
        form = page.split('class="filter-form"')[1].split("</form>")[0]
        self.assertIn('value="evakuasi"', form)
        self.assertRegex(form, r'value="direct"\s+checked')
        self.assertNotRegex(form, r'value="indirect"\s+checked')
        self.assertIn('<input type="hidden" name="said_by" value="kremlin">', form)
        self.assertIn('<input type="hidden" name="from" value="2023-12-10">', form)
        self.assertNotIn('type="hidden" name="type"', form)

    def test_the_column_beside_the_list_leads_to_its_facets(self) -> None:
        aside = self.page("/quotes/").split("<aside")[1]
        self.assertIn('href="/quotes/filters/?"', aside)
        aside = self.page("/quotes/filters/")
        self.assertIn("Maria Zakharova", aside)
        self.assertIn("?said_by=maria-zakharova", aside)

    def test_nothing_found_says_what_would_have_to_happen_and_offers_a_way_out(self) -> None:
        words = self.words("/quotes/?said_by=vladimir-putin&type=direct")
        self.assertIn("No quote meets all of this. A published article would have to print one that does.", words)
        self.assertIn("left out the most", words)

    def test_a_wrong_value_is_named_with_status_400_and_no_list(self) -> None:
        for query, wrong in (
            ("from=31/02/2023", "31/02/2023"),
            ("type=shouted", "shouted"),
            ("said_by=nobody-here", "nobody-here"),
            ("page=1e23", "1e23"),
            ("relay_stated=perhaps", "perhaps"),
        ):
            with self.subTest(query):
                response = self.client.get(f"/quotes/?{query}")
                self.assertContains(response, wrong, status_code=400)
                self.assertNotContains(response, "quote-item", status_code=400)

    def test_a_page_behind_the_last_is_missing(self) -> None:
        self.assertEqual(self.client.get("/quotes/?page=2").status_code, 404)


class DetailTests(SampleQuotes):
    def test_a_direct_quote_stands_with_the_marks_that_the_paper_prints(self) -> None:
        page = self.page(self.quote(2).get_absolute_url())
        words = re.search(r'<blockquote class="words direct"\s+lang="id">\s*<p>(.*?)</p>', page, re.DOTALL)
        assert words
        self.assertTrue(words[1].startswith("“Pihak Rusia siap"))
        self.assertTrue(words[1].endswith("meredakan konflik”"))

    def test_an_indirect_quote_stands_without_marks_and_a_mixed_one_marks_its_fragment(self) -> None:
        self.assertRegex(
            self.page(self.quote(1).get_absolute_url()),
            r'class="words indirect"\s+lang="id">\s*<p>kesiapan Rusia untuk membantu',
        )
        self.assertIn(
            'kerja sama <span class="q q-direct q-part">“berbahaya”</span> antara Rusia dan Iran',
            self.page(self.quote(6).get_absolute_url()),
        )

    def test_a_reported_quote_says_that_it_has_no_words(self) -> None:
        self.assertIn("Reported: a topic, no words", self.words(self.quote(3).get_absolute_url()))

    def test_the_speaker_stands_with_the_role_that_the_article_prints(self) -> None:
        words = self.words(self.quote(13).get_absolute_url())
        self.assertIn(
            "Maria Zakharova Juru Bicara Kementerian Luar Negeri Rusia spokesperson of the Russian Foreign Ministry",
            words,
        )
        self.assertIn("Speaker printed as ujarnya (by a pronoun)", words)

    def test_whom_it_was_said_to_and_for_whom(self) -> None:
        self.assertIn("to Benjamin Netanyahu; said 10 December 2023", self.words(self.quote(1).get_absolute_url()))
        self.assertIn("on behalf of Rusia; said 10–31 December", self.words(self.quote(2).get_absolute_url()))

    def test_the_chain_tells_named_hops_from_inferred_ones_with_the_words_that_name_them(self) -> None:
        page = self.page(self.quote(2).get_absolute_url())
        chain = page.split('class="chain across"')[1].split("</ol>")[0]
        self.assertEqual(re.findall(r'class="hop (\w+)"', chain), ["stated", "stated", "stated"])
        named = RelayHop.objects.get(quote=self.quote(2), agent__slug="tass").evidence
        assert named
        self.assertIn(f"#{named.fragment}", chain)
        self.assertIn("dikutip laman kantor berita Rusia, TASS", chain)
        page = self.page(self.quote(1).get_absolute_url())
        chain = page.split('class="chain across"')[1].split("</ol>")[0]
        self.assertEqual(re.findall(r'class="hop (\w+)"', chain), ["stated", "inferred", "inferred", "stated"])
        self.assertIn("issuer, inferred: implied by the next sentence", " ".join(strip_tags(chain).split()))

    def test_a_hop_named_elsewhere_says_where(self) -> None:
        words = self.words(self.quote(6).get_absolute_url())
        self.assertIn("Pemerintah Israel issuer: named one sentence later", words)
        self.assertIn("Agency not named agency, inferred", words)

    def test_the_day_stands_with_what_it_rests_on_and_leads_to_the_occasion(self) -> None:
        page = self.page(self.quote(10).get_absolute_url())
        words = " ".join(strip_tags(page).split())
        self.assertIn("Wednesday 6 December 2023 (printed “pada Rabu (6/12/2023)”)", words)
        event = self.quote(10).event
        assert event
        self.assertIn(f'<a href="{event.get_absolute_url()}">Statement by Zakharova</a>', page)

    def test_a_translation_says_so_and_that_the_article_does_not(self) -> None:
        self.assertIn(
            "Indonesian; translated; the original is Russian, which the article does not say",
            self.words(self.quote(2).get_absolute_url()),
        )
        self.assertIn("Indonesian; not compared with the original", self.words(self.quote(1).get_absolute_url()))

    def test_the_sentences_round_it_stand_with_its_words_marked(self) -> None:
        page = self.page(self.quote(13).get_absolute_url())
        context = page.split('class="context"')[1].split("</div>")[0]
        self.assertRegex(context, r'<span class="q q-direct">“Sebanyak 883 dari 1\.100 .*?Rusia,”</span> ujarnya\.')
        words = " ".join(strip_tags(context).split())
        self.assertIn("… Zakharova menyebut, sebanyak 898 warga Rusia", words)
        self.assertNotIn("Dia menambahkan", words)

    def test_figures_in_it_lead_to_their_pages(self) -> None:
        page = self.page(self.quote(13).get_absolute_url())
        figures = page.split('id="figures"')[1].split("</table>")[0]
        self.assertIn("883", figures)
        self.assertIn("1,100", figures)
        self.assertNotIn("898", figures)

    def test_other_quotes_stand_beside_it_from_both_sides(self) -> None:
        told = self.page(self.quote(9).get_absolute_url())
        heard = self.page(self.quote(13).get_absolute_url())
        self.assertIn("says in other words", told)
        self.assertIn(self.quote(13).get_absolute_url(), told.split('id="links"')[1])
        self.assertIn("said in other words by", heard)
        self.assertIn(self.quote(9).get_absolute_url(), heard.split('id="links"')[1])
        self.assertIn("repeated by", self.page(self.quote(8).get_absolute_url()))

    def test_reference_notes_that_bear_on_it_stand_with_their_state(self) -> None:
        notes = self.page(self.quote(17).get_absolute_url()).split('id="notes"')[1]
        self.assertIn("kolozeg.org", notes)
        self.assertIn("unreviewed", notes)

    def test_what_editors_write_to_each_other_is_not_shown(self) -> None:
        quote = self.quote(5)
        self.assertIn("do not list as a quote BY Israel", quote.note)
        self.assertNotIn("do not list", self.page(quote.get_absolute_url()))

    def test_one_click_leads_to_the_marked_words(self) -> None:
        quote = self.quote(12)
        words = quote.anchors.get(role=Anchor.Role.CONTENT)
        self.assertIn(
            f'<a href="{self.article.get_absolute_url()}#{words.fragment}">Read it in the article</a>',
            self.page(quote.get_absolute_url()),
        )

    def test_it_can_be_cited_by_its_address(self) -> None:
        quote = self.quote(2)
        self.assertIn(
            "Kremlin, in “Putin Tawarkan Bantuan untuk Redakan Perang di Gaza”, Republika, "
            f"10–31 December 2023, uncertain. newsarchive, quote 2, http://testserver{quote.get_absolute_url()}",
            self.words(quote.get_absolute_url()),
        )


class HiddenTests(Reading):
    """What is not published shows nowhere, and what is not known is not told."""

    article: Article
    draft: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Ana berkata kota aman. Kota itu besar. Semua senang.",))
        cls.draft = make_article("Naskah", paragraphs=("Ana berkata rahasia negara.",), state=Article.State.DRAFT)

    def test_quotes_of_drafts_withdrawn_articles_and_rejected_ones_are_missing(self) -> None:
        hidden = make_quote(self.draft, "rahasia negara")
        withdrawn = make_article("Ditarik", paragraphs=("Kata tertarik.",), state=Article.State.WITHDRAWN)
        for quote in (
            hidden,
            make_quote(withdrawn, "tertarik"),
            make_quote(self.article, "kota aman", status=Status.REJECTED),
        ):
            self.assertEqual(self.client.get(quote.get_absolute_url()).status_code, 404)
        self.assertEqual(self.client.get("/quotes/999999999999999999/").status_code, 404)
        self.assertEqual(self.numbers("/quotes/"), [])
        self.assertIn("0 quotes", self.words("/quotes/?q=rahasia"))

    def test_a_link_to_a_quote_of_a_draft_is_not_told(self) -> None:
        quote, hidden = make_quote(self.article, "kota aman"), make_quote(self.draft, "rahasia negara")
        QuoteLink.objects.create(from_quote=quote, to_quote=hidden, type=QuoteLink.Type.REPEATS, **stamp())
        page = self.page(quote.get_absolute_url())
        self.assertNotIn("rahasia", page)
        self.assertNotIn("repeats", page)

    def test_an_event_that_only_a_draft_tells_of_is_not_told(self) -> None:
        event = make_event(self.draft, "rahasia negara", name="Secret meeting")
        quote = make_quote(self.article, "kota aman", event=event)
        self.assertNotIn("Secret meeting", self.page(quote.get_absolute_url()))

    def test_an_unreviewed_quote_says_so_and_can_be_hidden_altogether(self) -> None:
        quote = make_quote(self.article, "kota aman", status=Status.SUGGESTED)
        self.assertIn("unreviewed", self.page(quote.get_absolute_url()))
        self.assertIn("unreviewed", self.page("/quotes/").split('id="results"')[1].split("<aside")[0])
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertEqual(self.client.get(quote.get_absolute_url()).status_code, 404)
            self.assertEqual(self.numbers("/quotes/"), [])

    def test_an_article_that_may_only_be_excerpted_shows_the_sentence_alone(self) -> None:
        quote = make_quote(self.article, "Kota itu besar")
        self.assertIn("Ana berkata", self.page(quote.get_absolute_url()))
        Article.objects.filter(pk=self.article.pk).update(rights=Article.Rights.EXCERPT_ONLY)
        page = self.page(quote.get_absolute_url())
        self.assertNotIn("Ana berkata", page)
        self.assertNotIn("Semua senang", page)

    def test_a_speaker_without_a_page_is_named_without_a_link(self) -> None:
        quote = make_quote(self.article, "kota aman", speaker=make_entity("Ana", listed=False))
        page = self.page(quote.get_absolute_url())
        self.assertIn("Ana", page)
        self.assertNotIn('href="/people/', page)

    def test_a_quote_for_which_no_words_are_marked_says_so(self) -> None:
        quote = make_quote(self.article, "kota aman")
        quote.anchors.all().delete()
        self.assertIn("No words of the article are marked", self.page(quote.get_absolute_url()))


class GrowthTests(Reading):
    def test_the_list_needs_no_more_queries_for_more_quotes(self) -> None:
        self.add(1)
        with CaptureQueriesContext(
            connection,
        ) as few:
            self.page("/quotes/")
        for number in range(2, 15):
            self.add(number)
        with self.assertNumQueries(len(few)):
            page = self.page("/quotes/")
        self.assertEqual(page.count('<article class="quote-item">'), 14)

    def test_the_page_of_a_quote_needs_no_more_queries_for_more_links_and_hops(self) -> None:
        quote, other = self.add(1), self.add(2)
        self.join(quote, other)
        with CaptureQueriesContext(connection) as few:
            self.page(quote.get_absolute_url())
        for number in range(3, 10):
            self.join(quote, self.add(number))
        with self.assertNumQueries(len(few)):
            page = self.page(quote.get_absolute_url())
        self.assertEqual(page.count('<article class="quote-item">'), 8)

    def add(self, number: int) -> Quote:
        name = f"Pembicara {number}"
        article = make_article(f"Berita {number}", paragraphs=(f"{name} berkata nomor {number} itu baik.",))
        speaker = make_entity(name)
        make_mention(article, speaker, name, printed_role="Ketua")
        quote = make_quote(article, f"nomor {number} itu baik", speaker=speaker)
        agency = make_entity(f"Kantor {number}")
        named = anchor(article, "berkata", Anchor.Role.RELAY, quote=quote)
        RelayHop.objects.create(quote=quote, position=0, role="agency", agent=agency, stated=True, evidence=named)
        return quote

    def join(self, quote: Quote, other: Quote) -> None:
        QuoteLink.objects.create(from_quote=other, to_quote=quote, type=QuoteLink.Type.REPEATS, **stamp())
        position = quote.hops.count()
        RelayHop.objects.create(quote=quote, position=position, role="issuer", agent=other.speaker, stated=False)


class UnknownSpeakers(Reading):
    """Whom the archive does not know is told by the words of the article, and never said to be named nowhere."""

    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(
            "Pasar ramai", paragraphs=["“Kami sudah tiba,” kata Rano. “Hujan turun,” kata jaksa."]
        )
        cls.quote = make_quote(cls.article, "Kami sudah tiba", type=Quote.Type.DIRECT)
        anchor(cls.article, "Rano", Anchor.Role.SPEAKER, quote=cls.quote)
        RelayHop.objects.create(quote=cls.quote, position=0, role="speaker", stated=False)

    def test_its_page_says_so_beside_the_printed_words_and_in_its_way(self) -> None:
        words = self.words(self.quote.get_absolute_url())
        self.assertIn("Speaker not known printed as Rano", words)
        self.assertIn("printed as Rano speaker, not known", words)
        self.assertNotIn("Not named", words)

    def test_lists_say_so(self) -> None:
        self.assertIn("speaker not known, printed as Rano; direct quote 1;", self.words("/quotes/"))

    def test_a_quote_that_names_nobody_says_only_that_the_speaker_is_not_known(self) -> None:
        self.quote.anchors.filter(role=Anchor.Role.SPEAKER).delete()
        self.assertIn("speaker not known; direct quote 1;", self.words("/quotes/"))
        self.assertIn("Not named speaker, inferred", self.words(self.quote.get_absolute_url()))

    def test_its_article_tells_two_such_voices_apart(self) -> None:
        other = make_quote(self.article, "Hujan turun", type=Quote.Type.DIRECT)
        anchor(self.article, "jaksa", Anchor.Role.SPEAKER, quote=other)
        words = self.words(self.article.get_absolute_url())
        self.assertIn("Speaker not known printed as Rano", words)
        self.assertIn("printed as Rano speaker, not known", words)
        self.assertIn("Speaker not known printed as jaksa", words)
