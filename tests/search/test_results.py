from __future__ import annotations

from unittest import mock

import pytest
from django.http import Http404, QueryDict
from django.test import TestCase

from articles.models import Article, Entity, Quote, Statistic, Status
from articles.search import conditions
from articles.search.address import Address
from articles.search.budget import Budget
from articles.search.counts import Count
from articles.search.filters import ArticleFilter
from articles.search.kinds import KINDS
from articles.search.results import Results, cards, listing, search
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic, make_topic


def ask(address: str) -> Results:
    return search(QueryDict(address))


def headlines(address: str) -> list[str]:
    return [str(card.article) for card in ask(address).cards]


class OrderTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        make_article("Hujan", paragraphs=["Gempa di kota."], published="2023-01-01")
        make_article("Gempa", paragraphs=["Kota berguncang."], published="2021-01-01")
        make_article("Rapat", paragraphs=["Soal gempa."], published="")

    def test_words_put_the_best_first_unless_another_order_is_asked_for(self) -> None:
        self.assertEqual(headlines("q=gempa")[0], "Gempa")
        self.assertEqual(headlines("q=gempa&sort=newest"), ["Hujan", "Gempa", "Rapat"])
        self.assertEqual(headlines("q=gempa&sort=oldest"), ["Gempa", "Hujan", "Rapat"])

    def test_without_words_the_newest_come_first(self) -> None:
        self.assertEqual(headlines(""), ["Hujan", "Gempa", "Rapat"])
        self.assertEqual(headlines("sort=relevance"), ["Hujan", "Gempa", "Rapat"])

    def test_the_orders_offered_are_those_that_mean_something(self) -> None:
        offered = [(sort.name, sort.url, sort.chosen) for sort in ask("q=gempa&page=1").listing.sorts]
        self.assertEqual(
            offered,
            [
                ("relevance", "?q=gempa", True),
                ("newest", "?q=gempa&sort=newest", False),
                ("oldest", "?q=gempa&sort=oldest", False),
            ],
        )
        self.assertEqual([sort.name for sort in ask("").listing.sorts], ["newest", "oldest"])


class PageTests(TestCase):
    def test_twenty_to_a_page_without_gap_or_overlap(self) -> None:
        for number in range(25):
            make_article(f"Judul {number:02}", published="2024-03-01")
        both = headlines("") + headlines("page=2")
        self.assertEqual((len(both), len(set(both)), len(headlines(""))), (25, 25, 20))
        with pytest.raises(Http404, match="2 pages"):
            ask("page=3")

    def test_the_first_page_of_nothing_exists(self) -> None:
        self.assertEqual(ask("page=1").listing.total.number, 0)

    def test_a_list_can_be_narrowed_beforehand(self) -> None:
        article = make_article(paragraphs=["Air naik. Hujan turun."])
        ana = make_entity("Ana Wijaya")
        make_quote(article, "Air naik", speaker=ana)
        make_quote(article, "Hujan turun")
        make_mention(article, ana, "Air")
        mine = listing("quotes", QueryDict(""), within=Quote.objects.public().filter(speaker=ana))
        self.assertEqual((mine.total.number, [facet.values[0].count for facet in mine.facets]), (1, [1, 1, 1, 1]))


class SentenceTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        article = make_article("Banjir", mentioning=("Ana Wijaya", "Budi Santoso"), published="2023-12-06")
        make_mention(article, make_entity("Kota Uji", kind=Entity.Kind.PLACE), "kota")
        make_topic("local:air", label="Air", article=article)

    def say(self, address: str) -> str:
        sentence = ask(address).sentence
        assert sentence
        return f"{sentence.count} {sentence.found_by}".strip()

    def test_every_condition_is_said(self) -> None:
        for address, said in {
            "": "1 article",
            "q=banjir -gempa -api": "1 article holding “banjir”, without “gempa” or “api”",
            'q="dewan kota" OR banj*': "1 article holding “dewan kota” or words that begin with “banj”",
            "q=banjir gempa&match=any": "1 article holding “banjir” or “gempa”",
            "actor=ana-wijaya&actor=budi-santoso": "1 article naming Ana Wijaya and Budi Santoso",
            "actor=ana-wijaya&actor=budi-santoso&actor_match=any": "1 article naming Ana Wijaya or Budi Santoso",
            "not_actor=ana-wijaya": "0 articles not naming Ana Wijaya",
            "place=kota-uji&topic=local-air": "1 article naming the place Kota Uji, on Air",
            "publisher=koran-uji&language=id": "1 article from Koran Uji, in Indonesian",
            "not_publisher=koran-uji": "0 articles not from Koran Uji",
            "reviewed=yes": "1 article reviewed",
            "reviewed=no&notes=1": "0 articles not reviewed yet, reference notes included",
            "from=2023-12&to=2023-12": "1 article published December 2023",
            "from=2023-12-06": "1 article published from 6 December 2023",
            "to=2023": "1 article published until 2023",
            "from=2022&to=6/12/2023": "1 article published 2022 to 6 December 2023",
            "date=said&from=2023": "0 articles said from 2023",
            "kind=quotes&type=direct&said_by=ana-wijaya": "0 quotes direct, said by Ana Wijaya",
            "kind=statistics&number=1.100": "0 figures with the number 1.100",
            "kind=statistics&to=2023": "0 figures as of 2023 or earlier",
            "kind=entities&q=Ana -Budi": "1 name spelt like “Ana”",
        }.items():
            self.assertEqual(self.say(address), said, address)


class ConditionTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        make_article("Banjir", paragraphs=["Air naik."], mentioning=("Ana Wijaya",), published="2023-12-06")
        make_article("Banjir", paragraphs=["Air surut."], published="2021-01-01")
        make_article("Gempa", paragraphs=["Air keruh."], mentioning=("Ana Wijaya",), published="2023-12-06")

    def test_each_condition_can_be_taken_off_and_tells_what_it_left_out(self) -> None:
        address = "q=air -gempa&actor=ana-wijaya&from=2023&to=2023&sort=newest"
        shown = [(one.label, one.negative, str(one.removed), one.url) for one in ask(address).listing.conditions]
        rest = "actor=ana-wijaya&from=2023&to=2023&sort=newest"
        self.assertEqual(
            shown,
            [
                ("“air”", False, "0", f"?{rest}&q=-gempa"),
                ("not “gempa”", True, "1", f"?{rest}&q=air"),
                ("Ana Wijaya", False, "0", "?q=air+-gempa&from=2023&to=2023&sort=newest"),
                ("published 2023", False, "0", "?q=air+-gempa&actor=ana-wijaya&sort=newest"),
            ],
        )

    def test_what_is_taken_off_is_what_was_counted(self) -> None:
        found = ask("q=air naik&actor=ana-wijaya&not_publisher=koran-uji").listing
        for condition in found.conditions:
            without = ask(condition.url.removeprefix("?")).listing.total
            self.assertEqual(Count(without.number - found.total.number), condition.removed, condition.label)

    def test_one_of_several_values_is_taken_off_alone(self) -> None:
        make_article("Rapat", mentioning=("Ana Wijaya", "Budi Santoso"))
        found = ask("actor=ana-wijaya&actor=budi-santoso").listing.conditions
        self.assertEqual([(one.label, str(one.removed)) for one in found], [("Ana Wijaya", "0"), ("Budi Santoso", "2")])

    def test_only_the_first_six_are_counted(self) -> None:
        found = ask("q=a1 b2 c3 d4 e5 f6 g7 h8").listing.conditions
        self.assertEqual([one.removed is None for one in found], [False] * 6 + [True] * 2)

    def test_the_language_of_a_label_is_told(self) -> None:
        make_topic("local:air", label="Air", article=make_article())
        (condition,) = ask("topic=local-air").listing.conditions
        self.assertEqual((condition.label, condition.lang), ("topic Air", "id"))

    def test_a_value_left_blank_is_no_condition(self) -> None:
        for kind, address in (
            ("statistics", "number=+"),
            ("quotes", "type=&said_by="),
            ("articles", "reviewed=&actor=&kind=articles"),
        ):
            asked = ask(f"kind={kind}&{address}").listing
            self.assertEqual((asked.errors, asked.conditions), ([], []), address)
        zero = ask("kind=statistics&number=0").listing.conditions
        self.assertEqual([condition.label for condition in zero], ["the number 0"])

    def test_more_than_ten_thousand_are_not_counted_to_their_end(self) -> None:
        for number in range(3):
            make_article(f"Air {number}")
        filters = ArticleFilter(QueryDict("q=air&actor=ana-wijaya"), queryset=KINDS["articles"].rows())
        assert filters.is_valid()
        address = Address((("q", "air"), ("actor", "ana-wijaya")))
        with mock.patch("articles.search.conditions.MOST", 2):
            told = [str(one.removed) for one in conditions.of(filters, address, total=Count(2))]
            self.assertEqual(told, ["0", "2+"])
            unknown = [one.removed for one in conditions.of(filters, address, total=Count(2, more=True))]
            self.assertEqual(unknown, [None, None])

    def test_what_takes_too_long_is_left_uncounted(self) -> None:
        with mock.patch.object(Budget, "left_ms", 0):
            found = ask("q=air&actor=ana-wijaya").listing.conditions
        self.assertEqual([(one.label, one.removed) for one in found], [("“air”", None), ("Ana Wijaya", None)])


class WidenedTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        make_article("Banjir", paragraphs=["Air naik."], mentioning=("Benyamin Netanyahu",))
        make_article("Gempa", paragraphs=["Air keruh."])

    def test_few_results_offer_any_of_the_words_with_their_number(self) -> None:
        found = ask("q=air naik")
        assert found.widened
        self.assertEqual((str(found.widened.more), found.widened.url), ("1", "?q=air+naik&match=any"))
        self.assertEqual(ask("q=air naik&match=any").listing.total.number, 2)
        self.assertIsNone(ask("q=air naik&match=any").widened)
        self.assertIsNone(ask("q=air").widened)
        self.assertIsNone(ask('q="air naik"').widened)


class TabTests(TestCase):
    def test_each_kind_is_counted_by_the_conditions_that_it_knows(self) -> None:
        article = make_article(paragraphs=["Hujan turun, 12 orang pulang."], mentioning=("Hujani Putri",))
        make_quote(article, "Hujan turun", said="2020-01-01")
        make_statistic(12, "people", article=article)
        tabs = ask("q=hujan*&publisher=koran-uji&sort=newest&page=1").tabs
        self.assertEqual(
            [(tab.label, tab.total, tab.url, tab.chosen) for tab in tabs],
            [
                ("Articles", Count(1), "?q=hujan%2A&publisher=koran-uji&sort=newest", True),
                ("Quotes", Count(1), "?q=hujan%2A&publisher=koran-uji&kind=quotes", False),
                ("Figures", Count(0), "?q=hujan%2A&publisher=koran-uji&kind=statistics", False),
                ("Names", Count(1), "?q=hujan%2A&kind=entities", False),
            ],
        )

    def test_names_are_a_kind_only_where_there_are_words_to_compare_them_with(self) -> None:
        for address in ("", "q=-hujan"):
            self.assertEqual([tab.label for tab in ask(address).tabs], ["Articles", "Quotes", "Figures"], address)

    def test_the_kind_stays_in_every_address(self) -> None:
        make_quote(make_article(paragraphs=["Hujan turun."]), "Hujan turun", type=Quote.Type.DIRECT)
        found = ask("kind=quotes&q=hujan").listing
        self.assertEqual(found.facets[0].values[0].url, "?q=hujan&kind=quotes&type=direct")
        self.assertEqual([condition.url for condition in found.conditions], ["?kind=quotes"])
        self.assertEqual(found.beside_words, [("kind", "quotes")])


class CardTests(TestCase):
    def test_a_card_leads_to_the_first_place_with_its_words_marked(self) -> None:
        article = make_article("Banjir di kota", paragraphs=["Satu.", "Banjir datang."], deck="Air naik")
        (card,) = ask("q=banjir").cards
        self.assertEqual(card.headline, [("Banjir", True), (" di kota", False)])
        self.assertEqual(card.url, f"/articles/{article.pk}/banjir-di-kota/?q=banjir#hit-1")
        self.assertEqual([line.url for line in card.lines], [card.url.replace("#hit-1", "#b3")])
        self.assertEqual(card.places, 2)
        (card,) = ask("").cards
        self.assertEqual((card.url, card.summary), (article.get_absolute_url(), "Air naik"))

    def test_of_an_excerpt_no_paragraph_is_quoted(self) -> None:
        make_article("Judul", deck="Air banjir", paragraphs=["Banjir besar."], rights=Article.Rights.EXCERPT_ONLY)
        (card,) = ask("q=banjir").cards
        self.assertEqual([snippet.segments for snippet, _ in card.snippets], [[("Air ", False), ("banjir", True)]])

    def test_who_is_named_most_comes_first_and_is_a_filter(self) -> None:
        article = make_article(mentioning=("Ana Wijaya", "Budi Santoso"))
        make_mention(article, make_entity("Budi Santoso"), "Budi")
        (card,) = ask("q=dewan&sort=newest").cards
        self.assertEqual(
            [(actor.entity.name, actor.url) for actor in card.who],
            [
                ("Budi Santoso", "/search/?q=dewan&sort=newest&actor=budi-santoso"),
                ("Ana Wijaya", "/search/?q=dewan&sort=newest&actor=ana-wijaya"),
            ],
        )

    def test_a_publisher_is_not_among_who_is_in_its_article(self) -> None:
        article = make_article(mentioning=("Ana Wijaya",))
        make_mention(article, make_entity("Koran Uji", kind=Entity.Kind.PUBLISHER), "Dewan")
        make_mention(article, make_entity("Negeri Uji", kind=Entity.Kind.COUNTRY), "kota")
        (card,) = cards([article])
        self.assertEqual([actor.entity.name for actor in card.who], ["Ana Wijaya"])

    def test_a_reference_note_says_where_its_text_stands(self) -> None:
        make_article(rights=Article.Rights.REFERENCE, url="https://www.example.org/a")
        make_article(url="https://example.org/b")
        self.assertEqual({card.elsewhere for card in ask("notes=1").cards}, {"example.org", ""})
        for number, url in enumerate(("javascript://example.org/%0aalert(1)", "http://[", "kertas")):
            make_article(f"Catatan {number}", rights=Article.Rights.REFERENCE, url=url)
            self.assertEqual([card.elsewhere for card in ask(f"notes=1&q={number}").cards], [""], url)

    def test_quotes_and_figures_are_counted(self) -> None:
        article = make_article(paragraphs=["Hujan turun, 12 orang pulang."])
        make_quote(article, "Hujan turun")
        make_statistic(12, article=article)
        (card,) = cards([article])
        self.assertEqual((card.quotes, card.figures, card.reviewed), (1, 1, True))

    def test_a_figure_that_readers_may_not_see_is_not_counted(self) -> None:
        article = make_article(paragraphs=["12 orang pulang."])
        statistic = make_statistic(12, article=article)
        Statistic.objects.filter(pk=statistic.pk).update(status=Status.REJECTED)
        (card,) = cards([article])
        self.assertEqual(card.figures, 0)
