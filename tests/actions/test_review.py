"""Confirming and rejecting: one decision wins, words are asked for, and what was decided can be decided anew."""

from __future__ import annotations

from decimal import Decimal

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions import log
from articles.actions.editing import Changed, edited
from articles.actions.review import AlreadyDecided, Decided, NoWords, confirm, decide_all, reject
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Decision,
    Mention,
    Printing,
    Quote,
    Statistic,
    StatisticEntry,
    Status,
)
from tests.factories import (
    anchor,
    make_article,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)

SUGGESTED, CONFIRMED, REJECTED = Status.SUGGESTED, Status.CONFIRMED, Status.REJECTED


class OneFactTests(TestCase):
    ana: User
    budi: User
    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = User.objects.create_user("ana")
        cls.budi = User.objects.create_user("budi")
        cls.article = make_article(paragraphs=["Hujan turun, kata Ana Wijaya. Sebanyak 883 orang pulang."])
        cls.quote = make_quote(cls.article, "Hujan turun", status=SUGGESTED)

    def test_a_confirmed_fact_tells_who_decided_and_the_log_what_and_why(self) -> None:
        confirm(self.quote, by=self.ana, reason="Heard it.")
        self.assertEqual((self.quote.status, self.quote.decided_by), (CONFIRMED, self.ana))
        self.assertIsNotNone(self.quote.decided_at)
        decision = log.decisions_of(self.quote).get()
        self.assertEqual((decision.action, decision.by, decision.reason), ("confirm", self.ana, "Heard it."))
        self.assertEqual((decision.before, decision.after), ({"status": "suggested"}, {"status": "confirmed"}))

    def test_a_rejected_suggestion_is_remembered(self) -> None:
        reject(self.quote, by=self.ana)
        self.assertEqual(Quote.objects.get().status, REJECTED)
        self.assertFalse(Quote.objects.public().exists())
        self.assertEqual(log.decisions_of(self.quote).get().action, "reject")

    def test_of_two_editors_who_decide_otherwise_at_once_one_wins_and_the_other_hears_of_it(self) -> None:
        seen_by_ana, seen_by_budi = Quote.objects.get(), Quote.objects.get()
        confirm(seen_by_ana, by=self.ana)
        with self.assertRaises(AlreadyDecided) as caught:
            reject(seen_by_budi, by=self.budi)
        self.assertEqual(Quote.objects.get().status, CONFIRMED)
        self.assertEqual(caught.exception.fact.decided_by, self.ana)
        self.assertIn("is reviewed: ana decided so on", str(caught.exception))

    def test_an_older_look_does_not_undo_a_decision(self) -> None:
        seen = log.newest(self.quote)
        confirm(Quote.objects.get(), by=self.ana)
        with self.assertRaises(AlreadyDecided):
            reject(Quote.objects.get(), by=self.budi, seen=seen)
        self.assertEqual(Quote.objects.get().status, CONFIRMED)

    def test_who_has_seen_the_decision_may_decide_anew(self) -> None:
        confirm(self.quote, by=self.ana)
        fact = Quote.objects.get()
        reject(fact, by=self.budi, seen=log.newest(fact))
        self.assertEqual((fact.status, fact.decided_by), (REJECTED, self.budi))

    def test_what_changed_since_is_not_confirmed_unseen(self) -> None:
        seen = log.newest(self.quote)
        with edited(self.quote, by=self.ana):
            Quote.objects.update(occasion="A speech")
        with self.assertRaises(Changed) as caught:
            confirm(self.quote, by=self.budi, seen=seen)
        self.assertNotIsInstance(caught.exception, AlreadyDecided)
        self.assertEqual(Quote.objects.get().status, SUGGESTED)

    def test_the_same_decision_twice_leaves_the_first(self) -> None:
        confirm(Quote.objects.get(), by=self.ana)
        confirm(self.quote, by=self.budi)
        self.assertEqual(self.quote.decided_by, self.ana)
        self.assertEqual(log.decisions_of(self.quote).count(), 1)

    def test_a_fact_without_words_in_the_current_text_is_not_confirmed(self) -> None:
        self.quote.anchors.all().delete()
        with self.assertRaisesMessage(NoWords, "has no words in the current text"):
            confirm(self.quote, by=self.ana)
        self.assertEqual(Quote.objects.get().status, SUGGESTED)
        self.assertFalse(Decision.objects.filter(action="confirm").exists())
        reject(self.quote, by=self.ana)
        self.assertEqual(Quote.objects.get().status, REJECTED)

    def test_a_statistic_rests_on_the_words_of_its_printings(self) -> None:
        statistic = make_statistic(883, article=self.article, status=SUGGESTED)
        confirm(statistic, by=self.ana)
        self.assertEqual(statistic.status, CONFIRMED)
        bare = Statistic.objects.create(measure="x", value=Decimal(1), unit="x", **stamp(SUGGESTED))
        with self.assertRaises(NoWords):
            confirm(bare, by=self.ana)

    def test_a_topic_rests_on_no_words(self) -> None:
        make_topic(article=self.article)
        given = ArticleTopic.objects.get()
        reject(given, by=self.ana)
        confirm(given, by=self.ana)
        self.assertEqual(given.status, CONFIRMED)

    def test_confirming_says_that_changed_words_were_checked(self) -> None:
        self.quote.anchors.update(state=Anchor.State.CHANGED)
        confirm(self.quote, by=self.ana)
        self.assertEqual(Anchor.objects.get(quote=self.quote).state, Anchor.State.OK)
        decision = log.decisions_of(self.quote).get()
        self.assertEqual([row["state"] for row in decision.before["anchors"]], ["changed"])  # type: ignore[index]

    def test_changed_words_of_a_confirmed_fact_are_checked_by_confirming_it_again(self) -> None:
        confirm(self.quote, by=self.ana)
        self.quote.anchors.update(state=Anchor.State.CHANGED)
        confirm(self.quote, by=self.budi)
        self.assertEqual(self.quote.decided_by, self.budi)
        self.assertEqual(Anchor.objects.get(quote=self.quote).state, Anchor.State.OK)

    def test_a_rejected_printing_is_no_longer_found_by_its_words(self) -> None:
        statistic = make_statistic(883, article=self.article, words="883 orang")
        self.assertIn("orang", StatisticEntry.objects.get().vector)
        reject(statistic.printings.get(), by=self.ana)
        self.assertNotIn("orang", StatisticEntry.objects.get().vector)
        self.assertFalse(Statistic.objects.public().exists())


class OnlyPrintingTests(TestCase):
    """A figure that is printed once is one thing to look at: both are decided at once, each by its own decision."""

    ana: User
    article: Article
    figure: Statistic
    other: Statistic

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = User.objects.create_user("ana")
        cls.article = make_article(paragraphs=["Sebanyak 883 orang pulang, dan 883 orang itu selamat. Ada 12 kapal."])
        cls.figure = make_statistic(883, article=cls.article, status=SUGGESTED)
        cls.other = make_statistic(12, article=cls.article, status=SUGGESTED)

    def print_again(self, status: Status = SUGGESTED) -> Printing:
        return Printing.objects.create(article=self.article, statistic=self.figure, **stamp(status))

    def statuses(self, figure: Statistic) -> list[str]:
        return list(figure.printings.order_by("pk").values_list("status", flat=True))

    def test_it_is_confirmed_or_rejected_with_its_figure(self) -> None:
        for decide, status in ((confirm, CONFIRMED), (reject, REJECTED)):
            figure = make_statistic(12, article=self.article, status=SUGGESTED)
            with self.subTest(status):
                self.assertEqual(decide(figure, by=self.ana, reason="Looked.").printings, 1)
                printing = figure.printings.get()
                self.assertEqual((printing.status, printing.decided_by), (status, self.ana))
                for one in (figure, printing):
                    kind = ContentType.objects.get_for_model(one)
                    decision = Decision.objects.get(subject_type=kind, subject_id=one.pk)
                    self.assertEqual((decision.by, decision.reason), (self.ana, "Looked."))
                    self.assertEqual(decision.after, {"status": status})

    def test_of_two_printings_none_is_decided(self) -> None:
        self.print_again()
        self.assertEqual(confirm(self.figure, by=self.ana).printings, 0)
        self.assertEqual(self.statuses(self.figure), [SUGGESTED, SUGGESTED])

    def test_one_that_was_decided_stays(self) -> None:
        reject(self.figure.printings.get(), by=None)
        self.assertEqual(reject(self.figure, by=self.ana).printings, 0)
        self.assertEqual(self.statuses(self.figure), [REJECTED])

    def test_many_figures_take_theirs_along(self) -> None:
        self.print_again()
        decided = decide_all(Statistic.objects.all(), CONFIRMED, by=self.ana)
        self.assertEqual(decided, Decided(changed=2, printings=1))
        self.assertEqual((self.statuses(self.figure), self.statuses(self.other)), ([SUGGESTED] * 2, [CONFIRMED]))
        self.assertEqual(Decision.objects.filter(action="confirm").count(), 3)


class ManyFactsTests(TestCase):
    ana: User
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = User.objects.create_user("ana")
        cls.article = make_article(mentioning=[f"Orang {number}" for number in range(12)])
        Mention.objects.update(**stamp(SUGGESTED))

    def test_all_are_decided_and_each_has_its_decision(self) -> None:
        decided = decide_all(Mention.objects.all(), CONFIRMED, by=self.ana, reason="Read.")
        self.assertEqual(decided, Decided(changed=12))
        self.assertEqual(Mention.objects.filter(status=CONFIRMED, decided_by=self.ana).count(), 12)
        decisions = Decision.objects.filter(action="confirm", by=self.ana, reason="Read.")
        self.assertEqual(decisions.count(), 12)
        self.assertEqual(decisions[0].before, {"status": "suggested"})

    def test_what_cannot_be_decided_is_left_and_counted(self) -> None:
        first, second, third, *_others = Mention.objects.order_by("pk")
        first.anchors.all().delete()
        seen = log.latest()
        reject(second, by=None)
        confirm(third, by=None)
        decided = decide_all(Mention.objects.all(), CONFIRMED, by=self.ana, seen=seen)
        self.assertEqual(decided, Decided(changed=9, without_words=1, newer=2))
        self.assertEqual(Mention.objects.get(pk=first.pk).status, SUGGESTED)
        self.assertEqual(Mention.objects.get(pk=second.pk).status, REJECTED)
        again = decide_all(Mention.objects.all(), REJECTED, by=self.ana)
        self.assertEqual(again, Decided(changed=11, already=1))

    def test_changed_words_are_checked_for_all_at_once(self) -> None:
        decide_all(Mention.objects.all(), CONFIRMED, by=None)
        first = Mention.objects.order_by("pk")[0]
        anchor(self.article, "Dewan", Anchor.Role.ROLE, mention=first)
        Anchor.objects.filter(mention=first, role=Anchor.Role.NAME).update(state=Anchor.State.CHANGED)
        decided = decide_all(Mention.objects.all(), CONFIRMED, by=self.ana)
        self.assertEqual(decided, Decided(changed=1, already=11))
        self.assertFalse(Anchor.objects.filter(state=Anchor.State.CHANGED).exists())
        logged = log.decisions_of(first).filter(by=self.ana).get()
        self.assertEqual([row["state"] for row in logged.before["anchors"]], ["changed", "ok"])  # type: ignore[index]
        self.assertEqual([row["state"] for row in logged.after["anchors"]], ["ok", "ok"])  # type: ignore[index]

    def test_the_log_holds_words_checked_in_bulk_as_words_checked_one_by_one(self) -> None:
        first, second = Mention.objects.order_by("pk")[:2]
        Anchor.objects.filter(mention__in=[first, second]).update(state=Anchor.State.CHANGED)
        confirm(first, by=self.ana)
        decide_all(Mention.objects.filter(pk=second.pk), CONFIRMED, by=self.ana)
        one, other = (log.decisions_of(fact).get().before["anchors"][0] for fact in (first, second))  # type: ignore[index]
        self.assertEqual(one.keys(), other.keys())

    def test_statements_do_not_grow_with_facts(self) -> None:
        with CaptureQueriesContext(connection) as few:
            decide_all(Mention.objects.filter(entity__name="Orang 0"), CONFIRMED, by=self.ana)
        with self.assertNumQueries(len(few)):
            decide_all(Mention.objects.all(), CONFIRMED, by=self.ana)

    def test_figures_are_found_anew(self) -> None:
        article = make_article(paragraphs=["Sebanyak 883 orang pulang."])
        make_statistic(883, article=article, words="883 orang")
        decide_all(Printing.objects.all(), REJECTED, by=self.ana)
        self.assertNotIn("orang", StatisticEntry.objects.get().vector)

    def test_rows_that_a_join_doubles_are_decided_once(self) -> None:
        anchor(self.article, "Dewan", Anchor.Role.ROLE, mention=Mention.objects.order_by("pk")[0])
        doubled = Mention.objects.filter(anchors__exact__gt="")
        self.assertEqual(decide_all(doubled, CONFIRMED, by=self.ana), Decided(changed=12))
        self.assertEqual(Decision.objects.filter(action="confirm").count(), 12)
