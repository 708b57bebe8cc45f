"""Taking decisions back: what was, is again; what somebody has decided since is not touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.contrib.auth.models import User
from django.db.models import Model
from django.test import TestCase

from articles.actions import log
from articles.actions.editing import edited
from articles.actions.merge import merge
from articles.actions.publish import publish, withdraw
from articles.actions.revert import CannotRevert, obstacle, revert
from articles.actions.review import confirm, reject
from articles.actions.revise import revise
from articles.actions.snapshots import snapshot
from articles.actions.topics import set_topic
from articles.importers.typed import Typed
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Decision,
    Entity,
    Quote,
    RelayHop,
    Statistic,
    StatisticEntry,
    Status,
    fuzzy,
)
from articles.text.dates import parse_edtf
from tests.factories import anchor, make_article, make_entity, make_event, make_quote, make_statistic, make_topic
from tests.world import load_sample_world


def newest(record: Model) -> Decision:
    return log.decisions_of(record)[0]


class FieldsTests(TestCase):
    ana: User
    budi: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = User.objects.create_user("ana")
        cls.budi = User.objects.create_user("budi")

    def test_columns_are_as_they_were_with_the_days_of_their_dates(self) -> None:
        article = make_article(published="2024-03-01", section="Kota")
        publisher, before = article.publisher, snapshot(article)
        with edited(article, by=self.ana):
            other = make_entity("Koran Lain", kind=Entity.Kind.PUBLISHER)
            Article.objects.update(section="", publisher=other, **fuzzy.columns("published", parse_edtf("2024-04")))
        revert(newest(article), by=self.budi, reason="It said so.")
        article.refresh_from_db()
        self.assertEqual(snapshot(article), before)
        self.assertEqual(article.publisher, publisher)
        self.assertEqual((article.published_earliest, article.published_latest), (date(2024, 3, 1), date(2024, 3, 1)))

    def test_the_log_tells_who_took_what_back_and_why(self) -> None:
        article = make_article(section="Kota")
        with edited(article, by=self.ana):
            Article.objects.update(section="")
        taken = newest(article)
        revert(taken, by=self.budi, reason="It said so.")
        told = newest(article)
        self.assertEqual((told.action, told.by), ("revert", self.budi))
        self.assertEqual((told.before, told.after), ({"section": ""}, {"section": "Kota"}))
        self.assertEqual(told.reason, f"Takes back the decision of {taken.at:%Y-%m-%d %H:%M} by ana. It said so.")

    def test_numbers_and_what_search_reads_of_them_are_put_back(self) -> None:
        statistic = make_statistic(883, article=make_article(paragraphs=["Sebanyak 883 orang."]))
        vector = StatisticEntry.objects.get().vector
        with edited(statistic, by=self.ana):
            Statistic.objects.update(value=Decimal("1100.5"), value_to=Decimal(2000))
        self.assertNotEqual(StatisticEntry.objects.get().vector, vector)
        revert(newest(statistic), by=self.ana)
        statistic.refresh_from_db()
        self.assertEqual((statistic.value, statistic.value_to), (Decimal(883), None))
        self.assertEqual(StatisticEntry.objects.get().vector, vector)

    def test_a_field_that_was_changed_again_is_not_touched(self) -> None:
        article = make_article(section="Kota")
        with edited(article, by=self.ana):
            Article.objects.update(section="Dunia")
        first = newest(article)
        with edited(article, by=self.budi):
            Article.objects.update(section="Daerah")
        self.assertRegex(obstacle(first), "^“Section” was changed again by budi on .+: take that back first.$")
        with self.assertRaisesMessage(CannotRevert, "“Section” was changed again by budi"):
            revert(first, by=self.ana)
        revert(newest(article), by=self.ana)
        revert(first, by=self.ana)
        self.assertEqual(Article.objects.get().section, "Kota")

    def test_other_fields_may_have_changed_since(self) -> None:
        article = make_article(section="Kota")
        with edited(article, by=self.ana):
            Article.objects.update(section="Dunia")
        first = newest(article)
        with edited(article, by=self.budi):
            Article.objects.update(language="en")
        revert(first, by=self.ana)
        self.assertEqual(Article.objects.values_list("section", "language").get(), ("Kota", "en"))

    def test_what_was_taken_back_can_be_brought_again(self) -> None:
        article = make_article(section="Kota")
        with edited(article, by=self.ana):
            Article.objects.update(section="Dunia")
        revert(newest(article), by=self.ana)
        revert(newest(article), by=self.ana)
        self.assertEqual(Article.objects.get().section, "Dunia")

    def test_what_has_been_taken_by_another_record_is_said(self) -> None:
        article = make_article("Satu", url="https://example.org/1")
        with edited(article, by=self.ana):
            Article.objects.update(url="")
        make_article("Dua", url="https://example.org/1")
        with self.assertRaisesMessage(CannotRevert, "something else has taken its place"):
            revert(newest(article), by=self.ana)
        self.assertEqual(newest(article).action, "change")

    def test_a_set_of_others_is_as_it_was(self) -> None:
        event = make_event(make_article(), "Dewan")
        ana, budi = make_entity("Ana Wijaya"), make_entity("Budi Santoso")
        event.participants.set([ana])
        with edited(event, by=self.ana):
            event.participants.set([budi])
        revert(newest(event), by=self.ana)
        self.assertEqual(list(event.participants.all()), [ana])

    def test_columns_logged_by_a_loaded_file_are_put_back(self) -> None:
        article = load_sample_world()
        decision = log.decisions_of(article).filter(action="describe").get()
        self.assertEqual(obstacle(decision), "")
        revert(decision, by=self.ana)
        article.refresh_from_db()
        self.assertEqual(article.publisher_id, decision.before["publisher_id"])  # type: ignore[index]
        self.assertEqual(article.published, "")


class TextTests(TestCase):
    """A text is never taken away: the older one comes back as a version of its own."""

    def setUp(self) -> None:
        self.article = make_article("Hujan", paragraphs=["Hujan turun di kota.", "Warga pulang."])
        self.quote = make_quote(self.article, "Hujan turun di kota")
        self.typed = Typed(headline="Hujan", text="Hujan turun di kota.\n\nWarga pulang.")

    def revise(self, text: str) -> None:
        revise(self.article, replace(self.typed, text=text), by=None)
        self.quote.refresh_from_db()

    def test_the_older_text_is_the_newest_again(self) -> None:
        self.revise("Hujan turun di desa.\n\nWarga pulang.")
        revert(log.decisions_of(self.article).get(action="revise"), by=None, reason="It was right.")
        self.article.refresh_from_db()
        version = self.article.current
        assert version is not None
        self.assertEqual((version.number, version.body), (3, "Hujan turun di kota.\n\nWarga pulang."))
        self.assertIn("It was right.", newest(self.article).reason)

    def test_a_text_that_was_corrected_again_stays(self) -> None:
        self.revise("Hujan turun di desa.\n\nWarga pulang.")
        first = log.decisions_of(self.article).get(action="revise")
        self.revise("Hujan turun di pulau.\n\nWarga pulang.")
        self.assertIn("was changed again by a command", obstacle(first))

    def test_a_fact_that_the_text_sent_to_review_is_confirmed_again_with_its_new_words(self) -> None:
        self.revise("Hujan turun di desa.\n\nWarga pulang.")
        self.assertEqual(self.quote.status, Status.SUGGESTED)
        revert(newest(self.quote), by=None)
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.status, Status.CONFIRMED)
        self.assertFalse(self.quote.anchors.filter(state=Anchor.State.CHANGED).exists())

    def test_facts_that_the_text_sent_to_review_are_as_they_were_when_it_is_taken_back(self) -> None:
        editor = User.objects.create_user("ana")
        confirmed = make_quote(self.article, "Warga pulang", status=Status.SUGGESTED)
        confirm(confirmed, by=editor)
        for text in ("Hujan turun di desa.\n\nOrang pergi.", "Semua lain."):
            with self.subTest(text):
                self.revise(text)
                confirmed.refresh_from_db()
                self.assertEqual((self.quote.status, confirmed.status), (Status.SUGGESTED, Status.SUGGESTED))
                revert(log.decisions_of(self.article).filter(action="revise")[0], by=None, reason="It was right.")
                confirmed.refresh_from_db()
                self.assertEqual((confirmed.status, confirmed.decided_by), (Status.CONFIRMED, editor))
                self.quote.refresh_from_db()
                self.assertEqual(self.quote.status, Status.CONFIRMED)
                self.article.refresh_from_db()
                now = Anchor.objects.filter(block__version=self.article.current_id).in_order()
                self.assertEqual(
                    list(now.values_list("exact", "state")), [("Hujan turun di kota", "ok"), ("Warga pulang", "ok")]
                )
                self.assertEqual(newest(confirmed).action, "revert")
                self.assertIn("It was right.", newest(confirmed).reason)
                self.assertFalse(Anchor.objects.filter(state=Anchor.State.LOST).exists())

    def test_a_figure_comes_back_with_its_printing(self) -> None:
        article = make_article("Gempa", paragraphs=["Sebanyak 40 orang tiba."])
        statistic = make_statistic(40, article=article)
        printing = statistic.printings.get()
        revise(article, Typed(headline="Gempa", text="Sebanyak 50 orang tiba."), by=None)
        statistic.refresh_from_db()
        self.assertEqual(statistic.status, Status.SUGGESTED)
        revert(log.decisions_of(article).get(action="revise"), by=None)
        for fact in (statistic, printing):
            fact.refresh_from_db()
            self.assertEqual(fact.status, Status.CONFIRMED)

    def test_what_somebody_has_decided_about_since_stays_in_review(self) -> None:
        self.revise("Hujan turun di desa.\n\nWarga pulang.")
        confirm(self.quote, by=None)
        revert(log.decisions_of(self.article).get(action="revise"), by=None)
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.status, Status.SUGGESTED)

    def test_a_fact_that_was_in_review_before_is_still(self) -> None:
        Quote.objects.update(status=Status.SUGGESTED, decided_at=None)
        self.revise("Hujan turun di desa.\n\nWarga pulang.")
        revert(log.decisions_of(self.article).get(action="revise"), by=None)
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.status, Status.SUGGESTED)
        self.assertEqual(newest(self.quote).action, "text_changed")

    def test_the_steps_of_a_quote_rest_on_its_words_again(self) -> None:
        evidence = anchor(self.article, "Warga", Anchor.Role.RELAY, quote=self.quote)
        hop = RelayHop.objects.create(
            quote=self.quote, position=0, role="agency", agent=make_entity("Warga"), stated=True, evidence=evidence
        )
        for text in ("Hujan turun di desa.\n\nWarga pulang.", "Hujan turun di desa.\n\nTetangga pulang."):
            with self.subTest(text):
                self.revise(text)
                revert(log.decisions_of(self.article).filter(action="revise")[0], by=None)
                hop.refresh_from_db()
                self.article.refresh_from_db()
                assert hop.evidence
                self.assertEqual((hop.evidence.exact, hop.evidence.block.version), ("Warga", self.article.current))

    def test_a_fact_whose_words_are_lost_is_not_confirmed_again(self) -> None:
        self.revise("Warga pulang.")
        sentence = obstacle(newest(self.quote))
        self.assertEqual(
            sentence, "The current text has no words for it. Point to its words first, or put the older text back."
        )

    def test_what_was_a_suggestion_before_has_nothing_to_put_back(self) -> None:
        Quote.objects.update(status=Status.SUGGESTED, decided_at=None)
        self.revise("Hujan turun di desa.\n\nWarga pulang.")
        self.assertEqual(obstacle(newest(self.quote)), "It changed nothing that could be put back.")


class DecisionsTests(TestCase):
    """Each action that editors know has its way back, or a sentence that says what to do instead."""

    def test_a_confirmed_fact_is_a_suggestion_again(self) -> None:
        quote = make_quote(make_article(), "Dewan kota", status=Status.SUGGESTED)
        confirm(quote, by=None)
        revert(newest(quote), by=None)
        quote.refresh_from_db()
        self.assertEqual((quote.status, quote.decided_at), (Status.SUGGESTED, None))

    def test_a_rejected_fact_is_confirmed_again_by_the_one_who_takes_it_back(self) -> None:
        ana = User.objects.create_user("ana")
        quote = make_quote(make_article(), "Dewan kota")
        reject(quote, by=None)
        revert(newest(quote), by=ana)
        quote.refresh_from_db()
        self.assertEqual((quote.status, quote.decided_by), (Status.CONFIRMED, ana))

    def test_a_published_article_is_a_draft_again(self) -> None:
        article = make_article(state=Article.State.DRAFT)
        publish(Article.objects.all(), by=None)
        revert(newest(article), by=None)
        self.assertEqual(Article.objects.get().state, Article.State.DRAFT)
        self.assertEqual(newest(article).action, "revert")

    def test_a_withdrawal_taken_back_brings_the_notes_back(self) -> None:
        article = load_sample_world()
        public = Article.objects.public().count()
        withdraw(Article.objects.filter(pk=article.pk), by=None, reason="A court.")
        revert(newest(article), by=None)
        self.assertEqual(Article.objects.public().count(), public)

    def test_an_older_publication_is_not_taken_back_over_a_withdrawal(self) -> None:
        article = make_article(state=Article.State.DRAFT)
        publish(Article.objects.all(), by=None)
        published = newest(article)
        withdraw(Article.objects.all(), by=None, reason="A court.")
        self.assertIn("“State” was changed again by a command", obstacle(published))

    def test_a_merge_is_parted_once(self) -> None:
        source, into = make_entity("Putin"), make_entity("Vladimir Putin")
        decision = merge(source, into=into, by=None)
        self.assertEqual(obstacle(decision), "")
        self.assertIn("Part the two", obstacle(newest(into)))
        revert(decision, by=None)
        self.assertIsNone(Entity.objects.get(pk=source.pk).merged_into)
        self.assertEqual(obstacle(decision), "The two have been parted already.")
        self.assertIn("Merge the two again", obstacle(newest(source)))

    def test_a_topic_that_was_changed_is_as_it_was_and_one_that_was_given_is_rejected_instead(self) -> None:
        make_article()
        topic = make_topic()
        set_topic(Article.objects.all(), topic, by=None)
        given = ArticleTopic.objects.get()
        self.assertIn("Reject it instead", obstacle(newest(given)))
        set_topic(Article.objects.all(), topic, about=False, by=None)
        revert(newest(given), by=None)
        self.assertTrue(ArticleTopic.objects.get().about)

    def test_what_was_added_or_imported_stays(self) -> None:
        article = load_sample_world()
        imported = log.decisions_of(article).filter(action="import").get()
        self.assertEqual(obstacle(imported), "What was imported stays. Withdraw it instead.")
        with self.assertRaisesMessage(CannotRevert, "Withdraw it instead"):
            revert(imported, by=None)
        entity = Entity(kind=Entity.Kind.PERSON, name="Baru", slug="baru", sort_key="baru")
        with edited(entity, by=None):
            entity.save()
        self.assertEqual(obstacle(newest(entity)), "It was added and stays. Merge it into another one instead.")

    def test_a_decision_about_what_is_gone_is_said_to_be_so(self) -> None:
        quote = make_quote(make_article(), "Dewan kota", status=Status.SUGGESTED)
        confirm(quote, by=None)
        decision = newest(quote)
        Quote.objects.all().delete()
        decision = Decision.objects.get(pk=decision.pk)
        self.assertEqual(obstacle(decision), "The record is not in the archive any more.")
