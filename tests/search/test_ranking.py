from __future__ import annotations

from unittest.mock import patch

from django.test import TestCase

from articles.models import Article
from articles.search import list_filter, ranking
from articles.search.counts import Count
from tests.factories import make_article, make_quote
from tests.search.few_rows import few, filters, names, page, walked


class RelevanceTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        for number in range(12):
            make_article(
                "Gempa besar" if number % 4 == 0 else f"Rapat {number}",
                paragraphs=[f"Kota sepi {'gempa ' * (number % 5)}.", "Soal gempa."],
                published=f"2024-01-{number + 1:02}",
            )

    def exhaustive(self, query: str = "gempa") -> list[int]:
        asked = filters(f"q={query}")
        rows = asked.found().annotate(best=asked.nearness("vector")).order_by("-best", "-newest", "-pk")
        return list(rows.values_list("pk", flat=True))

    def keys(self, address: str) -> list[int]:
        return [row.pk for row in page(address)]

    def test_all_that_is_found_is_compared_by_all_its_words_where_that_is_not_much(self) -> None:
        for query in ("gempa", "gempa kota", "gempa -besar"):
            self.assertEqual(self.keys(f"q={query}"), self.exhaustive(query), query)

    def test_of_more_the_best_come_first_and_then_the_newest_each_once(self) -> None:
        for most in (100, 4):
            with few(most=most, best=4, size=4, numbered=2):
                first = self.keys("q=gempa")
                self.assertEqual(set(first[:3]), set(self.exhaustive()[:3]))
                walk = [page("q=gempa"), page("q=gempa&page=2")]
                while walk[-1].has_next:
                    one = walk[-1]
                    further = f"after={one.after}" if one.after else f"page={one.next_page_number}"
                    walk.append(page(f"q=gempa&{further}"))
                met = [row for one in walk for row in one]
                self.assertEqual(len({row.pk for row in met}), 12)
                self.assertEqual(len(met), 12)
                rest = [row.published for row in met[4:]]
                self.assertEqual(rest, sorted(rest, reverse=True))
                self.assertEqual([one.behind_best for one in walk], [False, True, True])

    def test_where_very_many_are_expected_they_are_counted_before_they_are_compared(self) -> None:
        with few(most=4, best=4, size=4):
            before = [row.pk for row in page("q=gempa")]
            with patch.object(ranking, "guessed", lambda _rows: 1_000_000):
                self.assertEqual([row.pk for row in page("q=gempa")], before)
        with patch.object(ranking, "guessed", lambda _rows: 1_000_000):
            self.assertEqual(self.keys("q=gempa"), self.exhaustive())  # and there are fewer

    def test_words_in_a_headline_win_over_words_that_stand_side_by_side_in_a_text(self) -> None:
        headed = make_article(
            "Izin empat tambang akhirnya dicabut", paragraphs=["Kabar hari ini. " + "Lain lagi. " * 80]
        )
        make_article("Kabar kota", paragraphs=["Izin tambang dicabut, kata warga."] * 6)
        self.assertEqual(self.keys("q=izin+tambang+dicabut")[0], headed.pk)

    def test_words_side_by_side_win_over_the_same_words_apart(self) -> None:
        near = make_article(
            "Kabar", paragraphs=["Satu pagi warga membawa perahu karet kuning pulang."], published="2020"
        )
        make_article(
            "Kabar", paragraphs=["Perahu itu dibawa warga pulang pagi, katanya karet kuning."], published="2021"
        )
        self.assertEqual(self.keys("q=perahu+karet")[0], near.pk)

    def test_phrases_are_counted_less_far_and_each_row_is_met_once(self) -> None:
        for number in range(6):
            if number % 2:
                make_article("Kota sepi sekali", paragraphs=["Lain."])
            else:
                make_article(f"Kabar {number}", paragraphs=["Lain.", "Lagi.", f"Kini kota sepi {number}."])
        make_article("Sepi", paragraphs=["Sepi kota ini."])
        asked = filters('q="kota sepi"')
        self.assertEqual(set(asked.read_last()), set(asked.found()))
        self.assertEqual(set(asked.by_lead()) - set(asked.found()), set())
        self.assertEqual(page('q="kota sepi"').total, Count(18))
        for sort in ("", "&sort=newest", "&sort=oldest"):
            for most in (2, 16):  # fewer than hold it in their leads, or than hold it at all
                with patch.object(list_filter, "MOST_READ", most), patch.object(ranking, "WHOLE", 2):
                    one = page(f'q="kota sepi"{sort}')
                    self.assertEqual(one.total, Count(most, more=True), (sort, most))
                    self.assertEqual({row.pk for row in one}, {row.pk for row in asked.found()}, (sort, most))
                    self.assertEqual(len(one), 18)

    def test_where_any_of_the_words_is_enough_rows_are_compared_by_their_leads(self) -> None:
        told = {"q=gempa": True, "q=gempa+OR+rapat": True, "q=gempa+rapat&match=any": True, "q=gempa&topic=": True}
        told |= {"q=gempa+rapat": False, "q=gempa+-rapat": False, "q=-rapat": False, "": False}
        self.assertEqual({address: filters(address).any_suffices for address in told}, told)

    def test_of_more_leads_than_are_compared_any_are(self) -> None:
        with few(most=4, best=4, size=4), patch.object(ranking, "COMPARED", 2):
            self.assertEqual(sorted(walked("q=gempa")), sorted(names(Article.objects.all())))

    def test_what_is_equally_good_comes_newest_first(self) -> None:
        make_article("Banjir", paragraphs=["Sama."], published="2023-01-01")
        make_article("Banjir", paragraphs=["Sama."], published="2023-01-03")
        make_article("Banjir", paragraphs=["Sama."], published="2023-01-02")
        self.assertEqual([row.published for row in page("q=banjir")], ["2023-01-03", "2023-01-02", "2023-01-01"])

    def test_where_no_word_is_wanted_the_newest_come_first(self) -> None:
        self.assertEqual([row.published for row in page("q=-besar")][:2], ["2024-01-12", "2024-01-11"])

    def test_quotes_have_no_leads_and_the_best_of_the_newest_come_first(self) -> None:
        for number in range(6):
            article = make_article(paragraphs=["Ia bilang kota aman. Lalu kota aman dan ramai."])
            make_quote(article, "kota aman" if number % 2 else "kota aman dan ramai", said=f"2024-03-0{number + 1}")
        with few(most=4, best=4, size=4):
            self.assertEqual(len(set(walked("q=kota", "quotes"))), 1)  # all are the first of their articles
            self.assertEqual(len(walked("q=kota", "quotes")), 6)
