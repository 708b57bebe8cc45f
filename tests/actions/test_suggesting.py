"""What the rules find becomes suggested facts, each resting on its words."""

from __future__ import annotations

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.extraction.findings import Circumstances, Hop
from articles.models import (
    Anchor,
    Article,
    DateMention,
    Fact,
    Mention,
    Printing,
    Quote,
    Reading,
    Statistic,
    Status,
)
from articles.text.spans import Span
from tests.actions.found import Found, problems, suggest
from tests.factories import make_article, make_entity, make_quote

FIRST = "Wali kota Ana Wijaya menyebut sekitar 1.100 orang meminta tolong, dan 883 orang tiba sejak 2 Maret."
SECOND = "“Sebanyak 883 dari 1.100 orang sudah tiba,” kata Ana kepada Budi Santoso, dikutip kantor berita Antara."
THIRD = "“Kita menunggu kapal."
FOURTH = "Setelah itu kita berangkat,” ujar Budi, Rabu (6/3/2024)."
Role = Anchor.Role


class SuggestedTests(TestCase):
    article: Article
    found: Found

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Warga tiba", paragraphs=(FIRST, SECOND, THIRD, FOURTH), published="2024-03-07")
        cls.found = Found(cls.article)

    def words(self, fact: Fact) -> set[tuple[str, str]]:
        return {(anchor.role, anchor.exact) for anchor in fact.anchors.all()}  # type: ignore[attr-defined]

    def test_a_name_is_suggested_in_each_place_with_the_role_printed_there(self) -> None:
        suggest(self.article, names=[self.found.named("Ana Wijaya", "Ana Wijaya", "Ana", role="Wali kota")])
        full, short = Mention.objects.order_by("pk")
        self.assertEqual(self.words(full), {(Role.NAME, "Ana Wijaya"), (Role.ROLE, "Wali kota")})
        self.assertEqual((full.printed_role, full.form, short.form), ("Wali kota", "full", "short"))
        self.assertEqual((full.status, full.method), (Status.SUGGESTED, Fact.Method.RULE))
        self.assertEqual((full.tool, full.confidence), ("rules-1 name.full", 0.9))
        self.assertEqual(full.entity, short.entity)

    def test_a_quote_has_the_way_of_its_words_from_the_mouth_to_the_page(self) -> None:
        ana = self.found.named("Ana Wijaya", "Ana Wijaya", "Ana")
        agency = self.found.named("Antara", kind="news_agency")
        budi = self.found.named("Budi Santoso", "Budi Santoso", "Budi")
        told = Circumstances(
            addressee=budi,
            addressee_words=self.found.span("kepada Budi Santoso"),
            hops=(Hop(named=agency, words=self.found.span("dikutip kantor berita Antara"), role="agency"),),
        )
        content = "Sebanyak 883 dari 1.100 orang sudah tiba,"
        printed = self.found.span(f"“{content}”")
        quote = self.found.quote(content, ana, type="direct", printed=printed, circumstances=told)
        suggest(self.article, names=[ana, agency, budi], quotes=[quote])
        (row,) = Quote.objects.all()
        self.assertEqual((str(row.speaker), str(row.addressee), row.number), ("Ana Wijaya", "Budi Santoso", 1))
        self.assertEqual(row.language, "id")
        self.assertLessEqual(
            {(Role.CONTENT, content), (Role.SPEAKER, "Ana"), (Role.ADDRESSEE, "kepada Budi Santoso")}, self.words(row)
        )
        steps = [(hop.role, str(hop.agent), hop.stated, str(hop.evidence or "")) for hop in row.hops.all()]
        self.assertEqual(
            steps,
            [
                ("speaker", "Ana Wijaya", True, ""),
                ("agency", "Antara", True, "dikutip kantor berita Antara"),
                ("publisher", "Koran Uji", True, ""),
            ],
        )

    def test_a_body_issues_its_own_words_and_nobody_is_no_speaker(self) -> None:
        palace = self.found.named("Antara", kind="organisation")
        quotes = [
            self.found.quote("sekitar 1.100 orang meminta tolong", palace),
            self.found.quote("Kita menunggu kapal"),
        ]
        suggest(self.article, names=[palace], quotes=quotes)
        first, second = (quote.hops.all()[0] for quote in Quote.objects.order_by("number"))
        self.assertEqual((first.role, str(first.agent), first.stated), ("issuer", "Antara", True))
        self.assertEqual((second.role, second.agent, second.stated), ("speaker", None, False))

    def test_words_that_lead_to_nobody_are_marked_and_are_no_step(self) -> None:
        told = Circumstances(hops=(Hop(named=None, words=self.found.span("kantor berita Antara"), role="agency"),))
        suggest(self.article, quotes=[self.found.quote("Kita menunggu kapal", circumstances=told)])
        (row,) = Quote.objects.all()
        self.assertIn((Role.RELAY, "kantor berita Antara"), self.words(row))
        self.assertEqual([hop.role for hop in row.hops.all()], ["speaker", "publisher"])

    def test_one_figure_has_all_its_printings_and_its_denominator(self) -> None:
        ana = self.found.named("Ana Wijaya", "Ana Wijaya", "Ana")
        quote = self.found.quote("Sebanyak 883 dari 1.100 orang sudah tiba,", ana)
        about = self.found.figure("1.100", 1100, approximation="about", qualifier=self.found.span("sekitar"))
        bare = self.found.figure("1.100", 1100, after="Sebanyak")
        arrived = self.found.figure("883", 883, after="Sebanyak", out_of=bare)
        suggest(self.article, names=[ana], quotes=[quote], figures=[about, arrived, bare])
        whole, part = Statistic.objects.get(value=1100), Statistic.objects.get(value=883)
        self.assertEqual(part.out_of, whole)
        self.assertEqual(whole.approximation, "about")
        self.assertEqual([printing.approximation for printing in whole.printings.order_by("pk")], ["about", "exact"])
        self.assertEqual((str(part.stated_by), part.unit, part.measure), ("Ana Wijaya", "person", "orang tiba"))
        self.assertEqual(part.printings.get().quote, Quote.objects.get())
        self.assertIsNone(whole.printings.order_by("pk")[0].quote)

    def test_figures_that_would_be_denominators_of_each_other_are_not(self) -> None:
        one = self.found.figure("883", 883)
        other = self.found.figure("1.100", 1100, out_of=one)
        object.__setattr__(one, "out_of", other)
        suggest(self.article, figures=[one, other])
        self.assertEqual(Statistic.objects.exclude(out_of=None).count(), 1)

    def test_a_figure_tells_since_when_it_was_counted(self) -> None:
        day = self.found.day("2 Maret", "2024-03-02")
        words = self.found.span("sejak 2 Maret")
        suggest(self.article, days=[day], figures=[self.found.figure("883", 883, since=day.value, since_words=words)])
        (row,) = Statistic.objects.all()
        self.assertEqual(row.since, "2024-03-02")
        self.assertIn((Role.PERIOD, "sejak 2 Maret"), self.words(row.printings.get()))
        self.assertEqual(DateMention.objects.get().value, "2024-03-02")

    def test_what_the_columns_cannot_hold_is_left_out(self) -> None:
        huge = self.found.figure("883", 10**30)
        early = self.found.day("Rabu (6/3/2024)", "", weekday="Rabu", weekday_fits=None)
        suggest(self.article, figures=[huge], days=[early])
        self.assertFalse(Printing.objects.exists())
        row = DateMention.objects.get()
        self.assertEqual((row.value, row.printed_weekday, row.weekday_fits), ("", "", None))

    def test_a_speech_across_paragraphs_has_words_in_each_and_a_name_has_none(self) -> None:
        speech = "Kita menunggu kapal.\n\nSetelah itu kita berangkat,"
        across = Span(self.found.span("kapal.").start, self.found.span("Setelah").end)
        name = self.found.named("kapal Setelah", "kapal")
        object.__setattr__(name.printed[0], "span", across)
        suggest(self.article, names=[name], quotes=[self.found.quote(speech)])
        exact = [anchor.exact for anchor in Quote.objects.get().anchors.in_order()]
        self.assertEqual(exact, ["Kita menunggu kapal.", "Setelah itu kita berangkat,"])
        self.assertFalse(Mention.objects.exists())

    def test_quotes_are_numbered_after_those_that_the_article_has(self) -> None:
        make_quote(self.article, "883 orang tiba")
        suggest(self.article, quotes=[self.found.quote("Kita menunggu kapal")])
        self.assertEqual(list(Quote.objects.order_by("pk").values_list("number", flat=True)), [1, 2])

    def test_that_a_text_was_read_is_noted_with_what_was_found(self) -> None:
        suggest(self.article, days=[self.found.day("2 Maret", "2024-03-02")])
        reading = Reading.objects.get()
        self.assertEqual((reading.version, reading.rules, reading.failure), (self.article.current, "rules-1", ""))
        self.assertEqual(reading.found["date"], 1)

    def test_all_that_is_suggested_passes_every_check(self) -> None:
        ana = self.found.named("Ana Wijaya", "Ana Wijaya", "Ana")
        quote = self.found.quote("Sebanyak 883 dari 1.100 orang sudah tiba,", ana)
        suggest(self.article, names=[ana], quotes=[quote], figures=[self.found.figure("883", 883)])
        self.assertEqual(problems(), [])

    def test_the_number_of_statements_does_not_grow_with_what_is_found(self) -> None:
        def cost(people: int) -> int:
            names = [f"Orang {chr(65 + number)}{chr(97 + number)}ni" for number in range(people)]
            lines = [f"“Kapal {number} tiba,” kata {name}, {number + 10} orang." for number, name in enumerate(names)]
            article = make_article(f"Daftar {people}", paragraphs=lines)
            found = Found(article)
            named = [found.named(name) for name in names]
            quotes = [found.quote(f"Kapal {number} tiba,", one) for number, one in enumerate(named)]
            figures = [found.figure(f"{number + 10}", number + 10, after=name) for number, name in enumerate(names)]
            with CaptureQueriesContext(connection) as few:
                suggest(article, names=named, quotes=quotes, figures=figures)
            return len(few)

        make_entity("Orang Aani")
        few = cost(2)
        self.assertEqual(cost(20), few)
