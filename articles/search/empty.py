"""What is said in place of results: why there are none, and what finds some."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from articles.models import Article, Entity
from articles.search import nearest
from articles.search.address import Address
from articles.search.aside import counted
from articles.search.budget import Budget
from articles.search.conditions import MOST_COUNTED, Condition, hardest, without_others
from articles.search.counts import Count
from articles.search.listing import Listing
from articles.search.query import Query
from articles.search.terms import Term

MOST_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Another search, and how many it finds."""

    words: str
    count: Count
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    why: Literal["archive", "words", "conditions"]  # nothing in it; the words find nothing; together they leave nothing
    alone: Offer | None = None  # the words without the other conditions
    each: list[Offer]  # of several words, each by itself, also those that find nothing
    notes: Offer | None = None  # the same search with reference notes
    meant: Offer | None = None  # other words, which the archive knows
    hardest: Condition | None = None  # of several conditions, the one that left out most
    near: list[Entity]  # spelt like the words


def empty(found: Listing, near: list[Entity], meant: Query | None, budget: Budget) -> Empty:
    """Tell why a valid list is empty. `meant` is the query with words that the archive knows, where it may be meant."""
    if not Article.objects.public().exists():
        return Empty(why="archive", each=[], near=[])
    query = found.query
    alone = _alone(found, query, budget) if query and _asks_more(found) else None
    several = len(found.conditions) > 1
    return Empty(
        why="words" if query and query.terms and not alone else "conditions",
        alone=alone,
        each=list(_each(found, query, budget)) if query and not alone else [],
        notes=None if found.filters.form.cleaned_data["notes"] else _with_notes(found, budget),
        meant=_alone(found, meant, budget) if meant else None,
        hardest=hardest(found.conditions) if several else None,
        near=near,
    )


def spelt_like(query: Query | None) -> list[Entity]:
    """Return the names nearest to the words of a query; none where it has no words."""
    if query is None or not query.words:
        return []
    return list(Entity.objects.public().in_articles().named(query.words)[:MOST_NAMES])


def meant(found: Listing, budget: Budget) -> nearest.Meant | None:
    """Return the query with words that the archive knows; None where it knows all of them, or no better."""
    if found.query is None or found.filters.compares_names:
        return None
    return nearest.words(found.query, found.filters, budget)


def _asks_more(found: Listing) -> bool:
    return any(condition.parameter != "q" for condition in found.conditions)


def _alone(found: Listing, query: Query, budget: Budget) -> Offer | None:
    """Offer a query without any other condition of the list, where that finds something."""
    offer = _counted_alone(found, query, budget)
    return offer if offer and offer.count else None


def _each(found: Listing, query: Query, budget: Budget) -> Iterator[Offer]:
    """Yield each of several words with what it finds alone, as far as there is time."""
    words = [clause for clause in query.clauses if isinstance(clause.node, Term)]
    if found.filters.compares_names or len(words) < 2:
        return
    for clause in words[:MOST_COUNTED]:
        one = replace(query, text=query.text[clause.start : clause.end], clauses=(clause,), passed_over=())
        if offer := _counted_alone(found, one, budget):
            yield offer


def _counted_alone(found: Listing, query: Query, budget: Budget) -> Offer | None:
    kept = [pair for pair in found.address.pairs if pair[0] in {"kind", "match", "notes", "sort"}]
    count = counted(found.filters.found({**without_others(found.filters), "q": query}), budget)
    return (
        Offer(words=query.text, count=count, url=str(Address((("q", query.text), *kept))))
        if count is not None
        else None
    )


def _with_notes(found: Listing, budget: Budget) -> Offer | None:
    count = counted(found.filters.found({"notes": True}), budget)
    words = found.query.text if found.query else ""
    return Offer(words=words, count=count, url=found.notes_url) if count else None
