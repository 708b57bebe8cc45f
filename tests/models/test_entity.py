"""Entities and their names."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Entity, EntityName
from tests.factories import make_article, make_entity, make_mention
from tests.models.rules import refused

Kind = Entity.Kind


class EntityTests(TestCase):
    def test_its_number_in_wikidata_is_a_q_number_or_not_known(self) -> None:
        ana = make_entity("Ana")
        for wrong in ("42", "Q0", "Q", "q42", "Q42 ", "Q4.2"):
            with self.subTest(wrong), refused("entity_wikidata_is_a_q_number"):
                Entity.objects.filter(pk=ana.pk).update(wikidata=wrong)
        self.assertEqual(Entity.objects.update(wikidata="Q42"), 1)

    def test_it_is_never_merged_into_itself(self) -> None:
        ana = make_entity("Ana")
        with refused("entity_not_merged_into_itself"):
            Entity.objects.filter(pk=ana.pk).update(merged_into=ana)

    def test_a_name_is_held_once_in_each_language(self) -> None:
        ana = make_entity("Ana")
        alias = {"entity": ana, "name": "Anna", "kind": EntityName.Kind.ALIAS, "key": "anna"}
        EntityName.objects.create(language="id", **alias)
        EntityName.objects.create(language="en", **alias)
        with refused("entity_name_once_per_language"):
            EntityName.objects.create(language="id", **alias)

    def test_one_name_is_preferred(self) -> None:
        ana = make_entity("Ana")
        with refused("entity_has_one_preferred_name"):
            EntityName.objects.create(entity=ana, name="Anna", kind=EntityName.Kind.PREFERRED, key="anna")

    def test_every_kind_has_its_page_in_one_part_of_the_site(self) -> None:
        parts = {
            Kind.PERSON: "people",
            Kind.ORGANISATION: "organisations",
            Kind.GOVERNMENT_BODY: "organisations",
            Kind.NEWS_AGENCY: "organisations",
            Kind.PUBLISHER: "organisations",
            Kind.GROUP: "organisations",
            Kind.COUNTRY: "places",
            Kind.PLACE: "places",
        }
        self.assertEqual(set(parts), set(Kind))
        for kind, part in parts.items():
            with self.subTest(kind):
                entity = make_entity(f"Nama {kind}", kind=kind)
                self.assertEqual(entity.get_absolute_url(), f"/{part}/{entity.slug}/")

    def test_articles_are_counted_once_each_and_not_for_a_name_inside_another(self) -> None:
        rusia = make_entity("Rusia", kind=Kind.COUNTRY)
        article = make_article(paragraphs=("Rusia dan Rusia.", "Menteri Rusia."))
        for nested in (False, False, True):
            make_mention(article, rusia, "Rusia", nested=nested)
        make_mention(make_article("Lain", paragraphs=("Menteri Rusia.",)), rusia, "Rusia", nested=True)
        counted = Entity.objects.with_article_counts().get(pk=rusia.pk)
        self.assertEqual(vars(counted)["article_count"], 1)

    def test_it_is_found_by_any_of_its_names_and_by_what_is_nearly_one(self) -> None:
        benyamin, ana = make_entity("Benjamin Netanyahu"), make_entity("Ana Wijaya")
        EntityName.objects.create(entity=benyamin, name="Bibi", kind=EntityName.Kind.ALIAS, key="bibi")
        for words in ("Netanyahu", "bibi", "Binyamin Netanyahu", "NETANYAHU"):
            with self.subTest(words):
                self.assertEqual(list(Entity.objects.named(words)), [benyamin])
        self.assertEqual(list(Entity.objects.named("Wijaya")), [ana])
        self.assertEqual(list(Entity.objects.named("Zakharova")), [])

    def test_who_has_just_this_name_comes_before_who_has_it_within_a_longer_one(self) -> None:
        longer, just = make_entity("Ana Wijaya"), make_entity("Wijaya")
        self.assertEqual(list(Entity.objects.named("wijaya")), [just, longer])
