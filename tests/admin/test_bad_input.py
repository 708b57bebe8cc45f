"""Addresses, choices and texts that are wrong: the admin says which field is meant, saves nothing, and never fails."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import Any

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.actions.merge import merge
from articles.models import Article, Decision, Entity, Quote, Series, Statistic, Status, Topic
from tests.admin.desk import rows
from tests.admin.test_entities import fields, said, signed_in
from tests.factories import make_article, make_entity, make_event, make_quote, make_statistic, make_topic

TOO_LARGE = "9" * 20
QUOTES = "/admin/articles/quote/"
# An address of a list, and what the page says about it; "": it is left alone in silence, as Django does.
LISTS = {
    "quote/?status__exact=xyz": "“xyz” is no value of “status”",
    "quote/?article__state=xyz": "",
    "quote/?article__state__exact=xyz": "“xyz” is no value of “article”",
    "quote/?id__exact=abc": "“abc” is no value of “id”",
    f"quote/?id__exact={TOO_LARGE}": "",
    "quote/?article__id__exact=1e3": "“1e3” is no value of “article”",
    "quote/?unknown=1": "“1” is no value of “unknown”",
    "quote/?unknown=%E2%80%AE": "“�” is no value of “unknown”",
    "quote/?pk__regex=%5B": "“[” is no value of “pk”",
    "quote/?article__current__body__contains=a": "“a” is no value of “article”",
    "quote/?said=2023-13": "there is no month 13",
    "quote/?list=nothing": "there is no worklist “nothing” here",
    "quote/?decided_at__year=99999": "“99999” is no value of “decided_at”",
    "quote/?p=abc": "",
    f"quote/?p={TOO_LARGE}": "",
    "quote/?o=abc": "",
    "quote/?o=1.-99.x": "",
    "quote/?q=%25%27%22": "",
    "quote/?list=no-speaker&status__exact=xyz&unknown=1": "“xyz” is no value of “status”",
    "article/?published=9999999": "“9999999” is not a year, month or day",
    "article/?publisher__id__exact=abc": "“abc” is no value of “publisher”",
    "article/?added_at__year=99999": "“99999” is no value of “added_at”",
    "entity/?merged=maybe": "“maybe” is no value of “merged”",
    "datemention/?weekday_fits__exact=perhaps": "“perhaps” is no value of “weekday_fits”",
    "decision/?at__year=9999": "“9999” is no value of “at”",
    "decision/?at__year=2023&at__month=02&at__day=31": "“31” is no value of “at”",
    "decision/?by__password__startswith=a": "“a” is no value of “by”",
    "tombstone/?sources=x": "“x” is no value of “sources”",
}
RECORDS = {
    "abc/change/": 302,
    "abc/history/": 404,
    f"{TOO_LARGE}/change/": 302,
    f"{TOO_LARGE}/history/": 404,
    "%00/change/": 400,
    "_5F/change/": 302,
    "abc/decide/": 405,
    f"1/history/revert/{TOO_LARGE}/": 405,
    "?status__exact=%00": 400,
}
AUTOCOMPLETE: tuple[dict[str, str], ...] = (
    {},
    {"app_label": "articles", "model_name": "quote", "field_name": "status"},
    {"app_label": "articles", "model_name": "quote", "field_name": "speaker", "page": "abc"},
    {"app_label": "articles", "model_name": "quote", "field_name": "speaker", "page": TOO_LARGE},
    {"app_label": "auth", "model_name": "user", "field_name": "password", "term": "a"},
)


class BadInputTestCase(TestCase):
    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("“Kami tiba,” kata Ana. Kami 883 dari 1.100 orang.",))
        cls.quote = make_quote(cls.article, "Kami tiba")

    def setUp(self) -> None:
        self.client = signed_in("Editor")

    def send(self, record: Any, **typed: Any) -> Any:
        """Change what is named on the record's form, and send it."""
        address = reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])
        return self.client.post(address, {**fields(self.client, address), **typed})

    def refused(self, record: Any, sentence: str, **typed: Any) -> None:
        """Assert that the form comes back with a sentence, and that nothing is written."""
        before = Decision.objects.count()
        self.assertIn(sentence, unescape(self.send(record, **typed).content.decode()))
        self.assertEqual(Decision.objects.count(), before)


class AddressTests(BadInputTestCase):
    def test_a_list_says_which_part_of_its_address_means_nothing(self) -> None:
        self.client = signed_in("Editor")
        for address, sentence in LISTS.items():
            with self.subTest(address):
                page = self.client.get(f"/admin/articles/{address}", follow=True)
                self.assertEqual(page.status_code, 200)
                self.assertIn(sentence, " ".join(str(message) for message in page.context["messages"]))

    def test_what_means_something_stays_in_the_address(self) -> None:
        answer = self.client.get(f"{QUOTES}?list=no-speaker&status__exact=xyz")
        self.assertRedirects(answer, f"{QUOTES}?list=no-speaker")

    def test_an_action_in_a_list_that_means_nothing_does_nothing(self) -> None:
        data = {"action": "reject", "_selected_action": [self.quote.pk], "answered": "yes", "expected": 1, "seen": 9}
        answer = self.client.post(f"{QUOTES}?status__exact=xyz", data)
        self.assertEqual(said(answer), "“xyz” is no value of “status”. The list leaves it out.")
        self.assertEqual(Quote.objects.get().status, Status.CONFIRMED)

    def test_a_record_that_there_cannot_be_is_not_found(self) -> None:
        for address, status in RECORDS.items():
            with self.subTest(address):
                self.assertEqual(self.client.get(QUOTES + address).status_code, status)

    def test_choices_answer_whatever_they_are_asked(self) -> None:
        for asked in AUTOCOMPLETE:
            with self.subTest(asked):
                self.assertIn(self.client.get("/admin/autocomplete/", asked).status_code, {403, 404})

    def test_a_form_opens_whatever_its_address_fills_in(self) -> None:
        for query in ("article=abc", f"article={TOO_LARGE}", "speaker=1,2&said=x", "type=x", "_changelist_filters=%25"):
            with self.subTest(query):
                self.assertEqual(self.client.get(f"{QUOTES}add/?{query}").status_code, 200)


class ChosenTests(BadInputTestCase):
    def test_rows_that_are_none_are_named_as_such(self) -> None:
        for keys in (["abc"], [""], ["-1"], ["1.5"], [TOO_LARGE * 5], [str(self.quote.pk), "x"]):
            with self.subTest(keys):
                answer = self.client.post(QUOTES, {"action": "confirm", "_selected_action": keys})
                self.assertIn("One of the chosen rows is none. Nothing is done.", said(answer))
        self.assertFalse(Decision.objects.filter(action="confirm").exists())

    def test_five_thousand_rows_chosen_by_hand_are_asked_about(self) -> None:
        keys = [self.quote.pk, *range(10**6, 10**6 + 4999)]
        answer = self.client.post(QUOTES, {"action": "confirm", "_selected_action": keys})
        self.assertEqual(answer.context["count"], 1)

    def test_an_answer_that_means_nothing_is_asked_again(self) -> None:
        chosen: dict[str, Any] = {"action": "confirm", "_selected_action": [self.quote.pk], "answered": "yes"}
        for typed in ({"expected": "x"}, {"expected": 1, "seen": "9" * 40}, {}):
            with self.subTest(typed):
                self.assertContains(self.client.post(QUOTES, {**chosen, **typed}), "errorlist")
        chosen |= {"action": "set_topic", "_selected_action": [self.article.pk], "expected": 1, "seen": 0}
        answer = self.client.post("/admin/articles/article/", {**chosen, "topic": "x", "about": "maybe"})
        self.assertContains(answer, "maybe is not one of the available choices")

    def test_merging_with_nobody_oneself_or_in_a_circle_is_refused(self) -> None:
        ana, budi = make_entity("Ana Wijaya"), make_entity("Budi Santoso")
        address = reverse("admin:articles_entity_merge")
        nobody: tuple[dict[str, str], ...] = ({"of": "abc"}, {"of": TOO_LARGE}, {})
        for chosen in nobody:
            with self.subTest(chosen):
                self.assertRedirects(self.client.get(address, chosen), reverse("admin:articles_entity_changelist"))
        self.assertContains(
            self.client.get(address, {"of": str(ana.pk), "into": "abc"}), "not in the archive", status_code=400
        )
        merge(budi, into=ana, by=None)
        for of, into in ((ana, ana), (ana, budi)):
            with self.subTest(of=of, into=into):
                self.assertNotEqual(said(self.client.post(address, {"of": of.pk, "into": into.pk})), "")
                self.assertIsNone(Entity.objects.get(pk=ana.pk).merged_into)


class FormTests(BadInputTestCase):
    def test_a_choice_that_is_none_is_named_on_its_field(self) -> None:
        for typed in ("x", TOO_LARGE, "1.5", "1,2"):
            with self.subTest(typed):
                page = self.send(self.quote, speaker=typed)
                self.assertIn("speaker", page.context["adminform"].form.errors)

    def test_hidden_characters_are_taken_out_of_names_and_that_is_said(self) -> None:
        records: tuple[tuple[Any, str], ...] = (
            (make_entity("Ana Wijaya"), "name"),
            (make_event(self.article, "Kami tiba"), "name"),
            (make_statistic(883, article=self.article), "measure"),
            (Series.objects.create(slug="s", name="S", unit="person"), "name"),
        )
        for record, name in records:
            with self.subTest(type(record).__name__):
                answer = self.send(record, **{name: "Na\x00ma\u202e baru"})
                self.assertIn(
                    "removed 1 NUL character and 1 character that changes the direction of text", said(answer)
                )
                record.refresh_from_db()
                self.assertEqual(getattr(record, name), "Nama baru")

    def test_a_label_never_holds_what_json_cannot(self) -> None:
        topic = make_topic()
        self.assertIn("removed 1 NUL character", said(self.send(topic, label_en="Wa\x00ter")))
        self.assertEqual(Topic.objects.get().labels["en"], "Water")

    def test_what_leads_back_to_itself_is_refused(self) -> None:
        part = make_statistic(883, article=self.article)
        whole = make_statistic("1100", article=self.article, words="1.100", out_of=part)
        first = make_event(self.article, "Kami tiba", name="Rapat pertama")
        second = make_event(self.article, "Kami tiba", name="Rapat kedua", previous=first)
        water = make_topic("local:air")
        flood = make_topic("local:banjir", broader=water)
        self.refused(part, "a figure is not its own denominator", out_of=part.pk)
        self.refused(part, "is itself counted out of this figure", out_of=whole.pk)
        self.refused(first, "“Rapat kedua” is this event, or comes after it", previous=second.pk)
        self.refused(first, "“Rapat pertama” is this event", previous=first.pk)
        self.refused(water, "A topic is not broader than itself", broader=water.pk)
        self.refused(water, "it cannot be the broader one too", broader=flood.pk)

    def test_rows_that_only_the_database_finds_wrong_are_refused_with_all_that_was_typed(self) -> None:
        first, second = make_topic("local:a", article=self.article), make_topic("local:b", article=self.article)
        given = self.article.articletopics.get(topic=first)
        sentence = "An article has each topic once"
        self.refused(given, sentence, topic=second.pk)
        rows = {"articletopics-0-topic": second.pk, "articletopics-1-topic": first.pk, "section": "Internasional"}
        self.refused(self.article, sentence, **rows)
        self.assertContains(self.send(self.article, **rows), "Internasional")

    def test_a_date_that_cannot_be_asks_to_be_confirmed(self) -> None:
        make_event(self.article, "Kami tiba", name="Rapat", happened="2024-02-01")
        tomorrow = (timezone.now() + timedelta(days=3)).date().isoformat()
        self.refused(self.article, "which is after today", published=tomorrow)
        self.refused(self.article, "which is before “Rapat” happened (2024-02-01)", published="2024-01-01")
        self.refused(self.article, "31/02/2024 is not a day", published="31/02/2024")
        self.send(self.article, published="2024-01-01", confirmed="on")
        self.assertEqual(Article.objects.get().published, "2024-01-01")

    def test_words_that_the_article_does_not_have_are_refused(self) -> None:
        row = {"anchors-0-words": "Kami pergi"}
        self.refused(self.quote, "“Kami pergi” does not stand in “Dewan bertemu” (version 1).", **row)

    def test_a_series_of_another_scope_is_refused(self) -> None:
        series = Series.objects.create(slug="persen", name="Persentase", unit="percent")
        figure = make_statistic(883, article=self.article)
        self.refused(figure, "cannot stand in “Persentase”: unit not equal", series=series.pk)
        self.assertIsNone(Statistic.objects.get().series)

    def test_a_figure_without_a_number_is_refused_whatever_else_is_wrong(self) -> None:
        series = Series.objects.create(slug="persen", name="Persentase", unit="percent")
        answer = self.client.post("/admin/articles/statistic/add/", {"series": series.pk, **rows("printings")})
        self.assertEqual(answer.context["adminform"].form.errors["value"], ["This field is required."])

    def test_an_address_that_another_article_has_is_refused(self) -> None:
        other = make_article("Lain", url="https://koran.example/1")
        self.refused(self.article, f"“Lain”, article {other.pk}, has this address.", url="https://koran.example/1")
