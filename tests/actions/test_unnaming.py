"""A name that is rejected is taken at once out of what the rules made of it, and put back when that is taken back."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions import batches, log
from articles.actions.editing import edited
from articles.actions.revert import obstacle, revert
from articles.actions.review import confirm, decide_all, reject
from articles.actions.unnaming import Followed, resting_on
from articles.models import Decision, Entity, Mention, Quote, Statistic, Status
from tests.actions.found import Found, problems, suggest
from tests.factories import make_article

TEXT = "Bunga Rampai tiba, kata Bunga Rampai kemarin. Ada 883 penumpang di kapal itu, dan dua anak."
REJECTED = Status.REJECTED


class NamedTests(TestCase):
    """One article in which the rules let a name speak and state a figure."""

    def setUp(self) -> None:
        self.editor = User.objects.create_user("mira")
        self.article = make_article("Kapal tiba", paragraphs=(TEXT,))
        self.read()

    def read(self) -> None:
        found = Found(self.article)
        named = found.named("Bunga Rampai", "Bunga Rampai", "Bunga Rampai")
        quote = found.quote("Ada 883 penumpang", named)
        figure = found.figure("883", 883)
        suggest(self.article, names=[named], quotes=[quote], figures=[figure])

    @property
    def quote(self) -> Quote:
        return Quote.objects.get()

    @property
    def figure(self) -> Statistic:
        return Statistic.objects.get()

    @property
    def who(self) -> Entity:
        return Entity.objects.get(name="Bunga Rampai")

    def mouth(self) -> tuple[str | None, bool]:
        hop = self.quote.hops.select_related("agent").get(position=0)
        return (hop.agent.name if hop.agent else None, hop.stated)

    def reject_all(self) -> None:
        for mention in Mention.objects.order_by("pk"):
            reject(mention, by=self.editor, reason="A flower.")

    def actions(self, record: Any) -> list[str]:
        return list(log.decisions_of(record).order_by("pk").values_list("action", flat=True))


class RejectingTests(NamedTests):
    def test_the_rules_let_the_name_speak_at_first(self) -> None:
        self.assertEqual((self.quote.speaker, self.figure.stated_by), (self.who, self.who))
        self.assertEqual(self.mouth(), ("Bunga Rampai", True))

    def test_quotes_and_figures_lose_it_at_once_with_a_decision_of_their_own(self) -> None:
        self.reject_all()
        self.assertEqual((self.quote.speaker, self.figure.stated_by, self.mouth()), (None, None, (None, False)))
        for record in (self.quote, self.figure):
            decision = log.decisions_of(record).get()
            self.assertEqual((decision.action, decision.by, decision.reason), ("unname", self.editor, "A flower."))
        self.assertEqual(problems(), [])

    def test_readers_see_that_the_speaker_is_not_known_and_the_printed_words(self) -> None:
        self.reject_all()
        page = self.client.get(f"/quotes/{self.quote.pk}/")
        self.assertContains(page, "Speaker not known")
        self.assertContains(page, "Bunga Rampai")

    def test_it_is_counted_for_whoever_decides(self) -> None:
        decided = decide_all(Mention.objects.all(), REJECTED, by=self.editor)
        self.assertEqual(decided.followed, Followed(unnamed=2))
        self.assertIsNone(self.quote.speaker)

    def test_one_rejected_place_of_somebody_whom_an_editor_knows_changes_nothing(self) -> None:
        first, second = Mention.objects.order_by("pk")
        confirm(first, by=self.editor)
        self.assertEqual(reject(second, by=self.editor).followed, Followed())
        self.assertEqual(self.quote.speaker, self.who)

    def test_one_rejected_place_of_what_only_the_rules_know_says_that_it_is_no_name(self) -> None:
        reject(Mention.objects.order_by("pk")[0], by=self.editor)
        self.assertIsNone(self.quote.speaker)

    def test_another_article_keeps_what_its_own_names_say(self) -> None:
        confirm(Mention.objects.order_by("pk")[0], by=self.editor)
        other = make_article("Lain", paragraphs=(TEXT,))
        found = Found(other)
        named = found.named("Bunga Rampai")
        suggest(other, names=[named], quotes=[found.quote("dan dua anak", named)])
        for mention in Mention.objects.filter(article=self.article):
            reject(mention, by=self.editor, seen=log.newest(mention))
        self.assertEqual(Quote.objects.get(article=other).speaker, self.who)
        self.assertIsNone(Quote.objects.get(article=self.article).speaker)

    def test_what_an_editor_confirmed_or_changed_is_left_and_counted(self) -> None:
        confirm(self.quote, by=self.editor)
        with edited(self.figure, by=self.editor):
            Statistic.objects.update(measure="penumpang kapal")
        told = resting_on(Mention.objects.all())
        self.assertEqual((told.quotes, told.figures, list(told.kept)), (0, 0, [self.quote, self.figure]))
        decided = decide_all(Mention.objects.all(), REJECTED, by=self.editor)
        self.assertEqual(decided.followed, Followed(kept=2))
        self.assertEqual((self.quote.speaker, self.figure.stated_by), (self.who, self.who))

    def test_what_is_left_counts_once_however_many_batches_its_names_fall_into(self) -> None:
        confirm(self.quote, by=self.editor)
        with edited(self.figure, by=self.editor):
            Statistic.objects.update(measure="penumpang kapal")
        self.assertEqual(Mention.objects.count(), 2)
        with patch.object(batches, "SIZE", 1):
            decided = decide_all(Mention.objects.all(), REJECTED, by=self.editor)
        self.assertEqual((decided.changed, decided.followed), (2, Followed(kept=2)))

    def test_a_figure_in_a_confirmed_quote_keeps_its_source(self) -> None:
        confirm(self.quote, by=self.editor)
        self.assertEqual(decide_all(Mention.objects.all(), REJECTED, by=self.editor).followed, Followed(kept=2))
        self.assertEqual(self.figure.stated_by, self.who)
        self.read()
        self.assertEqual(self.figure.stated_by, self.who)

    def test_what_would_follow_is_told_before(self) -> None:
        told = resting_on(Mention.objects.all())
        self.assertEqual((told.quotes, told.figures, list(told.kept)), (1, 1, []))
        self.assertEqual(self.quote.speaker, self.who)

    def test_the_next_reading_may_still_change_them(self) -> None:
        self.reject_all()
        self.read()
        self.assertIsNone(self.quote.speaker)
        suggest(self.article)
        self.assertFalse(Quote.objects.exists())

    def test_statements_do_not_grow_with_quotes(self) -> None:
        found = Found(self.article)
        named = found.named("Bunga Rampai", "Bunga Rampai", "Bunga Rampai")

        def cost() -> int:
            with CaptureQueriesContext(connection) as asked:
                decide_all(Mention.objects.all(), REJECTED, by=self.editor)
            return len(asked)

        few = cost()
        decide_all(Mention.objects.all(), Status.CONFIRMED, by=self.editor)
        words = ("Bunga Rampai tiba", "Ada 883 penumpang", "dan dua anak", "di kapal itu")
        suggest(self.article, names=[named], quotes=[found.quote(each, named) for each in words])
        self.assertEqual(Quote.objects.filter(speaker=self.who).count(), 4)
        self.assertLessEqual(cost(), few)


class TakingBackTests(NamedTests):
    def take_back(self, mention: Mention) -> None:
        revert(log.decisions_of(mention)[0], by=self.editor)

    def test_the_name_comes_back_with_the_way(self) -> None:
        self.reject_all()
        for mention in Mention.objects.order_by("pk"):
            self.take_back(mention)
        self.assertEqual((self.quote.speaker, self.figure.stated_by), (self.who, self.who))
        self.assertEqual(self.mouth(), ("Bunga Rampai", True))
        self.assertEqual(self.actions(self.quote), ["unname", "name_again"])
        self.assertEqual(problems(), [])

    def test_confirming_a_rejected_name_brings_it_back_too(self) -> None:
        self.reject_all()
        decided = decide_all(Mention.objects.all(), Status.CONFIRMED, by=self.editor)
        self.assertEqual(decided.followed, Followed(named_again=2))
        self.assertEqual(self.quote.speaker, self.who)

    def test_it_does_not_come_back_while_the_name_is_none(self) -> None:
        self.reject_all()
        self.take_back(Mention.objects.order_by("pk")[0])
        self.assertIsNone(self.quote.speaker)

    def test_a_speaker_whom_an_editor_has_named_since_stays(self) -> None:
        self.reject_all()
        other = Entity.objects.create(kind="person", name="Ana", slug="ana-x", sort_key="ana")
        with edited(self.quote, by=self.editor):
            Quote.objects.update(speaker=other)
        for mention in Mention.objects.order_by("pk"):
            self.take_back(mention)
        self.assertEqual(self.quote.speaker, other)

    def test_a_reading_in_between_does_not_hinder_it(self) -> None:
        self.reject_all()
        self.read()
        for mention in Mention.objects.order_by("pk"):
            self.take_back(mention)
        self.assertEqual((self.quote.speaker, self.mouth()), (self.who, ("Bunga Rampai", True)))

    def test_what_followed_is_not_taken_back_alone(self) -> None:
        self.reject_all()
        decision = Decision.objects.filter(action="unname")[0]
        self.assertIn("Take back that the name was rejected", obstacle(decision))

    def test_taking_a_confirmation_back_that_followed_a_rejection_takes_the_name_out_again(self) -> None:
        self.reject_all()
        mentions = list(Mention.objects.order_by("pk"))
        for mention in mentions:
            confirm(mention, by=self.editor)
        self.assertEqual(self.quote.speaker, self.who)
        for mention in mentions:
            self.take_back(mention)
        self.assertIsNone(self.quote.speaker)
