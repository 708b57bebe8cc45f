"""People who have one name: they are told apart by the offices that texts print beside it."""

from __future__ import annotations

from typing import Any

from django.test import SimpleTestCase, TestCase

from articles.actions.suggesting.offices import are_of_one, tell_apart
from articles.extraction.findings import Named
from articles.models import Article, Entity, Mention, Quote
from tests.actions.found import Found, suggest
from tests.factories import make_article, make_entity

HEADS = "Kapolres Sleman"


class OfficesTests(SimpleTestCase):
    def test_a_place_a_body_or_letters_in_common_are_those_of_one(self) -> None:
        for office, other in (
            ("Kapolres Sleman", "Kepala Kepolisian Resor Sleman"),
            ("Menteri Kelautan", "Menteri Kelautan dan Perikanan"),
            ("Presiden", "Presiden RI"),
            ("Ketua KPK", "juru bicara KPK"),
        ):
            with self.subTest(office=office):
                self.assertTrue(are_of_one(office, other))

    def test_words_of_rank_alone_tell_of_nobody(self) -> None:
        for office, other in (
            ("Kepala Dinas", "Kepala Dinas"),
            ("Ketua", "Wakil Ketua"),
            ("Menteri", "Menteri"),
            ("Anggota DPRD", "Ketua DPRD"),
            ("Direktur Utama", "Presiden Direktur"),
            ("", "Kapolres Sleman"),
        ):
            with self.subTest(office=office):
                self.assertFalse(are_of_one(office, other))
                self.assertFalse(tell_apart(office, other))

    def test_two_places_are_those_of_two(self) -> None:
        self.assertTrue(tell_apart("Kapolres Sleman", "Kapolres Bantul"))


class PeopleTests(TestCase):
    def told(self, role: str, name: str = "Sumarno", **fields: Any) -> Article:
        """Store a text in which `role` `name` speaks."""
        article = make_article(f"{role} {name} {Article.objects.count()}", paragraphs=(f"{role} {name} datang besok.",))
        found = Found(article)
        named: Named = found.named(name, role=role, **fields)
        suggest(article, names=[named], quotes=[found.quote("datang besok", named)])
        return article

    def speakers(self) -> list[str | None]:
        return list(Quote.objects.order_by("pk").values_list("speaker__slug", flat=True))

    def test_who_speaks_with_an_office_beside_one_name_is_added_with_it(self) -> None:
        self.told(HEADS)
        entity = Entity.objects.get(name="Sumarno")
        self.assertEqual((entity.kind, entity.gloss, entity.slug), ("person", HEADS, "sumarno"))
        self.assertEqual(Mention.objects.get().entity, entity)
        self.assertEqual(self.speakers(), ["sumarno"])

    def test_offices_that_share_a_telling_word_are_of_one(self) -> None:
        self.told(HEADS)
        self.told("Kepala Polres Sleman")
        self.assertEqual(self.speakers(), ["sumarno", "sumarno"])
        sure = list(Mention.objects.order_by("-confidence").values_list("pk", flat=True))
        self.assertEqual(sure, sorted(sure), "the second is less sure")

    def test_offices_that_share_none_are_of_two_of_one_name(self) -> None:
        self.told(HEADS)
        self.told("Kapolres Bantul")
        self.assertEqual(self.speakers(), ["sumarno", "sumarno-2"])
        self.assertEqual(Entity.objects.get(slug="sumarno-2").gloss, "Kapolres Bantul")

    def test_read_together_or_again_they_are_the_same_two(self) -> None:
        article = make_article("Dua", paragraphs=("Kapolres Sleman Sumarno dan Kapolres Bantul Sumarno datang besok.",))
        found = Found(article)
        names = [
            found.named("Sumarno", role="Kapolres Sleman"),
            found.named("Sumarno", "Sumarno datang", role="Kapolres Bantul"),
        ]
        quotes = [found.quote("datang", names[0]), found.quote("besok", names[1])]
        for _ in range(2):
            suggest(article, names=names, quotes=quotes)
            self.assertEqual(set(self.speakers()), {"sumarno", "sumarno-2"})
        self.assertEqual(Entity.objects.filter(name="Sumarno").count(), 2)

    def test_who_is_not_told_apart_by_it_is_nobody(self) -> None:
        for role, name, fields in (
            ("Ketua", "Sumarno", {}),  # tells of nobody
            ("warga", "Sumarno", {}),  # no office
            (HEADS, "Sumarno", {"confidence": 0.79}),
            (HEADS, "Adi", {}),  # too short
            (HEADS, "SMRN", {}),  # initials
            (HEADS, "Bandung", {}),  # a place
            (HEADS, "Pengembangan", {}),  # an ordinary word
        ):
            with self.subTest(role=role, name=name):
                self.told(role, name, **fields)
                self.assertFalse(Entity.objects.filter(name=name).exists())

    def test_a_word_that_somebody_else_has_is_nobodys_only_name(self) -> None:
        make_entity("Sumarno", kind=Entity.Kind.ORGANISATION)
        self.told(HEADS)
        self.assertEqual(self.speakers(), [None])

    def test_who_is_named_and_does_not_speak_is_not_added(self) -> None:
        article = make_article("Diam", paragraphs=(f"{HEADS} Sumarno datang besok.",))
        suggest(article, names=[Found(article).named("Sumarno", role=HEADS)])
        self.assertFalse(Entity.objects.filter(name="Sumarno").exists())
