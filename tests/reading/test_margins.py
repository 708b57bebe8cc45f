"""The figures beside a text: as many as fit, the rest folded under them, each place of the same words once."""

from __future__ import annotations

from django.test import Client, TestCase

from articles.models import Anchor, Article, Block, Printing, Statistic, Status
from articles.reading.page import compose, public_text
from articles.reading.passages import Passage
from tests.factories import make_article, make_statistic

LISTED = tuple(f"Lelang {number} bidang." for number in range(101, 109))


def listed(paragraphs: tuple[str, ...], *numbers: int) -> tuple[Article, Passage]:
    article = make_article(paragraphs=paragraphs)
    for number in numbers:
        make_statistic(number, "bidang tanah", article=article, as_of="", status=Status.SUGGESTED)
    (passage,) = compose(public_text(article.pk)).passages
    return article, passage


class MarginTests(TestCase):
    def test_figures_that_are_more_than_fit_beside_the_text_are_folded_and_stay_on_the_page(self) -> None:
        article, passage = listed((", ".join(map(str, range(101, 131))),), *range(101, 131))
        self.assertEqual(len(passage.shown) + len(passage.folded_cards), 30)
        self.assertLess(len(passage.shown), 6)
        page = Client().get(article.get_absolute_url(), follow=True).content.decode()
        margin, _folded, after = page.partition('<details class="more-figures">')
        self.assertIn(f"{len(passage.folded_cards)} more figures", after)
        self.assertIn(f'id="{passage.shown[0].figure.fragment}"', margin)
        self.assertIn(f'id="{passage.folded_cards[-1].figure.fragment}"', after)

    def test_a_text_as_long_as_its_figures_folds_none(self) -> None:
        _article, passage = listed(tuple(f"{words} {'Kata kata. ' * 20}" for words in LISTED), *range(101, 109))
        self.assertEqual(len(passage.shown), 8)

    def test_one_figure_is_never_folded_alone(self) -> None:
        _article, passage = listed(("Ada 101, 102, 103, 104.",), *range(101, 105))
        self.assertEqual(len(passage.folded_cards), 0)

    def test_the_same_words_are_told_once_with_their_places(self) -> None:
        article = make_article(paragraphs=("Ada 1 rumah.", "Juga 1 toko.", "Lalu 1 kebun."))
        statistic = make_statistic(1, "bidang", article=article)
        printing = Printing.objects.get()
        for block in Block.objects.filter(version__article=article, text__regex="^(Juga|Lalu)"):
            start = block.text.index("1")
            Anchor.objects.create(
                block=block, start=start, end=start + 1, exact="1", role=Anchor.Role.NUMBER, printing=printing
            )
        (passage,) = compose(public_text(article.pk)).passages
        (wording,) = passage.cards[0].figure.wordings
        self.assertEqual((wording.first.words, len(wording.places)), ("1", 3))
        page = Client().get(article.get_absolute_url(), follow=True).content.decode()
        self.assertEqual(page.partition('class="facts figures"')[2].partition("</section>")[0].count("<q "), 1)
        self.assertEqual(Statistic.objects.get(), statistic)
