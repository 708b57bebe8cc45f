"""What a card shows of an article, for a whole page of them in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from django.db.models import BooleanField, Count, ExpressionWrapper, F, OuterRef, QuerySet, Subquery
from django.urls import reverse

from articles.models import Article, ArticleEntry, Block, Entity, Mention, Printing, Quote
from articles.search.address import Address
from articles.search.article_conditions import reviewed
from articles.search.hits import Finder
from articles.search.prepared import Prepared
from articles.search.query import Query
from articles.search.snippets import Found, Segment, Snippet, best, cut, segments
from articles.search.told import Facts, Told

MOST_NAMES: Final = 6
FIRST_HIT: Final = "hit-1"  # as the page of an article names its marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    entity: Entity
    url: str  # the list narrowed to articles that name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A few words of an article that show why it was found, and whose words or which figure they are."""

    snippet: Snippet
    url: str
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    article: Article
    headline: list[Segment]
    url: str  # of the article, with its words marked, at the first of them
    summary: str  # the deck, where nothing was searched for
    lines: list[Line]
    places: int  # how often something was found, the headline included
    who: list[Actor]  # those named most
    elsewhere: str  # the host that has the text which a reference note is about; "" for all that we hold
    quotes: int
    figures: int
    reviewed: bool

    @property
    def snippets(self) -> list[tuple[Snippet, str]]:
        """The words of each line, with their address."""
        return [(line.snippet, line.url) for line in self.lines]


class _Held(NamedTuple):
    quotes: int = 0
    figures: int = 0
    reviewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    """What a page of cards shows beside the articles themselves, by key of article."""

    found: dict[int, tuple[list[Found], int]]  # the best blocks, and the places of all
    facts: Facts
    actors: dict[int, list[Entity]]
    held: dict[int, _Held]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the list was asked: its words are marked, and each link leads back to it."""

    finder: Finder
    way: str  # kept in the address of an article; "" where nothing was searched for
    narrowed: dict[int, str]  # the address of the list with one name more, by key of entity


def cards(
    articles: Sequence[Article],
    query: Query | None = None,
    address: Address | None = None,
    *,
    page: Sequence[tuple[str, str]] = (),
) -> list[Card]:
    """Return a card for each article, loaded with `for_cards()`, in the same order.

    Names lead to `address` with one condition more; None means the search page without conditions. With words, an
    article's address tells the whole list and which `page` of it, as parameters, so that the way back is known.
    """
    if not articles:
        return []
    keys = [article.pk for article in articles]
    address = address or Address(())
    finder = Finder(query.terms if query else ())
    blocks = _blocks(articles) if query else {}
    found = {one.pk: best(blocks.get(one.pk, ()), finder, one.language) for one in articles}
    loaded = _Loaded(
        found=found,
        facts=Facts.of(line for lines, _places in found.values() for line in lines),
        actors=_actors(keys),
        held={key: _Held(quotes or 0, figures or 0, known) for key, quotes, figures, known in _HELD.of(keys)},
    )
    named = {entity.pk: entity for entities in loaded.actors.values() for entity in entities}
    here = reverse("articles:search")
    asked = _Asked(
        finder=finder,
        way=str(_way(query, address, page)) if query else "",
        narrowed={key: f"{here}{address.plus('actor', entity.slug)}" for key, entity in named.items()},
    )
    return [_card(article, asked, loaded) for article in articles]


def _way(query: Query, address: Address, page: Sequence[tuple[str, str]]) -> Address:
    """Return the address of the list, its words in front: they are what the article reads of it."""
    return Address((("q", query.text), *address.without("q").pairs, *page))


def _card(article: Article, asked: _Asked, loaded: _Loaded) -> Card:
    key = article.pk
    found, places = loaded.found[key]
    held = loaded.held.get(key, _Held())
    in_headline = asked.finder.find(str(article), article.language)
    places += len(in_headline)
    url = article.get_absolute_url() + asked.way
    return Card(
        article=article,
        headline=segments(str(article), in_headline),
        url=_place(url, FIRST_HIT if places else ""),
        summary=article.current.deck if article.current and not found else "",
        lines=[_line(url, one, loaded.facts) for one in found],
        places=places,
        who=[Actor(entity=entity, url=asked.narrowed[entity.pk]) for entity in loaded.actors.get(key, ())],
        elsewhere=_host(article.url) if article.is_note else "",
        quotes=held.quotes,
        figures=held.figures,
        reviewed=held.reviewed,
    )


def _line(url: str, found: Found, facts: Facts) -> Line:
    told = facts.about(found)
    snippet = cut(found, told.within, told.at)
    return Line(snippet=snippet, url=_place(url, snippet.fragment), told=told)


def _host(url: str) -> str:
    """Return the host of a web address; "" for anything else, which may not become a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in {"http", "https"} else ""


def _place(url: str, fragment: str) -> str:
    return f"{url}#{fragment}" if fragment else url


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
    most: dict[int, list[int]] = defaultdict(list)
    for article, entity, _times in _NAMED.of(keys):
        if len(most[article]) < MOST_NAMES:
            most[article].append(entity)
    known = Entity.objects.in_bulk({entity for entities in most.values() for entity in entities})
    return {article: [known[entity] for entity in entities] for article, entities in most.items()}


def _named(keys: Sequence[int]) -> QuerySet[Any, Any]:
    """Return article, entity and how often it is named there; the most named first."""
    named: QuerySet[Any, Any] = (
        Mention.objects.public()
        .counted()
        .filter(article__in=keys, entity__listed=True, entity__merged_into=None)
        .exclude(entity__kind__in=Entity.SECTIONS["places"])
        .exclude(entity=F("article__publisher"))
        .values_list("article", "entity")
        .annotate(times=Count("pk"))
        .order_by("article", "-times", "entity")
    )
    return named


def _held(keys: Sequence[int]) -> QuerySet[Any, Any]:
    """Return article, how many quotes and how many figures it has, and whether it was reviewed."""
    held: QuerySet[Any, Any] = ArticleEntry.objects.filter(pk__in=keys).values_list(
        "pk",
        _counted(Quote.objects.public(), of="pk"),
        _counted(Printing.objects.public(), of="statistic"),
        ExpressionWrapper(reviewed(), output_field=BooleanField()),
    )
    return held


def _counted(facts: QuerySet[Any], *, of: str) -> Subquery:
    """Count what stands in the article of an entry; None where nothing does."""
    here = facts.filter(article=OuterRef("pk")).order_by().values("article")
    return Subquery(here.annotate(times=Count(of, distinct=True)).values("times"))


_NAMED: Final = Prepared(_named)
_HELD: Final = Prepared(_held)
