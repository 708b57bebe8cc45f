"""What editors see of the rules: what proposed a fact, how sure it was, and what could not be read."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.store import How, bring_in
from articles.curation.rules import in_words
from articles.importers.files import Container
from articles.models import Article, DateMention, ImportRun, Reading, Status
from articles.sample import ARTICLE
from tests.factories import make_article, make_entity, make_mention, make_quote
from tests.views.seen import part, parts, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("ina"))
    return client


def read(version: int, failure: str = "") -> Reading:
    return Reading.objects.create(
        version_id=version, rules="rules-1", read_at=timezone.now(), seconds=0.012, found={"quote": 2}, failure=failure
    )


@pytest.mark.parametrize(
    ("tool", "told"),
    [
        ("rules-12 quote.verb-after", "quote: verb after (rules-12)"),
        ("newsarchive-gold/1 98ecd080c08641d0", "newsarchive-gold/1 98ecd080c08641d0"),
        ("", ""),
    ],
)
def test_what_proposed_something_is_told_in_words(tool: str, told: str) -> None:
    assert in_words(tool) == told


class TestQuotes:
    @pytest.fixture(autouse=True)
    def quotes(self) -> None:
        article = make_article(paragraphs=("Kata Ana: kami datang. Kata Budi: kami pergi.",))
        suggested: dict[str, Any] = {"status": Status.SUGGESTED, "method": "rule"}
        make_quote(article, "kami datang", tool="rules-1 quote.verb-after", confidence=0.95, **suggested)
        make_quote(article, "kami pergi", tool="rules-2 quote.verb-before", confidence=0.6, **suggested)

    def listed(self, desk: Client, **asked: str) -> list[str]:
        response = desk.get(reverse("admin:articles_quote_changelist"), asked)
        return [words(row) for row in parts(response, ".//table[@id='result_list']/tbody/tr")]

    def test_the_list_says_what_proposed_each(self, desk: Client) -> None:
        rows = self.listed(desk)
        assert "quote: verb before (rules-2)" in rows[0]
        assert "quote: verb after (rules-1)" in rows[1]

    def test_the_list_is_narrowed_to_a_rule_of_any_edition(self, desk: Client) -> None:
        (row,) = self.listed(desk, rule="quote.verb-before")
        assert "kami pergi" in row

    @pytest.mark.parametrize(("part_", "found"), [("90", "kami datang"), ("50", "kami pergi")])
    def test_the_list_is_narrowed_to_how_sure_the_rule_was(self, desk: Client, part_: str, found: str) -> None:
        (row,) = self.listed(desk, sure=part_)
        assert found in row

    def test_a_rule_that_there_is_not_is_left_out(self, desk: Client) -> None:
        address = reverse("admin:articles_quote_changelist")
        assert desk.get(address, {"rule": "quote.none"}).status_code == 302
        assert desk.get(address, {"sure": "12"}).status_code == 302


def test_a_weekday_that_the_date_did_not_have_is_told(desk: Client) -> None:
    article = make_article(paragraphs=("Ia datang Selasa (10/5/2025).",))
    day = DateMention.objects.create(
        article=article,
        kind="date",
        value="2025-05-10",
        value_earliest="2025-05-10",
        value_latest="2025-05-10",
        printed_weekday="Selasa",
        weekday_fits=False,
    )
    form = part(desk.get(reverse("admin:articles_datemention_change", args=[day.pk])), ".//p[@class='hint']")
    assert words(form) == "“Selasa” is printed, but 10 May 2025 was a Saturday: one of the two is wrong."
    assert "Weekday does not fit its date" in desk.get(reverse("admin:index")).content.decode()


def test_a_text_that_could_not_be_read_waits_with_the_reason(desk: Client) -> None:
    for failure in ("", "The rules stopped with ValueError."):
        read(make_article().current_id or 0, failure)
    response = desk.get(reverse("admin:articles_reading_changelist"), {"list": "unreadable"})
    (row,) = parts(response, ".//table[@id='result_list']/tbody/tr")
    assert "The rules stopped with ValueError." in words(row)
    assert "Texts that the rules could not read" in desk.get(reverse("admin:index")).content.decode()


def test_an_import_tells_how_many_of_its_texts_are_read(desk: Client, tmp_path: Any) -> None:
    make_article()
    (tmp_path / "a.txt").write_bytes(ARTICLE.read_bytes())
    list(bring_in(Container(path=tmp_path), how=How(publish=True)))
    address = reverse("admin:articles_importrun_change", args=[ImportRun.objects.latest("pk").pk])
    assert "Read by the rules 0 of 1 texts" in words(part(desk.get(address), ".//section[@aria-labelledby='counts']"))
    read(Article.objects.latest("pk").current_id or 0)
    assert "Read by the rules 1 of 1 texts" in words(part(desk.get(address), ".//section[@aria-labelledby='counts']"))


def test_names_are_told_by_what_proposed_them_too(desk: Client) -> None:
    article = make_article(paragraphs=("Kata Ana Wijaya.",))
    make_mention(article, make_entity(), "Ana Wijaya", tool="rules-1 name.after-title", status=Status.SUGGESTED)
    assert "name: after title (rules-1)" in desk.get(reverse("admin:articles_mention_changelist")).content.decode()
