"""What an editor made of the first article, loaded: nothing is missing, nothing is twice."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

from django.core.management import CommandError, call_command
from django.test import TestCase

from articles.actions import annotate
from articles.actions.store import Outcome, bring_in
from articles.importers.files import Container
from articles.models import (
    Anchor,
    Article,
    Block,
    Decision,
    Entity,
    Event,
    Mention,
    NoteLink,
    Printing,
    Quote,
    RelayHop,
    Series,
    Statistic,
    StatisticLink,
    Status,
    Version,
)
from articles.sample import ANNOTATIONS, ARTICLE
from tests.factories import make_article
from tests.world import load_sample_world

DOCUMENT: dict[str, Any] = json.loads(ANNOTATIONS.read_text(encoding="utf-8"))
LOADED = (
    "people",
    "organisations",
    "places",
    "article",
    "events",
    "quotes",
    "statistics",
    "temporal_expressions",
)
COUNTED = (Anchor, Article, Block, Decision, Entity, Event, Mention, NoteLink, Quote, RelayHop, Statistic)


def spans(item: Any) -> list[dict[str, Any]]:
    """Return every span in a part of the annotations, by a reading of its own."""
    if isinstance(item, list):
        return [span for part in item for span in spans(part)]
    if not isinstance(item, dict):
        return []
    own = [item] if {"start", "end", "text", "block", "raw_start"} <= item.keys() else []
    return own + [span for part in item.values() for span in spans(part)]


class LoadedAnnotationsTests(TestCase):
    article: Article
    version: Version
    blocks: dict[str, Block]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()
        assert cls.article.current
        cls.version = cls.article.current
        cls.blocks = {
            described["id"]: block
            for described, block in zip(DOCUMENT["blocks"], cls.version.blocks.all(), strict=True)
        }

    def place(self, span: dict[str, Any]) -> tuple[int, int, int, str]:
        """Return block, start, end and words of a span, as anchors have them."""
        block = self.blocks[span["block"]]
        shift = block.body_start if span["field"] == "body" else 0
        return (block.pk, span["start"] - shift, span["end"] - shift, span["text"])

    def assert_in_database(self, wanted: list[dict[str, Any]]) -> None:
        held = set(Anchor.objects.values_list("block", "start", "end", "exact"))
        held |= {(block.pk, 0, len(block.text), block.text) for block in self.blocks.values()}
        self.assertEqual([span for span in wanted if self.place(span) not in held], [])

    def test_every_span_is_an_anchor_or_a_whole_block_with_the_same_words(self) -> None:
        wanted = [span for section in LOADED for span in spans(DOCUMENT[section])]
        self.assertEqual(len(wanted), 236)
        self.assert_in_database(wanted)

    def test_pronouns_that_stand_for_someone_are_mentions_of_them(self) -> None:
        naming = [item for item in DOCUMENT["coreference"] if all(":" in name for name in item["refers_to"])]
        self.assertEqual(len(naming), 11)
        self.assert_in_database([item["span"] for item in naming])
        both = Mention.objects.filter(anchors__exact="Kedua belah pihak").values_list("entity__name", flat=True)
        self.assertEqual(set(both), {"Rusia", "Israel"})

    def test_every_character_of_the_source_is_in_exactly_one_block(self) -> None:
        text = self.version.source.text
        covered = [0] * len(text)
        for block in self.blocks.values():
            for place in range(block.source_start or 0, block.source_end or 0):
                covered[place] += 1
        self.assertEqual({text[place] for place, times in enumerate(covered) if times != 1}, {"\n"})

    def test_the_figures_are_told_apart(self) -> None:
        arrived = Statistic.objects.get(value=883)
        asked = Statistic.objects.get(parts=arrived)
        evacuated = Statistic.objects.get(value=898)
        self.assertEqual((asked.value, asked.approximation), (1100, "about"))
        self.assertEqual(arrived.printings.count(), 2)
        self.assertEqual(
            list(Printing.objects.filter(statistic=asked).order_by("pk").values_list("approximation", flat=True)),
            ["about", "exact"],
        )
        self.assertNotEqual(arrived.scope, evacuated.scope)
        self.assertEqual((evacuated.since, evacuated.as_of), ("2023-11-12", "2023-12-06"))
        out = Statistic.objects.get(value=135)
        self.assertEqual((out.since, out.as_of, out.volatile), ("2023-12-02", "2023-12-05", True))
        link = StatisticLink.objects.get(type="different_scope", from_statistic=evacuated)
        self.assertIn("Not a contradiction", link.reason)

    def test_a_figure_of_another_population_is_linked_and_not_joined(self) -> None:
        series = Series.objects.get(slug="ru-gaza-applied")
        self.assertEqual(set(series.statistics.values_list("value", flat=True)), {900, 1100})
        alone = Statistic.objects.get(value=400)
        self.assertEqual((alone.series, alone.population), (None, "Russian nationals only"))
        self.assertEqual(alone.links_out.get().to_statistic.value, 1100)

    def test_an_agency_is_stated_only_where_the_article_names_it(self) -> None:
        stated = RelayHop.objects.filter(agent__slug="tass", stated=True).values_list("quote__number", flat=True)
        self.assertEqual(sorted(stated), [2, 17])
        hops = [(hop.role, hop.agent and hop.agent.name, hop.stated) for hop in Quote.objects.get(number=10).hops.all()]
        self.assertEqual(
            hops,
            [("speaker", "Maria Zakharova", True), ("agency", None, False), ("publisher", "Republika", True)],
        )

    def test_names_inside_names_do_not_count(self) -> None:
        russia = Mention.objects.filter(entity__slug="rusia")
        nested = sum("nested_in" in span for span in DOCUMENT["places"][1]["mentions"])
        self.assertEqual(russia.filter(nested=True).count(), nested)

    def test_the_date_of_publication_is_bounded_and_says_why(self) -> None:
        self.assertEqual(self.article.published, "[2023-12-10..2023-12-31]")
        self.assertIn("Bulan lalu", self.article.published_basis)
        self.assertNotIn("P9", self.article.published_basis)

    def test_an_event_keeps_its_own_date_apart_from_what_the_article_claims(self) -> None:
        outbreak = Event.objects.get(type="armed_conflict_start")
        self.assertEqual(outbreak.happened, "2023-10-07")
        self.assertEqual(outbreak.dates.get().value, "[2023-10-06,2023-10-07]")

    def test_nine_notes_hold_no_text_of_their_sources_and_bear_on_facts(self) -> None:
        notes = Article.objects.filter(rights="reference")
        self.assertEqual(notes.count(), 9)
        wanted = sum(len(item["about"]) for item in DOCUMENT["external_evidence"])
        self.assertEqual(NoteLink.objects.filter(status=Status.SUGGESTED).count(), wanted)
        contradicting = NoteLink.objects.get(relation="contradicts")
        self.assertEqual(str(contradicting.target), "Telephone call Putin–Netanyahu (previous)")

    def test_every_decided_fact_is_in_the_log(self) -> None:
        self.assertEqual(Decision.objects.filter(action="confirm", by__username="gold-editor").count() > 100, True)
        self.assertFalse(Decision.objects.filter(action="confirm", by=None).exists())

    def test_loading_twice_changes_nothing(self) -> None:
        before = [model.objects.count() for model in COUNTED]
        call_command("load_annotations", ANNOTATIONS, stdout=StringIO())
        self.assertEqual([model.objects.count() for model in COUNTED], before)


class RefusedAnnotationsTests(TestCase):
    def read(self, **changed: Any) -> annotate.Document:
        return annotate.read(json.dumps({**DOCUMENT, **changed}).encode(), name="test.json")

    def test_an_article_that_is_not_in_the_archive_is_named(self) -> None:
        with self.assertRaisesMessage(annotate.BadAnnotations, "Import that file first"):
            annotate.load(self.read())

    def test_words_that_do_not_stand_there_are_named_with_their_place(self) -> None:
        quotes = json.loads(json.dumps(DOCUMENT["quotes"]))
        quotes[0]["cue"]["text"] = "menyampaikan lagi"
        with self.assertRaisesMessage(annotate.BadAnnotations, "test.json, /quotes[0]/cue: 'menyampaikan lagi'"):
            self.read(quotes=quotes)

    def test_another_schema_and_what_is_no_json_are_refused(self) -> None:
        with self.assertRaisesMessage(annotate.BadAnnotations, "newsarchive-gold/1"):
            self.read(schema="something/2")
        with self.assertRaisesMessage(annotate.BadAnnotations, "test.json is not JSON"):
            annotate.read(b"\xff{", name="test.json")

    def test_a_date_that_is_none_refuses_the_whole_file(self) -> None:
        load_sample_world()
        events = json.loads(json.dumps(DOCUMENT["events"]))
        events[0]["date_edtf"] = "2023-13-45"
        before = Event.objects.count()
        with self.assertRaises((annotate.BadAnnotations, annotate.AlreadyAnnotated)):
            annotate.load(self.read(events=events))
        self.assertEqual(Event.objects.count(), before)

    def test_an_item_that_does_not_follow_the_schema_is_named(self) -> None:
        for report in bring_in(Container(path=ARTICLE), publish=True):
            self.assertEqual(report.outcome, Outcome.NEW)
        for section, key, wrong in (("events", "type", None), ("quotes", "chain", 5), ("people", "mentions", {})):
            items = json.loads(json.dumps(DOCUMENT[section]))
            items[1][key] = wrong
            with self.subTest(section), self.assertRaisesMessage(annotate.BadAnnotations, items[1]["id"]):
                annotate.load(self.read(**{section: items}))
            self.assertFalse(Mention.objects.exists())

    def test_the_notes_of_a_draft_are_drafts(self) -> None:
        list(bring_in(Container(path=ARTICLE), publish=False))
        annotate.load(self.read())
        self.assertEqual(set(Article.objects.values_list("state", flat=True)), {Article.State.DRAFT})

    def test_a_page_that_another_file_has_brought_is_not_brought_again(self) -> None:
        address = DOCUMENT["external_evidence"][0]["url"]
        known = make_article("Catatan lain", rights=Article.Rights.REFERENCE, url=address)
        list(bring_in(Container(path=ARTICLE), publish=True))
        self.assertEqual(annotate.load(self.read()).notes, 9)
        self.assertEqual(Article.objects.get(url=address), known)
        self.assertTrue(NoteLink.objects.filter(article=known).exists())

    def test_the_command_says_it_in_one_sentence(self) -> None:
        with self.assertRaisesMessage(CommandError, "cannot be read"):
            call_command("load_annotations", "nowhere.json")
