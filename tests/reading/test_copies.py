"""Readers see who else prints a text: public articles only, bounded, and marked where nobody has reviewed it."""

from __future__ import annotations

import re
from typing import Any

from django.test import TestCase, override_settings

from articles.actions import review
from articles.actions.copies import find_copies
from articles.models import Article, ArticleTopic, Copy, Entity, Likeness, Printing, Statistic, Status
from articles.reading.copies import MOST
from tests.actions.test_copies import make, story
from tests.factories import make_entity, make_mention, make_statistic, make_topic, stamp


def copies(number: int, *, more: str = "", **fields: Any) -> list[Article]:
    made = [
        make([*story(1), *filter(None, [more])], f"Judul {at}", publisher=f"Koran {at}", **fields)
        for at in range(number)
    ]
    find_copies()
    return made


class CopiesTests(TestCase):
    def page(self, article: Article) -> str:
        return self.client.get(article.get_absolute_url()).content.decode()

    def test_the_page_names_who_else_prints_the_text_with_links(self) -> None:
        one, other, third = copies(3)
        page = self.page(one)
        self.assertIn("One text, printed by 3 publishers.", page)
        for article in (other, third):
            self.assertIn(f'<a href="{article.get_absolute_url()}">{article.publisher}', page)
        self.assertNotIn("Same text", self.page(make(story(2))))

    def test_what_nobody_has_reviewed_is_marked_so(self) -> None:
        one, *_ = copies(2)
        self.assertIn("state unreviewed", self.page(one))
        review.decide_all(Likeness.objects.all(), Status.CONFIRMED, by=None)
        self.assertNotIn("state unreviewed", self.page(one))

    def test_what_an_editor_parted_is_not_shown(self) -> None:
        one, *_ = copies(2)
        review.decide_all(Likeness.objects.all(), Status.REJECTED, by=None)
        self.assertNotIn("Same text", self.page(one))

    @override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False)
    def test_without_unreviewed_facts_only_confirmed_ones_are_shown(self) -> None:
        one, *_ = copies(3)
        self.assertNotIn("Same text", self.page(one))
        review.confirm(Likeness.objects.filter(one=one).earliest("pk"), by=None)
        self.assertIn("One text, printed by 2 publishers.", self.page(one))

    def test_drafts_withdrawn_articles_and_notes_are_neither_named_nor_counted(self) -> None:
        one, other, *hidden = copies(5)
        for article, fields in zip(
            hidden, ({"state": "draft"}, {"state": "withdrawn"}, {"rights": "reference"}), strict=True
        ):
            Article.objects.filter(pk=article.pk).update(**fields)
        page = self.page(one)
        self.assertIn("printed by 2 publishers", page)
        for article in hidden:
            self.assertNotIn(str(article.publisher), page)
        Article.objects.filter(pk=other.pk).update(state="draft")
        self.assertNotIn("Same text", self.page(one))

    def test_a_long_list_is_cut_and_says_how_many_more_there_are(self) -> None:
        one, *_ = copies(MOST + 4)
        page = self.page(one)
        self.assertIn("and 3 more", page)
        self.assertEqual(page.count('class="vh">: Judul'), MOST)


class CountedTests(TestCase):
    def test_articles_that_print_one_text_count_once_among_texts(self) -> None:
        copies(3)
        make(story(2))
        self.assertEqual(Copy.objects.repeated(Article.objects.all()), 2)

    def test_copies_elsewhere_do_not_count(self) -> None:
        one, *_ = copies(3)
        self.assertEqual(Copy.objects.repeated(Article.objects.filter(pk=one.pk)), 0)

    @override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False)
    def test_unreviewed_copies_are_several_texts_where_readers_do_not_see_them(self) -> None:
        copies(3)
        self.assertEqual(Copy.objects.repeated(Article.objects.all()), 0)

    def test_a_topic_tells_how_many_texts_its_articles_print(self) -> None:
        topic = make_topic(article=make(story(2)))
        for article in copies(3):
            ArticleTopic.objects.create(article=article, topic=topic, about=True, **stamp())
        page = " ".join(self.client.get(topic.get_absolute_url()).content.decode().split())
        self.assertIn("<b>4</b> articles about it (2 texts)", page)


class SourcesCountedTests(TestCase):
    """The pages of a figure and of who is named count a text and its copies once; what readers do not see, never."""

    figure: Statistic
    ana: Entity
    printed: list[Article]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.ana = make_entity("Ana")
        cls.printed = [*copies(4, more="Jumlahnya 41 orang, kata Ana."), make([*story(2), "Kata Ana."])]
        cls.figure = make_statistic(41, article=cls.printed[0])
        for article in cls.printed:
            make_mention(article, cls.ana, "Ana")
            if article != cls.printed[0]:
                Printing.objects.create(statistic=cls.figure, article=article, **stamp())

    def words(self, address: str) -> str:
        return " ".join(self.client.get(address).content.decode().split())

    def both(self) -> tuple[str, str]:
        """Return what the page of the figure and that of the person say."""
        figure = re.search(r"in (\d+ articles?(?:, \d+ texts?)?)", self.words(self.figure.get_absolute_url()))
        person = re.search(r"<b>(\d+)</b> (articles?(?:, \d+ texts?)?)", self.words(self.ana.get_absolute_url()))
        assert figure
        assert person
        return figure[1], f"{person[1]} {person[2]}"

    def test_copies_are_counted_once(self) -> None:
        self.assertEqual(self.both(), ("5 articles, 2 texts",) * 2)

    def test_drafts_withdrawn_articles_and_notes_are_not_counted(self) -> None:
        for article, fields in zip(
            self.printed, ({"state": "draft"}, {"state": "withdrawn"}, {"rights": "reference"}), strict=False
        ):
            Article.objects.filter(pk=article.pk).update(**fields)
        self.assertEqual(self.both(), ("2 articles",) * 2)

    def test_articles_of_which_none_is_a_copy_are_not_counted_twice(self) -> None:
        review.decide_all(Likeness.objects.all(), Status.REJECTED, by=None)
        self.assertEqual(self.both(), ("5 articles",) * 2)
