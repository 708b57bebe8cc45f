"""What is offered to somebody who types, by kind."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db import connection
from django.http import QueryDict
from django.test import SimpleTestCase, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from articles.actions.merge import merge
from articles.models import Article, Entity, EntityName, Mention, Status
from articles.search.suggesting.answer import MOST, suggest
from articles.search.suggesting.meeting import met, parts
from articles.search.suggesting.suggestion import Suggestion
from articles.search.suggesting.unfinished import unfinished
from tests.factories import make_article, make_entity, make_mention, make_quote, make_topic
from tests.nasty import NASTY

MOST_STATEMENTS = 8  # beside those that begin and end the transaction


def offered(typed: str, kind: str = "", *, beside: str = "") -> list[Suggestion]:
    """Return what is offered, of one kind of group or of all; `beside` is what else the address asks for."""
    groups = suggest(QueryDict(f"{beside}&{urlencode({'q': typed})}")).groups
    return [one for group in groups if kind in ("", group.kind) for one in group.suggestions]


def labels(typed: str, kind: str = "names") -> list[str]:
    return [one.label for one in offered(typed, kind)]


def search_for(query: str) -> str:
    return f"/search/?{urlencode({'q': query})}"


class UnfinishedTests(SimpleTestCase):
    def test_the_words_at_the_end_are_read_as_far_as_they_go_together(self) -> None:
        for typed, words in {
            "Évakuasi  Maria ZAKH": ("evakuasi", "maria", "zakh"),
            "gaza OR zakh": ("zakh",),
            '"warga Rusia" maria z': ("maria", "z"),
            "gaza (maria z": ("maria", "z"),
            "evaku* zakh": ("zakh",),
            "al-aqsa": ("al", "aqsa"),
            "za\u200bkh": ("zakh",),
            "by:zakharova evak": ("evak",),
            "-hamas evak": ("evak",),
            "http://contoh.id": ("http", "contoh", "id"),
            '"warga Rusia"': (),
            "": (),
            "a" * 257: (),
        }.items():
            with self.subTest(typed):
                self.assertEqual(unfinished(typed).keys, words)

    def test_operators_that_cling_to_the_words_are_known(self) -> None:
        for typed, field, negated, quoted in (
            ("by:zakh", "by", False, False),
            ('gaza -by:"maria zakh', "by", True, True),
            ("oleh:zakh", "by", False, False),
            ("-zakh", None, True, False),
            ("“maria z", None, False, True),
            ("angka-angka", None, False, False),
        ):
            with self.subTest(typed):
                end = unfinished(typed)
                self.assertEqual((end.field, end.negated, end.quoted), (field, negated, quoted))

    def test_what_is_left_when_words_have_become_a_name_is_whole(self) -> None:
        self.assertEqual(unfinished("evakuasi maria zakh").without(2), "evakuasi")
        self.assertEqual(unfinished('gaza -by:"maria zakh').without(2), "gaza")
        self.assertEqual(unfinished("zakh").without(1), "")


class MeetingTests(SimpleTestCase):
    def test_each_word_begins_a_word_of_the_name_with_few_slips(self) -> None:
        for typed, words, slips in (
            ("zakh", 1, 0),
            ("maria zakh", 2, 0),
            ("zakharova mar", 2, 0),
            ("evakuasi zakh", 1, 0),
            ("zakarov", 1, 1),
            ("zacharowa", 1, 2),
            ("maria maria", 1, 0),
        ):
            with self.subTest(typed):
                found = met(typed.split(), "maria zakharova")
                assert found
                self.assertEqual((found.words, found.slips), (words, slips))

    def test_what_is_another_word_is_not_met(self) -> None:
        for typed in ("harova", "zxy", "bakharova", "zakh evakuasi", "zoharuva"):
            with self.subTest(typed):
                self.assertIsNone(met(typed.split(), "maria zakharova"))

    def test_what_was_typed_is_shown_in_the_label_as_it_is_printed(self) -> None:
        shown = [(text, typed) for text, typed in parts(["ela", "jum"], "Élan\u0301 Jum’at di El")]
        self.assertEqual(shown, [("Éla", True), ("n\u0301 ", False), ("Jum", True), ("’at di El", False)])


class NameTests(TestCase):
    maria: Entity
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.maria = make_entity("Maria Zakharova")
        cls.article = make_article("Rapat", paragraphs=["Maria Zakharova di Moskow."])
        make_mention(cls.article, cls.maria, "Maria Zakharova")

    def test_a_name_is_met_by_the_beginning_of_any_word_without_accents_and_with_slips(self) -> None:
        for typed in ("m", "ZAKH", "mária z", "zakharova maria", "evakuasi zakh", "zakarov", "marai zakharowa"):
            with self.subTest(typed):
                self.assertEqual(labels(typed), ["Maria Zakharova"])
        self.assertEqual(labels("harova"), [])

    def test_another_spelling_leads_to_the_name_and_is_told(self) -> None:
        EntityName.objects.create(
            entity=self.maria, name="Мария Захарова", kind=EntityName.Kind.TRANSLITERATION, key="мария захарова"
        )
        (found,) = offered("захар", "names")
        self.assertEqual(found.label, "Maria Zakharova")
        self.assertEqual(found.about, "person, also written Мария Захарова")
        self.assertEqual(offered("zakh", "names")[0].about, "person")

    def test_choosing_it_searches_for_what_it_is_in_and_its_page_is_the_second_way(self) -> None:
        (found,) = offered("evakuasi maria zakh", "names", beside="topic=gaza&page=3")
        self.assertEqual(found.url, "/search/?topic=gaza&q=evakuasi&actor=maria-zakharova")
        self.assertEqual(found.page, "/people/maria-zakharova/")
        (found,) = offered("gaza -zakh", "names")
        self.assertEqual(found.url, "/search/?q=gaza&not_actor=maria-zakharova")
        for kind, kept in {"entities": "", "quotes": "kind=quotes&"}.items():
            (found,) = offered("zakh", "names", beside=f"kind={kind}")
            self.assertEqual(found.url, f"/search/?{kept}actor=maria-zakharova")

    def test_a_place_and_a_publisher_are_asked_for_as_what_they_are(self) -> None:
        make_mention(self.article, make_entity("Moskow", kind=Entity.Kind.PLACE), "Moskow")
        self.assertEqual(offered("mosk", "names")[0].url, "/search/?place=moskow")
        self.assertEqual(offered("koran", "names")[0].url, "/search/?publisher=koran-uji")

    def test_in_a_field_the_name_becomes_its_value(self) -> None:
        make_quote(self.article, "di Moskow", speaker=self.maria)
        for typed, query in {
            "gaza by:zakh": 'gaza by:"Maria Zakharova"',
            '-oleh:"maria z': '-oleh:"Maria Zakharova"',
            "about:mar": 'about:"Maria Zakharova"',
            "by:": 'by:"Maria Zakharova"',
            "publisher:kor": 'publisher:"Koran Uji"',
        }.items():
            with self.subTest(typed):
                (found,) = offered(typed)
                self.assertEqual(found.url, search_for(query))
        for nobody in ("by:kor", "publisher:zakh", "place:zakh", "said:zakh", "title:zakh", 'by:"gaza zakh'):
            with self.subTest(nobody):
                self.assertEqual(offered(nobody), [])

    def test_who_is_in_more_of_the_newest_articles_comes_first(self) -> None:
        for number in range(3):
            article = make_article(f"Judul {number}", paragraphs=["Marta Hadi."])
            make_mention(article, make_entity("Marta Hadi"), "Marta Hadi")
        self.assertEqual(labels("mar"), ["Marta Hadi", "Maria Zakharova"])
        # More words met counts for more.
        self.assertEqual(labels("mar zak")[0], "Maria Zakharova")

    def test_at_most_five_and_who_is_merged_away_or_has_no_page_is_none_of_them(self) -> None:
        for number in range(8):
            make_mention(self.article, make_entity(f"Marsudi {'abcdefgh'[number]}"), "Maria")
        self.assertEqual(len(labels("mar")), 5)
        merge(self.maria, into=make_entity("Marsudi a"), by=None)
        self.assertEqual(offered("zakh", "names")[0].about, "person, also written Maria Zakharova")
        Entity.objects.filter(name="Marsudi b").update(listed=False)
        self.assertNotIn("Marsudi b", labels("marsudi b"))

    def test_who_speaks_but_is_named_nowhere_cannot_be_asked_for(self) -> None:
        make_quote(self.article, "di Moskow", speaker=self.maria)
        self.assertEqual(labels("by:zakh"), ["Maria Zakharova"])
        Mention.objects.update(status=Status.REJECTED, decided_at=timezone.now())
        self.assertEqual(labels("by:zakh"), [])

    @override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False)
    def test_whom_suggestions_alone_name_is_hidden_with_them(self) -> None:
        self.assertEqual(labels("zakh"), ["Maria Zakharova"])
        Mention.objects.update(status=Status.SUGGESTED, decided_at=None)
        self.assertEqual(labels("zakh"), [])


class OtherKindsTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Warga Rusia dievakuasi dari Gaza", published="2023-12-06")

    def test_a_topic_is_met_by_any_of_its_labels_and_by_those_narrower(self) -> None:
        war = make_topic("local:perang", label="Perang", labels={"id": "Perang", "en": "War in Gaza"})
        make_topic("local:evakuasi", label="Evakuasi", article=self.article, broader=war, alternatives=["Pemulangan"])
        make_topic("local:pertanian", label="Pertanian")
        self.assertEqual(labels("pera", "topics"), ["War in Gaza"])
        self.assertEqual(offered("pera", "topics")[0].about, "also called Perang")
        self.assertEqual(offered("warga evakausi", "topics")[0].url, "/search/?q=warga&topic=local-evakuasi")
        self.assertEqual(offered("pemul", "topics")[0].page, "/topics/local-evakuasi/")
        self.assertEqual(labels("pertani", "topics"), [])  # no article has it
        (found,) = offered("topic:wa")
        self.assertEqual(found.url, search_for('topic:"War in Gaza"'))
        with translation.override("id"):
            self.assertEqual(labels("war", "topics"), ["Perang"])

    def test_headlines_hold_whole_words_in_any_form_and_the_last_as_a_beginning_newest_first(self) -> None:
        make_article("Evakuasi warga", published="2024-01-01")
        make_article("Hujan", paragraphs=["Evakuasi warga."])
        for typed, found in {
            "mengevakuasi war": ["Evakuasi warga", "Warga Rusia dievakuasi dari Gaza"],
            "gaz": ["Warga Rusia dievakuasi dari Gaza"],
            "rusia h": [],
            "warga -hamas": [],
            'by:ana "warga': [],
        }.items():
            with self.subTest(typed):
                self.assertEqual(labels(typed, "headlines"), found)
        (found_one,) = offered("gaz", "headlines")
        self.assertEqual(found_one.url, self.article.get_absolute_url())
        self.assertEqual([part.text for part in found_one.parts if part.typed], ["Gaz"])

    def test_the_name_of_a_field_is_offered_in_the_language_of_the_page(self) -> None:
        for typed, text in {"num": "number:", "gaza -publisher": "gaza -publisher:", "by": "by:"}.items():
            with self.subTest(typed):
                self.assertEqual(offered(typed, "fields")[0].text, text)
        for typed in ("nu", "angk", "by:num", '"num', "numero"):
            with self.subTest(typed):
                self.assertEqual(offered(typed, "fields"), [])
        with translation.override("id"):
            self.assertEqual(labels("angk", "fields"), ["angka:"])


class BoundsTests(TestCase):
    def test_ten_things_at_most_by_a_number_of_statements_that_does_not_grow(self) -> None:
        counts: list[int] = []
        for _ in range(2):
            for number in range(10):
                article = make_article(f"Number gempa {number}", mentioning=[f"Numan {number} {len(counts)}"])
                make_topic(f"local:num{number}{len(counts)}", label=f"Num {number}", article=article)
            with CaptureQueriesContext(connection) as asked:
                self.assertEqual(len(offered("num")), MOST)
            counts.append(len(asked))
        self.assertEqual(counts[0], counts[1])

    def test_nothing_that_is_typed_costs_more_than_a_few_statements(self) -> None:
        make_article("Rapat", mentioning=["Maria Zakharova"])
        for typed in (*NASTY, "x" * 256, "a " * 128, "zakarowa tidakada", "\u202ehaz\u202c", "'; DROP", "50% _a", "\\"):
            with self.subTest(typed), CaptureQueriesContext(connection) as asked:
                offered(typed)
            read = [one["sql"] for one in asked if one["sql"].lstrip().startswith(("SELECT", "WITH", "("))]
            self.assertLessEqual(len(read), MOST_STATEMENTS, typed)

    def test_the_limits_of_a_question_end_with_it(self) -> None:
        set_now = "SELECT current_setting('statement_timeout'), current_setting('enable_seqscan')"
        with connection.cursor() as cursor:
            cursor.execute(set_now)
            before = cursor.fetchone()
            offered("zakh")
            cursor.execute(set_now)
            self.assertEqual(cursor.fetchone(), before)

    def test_withdrawn_at_once_nothing_is_offered(self) -> None:
        article = make_article("Rapat", mentioning=["Maria Zakharova"])
        Article.objects.filter(pk=article.pk).update(state=Article.State.WITHDRAWN)
        self.assertEqual(offered("zakh") + offered("rapat") + offered("zakarova") + offered("koran"), [])
