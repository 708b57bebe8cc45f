"""Whom names in a text mean, and who is added."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import TestCase

from articles.actions import log
from articles.actions.entities import Written
from articles.actions.merge import merge
from articles.actions.review import confirm
from articles.actions.suggesting import gazetteer
from articles.extraction.findings import Named
from articles.models import Article, Decision, Entity, EntityName, Mention
from tests.actions.found import Found, suggest
from tests.factories import make_article, make_entity, make_mention

Kind = Entity.Kind
TEXT = (
    "Ana Wijaya bertemu Budi. Komisi Antikorupsi (KAK) hadir, begitu pula Komisi III dan Benyamin Netanyahu. "
    "Ana Wijaya Kusuma pulang ke Merdeka."
)


class NamesTests(TestCase):
    article: Article
    found: Found
    editor: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.editor = User.objects.create_user("mira")
        cls.article = make_article("Pertemuan", paragraphs=(TEXT,))
        cls.found = Found(cls.article)

    def meant(self, named: Named, **fields: object) -> Mention | None:
        suggest(self.article, names=[named], known=gazetteer())
        return Mention.objects.filter(method="rule").first()

    def confirmed(self, name: str, **fields: object) -> Entity:
        entity = make_entity(name, **fields)  # type: ignore[arg-type]
        other = make_article(f"Tentang {name} {entity.pk}", paragraphs=(f"Tentang {name}.",))
        make_mention(other, entity, name)
        return entity

    def test_a_name_that_the_archive_has_means_its_entity(self) -> None:
        ana = make_entity("ANA WIJAYA")
        mention = self.meant(self.found.named("Ana Wijaya"))
        assert mention
        self.assertEqual((mention.entity, mention.confidence), (ana, 0.9))

    def test_the_same_name_in_another_part_of_the_site_is_another(self) -> None:
        make_entity("Merdeka", kind=Kind.ORGANISATION)
        mention = self.meant(self.found.named("Merdeka", kind="place"))
        assert mention
        self.assertEqual((mention.entity.kind, mention.entity.slug), ("place", "merdeka-2"))

    def test_what_was_merged_away_is_named_no_more(self) -> None:
        old, kept = make_entity("Ana Wijaya"), make_entity("A. Wijaya Kusumah")
        merge(old, into=kept, by=self.editor)
        mention = self.meant(self.found.named("Ana Wijaya"))
        assert mention
        self.assertEqual(mention.entity, kept)

    def test_of_two_of_one_name_it_is_the_one_that_editors_confirmed(self) -> None:
        make_entity("Ana Wijaya")
        second = make_entity("Ana Wijaya Putri", names=[Written(name="Ana Wijaya")])
        other = make_article("Tentang Ana", paragraphs=("Tentang Ana Wijaya Putri.",))
        make_mention(other, second, "Ana Wijaya Putri")
        mention = self.meant(self.found.named("Ana Wijaya"))
        assert mention and mention.confidence
        self.assertEqual(mention.entity, second)
        self.assertLess(mention.confidence, 0.9)

    def test_of_two_of_one_name_that_nobody_confirmed_it_is_the_first_and_less_sure(self) -> None:
        first = make_entity("Ana Wijaya")
        printed = Written(name="Ana Wijaya", basis=EntityName.Basis.TEXT)
        make_entity("Ana Wijaya Putri", names=[printed])
        mention = self.meant(self.found.named("Ana Wijaya"))
        assert mention and mention.confidence
        self.assertEqual(mention.entity, first)
        self.assertLess(mention.confidence, 0.6)

    def test_a_person_spelt_nearly_so_is_meant_with_less_certainty(self) -> None:
        known = make_entity("Benjamin Netanyahu")
        mention = self.meant(self.found.named("Benyamin Netanyahu"))
        assert mention and mention.confidence
        self.assertEqual(mention.entity, known)
        self.assertLess(mention.confidence, 0.7)

    def test_bodies_that_are_spelt_nearly_so_are_two(self) -> None:
        make_entity("Komisi II", kind=Kind.GOVERNMENT_BODY)
        mention = self.meant(self.found.named("Komisi III", kind="government_body"))
        assert mention
        self.assertEqual(mention.entity.name, "Komisi III")

    def test_a_longer_form_that_the_archive_has_means_its_entity(self) -> None:
        known = make_entity("Ana Wijaya")
        mention = self.meant(self.found.named("Ana Wijaya Kusuma", variants=("Ana Wijaya", "Ana")))
        assert mention
        self.assertEqual(mention.entity, known)

    def test_letters_mean_a_body_only_when_it_is_called_so(self) -> None:
        make_entity("Kantor Arsip Kota", kind=Kind.ORGANISATION, names=[Written(name="KAK")])
        body = self.found.named("Komisi Antikorupsi", kind="government_body", variants=("KAK",))
        mention = self.meant(body)
        assert mention
        self.assertEqual(mention.entity.name, "Komisi Antikorupsi")

    def test_letters_alone_in_an_earlier_text_become_the_body_of_this_one(self) -> None:
        letters = make_entity("KAK", kind=Kind.ORGANISATION)
        body = self.found.named("Komisi Antikorupsi", kind="government_body", variants=("KAK",))
        mention = self.meant(body)
        assert mention
        self.assertEqual(mention.entity, letters)

    def test_one_word_alone_is_nobody(self) -> None:
        make_entity("Budi")
        self.assertIsNone(self.meant(self.found.named("Budi")))
        self.assertFalse(Decision.objects.filter(action="suggest").exists())

    def test_one_word_alone_is_who_editors_know_by_it(self) -> None:
        known = self.confirmed("Budi Santoso", names=[Written(name="Budi", kind=EntityName.Kind.SHORT)])
        mention = self.meant(self.found.named("Budi"))
        assert mention
        self.assertEqual(mention.entity, known)

    def test_one_word_by_which_editors_know_two_is_nobody(self) -> None:
        for name in ("Budi Santoso", "Budi Hartono"):
            self.confirmed(name, names=[Written(name="Budi", kind=EntityName.Kind.SHORT)])
        self.assertIsNone(self.meant(self.found.named("Budi")))

    def test_whom_an_editor_names_here_is_meant_in_the_whole_text(self) -> None:
        make_entity("Ana Wijaya")
        other = make_entity("Anna Wijayanti")
        make_mention(self.article, other, "Ana Wijaya")
        suggest(self.article, names=[self.found.named("Ana Wijaya", "Ana Wijaya", "Ana")])
        suggested = Mention.objects.get(method="rule")
        self.assertEqual((suggested.entity, str(suggested.anchors.get())), (other, "Ana"))

    def test_who_is_new_is_added_by_nobody_with_the_forms_that_tell_who_it_is(self) -> None:
        person = self.found.named("Ana Wijaya Kusuma", variants=("Wijaya", "Ana Wijaya", "Nana"))
        suggest(self.article, names=[person])
        added = Entity.objects.get(slug="ana-wijaya-kusuma")
        names = list(added.names.order_by("pk").values_list("name", "kind", "basis"))
        self.assertEqual(
            names,
            [
                ("Ana Wijaya Kusuma", "preferred", "text"),
                ("Ana Wijaya", "alias", "text"),
                ("Nana", "alias", "text"),
            ],
        )
        decision = log.decisions_of(added).get()
        self.assertEqual((decision.action, decision.by), ("suggest", None))
        self.assertIn("rules-1", decision.reason)
        assert decision.after
        self.assertEqual(decision.after["names"][1]["name"], "Ana Wijaya")

    def test_two_clusters_of_one_name_are_one_entity(self) -> None:
        names = [self.found.named("Ana Wijaya"), self.found.named("Ana Wijaya", "Ana Wijaya Kusuma")]
        suggest(self.article, names=names)
        self.assertEqual(Entity.objects.filter(name="Ana Wijaya").count(), 1)
        self.assertEqual(Mention.objects.count(), 2)

    def test_what_a_rule_is_not_sure_of_is_not_added(self) -> None:
        self.assertIsNone(self.meant(self.found.named("Ana Wijaya", confidence=0.3)))

    def test_nobody_is_added_whom_no_fact_would_name(self) -> None:
        other = make_entity("Anna Wijayanti")
        mention = make_mention(self.article, other, "Ana Wijaya")
        before = Entity.objects.count()
        mention.nested = True  # so it does not say who the whole name is
        mention.save()
        suggest(self.article, names=[self.found.named("Ana Wijaya")])
        self.assertEqual(Entity.objects.count(), before)

    def test_the_gazetteer_holds_whom_editors_confirmed_and_nobody_whom_only_rules_found(self) -> None:
        suggest(self.article, names=[self.found.named("Ana Wijaya"), self.found.named("Merdeka", kind="place")])
        self.assertFalse(gazetteer().find("Ana Wijaya"))
        confirm(Mention.objects.get(entity__name="Ana Wijaya"), by=self.editor)
        known = gazetteer()
        self.assertEqual([name.kind for name in known.find("ana wijaya")], ["person"])
        self.assertFalse(known.find("Merdeka"))
