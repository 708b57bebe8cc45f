"""A query as a condition: what each field finds, what exclusions leave, and what no string may do."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from articles.models import Article, ArticleEntry, Entity, EntityName, Mention, Quote, Statistic, Status
from articles.search.compiling import Kind, where
from articles.search.field_names import FIELDS
from articles.search.query import BadQuery, Query, parse
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic, make_topic
from tests.nasty import NASTY
from tests.search.test_query import read
from tests.world import load_sample_world

KINDS: tuple[Kind, ...] = ("articles", "quotes", "statistics")


def rows(kind: Kind) -> QuerySet[Any]:
    if kind == "articles":
        return ArticleEntry.objects.filter(public=True)
    return Quote.objects.public() if kind == "quotes" else Statistic.objects.public()


def matching(query: Query, kind: Kind, **options: bool) -> QuerySet[Any]:
    return rows(kind).filter(where(query, kind, **options))


class FieldTests(TestCase):
    """Three articles, two quotes and two figures."""

    flood: Article

    @classmethod
    def setUpTestData(cls) -> None:
        ana, budi = make_entity("Ana Wijaya"), make_entity("Budi Santoso")
        town = make_entity("Kota Uji", kind=Entity.Kind.PLACE)
        EntityName.objects.create(entity=ana, name="Ана Виджая", key="ана виджая", kind=EntityName.Kind.ALIAS)
        cls.flood = make_article(
            "Banjir di Kota Uji",
            paragraphs=["Ana Wijaya berkata: “Banjir melanda 883 rumah,” kata Ana. Budi Santoso diam."],
            mentioning=("Ana Wijaya",),
            published="2023-12-06",
        )
        make_mention(cls.flood, town, "Kota Uji")
        make_mention(cls.flood, budi, "Budi Santoso")
        quake = make_article(
            "Gempa",
            paragraphs=["Budi Santoso menyebut 1,1 juta orang. Ia berkata soal Ana Wijaya dan banjir."],
            published="2024-01-02",
            publisher="Kabar Uji",
        )
        make_mention(quake, ana, "Ana Wijaya")
        make_article("Rapat", published="", language="en-GB")
        make_quote(cls.flood, "Banjir melanda 883 rumah", speaker=ana, said="2023-12-05")
        make_quote(quake, "berkata soal Ana Wijaya dan banjir", speaker=budi, said="")
        make_quote(quake, "menyebut 1,1 juta orang", said="2024-01-01")
        make_statistic(883, "houses", article=cls.flood, stated_by=ana, as_of="2023-12-05")
        make_statistic(1_000_000, "people", article=quake, words="1,1 juta", value_to=1_200_000, as_of="")
        broad = make_topic("local:alam", label="Bencana alam", alternatives=["Malapetaka"])
        make_topic("local:banjir", label="Banjir", broader=broad, article=cls.flood)

    def found(self, text: str, kind: Kind = "articles") -> set[str]:
        return {
            str(row.article)
            if kind == "articles"
            else str(row.number if kind == "quotes" else row.measure) + (f" {row.article}" if kind == "quotes" else "")
            for row in matching(read(text), kind)
        }

    def assert_found(self, text: str, articles: str, quotes: str = "", figures: str = "") -> None:
        """Compare what is found of each kind; names apart by a comma."""
        for kind, expected in zip(KINDS, (articles, quotes, figures), strict=True):
            self.assertEqual(self.found(text, kind), set(filter(None, expected.split(", "))), f"{text} ({kind})")

    FLOOD = "Banjir di Kota Uji"
    QUOTE, HERS, OTHER = "1 Banjir di Kota Uji", "1 Gempa", "2 Gempa"

    def test_who_said_it(self) -> None:
        self.assert_found("by:wijaya", self.FLOOD, self.QUOTE, "houses")
        self.assert_found('by:"ana wijaya"', self.FLOOD, self.QUOTE, "houses")
        self.assert_found("by:ana-wijaya", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("oleh:виджая", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("by:wija*", self.FLOOD, self.QUOTE, "houses")
        self.assert_found('by:"wijaya ana"', "")
        self.assert_found("by:wija", "")
        self.assert_found("by:(wijaya OR budi)", f"{self.FLOOD}, Gempa", f"{self.QUOTE}, {self.HERS}", "houses")

    def test_what_is_excluded_leaves_all_that_does_not_have_it(self) -> None:
        self.assert_found("-by:wijaya", "Gempa, Rapat", f"{self.HERS}, {self.OTHER}", "people")
        self.assert_found("-published:2023", "Gempa, Rapat", f"{self.HERS}, {self.OTHER}", "people")
        self.assert_found("-said:2023", "Gempa, Rapat", f"{self.HERS}, {self.OTHER}", "people")
        self.assert_found("-number:883", "Gempa, Rapat", f"{self.HERS}, {self.OTHER}", "people")
        self.assert_found("-(banjir by:wijaya)", "Gempa, Rapat", f"{self.HERS}, {self.OTHER}", "houses, people")
        quotes = f"{self.QUOTE}, {self.HERS}, {self.OTHER}"
        self.assert_found("-by:nobody", f"{self.FLOOD}, Gempa, Rapat", quotes, "houses, people")

    def test_whom_it_is_about(self) -> None:
        self.assert_found("about:wijaya", f"{self.FLOOD}, Gempa", self.HERS, "houses, people")
        self.assert_found("about:santoso", self.FLOOD, "", "houses")

    def test_words_of_the_headline(self) -> None:
        self.assert_found("title:banjir", self.FLOOD, self.QUOTE, "houses")
        self.assert_found('title:"kota uji"', self.FLOOD, self.QUOTE, "houses")
        self.assert_found('title:"uji kota"', "")
        self.assert_found("judul:(gempa OR rapat)", "Gempa, Rapat", f"{self.HERS}, {self.OTHER}", "people")
        self.assert_found("title:ban* -title:gempa", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("title:rumah", "")

    def test_days(self) -> None:
        self.assert_found("published:2023-12", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("published:2024..", "Gempa", f"{self.HERS}, {self.OTHER}", "people")
        self.assert_found("terbit:..2023-12-05", "")
        self.assert_found("said:5/12/2023", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("said:2023-12-06..", "Gempa", self.OTHER, "")

    def test_numbers(self) -> None:
        self.assert_found("number:883", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("number:800..900", self.FLOOD, "", "houses")
        self.assert_found('number:"1,1 juta"', "Gempa", self.OTHER, "people")
        self.assert_found("number:1200000..", "Gempa", "", "people")
        self.assert_found("number:..882", "")
        self.assert_found("number:-883", "")
        make_article("Catatan", paragraphs=["Ada 777 halaman."])  # printed, but no figure of the archive
        self.assert_found("number:777", "Catatan")

    def test_topics_places_publishers_and_languages(self) -> None:
        self.assert_found("topic:banjir", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("topic:malapetaka", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("topic:local-alam", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("place:uji", self.FLOOD, self.QUOTE, "houses")
        self.assert_found("place:wijaya", "")
        self.assert_found('publisher:"kabar uji"', "Gempa", f"{self.HERS}, {self.OTHER}", "people")
        self.assert_found("lang:inggris", "Rapat")
        self.assert_found("-bahasa:id", "Rapat")

    def test_words_and_fields_together(self) -> None:
        self.assert_found("banjir by:wijaya", self.FLOOD, self.QUOTE, "")
        self.assert_found("rapat OR by:wijaya", f"{self.FLOOD}, Rapat", self.QUOTE, "houses")
        quotes = f"{self.QUOTE}, {self.HERS}, {self.OTHER}"
        self.assert_found("title:gempa OR said:2023", f"{self.FLOOD}, Gempa", quotes, "houses, people")

    def test_one_article_meets_all_that_is_asked_of_the_article_that_prints_a_figure(self) -> None:
        figure = Statistic.objects.get(value=883)
        again = make_article("Lagi", paragraphs=["Ada 883 rumah."], published="2022-01-01", publisher="Kabar Uji")
        figure.printings.create(article=again, status=Status.CONFIRMED, decided_at="2024-01-01T00:00Z")
        self.assertEqual(self.found('publisher:"kabar uji" published:2022', "statistics"), {"houses"})
        self.assertEqual(self.found('publisher:"kabar uji" published:2023', "statistics"), set())

    def test_any_word_is_one_of_the_words_and_keeps_what_fields_ask(self) -> None:
        query = read("banjir rapat by:wijaya -gempa")
        found = {str(entry.article) for entry in matching(query, "articles", any_word=True)}
        self.assertEqual(found, {self.FLOOD})

    def test_a_merged_name_is_found_by_its_old_address(self) -> None:
        old = make_entity("Anna W")
        Entity.objects.filter(pk=old.pk).update(merged_into=Entity.objects.get(slug="ana-wijaya"))
        self.assert_found("by:anna-w", self.FLOOD, self.QUOTE, "houses")

    def test_what_waits_for_an_editor_counts_unless_the_setting_hides_it(self) -> None:
        Mention.objects.update(status=Status.SUGGESTED, decided_at=None)
        self.assertEqual(self.found("about:wijaya"), {self.FLOOD, "Gempa"})
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertEqual(self.found("about:wijaya"), set())

    def test_names_that_the_archive_does_not_know_are_told_with_their_place(self) -> None:
        query = read("gaza by:nobody topic:banjir -place:atlantis lang:klingonisch lang:ms by:wijaya publisher:wijaya")
        told = [(leaf.name, query.text[leaf.start : leaf.end]) for leaf in query.unknown]
        unknown = [("by", "by:nobody"), ("place", "-place:atlantis"), ("lang", "lang:klingonisch"), ("lang", "lang:ms")]
        self.assertEqual(told, [*unknown, ("publisher", "publisher:wijaya")])

    def test_who_stands_in_drafts_alone_is_not_known(self) -> None:
        draft = make_article("Rahasia", mentioning=("Hantu Rahasia",), state=Article.State.DRAFT)
        make_quote(draft, "Hadir Hantu Rahasia", speaker=make_entity("Hantu Rahasia"))
        make_topic("local:rahasia", label="Rahasia", article=draft)
        for text in ("by:hantu", "about:hantu-rahasia", "topic:rahasia"):
            self.assert_found(text, "")
            self.assertEqual(len(read(text).unknown), 1)

    def test_a_name_is_looked_up_once(self) -> None:
        query = read("by:wijaya")
        with CaptureQueriesContext(connection) as asked:
            for kind in KINDS:
                where(query, kind)
            self.assertEqual(query.unknown, [])
        self.assertEqual(len(asked), 1)


PIECES = [
    *(f"{name}:" for name in FIELDS),
    *('"', "“", "(", ")", "-", "*", "OR", "AND", "..", "gaza", "yang", "putin", "zakharova", "evakuasi", "hamas"),
    *("1.100", "883", "1,1 juta", "2023", "2023-12", "10/12/2023", "[2023..2024]", "2023/..", "id", "jalur-gaza"),
    *("\x00", "\ud800", "\u200f", "\u200b", "'", "\\", "%", "_", "[", "^$", "😀", "ا", "़", "a" * 60),
]


class AnyStringTests(HypothesisTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    @settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.one_of(
            st.text(alphabet=st.characters(exclude_categories=()), max_size=80),
            st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", "", " "])).map("".join), max_size=12).map(
                "".join
            ),
            st.sampled_from(NASTY),
        )
    )
    @example("by:(" * 8 + "a")
    @example("10 -hamas Desember 2023")
    @example("number:1 -by:a juta")
    @example("-title:(a OR -(by:b said:2023)) OR number:1..2")
    @example("about:a " * 32)
    @example("number:" + "9" * 200)
    @example("topic:(((")
    def test_no_string_does_more_than_be_refused_or_answered_in_time(self, text: str) -> None:
        try:
            query = parse(text)
        except BadQuery as bad:
            self.assertTrue(bad.message)
            self.assertLessEqual(0, bad.place)
            self.assertLessEqual(bad.place, len(text))
            return
        if query is None:
            return
        self.assertEqual(query.text, text)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = '2s'")
        for kind in KINDS:
            for any_word in (False, True):
                matching(query, kind, any_word=any_word).exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::tsquery IS NOT NULL", [query.ranking()])
        self.assertLessEqual(len(query.unknown), len(query.leaves))
        for clause in query.clauses:
            if rest := query.without(clause):
                again = read(rest.text)
                self.assertEqual([other.node for other in again.clauses], [other.node for other in rest.clauses])


class SampleTests(TestCase):
    """What a fact-checker, a reporter and a reader type finds the first article."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()

    def test_it_is_found(self) -> None:
        for text in (
            *("1100", "1.100", '"1.100 orang"', "10 Desember 2023", "10/12/2023", "dievakuasi"),
            *("by:zakharova number:883", "oleh:putin", 'about:"binyamin netanyahu"', "said:2023-12-10", "tempat:gaza"),
            *("publisher:republika published:2023-12", 'title:"putin tawarkan" lang:id', "topic:evakuasi -topic:seni"),
        ):
            self.assertTrue(matching(read(text), "articles").filter(note=False).exists(), text)

    def test_it_is_left_out(self) -> None:
        for text in (
            "-dievakuasi",
            "-by:zakharova",
            "-number:1.100",
            "-published:2023",
            "-place:gaza",
            "title:zakharova",
        ):
            self.assertFalse(matching(read(text), "articles").filter(note=False).exists(), text)
