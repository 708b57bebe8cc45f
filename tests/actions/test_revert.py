"""Taking decisions back: what was, is again; what somebody has decided since is not touched."""

from __future__ import annotations

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
from articles.actions.snapshots import snapshot
from articles.actions.topics import set_topic
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Decision,
    Entity,
    EntityName,
    Notice,
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


class RowsTests(TestCase):
    """Rows that belong to a record come back under the keys that they had."""

    def test_names_return_leave_and_change_back(self) -> None:
        entity = make_entity("Ana Wijaya")
        EntityName.objects.create(entity=entity, name="A. W.", kind=EntityName.Kind.SHORT, key="a w")
        before = snapshot(entity)
        with edited(entity, by=None):
            entity.names.get(name="A. W.").delete()
            entity.names.filter(name="Ana Wijaya").update(kind=EntityName.Kind.ALIAS)
            EntityName.objects.create(
                entity=entity, name="Anna Widjaja", kind=EntityName.Kind.PREFERRED, key="anna widjaja"
            )
            Entity.objects.filter(pk=entity.pk).update(name="Anna Widjaja")
        revert(newest(entity), by=None)
        self.assertEqual(snapshot(Entity.objects.get(pk=entity.pk)), before)

    def test_two_hops_that_changed_places_change_back(self) -> None:
        quote = make_quote(make_article(), "Dewan kota")
        first, second = (
            RelayHop.objects.create(quote=quote, position=position, role=role, stated=False)
            for position, role in ((1, RelayHop.Role.ISSUER), (2, RelayHop.Role.AGENCY))
        )
        with edited(quote, by=None):
            RelayHop.objects.filter(pk=first.pk).update(position=9)
            RelayHop.objects.filter(pk=second.pk).update(position=1)
            RelayHop.objects.filter(pk=first.pk).update(position=2)
        revert(newest(quote), by=None)
        self.assertEqual(list(quote.hops.all()), [first, second])

    def test_words_and_the_hop_that_names_them_as_evidence_return_together(self) -> None:
        article = make_article()
        quote = make_quote(article, "Dewan kota")
        words = anchor(article, "hari itu", Anchor.Role.RELAY, quote=quote)
        hop = RelayHop.objects.create(
            quote=quote, position=1, role=RelayHop.Role.AGENCY, stated=True, agent=make_entity(), evidence=words
        )
        before = snapshot(quote)
        with edited(quote, by=None):
            RelayHop.objects.filter(pk=hop.pk).update(evidence=None)
            words.delete()
        revert(newest(quote), by=None)
        self.assertEqual(snapshot(quote), before)

    def test_words_that_another_decision_has_come_to_need_stay(self) -> None:
        article = make_article()
        quote = make_quote(article, "Dewan kota")
        hop = RelayHop.objects.create(
            quote=quote, position=1, role=RelayHop.Role.AGENCY, stated=True, agent=make_entity()
        )
        with edited(quote, by=None):
            words = anchor(article, "hari itu", Anchor.Role.RELAY, quote=quote)
        added = newest(quote)
        with edited(quote, by=None):
            RelayHop.objects.filter(pk=hop.pk).update(evidence=words)
        with self.assertRaisesMessage(CannotRevert, "needs what would go"):
            revert(added, by=None)
        self.assertEqual(quote.anchors.count(), 2)

    def test_words_of_an_older_text_are_not_brought_back(self) -> None:
        article = make_article()
        quote = make_quote(article, "Dewan kota")
        with edited(quote, by=None):
            quote.anchors.all().delete()
            anchor(article, "bertemu", Anchor.Role.CONTENT, quote=quote)
        self.assertEqual(obstacle(newest(quote)), "")
        _other_text(article)
        self.assertIn("stood in an older text", obstacle(newest(quote)))

    def test_a_correction_notice_returns_with_its_day(self) -> None:
        article = make_article()
        notice = Notice.objects.create(
            article=article, text="Ralat.", **fuzzy.columns("dated", parse_edtf("2024-03-02"))
        )
        with edited(article, by=None):
            notice.delete()
        revert(newest(article), by=None)
        self.assertEqual(Notice.objects.get().dated_latest, date(2024, 3, 2))


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


def _other_text(article: Article) -> None:
    """Give an article another current version, with the same words."""
    version = article.current
    assert version is not None
    blocks = list(version.blocks.order_by("position"))
    version.pk, version.number = None, version.number + 1
    version.save(force_insert=True)
    for block in blocks:
        block.pk, block.version = None, version
        block.save(force_insert=True)
    Article.objects.filter(pk=article.pk).update(current=version)
