"""All that the search page shows. List pages of one kind ask `listing` alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.models import Entity
from articles.search import counts
from articles.search.address import OF_ONE_PAGE, Address
from articles.search.cards import Card, cards
from articles.search.conditions import Condition, hardest
from articles.search.counts import Count
from articles.search.fields import ChoiceField
from articles.search.kinds import KINDS
from articles.search.listing import Listing, Problem, listing, problems
from articles.search.query import Query
from articles.search.sentence import Sentence, sentence

__all__ = ["Card", "Listing", "Problem", "Results", "cards", "listing", "search"]

FEW = 5  # fewer results than these are widened by an offer
MOST_NAMES = 3


class KindForm(forms.Form):
    kind = ChoiceField(label=_("kind of result"), required=False, choices=[(name, name) for name in KINDS])


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTab:
    name: str
    label: str
    total: Count
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Widened:
    """The same list with any of the words, not all."""

    more: int  # at least 1
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    listing: Listing
    tabs: list[KindTab]
    cards: list[Card]  # of the page, when its kind is articles
    sentence: Sentence | None  # None when a value is wrong
    hardest: Condition | None  # when nothing was found: the condition that left out most
    near: list[Entity]  # when nothing was found: names spelt like the words
    widened: Widened | None  # when few were found


def search(params: QueryDict) -> Results:
    """Read the parameters of the search page and find all that it shows.

    Raises:
        Http404: the page asked for lies behind the last.
    """
    asked = KindForm(params)
    kind = (asked.is_valid() and asked.cleaned_data["kind"]) or "articles"
    found = listing(kind, _of_list(params), keep=_kept(kind))
    if wrong := [*problems(asked), *found.errors]:
        found = replace(found, errors=wrong, page=None)
        return Results(listing=found, tabs=[], cards=[], sentence=None, hardest=None, near=[], widened=None)
    nothing = not found.total
    return Results(
        listing=found,
        tabs=_tabs(params, found),
        cards=cards(list(found.page or ()), found.query, found.address) if kind == "articles" else [],
        sentence=sentence(kind, found.filters, found.address, total=found.total),
        hardest=hardest(found.conditions) if nothing else None,
        near=_near(found.query) if nothing and found.query and found.query.words else [],
        widened=_widened(found),
    )


def _of_list(params: QueryDict) -> QueryDict:
    """Leave out the kind of result: lists of names ask another kind by the same word."""
    without = params.copy()
    without.pop("kind", None)
    return without


def _kept(kind: str) -> dict[str, str]:
    return {} if kind == "articles" else {"kind": kind}


def _tabs(params: QueryDict, current: Listing) -> list[KindTab]:
    """Count each kind by the conditions that it knows; names only where there are words to compare them with."""
    found = []
    for name, kind in KINDS.items():
        if name == current.kind:
            found.append(_tab(name, current.total, current.address, chosen=True))
        elif name != "entities" or (current.query and current.query.words):
            others = _without_order(params)
            filters = kind.asked(others, queryset=kind.rows())
            if filters.is_valid():
                address = Address.read(others, filters.form.fields).replacing("kind", _kept(name).get("kind", ""))
                found.append(_tab(name, counts.capped(filters.found()), address, chosen=False))
    return found


def _tab(name: str, total: Count, address: Address, *, chosen: bool) -> KindTab:
    return KindTab(name=name, label=str(KINDS[name].label), total=total, url=str(address), chosen=chosen)


def _without_order(params: QueryDict) -> QueryDict:
    without = _of_list(params)
    for name in (*OF_ONE_PAGE, "sort"):
        without.pop(name, None)
    return without


def _near(query: Query) -> list[Entity]:
    return list(Entity.objects.public().in_articles().named(query.words)[:MOST_NAMES])


def _widened(found: Listing) -> Widened | None:
    if found.total.number >= FEW or found.query is None or not found.query.widens or found.filters.any_word:
        return None
    more = counts.capped(found.filters.found({"match": "any"})).number - found.total.number
    return Widened(more=more, url=str(found.address.replacing("match", "any"))) if more else None
