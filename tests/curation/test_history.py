"""What a record's history tells: who, when, why, and what changed, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.template.loader import render_to_string
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions import log
from articles.actions.editing import edited
from articles.curation.history import PAGE, Change, Entry, entries
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Decision,
    Entity,
    EntityName,
    Notice,
    Printing,
    Quote,
    RelayHop,
    Status,
    Topic,
    Version,
    fuzzy,
)
from articles.text.dates import parse_edtf
from tests.curation.desk import make_editor, make_reviewer
from tests.factories import anchor, make_article, make_entity, make_event, make_quote, make_statistic, make_topic, stamp

PARAGRAPHS = ("Ketua dewan bicara soal 40 orang.", "Kata TASS, dewan bertemu lagi.")


class HistoryTestCase(TestCase):
    editor: User
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.editor = make_editor("Edo")
        cls.article = make_article(paragraphs=PARAGRAPHS)

    def edit(self, record: Model, change: Callable[[], object] | None = None, **fields: Any) -> None:
        """Write columns of a record, and whatever `change` writes, as one edit."""
        with edited(record, by=self.editor, reason=fields.pop("reason", "")):
            type(record)._default_manager.filter(pk=record.pk).update(**fields)
            if change:
                change()

    def newest(self, record: Model, **asked: Any) -> Entry:
        return entries(record, **{"user": self.editor, **asked})[0]

    def change(self, record: Model, label: str, **asked: Any) -> Change:
        return next(change for change in self.newest(record, **asked).changes if change.label == label)


class EntryTests(HistoryTestCase):
    def test_an_entry_says_who_did_what_and_why(self) -> None:
        quote = make_quote(self.article, "bicara")
        self.edit(quote, reason="Salah ketik.", occasion="Rapat")
        entry = self.newest(quote)
        self.assertEqual((entry.who, entry.action, entry.reason, entry.part), ("Edo", "changed", "Salah ketik.", ""))
        self.assertEqual(entry.when, Decision.objects.latest("pk").at)

    def test_what_a_command_did_and_names_in_full(self) -> None:
        self.editor.first_name, self.editor.last_name = "Edo", "Pratama"
        self.editor.save()
        log.record(self.article, "publish", by=self.editor)
        log.record(self.article, "text_changed", by=None)
        told = [(entry.who, entry.action) for entry in entries(self.article, user=self.editor)]
        self.assertEqual(told, [("a command", "text changed"), ("Edo Pratama", "published")])

    def test_a_merge_names_the_other_one_on_both_sides(self) -> None:
        one, other = make_entity("Benyamin"), make_entity("Benjamin")
        log.record(one, "merge", by=None, before={"merged_into": None}, after={"merged_into": other.pk, "moved": {}})
        log.record(other, "absorb", by=None, after={"absorbed": one.pk})
        self.assertEqual(self.newest(one).action, "merged into “Benjamin”")
        self.assertEqual(self.newest(other).action, "“Benyamin” was merged into it")
        log.record(one, "unmerge", by=None, before={"merged_into": other.pk}, after={"merged_into": None})
        log.record(other, "unmerge", by=None, after={"parted": one.pk})
        self.assertEqual(self.newest(one).action, "parted from “Benjamin” again")
        self.assertEqual(self.newest(other).action, "parted from “Benyamin” again")

    def test_parts_are_told_with_the_record_that_they_are_part_of(self) -> None:
        statistic = make_statistic(40, article=self.article)
        self.edit(statistic.printings.get(), note="Dua kali")
        self.edit(self.article, section="Dunia")
        topic = make_topic(label="Rapat", article=self.article)
        log.record(ArticleTopic.objects.get(topic=topic), "reject", by=self.editor)
        self.assertEqual(self.newest(statistic).part, "printing: Dewan bertemu")
        self.assertEqual(
            [entry.part for entry in entries(self.article, user=self.editor)], ["article topic: Rapat", ""]
        )

    def test_what_an_obstacle_forbids_is_said_and_the_rest_may_be_taken_back(self) -> None:
        log.record(self.article, "import", by=None)
        log.record(self.article, "publish", by=None)

        def obstacle(decision: Decision) -> str:
            return "An import stays." if decision.action == "import" else ""

        told = [entry.obstacle for entry in entries(self.article, user=self.editor, obstacle=obstacle)]
        self.assertEqual(told, ["", "An import stays."])
        self.assertIn("not take back", self.newest(self.article).obstacle)

    def test_pages_are_bounded_and_one_that_is_none_is_the_nearest(self) -> None:
        log.record_all([(self.article, {}, {"section": str(number)}) for number in range(PAGE + 2)], "change", by=None)
        first, last = (entries(self.article, user=self.editor, page=page) for page in (1, "2"))
        self.assertEqual((len(first), len(last)), (PAGE, 2))
        self.assertEqual(first[0].changes[0].after, str(PAGE + 1))
        for page, number in (("9" * 30, 2), ("-1", 2), ("abc", 1), ("1e23", 1), ("", 1)):
            with self.subTest(page):
                self.assertEqual(entries(self.article, user=self.editor, page=page).number, number)

    def test_a_record_without_decisions_has_no_entries(self) -> None:
        self.assertEqual(len(entries(self.article, user=self.editor)), 0)


class ChangeTests(HistoryTestCase):
    def assert_change(self, change: Change, before: str, after: str) -> None:
        self.assertEqual((change.before, change.after), (before, after))

    def test_choices_numbers_dates_and_truths_are_told_in_words(self) -> None:
        statistic = make_statistic("1100.5", article=self.article, words="40", status=Status.SUGGESTED)
        self.edit(
            statistic,
            approximation="at_least",
            value="2500000",
            volatile=True,
            **stamp(),
            **fuzzy.columns("as_of", parse_edtf("2023-12?")),
        )
        self.assert_change(self.change(statistic, "How exact"), "exactly", "at least")
        self.assert_change(self.change(statistic, "Number"), "1,100.5", "2,500,000")
        self.assert_change(self.change(statistic, "May change soon"), "no", "yes")
        self.assert_change(self.change(statistic, "Status"), "unreviewed", "reviewed")
        self.assert_change(self.change(statistic, "As of"), "2024-03-01", "2023-12?")
        self.assertNotIn("As of earliest", [change.label for change in self.newest(statistic).changes])

    def test_other_records_are_told_by_name_and_gone_ones_as_gone(self) -> None:
        quote = make_quote(self.article, "bicara", speaker=make_entity("Ana", gloss="ketua dewan"))
        self.edit(quote, speaker=make_entity("Budi"))
        self.assert_change(self.change(quote, "Speaker"), "Ana (ketua dewan)", "Budi")
        Quote.objects.filter(pk=quote.pk).update(speaker=None)
        EntityName.objects.filter(entity__name="Budi").delete()
        Entity.objects.filter(name="Budi").delete()
        self.assert_change(self.change(quote, "Speaker"), "Ana (ketua dewan)", "(gone)")

    def test_another_text_is_told_as_a_version_with_its_public_page(self) -> None:
        old = self.article.current
        assert old is not None
        new = Version.objects.create(
            article=self.article, number=2, headline="Baru", body="", body_sha256="0" * 64, source=old.source
        )
        self.edit(self.article, current=new)
        change = self.change(self.article, "Version shown")
        self.assert_change(change, "version 1", "version 2")
        self.assertEqual(change.after_url, f"/articles/{self.article.pk}/v/2/")
        Article.objects.update(state=Article.State.WITHDRAWN)
        self.assertEqual(self.change(self.article, "Version shown").after_url, "")

    def test_long_texts_are_told_word_by_word(self) -> None:
        quote = make_quote(self.article, "bicara", note="Kata ketua pada Senin")
        self.edit(quote, note="Kata ketua dewan pada Rabu")
        change = self.change(quote, "Note")
        self.assertEqual(change.kind, "text")
        pieces = [(piece.kind, piece.words.strip()) for piece in change.pieces]
        self.assertEqual(
            pieces,
            [("kept", "Kata ketua"), ("added", "dewan"), ("kept", "pada"), ("removed", "Senin"), ("added", "Rabu")],
        )

    def test_hops_are_told_row_by_row(self) -> None:
        quote = make_quote(self.article, "bicara")
        role = RelayHop.Role
        kremlin = RelayHop.objects.create(
            quote=quote, position=0, role=role.ISSUER, agent=make_entity("Kremlin"), stated=True
        )

        def change() -> None:
            RelayHop.objects.filter(pk=kremlin.pk).update(stated=False)
            words = anchor(self.article, "Kata TASS", Anchor.Role.RELAY, quote=quote)
            RelayHop.objects.create(
                quote=quote, position=1, role=role.AGENCY, agent=make_entity("TASS"), stated=True, evidence=words
            )

        self.edit(quote, change)
        rows = self.change(quote, "Way from the mouth to the page").rows
        told = [(row.kind, row.before, row.after) for row in rows]
        self.assertEqual(
            told,
            [
                ("changed", "1. issuer Kremlin, stated", "1. issuer Kremlin, inferred"),
                ("added", "", "2. agency TASS, stated; “Kata TASS”"),
            ],
        )

    def test_anchors_are_told_by_role_and_words_and_place(self) -> None:
        quote = make_quote(self.article, "bicara")
        self.edit(quote, lambda: Anchor.objects.filter(quote=quote).update(state=Anchor.State.MOVED))
        (row,) = self.change(quote, "Words that it rests on").rows
        words = "words: “bicara” (paragraph 1)"
        self.assertEqual((row.kind, row.before, row.after), ("changed", words, f"{words}, moved"))

    def test_names_and_notices_are_told_in_a_line_each(self) -> None:
        entity = make_entity("Benyamin")

        def rename() -> None:
            entity.names.all().delete()
            entity.names.create(name="Benjamin", key="benjamin", kind=EntityName.Kind.ALIAS, language="en")

        self.edit(entity, rename)
        told = [row.before or row.after for row in self.change(entity, "Names").rows]
        self.assertEqual(
            told, ["Benyamin (preferred, printed in an article)", "Benjamin (also written, en, added by an editor)"]
        )
        day = fuzzy.columns("dated", parse_edtf("2024-03-02"))
        self.edit(self.article, lambda: Notice.objects.create(article=self.article, text="Ralat: 41 orang.", **day))
        (row,) = self.change(self.article, "Correction notices").rows
        self.assertEqual(row.after, "2024-03-02; Ralat: 41 orang.")

    def test_sets_labels_and_lists_are_told_by_what_is_in_them(self) -> None:
        event = make_event(self.article, "bertemu")
        ana = make_entity("Ana")
        self.edit(event, lambda: event.participants.add(ana))
        self.assertEqual([row.after for row in self.change(event, "Participants").rows], ["Ana"])
        topic = make_topic(label="Rapat")
        self.edit(topic, labels={"id": "Rapat", "en": "Meeting"}, alternatives=["Sidang", "Temu"])
        self.assert_change(self.change(topic, "Labels"), "id: Rapat", "en: Meeting; id: Rapat")
        self.assert_change(self.change(topic, "Alternatives"), "", "Sidang, Temu")

    def test_of_an_added_record_what_is_blank_is_left_out(self) -> None:
        topic = Topic(code="local:baru", slug="baru", labels={"en": "New"})
        with edited(topic, by=self.editor):
            topic.save()
        entry = self.newest(topic)
        self.assertEqual(entry.action, "added")
        self.assertEqual([change.label for change in entry.changes], ["Code", "Slug", "Labels"])

    def test_what_the_log_says_beside_the_fields_is_told_too(self) -> None:
        log.record(self.article, "import", by=None, after={"version": 1, "state": "draft", "source": "ab12"})
        told = [(change.label, change.after) for change in self.newest(self.article).changes]
        self.assertEqual(told, [("State", "draft"), ("Source", "ab12"), ("Version", "1")])

    def test_what_a_merge_moved_is_counted(self) -> None:
        one, other = make_entity("Benyamin"), make_entity("Benjamin")
        after = {"merged_into": other.pk, "moved": {"quote.speaker": [1, 2]}, "doubled": {}, "names": []}
        log.record(one, "merge", by=None, before={"merged_into": None}, after=after)
        told = {change.label: change.after for change in self.newest(one).changes}
        self.assertEqual(told, {"Merged into": "Benjamin", "Moved": "2 quotes as their speaker"})


class HiddenTests(HistoryTestCase):
    """Who may not see drafts reads nothing of them in the history of what they may see."""

    def setUp(self) -> None:
        self.reviewer = make_reviewer()
        self.draft = make_article("Rahasia", paragraphs=PARAGRAPHS, state=Article.State.DRAFT)

    def told(self, record: Model, user: User) -> str:
        return render(record, user)

    def test_names_of_what_only_drafts_hold_are_not_told(self) -> None:
        statistic = make_statistic(40, article=self.article)
        self.edit(statistic, out_of=make_statistic(40, "rahasia", article=self.draft))
        self.assertIn("40 rahasia", self.told(statistic, self.editor))
        told = self.told(statistic, self.reviewer)
        self.assertNotIn("rahasia", told)
        self.assertIn("(not shown)", told)

    def test_printings_in_drafts_are_not_told(self) -> None:
        statistic = make_statistic(40, article=self.article)
        printing = Printing.objects.create(article=self.draft, statistic=statistic, **stamp())
        self.edit(printing, note="terselubung")
        self.assertIn("terselubung", self.told(statistic, self.editor))
        told = self.told(statistic, self.reviewer)
        self.assertNotIn("terselubung", told)
        self.assertNotIn("Rahasia", told)

    def test_words_of_a_draft_that_an_event_rests_on_are_not_told(self) -> None:
        event = make_event(self.article, "bertemu")
        self.edit(event, lambda: anchor(self.draft, "Kata TASS", Anchor.Role.PHRASE, event=event))
        self.assertIn("Kata TASS", self.told(event, self.editor))
        self.assertNotIn("Kata TASS", self.told(event, self.reviewer))

    def test_how_much_a_merge_moved_is_not_told(self) -> None:
        one = make_entity("Benyamin")
        log.record(one, "merge", by=None, after={"merged_into": make_entity("Benjamin").pk, "moved": {"x": [1]}})
        self.assertNotIn("Moved", self.told(one, self.reviewer))


def render(record: Model, user: User) -> str:
    context = {"entries": entries(record, user=user), "object": record, "opts": record._meta}
    return render_to_string("admin/curation/history.html", context)


class PageTests(HistoryTestCase):
    def test_the_page_tells_the_entries_and_marks_what_changed(self) -> None:
        quote = make_quote(self.article, "bicara", note="Kata ketua")
        self.edit(quote, reason="Alasan <b>", note="Kata dewan", occasion="Rapat")
        page = render(quote, self.editor)
        self.assertIn("<b>Edo</b>", page)
        self.assertIn("Alasan &lt;b&gt;", page)
        self.assertInHTML('<span class="text">Kata <del>ketua</del><ins>dewan</ins></span>', page)
        self.assertIn("<ins>Rapat</ins>", page)
        self.assertIn("1 entry", page)

    def test_a_page_without_entries_says_so(self) -> None:
        self.assertIn("Nobody has decided anything", render(self.article, self.editor))

    def test_the_number_of_queries_does_not_grow_with_the_entries(self) -> None:
        quote = make_quote(self.article, "bicara")
        statistic = make_statistic(40, article=self.article)

        def write(number: int) -> None:
            new = make_entity(f"Orang {number}")
            words = anchor(self.article, "TASS", Anchor.Role.RELAY, quote=quote)
            hop = {"position": quote.hops.count(), "role": "agency", "agent": new, "stated": True, "evidence": words}
            self.edit(quote, lambda: RelayHop.objects.create(quote=quote, **hop), speaker=new)
            printing = Printing.objects.create(article=make_article(), statistic=statistic, **stamp())
            self.edit(printing, note=str(number), quote=make_quote(make_article(), "Dewan"))
            self.edit(statistic, stated_by=new, out_of=make_statistic(40, article=self.article))

        for record in (quote, statistic):
            with self.subTest(type(record).__name__):
                write(0)
                entries(record, user=self.editor)
                with CaptureQueriesContext(connection) as few:
                    render(record, self.editor)
                for number in range(1, 6):
                    write(number)
                with self.assertNumQueries(len(few)):
                    render(record, self.editor)
