"""Every rule that a table states has a test in which the database refuses to break it."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test import TestCase
from django.utils import timezone

from articles.models import (
    Article,
    ArticleTopic,
    DateMention,
    Event,
    Fact,
    Likeness,
    Mention,
    NoteLink,
    Notice,
    Printing,
    Quote,
    QuoteLink,
    Statistic,
    StatisticLink,
    Status,
)
from tests.factories import make_article, make_entity, make_event, make_quote, make_statistic, make_topic
from tests.models.rules import refused

# Rules that several tables share are broken table by table below.
SHARED = re.compile(r".+_(is_a_date|decided_when_not_suggested|confidence_from_0_to_1|status_known)")
HERE = Path(__file__).parent


def tables() -> list[type[models.Model]]:
    return list(apps.get_app_config("articles").get_models())


def columns_of_dates() -> list[tuple[type[models.Model], str]]:
    """Return each fuzzy date of each table, by the name that its three columns share."""
    names = [(table, field.name) for table in tables() for field in table._meta.get_fields()]
    return [(table, name.removesuffix("_earliest")) for table, name in names if name.endswith("_earliest")]


def test_every_rule_of_a_table_is_broken_somewhere() -> None:
    stated = {rule.name for table in tables() for rule in table._meta.constraints}
    tests = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("test_*.py"))
    tried = set(re.findall(r'refused\(\s*"([^"]+)"', tests))
    assert {name for name in stated if not SHARED.fullmatch(name)} - tried == set()


def test_dates_and_facts_all_have_the_rules_that_they_share() -> None:
    stated = {rule.name for table in tables() for rule in table._meta.constraints}
    dated = {rule for rule in stated if rule.endswith("_is_a_date")}
    facts = [table for table in tables() if issubclass(table, Fact)]
    assert len(dated) == len(columns_of_dates())
    assert {f"{table._meta.model_name}_decided_when_not_suggested" for table in facts} <= stated
    assert {f"{table._meta.model_name}_confidence_from_0_to_1" for table in facts} <= stated


class SharedRulesTests(TestCase):
    """One row of every kind, and what none of them may be changed to."""

    @classmethod
    def setUpTestData(cls) -> None:
        article = make_article(paragraphs=("Kata satu, kata dua, 10 dan 20 pada 1 Maret.",), mentioning=("Ana",))
        first, second = make_quote(article, "Kata satu"), make_quote(article, "kata dua")
        ten, twenty = make_statistic(10, article=article), make_statistic(20, article=article)
        make_event(article, "1 Maret")
        make_topic(article=article)
        Notice.objects.create(article=article, text="Ralat: bukan 10, melainkan 20.")
        decided = {"status": Status.CONFIRMED, "decided_at": timezone.now()}
        DateMention.objects.create(article=article, kind=DateMention.Kind.DATE, **decided)
        Likeness.objects.create(one=article, other=make_article("Lain"), kind=Likeness.Kind.NEAR, share=0.9, **decided)
        NoteLink.objects.create(article=article, quote=first, **decided)
        QuoteLink.objects.create(from_quote=second, to_quote=first, type=QuoteLink.Type.REPEATS, **decided)
        StatisticLink.objects.create(
            from_statistic=twenty, to_statistic=ten, type=StatisticLink.Type.SUPERSEDES, **decided
        )

    def test_a_fact_that_is_decided_has_a_time_and_a_suggestion_has_none(self) -> None:
        for table in self.facts():
            with self.subTest(table.__name__):
                rule = f"{table._meta.model_name}_decided_when_not_suggested"
                row = table._default_manager.earliest("pk").pk
                for status in (Status.CONFIRMED, Status.REJECTED, Status.SUPERSEDED):
                    with refused(rule):
                        table._default_manager.filter(pk=row).update(status=status, decided_at=None)
                with refused(rule):
                    table._default_manager.filter(pk=row).update(status=Status.SUGGESTED, decided_at=timezone.now())

    def test_no_fact_takes_a_status_that_is_none(self) -> None:
        for table in self.facts():
            with self.subTest(table.__name__), refused(f"{table._meta.model_name}_status_known"):
                table._default_manager.update(status="bogus", decided_at=timezone.now())

    def test_confidence_lies_between_nought_and_one(self) -> None:
        for table, wrong in product(self.facts(), (-0.01, 1.01)):
            rule = f"{table._meta.model_name}_confidence_from_0_to_1"
            with self.subTest(table.__name__, confidence=wrong), refused(rule):
                table._default_manager.update(confidence=wrong)

    def test_the_days_of_a_date_are_in_order_in_known_years_and_only_there_with_it(self) -> None:
        wrong = (
            ("", "2023-12-06", "2023-12-06"),
            ("", None, "2023-12-06"),
            ("2023-12-06", None, None),
            ("2023-12-06", None, "2023-12-06"),
            ("2023-12-06", "2023-12-07", "2023-12-06"),
            ("1399", "1399-12-31", "1400-01-01"),
            ("2201", "2200-12-31", "2201-01-01"),
            ("1399-12-31/..", "1399-12-31", None),
        )
        for (table, name), (edtf, earliest, latest) in product(columns_of_dates(), wrong):
            with self.subTest(f"{table.__name__}.{name}", edtf=edtf, earliest=earliest, latest=latest):
                rule = next(rule.name for rule in table._meta.constraints if rule.name.endswith(f"{name}_is_a_date"))
                changes = {name: edtf, f"{name}_earliest": earliest, f"{name}_latest": latest}
                with refused(rule):
                    table._default_manager.update(**changes)

    def test_a_date_may_be_a_day_a_stretch_open_at_its_end_or_not_known(self) -> None:
        right = (
            ("2023-12-06", "2023-12-06", "2023-12-06"),
            ("2023-12", "2023-12-01", "2023-12-31"),
            ("2023-11-12/..", "2023-11-12", None),
            ("1400/2200", "1400-01-01", "2200-12-31"),
            ("", None, None),
        )
        for (table, name), (edtf, earliest, latest) in product(columns_of_dates(), right):
            with self.subTest(f"{table.__name__}.{name}", edtf=edtf):
                changes = {name: edtf, f"{name}_earliest": earliest, f"{name}_latest": latest}
                self.assertGreater(table._default_manager.update(**changes), 0)

    def facts(self) -> list[type[Fact]]:
        facts = [table for table in tables() if issubclass(table, Fact)]
        expected = {ArticleTopic, DateMention, Event, Likeness, Mention, NoteLink, Printing}
        self.assertEqual(set(facts), expected | {Quote, QuoteLink, Statistic, StatisticLink})
        for table in facts:
            self.assertTrue(table._default_manager.exists(), table)
        return facts


def test_a_wrong_name_for_a_rule_would_be_noticed(db: None) -> None:
    entity = make_entity("Ana")
    with pytest.raises(AssertionError), refused("another_rule"):
        type(entity).objects.filter(pk=entity.pk).update(wikidata="42")
    assert Article.objects.count() == 0
