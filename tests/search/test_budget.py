from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, transaction

from articles.models import ArticleEntry
from articles.search import remembered
from articles.search.budget import Budget, OutOfTime, Statement
from articles.search.sampling import Patience, Reckoning
from tests.factories import make_article

SLOW = Statement("SELECT pg_sleep(%s)", (20,))
NOTHING_LEFT, AMPLE = Budget.seconds(0), Budget.seconds(600)


def limit() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return str(cursor.fetchone())


@pytest.mark.django_db
class TestBudget:
    def test_what_takes_longer_is_ended_and_the_transaction_goes_on(self) -> None:
        make_article("Satu")
        with pytest.raises(OutOfTime):
            Budget.seconds(0.05).fetch(SLOW)
        assert ArticleEntry.objects.count() == 1

    def test_without_time_nothing_is_asked(self) -> None:
        with pytest.raises(OutOfTime):
            NOTHING_LEFT.fetch(Statement("SELECT no_such_function()"))

    def test_the_limit_of_the_connection_stays_as_it_was(self) -> None:
        before = limit()
        with transaction.atomic():
            assert AMPLE.fetch(Statement("SELECT 1")) == [(1,)]
            assert limit() == before
        assert limit() == before

    def test_a_part_is_paid_by_the_whole_too_and_only_statements_cost(self) -> None:
        whole = Budget.seconds(8)
        part, other = whole.part(0.5), whole.part(0.5)
        assert (part.left_ms, whole.left_ms) == (4000, 8000)
        part.spend(3)
        assert (part.left_ms, whole.left_ms, other.left_ms) == (1000, 5000, 4000)
        other.spend(4)
        assert (part.left_ms, whole.left_ms) == (1000, 1000)
        with pytest.raises(OutOfTime):
            Budget.seconds(0.05).fetch(SLOW)

    def test_what_can_find_nothing_is_no_statement(self) -> None:
        assert Statement.of(ArticleEntry.objects.filter(pk__in=[])) is None


def count(rows: Any) -> Statement | None:
    found = Statement.of(rows.order_by().values_list("pk"))
    return found and Statement(f"SELECT count(*) FROM ({found.sql}) AS found", found.params)  # noqa: S608 - our own


@pytest.mark.django_db
class TestReckoning:
    @pytest.fixture(autouse=True)
    def articles(self) -> None:
        for number in range(60):
            make_article("Banjir" if number % 2 else "Gempa")

    def reckoning(self, *, exact: Budget, everything: Budget = AMPLE) -> Reckoning:
        rows = ArticleEntry.objects.filter(public=True)
        return Reckoning(rows, Patience(exact=exact, all=everything), among=rows)

    def test_it_is_exact_while_there_is_time(self) -> None:
        answer = self.reckoning(exact=AMPLE).answer(count)
        assert answer is not None
        assert not answer.about
        assert answer.number(answer.rows[0][0]) == 60

    def test_without_time_for_all_a_fifth_of_them_tells_about_as_much(self) -> None:
        answer = self.reckoning(exact=NOTHING_LEFT).answer(count)
        assert answer is not None
        assert answer.about
        assert 10 <= answer.rows[0][0] <= 13
        assert 50 <= answer.number(answer.rows[0][0]) <= 65

    def test_a_sample_is_the_same_each_time(self) -> None:
        def keys(rows: Any) -> Statement | None:
            return Statement.of(rows.order_by("pk").values_list("pk"))

        first, second = (self.reckoning(exact=NOTHING_LEFT).answer(keys) for _ in range(2))
        assert first is not None
        assert first == second

    def test_hidden_articles_are_drawn_by_nobody(self) -> None:
        before = self.reckoning(exact=NOTHING_LEFT).answer(count)
        for _ in range(30):
            make_article("Banjir", state="draft")
        assert self.reckoning(exact=NOTHING_LEFT).answer(count) == before

    def test_without_any_time_nothing_is_told(self) -> None:
        assert self.reckoning(exact=NOTHING_LEFT, everything=NOTHING_LEFT).answer(count) is None

    def test_what_took_long_a_short_time_ago_is_not_tried_again(self) -> None:
        tried = []

        def slowly(rows: Any) -> Statement | None:
            tried.append(rows)
            found = count(rows)
            whole = len(tried) == 1
            return found and Statement(
                f"{found.sql} WHERE pg_sleep(%s)::text = ''", (*found.params, 20 if whole else 0)
            )

        question = str(slowly(ArticleEntry.objects.filter(public=True)))
        tried.clear()
        answer = self.reckoning(exact=Budget.seconds(0.5)).answer(slowly)
        assert answer is not None
        assert answer.about
        assert remembered.was_late(question)

    def test_an_estimate_has_no_more_digits_than_it_is_worth(self) -> None:
        answer = self.reckoning(exact=NOTHING_LEFT).answer(count)
        assert answer is not None
        assert [answer.number(counted) for counted in (0, 3, 247, 2469)] == [0, 15, 1200, 12000]


class Asked:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


@pytest.mark.django_db(transaction=True)
class TestRemembered:
    def test_an_answer_is_kept_until_the_archive_changes(self) -> None:
        find = Asked()
        assert [remembered.value("how many", find) for _ in range(3)] == [1, 1, 1]
        make_article("Satu")
        assert [remembered.value("how many", find) for _ in range(2)] == [2, 2]

    def test_another_question_has_another_answer(self) -> None:
        find = Asked()
        assert remembered.value("how many", find) != remembered.value("how few", find)

    def test_a_transaction_that_has_written_sees_its_own_rows(self) -> None:
        find = Asked()
        with transaction.atomic():
            make_article("Satu")
            assert [remembered.value("how many", find) for _ in range(2)] == [1, 2]

    def test_what_fails_is_asked_again(self) -> None:
        def fail() -> int:
            raise OutOfTime

        for _ in range(2):
            with pytest.raises(OutOfTime):
                remembered.value("how long", fail)
        assert remembered.value("how long", Asked()) == 1

    def test_nothing_is_an_answer_too(self) -> None:
        assert remembered.value("nothing", lambda: None) is None
        assert remembered.value("nothing", Asked()) is None
