"""Pasted words are found where they stand, and what only looks like them is offered, never taken."""

from __future__ import annotations

import pytest
from django.test import TestCase

from articles.curation.places import LONGEST_WORDS, MOST_PLACES, Found, Text, look_up, read
from articles.models import Anchor, Article, Block, Version
from tests.factories import make_article

PARAGRAPHS = (
    "Menurut Ana Wijaya, sebanyak 1.100 orang “sudah tiba” di Rusia.",
    "Ana mengatakan bahwa Rusia – bukan siapa pun – membantu Ana.",
    "Katanya, 1.100 orang itu (80%) selamat. Jum’at lalu, keamanan baik.",
)


def places(found: Found) -> list[tuple[str, str]]:
    return [(place.where, place.exact) for place in found.places]


def near(found: Found) -> list[tuple[str, str]]:
    return [(place.where, place.exact) for place in found.near]


class PastedWords(TestCase):
    article: Article
    text: Text

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Ana di Rusia", paragraphs=PARAGRAPHS, deck="Sebuah laporan")
        cls.text = read(cls._version())

    @classmethod
    def _version(cls) -> Version:
        assert cls.article.current
        return cls.article.current

    def look_up(self, words: str) -> Found:
        return look_up(self.text, words)

    def test_words_are_found_with_their_offsets_and_what_stands_around_them(self) -> None:
        place = self.look_up("sudah tiba").places[0]
        assert (place.start, place.end, place.exact) == (42, 52, "sudah tiba")
        assert place.before.endswith("orang “")
        assert place.after == "” di Rusia."
        assert PARAGRAPHS[0][place.start : place.end] == place.exact

    def test_an_anchor_can_stand_there(self) -> None:
        place = self.look_up("Sebuah laporan").places[0]
        block = Block.objects.get(pk=place.block_pk)
        assert (place.where, block.position) == ("deck", place.position)
        assert Anchor(block=block, start=place.start, end=place.end).block.text[place.start : place.end] == place.exact

    def test_every_place_is_told_in_the_order_of_the_text(self) -> None:
        assert places(self.look_up("Rusia")) == [
            ("headline", "Rusia"),
            ("paragraph 1", "Rusia"),
            ("paragraph 2", "Rusia"),
        ]

    def test_keys_of_places_differ(self) -> None:
        assert len({place.key for place in self.look_up("Ana").places}) == 4

    def test_a_paste_is_read_by_rule_n1(self) -> None:
        assert places(self.look_up("  sebanyak\u00a01.100 \r\n orang\t“sudah   tiba”\n")) == [
            ("paragraph 1", "sebanyak 1.100 orang “sudah tiba”")
        ]

    def test_words_inside_longer_words_count_only_when_there_are_no_others(self) -> None:
        assert [place.where for place in self.look_up("Ana").places].count("paragraph 3") == 0
        assert places(self.look_up("nya")) == [("paragraph 1", "nya"), ("paragraph 3", "nya")]
        assert places(self.look_up("aman")) == [("paragraph 3", "aman")]

    def test_a_figure_is_not_found_inside_a_longer_one(self) -> None:
        article = make_article(paragraphs=("Dari 1.100 orang, 100 tiba, 1 hilang.",))
        assert article.current
        text = read(article.current)
        assert [place.start for place in look_up(text, "100").places] == [18]
        assert [place.start for place in look_up(text, "1").places] == [28]

    def test_words_between_which_no_space_stands_are_found(self) -> None:
        article = make_article(paragraphs=("王毅在北京。北京很大。",))
        assert article.current
        assert [place.start for place in look_up(read(article.current), "北京").places] == [3, 6]

    def test_characters_of_patterns_are_words_like_others(self) -> None:
        assert places(self.look_up("(80%)")) == [("paragraph 3", "(80%)")]
        for words in (".*", "[A-Z]+", "(", "\\d{2}", "$", "Ana|Rusia", "^Ana"):
            assert not [place for place in self.look_up(words).places if place.exact != words]

    def test_other_marks_case_and_grouping_are_near_and_not_taken(self) -> None:
        for pasted, stands in (
            ('"Sudah tiba"', "“sudah tiba”"),
            ("'sudah tiba'", "“sudah tiba”"),
            ("rusia - bukan siapa pun", "Rusia – bukan siapa pun"),
            ("SUDAH TIBA", "sudah tiba"),
            ("Jumat lalu", "Jum’at lalu"),
            ("jum'at lalu,", "Jum’at lalu,"),
            ("ke\u00adamanan", "keamanan"),
            ("80 %", "80%"),
        ):
            found = self.look_up(pasted)
            assert not found.places
            assert [place.exact for place in found.near] == [stands], pasted

    def test_straight_quotation_marks_find_those_that_are_printed(self) -> None:
        for pasted, printed in (
            ('"sudah tiba"', "“sudah tiba”"),
            ('orang "sudah tiba" di', "orang “sudah tiba” di"),
            ("«sudah tiba»", "“sudah tiba”"),
            ("Jum'at lalu,", "Jum’at lalu,"),
        ):
            assert [place.exact for place in self.look_up(pasted).places] == [printed], pasted

    def test_where_both_are_printed_straight_ones_are_straight(self) -> None:
        article = make_article(paragraphs=('Kata "ya" dan “ya” dan “tidak”.', "“Tidak” dan “tidak”."))
        assert article.current
        text = read(article.current)
        assert [place.exact for place in look_up(text, '"ya"').places] == ['"ya"']
        assert len(look_up(text, '"tidak"').places) == 2

    def test_nearly_the_same_words_are_offered_and_not_taken(self) -> None:
        for pasted, stands in (
            ("Menurut Ana Wijaja, sebanyak 1.100", "Menurut Ana Wijaya, sebanyak 1.100"),
            ("bahwa Rusia – bukan seorang pun", "bahwa Rusia – bukan siapa pun"),
            ("Ana berkata bahwa Rusia – bukan siapa", "Ana mengatakan bahwa Rusia – bukan siapa"),
            ("Rusia – bukan siapa pun – menolong", "Rusia – bukan siapa pun – membantu"),
            ("orang (80%) selamat", "orang itu (80%) selamat"),
        ):
            found = self.look_up(pasted)
            assert not found.places
            assert [place.exact for place in found.near] == [stands], pasted

    def test_words_of_which_too_many_differ_are_near_nothing(self) -> None:
        for pasted in ("Ana Wijaja", "Ana mengatakan apa saja kemarin", "satu dua tiga empat", "Ana " * 500):
            assert not self.look_up(pasted).near, pasted

    def test_a_figure_with_other_separators_is_near(self) -> None:
        expected = [("paragraph 1", "1.100"), ("paragraph 3", "1.100")]
        for pasted in ("1,100", "1 100", "1100"):
            assert near(self.look_up(pasted)) == expected
            assert not self.look_up(pasted).places

    def test_what_is_near_inside_a_longer_word_is_not_offered(self) -> None:
        assert near(self.look_up("AMAN")) == []

    def test_words_that_run_over_paragraphs_are_told_so(self) -> None:
        assert self.look_up("di Rusia.\n\nAna mengatakan").paragraphs == 2
        assert self.look_up(" ".join(PARAGRAPHS)).paragraphs == 3
        assert self.look_up("di rusia ana").paragraphs == 2

    def test_words_that_stand_nowhere_are_found_nowhere(self) -> None:
        found = self.look_up("Presiden Putin")
        assert (found.places, found.near, found.paragraphs, found.problem) == ((), (), 0, "")

    def test_nothing_and_too_much_are_refused_with_a_sentence(self) -> None:
        for nothing in ("", " ", "\u00a0\n\t"):
            assert self.look_up(nothing).problem == "Paste the words as the article prints them."
        assert self.look_up("a" * 100_000).problem.startswith("These are 100000 characters.")
        assert not self.look_up("a" * LONGEST_WORDS).problem

    def test_marks_alone_have_nothing_near(self) -> None:
        assert self.look_up("!?!").near == ()

    def test_hidden_characters_in_the_text_are_evidence(self) -> None:
        article = make_article(paragraphs=("Kata\u200b baru \u200fשלום.",))
        assert article.current
        text = read(article.current)
        assert [place.exact for place in look_up(text, "Kata\u200b baru").places] == ["Kata\u200b baru"]
        assert [place.exact for place in look_up(text, "Kata baru").near] == ["Kata\u200b baru"]

    def test_boilerplate_is_found_and_never_near(self) -> None:
        article = make_article(paragraphs=("Satu.",))
        assert article.current
        Block.objects.create(version=article.current, position=9, type=Block.Type.BOILERPLATE, text="Baca Juga: Dua")
        text = read(article.current)
        assert places(look_up(text, "Baca Juga")) == [("boilerplate", "Baca Juga")]
        assert not look_up(text, "BACA JUGA").near


@pytest.mark.django_db
def test_a_version_is_read_by_one_query(django_assert_num_queries: object) -> None:
    article = make_article(paragraphs=("Satu.", "Dua.", "Tiga."))
    assert article.current
    with django_assert_num_queries(1):  # type: ignore[operator]
        text = read(article.current)
        look_up(text, "Satu")
        look_up(text, "SATU")


def test_of_a_letter_in_a_long_text_no_more_places_are_told_than_a_page_holds() -> None:
    blocks = tuple(
        Block(pk=number, position=number, type=Block.Type.PARAGRAPH, text="bab aab " * 2000) for number in range(50)
    )
    text = Text(version=Version(number=1), blocks=blocks, names=("paragraph",) * 50)
    for words in ("a", "b", "aab", "A", "AA", "x" * 10_000, "x" * 100_000, "bab aab " * 1000 + "x"):
        found = look_up(text, words)
        assert len(found.places) <= MOST_PLACES
    assert look_up(text, "aab").more
