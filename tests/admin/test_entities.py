"""Entities in the admin: found by any spelling, named in step, merged and parted by those who may."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import log, roles
from articles.actions.entities import Written
from articles.actions.merge import in_effect, merge
from articles.models import Article, Entity, EntityName, Quote
from tests.factories import make_article, make_entity, make_mention, make_quote

LIST = "admin:articles_entity_changelist"
ADD = "admin:articles_entity_add"
CHANGE = "admin:articles_entity_change"
MERGE = "admin:articles_entity_merge"
NONE = {"names-TOTAL_FORMS": "0", "names-INITIAL_FORMS": "0"}


def signed_in(role: str) -> Client:
    user, _ = User.objects.get_or_create(username=role.lower(), is_staff=True)
    roles.sync()
    roles.assign(user, role)
    client = Client()
    client.force_login(user)
    return client


def fields(client: Client, address: str) -> dict[str, Any]:
    """Return what the form at this address would post untouched."""
    response = client.get(address)
    data: dict[str, Any] = {}
    for form in _forms(response.context):
        for bound in form:
            data[bound.html_name] = bound.value()
            if bound.field.show_hidden_initial:
                data[bound.html_initial_name] = bound.field.prepare_value(bound.initial)
    return {name: "" if value is None else value for name, value in data.items() if value is not False}


def _forms(context: Any) -> list[Any]:
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    return forms


def said(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


class EntityAdminTestCase(TestCase):
    client: Client
    ana: Entity
    netanyahu: Entity
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = make_entity("Ana Wijaya", names=[Written(name="A. Wijaya")])
        cls.netanyahu = make_entity("Benjamin Netanyahu")
        cls.article = make_article(paragraphs=("Ana Wijaya berkata air naik.",))
        make_mention(cls.article, cls.ana, "Ana Wijaya")
        make_quote(cls.article, "air naik", speaker=cls.ana)

    def setUp(self) -> None:
        self.client = signed_in("Editor")


class FindingTests(EntityAdminTestCase):
    def found(self, words: str) -> list[str]:
        return [entity.name for entity in self.client.get(reverse(LIST), {"q": words}).context["cl"].result_list]

    def offered(self, words: str) -> list[str]:
        asked = {"app_label": "articles", "model_name": "quote", "field_name": "speaker", "term": words}
        return [row["text"] for row in self.client.get(reverse("admin:autocomplete"), asked).json()["results"]]

    def test_every_spelling_finds_it_in_the_list_and_where_one_is_chosen(self) -> None:
        for words in ("Netanjahu", "NETANYAHU", "benjamin"):
            with self.subTest(words):
                self.assertEqual(self.found(words), ["Benjamin Netanyahu"])
                self.assertEqual(self.offered(words), ["Benjamin Netanyahu"])

    def test_its_number_in_wikidata_finds_it(self) -> None:
        Entity.objects.filter(pk=self.ana.pk).update(wikidata="Q42")
        self.assertEqual(self.found("q42"), ["Ana Wijaya"])
        self.assertEqual(self.found("Q43"), [])

    def test_the_nearest_comes_first(self) -> None:
        make_entity("Anatolia Wijayanto")
        make_entity("Aan Wijaya Putra")
        self.assertEqual(self.found("ana wijaya")[0], "Ana Wijaya")

    def test_who_was_merged_is_in_the_list_but_is_not_offered(self) -> None:
        merge(make_entity("Ana Wi."), into=self.ana, by=None)
        self.assertEqual(self.offered("ana wi"), ["Ana Wijaya"])
        self.assertIn("Ana Wi.", self.found("ana wi"))
        self.assertContains(self.client.get(reverse(LIST), {"merged": "yes"}), "1 entity")

    def test_signs_alone_and_nonsense_break_nothing(self) -> None:
        for words in ("%", "'", "((", "‮", "ا" * 200):
            with self.subTest(words):
                self.assertEqual(self.client.get(reverse(LIST), {"q": words}).status_code, 200)

    def test_the_list_tells_names_and_numbers(self) -> None:
        page = self.client.get(reverse(LIST))
        self.assertContains(page, "A. Wijaya")
        address = reverse("admin:articles_mention_changelist")
        link = f'<a href="{address}?entity__id__exact={self.ana.pk}">1</a>'
        self.assertContains(page, link, html=True)
        self.assertContains(page, self.ana.get_absolute_url())

    def test_what_stands_in_drafts_is_counted_for_editors_alone(self) -> None:
        draft = make_article("Rancangan", paragraphs=("Ana Wijaya lagi.",), state=Article.State.DRAFT)
        make_mention(draft, self.ana, "Ana Wijaya")
        make_mention(draft, self.netanyahu, "Ana Wijaya")
        for role, count, seen in (("Editor", 2, True), ("Reviewer", 1, False)):
            with self.subTest(role):
                page = signed_in(role).get(reverse(LIST))
                counts = {entity.name: entity.mention_count for entity in page.context["cl"].result_list}
                self.assertEqual(counts["Ana Wijaya"], count)
                self.assertEqual("Benjamin Netanyahu" in counts, seen)

    def test_queries_do_not_grow_with_rows(self) -> None:
        self.client.get(reverse(LIST))
        with CaptureQueriesContext(connection) as few:
            self.client.get(reverse(LIST))
        for number in range(20):
            make_mention(self.article, make_entity(f"Orang {number}", names=[Written(name=f"O{number}")]), "Ana Wijaya")
        merge(make_entity("Satu"), into=self.ana, by=None)
        with CaptureQueriesContext(connection) as many:
            self.client.get(reverse(LIST))
        self.assertEqual(len(many), len(few))
        self.assertLessEqual(len(many), 15)


class WritingTests(EntityAdminTestCase):
    def add(self, **typed: str) -> Any:
        data = {"kind": "person", "listed": "on", **NONE, **typed}
        return self.client.post(reverse(ADD), data)

    def test_a_new_one_gets_its_address_and_keys(self) -> None:
        names = {
            "names-TOTAL_FORMS": "1",
            "names-0-name": "Čitra",
            "names-0-kind": "alias",
            "names-0-language": "",
            "names-0-basis": "editor",
        }
        self.add(name="Citra Dewi", **names)
        citra = Entity.objects.get(name="Citra Dewi")
        self.assertEqual((citra.slug, citra.sort_key), ("citra-dewi", "citra dewi"))
        rows = sorted(citra.names.values_list("name", "kind", "key"))
        self.assertEqual(rows, [("Citra Dewi", "preferred", "citra dewi"), ("Čitra", "alias", "citra")])
        decision = log.decisions_of(citra).get()
        assert decision.after
        self.assertEqual((decision.action, len(decision.after["names"])), ("add", 2))

    def test_one_of_the_same_name_asks_to_be_confirmed(self) -> None:
        answer = self.add(name="ANA  Wijaya")
        self.assertContains(answer, "There is already “Ana Wijaya” (person). Save it all the same to have two.")
        self.add(name="Ana Wijaya", confirmed="on")
        self.assertEqual(Entity.objects.filter(name="Ana Wijaya").count(), 2)
        self.assertTrue(Entity.objects.filter(slug="ana-wijaya-2").exists())

    def test_what_cannot_be_is_refused_with_a_sentence(self) -> None:
        cases = {
            ("???", ""): "A name has letters or digits.",
            ("Dewi", "42"): "“42” is no number of Wikidata: they are written as in Q42.",
        }
        for (name, wikidata), sentence in cases.items():
            with self.subTest(sentence):
                self.assertContains(self.add(name=name, wikidata=wikidata), sentence)
        self.add(name="Dewi", wikidata="q42")
        self.assertEqual(Entity.objects.get(name="Dewi").wikidata, "Q42")
        self.assertContains(
            self.add(name="Eka", wikidata="Q42"), "Q42 of Wikidata is given to “Dewi” (person) already."
        )

    def test_hidden_characters_are_taken_out_and_that_is_said(self) -> None:
        answer = self.add(name="De\u202ewi\x00")
        self.assertTrue(Entity.objects.filter(name="Dewi").exists())
        self.assertIn("removed", said(answer))

    def test_renaming_keeps_the_address_and_the_old_name(self) -> None:
        address = reverse(CHANGE, args=[self.ana.pk])
        data = fields(self.client, address)
        self.assertEqual(
            [data[key] for key in data if key.startswith("names-") and key.endswith("-name")], ["A. Wijaya"]
        )
        self.assertRedirects(
            self.client.post(address, {**data, "name": "Ana Lestari", "reason": "married"}), reverse(LIST)
        )
        self.ana.refresh_from_db()
        self.assertEqual((self.ana.slug, self.ana.sort_key), ("ana-wijaya", "ana lestari"))
        names = dict(self.ana.names.values_list("name", "kind"))
        self.assertEqual(names, {"Ana Lestari": "preferred", "Ana Wijaya": "alias", "A. Wijaya": "alias"})
        newest = log.decisions_of(self.ana).first()
        assert newest and newest.after
        self.assertEqual((newest.reason, set(newest.after)), ("married", {"name", "sort_key", "names"}))

    def test_a_name_that_is_changed_is_found_by_its_new_spelling(self) -> None:
        address = reverse(CHANGE, args=[self.ana.pk])
        data = fields(self.client, address)
        self.client.post(address, {**data, "names-0-name": "Anna Widjaja"})
        self.assertEqual(EntityName.objects.get(name="Anna Widjaja").key, "anna widjaja")

    def test_the_same_name_twice_is_refused_with_a_sentence(self) -> None:
        address = reverse(CHANGE, args=[self.ana.pk])
        data = {**fields(self.client, address), "names-TOTAL_FORMS": "2"}
        data |= {
            "names-1-name": "A. Wijaya",
            "names-1-kind": "short",
            "names-1-basis": "editor",
            "names-1-language": "",
        }
        self.assertContains(self.client.post(address, data), "errorlist")
        self.assertEqual(self.ana.names.count(), 2)


class MergingTests(EntityAdminTestCase):
    gone: Entity
    quote: Quote

    def setUp(self) -> None:
        super().setUp()
        self.gone = make_entity("Ana Wi.")
        self.quote = make_quote(self.article, "air naik", speaker=self.gone)

    def test_the_preview_tells_what_moves_and_writes_nothing(self) -> None:
        page = self.client.get(reverse(MERGE), {"of": self.gone.pk, "into": self.ana.pk})
        self.assertContains(page, "1 quote as its speaker")
        self.assertContains(page, reverse("admin:articles_quote_change", args=[self.quote.pk]))
        self.assertContains(page, "“Ana Wijaya” is also found by: Ana Wi.")
        self.gone.refresh_from_db()
        self.assertIsNone(self.gone.merged_into)

    def test_it_is_merged_and_the_message_leads_to_the_undoing(self) -> None:
        data = {"of": self.gone.pk, "into": self.ana.pk, "reason": "one person"}
        answer = self.client.post(reverse(MERGE), data)
        self.assertRedirects(answer, reverse(CHANGE, args=[self.ana.pk]))
        self.assertIn("“Ana Wi.” is merged into “Ana Wijaya”: 1 quote as its speaker.", said(answer))
        self.assertIn(reverse("admin:articles_entity_history", args=[self.gone.pk]), said(answer))
        self.gone.refresh_from_db()
        decision = in_effect(self.gone)
        assert decision and decision.by
        self.assertEqual((decision.reason, decision.by.username), ("one person", "editor"))
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.speaker, self.ana)
        undo = reverse("admin:articles_entity_revert", args=[self.gone.pk, decision.pk])
        self.assertContains(self.client.get(reverse("admin:articles_entity_history", args=[self.gone.pk])), undo)

    def test_taking_it_back_in_the_history_parts_them_and_says_what_stayed(self) -> None:
        decision = merge(self.gone, into=self.ana, by=None)
        Quote.objects.filter(pk=self.quote.pk).update(speaker=None)
        answer = self.client.post(reverse("admin:articles_entity_revert", args=[self.gone.pk, decision.pk]))
        self.assertIn("Changed since the merge, and left as it is: 1 quote as its speaker.", said(answer))
        self.gone.refresh_from_db()
        self.assertIsNone(self.gone.merged_into)

    def test_of_several_that_are_ticked_one_stays(self) -> None:
        other = make_entity("Ana W.")
        keys = [self.ana.pk, self.gone.pk, other.pk]
        data = {"action": "merge_selected", "_selected_action": keys}
        answer = self.client.post(reverse(LIST), data, follow=True)
        self.assertContains(answer, "Keep “Ana Wijaya”")
        self.client.post(reverse(MERGE), {"of": keys, "into": self.ana.pk})
        self.assertEqual(set(Entity.objects.filter(merged_into=self.ana)), {self.gone, other})

    def test_more_than_a_page_can_show_are_refused(self) -> None:
        for number in range(21):
            make_entity(f"Orang {number}")
        data = {"action": "merge_selected", "select_across": "1", "_selected_action": [self.ana.pk]}
        answer = self.client.post(reverse(LIST), data, follow=True)
        self.assertContains(answer, "At most 20 can be merged at once. Nothing was changed.")

    def test_what_makes_no_sense_is_a_sentence(self) -> None:
        country = make_entity("Rusia", kind=Entity.Kind.COUNTRY)
        cases: list[tuple[Any, Any, str, int]] = [
            (self.ana.pk, self.ana.pk, "“Ana Wijaya” cannot be merged into itself.", 200),
            (country.pk, self.ana.pk, "If they are one, change the kind first.", 200),
            (self.ana.pk, "", "This field is required.", 400),
            (self.ana.pk, "x", "The one to merge into is not in the archive.", 400),
            (self.ana.pk, "9" * 40, "The one to merge into is not in the archive.", 400),
        ]
        for of, into, sentence, status in cases:
            for method in (self.client.get, self.client.post):
                with self.subTest(sentence, method=method):
                    answer = method(reverse(MERGE), {"of": of, "into": into}, follow=True)
                    self.assertContains(answer, sentence, status_code=status)
        for of in ("", "x", "9" * 40, "-1"):
            with self.subTest(of):
                answer = self.client.get(reverse(MERGE), {"of": of}, follow=True)
                self.assertContains(answer, "Choose first who is to be merged.")

    def test_only_those_who_may_merge_do(self) -> None:
        decision = merge(self.gone, into=self.ana, by=None)
        undo = reverse("admin:articles_entity_revert", args=[self.gone.pk, decision.pk])
        form = reverse(CHANGE, args=[self.ana.pk])
        button = f"{reverse(MERGE)}?of={self.ana.pk}"
        self.assertContains(self.client.get(form), button)
        for role in ("Reviewer", "Importer"):
            with self.subTest(role):
                client = signed_in(role)
                self.assertEqual(client.get(reverse(MERGE), {"of": self.ana.pk}).status_code, 403)
                self.assertEqual(client.post(reverse(MERGE), {"of": self.ana.pk}).status_code, 403)
                self.assertEqual(client.post(undo).status_code, 403)
                self.assertNotContains(client.get(form), button)
                self.assertNotContains(client.get(reverse(LIST)), "merge_selected")
        self.assertEqual(Client().get(reverse(MERGE), {"of": self.ana.pk}).status_code, 302)
