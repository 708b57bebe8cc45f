"""A query as a condition on rows. Words become one look into the index of words; fields ask what filters ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from django.db.models import Exists, OuterRef, Q

from articles.models import ArticleEntry, Printing
from articles.search import field_conditions
from articles.search.asked_names import Names
from articles.search.field_names import Field
from articles.search.matching import Matches
from articles.search.query import Query
from articles.search.terms import Joined, Leaf, Node, Not, tsquery

Kind = Literal["articles", "quotes", "statistics"]
_OF_ARTICLES: Final[frozenset[Field]] = frozenset({"title", "published", "topic", "place", "publisher", "lang"})


def where(query: Query, kind: Kind, *, any_word: bool = False, notes: bool = False) -> Q:
    """Return what rows of a kind must meet: ArticleEntry for articles, else Quote and Statistic.

    What is excluded leaves out every row that has it, and none that tells nothing of it. `any_word` asks for one of
    the words; `notes` lets figures be found by what reference notes that print them say.
    """
    return _Compiler(kind, query.names, notes=notes).condition(query.root(any_word=any_word))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """How the rows of one kind answer."""

    vector: str  # the way from a row to its words
    leaf: Callable[..., Q]  # (leaf, names, beside=...)
    of_articles: frozenset[Field]  # what is asked of the article that prints a row


_ROWS: Final[dict[str, _Rows]] = {
    "articles": _Rows(vector="vector", leaf=field_conditions.of_article, of_articles=frozenset()),
    "quotes": _Rows(vector="entry__vector", leaf=field_conditions.of_quote, of_articles=_OF_ARTICLES),
    "statistics": _Rows(
        vector="entry__vector", leaf=field_conditions.of_statistic, of_articles=_OF_ARTICLES | {"about"}
    ),
}


class _Compiler:
    """Turns one tree into one condition. Parts that are words alone, or of the article alone, stay together."""

    def __init__(self, kind: Kind, names: Names, *, notes: bool) -> None:
        self._kind = kind
        self._rows = _ROWS[kind]
        self._names = names
        self._notes = notes

    def condition(self, node: Node, *, beside: bool = False) -> Q:
        """Compile a part of the query; `beside` other conditions of which one is enough."""
        if not any(node.leaves()):
            return Q(Matches(self._rows.vector, tsquery(node)))
        if self._is_of_article(node):
            return Q(self._in_article(node))
        match node:
            case Not():
                return ~self.condition(node.node, beside=beside)
            case Joined():
                return self._joined(node, beside=beside)
            case Leaf():
                return self._rows.leaf(node, self._names, beside=beside)
        raise TypeError(node)

    def _joined(self, node: Joined, *, beside: bool) -> Q:
        words = tuple(part for part in node.nodes if not any(part.leaves()))
        of_article = tuple(part for part in node.nodes if self._is_of_article(part))
        others = [part for part in node.nodes if part not in words and part not in of_article]
        parts = [Joined(group, node.by) for group in (words, of_article) if group] + others
        found = Q()
        for part in parts:
            condition = self.condition(part, beside=beside or node.by == "|")
            found = found & condition if node.by == "&" else found | condition
        return found

    def _is_of_article(self, node: Node) -> bool:
        """Whether one article has to meet all of it; what is excluded stands alone, for no article may have it."""
        match node:
            case Leaf():
                return node.name in self._rows.of_articles
            case Joined():
                return all(map(self._is_of_article, node.nodes))
        return False

    def _in_article(self, node: Node) -> Exists:
        """Match rows that an article prints which meets the condition: one article, all of it."""
        met = _Compiler("articles", self._names, notes=self._notes).condition(node)
        articles = Exists(ArticleEntry.objects.filter(met, pk=OuterRef("article"), public=True))
        if self._kind == "quotes":
            return articles
        printings = Printing.objects.public() if self._notes else Printing.objects.public().without_notes()
        return Exists(printings.filter(articles, statistic=OuterRef("pk")))
