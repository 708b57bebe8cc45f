from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions import editing, log, revise
from articles.actions.revise import Unfit
from articles.importers.typed import Typed, typed_of
from articles.models import (
    Anchor,
    Article,
    Block,
    Decision,
    Entity,
    ImportRun,
    Printing,
    Quote,
    Source,
    Statistic,
    Status,
    Version,
)
from articles.reading.accounting import account
from tests.factories import make_article, make_entity, make_mention, make_quote
from tests.world import load_sample_world

BOAT = Typed(
    headline="Perahu kembali",
    deck="Nelayan melaut",
    byline="Rep: Ana",
    text="Tiga perahu berlayar.\n\n## Cuaca\n\nCerah.",
)


def typed(article: Article) -> Typed:
    """Return what the form of the article holds."""
    assert article.current
    return typed_of(article.current.blocks.order_by("position"))


def reread(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


class TypedTextTests(TestCase):
    editor: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.editor = User.objects.create_user("mira")

    def make(self, text: Typed = BOAT) -> Article:
        """Add an article as the form for a new one does."""
        article = Article(language="id")
        with editing.edited(article, by=self.editor):
            article.save()
            revise.put_text(article, text, by=self.editor)
        return article

    def test_a_typed_article_has_a_source_of_its_own_that_accounts_for_every_character(self) -> None:
        version = Version.objects.select_related("source__run", "article").get(article=self.make())
        account_of_it = account(version)
        self.assertTrue(account_of_it.complete)
        self.assertEqual((version.number, version.headline, version.deck), (1, "Perahu kembali", "Nelayan melaut"))
        self.assertEqual(version.body, "Tiga perahu berlayar.\n\nCuaca\n\nCerah.")
        self.assertEqual((version.source.place, version.source.media_type), ("typed by an editor", "text/plain"))
        run = version.source.run
        self.assertEqual((run.importer, run.container, run.by), ("typed", "typed by mira", self.editor))
        self.assertEqual((run.seen, run.new, run.container_sha256), (1, 1, version.source.sha256))
        self.assertIsNotNone(run.finished_at)

    def test_what_readers_see_of_a_typed_source_does_not_name_the_editor(self) -> None:
        source = Source.objects.get(versions__article=self.make())
        self.assertNotIn("mira", source.place + source.text)

    def test_the_form_shows_again_what_was_typed(self) -> None:
        self.assertEqual(typed(self.make()), BOAT)

    def test_the_same_words_make_no_version(self) -> None:
        article = self.make()
        same = replace(BOAT, text=" Tiga  perahu\nberlayar.\n\n\n## Cuaca\n\nCerah.\n", headline="Perahu\u00a0kembali")
        before = log.newest(article)
        self.assertIsNone(revise.revise(article, same, by=self.editor))
        self.assertEqual((article.versions.count(), log.newest(article)), (1, before))

    def test_other_words_are_the_next_version_and_the_first_stays_as_it_was(self) -> None:
        article = self.make()
        version = revise.revise(article, replace(BOAT, headline="Perahu pulang"), by=self.editor, reason="wrong verb")
        self.assertEqual(
            [one.headline for one in article.versions.order_by("number")], ["Perahu kembali", "Perahu pulang"]
        )
        self.assertEqual(reread(article).current, version)
        assert version
        self.assertFalse(version.cosmetic)
        decision = log.decisions_of(article)[0]
        self.assertEqual((decision.action, decision.by, decision.reason), ("revise", self.editor, "wrong verb"))
        self.assertEqual(decision.after, {"current": version.pk})

    def test_the_reason_is_from_editor_to_editor(self) -> None:
        article = self.make()
        version = revise.revise(article, replace(BOAT, deck=""), by=self.editor, reason="the lawyer called")
        assert version
        self.assertEqual(version.note, "")

    def test_a_paragraph_parted_is_a_version_in_which_only_white_space_differs(self) -> None:
        article = self.make()
        version = revise.revise(article, replace(BOAT, text="Tiga perahu\n\nberlayar.\n\n## Cuaca\n\nCerah."), by=None)
        assert version
        self.assertTrue(version.cosmetic)
        self.assertEqual(version.source.run.container, "typed by a command")

    def test_words_typed_again_are_the_same_source(self) -> None:
        article = self.make()
        revise.revise(article, replace(BOAT, deck=""), by=self.editor)
        third = revise.revise(article, BOAT, by=self.editor)
        assert third
        self.assertEqual((third.number, third.source), (3, article.versions.get(number=1).source))
        self.assertEqual((Source.objects.count(), ImportRun.objects.count()), (2, 2))

    def test_search_finds_the_new_words_and_not_the_old_ones(self) -> None:
        article = self.make()
        article.state = Article.State.PUBLISHED
        article.save()
        revise.revise(article, replace(BOAT, text="Lima kapal berlabuh."), by=self.editor)
        shown = '<article class="card">'
        self.assertContains(self.client.get("/search/", {"q": "berlabuh"}), shown, count=1)
        self.assertNotContains(self.client.get("/search/", {"q": "berlayar"}), shown)

    def test_of_two_editors_the_second_is_told_and_nothing_is_written(self) -> None:
        article = self.make()
        seen = log.newest(article)
        revise.revise(article, replace(BOAT, deck="Satu"), by=self.editor, seen=seen)
        with self.assertRaises(editing.Changed) as caught:
            revise.revise(article, replace(BOAT, deck="Dua"), by=None, seen=seen)
        self.assertEqual([one.by for one in caught.exception.since], [self.editor])
        self.assertEqual([one.deck for one in article.versions.order_by("number")], ["Nelayan melaut", "Satu"])

    def test_a_revision_builds_on_the_text_in_the_table_whatever_the_caller_had_loaded(self) -> None:
        article = self.make()
        stale = reread(article)
        revise.revise(article, replace(BOAT, deck="Satu"), by=self.editor)
        self.assertIsNone(revise.revise(stale, replace(BOAT, deck="Satu"), by=self.editor))
        third = revise.revise(stale, BOAT, by=self.editor)
        assert third
        self.assertEqual(third.number, 3)

    def test_what_cannot_be_held_is_told_by_field(self) -> None:
        self.assertEqual(revise.problems(BOAT), {})
        empty = revise.problems(Typed(headline=" \u200b", text="\n", deck="a\x00b", byline="\ud800"))
        self.assertEqual(
            empty,
            {
                "headline": "It has no headline.",
                "text": "It has no text.",
                "deck": "The text holds a NUL character at position 1.",
                "byline": "The text holds half a character (surrogate U+D800) at position 0.",
            },
        )
        self.assertEqual(revise.problems(replace(BOAT, text="## Judul")), {})
        long = revise.problems(replace(BOAT, text="a" * 5_000_001, captions="a\n" * 10_001))
        self.assertEqual(list(long), ["text"])
        many = revise.problems(replace(BOAT, text="a\n\n" * 10_001))
        self.assertEqual(many, {"text": "It has more than 10,000 paragraphs and lines."})

    def test_a_text_that_cannot_be_held_is_refused_before_anything_is_written(self) -> None:
        article = self.make()
        with self.assertRaisesMessage(Unfit, "It has no text."):
            revise.revise(article, replace(BOAT, text=""), by=self.editor)
        self.assertEqual(article.versions.count(), 1)

    def test_words_that_the_archive_has_from_the_publisher_are_known(self) -> None:
        paper, other = (make_entity(name, kind=Entity.Kind.PUBLISHER) for name in ("Koran Uji", "Koran Lain"))
        article = make_article("Perahu", paragraphs=("Tiga perahu.",), publisher="Koran Uji")
        text = Typed(headline="Perahu", text="Tiga  perahu.", byline="Rep: Ana")
        self.assertEqual(revise.known(text, paper), article.current)
        self.assertEqual(revise.known(text, None), article.current)
        self.assertIsNone(revise.known(text, other))
        self.assertIsNone(revise.known(replace(text, text="Empat perahu."), paper))

    def test_the_same_words_of_two_publishers_are_two_articles_of_one_source(self) -> None:
        first, second = self.make(), self.make()
        self.assertEqual(first.versions.get().source, second.versions.get().source)
        self.assertEqual(Block.objects.filter(version=second.current).count(), 6)


class SampleTests(TestCase):
    """The first article, corrected as an editor would."""

    article: Article
    editor: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()
        cls.editor = User.objects.create_user("mira")

    def setUp(self) -> None:
        self.article = reread(self.article)
        assert self.article.current
        self.first = self.article.current

    def correct(self, old: str, new: str, times: int = -1) -> Version:
        text = typed(self.article)
        assert old in text.text
        version = revise.revise(self.article, replace(text, text=text.text.replace(old, new, times)), by=self.editor)
        assert version
        return version

    def anchors(self, version: Version, *states: Anchor.State) -> int:
        found = Anchor.objects.of_version(version)
        return found.filter(state__in=states).count() if states else found.count()

    def reopened(self) -> list[tuple[str, str]]:
        """Return the kind of each fact that a text has changed, and its words now."""
        found = Decision.objects.filter(action="text_changed").select_related("subject_type").order_by("pk")
        return [(one.subject_type.model, (one.after or {})["words"]) for one in found]

    def test_a_word_corrected_beside_all_facts_changes_none(self) -> None:
        version = self.correct("topik utama", "pokok utama")
        self.assertEqual(self.anchors(version, Anchor.State.OK), self.anchors(self.first) - 1)
        self.assertEqual(self.anchors(version), self.anchors(self.first) - 1)
        lost = Anchor.objects.get(state=Anchor.State.LOST)
        self.assertEqual((lost.exact, lost.block.type), ("Republika.co.id", Block.Type.BOILERPLATE))
        self.assertEqual(self.reopened(), [])

    def test_the_page_of_the_corrected_article_still_marks_its_facts(self) -> None:
        self.correct("topik utama", "pokok utama")
        page = self.client.get(reread(self.article).get_absolute_url()).content.decode()
        self.assertIn("pokok utama", page)
        self.assertIn("883", page)

    def test_another_figure_sends_its_printing_and_statistic_back_with_both_wordings(self) -> None:
        statistic = Statistic.objects.get(value=883)
        text = self.correct("sebanyak 883 warga", "sebanyak 885 warga", 1)
        statistic.refresh_from_db()
        self.assertEqual((statistic.status, statistic.decided_by, statistic.decided_at), (Status.SUGGESTED, None, None))
        decision = log.decisions_of(statistic).filter(action="text_changed", subject_type__model="statistic").get()
        self.assertEqual(decision.before, {"status": "confirmed", "words": "883"})
        self.assertEqual(decision.after, {"status": "suggested", "words": "885", "text": text.pk})
        self.assertEqual(decision.by, self.editor)
        states = Printing.objects.filter(statistic=statistic).order_by("pk").values_list("status", flat=True)
        self.assertEqual(list(states), ["suggested", "confirmed"])
        changed = Anchor.objects.get(role=Anchor.Role.NUMBER, state=Anchor.State.CHANGED)
        self.assertEqual(changed.exact, "885")

    def test_a_paragraph_deleted_loses_its_facts_and_gets_them_back_when_it_returns(self) -> None:
        text = typed(self.article)
        paragraphs = text.text.split("\n\n")
        gone = next(paragraph for paragraph in paragraphs if paragraph.startswith("“Bahkan"))
        left = "\n\n".join(paragraph for paragraph in paragraphs if paragraph != gone)
        second = revise.revise(self.article, replace(text, text=left), by=self.editor)
        lost = self.anchors(self.first, Anchor.State.LOST)
        assert second
        self.assertEqual((lost, self.anchors(second)), (18, self.anchors(self.first) - 18))
        quote = Quote.objects.get(anchors__state=Anchor.State.LOST, anchors__role=Anchor.Role.CONTENT)
        self.assertEqual(quote.status, Status.SUGGESTED)

        third = revise.revise(self.article, text, by=self.editor)
        assert third
        self.assertEqual(self.anchors(third, Anchor.State.OK), self.anchors(self.first) - 1)
        self.assertEqual(self.anchors(self.first, Anchor.State.LOST), 1)  # boilerplate, which nobody types
        returned = log.decisions_of(quote).filter(action="text_changed").first()
        assert returned
        assert returned.before
        self.assertEqual((returned.before["words"], returned.before["status"]), (None, "suggested"))

    def test_an_older_text_comes_back_block_by_block_from_its_own_source(self) -> None:
        second = self.correct("883", "885")
        again = revise.restore(self.first, by=self.editor, reason="the first was right")
        assert again
        self.assertEqual((again.number, again.source, reread(self.article).current), (3, self.first.source, again))
        self.assertEqual(again.note, "The text of version 1 again.")
        places = ("position", "type", "text", "source_start", "source_end", "body_start", "body_end", "reason")
        self.assertEqual(
            list(again.blocks.order_by("position").values_list(*places)),
            list(self.first.blocks.order_by("position").values_list(*places)),
        )
        self.assertTrue(account(Version.objects.select_related("source", "article").get(pk=again.pk)).complete)
        self.assertEqual(self.anchors(again), self.anchors(self.first))
        self.assertNotEqual(second.source, again.source)

    def test_the_text_that_is_shown_is_not_restored(self) -> None:
        self.assertIsNone(revise.restore(self.first, by=self.editor))
        self.assertEqual(self.article.versions.count(), 1)

    def test_every_page_of_a_fact_without_words_answers(self) -> None:
        text = typed(self.article)
        revise.revise(self.article, replace(text, text="Semua diganti."), by=self.editor)
        pages = [
            reread(self.article).get_absolute_url(),
            *(quote.get_absolute_url() for quote in Quote.objects.all()),
            *(statistic.get_absolute_url() for statistic in Statistic.objects.all()),
            "/quotes/",
            "/statistics/",
            "/people/vladimir-putin/",
        ]
        for page in pages:
            with self.subTest(page):
                self.assertLess(self.client.get(page, follow=True).status_code, 500)

    def test_an_edit_costs_the_same_number_of_queries_however_many_facts_it_touches(self) -> None:
        few = make_article("Perahu", paragraphs=("Ana bertemu Budi di Ambon.", "Cuaca cerah."))
        make_mention(few, make_entity("Budi"), "Budi")
        make_quote(few, "bertemu Budi")
        many = make_article("Kapal", paragraphs=("Ani bertemu Badu di Buru hari ini.", "Cuaca cerah."))
        for name in ("Ani", "Badu", "Buru", "hari", "Cuaca"):
            make_mention(many, make_entity(name), name)
        for words in ("bertemu", "bertemu Badu", "Badu di Buru", "cerah"):
            make_quote(many, words)
        one = self.queries(few, Typed(headline="Perahu", text="Ana bertemu Budiman di Ambon.\n\nCuaca cerah."))
        self.assertEqual(Decision.objects.filter(action="text_changed").count(), 2)
        other = Typed(headline="Kapal", text="Ani melihat Baduy di Buruh hari ini.\n\nCuaca ceria.")
        self.assertEqual(self.queries(many, other), one)
        self.assertEqual(Decision.objects.filter(action="text_changed").count(), 2 + 2 + 4)

    def queries(self, article: Article, text: Typed) -> int:
        with CaptureQueriesContext(connection) as queries:
            revise.revise(article, text, by=self.editor)
        return len(queries)
