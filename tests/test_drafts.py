"""Nothing of a draft or a withdrawn article shows anywhere public: every page is the same with and without them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.test import Client, TestCase, override_settings
from django.urls import reverse

from articles.actions.erase import erase
from articles.models import (
    Article,
    Entity,
    EntityName,
    Event,
    NoteLink,
    Quote,
    QuoteLink,
    Series,
    Statistic,
    StatisticLink,
    Status,
)
from tests.factories import make_article, make_mention, stamp
from tests.hidden import (
    HIDDEN_STATES,
    PARAGRAPHS,
    Made,
    add_facts,
    add_hidden_articles,
    first_article,
    full_article,
    merge_unseen,
    tell_the_planner,
)
from tests.pages import PAGES
from tests.world import load_sample_world

# Lists beside PAGES, with each filter that could count or find what is hidden: hidden articles match all of them.
LISTS = (
    *("/search/?q=rahasia&match=any", "/search/?q=evakuasi&match=any", "/search/?sort=oldest&date=happened"),
    *("/search/?q=Hantu", "/search/?q=rahasai", "/search/?kind=entities&q=Hantu", "/search/?notes=1"),
    *("/search/?q=netanyau", "/search/?q=Hantuu&literal=1", "/search/?q=evakuasi rahasai", "/search/?q=by:Hantuu"),
    *("/search/?from=1999&to=1999", "/search/?date=said&from=2023-12-06&to=2023-12-06", "/search/?q=Bayangan"),
    *("/search/?topic=evakuasi-warga-rusia&place=jalur-gaza", "/search/?language=id&reviewed=yes"),
    *("/search/?publisher=republika", "/search/?actor=vladimir-putin&actor=tass", "/search/?not_actor=yury-ushakov"),
    *("/search/?kind=quotes&q=rahasia", "/search/?kind=statistics", "/search/?kind=entities"),
    *("/quotes/?q=Sebanyak", "/quotes/?relay=tass", "/quotes/?about=vladimir-putin", "/quotes/?sort=oldest"),
    *("/quotes/?to_whom=benjamin-netanyahu", "/quotes/?from=1999", "/quotes/?notes=1", "/quotes/?type=direct"),
    *("/statistics/?number=883", "/statistics/?number=7777", "/statistics/?unit=person", "/statistics/?notes=1"),
    *("/statistics/?stated_by=maria-zakharova", "/statistics/?from=1999&to=1999", "/statistics/?q=rahasia"),
    *("/search/filters/?q=evakuasi&match=any", "/search/filters/?date=happened", "/search/filters/topic/?find=rahasia"),
    *(
        "/search/filters/actor/?find=hantu&notes=1",
        "/quotes/filters/?q=rahasia&match=any",
        "/statistics/filters/?notes=1",
    ),
    *("/search/?actor=bayangan-rahasia", "/search/?topic=Rahasia"),
    *("/people/?q=Hantu", "/people/?q=Bayangan", "/people/?sort=articles", "/people/?letter=h", "/topics/?q=rahasia"),
    *("/organisations/?q=Hantu", "/places/?q=Hantu", "/people/hantu-rahasia/", "/people/bayangan-rahasia/"),
    *("/1999/", "/1999/01/", "/2023/12/10/", "/2023/11/27/", "/2023/12/06/?notes=1", "/id/", "/articles/999999/"),
    *("/sitemap.xml", "/sitemap-articles.xml", "/sitemap-entities.xml", "/sitemap-quotes.xml", "/sitemap-series.xml"),
    *("/sitemap-statistics.xml", "/sitemap-events.xml", "/sitemap-topics.xml"),
    *("/search/suggest/?q=ha", "/search/suggest/?q=hantu+rah", "/search/suggest/?q=hantv", "/search/suggest/?q=by:ha"),
    *("/search/suggest/?q=rahas", "/search/suggest/?q=putin+tawarkan+r", "/search/suggest/?q=bayang"),
)


def everything(addresses: list[str]) -> dict[str, tuple[int, str]]:
    client = Client()
    answers = {address: client.get(address) for address in addresses}
    return {address: (answer.status_code, answer.content.decode()) for address, answer in answers.items()}


class SamePagesTestCase(TestCase):
    """An archive with the first article, and another that prints the same words as the hidden ones."""

    maxDiff = 2000
    other: Article
    addresses: list[str]
    before: dict[str, tuple[int, str]]

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()
        cls.addresses = [*(page.address() for page in PAGES), *LISTS]
        tell_the_planner()
        cls.other = make_article("Berita lain", paragraphs=PARAGRAPHS, published="2020-02-02", publisher="Republika")
        make_mention(cls.other, Entity.objects.get(slug="tass"), "TASS")

    def assert_same(self, before: dict[str, tuple[int, str]]) -> None:
        for address, (status, page) in everything(list(before)).items():
            with self.subTest(address):
                self.assertLess(status, 500)
                self.assertEqual(status, before[address][0])
                # Line by line first, so that a difference is shown as what a reader would see change.
                self.assertEqual(_lines(page), _lines(before[address][1]))
                self.assertEqual(page, before[address][1])


def _lines(page: str) -> list[str]:
    return [line.strip() for line in page.replace("><", ">\n<").splitlines()]


class HiddenArticlesTests(SamePagesTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.before = everything(cls.addresses)

    def test_every_page_is_the_same_with_and_without_a_thousand_hidden_articles(self) -> None:
        add_hidden_articles()
        for state in HIDDEN_STATES:
            full_article(state, rights=Article.Rights.REFERENCE)
        for status in (Status.REJECTED, Status.SUPERSEDED):
            # Facts of a published article, which an editor has taken back.
            add_facts(self.other, status)
        tell_the_planner()
        self.assert_same(self.before)

    def test_published_the_same_articles_do_change_the_pages(self) -> None:
        """Without this the test above could hold because nothing is ever shown."""
        full_article(Article.State.PUBLISHED)
        changing = [
            *("/", "/search/?q=rahasia", "/search/?kind=quotes", "/dates/", "/people/?q=Hantu", "/topics/"),
            *(
                "/quotes/?about=vladimir-putin",
                "/statistics/?number=7777",
                "/series/",
                "/dates/",
                "/sitemap-events.xml",
            ),
        ]
        for address, page in everything(changing).items():
            with self.subTest(address):
                self.assertNotEqual(page, self.before.get(address))


class JoinedToHiddenTests(SamePagesTestCase):
    """What readers see may point to what they may not: nothing of that is told."""

    made: Made

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.made = full_article(Article.State.DRAFT)
        Quote.objects.filter(number=20, article=first_article()).update(event=None)
        lists = ("/", "/quotes/", "/statistics/", "/series/", "/2023/12/06/", "/2023/12/10/")
        cls.before = everything([first_article().get_absolute_url(), *lists])

    def same_after(self, change: Callable[[], object], *rows: Any) -> None:
        before = self.before | everything([row.get_absolute_url() for row in rows])
        change()
        self.assert_same(before)

    def test_a_public_note_shows_nothing_of_the_draft_that_it_bears_on(self) -> None:
        note = Article.objects.public().filter(rights=Article.Rights.REFERENCE).earliest("pk")

        def join() -> None:
            for name in ("quote", "statistic", "event"):
                NoteLink.objects.create(article=note, **{name: self.made[name]}, **stamp())

        self.same_after(join, note)

    def test_a_figure_out_of_one_that_only_a_draft_prints_does_not_tell_it(self) -> None:
        statistic = Statistic.objects.get(value=898)

        def join() -> None:
            Statistic.objects.filter(pk=statistic.pk).update(out_of=self.made["statistic"])

        self.same_after(join, statistic, statistic.series)

    def test_a_public_quote_that_continues_a_hidden_one_does_not_tell_it(self) -> None:
        quote = Quote.objects.get(number=13, article=first_article())

        def join() -> None:
            types = QuoteLink.Type
            QuoteLink.objects.create(from_quote=quote, to_quote=self.made["quote"], type=types.CONTINUES, **stamp())

        self.same_after(join, quote)

    def test_a_public_figure_that_supersedes_a_hidden_one_does_not_tell_it(self) -> None:
        statistic = Statistic.objects.get(value=898)

        def join() -> None:
            types = StatisticLink.Type
            StatisticLink.objects.create(
                from_statistic=statistic, to_statistic=self.made["statistic"], type=types.SUPERSEDES, **stamp()
            )

        self.same_after(join, statistic, statistic.series)

    def test_a_public_event_after_a_hidden_one_does_not_tell_it(self) -> None:
        event = Event.objects.public().filter(previous=None).exclude(happened="").earliest("pk")

        def join() -> None:
            Event.objects.filter(pk=event.pk).update(previous=self.made["event"])

        self.same_after(join, event)

    def test_a_quote_at_a_hidden_event_does_not_tell_it(self) -> None:
        quote = Quote.objects.get(event=None, article=first_article())

        def join() -> None:
            Quote.objects.filter(pk=quote.pk).update(event=self.made["event"])

        self.same_after(join, quote)

    def test_names_that_nobody_public_bears_are_never_suggested(self) -> None:
        kind = EntityName.Kind.ALIAS
        EntityName.objects.create(entity=self.made["ghost"], name="Zakharowa", kind=kind, key="zakharowa")
        for address in ("/people/zakharowa/", "/search/?q=Zakharowa", "/people/?q=Zakharowa"):
            with self.subTest(address):
                self.assertNotIn("Hantu", self.client.get(address).content.decode())


@override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False)
class UnreviewedTests(SamePagesTestCase):
    """The setting hides what no editor has confirmed."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        kinds = [page.url_name for page in PAGES]
        told_apart = [place for place, kind in enumerate(kinds) if kind == "search" or kinds.index(kind) == place]
        pages = everything([cls.addresses[place] for place in told_apart])
        # What the sample itself only suggests has no page now.
        cls.before = {address: page for address, page in pages.items() if page[0] == 200}

    def test_most_pages_are_there_all_the_same(self) -> None:
        self.assertGreater(len(self.before), len({page.url_name for page in PAGES}))

    def test_suggested_facts_change_no_page(self) -> None:
        add_facts(self.other, Status.SUGGESTED)
        self.assert_same(self.before)

    def test_no_page_marks_anything_unreviewed(self) -> None:
        for address, (_, page) in self.before.items():
            with self.subTest(address):
                self.assertNotIn("state unreviewed", page)

    def test_a_page_links_nobody_who_has_no_page(self) -> None:
        pages = "".join(page for _, page in self.before.values())
        linked = set(re.findall(r'href="/(?:people|organisations|places)/([^"?#/]+)/"', pages))
        self.assertGreater(len(linked), 15)
        self.assertEqual(linked - set(Entity.objects.public().values_list("slug", flat=True)), set())
        topics = set(re.findall(r'href="/topics/([^"?#/]+)/"', pages))
        self.assertGreater(len(topics), 3)
        for topic in topics:
            with self.subTest(topic):
                self.assertEqual(self.client.get(f"/topics/{topic}/").status_code, 200)


class DirectAddressTests(SamePagesTestCase):
    def addresses_of(self, made: Made) -> list[str]:
        article = made["article"]
        names = ("ghost", "event", "quote", "statistic", "topic", "follows", "again", "part")
        return [
            article.get_absolute_url(),
            *(reverse(f"articles:{name}", args=[article.pk]) for name in ("article_redirect", "article_source")),
            reverse("articles:article_version", args=[article.pk, 1]),
            *(made[name].get_absolute_url() for name in names),
        ]

    def test_what_only_a_hidden_article_holds_has_no_address(self) -> None:
        for state in HIDDEN_STATES:
            for address in self.addresses_of(full_article(state)):
                with self.subTest(address, state=state):
                    response = self.client.get(address)
                    self.assertEqual(response.status_code, 404)
                    self.assertNotIn("Putin Tawarkan Rahasia", response.content.decode())

    def test_whom_only_hidden_articles_name_has_no_address_merged_or_not(self) -> None:
        for entity in merge_unseen(full_article(Article.State.DRAFT)["article"]):
            with self.subTest(entity.name):
                self.assertEqual(self.client.get(entity.get_absolute_url()).status_code, 404)

    def test_an_erased_draft_leaves_no_trace_that_readers_could_find(self) -> None:
        article = full_article(Article.State.DRAFT)["article"]
        addresses = [article.get_absolute_url(), reverse("articles:article_redirect", args=[article.pk])]
        before = everything(addresses)
        erase(article, reason="Rahasia", by=None)
        self.assertEqual({status for status, _ in before.values()}, {404})
        self.assert_same(before)

    def test_a_series_of_hidden_figures_has_no_address(self) -> None:
        made = full_article(Article.State.DRAFT)
        hidden = Series.objects.create(slug="rahasia", name="Rahasia", unit="person")
        Statistic.objects.filter(pk=made["statistic"].pk).update(series=hidden)
        self.assertEqual(self.client.get("/series/rahasia/").status_code, 404)

    def test_the_same_addresses_answer_once_the_article_is_published(self) -> None:
        made = full_article(Article.State.DRAFT)
        Article.objects.filter(pk=made["article"].pk).update(state=Article.State.PUBLISHED)
        for address in self.addresses_of(made):
            with self.subTest(address):
                self.assertIn(self.client.get(address).status_code, {200, 301})
