"""Two editors of one record: the second sees whose change it was and both wordings."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.template.loader import render_to_string
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles.actions import log
from articles.actions.editing import edited
from articles.curation.cells import Cell
from articles.curation.conflicts import Conflict, Gone, Row, compare
from articles.curation.row_edits import RowEdit
from articles.models import Article, ArticleTopic, Block, Quote, RelayHop, Version, fuzzy
from articles.text.dates import parse_edtf
from tests.factories import make_article, make_entity, make_quote, make_statistic, make_topic


class ConflictTestCase(TestCase):
    ana: User
    edo: User
    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana, cls.edo = User.objects.create_user("Ana"), User.objects.create_user("Edo")
        cls.article = make_article(paragraphs=("Dewan kota bertemu 40 orang.",))
        cls.quote = make_quote(cls.article, "bertemu", occasion="Rapat", note="Kata ketua dewan", said="2024-03-01")

    def edit(self, record: Model, *, by: User | None = None, **fields: Any) -> None:
        with edited(record, by=by or self.ana):
            type(record)._default_manager.filter(pk=record.pk).update(**fields)

    def compare(self, seen: int, **mine: Any) -> Conflict:
        conflict = compare(self.quote, seen, mine)
        assert conflict is not None
        return conflict

    def row(self, conflict: Conflict, label: str) -> Row:
        return next(row for row in conflict.rows if row.label == label)


def words(cell: Cell) -> str:
    """Return a side as it reads: what was removed left out."""
    return "".join(piece.words for piece in cell.pieces if piece.kind != "removed")


def lines(cell: Cell) -> list[str]:
    return [piece.words for piece in cell.pieces if piece.kind != "removed"]


class CompareTests(ConflictTestCase):
    def test_where_nobody_decided_anything_since_there_is_no_conflict(self) -> None:
        self.edit(self.quote, occasion="Sidang")
        self.assertIsNone(compare(self.quote, log.newest(self.quote), {"occasion": "Temu"}))

    def test_it_says_whose_change_it_was_and_when(self) -> None:
        self.edit(self.quote, occasion="Sidang")
        conflict = self.compare(0, occasion="Temu")
        self.assertEqual((conflict.names, conflict.alone), ("Ana", True))
        self.edit(self.quote, by=self.edo, medium="Pidato")
        log.record(self.quote, "confirm", by=None)
        conflict = self.compare(0, occasion="Temu")
        self.assertEqual((conflict.names, conflict.alone), ("a command, Edo and Ana", False))
        self.assertEqual(conflict.when, log.decisions_of(self.quote)[0].at)

    def test_each_field_says_who_of_the_two_changed_it(self) -> None:
        self.edit(self.quote, occasion="Sidang", medium="Pidato", language="en")
        conflict = self.compare(0, occasion="Temu", language="en", original_language="ru")
        self.assertEqual(
            {row.label: row.kind for row in conflict.rows},
            {
                "Occasion": "both",
                "Medium": "theirs only",
                "Language": "same",
                "Language of the original": "mine only",
            },
        )
        occasion = self.row(conflict, "Occasion")
        sides = [words(cell) for cell in (occasion.base, occasion.theirs, occasion.mine)]
        self.assertEqual(sides, ["Rapat", "Sidang", "Temu"])

    def test_the_base_is_how_it_was_before_the_first_of_several_changes(self) -> None:
        seen = log.newest(self.quote)
        self.edit(self.quote, occasion="Sidang")
        self.edit(self.quote, by=self.edo, occasion="Temu")
        row = self.row(self.compare(seen), "Occasion")
        self.assertEqual([words(row.base), words(row.theirs)], ["Rapat", "Temu"])

    def test_changes_that_the_editor_has_seen_do_not_count(self) -> None:
        self.edit(self.quote, medium="Pidato")
        seen = log.newest(self.quote)
        self.edit(self.quote, occasion="Sidang")
        self.assertEqual([row.label for row in self.compare(seen).rows], ["Occasion"])

    def test_what_they_changed_and_changed_back_is_no_difference(self) -> None:
        self.edit(self.quote, occasion="Sidang")
        self.edit(self.quote, occasion="Rapat")
        self.assertEqual(self.compare(0).rows, ())
        self.assertEqual(self.row(self.compare(0, occasion="Temu"), "Occasion").kind, "mine only")

    def test_values_as_a_form_cleans_them_compare_with_those_of_the_log(self) -> None:
        ana = make_entity("Ana Wijaya")
        self.edit(self.quote, speaker=ana, **fuzzy.columns("said", parse_edtf("2024-02")))
        conflict = self.compare(0, speaker=ana, said=parse_edtf("2024-02"))
        self.assertEqual({row.label: row.kind for row in conflict.rows}, {"Speaker": "same", "Said on": "same"})
        self.assertEqual(words(self.row(conflict, "Speaker").mine), "Ana Wijaya")
        other = self.compare(0, speaker=make_entity("Budi").pk)
        self.assertEqual(words(self.row(other, "Speaker").mine), "Budi")

    def test_texts_are_compared_word_by_word(self) -> None:
        self.edit(self.quote, note="Kata wakil ketua dewan")
        row = self.row(self.compare(0, note="Kata ketua dewan kota"), "Note")
        self.assertEqual([(piece.kind, piece.words.strip()) for piece in row.theirs.pieces][1], ("added", "wakil"))
        self.assertEqual([(piece.kind, piece.words.strip()) for piece in row.mine.pieces][-1], ("added", "kota"))

    def test_rows_that_belong_to_it_are_compared_line_by_line(self) -> None:
        kremlin, tass = make_entity("Kremlin"), make_entity("TASS")
        hop = RelayHop.objects.create(quote=self.quote, position=0, role="issuer", agent=kremlin, stated=False)
        seen = log.newest(self.quote)
        with edited(self.quote, by=self.ana):
            RelayHop.objects.filter(pk=hop.pk).update(stated=True)
        edits = [
            RowEdit(key=hop.pk, values={"role": "agency"}),
            RowEdit(key=None, values={"agent": tass, "position": 1}),
        ]
        conflict = self.compare(seen, hops=edits)
        row = self.row(conflict, "Way from the mouth to the page")
        self.assertEqual((row.kind, row.theirs.is_list), ("both", True))
        assert row.saved is not None
        sides = [lines(cell) for cell in (row.base, row.theirs, row.mine, row.saved)]
        self.assertEqual(
            sides,
            [
                ["1. issuer Kremlin, inferred"],
                ["1. issuer Kremlin, stated"],
                ["1. agency Kremlin, inferred", "2.  TASS, inferred"],
                ["1. agency Kremlin, stated", "2.  TASS, inferred"],
            ],
        )
        self.assertEqual(conflict.gone, ())

    def test_a_row_that_they_took_out_and_this_editor_changed_is_there_again(self) -> None:
        hop = RelayHop.objects.create(
            quote=self.quote, position=0, role="agency", agent=make_entity("TASS"), stated=False
        )
        with edited(self.quote, by=self.ana):
            key, _deleted = hop.pk, hop.delete()
        edit = RowEdit(key=key, values={"note": "Katanya"})
        conflict = self.compare(0, hops=[edit])
        self.assertEqual(conflict.gone, (Gone(words="1. agency TASS, inferred", is_edited=True),))
        row = self.row(conflict, "Way from the mouth to the page")
        assert row.saved is not None
        self.assertEqual(lines(row.saved), ["1. agency TASS, inferred; Katanya"])
        (gone,) = self.compare(0, occasion="Temu").gone
        self.assertFalse(gone.is_edited)

    def test_rows_that_nobody_touched_are_left_out(self) -> None:
        for position, name in enumerate(("TASS", "Antara")):
            RelayHop.objects.create(
                quote=self.quote, position=position, role="agency", agent=make_entity(name), stated=False
            )
        with edited(self.quote, by=self.ana):
            RelayHop.objects.filter(position=1).update(note="Katanya")
        row = self.row(self.compare(0), "Way from the mouth to the page")
        self.assertEqual(lines(row.theirs), ["2. agency Antara, inferred; Katanya"])

    def test_parts_that_this_editor_changed_are_compared_field_by_field(self) -> None:
        statistic = make_statistic(40, article=self.article)
        printing = statistic.printings.get()
        self.edit(printing, note="Dua kali", population="warga")
        number = RowEdit(key=printing.anchors.get().pk, values={"role": "number", "exact": "orang", "block": None})
        edit = RowEdit(key=printing.pk, values={"note": "Sekali", "anchors": [number]})
        conflict = compare(statistic, 0, {"printings": [edit]})
        assert conflict is not None
        about = "printing “Dewan bertemu”: "
        self.assertEqual(
            {row.label: row.kind for row in conflict.rows},
            {
                f"{about}Who is counted": "theirs only",
                f"{about}Note": "both",
                f"{about}Words that it rests on": "mine only",
            },
        )
        self.assertEqual(lines(self.row(conflict, f"{about}Words that it rests on").mine), ["number: “orang”"])

    def test_rows_that_a_new_text_moved_are_told_with_who_gave_it(self) -> None:
        self.assertIsNone(compare(self.quote, 0, {}))
        unknown = compare(self.quote, 0, {}, rows_gone=True)
        assert unknown is not None
        self.assertEqual((unknown.who, unknown.when), ((), None))
        log.record(self.article, "change", by=self.edo, after={"current": self.article.current_id})
        known = compare(self.quote, 0, {}, rows_gone=True)
        assert known is not None
        self.assertEqual((known.who, known.beside), (("Edo",), ("article: Dewan bertemu",)))

    def test_parts_that_changed_beside_the_record_are_named(self) -> None:
        statistic = make_statistic(40, article=self.article)
        self.edit(statistic.printings.get(), note="Dua kali")
        topic = make_topic(label="Rapat", article=self.article)
        log.record(ArticleTopic.objects.get(topic=topic), "topic", by=self.ana)
        for record, beside in ((statistic, "printing: Dewan bertemu"), (self.article, "article topic: Rapat")):
            conflict = compare(record, 0, {})
            assert conflict is not None
            self.assertEqual((conflict.rows, conflict.beside), ((), (beside,)))

    def test_a_number_typed_in_another_way_is_the_same_number(self) -> None:
        statistic = make_statistic(40, article=self.article)
        self.edit(statistic, value="41")
        conflict = compare(statistic, 0, {"value": Decimal("41.00")})
        assert conflict is not None
        self.assertEqual([row.kind for row in conflict.rows], ["same"])


class TextTests(ConflictTestCase):
    """The text of an article is another record; its form shows it in fields, and so does the conflict."""

    def setUp(self) -> None:
        old = self.article.current
        assert old is not None
        text = "Dewan kota bertemu 41 orang."
        new = Version.objects.create(
            article=self.article,
            number=2,
            headline="Dewan bertemu lagi",
            body=text,
            body_sha256="0" * 64,
            source=old.source,
        )
        for position, (kind, words) in enumerate(((Block.Type.HEADLINE, new.headline), (Block.Type.PARAGRAPH, text))):
            in_body = kind == Block.Type.PARAGRAPH
            Block.objects.create(
                version=new,
                position=position,
                type=kind,
                text=words,
                body_start=0 if in_body else None,
                body_end=len(text) if in_body else None,
            )
        self.edit(self.article, current=new)

    def test_both_texts_stand_beside_each_other_field_by_field(self) -> None:
        mine = {"text": "Dewan kota bertemu 40 orang kemarin.", "headline": "Dewan bertemu"}
        conflict = compare(self.article, 0, mine)
        assert conflict is not None
        self.assertEqual(
            {row.label: row.kind for row in conflict.rows},
            {"Version shown": "theirs only", "Headline": "theirs only", "Text": "both"},
        )
        text = self.row(conflict, "Text")
        self.assertEqual(words(text.theirs), "Dewan kota bertemu 41 orang.")
        self.assertEqual(words(text.mine), mine["text"])
        self.assertEqual([piece.words.strip() for piece in text.theirs.pieces if piece.kind == "added"], ["41"])
        self.assertEqual(self.row(conflict, "Version shown").theirs.url, f"/articles/{self.article.pk}/v/2/")

    def test_a_text_that_the_editor_left_alone_is_theirs(self) -> None:
        conflict = compare(self.article, 0, {"section": "Dunia"})
        assert conflict is not None
        kinds = {row.label: row.kind for row in conflict.rows}
        self.assertEqual(kinds["Text"], "theirs only")
        self.assertEqual(kinds["Section"], "mine only")


class PanelTests(ConflictTestCase):
    def test_the_panel_names_the_other_and_shows_both_sides_and_what_saving_does(self) -> None:
        self.edit(self.quote, occasion="Sidang <b>", medium="Pidato")
        panel = render_to_string("admin/curation/_conflict.html", {"conflict": self.compare(0, occasion="Temu")})
        self.assertIn("Ana changed this just now", panel)
        self.assertInHTML('<span class="text"><del>Rapat</del><ins>Sidang &lt;b&gt;</ins></span>', panel)
        self.assertInHTML('<span class="text"><del>Rapat</del><ins>Temu</ins></span>', panel)
        self.assertIn("yours takes the place of theirs", panel)
        self.assertIn("stays as it is now", panel)
        self.assertIn("nothing is lost", panel)

    def test_the_number_of_queries_does_not_grow_with_the_changes(self) -> None:
        self.edit(self.quote, speaker=make_entity("Ana"), addressee=make_entity("Budi"))
        with self.assertNumQueries(7):
            self.compare(0)
        for number in range(5):
            self.edit(self.quote, speaker=make_entity(f"Orang {number}"))
        with self.assertNumQueries(7):
            self.compare(0)


class FreshTests(SimpleTestCase):
    def test_what_was_changed_within_a_minute_is_fresh(self) -> None:
        for ago, is_fresh in ((timedelta(seconds=5), True), (timedelta(seconds=61), False), (None, False)):
            when = None if ago is None else timezone.now() - ago
            with self.subTest(ago):
                conflict = Conflict(who=("Ana",), when=when, rows=(), gone=(), beside=())
                self.assertEqual(conflict.is_fresh, is_fresh)
