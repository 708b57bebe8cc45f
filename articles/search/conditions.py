"""What a list was asked, one condition at a time: each can be taken off alone, with what it left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any, Final

from articles.search import aside
from articles.search.address import Address
from articles.search.counts import MOST, Count
from articles.search.list_filter import NOT_ASKED, ListFilter
from articles.search.query import Query
from articles.search.terms import Not
from articles.search.wording import WORDINGS, days_in_words, named

MOST_COUNTED: Final = 6  # each costs one more count


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    parameter: str
    label: str
    lang: str  # BCP 47, of a label that is not in the reader's language; "" otherwise
    negative: bool  # leaves out what it names
    url: str  # the same list without it
    removed: Count | None  # how many it left out; None when not counted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loose:
    """A condition before it is counted, and the cleaned values of the list without it."""

    condition: Condition
    instead: dict[str, Any]


def of(filters: ListFilter, address: Address, *, total: Count) -> list[Condition]:
    """Return the conditions of a valid list in the order asked; the first six are counted, as far as time allows.

    None is where the list itself is longer than was counted.
    """
    clauses = _clauses(filters.query, address) if filters.query and not filters.compares_names else ()
    loose = [*clauses, *_values(filters, address), *_days(filters, address)]
    removed = [] if total.more else _removed(filters, loose[:MOST_COUNTED], total)
    return [replace(one.condition, removed=left_out) for one, left_out in zip_longest(loose, removed)]


def _removed(filters: ListFilter, loose: list[_Loose], total: Count) -> list[Count | None]:
    budget = aside.beside_list() if total else aside.in_its_place()
    most = MOST + total.number
    without = aside.counted_each([filters.found(one.instead) for one in loose], budget, most=most)
    # The list may have changed since it was counted.
    return [count and Count(max(count.number - total.number, 0), more=count.more) for count in without]


def _clauses(query: Query, address: Address) -> Iterator[_Loose]:
    for clause in query.clauses:
        rest = query.without(clause)
        yield _Loose(
            condition=Condition(
                parameter="q",
                label=clause.node.in_words(),
                lang="",
                negative=isinstance(clause.node, Not),
                url=str(address.replacing("q", rest.text if rest else "")),
                removed=None,
            ),
            instead={"q": rest},
        )


def _values(filters: ListFilter, address: Address) -> Iterator[_Loose]:
    values = filters.form.cleaned_data
    for parameter, value in address.pairs:
        if parameter not in WORDINGS or parameter not in values:
            continue
        cleaned = values[parameter]
        if cleaned in NOT_ASKED:
            continue
        one = next((one for one in named(parameter, cleaned, value) if one.value == value), None)
        if one is None:  # belongs to the page, not to the list: kind=entities
            continue
        others = [other for other in cleaned if other is not one.cleaned] if isinstance(cleaned, list) else None
        yield _Loose(
            condition=Condition(
                parameter=parameter,
                label=str(WORDINGS[parameter].chip(values)) % {"value": one.label},
                lang=one.lang,
                negative=parameter.startswith("not_"),
                url=str(address.minus(parameter, value)),
                removed=None,
            ),
            instead={parameter: others},
        )


def _days(filters: ListFilter, address: Address) -> Iterator[_Loose]:
    """Yield the days asked for as one condition: half of it means something else than the whole."""
    values = filters.form.cleaned_data
    first, last = values.get("from"), values.get("to")
    if first or last:
        yield _Loose(
            condition=Condition(
                parameter="from" if first else "to",
                label=days_in_words(filters.days_asked, first, last),
                lang="",
                negative=False,
                url=str(address.without("from", "to", "date")),
                removed=None,
            ),
            instead={"from": None, "to": None},
        )


def without_others(filters: ListFilter) -> dict[str, Any]:
    """Return cleaned values that leave nothing of a list but its words, for `ListFilter.found`."""
    return {name: None for name in filters.filters if name != "q"}


def hardest(conditions: list[Condition]) -> Condition | None:
    """Return the condition that left out most; None when none left anything out."""
    left_out = [(condition.removed.number, condition) for condition in conditions if condition.removed]
    return max(left_out, key=lambda one: one[0], default=(0, None))[1]
