"""How topics are counted and hung under one another."""

from __future__ import annotations

from django.test import TestCase

from articles.browsing.topics import Branch, Concepts, find, tree
from articles.models import Article, Status, Topic
from tests.factories import make_article, make_quote, make_topic, stamp


def outline(branches: tuple[Branch, ...]) -> list[tuple[str, int, list[object]]]:
    return [(branch.topic.slug, branch.count, list(outline(branch.narrower))) for branch in branches]


class TreeTests(TestCase):
    def test_an_archive_without_topics_has_no_tree(self) -> None:
        make_article()
        self.assertEqual(tree(), ())

    def test_a_count_is_of_the_whole_branch_each_article_once(self) -> None:
        broad = make_topic("luas")
        both = make_article()
        make_topic("satu", article=both, broader=broad)
        make_topic("dua", article=both, broader=broad)
        make_topic("luas", article=make_article("Lain"))
        self.assertEqual(outline(tree()), [("luas", 2, [("dua", 1, []), ("satu", 1, [])])])

    def test_rejected_and_hidden_ones_do_not_count(self) -> None:
        topic = make_topic("uji", article=make_article(state=Article.State.WITHDRAWN))
        article = make_article("Lain")
        article.articletopics.create(topic=topic, **stamp(Status.REJECTED))
        self.assertEqual(tree(), ())

    def test_reference_notes_do_not_count(self) -> None:
        make_topic("uji", article=make_article(rights=Article.Rights.REFERENCE))
        self.assertEqual(tree(), ())

    def test_what_stood_under_a_merged_topic_stands_at_the_top(self) -> None:
        old = make_topic("lama")
        make_topic("anak", article=make_article(), broader=old)
        Topic.objects.filter(pk=old.pk).update(merged_into=make_topic("baru"))
        self.assertEqual(outline(tree()), [("anak", 1, [])])

    def test_quotes_are_counted_by_the_topics_of_their_articles(self) -> None:
        broad = make_topic("luas")
        article = make_article()
        narrow = make_topic("sempit", article=article, broader=broad)
        quotes = [make_quote(article, "Dewan kota"), make_quote(article, "hari itu")]
        counts = Concepts.load().counts(type(quotes[0]).objects.public(), "article")
        self.assertEqual(dict(counts), {broad.pk: 2, narrow.pk: 2})


class FindTests(TestCase):
    def test_a_broader_topic_without_articles_of_its_own_is_known(self) -> None:
        broad = make_topic("luas")
        make_topic("sempit", article=make_article(), broader=broad)
        self.assertEqual(find("luas"), broad)
        self.assertIsNone(find("nosuch"))
