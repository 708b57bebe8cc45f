"""What readers see of an article of which the archive may show excerpts alone."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Article
from articles.reading import excerpts, facts, marks
from articles.reading.page import compose, public_text
from articles.reading.segments import plain
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic

TEXT = (
    "Rapat dimulai pagi. Ana Wijaya berkata bahwa kota aman. Hujan turun sore hari. "
    "Sebanyak 40 orang datang. Rapat usai malam."
)


class ExcerptTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=(TEXT, "Alinea tanpa fakta."), rights=Article.Rights.EXCERPT_ONLY)
        speaker = make_entity("Ana Wijaya")
        make_mention(cls.article, speaker, "Ana Wijaya")
        make_quote(cls.article, "kota aman", speaker=speaker)
        make_statistic(40, article=cls.article)

    def test_the_sentences_of_quotes_and_figures_are_shown_and_no_others(self) -> None:
        page = compose(public_text(self.article.pk))
        shown = [plain(text.nodes) for passage in page.passages for text in passage.texts]
        self.assertEqual(shown, ["… Ana Wijaya berkata bahwa kota aman. … Sebanyak 40 orang datang. …"])

    def test_the_whole_of_every_block_is_shown_where_the_rights_allow_it(self) -> None:
        Article.objects.filter(pk=self.article.pk).update(rights=Article.Rights.FULL_TEXT)
        version = public_text(self.article.pk)
        known = facts.read(version.article, version)
        parts = excerpts.shown_parts(known, marks.of_text(known))
        self.assertEqual([len(part) for spans in parts.values() for part in spans], [len(b.text) for b in known.blocks])

    def test_searched_words_outside_the_excerpt_are_neither_marked_nor_counted(self) -> None:
        page = compose(public_text(self.article.pk), typed="rapat OR datang")
        assert page.hits
        self.assertEqual(page.hits.count, 1)
