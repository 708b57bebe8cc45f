"""What an editor decided is never touched and never comes back; what nobody looked at follows the rules."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.test import TestCase

from articles.actions import revise
from articles.actions.editing import edited
from articles.actions.review import confirm, reject
from articles.actions.suggesting import gazetteer, read_texts
from articles.actions.suggesting.entities import forget_unused
from articles.importers.typed import Typed
from articles.models import (
    Anchor,
    Article,
    Block,
    DateMention,
    Decision,
    Entity,
    Fact,
    Mention,
    Printing,
    Quote,
    QuoteEntry,
    QuoteLink,
    RelayHop,
    Statistic,
)
from tests.actions.found import Found, problems, suggest
from tests.factories import make_article, make_entity, make_mention, stamp
from tests.world import load_sample_world

TEXT = "Ana Wijaya mengatakan kapal itu tiba pada 2 Maret. Sebanyak 883 orang turun, kata Budi Santoso kepada pers."
LAST = "Mereka akan menginap di balai kota, ujar dia."


class _Read(TestCase):
    article: Article
    editor: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.editor = User.objects.create_user("mira")
        cls.article = make_article("Kapal tiba", paragraphs=(TEXT, LAST))

    def read(
        self, edition: str = "rules-1", *, number: int = 883, speaker: str = "Ana Wijaya", **left_out: bool
    ) -> Any:
        """Read the text: whom, what and when it says; kinds named as False are not found."""
        found = Found(self.article)
        names = [found.named("Ana Wijaya"), found.named("Budi Santoso")]
        kinds: dict[str, Any] = {
            "names": names,
            "quotes": [found.quote("kapal itu tiba pada 2 Maret", next(one for one in names if one.name == speaker))],
            "figures": [found.figure("883", number)],
            "days": [found.day("2 Maret", "2024-03-02")],
        }
        asked = {kind: rows for kind, rows in kinds.items() if left_out.get(kind, True)}
        return suggest(self.article, edition=edition, known=gazetteer(), **asked)

    def put(self, *paragraphs: str) -> None:
        text = Typed(headline="Kapal tiba", text="\n\n".join(paragraphs))
        revise.revise(Article.objects.get(pk=self.article.pk), text, by=self.editor)

    def rows(self) -> dict[str, list[int]]:
        tables: tuple[type[Fact], ...] = (Mention, Quote, Statistic, Printing, DateMention)
        return {table.__name__: sorted(table._default_manager.values_list("pk", flat=True)) for table in tables}


class DecidedTests(_Read):
    def test_what_was_rejected_does_not_come_back_under_newer_rules(self) -> None:
        self.read()
        before = self.rows()
        for table in (Mention, Quote, Printing, DateMention):
            reject(table.objects.order_by("pk")[0], by=self.editor)
        for edition in ("rules-1", "rules-2"):
            self.read(edition)
            self.assertEqual(self.rows(), before)
        self.assertEqual(problems(), [])

    def test_a_rejected_figure_does_not_come_back_by_its_printing(self) -> None:
        self.read()
        reject(Statistic.objects.get(), by=self.editor)
        before = self.rows()
        self.read("rules-2")
        self.assertEqual(self.rows(), before)

    def test_what_was_rejected_stays_so_in_a_new_version_with_the_same_words(self) -> None:
        self.read()
        for table in (Mention, Quote, Printing, DateMention):
            reject(table.objects.order_by("pk")[0], by=self.editor)
        before = self.rows()
        self.put("Satu paragraf baru di depan.", TEXT, LAST)
        self.read("rules-2")
        self.assertEqual(self.rows(), before)

    def test_a_rejected_number_leaves_room_for_another_one_in_the_same_words(self) -> None:
        self.read(number=8)
        reject(Printing.objects.get(), by=self.editor)
        self.read("rules-2", number=883)
        self.assertEqual({int(row.value) for row in Statistic.objects.all()}, {8, 883})

    def test_after_a_rejected_name_only_another_one_whom_editors_know_is_suggested(self) -> None:
        self.read()
        reject(Mention.objects.get(entity__name="Ana Wijaya"), by=self.editor)
        Entity.objects.filter(name="Ana Wijaya").update(name="Ana W.")
        Entity.objects.get(name="Ana W.").names.all().delete()
        self.read("rules-2")
        self.assertEqual(Mention.objects.count(), 2)
        namesake = make_entity("Ana Wijaya")
        elsewhere = make_article("Tentang Ana", paragraphs=("Tentang Ana Wijaya.",))
        make_mention(elsewhere, namesake, "Ana Wijaya")
        self.read("rules-3")
        self.assertEqual(Mention.objects.filter(article=self.article, entity=namesake).count(), 1)

    def test_what_was_confirmed_is_neither_doubled_nor_taken_away(self) -> None:
        self.read()
        for table in (Mention, Quote, Statistic, Printing, DateMention):
            for row in table.objects.all():
                confirm(row, by=self.editor)
        before = self.rows()
        self.read("rules-2", speaker="Budi Santoso", number=8)
        self.assertEqual(self.rows(), before)
        self.read("rules-3", names=False, quotes=False, figures=False, days=False)
        self.assertEqual(self.rows(), before)
        self.assertEqual((str(Quote.objects.get().speaker), int(Statistic.objects.get().value)), ("Ana Wijaya", 883))

    def test_a_confirmed_figure_keeps_its_printings(self) -> None:
        self.read()
        confirm(Statistic.objects.get(), by=self.editor)
        before = self.rows()
        self.read("rules-2", figures=False)
        self.assertEqual(self.rows()["Printing"], before["Printing"])

    def test_what_an_editor_changed_is_not_touched_though_it_is_still_a_suggestion(self) -> None:
        self.read()
        quote = Quote.objects.get()
        with edited(quote, by=self.editor):
            quote.note = "asked the paper"
            quote.save()
        self.read("rules-2", speaker="Budi Santoso")
        quote.refresh_from_db()
        self.assertEqual((str(quote.speaker), quote.tool), ("Ana Wijaya", "rules-1 quote.verb-before"))
        self.read("rules-3", quotes=False)
        self.assertTrue(Quote.objects.exists())

    def test_what_the_source_itself_told_is_not_doubled(self) -> None:
        ana = make_entity("Ana Wijaya")
        told = {**stamp(), "status": "suggested", "decided_at": None, "method": Fact.Method.IMPORT}
        mention = Mention.objects.create(article=self.article, entity=ana, form="full", **told)
        block = Block.objects.in_body().filter(version=self.article.current)[0]
        Anchor.objects.create(block=block, start=0, end=10, exact="Ana Wijaya", role="name", mention=mention)
        self.read()
        self.assertEqual(Mention.objects.filter(entity=ana).count(), 1)

    def test_the_first_article_with_its_annotations_gets_no_double(self) -> None:
        article = load_sample_world()
        before = {
            table: set(table.objects.values_list("pk", flat=True)) for table in (Mention, Quote, Printing, DateMention)
        }
        read_texts([article.pk], known=gazetteer())
        for table, keys in before.items():
            rows = table.objects.filter(article=article).prefetch_related("anchors")
            own = {"name", "content", "number", "phrase"}
            places = {
                row.pk: {
                    (one.block_id, at)
                    for one in row.anchors.all()
                    if one.role in own
                    for at in range(one.start, one.end)
                }
                for row in rows
            }
            for key in places.keys() - keys:
                doubled = [
                    other for other in keys & places.keys() if 2 * len(places[key] & places[other]) > len(places[key])
                ]
                self.assertEqual(doubled, [], f"{table.__name__} {rows.get(pk=key).anchors.all()}")
        self.assertEqual(problems(), [])


class UndecidedTests(_Read):
    def test_what_is_found_again_in_the_same_way_keeps_its_row(self) -> None:
        self.read()
        before, anchors = self.rows(), set(Anchor.objects.values_list("pk", flat=True))
        self.read("rules-2")
        self.assertEqual(self.rows(), before)
        self.assertEqual(set(Anchor.objects.values_list("pk", flat=True)), anchors)
        self.assertEqual(Quote.objects.get().tool, "rules-2 quote.verb-before")

    def test_a_quote_read_otherwise_keeps_its_address(self) -> None:
        self.read()
        before = Quote.objects.get()
        self.read("rules-2", speaker="Budi Santoso")
        quote = Quote.objects.get()
        self.assertEqual((quote.pk, quote.number, str(quote.speaker)), (before.pk, 1, "Budi Santoso"))
        self.assertEqual([str(hop.agent) for hop in quote.hops.all()], ["Budi Santoso", "Koran Uji"])
        self.assertEqual(problems(), [])

    def test_a_figure_read_otherwise_keeps_its_address(self) -> None:
        self.read(number=8)
        before = Statistic.objects.get().pk
        self.read("rules-2", number=883)
        self.assertEqual((Statistic.objects.get().pk, int(Statistic.objects.get().value)), (before, 883))
        self.assertEqual(problems(), [])

    def test_what_is_not_found_any_more_goes_with_all_that_belongs_to_it(self) -> None:
        self.read()
        stored = self.read("rules-2", names=False, quotes=False, figures=False, days=False)
        self.assertEqual(stored.withdrawn, 5)
        self.assertEqual(sum(map(len, self.rows().values())), 0)
        for table in (Anchor, RelayHop, QuoteEntry):
            self.assertFalse(table.objects.exists(), table)

    def test_an_entity_that_only_rules_knew_goes_with_its_last_fact(self) -> None:
        self.read()
        stored = self.read("rules-2", names=False, quotes=False)
        self.assertEqual(forget_unused(stored.unused), 2)
        self.assertFalse(Entity.objects.filter(name="Ana Wijaya").exists())
        self.assertEqual(Decision.objects.filter(action="withdraw").count(), 2)

    def test_an_entity_stays_that_somebody_named_or_decided_about(self) -> None:
        self.read()
        ana, budi = Entity.objects.get(name="Ana Wijaya"), Entity.objects.get(name="Budi Santoso")
        with edited(ana, by=self.editor):
            ana.gloss = "wali kota"
            ana.save()
        make_mention(make_article("Lain", paragraphs=("Tentang Budi Santoso.",)), budi, "Budi Santoso")
        stored = self.read("rules-2", names=False, quotes=False)
        self.assertEqual(forget_unused(stored.unused), 0)
        self.assertEqual(Entity.objects.filter(pk__in=[ana.pk, budi.pk]).count(), 2)

    def test_an_entity_that_was_added_otherwise_stays(self) -> None:
        make_entity("Ana Wijaya")
        self.read()
        stored = self.read("rules-2", names=False, quotes=False)
        forget_unused(stored.unused)
        self.assertTrue(Entity.objects.filter(name="Ana Wijaya").exists())

    def test_a_quote_that_an_editor_linked_stays(self) -> None:
        self.read()
        found = Found(self.article)
        suggest(
            self.article, quotes=[found.quote("kapal itu tiba pada 2 Maret"), found.quote("menginap di balai kota")]
        )
        one, other = Quote.objects.order_by("pk")
        QuoteLink.objects.create(from_quote=one, to_quote=other, type="repeats", **stamp())
        suggest(self.article, edition="rules-2")
        self.assertEqual(Quote.objects.count(), 2)

    def test_a_denominator_stays_as_long_as_a_decided_figure_needs_it(self) -> None:
        found = Found(self.article)
        whole = found.figure("2", 2)
        suggest(self.article, figures=[found.figure("883", 883, out_of=whole), whole])
        confirm(Statistic.objects.get(value=883), by=self.editor)
        suggest(self.article, edition="rules-2")
        self.assertEqual({int(row.value) for row in Statistic.objects.all()}, {2, 883})
        self.assertEqual(Printing.objects.count(), 2)

    def test_in_a_new_version_suggestions_follow_their_words(self) -> None:
        self.read()
        before = self.rows()
        self.put("Satu paragraf baru di depan.", TEXT.replace("883", "890"), LAST)
        found = Found(self.article)
        names = [found.named("Ana Wijaya"), found.named("Budi Santoso")]
        quotes = [found.quote("kapal itu tiba pada 2 Maret", names[0])]
        suggest(self.article, names=names, quotes=quotes, figures=[found.figure("890", 890)], edition="rules-1")
        after = self.rows()
        self.assertEqual({**after, "DateMention": []}, {**before, "DateMention": []})
        self.assertEqual(after["DateMention"], [])
        self.assertEqual(int(Statistic.objects.get().value), 890)
        current = Article.objects.get(pk=self.article.pk).current
        states = set(Anchor.objects.filter(block__version=current).values_list("state", flat=True))
        self.assertEqual(states, {"ok", "moved"} & states)
        self.assertEqual(problems(), [])

    def test_a_suggestion_whose_words_a_new_version_lost_goes(self) -> None:
        self.read()
        self.put("Semua kata lain kini berdiri di sini.")
        suggest(self.article, edition="rules-1")
        self.assertEqual(sum(map(len, self.rows().values())), 0)
