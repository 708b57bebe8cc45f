"""What a likeness may hold."""

from __future__ import annotations

from typing import Any

from django.test import TestCase

from articles.models import Article, Likeness
from tests.factories import make_article, stamp
from tests.models.rules import refused


class LikenessTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.one, cls.other = make_article("Satu"), make_article("Dua")

    one: Article
    other: Article

    def make(self, **fields: Any) -> Likeness:
        usual = {"one": self.one, "other": self.other, "kind": Likeness.Kind.SAME, "share": 1}
        return Likeness.objects.create(**stamp(), **{**usual, **fields})

    def test_two_articles_are_alike_once(self) -> None:
        self.make()
        with refused("likeness_once"):
            self.make(kind=Likeness.Kind.NEAR)

    def test_the_one_added_first_stands_first_and_none_is_like_itself(self) -> None:
        for one, other in ((self.other, self.one), (self.one, self.one)):
            with refused("likeness_in_order"):
                self.make(one=one, other=other)

    def test_a_share_is_a_part_of_a_whole(self) -> None:
        for wrong in (-0.1, 1.1):
            with refused("likeness_share_from_0_to_1"):
                self.make(share=wrong)

    def test_a_kind_is_one_of_two(self) -> None:
        with refused("likeness_kind_known"):
            self.make(kind="far")
