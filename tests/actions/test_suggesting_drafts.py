"""What only a draft prints is on no page, whoever else is named by a text that readers see."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import TestCase

from articles.actions.publish import publish
from articles.models import Article, Entity, Mention
from tests.actions.found import Found, suggest
from tests.factories import make_article

DRAFT = "Bupati Rahmat Sulistiyo (Codet) hadir bersama Rahmat Sulistiyo Gunawan. “Air surut,” kata Codet."
PUBLIC = "Rahmat Sulistiyo pulang. Rahmat berkata air surut. Ia disebut Jangkung."


class DraftsTests(TestCase):
    def setUp(self) -> None:
        self.draft = make_article("Rapat", paragraphs=(DRAFT,), state=Article.State.DRAFT)
        self.public = make_article("Pulang", paragraphs=(PUBLIC,))

    def read_draft(self) -> None:
        found = Found(self.draft)
        suggest(self.draft, names=[found.named("Rahmat Sulistiyo", "Rahmat Sulistiyo", "Codet", variants=("Codet",))])

    def read_public(self) -> None:
        found = Found(self.public)
        named = found.named("Rahmat Sulistiyo", "Rahmat Sulistiyo", "Jangkung", variants=("Rahmat", "Jangkung"))
        suggest(self.public, names=[named])

    def pages(self, slug: str = "rahmat-sulistiyo") -> str:
        person = self.client.get(f"/people/{slug}/")
        self.assertEqual(person.status_code, 200)
        addresses = [f"/people/{slug}/?page=1", "/people/", "/people/?q=codet", "/search/?q=codet", "/quotes/", "/"]
        addresses += ["/articles/?q=codet", f"/search/?q={slug.replace('-', '+')}"]
        told = [person, *(self.client.get(address) for address in addresses)]
        self.assertTrue(all(page.status_code < 500 for page in told))
        return "".join(page.content.decode().replace("q=codet", "").replace('"codet"', "") for page in told)

    def test_a_form_that_only_a_draft_prints_shows_nowhere(self) -> None:
        self.read_draft()
        self.read_public()
        self.assertEqual(Mention.objects.values("entity").distinct().count(), 1)
        pages = self.pages()
        self.assertNotIn("Codet", pages)
        self.assertIn("Jangkung", pages)

    def test_a_fuller_name_that_only_a_draft_prints_is_no_title(self) -> None:
        found = Found(self.draft)
        named = found.named(
            "Rahmat Sulistiyo Gunawan", "Rahmat Sulistiyo", "Rahmat Sulistiyo Gunawan", variants=("Rahmat Sulistiyo",)
        )
        suggest(self.draft, names=[named])
        self.read_public()
        self.assertNotIn("Gunawan", self.pages())

    def test_published_an_article_shows_the_forms_that_it_prints(self) -> None:
        self.read_draft()
        publish(Article.objects.filter(pk=self.draft.pk), by=User.objects.create_user("mira"))
        self.assertIn("Codet", self.pages())
        entity = Entity.objects.get(name="Rahmat Sulistiyo")
        self.assertEqual([name.name for name in entity.names.order_by("pk")], ["Rahmat Sulistiyo", "Codet"])

    def test_published_an_article_does_not_show_the_name_of_another_draft(self) -> None:
        first = make_article("Satu", paragraphs=("Benjamin Netanyahu pulang.",), state=Article.State.DRAFT)
        other = make_article("Lain", paragraphs=("Benyamin Netanyahu pulang.",), state=Article.State.DRAFT)
        suggest(first, names=[Found(first).named("Benjamin Netanyahu")])
        suggest(other, names=[Found(other).named("Benyamin Netanyahu")])
        self.assertEqual(Mention.objects.values("entity").distinct().count(), 1)
        publish(Article.objects.filter(pk=other.pk), by=None)
        entity = Entity.objects.get(sort_key__startswith="ben")
        self.assertEqual((entity.name, entity.slug), ("Benyamin Netanyahu", "benyamin-netanyahu"))
        self.assertNotIn("Benjamin", self.pages("benyamin-netanyahu"))

    def test_who_stands_on_a_page_keeps_the_names_when_a_draft_is_read(self) -> None:
        self.read_public()
        self.read_draft()
        self.assertNotIn("Codet", self.pages())
