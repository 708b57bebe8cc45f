from __future__ import annotations

from django.http import QueryDict
from django.test import SimpleTestCase, TestCase

from articles.models import Article, EntityName, Word
from articles.search.empty import Empty
from articles.search.nearest import edits
from articles.search.results import Results, search
from tests.factories import make_article, make_entity, make_mention, make_quote
from tests.world import load_sample_world


def ask(address: str) -> Results:
    return search(QueryDict(address))


def why(address: str) -> Empty:
    found = ask(address)
    assert found.empty and found.instead is None
    return found.empty


def headlines(found: Results) -> list[str]:
    return [str(card.article) for card in found.cards]


class EditsTests(SimpleTestCase):
    def test_letters_added_left_out_changed_or_swapped_are_one_edit_each(self) -> None:
        for one, other, number in (
            ("netanyau", "netanyahu", 1),
            ("netanyahu", "netanyau", 1),
            ("binyamin", "benyamin", 1),
            ("rahasai", "rahasia", 1),
            ("zakarowa", "zakharova", 2),
            ("gaza", "gaza", 0),
        ):
            self.assertEqual(edits(one, other, most=2), number, (one, other))
        self.assertGreater(edits("gaza", "gazebo kecil", most=2), 2)


class NamesTests(TestCase):
    def test_a_query_without_words_finds_no_name(self) -> None:
        make_article(mentioning=("Benyamin Netanyahu",))
        for typed in ("-gaza", "number:5", "said:2023"):
            found = ask(f"kind=entities&q={typed}")
            self.assertEqual((found.listing.errors, list(found.listing.page or ())), ([], []), typed)


class InsteadTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Banjir", paragraphs=["Air keruh di pelabuhan."], mentioning=("Benyamin Netanyahu",))
        make_article("Gempa", paragraphs=["Air biru.", "Rumah di Serangan."])

    article: Article

    def shown(self, address: str) -> tuple[list[str], list[str], str] | None:
        found = ask(address)
        return (found.instead.typed, found.instead.words, found.instead.literal) if found.instead else None

    def test_a_word_unknown_to_the_archive_is_replaced_and_the_page_says_so(self) -> None:
        self.assertEqual(self.shown("q=pelabuan"), (["pelabuan"], ["pelabuhan"], "?q=pelabuan&literal=1"))
        self.assertEqual(headlines(ask("q=pelabuan")), ["Banjir"])
        page = self.client.get("/search/?q=pelabuan").content.decode()
        self.assertIn("Nothing was found for “pelabuan”.", " ".join(page.split()))
        self.assertIn("<strong>“pelabuhan”</strong>", page)
        self.assertInHTML('<a href="?q=pelabuan&amp;literal=1" rel="nofollow">Search for it as typed</a>', page)
        self.assertIn('value="pelabuan"', page)

    def test_only_the_unknown_word_is_replaced_in_its_place(self) -> None:
        found = ask("q=air (pelabuan OR kerruh) -gempa")
        self.assertEqual(found.listing.query and found.listing.query.text, "air (pelabuhan OR keruh) -gempa")
        self.assertEqual(headlines(found), ["Banjir"])

    def test_pages_filters_and_tabs_go_on_from_what_is_shown(self) -> None:
        found = ask("q=pelabuan&sort=oldest&page=1")
        self.assertEqual(str(found.listing.address), "?q=pelabuhan&sort=oldest")
        self.assertEqual(found.tabs[1].url, "?q=pelabuhan&kind=quotes")

    def test_names_are_found_through_their_misspellings(self) -> None:
        for typed in ("Binyamin Netanyahu", "netanyau", "Netanjahu"):
            self.assertEqual(headlines(ask(f"q={typed}")), ["Banjir"], typed)

    def test_a_name_that_no_text_prints_so_leads_to_whoever_bears_it(self) -> None:
        entity = self.article.mentions.get().entity
        kind = EntityName.Kind.TRANSLITERATION
        EntityName.objects.create(entity=entity, name="Bibi Sang Raja", kind=kind, key="bibi sang raja")
        found = ask("q=Bibi Sang Rajja")
        assert found.instead
        self.assertEqual((found.instead.entity, headlines(found)), (entity, ["Banjir"]))
        self.assertEqual(str(found.listing.address), "?actor=benyamin-netanyahu")

    def test_the_search_as_typed_is_one_link_away(self) -> None:
        found = ask("q=pelabuan&literal=1")
        self.assertEqual((found.instead, found.listing.total.number), (None, 0))
        assert found.empty and found.empty.meant
        self.assertEqual((found.empty.meant.words, str(found.empty.meant.count)), ("pelabuhan", "1"))

    def test_nothing_is_replaced_where_something_is_found_or_the_words_are_meant_as_typed(self) -> None:
        make_article("Salah ketik", paragraphs=["Kapal di pelabuan."])
        self.assertEqual((self.shown("q=pelabuan"), headlines(ask("q=pelabuan"))), (None, ["Salah ketik"]))
        for typed in ('"pelabuhn"', "pelabuhn*", "-pelabuhn", "title:pelabuhn", "1101"):
            self.assertIsNone(self.shown(f"q={typed}"), typed)

    def test_a_short_word_may_miss_one_letter_in_four(self) -> None:
        self.assertIsNone(self.shown("q=bru"))
        self.assertEqual(self.shown("q=kerh"), (["kerh"], ["keruh"], "?q=kerh&literal=1"))
        self.assertIsNone(self.shown("q=serangkaian"))

    def test_of_words_equally_near_the_more_frequent_is_taken(self) -> None:
        for number in range(2):
            make_article(f"Pasar {number}", paragraphs=["Pasir."])
        make_article("Kasir", paragraphs=["Kasir."])
        self.assertEqual((self.shown("q=zasir") or ([], []))[1], ["pasir"])

    def test_quotes_are_found_instead_too(self) -> None:
        make_quote(self.article, "Air keruh")
        found = ask("q=kerruh&kind=quotes")
        assert found.instead
        self.assertEqual((found.instead.literal, found.listing.total.number), ("?q=kerruh&kind=quotes&literal=1", 1))

    def test_words_of_drafts_are_never_offered(self) -> None:
        make_article("Draf", paragraphs=["Rancangan rahasia."], state=Article.State.DRAFT)
        self.assertTrue(Word.objects.filter(word="rahasia").exists())
        for typed in ("rahasi", "rahasai"):
            found = ask(f"q={typed}")
            self.assertIsNone(found.instead)
            assert found.empty
            self.assertEqual((found.empty.meant, found.empty.near), (None, []))


class FirstArticleTests(TestCase):
    def test_the_first_article_is_found_by_misspelt_names(self) -> None:
        first = load_sample_world()
        for typed in ("netanyau", "Binyamin Netanyahu", "zakarova"):
            self.assertIn(str(first), headlines(ask(f"q={typed}")), typed)


class EmptyTests(TestCase):
    def test_an_empty_archive_says_so(self) -> None:
        make_article(state=Article.State.DRAFT)
        for address in ("", "q=banjir", "q=banjir&kind=quotes"):
            self.assertEqual(why(address).why, "archive", address)
        page = self.client.get("/search/?q=banjir").content.decode()
        self.assertIn("The archive holds no articles yet.", page)
        self.assertIn('href="/about/"', page)


class WhyNothingTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        article = make_article("Banjir", paragraphs=["Air naik."], published="2023-12-06")
        make_mention(article, make_entity("Benyamin Netanyahu"), "Air")
        make_article("Gempa", paragraphs=["Air keruh."], published="2021-01-01")

    def test_of_several_words_each_is_told_alone_and_the_hardest_named(self) -> None:
        found = why("q=air naik keruh")
        self.assertEqual(found.why, "words")
        told = [(one.words, str(one.count), one.url) for one in found.each]
        self.assertEqual(told, [("air", "2", "?q=air"), ("naik", "1", "?q=naik"), ("keruh", "1", "?q=keruh")])
        assert found.hardest
        self.assertEqual((found.hardest.parameter, str(found.hardest.removed)), ("q", "1"))

    def test_conditions_that_leave_nothing_are_told_apart_from_words_that_find_nothing(self) -> None:
        found = why("q=air&from=1999&to=1999&actor=benyamin-netanyahu")
        self.assertEqual(found.why, "conditions")
        assert found.alone and found.hardest
        self.assertEqual((found.alone.words, str(found.alone.count), found.alone.url), ("air", "2", "?q=air"))
        self.assertEqual((found.hardest.label, str(found.hardest.removed)), ("published 1999", "1"))
        self.assertEqual(why("q=xyzzy&from=2023").why, "words")
        self.assertEqual(why("from=1999&to=1999").why, "conditions")
        self.assertEqual(why("q=-air").why, "conditions")

    def test_one_word_alone_names_no_hardest_condition(self) -> None:
        found = why("q=xyzzy")
        self.assertEqual((found.why, found.hardest, found.each), ("words", None, []))

    def test_names_spelt_like_the_words_are_offered(self) -> None:
        self.assertEqual([one.name for one in why("q=Binyamin Netanyahu&literal=1").near], ["Benyamin Netanyahu"])
        self.assertIsNone(ask("q=air").empty)
        self.assertEqual(why("q=-air").near, [])

    def test_other_kinds_that_find_something_are_offered(self) -> None:
        page = self.client.get("/search/?q=Benyamin").content.decode()
        self.assertInHTML('<a href="?q=Benyamin&amp;kind=entities">Names <span class="n">1</span></a>', page)

    def test_reference_notes_are_offered_where_they_hold_it(self) -> None:
        make_article("Catatan", paragraphs=["Kolera."], rights=Article.Rights.REFERENCE)
        found = why("q=kolera").notes
        assert found
        self.assertEqual((str(found.count), found.url), ("1", "?q=kolera&notes=1"))

    def test_a_name_behind_a_field_that_nobody_knows_is_told_with_those_spelt_like_it(self) -> None:
        remarks = ask("q=air about:netanyau").remarks
        assert remarks
        (unknown,) = remarks.unknown
        self.assertEqual((unknown.field, unknown.printed), ("about", "netanyau"))
        self.assertEqual(unknown.near, [("Benyamin Netanyahu", "?q=air+about%3A%22Benyamin+Netanyahu%22")])

    def test_words_that_nearly_every_text_has_are_said_to_be_passed_over(self) -> None:
        found = ask("q=air yang di yang")
        assert found.remarks
        self.assertEqual((found.remarks.passed_over, found.listing.total.number), (["yang", "di"], 2))

    def test_drafts_change_nothing_of_what_is_said(self) -> None:
        addresses = ("q=biru", "q=air biru", "q=Orang Draff", "q=air&from=1999&to=1999", "q=birru&literal=1")
        before = {address: self.client.get(f"/search/?{address}").content for address in addresses}
        make_article("Banjir", paragraphs=["Air biru."], mentioning=("Orang Draf",), state=Article.State.DRAFT)
        for address, page in before.items():
            self.assertEqual(self.client.get(f"/search/?{address}").content, page, address)
