"""Letters, counts and company, below the pages that show them."""

from __future__ import annotations

from django.http import QueryDict
from django.test import SimpleTestCase, TestCase

from articles.browsing import network
from articles.browsing.entities import Index, index
from articles.browsing.identity import language_in_words
from articles.browsing.letters import letter_of, letters
from articles.models import Entity
from tests.factories import Kind, make_article, make_entity, make_mention


def shown(found: Index) -> list[str]:
    return [named.entity.name for group in found.groups for named in group.names]


class LetterTests(SimpleTestCase):
    def test_digits_stand_together_and_signs_stand_apart(self) -> None:
        self.assertEqual([letter_of(name) for name in ("9 nov", "٣", "ana", "яна", "")], ["0–9", "0–9", "A", "Я", "*"])

    def test_a_letter_leads_to_the_page_on_which_its_first_name_stands(self) -> None:
        begins = {("person", "a"): 2, ("person", "b"): 1, ("group", "b"): 3, ("person", "я"): 1}
        pages = {letter.label: letter.page for letter in letters(begins, kinds=[], per_page=3)}
        self.assertEqual((pages["A"], pages["B"], pages["Я"], pages["C"]), (1, 1, 3, None))

    def test_letters_count_names_of_the_kinds_asked_for_alone(self) -> None:
        begins = {("person", "a"): 2, ("person", "b"): 1, ("group", "c"): 3}
        pages = {letter.label: letter.page for letter in letters(begins, kinds=["group"], per_page=1)}
        self.assertEqual((pages["A"], pages["C"]), (None, 1))

    def test_the_alphabet_is_whole_and_digits_come_before_it(self) -> None:
        labels = [letter.label for letter in letters({("person", "ж"): 1, ("person", "7"): 1}, kinds=[], per_page=60)]
        self.assertEqual("".join(labels), "0–9ABCDEFGHIJKLMNOPQRSTUVWXYZЖ")


class LanguageTests(SimpleTestCase):
    def test_a_language_is_named_and_one_without_a_name_keeps_its_tag(self) -> None:
        names = [language_in_words(tag) for tag in ("", "ru", "he-Latn", "tlh")]
        self.assertEqual(names, ["", "Russian", "Hebrew in Latin letters", "tlh"])


class IndexTests(TestCase):
    def test_an_accent_is_no_letter_of_its_own(self) -> None:
        make_article(mentioning=("Émile", "Eka"))
        (group,) = index("people", QueryDict()).groups
        self.assertEqual((group.letter, [named.entity.name for named in group.names]), ("E", ["Eka", "Émile"]))

    def test_who_is_named_only_inside_other_names_is_left_out_until_the_name_is_typed(self) -> None:
        article = make_article(mentioning=("Ana Wijaya",))
        make_mention(article, make_entity("Dewan Kota"), "Dewan", nested=True)
        self.assertEqual(shown(index("people", QueryDict(""))), ["Ana Wijaya"])
        typed = index("people", QueryDict("q=Dewan Kota"))
        self.assertEqual(shown(typed), ["Dewan Kota"])
        (named,) = typed.groups[0].names
        self.assertEqual(named.counts, ["only inside other names"])

    def test_the_nearest_spelling_comes_first(self) -> None:
        make_article(mentioning=("Abdul Putra Wijayanto", "Putra", "Zaki Putra"))
        (group,) = index("people", QueryDict("q=Putra")).groups
        names = [named.entity.name for named in group.names]
        self.assertEqual(names, ["Putra", "Zaki Putra", "Abdul Putra Wijayanto"])

    def test_the_kind_that_is_chosen_does_not_empty_the_others(self) -> None:
        article = make_article(paragraphs=["Kremlin dan Hamas."])
        make_mention(article, make_entity("Kremlin", kind=Kind.GOVERNMENT_BODY), "Kremlin")
        make_mention(article, make_entity("Hamas", kind=Kind.ORGANISATION), "Hamas")
        asked = index("organisations", QueryDict("kind=organisation"))
        counts = {kind.value: kind.count for kind in asked.kinds}
        self.assertEqual((asked.total, counts["government_body"], counts["organisation"]), (1, 1, 1))

    def test_two_kinds_are_one_or_the_other(self) -> None:
        article = make_article(paragraphs=["Rusia dan Gaza."])
        make_mention(article, make_entity("Rusia", kind=Kind.COUNTRY), "Rusia")
        make_mention(article, make_entity("Gaza", kind=Kind.PLACE), "Gaza")
        self.assertEqual(index("places", QueryDict("kind=country&kind=place")).total, 2)
        self.assertEqual(index("places", QueryDict("kind=country")).total, 1)

    def test_the_form_keeps_what_is_right_and_drops_what_is_wrong(self) -> None:
        asked = index("places", QueryDict("kind=country&sort=size&q=Rusia&page=2"))
        self.assertEqual([problem.field for problem in asked.errors], ["sort"])
        self.assertEqual(asked.kept, [("kind", "country")])


class CompanyTests(TestCase):
    def test_who_shares_most_articles_comes_first_then_who_is_named_more_often(self) -> None:
        make_article(mentioning=("Ana", "Budi", "Citra"))
        article = make_article(mentioning=("Ana", "Citra", "Dewi"))
        make_mention(article, Entity.objects.get(name="Dewi"), "Dewi")
        ana = Entity.objects.get(name="Ana")
        found = network.company(network.naming(ana), total=2, besides=ana)
        self.assertEqual(
            [(one.entity.name, one.articles) for one in found.companions], [("Citra", 2), ("Dewi", 1), ("Budi", 1)]
        )
        self.assertFalse(found.bounded)

    def test_one_without_a_page_and_one_merged_away_are_no_company(self) -> None:
        article = make_article(mentioning=("Ana", "Budi"), paragraphs=["Rep: Rina. Red: Rudi."])
        make_mention(article, make_entity("Rina", listed=False), "Rina")
        make_mention(article, make_entity("Rudi"), "Rudi")
        Entity.objects.filter(name="Rudi").update(merged_into=Entity.objects.get(name="Budi"))
        ana = Entity.objects.get(name="Ana")
        found = network.company(network.naming(ana), total=1, besides=ana)
        self.assertEqual([one.entity.name for one in found.companions], ["Budi"])

    def test_beyond_the_newest_articles_nothing_is_counted_and_the_page_knows(self) -> None:
        make_article(mentioning=("Ana", "Budi"), published="2020-01-01")
        make_article(mentioning=("Ana", "Citra"), published="2024-01-01")
        ana = Entity.objects.get(name="Ana")
        found = network.company(network.naming(ana), total=2, besides=ana, most_read=1)
        self.assertEqual([one.entity.name for one in found.companions], ["Citra"])
        self.assertTrue(found.bounded)
