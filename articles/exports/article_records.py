"""Records of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from articles.exports.parts import At, source, tell_publishers, text_came_in
from articles.exports.records import ArticleRecord, Named, Printed, Source
from articles.models import Article
from articles.search.cards import Card, cards
from articles.search.query import Query
from articles.search.snippets import Snippet


def article_records(keys: Sequence[int], query: Query | None, at: At) -> list[ArticleRecord]:
    """Return records in the order of the keys, with excerpts round the words of `query`; fixed in queries.

    What readers may not see any more is left out.
    """
    found = Article.objects.public().for_cards().in_bulk(keys)
    articles = [found[key] for key in keys if key in found]
    tell_publishers(articles)
    return [_record(card, at) for card in cards(articles, query)]


def _record(card: Card, at: At) -> ArticleRecord:
    article = card.article
    printed_by = source(article, at)
    version = article.current
    return ArticleRecord(
        **{field.name: getattr(printed_by, field.name) for field in fields(Source)},
        original_url=article.link,
        rights=article.rights,
        deck=version.deck if version else "",
        excerpts=[
            Printed(text=_text(snippet), url=f"{printed_by.url}#{snippet.fragment}") for snippet, _ in card.snippets
        ],
        names=[
            Named(id=actor.entity.pk, name=actor.entity.name, url=at(actor.entity.get_absolute_url()))
            for actor in card.who
        ],
        quotes=card.quotes,
        figures=card.figures,
        reviewed=card.reviewed,
        version=version.number if version else 0,
        updated=text_came_in(article),
    )


def _text(snippet: Snippet) -> str:
    words = "".join(text for text, _found in snippet.segments)
    return f"{'… ' if snippet.cut_before else ''}{words}{' …' if snippet.cut_after else ''}"
