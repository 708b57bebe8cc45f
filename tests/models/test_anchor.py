"""An anchor holds the very words that it points to, for one fact."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Anchor, Article, Block, Entity, Mention
from tests.factories import anchor, make_article, make_entity, make_event, make_mention, make_quote, stamp
from tests.models.rules import refused

NO_SUCH_PLACE = 10_000


class AnchorTests(TestCase):
    article: Article
    ana: Entity
    mention: Mention
    block: Block

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Walikota Ana tiba — lalu 👋 pergi.",))
        cls.ana = make_entity("Ana")
        cls.mention = make_mention(cls.article, cls.ana, "Ana")
        cls.block = Block.objects.get(version=cls.article.current, type=Block.Type.PARAGRAPH)

    def point(self, start: int, end: int, exact: str, **fact: object) -> Anchor:
        return Anchor.objects.create(block=self.block, start=start, end=end, exact=exact, role=Anchor.Role.NAME, **fact)

    def test_it_holds_the_very_words_of_its_block(self) -> None:
        with refused("anchor_exact_is_in_block"):
            self.point(9, 12, "Ani", mention=self.mention)
        with refused("anchor_exact_is_in_block"):
            self.point(9, 12, "ana", mention=self.mention)
        with refused("anchor_exact_is_in_block"):
            self.point(10, 13, "Ana", mention=self.mention)
        with refused("anchor_exact_is_in_block"):
            self.point(NO_SUCH_PLACE, NO_SUCH_PLACE + 3, "Ana", mention=self.mention)

    def test_it_may_not_reach_beyond_the_end_of_its_block(self) -> None:
        length = len(self.block.text)
        with refused("anchor_exact_is_in_block"):
            self.point(length - 1, length + 1, ". ", mention=self.mention)

    def test_places_count_code_points_not_bytes(self) -> None:
        start = self.block.text.index("pergi")
        self.assertEqual(self.point(start, start + 5, "pergi", mention=self.mention).exact, "pergi")

    def test_no_update_may_part_it_from_its_words(self) -> None:
        mine = Anchor.objects.filter(mention=self.mention)
        headline = Block.objects.get(version=self.article.current, type=Block.Type.HEADLINE)
        for change in ({"exact": "Ani"}, {"start": 8}, {"end": 13}, {"block": headline}):
            with self.subTest(str(change)), refused("anchor_exact_is_in_block"):
                mine.update(**change)
        self.assertEqual(mine.update(start=0, end=8, exact="Walikota"), 1)

    def test_it_holds_at_least_one_character(self) -> None:
        with refused("anchor_holds_words"):
            self.point(9, 9, "", mention=self.mention)

    def test_it_is_evidence_for_one_fact(self) -> None:
        quote = make_quote(self.article, "Ana tiba")
        event = make_event(self.article, "tiba")
        with refused("anchor_of_exactly_one_fact"):
            self.point(9, 12, "Ana")
        with refused("anchor_of_exactly_one_fact"):
            self.point(9, 12, "Ana", mention=self.mention, quote=quote)
        with refused("anchor_of_exactly_one_fact"):
            self.point(9, 12, "Ana", event=event, quote=quote)
        with refused("anchor_of_exactly_one_fact"):
            Anchor.objects.filter(quote=quote).update(event=event)

    def test_the_words_that_a_fact_rests_on_go_with_the_fact(self) -> None:
        mention = Mention.objects.create(article=self.article, entity=self.ana, form=Mention.Form.FULL, **stamp())
        anchor(self.article, "Ana", Anchor.Role.NAME, mention=mention)
        mention.delete()
        self.assertEqual(Anchor.objects.filter(exact="Ana").count(), 1)
