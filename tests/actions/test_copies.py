"""Copies are found after the import, suggested once for each group, and asked again when a text changes."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.test import SimpleTestCase, TestCase, TransactionTestCase
from django.test.utils import CaptureQueriesContext

from articles.actions import log, review
from articles.actions.copies import find_copies
from articles.actions.copy_groups import HOLDING, Groups
from articles.actions.erase import erase, tally
from articles.actions.revert import revert
from articles.actions.revise import revise
from articles.importers.typed import typed_of
from articles.models import Article, Block, Copy, Fingerprint, Likeness, Status
from tests.factories import make_article, stamp
from tests.steps import MOST, steps

SYLLABLES = ("ba", "be", "da", "di", "ka", "ku", "la", "ma", "na", "pa", "ra", "sa", "ta", "ti", "wa", "ya", "nya")


def story(seed: int, *, paragraphs: int = 5) -> list[str]:
    """Return paragraphs of 25 words that no other seed has."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(25 * paragraphs)]
    return [" ".join(words[at : at + 25]).capitalize() + "." for at in range(0, len(words), 25)]


def make(paragraphs: Sequence[str], headline: str = "Dewan bertemu", **fields: Any) -> Article:
    return make_article(headline, paragraphs=paragraphs, **fields)


def groups() -> set[frozenset[int]]:
    firsts = set(Copy.objects.values_list("first", flat=True))
    return {frozenset(Copy.objects.filter(first=first).values_list("article", flat=True)) for first in firsts}


def rewrite(article: Article, paragraphs: Sequence[str]) -> None:
    """Give an article another text, as its publisher or an editor does."""
    article.refresh_from_db()
    assert article.current
    typed = typed_of(article.current.blocks.order_by("position"))
    assert revise(article, replace(typed, text="\n\n".join(paragraphs)), by=None)


class FoundTests(TestCase):
    def test_the_same_words_under_another_headline_and_dateline_are_a_copy(self) -> None:
        first, *rest = story(1)
        one = make([f"JAKARTA, KOMPAS.com – {first}", *rest])
        other = make([f"Jakarta (ANTARA) - {first}", *rest], "Rapat dewan", publisher="Antara")
        make(story(2), "Lain sekali")
        assert find_copies() == 3
        likeness = Likeness.objects.get()
        assert (likeness.one, likeness.other, likeness.kind, likeness.status) == (one, other, "same", "suggested")
        assert groups() == {frozenset({one.pk, other.pk})}

    def test_few_words_changed_are_a_near_copy_and_its_share_is_told(self) -> None:
        words = story(1)
        make(words)
        make([*words[:4], words[4].replace(" ", " anu ", 1)])
        find_copies()
        likeness = Likeness.objects.get()
        assert likeness.kind == "near"
        assert 0.9 < likeness.share < 1
        assert (likeness.method, likeness.tool) == ("rule", "shingles 1")

    def test_a_shortened_text_is_a_copy_of_the_whole(self) -> None:
        words = story(1, paragraphs=9)
        make(words)
        make(words[:4])
        find_copies()
        assert 0.4 < Likeness.objects.get().share < 0.5

    def test_the_same_sentences_with_other_figures_are_no_copy(self) -> None:
        sentences = [f"{line} Harga emas {{}} rupiah per gram, naik {{}} rupiah." for line in story(1)]
        for start in (1000, 2000):
            make([line.format(start + 7 * at, start + 7 * at + 3) for at, line in enumerate(sentences)])
        find_copies()
        assert not Likeness.objects.exists()

    def test_one_corrected_figure_leaves_it_a_copy(self) -> None:
        text = " ".join(story(1)) + " Jumlahnya 883 orang dari 1.100 orang."
        make([text])
        make([text.replace("883", "885")])
        find_copies()
        assert Likeness.objects.get().kind == "near"

    def test_short_texts_and_reference_notes_are_left_out(self) -> None:
        for _ in range(2):
            make(["Dewan kota bertemu pada hari itu dan pulang."])
            make(story(1), rights=Article.Rights.REFERENCE)
        assert find_copies() == 4
        assert find_copies() == 0
        assert not Likeness.objects.exists()

    def test_boilerplate_is_not_compared(self) -> None:
        for seed in (1, 2):
            article = make(story(seed, paragraphs=2))
            blocks = [
                Block(version=article.current, position=50 + at, type=Block.Type.BOILERPLATE, text=text)
                for at, text in enumerate(story(9, paragraphs=8))
            ]
            Block.objects.bulk_create(blocks)
        find_copies()
        assert not Likeness.objects.exists()

    def test_an_article_is_looked_at_once_and_a_limit_is_kept(self) -> None:
        for seed in range(5):
            make(story(seed))
        assert [find_copies(most=2) for _ in range(4)] == [2, 2, 1, 0]
        assert Fingerprint.objects.count() == 5

    def test_many_that_print_one_text_take_one_decision_less_than_they_are(self) -> None:
        for _ in range(6):
            make(story(1))
        find_copies(most=3)
        find_copies()
        assert Likeness.objects.count() == 5
        assert {len(group) for group in groups()} == {6}

    def test_each_suggestion_stands_in_the_log(self) -> None:
        for _ in range(2):
            make(story(1))
        find_copies()
        decision = log.decisions_of(Likeness.objects.get()).get()
        assert (decision.action, decision.by, (decision.after or {})["kind"]) == ("add", None, "same")

    def test_one_more_copy_writes_no_row_of_the_others(self) -> None:
        def places() -> dict[int, str]:
            with connection.cursor() as cursor:
                cursor.execute("SELECT article_id, ctid::text FROM articles_copy")
                return dict(cursor.fetchall())

        for _ in range(5):
            make(story(1))
        find_copies()
        before = places()
        newest = make(story(1))
        find_copies()
        after = places()
        assert after.pop(newest.pk)
        assert after == before

    def test_the_number_of_queries_does_not_grow_with_the_articles_of_a_batch(self) -> None:
        def asked(number: int) -> int:
            for _ in range(number):
                make(story(1))
            with CaptureQueriesContext(connection) as queries:
                find_copies()
            return len(queries)

        asked(3)
        assert asked(4) == asked(12)


class JoinedTests(SimpleTestCase):
    def test_groups_that_hold_what_was_parted_are_not_joined_whatever_joined_them(self) -> None:
        chance = random.Random(5)  # noqa: S311 - the same each time
        for _attempt in range(200):
            drawn = [sorted(chance.sample(range(9), 2)) for _ in range(14)]
            pairs = [(one, other) for one, other in drawn]
            parted, joined = pairs[:4], pairs[4:]
            made, sets = Groups(parted), [{article} for article in range(9)]
            for at, (one, other) in enumerate(joined):
                first, second = (next(some for some in sets if article in some) for article in (one, other))
                keeps_apart = any(
                    {a, b} <= first | second and not ({a, b} <= first or {a, b} <= second) for a, b in parted
                )
                expected = first is not second and (at < 2 or not keeps_apart)
                if expected:
                    sets.remove(second)
                    first |= second
                assert made.join(one, other, whatever_was_parted=at < 2) == expected
            assert {made.name(article) for article in range(9)} == {min(some) for some in sets}

    def test_thousands_that_were_parted_make_no_join_longer(self) -> None:
        def join_all(given: range) -> None:
            many = len(given) + 1
            groups = Groups((article, article + many) for article in range(many))
            for article in given:
                assert groups.join(article - 1, article)
            assert not groups.join(many - 1, many + 1)

        assert steps(join_all, range(1, 4_000)) < MOST * steps(join_all, range(1, 1_000))
        assert steps(join_all, range(3_999, 0, -1)) < MOST * steps(join_all, range(999, 0, -1))


class DecidedTests(TestCase):
    """The groups are what the likenesses say, in the same transaction."""

    def setUp(self) -> None:
        self.articles = [make(story(1)) for _ in range(3)]
        find_copies()
        self.likenesses = list(Likeness.objects.order_by("pk"))

    def test_parting_two_leaves_the_others_together(self) -> None:
        gone = self.likenesses[0]
        review.reject(gone, by=None)
        assert {len(group) for group in groups()} == {2}

    def test_taking_it_back_joins_them_again(self) -> None:
        before = groups()
        review.reject(self.likenesses[0], by=None)
        assert groups() != before
        revert(log.decisions_of(self.likenesses[0]).filter(action="reject").get(), by=None)
        assert groups() == before

    def test_many_decided_at_once_change_the_groups_too(self) -> None:
        review.decide_all(Likeness.objects.all(), Status.REJECTED, by=None)
        assert groups() == set()

    def test_what_was_parted_is_not_joined_again_by_a_third(self) -> None:
        review.decide_all(Likeness.objects.all(), Status.REJECTED, by=None)
        parted = {frozenset(pair) for pair in Likeness.objects.values_list("one", "other")}
        make(story(1))
        Fingerprint.objects.all().delete()
        find_copies()
        assert not any(pair <= group for pair in parted for group in groups())

    def test_an_editor_may_join_what_was_parted(self) -> None:
        review.reject(self.likenesses[0], by=None)
        review.confirm(self.likenesses[0], by=None)
        assert {len(group) for group in groups()} == {3}

    def test_a_group_is_sure_as_far_as_it_is_confirmed(self) -> None:
        assert len(set(Copy.objects.values_list("sure", flat=True))) == 3
        review.decide_all(Likeness.objects.all(), Status.CONFIRMED, by=None)
        assert set(Copy.objects.values_list("sure", flat=True)) == set(Copy.objects.values_list("first", flat=True))


class TextChangedTests(TestCase):
    def setUp(self) -> None:
        self.one, self.other = make(story(1)), make(story(1))
        find_copies()

    def likeness(self) -> Likeness:
        return Likeness.objects.get()

    def test_another_text_takes_a_suggestion_back(self) -> None:
        rewrite(self.other, story(2))
        assert find_copies() == 1
        assert (self.likeness().status, groups()) == ("superseded", set())

    def test_the_text_of_before_suggests_it_again(self) -> None:
        rewrite(self.other, story(2))
        find_copies()
        rewrite(self.other, story(1))
        find_copies()
        assert (self.likeness().status, len(groups())) == ("suggested", 1)

    def test_a_correction_changes_the_kind_and_leaves_a_confirmation_standing(self) -> None:
        review.confirm(self.likeness(), by=None)
        rewrite(self.other, [*story(1)[:4], "Anu."])
        find_copies()
        assert (self.likeness().kind, self.likeness().status) == ("near", "confirmed")

    def test_what_was_confirmed_goes_back_to_review_when_the_text_is_another(self) -> None:
        review.confirm(self.likeness(), by=None)
        rewrite(self.other, story(2))
        find_copies()
        assert self.likeness().status == "suggested"
        assert log.decisions_of(self.likeness()).values_list("action", flat=True)[0] == "text_changed"

    def test_what_was_rejected_stays_so(self) -> None:
        review.reject(self.likeness(), by=None)
        rewrite(self.other, [*story(1)[:4], "Anu."])
        find_copies()
        assert (self.likeness().status, self.likeness().kind) == ("rejected", "same")

    def test_those_that_were_alike_by_way_of_it_are_compared_with_each_other(self) -> None:
        third = make(story(1))
        find_copies()
        rewrite(self.one, story(2))
        while find_copies():
            pass
        assert groups() == {frozenset({self.other.pk, third.pk})}


class ErasedTests(TestCase):
    def test_what_is_erased_leaves_its_group_and_the_others_stay_together(self) -> None:
        articles = [make(story(1)) for _ in range(3)]
        find_copies()
        erase(articles[0], reason="Diminta.", by=None)
        while find_copies():
            pass
        assert groups() == {frozenset(article.pk for article in articles[1:])}
        assert not Likeness.objects.filter(Q(one=articles[0].pk) | Q(other=articles[0].pk)).exists()
        assert not Fingerprint.objects.filter(article=articles[0].pk).exists()

    def test_a_pair_of_which_one_is_erased_is_no_group(self) -> None:
        articles = [make(story(1)) for _ in range(2)]
        find_copies()
        assert tally(articles[0])["possible copies"] == 1
        erase(articles[0], reason="Diminta.", by=None)
        assert groups() == set()


class AtOnceTests(TransactionTestCase):
    """Workers, and an editor who decides meanwhile, wait for one another and for nobody who waits for them."""

    def at_once(self, *works: Callable[[], object]) -> list[Exception]:
        start, failed = threading.Barrier(len(works)), list[Exception]()

        def run(work: Callable[[], object]) -> None:
            start.wait()
            try:
                work()
            except Exception as error:  # noqa: BLE001 - whatever it is, the test tells it
                failed.append(error)
            finally:
                connection.close()

        threads = [threading.Thread(target=run, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return failed

    def test_two_workers_suggest_nothing_twice(self) -> None:
        for _ in range(6):
            make(story(1))
        self.assertEqual(self.at_once(find_copies, find_copies), [])
        self.assertEqual(Likeness.objects.count(), 5)
        self.assertEqual([len(group) for group in groups()], [6])

    def test_a_decision_while_a_worker_looks_at_the_same_articles(self) -> None:
        articles = [make(story(1)) for _ in range(4)]
        find_copies()
        for article in articles:
            rewrite(article, [*story(1), f"Anu {article.pk}."])
        fact = Likeness.objects.earliest("pk")
        self.assertEqual(self.at_once(find_copies, lambda: review.reject(fact, by=None)), [])
        fact.refresh_from_db()
        self.assertEqual(fact.status, "rejected")
        self.assertFalse(any({fact.one_id, fact.other_id} <= group for group in groups()))

    def test_a_likeness_that_comes_while_a_worker_waits_and_is_decided_then(self) -> None:
        articles = [make(story(1)) for _ in range(2)]
        failed: list[list[Exception]] = []
        with connection.cursor() as another_finder:
            another_finder.execute("SELECT pg_advisory_lock(%s)", [HOLDING])
            worker = threading.Thread(target=lambda: failed.append(self.at_once(find_copies)))
            worker.start()
            self.wait_for_one_who_waits("advisory")
            found = Likeness.objects.create(one=articles[0], other=articles[1], kind="near", share="0.5", **stamp())
            with transaction.atomic():
                editor = Likeness.objects.select_for_update(no_key=True).get(pk=found.pk)
                another_finder.execute("SELECT pg_advisory_unlock(%s)", [HOLDING])
                self.wait_for_one_who_waits("transactionid")
                review.reject(editor, by=None)
            worker.join()
        self.assertEqual(failed, [[]])
        self.assertEqual(Likeness.objects.get().status, "rejected")
        self.assertEqual((Fingerprint.objects.count(), groups()), (2, set()))

    def wait_for_one_who_waits(self, kind: str) -> None:
        """Wait until somebody waits for a lock of this kind."""
        until = time.monotonic() + 10
        with connection.cursor() as cursor:
            while time.monotonic() < until:
                cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = %s", [kind])
                if cursor.fetchone():
                    return
                time.sleep(0.01)
        self.fail(f"Nobody waits for a lock of the kind {kind}.")

    def test_an_article_that_is_erased_while_a_worker_looks_at_it(self) -> None:
        articles = [make(story(1)) for _ in range(4)]
        self.assertEqual(self.at_once(find_copies, lambda: erase(articles[0], reason="Diminta.", by=None)), [])
        while find_copies():
            pass
        self.assertEqual(groups(), {frozenset(article.pk for article in articles[1:])})
