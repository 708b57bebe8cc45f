"""What an editor rejected or confirmed is known again: in a newer text, in other texts, and by what rests on it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.test import TestCase

from articles.actions import revise
from articles.actions.reading_work import OneByOne, Reader
from articles.actions.review import confirm, reject
from articles.importers.typed import Typed
from articles.models import Article, DateMention, Entity, Mention, Printing, Quote, Statistic
from tests.actions.found import Found, problems, suggest
from tests.factories import make_article

TEXT = "Bunga Rampai tiba pada 2 Maret bersama 883 orang."
NEWER = (
    "Dalam tulisan yang lain sama sekali: 883 penumpang, juga Bunga Rampai, dan hari itu 2 Maret, kata panitia acara."
)


class RejectedTests(TestCase):
    def setUp(self) -> None:
        self.editor = User.objects.create_user("mira")
        self.article = make_article("Kapal tiba", paragraphs=(TEXT,))

    def read(self, article: Article | None = None, **also: Any) -> Any:
        found = Found(article or self.article)
        named = found.named("Bunga Rampai")
        return suggest(
            article or self.article,
            names=[named],
            figures=[found.figure("883", 883)],
            days=[found.day("2 Maret", "2024-03-02")],
            quotes=[found.quote(also["quote"], named)] if also else [],
        )

    def put(self, *paragraphs: str) -> None:
        typed = Typed(headline="Kapal tiba", text="\n\n".join(paragraphs))
        revise.revise(self.article, typed, by=self.editor, reason="Koreksi")

    def decided(self, decide: Any) -> dict[str, int]:
        self.read()
        decide(Mention.objects.get(), by=self.editor)
        decide(Statistic.objects.get(), by=self.editor)
        for row in Printing.objects.filter(status="suggested"):
            decide(row, by=self.editor)
        decide(DateMention.objects.get(), by=self.editor)
        self.put(NEWER)
        self.read()
        self.read()
        return {table.__name__: table.objects.count() for table in (Mention, Statistic, Printing, DateMention)}

    def test_what_was_rejected_is_not_suggested_again_where_a_newer_text_lost_its_words(self) -> None:
        self.assertEqual(set(self.decided(reject).values()), {1})

    def test_what_was_confirmed_is_not_doubled_where_a_newer_text_lost_its_words(self) -> None:
        self.assertEqual(set(self.decided(confirm).values()), {1})

    def test_a_rejected_name_is_none_in_other_texts_and_is_not_added_anew(self) -> None:
        other = make_article("Lain", paragraphs=(NEWER,))
        self.read()
        self.read(other)
        reject(Mention.objects.get(article=self.article), by=self.editor)
        self.read(other, quote="883 penumpang")
        self.assertFalse(Mention.objects.filter(article=other).exists())
        self.assertIsNone(Quote.objects.get().speaker)
        self.assertEqual(Entity.objects.filter(name="Bunga Rampai").count(), 1)
        self.assertEqual(problems(), [])

    def test_confirming_a_mention_makes_it_a_name_again(self) -> None:
        other, third = make_article("Lain", paragraphs=(NEWER,)), make_article("Tiga", paragraphs=(NEWER,))
        self.read()
        self.read(other)
        reject(Mention.objects.get(article=self.article), by=self.editor)
        confirm(Mention.objects.get(article=other), by=self.editor)
        self.read(third)
        self.assertEqual(Mention.objects.filter(article=third).count(), 1)

    def test_a_quote_loses_a_speaker_whose_every_mention_in_the_article_was_rejected(self) -> None:
        other = make_article("Lain", paragraphs=(NEWER,))
        self.read(other)
        confirm(Mention.objects.get(), by=self.editor)  # so it is a name, and not here
        self.read(quote="tiba pada 2 Maret")
        self.assertTrue(Quote.objects.get().speaker)
        reject(Mention.objects.get(article=self.article), by=self.editor)
        self.read(quote="tiba pada 2 Maret")
        quote = Quote.objects.get()
        self.assertIsNone(quote.speaker)
        self.assertFalse(quote.hops.filter(agent__name="Bunga Rampai").exists())
        self.assertEqual(problems(), [])

    def test_who_is_named_no_more_goes_when_there_is_nothing_to_read(self) -> None:
        self.read()
        suggest(self.article)
        self.assertTrue(Entity.objects.filter(name="Bunga Rampai").exists())
        Reader().forget(sweep=True)
        self.assertFalse(Entity.objects.filter(name="Bunga Rampai").exists())

    def test_a_text_corrected_just_now_is_read_before_newer_articles(self) -> None:
        newer = make_article("Lain", paragraphs=(NEWER,))
        self.put(NEWER)
        self.assertEqual(OneByOne().keys, [self.article.pk, newer.pk])

    def test_two_who_are_named_by_the_same_words_keep_their_rows(self) -> None:
        found = Found(self.article)
        names = [found.named("Bunga Rampai", kind=kind) for kind in ("person", "organisation")]
        suggest(self.article, names=names)
        before = set(Mention.objects.values_list("pk", "entity"))
        suggest(self.article, names=names[::-1], edition="rules-2")
        self.assertEqual(len(before), 2)
        self.assertEqual(set(Mention.objects.values_list("pk", "entity")), before)
