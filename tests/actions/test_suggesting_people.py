"""People who have one name: they are told apart by the offices that texts print beside it."""

from __future__ import annotations

from typing import Any

from django.test import SimpleTestCase, TestCase

from articles.actions.suggesting.gazetteer import gazetteer
from articles.actions.suggesting.offices import are_of_one, tell_apart
from articles.extraction.findings import Named
from articles.models import Article, Entity, Mention, Quote
from tests.actions.found import Found, suggest
from tests.factories import make_article, make_entity, make_mention

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
        words = f"{role} {name} datang besok.".strip()
        article = make_article(f"{role} {name} {Article.objects.count()}", paragraphs=(words,))
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

    def test_who_has_no_telling_office_is_somebody_of_the_article_alone(self) -> None:
        for role in ("Ketua", "warga", "warga Sleman"):  # tell of nobody, or are no offices
            with self.subTest(role=role):
                Quote.objects.all().delete()
                self.told(role)
                self.told(role)
                first, second = self.speakers()
                self.assertNotEqual(first, second)
                self.assertEqual(Entity.objects.get(slug=second).gloss, role)

    def test_who_has_no_office_is_not_the_one_of_another_article_who_has(self) -> None:
        self.told(HEADS)
        self.told("warga Sleman")
        self.assertEqual(self.speakers(), ["sumarno", "sumarno-2"])

    def test_an_article_read_again_names_who_it_named_before(self) -> None:
        other = self.told("warga")
        article = make_article("Lagi", paragraphs=("Warga Sumarno datang besok.",))
        found = Found(article)
        named = found.named("Sumarno", role="Warga")
        for _ in range(2):
            suggest(article, names=[named], quotes=[found.quote("datang besok", named)])
            self.assertEqual(Quote.objects.get(article=article).speaker, Entity.objects.get(slug="sumarno-2"))
        self.assertNotEqual(other, article)
        self.assertEqual(Entity.objects.filter(name="Sumarno").count(), 2)

    def test_one_word_is_learnt_from_nobody_who_has_no_other_name(self) -> None:
        article = self.told("warga")
        person = Entity.objects.get(name="Sumarno")
        make_mention(article, person, "Sumarno")
        self.assertEqual(gazetteer().find("Sumarno"), ())
        person.names.update(basis="editor")
        self.assertEqual([known.name for known in gazetteer().find("Sumarno")], ["Sumarno"])

    def test_what_may_be_no_name_is_nobody(self) -> None:
        for role, name, fields in (
            (HEADS, "Sumarno", {"confidence": 0.79}),
            ("", "Sumarno", {"confidence": 0.59}),
            (HEADS, "Ade", {"confidence": 0.79}),
            (HEADS, "Zrv", {}),  # too short, and no given name
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

    def test_who_does_not_speak_must_be_surer_a_person_than_who_does(self) -> None:
        for name, sure, speaks, added in (
            ("Zorvik Mokzel", 0.74, False, False),
            ("Kranix Mokzel", 0.75, False, True),
            ("Zorvik Kranix", 0.5, True, True),
            ("Mokzel Kranix", 0.49, True, False),
        ):
            with self.subTest(name=name):
                article = make_article(name, paragraphs=(f"{name} datang besok.",))
                found = Found(article)
                named = found.named(name, confidence=sure)
                suggest(article, names=[named], quotes=[found.quote("datang besok", named)] if speaks else [])
                self.assertEqual(Entity.objects.filter(name=name).exists(), added)
