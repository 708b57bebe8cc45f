"""Articles: one for each address, and never shown without a text; what orders them."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Article
from tests.factories import make_article
from tests.models.rules import refused


class ArticleTests(TestCase):
    def test_an_address_belongs_to_one_article(self) -> None:
        make_article(url="https://example.org/a")
        with refused("article_url_unique_where_known"):
            make_article("Lain", url="https://example.org/a")

    def test_any_number_of_articles_may_have_no_known_address(self) -> None:
        make_article()
        make_article("Lain")
        self.assertEqual(Article.objects.filter(url="").count(), 2)

    def test_a_published_one_has_a_text(self) -> None:
        with refused("article_published_has_text"):
            Article.objects.create(state=Article.State.PUBLISHED)
        article = make_article()
        with refused("article_published_has_text"):
            Article.objects.filter(pk=article.pk).update(current=None)
        self.assertEqual(Article.objects.create().state, Article.State.DRAFT)

    def test_newest_first_goes_by_the_last_possible_day_with_undated_ones_at_the_end(self) -> None:
        order = ["2024-03-02", "2024-02", "2024-02-28", ""]
        made = {published: make_article(published=published).pk for published in order}
        self.assertEqual(
            list(Article.objects.newest_first().values_list("pk", flat=True)), [made[published] for published in order]
        )

    def test_oldest_first_goes_by_the_first_possible_day_with_undated_ones_at_the_end(self) -> None:
        order = ["2024-01-01/..", "2024-02", "2024-02-28", "2024-03-02", ""]
        made = {published: make_article(published=published).pk for published in order}
        self.assertEqual(
            list(Article.objects.oldest_first().values_list("pk", flat=True)), [made[published] for published in order]
        )

    def test_equal_days_keep_one_order_so_that_pages_never_overlap(self) -> None:
        keys = [make_article(f"Dewan {number}").pk for number in range(5)]
        self.assertEqual(list(Article.objects.newest_first().values_list("pk", flat=True)), keys[::-1])
        self.assertEqual(list(Article.objects.oldest_first().values_list("pk", flat=True)), keys)

    def test_the_address_ends_in_the_headline_whatever_it_holds(self) -> None:
        for headline, slug in (
            ("Dewan bertemu!", "dewan-bertemu"),
            ("Кремль", "article"),
            ("“1.100” orang", "1100-orang"),
        ):
            with self.subTest(headline):
                article = make_article(headline)
                self.assertEqual(article.get_absolute_url(), f"/articles/{article.pk}/{slug}/")
        long = make_article("Panjang " * 40)
        self.assertLessEqual(len(long.slug), 80)
        self.assertFalse(long.slug.endswith("-"))
