"""Quotes, the way that their words took, and links between them."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Anchor, Article, Entity, Quote, QuoteLink, RelayHop
from tests.factories import anchor, make_article, make_entity, make_mention, make_quote, stamp
from tests.models.rules import refused


class QuoteTests(TestCase):
    article: Article
    ana: Entity
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Kata Ana: Budi datang. Ia senang.",))
        cls.ana = make_entity("Ana")
        cls.quote = make_quote(cls.article, "Budi datang", speaker=cls.ana)

    def hop(self, **fields: object) -> RelayHop:
        given = {"position": 0, "role": RelayHop.Role.AGENCY, "agent": self.ana, "stated": True}
        return RelayHop.objects.create(quote=self.quote, **given | fields)

    def test_numbers_are_given_once_in_an_article(self) -> None:
        with refused("quote_number_unique_in_article"):
            Quote.objects.create(article=self.article, number=1, type=Quote.Type.DIRECT, **stamp())
        other = make_article("Lain", paragraphs=("Ia senang.",))
        self.assertEqual(make_quote(other, "Ia senang").number, 1)

    def test_hops_have_one_place_each_on_the_way(self) -> None:
        self.hop()
        with refused("hop_position_unique_in_quote"):
            self.hop(role=RelayHop.Role.PUBLISHER)

    def test_a_hop_that_the_article_states_has_a_name(self) -> None:
        with refused("hop_stated_names_its_agent"):
            self.hop(agent=None)
        self.assertIsNone(self.hop(agent=None, stated=False).agent)

    def test_a_hop_that_an_editor_inferred_rests_on_no_words(self) -> None:
        words = anchor(self.article, "Ana", Anchor.Role.RELAY, quote=self.quote)
        with refused("hop_inferred_has_no_evidence"):
            self.hop(stated=False, evidence=words)
        self.assertEqual(self.hop(evidence=words).evidence, words)

    def test_a_link_joins_two_quotes_once_of_each_type(self) -> None:
        second = make_quote(self.article, "Ia senang")
        link = {"from_quote": second, "to_quote": self.quote, "type": QuoteLink.Type.CONTINUES, **stamp()}
        QuoteLink.objects.create(**link)
        QuoteLink.objects.create(**link | {"type": QuoteLink.Type.SUPPORTS})
        with refused("quote_link_once"):
            QuoteLink.objects.create(**link)
        with refused("quote_link_joins_two"):
            QuoteLink.objects.create(**link | {"from_quote": self.quote})

    def test_a_quote_is_about_whom_its_own_words_name(self) -> None:
        budi, tiada = make_entity("Budi"), make_entity("Tiada")
        make_mention(self.article, budi, "Budi")
        make_mention(self.article, self.ana, "Ana")
        about = Quote.objects.about
        self.assertEqual(list(about(Entity.objects.filter(pk=budi.pk))), [self.quote])
        self.assertEqual(list(about(Entity.objects.filter(pk=self.ana.pk))), [], "Ana stands before the quote")
        self.assertEqual(list(about(Entity.objects.filter(pk=tiada.pk))), [])

    def test_a_name_inside_another_name_makes_no_quote_be_about_it(self) -> None:
        budi = make_entity("Budi")
        make_mention(self.article, budi, "Budi", nested=True)
        self.assertEqual(list(Quote.objects.about(Entity.objects.filter(pk=budi.pk))), [])

    def test_a_relay_is_stated_or_inferred_and_can_be_asked_for_as_such(self) -> None:
        tass, kremlin = make_entity("TASS"), make_entity("Kremlin")
        self.hop(agent=tass)
        self.hop(agent=kremlin, position=1, stated=False)
        self.assertEqual(self.through(tass), [self.quote])
        self.assertEqual(self.through(kremlin), [self.quote])
        self.assertEqual(self.through(tass, stated=True), [self.quote])
        self.assertEqual(self.through(kremlin, stated=True), [])
        self.assertEqual(self.through(kremlin, stated=False), [self.quote])

    def through(self, agent: Entity, *, stated: bool | None = None) -> list[Quote]:
        return list(Quote.objects.relayed_by(Entity.objects.filter(pk=agent.pk), stated=stated))
