from __future__ import annotations

from itertools import permutations

import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.search.query import MOST_CHARACTERS, BadQuery, Query, parse
from articles.text.analysis import Field, tsvector


def read(text: str) -> Query:
    query = parse(text)
    assert query is not None
    return query


def refusal(text: str) -> BadQuery:
    with pytest.raises(BadQuery) as caught:
        parse(text)
    return caught.value


class QueryReadingTests(TestCase):
    def finds(self, text: str, document: str, *, any_word: bool = False, language: str = "id") -> bool:
        with connection.cursor() as cursor:
            asked = read(text).tsquery(any_word=any_word)
            vector = tsvector([Field(document, "D")], language)
            cursor.execute("SELECT %s::tsvector @@ %s::tsquery", [vector, asked])
            return bool(cursor.fetchone()[0])

    def assert_finds(self, text: str, document: str, *, language: str = "id") -> None:
        self.assertTrue(self.finds(text, document, language=language), f"{text} should find {document}")

    def assert_misses(self, text: str, document: str, *, language: str = "id") -> None:
        self.assertFalse(self.finds(text, document, language=language), f"{text} should not find {document}")

    def test_a_word_finds_all_of_its_family(self) -> None:
        for family in (
            "tawarkan menawarkan",
            "mengatakan dikatakan",
            "menewaskan tewas",
            "evakuasi dievakuasi mengevakuasi",
        ):
            for typed, printed in permutations(family.split(), 2):
                self.assert_finds(typed, f"Putin {printed} bantuan")
        self.assert_finds("negotiate", "Talks were negotiated by envoys.", language="en")
        self.assert_finds("killing", "Two people were killed.", language="en")

    def test_a_word_that_only_looks_built_finds_no_other(self) -> None:
        self.assert_misses("menteri", "ikan teri")
        self.assert_misses("teri", "Menteri dan kementerian")
        self.assert_misses("beruang", "uang")
        self.assert_misses("undangan", "undang-undang")

    def test_a_name_finds_itself_alone(self) -> None:
        self.assert_finds("Medvedev", "Dmitry Medvedev")
        self.assert_misses("medved", "Dmitry Medvedev")
        self.assert_misses("hama", "Hamas")
        self.assert_misses("bekas", "Bekasi")
        self.assert_finds("Prabowo", "Prabowonya")

    def test_what_is_excluded_is_excluded_in_all_its_forms(self) -> None:
        for printed in ("dievakuasi", "mengevakuasi", "Evakuasi"):
            self.assert_misses("-dievakuasi", f"Warga {printed}")
            self.assert_misses("gaza -dievakuasi", f"Warga Gaza {printed}")
        self.assert_finds('-"dievakuasi"', "Warga mengevakuasi")
        self.assert_misses("-killing", "Killed in Gaza", language="en")

    def test_in_quotation_marks_or_with_a_star_a_word_is_found_as_printed(self) -> None:
        self.assert_misses('"evakuasi"', "Warga dievakuasi")
        self.assert_misses('"bantuan evakuasi"', "membantu mengevakuasi")
        self.assert_finds('"dievakuasi"', "Warga dievakuasi")
        self.assert_misses("tawar*", "Putin menawarkan")

    def test_a_word_printed_twice_means_as_much_as_once(self) -> None:
        self.assert_finds("angka-angka", "Angkanya berubah")
        self.assert_finds("angka", "angka-angka itu")
        self.assert_finds("bantu-membantu", "Mereka dibantu")
        self.assert_misses("undang-undang", "Ia undang tamu")

    def test_all_words_are_required_in_any_order_and_case(self) -> None:
        self.assert_finds("GAZA evakuasi", "Evakuasi dari Gaza")
        self.assert_misses("gaza evakuasi", "Perang di Gaza")

    def test_a_phrase_stands_as_typed(self) -> None:
        self.assert_finds('"warga Rusia"', "evakuasi warga Rusia")
        self.assert_misses('"warga Rusia"', "warga negara Rusia")
        self.assert_finds("“warga Rusia”", "evakuasi warga Rusia")

    def test_or_joins_its_neighbours(self) -> None:
        self.assert_finds("gaza rusia OR moskow", "Gaza dan Moskow")
        self.assert_misses("gaza rusia OR moskow", "Moskow")

    def test_what_is_excluded_is_left_out(self) -> None:
        self.assert_finds("gaza -hamas", "Gaza")
        self.assert_misses("gaza -hamas", "Gaza dan Hamas")
        self.assert_misses('gaza -"warga Rusia"', "warga Rusia di Gaza")
        self.assert_finds('gaza -"warga Rusia"', "warga negara Rusia di Gaza")
        self.assert_misses("gaza -(hamas OR israel)", "Gaza dan Israel")

    def test_a_minus_inside_or_after_a_word_excludes_nothing(self) -> None:
        self.assert_finds("angka-angka", "angka-angka itu")
        self.assert_finds("Rusia - Israel", "Rusia dan Israel")

    def test_a_star_finds_words_that_begin_so(self) -> None:
        self.assert_finds("evaku*", "evakuasi")
        self.assert_misses("evaku*", "dievakuasi")

    def test_brackets_group(self) -> None:
        self.assert_finds("(gaza rusia) OR moskow", "Moskow")
        self.assert_misses("(gaza rusia) OR moskow", "Gaza")

    def test_and_in_capitals_joins_what_is_joined_anyway(self) -> None:
        self.assert_finds("gaza AND rusia", "Rusia, Gaza")

    def test_a_number_is_found_however_it_is_printed(self) -> None:
        for typed in ("1100", "1.100", "1,100", '"1.100 orang"'):
            self.assert_finds(typed, "sekitar 1.100 orang")
        for typed in ("1,1 juta", "1.100.000", "1.1 million", '"1,1 juta orang"'):
            self.assert_finds(typed, "sekitar 1,1 juta orang")
        self.assert_finds("seribu seratus", "1.100 orang")
        self.assert_finds('"seribu seratus"', "seribu seratus orang")
        self.assert_misses('"seribu seratus"', "1.100 orang")
        self.assert_finds("1100", "seribu seratus orang")
        self.assert_finds("Rp 2,5 triliun", "sebesar Rp2,5 triliun.")
        self.assert_misses("gaza -1,1 juta", "Gaza, 1.100.000 orang")

    def test_initials_are_found_with_and_without_points(self) -> None:
        for typed, printed in permutations(("BNPB", "B.N.P.B."), 2):
            self.assert_finds(typed, f"Menurut {printed}, korban bertambah")

    def test_a_day_is_found_however_it_is_printed(self) -> None:
        for typed in ("10 Desember 2023", "10/12/2023", "2023-12-10", "December 10, 2023"):
            self.assert_finds(typed, "Ahad (10/12/2023)")
        self.assert_finds("telepon 10/12/2023 Netanyahu", "telepon dengan Netanyahu pada 10 Desember 2023")
        self.assert_misses("-10 Desember 2023", "Ahad (10/12/2023)")
        self.assert_finds('"pada 10 Desember 2023 lalu"', "pada 10/12/2023 lalu")

    def test_any_word_widens_and_still_excludes(self) -> None:
        self.assertTrue(self.finds("gaza moskow -hamas", "Moskow", any_word=True))
        self.assertFalse(self.finds("gaza moskow -hamas", "Moskow dan Hamas", any_word=True))

    def test_quotation_marks_and_brackets_left_open_end_with_the_text(self) -> None:
        self.assert_misses('"warga Rusia', "warga negara Rusia")
        self.assert_finds("(gaza (rusia", "Rusia, Gaza")
        self.assert_finds("gaza) rusia)", "Rusia, Gaza")

    def test_signs_beside_words_are_passed_over(self) -> None:
        self.assert_finds("gaza 😀 & | ! <-> :* '", "Gaza")

    def test_excluding_alone_finds_the_rest(self) -> None:
        self.assert_finds("-hamas", "Gaza")

    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.one_of(
            st.text(max_size=60).map(lambda text: text.replace("\x00", "")),
            st.lists(
                st.sampled_from(['"', "“", "(", ")", "-", "*", "OR", "AND", "gaza", "1.100", "'", "\\", "10/12/2023"])
            ).map(" ".join),
            st.text(alphabet="\"()-*OR a'\\:&|!<>1.,/–−’ʼ", max_size=60),
        )
    )
    @example("((((((((((((a")
    @example("-" * 200)
    @example("(" * 256)
    def test_no_string_raises_anything_but_a_bad_query_and_postgresql_takes_the_rest(self, text: str) -> None:
        try:
            query = parse(text)
        except BadQuery as bad:
            self.assertTrue(bad.message)
            self.assertLessEqual(bad.place, len(text))
            return
        if query is not None:
            for any_word in (False, True):
                with connection.cursor() as cursor:
                    cursor.execute("SELECT %s::tsquery IS NOT NULL", [query.tsquery(any_word=any_word)])
            for clause in query.clauses:
                if rest := query.without(clause):
                    self.assertEqual(read(rest.text).tsquery(), rest.tsquery())


class QueryRefusalTests(TestCase):
    def test_nothing_typed_is_no_query(self) -> None:
        for text in ("", "   ", "\u00a0"):
            self.assertIsNone(parse(text))

    def test_what_holds_no_word_is_refused(self) -> None:
        for text in ("-", "*", '""', "()", "😀", "AND", "&&&", '-"'):
            self.assertIn("nothing here that can be searched", refusal(text).message)

    def test_an_or_needs_two_sides_and_its_place_is_told(self) -> None:
        self.assertEqual(refusal("OR gaza").place, 0)
        self.assertEqual(refusal("gaza OR").place, 5)
        self.assertEqual(refusal("gaza OR OR rusia").place, 5)
        self.assertEqual(refusal("(gaza OR) rusia").place, 6)

    def test_a_star_needs_two_letters(self) -> None:
        self.assertIn("2 letters", refusal("e*").message)

    def test_too_long_too_many_too_deep(self) -> None:
        self.assertIn("256 characters; this one has 257", refusal("a" * (MOST_CHARACTERS + 1)).message)
        self.assertIn("32 words; this one has 33", refusal(" ".join(["ab"] * 33)).message)
        self.assertIn("8 deep", refusal("(" * 9 + "gaza").message)


class QueryPartsTests(TestCase):
    def test_each_clause_can_be_taken_out_of_the_text(self) -> None:
        query = read('evakuasi "warga  Rusia" ) -hamas AND gaza OR moskow')
        self.assertEqual(
            [rest.text for clause in query.clauses if (rest := query.without(clause))],
            [
                '"warga  Rusia" -hamas gaza OR moskow',
                "evakuasi -hamas gaza OR moskow",
                'evakuasi "warga  Rusia" gaza OR moskow',
                'evakuasi "warga  Rusia" -hamas',
            ],
        )

    def test_only_what_is_asked_for_is_marked(self) -> None:
        self.assertEqual([term.printed for term in read('gaza -hamas "warga Rusia"').terms], ["gaza", "warga Rusia"])

    def test_words_are_what_names_are_compared_with(self) -> None:
        self.assertEqual(read('"Maria Zakharova" -tass OR putin').words, "Maria Zakharova putin")
