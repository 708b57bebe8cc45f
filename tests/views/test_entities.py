"""People, organisations and places, as a reader meets them: the sample, and small worlds of our own."""

from __future__ import annotations

import re
from html import unescape

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Entity, EntityName, Quote, RelayHop, Status
from tests.factories import (
    Kind,
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
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
                self.assertContains(response, '<span class="what" lang="id">Ketua</span>', count=11)


class ProfileTests(PageTestCase):
    def test_nothing_of_a_draft_or_withdrawn_article_shows(self) -> None:
        ana, place = make_entity("Ana"), make_entity("Desa", kind=Kind.PLACE)
        public = make_article(paragraphs=["Ana di Desa bicara."])
        make_mention(public, ana, "Ana")
        make_mention(public, place, "Desa")
        for state in (Article.State.DRAFT, Article.State.WITHDRAWN):
            hidden = make_article(
                f"Rahasia {state}", paragraphs=["Ana, Ratu Rahasia, dan Budi di Desa 77."], state=state
            )
            make_mention(hidden, ana, "Ana", printed_role="Ratu Rahasia")
            make_mention(hidden, place, "Desa")
            make_mention(hidden, make_entity("Budi"), "Budi")
            make_quote(hidden, "Rahasia", speaker=ana, addressee=ana, on_behalf_of=place)
            make_statistic(77, "rahasia counted", article=hidden, stated_by=ana, place=place)
            make_event(hidden, "Desa", name="Rahasia meeting", place=place).participants.add(ana)
            make_topic("local:rahasia", label="Rahasia", article=hidden)
        for address in ("/people/ana/", "/places/desa/", "/people/", "/places/", "/topics/"):
            with self.subTest(address):
                page = self.main(address)
                self.assertNotIn("ahasia", page)
                self.assertNotIn("Budi", page)
                self.assertNotIn("77", page)
        self.assertEqual(self.client.get("/people/budi/").status_code, 404)
        self.assertEqual(self.client.get("/topics/local-rahasia/").status_code, 404)

    @override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False)
    def test_unreviewed_facts_are_hidden_where_the_setting_says_so(self) -> None:
        ana = make_entity("Ana")
        article = make_article(paragraphs=["Ana bicara lagi."])
        make_mention(article, ana, "Ana")
        make_quote(article, "bicara", speaker=ana, status=Status.SUGGESTED)
        self.assertIn("None yet for Ana: quotes by", self.text(self.main("/people/ana/")))

    def test_one_merged_into_another_leads_there_and_through_several(self) -> None:
        make_article(mentioning=("Ana Wijaya",))
        ana = Entity.objects.get(name="Ana Wijaya")
        once = make_entity("A. Wijaya", kind=Kind.GROUP)
        twice = make_entity("Wijaya A.", kind=Kind.GROUP)
        Entity.objects.filter(pk=once.pk).update(merged_into=ana)
        Entity.objects.filter(pk=twice.pk).update(merged_into=once)
        for slug in (once.slug, twice.slug):
            response = self.client.get(f"/organisations/{slug}/")
            self.assertRedirects(response, "/people/ana-wijaya/", status_code=301)

    def test_one_merged_into_someone_hidden_is_not_found(self) -> None:
        make_article(mentioning=("Ana Wijaya",), state=Article.State.DRAFT)
        old = make_entity("A. Wijaya", kind=Kind.GROUP)
        Entity.objects.filter(pk=old.pk).update(merged_into=Entity.objects.get(name="Ana Wijaya"))
        self.assertEqual(self.client.get(f"/organisations/{old.slug}/").status_code, 404)

    def test_entities_merged_in_a_circle_are_not_found(self) -> None:
        one, two = make_entity("Satu"), make_entity("Dua")
        Entity.objects.filter(pk=one.pk).update(merged_into=two)
        Entity.objects.filter(pk=two.pk).update(merged_into=one)
        self.assertEqual(self.client.get("/people/satu/").status_code, 404)

    def test_a_role_held_for_years_is_told_once_from_its_first_day_to_its_last(self) -> None:
        ana = make_entity("Ana")
        for day in ("2019-03-01", "2024-05-02", "2021-01-01"):
            article = make_article(paragraphs=["Ketua Ana hadir."], published=day)
            make_mention(
                article,
                ana,
                "Ana",
                printed_role="Ketua",
                role_gloss="chair",
                role_on=day,
                role_on_earliest=day,
                role_on_latest=day,
            )
        roles = self.text(self.main("/people/ana/").partition('id="roles"')[2].partition("</section>")[0])
        self.assertIn("1 Mar 2019 to 2 May 2024 Ketua , chair in 3 articles, newest", roles)

    def test_first_and_latest_article_are_told_apart(self) -> None:
        for day, publisher in (("2019-03-01", "Koran Lama"), ("2024-05-02", "Koran Baru"), ("2021-01-01", "Koran Uji")):
            make_article(mentioning=("Ana",), published=day, publisher=publisher)
        head = self.text(self.main("/people/ana/"))
        self.assertIn("First 1 Mar 2019 , Koran Lama", head)
        self.assertIn("Latest 2 May 2024 , Koran Baru", head)

    def test_quotes_of_several_years_are_told_by_year_and_uncertain_ones_apart(self) -> None:
        ana = make_entity("Ana")
        article = make_article(paragraphs=["Ana bicara satu dua tiga."])
        make_mention(article, ana, "Ana")
        make_quote(article, "satu", speaker=ana, said="2019-03-01")
        make_quote(article, "dua", speaker=ana, said="2021")
        make_quote(article, "tiga", speaker=ana, said="2020-12-01/2021-01-05")
        page = self.main("/people/ana/")
        self.assertIn("Quotes by year said", page)
        self.assertIn("2021: 2, 1 of them uncertain", page)
        self.assertIn('href="/quotes/?said_by=ana&amp;from=2021&amp;to=2021"', page)

    def test_a_long_list_stops_at_twenty_and_leads_to_all(self) -> None:
        ana = make_entity("Ana")
        article = make_article(paragraphs=["Ana bicara."])
        make_mention(article, ana, "Ana")
        for _ in range(23):
            make_quote(article, "bicara", speaker=ana)
        by = self.section(self.main("/people/ana/"), "by")
        self.assertEqual(by.count('<article class="quote-item'), 20)
        self.assertIn('<a href="/quotes/?said_by=ana">', by)
        self.assertIn("All 23, with filters", by)

    def test_a_topic_counts_the_quotes_of_its_narrower_ones_once(self) -> None:
        ana = make_entity("Ana")
        article = make_article(paragraphs=["Ana bicara."])
        make_mention(article, ana, "Ana")
        make_quote(article, "bicara", speaker=ana)
        broad = make_topic("local:luas", label="Luas")
        for code in ("local:sempit", "local:kecil"):
            make_topic(code, label=code, article=article, broader=broad)
        page = self.main("/people/ana/?topic=local-luas")
        self.assertIn('<option value="local-luas" lang="id" selected>Luas, 1</option>', page)
        self.assertEqual(self.numbers(self.section(page, "by")), [1])

    def test_a_hand_without_a_page_is_named_and_not_linked(self) -> None:
        ana, agency = make_entity("Ana"), make_entity("Kantor Jauh", kind=Kind.NEWS_AGENCY)
        article = make_article(paragraphs=["Ana bicara."])
        make_mention(article, ana, "Ana")
        quote = make_quote(article, "bicara", speaker=ana)
        RelayHop.objects.create(quote=quote, position=0, role=RelayHop.Role.AGENCY, agent=agency, stated=False)
        hops = self.main("/people/ana/").partition('id="hops"')[2].partition("</section>")[0]
        self.assertIn("Kantor Jauh agency 1 inferred", self.text(hops))
        self.assertNotIn("kantor-jauh", hops)

    def test_a_language_in_latin_letters_is_named_so(self) -> None:
        make_article(mentioning=("Ana",))
        ana = Entity.objects.get(name="Ana")
        EntityName.objects.create(
            entity=ana, name="Hanna", key="hanna", language="he-Latn", kind="alias", basis="authority"
        )
        EntityName.objects.create(entity=ana, name="Xx", key="xx", language="tlh", kind="alias", basis="authority")
        head = self.text(self.main("/people/ana/"))
        self.assertIn("Hanna Hebrew in Latin letters, from an authority file", head)
        self.assertIn("Xx tlh, from an authority file", head)

    def test_queries_do_not_grow_with_what_a_page_holds(self) -> None:
        ana, place = make_entity("Ana"), make_entity("Desa", kind=Kind.PLACE)
        agency = make_entity("Kantor", kind=Kind.NEWS_AGENCY)
        addresses = ("/people/ana/", "/places/desa/", "/organisations/kantor/")
        self.fill(ana, place, agency, range(2))
        few = {}
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                self.client.get(address)
            few[address] = len(asked)
        self.fill(ana, place, agency, range(2, 12))
        for address in addresses:
            with self.subTest(address), self.assertNumQueries(few[address]):
                response = self.client.get(address)
            self.assertContains(response, '<article class="card">', count=12)

    def fill(self, ana: Entity, place: Entity, agency: Entity, numbers: range) -> None:
        for number in numbers:
            words = f"Ketua {number} Ana di Desa kepada Kantor dan Budi{number}: bicara {number + 100}."
            article = make_article(f"Berita {number}", paragraphs=[words], publisher=f"Koran {number}")
            make_mention(article, ana, "Ana", printed_role=f"Ketua {number}")
            make_mention(article, place, "Desa")
            make_mention(article, agency, "Kantor")
            make_mention(article, make_entity(f"Budi{number}"), f"Budi{number}")
            quote = make_quote(article, words, speaker=ana, said=f"{2000 + number}-01-01")
            make_quote(article, words, addressee=ana, on_behalf_of=place)
            RelayHop.objects.create(quote=quote, position=0, role=RelayHop.Role.AGENCY, agent=agency, stated=True)
            make_statistic(number + 100, article=article, stated_by=ana, place=place)
            make_event(article, "Desa", place=place).participants.add(ana)
            make_topic(f"local:t{number}", article=article)
            EntityName.objects.create(entity=ana, name=f"Ana {number}", key=f"ana {number}", kind="alias")
