"""All that the search page shows. List pages of one kind ask `listing` alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.models import Entity
from articles.search import aside, nearest
from articles.search.address import OF_ONE_PAGE, Address
from articles.search.cards import Card, cards
from articles.search.counts import Count
from articles.search.empty import Empty, empty, meant, spelt_like
from articles.search.fields import ChoiceField, YesNoField
from articles.search.kinds import KINDS
from articles.search.list_filter import ListFilter
from articles.search.listing import Listing, Problem, listing, problems
from articles.search.query import parse
from articles.search.remarks import Remarks, remarks
from articles.search.sentence import Sentence, sentence

__all__ = ["Card", "Listing", "Problem", "Results", "cards", "listing", "search"]

FEW = 5  # fewer results than these are widened by an offer
MOST_OF_OTHERS = 1_000  # rows that are counted of the kinds that are not shown


class PageForm(forms.Form):
    """What the search page can be asked beside its list."""

    kind = ChoiceField(label=_("kind of result"), required=False, choices=[(name, name) for name in KINDS])
    literal = YesNoField(label=_("as typed"), required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTab:
    name: str
    label: str
    total: Count | None  # None where the time of the page did not last for it
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Widened:
    """The same list with any of the words, not all."""

    more: Count  # at least 1
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """What is shown in place of a search that found nothing."""

    typed: list[str]  # words that the archive does not know
    words: list[str]  # in place of them
    entity: Entity | None  # in place of all words
    literal: str  # the address of the search as typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    listing: Listing
    tabs: list[KindTab]
    cards: list[Card]  # of the page, when its kind is articles
    sentence: Sentence | None  # None when a value is wrong
    remarks: Remarks | None  # None when a value is wrong
    instead: Instead | None  # None when the list is the one asked for
    empty: Empty | None  # None when something was found
    widened: Widened | None  # when few were found


def search(params: QueryDict) -> Results:
    """Read the parameters of the search page and find all that it shows.

    Raises:
        Http404: the page asked for lies behind the last.
    """
    asked = PageForm(params)
    values = asked.cleaned_data if asked.is_valid() else {}
    kind = values.get("kind") or "articles"
    found = listing(kind, _of_list(params), keep=_kept(kind))
    if wrong := [*problems(asked), *found.errors]:
        return _refused(replace(found, errors=wrong, page=None))
    budget = aside.in_its_place()
    help_needed = not found.total
    near = spelt_like(found.query) if help_needed else []
    other = meant(found, budget) if help_needed else None
    shown, instead = found, None
    if help_needed and not values.get("literal"):
        shown, instead = _instead(found, params, other, near)
    return Results(
        listing=shown,
        tabs=_tabs(QueryDict(str(shown.address).removeprefix("?")) if instead else params, shown),
        cards=_cards(shown, () if instead else _page_of(params)) if kind == "articles" else [],
        sentence=sentence(kind, shown.filters, shown.address, total=shown.total),
        remarks=remarks(shown.query, shown.address),
        instead=instead,
        empty=None if shown.total else empty(shown, near, parse(other.text) if other else None, budget),
        widened=_widened(shown),
    )


def _refused(found: Listing) -> Results:
    return Results(
        listing=found, tabs=[], cards=[], sentence=None, remarks=None, instead=None, empty=None, widened=None
    )


def _of_list(params: QueryDict) -> QueryDict:
    """Leave out the kind of result: lists of names ask another kind by the same word."""
    without = params.copy()
    without.pop("kind", None)
    return without


def _kept(kind: str) -> dict[str, str]:
    return {} if kind == "articles" else {"kind": kind}


def _page_of(params: QueryDict) -> list[tuple[str, str]]:
    """Return which page of its list is asked for, as its address tells it."""
    return [(name, str(params[name])) for name in ("page", "after", "before") if params.get(name)]


def _cards(found: Listing, page: Sequence[tuple[str, str]]) -> list[Card]:
    return cards(list(found.page or ()), found.query, found.address, page=page)


def _instead(
    found: Listing, params: QueryDict, other: nearest.Meant | None, near: list[Entity]
) -> tuple[Listing, Instead | None]:
    """Return the list of what may be meant, where that finds something; else the list itself."""
    literal = str(found.address.plus("literal", "1"))
    for asked, instead in _likely(found, params, other, near, literal):
        listed = listing(found.kind, asked, keep=_kept(found.kind))
        if listed.total:
            return listed, instead
    return found, None


def _likely(
    found: Listing, params: QueryDict, other: nearest.Meant | None, near: list[Entity], literal: str
) -> Iterator[tuple[QueryDict, Instead]]:
    """Yield what may be meant, as parameters of a list: other words first, then somebody so named."""
    asked = _of_list(params)
    for name in OF_ONE_PAGE:
        asked.pop(name, None)
    if other:
        asked["q"] = other.text
        yield asked, Instead(typed=other.typed, words=other.words, entity=None, literal=literal)
    if found.query and not found.filters.compares_names and (entity := nearest.name(found.query, near)):
        asked.pop("q", None)
        asked.appendlist("actor", entity.slug)
        yield asked, Instead(typed=[found.query.words], words=[], entity=entity, literal=literal)


def _tabs(params: QueryDict, current: Listing) -> list[KindTab]:
    """Tell each kind, with how many of it meet the conditions that it knows."""
    told = {current.kind: (current.total, current.address), **_others(_without_order(params), current)}
    return [
        KindTab(
            name=name,
            label=str(kind.label),
            total=told[name][0],
            url=str(told[name][1]),
            chosen=name == current.kind,
        )
        for name, kind in KINDS.items()
        if name in told
    ]


def _others(params: QueryDict, current: Listing) -> dict[str, tuple[Count | None, Address]]:
    """Count the kinds that are not shown; names only where there are words to compare them with."""
    named = current.query and current.query.words
    names = [name for name in KINDS if name != current.kind and (named or name != "entities")]
    asked: dict[str, ListFilter] = {}
    if params:  # of the archive as it is nothing can be wrong, and nothing is counted
        asked = {name: KINDS[name].asked(params, queryset=KINDS[name].rows()) for name in names}
        names = [name for name, filters in asked.items() if filters.is_valid()]
    totals = _counted_others({name: asked[name] for name in names if name in asked}, current)
    addresses = {name: Address.read(params, asked[name].form.fields) if asked else Address(()) for name in names}
    return {
        name: (totals.get(name), address.replacing("kind", _kept(name).get("kind", "")))
        for name, address in addresses.items()
    }


def _counted_others(lists: dict[str, ListFilter], current: Listing) -> dict[str, Count | None]:
    """Count the other kinds; not those of the whole archive, which tell nothing of a search."""
    if not current.conditions:
        return dict.fromkeys(lists)
    rows = [filters.found() for filters in lists.values()]
    return dict(zip(lists, aside.counted_each(rows, aside.beside_list(), most=MOST_OF_OTHERS), strict=True))


def _without_order(params: QueryDict) -> QueryDict:
    without = _of_list(params)
    for name in (*OF_ONE_PAGE, "sort"):
        without.pop(name, None)
    return without


def _widened(found: Listing) -> Widened | None:
    few = found.total.number < FEW and not found.total.more
    if not few or found.query is None or not found.query.widens or found.filters.any_word:
        return None
    any_of_them = aside.counted(found.filters.found({"match": "any"}), aside.beside_list())
    if any_of_them is None or any_of_them.number <= found.total.number:
        return None
    more = Count(any_of_them.number - found.total.number, more=any_of_them.more)
    return Widened(more=more, url=str(found.address.replacing("match", "any")))
