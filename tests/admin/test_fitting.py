"""What does not fit a field is refused in a sentence, and what stood there before is left alone."""

from __future__ import annotations

from typing import Any

from django.test import SimpleTestCase

from articles.admin.fitting import language
from articles.models import Article, Entity, Quote
from tests.admin.posting import Editor, Newsroom
from tests.factories import make_article, make_entity, make_event, make_mention, make_quote, make_statistic


class LanguageTests(SimpleTestCase):
    def test_codes_are_written_in_their_usual_way(self) -> None:
        for typed, written in (
            *(("id", "id"), ("ID", "id"), ("en-us", "en-US"), ("en_US", "en-US"), ("zh-hant", "zh-Hant")),
            *(("sr-LATN-rs", "sr-Latn-RS"), ("es-419", "es-419"), ("ace", "ace"), ("de-1996", "de-1996")),
        ):
            with self.subTest(typed):
                self.assertEqual(language(typed), written)


class FittingTests(Newsroom):
    article: Article

    def setUp(self) -> None:
        super().setUp()
        self.article = make_article("Hujan turun", paragraphs=["Ana tiba: 40 orang.", "“Kami tiba,” kata Ana."])

    def refusal(self, editor: Editor, sentence: str, **typed: str) -> None:
        editor.type(**typed)
        self.assertFalse(editor.save())
        self.assertIn(sentence, editor.page.html)

    def test_an_address_is_one_of_the_web(self) -> None:
        ana = self.open("Ana", self.article)
        for typed in ("nu.nl", "javascript:alert(1)", "ftp://nu.nl/x", "https://", "https://nu nl/"):
            with self.subTest(typed):
                self.refusal(ana, "is no address of the web: they begin with https://", url=typed)
        self.refusal(ana, "has at most 2000 characters", url="https://nu.nl/" + "a" * 2000)
        ana.type(url="https://nu.nl/hujan?a=1")
        self.assertTrue(ana.save())

    def test_an_address_that_came_in_otherwise_stays_until_it_is_changed(self) -> None:
        Article.objects.update(url="urn:lama:1", language="Bahasa")
        ana = self.open("Ana", self.article)
        ana.type(section="Dunia")
        self.assertTrue(ana.save())
        self.assertEqual(Article.objects.get().url, "urn:lama:1")

    def test_a_language_is_a_code(self) -> None:
        ana = self.open("Ana", self.article)
        for typed in ("Indonesian", "i", "12", "en-", "en-US-x-y-z", "bahasa indonesia"):
            with self.subTest(typed):
                self.refusal(ana, "is no code of a language: write id for Indonesian", language=typed)
        ana.type(language="en_us")
        self.assertTrue(ana.save())
        self.assertEqual(Article.objects.get().language, "en-US")

    def test_languages_of_quotes_and_names_are_codes_too(self) -> None:
        quote, entity = make_quote(self.article, "Kami tiba"), make_entity("Ana")
        self.refusal(self.open("Ana", quote), "no code of a language", original_language="Rusia")
        editor = self.open("Ana", entity)
        editor.add_row("names", name="Анна", language="Rusia")
        self.refusal(editor, "no code of a language")

    def test_a_publisher_is_an_organisation_and_a_place_a_place(self) -> None:
        person = make_entity("Ana")
        organisation = make_entity("Dewan", kind=Entity.Kind.ORGANISATION)
        place = make_entity("Gaza", kind=Entity.Kind.PLACE)
        publisher = self.open("Ana", self.article)
        self.refusal(publisher, "“Ana” is filed as: person. Choose a publisher", publisher=str(person.pk))
        publisher.type(publisher=str(organisation.pk))
        self.assertTrue(publisher.save())
        statistic, event = make_statistic(40, article=self.article), make_event(self.article, "Ana tiba")
        for record in (statistic, event):
            with self.subTest(record):
                editor = self.open("Ana", record)
                self.refusal(editor, "Choose a country or a place.", place=str(organisation.pk))
                editor.type(place=str(place.pk))
                self.assertTrue(editor.save())

    def test_only_what_fits_is_offered(self) -> None:
        for kind in Entity.Kind:
            make_entity(f"Gaza {kind}", kind=kind)
        offered = {
            (model, field): {
                row["text"].removeprefix("Gaza ")
                for row in self.clients["Ana"]
                .get(
                    "/admin/autocomplete/",
                    {"term": "Gaza", "app_label": "articles", "model_name": model, "field_name": field},
                )
                .json()["results"]
            }
            for model, field in (("article", "publisher"), ("event", "place"), ("quote", "speaker"))
        }
        self.assertEqual(offered["article", "publisher"], {*Entity.SECTIONS["organisations"]})
        self.assertEqual(offered["event", "place"], {"country", "place"})
        self.assertEqual(offered["quote", "speaker"], {*Entity.Kind.values})

    def test_a_printing_stands_in_a_quote_of_its_own_article(self) -> None:
        statistic = make_statistic(40, article=self.article)
        own = make_quote(self.article, "Kami tiba")
        other = make_quote(make_article("Lain", paragraphs=["Kami datang."]), "Kami datang")
        printing = statistic.printings.get()
        for record, field in ((printing, "quote"), (statistic, "printings__0__quote")):
            with self.subTest(field):
                editor = self.open("Ana", record)
                sentence = "It is printed in “Hujan turun”, and this is quote 1 of Lain."
                self.refusal(editor, sentence, **{field: str(other.pk)})
                editor.type(**{field: str(own.pk)})
                self.assertTrue(editor.save(), editor.page.html)
                printing.refresh_from_db()
                self.assertEqual(printing.quote, own)
                type(printing).objects.update(quote=None)

    def test_a_doubtful_date_is_asked_about_once(self) -> None:
        ana = self.open("Ana", self.article)
        ana.type(published="2199-01-01")
        self.assertFalse(ana.save())
        self.assertIn("which is after today", ana.page.html)
        ana.type(confirmed="on")
        self.assertTrue(ana.save())
        ana.type(section="Dunia")
        self.assertTrue(ana.save())
        ana.type(published="2199-01-02")
        self.assertFalse(ana.save())


class SpeakerTests(Newsroom):
    article: Article
    speaker: Entity
    quote: Quote

    def setUp(self) -> None:
        super().setUp()
        self.article = make_article("Hujan turun", paragraphs=["“Kami tiba,” kata Ana."])
        self.speaker = make_entity("Ana")
        self.quote = make_quote(self.article, "Kami tiba", speaker=self.speaker)

    def said(self, answer: Any) -> str:
        return str(answer.content.decode())

    def test_a_speaker_whom_the_article_does_not_name_yet_is_told_with_the_way_to_add_it(self) -> None:
        page = self.open("Ana", self.quote).page.html
        self.assertIn("“Ana” is not marked as named in this article", page)
        address = f"/admin/articles/mention/add/?article={self.article.pk}&amp;entity={self.speaker.pk}"
        self.assertIn(f'<a href="{address}">', page)
        form = self.clients["Ana"].get(address.replace("&amp;", "&"))
        self.assertEqual(form.context["adminform"].form.initial["entity"], str(self.speaker.pk))

    def test_it_is_said_on_the_list_after_saving_too(self) -> None:
        editor = self.open("Ana", self.quote)
        answer = self.clients["Ana"].post(editor.address, editor.page.fields, follow=True)
        self.assertEqual(self.said(answer).count("is not marked as named in this article"), 1)
        editor.type(note="x")
        self.assertTrue(editor.save())
        self.assertEqual(editor.page.html.count("is not marked as named in this article"), 1)

    def test_nothing_is_said_where_the_article_names_the_speaker_or_nobody_speaks(self) -> None:
        make_mention(self.article, self.speaker, "Ana")
        self.assertNotIn("is not marked as named", self.open("Ana", self.quote).page.html)
        Quote.objects.update(speaker=None)
        self.assertNotIn("is not marked as named", self.open("Ana", self.quote).page.html)
