"""Each worklist holds what waits for an editor, and lets go of it once it is done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.curation import worklists
from articles.curation.visible import visible_to
from articles.curation.worklists import WORKLISTS, Worklist, counts_for
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Batch,
    DateMention,
    Entity,
    Event,
    ImportRun,
    Mention,
    NoteLink,
    Quote,
    QuoteLink,
    Refusal,
    Series,
    Statistic,
    StatisticLink,
    Status,
)
from tests.admin.desk import next_version
from tests.curation.desk import make_editor, make_reviewer, make_user
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
from tests.hidden import add_hidden_articles, full_article, tell_the_planner
from tests.world import load_sample_world

WORDS = ("Ketua dewan bicara soal 40 orang pada Senin (2/3/2024).",)


def worklist(key: str) -> Worklist:
    return next(one for one in WORKLISTS if one.key == key)


def rows_of(key: str, user: User) -> list[Any]:
    one = worklist(key)
    return list(one.rows(visible_to(user, one.model._default_manager.all()), user).order_by("pk"))


class WorklistTestCase(TestCase):
    editor: User
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.editor = make_editor()
        cls.article = make_article(paragraphs=WORDS, published="2024-03-05", mentioning=("Ana Wijaya",))
        make_topic(article=cls.article)

    def holds(self, key: str, *rows: Any) -> None:
        self.assertEqual(rows_of(key, self.editor), sorted(rows, key=lambda row: row.pk))


class UnreviewedTests(WorklistTestCase):
    def test_every_kind_of_fact_waits_until_it_is_decided(self) -> None:
        quotes = [make_quote(self.article, "Ketua dewan") for _number in range(2)]
        statistics = [make_statistic(40, article=self.article) for _number in range(2)]
        note = make_article(rights=Article.Rights.REFERENCE)
        ends: dict[type, dict[str, Any]] = {
            QuoteLink: {"from_quote": quotes[0], "to_quote": quotes[1], "type": QuoteLink.Type.REPEATS},
            StatisticLink: {"from_statistic": statistics[0], "to_statistic": statistics[1], "type": "supersedes"},
            NoteLink: {"article": note, "quote": quotes[0]},
        }
        made: dict[str, Any] = {
            "quotes": make_quote(self.article, "bicara", status=Status.SUGGESTED),
            "mentions": make_mention(self.article, make_entity(), "Ketua", status=Status.SUGGESTED),
            "events": make_event(self.article, "bicara", status=Status.SUGGESTED),
            "dates": DateMention.objects.create(article=self.article, kind=DateMention.Kind.DATE),
            "topics": ArticleTopic.objects.create(article=self.article, topic=make_topic("local:lain")),
            "quote-links": QuoteLink.objects.create(**ends[QuoteLink]),
            "statistic-links": StatisticLink.objects.create(**ends[StatisticLink]),
            "note-links": NoteLink.objects.create(**ends[NoteLink]),
        }
        statistic = make_statistic(40, article=self.article, status=Status.SUGGESTED)
        made |= {"statistics": statistic, "printings": statistic.printings.get()}
        for kind, row in made.items():
            with self.subTest(kind):
                self.holds(f"unreviewed-{kind}", row)
                type(row).objects.filter(pk=row.pk).update(**stamp(Status.REJECTED))
                self.holds(f"unreviewed-{kind}")


class ArticleListTests(WorklistTestCase):
    def test_drafts_wait_until_they_are_published(self) -> None:
        draft = make_article("Rancangan", state=Article.State.DRAFT)
        self.holds("drafts", draft)
        Article.objects.filter(pk=draft.pk).update(state=Article.State.PUBLISHED)
        self.holds("drafts")

    def test_an_article_is_without_a_topic_until_one_is_given_that_nobody_rejects(self) -> None:
        bare = make_article("Tanpa topik")
        make_article("Catatan", rights=Article.Rights.REFERENCE)
        make_article("Ditarik", state=Article.State.WITHDRAWN)
        self.holds("no-topic", bare)
        make_topic(article=bare)
        self.holds("no-topic")
        ArticleTopic.objects.filter(article=bare).update(**stamp(Status.REJECTED))
        self.holds("no-topic", bare)

    def test_an_article_is_without_an_actor_while_only_names_inside_names_stand_in_it(self) -> None:
        bare = make_article("Tanpa aktor")
        make_mention(bare, make_entity("Dewan", kind=Entity.Kind.ORGANISATION), "Dewan", nested=True)
        self.holds("no-actor", bare)
        make_mention(bare, make_entity("Dewan", kind=Entity.Kind.ORGANISATION), "Dewan")
        self.holds("no-actor")

    def test_an_article_of_tomorrow_or_older_than_what_it_tells_is_dated_wrongly(self) -> None:
        later = (timezone.localdate() + timedelta(days=3)).isoformat()
        coming = make_article("Besok", published=later)
        early = make_article("Dini", published="2024-03")
        make_event(early, "bertemu", happened="2024-04-01")
        quoting = make_article("Kutipan", published="2024-03-01")
        make_quote(quoting, "bertemu", said="2024-03-02")
        fitting = make_article("Pas", published="2024-03")
        make_event(fitting, "bertemu", happened="2024-03-31")
        self.holds("dates-doubtful", coming, early, quoting)
        Event.objects.update(**stamp(Status.REJECTED))
        Quote.objects.update(said_earliest="2024-03-01")
        self.holds("dates-doubtful", coming)


class FactListTests(WorklistTestCase):
    def test_a_quote_waits_until_its_speaker_is_known_or_it_is_rejected(self) -> None:
        quote, rejected = make_quote(self.article, "bicara"), make_quote(self.article, "bicara", status=Status.REJECTED)
        self.holds("no-speaker", quote)
        self.assertIsNone(rejected.speaker)
        Quote.objects.filter(pk=quote.pk).update(speaker=make_entity())
        self.holds("no-speaker")

    def test_a_weekday_that_its_date_did_not_have_waits(self) -> None:
        fields = {"article": self.article, "kind": DateMention.Kind.DATE, "printed_weekday": "Senin", **stamp()}
        wrong = DateMention.objects.create(weekday_fits=False, **fields)
        DateMention.objects.create(weekday_fits=True, **fields)
        self.holds("weekday", wrong)

    def test_figures_linked_as_contradicting_wait_on_both_sides_until_the_link_is_rejected(self) -> None:
        one, other, _part = (make_statistic(40, article=self.article) for _number in range(3))
        link = StatisticLink.objects.create(from_statistic=one, to_statistic=other, type="contradicts")
        StatisticLink.objects.create(from_statistic=one, to_statistic=_part, type="subset_of")
        self.holds("contradicting", one, other)
        StatisticLink.objects.filter(pk=link.pk).update(**stamp(Status.REJECTED))
        self.holds("contradicting")

    def test_exact_figures_of_one_series_and_one_day_contradict_when_they_differ(self) -> None:
        series = Series.objects.create(slug="orang", name="Orang", unit="person")

        def count(value: int, **fields: Any) -> Statistic:
            return make_statistic(value, article=self.article, words="40", series=series, **fields)

        one, other = count(40), count(41)
        count(40, as_of="2024-03-02")
        count(42, approximation="about")
        count(43, as_of="2024-03")
        count(44, status=Status.SUPERSEDED)
        make_statistic(45, article=self.article, words="40")
        self.holds("contradicting", one, other)
        Statistic.objects.filter(pk=other.pk).update(value=40)
        self.holds("contradicting")

    def test_entities_that_share_a_folded_name_in_one_part_of_the_site_may_be_doubles(self) -> None:
        one = make_entity("Benyamin Netanyahu")
        other = Entity.objects.create(kind=Entity.Kind.PERSON, name="Netanyahu", slug="netanyahu", sort_key="netanyahu")
        make_entity("Kota Netanyahu", kind=Entity.Kind.PLACE).names.create(name="netanyahu", key="netanyahu")
        self.holds("doubles")
        other.names.create(name="BENYAMIN NETANYAHU", key="benyamin netanyahu", kind="alias")
        self.holds("doubles", one, other)
        Entity.objects.filter(pk=other.pk).update(merged_into=one)
        self.holds("doubles")


class ChangedWordsTests(WorklistTestCase):
    def facts(self) -> dict[str, Any]:
        suggested = Status.SUGGESTED
        statistic = make_statistic(40, article=self.article, status=suggested)
        date = DateMention.objects.create(article=self.article, kind=DateMention.Kind.DATE)
        anchor(self.article, "2/3/2024", Anchor.Role.PHRASE, date=date)
        return {
            "quotes": make_quote(self.article, "bicara", status=suggested),
            "printings": statistic.printings.get(),
            "mentions": make_mention(self.article, make_entity(), "Ketua", status=suggested),
            "dates": date,
            "events": make_event(self.article, "bicara", status=suggested),
        }

    def test_facts_whose_words_a_newer_text_has_lost_wait_until_they_are_decided(self) -> None:
        facts = self.facts()
        for kind in facts:
            self.holds(f"changed-{kind}")
        next_version(self.article, "Tidak ada lagi.")
        for kind, row in facts.items():
            with self.subTest(kind):
                self.holds(f"changed-{kind}", row)
                type(row).objects.filter(pk=row.pk).update(**stamp(Status.CONFIRMED))
                self.holds(f"changed-{kind}")

    def test_facts_that_stand_on_other_words_in_the_newer_text_wait(self) -> None:
        quote, event = self.facts()["quotes"], Event.objects.get()
        next_version(self.article, "Ketua dewan berbicara.")
        anchor(self.article, "berbicara", Anchor.Role.CONTENT, quote=quote)
        anchor(self.article, "berbicara", Anchor.Role.PHRASE, event=event)
        self.holds("changed-quotes")
        self.holds("changed-events")
        Anchor.objects.filter(exact="berbicara").update(state=Anchor.State.CHANGED)
        self.holds("changed-quotes", quote)
        self.holds("changed-events", event)

    def test_an_event_waits_when_one_of_its_two_articles_has_lost_the_words(self) -> None:
        event = self.facts()["events"]
        other = make_article("Lain")
        anchor(other, "bertemu", Anchor.Role.PHRASE, event=event)
        self.holds("changed-events")
        next_version(other, "Tidak ada lagi.")
        self.holds("changed-events", event)


class ImportListTests(WorklistTestCase):
    def test_runs_with_refused_records_and_runs_of_the_last_days_are_listed(self) -> None:
        fields = {"importer": "test", "container": "a.txt", "container_sha256": "0" * 64}
        ImportRun.objects.update(started_at=timezone.now() - timedelta(days=8))
        old = ImportRun.objects.create(**fields, seen=1, refused=1)
        refusal = Refusal.objects.create(run=old, place="a.txt", reason="It is empty.")
        ImportRun.objects.filter(pk=old.pk).update(started_at=timezone.now() - timedelta(days=30))
        new = ImportRun.objects.create(**fields, seen=1, new=1)
        ImportRun.objects.create(**{**fields, "importer": "typed"}, seen=1, new=1)
        self.holds("imports-refused", old)
        self.holds("imports-last", new)
        batch = Batch.objects.create(run=new, number=1, sha256="0" * 64, outcomes="n")
        Refusal.objects.filter(pk=refusal.pk).update(taken_in=batch)
        self.holds("imports-refused")


class CountsTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()
        # What only suggests itself may wait because of another text.
        Event.objects.update(**stamp(Status.SUGGESTED))

    def test_keys_are_unique_and_no_worklist_lacks_words(self) -> None:
        self.assertEqual(len({one.key for one in WORKLISTS}), len(WORKLISTS))
        for one in WORKLISTS:
            self.assertTrue(str(one.title) and str(one.about).endswith("."), one.key)

    def test_a_user_is_offered_the_worklists_of_the_models_that_they_may_view(self) -> None:
        user = make_user("rina", "view_quote", "change_entity")
        offered = {one.key for one, _count in counts_for(user)}
        self.assertEqual(offered, {"unreviewed-quotes", "changed-quotes", "no-speaker", "doubles"})

    def test_who_may_not_see_drafts_is_offered_no_list_of_them(self) -> None:
        self.assertNotIn("drafts", {one.key for one, _count in counts_for(make_reviewer())})
        self.assertIn("drafts", {one.key for one, _count in counts_for(make_editor())})

    def test_numbers_are_those_of_the_lists(self) -> None:
        editor = make_editor()
        for one, count in counts_for(editor):
            with self.subTest(one.key):
                self.assertEqual(count, len(rows_of(one.key, editor)))

    def test_numbers_are_the_same_with_and_without_hidden_articles(self) -> None:
        reviewer = make_reviewer()
        before = {one.key: count for one, count in counts_for(reviewer) if one.model is not ImportRun}
        add_hidden_articles()
        draft = full_article(Article.State.DRAFT, Status.SUGGESTED)
        self._join_to_public(draft)
        tell_the_planner()
        after = {one.key: count for one, count in counts_for(reviewer) if one.model is not ImportRun}
        self.assertEqual(after, before)

    def _join_to_public(self, draft: dict[str, Any]) -> None:
        """Let a draft contradict a public figure, share a public name, and lose the words of a public event."""
        public = Statistic.objects.exclude(series=None).filter(approximation="exact").filter(value=898).get()
        Statistic.objects.filter(pk=draft["statistic"].pk).update(
            series=public.series, as_of_earliest=public.as_of_earliest, as_of_latest=public.as_of_latest
        )
        StatisticLink.objects.create(from_statistic=draft["statistic"], to_statistic=public, type="contradicts")
        draft["ghost"].names.create(name="Vladimir Putin", key="vladimir putin", kind="alias")
        anchor(draft["article"], "bicara", Anchor.Role.PHRASE, event=Event.objects.public().earliest("pk"))
        next_version(draft["article"], "Tidak ada lagi.")

    def test_published_the_same_articles_do_change_the_numbers(self) -> None:
        """Without this the test above could hold because nothing is ever counted."""
        reviewer = make_reviewer()
        before = {one.key: count for one, count in counts_for(reviewer)}
        self._join_to_public(full_article(Article.State.PUBLISHED, Status.SUGGESTED))
        after = {one.key: count for one, count in counts_for(reviewer)}
        for key in ("unreviewed-quotes", "contradicting", "doubles", "changed-events", "changed-mentions"):
            with self.subTest(key):
                self.assertGreater(after[key], before[key])

    def test_one_query_is_asked_for_each_worklist(self) -> None:
        editor = make_editor()
        with CaptureQueriesContext(connection) as few:
            counts_for(editor)
        add_hidden_articles()
        tell_the_planner()
        with self.assertNumQueries(len(few)):
            counts_for(editor)
        self.assertEqual(len(few), len(WORKLISTS))

    def test_long_lists_are_counted_no_further_than_a_thousand(self) -> None:
        article, entity = make_article(), make_entity()
        rows = (Mention(article=article, entity=entity, form=Mention.Form.FULL) for _number in range(1005))
        Mention.objects.bulk_create(rows)
        counts = {one.key: count for one, count in counts_for(make_editor())}
        self.assertEqual(worklists.in_words(counts["unreviewed-mentions"]), "1,000+")
        self.assertEqual(worklists.in_words(1000), "1,000")
        self.assertEqual(worklists.in_words(12), "12")
