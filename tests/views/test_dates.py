"""Browsing by date, and the page of one event, as a reader sees them."""

from __future__ import annotations

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from articles.models import Anchor, Article, DateMention, Event, NoteLink, Status, fuzzy
from articles.text.dates import parse_edtf
from tests.factories import anchor, make_article, make_event, make_quote, make_statistic, stamp
from tests.views.seen import links, page, part, parts, words
from tests.world import load_sample_world

SECTION = ".//section[@aria-labelledby='{}']"


class DatePageTests(TestCase):
    def section(self, address: str, name: str) -> str:
        return words(part(self.client.get(address), SECTION.format(name)))

    def main(self, address: str) -> str:
        return words(part(self.client.get(address)))


class FirstArticleTests(DatePageTests):
    """The days of the first article."""

    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def test_a_day_shows_what_was_said_and_counted_then_each_apart(self) -> None:
        day = "/2023/12/06/"
        self.assertIn("Maria Zakharova", self.section(day, "k-said"))
        self.assertEqual(len(parts(self.client.get(day), SECTION.format("k-said") + "//article")), 6)
        figures = self.section(day, "k-figures")
        self.assertIn("883 of about 1,100", figures)
        self.assertIn("898", figures)
        self.assertNotIn("135", figures.split())
        self.assertIn("Statement by Zakharova", self.section(day, "k-happened"))
        self.assertIn("Nothing that the archive holds was published then.", self.main(day))

    def test_what_has_no_end_stands_on_its_first_day_alone(self) -> None:
        happened = self.section("/2023/11/12/", "k-happened")
        self.assertIn("Evacuation of Russian citizens", happened)
        self.assertIn("since 12 November 2023", happened)
        self.assertNotIn("Possibly", happened)
        for day in ("/2023/11/11/", "/2023/11/13/", "/2023/12/06/", "/2025/10/22/"):
            with self.subTest(day):
                self.assertNotIn("Evacuation of Russian citizens", self.main(day))

    def test_a_day_within_an_uncertain_date_shows_it_apart_and_says_uncertain(self) -> None:
        published = self.section("/2023/12/15/", "k-published")
        self.assertRegex(published, "Possibly this day Putin Tawarkan Bantuan .* 10–31 December 2023, uncertain")

    def test_the_day_before_the_uncertain_time_does_not_show_the_article(self) -> None:
        for day in ("/2023/12/09/", "/2024/01/01/"):
            with self.subTest(day):
                self.assertNotIn("Putin Tawarkan Bantuan", self.main(day))

    def test_a_doubted_day_is_only_possible(self) -> None:
        said = self.section("/2023/11/27/", "k-said")
        self.assertTrue(said.startswith("Said 6 Possibly this day"), said)

    def test_every_quote_and_figure_of_a_day_leads_to_its_words(self) -> None:
        for name in ("k-said", "k-figures"):
            with self.subTest(name):
                found = links(part(self.client.get("/2023/12/06/"), SECTION.format(name)))
                address = self.article.get_absolute_url()
                to_words = [link for link in found if link.startswith(f"{address}#a")]
                facts = [link for link in found if link.startswith(("/quotes/", "/statistics/"))]
                self.assertTrue(to_words or facts)
        quotes = parts(self.client.get("/2023/12/06/"), SECTION.format("k-said") + "//article")
        for quote in quotes:
            self.assertTrue(any(link.startswith(f"{address}#a") for link in links(quote)), words(quote))

    def test_the_days_beside_are_the_nearest_with_something(self) -> None:
        beside = part(self.client.get("/2023/12/06/"), ".//nav[@class='day-nav']")
        self.assertEqual(links(beside), ["/2023/12/05/", "/2023/12/10/"])

    def test_a_day_with_nothing_is_a_page_that_says_so(self) -> None:
        main = self.main("/1999/01/01/")
        for sentence in (
            "Nothing that the archive holds was published then.",
            "No quote is dated then.",
            "No event is dated then.",
            "No figure stands for then.",
        ):
            self.assertIn(sentence, main)
        self.assertIn("1 January 1999", main)

    def test_the_calendar_marks_the_day_and_links_days_that_have_something(self) -> None:
        calendar = part(self.client.get("/2023/12/06/"), ".//table[@class='cal']")
        current = [words(link) for link in calendar.findall(".//a[@aria-current='date']")]
        self.assertEqual(current, ["6 December: said, happened, figures as of"])
        days = [f"/2023/12/{day}/" for day in ("02", "05", "06", "10")]
        self.assertEqual(links(calendar), ["/2023/12/", *days])

    def test_a_month_counts_day_by_day_and_lists_what_lies_in_it(self) -> None:
        address = "/2023/12/"
        self.assertIn("6 said", words(part(self.client.get(address), ".//table[@class='cal large']")))
        self.assertIn("Putin Tawarkan Bantuan", self.section(address, "k-published"))
        self.assertIn("/quotes/?from=2023-12-01&to=2023-12-31", links(part(self.client.get(address))))

    def test_a_month_does_not_call_possible_what_certainly_lies_in_it(self) -> None:
        self.assertNotIn("Possibly this month", self.section("/2023/12/", "k-published"))

    def test_a_year_counts_by_month_and_says_what_is_uncertain(self) -> None:
        months = {words(month): month for month in parts(self.client.get("/2023/"), ".//ol[@class='months']/li")}
        self.assertEqual(len(months), 12)
        december = next(month for month in months if month.startswith("December"))
        self.assertRegex(december, "1 published")
        self.assertIn("13 said", december)
        self.assertIn("4 figures as of", december)
        self.assertIn("January nothing", months)

    def test_the_list_of_years_leads_to_the_year(self) -> None:
        self.assertIn("/2023/", links(part(self.client.get("/dates/"))))
        self.assertIn("1 published", self.main("/dates/"))

    def test_reference_notes_stand_on_a_day_only_when_asked_for(self) -> None:
        note = Article.objects.filter(rights=Article.Rights.REFERENCE).exclude(published="").earliest("pk")
        assert note.published_earliest
        day = f"{note.published_earliest:/%Y/%m/%d/}"
        self.assertNotIn(str(note), self.main(day))
        self.assertIn(str(note), self.main(day + "?notes=1"))
        self.assertIn("reference note", self.main(day + "?notes=1"))

    def test_the_way_to_all_of_them_keeps_the_notes(self) -> None:
        for _ in range(26):
            make_quote(self.article, "Rusia", said="2021-05-05")
        self.assertIn("/quotes/?from=2021-05-05&to=2021-05-05", self.links_of("/2021/05/05/"))
        self.assertIn("/quotes/?from=2021-05-05&to=2021-05-05&notes=1", self.links_of("/2021/05/05/?notes=1"))

    def links_of(self, address: str) -> list[str]:
        return links(part(self.client.get(address)))

    def test_events_that_no_list_holds_are_cut_with_a_word(self) -> None:
        event = Event.objects.get(happened="2023-12-10")
        day = fuzzy.columns("happened", parse_edtf("2021-05-05"))
        events = Event.objects.bulk_create(
            Event(name=f"Event {number}", type="meeting", **day, **stamp()) for number in range(203)
        )
        one = Anchor.objects.filter(event=event).earliest("pk")
        for each in events:
            one.pk, one.event = None, each
            one.save()
        happened = self.section("/2021/05/05/", "k-happened")
        self.assertIn("Happened 203 Event 0", happened)
        self.assertIn("Shown are the first 200 of 203.", happened)

    def test_a_value_that_notes_cannot_have_is_refused_by_name(self) -> None:
        for address in ("/2023/", "/2023/12/", "/2023/12/06/"):
            with self.subTest(address):
                self.assertContains(self.client.get(address + "?notes=perhaps"), "perhaps", status_code=400)

    def test_the_page_of_an_event_tells_its_date_its_chain_and_where_it_is_printed(self) -> None:
        event = Event.objects.get(happened="2023-12-10")
        main = self.main(event.get_absolute_url())
        self.assertIn("Sunday 10 December 2023", main)
        self.assertIn("Took part Vladimir Putin, Benjamin Netanyahu", main)
        chain = self.section(event.get_absolute_url(), "chain")
        self.assertRegex(chain, "16 October 2023 .* 10 December 2023")
        printed = part(self.client.get(event.get_absolute_url()), SECTION.format("printed"))
        self.assertIn("percakapan via telepon", words(printed))
        for link in links(printed):
            self.assertRegex(link, rf"^{self.article.get_absolute_url()}#a\d+$")

    def test_what_the_article_prints_of_a_date_stands_beside_what_it_means(self) -> None:
        event = Event.objects.get(happened="2023-12-10")
        dates = self.section(event.get_absolute_url(), "dates")
        self.assertIn("Ahad (10/12/2023) 10 December 2023 day-first; weekday check: Sunday", dates)


class ImpossibleDateTests(DatePageTests):
    def test_only_a_date_that_there_is_has_a_page(self) -> None:
        for address in (
            *("/0000/", "/1399/", "/2201/", "/9999/", "/2023/00/", "/2023/13/", "/2023/02/29/", "/2023/12/00/"),
            *("/2023/12/32/", "/2023/1/", "/2023/12/6/", "/23/", "/20233/", "/-2023/", "/2023/12/06/1/"),
        ):
            with self.subTest(address):
                self.assertEqual(self.client.get(address).status_code, 404)

    def test_the_first_and_the_last_day_have_pages_that_lead_no_further(self) -> None:
        for address, before, after in (
            ("/1400/", None, "/1401/"),
            ("/2200/", "/2199/", None),
            ("/1400/01/", None, "/1400/02/"),
            ("/2200/12/", "/2200/11/", None),
        ):
            with self.subTest(address):
                beside = links(part(self.client.get(address), ".//nav[@class='day-nav']"))
                self.assertEqual(beside, [link for link in (before, after) if link])
        for address in ("/1400/01/01/", "/2200/12/31/", "/2024/02/29/"):
            with self.subTest(address):
                self.assertEqual(len(page(self.client.get(address)).findall(".//h1")), 1)

    def test_an_address_without_its_last_slash_leads_on(self) -> None:
        for address in ("/2023", "/2023/12", "/2023/12/06"):
            with self.subTest(address):
                response = self.client.get(address)
                self.assertEqual((response.status_code, response.headers["Location"]), (301, f"{address}/"))

    def test_days_are_days_of_the_publisher_and_slip_by_no_time_zone(self) -> None:
        article = make_article(published="2023-12-06")
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
            with self.subTest(zone), timezone.override(zone), override_settings(TIME_ZONE=zone):
                self.assertIn(str(article), self.section("/2023/12/06/", "k-published"))


class EmptyArchiveTests(DatePageTests):
    def test_pages_by_date_stand_in_an_empty_archive(self) -> None:
        self.assertIn("Nothing in the archive carries a date yet.", self.main("/dates/"))
        self.assertEqual(self.main("/2023/").count("nothing"), 12)
        self.assertIn("No quote is dated then.", self.main("/2023/12/"))


class EventTests(DatePageTests):
    article: Article
    event: Event

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Rapat pertama. Rapat kedua. Rapat ketiga.",))
        cls.event = make_event(cls.article, "Rapat kedua", name="Second", happened="2024-02-02")

    def chain(self) -> list[str]:
        path = SECTION.format("chain") + "//span[@class='what']"
        return [words(found) for found in parts(self.client.get(self.event.get_absolute_url()), path)]

    def test_a_chain_names_the_event_before_and_those_after_in_order_of_time(self) -> None:
        first = make_event(self.article, "Rapat pertama", name="First", happened="2024-01-01")
        Event.objects.filter(pk=self.event.pk).update(previous=first)
        make_event(self.article, "Rapat ketiga", name="Third", happened="2024-03-03", previous=self.event)
        self.assertEqual(self.chain(), ["First", "Second", "Third"])

    def test_an_event_without_a_date_stands_at_the_end_of_a_chain(self) -> None:
        make_event(self.article, "Rapat ketiga", name="Some day", happened="", previous=self.event)
        make_event(self.article, "Rapat ketiga", name="Third", happened="2024-03-03", previous=self.event)
        self.assertEqual(self.chain(), ["Second", "Third", "Some day"])

    def test_a_chain_shows_nothing_that_readers_may_not_see(self) -> None:
        draft = make_article("Rancangan", paragraphs=("Rapat rahasia.",), state=Article.State.DRAFT)
        hidden = make_event(draft, "Rapat rahasia", name="Hidden")
        Event.objects.filter(pk=self.event.pk).update(previous=hidden)
        make_event(draft, "rahasia", name="Hidden too", previous=self.event)
        make_event(self.article, "Rapat ketiga", name="Rejected", previous=self.event, status=Status.REJECTED)
        self.assertEqual(self.chain(), [])
        self.assertNotIn("Hidden", self.main(self.event.get_absolute_url()))

    def test_an_event_that_readers_may_not_see_is_not_there(self) -> None:
        address = self.event.get_absolute_url()
        for state in (Article.State.DRAFT, Article.State.WITHDRAWN):
            Article.objects.update(state=state)
            self.assertEqual(self.client.get(address).status_code, 404)
        Article.objects.update(state=Article.State.PUBLISHED)
        Event.objects.update(status=Status.REJECTED)
        self.assertEqual(self.client.get(address).status_code, 404)

    def test_an_unreviewed_event_says_so_and_can_be_hidden(self) -> None:
        Event.objects.update(status=Status.SUGGESTED, decided_at=None)
        self.assertIn("unreviewed", self.main(self.event.get_absolute_url()))
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertEqual(self.client.get(self.event.get_absolute_url()).status_code, 404)

    def test_who_contradicts_an_event_is_named(self) -> None:
        note = make_article("Bantahan", publisher="Koran Lain", rights=Article.Rights.REFERENCE)
        relation = NoteLink.Relation.CONTRADICTS
        NoteLink.objects.create(article=note, event=self.event, relation=relation, **stamp())
        self.assertRegex(self.section(self.event.get_absolute_url(), "notes"), "Koran Lain .* Contradicts. Bantahan")

    def test_a_long_list_is_cut_and_says_so(self) -> None:
        block = anchor(self.article, "pertama", Anchor.Role.PHRASE, event=self.event).block
        places = {"block": block, "start": 6, "end": 13, "exact": "pertama", "role": Anchor.Role.PHRASE}
        Anchor.objects.bulk_create(Anchor(event=self.event, **places) for _ in range(99))
        dates = DateMention.objects.bulk_create(
            DateMention(article=self.article, kind=DateMention.Kind.DATE, event=self.event, **stamp())
            for _ in range(102)
        )
        Anchor.objects.bulk_create(Anchor(date=date, **places) for date in dates)
        for _ in range(21):
            make_quote(self.article, "Rapat ketiga", event=self.event)
        address = self.event.get_absolute_url()
        self.assertIn("Shown are the first 100 of 101.", self.section(address, "printed"))
        self.assertIn("Shown are the first 100 of 102.", self.section(address, "dates"))
        self.assertIn("Shown are the first 20 of 21.", self.section(address, "quotes"))

    def test_every_printed_date_of_another_version_is_left_out(self) -> None:
        day = DateMention.objects.create(
            article=self.article, kind=DateMention.Kind.DATE, event=self.event, basis="printed", **stamp()
        )
        anchor(self.article, "kedua", "phrase", date=day)  # type: ignore[arg-type] # the role's own value
        self.assertIn("kedua no day printed", self.section(self.event.get_absolute_url(), "dates"))


class GrowthTests(DatePageTests):
    """The same number of queries, however much lies on a day."""

    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(
            paragraphs=("Kata Ana: 10 orang tiba.",), published="2023-12-06", mentioning=("Ana",)
        )
        cls.add()

    @classmethod
    def add(cls) -> None:
        day = "2023-12-06"
        make_quote(cls.article, "Kata Ana", said=day)
        make_event(cls.article, "tiba", happened=day)
        make_statistic(10, article=cls.article, as_of=day)
        other = make_article("Dewan", published=day, publisher=f"Koran {Article.objects.count()}")
        make_quote(other, "Dewan", said="2023-12")

    def test_queries_do_not_grow_with_what_lies_on_a_day(self) -> None:
        event = make_event(self.article, "tiba").get_absolute_url()
        few = {}
        for address in ("/dates/", "/2023/", "/2023/12/", "/2023/12/06/", event):
            with CaptureQueriesContext(connection) as queries:
                self.client.get(address)
            few[address] = len(queries)
        for _ in range(4):
            self.add()
        for address, number in few.items():
            with self.subTest(address), self.assertNumQueries(number):
                self.client.get(address)
