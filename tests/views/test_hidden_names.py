"""Whom a published fact names may have no page: the name stands there, and no link leads into nothing."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Article, Entity, RelayHop, Series
from tests.factories import make_article, make_entity, make_event, make_mention, make_quote, make_statistic

TEXT = ("Ana berkata kota aman bagi 40 orang.",)


class HiddenNameTests(TestCase):
    """One entity is named in a draft alone; another stands beside the same facts and in a published article."""

    article: Article
    hidden: Entity
    known: Entity

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=TEXT)
        cls.hidden = make_entity("Hantu", kind=Entity.Kind.PLACE)
        cls.known = make_entity("Kota Uji", kind=Entity.Kind.PLACE)
        make_mention(make_article("Naskah", paragraphs=TEXT, state=Article.State.DRAFT), cls.hidden, "kota")
        make_mention(cls.article, cls.known, "kota")

    def assert_name_alone(self, address: str, *, known: bool = True) -> None:
        """Check that the hidden one is named without a link, and that the other, where it is named, has one."""
        page = self.client.get(address)
        self.assertContains(page, "Hantu")
        self.assertNotContains(page, self.hidden.get_absolute_url())
        if known:
            self.assertContains(page, self.known.get_absolute_url())

    def test_the_place_participants_and_teller_of_an_event(self) -> None:
        event = make_event(self.article, "aman", place=self.hidden, reported_by=self.hidden)
        event.participants.set([self.hidden, self.known])
        self.assert_name_alone(event.get_absolute_url())
        self.assert_name_alone("/2024/03/01/", known=False)

    def test_those_who_speak_and_are_spoken_to_in_a_quote_and_the_hands_that_it_went_through(self) -> None:
        event = make_event(self.article, "kota")
        quote = make_quote(self.article, "kota aman", event=event, speaker=self.hidden, addressee=self.known)
        RelayHop.objects.create(quote=quote, position=0, role=RelayHop.Role.AGENCY, agent=self.hidden, stated=True)
        make_quote(self.article, "Ana", speaker=self.known, addressee=self.hidden, event=event)
        for address in (quote, event, self.article):
            with self.subTest(str(address)):
                self.assert_name_alone(address.get_absolute_url(), known=address != quote)
        self.assertContains(self.client.get(quote.get_absolute_url()), self.known.get_absolute_url())
        self.assert_name_alone(self.known.get_absolute_url(), known=False)
        self.assert_name_alone("/2024/03/01/")

    def test_where_a_figure_was_counted_and_who_stated_it(self) -> None:
        series = Series.objects.create(slug="uji", name="Test", unit="person", place=self.hidden)
        whole = make_statistic(
            40, article=self.article, place=self.hidden, stated_by=self.known, series=series, as_of="2024-05-05"
        )
        part = make_statistic(4, article=self.article, words="40", stated_by=self.hidden, out_of=whole)
        for address in (whole.get_absolute_url(), part.get_absolute_url(), "/statistics/"):
            with self.subTest(address):
                self.assert_name_alone(address)
        self.assert_name_alone(series.get_absolute_url(), known=False)
        self.assert_name_alone("/2024/03/01/", known=False)
