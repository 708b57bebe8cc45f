"""Who may not see drafts sees every model the same with and without them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser, Group, User
from django.db.models import Model
from django.test import TestCase

from articles.curation.visible import visible_to
from articles.models import (
    Anchor,
    Article,
    Decision,
    Entity,
    EntityName,
    Event,
    Notice,
    Printing,
    Quote,
    QuoteLink,
    RelayHop,
    Series,
    Source,
    Statistic,
    Status,
    Topic,
)
from tests.curation.desk import make_editor, make_reviewer
from tests.factories import anchor, make_article, make_entity, make_event, make_quote, make_statistic, make_topic
from tests.hidden import HIDDEN_STATES, add_hidden_articles, full_article
from tests.world import load_sample_world

JOURNALS = ("Decision", "DeliveredFile", "Delivery", "ImportRun", "Refusal", "Tombstone")


def tables() -> list[type[Model]]:
    return [table for table in apps.get_app_config("articles").get_models() if table.__name__ not in JOURNALS]


class VisibleTests(TestCase):
    reviewer: User
    editor: User

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()
        cls.reviewer, cls.editor = make_reviewer(), make_editor()

    def counts(self, user: User) -> dict[str, int]:
        return {table.__name__: visible_to(user, table._default_manager.all()).count() for table in tables()}

    def sees(self, row: Any, user: Any = None) -> bool:
        rows = type(row)._default_manager.filter(pk=row.pk)
        return visible_to(user or self.reviewer, rows).exists()

    def test_who_may_not_see_drafts_sees_as_much_of_each_model_with_and_without_them(self) -> None:
        before = self.counts(self.reviewer)
        add_hidden_articles()
        for state in HIDDEN_STATES:
            Notice.objects.create(article=full_article(state)["article"], text="Ralat")
        self.assertEqual(self.counts(self.reviewer), before)

    def test_who_may_see_drafts_sees_every_row_of_each_model(self) -> None:
        full_article(Article.State.DRAFT)
        self.assertEqual(
            self.counts(self.editor), {table.__name__: table._default_manager.count() for table in tables()}
        )

    def test_what_is_published_is_seen(self) -> None:
        """Without this the tests above could hold because nothing is ever seen."""
        made = full_article(Article.State.PUBLISHED)
        for name, row in made.items():
            with self.subTest(name):
                self.assertTrue(self.sees(row))

    def test_nobody_signed_in_sees_no_draft(self) -> None:
        draft = make_article(state=Article.State.DRAFT)
        self.assertFalse(self.sees(draft, AnonymousUser()))

    def test_rejected_facts_of_published_articles_are_seen_here(self) -> None:
        made = full_article(Article.State.PUBLISHED, Status.REJECTED)
        self.assertTrue(self.sees(made["quote"]))
        self.assertFalse(Quote.objects.public().filter(pk=made["quote"].pk).exists())
        self.assertTrue(self.sees(made["statistic"]))

    def test_what_hangs_on_a_draft_is_hidden_with_it(self) -> None:
        made = full_article(Article.State.DRAFT)
        article, quote = made["article"], made["quote"]
        hidden = (
            article,
            article.current,
            article.current.source,
            article.current.blocks.first(),
            Anchor.objects.filter(quote=quote).get(),
            quote,
            RelayHop.objects.filter(quote=quote).get(),
            QuoteLink.objects.get(from_quote=made["again"]),
            made["statistic"],
            made["event"],
            made["topic"],
            made["ghost"],
            EntityName.objects.get(entity=made["ghost"]),
        )
        for row in hidden:
            with self.subTest(type(row).__name__):
                self.assertFalse(self.sees(row))
                self.assertTrue(self.sees(row, self.editor))

    def test_an_event_of_two_articles_keeps_the_words_of_the_draft_to_itself(self) -> None:
        public, draft = make_article(), make_article("Rancangan", state=Article.State.DRAFT)
        event = make_event(public, "bertemu")
        anchor(draft, "bertemu", Anchor.Role.PHRASE, event=event)
        shown = visible_to(self.reviewer, Anchor.objects.filter(event=event))
        self.assertEqual([row.block.version.article for row in shown], [public])

    def test_an_entity_is_seen_for_each_part_that_it_has_in_a_published_article(self) -> None:
        article = make_article(paragraphs=("Dewan bertemu 40 orang.",))
        parts: tuple[Callable[[Entity], object], ...] = (
            lambda one: make_quote(article, "Dewan", speaker=one),
            lambda one: make_quote(article, "Dewan", addressee=one),
            lambda one: make_quote(article, "Dewan", on_behalf_of=one),
            lambda one: RelayHop.objects.create(
                quote=make_quote(article, "Dewan"), position=0, role=RelayHop.Role.AGENCY, agent=one, stated=True
            ),
            lambda one: make_statistic(40, article=article, stated_by=one),
            lambda one: make_statistic(40, article=article, place=one),
            lambda one: make_event(article, "bertemu", place=one),
            lambda one: make_event(article, "bertemu").participants.add(one),
            lambda one: Article.objects.filter(pk=article.pk).update(publisher=one),
        )
        for number, take_part in enumerate(parts):
            with self.subTest(number):
                entity = make_entity(f"Orang {number}", listed=False)
                self.assertFalse(self.sees(entity))
                take_part(entity)
                self.assertTrue(self.sees(entity))

    def test_a_figure_printed_in_a_draft_and_in_a_published_article_is_seen_with_one_printing(self) -> None:
        made = full_article(Article.State.DRAFT)
        printings = visible_to(self.reviewer, Printing.objects.filter(statistic__value=898))
        self.assertFalse(printings.filter(article=made["article"]).exists())
        self.assertTrue(printings.exists())

    def test_a_topic_or_series_without_published_rows_is_not_seen(self) -> None:
        topic = make_topic("local:kosong")
        series = Series.objects.create(slug="kosong", name="Kosong", unit="person")
        self.assertFalse(self.sees(topic))
        self.assertFalse(self.sees(series))
        article = make_article(paragraphs=("Ada 40 orang.",))
        make_statistic(40, article=article, series=series)
        make_topic("local:kosong", article=article)
        self.assertTrue(self.sees(topic))
        self.assertTrue(self.sees(series))

    def test_models_of_other_apps_stay_as_they_are(self) -> None:
        group = Group.objects.create(name="Pembaca")
        self.assertIn(group, visible_to(self.reviewer, Group.objects.all()))

    def test_journals_of_the_desk_are_whole_for_whoever_may_view_them(self) -> None:
        self.assertEqual(visible_to(self.reviewer, Decision.objects.all()).count(), Decision.objects.count())

    def test_narrowing_asks_one_query_and_joins_no_row_twice(self) -> None:
        for _number in range(3):
            full_article(Article.State.PUBLISHED)
        self.reviewer.get_all_permissions()  # read once, as for a request
        for table in (Entity, Event, Statistic, Topic, Source):
            with self.subTest(table.__name__), self.assertNumQueries(1):
                keys = list(visible_to(self.reviewer, table._default_manager.all()).values_list("pk", flat=True))
            self.assertEqual(len(keys), len(set(keys)))
