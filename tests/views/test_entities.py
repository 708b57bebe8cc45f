"""People, organisations and places, as a reader meets them: the sample, and small worlds of our own."""

from __future__ import annotations

import re
from html import unescape

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Quote
from tests.factories import (
    Kind,
    make_article,
    make_entity,
    make_mention,
    make_quote,
    make_statistic,
)
from tests.world import load_sample_world


class PageTestCase(TestCase):
    def main(self, address: str, *, status: int = 200) -> str:
        """Return the page's own part, its white space as a browser shows it."""
        response = self.client.get(address)
        self.assertEqual(response.status_code, status, address)
        main = re.search(r"<main\b.*?</main>", response.content.decode(), re.DOTALL)
        assert main
        return re.sub(r"\s+", " ", main[0])

    def section(self, page: str, ident: str) -> str:
        """Return the section that `ident` names; "" when the page has none."""
        found = re.search(rf'<section class="section" aria-labelledby="{ident}">.*?</section>', page)
        return found[0] if found else ""

    def text(self, html: str) -> str:
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()

    def names(self, page: str) -> list[str]:
        results = page.partition('id="results"')[2]
        return re.findall(r'<a href="/(?:people|organisations|places)/[^"]+/">([^<]+)</a>', results)

    def numbers(self, section: str) -> list[int]:
        """Return the numbers of the quotes in a section, smallest first."""
        keys = {int(key) for key in re.findall(r'href="/quotes/(\d+)/"', section)}
        return sorted(Quote.objects.filter(pk__in=keys).values_list("number", flat=True))


class SampleTests(PageTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_zakharova_has_six_quotes_four_figures_and_her_role_as_printed(self) -> None:
        page = self.main("/people/maria-zakharova/")
        self.assertEqual(self.numbers(self.section(page, "by")), [9, 10, 11, 12, 13, 14])
        self.assertIn("2 direct, 4 indirect.", page)
        self.assertEqual(self.section(page, "stated").count('<th scope="row"'), 4)
        self.assertIn('lang="id">Juru Bicara Kementerian Luar Negeri Rusia<', page)
        self.assertIn("spokesperson of the Russian Foreign Ministry", page)
        self.assertIn("None yet for Maria Zakharova: quotes about, quotes to.", self.text(page))

    def test_her_names_are_shown_with_language_and_basis(self) -> None:
        head = self.text(self.main("/people/maria-zakharova/"))
        self.assertIn("Zakharova Indonesian, short, printed in an article", head)
        self.assertIn("Мария Захарова Russian, from an authority file", head)
        self.assertIn("3 times and meant 3 times more ( Dia , ucapnya , ujarnya ) in 1 article", head)
        self.assertIn("Wikidata not looked up yet", head)

    def test_the_role_leads_to_the_words_that_print_it(self) -> None:
        page = self.main("/people/maria-zakharova/")
        link = re.search(r'Juru Bicara Kementerian Luar Negeri Rusia</span>.*?<a href="([^"]+)#(a\d+)"', page)
        assert link
        article = self.client.get(link[1]).content.decode()
        self.assertIn(f'id="{link[2]}"', article)

    def test_putin_has_three_quotes_and_no_words_of_his_own(self) -> None:
        page = self.main("/people/vladimir-putin/")
        by = self.section(page, "by")
        self.assertEqual(self.numbers(by), [1, 3, 8])
        self.assertIn("2 indirect, 1 reported. No words of Vladimir Putin stand in quotation marks.", self.text(by))
        self.assertNotIn('class="words direct"', by)
        self.assertEqual(self.numbers(self.section(page, "to")), [4, 6, 7])
        self.assertIn("https://www.wikidata.org/wiki/Q7747", page)

    def test_a_page_with_words_in_marks_does_not_deny_them(self) -> None:
        self.assertNotIn("stand in quotation marks", self.main("/people/benjamin-netanyahu/"))

    def test_the_kremlin_has_two_quotes_and_three_more_came_through_it(self) -> None:
        page = self.main("/organisations/kremlin/")
        self.assertEqual(self.numbers(self.section(page, "by")), [2, 5])
        self.assertEqual(self.section(page, "through"), "")
        self.assertEqual(self.numbers(self.section(page, "inferred")), [1, 3, 4])

    def test_what_was_said_on_behalf_of_russia_is_not_a_quote_by_russia(self) -> None:
        page = self.main("/places/rusia/")
        self.assertEqual(self.section(page, "by"), "")
        self.assertEqual(self.numbers(self.section(page, "behalf")), [2])

    def test_what_came_through_an_agency_is_parted_into_stated_and_inferred(self) -> None:
        page = self.main("/organisations/tass/")
        self.assertEqual(self.numbers(self.section(page, "through")), [2, 17])
        self.assertEqual(self.numbers(self.section(page, "inferred")), [1, 5, 15, 16, 18, 19, 20])
        self.assertIn("/quotes/?relay=tass&amp;relay_stated=yes", page)

    def test_the_way_of_the_words_names_stated_and_inferred_apart(self) -> None:
        side = self.text(self.main("/people/yury-ushakov/").partition('id="hops"')[2])
        self.assertIn("TASS agency 1 named by the article 5 inferred", side)
        self.assertIn("Republika publisher 6 named by the article", side)
        hers = self.text(self.main("/people/maria-zakharova/").partition('id="hops"')[2])
        self.assertIn("not named agency 6 inferred", hers)

    def test_nobody_is_a_hand_for_words_of_their_own(self) -> None:
        hops = self.main("/organisations/kremlin/").partition('id="hops"')[2].partition("</section>")[0]
        self.assertTrue(self.text(hops).startswith(">How the words came TASS agency"), hops)

    def test_russia_counts_where_it_is_named_and_not_inside_the_names_of_ministries(self) -> None:
        head = self.text(self.main("/places/rusia/"))
        self.assertIn("15 times and meant once more ( Kedua belah pihak ) in 1 article", head)
        self.assertIn("and 6 times inside other names, not counted", head)

    def test_a_place_shows_what_happened_and_what_was_counted_there(self) -> None:
        page = self.main("/places/jalur-gaza/")
        self.assertIn("Outbreak of fighting in Gaza", self.section(page, "events"))
        counted = self.text(self.section(page, "counted"))
        self.assertIn("898", counted)
        self.assertIn("about 1,100", counted)
        self.assertNotIn("1,050", counted, "a figure that only a reference note prints")

    def test_months_said_lead_to_the_list_of_quotes_of_that_month(self) -> None:
        page = self.main("/people/vladimir-putin/")
        self.assertIn("Quotes by month said, 2023", page)
        months = re.findall(r'<a href="(/quotes/\?[^"]+from=2023-\d\d[^"]*)"', page)
        self.assertEqual(len(months), 2)
        october = self.main(unescape(months[0]))
        self.assertEqual(self.numbers(october), [8])

    def test_a_topic_narrows_the_quotes_and_a_topic_of_nothing_is_an_error(self) -> None:
        page = self.main("/people/maria-zakharova/?topic=diplomacy")
        self.assertIn('<option value="diplomacy" lang="en" selected>diplomacy, 6</option>', page)
        self.assertIn("/quotes/?topic=diplomacy&amp;said_by=maria-zakharova", page)
        wrong = self.main("/people/maria-zakharova/?topic=nosuch", status=400)
        self.assertIn("The archive knows no “nosuch” here.", wrong)
        self.assertEqual(self.numbers(self.section(wrong, "by")), [])

    def test_others_in_the_same_article_are_counted_and_lead_on(self) -> None:
        company = self.main("/people/maria-zakharova/").partition('id="company"')[2]
        self.assertIn('href="/people/vladimir-putin/"', company)
        self.assertIn("/search/?actor=maria-zakharova&amp;actor=vladimir-putin", company)
        self.assertNotIn("Kamran Dikarma", company)
        self.assertNotIn('href="/people/maria-zakharova/"', company)

    def test_a_publisher_shows_what_it_published_and_not_its_own_datelines(self) -> None:
        page = self.main("/organisations/republika/")
        self.assertIn("Putin Tawarkan Bantuan", self.section(page, "published"))
        self.assertEqual(self.section(page, "articles"), "")

    def test_one_known_from_notes_alone_says_so(self) -> None:
        page = self.main("/organisations/kolozeg-org/")
        self.assertIn("Named in no article yet", self.text(page))
        self.assertIn("What kolozeg.org published is not held here", self.text(self.section(page, "notes")))

    def test_another_spelling_another_script_and_a_misspelling_find_a_person(self) -> None:
        for typed in ("Binyamin Netanyahu", "Биньямин Нетаньяху", "Benjamin Netanjahu", "netanyahu"):
            with self.subTest(typed):
                self.assertEqual(self.names(self.main(f"/people/?q={typed}")), ["Benjamin Netanyahu"])
        self.assertIn("also written Binyamin Netanyahu", self.main("/people/?q=Binyamin+Netanyahu"))
        self.assertNotIn("also written", self.main("/people/?q=netanyahu"))

    def test_the_index_counts_quotes_figures_and_articles(self) -> None:
        people = self.text(self.main("/people/"))
        self.assertIn(
            "Maria Zakharova 6 quotes, 4 figures, 1 article Juru Bicara Kementerian Luar Negeri Rusia", people
        )
        self.assertIn("Vladimir Putin 3 quotes, 1 article Presiden Rusia", people)
        self.assertIn("Kremlin 2 quotes, 1 article government body", self.text(self.main("/organisations/")))

    def test_who_is_known_from_notes_alone_waits_for_notes_1(self) -> None:
        without = self.main("/organisations/")
        self.assertNotIn("kolozeg.org", without)
        self.assertIn("8 more are known from reference notes alone.", without)
        self.assertIn("kolozeg.org", self.names(self.main("/organisations/?notes=1")))

    def test_kinds_part_a_section_and_their_counts_leave_out_their_own_choice(self) -> None:
        page = self.main("/organisations/?kind=news_agency")
        self.assertEqual(self.names(page), ["Associated Press", "TASS"])
        kinds = self.text(page.partition('class="kinds"')[2].partition("</ul>")[0])
        self.assertIn("All 10", kinds)
        self.assertIn("Government body 4", kinds)

    def test_a_reporter_has_no_page(self) -> None:
        self.assertEqual(self.client.get("/people/kamran-dikarma/").status_code, 404)
        self.assertNotIn("Kamran Dikarma", self.main("/people/"))

    def test_a_slug_under_the_wrong_section_leads_to_the_right_one(self) -> None:
        response = self.client.get("/people/tass/?topic=diplomacy")
        self.assertRedirects(response, "/organisations/tass/?topic=diplomacy", status_code=301)

    def test_the_indonesian_page_redirects_within_its_language(self) -> None:
        self.assertRedirects(self.client.get("/id/people/tass/"), "/id/organisations/tass/", status_code=301)

    def test_a_wrong_value_is_named_and_no_list_is_shown(self) -> None:
        for query in ("page=1e3", "sort=size", "kind=planet", "notes=maybe", "q=...", f"q={'a' * 301}"):
            with self.subTest(query[:20]):
                page = self.main(f"/organisations/?{query}", status=400)
                self.assertIn('class="form-errors"', page)
                self.assertNotIn('id="results"', page)

    def test_a_page_behind_the_last_is_not_found(self) -> None:
        self.assertEqual(self.client.get("/people/?page=2").status_code, 404)


class IndexTests(PageTestCase):
    def test_letters_of_other_scripts_follow_a_to_z(self) -> None:
        make_article(mentioning=("Ana Wijaya", "Яна Иванова", "9 Sahabat"))
        page = self.main("/people/")
        letters = self.text(page.partition('class="letters"')[2].partition("</nav>")[0])
        self.assertTrue(letters.startswith('aria-label="Letters"> 0–9 A B') or " 0–9 A B" in letters, letters)
        self.assertTrue(letters.endswith("X Y Z Я"), letters)
        self.assertIn('<a href="#letter-Я">Я</a>', page)
        self.assertIn("<span>B</span>", page)

    def test_a_letter_on_a_later_page_leads_there(self) -> None:
        make_article(mentioning=[f"Ana {number:02}" for number in range(60)])
        make_article(mentioning=["Zul"])
        page = self.main("/people/?sort=name")
        self.assertEqual(len(self.names(page)), 60)
        self.assertIn('href="?sort=name&amp;page=2#letter-Z"', page)
        self.assertEqual(self.names(self.main("/people/?sort=name&page=2")), ["Zul"])

    def test_most_puts_who_is_in_most_articles_first_without_letters(self) -> None:
        make_article(mentioning=("Ana", "Budi"))
        make_article(mentioning=("Budi",))
        page = self.main("/people/?sort=most")
        self.assertEqual(self.names(page), ["Budi", "Ana"])
        self.assertNotIn('class="letters"', page)

    def test_a_mention_inside_another_name_does_not_count(self) -> None:
        ministry = make_entity("Kementerian Rusia", kind=Kind.GOVERNMENT_BODY)
        russia = make_entity("Rusia", kind=Kind.COUNTRY)
        first = make_article(paragraphs=["Kementerian Rusia bicara."])
        make_mention(first, ministry, "Kementerian Rusia")
        make_mention(first, russia, "Rusia", nested=True)
        second = make_article(paragraphs=["Rusia bicara."])
        make_mention(second, russia, "Rusia")
        self.assertIn("Rusia 1 article country", self.text(self.main("/places/")))
        page = self.main("/places/rusia/")
        self.assertEqual(re.findall(r'href="/articles/(\d+)/', self.section(page, "articles")), [str(second.pk)])

    def test_an_index_of_an_empty_archive_says_what_is_missing(self) -> None:
        self.assertIn("No published article names any yet.", self.main("/people/"))

    def test_a_name_that_nobody_has_offers_the_search(self) -> None:
        make_article(mentioning=("Ana",))
        page = self.main("/people/?q=Xyzzy+%26+co")
        self.assertIn("No name here is spelt like “Xyzzy &amp; co”.", page)
        self.assertIn('href="/search/?q=Xyzzy%20%26%20co"', page)

    def test_queries_do_not_grow_with_names(self) -> None:
        for address in ("/people/", "/people/?sort=most", "/people/?q=Nama"):
            with self.subTest(address):
                Article.objects.update(state=Article.State.WITHDRAWN)
                speaker = make_entity(f"Nama Satu {address}")
                article = make_article(paragraphs=[f"{speaker.name} bicara."])
                make_mention(article, speaker, speaker.name, printed_role="Ketua")
                with CaptureQueriesContext(connection) as few:
                    self.client.get(address)
                for number in range(10):
                    other = make_entity(f"Nama {number} {address}")
                    article = make_article(paragraphs=[f"{other.name} bicara 7."])
                    make_mention(article, other, other.name, printed_role="Ketua")
                    make_quote(article, "bicara", speaker=other)
                    make_statistic(7, article=article, stated_by=other)
                with self.assertNumQueries(len(few)):
                    response = self.client.get(address)
                self.assertContains(response, '<span lang="id">Ketua</span>', count=11)
