"""What a card shows of an article, for a whole page of them in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from django.db.models import Count, F, QuerySet
from django.urls import reverse

from articles.models import Article, Block, Entity, Mention, Printing, Quote
from articles.search.address import Address
from articles.search.article_conditions import reviewed
from articles.search.hits import find
from articles.search.query import Query
from articles.search.snippets import Segment, Snippet, segments, snippets

MOST_NAMES: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    entity: Entity
    url: str  # the list narrowed to articles that name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    article: Article
    headline: list[Segment]
    url: str  # of the article, with its words marked, at the first of them
    summary: str  # the deck, where nothing was searched for
    snippets: list[tuple[Snippet, str]]  # each with its address
    places: int  # how often something was found, the headline included
    who: list[Actor]  # those named most
    elsewhere: str  # the host that has the text which a reference note is about; "" for all that we hold
    quotes: int
    figures: int
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    """What a page of cards shows beside the articles themselves, by key of article."""

    blocks: dict[int, list[Block]]
    actors: dict[int, list[Entity]]
    quotes: dict[int, int]
    figures: dict[int, int]
    reviewed: set[int]


def cards(articles: Sequence[Article], query: Query | None = None, address: Address | None = None) -> list[Card]:
    """Return a card for each article, loaded with `for_cards()`, in the same order.

    Names lead to `address` with one condition more; None means the search page without conditions.
    """
    keys = [article.pk for article in articles]
    loaded = _Loaded(
        blocks=_blocks(articles) if query else {},
        actors=_actors(keys),
        quotes=_counts(Quote.objects.public(), keys, of="pk"),
        figures=_counts(Printing.objects.public(), keys, of="statistic"),
        reviewed=set(Article.objects.filter(reviewed(), pk__in=keys).values_list("pk", flat=True)),
    )
    return [_card(article, query, address or Address(()), loaded) for article in articles]


def _card(article: Article, query: Query | None, address: Address, loaded: _Loaded) -> Card:
    key, language = article.pk, article.language
    terms = query.terms if query else []
    lines, places = snippets(loaded.blocks.get(key, ()), terms, language)
    in_headline = find(str(article), terms, language)
    return Card(
        article=article,
        headline=segments(str(article), in_headline),
        url=_place(article, query, lines[0].fragment if lines else ""),
        summary=article.current.deck if article.current and not lines else "",
        snippets=[(line, _place(article, query, line.fragment)) for line in lines],
        places=places + len(in_headline),
        who=[Actor(entity=entity, url=_narrowed(address, entity)) for entity in loaded.actors.get(key, ())],
        elsewhere=_host(article.url) if article.is_note else "",
        quotes=loaded.quotes.get(key, 0),
        figures=loaded.figures.get(key, 0),
        reviewed=key in loaded.reviewed,
    )


def _host(url: str) -> str:
    """Return the host of a web address; "" for anything else, which may not become a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in {"http", "https"} else ""


def _place(article: Article, query: Query | None, fragment: str) -> str:
    address = article.get_absolute_url()
    if query:
        address += "?" + urlencode({"q": query.text})
    return f"{address}#{fragment}" if fragment else address


def _narrowed(address: Address, entity: Entity) -> str:
    return reverse("articles:search") + str(address.plus("actor", entity.slug))


def _blocks(articles: Iterable[Article]) -> dict[int, list[Block]]:
    """Load what may be shown of each text beside its headline, in order; of an excerpt the deck alone."""
    by_version = {article.current_id: article for article in articles}
    loaded = defaultdict(list)
    for block in Block.objects.searched().filter(version__in=by_version).order_by("version", "position"):
        article = by_version[block.version_id]
        whole = article.rights != Article.Rights.EXCERPT_ONLY
        if block.type != Block.Type.HEADLINE and (whole or block.type == Block.Type.DECK):
            loaded[article.pk].append(block)
    return loaded


def _actors(keys: Sequence[int]) -> dict[int, list[Entity]]:
    """Load who is named most in each article: people and organisations, without the publisher's own name."""
    rows = (
        Mention.objects.public()
        .counted()
        .filter(article__in=keys, entity__listed=True, entity__merged_into=None)
        .exclude(entity__kind__in=Entity.SECTIONS["places"])
        .exclude(entity=F("article__publisher"))
        .values_list("article", "entity")
        .annotate(times=Count("pk"))
        .order_by("article", "-times", "entity")
    )
    most: dict[int, list[int]] = defaultdict(list)
    for article, entity, _times in rows:
        if len(most[article]) < MOST_NAMES:
            most[article].append(entity)
    known = Entity.objects.in_bulk({entity for entities in most.values() for entity in entities})
    return {article: [known[entity] for entity in entities] for article, entities in most.items()}


def _counts(facts: QuerySet[Any], keys: Sequence[int], *, of: str) -> dict[int, int]:
    grouped = facts.filter(article__in=keys).order_by().values_list("article")
    return dict(grouped.annotate(times=Count(of, distinct=True)))
