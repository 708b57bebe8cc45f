from __future__ import annotations

from django.db import connection
from django.http import QueryDict
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Entity, Mention, Quote, RelayHop, Series, Status
from articles.search.facets import Facet, FacetValue
from articles.search.results import listing
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic, make_topic


class FacetTests(TestCase):
    kind = "articles"

    def facet(self, parameter: str, address: str = "") -> Facet:
        facets = listing(self.kind, QueryDict(address)).facets
        return next(facet for facet in facets if facet.parameter == parameter)

    def counts(self, parameter: str, address: str = "") -> list[tuple[str, int | None]]:
        return [(value.label, value.count) for value in self.facet(parameter, address).values]

    def value(self, parameter: str, value: str, address: str = "") -> FacetValue:
        return next(one for one in self.facet(parameter, address).values if one.value == value)


class ArticleFacetTests(FacetTests):
    both: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.both = make_article("Banjir", mentioning=("Ana Wijaya", "Budi Santoso"))
        make_article("Gempa", mentioning=("Ana Wijaya",), publisher="Kabar Uji", language="en")

    def test_counts_follow_the_words_and_the_other_conditions(self) -> None:
        self.assertEqual(self.counts("actor"), [("Ana Wijaya", 2), ("Budi Santoso", 1)])
        self.assertEqual(self.counts("actor", "q=gempa"), [("Ana Wijaya", 1)])
        self.assertEqual(self.counts("actor", "publisher=kabar-uji"), [("Ana Wijaya", 1)])

    def test_counts_leave_out_their_own_parameter(self) -> None:
        everyone = [("Budi Santoso", 1), ("Ana Wijaya", 2)]
        self.assertEqual(self.counts("actor", "actor=budi-santoso"), everyone)
        self.assertEqual(self.counts("actor", "not_actor=budi-santoso"), everyone)
        self.assertEqual(self.counts("publisher", "actor=budi-santoso"), [("Koran Uji", 1)])
        self.assertEqual(self.counts("publisher", "publisher=koran-uji"), [("Koran Uji", 1), ("Kabar Uji", 1)])
        self.assertEqual(self.counts("language", "language=en"), [("English", 1), ("Indonesian", 1)])

    def test_those_in_as_many_articles_come_in_the_order_of_an_index(self) -> None:
        make_mention(self.both, make_entity("Zaki"), "Dewan")
        make_mention(self.both, make_entity("al-Amin"), "kota")
        names = [name for name, _ in self.counts("actor")]
        self.assertEqual(names, ["Ana Wijaya", "al-Amin", "Budi Santoso", "Zaki"])

    def test_a_value_can_be_asked_for_and_taken_back(self) -> None:
        plain = self.value("actor", "budi-santoso", "q=banjir")
        self.assertEqual((plain.chosen, plain.excluded), (False, False))
        self.assertEqual(plain.url, "?q=banjir&actor=budi-santoso")
        self.assertEqual(plain.exclude_url, "?q=banjir&not_actor=budi-santoso")
        chosen = self.value("actor", "budi-santoso", "q=banjir&actor=budi-santoso&page=1")
        self.assertEqual((chosen.chosen, chosen.excluded), (True, False))
        self.assertEqual(chosen.url, "?q=banjir")
        self.assertEqual(chosen.exclude_url, "?q=banjir&not_actor=budi-santoso")
        excluded = self.value("actor", "budi-santoso", "q=banjir&not_actor=budi-santoso")
        self.assertEqual((excluded.chosen, excluded.excluded, excluded.count), (False, True, 1))
        self.assertEqual(excluded.url, "?q=banjir&actor=budi-santoso")
        self.assertEqual(excluded.exclude_url, "?q=banjir")

    def test_twelve_values_are_shown_with_what_was_asked_for_first_and_the_rest_counted(self) -> None:
        make_article("Ramai", mentioning=[f"Orang {number:02}" for number in range(15)])
        self.assertEqual(len(self.facet("actor").values), 12)
        self.assertEqual(self.facet("actor").more, 5)
        asked = self.facet("actor", "actor=orang-14")
        self.assertEqual([value.value for value in asked.values][:2], ["orang-14", "ana-wijaya"])
        self.assertEqual((len(asked.values), asked.more), (12, 5))

    def test_what_was_asked_for_is_shown_even_where_nothing_has_it(self) -> None:
        self.assertEqual(self.counts("actor", "q=gempa&actor=budi-santoso")[0], ("Budi Santoso", 0))

    def test_places_and_actors_are_apart_and_a_country_asked_for_as_an_actor_is_counted(self) -> None:
        make_mention(self.both, make_entity("Negeri Uji", kind=Entity.Kind.COUNTRY), "Dewan")
        self.assertEqual(self.counts("place"), [("Negeri Uji", 1)])
        self.assertNotIn(("Negeri Uji", 1), self.counts("actor"))
        self.assertIn(("Negeri Uji", 1), self.counts("actor", "actor=negeri-uji"))

    def test_a_publisher_in_its_own_dateline_is_no_actor(self) -> None:
        make_mention(self.both, make_entity("Koran Uji", kind=Entity.Kind.PUBLISHER), "Dewan")
        self.assertNotIn("Koran Uji", dict(self.counts("actor")))

    def test_who_has_no_page_is_no_facet(self) -> None:
        Entity.objects.filter(slug="budi-santoso").update(listed=False)
        self.assertEqual(self.counts("actor"), [("Ana Wijaya", 2)])

    def test_drafts_count_nowhere(self) -> None:
        before = [(f.parameter, f.values) for f in listing("articles", QueryDict("q=gempa OR banjir")).facets]
        draft = make_article("Gempa", mentioning=("Ana Wijaya", "Orang Draf"), state=Article.State.DRAFT)
        make_topic("local:draf", article=draft)
        after = [(f.parameter, f.values) for f in listing("articles", QueryDict("q=gempa OR banjir")).facets]
        self.assertEqual(after, before)

    def test_a_topic_counts_the_narrower_ones_as_its_filter_finds_them(self) -> None:
        broad = make_topic("local:alam", label="Alam", article=make_article("Alam"))
        make_topic("local:banjir", label="Banjir", broader=broad, article=self.both)
        self.assertEqual(self.counts("topic"), [("Alam", 2), ("Banjir", 1)])
        self.assertEqual(self.value("topic", "local-alam").lang, "id")
        self.assertEqual(listing("articles", QueryDict("topic=local-alam")).total.number, 2)

    def test_reviewed_and_not(self) -> None:
        self.assertEqual(self.counts("reviewed"), [("reviewed", 2)])
        Mention.objects.filter(article=self.both).update(status=Status.SUGGESTED, decided_at=None)
        self.assertEqual(self.counts("reviewed"), [("reviewed", 1), ("not reviewed yet", 1)])
        self.assertEqual(self.value("reviewed", "no", "reviewed=no").url, "?")

    def test_queries_do_not_grow_with_articles_or_values(self) -> None:
        make_topic("local:satu", article=self.both)
        with CaptureQueriesContext(connection) as few:
            self.assertTrue(listing("articles", QueryDict("q=banjir OR gempa")).facets)
        for number in range(15):
            article = make_article(f"Banjir {number}", mentioning=(f"Orang {number}",), publisher=f"Koran {number}")
            make_topic(f"local:{number}", article=article)
        with self.assertNumQueries(len(few)):
            facets = listing("articles", QueryDict("q=banjir OR gempa")).facets
        self.assertEqual({facet.parameter: facet.more for facet in facets}["publisher"], 5)


class QuoteFacetTests(FacetTests):
    kind = "quotes"

    def test_speakers_types_and_relays(self) -> None:
        article = make_article(paragraphs=["Air naik. Hujan turun."])
        ana, agency = make_entity("Ana Wijaya"), make_entity("Kantor Uji", kind=Entity.Kind.NEWS_AGENCY)
        make_mention(article, ana, "Air")
        make_mention(article, agency, "Hujan")
        quote = make_quote(article, "Air naik", speaker=ana, type=Quote.Type.DIRECT)
        make_quote(article, "Hujan turun", speaker=ana)
        for position, (role, agent) in enumerate(((RelayHop.Role.SPEAKER, ana), (RelayHop.Role.AGENCY, agency))):
            RelayHop.objects.create(quote=quote, position=position, role=role, agent=agent, stated=True)
        self.assertEqual(self.counts("said_by", "type=direct"), [("Ana Wijaya", 1)])
        self.assertEqual(self.counts("type"), [("direct", 1), ("indirect", 1)])
        self.assertEqual(self.counts("relay"), [("Kantor Uji", 1)])
        self.assertEqual(self.value("relay", "kantor-uji").exclude_url, "")

    def test_a_draft_makes_nobody_a_relay(self) -> None:
        agency, roles = make_entity("Kantor Uji"), RelayHop.Role
        for state, role in ((Article.State.PUBLISHED, roles.PUBLISHER), (Article.State.DRAFT, roles.AGENCY)):
            article = make_article(paragraphs=["Air naik."], mentioning=["Kantor Uji"], state=state)
            quote = make_quote(article, "Air naik")
            RelayHop.objects.create(quote=quote, position=0, role=role, agent=agency, stated=True)
        self.assertNotIn("relay", [facet.parameter for facet in listing(self.kind, QueryDict("")).facets])

    def test_who_relays_somewhere_counts_with_all_that_its_filter_finds(self) -> None:
        article = make_article(paragraphs=["Air naik. Hujan turun."], mentioning=("Kantor Uji",))
        for words, role in (("Air naik", RelayHop.Role.PUBLISHER), ("Hujan turun", RelayHop.Role.AGENCY)):
            quote = make_quote(article, words)
            RelayHop.objects.create(quote=quote, position=0, role=role, agent=make_entity("Kantor Uji"), stated=True)
        self.assertEqual(self.counts("relay"), [("Kantor Uji", 2)])
        self.assertEqual(listing(self.kind, QueryDict("relay=kantor-uji")).total.number, 2)

    def test_a_speaker_whom_readers_cannot_see_is_no_facet(self) -> None:
        article = make_article("Bank", mentioning=("Bank Uji",), paragraphs=["Bank Uji: harga naik."])
        make_quote(article, "harga naik", speaker=Entity.objects.get(name="Bank Uji"))
        self.assertIn("Bank Uji", dict(self.counts("said_by")))
        Mention.objects.filter(entity__name="Bank Uji").delete()
        self.assertNotIn("said_by", [facet.parameter for facet in listing(self.kind, QueryDict()).facets])


class StatisticFacetTests(FacetTests):
    kind = "statistics"

    def test_sources_units_and_series(self) -> None:
        article = make_article(paragraphs=["Ada 883 orang, 20 hari."], mentioning=("Ana Wijaya",))
        series = Series.objects.create(slug="tiba", name="Arrived", unit="person")
        make_statistic(883, article=article, series=series, stated_by=make_entity("Ana Wijaya"))
        make_statistic(20, article=article, unit="day")
        self.assertEqual(self.counts("stated_by"), [("Ana Wijaya", 1)])
        self.assertEqual(self.counts("unit", "unit=day"), [("day", 1), ("person", 1)])
        self.assertEqual(self.counts("series"), [("Arrived", 1)])
