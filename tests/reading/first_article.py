"""The first article as a reader sees its page, and how a test finds its way on it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from django.test import TestCase

from articles.models import Article, Quote
from tests.views import seen
from tests.world import load_sample_world


def by_id(tree: Element, ident: str) -> Element:
    found = [element for element in tree.iter() if element.get("id") == ident]
    assert len(found) == 1, f"{len(found)} elements {ident}"
    return found[0]


def holding(tree: Element, css: str, child: Element) -> Element:
    """Return the element of a class that holds `child`."""
    found = [one for one in tree.iter() if css in one.get("class", "").split() and child in one.iter()]
    return found[-1]


class FirstArticle(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()

    def main(self, query: str = "") -> Element:
        return seen.part(self.client.get(self.article.get_absolute_url() + query))

    def quote(self, number: int) -> Quote:
        return Quote.objects.get(article=self.article, number=number)

    def chain_of(self, tree: Element, number: int) -> list[tuple[str, str]]:
        """Return the names of the hops of a quote's way, each with whether it is stated or inferred."""
        chain = self.drawing_of(tree, number)
        return [(seen.words(hop.findall("b")[0]), hop.attrib["class"].removeprefix("hop ")) for hop in chain]

    def drawing_of(self, tree: Element, number: int) -> Element:
        """Return the list that draws a quote's way: it stands right before the list that holds the quote."""
        fact = by_id(tree, f"q{number}")
        voice = list(holding(tree, "voice", fact))
        return voice[next(place for place, child in enumerate(voice) if fact in child.iter()) - 1]
