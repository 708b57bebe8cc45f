"""Putting records back: rows that belong to them return, leave and change places as the log holds them."""

from __future__ import annotations

from datetime import date

from django.db.models import Model
from django.test import TestCase

from articles.actions import log
from articles.actions.editing import edited
from articles.actions.revert import CannotRevert, obstacle, revert
from articles.actions.snapshots import snapshot
from articles.models import (
    Anchor,
    Article,
    Decision,
    Entity,
    EntityName,
    Notice,
    RelayHop,
    fuzzy,
)
from articles.text.dates import parse_edtf
from tests.factories import anchor, make_article, make_entity, make_quote


def newest(record: Model) -> Decision:
    return log.decisions_of(record)[0]


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

    def test_words_and_the_hop_that_rests_on_them_leave_together(self) -> None:
        article = make_article()
        quote = make_quote(article, "Dewan kota")
        before = snapshot(quote)
        with edited(quote, by=None):
            words = anchor(article, "hari itu", Anchor.Role.RELAY, quote=quote)
            RelayHop.objects.create(
                quote=quote, position=1, role=RelayHop.Role.AGENCY, stated=True, agent=make_entity(), evidence=words
            )
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
