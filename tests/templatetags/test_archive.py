"""How dates, figures, names and words are written everywhere."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.template import Context, Engine, Template
from django.test import SimpleTestCase, TestCase
from django.utils.html import strip_tags
from django.utils.translation import override

from articles.models import Anchor, Article, Block, Entity, Quote, Statistic, Status, Version
from articles.reading.segments import Mark, nest
from articles.templatetags.archive import marked, register
from articles.text.dates import parse_edtf
from articles.text.spans import Span
from tests.factories import anchor, make_article, make_entity, make_quote, make_statistic


class LibraryTests(SimpleTestCase):
    def test_no_name_of_ours_hides_one_of_django_s_or_is_hidden_by_it(self) -> None:
        engine = Engine.get_default()
        others = [library for name, library in engine.template_libraries.items() if name != "archive"]
        for theirs in [*others, *engine.template_builtins]:
            self.assertEqual(register.filters.keys() & theirs.filters.keys(), set())
            self.assertEqual(register.tags.keys() & theirs.tags.keys(), set())


def render(template: str, **context: Any) -> str:
    return Template("{% load archive %}" + template).render(Context(context))


class WhenTests(SimpleTestCase):
    def when(self, edtf: str, options: str = "") -> str:
        return render(f"{{% when day {options} %}}", day=parse_edtf(edtf))

    def test_every_form_of_date_is_written_in_words(self) -> None:
        for edtf, words in {
            "2023": "2023",
            "2023-11": "November 2023",
            "2023-12-06": "6 December 2023",
            "2023-11-27?": "27 November 2023",
            "2023-11-22~": "about 22 November 2023",
            "2023-11~": "about November 2023",
            "2023-11-12/..": "since 12 November 2023",
            "[2023-12-10..2023-12-31]": "10–31 December 2023",
            "[2023-10-06,2023-10-07]": "6 or 7 October 2023",
            "[2023-10-06,2023-10-07,2023-11-01]": "6 October, 7 October or 1 November 2023",
            "2023-11-30/2023-12-02": "30 November – 2 December 2023",
            "2022-12-30/2023-01-02": "30 December 2022 – 2 January 2023",
            "2023-10/2023-12": "October – December 2023",
            "2021/2023": "2021–2023",
            "2023-11/2023-12-02": "November 2023 – 2 December 2023",
        }.items():
            with self.subTest(edtf):
                self.assertEqual(strip_tags(self.when(edtf)), words)

    def test_short_weekday_and_between_change_the_words(self) -> None:
        self.assertEqual(strip_tags(self.when("2023-12-06", "weekday=True")), "Wednesday 6 December 2023")
        self.assertEqual(strip_tags(self.when("2023-12-06", "short=True weekday=True")), "Wed 6 Dec 2023")
        stretch = "[2023-12-10..2023-12-31]"
        self.assertEqual(strip_tags(self.when(stretch, "between=True")), "between 10 and 31 December 2023")

    def test_a_weekday_is_told_of_a_certain_day_alone(self) -> None:
        for edtf in ("2023-12-06?", "2023-12", "[2023-12-06..2023-12-07]"):
            self.assertNotIn("day", strip_tags(self.when(edtf, "weekday=True")))

    def test_doubt_is_a_dashed_line_and_a_word_where_asked_for(self) -> None:
        self.assertEqual(
            self.when("2023-11-27?", "doubt=True"), '<span class="date-doubt">27 November 2023</span>, uncertain'
        )
        self.assertNotIn("date-doubt", self.when("2023-11/2023-12", "doubt=True"))

    def test_a_link_leads_to_the_smallest_page_that_holds_the_whole_date(self) -> None:
        for edtf, address in {
            "2023-12-06": "/2023/12/06/",
            "[2023-12-10..2023-12-31]": "/2023/12/",
            "2023-11-30/2023-12-02": "/2023/",
            "2023-11/..": "/2023/11/",
        }.items():
            self.assertIn(f'href="{address}"', self.when(edtf, "link=True"))
        self.assertNotIn("href", self.when("2022/2023", "link=True"))

    def test_no_date_is_nothing(self) -> None:
        self.assertEqual(render("{% when day doubt=True link=True %}", day=None), "")

    def test_months_speak_the_reader_s_language(self) -> None:
        with override("id"):
            self.assertEqual(strip_tags(self.when("2023-12-06")), "6 Desember 2023")


class FigureTests(TestCase):
    def figure_of(self, statistic: Statistic, options: str = "") -> str:
        return render(f"{{% figure_of statistic {options} %}}", statistic=statistic)

    def test_numbers_are_grouped_and_lose_zeros_that_say_nothing(self) -> None:
        for value, words in (("1100.000000", "1,100"), ("2.500000", "2.5"), ("0", "0"), ("1234567.25", "1,234,567.25")):
            self.assertEqual(render("{{ value|figure }}", value=Decimal(value)), words)

    def test_a_value_stands_with_all_that_limits_it(self) -> None:
        article = make_article(paragraphs=("Dari 1.100 orang 883; 5; 7; 3",))
        whole = make_statistic(1100, article=article, words="1.100", approximation="about")
        self.assertEqual(
            self.figure_of(make_statistic(883, article=article, out_of=whole)), "<b>883</b> of about 1,100"
        )
        self.assertEqual(self.figure_of(whole, "small=True"), "<small>about</small> 1,100")
        days = make_statistic(5, article=article, unit="day", approximation="more_than", value_to=7)
        self.assertEqual(self.figure_of(days), "more than <b>5–7</b>\u00a0days")
        self.assertEqual(render("{{ days|amount }}", days=days), "more than 5–7 days")
        self.assertEqual(self.figure_of(make_statistic(3, article=article, unit="<t>")), "<b>3</b>\u00a0&lt;t&gt;")
        long = make_statistic(739_941_000_000, article=article, words="3", unit="IDR")
        self.assertEqual(self.figure_of(long), "<b>739,941,000,000</b> IDR")

    def test_a_rejected_denominator_is_not_told(self) -> None:
        article = make_article(paragraphs=("Dari 50 orang 20.",))
        whole = make_statistic(50, article=article, status=Status.REJECTED)
        self.assertEqual(self.figure_of(make_statistic(20, article=article, out_of=whole)), "<b>20</b>")


class NameTests(TestCase):
    def test_a_name_is_a_link_where_it_has_a_page(self) -> None:
        ana = make_entity("Ana <Wijaya>")
        link = render("{% entity_link ana css='plain' %}", ana=ana)
        self.assertEqual(link, f'<a class="plain" href="{ana.get_absolute_url()}">Ana &lt;Wijaya&gt;</a>')

    def test_who_is_not_listed_or_merged_away_is_named_without_a_link(self) -> None:
        ana = make_entity("Ana")
        for fields in ({"listed": False}, {"listed": True, "merged_into": make_entity("Budi")}):
            Entity.objects.filter(pk=ana.pk).update(**fields)
            self.assertEqual(render("{% entity_link ana %}", ana=Entity.objects.get(pk=ana.pk)), "Ana")
        self.assertEqual(render("{% entity_link nobody %}", nobody=None), "")

    def test_state_is_told_in_words(self) -> None:
        article = make_article(paragraphs=("Ana: aman, tenang.",))
        for words, status, shown in (
            ("aman", Status.SUGGESTED, "unreviewed"),
            ("tenang", Status.CONFIRMED, "reviewed"),
        ):
            fact = make_quote(article, words, status=status)
            self.assertEqual(render("{% state fact %}", fact=fact), f'<span class="state {shown}">{shown}</span>')


class QuoteWordsTests(TestCase):
    def words(self, quote: Quote) -> str:
        with self.assertNumQueries(0):
            return render("{% quote_words quote %}", quote=quote)

    def test_direct_words_keep_the_printed_marks_without_the_comma_of_the_sentence_round_them(self) -> None:
        article = make_article(paragraphs=("“Ada 40 orang,” kata Ana.",))
        quote = make_quote(article, "Ada 40 orang,", type=Quote.Type.DIRECT)
        anchor(article, "“Ada 40 orang,”", Anchor.Role.PRINTED, quote=quote)
        statistic = make_statistic(40, article=article)
        statistic.printings.update(quote=quote)
        loaded = Quote.objects.for_cards().get()
        self.assertEqual(self.words(loaded), f'“Ada <a class="fig" href="{statistic.get_absolute_url()}">40</a> orang”')

    def test_words_that_stand_apart_are_joined_by_a_sign_that_something_lies_between(self) -> None:
        article = make_article(paragraphs=("Kota aman, kata Ana, dan tenang.",))
        quote = make_quote(article, "Kota aman")
        anchor(article, "dan tenang", Anchor.Role.CONTENT, quote=quote)
        self.assertEqual(self.words(Quote.objects.for_cards().get()), "Kota aman … dan tenang")

    def test_the_words_are_those_of_the_current_text(self) -> None:
        article = make_article(paragraphs=("Kota aman.",))
        make_quote(article, "Kota aman")
        assert article.current
        text = "Kota sangat aman."
        version = Version.objects.create(
            article=article, number=2, headline="Baru", body=text, source=article.current.source
        )
        block = Block.objects.create(
            version=version, position=0, type=Block.Type.PARAGRAPH, text=text, body_start=0, body_end=len(text)
        )
        Article.objects.filter(pk=article.pk).update(current=version)
        quote = Quote.objects.get()
        words = "Kota sangat aman"
        Anchor.objects.create(block=block, start=0, end=len(words), exact=words, role=Anchor.Role.CONTENT, quote=quote)
        self.assertEqual(self.words(Quote.objects.for_cards().get()), words)

    def test_words_in_marks_are_set_apart_in_a_told_quote(self) -> None:
        article = make_article(paragraphs=("Ana menyebut kerja sama “berbahaya” itu.",))
        quote = make_quote(article, "kerja sama “berbahaya” itu", type=Quote.Type.MIXED)
        anchor(article, "berbahaya", Anchor.Role.MARKED, quote=quote)
        words = self.words(Quote.objects.for_cards().get())
        self.assertEqual(words, 'kerja sama <span class="q q-direct q-part">“berbahaya”</span> itu')

    def test_the_address_of_words_is_that_of_the_quote_itself_not_of_its_cue(self) -> None:
        article = make_article(paragraphs=("Ana berkata kota aman.",))
        quote = make_quote(article, "kota aman")
        anchor(article, "berkata", Anchor.Role.CUE, quote=quote)
        loaded = Quote.objects.for_cards().get()
        words = quote.anchors.get(role=Anchor.Role.CONTENT)
        self.assertEqual(render("{{ quote|words_address }}", quote=loaded), f"{article.get_absolute_url()}#a{words.pk}")
        self.assertEqual(
            render("{{ article|address:words }}", article=article, words=words),
            f"{article.get_absolute_url()}#a{words.pk}",
        )


class MarkedTests(SimpleTestCase):
    def test_text_is_escaped_and_a_link_in_a_link_becomes_plain(self) -> None:
        name = Mark(span=Span(0, 5), css="actor", href="/people/a/", ident="a1")
        figure = Mark(span=Span(2, 5), rank=1, css="fig", href="#s1")
        self.assertEqual(
            marked(nest("<a>40 & b", [figure, name])),
            '<a class="actor" href="/people/a/" id="a1">&lt;a<span class="fig">&gt;40</span></a> &amp; b',
        )

    def test_the_number_of_a_quote_stands_behind_its_last_piece(self) -> None:
        first, second = Mark(span=Span(0, 4), css="x"), Mark(span=Span(2, 6), ident="a2", ref=7)
        self.assertEqual(
            marked(nest("abcdefg", [first, second])),
            '<span class="x">ab<span id="a2">cd</span></span><span>ef</span>'
            '<a class="ref" href="#q7"><span class="vh">Quote </span>7</a>g',
        )
