from __future__ import annotations

from django.test import TestCase

from articles.actions.index_words import add_words
from articles.models import Article, Word
from articles.text.analysis import Field, tsvector
from tests.factories import make_article


def known() -> list[str]:
    return sorted(Word.objects.values_list("word", flat=True))


def vector(text: str) -> str:
    return tsvector([Field(text, "D")], "id")


class AddWordsTests(TestCase):
    def test_words_are_kept_as_search_compares_them_without_families_numbers_and_what_is_too_short(self) -> None:
        add_words([vector("Jum’at di Gaza: 1.100 orang (B.N.P.B.) dievakuasi, café; x9; " + "a" * 41)])
        self.assertEqual(known(), ["bnpb", "cafe", "dievakuasi", "gaza", "jumat", "orang"])

    def test_only_unknown_words_are_written(self) -> None:
        self.assertEqual(add_words([vector("satu dua"), vector("dua tiga")]), 3)
        self.assertEqual(add_words([vector("tiga empat")]), 1)
        self.assertEqual(add_words([vector("empat")]), 0)
        self.assertEqual(add_words([]), 0)
        self.assertEqual(known(), ["dua", "empat", "satu", "tiga"])

    def test_the_texts_of_articles_are_known_drafts_too(self) -> None:
        make_article("Banjir", paragraphs=["Air keruh."], state=Article.State.DRAFT)
        self.assertEqual(known(), ["air", "banjir", "keruh"])

    def test_many_articles_take_one_statement_more(self) -> None:
        with self.assertNumQueries(1):
            add_words([vector(f"kata{letter} lain{letter}") for letter in "abcdefghij"])


class LikeTests(TestCase):
    def test_words_of_so_few_edits_come_nearest_first(self) -> None:
        Word.objects.bulk_create(Word(word=word) for word in ("netanyahu", "netanyau", "netanya", "benyamin", "gaza"))
        like = Word.objects.like("netanyau", edits=2)
        self.assertEqual([word.word for word in like], ["netanyau", "netanya", "netanyahu"])
        self.assertEqual([word.word for word in Word.objects.like("netanyau", edits=0)], ["netanyau"])
