"""Fields of a query: how they are read, said in words and refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.test import SimpleTestCase

from articles.search.asked_fields import Counting, InHeadline, InLanguage, Named, OnDays
from articles.search.field_names import NAMES
from articles.search.terms import Leaf
from tests.search.test_query import read, refusal


def leaf(text: str) -> Leaf:
    """Return the only field of a query that asks for nothing else."""
    [clause] = read(text).clauses
    assert isinstance(clause.node, Leaf), clause.node
    return clause.node


def days(text: str) -> tuple[date | None, date | None]:
    asked = leaf(text)
    assert isinstance(asked, OnDays)
    return asked.first.earliest if asked.first else None, asked.last.latest if asked.last else None


def numbers(text: str) -> tuple[Decimal | None, Decimal | None]:
    asked = leaf(text)
    assert isinstance(asked, Counting)
    return asked.low, asked.high


class ReadingTests(SimpleTestCase):
    def test_every_field_has_a_name_in_english_and_in_indonesian(self) -> None:
        values = {"said": "2023", "published": "2023", "number": "5"}
        for name, names in NAMES.items():
            self.assertGreaterEqual(len(names), 2)
            for one in (*names, names[0].upper()):
                self.assertEqual(leaf(f"{one}:{values.get(name, 'gaza')}").name, name)

    def test_a_word_with_a_colon_that_is_no_field_stays_a_word(self) -> None:
        for text in ("http://tass.ru/by:x", "10:30", "Kremlin:kata", "standby:putin", '"by:putin"'):
            self.assertEqual(read(text).leaves, [], text)
        for text in ("Zakharova said: kami", "by:", "Kremlin: kata", "(by: )"):
            self.assertEqual(read(text).leaves, [], text)

    def test_a_value_is_a_word_a_phrase_or_several_in_brackets(self) -> None:
        self.assertEqual(leaf('by:"Maria Zakharova"'), Named(name="by", printed="Maria Zakharova"))
        self.assertEqual(leaf("by:(Maria Zakharova)").printed, "Maria Zakharova")
        self.assertEqual(
            [one.printed for one in read("by:(maria z OR putin -tass)").leaves], ["maria z", "putin", "tass"]
        )
        self.assertEqual([one.printed for one in read("by:(zakharova AND putin)").leaves], ["zakharova", "putin"])
        self.assertEqual([one.printed for one in read("title:(gaza evakuasi)").leaves], ["gaza", "evakuasi"])
        self.assertEqual(read("gaza title:x rusia").words, "gaza rusia")

    def test_every_field_can_be_excluded(self) -> None:
        for text in ("-by:putin", "by:-putin", "-by:(putin)", "by:(-putin)"):
            self.assertEqual(read(text).fields_in_words(), ["not said by “putin”"], text)
        self.assertEqual(read("-by:-putin").fields_in_words(), ["said by “putin”"])

    def test_days_are_read_as_in_the_filters_and_as_ranges(self) -> None:
        december = (date(2023, 12, 1), date(2023, 12, 31))
        for text in (
            "2023-12",
            "Desember 2023",
            "12/2023",
            '"December 2023"',
            "2023-12-01..31/12/2023",
            "2023-12…2023-12",
        ):
            self.assertEqual(days(f"published:{text}"), december, text)
        self.assertEqual(days("said:10 Desember 2023..12 Desember 2023"), (date(2023, 12, 10), date(2023, 12, 12)))
        self.assertEqual(days("said:2023-11.."), (date(2023, 11, 1), None))
        self.assertEqual(days("said:..2023-12"), (None, date(2023, 12, 31)))
        self.assertEqual(days("said:[2023-12-10..2023-12-31]"), (date(2023, 12, 10), date(2023, 12, 31)))

    def test_a_day_without_quotation_marks_ends_where_it_is_one(self) -> None:
        self.assertEqual(read("published:Desember 2023 evakuasi").words, "evakuasi")
        self.assertEqual(read("number:1,1 juta orang").words, "orang")
        self.assertEqual(read("published:2023 10 Desember 2023").words, "10 Desember 2023")

    def test_numbers_are_read_as_printed_and_as_ranges(self) -> None:
        for text in ("1100", "1.100", "1,100", "seribu seratus", '"1.100"'):
            self.assertEqual(numbers(f"number:{text}"), (Decimal(1100), Decimal(1100)), text)
        self.assertEqual(numbers('number:"1,1 juta..Rp 2 juta"'), (Decimal(1100000), Decimal(2000000)))
        self.assertEqual(numbers("number:800.."), (Decimal(800), None))
        self.assertEqual(numbers("number:..900"), (None, Decimal(900)))
        self.assertEqual(numbers("number:-5"), (Decimal(-5), Decimal(-5)))

    def test_a_language_is_named_as_readers_name_it(self) -> None:
        for text in ("id", "Indonesian", "indonesia", '"bahasa Indonesia"'):
            asked = leaf(f"lang:{text}")
            assert isinstance(asked, InLanguage)
            self.assertEqual(asked.tags, ("id",), text)
        unknown = leaf("lang:klingonisch")
        assert isinstance(unknown, InLanguage)
        self.assertEqual(unknown.tags, ())

    def test_characters_that_nobody_sees_change_nothing(self) -> None:
        self.assertEqual(leaf("\u200f\u202bby:putin\u200f").printed, "putin")
        self.assertEqual(numbers("\ufeffnumber:8\u200b83\u200f"), (Decimal(883), Decimal(883)))
        self.assertEqual(read("\u2067-title:gaza").fields_in_words(), ["not with “gaza” in the headline"])

    def test_words_of_headlines_and_numbers_are_marked_in_texts(self) -> None:
        query = read("gaza title:evakuasi number:883 number:1..2 by:putin -title:hamas")
        self.assertEqual([term.printed for term in query.terms], ["gaza", "evakuasi", "883"])
        self.assertEqual(query.ranking(), "(('gaza')&(('evakuasi'|'i:evakuasi'))&('883'))")

    def test_a_name_in_a_field_is_what_names_are_compared_with(self) -> None:
        self.assertEqual(read("by:zakharova -about:putin").words, "zakharova")
        self.assertEqual(read("by:zakharova gaza").words, "gaza")

    def test_a_word_of_a_headline_asks_for_the_heaviest_weight(self) -> None:
        asked = leaf("title:evaku*")
        assert isinstance(asked, InHeadline)
        self.assertEqual(asked.words.tsquery("A"), "('evaku':*A)")
        self.assertEqual(read('title:"warga rusia"').ranking(), "('warga'<1>'rusia')")


class InWordsTests(SimpleTestCase):
    def test_each_field_says_what_it_asks(self) -> None:
        for text, said in (
            ("by:zakharova", "said by “zakharova”"),
            ("about:putin", "about “putin”"),
            ("title:gaza", "with “gaza” in the headline"),
            ("published:2023-12", "published December 2023"),
            ("said:2023-11..2023-12", "said November 2023 to December 2023"),
            ("number:1.100", "with the number 1.100"),
            ("number:800..900", "with a number from 800 to 900"),
            ("number:..900", "with a number up to 900"),
            ("number:800..", "with a number from 800"),
            ("topic:perang", "on “perang”"),
            ("place:gaza", "naming the place “gaza”"),
            ("publisher:republika", "from “republika”"),
            ("lang:id", "in Indonesian"),
            ("-(gaza by:putin)", "not (“gaza” and said by “putin”)"),
            ("gaza OR by:putin", "“gaza” or said by “putin”"),
        ):
            self.assertEqual(read(text).fields_in_words(), [said])

    def test_words_and_fields_are_said_apart(self) -> None:
        query = read("gaza rusia by:putin -hamas -topic:olahraga")
        self.assertEqual(query.asked_in_words(), "“gaza” and “rusia”")
        self.assertEqual(query.fields_in_words(), ["said by “putin”", "not on “olahraga”"])
        self.assertEqual(query.excluded_in_words(), "“hamas”")

    def test_any_word_widens_words_and_no_field(self) -> None:
        self.assertTrue(read("gaza rusia by:putin").widens)
        self.assertFalse(read("gaza by:putin").widens)
        self.assertEqual(read("gaza rusia by:putin").asked_in_words(any_word=True), "“gaza” or “rusia”")


class RefusalTests(SimpleTestCase):
    def refused(self, text: str) -> tuple[str, str]:
        bad = refusal(text)
        return bad.message, text[bad.place : bad.end]

    def test_a_value_that_cannot_be_read_is_named_with_its_place(self) -> None:
        for text, message, place in (
            ("gaza published:kemarin rusia", "“kemarin” is not a date", "published:kemarin"),
            ("gaza -said:2024..2023", "the last day lies before the first", "-said:2024..2023"),
            ("(number:banyak)", "“banyak” is not a number", "number:banyak"),
            ("number:900..800 x", "the smaller number comes first", "number:900..800"),
            ("number:..", "“..” is not a number", "number:.."),
            ('gaza by:""', "nothing behind “by:”", 'by:""'),
            ("oleh:😀", "nothing behind “by:”", "oleh:😀"),
            ("title:() gaza", "nothing behind “title:”", "title:("),
            ("by:z*", "at least 2 letters", "by:z*"),
            ("gaza OR OR rusia", "OR stands between two words", "OR"),
        ):
            told, where = self.refused(text)
            self.assertIn(message, told)
            self.assertEqual(where, place)

    def test_words_of_fields_count_with_all_others(self) -> None:
        self.assertIn("32 words; this one has 33", refusal("by:(" + " ".join(["ab"] * 33) + ")").message)


class FunctionWordTests(SimpleTestCase):
    def test_words_that_nearly_every_text_holds_are_passed_over_and_told(self) -> None:
        query = read("yang gaza dan rusia")
        self.assertEqual([word.text for word in query.passed_over], ["yang", "dan"])
        self.assertEqual(query.asked_in_words(), "“gaza” and “rusia”")
        self.assertEqual(query.words, "yang gaza dan rusia")

    def test_alone_they_are_refused_with_the_reason(self) -> None:
        bad = refusal(" yang di")
        self.assertIn("“yang di” stand in nearly every text", bad.message)
        self.assertEqual((bad.place, bad.end), (1, 8))

    def test_as_printed_as_a_beginning_and_in_capitals_they_count(self) -> None:
        for text in ('"yang di"', '"yang"', "yang*", "IT", "yang-yang", "AS", "as"):
            self.assertEqual(read(text).passed_over, (), text)

    def test_a_word_that_says_something_is_no_function_word(self) -> None:
        for word in ("tidak", "as", "us", "who", "satu", "not", "after"):
            self.assertEqual(read(word).passed_over, (), word)
