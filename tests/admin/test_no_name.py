"""What is no name is said once, on the entity: its unreviewed mentions go, and with them all that they were made of."""

from __future__ import annotations

from typing import Any

from articles.actions.review import confirm
from articles.models import Article, Entity, Mention, Quote, Status
from tests.actions.found import Found, suggest
from tests.admin.test_bulk import BulkTests
from tests.factories import make_article, make_entity, make_mention

ENTITIES = "/admin/articles/entity/"


class NoNameTests(BulkTests):
    role = "Reviewer"

    def read(self, headline: str) -> None:
        article = make_article(headline, paragraphs=["Bunga Rampai tiba. Hujan turun di kota itu."])
        found = Found(article)
        named = found.named("Bunga Rampai")
        suggest(article, names=[named], quotes=[found.quote("Hujan turun", named)])

    def ask(self, *, page: bool = False) -> Any:
        entity = Entity.objects.get(name="Bunga Rampai")
        posted: dict[str, Any] = {"action": "no_name", "_selected_action": [entity.pk]}
        return self.client.post(ENTITIES, posted | ({"from_record": "yes"} if page else {}))

    def test_all_its_unreviewed_mentions_are_rejected_and_it_speaks_no_more(self) -> None:
        self.read("Satu")
        self.read("Dua")
        asked = self.ask()
        self.assertContains(asked, "<mark>Bunga Rampai</mark>")
        self.assertContains(asked, "in 2 articles")
        self.assertContains(asked, "2 unreviewed quotes lose their speaker; the printed words stay.")
        done = self.answer(asked, reason="A book.")
        self.assertEqual(self.said(done), ["2 mentions rejected, 2 quotes and figures with it, which name nobody now."])
        self.assertFalse(Mention.objects.exclude(status=Status.REJECTED).exists())
        self.assertFalse(Quote.objects.exclude(speaker=None).exists())

    def test_the_next_text_does_not_make_it_again(self) -> None:
        self.read("Satu")
        self.answer(self.ask())
        self.read("Dua")
        self.assertEqual(Mention.objects.count(), 1)
        self.assertEqual(Entity.objects.filter(name="Bunga Rampai").count(), 1)

    def test_what_an_editor_confirmed_stays_and_is_told(self) -> None:
        self.read("Satu")
        self.read("Dua")
        confirm(Mention.objects.order_by("pk")[0], by=None)
        done = self.answer(self.ask())
        self.assertIn("1 mention rejected", self.said(done)[0])
        self.assertIn("1 reviewed mention stays.", self.said(done)[0])

    def test_what_is_hidden_from_who_says_it_stays_and_is_not_counted(self) -> None:
        self.read("Satu")
        self.read("Dua")
        confirm(Mention.objects.order_by("pk")[0], by=None)
        Article.objects.filter(pk=Mention.objects.order_by("pk")[0].article_id).update(state=Article.State.DRAFT)
        self.assertEqual(
            self.said(self.answer(self.ask())),
            ["1 mention rejected, 1 quote or figure with it, which names nobody now."],
        )

    def test_of_many_mentions_of_one_name_it_shows_examples(self) -> None:
        for number in range(11):
            self.read(f"Berita {number}")
        self.assertContains(self.ask(), "10 examples")

    def test_its_page_offers_it_and_comes_back(self) -> None:
        self.read("Satu")
        entity = Entity.objects.get(name="Bunga Rampai")
        page = f"{ENTITIES}{entity.pk}/change/"
        self.assertContains(self.client.get(page), "This is no name…")
        done = self.answer(self.ask(page=True), from_record="yes")
        self.assertRedirects(done, page, fetch_redirect_response=False)
        self.assertNotContains(self.client.get(page), "This is no name…")


class ImporterTests(BulkTests):
    role = "Importer"

    def test_who_may_not_review_does_not_say_so(self) -> None:
        entity = make_entity("Ana Wijaya")
        make_mention(make_article(paragraphs=["Ana Wijaya tiba."]), entity, "Ana Wijaya", status=Status.SUGGESTED)
        self.assertNotContains(self.client.get(f"{ENTITIES}{entity.pk}/change/"), "This is no name…")
        answers = {"answered": "yes", "expected": 1, "seen": 10**9, "reason": ""}
        self.client.post(ENTITIES, {"action": "no_name", "_selected_action": [entity.pk], **answers})
        self.assertEqual(Mention.objects.get().status, Status.SUGGESTED)
