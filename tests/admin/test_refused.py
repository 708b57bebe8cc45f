"""What only the database refuses is told in a sentence, never by the name of its rule."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import BaseConstraint, CheckConstraint
from django.test import TestCase

from articles.admin.refused import sentence
from articles.models import Article, DateMention, Entity, Event, Quote, QuoteLink, RelayHop
from tests.admin.posting import Newsroom
from tests.factories import make_article, make_entity, make_event, make_quote, stamp

RAW = re.compile(r"[a-z]+_[a-z_]+|constraint|articles|violat", re.IGNORECASE)
NOT_IN_FORMS = {"anchor_of_exactly_one_fact"}  # a row of a fact's form has that fact


class SentenceTests(TestCase):
    def refusal(self, write: Callable[[], object]) -> str:
        try:
            with transaction.atomic():
                write()
                connection.check_constraints()
        except IntegrityError as error:
            return sentence(error)
        raise AssertionError("nothing was refused")

    def test_rules_are_told_in_sentences(self) -> None:
        article = make_article(paragraphs=["Hujan turun."])
        quote, event = make_quote(article, "Hujan turun"), make_event(article, "Hujan")
        entity = make_entity("Ana")
        link = {"from_quote": quote, "to_quote": quote, "type": "repeats"}
        for said, write in (
            ("A quote is not linked with itself.", lambda: QuoteLink.objects.create(**link, **stamp())),
            ("It cannot be merged into itself.", lambda: Entity.objects.update(merged_into=entity)),
            ("An event does not come before itself.", lambda: Event.objects.update(previous=event)),
            (
                "Only a step that the article states",
                lambda: RelayHop.objects.create(
                    quote=quote, position=0, role="agency", stated=False, evidence=quote.anchors.get()
                ),
            ),
            ("A record that it names is not in the archive any more.", lambda: Quote.objects.update(speaker=10**9)),
            (
                "There is one like this already.",
                lambda: Entity.objects.create(kind="person", name="x", slug=entity.slug),
            ),
            ("Together, these values contradict one another", lambda: Article.objects.update(state="lost")),
        ):
            with self.subTest(said):
                told = self.refusal(write)
                self.assertIn(said, told)
                self.assertNotRegex(told, RAW)

    def test_every_rule_of_a_form_has_a_sentence(self) -> None:
        general = BaseConstraint.default_violation_error_message
        by_choices = re.compile("known|decided_when|confidence")  # columns that no form lets anybody type
        bare = {
            rule.name
            for kind in apps.get_app_config("articles").get_models()
            if kind.__module__.rpartition(".")[2] not in ("source", "delivery", "copies", "entry", "version")
            for rule in kind._meta.constraints
            if isinstance(rule, CheckConstraint) and rule.violation_error_message == general
            if not by_choices.search(rule.name)
        }
        self.assertEqual(bare - NOT_IN_FORMS, {"tombstone_has_a_reason"})


class FormTests(Newsroom):
    def test_a_weekday_that_is_not_compared_with_its_date_is_asked_about(self) -> None:
        article = make_article(paragraphs=["Senin lalu hujan turun."])
        date = DateMention.objects.create(article=article, kind="date", **stamp())
        make_event(article, "hujan")
        editor = self.open("Ana", date)
        editor.add_row("anchors", role="phrase", words="Senin lalu")
        editor.type(printed_weekday="Senin")
        self.assertFalse(editor.save())
        self.assertIn("Where a weekday is printed, say whether it fits its date", editor.page.html)
        self.assertNotIn("date_mention_weekday", editor.page.html)
