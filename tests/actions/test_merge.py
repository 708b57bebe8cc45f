"""Merging two entities that are one, and parting them again."""

from __future__ import annotations

import threading
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase, TransactionTestCase
from django.test.utils import CaptureQueriesContext

from articles.actions import log
from articles.actions.entities import Written, add_names, find_or_add
from articles.actions.merge import CannotMerge, in_effect, left_behind, merge, moved_in_words, preview, unmerge
from articles.actions.references import NAMES, WORDS, references
from articles.models import (
    Article,
    Decision,
    Entity,
    EntityName,
    Event,
    Mention,
    Quote,
    QuoteEntry,
    RelayHop,
    Series,
    Statistic,
    Status,
)
from tests.factories import make_article, make_entity, make_event, make_mention, make_quote, make_statistic

Kind = Entity.Kind
TABLES = (Article, Mention, Quote, RelayHop, Statistic, Series, Event, Event.participants.through)


def facts() -> dict[str, list[Any]]:
    """Return every row that may name an entity, keys of join tables apart."""
    rows: dict[str, list[Any]] = {}
    for table in TABLES:
        columns = [column.attname for column in table._meta.concrete_fields if column.attname != "id"]
        rows[table._meta.label] = sorted(table._default_manager.values_list(*columns), key=str)
    rows["names"] = list(EntityName.objects.order_by("pk").values_list("entity", "name", "kind", "key"))
    rows["entities"] = list(Entity.objects.order_by("pk").values_list("pk", "name", "merged_into"))
    return rows


def naming(entity: Entity) -> int:
    return sum(column.rows(entity).count() for column in references())


class MergeTests(TestCase):
    by: User
    kept: Entity
    gone: Entity
    other: Entity
    before_that: Entity  # merged into the one that goes
    article: Article
    mention: Mention
    quote: Quote
    hop: RelayHop
    figure: Statistic
    event: Event
    both: Event  # with the one that goes and the one that stays

    @classmethod
    def setUpTestData(cls) -> None:
        cls.by = User.objects.create(username="sari")
        cls.kept = make_entity("Ana Wijaya")
        cls.gone = make_entity(
            "Ana W.", names=[Written(name="Bu Ana"), Written(name="A.W.", kind=EntityName.Kind.ACRONYM)]
        )
        cls.other = make_entity("Budi")
        cls.article = make_article(paragraphs=("Ana W. berkata: air naik, 12 rumah, kata Budi.",))
        cls.mention = make_mention(cls.article, cls.gone, "Ana W.", role_at=cls.gone)
        cls.quote = make_quote(cls.article, "air naik", speaker=cls.gone, addressee=cls.gone, on_behalf_of=cls.gone)
        cls.hop = RelayHop.objects.create(quote=cls.quote, position=0, role="speaker", agent=cls.gone, stated=True)
        series = Series.objects.create(slug="rumah", name="Rumah", unit="person", place=cls.gone)
        cls.figure = make_statistic(
            12, article=cls.article, stated_by=cls.gone, place=cls.gone, series=series, population="rumah"
        )
        cls.event = make_event(cls.article, "air naik", place=cls.gone, reported_by=cls.gone)
        cls.event.participants.set([cls.gone, cls.other])
        cls.both = make_event(cls.article, "12 rumah")
        cls.both.participants.set([cls.gone, cls.kept])
        Article.objects.filter(pk=cls.article.pk).update(publisher=cls.gone)
        cls.before_that = make_entity("Ana Wi.")
        merge(cls.before_that, into=cls.gone, by=cls.by)
        cls.before_that.refresh_from_db()

    def merge(self) -> Decision:
        return merge(self.gone, into=self.kept, by=self.by, reason="the same person")

    def test_the_world_of_this_test_has_every_column_that_names_an_entity(self) -> None:
        self.assertEqual({column.label for column in references()} | {NAMES}, set(WORDS))
        self.assertEqual([column.label for column in references() if not column.rows(self.gone)], [])

    def test_nothing_names_the_one_that_is_gone(self) -> None:
        count, kept = naming(self.gone), naming(self.kept)
        self.merge()
        self.assertEqual(naming(self.gone), 0)
        # The event with both counts once, and the one that is gone names the kept one itself.
        self.assertEqual(naming(self.kept), kept + count - 1 + 1)
        self.assertEqual(set(self.both.participants.all()), {self.kept})
        self.assertEqual(set(self.event.participants.all()), {self.kept, self.other})

    def test_facts_keep_their_status(self) -> None:
        make_mention(self.article, self.gone, "Ana W.", status=Status.SUGGESTED)
        self.merge()
        self.assertEqual(sorted(Mention.objects.values_list("status", flat=True)), ["confirmed", "suggested"])

    def test_its_names_become_aliases_and_stay_its_own_too(self) -> None:
        self.merge()
        names = dict(self.kept.names.values_list("name", "kind"))
        aliases = {"Ana W.": "alias", "Bu Ana": "alias", "A.W.": "acronym", "Ana Wi.": "alias"}
        self.assertEqual(names, {"Ana Wijaya": "preferred", **aliases})
        self.assertEqual(self.gone.names.get(kind="preferred").name, "Ana W.")
        self.assertEqual(find_or_add(kind=Kind.PERSON, name="bu ana"), self.kept)

    def test_chains_of_merges_stay_flat_and_old_addresses_lead_to_the_kept_one(self) -> None:
        self.merge()
        self.before_that.refresh_from_db()
        self.assertEqual(self.before_that.merged_into, self.kept)
        for slug in (self.gone.slug, self.before_that.slug):
            response = self.client.get(f"/people/{slug}/")
            self.assertRedirects(response, self.kept.get_absolute_url(), status_code=301)

    def test_search_finds_its_quotes_by_the_kept_name(self) -> None:
        before = str(QuoteEntry.objects.get(quote=self.quote).vector)
        self.merge()
        after = str(QuoteEntry.objects.get(quote=self.quote).vector)
        self.assertNotIn("wijaya", before)
        self.assertIn("wijaya", after)

    def test_parting_brings_everything_back(self) -> None:
        before, entry = facts(), str(QuoteEntry.objects.get(quote=self.quote).vector)
        decision = self.merge()
        self.assertNotEqual(facts(), before)
        parted = unmerge(decision, by=self.by)
        self.assertEqual(facts(), before)
        self.assertEqual(left_behind(parted), [])
        self.assertEqual(str(QuoteEntry.objects.get(quote=self.quote).vector), entry)

    def test_both_histories_tell(self) -> None:
        decision = self.merge()
        self.assertEqual((decision.action, decision.by, decision.reason), ("merge", self.by, "the same person"))
        self.assertIn("1 mention", moved_in_words(decision))
        absorbed = log.decisions_of(self.kept).first()
        assert absorbed and absorbed.after
        self.assertEqual((absorbed.action, absorbed.after["absorbed"]), ("absorb", self.gone.pk))
        self.assertEqual(len(absorbed.after["names"]), 5)
        unmerge(decision, by=self.by, reason="no, two")
        for entity in (self.gone, self.kept):
            newest = log.decisions_of(entity).first()
            assert newest
            self.assertEqual((newest.action, newest.reason), ("unmerge", "no, two"))

    def test_the_history_of_what_moved_tells_too(self) -> None:
        seen = log.newest(self.quote)
        decision = self.merge()
        change = log.decisions_of(self.quote).get(pk__gt=seen)
        assert change.before and change.after
        self.assertEqual(change.reason, "“Ana W.” was merged into “Ana Wijaya”. the same person")
        fields = {"speaker", "addressee", "on_behalf_of", "hops"}
        self.assertEqual((set(change.before), set(change.after)), (fields, fields))
        self.assertEqual((change.before["speaker"], change.after["speaker"]), (self.gone.pk, self.kept.pk))
        self.assertEqual(change.after["hops"][0]["agent"], self.kept.pk)
        event = log.decisions_of(self.both).first()
        assert event and event.before and event.after
        self.assertEqual(event.before["participants"], sorted([self.gone.pk, self.kept.pk]))
        self.assertEqual(event.after["participants"], [self.kept.pk])
        unmerge(decision, by=self.by)
        self.assertEqual(log.decisions_of(self.quote).filter(pk__gt=change.pk).get().after, change.before)

    def test_what_somebody_changed_since_stays_as_it_is_and_is_said(self) -> None:
        decision = self.merge()
        Quote.objects.filter(pk=self.quote.pk).update(speaker=self.other)
        self.both.participants.remove(self.kept)
        self.kept.names.filter(name="Bu Ana").update(kind="short")
        self.kept.names.filter(name="A.W.").delete()
        parted = unmerge(decision, by=self.by)
        self.quote.refresh_from_db()
        self.assertEqual((self.quote.speaker, self.quote.addressee), (self.other, self.gone))
        self.assertEqual(set(self.both.participants.all()), set())
        self.assertEqual(set(self.kept.names.values_list("name", flat=True)), {"Ana Wijaya", "Bu Ana"})
        left = ["1 quote as its speaker", "1 event with it", "1 name that it was given"]
        self.assertEqual(left_behind(parted), left)

    def test_what_was_added_since_stays_with_the_kept_one(self) -> None:
        decision = self.merge()
        later = make_quote(self.article, "kata Budi", speaker=self.kept)
        add_names(self.kept, [Written(name="Wijaya")])
        unmerge(decision, by=self.by)
        later.refresh_from_db()
        self.assertEqual(later.speaker, self.kept)
        self.assertTrue(self.kept.names.filter(name="Wijaya").exists())

    def test_an_earlier_merge_is_undone_after_the_later_one(self) -> None:
        earlier = in_effect(self.before_that)
        assert earlier
        later = self.merge()
        with self.assertRaisesMessage(CannotMerge, "“Ana W.” was itself merged into “Ana Wijaya” after that."):
            unmerge(earlier, by=self.by)
        unmerge(later, by=self.by)
        unmerge(earlier, by=self.by)
        self.assertFalse(Entity.objects.filter(merged_into__isnull=False).exists())

    def test_a_merge_is_undone_once_and_may_be_done_again(self) -> None:
        first = self.merge()
        unmerge(first, by=self.by)
        with self.assertRaisesMessage(CannotMerge, "“Ana W.” and “Ana Wijaya” have been parted already."):
            unmerge(first, by=self.by)
        second = merge(Entity.objects.get(pk=self.gone.pk), into=self.kept, by=self.by)
        with self.assertRaises(CannotMerge):
            unmerge(first, by=self.by)
        unmerge(second, by=self.by)
        change = log.decisions_of(self.quote).first()
        assert change
        with self.assertRaisesMessage(CannotMerge, "This change is not a merge."):
            unmerge(change, by=self.by)

    def test_what_makes_no_sense_is_refused_with_a_sentence(self) -> None:
        budi, country = self.other, make_entity("Ana", kind=Kind.COUNTRY)
        refusals = {
            (budi, budi): "“Budi” cannot be merged into itself.",
            (self.before_that, budi): "“Ana Wi.” is merged into “Ana W.” already.",
            (budi, self.before_that): "“Ana Wi.” is merged into “Ana W.” already.",
            (self.gone, self.before_that): "“Ana Wi.” is merged into “Ana W.” already.",
            (country, budi): "“Ana” is a country and “Budi” a person",
        }
        before = Decision.objects.count()
        for (source, into), sentence in refusals.items():
            with self.subTest(sentence), self.assertRaisesMessage(CannotMerge, sentence):
                merge(source, into=into, by=self.by)
            with self.subTest(sentence), self.assertRaisesMessage(CannotMerge, sentence):
                preview(source, into)
        self.assertEqual(Decision.objects.count(), before)

    def test_kinds_of_one_part_of_the_site_are_merged_with_a_warning(self) -> None:
        agency, group = make_entity("TASS", kind=Kind.NEWS_AGENCY), make_entity("Tass", kind=Kind.GROUP, listed=False)
        self.assertEqual(agency, group)
        group = make_entity("Itar", kind=Kind.GROUP)
        self.assertIn("of different kinds", preview(group, agency).warnings[0])
        merge(group, into=agency, by=self.by)

    def test_two_numbers_of_wikidata_are_two_people(self) -> None:
        Entity.objects.filter(pk=self.gone.pk).update(wikidata="Q1")
        Entity.objects.filter(pk=self.kept.pk).update(wikidata="Q2")
        found = preview(Entity.objects.get(pk=self.gone.pk), Entity.objects.get(pk=self.kept.pk))
        self.assertEqual(list(found.warnings), ["Wikidata knows them as two: Q1 and Q2."])

    def test_a_preview_counts_what_moves_and_shows_five(self) -> None:
        for number in range(6):
            make_mention(self.article, self.gone, "Ana W.", note=str(number))
        found = preview(self.gone, self.kept)
        self.assertEqual(found.moving[0].words, "1 article that it published")
        mentions = next(kind for kind in found.moving if kind.words == "7 mentions")
        self.assertEqual(len(mentions.examples), 5)
        self.assertEqual(list(found.names), ["Ana W.", "Bu Ana", "A.W.", "Ana Wi."])
        self.assertEqual(naming(self.kept), 1)

    def test_queries_do_not_grow_with_what_moves(self) -> None:
        counts = []
        for size in (1, 30):
            one = make_entity(f"Orang {size}")
            for number in range(size):
                make_quote(self.article, "air naik", speaker=one)
                make_mention(self.article, one, "Ana W.", note=str(number))
            with CaptureQueriesContext(connection) as asked:
                decision = merge(one, into=self.kept, by=self.by)
            with CaptureQueriesContext(connection) as undone:
                unmerge(decision, by=self.by)
            counts.append((len(asked), len(undone)))
        self.assertEqual(counts[0], counts[1])


class AtOnceTests(TransactionTestCase):
    def test_two_merges_at_once_make_no_circle(self) -> None:
        one, two = make_entity("Satu"), make_entity("Dua")
        start, refused = threading.Barrier(2), []

        def run(source: Entity, into: Entity) -> None:
            start.wait()
            try:
                merge(source, into=into, by=None)
            except CannotMerge as problem:
                refused.append(str(problem))
            finally:
                connection.close()

        threads = [threading.Thread(target=run, args=pair) for pair in ((one, two), (two, one))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(refused), 1)
        self.assertIn("already", refused[0])
        self.assertEqual(Entity.objects.filter(merged_into=None, name__in=["Satu", "Dua"]).count(), 1)
