"""Topics in the admin: labels, a tree without circles, counts."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import log
from articles.models import Article, Topic
from tests.admin.test_entities import fields, signed_in
from tests.factories import make_article, make_topic

LIST = "admin:articles_topic_changelist"
ADD = "admin:articles_topic_add"
CHANGE = "admin:articles_topic_change"


class TopicAdminTests(TestCase):
    client: Client
    water: Topic
    flood: Topic

    @classmethod
    def setUpTestData(cls) -> None:
        article = make_article()
        labels = {"id": "Air", "en": "Water", "ru": "Вода"}
        cls.water = make_topic("local:air", labels=labels, article=article)
        cls.flood = make_topic("local:banjir", label="Banjir", broader=cls.water, alternatives=["Genangan"])
        draft = make_article("Rancangan", state=Article.State.DRAFT)
        make_topic("local:air", article=draft)

    def setUp(self) -> None:
        self.client = signed_in("Editor")

    def change(self, topic: Topic, **typed: Any) -> Any:
        address = reverse(CHANGE, args=[topic.pk])
        return self.client.post(address, {**fields(self.client, address), **typed})

    def test_a_new_one_gets_code_and_address_from_its_label(self) -> None:
        typed = {"label_en": "Landslide", "label_id": "Longsor", "alternatives": "Tanah longsor\r\n\r\nGerakan tanah"}
        self.client.post(reverse(ADD), {**typed, "broader": self.water.pk})
        topic = Topic.objects.get(code="local:landslide")
        self.assertEqual((topic.slug, topic.broader), ("landslide", self.water))
        self.assertEqual(topic.labels, {"en": "Landslide", "id": "Longsor"})
        self.assertEqual(topic.alternatives, ["Tanah longsor", "Gerakan tanah"])
        self.assertEqual(log.decisions_of(topic).get().action, "add")

    def test_a_code_that_is_typed_is_kept_and_is_nobody_elses(self) -> None:
        self.client.post(reverse(ADD), {"label_en": "Quake", "code": "medtop:20000151"})
        self.assertEqual(Topic.objects.get(slug="quake").code, "medtop:20000151")
        answer = self.client.post(reverse(ADD), {"label_en": "Tremor", "code": "medtop:20000151"})
        self.assertContains(answer, "Topic with this Code already exists.")

    def test_labels_in_languages_without_a_field_stay(self) -> None:
        self.change(self.water, label_en="Waters")
        self.water.refresh_from_db()
        self.assertEqual(self.water.labels, {"en": "Waters", "id": "Air", "ru": "Вода"})
        self.assertEqual((self.water.slug, self.water.code), ("local-air", "local:air"))
        newest = log.decisions_of(self.water).first()
        assert newest and newest.after
        self.assertEqual(set(newest.after), {"labels"})

    def test_a_form_that_is_saved_untouched_leaves_no_trace(self) -> None:
        self.change(self.flood)
        self.assertFalse(log.decisions_of(self.flood).exists())

    def test_what_cannot_be_is_refused_with_a_sentence_at_its_field(self) -> None:
        answer = self.change(self.water, broader=self.flood.pk)
        self.assertContains(answer, "“Banjir” is a part of “Water”: it cannot be the broader one too.")
        self.assertIn("broader", answer.context["adminform"].form.errors)
        self.assertContains(self.change(self.water, broader=self.water.pk), "A topic is not broader than itself.")
        self.assertContains(self.change(self.flood, label_id=""), "A topic has a label in one language at least.")
        self.assertContains(self.change(self.flood, alternatives="x" * 201), "is longer than 200 characters.")

    def test_a_label_that_another_has_asks_to_be_confirmed(self) -> None:
        answer = self.client.post(reverse(ADD), {"label_id": "banjir"})
        self.assertContains(answer, "There is already “Banjir” (local:banjir). Save it all the same to have two.")
        self.client.post(reverse(ADD), {"label_id": "banjir", "confirmed": "on"})
        self.assertTrue(Topic.objects.filter(code="local:banjir-2", slug="banjir").exists())

    def test_what_another_editor_wrote_is_shown_and_kept(self) -> None:
        address = reverse(CHANGE, args=[self.water.pk])
        stale = fields(self.client, address)
        self.change(self.water, label_en="Waters")
        answer = self.client.post(address, {**stale, "alternatives": "Banyu"})
        self.assertContains(answer, "Somebody has changed this record since you opened it.")
        self.assertEqual(answer.context["adminform"].form["label_en"].value(), "Waters")
        self.assertEqual(answer.context["adminform"].form["alternatives"].value(), "Banyu")
        self.water.refresh_from_db()
        self.assertEqual((self.water.labels["en"], self.water.alternatives), ("Waters", []))

    def test_it_is_found_by_any_of_its_names(self) -> None:
        for words, found in (("water", "Water"), ("Genangan", "Banjir"), ("banjir", "Banjir"), ("local:air", "Water")):
            with self.subTest(words):
                page = self.client.get(reverse(LIST), {"q": words})
                self.assertEqual([str(topic) for topic in page.context["cl"].result_list], [found])

    def test_articles_are_counted_as_far_as_one_may_see_them(self) -> None:
        for role, count in (("Editor", 2), ("Reviewer", 1)):
            with self.subTest(role):
                rows = signed_in(role).get(reverse(LIST)).context["cl"].result_list
                self.assertEqual({row.code: row.article_count for row in rows}["local:air"], count)

    def test_queries_do_not_grow_with_rows(self) -> None:
        self.client.get(reverse(LIST))
        with CaptureQueriesContext(connection) as few:
            self.client.get(reverse(LIST))
        for number in range(20):
            make_topic(f"local:t{number}", label=f"T{number}", broader=self.water, article=make_article(f"B {number}"))
        with CaptureQueriesContext(connection) as many:
            self.client.get(reverse(LIST))
        self.assertEqual(len(many), len(few))
