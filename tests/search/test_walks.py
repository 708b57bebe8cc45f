from __future__ import annotations

from datetime import date

import pytest
from django.test import TestCase

from articles.models import Article, Entity
from articles.search import walks
from articles.search.orders import ARTICLES, QUOTES, BadPlace
from tests.factories import make_article
from tests.search.few_rows import DAYS, ask, few, filters


class WalkTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        for number, day in enumerate(DAYS):
            make_article(f"Judul {number}", paragraphs=["Kota sepi."], published=day)

    def plain(self) -> list[int]:
        return list(Article.objects.public().newest_first().values_list("pk", flat=True))

    def test_steps_go_on_behind_each_other(self) -> None:
        for address in ("", "q=kota&sort=newest", "q=kota"):
            for most in (4, 100):
                with few(most=most):
                    met, after = [], ""
                    while True:
                        step = walks.step(filters(address), ask(address).sort, after=after, size=2)
                        met += step.keys
                        after = step.next
                        if not after:
                            break
                self.assertEqual(sorted(met), sorted(self.plain()), address)
                if address != "q=kota":
                    self.assertEqual(met, self.plain(), address)

    def test_a_walk_meets_every_row_once(self) -> None:
        for most in (4, 100):
            with few(most=most):
                parts = list(walks.walk(filters(""), "newest", size=2))
                self.assertEqual([key for part in parts for key in part], self.plain())
                best = [key for part in walks.walk(filters("q=kota"), "relevance", size=2) for key in part]
                self.assertEqual((len(best), set(best)), (len(DAYS), set(self.plain())))

    def test_a_walk_does_not_meet_what_is_added_before_its_place(self) -> None:
        with few(most=4):
            walk = walks.walk(filters(""), "newest", size=2)
            met = next(walk)
            make_article("Baru", published="2025-01-01")
            plain = self.plain()[:]
            self.assertEqual(met + [key for part in walk for key in part], [key for key in plain if key != max(plain)])

    def test_what_no_step_has_given_is_refused(self) -> None:
        for after in ("x", "best.", "best.-1", "best.99999", "2024-01-01"):
            with pytest.raises(BadPlace):
                walks.step(filters("q=kota"), "relevance", after=after, size=2)

    def test_names_are_walked_by_their_letters(self) -> None:
        make_article(mentioning=("Ana Wijaya", "Ani Wijaya"))
        step = walks.step(filters("q=Ana Wijaya", "entities"), "relevance", size=1)
        again = walks.step(filters("q=Ana Wijaya", "entities"), "relevance", after=step.next, size=1)
        found = Entity.objects.in_bulk(step.keys + again.keys)
        self.assertEqual([found[key].name for key in step.keys + again.keys], ["Ana Wijaya", "Ani Wijaya"])


class PlaceTests(TestCase):
    def test_a_place_is_read_as_it_was_written(self) -> None:
        for order, place in (
            (ARTICLES["newest"], (date(2023, 12, 6), 123)),
            (ARTICLES["oldest"], (None, 123)),
            (QUOTES["newest"], (date(2023, 12, 6), 7, 2, 9)),
        ):
            self.assertEqual(order.read(order.write(place)), place)
        self.assertEqual(ARTICLES["newest"].write((date(2023, 12, 6), 123)), "2023-12-06.123")
