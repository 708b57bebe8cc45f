"""The page of one person, organisation or place, in worlds made for it."""

from __future__ import annotations

from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Entity, EntityName, RelayHop, Status
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
from tests.views.test_entities import PageTestCase


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
            # A merge may be undone, and then no browser may go on as if it stood.
            self.assertEqual(response.headers["Cache-Control"], "no-cache")

    def test_one_merged_into_someone_hidden_is_not_found(self) -> None:
        make_article(mentioning=("Ana Wijaya",), state=Article.State.DRAFT)
        old = make_entity("A. Wijaya", kind=Kind.GROUP)
        Entity.objects.filter(pk=old.pk).update(merged_into=Entity.objects.get(name="Ana Wijaya"))
        self.assertEqual(self.client.get(f"/organisations/{old.slug}/").status_code, 404)

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
