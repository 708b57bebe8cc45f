from __future__ import annotations

from django.http import QueryDict
from django.test import TestCase, override_settings

from articles.models import Article, Entity, Mention, Printing, Quote, RelayHop, Series, Statistic, Status
from articles.search.results import Listing, listing
from tests.factories import (
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)


class ListTests(TestCase):
    """Ask lists as an address does."""

    kind = "articles"

    def ask(self, address: str) -> Listing:
        return listing(self.kind, QueryDict(address))

    def found(self, address: str) -> set[str]:
        asked = self.ask(address)
        self.assertEqual(asked.errors, [], address)
        assert asked.page is not None
        return {str(row) for row in asked.page.object_list}

    def refused(self, address: str) -> str:
        """Return what is said about the only wrong value of an address, which shows no list."""
        asked = self.ask(address)
        self.assertIsNone(asked.page)
        self.assertEqual((asked.total.number, asked.facets, asked.conditions, asked.bars), (0, [], [], None))
        self.assertFalse(asked.filters.qs.exists())
        (problem,) = asked.errors
        return f"{problem.label}: {problem.value}: {problem.message}"


class ArticleFilterTests(ListTests):
    flood: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.flood = make_article(
            "Banjir",
            paragraphs=["Banjir di Kota Uji."],
            mentioning=("Ana Wijaya", "Budi Santoso"),
            published="2023-12-06",
        )
        make_article("Gempa", mentioning=("Ana Wijaya",), published="2024-01-02", publisher="Kabar Uji")
        make_article("Rapat", mentioning=("Budi Santoso",), published="", language="en")
        make_mention(cls.flood, make_entity("Kota Uji", kind=Entity.Kind.PLACE), "Kota Uji")

    def test_all_actors_asked_for_are_named_unless_any_is_enough(self) -> None:
        self.assertEqual(self.found("actor=ana-wijaya"), {"Banjir", "Gempa"})
        self.assertEqual(self.found("actor=ana-wijaya&actor=budi-santoso"), {"Banjir"})
        everyone = self.found("actor=ana-wijaya&actor=budi-santoso&actor_match=any")
        self.assertEqual(everyone, {"Banjir", "Gempa", "Rapat"})

    def test_an_actor_can_be_left_out(self) -> None:
        self.assertEqual(self.found("not_actor=ana-wijaya"), {"Rapat"})
        self.assertEqual(self.found("not_actor=ana-wijaya&not_actor=budi-santoso"), set())

    def test_a_name_inside_another_name_does_not_count(self) -> None:
        Mention.objects.filter(article=self.flood).update(nested=True)
        self.assertEqual(self.found("actor=ana-wijaya"), {"Gempa"})

    def test_a_rejected_mention_does_not_count(self) -> None:
        Mention.objects.filter(article=self.flood).update(status=Status.REJECTED)
        self.assertEqual(self.found("actor=ana-wijaya"), {"Gempa"})

    def test_a_suggested_mention_counts_unless_the_setting_hides_it(self) -> None:
        Mention.objects.filter(article=self.flood).update(status=Status.SUGGESTED, decided_at=None)
        self.assertEqual(self.found("actor=ana-wijaya"), {"Banjir", "Gempa"})
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertEqual(self.found("actor=ana-wijaya"), {"Gempa"})

    def test_places(self) -> None:
        self.assertEqual(self.found("place=kota-uji"), {"Banjir"})
        self.assertEqual(self.found("not_place=kota-uji"), {"Gempa", "Rapat"})
        self.assertIn("ana-wijaya", self.refused("place=ana-wijaya"))

    def test_all_places_asked_for_are_named_unless_any_is_enough(self) -> None:
        make_article("Jauh", mentioning=("Desa Uji",))
        Entity.objects.filter(slug="desa-uji").update(kind=Entity.Kind.PLACE)
        self.assertEqual(self.found("place=kota-uji&place=desa-uji"), set())
        self.assertEqual(self.found("place=kota-uji&place=desa-uji&place_match=any"), {"Banjir", "Jauh"})

    def test_articles_with_quotes_and_with_figures(self) -> None:
        make_quote(self.flood, "Banjir")
        make_statistic(5, article=self.flood, words="Banjir")
        make_quote(Article.objects.get(current__headline="Gempa"), "Gempa", status=Status.REJECTED)
        make_quote(Article.objects.get(current__headline="Rapat"), "Rapat", status=Status.SUGGESTED)
        self.assertEqual(self.found("has=quotes"), {"Banjir", "Rapat"})
        self.assertEqual(self.found("has=quotes&has=figures"), {"Banjir"})
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertEqual(self.found("has=quotes"), {"Banjir"})
        self.assertIn("“verse” is not one of", self.refused("has=verse"))
        self.assertEqual([one.label for one in self.ask("has=quotes").conditions], ["with quotes"])

    def test_publishers_and_languages_widen_each_other(self) -> None:
        self.assertEqual(self.found("publisher=kabar-uji"), {"Gempa"})
        self.assertEqual(self.found("publisher=kabar-uji&publisher=koran-uji"), {"Banjir", "Gempa", "Rapat"})
        self.assertEqual(self.found("not_publisher=kabar-uji"), {"Banjir", "Rapat"})
        self.assertEqual(self.found("language=en"), {"Rapat"})

    def test_an_article_whose_publisher_is_not_known_is_not_from_one_that_is_left_out(self) -> None:
        Article.objects.filter(pk=self.flood.pk).update(publisher=None)
        self.assertEqual(self.found("not_publisher=kabar-uji"), {"Banjir", "Rapat"})

    def test_a_topic_takes_the_narrower_ones_with_it(self) -> None:
        broad = make_topic("local:alam", label="Alam")
        narrow = make_topic("local:air", label="Air", broader=broad)
        make_topic("local:banjir", label="Banjir", broader=narrow, article=self.flood)
        self.assertEqual(self.found("topic=local-alam"), {"Banjir"})
        self.assertEqual(self.found("topic=local-alam&topic=local-banjir"), {"Banjir"})
        self.assertEqual(self.found("not_topic=local-alam"), {"Gempa", "Rapat"})

    def test_a_topic_of_nothing_public_does_not_exist(self) -> None:
        make_topic("local:rahasia", article=make_article("Rahasia", state=Article.State.DRAFT))
        self.assertIn("local-rahasia", self.refused("topic=local-rahasia"))

    def test_reviewed_means_that_something_is_confirmed_and_nothing_waits(self) -> None:
        self.assertEqual(self.found("reviewed=yes"), {"Banjir", "Gempa", "Rapat"})
        Mention.objects.filter(article=self.flood)[:1].get().delete()
        Mention.objects.filter(article=self.flood).update(status=Status.SUGGESTED, decided_at=None)
        make_article("Tanpa fakta")
        self.assertEqual(self.found("reviewed=yes"), {"Gempa", "Rapat"})
        self.assertEqual(self.found("reviewed=no"), {"Banjir", "Tanpa fakta"})

    def test_drafts_withdrawn_articles_and_notes_are_not_found(self) -> None:
        make_article("Draf", state=Article.State.DRAFT)
        make_article("Ditarik", state=Article.State.WITHDRAWN)
        make_article("Catatan", rights=Article.Rights.REFERENCE)
        self.assertEqual(self.found(""), {"Banjir", "Gempa", "Rapat"})
        self.assertEqual(self.found("notes=1"), {"Banjir", "Gempa", "Rapat", "Catatan"})

    def test_unknown_and_blank_parameters_are_ignored(self) -> None:
        self.assertEqual(self.found("utm_source=x&actor=&from=&q=&sort=&page=&type=direct"), self.found(""))


class DateFilterTests(ListTests):
    @classmethod
    def setUpTestData(cls) -> None:
        make_article("Hari", published="2023-12-06")
        make_article("Rentang", published="[2023-12-10..2023-12-31]")
        make_article("Tahun", published="2023")
        make_article("Terbuka", published="2024-02-01/..")
        make_article("Tanpa hari", published="")

    def test_a_day_finds_what_may_have_been_published_on_it(self) -> None:
        self.assertEqual(self.found("from=2023-12-15&to=2023-12-15"), {"Rentang", "Tahun"})
        self.assertEqual(self.found("from=2023-12-06&to=2023-12-06"), {"Hari", "Tahun"})

    def test_one_end_alone_leaves_the_other_open(self) -> None:
        self.assertEqual(self.found("to=2023-11-30"), {"Tahun"})
        self.assertEqual(self.found("from=2024"), {"Terbuka"})
        self.assertEqual(self.found("from=2100"), {"Terbuka"})

    def test_days_are_read_as_readers_write_them(self) -> None:
        for day in ("6/12/2023", "6 Desember 2023", "December 6, 2023"):
            self.assertEqual(self.found(f"from={day}&to={day}"), {"Hari", "Tahun"}, day)
        self.assertEqual(self.found("from=2023-12&to=Desember 2023"), {"Hari", "Rentang", "Tahun"})

    def test_an_impossible_day_and_days_in_the_wrong_order_are_refused(self) -> None:
        self.assertRegex(self.refused("from=31/02/2023"), "^from: 31/02/2023: .*not a day")
        self.assertRegex(self.refused("to=bukan"), "^to: bukan: ")
        self.assertIn("before the first", self.refused("from=2023-12-06&to=2023-12-05"))

    def test_said_and_happened_ask_the_facts_of_the_article(self) -> None:
        article = make_article("Berita", paragraphs=["Ia berkata hujan turun. Mereka bertemu."], published="2024-01-10")
        make_quote(article, "hujan turun", said="2020-05-01")
        make_quote(article, "hujan", said="2020-09-01")
        make_event(article, "bertemu", happened="2019-07-01")
        self.assertEqual(self.found("date=said&from=2020-05&to=2020-05"), {"Berita"})
        self.assertEqual(self.found("date=said&from=2020-06&to=2020-08"), set())
        self.assertEqual(self.found("date=happened&from=2019&to=2019"), {"Berita"})
        self.assertEqual(self.found("date=published&from=2019&to=2020"), set())


class RefusalTests(ListTests):
    def test_the_wrong_value_and_its_field_are_named(self) -> None:
        for address, said in {
            "actor=nobody": "who is in it: nobody: The archive knows no “nobody” here.",
            "sort=x": "sort: x: “x” is not one of: relevance, newest, oldest.",
            "page=1e23": "page: 1e23: Pages are counted from 1.",
            "page=0": "page: 0: Pages are counted from 1.",
            "reviewed=maybe": "reviewed: maybe: “maybe” is not one of: yes, no.",
            "language=xx": "language: xx: The archive knows no “xx” here.",
            "notes=x": "reference notes: x: “x” is not one of: yes, true, 1, no, false, 0.",
            "q=OR": "words: OR: OR stands between two words",
            "date=now": "kind of date: now: “now” is not one of: published, said, happened.",
        }.items():
            self.assertTrue(self.refused(address).startswith(said), self.refused(address))

    def test_more_than_twenty_values_of_one_parameter_are_refused(self) -> None:
        many = "&".join(f"actor=nobody-{number}" for number in range(900))
        self.assertIn("At most 20 values can be given; these are 900.", self.refused(many))

    def test_nul_is_refused_everywhere(self) -> None:
        for name in ("q", "actor", "topic", "publisher", "language", "from", "sort", "reviewed", "page"):
            self.assertTrue(self.ask(f"{name}=a%00b").errors, name)

    def test_no_slug_can_be_guessed_from_drafts(self) -> None:
        make_article("Rahasia", mentioning=("Orang Rahasia",), state=Article.State.DRAFT, publisher="Koran Rahasia")
        self.assertIn("knows no", self.refused("actor=orang-rahasia"))
        self.assertIn("knows no", self.refused("publisher=koran-rahasia"))


class QuoteFilterTests(ListTests):
    kind = "quotes"
    ana: Entity
    article: Article
    about: Quote
    to: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = make_entity("Ana Wijaya")
        budi = make_entity("Budi Santoso")
        cls.article = make_article(
            "Banjir", paragraphs=["Ana bilang Budi Santoso pulang.", "Kata Ana, air naik."], mentioning=("Ana Wijaya",)
        )
        make_mention(cls.article, budi, "Budi Santoso")
        cls.about = make_quote(
            cls.article, "Budi Santoso pulang", speaker=cls.ana, said="2023-12-06", type=Quote.Type.DIRECT
        )
        cls.to = make_quote(cls.article, "air naik", speaker=budi, addressee=cls.ana, said="2023-12-08")

    def test_by_about_and_to(self) -> None:
        self.assertEqual(self.found("said_by=ana-wijaya"), {str(self.about)})
        self.assertEqual(self.found("said_by=ana-wijaya&said_by=budi-santoso"), {str(self.about), str(self.to)})
        self.assertEqual(self.found("about=budi-santoso"), {str(self.about)})
        self.assertEqual(self.found("to_whom=ana-wijaya"), {str(self.to)})

    def test_type_and_days(self) -> None:
        self.assertEqual(self.found("type=direct"), {str(self.about)})
        self.assertEqual(self.found("from=2023-12-07"), {str(self.to)})
        self.assertIn("type: whispered", self.refused("type=whispered"))

    def test_relays_named_and_inferred(self) -> None:
        agency = make_entity("Kantor Uji", kind=Entity.Kind.NEWS_AGENCY)
        make_mention(self.article, agency, "Kata")
        for quote, stated in ((self.about, True), (self.to, False)):
            RelayHop.objects.create(quote=quote, position=1, role=RelayHop.Role.AGENCY, agent=agency, stated=stated)
        self.assertEqual(self.found("relay=kantor-uji"), {str(self.about), str(self.to)})
        self.assertEqual(self.found("relay=kantor-uji&relay_stated=true"), {str(self.about)})
        self.assertEqual(self.found("relay=kantor-uji&relay_stated=no"), {str(self.to)})

    def test_conditions_on_the_article_that_prints_it(self) -> None:
        make_topic("local:air", article=self.article)
        other = make_article("Lain", paragraphs=["Air surut."], publisher="Kabar Uji")
        make_quote(other, "Air surut", said="")
        self.assertEqual(self.found("topic=local-air"), {str(self.about), str(self.to)})
        self.assertEqual(self.found("publisher=kabar-uji"), {"quote 1 of Lain"})
        self.assertEqual(self.found("not_actor=ana-wijaya"), {"quote 1 of Lain"})

    def test_words_of_the_quote_not_of_its_article(self) -> None:
        self.assertEqual(self.found("q=air"), {str(self.to)})
        self.assertEqual(self.found("q=Banjir"), set())

    def test_quotes_of_drafts_are_not_found(self) -> None:
        draft = make_article("Draf", paragraphs=["Air naik lagi."], state=Article.State.DRAFT)
        make_quote(draft, "Air naik lagi", speaker=self.ana)
        self.assertEqual(self.found("q=lagi"), set())
        self.assertEqual(self.found("said_by=ana-wijaya"), {str(self.about)})


class StatisticFilterTests(ListTests):
    kind = "statistics"
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(
            "Banjir", paragraphs=["Ada 883 dari 1.100 orang, 20 sampai 25 hari."], mentioning=("Ana Wijaya",)
        )
        series = Series.objects.create(slug="tiba", name="Arrived", unit="person")
        ana = make_entity("Ana Wijaya")
        make_statistic(883, "arrived", article=cls.article, as_of="2023-12-06", series=series, stated_by=ana)
        make_statistic(1100, "asked for help", article=cls.article, words="1.100", as_of="2023-12-01")
        make_statistic(20, "of rain", article=cls.article, unit="day", value_to=25, as_of="")

    def test_a_number_is_found_however_it_is_typed_and_inside_a_range(self) -> None:
        for typed in ("1100", "1.100", "1,100"):
            self.assertEqual(self.found(f"number={typed}"), {"1100 asked for help"}, typed)
        self.assertEqual(self.found("number=22"), {"20 of rain"})
        self.assertEqual(self.found("number=26"), set())
        self.assertRegex(self.refused("number=many"), "^number: many: .*not a number")

    def test_unit_series_source_and_day(self) -> None:
        self.assertEqual(self.found("unit=day"), {"20 of rain"})
        self.assertEqual(self.found("series=tiba"), {"883 arrived"})
        self.assertEqual(self.found("stated_by=ana-wijaya"), {"883 arrived"})
        self.assertEqual(self.found("from=2023-12-06&to=2023-12-06"), {"883 arrived"})
        self.assertIn("unit: furlong", self.refused("unit=furlong"))
        self.assertIn("series: none", self.refused("series=none"))

    def test_conditions_on_an_article_that_prints_it(self) -> None:
        other = make_article("Lain", paragraphs=["Ada 5 orang."], publisher="Kabar Uji")
        make_statistic(5, "others", article=other)
        self.assertEqual(self.found("publisher=kabar-uji"), {"5 others"})
        self.assertEqual(self.found("not_actor=ana-wijaya"), {"5 others"})

    def test_figures_that_only_notes_or_drafts_print_are_not_found(self) -> None:
        note = make_article("Catatan", paragraphs=["Ada 653 orang."], rights=Article.Rights.REFERENCE)
        make_statistic(653, "elsewhere", article=note)
        draft = make_article("Draf", paragraphs=["Ada 77 orang."], state=Article.State.DRAFT)
        make_statistic(77, "secret", article=draft, unit="rahasia")
        self.assertEqual(self.found("number=653"), set())
        self.assertEqual(self.found("number=653&notes=1"), {"653 elsewhere"})
        self.assertEqual(self.found("number=77&notes=1"), set())
        self.assertIn("rahasia", self.refused("unit=rahasia"))

    def test_one_article_that_prints_it_meets_all_that_is_asked_of_articles(self) -> None:
        statistic = Statistic.objects.get(value=883)
        other = make_article("Lain", paragraphs=["Ada 883 orang."], publisher="Kabar Uji")
        Printing.objects.create(article=other, statistic=statistic, **stamp())
        self.assertEqual(self.found("actor=ana-wijaya&number=883"), {"883 arrived"})
        self.assertEqual(self.found("publisher=kabar-uji"), {"883 arrived"})
        self.assertEqual(self.found("actor=ana-wijaya&publisher=kabar-uji"), set())

    def test_a_condition_on_the_article_is_met_by_a_note_only_where_notes_are_asked_for(self) -> None:
        note = make_article(
            "Catatan", paragraphs=["Ada 883 orang."], rights=Article.Rights.REFERENCE, publisher="Kantor Nota"
        )
        statistic = Statistic.objects.get(value=883)
        Printing.objects.create(article=note, statistic=statistic, **stamp())
        self.assertEqual(self.found("publisher=kantor-nota"), set())
        self.assertEqual(self.found("publisher=kantor-nota&notes=1"), {"883 arrived"})
        self.assertEqual(self.found("not_publisher=koran-uji"), set())


class EntityFilterTests(ListTests):
    kind = "entities"

    def test_names_are_found_by_spelling_and_kind(self) -> None:
        make_article(mentioning=("Benyamin Netanyahu", "Ana Wijaya"))
        self.assertEqual(self.found("q=Binyamin Netanyahu"), {"Benyamin Netanyahu"})
        self.assertEqual(self.found("kind=publisher"), {"Koran Uji"})
        self.assertIn("kind: planet", self.refused("kind=planet"))

    def test_who_only_drafts_or_notes_name_is_not_found(self) -> None:
        make_article(mentioning=("Orang Draf",), state=Article.State.DRAFT)
        make_article(mentioning=("Orang Catatan",), rights=Article.Rights.REFERENCE)
        self.assertEqual(self.found("q=Orang"), set())
        self.assertEqual(self.found("q=Orang&notes=1"), {"Orang Catatan"})
