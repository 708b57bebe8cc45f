"""What editors decide teaches: the way from a decision to what the rules suggest in the next article."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.actions import review
from articles.actions.suggesting import gazetteer, read_texts
from articles.actions.suggesting.topics import Taught
from articles.actions.suggesting.trust import BEFORE, tool
from articles.models import (
    Article,
    ArticleTopic,
    DateMention,
    Entity,
    EntityName,
    Fact,
    Mention,
    Printing,
    Quote,
    Statistic,
    Status,
)
from tests.factories import make_article, make_entity, make_mention, stamp

pytestmark = pytest.mark.django_db
WORDS = "“Air sungai naik sejak subuh,” kata Lurah Ana Wijaya, Rabu (6/3/2024). Sebanyak 135 orang mengungsi."
FACTS: tuple[type[Fact], ...] = (Mention, Quote, Statistic, Printing, DateMention, ArticleTopic)


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


def story(*paragraphs: str, **fields: Any) -> Article:
    return make_article("Air naik", paragraphs=paragraphs or (WORDS,), published="2024-03-07", **fields)


def read(*articles: Article, edition: str = "rules-1") -> None:
    keys = [article.pk for article in articles]
    read_texts(keys, known=gazetteer(), taught=Taught.load(), edition=edition)


def named_by_hand(name: str) -> Entity:
    """Add somebody of whom an editor says that the one word is the whole name."""
    entity = make_entity(name)
    entity.names.update(basis=EntityName.Basis.EDITOR)
    return entity


def standing() -> dict[type[Fact], list[tuple[int, str]]]:
    """Return key and status of every fact."""
    return {table: sorted(table._default_manager.values_list("pk", "status")) for table in FACTS}


def decided(article: Article, rule: str, status: Status, number: int) -> None:
    """Add quotes of an article that the rule has suggested, and that somebody has decided about."""
    told = {"type": Quote.Type.DIRECT, "language": "id", "method": Fact.Method.RULE, "tool": tool(rule)}
    Quote.objects.bulk_create(Quote(article=article, number=at, **told, **stamp(status)) for at in range(1, number + 1))


def the_quote(article: Article) -> Quote:
    return Quote.objects.get(article=article, status=Status.SUGGESTED)


class TestAConfirmedName:
    # Beginning a sentence, it is a name only to those who know him.
    TEXT = "Wage menanam padi di tepi sungai itu sejak lama."

    def test_is_found_in_the_next_article_where_the_rules_alone_find_none(self) -> None:
        before = story(self.TEXT)
        read(before)
        assert not Mention.objects.filter(article=before).exists()
        wage = named_by_hand("Wage")
        make_mention(story("Petani itu bernama Wage."), wage, "Wage")
        after = story(self.TEXT)
        read(after)
        [mention] = Mention.objects.filter(article=after)
        assert (mention.entity, mention.status) == (wage, Status.SUGGESTED)

    def test_is_found_in_an_article_that_is_read_again(self) -> None:
        article = story(self.TEXT)
        read(article)
        make_mention(story("Petani itu bernama Wage."), named_by_hand("Wage"), "Wage")
        read(article, edition="rules-2")
        assert Mention.objects.filter(article=article).exists()

    def test_teaches_nothing_while_nobody_has_confirmed_it(self) -> None:
        read(story())
        named = {name for names in gazetteer().by_key.values() for one in names for name in (one.name,)}
        assert "Ana Wijaya" not in named

    def test_of_a_suggestion_that_an_editor_confirms_is_known_from_then_on(self, editor: User) -> None:
        article = story()
        read(article)
        mention = Mention.objects.filter(article=article, entity__name="Ana Wijaya").first()
        assert mention is not None
        review.confirm(mention, by=editor)
        assert gazetteer().find("Ana Wijaya")


class TestARejectedSuggestion:
    def test_of_no_kind_ever_comes_back(self, editor: User) -> None:
        article = story(section="Ekonomi")
        read(article)
        found = {table: list(table._default_manager.all()) for table in FACTS}
        assert all(found.values()), [table.__name__ for table, rows in found.items() if not rows]
        for rows in found.values():
            for row in rows:
                review.reject(row, by=editor)
        rejected = standing()
        read(article)
        read(article, edition="rules-2")
        assert standing() == rejected

    def test_comes_in_another_article(self, editor: User) -> None:
        first, second = story(), story(f"{WORDS} Hujan reda pada malam hari.")
        read(first)
        review.reject(the_quote(first), by=editor)
        read(second)
        assert the_quote(second)


class TestConfidence:
    def sure(self, rule: str, status: Status, number: int) -> tuple[float, float]:
        """Return how sure the same quote is before and after decisions about its rule."""
        before, after = story(), story()
        read(before)
        decided(story("Kabar lama."), rule, status, number)
        read(after)
        one, other = the_quote(before), the_quote(after)
        assert one.tool == other.tool == tool(rule)
        assert one.confidence is not None
        assert other.confidence is not None
        return one.confidence, other.confidence

    def test_rises_with_what_editors_confirm(self) -> None:
        before, after = self.sure(RULE, Status.CONFIRMED, 300)
        assert before < after < 1

    def test_falls_with_what_they_reject(self) -> None:
        before, after = self.sure(RULE, Status.REJECTED, 10)
        assert after < before - 0.1


class TestARuleThatIsMostlyRejected:
    def test_suggests_nothing_any_more(self) -> None:
        decided(story("Kabar lama."), RULE, Status.REJECTED, 80)
        article = story()
        read(article)
        assert not Quote.objects.filter(article=article, tool=tool(RULE)).exists()
        assert Mention.objects.filter(article=article).exists()

    def test_takes_back_what_it_suggested_and_nobody_looked_at(self) -> None:
        article = story()
        read(article)
        decided(story("Kabar lama."), RULE, Status.REJECTED, 80)
        read(article, edition="rules-2")
        assert not Quote.objects.filter(article=article, tool=tool(RULE)).exists()


RULE = "quote.verb-after"
assert RULE in BEFORE
