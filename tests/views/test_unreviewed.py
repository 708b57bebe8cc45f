"""What readers are told of texts that the rules have not read, and of whom and what only suggestions name."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, EntityName, Reading, Status
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic
from tests.views.seen import part, words

pytestmark = pytest.mark.django_db
WAITS = "Not yet read: people, quotes, figures and days will stand beside the text."
FAILED = "The rules could not read this text"


@pytest.fixture
def article() -> Article:
    return make_article("Rapat", paragraphs=("Ana Wijaya bicara. Kata Ana: 10 orang tiba.",))


def head(client: Client, article: Article) -> str:
    return words(part(client.get(article.get_absolute_url()), ".//header[@class='article-head']"))


def read(article: Article, failure: str = "") -> None:
    Reading.objects.create(
        version_id=article.current_id or 0, rules="rules-1", read_at=timezone.now(), seconds=0.01, failure=failure
    )


def test_a_text_that_the_rules_have_not_read_says_so_and_what_that_means(client: Client, article: Article) -> None:
    response = client.get(article.get_absolute_url())
    line = part(response, ".//p[@class='unread']")
    assert WAITS in words(line)
    link = line.find("a")
    assert link is not None
    about, _, place = link.attrib["href"].partition("#")
    assert part(client.get(about), f".//*[@id='{place}']") is not None


def test_a_text_that_was_read_says_nothing_of_it(client: Client, article: Article) -> None:
    read(article)
    assert WAITS not in head(client, article)


def test_a_text_that_could_not_be_read_says_that(client: Client, article: Article) -> None:
    read(article, failure="It is too long.")
    assert FAILED in head(client, article)


def test_a_text_that_an_editor_has_worked_on_waits_for_nobody(client: Client, article: Article) -> None:
    make_quote(article, "10 orang tiba", status=Status.SUGGESTED)
    assert WAITS in head(client, article)
    make_quote(article, "Ana Wijaya bicara")
    assert WAITS not in head(client, article)


def test_nothing_is_waited_for_where_readers_see_no_suggestions(
    client: Client, article: Article, settings: Any
) -> None:
    settings.NEWSARCHIVE_SHOW_UNREVIEWED = False
    assert WAITS not in head(client, article)


def test_notes_are_never_read(client: Client) -> None:
    note = make_article("Catatan", rights=Article.Rights.REFERENCE)
    assert WAITS not in head(client, note)


class TestWhomOnlySuggestionsName:
    @pytest.fixture(autouse=True)
    def named(self, article: Article) -> None:
        ana = make_entity("Ana Wijaya")
        EntityName.objects.filter(entity=ana).update(basis=EntityName.Basis.TEXT)
        self.ana = ana
        self.mention = make_mention(article, ana, "Ana Wijaya", status=Status.SUGGESTED)

    def test_the_list_and_the_page_say_unreviewed(self, client: Client) -> None:
        assert "unreviewed" in words(part(client.get("/people/"), ".//ul[@class='index-list']"))
        told = words(part(client.get(self.ana.get_absolute_url()), ".//header[@class='person-head']"))
        assert "unreviewed The rules found this name" in told

    def test_a_confirmed_mention_is_enough_to_be_known(self, client: Client, article: Article) -> None:
        make_mention(article, self.ana, "Ana")
        assert "unreviewed" not in words(part(client.get("/people/"), ".//ul[@class='index-list']"))
        assert "The rules found" not in words(part(client.get(self.ana.get_absolute_url())))

    def test_a_confirmed_quote_is_too(self, client: Client, article: Article) -> None:
        make_quote(article, "Kata Ana", speaker=self.ana)
        assert "The rules found" not in words(part(client.get(self.ana.get_absolute_url())))

    def test_a_name_that_an_editor_gave_is_too(self, client: Client) -> None:
        EntityName.objects.create(entity=self.ana, name="Hana", key="hana", kind="alias", basis="editor")
        assert "The rules found" not in words(part(client.get(self.ana.get_absolute_url())))

    def test_its_page_counts_what_nobody_has_reviewed(self, client: Client, article: Article) -> None:
        make_quote(article, "Kata Ana", speaker=self.ana)
        for _ in range(2):
            make_quote(article, "10 orang tiba", speaker=self.ana, status=Status.SUGGESTED)
        make_statistic(10, article=article, stated_by=self.ana, status=Status.SUGGESTED)
        told = words(part(client.get(self.ana.get_absolute_url())))
        assert "Of these, no editor has reviewed: 2 quotes, 1 figure, 1 mention." in told

    def test_a_page_of_which_all_is_reviewed_says_nothing_of_it(self, client: Client) -> None:
        self.mention.status, self.mention.decided_at = Status.CONFIRMED, timezone.now()
        self.mention.save()
        assert "no editor has reviewed" not in words(part(client.get(self.ana.get_absolute_url())))
