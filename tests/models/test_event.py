"""Events, the dates printed for them, and what reference notes bear on."""

from __future__ import annotations

from itertools import combinations

from django.test import TestCase

from articles.models import Article, DateMention, Event, NoteLink, Series
from tests.factories import make_article, make_event, make_quote, make_statistic, stamp
from tests.models.rules import refused


class EventTests(TestCase):
    article: Article
    event: Event

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Pada Rabu 20 orang bertemu.",))
        cls.event = make_event(cls.article, "bertemu")

    def test_none_comes_before_itself(self) -> None:
        with refused("event_not_before_itself"):
            Event.objects.filter(pk=self.event.pk).update(previous=self.event)

    def test_a_printed_weekday_is_checked_and_no_other_is(self) -> None:
        date = {"article": self.article, "kind": DateMention.Kind.DATE, **stamp()}
        with refused("date_mention_weekday_checked_when_printed"):
            DateMention.objects.create(printed_weekday="Rabu", **date)
        with refused("date_mention_weekday_checked_when_printed"):
            DateMention.objects.create(weekday_fits=True, **date)
        self.assertFalse(DateMention.objects.create(printed_weekday="Rabu", weekday_fits=False, **date).weekday_fits)

    def test_a_note_bears_on_exactly_one_thing_by_each_link(self) -> None:
        targets = {
            "quote": make_quote(self.article, "bertemu"),
            "statistic": make_statistic(20, article=self.article),
            "series": Series.objects.create(slug="orang", name="Orang", unit="person"),
            "event": self.event,
        }
        with refused("note_link_has_exactly_one_target"):
            NoteLink.objects.create(article=self.article, **stamp())
        for first, second in combinations(targets, 2):
            with self.subTest(f"{first} and {second}"), refused("note_link_has_exactly_one_target"):
                two = {first: targets[first], second: targets[second]}
                NoteLink.objects.create(article=self.article, **two, **stamp())
        for name, target in targets.items():
            with self.subTest(name):
                self.assertEqual(
                    NoteLink.objects.create(article=self.article, **{name: target}, **stamp()).target, target
                )
