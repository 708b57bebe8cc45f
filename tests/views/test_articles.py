"""The addresses of an article: its page, its texts, its source, and what of them readers may see."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import (
    Anchor,
    Article,
    Block,
    DateMention,
    NoteLink,
    Quote,
    QuoteLink,
    RelayHop,
    Source,
    Status,
    Version,
)
from tests.factories import (
    anchor,
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    stamp,
)
from tests.reading.first_article import FirstArticle, by_id
from tests.views import seen


class AddressTests(FirstArticle):
    def test_an_address_without_or_with_a_wrong_slug_leads_on_for_good_and_keeps_the_search(self) -> None:
        home = self.article.get_absolute_url()
        for address in (f"/articles/{self.article.pk}/", f"/articles/{self.article.pk}/wrong/"):
            self.assertRedirects(self.client.get(address), home, status_code=301, fetch_redirect_response=False)
            response = self.client.get(address + "?q=Gaza")
            self.assertRedirects(response, home + "?q=Gaza", status_code=301, fetch_redirect_response=False)

    def test_the_list_of_articles_is_the_search(self) -> None:
        response = self.client.get(reverse("articles:article_list"))
        self.assertRedirects(response, reverse("articles:search"), fetch_redirect_response=False)

    def test_drafts_and_withdrawn_articles_have_no_page_of_any_kind(self) -> None:
        for state in (Article.State.DRAFT, Article.State.WITHDRAWN):
            Article.objects.filter(pk=self.article.pk).update(state=state)
            for name, rest in (
                ("article_redirect", []),
                ("article_detail", [self.article.slug]),
                ("article_version", [1]),
                ("article_source", []),
            ):
                address = reverse(f"articles:{name}", args=[self.article.pk, *rest])
                self.assertEqual(self.client.get(address).status_code, 404, address)

    def test_a_version_that_does_not_exist_is_not_found(self) -> None:
        address = reverse("articles:article_version", args=[self.article.pk, 2])
        self.assertEqual(self.client.get(address).status_code, 404)


class SourceTests(FirstArticle):
    def address(self) -> str:
        return reverse("articles:article_source", args=[self.article.pk])

    def test_every_character_of_the_source_is_accounted_for(self) -> None:
        words = seen.words(seen.part(self.client.get(self.address())))
        self.assertIn("22 blocks, every visible character accounted for.", words)
        self.assertIn("4,065 bytes", words)
        self.assertIn("no-break space, 13 times", words)

    def test_each_block_stands_with_its_kind_its_place_and_its_exact_words(self) -> None:
        assert self.article.current
        tree = seen.part(self.client.get(self.address()))
        text = self.article.current.source.text
        for block in self.article.current.blocks.all():
            element = by_id(tree, block.fragment)
            self.assertIn(str(block.get_type_display()), seen.words(element))
            shown = element.findall("p[@class='block-text']")
            exact = text[block.source_start : block.source_end].replace("\u00a0", "␣")
            self.assertEqual("".join(shown[0].itertext()), exact)

    def test_no_break_spaces_are_signs_with_a_name(self) -> None:
        signs = seen.parts(self.client.get(self.address()), ".//ol//mark[@aria-label='no-break space']")
        self.assertEqual(len(signs), 13)

    def test_the_text_of_a_source_stays_hidden_where_the_rights_ask_for_it(self) -> None:
        for rights in (Article.Rights.EXCERPT_ONLY, Article.Rights.REFERENCE):
            Article.objects.filter(pk=self.article.pk).update(rights=rights)
            words = seen.words(seen.part(self.client.get(self.address())))
            self.assertIn("22 blocks, every visible character accounted for.", words)
            self.assertNotIn("Perkembangan situasi", words)


class NoteTests(FirstArticle):
    note: Article

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.note = Article.objects.get(publisher__name="TRT")

    def test_a_note_says_what_it_is_and_leads_to_the_source(self) -> None:
        tree = seen.part(self.client.get(self.note.get_absolute_url()))
        words = seen.words(tree)
        self.assertIn("Reference note on TRT", words)
        self.assertIn("The archive holds none of its text.", words)
        away = [link for link in tree.iter("a") if link.get("href") == self.note.url]
        self.assertEqual({link.attrib["rel"] for link in away}, {"noreferrer"})

    def test_its_figures_are_marked_and_lead_to_their_cards(self) -> None:
        tree = seen.part(self.client.get(self.note.get_absolute_url()))
        figures = tree.findall(".//div[@class='text']//a")
        self.assertEqual([seen.words(figure) for figure in figures], ["653", "900"])
        for figure in figures:
            by_id(tree, figure.attrib["href"].removeprefix("#"))

    def test_it_does_not_stand_among_what_others_print(self) -> None:
        section = next(
            one
            for one in seen.part(self.client.get(self.note.get_absolute_url())).iter("section")
            if one.get("aria-labelledby") == "else"
        )
        self.assertIn("pledgetimes", seen.words(section))
        self.assertNotIn("TRT", seen.words(section))

    def test_it_tells_what_it_bears_on_but_nothing_of_a_draft(self) -> None:
        note = Article.objects.get(publisher__name="TASS", rights=Article.Rights.REFERENCE)
        address = note.get_absolute_url()
        quote = self.quote(9).get_absolute_url()
        self.assertContains(self.client.get(address), quote)
        Article.objects.filter(pk=self.article.pk).update(state=Article.State.DRAFT)
        self.assertNotContains(self.client.get(address), quote)


class VersionTests(TestCase):
    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Judul lama", paragraphs=("Ana Wijaya berkata kota aman.",))
        speaker = make_entity("Ana Wijaya")
        make_mention(cls.article, speaker, "Ana Wijaya")
        cls.quote = make_quote(cls.article, "kota aman", speaker=speaker)
        source = cls.article.current.source if cls.article.current else None
        assert isinstance(source, Source)
        version = Version.objects.create(
            article=cls.article, number=2, headline="Judul baru", body="Ana diam.", body_sha256="0" * 64, source=source
        )
        Block.objects.create(version=version, position=0, type=Block.Type.HEADLINE, text="Judul baru")
        Block.objects.create(
            version=version, position=1, type=Block.Type.PARAGRAPH, text="Ana diam.", body_start=0, body_end=9
        )
        Article.objects.filter(pk=cls.article.pk).update(current=version)

    def version(self, number: int) -> Element:
        return seen.page(self.client.get(reverse("articles:article_version", args=[self.article.pk, number])))

    def test_an_earlier_text_keeps_its_facts_and_says_that_it_is_earlier(self) -> None:
        tree = self.version(1)
        words = seen.words(tree)
        self.assertIn("This is version 1 of 2, an earlier text", words)
        by_id(tree, self.quote.anchors.get().fragment)
        by_id(tree, "q1")

    def test_the_current_text_shows_only_its_own_facts_and_no_notice(self) -> None:
        self.article.refresh_from_db()
        tree = seen.page(self.client.get(self.article.get_absolute_url()))
        self.assertNotIn("earlier text", seen.words(tree))
        self.assertIn("version 2 of 2", seen.words(tree))
        self.assertNotIn("q1", {element.get("id") for element in tree.iter()})
        self.assertNotIn("earlier text", seen.words(self.version(2)))

    def test_every_text_names_the_article_s_own_address_as_the_canonical_one(self) -> None:
        self.article.refresh_from_db()
        for number in (1, 2):
            link = self.version(number).find(".//link[@rel='canonical']")
            assert link is not None
            self.assertEqual(link.attrib["href"], "http://testserver" + self.article.get_absolute_url())


class StateTests(TestCase):
    def test_rejected_facts_leave_no_trace(self) -> None:
        article = make_article(paragraphs=("Ana Wijaya berkata kota aman bagi 40 orang.",))
        speaker = make_entity("Ana Wijaya")
        make_quote(article, "kota aman", speaker=speaker, status=Status.REJECTED)
        make_statistic(40, article=article, status=Status.REJECTED)
        make_mention(article, speaker, "Ana Wijaya", status=Status.REJECTED)
        text = seen.part(self.client.get(article.get_absolute_url()), ".//div[@class='text']")
        self.assertEqual([element.tag for element in text.iter()], ["div", "p"])

    def test_a_printing_of_a_rejected_figure_leaves_no_trace(self) -> None:
        article = make_article(paragraphs=("Ada 40 orang.",))
        statistic = make_statistic(40, article=article)
        type(statistic).objects.filter(pk=statistic.pk).update(status=Status.REJECTED)
        self.assertNotContains(self.client.get(article.get_absolute_url()), 'class="fig"')

    def test_a_rejected_quote_is_not_named_where_its_figure_is_printed(self) -> None:
        article = make_article(paragraphs=("Ana Wijaya berkata ada 40 orang.",))
        quote = make_quote(article, "ada 40 orang")
        make_statistic(40, article=article).printings.update(quote=quote)
        address = article.get_absolute_url()
        self.assertIn("Printed 40 in 1", seen.words(seen.page(self.client.get(address))))
        Quote.objects.filter(pk=quote.pk).update(status=Status.REJECTED)
        words = seen.words(seen.page(self.client.get(address)))
        self.assertNotIn("40 in 1", words)
        self.assertNotIn("own words", words)

    def test_unreviewed_facts_say_so_and_one_setting_hides_them(self) -> None:
        article = make_article(paragraphs=("Ana Wijaya berkata kota aman.",))
        make_quote(article, "kota aman", speaker=make_entity("Ana Wijaya"), status=Status.SUGGESTED)
        address = article.get_absolute_url()
        self.assertIn("unreviewed", seen.words(by_id(seen.page(self.client.get(address)), "q1")))
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            self.assertNotContains(self.client.get(address), 'id="q1"')

    def test_a_weekday_that_does_not_fit_is_said(self) -> None:
        article = make_article(paragraphs=("Rapat pada Senin (1/3/2024).",))
        event = make_event(article, "Rapat")
        date = DateMention.objects.create(
            article=article, kind="date", event=event, printed_weekday="Senin", weekday_fits=False, **stamp()
        )
        anchor(article, "Senin (1/3/2024)", Anchor.Role.PHRASE, date=date)
        self.assertContains(self.client.get(article.get_absolute_url()), "the weekday does not fit")

    def test_markup_in_a_text_is_shown_as_it_was_printed(self) -> None:
        article = make_article("<b>Judul</b>", paragraphs=("Ana <script>berkata</script> & pergi.",))
        make_quote(article, "<script>berkata</script>", speaker=make_entity("Ana <i>Wijaya</i>"))
        page = self.client.get(article.get_absolute_url()).content.decode()
        self.assertIn("&lt;script&gt;berkata&lt;/script&gt;", page)
        self.assertNotIn("<script>berkata", page)
        self.assertNotIn("<i>Wijaya", page)

    def test_a_translated_quote_names_its_language_even_one_that_django_does_not_know(self) -> None:
        article = make_article(paragraphs=("Ana Wijaya: kota aman.",))
        translated = Quote.Fidelity.TRANSLATED
        make_quote(article, "kota aman", fidelity=translated, original_language="jv")
        self.assertContains(self.client.get(article.get_absolute_url()), "translated from jv")

    def test_a_quote_that_is_told_of_without_words_stands_at_the_words_that_tell_of_it(self) -> None:
        article = make_article(paragraphs=("Ana Wijaya bicara soal kota.",))
        quote = make_quote(article, "bicara", type=Quote.Type.REPORTED)
        quote.anchors.update(role=Anchor.Role.CUE)
        remark = by_id(seen.page(self.client.get(article.get_absolute_url())), "q1")
        self.assertIn(f"#{quote.anchors.get().fragment}", seen.links(remark))

    def test_an_address_that_is_not_of_the_web_is_no_link(self) -> None:
        wrong = "javascript:alert(1)"
        article = make_article("Rapat", paragraphs=("Ana: kota aman.",), url=wrong)
        note = make_article("Catatan", rights=Article.Rights.REFERENCE, url=f"{wrong}//note")
        other = make_article("Lain", paragraphs=("Ana: kota aman.",))
        quote = make_quote(other, "kota aman")
        NoteLink.objects.create(article=note, quote=quote, **stamp())
        source = reverse("articles:article_source", args=[article.pk])
        self.take_from(article, wrong)
        excerpt = make_article("Kutipan", rights=Article.Rights.EXCERPT_ONLY, url=f"{wrong}//excerpt")
        shown = (article.get_absolute_url(), note.get_absolute_url(), excerpt.get_absolute_url(), source)
        for address in (*shown, quote.get_absolute_url(), reverse("articles:search") + "?notes=1"):
            with self.subTest(address):
                self.assertNotContains(self.client.get(address), 'href="javascript')
        self.assertContains(self.client.get(source), wrong)

    def take_from(self, article: Article, url: str) -> None:
        """Let an empty text that came from an address follow the first, the current one."""
        assert article.current
        source = article.current.source
        source.pk, source.url, source.sha256 = None, url, "0" * 64
        source.save()
        second = Version.objects.create(
            article=article, number=2, headline="Rapat", body="", body_sha256="0" * 64, source=source
        )
        Article.objects.filter(pk=article.pk).update(current=second)

    def test_a_link_between_quotes_of_two_articles_leads_to_the_other_s_page(self) -> None:
        ana = make_entity("Ana Wijaya")
        here = make_quote(make_article(paragraphs=("Ana: kota aman.",)), "kota aman", speaker=ana)
        there = make_quote(make_article("Lain", paragraphs=("Ana: kota tenang.",)), "kota tenang", speaker=ana)
        QuoteLink.objects.create(from_quote=here, to_quote=there, type=QuoteLink.Type.CONTRADICTS, **stamp())
        remark = by_id(seen.page(self.client.get(here.article.get_absolute_url())), "q1")
        self.assertIn("Contradicts quote 1 in Koran Uji.", seen.words(remark))
        self.assertIn(there.get_absolute_url(), seen.links(remark))

    def test_a_note_of_a_draft_is_not_listed(self) -> None:
        quote = make_quote(make_article(paragraphs=("Ana: kota aman.",)), "kota aman")
        note = make_article("Temuan", rights=Article.Rights.REFERENCE, state=Article.State.DRAFT)
        NoteLink.objects.create(article=note, quote=quote, **stamp())
        self.assertNotContains(self.client.get(quote.article.get_absolute_url()), "Temuan")


class GrowthTests(TestCase):
    def test_as_many_queries_for_twenty_five_quotes_as_for_five(self) -> None:
        few, many = self.article(5), self.article(25)
        with CaptureQueriesContext(connection) as queries:
            self.assertContains(self.client.get(few.get_absolute_url() + "?q=kata"), 'class="ref"', count=5)
        with self.assertNumQueries(len(queries)):
            self.assertContains(self.client.get(many.get_absolute_url() + "?q=kata"), 'class="ref"', count=25)

    def article(self, count: int) -> Article:
        names = [f"Orang {chr(65 + number)}{count}" for number in range(count)]
        paragraphs = [
            f"{name} kata nomor {number}, sebanyak {count}0{number} orang." for number, name in enumerate(names)
        ]
        article = make_article(f"Judul {count}", paragraphs=paragraphs)
        agency = make_entity(f"Kantor {count}")
        for number, name in enumerate(names):
            speaker = make_entity(name)
            make_mention(article, speaker, name)
            quote = make_quote(article, f"nomor {number},", speaker=speaker)
            evidence = quote.anchors.get()
            RelayHop.objects.create(
                quote=quote, position=0, role="agency", agent=agency, stated=True, evidence=evidence
            )
            statistic = make_statistic(f"{count}0{number}", article=article, stated_by=speaker)
            statistic.printings.update(quote=quote)
            note = make_article(f"Temuan {count} {number}", rights=Article.Rights.REFERENCE)
            NoteLink.objects.create(article=note, quote=quote, **stamp())
        return article
