from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import review
from articles.actions.editing import edited
from articles.actions.merge import merge
from articles.actions.suggesting.trust import BEFORE, Trust, confidence, tool
from articles.extraction.engine import EDITION
from articles.models import Article, Fact, Quote, Status
from tests.factories import make_article, make_entity, make_quote, stamp

pytestmark = pytest.mark.django_db
RULE = "quote.verb-after"
BASE = BEFORE[RULE]


def trust() -> Mapping[str, float]:
    return Trust.load().rules


def silenced() -> frozenset[str]:
    return Trust.load().silenced


@pytest.fixture
def article() -> Article:
    return make_article(paragraphs=["“Air sungai naik sejak subuh,” kata Ana Wijaya."])


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


def decided(article: Article, status: Status, number: int, *, tool_told: str = "", **fields: Any) -> list[Quote]:
    """Add quotes that the rule has suggested, and that somebody has decided about."""
    first = article.quotes.count() + 1
    given = {"type": Quote.Type.DIRECT, "language": "id", "method": Fact.Method.RULE, "tool": tool_told or tool(RULE)}
    return Quote.objects.bulk_create(
        Quote(article=article, number=first + at, **given, **fields, **stamp(status)) for at in range(number)
    )


def one(article: Article, **fields: Any) -> Quote:
    return make_quote(
        article,
        "Air sungai naik sejak subuh,",
        status=Status.SUGGESTED,
        method=Fact.Method.RULE,
        tool=tool(RULE),
        **fields,
    )


class TestTrust:
    def test_is_what_a_rule_was_believed_to_be_until_anybody_decides(self) -> None:
        assert trust() == {rule: round(before, 4) for rule, before in BEFORE.items()}

    def test_moves_little_with_few_decisions_and_follows_many(self, article: Article) -> None:
        decided(article, Status.REJECTED, 1)
        after_one = trust()[RULE]
        decided(article, Status.REJECTED, 199)
        after_many = trust()[RULE]
        assert BASE - 0.05 < after_one < BASE
        assert after_many < 0.1

    def test_rises_where_editors_confirm(self, article: Article) -> None:
        decided(article, Status.CONFIRMED, 200)
        assert BASE < trust()[RULE] < 1

    def test_is_of_one_rule_alone(self, article: Article) -> None:
        decided(article, Status.REJECTED, 30)
        other = next(rule for rule in BEFORE if rule != RULE)
        assert trust()[other] == round(BEFORE[other], 4)

    def test_counts_no_suggestion_that_waits_and_no_fact_of_an_editor(self, article: Article) -> None:
        decided(article, Status.SUGGESTED, 30)
        for quote in decided(article, Status.REJECTED, 30):
            Quote.objects.filter(pk=quote.pk).update(method=Fact.Method.EDITOR)
        assert trust()[RULE] == round(BASE, 4)

    def test_counts_decisions_about_an_older_edition_less(
        self, article: Article, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        decided(article, Status.REJECTED, 20, tool_told=f"rules-7 {RULE}")
        monkeypatch.setattr("articles.actions.suggesting.trust.EDITION", "rules-7")
        now = trust()[RULE]
        monkeypatch.setattr("articles.actions.suggesting.trust.EDITION", "rules-8")
        assert now == pytest.approx((20 * BASE) / 40, abs=1e-4)
        assert trust()[RULE] == pytest.approx((20 * BASE) / 30, abs=1e-4)

    def test_counts_the_decision_of_an_editor_in_the_admin(self, article: Article, editor: User) -> None:
        review.reject(one(article), by=editor)
        assert trust()[RULE] == pytest.approx((20 * BASE) / 21, abs=1e-4)

    def test_asks_twice_whatever_was_decided(self, article: Article) -> None:
        decided(article, Status.CONFIRMED, 3)
        with CaptureQueriesContext(connection) as few:
            trust()
        decided(article, Status.CONFIRMED, 30)
        decided(article, Status.REJECTED, 30)
        with CaptureQueriesContext(connection) as many:
            trust()
        assert len(few) == len(many) == 2


class TestWhatWasMended:
    def test_counts_half_when_an_editor_named_another_speaker_first(self, article: Article, editor: User) -> None:
        quote = one(article, speaker=make_entity("Ana Wijaya"))
        with edited(quote, by=editor):
            Quote.objects.filter(pk=quote.pk).update(speaker=make_entity("Budi Santoso"))
        review.confirm(Quote.objects.get(pk=quote.pk), by=editor)
        assert trust()[RULE] == pytest.approx((20 * BASE + 0.5) / 21, abs=1e-4)

    def test_counts_whole_when_an_editor_filled_in_what_was_empty(self, article: Article, editor: User) -> None:
        quote = one(article)
        with edited(quote, by=editor):
            Quote.objects.filter(pk=quote.pk).update(speaker=make_entity("Budi Santoso"), occasion="rapat")
        review.confirm(Quote.objects.get(pk=quote.pk), by=editor)
        assert trust()[RULE] == pytest.approx((20 * BASE + 1) / 21, abs=1e-4)

    def test_counts_whole_when_the_speaker_was_made_one_with_another(self, article: Article, editor: User) -> None:
        short, full = make_entity("Wijaya"), make_entity("Ana Wijaya")
        quote = one(article, speaker=short)
        review.confirm(quote, by=editor)
        merge(short, into=full, by=editor)
        assert Quote.objects.get(pk=quote.pk).speaker == full
        assert trust()[RULE] == pytest.approx((20 * BASE + 1) / 21, abs=1e-4)


class TestSilenced:
    def test_is_no_rule_before_anybody_decides(self) -> None:
        assert silenced() == frozenset()

    def test_is_a_rule_that_editors_reject_for_the_most_part(self, article: Article) -> None:
        decided(article, Status.REJECTED, 60)
        assert silenced() == {RULE}

    def test_is_none_that_was_rejected_a_few_times(self, article: Article) -> None:
        decided(article, Status.REJECTED, 12)
        assert silenced() == frozenset()

    def test_speaks_again_in_a_new_edition_of_the_rules(
        self, article: Article, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        decided(article, Status.REJECTED, 60, tool_told=f"rules-7 {RULE}")
        monkeypatch.setattr("articles.actions.suggesting.trust.EDITION", "rules-9")
        assert silenced() == frozenset()


class TestConfidence:
    def test_of_a_finding_as_sure_as_its_rule_is_the_trust_in_the_rule(self) -> None:
        assert confidence(BASE, RULE, {RULE: 0.6}) == 0.6

    def test_keeps_the_order_of_findings_of_one_rule_and_stays_between_0_and_1(self) -> None:
        found = [confidence(own, RULE, {RULE: 0.6}) for own in (0.0, BASE / 2, BASE, (1 + BASE) / 2, 1.0)]
        assert found == sorted(found)
        assert (found[0], found[-1]) == (0.0, 1.0)

    def test_of_a_rule_that_nobody_knows_is_its_own(self) -> None:
        assert confidence(0.4, "quote.unheard-of", trust()) == 0.4


def test_a_tool_tells_edition_and_rule() -> None:
    assert tool(RULE) == f"{EDITION} {RULE}"
