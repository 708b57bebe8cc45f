from __future__ import annotations

from unittest.mock import patch

from django.test import TestCase

from articles.search import ranking
from articles.search.matching import rank
from tests.factories import make_article, make_quote
from tests.search.few_rows import few, filters, page, walked


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
        rows = asked.found().annotate(best=rank("vector", asked.ranking())).order_by("-best", "-newest", "-pk")
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
