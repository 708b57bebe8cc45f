from __future__ import annotations

from django.db import connection
from django.http import QueryDict
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext

from articles.models import Anchor, Article, Entity, Printing, Quote, Statistic, Status
from articles.search.cards import Card, Line, cards
from articles.search.query import parse
from tests.factories import anchor, make_article, make_entity, make_mention, make_quote, make_statistic

TEXT = "Kata Ana, “Hujan lebat turun,” dan 12 orang yang basah pulang dari kota. Hujan reda."


def card(article: Article, words: str) -> Card:
    (shown,) = cards([article], parse(words))
    return shown


def line(article: Article, words: str) -> Line:
    (shown,) = card(article, words).lines
    return shown


def text(shown: Line) -> str:
    return "".join(f"[{words}]" if hit else words for words, hit in shown.snippet.segments)


class QuoteTests(TestCase):
    ana: Entity
    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = make_entity("Ana Wijaya")
        cls.article = make_article(paragraphs=[TEXT])
        make_mention(cls.article, cls.ana, "Ana")
        cls.quote = make_quote(cls.article, "Hujan lebat turun", speaker=cls.ana, type=Quote.Type.DIRECT)

    def test_words_found_in_a_quote_are_shown_as_that_quote_with_its_speaker(self) -> None:
        shown = line(self.article, "lebat")
        self.assertEqual((text(shown), shown.told.quote), ("Hujan [lebat] turun", self.quote))
        assert shown.told.quote
        self.assertEqual((shown.told.quote.speaker, self.ana.pk), (self.ana, shown.told.quote.speaker_id))

    def test_a_quote_keeps_the_quotation_marks_that_the_paper_prints(self) -> None:
        anchor(self.article, "“Hujan lebat turun,”", Anchor.Role.PRINTED, quote=self.quote)
        self.assertEqual(text(line(self.article, "hujan lebat")), "“[Hujan] [lebat] turun,”")

    def test_words_beside_a_quote_are_shown_as_they_stand(self) -> None:
        shown = line(self.article, "reda")
        self.assertEqual((shown.told.quote, text(shown)), (None, TEXT.replace("reda", "[reda]")))

    def test_a_quote_that_readers_may_not_see_is_not_told(self) -> None:
        Quote.objects.filter(pk=self.quote.pk).update(status=Status.REJECTED)
        self.assertIsNone(line(self.article, "lebat").told.quote)

    def test_what_no_editor_has_confirmed_is_told_as_long_as_the_setting_shows_it(self) -> None:
        Quote.objects.filter(pk=self.quote.pk).update(status=Status.SUGGESTED, decided_at=None)
        self.assertContains(self.client.get("/search/?q=lebat"), "state unreviewed")
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertIsNone(line(self.article, "lebat").told.quote)

    def test_who_says_it_is_a_link_and_the_words_lead_to_their_place(self) -> None:
        page = self.client.get("/search/?q=lebat")
        self.assertContains(page, '<a class="by-who" href="/people/ana-wijaya/">Ana Wijaya</a>', html=True)
        self.assertContains(page, f'{self.article.get_absolute_url()}?q=lebat#b1">Hujan <mark>lebat</mark> turun</a>')


class FigureTests(TestCase):
    article: Article
    statistic: Statistic

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=[TEXT])
        cls.statistic = make_statistic(12, "people who went home", article=cls.article)

    def test_a_number_that_was_asked_for_is_shown_with_its_figure(self) -> None:
        for words in ("12", "number:12", '"12 orang"'):
            self.assertEqual(line(self.article, words).told.statistic, self.statistic, words)
        self.assertIsNone(line(self.article, "pulang").told.statistic)

    def test_words_of_its_phrase_are_shown_with_it_unless_a_quote_has_them(self) -> None:
        printing = Printing.objects.get(statistic=self.statistic)
        anchor(self.article, "12 orang yang basah", Anchor.Role.PHRASE, printing=printing)
        self.assertEqual(line(self.article, "basah").told.statistic, self.statistic)
        quote = make_quote(self.article, "12 orang yang basah pulang")
        self.assertEqual(line(self.article, "basah").told.quote, quote)
        self.assertEqual(line(self.article, "12 orang").told.statistic, self.statistic)

    def test_of_a_long_text_the_sentence_that_prints_the_figure_is_shown(self) -> None:
        article = make_article(paragraphs=[f"Hujan turun. {'Kota itu sepi. ' * 20}Sebanyak 12 orang kehujanan."])
        make_statistic(12, "people who got wet", article=article)
        self.assertEqual(text(line(article, "hujan 12")), "Sebanyak [12] orang [kehujanan].")

    def test_a_figure_that_readers_may_not_see_is_not_told(self) -> None:
        Printing.objects.update(status=Status.REJECTED)
        self.assertIsNone(line(self.article, "12").told.statistic)


class GrowthTests(TestCase):
    def add(self, count: int) -> list[Article]:
        articles = []
        for number in range(count):
            article = make_article(paragraphs=[TEXT, f"“Hujan {number}”"])
            make_quote(article, "Hujan lebat turun", speaker=make_entity(f"Orang {number}"))
            make_statistic(12, "people", article=article)
            articles.append(article)
        return articles

    def test_queries_do_not_grow_with_the_articles(self) -> None:
        articles = list(Article.objects.for_cards().filter(pk__in=[one.pk for one in self.add(10)]))
        with CaptureQueriesContext(connection) as few:
            cards(articles, parse("lebat OR 12"))
        more = list(Article.objects.for_cards().filter(pk__in=[one.pk for one in self.add(10)]))
        with self.assertNumQueries(len(few)):
            shown = cards([*articles, *more], parse("lebat OR 12"))
        self.assertEqual(sum(len(one.lines) for one in shown), 20)


class WayTests(TestCase):
    def test_the_address_of_an_article_tells_the_whole_list_for_the_way_back(self) -> None:
        article = make_article("Banjir", mentioning=("Ana Wijaya",))
        page = self.client.get("/search/?actor=ana-wijaya&sort=newest&q=banjir&page=1")
        way = "?q=banjir&amp;actor=ana-wijaya&amp;sort=newest&amp;page=1"
        self.assertContains(page, f"{article.get_absolute_url()}{way}#hit-1")
        shown = self.client.get(article.get_absolute_url(), QueryDict("q=banjir&actor=ana-wijaya&page=1").dict())
        self.assertContains(shown, "/search/?q=banjir&amp;actor=ana-wijaya&amp;page=1")
