"""What readers may see. Each kind of row has one way to say it, `public()`; here it is held for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import TestCase, override_settings
from django.utils import timezone

from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    DateMention,
    Entity,
    Event,
    Fact,
    Mention,
    NoteLink,
    Printing,
    Quote,
    QuoteLink,
    Series,
    Statistic,
    StatisticLink,
    Status,
    Topic,
)
from tests.factories import (
    anchor,
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)

Counts = dict[str, int]
FACTS = (
    *(ArticleTopic, DateMention, Event, Mention, NoteLink),
    *(Printing, Quote, QuoteLink, Statistic, StatisticLink),
)
ALL = (Anchor, Article, Entity, Series, Topic, *FACTS)
HIDDEN = (Status.REJECTED, Status.SUPERSEDED)


def public_counts() -> Counts:
    """Count what `public()` gives of every kind."""
    return {table.__name__: _public(table).count() for table in ALL}


def _public(table: Any) -> Any:
    return table.objects.public()


class World:
    """One article with one fact of every kind, at least."""

    def __init__(self) -> None:
        self.article = make_article(paragraphs=("Kata Ana: 10 orang dan 20 anak tiba pada 1 Maret.",))
        self.ana = make_entity("Ana")
        make_mention(self.article, self.ana, "Ana")
        first, second = make_quote(self.article, "10 orang", speaker=self.ana), make_quote(self.article, "20 anak")
        series = Series.objects.create(slug="tiba", name="Tiba", unit="person")
        ten, twenty = (make_statistic(value, article=self.article, series=series) for value in (10, 20))
        event = make_event(self.article, "tiba")
        make_topic(article=self.article)
        day = DateMention.objects.create(article=self.article, kind=DateMention.Kind.DATE, **stamp())
        anchor(self.article, "1 Maret", Anchor.Role.PHRASE, date=day)
        NoteLink.objects.create(article=self.article, event=event, **stamp())
        QuoteLink.objects.create(from_quote=second, to_quote=first, type=QuoteLink.Type.REPEATS, **stamp())
        links = StatisticLink.Type
        StatisticLink.objects.create(from_statistic=twenty, to_statistic=ten, type=links.SUPERSEDES, **stamp())


class PrintingTests(TestCase):
    def test_a_printing_is_public_only_with_its_figure(self) -> None:
        statistic = make_statistic(10, article=make_article(paragraphs=("10 orang tiba.",)))
        self.assertEqual(Printing.objects.public().count(), 1)
        Statistic.objects.filter(pk=statistic.pk).update(status=Status.REJECTED)
        self.assertEqual(Printing.objects.public().count(), 0)


class HiddenArticleTests(TestCase):
    world: World

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = World()

    def test_a_published_article_shows_everything(self) -> None:
        for name, count in public_counts().items():
            with self.subTest(name):
                self.assertGreater(count, 0)

    def test_a_draft_and_a_withdrawn_article_show_nothing(self) -> None:
        for state in (Article.State.DRAFT, Article.State.WITHDRAWN):
            Article.objects.update(state=state)
            for name, count in public_counts().items():
                with self.subTest(name, state=state):
                    self.assertEqual(count, 0)

    def test_a_draft_beside_it_adds_nothing_to_what_one_article_shows(self) -> None:
        before = public_counts()
        draft = make_article("Rancangan", paragraphs=("Kata Budi: 10 orang tiba.",), state=Article.State.DRAFT)
        make_mention(draft, self.world.ana, "Budi")
        make_mention(draft, make_entity("Budi"), "Budi")
        quote = make_quote(draft, "10 orang", speaker=self.world.ana)
        statistic = make_statistic(10, article=draft, series=Series.objects.get())
        ArticleTopic.objects.create(article=draft, topic=Topic.objects.get(), **stamp())
        make_topic("local:lain", article=draft)
        make_event(draft, "tiba")
        anchor(draft, "tiba", Anchor.Role.PHRASE, event=Event.objects.public().get())
        Printing.objects.create(article=draft, statistic=Statistic.objects.get(value=20), **stamp())
        NoteLink.objects.create(article=draft, quote=Quote.objects.public().first(), **stamp())
        types = QuoteLink.Type
        QuoteLink.objects.create(from_quote=quote, to_quote=Quote.objects.public()[0], type=types.REPEATS, **stamp())
        StatisticLink.objects.create(
            from_statistic=statistic,
            to_statistic=Statistic.objects.get(value=20),
            type=StatisticLink.Type.SUPERSEDES,
            **stamp(),
        )
        self.assertEqual(public_counts(), before)

    def test_a_published_note_shows_nothing_of_the_draft_that_it_bears_on(self) -> None:
        draft = make_article("Rancangan", paragraphs=("Ana tiba.",), state=Article.State.DRAFT)
        note = make_article("Catatan", rights=Article.Rights.REFERENCE)
        targets = {"quote": make_quote(draft, "Ana tiba"), "event": make_event(draft, "tiba")}
        for name, target in targets.items():
            with self.subTest(name):
                link = NoteLink.objects.create(article=note, **{name: target}, **stamp())
                self.assertNotIn(link, NoteLink.objects.public())


class HiddenFactTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        World()

    def decide(self, table: type[Fact], status: Status) -> None:
        decided_at = None if status == Status.SUGGESTED else timezone.now()
        table._default_manager.update(status=status, decided_at=decided_at)

    def test_a_rejected_or_superseded_fact_is_not_shown(self) -> None:
        for table in FACTS:
            for status in HIDDEN:
                with self.subTest(table.__name__, status=status):
                    self.decide(table, status)
                    self.assertEqual(_public(table).count(), 0)
            self.decide(table, Status.CONFIRMED)

    def test_a_suggested_fact_is_shown_unless_the_setting_hides_it(self) -> None:
        for table in FACTS:
            with self.subTest(table.__name__):
                shown = _public(table).count()
                self.decide(table, Status.SUGGESTED)
                self.assertEqual(_public(table).count(), shown)
                with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
                    self.assertEqual(_public(table).count(), 0)
                self.decide(table, Status.CONFIRMED)
                with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
                    self.assertEqual(_public(table).count(), shown)

    def test_what_rests_on_a_hidden_fact_is_hidden_with_it(self) -> None:
        falls: tuple[tuple[type[Fact], Callable[[], Any]], ...] = (
            (Printing, Statistic.objects.public),
            (Printing, Series.objects.public),
            (Printing, StatisticLink.objects.public),
            (Statistic, Series.objects.public),
            (Statistic, StatisticLink.objects.public),
            (Quote, QuoteLink.objects.public),
            (ArticleTopic, Topic.objects.public),
            (Mention, lambda: Entity.objects.public().of_section("people")),
        )
        for table, rows in falls:
            with self.subTest(f"{table.__name__} hides {rows().model.__name__}"):
                self.assertTrue(rows().exists())
                self.decide(table, Status.REJECTED)
                self.assertFalse(rows().exists())
                self.decide(table, Status.CONFIRMED)


class HiddenEntityTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        make_article(mentioning=("Ana", "Budi"))

    def people(self) -> list[str]:
        return [entity.name for entity in Entity.objects.public().of_section("people").by_name()]

    def test_who_is_not_listed_has_no_page(self) -> None:
        Entity.objects.filter(name="Ana").update(listed=False)
        self.assertEqual(self.people(), ["Budi"])

    def test_who_was_merged_into_another_has_no_page(self) -> None:
        Entity.objects.filter(name="Ana").update(merged_into=Entity.objects.get(name="Budi"))
        self.assertEqual(self.people(), ["Budi"])

    def test_who_is_nowhere_named_has_no_page(self) -> None:
        make_entity("Cici")
        self.assertEqual(self.people(), ["Ana", "Budi"])

    def test_a_publisher_has_a_page_through_what_it_published(self) -> None:
        self.assertEqual([entity.name for entity in Entity.objects.public().of_section("organisations")], ["Koran Uji"])

    def test_a_topic_that_was_merged_has_no_page(self) -> None:
        article = Article.objects.get()
        target = make_topic("local:a", article=article)
        gone = make_topic("local:b", article=article)
        Topic.objects.filter(pk=gone.pk).update(merged_into=target)
        self.assertEqual(list(Topic.objects.public()), [target])


class NotesTests(TestCase):
    """Reference notes are public, and left out wherever a page counts or lists what the archive holds."""

    @classmethod
    def setUpTestData(cls) -> None:
        World()
        Article.objects.update(rights=Article.Rights.REFERENCE)

    def test_everything_that_only_notes_print_is_left_out(self) -> None:
        for table in (Article, Event, Mention, Printing, Quote, Statistic):
            with self.subTest(table.__name__):
                self.assertTrue(_public(table).exists())
                self.assertFalse(_public(table).without_notes().exists())
        self.assertTrue(Entity.objects.public().exists())
        self.assertFalse(Entity.objects.public().in_articles().exists())

    def test_what_an_article_prints_as_well_stays(self) -> None:
        article = make_article("Lain", paragraphs=("Ana tiba, 10 orang.",))
        make_mention(article, Entity.objects.get(name="Ana"), "Ana")
        statistic = Statistic.objects.get(value=10)
        printing = Printing.objects.create(article=article, statistic=statistic, **stamp())
        anchor(article, "10", Anchor.Role.NUMBER, printing=printing)
        event = Event.objects.get()
        anchor(article, "tiba", Anchor.Role.PHRASE, event=event)
        self.assertEqual(list(Statistic.objects.public().without_notes()), [statistic])
        self.assertEqual(list(Event.objects.public().without_notes()), [event])
        people = Entity.objects.public().in_articles().of_section("people")
        self.assertEqual([entity.name for entity in people], ["Ana"])
