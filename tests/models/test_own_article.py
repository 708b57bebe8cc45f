"""An article shows only texts of its own; a fact rests only on words of its own article."""

from __future__ import annotations

from django.db import connection
from django.test import TestCase

from articles.models import Anchor, Article, Statistic
from tests.factories import make_article, make_quote, make_statistic
from tests.models.rules import refused


class OwnArticleTests(TestCase):
    def test_an_article_cannot_show_another_s_text(self) -> None:
        one, other = make_article("Satu"), make_article("Dua", paragraphs=("Lain.",))
        with refused("article_current_is_own"):
            Article.objects.filter(pk=one.pk).update(current=other.current)

    def test_a_quote_cannot_rest_on_another_article_s_words(self) -> None:
        one, other = make_article("Satu"), make_article("Dua", paragraphs=("Lain sekali.",))
        quote = make_quote(one, "Dewan kota")
        assert other.current
        block = other.current.blocks.get(type="paragraph")
        with refused("anchor_in_own_article"):
            Anchor.objects.create(block=block, start=0, end=4, exact="Lain", role="cue", quote=quote)

    def test_unknown_states_rights_and_what_is_no_number_are_refused(self) -> None:
        article = make_article(paragraphs=("Ada 5 orang.",))
        with refused("article_rights_known"):
            Article.objects.filter(pk=article.pk).update(rights="bogus")
        with refused("article_state_known"):
            Article.objects.filter(pk=article.pk).update(state="bogus")
        statistic = make_statistic(5, article=article)
        with refused("statistic_value_is_a_number"), connection.cursor() as cursor:
            # Django refuses it too; others may write to the database.
            cursor.execute("UPDATE articles_statistic SET value = 'NaN'")
        with refused("statistic_status_known"):
            Statistic.objects.filter(pk=statistic.pk).update(status="bogus")
